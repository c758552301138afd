"""Headlines that an editor can accept as they stand: a subject, a verb, nothing added, nothing hanging loose."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.drafts import EventDraft
from incidents.extraction import propose, read_text
from incidents.extraction.cues import cues_for
from incidents.extraction.phrases import is_whole, noun_at_end, was_or_were
from incidents.extraction.shortening import MAX_HEADLINE, clipped, shortened
from incidents.tests.growth import growth

EN = cues_for("en")


def drafts_of(sentence: str, language: str = "en") -> list[EventDraft]:
    return propose(read_text(sentence, published="2023-09-19", language=language))


def headlines(sentence: str) -> list[str]:
    return [draft.headline for draft in drafts_of(sentence)]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param(
            "THE HAGUE — The tribunal said on Tuesday that something was wrong in its mail system and that it had "
            "taken all the steps that it could think of to contain the damage.",
            "Tribunal said something was wrong in its mail system",
            id="dateline-without-agency",
        ),
        pytest.param("PARIS, Oct 23 — The port was shut on Monday.", "Port was shut", id="dateline-with-day"),
        pytest.param("NEW YORK (Port News) — The port was shut on Monday.", "Port was shut", id="dateline-paper"),
    ],
)
def test_dateline_stays_out(sentence: str, headline: str) -> None:
    assert headlines(sentence)[:1] == [headline]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param(
            "The court, established in 2002, tries people accused of war crimes.", "Court was established", id="year"
        ),
        pytest.param(
            "The bill, passed by the upper house in March, would become law in the end.",
            "Bill was passed by the upper house",
            id="by-whom",
        ),
        pytest.param(
            "The two gates, closed on Monday, are said to be rusty.", "Two gates were closed", id="more-than-one"
        ),
        pytest.param(
            "The worm, first seen in 2017 and thought to be the work of a state, was used again.",
            "Worm was first seen and thought to be the work of a state",
            id="goes-on",
        ),
        pytest.param(
            "The spy, arrested on 5 April 2022 in the capital and flown out, was sentenced to ten years.",
            "Spy was arrested in the capital and flown out",
            id="place-behind",
        ),
        pytest.param("A pact made yesterday is expected to lead to peace.", "Pact was made", id="without-commas"),
        pytest.param(
            "The paper, the result of an inquiry begun in 2018, listed many faults.", "Inquiry was begun", id="apposed"
        ),
        pytest.param(
            "The spokeswoman, Ada Berg, confirmed on Thursday that the mailboxes of eleven envoys, including two "
            "ambassadors, had been read.",
            "Spokeswoman, Ada Berg, confirmed the mailboxes of eleven envoys, including two ambassadors, had been read",
            id="verb-of-the-sentence",
        ),
    ],
)
def test_reduced_relative_becomes_a_sentence(sentence: str, headline: str) -> None:
    assert headlines(sentence)[:1] == [headline]


@pytest.mark.parametrize(
    ("language", "sentence", "headline"),
    [
        pytest.param("es", "El museo reabrió en 2015 tras dos años de obras.", "Museo reabrió tras dos años de obras"),
        pytest.param("es", "En julio de 2012, un incendio destruyó el puente.", "Incendio destruyó el puente"),
        pytest.param("es", "El barco, hundido en 2011, fue izado el lunes.", "Barco, hundido en 2011, fue izado"),
        pytest.param("es", "Una de las víctimas murió el lunes.", "Una de las víctimas murió"),
        pytest.param("fr", "Le musée a rouvert en 2015 après des travaux.", "Musée a rouvert après des travaux"),
        pytest.param("fr", "Le navire, construit en 1987, a coulé lundi.", "Navire, construit en 1987, a coulé"),
        pytest.param("fr", "Une des victimes est morte lundi.", "Une des victimes est morte"),
        pytest.param(
            "de",
            "Die Fabrik, die 1998 eröffnet wurde, schließt am Freitag.",
            "Fabrik, die 1998 eröffnet wurde, schließt",
        ),
        pytest.param("de", "Eine der Brücken wurde am Montag gesperrt.", "Eine der Brücken wurde gesperrt"),
        pytest.param(
            "nl", "De fabriek, die in 1998 werd geopend, sluit vrijdag.", "Fabriek, die in 1998 werd geopend, sluit"
        ),
        pytest.param("nl", "Een van de gewonden overleed maandag.", "Een van de gewonden overleed"),
        pytest.param("en", "A third of the staff left in May.", "A third of the staff left"),
        pytest.param(
            "en",
            "The union, whose members walked out in 2018, rejected the offer on Sunday.",
            "Union, whose members walked out in 2018, rejected the offer",
        ),
        pytest.param(
            "en", "A hearing on the damages is set for 4 October.", "Hearing on the damages is set for 4 October"
        ),
        pytest.param(
            "en", "The fire hurt, by varying reports, nine people.", "Fire hurt, by varying reports, nine people"
        ),
    ],
)
def test_what_a_date_leaves_behind_is_whole(language: str, sentence: str, headline: str) -> None:
    found = propose(read_text(sentence, published="2023-09-19", language=language), inferred=True)
    assert found[0].headline == headline


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param(
            "The report, due on Friday, will name those responsible.", "Report will name those responsible", id="due"
        ),
        pytest.param(
            "Thieves had keys to the gates, according to a report published on Monday.",
            "Thieves had keys to the gates, according to a report",
            id="published",
        ),
        pytest.param(
            "The depot closed earlier this year after a guard was hurt.",
            "Depot closed after a guard was hurt",
            id="earlier",
        ),
        pytest.param("The fire was put out by around 8:30pm.", "Fire was put out", id="by-around"),
        pytest.param(
            "Mailboxes of the staff had been read by outsiders since at least January.",
            "Mailboxes of the staff had been read by outsiders",
            id="since-at-least",
        ),
        pytest.param("The ban was put off to 5 April 2022.", "Ban was put off to 5 April 2022", id="to-stays"),
        pytest.param(
            "His first film since the mutiny was labelled as from Monday.",
            "His first film since the mutiny was labelled as from Monday",
            id="as-from-stays",
        ),
        pytest.param(
            "The team won the cup in 2014 and 2016, and the league in 2015.",
            "Team won the cup and the league",
            id="no-double-and",
        ),
    ],
)
def test_nothing_hangs_loose_where_a_date_stood(sentence: str, headline: str) -> None:
    assert headline in headlines(sentence)


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param(
            "On Monday divers found a door, a rudder, and a lifeboat painted in the colours of the missing ferry while "
            "searching the strait between the two islands.",
            "Divers found a door, a rudder, and a lifeboat painted in the colours of the missing ferry",
            id="list-stays-whole",
        ),
        pytest.param(
            "The bank said on Friday that the attack had exposed names, addresses, birth dates and account numbers of "
            "about forty thousand customers in the north.",
            "Bank said the attack had exposed names, addresses, birth dates and account numbers",
            id="list-is-complete",
        ),
        pytest.param(
            "The paper counted on Sunday 222 dead and 843 injured, with officials of the government saying the numbers "
            "were likely to rise much further.",
            "Paper counted 222 dead and 843 injured",
            id="at-the-clause",
        ),
        pytest.param(
            "They concluded on Monday that the border agreement between the two countries is “null and void” and "
            "“infringes upon the rights of all the others around the sea”.",
            "They concluded that the border agreement between the two countries is “null and void”",
            id="said-clause-has-its-verb",
        ),
        pytest.param(
            "On Tuesday the head of state of the republic called for a new kind of cooperation among all the eastern "
            "provinces, claiming a right to a say.",
            "Head of state of the republic called for a new kind of cooperation",
            id="verb-keeps-what-hangs-on-it",
        ),
        pytest.param(
            "Liberia is expected to see thousands of new cases within the next three weeks or months, the Office for "
            "Rural Health said on Monday.",
            "Office for Rural Health said Liberia is expected to see thousands of new cases",
            id="speaker-comes-first",
        ),
        pytest.param(
            "The spokesman for the Ministry of Foreign Affairs confirmed on Thursday that the mailboxes of eleven "
            "diplomats, including two ambassadors, had been read by outsiders.",
            "Spokesman for the Ministry of Foreign Affairs confirmed the mailboxes of eleven diplomats had been read "
            "by outsiders",
            id="aside-is-no-border",
        ),
    ],
)
def test_long_sentence_is_cut_at_a_border(sentence: str, headline: str) -> None:
    assert any(found.startswith(headline) for found in headlines(sentence)), headlines(sentence)


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param(
            "Ivo Kral, 62, a caterer whose private army clashed with the troops of the government and marched on the "
            "capital, was on Monday among the ten on board of the lost plane.",
            "Ivo Kral was among the ten on board of the lost plane",
            id="apposition",
        ),
        pytest.param(
            "Water and Soap for All (WSA) — also known as Les Puits et Sources — announced on Monday that it was "
            "closing its clinic in the harbour district, citing violence.",
            "Water and Soap for All announced it was closing its clinic in the harbour district",
            id="dashes",
        ),
        pytest.param(
            "According to Kral — who had denied all ties to the company and sued several of the journalists that wrote "
            "of them — he started it in 2014.",
            "According to Kral he started it",
            id="dashes-inside",
        ),
        pytest.param(
            "At least 26 people, according to city officials, have been killed on Tuesday and many more have been "
            "injured following attacks on the harbour.",
            "At least 26 people, according to city officials, have been killed and many more have been injured",
            id="whose-word-it-is-stays",
        ),
    ],
)
def test_interruption_goes_where_it_is_too_long(sentence: str, headline: str) -> None:
    assert any(found.startswith(headline) for found in headlines(sentence)), headlines(sentence)


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param(
            "On Monday the inspectors concluded that rust had weakened all of the hinges of the two inner gates of the "
            "old harbour, jamming both of them.",
            "Inspectors concluded that rust had weakened all of the hinges of the two inner gates of the old harbour",
            id="participle-behind-a-comma",
        ),
        pytest.param(
            "The ban, which was backdated to April 2022, followed a fight on 4 February 2021.",
            "Ban followed a fight",
            id="date-behind-a-relative-clause",
        ),
        pytest.param(
            "So far three countries closed their ports on Monday.",
            "So far three countries closed their ports",
            id="so-far",
        ),
        pytest.param(
            "On Monday the WHO warned all of the ports that it had inspected of rats.",
            "WHO warned all of the ports it had inspected of rats",
            id="initials-are-no-pronoun",
        ),
        pytest.param(
            "Whilst backed by the port, the plan was dropped on Monday.",
            "Whilst backed by the port, the plan was dropped",
            id="no-clause-without-its-main-one",
        ),
    ],
)
def test_what_a_cut_leaves_is_a_sentence(sentence: str, headline: str) -> None:
    assert headlines(sentence)[:1] == [headline]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param(
            "Ada Berg, who said she was attacked in the 1970s, told reporters she had waited long.",
            "Ada Berg said she was attacked",
            id="who-said",
        ),
        pytest.param(
            "The mayor praised the arrest of Ivo Kral, who is alleged to have led the raid on 13 May 2015.",
            "Ivo Kral is alleged to have led the raid",
            id="who-is-the-last-name",
        ),
        pytest.param(
            "“We closed two gates on Monday,” the port said.",
            "“We closed two gates on Monday,” the port said",
            id="speaker",
        ),
        pytest.param(
            "The minister announced the plan at a press conference, saying: “Today is a good day for us.”",
            "Minister announced the plan at a press conference, saying: “Today is a good day for us”",
            id="saying-is-no-subject",
        ),
        pytest.param(
            "He began a long sentence in 1981; judges freed him in 1990.", "Judges freed him", id="second-sentence"
        ),
        pytest.param(
            "The company told customers on Saturday that it would restore the service.",
            "Company told customers it would restore the service",
            id="told-whom",
        ),
        pytest.param(
            "The guard told reporters on Saturday she left a lamp on in the tower.",
            "Guard told reporters she left a lamp on in the tower",
            id="one-spoken-to",
        ),
        pytest.param(
            "The court first told the public of the breach last month, days after its staff had noticed it.",
            "Court first told the public of the breach, days after its staff had noticed it",
            id="told-of",
        ),
        pytest.param(
            "Last year the service said that it had kept an officer out.", "Service kept an officer out", id="had-kept"
        ),
    ],
)
def test_subject_is_the_one_who_acts(sentence: str, headline: str) -> None:
    assert headline in headlines(sentence)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        pytest.param("The service made the case public on 16 June 2022.", ["disclosed"], id="made-public"),
        pytest.param("The service disclosed the case on 16 June 2022.", ["disclosed"], id="disclosed"),
        pytest.param("The service revealed the case on 16 June 2022.", ["disclosed"], id="revealed"),
        pytest.param("The service published its findings on 16 June 2022.", ["disclosed"], id="published"),
        pytest.param("The case was announced on 16 June 2022.", ["disclosed"], id="passive"),
        pytest.param("The port made its gates safe on 16 June 2022.", ["occurred"], id="made-something-else"),
        pytest.param("The gang claimed responsibility on 16 June 2022.", ["attributed"], id="claimed-responsibility"),
        pytest.param("The court took away his alleged loot in 2019.", ["occurred"], id="alleged-is-an-adjective"),
    ],
)
def test_kind_of_disclosures(sentence: str, kinds: list[str]) -> None:
    assert [draft.kind for draft in drafts_of(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("Two women in their 40s were hurt by the fire.", [], id="age"),
        pytest.param("The port was shut for most of the 1940s.", ["the 1940s"], id="decade"),
        pytest.param(
            "“It was a sign to the elites ahead of the 2024 elections,” the adviser said.", [], id="named-in-speech"
        ),
        pytest.param(
            "The mayor spoke on Friday of the losses in the 2019 flood.", ["Friday"], id="names-a-noun-beside-another"
        ),
        pytest.param("The 2019 flood killed ten people.", ["2019"], id="names-the-noun-told-of"),
        pytest.param(
            "Unrest over the loss of a boat during a Tuesday storm went on last night.",
            ["last night"],
            id="weekday-of-a-noun",
        ),
    ],
)
def test_date_that_dates_no_happening_is_not_proposed(sentence: str, words: list[str]) -> None:
    assert [draft.date.words for draft in drafts_of(sentence) if draft.date] == words


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Port was shut", True),
        ("Was shut", False),
        ("Public of the incident, days", False),
        ("Saying: “today is a day”", False),
        ("Turkish president called for", False),
        ("He first met", False),
        ("Men were found", True),
        ("“We closed the gates”", True),
        ("“The closing of the gates”", False),
        ("", False),
    ],
)
def test_fragments_are_told_from_sentences(text: str, whole: bool) -> None:
    assert is_whole(text, EN) is whole


@pytest.mark.parametrize(
    ("text", "noun", "be"),
    [
        ("The court,", "The court", "was"),
        ("an office of the port", "an office of the port", "was"),
        ("they praised Ivo Kral,", "Ivo Kral", "was"),
        ("the two ships", "two ships", "were"),
        ("The ships", "The ships", "were"),
        ("United Nations", "United Nations", ""),
        ("somebody else", "", None),
    ],
)
def test_noun_and_its_verb(text: str, noun: str, be: str | None) -> None:
    assert noun_at_end(text) == noun
    if be is not None:
        assert was_or_were(noun) == be


def test_what_cannot_be_cut_is_marked_as_broken_off() -> None:
    text = "The port of the city of the province " + "of the region " * 12
    assert shortened(text, EN) == ""
    assert clipped(text, EN).endswith("…")
    assert len(clipped(text, EN)) <= MAX_HEADLINE


WORDS = (
    "The port|said|that|it|was hit|last week|on Tuesday|in 2022|“|”|.|,|, who|, which|(|)|which|and|—|–|according to|"
    "had|told|made|public|closed|by the city|, closed in 2019,|of|the 2024 vote|1,000|;|:|saying|Ada Berg|"
    "after|since|to"
).split("|")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=60))
def test_any_sentence_gives_a_short_balanced_headline(words: list[str]) -> None:
    for draft in drafts_of("The " + " ".join(words) + "."):
        assert 0 < len(draft.headline) <= MAX_HEADLINE
        assert draft.headline.count("“") == draft.headline.count("”")
        assert draft.headline == draft.headline.strip(" ,;:")


@pytest.mark.parametrize(
    "piece",
    [
        "a, ",
        "— ",
        ", which was ",
        "in 2019 and ",
        "the ",
        "“a, ",
        "closed in May, ",
        "said ",
        "of the ",
        "X Y ",
        "(UTC) ",
    ],
)
def test_time_grows_with_the_length_of_a_sentence(piece: str) -> None:
    def text(length: int) -> str:
        return ("On Monday " + piece * length)[:length] + " it was hit in 2019."

    assert growth(partial(drafts_of, text(700)), partial(drafts_of, text(1400)), noise=0.03) <= 3
