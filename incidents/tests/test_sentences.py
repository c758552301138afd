"""What refuses says why in the language of who reads it: files, texts, addresses, pages, dates, findings."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.utils import translation
from django.utils.translation import gettext

from incidents.cleaning import clean_url, decode
from incidents.extraction import read_text
from incidents.fetching import FetchError, fetch
from incidents.formats import detect
from incidents.formats.base import Options
from incidents.formats.datecells import DateRule, read_date
from incidents.formats.jsontext import refuse_more
from incidents.formats.markdowntable import FORMAT as MARKDOWN
from incidents.formats.wire import finding, plain
from incidents.importing.telling import sentence
from incidents.languages import told
from incidents.sentences import Refusing, Said, kept, kept_in, phrase, said
from incidents.temporal import read_plain
from incidents.temporal.edtf import EDTF


def in_german(act: Callable[[], object]) -> str:
    with pytest.raises(Refusing) as refused, translation.override("de"):
        act()
    with translation.override("de"):
        return told(refused.value)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (
            lambda: detect(b"\x89PNG\r\n", "x.png"),
            "x.png ist ein Bild und enthält keine Datensätze, die sich lesen ließen. Geben Sie ",
        ),
        (
            lambda: refuse_more(60_000, 50_000, phrase("%(count)s events"), "x.json"),
            "x.json hat 60,000 Ereignisse; höchstens 50,000 werden aus einer Datei gelesen. Teilen Sie sie auf.",
        ),
        (
            lambda: list(MARKDOWN.read(BytesIO(b"| a |\n" * 200_001), "x.md", Options())),
            "x.md ist eine Seite mit 200,001 Zeilen; ",
        ),
        (lambda: decode(b"%PDF-1.7"), "Das ist ein PDF, kein Text. "),
        (lambda: clean_url("ftp://example.org"), "Die Adresse muss mit http:// oder https:// beginnen."),
        (lambda: fetch("http://example.org:8080/"), "Die Adresse nennt den Port 8080; "),
        (lambda: fetch("http://127.0.0.1/"), "Der Host 127.0.0.1 führt zu 127.0.0.1, was keine öffentliche Adresse"),
        (lambda: EDTF.parse("2023-02-30"), "'2023-02-30' ist kein EDTF-Datum: in diesem Monat gibt es keinen Tag 30; "),
        (
            lambda: read_plain("Montag, 19. September 2023", language="de", reference=date(2023, 10, 1)),
            "Der 19. September 2023 war ein Dienstag, kein Montag. Meinten Sie ",
        ),
        (lambda: read_plain("letzte Woche", language="de"), "„letzte Woche“ hängt von dem Tag ab, "),
        (
            lambda: read_plain("31. Februar 2021", language="de"),
            "Den Tag 31. Februar 2021 gibt es nicht: Februar 2021 hat 28 Tage. Schreiben Sie zum Beispiel 28. Fe",
        ),
        (lambda: read_plain("bald", language="de"), "„bald“ "),
    ],
    ids=["picture", "objects", "rows", "text", "address", "port", "host", "edtf", "weekday", "open", "no day", "words"],
)
def test_a_refusal_is_said_in_german(act, words):
    assert in_german(act).startswith(words)


@pytest.mark.parametrize("stored", [False, True])
def test_the_reason_in_a_finding_is_in_the_language_of_who_reads_it(stored):
    (found,) = read_date("31 February 2021", DateRule()).findings
    given = json.loads(json.dumps(plain(found)))
    if stored:
        assert finding(given) == found, "it comes back as it went"
    with translation.override("de"):
        assert sentence(given).startswith("Dieses Datum lässt sich nicht lesen: Den Tag 31 February 2021 gibt es nicht")
    assert "There is no such day as" in sentence(given)


def test_what_a_report_says_of_its_date_is_in_the_editors_language():
    (note,) = read_text("ROTTERDAM, Sept 19 (Reuters) - The port says so.\n\nIt said no more.").notes
    with translation.override("nl"):
        assert note.worded(gettext).endswith("noemt een dag maar geen jaar.")


def test_a_sentence_is_kept_with_what_stands_in_it():
    sentence = said("%(name)s: %(problem)s", name='a "b"', problem=said("it has %(size)s characters", size=1200))
    assert kept_in(kept(sentence, 2_000)) == sentence
    assert Said.from_json(sentence.plain) == sentence
    assert str(kept_in(kept(sentence, 40))) == 'a "b": it has 1,200 characters'
    assert str(kept_in("[it is text]")) == "[it is text]"


def test_a_template_that_is_no_longer_known_shows_itself():
    assert str(Said("%(gone)s", (("other", "x"),))) == "%(gone)s"


def test_who_fetches_is_told_as_an_exception_too():
    with pytest.raises(FetchError, match="names port 8080; only 80 and 443"):
        fetch("http://example.org:8080/")
