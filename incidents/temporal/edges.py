"""What words of a limit open to one side: "since June 2023", "by 3 May", "before 2020"."""

from __future__ import annotations

from .edtf import EDTF, from_parts
from .limits import edge_of, period_of
from .periods import OutOfCalendar
from .wording_rare import ends_of

EDGES = {
    "end-unknown": "{}/", "start-unknown": "/{}", "or-before": "[..{}]", "or-after": "[{}..]",
    "day-or-before": "[..{}]", "day-or-after": "[{}..]", "since": "{}/..", "until": "../{}",
}  # fmt: skip
LIMITS = frozenset({"or-before", "or-after", "day-or-before", "day-or-after"})
WHOLE = frozenset({("or-before", "end"), ("day-or-before", "end"), ("until", "end"),
                   ("or-after", "start"), ("day-or-after", "start"), ("since", "start")})  # fmt: skip
"""The parts at which a limit is that of the whole: "by the end of May" is by May."""
NEIGHBOURS = (("before", -1, "[..{}]"), ("after", 1, "[{}..]"))


def neighbour(edtf: str, step: int) -> str:
    """Return the day, month or year beside one: what "before" and "after" it end at; "" where that is not clear."""
    if edtf.startswith("-") and edtf.endswith("X"):
        ends = [end.year for end in ends_of(EDTF.parse(edtf))] if "-" not in edtf[1:] else []
        beyond = [year + step for year in (ends[:1] if step < 0 else ends[1:]) if year is not None]
        return str(from_parts(beyond[0])) if beyond else ""
    if edtf.startswith("[") and ".." in edtf:
        first, _, last = edtf.strip("[]").partition("..")
        edtf = first if step < 0 else last
    try:
        period = period_of(edtf)
        return edge_of(period, step, inclusive=False) if period else ""
    except (OutOfCalendar, OverflowError, ValueError):
        return ""
