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

from ..cleaning import UnusableText, clean_line, clean_text, clean_url
from ..models import Event
from ..temporal import PlainDateError, read_plain
from ..temporal.edtf import EDTF, EDTFError
from ..temporal.wording import say

READS_AS = gettext_lazy("Reads as: ")


def gated(text: str, gate: Callable[[str], str]) -> str:
    """Pass text through one of the gates of `cleaning`, and say at the field what it refuses."""
    try:
        return gate(text)
    except UnusableText as error:
        raise ValidationError(str(error), code="unusable") from error


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
class DateRead:
    """What was typed as a date: its EDTF, the part that the words carry, and whether it was words."""

    edtf: str = ""
    part: str = ""
    in_words: bool = False


def read_date(text: str) -> DateRead:
    """Read EDTF or plain words; empty for blank text. Raises ValidationError with what would be right."""
    line = gated(text, clean_line)
    if not line:
        return DateRead()
    try:
        read = read_plain(line, language=get_language() or "en")
    except (PlainDateError, EDTFError) as error:
        raise ValidationError(str(error), code="date") from error
    return DateRead(read.edtf, read.part, in_words=not is_edtf(line))


def is_edtf(text: str) -> bool:
    try:
        EDTF.parse(text)
    except EDTFError:
        return False
    return True


def reading(text: str, part: str = "", *, chosen: bool = False) -> str:
    """Say how a date in the making reads: "late September 2023 (2023-09, late)". Raises ValidationError.

    `part` is what the form says beside it. Words go without it, unless it was chosen anew, as in CurationForm.
    """
    read = read_date(text)
    if not read.edtf:
        return ""
    chosen_part = part if part in Event.Part.values and (chosen or not read.in_words) else ""
    part = read.part or chosen_part
    words = say(read.edtf, part=part, language=get_language() or "en")
    written = f"{read.edtf}, {Event.Part(part).label}" if part else read.edtf
    return words if words == written else f"{words} ({written})"


class DateInput(AdminTextInputWidget):
    """A text box for a date, with its reading in words beside it: made by the server, kept up by dates.js."""

    part = ""  # the value of the field that says which part of the date is meant

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
            words = reading(str(value or ""), self.part)
        except ValidationError:  # the form says so above the box
            words = ""
        said = f"{READS_AS}{words}" if words else ""
        # No <output for>: Django's script for added rows takes its list of ids for the text of a label's "for".
        return box + format_html('<span class="reads" role="status">{}</span>', said)


class DateField(forms.CharField):
    """A date in plain words or as EDTF. Cleans to a DateRead, which CurationForm takes apart."""

    widget = DateInput

    def to_python(self, value: Any) -> Any:
        return read_date(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        super().validate(value.edtf)

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.edtf)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "") != str(data or "").strip()
