"""Say EDTF values in words, and how a date was read. The words come from the tables of the language."""

from __future__ import annotations

from .saying import Sayer
from .tables import Wording, tables_for
from .tables.wording_en import WORDING as ENGLISH

FROM_TEXT = frozenset({"from-date", "from-last-date", "neighbour-unit", "same-unit", "next-day"})
BESIDE_REPORT = frozenset({"last-unit", "this-unit", "next-unit"})
WITHOUT_WORDS = frozenset({"editor"})
WITHOUT_REPORT = frozenset({"absolute", "part", "about", "since", "until", "range", "editor"})


def wording_of(language: str) -> Wording:
    """Return the wording of a language; English for one that has none yet."""
    return tables_for(language).wording or ENGLISH


def say(edtf: str, *, part: str = "", language: str = "en") -> str:
    """Say an EDTF value in words, for the middle of a sentence.

    What words alone cannot say has its EDTF behind it ("about 11 June 2004 (2004-06~-11)"); years beyond 9999
    (`Y17E7`) and strings that are not EDTF are given as they stand.
    """
    sayer = Sayer(wording_of(language))
    return sayer.agreed(sayer.dated(edtf, part))


def short(rule: str, words: str, reference: str, *, edtf: str = "", language: str = "en", within: bool = False) -> str:
    """Say in a few words how a date was read: "Tuesday: the report is of Tuesday 19 September 2023"."""
    sayer = Sayer(wording_of(language))
    if rule in WITHOUT_WORDS:
        return sayer.form(f"short-{rule}")
    source = _source(rule, reference, within)
    return sayer.form(f"short-{source}", words=words, reference=sayer.reference(reference))


def explain(
    rule: str, words: str, reference: str, *, edtf: str, part: str = "", language: str = "en", within: bool = False
) -> str:
    """Say in one sentence how the words of a report were read. `reference` is an ISO date or empty.

    `within` says that the reference is a date of the text and not the day of the report, as in a history.
    """
    sayer = Sayer(wording_of(language))
    reading = reason(rule, edtf=edtf, part=part, language=language, within=within)
    if rule in WITHOUT_WORDS:
        return _closed(reading[0].upper() + reading[1:] + ".")
    sentence = sayer.form(
        _source(rule, reference, within), words=words, reference=sayer.reference(reference), reading=reading
    )
    return _closed(sentence)


def _closed(sentence: str) -> str:
    """End a sentence with one full stop, also behind an abbreviation such as "44 v. Chr."."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def reason(rule: str, *, edtf: str, part: str = "", language: str = "en", within: bool = False) -> str:
    """Say what a rule made of the words, for behind a colon: "the latest Tuesday on or before that day"."""
    sayer = Sayer(wording_of(language))
    if within and rule in BESIDE_REPORT:
        rule = "neighbour-unit"
    template = sayer.words.explanations.get(rule, sayer.words.forms["other-rule"])
    said = template.format(
        date=sayer.dated(edtf, part), weekday=sayer.weekday(edtf), day=sayer.full_day(edtf),
        period=sayer.period(edtf, part),
    )  # fmt: skip
    return sayer.agreed(said)


def full_day(edtf: str, *, language: str = "en") -> str:
    """Say a day with its weekday: "Tuesday 19 September 2023"; anything else as `say` does."""
    sayer = Sayer(wording_of(language))
    return sayer.agreed(sayer.full_day(edtf))


def _source(rule: str, reference: str, within: bool) -> str:
    """Tell which kind of sentence fits: counted from the report's day, from a date in the text, or not counted."""
    if rule == "context":
        return rule
    if not reference or rule in WITHOUT_REPORT:
        return "plain"
    return "text" if within or rule in FROM_TEXT else "report"
