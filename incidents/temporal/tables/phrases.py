"""What stands around a date that a person types, for `plain`: data only, for the languages with tables of their own.

Each name has templates with {date} (or {first} and {last}), tried in the given order. What the tagger reads too ("since",
"between … and …", "at the end of") is not repeated here. `examples` and `full` are for the sentences of refusal, `day`
writes a day as the language does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from . import Wording, tables_for

Phrases = Mapping[str, tuple[str, ...]]

CASE = re.compile(r"\{\w+:")
SAID = (
    "part-of-start part-of-mid part-of-end perhaps about or-before or-after since until end-unknown start-unknown "
    "or and from-to"
).split()


def said_by(wording: Wording) -> dict[str, tuple[str, ...]]:
    """Return the templates of what `wording.say` writes, so that it reads back; not those that bend the date."""
    straight = {name: form for name, form in wording.forms.items() if not CASE.search(form)}
    forms = {name: form.replace("{month} {year}", "{date}") for name, form in straight.items()}
    said: dict[str, tuple[str, ...]] = {name: (forms[name],) for name in SAID if name in forms}
    said["some-day"] = tuple(
        forms[name].replace("{year}", "{date}") for name in ("some-day-of-month", "some-day-of-year")
    )
    said["some-month"] = (forms["some-month"].replace("{year}", "{date}"),)
    said["open"] = tuple(
        "{date}" + wording.forms[name].rpartition("}")[2] for name in ("day-open", "month-open", "season-open")
    )
    return said


ENGLISH: Phrases = {
    "perhaps": ("perhaps {date}", "maybe {date}", "possibly {date}", "probably {date}", "likely {date}", "{date}?",
                "{date} ?"),
    "about": ("about {date}", "around {date}", "approximately {date}", "roughly {date}", "circa {date}", "ca. {date}",
              "ca.{date}", "ca {date}", "c. {date}", "c.{date}", "c {date}", "c{date}", "~ {date}", "~{date}",
              "approx. {date}", "approx {date}", "at about {date}", "at around {date}", "on or about {date}",
              "on or around {date}", "{date} or so", "{date} or thereabouts", "{date}-ish", "{date}ish",
              "{date} approximately", "{date} approx."),
    "before": ("before {date}", "earlier than {date}"),
    "after": ("after {date}", "later than {date}"),
    "or-before": ("in or before {date}", "on or before {date}", "{date} or before", "{date} or earlier",
                  "{date} at the latest", "at the latest {date}", "not later than {date}", "no later than {date}",
                  "not after {date}", "by {date}"),
    "or-after": ("in or after {date}", "on or after {date}", "{date} or after", "{date} or later",
                 "{date} at the earliest", "at the earliest {date}", "not before {date}", "no earlier than {date}",
                 "not earlier than {date}"),
    "some-day": ("a day in {date}", "one day in {date}", "sometime in {date}", "some time in {date}"),
    "since": ("since {date}", "from {date} on", "from {date} onwards", "from {date} onward", "{date} onwards",
              "{date} onward", "as of {date}", "starting {date}", "starting on {date}", "from {date}"),
    "until": ("until {date}", "till {date}", "up to {date}", "up until {date}", "through {date}", "to {date}"),
    "still": ("{date} to present", "{date} to the present", "{date} to date", "{date} to now", "{date} until now",
              "{date} till now", "{date} to today", "{date} - present", "{date} – present", "{date}-present",
              "{date}–present", "{date}–", "{date} –", "{date}-", "{date} -"),
    "so-far": ("–{date}", "– {date}"),
    "either": ("either {date}", "both {date}"),
    "at": ("in {date}", "on {date}", "during {date}"),
    "full": ("19 September 2023",),
    "examples": ("19 September 2023, mid-September 2023", "2023", "2023-09-19"),
    "day": ("{day} {month} {year}",),
    "or": ("{first} or {last}",),
    "and": ("{first} and {last}",),
    "from-to": ("{first} to {last}", "{first} until {last}", "{first} through {last}"),
}  # fmt: skip

DUTCH: Phrases = {
    "perhaps": ("misschien {date}", "mogelijk {date}", "wellicht {date}", "waarschijnlijk {date}", "vermoedelijk {date}"),
    "about": ("ongeveer {date}", "omstreeks {date}", "rond {date}", "rondom {date}", "circa {date}", "ca. {date}", "om ongeveer {date}"),
    "before": ("vóór {date}", "voor {date}", "eerder dan {date}"),
    "after": ("na {date}", "later dan {date}"),
    "or-before": ("uiterlijk {date}", "uiterlijk in {date}", "niet later dan {date}", "niet na {date}", "voor of in {date}", "in of vóór {date}", "in of voor {date}", "op of voor {date}",
                  "{date} of eerder"),
    "or-after": ("op zijn vroegst {date}", "op zijn vroegst op {date}", "niet voor {date}", "niet vóór {date}",
                 "niet eerder dan {date}", "in of na {date}", "op of na {date}", "{date} of later"),
    "still": ("{date} tot heden", "{date} tot nu", "{date} tot vandaag", "{date} - heden", "{date} – heden",
              "{date}-heden", "{date}–heden"),
    "either": ("hetzij {date}",),
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
    "examples": ("19 september 2023, half september 2023", "2023", "2023-09-19"),
    "day": ("{day} {month} {year}",),
}  # fmt: skip

GERMAN: Phrases = {
    "perhaps": ("vielleicht {date}", "möglicherweise {date}", "vermutlich {date}", "wohl {date}", "wahrscheinlich {date}"),
    "about": ("etwa {date}", "ungefähr {date}", "um {date}", "um den {date}", "rund {date}", "gegen {date}",
              "circa {date}", "zirka {date}", "ca. {date}", "gegen den {date}", "etwa um {date}", "um etwa {date}"),
    "before": ("vor {date}", "vor dem {date}", "vor der {date}", "früher als {date}"),
    "after": ("nach {date}", "nach dem {date}", "nach der {date}", "später als {date}"),
    "or-before": ("spätestens {date}", "spätestens am {date}", "bis spätestens {date}", "bis spätestens zum {date}",
                  "nicht nach {date}", "nicht nach dem {date}", "nicht später als {date}", "{date} oder früher",
                  "{date} oder vorher"),
    "or-after": ("frühestens {date}", "frühestens am {date}", "nicht vor {date}", "nicht vor dem {date}",
                 "nicht früher als {date}", "{date} oder später", "{date} oder danach"),
    "still": ("{date} bis heute", "{date} bis jetzt", "seit {date} bis heute", "von {date} bis heute",
              "{date} - heute", "{date} – heute", "{date}-heute", "{date}–heute"),
    "either": ("entweder {date}", "am {date}"),
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
    "examples": ("19. September 2023, Mitte September 2023", "2023", "2023-09-19"),
    "day": ("{day}. {month} {year}",),
}  # fmt: skip

SPANISH: Phrases = {
    "perhaps": ("quizá {date}", "quizás {date}", "tal vez {date}", "posiblemente {date}", "probablemente {date}"),
    "about": ("hacia {date}", "alrededor de {date}", "alrededor del {date}", "cerca de {date}", "cerca del {date}",
              "en torno a {date}", "aproximadamente {date}", "aproximadamente en {date}", "circa {date}", "ca. {date}",
              "c. {date}", "sobre {date}", "hacia las {date}", "hacia la {date}", "sobre las {date}", "a eso de las {date}"),
    "before": ("antes de {date}", "antes del {date}"),
    "after": ("después de {date}", "después del {date}", "tras {date}"),
    "or-before": ("como muy tarde {date}", "como máximo {date}", "a más tardar {date}", "a más tardar el {date}",
                  "no más tarde de {date}", "no más tarde del {date}", "no después de {date}", "no después del {date}",
                  "{date} o antes", "{date} a más tardar", "{date} como muy tarde"),
    "or-after": ("como muy pronto {date}", "no antes de {date}", "no antes del {date}", "{date} o después",
                 "{date} o más tarde"),
    "still": ("{date} hasta hoy", "{date} hasta ahora", "{date} hasta la fecha", "{date} hasta la actualidad",
              "desde {date} hasta hoy", "de {date} a la actualidad", "{date} - actualidad", "{date} – actualidad",
              "{date}-actualidad", "{date}–actualidad"),
    "either": ("o {date}", "o bien {date}", "los días {date}", "los {date}"),
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
    "examples": ("19 de septiembre de 2023, mediados de septiembre de 2023", "2023", "2023-09-19"),
    "day": ("{day} de {month} de {year}",),
}  # fmt: skip

FRENCH: Phrases = {
    "perhaps": ("peut-être {date}", "sans doute {date}", "probablement {date}", "possiblement {date}"),
    "about": ("vers {date}", "environ {date}", "autour de {date}", "autour du {date}", "aux alentours de {date}",
              "aux environs de {date}", "circa {date}", "ca. {date}", "c. {date}", "v. {date}", "approximativement {date}"),
    "before": ("avant {date}", "avant le {date}"),
    "after": ("après {date}", "après le {date}"),
    "or-before": ("au plus tard {date}", "au plus tard le {date}", "{date} au plus tard", "pas plus tard que {date}",
                  "pas après {date}", "pas après le {date}", "d'ici {date}", "d’ici {date}", "d'ici au {date}",
                  "d’ici au {date}", "d'ici à {date}", "d’ici à {date}", "d'ici le {date}", "d’ici le {date}",
                  "d'ici la {date}", "d’ici la {date}", "d'ici à la {date}", "d’ici à la {date}",
                  "{date} ou avant"),
    "or-after": ("au plus tôt {date}", "au plus tôt le {date}", "pas avant {date}", "pas avant le {date}", "{date} au plus tôt", "{date} ou après", "{date} ou plus tard"),
    "since": ("depuis {date}", "depuis le {date}", "à partir de {date}", "à partir du {date}", "dès {date}",
              "à compter de {date}", "à compter du {date}"),
    "until": ("jusqu'en {date}", "jusqu'au {date}", "jusqu'à {date}", "jusqu’en {date}", "jusqu’au {date}",
              "jusqu’à {date}"),
    "still": ("{date} à aujourd'hui", "{date} à aujourd’hui", "{date} à nos jours", "{date} jusqu'à aujourd'hui",
              "{date} jusqu’à aujourd’hui", "depuis {date} jusqu'à aujourd'hui", "de {date} à nos jours",
              "de {date} à aujourd'hui", "{date} - aujourd'hui", "{date} – aujourd’hui"),
    "either": ("soit {date}", "les {date}"),
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
    "examples": ("19 septembre 2023, mi-septembre 2023", "2023", "2023-09-19"),
    "day": ("{day} {month} {year}",),
}  # fmt: skip

CLOCK_ABOUT: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "en": (("about", "around", "approximately", "roughly", "circa", "ca.", "c.", "at about", "at around", "shortly after",
            "shortly before", "just after", "just before"), (), "at"),
    "es": (("hacia", "sobre", "alrededor de", "a eso de", "cerca de", "en torno a", "aproximadamente a"),
           ("aproximadamente",), "a"),
    "fr": (("vers", "environ à", "aux alentours de", "aux environs de", "autour de", "à environ"), ("environ",), "à"),
    "de": (("gegen", "etwa um", "ungefähr um", "um etwa", "um circa", "um ca.", "ca. um", "kurz nach", "kurz vor"), (),
           "um"),
    "nl": (("rond", "omstreeks", "tegen", "om ongeveer", "om circa", "ongeveer om", "rondom", "even na", "kort na"), (),
           "om"),
}  # fmt: skip
"""What makes an hour approximate, before it and after it, and what stands before an exact one."""
NOT_KNOWN = frozenset(
    "unknown|date unknown|unknown date|undated|not dated|no date|date not known|n.d|nd|s.d|sd|tba|tbd|tbc|n/a|na|none|?|??|-|–|—|"
    "desconocida|desconocido|fecha desconocida|sin fecha|s.f|inconnue|inconnu|date inconnue|sans date|non datée|unbekannt|"
    "datum unbekannt|ohne datum|undatiert|o. d|o.d|o. j|onbekend|datum onbekend|zonder datum|ongedateerd|z.d|z. d".split(
        "|"
    )
)
"""What is written where no date is known; without the dot at its end."""
ZONES = {name: (f"{letter}ST", f"{letter}DT") for letter, names in
         {"E": "eastern et", "C": "central ct", "M": "mountain mt", "P": "pacific pt"}.items()
         for name in names.split()}  # fmt: skip
"""Zones of which the words do not say whether summer time holds."""
PHRASES: Mapping[str, Phrases] = {"en": ENGLISH, "nl": DUTCH, "de": GERMAN, "es": SPANISH, "fr": FRENCH}


@lru_cache(maxsize=64)
def phrases_of(code: str) -> Phrases:
    """Return the phrases of a language: what is said in it, then what else is written; none where there are no tables."""
    own = PHRASES.get(code, {})
    wording = tables_for(code).wording
    said = said_by(wording) if wording else {}
    return {name: tuple(dict.fromkeys((*said.get(name, ()), *own.get(name, ())))) for name in {*own, *said}}
