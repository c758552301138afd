"""Whether a text reports or tells history, as proposed from its years and weekdays."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import propose_genre, tag

from .genre_texts import HISTORY as HISTORIES
from .genre_texts import NEWS as REPORTS

WRITTEN = date(2023, 9, 19)
HISTORY = (
    "The war began in April 1861 and went on until 1865. In May 1862 the port fell. "
    "The treaty of 3 June 1866 ended the blockade. By 1870 the town had been built again."
)
NEWS = (
    "The council said on Tuesday that the bridge will be closed until next week. It was opened in 1861 and "
    "repaired in 1903. On Monday a lorry had hit it, and last year a ship."
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(HISTORY, "en", "narrative", id="history"),
        pytest.param(NEWS, "en", "news", id="news"),
        pytest.param(NEWS + " The first bridge of 1790 burned in 1812.", "en", "news", id="background-within-news"),
        pytest.param("The bridge was opened in 1861.", "en", "news", id="short"),
        pytest.param("", "en", "news", id="empty"),
        pytest.param(
            "On 3 May 2023 it began. On 4 May 2023 it went on. On 9 May 2023 it ended. In June 2023 it closed.",
            "en",
            "news",
            id="chronology-of-this-year",
        ),
        pytest.param(
            "1914 begann der Krieg. Im Mai 1915 fiel die Stadt. 1916 und 1917 war Hunger. Ende 1918 war Friede.",
            "de",
            "narrative",
            id="history-german",
        ),
        pytest.param(
            "La guerra empezó en abril de 1936. En mayo de 1937 cayó la ciudad. Terminó el 1 de abril de 1939. "
            "En 1940 hubo hambre.",
            "es",
            "narrative",
            id="history-spanish",
        ),
        pytest.param(
            "Im Jahr 490 v. Chr. kamen sie. 486 v. Chr. starb er. 483 v. Chr. und 480 v. Chr. kamen sie wieder.",
            "de",
            "narrative",
            id="before-christ",
        ),
        pytest.param("We counted 1500 cars, 1600 lorries, 1700 people and 1800 bags.", "en", "news", id="counts"),
    ],
)
def test_genre_is_proposed_from_years_and_weekdays(text: str, language: str, expected: str) -> None:
    assert propose_genre(text, WRITTEN, language) == expected


def test_history_written_at_the_time_is_news() -> None:
    assert propose_genre(HISTORY, date(1866, 6, 10), "en") == "news"


def test_without_a_day_of_writing_a_text_is_news() -> None:
    assert propose_genre(HISTORY, None, "en") == "news"


def test_only_the_beginning_is_looked_at() -> None:
    assert propose_genre("a" * 30_000 + HISTORY, WRITTEN, "en") == "news"


@pytest.mark.parametrize(("name", "text"), REPORTS.items(), ids=list(REPORTS))
def test_reports_of_many_kinds_are_news(name: str, text: str) -> None:
    assert propose_genre(text, WRITTEN, name[:2]) == "news"


@pytest.mark.parametrize(("name", "text"), HISTORIES.items(), ids=list(HISTORIES))
def test_histories_lives_and_lists_are_narratives(name: str, text: str) -> None:
    assert propose_genre(text, WRITTEN, name[:2]) == "narrative"


@pytest.mark.parametrize(("name", "text"), REPORTS.items(), ids=list(REPORTS))
def test_a_longer_report_stays_news(name: str, text: str) -> None:
    assert propose_genre(f"{text} {text} {text}", WRITTEN, name[:2]) == "news"


@pytest.mark.parametrize(("name", "text"), HISTORIES.items(), ids=list(HISTORIES))
def test_a_longer_history_stays_narrative(name: str, text: str) -> None:
    assert propose_genre(f"{text}\n\n{text}\n\n{text}", WRITTEN, name[:2]) == "narrative"


@pytest.mark.parametrize("name", ["en-post-mortem", "de-post-mortem"])
def test_times_of_a_post_mortem_are_of_the_day_named_last(name: str) -> None:
    times = [m.edtf for m in tag(HISTORIES[name], reference=WRITTEN, language=name[:2], genre="narrative")]
    assert times == ["2023-09-12", *(f"2023-09-12T{hour}:00" for hour in ("14:05", "14:11", "14:40", "15:02"))]


def test_times_of_a_story_stay_with_their_day_after_a_year_of_the_background() -> None:
    text = "12 September 2023\n14:05 The relay failed (it dates from 2019).\n14:11 An engineer was called.\n"
    assert tag(text, reference=WRITTEN, language="en", genre="narrative")[-1].edtf == "2023-09-12T14:11:00"
