"""The grammar of temporal expressions: which rows of token classes name a date, and which one.

The patterns are shared by all languages: where one says "last week" and another "week last", both stand here.
"""

from __future__ import annotations

from . import absolute, anaphora, elsewhere, neighbours, others, ranges, relative, years
from .base import GRAMMAR, IMPOSSIBLE

__all__ = [
    "GRAMMAR",
    "IMPOSSIBLE",
    "absolute",
    "anaphora",
    "elsewhere",
    "neighbours",
    "others",
    "ranges",
    "relative",
    "years",
]
