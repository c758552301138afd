"""What stands around a date that a person types, for `plain`: data only, for the languages with tables of their own.

Each name has templates with {date} (or {first} and {last}), tried in the given order. What the tagger reads too ("since",
"between … and …", "at the end of") is not repeated here. `examples` and `full` are for the sentences of refusal, `day`
writes a day as the language does.
"""

from __future__ import annotations

from collections.abc import Mapping

from . import Wording, tables_for

Phrases = Mapping[str, tuple[str, ...]]

SAID = (
    "part-of-start part-of-mid part-of-end perhaps about or-before or-after since until end-unknown start-unknown "
    "or and from-to"
).split()


def said_by(wording: Wording) -> dict[str, tuple[str, ...]]:
    """Return the templates of what `wording.say` writes, so that it reads back."""
    forms = {name: form.replace("{month} {year}", "{date}") for name, form in wording.forms.items()}
    said: dict[str, tuple[str, ...]] = {name: (forms[name],) for name in SAID}
    said["some-day"] = tuple(
        forms[name].replace("{year}", "{date}") for name in ("some-day-of-month", "some-day-of-year")
    )
    said["some-month"] = (forms["some-month"].replace("{year}", "{date}"),)
    said["open"] = tuple(
        "{date}" + wording.forms[name].rpartition("}")[2] for name in ("day-open", "month-open", "season-open")
    )
    return said


ENGLISH: Phrases = {
    "perhaps": ("perhaps {date}", "maybe {date}", "possibly {date}", "probably {date}", "{date}?"),
    "about": ("about {date}", "around {date}", "approximately {date}", "roughly {date}", "circa {date}", "ca. {date}",
              "c. {date}"),
    "before": ("before {date}", "earlier than {date}"),
    "after": ("after {date}", "later than {date}"),
    "or-before": ("in or before {date}", "on or before {date}", "{date} or before", "{date} or earlier",
                  "{date} at the latest", "not later than {date}", "by {date}"),
    "or-after": ("in or after {date}", "on or after {date}", "{date} or after", "{date} or later",
                 "{date} at the earliest", "not before {date}"),
    "some-day": ("a day in {date}", "one day in {date}", "sometime in {date}", "some time in {date}"),
    "since": ("since {date}", "from {date} on", "from {date} onwards", "as of {date}"),
    "at": ("in {date}", "on {date}", "during {date}"),
    "full": ("19 September 2023",),
    "examples": ("19 September 2023, mid-September 2023, 2023 or 2023-09-19",),
    "day": ("{day} {month} {year}",),
    "or": ("{first} or {last}",),
    "and": ("{first} and {last}",),
    "from-to": ("{first} to {last}", "{first} until {last}", "{first} through {last}"),
}  # fmt: skip

DUTCH: Phrases = {
    "perhaps": ("misschien {date}", "mogelijk {date}", "wellicht {date}", "waarschijnlijk {date}", "vermoedelijk {date}"),
    "about": ("ongeveer {date}", "omstreeks {date}", "rond {date}", "rondom {date}", "circa {date}", "ca. {date}"),
    "before": ("vóór {date}", "voor {date}", "eerder dan {date}"),
    "after": ("na {date}", "later dan {date}"),
    "or-before": ("uiterlijk {date}", "uiterlijk in {date}", "niet later dan {date}", "voor of in {date}", "in of vóór {date}", "in of voor {date}", "op of voor {date}",
                  "{date} of eerder"),
    "or-after": ("op zijn vroegst {date}", "in of na {date}", "op of na {date}", "{date} of later"),
    "since": ("sinds {date}", "vanaf {date}", "sedert {date}", "met ingang van {date}"),
    "until": ("tot {date}", "tot en met {date}", "t/m {date}"),
    "end-unknown": ("vanaf {date}, einde onbekend",),
    "start-unknown": ("tot {date}, begin onbekend",),
    "some-day": ("ergens in {date}", "op enig moment in {date}", "een dag in {date}", "op een dag in {date}"),
    "some-month": ("een maand in {date}", "een maand van {date}"),
    "open": ("{date}, jaar onbekend", "{date} van een onbekend jaar"),
    "decade": ("jaren {date}", "de jaren {date}"),
    "or": ("{first} of {last}",),
    "and": ("{first} en {last}",),
    "from-to": ("{first} tot {last}", "{first} tot en met {last}", "{first} t/m {last}"),
    "at": ("in {date}", "op {date}", "tijdens {date}", "gedurende {date}"),
    "full": ("19 september 2023",),
    "examples": ("19 september 2023, half september 2023, 2023 or 2023-09-19",),
    "day": ("{day} {month} {year}",),
}  # fmt: skip

GERMAN: Phrases = {
    "perhaps": ("vielleicht {date}", "möglicherweise {date}", "vermutlich {date}", "wohl {date}", "wahrscheinlich {date}"),
    "about": ("etwa {date}", "ungefähr {date}", "um {date}", "um den {date}", "rund {date}", "gegen {date}",
              "circa {date}", "zirka {date}", "ca. {date}"),
    "before": ("vor {date}", "vor dem {date}", "vor der {date}", "früher als {date}"),
    "after": ("nach {date}", "nach dem {date}", "nach der {date}", "später als {date}"),
    "or-before": ("spätestens {date}", "bis spätestens {date}", "{date} oder früher", "{date} oder vorher"),
    "or-after": ("frühestens {date}", "{date} oder später", "{date} oder danach"),
    "since": ("seit {date}", "seit dem {date}", "ab {date}", "ab dem {date}", "von {date} an", "vom {date} an"),
    "until": ("bis {date}", "bis zum {date}", "bis einschließlich {date}", "bis Ende {date}"),
    "end-unknown": ("ab {date}, Ende unbekannt",),
    "start-unknown": ("bis {date}, Beginn unbekannt",),
    "some-day": ("irgendwann im {date}", "irgendwann in {date}", "irgendwann {date}", "an einem Tag im {date}",
                 "ein Tag im {date}"),
    "some-month": ("in einem Monat des Jahres {date}", "ein Monat des Jahres {date}"),
    "open": ("{date}, Jahr unbekannt", "{date} eines unbekannten Jahres"),
    "decade": ("Jahrzehnt ab {date}",),
    "or": ("{first} oder {last}",),
    "and": ("{first} und {last}",),
    "from-to": ("{first} bis {last}", "{first} bis zum {last}", "{first} bis etwa {last}"),
    "at": ("im {date}", "am {date}", "in {date}", "in der {date}", "im Laufe des {date}", "während {date}"),
    "full": ("19. September 2023",),
    "examples": ("19. September 2023, Mitte September 2023, 2023 or 2023-09-19",),
    "day": ("{day}. {month} {year}",),
}  # fmt: skip

SPANISH: Phrases = {
    "perhaps": ("quizá {date}", "quizás {date}", "tal vez {date}", "posiblemente {date}", "probablemente {date}"),
    "about": ("hacia {date}", "alrededor de {date}", "alrededor del {date}", "cerca de {date}", "cerca del {date}",
              "en torno a {date}", "aproximadamente {date}", "aproximadamente en {date}", "circa {date}", "ca. {date}",
              "c. {date}", "sobre {date}"),
    "before": ("antes de {date}", "antes del {date}"),
    "after": ("después de {date}", "después del {date}", "tras {date}"),
    "or-before": ("como muy tarde {date}", "como máximo {date}", "a más tardar {date}", "{date} o antes"),
    "or-after": ("como muy pronto {date}", "{date} o después", "{date} o más tarde"),
    "since": ("desde {date}", "desde el {date}", "a partir de {date}", "a partir del {date}"),
    "until": ("hasta {date}", "hasta el {date}"),
    "end-unknown": ("desde {date}, final desconocido", "desde {date}, fin desconocido"),
    "start-unknown": ("hasta {date}, comienzo desconocido", "hasta {date}, inicio desconocido"),
    "some-day": ("algún día de {date}", "un día de {date}", "en algún momento de {date}"),
    "some-month": ("algún mes de {date}", "un mes de {date}"),
    "open": ("{date}, año desconocido", "{date} de un año desconocido"),
    "decade": ("años {date}", "los años {date}", "década de {date}", "la década de {date}"),
    "or": ("{first} o {last}", "{first} u {last}"),
    "and": ("{first} y {last}", "{first} e {last}"),
    "from-to": ("{first} a {last}", "{first} al {last}", "{first} hasta {last}"),
    "at": ("en {date}", "el {date}", "en el {date}", "durante {date}", "durante el {date}"),
    "full": ("19 de septiembre de 2023",),
    "examples": ("19 de septiembre de 2023, mediados de septiembre de 2023, 2023 or 2023-09-19",),
    "day": ("{day} de {month} de {year}",),
}  # fmt: skip

FRENCH: Phrases = {
    "perhaps": ("peut-être {date}", "sans doute {date}", "probablement {date}", "possiblement {date}"),
    "about": ("vers {date}", "environ {date}", "autour de {date}", "autour du {date}", "aux alentours de {date}",
              "aux environs de {date}", "circa {date}", "ca. {date}", "c. {date}", "approximativement {date}"),
    "before": ("avant {date}", "avant le {date}"),
    "after": ("après {date}", "après le {date}"),
    "or-before": ("au plus tard {date}", "{date} au plus tard", "{date} ou avant"),
    "or-after": ("au plus tôt {date}", "{date} au plus tôt", "{date} ou après", "{date} ou plus tard"),
    "since": ("depuis {date}", "depuis le {date}", "à partir de {date}", "à partir du {date}", "dès {date}",
              "à compter de {date}", "à compter du {date}"),
    "until": ("jusqu'en {date}", "jusqu'au {date}", "jusqu'à {date}", "jusqu’en {date}", "jusqu’au {date}",
              "jusqu’à {date}"),
    "end-unknown": ("depuis {date}, fin inconnue",),
    "start-unknown": ("jusqu'en {date}, début inconnu", "jusqu’en {date}, début inconnu"),
    "some-day": ("un jour de {date}", "un jour en {date}", "un jour d'{date}", "un jour d’{date}", "courant {date}"),
    "some-month": ("un mois de {date}", "un mois en {date}"),
    "open": ("{date}, année inconnue", "{date} d'une année inconnue"),
    "decade": ("années {date}", "les années {date}", "décennie {date}", "la décennie {date}"),
    "or": ("{first} ou {last}",),
    "and": ("{first} et {last}",),
    "from-to": ("{first} à {last}", "{first} au {last}", "{first} jusqu'en {last}"),
    "at": ("en {date}", "le {date}", "au {date}", "dans {date}", "pendant {date}", "durant {date}", "courant {date}"),
    "full": ("19 septembre 2023",),
    "examples": ("19 septembre 2023, mi-septembre 2023, 2023 or 2023-09-19",),
    "day": ("{day} {month} {year}",),
}  # fmt: skip

PHRASES: Mapping[str, Phrases] = {"en": ENGLISH, "nl": DUTCH, "de": GERMAN, "es": SPANISH, "fr": FRENCH}


def phrases_of(code: str) -> Phrases:
    """Return the phrases of a language: what is said in it, then what else is written; none where there are no tables."""
    own = PHRASES.get(code, {})
    wording = tables_for(code).wording
    said = said_by(wording) if wording else {}
    return {name: tuple(dict.fromkeys((*said.get(name, ()), *own.get(name, ())))) for name in {*own, *said}}
