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
from .fields import (
    AddressField,
    DateField,
    Dating,
    LineField,
    ProseField,
    dating_of_event,
    dating_of_source,
    read_back,
    read_date,
    reading,
)
from .revisions import last_record, revision_of, subject_of
from .rows import RowSelect, RowSelectMultiple, is_id
from .translations import EventTranslationForm, IncidentTranslationForm

__all__ = [
    "AddressField",
    "CaptureForm",
    "CitationForm",
    "CitationInlineForm",
    "CorrectionForm",
    "CurationForm",
    "DateField",
    "Dating",
    "EventForm",
    "EventTranslationForm",
    "IncidentTranslationForm",
    "LineField",
    "LinkForm",
    "ProseField",
    "QuoteForm",
    "RowSelect",
    "RowSelectMultiple",
    "SourceForm",
    "WithdrawForm",
    "dating_of_event",
    "dating_of_source",
    "is_id",
    "is_unplaced",
    "last_record",
    "read_back",
    "read_date",
    "reading",
    "revision_of",
    "subject_of",
]
