"""The forms of translations, within the page of what they translate."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from ..languages import direction
from ..models import EventTranslation, IncidentTranslation
from .curation import CurationForm


def languages_to_choose(form: TranslationForm) -> list[tuple[str, Any]]:
    """Return the languages that readers choose from, and the one that an import brought along."""
    known = [(code, name) for code, name in settings.LANGUAGES]
    own = form.instance.language
    return known if not own or own in dict(known) else [*known, (own, own)]


class TranslationForm(CurationForm):
    """A translation; `current` says that it renders what the original says as this is saved."""

    language = forms.ChoiceField(
        label=gettext_lazy("language"), help_text=EventTranslation._meta.get_field("language").help_text
    )
    current = forms.BooleanField(
        label=gettext_lazy("it renders the original as it is now"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Without this, readers are told that the original has changed since."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            self.fields["language"].choices = languages_to_choose(self)  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["current"] = self.instance.is_current_for(self.instance.original)
            for name in self.instance.TEXTS:
                if name in self.fields:
                    self.fields[name].widget.attrs |= {
                        "lang": self.instance.language,
                        "dir": direction(self.instance.language),
                    }

    def save(self, commit: bool = True) -> Any:
        if self.cleaned_data.get("current"):
            self.instance.made_from_present()
        return super().save(commit)


class EventTranslationForm(TranslationForm):
    class Meta:
        model = EventTranslation
        fields = ("language", "state", "headline", "body")


class IncidentTranslationForm(TranslationForm):
    class Meta:
        model = IncidentTranslation
        fields = ("language", "state", "title", "summary")
