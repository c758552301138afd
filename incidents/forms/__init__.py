"""The forms of curation: every text passes the one gate, and every date may be given in words."""

from .curation import (
    CaptureForm,
    CitationForm,
    CitationInlineForm,
    CorrectionForm,
    CurationForm,
    EventForm,
    LinkForm,
    QuoteForm,
    SourceForm,
    WithdrawForm,
    is_unplaced,
)
from .fields import AddressField, DateField, LineField, ProseField, reading
from .revisions import last_record, revision_of, subject_of
from .rows import RowSelect, RowSelectMultiple, is_id

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
    "LinkForm",
    "ProseField",
    "QuoteForm",
    "RowSelect",
    "RowSelectMultiple",
    "SourceForm",
    "WithdrawForm",
    "is_id",
    "is_unplaced",
    "last_record",
    "reading",
    "revision_of",
    "subject_of",
]
