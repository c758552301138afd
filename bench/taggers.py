"""Other taggers, called as ours is: dateparser's two searches, and Microsoft's recognizers where they are installed.

Each answers (start, end, TIMEX3 value, type) as the scorer of the corpora takes it. None says how sure it is of a
date, so all that they answer counts as sure.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from importlib.util import find_spec

from dateparser.search import search_dates

Answer = tuple[int, int, str, str]  # start, end, TIMEX3 value and type

PERIODS = {"month": "%Y-%m", "year": "%Y", "week": "%G-W%V"}  # of dateparser; all others are days
CULTURES = {"en": "English", "es": "Spanish", "fr": "French", "nl": "Dutch"}  # the Python version has no German
ON_THE_CALENDAR = re.compile(r"\d{4}(?:-|$)")
INSTALL = "pip install -r bench/requirements.txt"


def dateparser_split(text: str, day: date, lang: str) -> list[Answer]:
    return _dateparser(text, day, lang, "split")


def dateparser_ngram(text: str, day: date, lang: str) -> list[Answer]:
    return _dateparser(text, day, lang, "ngram")


def _dateparser(text: str, day: date, lang: str, strategy: str) -> list[Answer]:
    """Return what dateparser finds, each as precise as it says."""
    settings = {"RELATIVE_BASE": datetime.combine(day, time())}
    answers, place = [], 0
    for words, moment, period in search_dates(text, [lang], settings, strategy=strategy, add_period=True) or ():
        start = text.find(words, place)
        if start >= 0:  # it may give words with other blanks than the text has
            place = start + len(words)
            answers.append((start, place, moment.strftime(PERIODS.get(period, "%Y-%m-%d")), "DATE"))
    return answers


def has_recognizers(lang: str) -> bool:
    return lang in CULTURES and find_spec("recognizers_date_time") is not None


def recognizers(text: str, day: date, lang: str) -> list[Answer]:
    """Return what Microsoft's recognizers find; of several readings the last that is not after the day of the text.

    That is the reading of news, and the better one on these corpora; its order of readings says nothing.
    """
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    culture = getattr(Culture, CULTURES[lang])
    answers = []
    for found in recognize_datetime(text, culture, reference=datetime.combine(day, time())):
        kind = found.type_name.rpartition(".")[2]
        value = _timex(found.resolution["values"] if found.resolution else [], day)
        answers.append((found.start, found.end + 1, value, "DATE" if kind.startswith("date") else kind.upper()))
    return answers


def _timex(readings: list[dict[str, str]], day: date) -> str:
    """Word one of its resolutions as TIMEX3: its own value where that is on the calendar, else the reading's day."""
    if not readings:
        return ""
    past = [reading for reading in readings if _begins(reading) <= day.isoformat()]
    chosen = (past or readings)[-1 if past else 0]
    own = chosen.get("timex", "")
    if ON_THE_CALENDAR.match(own) and "X" not in own:
        return own
    begins = _begins(chosen)
    open_year = re.match(r"XXXX-(\d\d)$", own)
    return begins[:7] if open_year and begins else begins[:10] or own


def _begins(reading: dict[str, str]) -> str:
    return reading.get("value") or reading.get("start") or ""
