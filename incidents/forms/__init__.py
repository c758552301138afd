"""The forms of curation: every text passes the one gate, and every date may be given in words."""

from .curation import (
    CaptureForm,
    CitationForm,
    CitationInlineForm,
    CorrectionForm,
    CurationForm,
    EventForm,
    QuoteForm,
    SourceForm,
    WithdrawForm,
    is_unplaced,
)
from .fields import AddressField, DateField, LineField, ProseField, reading

__all__ = [
    "AddressField",
    "CaptureForm",
    "CitationForm",
    "CitationInlineForm",
    "CorrectionForm",
    "CurationForm",
    "DateField",
    "EventForm",
    "LineField",
    "ProseField",
    "QuoteForm",
    "SourceForm",
    "WithdrawForm",
    "is_unplaced",
    "reading",
]
