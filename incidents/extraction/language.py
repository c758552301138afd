"""Tell the language of a text by its commonest words; enough to choose word tables by."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")

# The commonest short words of each language; the ones that several share count for each of them.
_COMMON: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for on with as by at from it its has have had were said which be not",
        "es": "el la los las de del que y en un una por con para se su al es lo como más fue ha sus este",
        "fr": "le la les des du de et à un une en que qui dans pour sur par au est avec ce il a été son ont aux",
        "de": "der die das und in den von zu mit ist im für auf des dem ein eine nicht sich als auch wurde hat am",
        "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als door bij werd heeft naar",
        "pt": "o a os as de do da dos das que e em um uma para com não por se na no ao foi mais são seu sua pela",
        "it": "il lo la gli le di del della che e è in un una per con non si da dal al nel sono ha stato dei ai",
    }.items()
}


def guess_language(text: str) -> str:
    """Name the language (ISO 639-1) whose common words are most frequent; empty where none stands out."""
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    counts = {language: sum(words[word] for word in common) for language, common in _COMMON.items()}
    (best, most), (_, next_most) = Counter(counts).most_common(2)
    return best if most >= 3 and most > next_most else ""


def primary_language(tag: str) -> str:
    """Reduce a language tag such as `en-GB` or `pt_BR` to its first part; empty for what is no tag (BCP 47)."""
    first = re.split("[-_]", tag.strip(), maxsplit=1)[0].lower()
    return first if re.fullmatch("[a-z]{2,3}", first) else ""
