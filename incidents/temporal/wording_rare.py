"""Say the EDTF values that no phrase of a language covers: from the phrases it has, with the EDTF behind in brackets.

What the words alone say in full stands without it: the 3rd century BC is `-02XX`, "between AD 50 and AD 59" `005X`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from .edtf import EDTF, Form, from_parts
from .gregorian import DAY_SECONDS

if TYPE_CHECKING:
    from .saying import Said, Sayer

CYCLE = 146_097  # days of 400 years, after which the calendar repeats
EPOCH = date(1970, 1, 1).toordinal()
BRACKETS = re.compile(r" \([^()]*\)")
MARKED_YEAR = re.compile(r"([?~%])(-?[\dX]{4})")
REGULAR = re.compile(r"(-?)(?=[\dX]{4}$)(\d{1,3})X+")
UNNAMED_DECADE = re.compile(r"(?<![\dX])(?:-\d{3}|0\d{2})X(?![\dX-])")
OF_A_HEMISPHERE, QUADRIMESTER, HALF = 25, 37, 40  # the first codes of ISO 8601-2, 4.8
MONTHS_OF_FOUR = 4
CENTURY_DIGITS, DECADE_DIGITS = 2, 3


def with_edtf(sayer: Sayer, said: Said, edtf: str) -> Said:
    """Put the whole EDTF behind words, in place of what its parts have in brackets."""
    return sayer.as_it_stands(f"{BRACKETS.sub('', str(said))} ({edtf})")


def whole(sayer: Sayer, said: Said, edtf: str) -> Said:
    """Give words their EDTF where a part of them needs it, or is itself "between" two years."""
    return with_edtf(sayer, said, edtf) if "(" in str(said) or UNNAMED_DECADE.search(edtf) else said


def is_run_of_years(edtf: str) -> bool:
    """Tell what has a name: a century or millennium, and a decade from the year 100 on."""
    found = REGULAR.fullmatch(edtf)
    return bool(found and (len(found[2]) < DECADE_DIGITS or (not found[1] and found[2][0] != "0")))


def masked(sayer: Sayer, edtf: str) -> Said:
    """Say a date with X: a decade, century or millennium of any era, or the first and last that it can be."""
    found = REGULAR.fullmatch(edtf)
    if found and is_run_of_years(edtf):
        sign, digits = found.groups()
        return sayer.long_period(digits, before_christ=bool(sign))
    first, last = ends_of(EDTF.parse(edtf))
    if edtf.startswith("XXXX"):
        return with_edtf(sayer, sayer.said("undated"), edtf)
    ends = {"first": sayer.date(first), "last": sayer.date(last)}
    said = ends["first"] if first == last else sayer.said("between", **ends)
    return said if found else with_edtf(sayer, said, edtf)


def ends_of(value: EDTF) -> tuple[EDTF, EDTF]:
    """Return the first and last day, month or year that a masked date can be."""
    parts = str(value).lstrip("-").count("-") + 1
    is_season = value.form is Form.SEASON
    days = [day_of(value.earliest), day_of(value.latest)]
    return (
        from_parts(*days[0][: 2 if is_season else parts]),
        from_parts(*days[1][: 2 if is_season else parts]),
    )


def day_of(seconds: int) -> tuple[int, int, int]:
    """Return the year, month and day of a second counted from 1970."""
    ordinal = seconds // DAY_SECONDS + EPOCH
    cycles = max(0, -(ordinal - 1) // CYCLE + 1) if ordinal < 1 else 0
    day = date.fromordinal(ordinal + cycles * CYCLE)
    return day.year - 400 * cycles, day.month, day.day


def marked_in_part(sayer: Sayer, value: EDTF) -> Said:
    """Say a date of which a part is doubtful: which one, only the EDTF says."""
    edtf = str(value)
    if found := MARKED_YEAR.fullmatch(edtf):
        return sayer.date(EDTF.parse(f"{found[2]}{found[1]}"))
    name = "perhaps-about" if value.uncertain and value.approximate else "perhaps" if value.uncertain else "about"
    bare = re.sub("[?~%]", "", edtf)
    if "S" in bare and bare[0] != "Y":
        bare = bare.partition("S")[0]
    return with_edtf(sayer, sayer.said(name, date=sayer.date(EDTF.parse(bare))), edtf)


def part_of_year(sayer: Sayer, code: int, year: Said, edtf: str) -> Said:
    """Say a season of one hemisphere, or a third of a year."""
    if OF_A_HEMISPHERE <= code < OF_A_HEMISPHERE + 8:
        said = sayer.said("season", season=sayer.words.seasons[(code - OF_A_HEMISPHERE) % 4], year=year)
    elif QUADRIMESTER <= code < HALF:
        first = (code - QUADRIMESTER) * MONTHS_OF_FOUR + 1
        said = sayer.months(first, first + MONTHS_OF_FOUR - 1, year)
    else:
        return sayer.as_it_stands(edtf)
    return with_edtf(sayer, said, edtf)


def mixed(sayer: Sayer, value: EDTF) -> Said:
    """Say a set of any members: dates, ranges, open ends."""
    one_of = value.form is Form.ONE_OF
    members = [member(sayer, each, one_of=one_of) for each in value.members]
    if len(members) == 1:
        return with_edtf(sayer, members[0], str(value))
    said = [str(each) for each in members]
    separator = sayer.words.forms["separator"]
    joined = sayer.said("or" if one_of else "and", first=separator.join(said[:-1]), last=said[-1])
    is_plain = is_simple(sayer, value, said)
    return whole(sayer, joined, str(value)) if is_plain else with_edtf(sayer, joined, str(value))


def member(sayer: Sayer, value: EDTF, *, one_of: bool) -> Said:
    if value.form is not Form.INTERVAL:
        return sayer.date(value)
    if not one_of:
        return sayer.interval(value)
    if value.start and value.end:
        return sayer.said("between", first=sayer.opening(value.start, value.end), last=sayer.date(value.end))
    bound = value.start or value.end
    name = "or-after" if value.start else "or-before"
    return sayer.said(f"day-{name}" if bound and bound.day else name, date=sayer.date(bound) if bound else "")


def is_simple(sayer: Sayer, value: EDTF, said: list[str]) -> bool:
    """Tell members whose words hold nothing that joins: "3 May 2021 or 4 May 2021"."""
    forms = sayer.words.forms
    joints = [forms["separator"], *(forms[name][len("{first}") : -len("{last}")] for name in ("or", "and", "from-to"))]
    marks = {(each.uncertain, each.approximate) for each in value.members}
    lengths = {len(str(each).rstrip("?~%")) for each in value.members}
    return (
        len(marks) == 1
        and (len(lengths) == 1 or len(said) == 2)
        and all(each.form is not Form.INTERVAL for each in value.members)
        and not any(joint in words for joint in joints for words in said)
    )
