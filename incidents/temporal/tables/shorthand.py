"""Short ways to type dates, for `respelled`: data only, alternatives of regular expressions where they are strings."""

from __future__ import annotations

WEEKS = r"KW|CW|wk\.?|week|Kalenderwoche|Woche|semaine|sem\.?|semana"
QUARTERS = "trimestre|semestre|quarter|half|Quartal|Halbjahr|kwartaal|halfjaar"
LOCAL_TIME = r"local time|\(?local\)?|Ortszeit|hora local|heure locale|lokale tijd|plaatselijke tijd"
HALVES = {"erste": "first", "zweite": "second", "eerste": "first", "tweede": "second", "1e": "first", "2e": "second",
          "1.": "first", "2.": "second", "first": "first", "second": "second", "1st": "first", "2nd": "second",
          "première": "first", "deuxième": "second", "seconde": "second", "primera": "first",
          "segunda": "second"}  # fmt: skip
CENTURY_SHORT = {"en": r"c\.?|cent\.?", "es": r"s\.|sig\.", "half": "Hälfte|helft|half|moitié|mitad"}
DAYTIME_HOURS = {"madrugada": False, "mañana": False, "tarde": True, "noche": True}
ABBREVIATED = (
    (r"(?<=\d )AC$|(?<=\d )A\.\s?C$", "a. C."),
    (r"(?<=\d )DC$|(?<=\d )D\.\s?C$", "d. C."),
    (r"\bav\.? ?J\.? ?-?C\.?$", "av. J.-C."),
    (r"\bapr?\.? ?J\.? ?-?C\.?$", "ap. J.-C."),
)
SINCE = "desde el|desde|depuis le|depuis|vanaf|sinds|since|seit dem|seit"
UNTIL = "hasta|jusqu['’](?:en|au|à)|tot|until|till|bis"
WEEKDAYS_SHORT = {
    "de": {"mo": "Montag", "di": "Dienstag", "mi": "Mittwoch", "do": "Donnerstag", "fr": "Freitag", "sa": "Samstag",
           "so": "Sonntag"},
    "nl": {"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag", "za": "zaterdag",
           "zo": "zondag"},
    "es": {"lun": "lunes", "mar": "martes", "mié": "miércoles", "mie": "miércoles", "jue": "jueves", "vie": "viernes",
           "sáb": "sábado", "sab": "sábado", "dom": "domingo"},
    "fr": {"lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi", "sam": "samedi",
           "dim": "dimanche"},
}  # fmt: skip
