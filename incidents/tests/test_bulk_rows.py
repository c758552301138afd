"""Many rows at once: what one statement a table writes is what a statement a row would have written."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.utils.text import slugify
from hypothesis import given
from hypothesis import strategies as st

from incidents.cleaning import clean_and_canonical, clean_line, clean_text, clean_url, fold
from incidents.drafts import Origin
from incidents.formats import survey as surveying
from incidents.formats.base import Record
from incidents.formats.survey import AT_ONCE, take
from incidents.importing.building import extra_json
from incidents.models import Event, Incident, Membership, Source, Tag, raw
from incidents.models.newrows import slug_of
from incidents.search.query import WORD, indexed

from .cast import make_event, make_source

# --- Rows -------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_rows_are_inserted_in_their_order_with_what_they_share_and_what_is_their_own() -> None:
    rows = [("one", "same"), ('two "quoted" 🏗', "same"), ("three", "same")]
    raw.insert(Tag, ["slug", "name"], [(slug, f"{name} {number}") for number, (slug, name) in enumerate(rows)])
    assert list(Tag.objects.order_by("pk").values_list("slug", "name")) == [
        ("one", "same 0"),
        ('two "quoted" 🏗', "same 1"),
        ("three", "same 2"),
    ]
    raw.insert(Tag, ["slug", "name"], [("alone", "one row shares all with itself")])
    assert Tag.objects.filter(slug="alone").exists()
    raw.insert(Tag, ["slug", "name"], [])


@pytest.mark.django_db
def test_a_refused_insert_leaves_nothing_behind_for_the_next(incident: Incident) -> None:
    from django.db import IntegrityError, transaction

    event = make_event("A crane falls", incident=incident)
    rows: list[tuple[Any, ...]] = [(incident.pk, event.pk, ""), (incident.pk, event.pk, "background")]
    with pytest.raises(IntegrityError), transaction.atomic():
        raw.insert(Membership, ["incident_id", "event_id", "role"], rows)
    raw.insert(Tag, ["slug", "name"], [("a", "A"), ("b", "B")])
    assert list(Tag.objects.order_by("slug").values_list("name", flat=True)) == ["A", "B"]


@pytest.mark.django_db
def test_rows_are_updated_by_their_ids_and_no_others(incident: Incident) -> None:
    first, second, third = (make_event(f"Crane {number} falls", incident=incident) for number in range(3))
    raw.update(Event, ["place", "known"], [("Here", None, first.pk), ("There", 7, second.pk)])
    raw.update(Event, ["language"], [("nl", third.pk)])
    assert list(Event.objects.order_by("pk").values_list("place", "known", "language")) == [
        ("Here", None, "en"),
        ("There", 7, "en"),
        ("", third.known, "nl"),
    ]


@pytest.mark.django_db
def test_what_is_found_by_its_key_is_found_by_an_index() -> None:
    make_source("A report", url="https://news.example/1")
    known = Source.objects.get()
    assert raw.found(Source, ["id"], "url_key", [known.url_key, "0" * 64]) == [(known.pk,)]
    if connection.vendor != "sqlite":
        return
    plan = Source.objects.filter(~Q(url_key=""), url_key__in=[known.url_key]).explain()
    assert "source_address_once" in plan  # an index of those that have a key
    assert "source_address_once" not in Source.objects.filter(url_key__in=[known.url_key]).explain()


# --- What is done to texts in one step --------------------------------------------------------------------------------

HOSTS = ("news.example", "example.org", "www.google.com", "amp.news.example", "a-b.cdn.ampproject.org")
PATHS = ("", "/", "/a-b_c~d.html", "/camp", "/a/amp", "/a/amp/", "/a.amp.html", "/c/s/news.example/a", "//a", "/./a")


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", PATHS)
def test_a_plain_address_is_cleaned_and_reduced_as_any_other(host: str, path: str) -> None:
    from incidents.cleaning import canonical_url

    for raw_url in (f"https://{host}{path}", f"http://{host}{path}"):
        assert clean_and_canonical(raw_url) == (clean_url(raw_url), canonical_url(raw_url))


@given(st.text(st.characters(max_codepoint=0x17F), max_size=90))
def test_quick_ways_through_plain_text_lead_to_the_same_end(text: str) -> None:
    assert slug_of(text) == slugify(text)[:60].strip("-")
    assert indexed(text) == " ".join(WORD.findall(fold(text)))
    assert clean_line(text) == " ".join(clean_text(text).split())


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=20))))
def test_what_stands_beside_an_event_is_json(pairs: list[tuple[str, str]]) -> None:
    import json

    assert extra_json(pairs) == json.dumps(dict(pairs), ensure_ascii=False)


# --- A survey by columns ----------------------------------------------------------------------------------------------


def test_a_survey_by_columns_is_that_of_one_record_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    cells: list[dict[str, Any]] = [
        {"when": f"2020-{1 + n % 12:02}-{1 + n % 28:02}", "what": "x" * (n % 50), "seen": " " if n % 3 else "3/13/2020"}
        for n in range(2 * AT_ONCE + 150)
    ]
    cells[AT_ONCE + 3] = {"when": "2020", "what": ["a", {"b": "c"}], "other": 5}
    cells[-1]["what"] = '["a", "list"]'
    records = [Record(Origin("a.csv", n), values) for n, values in enumerate(cells)]
    together = take(records)
    monkeypatch.setattr(surveying, "_TEXT", frozenset())  # no column is plain text then
    alone = take(records)
    assert together == alone
    assert list(together.columns) == list(alone.columns)
    assert together.records == len(cells)
