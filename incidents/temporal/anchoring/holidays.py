"""Place named days: in their year, or in the nearest that the tense allows."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..holidays import holiday_in, holidays_near
from ..values import Value, of_period, other


def holiday(context: Context, spec: tuple[Any, ...], year: int | None, tense: int) -> Value:
    """Resolve a named day: of its year, or without one the nearest that the tense allows."""
    if year is None:
        year = context.inherited_year
    if year is not None:
        return of_period(holiday_in(spec, year), "holiday")
    now = context.now
    if now is None:
        text = f"XXXX-{spec[1]:02d}-{spec[2]:02d}" if spec[0] == "fixed" else ""
        return Value("holiday-open", text, text or "XXXX-XX-XX", precision="day", confidence=0.4)
    near = sorted(holidays_near(spec, now.year), key=lambda p: abs(p.first.toordinal() - now.toordinal()))
    chosen = near[0]
    ahead = chosen.first.toordinal() - now.toordinal()
    if tense and abs(ahead) > 60 and (ahead > 0) != (tense > 0):
        chosen = near[1]
    return of_period(chosen, "holiday-nearest", 0.7, now).also(
        *(other(p, "another-year", 0.2) for p in near if p != chosen)
    )
