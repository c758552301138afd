"""What stands around a story and is none of it: counters, menus, teasers, posts, credits, copyright."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .datelines import read_dateline
from .pubdate import is_date_line

_LOOK = 500
_DATE_LINE = 80

_COUNTER = re.compile(
    r"\d[\d.,]*\s?k?\s*(?:views?|reads?|shares?|likes?|comments?|clicks|vistas|visitas|lecturas|aufrufe|vues|lectures|"
    r"weergaven|reacties|kommentare)\b",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d|\d{1,2}[./]\d{1,2}[./]\d{4},? \d{1,2}:\d\d")
_AGO = re.compile(
    r"(?:about |more than |hace |vor |il y a )?(?:\d+|an?|one|two|un|une|una|einem?r?|een) (?:seconds?|minutes?|"
    r"mins?|hours?|hrs?|days?|weeks?|months?|years?|minutos?|horas?|días?|semanas?|minuten?|stunden?|tagen?|"
    r"wochen?|heures?|jours?|semaines?|uur|dag(?:en)?|weken)(?: ago| geleden)?\.?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:©|\(c\) ?\d|copyright\b|all rights reserved|alle rechte|todos los derechos|tous droits|alle rechten|"
    r"(?:this |the )?(?:post|article|offer|page) expires?\b|expires?\b|expiry\b|(?:last )?(?:updated|modified|"
    r"edited)\b|retrieved\b|accessed\b|archived\b|crawled\b|captured\b|published\b[^.]{0,60}$|posted\b|first "
    r"published\b|photo(?:graph)?s?\b ?[:(/—-]|image ?[:(/—-]|picture ?[:(/—-]|foto ?[:(/—-]|bild ?[:(/—-]|file "
    r"photo|by [A-ZÀ-Þ][^.]{3,60}$|tags?:|topics?:|filed under|share this|print\b|advertisement|publicidad|"
    r"anzeige|werbung)",
    re.IGNORECASE,
)
# Labels that could also begin a sentence, with so much of what follows that they do not.
_CAPITAL = "(?-i:[A-ZÀ-Þ])"
_SERVICE = re.compile(
    "|".join(
        (
            rf"reporting by {_CAPITAL}[^.;]{{2,80}}(?:;[^.]{{2,80}})?\.?$",
            r"(?:this (?:story|article|page)|the article) (?:was|has been) (?:\w+ )?(?:published|updated|corrected)",
            r"listen to this (?:article|story)|(?:we|this (?:web)?site) uses? cookies",
            r"contact (?:us|the (?:author|reporter|editor|newsroom))\b[^.]{0,10}(?: at |: |@)",
            rf"follow (?:us|{_CAPITAL}[^.]{{1,40}}) on (?:x|twitter|facebook|instagram|linkedin|bluesky|mastodon)\b",
            r"(?:have|got) a (?:story|news tip|tip)\b|image caption\b|\d{1,2} of \d{1,2} ?\|",
            rf"{_CAPITAL}[^.,]{{3,40}} is an? (?:\w+ )?(?:reporter|correspondent|journalist) (?:based|covering|for)\b",
            r"(?:actualizado|publicado|modificado) (?:el|a las) \d|síguenos\b|redacción ?:|imagen de archivo",
            rf"con información de {_CAPITAL}[^.]{{1,40}}\.?$",
            r"abonnez-vous\b|(?:mis à jour|publié|modifié) (?:le|à) \d|suivez[- ]nous\b|crédits?(?: photos?)? ?:",
            r"avec (?:l[’'])?(?:afp|ap|reuters|belga|ats)\b[^.]{0,20}\.?$",
            r"abonnieren sie\b|(?:aktualisiert|veröffentlicht|zuletzt geändert) (?:am|um) \d|folgen sie (?:uns|mir)\b",
            r"mit material (?:von|der)\b|(?:bild)?quelle ?:|stand ?: ?\d",
            r"meld je aan\b|(?:bijgewerkt|gepubliceerd|laatst gewijzigd) op\b|volg (?:ons|mij) op\b|(?:bron|beeld) ?:",
        )
    ),
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"getty images|all rights reserved|ap photo|\(photo(?: by|:)|/(?:reuters|afp|epa|dpa)\)?$|file photo\)?$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?<=[.!?”\"] )(?:image|photo|picture|foto|bild)s?(?: credit)?:\s[^.!?\n]{2,60}(?:\.\w{2,3})?\.?$", re.IGNORECASE
)
_TEASER = re.compile(
    r"(?:read (?:more|also|next|the full)|also read|see also|related\b|more (?:on|from|stories)|most (?:read|"
    r"popular)|you (?:may|might) (?:also )?like|recommended|don['’]t miss|trending|latest news|top stories|sign "
    r"up|subscribe|newsletter|follow us|click here|download (?:our|the) app|join (?:our|us)|leave a (?:reply|"
    r"comment)|comments?\b ?\(?\d*\)?$|lea también|lee también|te puede interesar|más información|noticias "
    r"relacionadas|suscríbe|lees ook|meer over|lesen sie auch|mehr zum thema|das könnte sie|lire aussi|à lire|sur "
    r"le même sujet)",
    re.IGNORECASE,
)
_POST = re.compile(r"@\w{1,30}\b|#\w+|rt @|comment by\b|[\w .-]{2,40} (?:says|wrote|commented):?$", re.IGNORECASE)
_POST_INSIDE = re.compile(r"(?=[(PpVv])(?:pic\.twitter\.com/|\(@\w{1,30}\)|\bview this post on\b)", re.IGNORECASE)
_MENU = re.compile(r"[|›»•·/>]")
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’'»)\]]*$")
_ENTRY = re.compile(r"(?:[•*–-]\s*)?(?=[^.!?:–—]{0,40}\d)[^.!?:–—-]{3,40}(?:[:–—]|\s-)\s+\S.{15,}")


def story_paragraphs(text: str, spans: Sequence[tuple[int, int]], language: str = "en") -> list[tuple[int, int]]:
    """Keep the paragraphs that tell the story, of a clean text and the spans of its paragraphs."""
    kept = _up_to_its_end(text, spans)
    kept = [
        (start, end)
        for start, end in kept
        if not is_boilerplate(text[start : min(end, start + _LOOK)], end - start)
        and not (end - start <= _DATE_LINE and is_date_line(text[start:end], language))
    ]
    finished = {span for span in kept if _SENTENCE_END.search(text[max(span[0], span[1] - 6) : span[1]])}
    # Headings and cut-off teasers end without a stop; a text that has no stops at all is taken as it is.
    if len(finished) < 2:
        return kept
    return [span for span in kept if span in finished or _ENTRY.match(text[span[0] : span[0] + _LOOK])]


def is_boilerplate(opening: str, length: int) -> bool:
    """Tell a paragraph, by its opening and its length, that is no part of a story."""
    if _POST.match(opening) or _POST_INSIDE.search(opening):
        return True
    if length > 300:
        return False
    if (_STAMP.match(opening) and length < 60) or _AGO.fullmatch(opening):
        return True
    if length < 100 and (_is_count(opening) or _TEASER.match(opening)):
        return True
    if _CAPTION.search(opening):
        return True
    if _SERVICE.match(opening):
        return length < 160
    if _LABELLED.match(opening) or _CREDITED.search(opening):
        return not _is_long_sentence(opening, length)
    return len(_MENU.findall(opening)) >= 3 and not _SENTENCE_END.search(opening)


def _is_count(line: str) -> bool:
    found = _COUNTER.search(line)
    return bool(found) and len(line) - len(found[0] if found else "") < 25 and not line.endswith(".")


def _is_long_sentence(opening: str, length: int) -> bool:
    """Tell a sentence that only begins like a label: "Published reports said on Friday that …"."""
    return length > 120 and bool(_SENTENCE_END.search(opening)) and "©" not in opening


def _up_to_its_end(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut off what follows the story: from the first counter, list of teasers or second story in its last half."""
    own_dateline = bool(spans) and read_dateline(text[spans[0][0] : spans[0][0] + 200]) is not None
    told = 0
    total = sum(end - start for start, end in spans)
    for number, (start, end) in enumerate(spans):
        opening = text[start : min(end, start + 200)]
        length = end - start
        stamp = length < 100 and (_STAMP.match(opening) or (_is_count(opening) and _is_count_line(text, spans, number)))
        another = own_dateline and number > 1 and read_dateline(opening, is_first=False)
        if (stamp or another or (length < 60 and _TEASER.match(opening))) and told > total - told:
            return list(spans[:number])
        told += length
    return list(spans)


def _is_count_line(text: str, spans: Sequence[tuple[int, int]], number: int) -> bool:
    """Tell the first of several counters from one that merely stands below the headline."""
    following = spans[number + 1 : number + 2]
    return not following or _is_count(text[following[0][0] : min(following[0][1], following[0][0] + 100)])
