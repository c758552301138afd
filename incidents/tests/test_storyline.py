"""Texts that tell history: each date without a year falls in the year that the story has reached."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from incidents.temporal import tag
from incidents.temporal.lexer import scan
from incidents.temporal.storyline import MAX_STEPS, storyline
from incidents.temporal.tables import tables_for
from incidents.tests.growth import growth

WRITTEN = date(2011, 2, 16)


def read(text: str, language: str = "en", reference: date | None = WRITTEN) -> list[str]:
    return [m.timex for m in tag(text, reference=reference, language=language, genre="narrative")]


def read_last(text: str, language: str = "en") -> str:
    return read(text, language)[-1]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "It began on 3 May 1862. The port fell on 9 June.", "1862-06-09", id="same-year"),
        pytest.param(
            "en", "The siege began on 20 November 1862. It ended in February.", "1863-02", id="into-next-year"
        ),
        pytest.param("en", "It began in May 1862. The bridge (built in 1790) fell in June.", "1862-06", id="brackets"),
        pytest.param(
            "en", "It began in May 1862. The fort, held since 1815, fell in June.", "1862-06", id="since-another-year"
        ),
        pytest.param(
            "en", "It began in May 1862. They took 1800 rifles. The fort fell in June.", "1862-06", id="a-count"
        ),
        pytest.param(
            "en",
            "It began in May 1862.\n\n1863\n\nThe fort\n\nThe fort fell in June.",
            "1863-06",
            id="heading-of-a-part",
        ),
        pytest.param(
            "en",
            "1863\n\nThe coast\n\nShips left in March. In 1862 one had sunk.\n\nThe river\n\nA raid began in May.",
            "1863-05",
            id="back-to-the-heading",
        ),
        pytest.param(
            "en",
            "War on the coast, 1862 and 1863\n\nThe fort fell in November 1862. The port fell in February.",
            "1863-02",
            id="heading-of-two-years",
        ),
        pytest.param(
            "en", "It began in October 1862. The next year brought peace. In May they left.", "1863-05", id="next-year"
        ),
        pytest.param(
            "en",
            "It began in October 1862. It went on until March of the following year.",
            "1863-03",
            id="month-of-the-following-year",
        ),
        pytest.param("de", "Es begann im Mai 1862. Im Herbst zogen sie ab.", "1862-FA", id="season-german"),
        pytest.param(
            "de", "Im Frühjahr 479 v. Chr. kamen sie. Im Herbst zogen sie ab.", "BC0479-FA", id="before-christ"
        ),
        pytest.param("de", "Am 3. August 1944 kamen sie. Am 24. zogen sie ab.", "1944-08-24", id="bare-day-german"),
        pytest.param(
            "de", "Im Mai 1944 kamen sie. Gegen Ende des Jahres zogen sie ab.", "1944", id="end-of-the-year-german"
        ),
        pytest.param("de", "Der Krieg begann 1944. Im zweiten Halbjahr war Ruhe.", "1944-H2", id="half-german"),
        pytest.param("de", "Es begann im Mai 1944. Mit 1370 Booten kamen sie im Juni.", "1944-06", id="a-count-german"),
        pytest.param("es", "Empezó el 3 de mayo de 1862. La ciudad cayó el 9 de junio.", "1862-06-09", id="spanish"),
        pytest.param(
            "fr", "Il débuta le 3 mai 1862. La ville (fondée en 1790) tomba le 9 juin.", "1862-06-09", id="french"
        ),
        pytest.param("nl", "Het begon op 3 mei 1862. De stad viel op 9 juni.", "1862-06-09", id="dutch"),
        pytest.param(
            "en",
            "It began in April 1861, and by 1863 it was over. In 1870 a new war came. In May the port fell.",
            "1870-05",
            id="a-year-that-opens-a-sentence",
        ),
        pytest.param(
            "en",
            "It began in April 1861. In 1790 his father had been born. In May the port fell.",
            "1861-05",
            id="a-year-long-past-that-opens-a-sentence",
        ),
    ],
)
def test_date_without_a_year_follows_the_story(language: str, text: str, expected: str) -> None:
    assert read_last(text, language) == expected


SIEGE = {
    "en": ("The siege began on 9 March 1862.", "the port fell. In June they left."),
    "fr": ("Le siège débuta le 9 mars 1862.", "la ville tomba. En juin, ils partirent."),
    "es": ("El sitio empezó el 9 de marzo de 1862.", "cayó la ciudad. En junio se fueron."),
    "de": ("Die Belagerung begann am 9. März 1862.", "fiel die Stadt. Im Juni zogen sie ab."),
    "nl": ("Het beleg begon op 9 maart 1862.", "viel de stad. In juni vertrokken ze."),
}


@pytest.mark.parametrize(
    ("language", "words", "year"),
    [
        ("en", "A year later, on 3 May,", 1863),
        ("en", "About two years later, on 3 May,", 1864),
        ("en", "The following year, on 3 May,", 1863),
        ("en", "The year after, on 3 May,", 1863),
        ("en", "On 3 May the next year", 1863),
        ("en", "On 3 May of the following year", 1863),
        ("fr", "L'année suivante, le 3 mai,", 1863),
        ("fr", "L'année d'après, le 3 mai,", 1863),
        ("fr", "Un an plus tard, le 3 mai,", 1863),
        ("fr", "Deux ans après, le 3 mai,", 1864),
        ("fr", "Le 3 mai de l'année suivante,", 1863),
        ("es", "Al año siguiente, el 3 de mayo,", 1863),
        ("es", "Un año después, el 3 de mayo,", 1863),
        ("es", "Dos años más tarde, el 3 de mayo,", 1864),
        ("es", "El 3 de mayo del año siguiente", 1863),
        ("de", "Im Jahr darauf, am 3. Mai,", 1863),
        ("de", "Im Folgejahr, am 3. Mai,", 1863),
        ("de", "Ein Jahr später, am 3. Mai,", 1863),
        ("de", "Zwei Jahre danach, am 3. Mai,", 1864),
        ("de", "Am 3. Mai des folgenden Jahres", 1863),
        ("nl", "Het jaar daarop, op 3 mei,", 1863),
        ("nl", "Een jaar later, op 3 mei,", 1863),
        ("nl", "Twee jaar daarna, op 3 mei,", 1864),
        ("nl", "Op 3 mei van het volgende jaar", 1863),
    ],
)
def test_years_counted_on_are_those_of_the_day_beside_them(language: str, words: str, year: int) -> None:
    before, after = SIEGE[language]
    dates = read(f"{before} {words} {after}", language)
    assert f"{year}-05-03" in dates
    assert dates[-1] == f"{year}-06"


@pytest.mark.parametrize("month", ["March", "October"])
def test_month_of_the_next_year_is_counted_once(month: str) -> None:
    text = f"The bridge was opened in {month} 2005. On 3 May the next year it fell. In June it was rebuilt."
    assert read(text) == [f"2005-{'03' if month == 'March' else '10'}", "2006-05-03", "2006-06"]


def test_next_year_after_next_year_goes_on_counting() -> None:
    text = "It began in October 1862. The next year brought peace. The next year, in May, they left."
    assert read(text) == ["1862-10", "1863", "1864", "1864-05"]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "It began on 9 March 1862. A year earlier, on 7 May, a ship had sunk. In June it ended.", "1861-05-07"),
        ("de", "Es begann am 9. März 1862. Ein Jahr zuvor, am 7. Mai, sank eines. Im Juni war Ruhe.", "1861-05-07"),
        ("es", "Empezó el 9 de marzo de 1862. Un año antes, el 7 de mayo, se hundió un barco. En junio acabó.",
         "1861-05-07"),
    ],
)  # fmt: skip
def test_story_goes_on_in_its_year_after_a_look_back(language: str, text: str, day: str) -> None:
    dates = read(text, language)
    assert day in dates
    assert dates[-1] == "1862-06"


@pytest.mark.parametrize(
    "aside", ["He died two years later.", "Two years after the war, he wrote.", "They waited a year, then three."]
)
def test_count_of_years_beside_no_day_does_not_carry_the_story_away(aside: str) -> None:
    assert read_last(f"It began in May 1862. {aside} In June the fort fell.") == "1862-06"


def test_story_that_begins_without_a_year_takes_the_first_one_to_come() -> None:
    assert read("The fleet left in March. It came home in June 1790.")[0] == "1790-03"


def test_story_without_any_year_is_of_the_year_it_was_written_in() -> None:
    assert read("The fleet left on 20 January. It came home on 3 February.") == ["2011-01-20", "2011-02-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 November: a leak. 20 December: a fire. 5 January: the end.", ["2010-11-03", "2010-12-20", "2011-01-05"]),
        ("5 April: a concert. 3 May: a fair.", ["2011-04-05", "2011-05-03"]),
        ("5 January: a leak. 2 February: the end.", ["2011-01-05", "2011-02-02"]),
    ],
    ids=["over-new-year", "to-come", "this-year"],
)
def test_story_without_any_year_lies_around_the_day_of_writing(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_story_without_any_year_or_day_of_writing_stays_open() -> None:
    assert read("The fleet left on 20 January.", reference=None) == ["XXXX-01-20"]


def test_last_year_of_a_story_may_be_that_before_the_writing() -> None:
    mention = tag(
        "It began in May 1862. Last year it was told again.", reference=WRITTEN, language="en", genre="narrative"
    )[-1]
    assert [mention.edtf, *(reading.edtf for reading in mention.alternatives)] == ["1861", "2010"]
    assert mention.confidence < 0.8


def test_back_reference_does_not_carry_the_story_away() -> None:
    text = (
        "The war began in April 1861. A treaty of June 1790 was broken. The fort fell in July 1861. "
        "The troops came back in August."
    )
    assert read_last(text) == "1861-08"


def test_days_later_count_from_the_story_and_not_from_an_aside() -> None:
    text = "The fort fell on 3 July 1861 (it had been built on 9 May 1790). Two days later the town burned."
    assert read_last(text) == "1861-07-05"


def test_night_between_two_days_is_of_the_first() -> None:
    text = "Im Mai 1945 fiel die Stadt. In der Nacht vom 8. zum 9. Mai war es aus."
    assert read_last(text, "de") == "1945-05-08TNI"


def test_row_of_counts_does_not_carry_the_story_away() -> None:
    text = "The fort fell on 3 July 1861. They took 1370 guns, 1600 shells and 1720 hats. The town fell in May."
    assert read_last(text) == "1861-05"


def test_story_is_bounded() -> None:
    text = "In May 1862 it rained. " * (MAX_STEPS + 10)
    tables = tables_for("en")
    assert len(storyline(scan(text, tables), tables, WRITTEN).places) == MAX_STEPS


@pytest.mark.parametrize("text", ["", "\n\n", "1862\n", "May\n\n\n1862 BC", "(((((1862", "9999 1000 9999 1 BC May"])
def test_odd_texts_are_read(text: str) -> None:
    assert len(read(text)) <= 4


@pytest.mark.parametrize(
    "piece",
    [
        "May 1862. ",
        "In June it rained. ",
        "1862\n\n",
        "(1862 ",
        "the next year ",
        "A year earlier, on 3 May, ",
        "In 1870 ",
    ],
)
def test_twice_the_story_takes_no_more_than_thrice_the_time(piece: str) -> None:
    tables = tables_for("en")
    stories = [scan(piece * size, tables) for size in (1_500, 3_000)]
    once, twice = (partial(storyline, tokens, tables, WRITTEN) for tokens in stories)
    assert growth(once, twice) <= 3
