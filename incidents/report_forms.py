"""Forms of the report import: what is given, and what was found of its source."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .cleaning import UnusableText, clean_line, clean_text, clean_url
from .extraction import Article
from .fetching import FetchError
from .importing import fetch_report, genre_of, read_report
from .languages import told
from .models import Incident, Source
from .plaindates import read_typed

MOST_BYTES = 5_000_000
LANGUAGES = [
    ("", _("find out")),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("nl", "Nederlands"),
]


# Where a publication date was found, as the extraction names the places.
PLACES = {
    "json-ld": _("the data that the page gives to search engines (JSON-LD)"),
    "meta": _("the page's head (meta)"),
    "time": _("a date beside the headline (time)"),
    "url": _("the address of the page"),
    "first-words": _("the first words of the text"),
    "label": _("a line of the text that says so"),
    "date-line": _("a line of the text with a date alone"),
    "dateline": _("the dateline before the first sentence"),
    "given": _("given by an editor"),
}


def plain_date(words: str, language: str) -> str:
    """Read a date in words or EDTF, in the report's language or the desk's; raises ValidationError."""
    try:
        return read_typed(words, languages=(language, get_language() or "en"), reference=lambda: None).edtf
    except ValueError as error:
        raise ValidationError(told(error)) from error


class ReportForm(forms.Form):
    """Step one: the incident, and the report as a text, a file or an address."""

    incident = forms.ModelChoiceField(
        Incident.objects.order_by("title"),
        label=_("Incident"),
        help_text=_("The timeline that the report is about. Its proposals wait there for review."),
    )
    text = forms.CharField(
        required=False,
        strip=False,
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Paste the report as it stands, with its first and last lines: they often hold its date and agency."
        ),
    )
    file = forms.FileField(
        required=False,
        label=_("or a file"),
        help_text=_("A .txt or .html file of at most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.html,.htm,text/plain,text/html"}),
    )
    url = forms.CharField(
        required=False,
        label=_("or an address"),
        max_length=2000,
        help_text=_("A public page that begins with http:// or https://. It is fetched once, now."),
        widget=forms.URLInput(),
    )
    language = forms.ChoiceField(required=False, choices=LANGUAGES, label=_("Language"))

    article: Article
    name = ""  # of the file or the page
    http_status: int | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        given = [name for name in ("text", "file", "url") if data.get(name) and str(data[name]).strip()]
        if self.errors:
            return data
        if len(given) != 1:
            raise ValidationError(
                _("Give the report once: paste its text, or choose a file, or give an address.")
                if given
                else _("There is no report yet: paste its text, or choose a file, or give an address.")
            )
        try:
            self.article = self.read(given[0], data)
        except (UnusableText, FetchError) as error:
            raise ValidationError({given[0]: told(error)}) from error
        return data

    def read(self, given: str, data: dict[str, Any]) -> Article:
        language = data.get("language") or ""
        if given == "url":
            self.name = data["url"].strip()
            article, self.http_status = fetch_report(self.name, language=language)
            return article
        if given == "text":
            return read_report(data["text"].encode("utf-8", "surrogatepass"), language=language)
        if data["file"].size > MOST_BYTES:
            raise UnusableText(
                "%(name)s has %(size)s bytes; a report has at most %(most)s.",
                name=data["file"].name,
                size=data["file"].size,
                most=MOST_BYTES,
            )
        self.name = data["file"].name
        return read_report(data["file"].read(), name=self.name, language=language)


class FoundForm(forms.Form):
    """Step two: what was found of the source, for the editor to correct, and the date if none was found."""

    incident = forms.ModelChoiceField(Incident.objects.all(), widget=forms.HiddenInput)
    title = forms.CharField(max_length=500, label=_("Title"), help_text=_("The headline, as its publisher wrote it."))
    publisher = forms.CharField(max_length=200, required=False, label=_("Publisher"))
    authors = forms.CharField(
        max_length=500, required=False, label=_("Authors"), help_text=_("Names as printed, separated by semicolons.")
    )
    credit = forms.CharField(
        max_length=100, required=False, label=_("Credit line"), help_text=_("The agency, such as AP, EFE or Reuters.")
    )
    url = forms.CharField(
        max_length=2000,
        required=False,
        label=_("Address"),
        help_text=_("Where it can be read. Leave it empty where no address is known."),
    )
    language = forms.ChoiceField(choices=LANGUAGES[1:], label=_("Language"))
    published = forms.CharField(
        max_length=200,
        required=False,
        label=_("Published"),
        help_text=_("The date printed on the report, such as 19 September 2023. Relative dates are counted from it."),
        widget=forms.TextInput(
            attrs={"data-reads": reverse_lazy("admin:incidents_read_date"), "data-reads-as": _("Reads as: ")}
        ),
    )
    undated = forms.BooleanField(
        required=False,
        label=_("It says nowhere when it was published"),
        help_text=_("“Tuesday” and “last week” then stay open, for you to date one by one."),
    )
    genre = forms.ChoiceField(
        choices=Source.Genre.choices[1:],
        required=False,
        label=_("Dates count from"),
        widget=forms.RadioSelect,
        help_text=_(
            "What “Tuesday” and “the following week” are counted from. Proposed from the text: choose the other where "
            "it is wrong. Dates that are given in full stay the same."
        ),
    )
    published_from = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)
    found_published = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    name = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)
    http_status = forms.IntegerField(min_value=100, max_value=599, required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        strip=False,
        label=_("The text that was read"),
        widget=forms.Textarea(attrs={"rows": 10, "readonly": True}),
    )

    def found_in(self) -> str:
        """Say where the date was found that the form began with."""
        place = self.initial.get("published_from", "")
        return str(PLACES.get(place, place))

    def clean_published(self) -> str:
        words = self.cleaned_data["published"].strip()
        return plain_date(words, self.cleaned_data.get("language", "")) if words else ""

    def clean_url(self) -> str:
        try:
            return clean_url(self.cleaned_data["url"]) if self.cleaned_data["url"].strip() else ""
        except UnusableText as error:
            raise ValidationError(told(error)) from error

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("title", "publisher", "authors", "credit"):
            if name in data:
                data[name] = clean_line(data[name])
        if "title" in data and not data["title"]:
            self.add_error("title", _("Give the report a title: its headline, or its first words."))
        if "text" in data:
            try:
                data["text"] = clean_text(data["text"])
            except UnusableText as error:
                self.add_error("text", told(error))
        if not self.errors and not data["published"] and not data["undated"]:
            self.add_error(
                "published",
                _(
                    "No trustworthy publication date was found in the report. Give the one that is printed on it, or "
                    "tick the box below. Today's date is never assumed."
                ),
            )
        return data

    @classmethod
    def initial_from(cls, article: Article, known: Source | None, title: str) -> dict[str, Any]:
        """Return what was found, or what is already known of the same source, as the form's first state."""
        found = article.source
        return {
            "title": known.title if known else found.title or title,
            "publisher": (known and known.publisher) or found.publisher or found.credit,
            "authors": (known and known.authors) or "; ".join(found.authors),
            "credit": (known and known.credit) or found.credit,
            "url": (known and known.url) or found.url,
            "language": found.language if found.language in dict(LANGUAGES) else "en",
            "published": str((known and known.published) or found.published),
            "published_from": (known and known.published_from) or found.published_from,
            "found_published": found.published,
            "genre": (known and known.genre) or genre_of(article),
            "text": article.text,
        }
