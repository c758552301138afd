"""Reports as given, pasted text or web page, to what is known of their source and their clean text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cleaning import UnusableText, clean_line, clean_text, clean_url, decode
from ..drafts import SourceDraft
from ..sentences import Said, said
from ..temporal.edtf import EDTF, EDTFError
from . import html, metadata, pubdate
from .datelines import agency, find_credit, read_dateline
from .language import guess_language, primary_language
from .paragraphs import paragraph_spans
from .pubdate import Published

MAX_TITLE = 300


@dataclass(frozen=True, slots=True)
class Article:
    """A report read: all spans refer to `text`, which is clean. `notes` are sentences for the editor."""

    source: SourceDraft
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    notes: tuple[Said, ...] = ()


def read_text(raw: str | bytes, *, published: str = "", language: str = "", url: str = "", name: str = "") -> Article:
    """Read a report from its pasted or uploaded text.

    `published` (EDTF) and `language` (ISO 639-1) count before what the text says; `name` is the publisher.
    Without a date that can be trusted `source.published` stays empty. Raises UnusableText.
    """
    text = clean_text(decode(raw) if isinstance(raw, bytes) else raw)
    if not text.strip():
        raise UnusableText("There is no text. Paste the text of the report, or give its file or address.")
    spans = paragraph_spans(text)
    lines = [text[start:end] for start, end in spans]
    language = primary_language(language) or guess_language(text)
    found = _decide(published, pubdate.from_text(text, language))
    url = clean_url(url) if url else ""
    source = SourceDraft(
        title=_title(lines),
        url=url,
        publisher=name or metadata.host_name(url),
        published=found.edtf,
        published_from=found.found_in,
        language=language,
        credit=find_credit(lines),
    )
    return Article(source, text, spans, found.notes)


def read_html(
    raw: str | bytes,
    *,
    url: str = "",
    published: str = "",
    language: str = "",
    name: str = "",
    charset: str = "",
) -> Article:
    """Read a report from its web page; arguments as of `read_text`, `charset` as the server named it.

    The text has the paragraphs of the story, an empty line between them. Raises UnusableText.
    """
    markup = html.decode_page(raw, charset)
    root = html.parse_page(markup)
    page = metadata.read_page(root)
    own_url, note = metadata.find_url(page, url)
    declared_language = primary_language(language) or _page_language(page)
    title = _page_title(page)
    found = metadata.find_published(page, own_url, title, declared_language)
    story = html.find_story(root) if html.is_plain_enough(root) else None
    # trafilatura prunes the tree it is given, so that all of the text takes another one
    text = "\n\n".join(html.story_paragraphs(story) or html.all_paragraphs(html.parse_page(markup)))
    if not text:
        raise UnusableText("The page holds no text. Paste the text of the report instead.")
    notes = [*([note] if note else ()), *_guess_note(found, story.date if story else None)]
    if story is None:
        notes.append(said("The story could not be told from the rest of the page: all of its text is here."))
    spans = paragraph_spans(text)
    found = _decide(published, Published(found.edtf, found.found_in, (*found.notes, *notes)))
    authors = _authors(page, story.author if story else None)
    source = SourceDraft(
        title=title or clean_line(((story.title if story else "") or "")[:MAX_TITLE]),
        url=own_url,
        publisher=name or _publisher(page, own_url, story.sitename if story else None),
        authors=authors,
        published=found.edtf,
        published_from=found.found_in,
        language=declared_language or guess_language(text),
        credit=find_credit([text[start:end] for start, end in spans]) or next(filter(None, map(agency, authors)), ""),
    )
    return Article(source, text, spans, found.notes)


def _decide(given: str, found: Published) -> Published:
    """Let the date that the editor gave count before the one found, and say where they differ."""
    if not given:
        return found
    try:
        edtf = str(EDTF.parse(given))
    except EDTFError as error:
        raise UnusableText("The publication date cannot be read. %(error)s", error=error) from error
    notes = found.notes
    if found.edtf and found.edtf[:10] != edtf[:10]:
        notes = (*notes, said("The report itself says %(date)s.", date=found.edtf))
    return Published(edtf, "given", notes)


def _guess_note(found: Published, guess: str | None) -> list[Said]:
    if found.edtf or found.notes or not guess:
        return []
    return [
        said("The date %(date)s stands somewhere on the page, but nothing says that it is the publication.", date=guess)
    ]


# --- title, publisher, authors -----------------------------------------------------------------------------

_NO_TITLE_END = tuple(".,:;!…”»")


def _title(lines: list[str]) -> str:
    """Take the first line as the title where it plainly is one: short, no full stop, and text follows."""
    if len(lines) < 2:
        return ""
    first = clean_line(lines[0])
    words = first.split()
    if not 2 <= len(words) <= 30 or len(first) > 160 or first.endswith(_NO_TITLE_END):
        return ""
    if read_dateline(first) or agency(first) or (not first[0].isalnum() and first[0] not in "“\"'‘«¿¡"):
        return ""
    if pubdate.from_text(first, "en").edtf or (max(map(len, lines[1:6])) < 2 * len(first) and len(lines) < 4):
        return ""
    return first


def _page_title(page: metadata.Page) -> str:
    headlines = {story.headline for story in page.stories if story.headline}
    title = page.metas.get("og:title") or (headlines.pop() if len(headlines) == 1 else "")
    if not title:
        heading = next(iter(page.root.iter("h1")), None)
        title = "".join(heading.itertext()) if heading is not None else ""
    return clean_line(title[:MAX_TITLE])


def _page_language(page: metadata.Page) -> str:
    declared = (page.root.get("lang"), page.metas.get("og:locale"), page.metas.get("content-language"))
    return next(filter(None, (primary_language(tag or "") for tag in declared)), "")


def _publisher(page: metadata.Page, url: str, site: str | None) -> str:
    stated = next((story.publisher for story in page.stories if story.publisher), "")
    return stated or clean_line(page.metas.get("og:site_name") or site or "") or metadata.host_name(url)


def _authors(page: metadata.Page, found: str | None) -> tuple[str, ...]:
    stated = next((story.authors for story in page.stories if story.authors), ())
    names = stated or tuple(re.split(r"\s*;\s*", found or ""))
    return tuple(dict.fromkeys(clean_line(name[:200]) for name in names if name.strip()))
