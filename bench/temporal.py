"""Score the tagger beside others on corpora with gold TIMEX3: `python -m bench.temporal`.

The others are dateparser's search and, once `bench/requirements.txt` is installed, Microsoft's recognizers. The corpora
and their scorer are not part of this repository; they lie beside it, in `../shared`. The scorer can also call `timex`
and `narrative` itself (see docs/dates.md).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import util
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any, NamedTuple

from bench import taggers
from bench.taggers import Answer
from incidents.temporal import Mention, propose_genre, tag

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORER = SHARED / "tools" / "score_temporal.py"
CORPORA = SHARED / "data" / "temporal"
NARRATIVES = frozenset({"wikiwars"})  # corpora that tell history, by the beginning of their names
SURE = 0.8  # from this confidence on a date is fit to be printed
FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=$|T)")
TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET", "vague": "DATE"}


class Document(NamedTuple):
    name: str
    text: str
    day: date
    gold: list[Answer]


class Tagged(NamedTuple):
    """What a tagger answers on a document: all of it, and the places in it of what it calls sure."""

    answers: list[Answer]
    sure: list[Answer]


def timex(text: str, dct: date, lang: str, genre: str | None = None) -> list[Answer]:
    """Return the TIMEX3 of a text; a range gives its two ends, as TimeML has no value for the whole."""
    return ours(text, dct, lang, genre or propose_genre(text, dct, lang)).answers


def narrative(text: str, dct: date, lang: str) -> list[Answer]:
    """Return the TIMEX3 of a text that tells history: years carry over from the last date given."""
    return timex(text, dct, lang, genre="narrative")


def ours(text: str, day: date, lang: str, genre: str) -> Tagged:
    found = [part for m in tag(text, reference=day, language=lang, genre=genre) for part in m.bounds or (m,)]
    return Tagged([_answer(m) for m in found], [_answer(m) for m in found if m.confidence >= SURE])


def _answer(mention: Mention) -> Answer:
    return mention.start, mention.end, mention.timex, TYPES[mention.kind]


def theirs(tagger: Callable[[str, date, str], list[Answer]], text: str, day: date, lang: str) -> Tagged:
    """Tag with another tagger; none knows doubt, so all of what it answers is sure."""
    answers = tagger(text, day, lang)
    return Tagged(answers, answers)


def wrong_days(document: Document, sure: list[Answer]) -> tuple[int, int, int]:
    """Count the sure full dates, those of them where gold has another value, and those where gold has nothing."""
    full = another = nothing = 0
    for start, end, value, _ in sure:
        if not (day := FULL_DATE.match(value)):
            continue
        full += 1
        there = [gold for gold in document.gold if gold[0] < end and start < gold[1]]
        another += bool(there) and all(gold[2][:10] != day[0] for gold in there)
        nothing += not there
    return full, another, nothing


def row(scorer: ModuleType, name: str, documents: list[Document], read: Callable[[str, date], Tagged]) -> str:
    """Tag the documents of a corpus and word the figures."""
    read(documents[0].text, documents[0].day)  # loads the language
    before = process_time()
    tagged = [read(document.text, document.day) for document in documents]
    seconds = process_time() - before
    scores: dict[str, Any] = scorer.score(documents, [t.answers for t in tagged])
    full, another, nothing = map(
        sum, zip(*(wrong_days(d, t.sure) for d, t in zip(documents, tagged, strict=True)), strict=True)
    )
    size = sum(len(document.text.encode()) for document in documents) / 1000
    f1 = [scores[view][measure][2] for view in ("DATE", "CALENDAR") for measure in ("relaxed", "value")]
    answers = scores["DATE"]["answers"]
    sure = f"{full:>8}{another:>9}{nothing:>9}{100 * another / answers:>11.1f}"
    return f"{name:<30}{''.join(f'{x:>9.1f}' for x in f1)}{size / seconds:>10,.0f}{answers:>9}{sure}"


def load_scorer() -> ModuleType:
    spec = util.spec_from_file_location("score_temporal", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{SCORER} is no Python module.")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    corpora = sorted(folder for folder in CORPORA.glob("*") if any(folder.glob("*.tml")))
    if not corpora or not SCORER.exists():
        print(f"Nothing to score: the corpora belong into {CORPORA} and their scorer into {SCORER.parent}.")
        return 1
    scorer = load_scorer()
    print("F1 in per cent: span (overlapping) and value, of all dates and of those on the calendar. KB a second of one")
    print(
        f"core. Answers that are dates; full dates given as sure (confidence {SURE} or more): how many, where gold has"
    )
    print("another, where it has none; and the silently wrong, those with another value in gold, in 100 answers.")
    print(f"{'':<30}{'DATE':>9}{'':>9}{'CALENDAR':>9}{'':>9}{'KB/s':>10}{'answers':>9}{'full':>8}{'another':>9}{'none':>9}"
          f"{'in 100':>11}")  # fmt: skip
    print(f"{'':<30}{'span':>9}{'value':>9}{'span':>9}{'value':>9}")
    for folder in corpora:
        lang = json.loads((folder / "corpus.json").read_text())["lang"]
        documents = [Document(file.stem, *scorer.read(file)) for file in sorted(folder.glob("*.tml"))]
        genre = "narrative" if folder.name.partition("-")[0] in NARRATIVES else "news"
        readers: dict[str, Callable[[str, date], Tagged]] = {"ours": partial(ours, lang=lang, genre=genre)}
        for other in (taggers.dateparser_split, taggers.dateparser_ngram):
            readers[other.__name__.replace("_", " ")] = partial(theirs, other, lang=lang)
        if taggers.has_recognizers(lang):
            readers["recognizers"] = partial(theirs, taggers.recognizers, lang=lang)
        for name, reader in readers.items():
            print(row(scorer, f"{folder.name} {name}", documents, reader), flush=True)
    if not taggers.has_recognizers("en"):
        print(f"Microsoft's recognizers are not installed: {taggers.INSTALL} puts them beside us.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
