"""The grammar of temporal expressions: which rows of token classes name a date, and which one.

The patterns are shared by all languages: where one says "last week" and another "week last", both stand here.
"""

from __future__ import annotations

from . import (
    absolute,
    anaphora,
    anniversaries,
    counts,
    decades,
    elsewhere,
    eras,
    lists,
    months,
    named_days,
    neighbours,
    numeric,
    others,
    ranges,
    relative,
    weekdays,
    years,
)
from .base import GRAMMAR, IMPOSSIBLE

__all__ = [
    "GRAMMAR",
    "IMPOSSIBLE",
    "absolute",
    "anaphora",
    "anniversaries",
    "counts",
    "decades",
    "elsewhere",
    "eras",
    "lists",
    "months",
    "named_days",
    "neighbours",
    "numeric",
    "others",
    "ranges",
    "relative",
    "weekdays",
    "years",
]
