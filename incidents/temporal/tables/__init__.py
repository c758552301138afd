"""The words of each language: data only, one module a language. The grammar over them is written once.

Languages without a module here read their months and weekdays from `calendars`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import import_module

LANGUAGES = ("en", "es", "nl", "de", "fr")
MAX_TAG = 40  # characters of a language tag that are looked at

Words = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language writes dates. `forms` and `explanations` are templates; `saying` tells what they take.

    A form such as "day" may have cases, "day:el": templates ask for them, `{date:el}`.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    ordinals: tuple[str, ...]
    forms: Mapping[str, str]
    explanations: Mapping[str, str]
    months_of: tuple[str, ...] = ()
    """Months behind their "of", where that differs from one to the other ("de mars", "d’avril")."""
    agreements: tuple[tuple[str, str], ...] = ()
    """Regular expressions of what meets in a phrase, and what it becomes there ("le été", "l’été")."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of a language.

    `words` maps a word class of the grammar to its words and phrases (lower case, single blanks) and their values.
    The other fields are questions that classes do not answer; what is empty or False does not happen in a language.
    """

    code: str
    words: Mapping[str, Words]

    # how it is written
    capitals: bool = False
    """Months and weekdays have a capital; a month without one counts only beside a number."""
    day_first: bool = True
    """03/04/2021 is the third of April."""
    month_first: bool = True
    """"May 3" without a year is a date, and not three of something in May."""
    year_before_day: bool = False
    """As in "2023. szeptember 19."."""
    fused: Words = field(default_factory=dict)
    """Parts of day that are written together with a weekday ("dinsdagavond")."""
    articled: frozenset[str] = frozenset()
    """Prepositions that hold an article ("am Abend")."""
    ordinal_dot: frozenset[str] = frozenset()
    """Words before a day where a dot makes ordinals ("am 24.", "am 16.1.")."""
    nouns: Mapping[str, tuple[str, object]] = field(default_factory=dict)
    """Words of another class where they stand with a capital inside a sentence ("am Morgen")."""
    thousands: Mapping[str, int] = field(default_factory=dict)
    """What begins a year in words ("mil novecientos" noventa y dos)."""
    disagreeing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What cannot belong to an article: in "deed het vorige week" stands a pronoun."""

    # clock times
    hour_words: str = ""
    """Alternatives of a regular expression, after the hour ("7 Uhr")."""
    clock_after: frozenset[str] = frozenset()
    """One of them before a full hour with its word, else that is a length of time ("12 heures de vol")."""
    dotted_after: frozenset[str] = frozenset()
    """After them "14.30" is a time by itself ("a las 14.30")."""

    adverbial_parts: frozenset[str] = frozenset()
    """Parts of day without a preposition: of one day, or of each ("abends")."""
    hour_joints: frozenset[str] = frozenset()
    """Between two times the first of which has no word of its own ("von 9 bis 12 Uhr")."""

    # words that may be something else
    shy: frozenset[str] = frozenset()
    """Words such as "may" and "march": they count only beside a number or a word of `inside`."""
    shy_seasons: frozenset[str] = frozenset()
    """Seasons that count only after "in the" and the like, or beside a year ("fall")."""
    inside: frozenset[str] = frozenset()
    """Words that stand before a date ("in", "since")."""
    counted_large: bool = False
    """What is counted has a capital, as all nouns do."""
    plural_endings: tuple[str, ...] = ()
    """A word that ends so may be counted by the round number before it."""
    counted: frozenset[str] = frozenset()
    """After a number of four digits they make it a count ("2000 people")."""
    numbering: frozenset[str] = frozenset(
        "version v isbn issn ip tel fax phone serial build release rfc iso doi".split()
    )
    """Before digits with dots or dashes they make them a number of something ("version 2020.12.1")."""
    labels: frozenset[str] = frozenset()
    """Before a number they make it a name ("room 2010")."""
    ranks: bool = False
    """"The 5th" before a word of unknown kind is no day ("op de 5e plaats")."""
    openers: frozenset[str] = frozenset()
    """But before one of these it is, as they begin a clause (on the 5th "he" left)."""
    contests: frozenset[str] = frozenset()
    """Near one of them a half is one of a match ("scored" in the first half)."""
    names_before: frozenset[str] = frozenset()
    """They make a weekday a name ("Bloody Sunday")."""
    given_names: frozenset[str] = frozenset()
    """Months that are given names too, where months have a capital ("April Jones")."""
    possessives: frozenset[str] = frozenset()
    """Between them and a noun one of `shy` with a capital is a month ("its" August totals)."""
    titles: frozenset[str] = frozenset()
    """Before a month they make it a surname ("Mr. March")."""
    names_after: frozenset[str] = frozenset()
    """As `names_before`, behind it ("Sunday Times")."""
    known_days: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Days (month and day) that name a happening of one year beside one of `happenings`."""
    known_in_digits: bool = False
    """They do so in digits too ("9/11")."""
    happenings: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """After them a day is a name ("calle 9 de Julio")."""
    describing: frozenset[str] = frozenset()
    """After them a season or a named day only says what kind ("Juegos de invierno")."""
    day_articles: frozenset[str] = frozenset()
    """After them a named day is a date ("el Viernes Santo"), and a day of a month may be in words ("el dos de mayo")."""
    shy_days: frozenset[str] = frozenset()
    """Named days that count only beside their year ("New Year")."""
    habitual: frozenset[str] = frozenset()
    """After them a weekday comes again and again ("le mardi")."""
    relatives: frozenset[str] = frozenset()
    """Demonstratives that are relative pronouns behind a noun ("de man die zondag viel")."""
    numbered_days: frozenset[str] = frozenset()
    """After them a number is a day of the month ("el día 5")."""
    decade_articles: frozenset[str] = frozenset()
    """After them a number may be a decade ("los ochenta")."""
    article: tuple[str, ...] = ()
    """How the part of a decade of two digits begins, where an age may be meant ("the mid" sixties)."""
    plural_years: frozenset[str] = frozenset()
    """After them a year names its decade ("les années 1990")."""
    after_year: frozenset[str] = frozenset()
    """Words that may close a date ("2023 года")."""

    # the tense of a clause
    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    sure_endings: tuple[str, ...] = ()
    """Endings of the past that no other word has, however short the word ("-ó")."""
    names_end: tuple[str, ...] = ()
    """Those of `past_endings` that many names have: with a capital a word is one ("Canada")."""
    no_past: frozenset[str] = frozenset()
    """Words with one of `past_endings` that are no verbs ("gemeente", "comité")."""
    determiners: frozenset[str] = frozenset()
    """After them a word with one of `past_endings` is a noun or an adjective ("la société")."""
    planned: frozenset[str] = frozenset()
    """Verbs in the past that speak of what was to come then ("devait", "sollte")."""
    was: frozenset[str] = frozenset()
    """With one of `plans` or `to_come` behind them they do so too ("was" due, "was" to)."""
    plans: frozenset[str] = frozenset()
    verb_last: bool = False
    """A participle ends the clause, far from its auxiliary ("war für Mittwoch geplant")."""
    saying: frozenset[str] = frozenset()
    """Verbs that a report names its sources with ("said")."""
    had: frozenset[str] = frozenset()
    """Auxiliaries of the past perfect ("had" died)."""
    deadline: frozenset[str] = frozenset()
    """Right before a date they speak of the future ("by")."""
    present: frozenset[str] = frozenset()
    """Right before a date, a participle or one of `to_come` they look ahead ("is" to appear)."""
    present_endings: tuple[str, ...] = ()
    """Endings of a present, where the verb comes second and right beside a weekday."""
    local_time: tuple[tuple[str, ...], ...] = ()
    """What may stand between an hour and its day ("3 a.m. local time on Monday")."""
    no_present: frozenset[str] = frozenset()
    """Other words that end so."""
    subordinating: frozenset[str] = frozenset()
    """Conjunctions that send the verb to the end of their clause ("dass")."""
    relative_pronouns: frozenset[str] = frozenset()
    """They do so too where they begin a clause."""
    attributive: tuple[str, ...] = ()
    """Endings of a participle of the present before its noun (die am Freitag "beginnende" Messe)."""
    reflexives: frozenset[str] = frozenset()
    """Between a verb and its date ("buigt zich" vrijdag)."""
    present_plurals: tuple[str, ...] = ()
    """Endings of a present that look like those of the past ("praten", "houden"): no past is made with them."""
    past_plurals: tuple[str, ...] = ()
    """Endings of a past, which many words of the present have too: what ends so is taken for neither."""
    participles: str = ""
    """A regular expression of participles, where the clause ends in them; it may match finite verbs too."""
    aimed: frozenset[str] = frozenset()
    """Before a weekday they look ahead (a meeting "for" Friday)."""
    backward: frozenset[str] = frozenset()
    """Right before a date they speak of the past, whatever the verb ("is closed since Sunday")."""
    presents: frozenset[str] = frozenset()
    """Verbs in the present that right before a weekday tell of an appointment (the court "meets" on Friday)."""
    states: frozenset[str] = frozenset()
    """Behind one of `copulas` they tell how things are on such a day, not what happened ("is closed on Sunday")."""
    copulas: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    """Modals that with an infinitive of the perfect tell what is said to have happened ("soll" gestohlen haben)."""
    hearsay_tail: str = ""
    """A regular expression of that infinitive: of the words behind the modal, to the end of the clause if verbs end it."""
    perfects: frozenset[str] = frozenset()
    """Auxiliaries that tell something past with a participle only ("hat" berichtet, "hat" Zeit)."""
    after_states: frozenset[str] = frozenset()
    """Behind one of `states` they make it what happened ("is closed" by the police)."""
    closings: frozenset[str] = frozenset()
    """So do these beside one: "lager gesloten", "closed lower"."""
    adverb_ending: str = ""
    """So ends an adverb that may stand between the parts of a verb ("is officially reported")."""
    to_come: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    """Right before a participle they leave its time open ("be" held)."""
    nouns_capital: bool = False
    """Nouns are written with a capital, so that no word with one is a verb."""
    subject_first: bool = False
    """No sentence begins with a verb: one with a capital and the ending of the past is a name ("United")."""

    # counting
    stretches: frozenset[str] = frozenset()
    """Words for "last" that mean a stretch of time ("the past year")."""
    plurals: frozenset[str] = frozenset()
    """Units, and words for "last" and "next", in the plural: a stretch of time too ("de komende weken")."""
    joining: frozenset[str] = frozenset()
    """Words for earlier and later that also join ("two days before the vote")."""
    rounded: frozenset[str] = frozenset()
    """Counts that are about so many ("une dizaine de" jours)."""
    loose: frozenset[str] = frozenset()
    """Words for now and then that only lead on in a story ("nun", "damals")."""
    fronted: frozenset[str] = frozenset()
    """Those that tell a time only where they open a sentence ("Nun folgt …")."""
    formerly: frozenset[str] = frozenset()
    """Words for earlier that by themselves speak of the past ("früher war")."""
    than: frozenset[str] = frozenset()
    """After earlier and later they compare, and nothing is counted ("three days later than planned")."""
    ahead: frozenset[str] = frozenset()
    """Words for "in" that always look ahead ("dans trois semaines"); others may tell how long something took."""
    through: frozenset[str] = frozenset()
    """They join two dates, and before one alone mean "until" ("tot en met")."""
    lasting: frozenset[str] = frozenset()
    """After them "two weeks from Monday" is how long."""
    fractions: Mapping[str, int] = field(default_factory=dict)
    """Parts of centuries and decades, and how many make the whole (the last "quarter" of the 19th century)."""
    overnight: frozenset[str] = frozenset()
    """Parts of day that lead from one day to the next by themselves ("overnight" Sunday)."""
    into: frozenset[str] = frozenset()
    """Between a night and the day that it ends in ("in der Nacht zum Mittwoch")."""
    onward: frozenset[str] = frozenset()
    """Words for "from" that mean "from … on" where no end follows ("ab dem 1. Januar"): they look ahead."""
    near_hour: frozenset[str] = frozenset()
    """Between a day and an hour, beside words for "about" ("am Montag gegen 18 Uhr")."""
    genitive: frozenset[str] = frozenset()
    """An article after which a weekday that could come again and again is a single one ("des Samstags")."""
    coming: frozenset[str] = frozenset()
    """Words for "next" that mean the first to come, be it in this week ("am kommenden Wochenende")."""
    just: frozenset[str] = frozenset()
    """Before one of the next two they leave an hour beside its day ("am Montag kurz vor 7 Uhr")."""
    before_hour: frozenset[str] = frozenset()
    """Before "midnight" they leave it the end of the day that is named ("shortly before midnight on Sunday")."""
    after_hour: frozenset[str] = frozenset()
    """Before "midnight" they make it the beginning of that day."""
    weekday_week: bool = False
    """"Friday week" is the Friday after next."""
    in_weeks: frozenset[str] = frozenset()
    """Between a weekday and a count of days that means weeks ("lundi en huit")."""
    weeks_in_days: Mapping[int, int] = field(default_factory=dict)
    """Counts of days that mean weeks ("quinze jours")."""

    absolute_only: bool = False
    """Nothing is known of the language but its calendar: only dates that count from nothing are read."""
    years: tuple[int, int] = (1, 9999)
    """The first and last that can be Gregorian; others belong to another calendar."""
    wording: Wording | None = None


def numbered(*groups: str) -> dict[str, object]:
    """Number groups of synonyms from 1: `numbered("one uno", "two dos")`; `_` stands for a blank."""
    return {word.replace("_", " "): n for n, group in enumerate(groups, 1) for word in group.split()}


def same(value: object, words: str) -> dict[str, object]:
    """Give all the words one value; `_` stands for a blank."""
    return {word.replace("_", " "): value for word in words.split()}


def of_orthodox_church(days: Words, before: str = "", behind: str = "") -> dict[str, object]:
    """Give the days that depend on Easter, and Christmas, the dates of the Julian calendar.

    The words for "orthodox" stand before or behind the day: "Orthodox Easter", "Pâques orthodoxes".
    """
    made: dict[str, object] = {}
    for day, spec in days.items():
        if not isinstance(spec, tuple) or not (spec[0] == "easter" or spec in JULIAN_FIXED):
            continue
        moved = JULIAN_FIXED.get(spec) or ("julian-easter", *spec[1:])
        made |= {f"{word} {day}": moved for word in before.split()} | {
            f"{day} {word}": moved for word in behind.split()
        }
    return made


JULIAN_FIXED: dict[object, tuple[object, ...]] = {
    ("fixed", 12, 25): ("fixed", 1, 7),
    ("fixed", 12, 24): ("fixed", 1, 6),
}
"""Christmas and its eve as the churches keep them that follow the Julian calendar (until 2100)."""

MONTH_FIRST = ("en-us", "en-ph")  # where 03/04/2021 is the fourth of March

NUMBERS_ONLY = Tables(code="", words={}, absolute_only=True)


def tables_for(language: str) -> Tables:
    """Return the tables of a language tag (`en`, `en-GB`); for one not here, those of its calendar alone."""
    tag = language[:MAX_TAG].replace("_", "-").lower()
    tables = _tables(tag.split("-")[0])
    return _month_first(tables.code) if tag in MONTH_FIRST else tables


@lru_cache(maxsize=8)
def _month_first(code: str) -> Tables:
    return replace(_tables(code), day_first=False)


@lru_cache(maxsize=256)
def _tables(code: str) -> Tables:
    if code in LANGUAGES:
        own: Tables = import_module(f"{__name__}.{code}").TABLES
        return own
    calendar: Tables = import_module(f"{__name__}.calendars").calendar_tables(code)
    return calendar
