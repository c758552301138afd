"""Form fields of the desk: text through the one gate, dates in words or as EDTF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ..cleaning import UnusableText, clean_line, clean_text, clean_url
from ..languages import told
from ..models import Citation, Event, Source
from ..plaindates import DateRead, Reference, RelativeDateError, read_typed, said
from ..temporal import PlainDateError
from ..temporal.wording import full_day

READS_AS = gettext_lazy("Reads as: ")
MOST_REPEATED = 60  # characters of what was typed, or of a report's name, that an answer repeats


def gated(text: str, gate: Callable[[str], str]) -> str:
    """Pass text through one of the gates of `cleaning`, and say at the field what it refuses."""
    try:
        return gate(text)
    except UnusableText as error:
        raise ValidationError(told(error), code="unusable") from error


class LineField(forms.CharField):
    """One line of text: blanks folded, control and bidi characters removed."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """What is stored may end in a blank, as words before a quote do; the form sends it without."""
        return super().has_changed(str(initial or "").strip() if self.strip else initial, data)

    def to_python(self, value: Any) -> str:
        return gated(super().to_python(value) or "", clean_line)


class ProseField(forms.CharField):
    """Text of several lines, control and bidi characters removed."""

    def to_python(self, value: Any) -> str:
        return gated(super().to_python(value) or "", clean_text)


class AddressField(forms.CharField):
    """A web address: http or https, with a host, without user name or password."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return gated(text, clean_url) if text else ""


# --- Dates -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dating:
    """What a date is read with: the languages of its words, and what relative ones count from.

    `unknown` says why nothing is there to count from.
    """

    languages: tuple[str, ...] = ()
    reference: Callable[[], Reference | None] = lambda: None
    unknown: str = ""


def read_date(text: str, dating: Dating | None = None) -> DateRead:
    """Read EDTF or plain words; empty for blank text. Raises ValidationError with what would be right."""
    dating = dating or Dating()
    line = gated(text, clean_line)
    languages = (*(code for code in dating.languages if code), get_language() or "en")
    try:
        return read_typed(line, languages=languages, reference=dating.reference)
    except RelativeDateError as error:
        because = _("“%(words)s” depends on the day it was said. %(why)s Write the date in full, such as %(example)s.")
        example = full_day("2023-09-19", language=get_language() or "en")
        values = {"words": shortened(line), "why": dating.unknown, "example": example}
        raise ValidationError(because % values if dating.unknown else told(error), code="date") from error
    except PlainDateError as error:
        raise ValidationError(told(error), code="date") from error


def reading(text: str, part: str = "", *, chosen: bool = False, dating: Dating | None = None) -> str:
    """Say how a date in the making reads: "late September 2023 (2023-09, late)". Raises ValidationError.

    `part` is what the form says beside it. Words go without it, unless it was chosen anew, as in CurationForm.
    """
    read = read_date(text, dating)
    if not read.edtf:
        return ""
    chosen_part = part if part in Event.Part.values and (chosen or not read.in_words) else ""
    return read_back(read, read.part or chosen_part)


def shortened(text: str) -> str:
    return text if len(text) <= MOST_REPEATED else text[: MOST_REPEATED - 1].rstrip(" …") + "…"


def read_back(read: DateRead, part: str) -> str:
    """Say what was read, in words and as EDTF, and what it was counted from."""
    words = said(read.edtf, part, str(Event.Part(part).label), get_language() or "en")
    if read.counted_from is None:
        return words
    return _("%(words)s, counted from %(day)s, the day of “%(report)s”") % {
        "words": words,
        "day": full_day(read.counted_from.day.isoformat(), language=get_language() or "en"),
        "report": shortened(read.counted_from.report),
    }


def day_of_source(source: Source) -> Reference | None:
    """Return what relative words in a report are counted from; None where it has no day."""
    return Reference(source.day, str(source)) if source.day else None


def dating_of_source(source: Source | None, *languages: str) -> Dating:
    """Read dates as one source gives them, from its day and first of all in its language."""
    if source is None:
        return Dating(languages, unknown=_("Choose the source first: words count from its day."))
    unknown = _("No day of publication is known of “%(source)s”.") % {"source": source}
    return Dating((source.language, *languages), lambda: day_of_source(source), unknown)


def dating_of_event(event: Event | None, language: str) -> Dating:
    """Read dates of an event, from the day of the source that it cites; of sources of several days, from none.

    `language` is what the form says now.
    """
    if event is None or not event.pk:
        return Dating((language,), unknown=_("Words count from the day of the source: cite one and save it first."))
    cited = Source.objects.filter(citations__event=event, citations__stance=Citation.Stance.SUPPORTS).distinct()

    def reference() -> Reference | None:
        found = [one for source in cited if (one := day_of_source(source))]
        return found[0] if len({one.day for one in found}) == 1 else None

    unknown = _("Its sources are of different days, or of none that is known.")
    return Dating((language or event.language,), reference, unknown)


class DateInput(AdminTextInputWidget):
    """A text box for a date, with its reading in words beside it: made by the server, kept up by dates.js."""

    part = ""  # the value of the field that says which part of the date is meant
    dating: Dating | None = None

    class Media:
        js = ("dateline/admin/dates.js",)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        own = {
            "autocomplete": "off",
            "spellcheck": "false",
            "data-reads": reverse_lazy("admin:incidents_read_date"),
            "data-reads-as": READS_AS,
        }
        super().__init__({**own, **(attrs or {})})

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        box = super().render(name, value, attrs, renderer)
        try:
            words = reading(str(value or ""), self.part, dating=self.dating)
        except ValidationError:  # the form says so above the box
            words = ""
        said = f"{READS_AS}{words}" if words else ""
        # No <output for>: Django's script for added rows takes its list of ids for the text of a label's "for".
        return box + format_html('<span class="reads" role="status">{}</span>', said)


class DateField(forms.CharField):
    """A date in plain words or as EDTF. Cleans to a DateRead, which CurationForm takes apart."""

    widget = DateInput
    dating: Dating | None = None  # set by the form that knows whose date it is

    def to_python(self, value: Any) -> Any:
        return read_date(super().to_python(value) or "", self.dating)

    def validate(self, value: Any) -> None:
        super().validate(value.edtf)

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.edtf)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "") != str(data or "").strip()
