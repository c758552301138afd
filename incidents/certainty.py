"""How sure the date of a proposal is, and what an inferred one may be taken as."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy

from .drafts import Reading
from .extraction.surroundings import RULE as CONTEXT
from .temporal.edtf import EDTF, Form

__all__ = ["CONTEXT", "Certainty", "as_taken"]  # CONTEXT: the rule of a date that no words of the sentence give

CERTAIN = 0.8  # and more: fit to be printed
LIKELY = 0.5


class Certainty(StrEnum):
    """How sure a date is, in words that an editor can act on."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    INFERRED = "inferred"
    OPEN = "open"
    GIVEN = "given"

    @classmethod
    def of(cls, reading: Reading) -> Certainty:
        """Grade a reading: a confidence of 0.8 or more is fit to be printed."""
        return cls.INFERRED if reading.rule == CONTEXT else cls.graded(reading.confidence)

    @classmethod
    def graded(cls, confidence: float) -> Certainty:
        if confidence >= CERTAIN:
            return cls.SURE
        return cls.LIKELY if confidence >= LIKELY else cls.DOUBTFUL

    @property
    def word(self) -> str:
        return str(CERTAINTY_WORDS[self][0])

    @property
    def advice(self) -> str:
        return str(CERTAINTY_WORDS[self][1])


CERTAINTY_WORDS = {
    Certainty.SURE: (gettext_lazy("sure"), gettext_lazy("fit to be printed as it is")),
    Certainty.LIKELY: (gettext_lazy("likely"), gettext_lazy("look at the words in the report before it is printed")),
    Certainty.DOUBTFUL: (
        gettext_lazy("doubtful"),
        gettext_lazy("compare the other readings, or give the date yourself"),
    ),
    Certainty.INFERRED: (
        gettext_lazy("inferred"),
        gettext_lazy("no words of the report say so; take it, leave the date out, or give it yourself"),
    ),
    Certainty.OPEN: (gettext_lazy("open"), gettext_lazy("there is no date yet; give it, or leave it empty")),
    Certainty.GIVEN: (gettext_lazy("given"), gettext_lazy("by an editor, not by the words of the report")),
}


def as_taken(edtf: str) -> str:
    """Return an inferred date as an event may say it: bounds as they are, a day that no source gave with a "?"."""
    value = EDTF.parse(edtf) if edtf else None
    return f"{edtf[:10]}?" if value and value.form in (Form.DATE, Form.DATETIME) and edtf[-1] not in "?~%" else edtf
