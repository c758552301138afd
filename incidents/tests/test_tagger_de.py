"""German as its agencies and newspapers write it: what is found in a sentence, and what it means on a Thursday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.temporal import tag
from incidents.temporal.edtf import EDTF
from incidents.temporal.mention import RULES

THURSDAY = date(2005, 6, 16)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.timex) for m in tag(text, reference=THURSDAY, language="de")]


DAYS = {
    "evening-in-one-word": ("Am Dienstagabend kam er an.", "Dienstagabend", "2005-06-14TEV"),
    "evening-apart": ("Am Dienstag abend kam er an.", "Dienstag abend", "2005-06-14TEV"),
    "morning-with-capital": ("Am Dienstag Morgen kam er an.", "Dienstag Morgen", "2005-06-14TMO"),
    "evening-last": ("Am vergangenen Freitagabend starb er.", "vergangenen Freitagabend", "2005-06-10TEV"),
    "evening-and-clock": ("Am Samstagabend um 20.30 Uhr war es.", "Samstagabend um 20.30 Uhr", "2005-06-11T20:30"),
    "early": ("Am Mittwoch früh brannte es.", "Mittwoch früh", "2005-06-15TMO"),
    "night-to": ("In der Nacht zum Mittwoch brannte es.", "der Nacht zum Mittwoch", "2005-06-15TNI"),
    "night-on-to": ("In der Nacht auf Mittwoch brannte es.", "der Nacht auf Mittwoch", "2005-06-15TNI"),
    "morning-of-a-day": ("Am Morgen des 22. Mai brannte es.", "Morgen des 22. Mai", "2005-05-22TMO"),
    "early-morning": ("Am frühen Morgen des 22. Mai brannte es.", "frühen Morgen des 22. Mai", "2005-05-22TMO"),
    "last-weekday": ("Am vergangenen Freitag starb er.", "vergangenen Freitag", "2005-06-10"),
    "coming-weekday": ("Das Fest ist am kommenden Samstag.", "kommenden Samstag", "2005-06-18"),
    "planned": ("Die Messe findet am Samstag statt.", "Samstag", "2005-06-18"),
    "begins": ("Der Prozess beginnt am Montag vor Gericht.", "Montag", "2005-06-20"),
    "told": ("Am Montag teilte die Polizei das mit.", "Montag", "2005-06-13"),
    "today-evening": ("Heute abend wird gewählt.", "Heute abend", "2005-06-16TEV"),
    "yesterday-afternoon": ("Gestern Nachmittag kam er an.", "Gestern Nachmittag", "2005-06-15TAF"),
    "tomorrow-early": ("Morgen früh wird gewählt.", "Morgen früh", "2005-06-17TMO"),
    "tomorrow": ("Er kommt morgen.", "morgen", "2005-06-17"),
    "tomorrow-begins": ("Morgen wird gewählt.", "Morgen", "2005-06-17"),
    "day-after-tomorrow": ("Er kommt übermorgen.", "übermorgen", "2005-06-18"),
    "adjective-and-weekday": ("Am morgigen Freitag wird gewählt.", "morgigen Freitag", "2005-06-17"),
    "adjective": ("Die gestrige Sitzung war lang.", "gestrige", "2005-06-15"),
    "evening-alone": ("Am Abend zogen sie ab.", "Abend", "2005-06-16TEV"),
    "day-before": ("Tags zuvor war er in Wien.", "Tags zuvor", "2005-06-15"),
    "weekday-and-date": ("Am Dienstag, dem 14. Juni, kam er.", "Dienstag, dem 14. Juni", "2005-06-14"),
    "ordinal-in-words": ("Am ersten Mai war Feiertag.", "ersten Mai", "2005-05-01"),
    "genitive-of-month": ("Am Mittag des 9. Februars 2004 kam er.", "Mittag des 9. Februars 2004", "2004-02-09TMI"),
    "digits-spaced": ("Am 16. 1. 2005 kam er.", "16. 1. 2005", "2005-01-16"),
    "digits-without-year": ("Am 16.1. kam er.", "16.1", "2005-01-16"),
    "weekday-and-digits": ("Am Samstag, 18.6., kommt er.", "Samstag, 18.6", "2005-06-18"),
    "two-digit-year-back": ("Am 1.9.39 begann er.", "1.9.39", "1939-09-01"),
    "bare-day": ("Am 3. kam er zurück.", "3", "2005-06-03"),
    "nth-weekday": ("Am ersten Donnerstag im Mai wurde getagt.", "ersten Donnerstag im Mai", "2005-05-05"),
    "christmas": ("Weihnachten 2004 war er hier.", "Weihnachten 2004", "2004-12-25"),
    "easter": ("Zu Ostern kamen viele.", "Ostern", "2005-03-27"),
    "clock": ("Um 14.30 Uhr kam er.", "14.30 Uhr", "2005-06-16T14:30"),
    "clock-in-words": ("Um acht Uhr abends kam er.", "acht Uhr abends", "2005-06-16T20:00"),
    "morning-without-capital": ("Am Dienstag morgen kam er.", "Dienstag morgen", "2005-06-14TMO"),
    "fortnight-in-days": ("Vor vierzehn Tagen kam er.", "Vor vierzehn Tagen", "2005-W22"),
    "later-than": ("Er kam drei Tage später als geplant.", "drei Tage", "P3D"),
    "about-clock": ("Gegen 8 Uhr kam er.", "8 Uhr", "2005-06-16T08:00"),
}
PERIODS = {
    "last-week": ("Vergangene Woche war er hier.", "Vergangene Woche", "2005-W23"),
    "this-week": ("In dieser Woche war er hier.", "dieser Woche", "2005-W24"),
    "begin-of-coming-week": ("Anfang kommender Woche wird gewählt.", "Anfang kommender Woche", "2005-W25"),
    "weekend-past": ("Am Wochenende war es heiß.", "Wochenende", "2005-W23-WE"),
    "weekend-ahead": ("Am Wochenende wird es heiß.", "Wochenende", "2005-W24-WE"),
    "year-before": ("Im Vorjahr waren es mehr.", "Vorjahr", "2004"),
    "month-of-year-before": ("Im Dezember des Vorjahres war es kalt.", "Dezember des Vorjahres", "2004-12"),
    "quarter-of-year-before": ("Im vierten Quartal des Vorjahres kam er.", "vierten Quartal des Vorjahres", "2004-Q4"),
    "month-before": ("Im Vormonat waren es mehr.", "Vormonat", "2005-05"),
    "same-months-before": ("Im Vorjahreszeitraum waren es mehr.", "Vorjahreszeitraum", "2004"),
    "this-year-austrian": ("Heuer kamen mehr.", "Heuer", "2005"),
    "this-years": ("Die diesjährige Messe war gut.", "Die diesjährige", "2005"),
    "current-year": ("Im laufenden Jahr sind es mehr.", "laufenden Jahr", "2005"),
    "new-year-follows": ("Im Jahr 2003 war er da, im folgenden Jahr nicht.", "folgenden Jahr", "2004"),
    "school-year": ("Im vergangenen Schuljahr waren es mehr.", "vergangenen Schuljahr", "2004"),
    "half-in-digits": ("Im 1. Halbjahr 2005 war er hier.", "1. Halbjahr 2005", "2005-H1"),
    "quarter-of-a-year": ("Im dritten Quartal 2004 war er hier.", "dritten Quartal 2004", "2004-Q3"),
    "half-of-a-year": ("Er kam im zweiten Halbjahr des Jahres 2004.", "zweiten Halbjahr des Jahres 2004", "2004-H2"),
    "since-begin-of-year": ("Seit Jahresbeginn war er hier.", "Seit Jahresbeginn", "2005"),
    "end-of-a-year": ("Zum Jahresende 2004 war er hier.", "Jahresende 2004", "2004"),
    "until-end": ("Bis Ende 2005 soll es fertig sein.", "Bis Ende 2005", "2005"),
    "years-ago": ("Vor drei Jahren kam er.", "Vor drei Jahren", "2002"),
    "barely-years-ago": ("Vor knapp drei Jahren kam er.", "Vor knapp drei Jahren", "2002"),
    "month-of-last-year": ("Im Mai vergangenen Jahres kam er.", "Mai vergangenen Jahres", "2004-05"),
    "two-months-one-year": ("Im Juni und Juli 2004 war es heiß.", "Juni und Juli 2004", "2004-06/2004-07"),
    "three-months-one-year": ("Im Juni, Juli und August 2004 war es heiß.", "Juni", "2004-06"),
    "late-autumn": ("Im Spätherbst 2003 war es kalt.", "Spätherbst 2003", "2003-FA"),
    "winter-of-two-years": ("Der Winter 2003/04 war kalt.", "Winter 2003/04", "2003-WI"),
    "nineties": ("In den neunziger Jahren war er hier.", "den neunziger Jahren", "199"),
    "begin-of-seventies": ("Anfang der 70er Jahre kam er.", "Anfang der 70er Jahre", "197"),
    "century": ("Mitte des 19. Jahrhunderts kam er.", "Mitte des 19. Jahrhunderts", "18"),
    "century-before-christ": ("Im 6. Jahrhundert v. Chr. kamen sie.", "6. Jahrhundert v. Chr.", "BC05"),
    "season-before-christ": ("Im Frühjahr 479 v. Chr. kamen sie.", "Frühjahr 479 v. Chr.", "BC0479-SP"),
    "year-first": ("1989 fiel die Mauer.", "1989", "1989"),
    "year-named": ("Im Jahr 2000 kam er.", "Jahr 2000", "2000"),
}  # fmt: skip
NO_DATES = {
    "last-days": ("In den letzten Tagen war er hier.", "den letzten Tagen", "PXD"),
    "coming-weeks": ("In den kommenden Wochen wird gewählt.", "den kommenden Wochen", "PXW"),
    "some-years-ago": ("Vor einigen Jahren kam er.", "Vor einigen Jahren", "PAST_REF"),
    "at-present": ("Derzeit ist er hier.", "Derzeit", "PRESENT_REF"),
    "length": ("Es dauerte drei Tage lang.", "drei Tage", "P3D"),
    "length-some": ("Es dauerte mehrere Monate.", "mehrere Monate", "PXM"),
    "length-last": ("In den letzten drei Jahren war er hier.", "den letzten drei Jahren", "P3Y"),
    "every-monday": ("Er kommt jeden Montag.", "jeden Montag", "XXXX-WXX-1"),
    "on-tuesdays": ("Er kommt dienstags.", "dienstags", "XXXX-WXX-2"),
    "daily": ("Er nimmt den täglichen Bus.", "täglichen", "P1D"),
}


@pytest.mark.parametrize(("text", "words", "value"), DAYS.values(), ids=DAYS.keys())
def test_days(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(("text", "words", "value"), PERIODS.values(), ids=PERIODS.keys())
def test_weeks_months_years(text: str, words: str, value: str) -> None:
    assert (words, value) in found(text)


@pytest.mark.parametrize(("text", "words", "value"), NO_DATES.values(), ids=NO_DATES.keys())
def test_vague_words_lengths_and_repetition(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Frau Mai kam mit Herrn März.", id="surnames"),
        pytest.param("Wladimir Mai-Majewski kam.", id="hyphened-name"),
        pytest.param("Die Mai-Demonstration war groß.", id="hyphened-word"),
        pytest.param("Er zahlte 2000 Euro für 1600 Kilometer.", id="counts"),
        pytest.param("Es waren 34 Schiffe und 1370 Landungsboote.", id="count-before-noun"),
        pytest.param("Am Ende kam er vor Gericht um die Ecke.", id="end-of-nothing"),
        pytest.param("Zum ersten Mal kam er am 24. Spieltag.", id="ordinals"),
        pytest.param("Die 20-jährige Frau gewann die zweite Hälfte.", id="age"),
        pytest.param("In Guten Morgen Wien war nichts.", id="greeting"),
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("Freitag bis Sonntag war Messe.", "2005-06-10", "2005-06-12", id="weekdays"),
        pytest.param("Vom 3. bis 5. Mai war Messe.", "2005-05-03", "2005-05-05", id="days"),
        pytest.param("Am 16. und 17. Jänner war Messe.", "2005-01-16", "2005-01-17", id="two-days"),
        pytest.param("Am 3./4. Mai war Messe.", "2005-05-03", "2005-05-04", id="two-days-slash"),
        pytest.param("Vom 29. Mai bis zum 2. Juni war Messe.", "2005-05-29", "2005-06-02", id="over-a-month"),
        pytest.param("Mai bis Juli 2004 war Messe.", "2004-05", "2004-07", id="months"),
        pytest.param("Von 1996 bis 1998 war er hier.", "1996", "1998", id="years"),
        pytest.param("In der Saison 2003/04 war er hier.", "2003", "2004", id="years-slash"),
        pytest.param(
            "In der Nacht vom 8. auf den 9. Mai brannte es.", "2005-05-08TNI", "2005-05-09", id="night-between-days"
        ),
        pytest.param("In der Nacht vom 31. Mai zum 1. Juni 2004 war es.", "2004-05-31TNI", "2004-06-01", id="night"),
    ],
)
def test_ranges_keep_their_two_ends(text: str, first: str, last: str) -> None:
    (mention,) = tag(text, reference=THURSDAY, language="de")
    assert [bound.timex for bound in mention.bounds] == [first, last]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        pytest.param("Vor 2004 wohnte er hier.", "Vor 2004", "[..2003]", id="before"),
        pytest.param("Nach dem 8. Mai 2004 zog er weg.", "Nach dem 8. Mai 2004", "[2004-05-09..]", id="after"),
        pytest.param("Er soll bis spätestens Freitag zahlen.", "bis spätestens Freitag", "[..2005-06-17]", id="by"),
        pytest.param("Drei Tage nach dem 8. Mai 2004.", "Drei Tage nach dem 8. Mai 2004", "2004-05-11", id="days-on"),
        pytest.param("Am Tag vor dem 8. Mai 2004.", "Tag vor dem 8. Mai 2004", "2004-05-07", id="day-before"),
        pytest.param("Nach dem Krieg von 2004 zog er weg.", "2004", "2004", id="after-a-happening"),
        pytest.param("Am 3. Mai 2004 kam er. Seither schweigt er.", "Seither", "2004-05-03/..", id="since-then"),
        pytest.param("Zwischen Mai und Juli kam er.", "Zwischen Mai und Juli", "[2004-05..2004-07]", id="in-order"),
    ],
)
def test_limits_and_counts_beside_a_date(text: str, words: str, edtf: str) -> None:
    mention = tag(text, reference=THURSDAY, language="de")[-1]
    assert (text[mention.start : mention.end], mention.edtf) == (words, edtf)


ODD = """
am 24. vom 8. zum 9. Mai Nacht Morgen Vorjahr Folgejahr Vortag Vorjahresmonat Jahresende Wochenbeginn heuer
29. Februar v. Chr. 479 1.9.39 16.1. 14.30 Uhr im folgenden Jahr des nächsten Jahres 6. Jahrhundert zweiten Halbjahr bis
und Montag Dienstagabend früh Herbst 2003/04 Ostern selben Abend neunziger Jahre 9999-12-31 0001-01-01 ( ) , / –
""".split()


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    text=st.lists(st.sampled_from([*ODD, "\n", "\n\n"]), max_size=20).map(" ".join),
    reference=st.none() | st.dates() | st.sampled_from([date.min, date.max]),
    genre=st.sampled_from(["news", "narrative"]),
)
def test_any_row_of_german_words_gives_values_that_parse(text: str, reference: date | None, genre: str) -> None:
    end = 0
    for mention in tag(text, reference=reference, language="de", genre=genre):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert {mention.rule, *(a.rule for a in mention.alternatives)} <= RULES
        for edtf in (mention.edtf, *(a.edtf for a in mention.alternatives)):
            assert edtf == "" or str(EDTF.parse(edtf))
