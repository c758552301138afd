"""Words that tell what a sentence does: report, detect, respond, blame, look ahead. One table a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from . import de, en, es, fr, nl


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Compiled word tables of one language.

    `reports` are the verbs of saying, `plain` those of mere comment, `voices` further verbs of speech that no sentence
    hangs on; `kinds` the verbs of each kind of event, in a group of its name; `past` tells a finite past or perfect,
    `perfect` the present perfect where that is a tense of its own (beside one of `repeated` it may be of any time),
    `before` the past perfect, `present` the verbs that tell a state of now, `progressive` what is being done, `ahead`
    what has not happened yet; `telling` the verbs that tell a change, not a state or a saying; `conditional` those of
    what would be, or came to be; `verbs` any finite verb that the table knows.
    `previously` are the adverbs of what came before a story, `earlier` those of what came before in it. A date in one
    of `asides` or in the comparison of a `records` dates nothing that is told, one behind `deferred` what is still to
    come, as does one in `put_off`, with the verb behind it; behind `done_by` it is of a noun to which somebody did
    something ("the bill rejected by the House on"); `relatives` open what is said of a noun (`relative_words` are the
    mere pronouns), `subordinate` a clause in front of the main one; a noun behind one of `timely` tells when, behind
    one of `during` its very day; `since` opens what something has been going on since.
    `loose` words leave open how long ago something was ("when she was six", "recently"), but an age (`age`) is that of
    the `dying` too; behind one of `measured` stands the time that a figure is of ("results for 2009"); `to_come` is a
    clause about what is still to come, with "@" for its date ("before it opens in March"). `indefinite` articles open a
    sentence about something new. `addressed` are the verbs of saying that take the one spoken to; `that` joins a saying
    to what is said; `fillers` may stand between a verb of saying and its date; `breaks` begin another clause;
    `lead_ins` only open a sentence; `openers` belong to the date behind them; `nothing` opens a sentence about what did
    not happen, `negated` stands at a verb that is denied. `sequels` is what a sentence opens with where it first says
    what came before (`after`) or next (`ahead`), up to a date, `sequel_words` the same words alone, and `nonfinite` the
    verb without a subject behind them. Of a language that is `verb_second` the verb would come first without the date
    before it; only where `that` can be left out (`drops_that`) a headline does.
    """

    reports: re.Pattern[str]
    plain: re.Pattern[str]
    kinds: re.Pattern[str]
    past: re.Pattern[str]
    perfect: re.Pattern[str]
    repeated: re.Pattern[str]
    before: re.Pattern[str]
    previously: re.Pattern[str]
    earlier: re.Pattern[str]
    voices: re.Pattern[str]
    present: re.Pattern[str]
    progressive: re.Pattern[str]
    asides: re.Pattern[str]
    records: re.Pattern[str]
    done_by: re.Pattern[str]
    deferred: re.Pattern[str]
    put_off: re.Pattern[str]
    relatives: re.Pattern[str]
    relative_words: re.Pattern[str]
    subordinate: re.Pattern[str]
    timely: re.Pattern[str]
    during: re.Pattern[str]
    since: re.Pattern[str]
    loose: re.Pattern[str]
    dying: re.Pattern[str]
    measured: re.Pattern[str]
    to_come: re.Pattern[str]
    indefinite: re.Pattern[str]
    telling: re.Pattern[str]
    ahead: re.Pattern[str]
    conditional: re.Pattern[str]
    verbs: re.Pattern[str]
    addressed: re.Pattern[str]
    that: re.Pattern[str]
    fillers: re.Pattern[str]
    breaks: re.Pattern[str]
    lead_ins: re.Pattern[str]
    articles: re.Pattern[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    nothing: frozenset[str]
    negated: re.Pattern[str]
    sequels: re.Pattern[str]
    sequel_words: re.Pattern[str]
    nonfinite: re.Pattern[str]
    drops_that: bool
    verb_second: bool


_WORD = r"\b(?=\w)"  # the beginning of a word: patterns tried nowhere else are faster
_NEVER = re.compile(r"(?!)")
_FEW_WORDS = r"(?:[^\s,;]{1,20}\s){1,6}$"


def _words(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(_any_of(words), flags)


def _any_of(words: str) -> str:
    """Give the alternatives of a pattern; `*` stands for one to eight words ("made * public")."""
    choices = _by_letter(re.escape(word) for word in words.split("|"))
    choices = choices.replace(r"\ \*\ ", r"(?:\s+[^\s,;]{1,30}){1,8}?\s+").replace(r"\ ", r"\s+")
    return rf"{_WORD}(?:{choices})(?!\w)"


def _by_letter(words: Iterable[str]) -> str:
    """Give alternatives, those of one letter together, so that a word of the text is compared with few of them."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


def _cues(language: str, table: dict[str, str]) -> Cues:
    kinds = ("attributed", "detected", "responded", "disclosed")
    return Cues(
        reports=_words(table["reports"]),
        plain=_words(table["plain"]),
        kinds=_kinds(table, kinds),
        past=re.compile(_WORD + table["past"], re.IGNORECASE),
        perfect=re.compile(table["perfect"], re.IGNORECASE) if "perfect" in table else _NEVER,
        repeated=_words(table["repeated"]) if "repeated" in table else _NEVER,
        before=re.compile(table["before"], re.IGNORECASE),
        previously=_words(table["previously"]),
        earlier=_words(table["earlier"]),
        voices=_words(table["voices"]),
        present=_words(table["now"]),
        progressive=re.compile(table["progressive"], re.IGNORECASE) if "progressive" in table else _NEVER,
        asides=_words(table["asides"]),
        records=re.compile(table["records"], re.IGNORECASE),
        done_by=re.compile(table["done_by"] + _FEW_WORDS, re.IGNORECASE) if "done_by" in table else _NEVER,
        deferred=re.compile(table["deferred"], re.IGNORECASE),
        put_off=re.compile(table["put_off"]) if "put_off" in table else _NEVER,
        relatives=re.compile(table["relatives"], re.IGNORECASE),
        relative_words=re.compile(rf"(?<=[\w,)])\s(?:{table['relative_words']})(?!\w)", re.IGNORECASE)
        if "relative_words" in table
        else _NEVER,
        subordinate=re.compile(table["subordinate"], re.IGNORECASE) if "subordinate" in table else _NEVER,
        timely=re.compile(rf"\b(?:{table['timely']})\s(?:[^\s,;]{{1,20}}\s){{0,4}}$", re.IGNORECASE),
        during=re.compile(rf"\b(?:{table['during']})\s(?:[^\s,;]{{1,20}}\s){{0,2}}$", re.IGNORECASE),
        since=re.compile(rf"\b(?:{table['since']})\s[^,;:]{{0,80}}$", re.IGNORECASE),
        loose=re.compile(_WORD + table["loose"], re.IGNORECASE),
        dying=_words(table["dying"]),
        measured=re.compile(table["measured"], re.IGNORECASE),
        to_come=re.compile(table["to_come"], re.IGNORECASE),
        telling=_telling(table),
        ahead=_words(table["ahead"], re.NOFLAG),  # in lower case only: "May" is a month
        conditional=_words(table["conditional"]) if "conditional" in table else _NEVER,
        verbs=_verbs(table, kinds),
        addressed=_words(table["addressed"]) if "addressed" in table else _NEVER,
        that=re.compile(table["that"], re.IGNORECASE),
        fillers=re.compile(rf"(?:\s|,|\b(?:{table['fillers']})(?!\w))*", re.IGNORECASE),
        breaks=re.compile(table["breaks"], re.IGNORECASE),
        indefinite=_words(table["indefinite"]),
        lead_ins=re.compile(table["lead_ins"], re.IGNORECASE),
        articles=re.compile(rf"(?:{table['articles']})\s+", re.IGNORECASE),
        prepositions=frozenset(table["prepositions"].split()),
        openers=frozenset(table.get("openers", "").split()),
        pronouns=frozenset(table["pronouns"].split()),
        possessives=frozenset(table.get("possessives", "").split()),
        negated=re.compile(table["negated"], re.IGNORECASE),
        nothing=frozenset(table["nothing"].split("|")),
        sequels=re.compile(rf"\W*{_sequel(table)}(?:(?<=['’])|\s)(?P<rest>[^,;:“”\"„«»]{{2,120}})$", re.IGNORECASE),
        sequel_words=re.compile(rf"(?<=\s){_sequel(table)}(?:(?<=['’])|(?=\s))", re.IGNORECASE),
        nonfinite=re.compile(table["nonfinite"], re.IGNORECASE) if "nonfinite" in table else _NEVER,
        drops_that=language == "en",
        verb_second=language in ("de", "nl"),
    )


def _sequel(table: dict[str, str]) -> str:
    """Build what opens a phrase about what went before or came next: "shortly after", "prior to"."""
    return rf"(?:(?P<soon>{table['soon']})\s)?(?:{table['after']}|(?P<ahead>{table['ahead_of']}))(?:(?<=['’])|(?!\w))"


def _kinds(table: dict[str, str], kinds: tuple[str, ...]) -> re.Pattern[str]:
    groups = "|".join(f"(?P<{kind}>{_any_of(table[kind])})" for kind in sorted(kinds))
    return re.compile(rf"{_WORD}(?:{groups})", re.IGNORECASE)


def _telling(table: dict[str, str]) -> re.Pattern[str]:
    """Build the pattern of `telling`: the forms of the language, save those of `states`."""
    states = table["states"] if "(" in table["states"] else _by_letter(table["states"].split("|"))
    return re.compile(rf"{_WORD}(?!(?:{states})(?!\w))(?:{table['telling']})(?!\w)", re.IGNORECASE)


def _verbs(table: dict[str, str], kinds: tuple[str, ...]) -> re.Pattern[str]:
    names = ["reports", *kinds, *(["present"] if "present" in table else [])]
    words = dict.fromkeys(word for name in names for word in table[name].split("|"))
    choices = [table["past"], _any_of("|".join(words)), f"(?-i:{_any_of(table['ahead'])})"]
    return re.compile(rf"{_WORD}(?:{'|'.join(choices)})", re.IGNORECASE)


_TABLES = {"en": en.CUES, "es": es.CUES, "nl": nl.CUES, "de": de.CUES, "fr": fr.CUES}


@cache
def cues_for(language: str) -> Cues:
    """Give the word tables of a language, English ones for a language without its own."""
    known = language if language in _TABLES else "en"
    return _cues(known, _TABLES[known])


@lru_cache(maxsize=64)
def first_verb(sentence: str, cues: Cues) -> re.Match[str] | None:
    """Find the first finite verb of a sentence, which many ask for."""
    return cues.verbs.search(sentence)


def has_cues(language: str) -> bool:
    """Tell a language that has word tables of its own."""
    return language.partition("-")[0] in _TABLES
