"""Counts and lengths of time in words, as a newspaper spells them."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

DAY = 86_400  # seconds
DAYS_A_MONTH = 30.44
DAYS_A_YEAR = 365.2425

NUMBERS: tuple[Promise | str, ...] = (
    gettext_lazy("two"),
    gettext_lazy("three"),
    gettext_lazy("four"),
    gettext_lazy("five"),
    gettext_lazy("six"),
    gettext_lazy("seven"),
    gettext_lazy("eight"),
    gettext_lazy("nine"),
    gettext_lazy("ten"),
    gettext_lazy("eleven"),
    gettext_lazy("twelve"),
)


def in_words(number: int) -> str:
    """Spell a small number out; give a larger one in figures. None and one agree with what is counted: not here."""
    if 2 <= number < 2 + len(NUMBERS):
        return str(NUMBERS[number - 2])
    return figures(number)


def figures(number: int) -> str:
    """Write a number in figures, its thousands parted as the language at hand does it."""
    return number_format(number, use_l10n=True, force_grouping=True)


def sources(number: int) -> str:
    if not number:
        return _("no sources")
    return ngettext("one source", "%(n)s sources", number) % {"n": in_words(number)}


def origins(number: int) -> str:
    if not number:
        return _("no origins")
    return ngettext("one origin", "%(n)s origins", number) % {"n": in_words(number)}


def events(number: int) -> str:
    if not number:
        return _("no events")
    return ngettext("one event", "%(n)s events", number) % {"n": in_words(number)}


def duration(seconds: int) -> str:
    """Say a length of time in the nearest number of weeks, months or years: "five weeks", "14 months"."""
    unit, number = duration_of(seconds)
    if unit == "weeks":
        return ngettext("one week", "%(n)s weeks", number) % {"n": in_words(number)}
    if unit == "months":
        return ngettext("one month", "%(n)s months", number) % {"n": in_words(number)}
    return ngettext("one year", "%(n)s years", number) % {"n": in_words(number)}


def duration_of(seconds: int) -> tuple[str, int]:
    """Return the unit that a length of time is said in ("weeks", "months", "years") and how many of it."""
    days = seconds // DAY
    if days < 9 * 7:
        return "weeks", round(days / 7)
    if days < 2 * DAYS_A_YEAR:
        return "months", round(days / DAYS_A_MONTH)
    return "years", round(days / DAYS_A_YEAR)
