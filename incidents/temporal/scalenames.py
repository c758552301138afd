"""Short names of years, months, days and hours, as they stand along a scale, in five languages.

Months are shortened as each language does (CLDR's format forms). Sentences use `wording.py` instead.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScaleNames:
    """How one language names times on a scale. Patterns take {day}, {month}, {year}."""

    months: tuple[str, ...]
    day: str
    day_of_month: str
    month_of_year: str
    whole_day: str
    before_christ: str


def months(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NAMES = {
    "en": ScaleNames(
        months("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        "{day}", "{day} {month}", "{month} {year}", "{day} {month} {year}", "{year} BC",
    ),
    "es": ScaleNames(
        months("ene feb mar abr may jun jul ago sept oct nov dic"),
        "{day}", "{day} {month}", "{month} {year}", "{day} {month} {year}", "{year} a. C.",
    ),
    "fr": ScaleNames(
        months("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
        "{day}", "{day} {month}", "{month} {year}", "{day} {month} {year}", "{year} av. J.-C.",
    ),
    "de": ScaleNames(
        months("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
        "{day}.", "{day}. {month}", "{month} {year}", "{day}. {month} {year}", "{year} v. Chr.",
    ),
    "nl": ScaleNames(
        months("jan feb mrt apr mei jun jul aug sep okt nov dec"),
        "{day}", "{day} {month}", "{month} {year}", "{day} {month} {year}", "{year} v.Chr.",
    ),
}  # fmt: skip


def year_name(year: int, language: str) -> str:
    """Name a year; year 0 is 1 BC. A language without a table is named as English is."""
    return str(year) if year > 0 else names(language).before_christ.format(year=1 - year)


def month_name(year: int, month: int, language: str, *, whole: bool) -> str:
    """Name a month; with its year where `whole`."""
    found = names(language)
    short = found.months[month - 1]
    return found.month_of_year.format(month=short, year=year_name(year, language)) if whole else short


def day_name(year: int, month: int, day: int, language: str, *, of: str = "") -> str:
    """Name a day: alone, with its month (`of="month"`), or with month and year (`of="year"`)."""
    found = names(language)
    pattern = {"": found.day, "month": found.day_of_month, "year": found.whole_day}[of]
    return pattern.format(day=day, month=found.months[month - 1], year=year_name(year, language))


def names(language: str) -> ScaleNames:
    return NAMES.get(language.partition("-")[0], NAMES["en"])
