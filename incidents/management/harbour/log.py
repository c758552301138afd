"""One entry of the log, drawn from its number: dates of every kind, silences, papers that say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from . import words

FIRST, DAYS = date(1921, 3, 1), 37_900  # to the end of 2024
# In these years nothing is told; before MILD, neither in midwinter: the harbour was frozen.
SILENT = ((date(1940, 5, 1), date(1946, 3, 31)), (date(1972, 9, 1), date(1974, 2, 28)))
MILD = 1950
WITHOUT_SILENCE = ("195X", "196X", "198X", "199X", "200X", "201X")
PAIR = 80  # of so many entries, one follows from the one before it

# How a date is known, and how often, of a thousand.
KNOWN = {
    "day": 690,
    "about": 40,
    "doubtful": 50,
    "some days": 45,
    "one of some days": 30,
    "month": 70,
    "season": 25,
    "year": 30,
    "decade": 10,
    "since": 2,
    "not": 8,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the log tells, in plain values."""

    number: int
    sort: str
    language: str
    headline: str
    body: str
    quote: str
    edtf: str
    part: str
    day: date  # of which its sources are
    ship: str
    quay: str
    in_log: bool  # told by the log, too
    otherwise: str  # the date that the log gives instead
    is_background: bool

    @property
    def follows(self) -> bool:
        """Whether it follows from the entry before it."""
        return follows(self.number)


def follows(number: int) -> bool:
    return number > 0 and number % PAIR == 0


def entry(seed: int, number: int) -> Entry:
    """Draw one entry. The same seed and number give the same, however many there are."""
    random = Random(f"{seed}:{number}")  # noqa: S311 - to be drawn again, not to be secret
    causes, after = follows(number + 1), follows(number)
    sort = "storm" if causes else "repair" if after else random.choice(words.USUAL)
    language = random.choices(list(words.SHARES), list(words.SHARES.values()))[0]
    day = told_day(Random(f"{seed}:{number - 1}:day"), 3) if after else told_day(Random(f"{seed}:{number}:day"))  # noqa: S311
    edtf, part = (day.isoformat(), "") if causes or after else date_of(random, day)
    names = {
        "ship": random.choice(words.SHIPS),
        "quay": random.choice(words.QUAYS),
        "cargo": random.choice(words.CARGO[language]),
        "n": random.randint(2, 90),
    }
    in_log = random.random() < 0.4
    disputed = in_log and edtf == day.isoformat() and random.random() < 0.08
    happening = words.HAPPENINGS[language][sort]
    return Entry(
        number=number,
        sort=sort,
        language=language,
        headline=happening.headline.format(**names),
        body=happening.body.format(**names) if random.random() < 0.85 else "",
        quote=happening.quote,
        edtf=edtf,
        part=part,
        day=day,
        ship=str(names["ship"]) if "{ship}" in happening.headline else "",
        quay=str(names["quay"]),
        in_log=in_log,
        otherwise=(day + timedelta(1)).isoformat() if disputed else "",
        is_background=number % 500 == 3,
    )


def told_day(random: Random, later: int = 0) -> date:
    """Draw a day on which something is told: more often in later years, never in a silence."""
    while True:
        day = FIRST + timedelta(int(DAYS * random.random() ** 0.55))
        if not is_silent(day) and not is_silent(day + timedelta(20)):
            return day + timedelta(later)


def is_silent(day: date) -> bool:
    frozen = day.year < MILD and ((1, 3) <= (day.month, day.day) <= (2, 24))
    return frozen or any(first <= day <= last for first, last in SILENT)


def date_of(random: Random, day: date) -> tuple[str, str]:
    """Return a date that is known more or less well, as EDTF, and which part of it is meant."""
    known = random.choices(list(KNOWN), list(KNOWN.values()))[0]
    part = random.choice(("", "", "start", "mid", "end"))
    later = (day + timedelta(random.randint(2, 12))).isoformat()
    written = {
        "day": day.isoformat(),
        "about": f"{day}~",
        "doubtful": f"{day}?",
        "some days": f"{day}/{later}",
        "one of some days": f"[{day}..{later}]",
        "month": f"{day:%Y-%m}",
        "season": f"{day.year}-{21 + (day.month // 3 - 1) % 4}",
        "year": f"{day.year}",
        "decade": random.choice(WITHOUT_SILENCE),
        "since": f"{day}/..",
        "not": "",
    }[known]
    return written, part if known in ("one of some days", "month", "year") else ""
