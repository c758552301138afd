"""The languages of the interface: which one an address is in, and the same page's address in the others.

English stands at the plain address, every other language below its code: `/es/incidents/…`. An address says its
language, so that a link shows everybody the same; the desk is in each editor's own: docs/decisions/languages.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from .sentences import Refusing

NEGOTIATED_BY = ("Accept-Language", "Sec-Fetch-Dest", "Sec-Fetch-Site")
CHOSEN_BY = ("Accept-Language", "Cookie")
TERRITORIES = {"en": "US"}  # where the most usual is not called as the language is
# Those written from right to left that reports come in, by their first subtag.
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"})
SMALL_NAMES = frozenset({"es", "fr"})  # where names of languages have a small letter within a sentence
FROM_OUTSIDE = frozenset({"none", "cross-site"})  # typed or bookmarked; a link on another site
DESK = "/admin/"  # where editors work


def codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def current() -> str:
    """Return the language at hand, which is one of those of the interface."""
    return get_language() or settings.LANGUAGE_CODE


def primary(code: str) -> str:
    """Return a language without its territory or script: `es` of `es-MX`."""
    return code.partition("-")[0].lower()


def direction(code: str) -> str:
    """Return how a text of a language runs, as `dir` has it; a text whose language has no fixed one says so itself."""
    return "rtl" if primary(code) in RIGHT_TO_LEFT else "auto"


def quoted(words: str) -> str:
    """Put words between the quotation marks of the language at hand."""
    return _("“%(quote)s”") % {"quote": words}


def told(error: Exception) -> str:
    """Say in the language at hand why something was refused; as it stands, where only Python knows."""
    return error.said.worded(_) if isinstance(error, Refusing) else str(error)


def named(code: str) -> str:
    """Name a language in the language at hand, as within a sentence; by its code where it is not known."""
    try:
        name = str(get_language_info(code.lower())["name_translated"])
    except KeyError:
        return code
    return name[:1].lower() + name[1:] if primary(current()) in SMALL_NAMES else name


def is_own() -> bool:
    """Whether the language at hand is the site's own, which stands at the plain address."""
    return current() == settings.LANGUAGE_CODE


def parted(path: str) -> tuple[str, str]:
    """Return the language of an address and its path without it: `/es/about/` is ("es", "/about/"), `/es` the home."""
    first, _, rest = path.removeprefix("/").partition("/")
    if first in codes() and first != settings.LANGUAGE_CODE and path.startswith("/"):
        return first, single(rest)
    return settings.LANGUAGE_CODE, single(path)


def single(path: str) -> str:
    """Return a path that begins with one slash: two would lead to another site."""
    return f"/{path.lstrip('/')}"


def bare(path: str) -> str:
    """Return an address without its language: where data stands, which is the same in all of them."""
    return parted(path)[1]


def in_language(path: str, code: str) -> str:
    """Return the address of the same page in a language."""
    return bare(path) if code == settings.LANGUAGE_CODE else f"/{code}{bare(path)}"


@dataclass(frozen=True, slots=True)
class Version:
    """The page at hand in one language."""

    code: str
    name: str
    address: str
    is_current: bool

    @property
    def locale(self) -> str:
        """Return the language with a territory, as Open Graph asks for one: the most usual."""
        return "_".join((self.code, TERRITORIES.get(self.code, self.code.upper())))


def versions(address: str, query: str = "") -> list[Version]:
    """Return a page's address in every language, with what it is narrowed by, as an address has that."""
    query = f"?{query}" if query else ""
    return [
        Version(code, str(name), in_language(address, code) + query, code == current())
        for code, name in settings.LANGUAGES
    ]


def preferred(header: str) -> str:
    """Return the language of the interface that an `Accept-Language` header names first; English for none of them."""
    for tag, _weight in parse_accept_lang_header(header.lower()[:500]):
        code = tag.partition("-")[0]
        if code in codes():
            return code
    return settings.LANGUAGE_CODE


def is_desk(request: HttpRequest) -> bool:
    """Whether the address is an editor's, whose language is theirs and not the address's."""
    return request.path_info.startswith(DESK)


def chosen(request: HttpRequest) -> str:
    """Return the language that an editor works in: the one chosen at the desk's foot, else the browser's."""
    kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return kept if kept in codes() else preferred(request.headers.get("Accept-Language", ""))


def is_door(request: HttpRequest) -> bool:
    """Whether the address is the one that nobody chose a language by: the site's own."""
    return request.path_info == "/" and request.method in ("GET", "HEAD")


def to_lead_to(request: HttpRequest) -> str:
    """Return the address that a reader who comes to the door from outside is led to; empty where that is this one.

    A reader who follows the site's own link to English has chosen it. Programs, which do not say where a request
    comes from, get what they ask for.
    """
    headers = request.headers
    comes_in = headers.get("Sec-Fetch-Dest") == "document" and headers.get("Sec-Fetch-Site") in FROM_OUTSIDE
    if not is_door(request) or request.GET or not comes_in:
        return ""
    code = preferred(headers.get("Accept-Language", ""))
    return in_language("/", code) if code != settings.LANGUAGE_CODE else ""
