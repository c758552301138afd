"""The forms of curation, by aggregate."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Capture, Citation, Correction, Event, EventVersion, Link, Quote, Source
from ..plaindates import DateRead
from ..textfragments import find_words
from .fields import AddressField, DateField, DateInput, Dating, LineField, dating_of_event, dating_of_source
from .revisions import revision_of
from .rows import is_id, keep_chosen

AROUND = 60  # characters kept before and behind a quote, to find its place again


class CurationForm(forms.ModelForm):
    """A form of the admin: takes dates apart, and shows what refused a change at its end.

    `parts` names the date fields and, of each, the field that says which part of the date is meant, if any.
    `refusal` is set where the whole change was tried and taken back: the form comes back with it.
    """

    parts: ClassVar[Mapping[str, str]] = {}
    refusal: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_chosen(self)
        for name, part in self.parts.items():
            field = self.fields.get(name)
            if isinstance(field, DateField) and self.is_bound:
                field.dating = self.dating()
            widget = field.widget if field else None
            if not isinstance(widget, DateInput):
                continue
            widget.dating = getattr(field, "dating", None)
            if part:
                widget.part = str(self[part].value() or "") if part in self.fields else ""
                widget.attrs["data-part"] = part

    def dating(self) -> Dating | None:
        """Return what the dates of this form are read with, as it was sent; in the desk's language if None."""
        return None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.dates_read: dict[str, DateRead] = {}
        for name, part in self.parts.items():
            read = data.get(name)
            if isinstance(read, DateRead):
                self.dates_read[name] = read
                data[name] = read.edtf
                self.take_part(name, part, read)
        for sentence in self.refusal:
            self.add_error(None, sentence)
        return data

    def take_part(self, name: str, part: str, read: DateRead) -> None:
        """Words say which part is meant; beside EDTF, or where only the select was changed, the select does."""
        if part:
            if read.in_words and (read.part or part not in self.changed_data):
                self.cleaned_data[part] = read.part
        elif read.part:
            self.add_error(
                name,
                _("This date has no place for “early”, “mid” or “late”. Give it without: %(edtf)s, or the very day.")
                % {"edtf": read.edtf},
            )


def written(form: forms.BaseForm, name: str) -> str:
    """Return what stands in a field of a form, sent or not; empty where the form has no such field."""
    return str(form[name].value() or "") if name in form.fields else ""


# --- By aggregate --------------------------------------------------------------------------------------------------


class RevisionForm(CurationForm):
    """Carries the revision that the editor saw: saving over anything newer is a conflict, which the admin shows."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput, label=gettext_lazy("revision"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "revision" in self.fields:
            self.initial["revision"] = revision_of(self.instance)


class EventForm(RevisionForm):
    parts = {"date": "part"}

    class Meta:
        model = Event
        fields = ("headline", "body", "kind", "date", "part", "order", "undated", "place", "language", "tags")
        help_texts = {"tags": gettext_lazy("Words to file it under. Type a part of one.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "date" in self.fields:
            self.fields["date"].widget.attrs["data-event"] = self.instance.pk

    def dating(self) -> Dating:
        return dating_of_event(self.instance, written(self, "language"))


class LinkForm(RevisionForm):
    class Meta:
        model = Link
        fields = ("from_event", "kind", "to_event")


CITATION_HELP = {
    "about": gettext_lazy("Whether it speaks to everything the event says, to its date, or to certain words of it."),
    "date_part": gettext_lazy("For “late last week”: which part of that date. Words in the date itself fill it."),
    "order": gettext_lazy("Sources with smaller numbers are shown first."),
}


class CitationForm(RevisionForm):
    """One citation on a page of its own: of an event or of a link."""

    parts = {"date": "date_part"}

    class Meta:
        model = Citation
        fields: tuple[str, ...] = (
            *("event", "link", "source", "stance", "about", "passage", "locator"),
            *("date_words", "date", "date_part", "date_reference", "date_rule", "order"),
        )
        help_texts = {
            **CITATION_HELP,
            "event": gettext_lazy("The event that the source speaks of; leave it empty for a link."),
            "link": gettext_lazy("The link between two events that the source speaks of; leave it empty for an event."),
        }

    def dating(self) -> Dating:
        return dating_of_source(self.chosen_source())

    def chosen_source(self) -> Source | None:
        """Return the source that the form was sent with."""
        chosen = written(self, "source")
        if self.instance.pk and chosen == str(self.instance.source_id):
            return self.instance.source
        return Source.objects.filter(pk=chosen).first() if is_id(chosen) else None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if {"event", "link"} <= self.fields.keys() and bool(data.get("event")) == bool(data.get("link")):
            self.add_error("event", _("A citation belongs to one event or to one link: choose one of the two."))
        return data


class CitationInlineForm(CitationForm):
    """A citation within its event or link, with its first quote; further quotes are on the citation's page."""

    revision = None  # type: ignore[assignment]  # the form around it carries it

    quote_exact = LineField(
        label=gettext_lazy("Quoted words"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy(
            "Word for word as the source has them; keep it short. “Change” above leads to further quotes."
        ),
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    )
    quote_prefix = LineField(
        label=gettext_lazy("Words before"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("A few words before. Filled in where the source has been read here."),
        widget=AdminTextInputWidget,
    )
    quote_suffix = LineField(
        label=gettext_lazy("Words after"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("A few words behind."),
        widget=AdminTextInputWidget,
    )

    class Meta(CitationForm.Meta):
        fields = tuple(name for name in CitationForm.Meta.fields if name not in ("event", "link"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        quotes = list(self.instance.quotes.all()) if self.instance.pk else []
        self.quote = quotes[0] if quotes else None
        for name in ("exact", "prefix", "suffix"):
            self.initial[f"quote_{name}"] = getattr(self.quote, name, "")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("quote_exact") and (data.get("quote_prefix") or data.get("quote_suffix")):
            self.add_error("quote_exact", _("There are words around the quote, but no quoted words."))
        return data

    def save(self, commit: bool = True) -> Any:
        citation = super().save(commit)
        if commit and {"quote_exact", "quote_prefix", "quote_suffix", "source"} & set(self.changed_data):
            self.save_quote(citation)
        return citation

    def save_quote(self, citation: Citation) -> None:
        exact = self.cleaned_data["quote_exact"]
        if not exact:
            if self.quote:
                self.quote.delete()
            return
        quote = self.quote or Quote(citation=citation)
        quote.citation, quote.exact = citation, exact
        quote.prefix, quote.suffix = self.cleaned_data["quote_prefix"], self.cleaned_data["quote_suffix"]
        place(quote)
        quote.save()
        self.saved_quote = quote


class QuoteForm(CurationForm):
    class Meta:
        model = Quote
        fields = ("exact", "prefix", "suffix", "order")
        help_texts = {
            "suffix": gettext_lazy("A few words behind, to find the place again."),
            "order": gettext_lazy("Quotes with smaller numbers are shown first."),
        }
        widgets = {"exact": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})}

    def save(self, commit: bool = True) -> Any:
        if {"exact", "prefix", "suffix"} & set(self.changed_data):
            place(self.instance)
            self.saved_quote = self.instance
        return super().save(commit)


def place(quote: Quote) -> None:
    """Find a quote in the last reading of its source: note where, and the words around it if none were given."""
    quote.capture, quote.start, quote.end = None, None, None
    capture = Capture.objects.latest_of(quote.citation.source).first()
    text = capture.text if capture else ""
    found = find_between(text, quote.prefix, quote.exact, quote.suffix) or find_words(text, quote.exact)
    if found is None:
        return
    quote.capture, (quote.start, quote.end) = capture, found
    if not quote.prefix and not quote.suffix:
        quote.prefix = text[max(0, quote.start - AROUND) : quote.start].rpartition("\n")[2]
        quote.suffix = text[quote.end : quote.end + AROUND].partition("\n")[0]


def find_between(text: str, prefix: str, exact: str, suffix: str) -> tuple[int, int] | None:
    """Return where the words stand between those before and behind; a form takes the blanks off their ends."""
    prefix, suffix = prefix.strip(), suffix.strip()
    for before, behind in product((" ", ""), repeat=2):
        if found := find_words(text, f"{prefix}{before}{exact}{behind}{suffix}"):
            ahead = find_words(text, prefix, *found)
            return find_words(text, exact, ahead[1] if ahead else found[0], found[1])
    return None


def is_unplaced(quote: Quote) -> bool:
    """Whether its source has been read here, and the words were not found in that reading."""
    return quote.start is None and Capture.objects.filter(source=quote.citation.source).exclude(text="").exists()


class SourceForm(RevisionForm):
    parts = {"published": ""}

    def dating(self) -> Dating:
        return Dating((written(self, "language"),), unknown=_("No day comes before it to count from."))

    url = AddressField(
        label=gettext_lazy("Address"),
        help_text=Source._meta.get_field("url").help_text,
        max_length=2000,
        required=False,
        widget=forms.URLInput(attrs={"class": "vLargeTextField"}),
    )

    class Meta:
        model = Source
        fields = (
            *("title", "publisher", "authors", "url", "published", "published_from", "genre"),
            *("language", "credit", "copy_of", "copy_state"),
        )
        help_texts = {
            "copy_state": gettext_lazy(
                "Confirm or reject it. Only a confirmed copy counts as one origin with its original."
            )
        }


class CorrectionForm(CurationForm):
    """A public correction: both versions have to be the event's own, the earlier one first."""

    class Meta:
        model = Correction
        fields = ("event", "before", "after", "summary", "reason")
        help_texts = {
            "event": gettext_lazy("The event that was corrected."),
            "before": gettext_lazy("The version that was wrong."),
            "after": gettext_lazy("The version that put it right."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.instance.event_id or self.data.get(self.add_prefix("event")) or self.initial.get("event")
        if not str(known or "").isdecimal():
            return
        versions = EventVersion.objects.filter(event=int(str(known)[:18])).select_related("event")
        for name in ("before", "after"):
            if name in self.fields:
                self.fields[name].queryset = versions  # type: ignore[attr-defined]
        numbers = list(versions[:2])
        if not self.instance.pk and len(numbers) == 2:
            self.initial.setdefault("after", numbers[0].pk)
            self.initial.setdefault("before", numbers[1].pk)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        event, before, after = data.get("event"), data.get("before"), data.get("after")
        if event and before and after:
            if before.event_id != event.pk or after.event_id != event.pk:
                self.add_error("before", _("Both versions have to be versions of that event."))
            elif before.number >= after.number:
                self.add_error("after", _("The correcting version has to be later than the one it corrects."))
        return data


class CaptureForm(CurationForm):
    archived_url = AddressField(
        label=gettext_lazy("Archived copy"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Where an archive keeps the report as it was read. Readers are led there too."),
        widget=forms.URLInput(attrs={"class": "vTextField"}),
    )

    class Meta:
        model = Capture
        fields = ("archived_url",)


class WithdrawForm(forms.Form):
    reason = LineField(
        label=gettext_lazy("Public reason"),
        max_length=500,
        help_text=gettext_lazy("One sentence. It is all that readers see at the old address."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        error_messages={
            "required": gettext_lazy("Say in a sentence why it is withdrawn: readers who come back are shown it.")
        },
    )
