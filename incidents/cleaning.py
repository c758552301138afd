"""The one text gate: whatever comes from outside passes here before it is stored, shown or compared."""

from __future__ import annotations

import codecs
import re
import unicodedata
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit, urlunsplit

from .sentences import Refusing, phrase, said

MAX_BYTES = 20_000_000
MAX_TEXT = 5_000_000
MAX_URL = 2_000  # as many as the columns hold
MAX_HOST = 253


class UnusableText(Refusing, ValueError):
    """Text, bytes or a URL that cannot be taken; the message says why and what would be right."""


def _span(first: int, last: int) -> str:
    return f"{chr(first)}-{chr(last)}"


_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 without tab and line feed, soft hyphen, zero-width and bidi controls, surrogates, noncharacters.
_REMOVED = re.compile(
    "["
    + _span(0x00, 0x08)
    + _span(0x0E, 0x1F)
    + _span(0x7F, 0x9F)
    + "\u00ad\u200b\ufeff"
    + _span(0x202A, 0x202E)
    + _span(0x2060, 0x206F)
    + _span(0xD800, 0xDFFF)
    + _span(0xFDD0, 0xFDEF)
    + _span(0xFFF9, 0xFFFB)
    + "\ufffe\uffff"
    + "]+"
)
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c]+")
_RIGHT_TO_LEFT = re.compile("[" + _span(0x590, 0x8FF) + _span(0xFB1D, 0xFDFF) + _span(0xFE70, 0xFEFC) + "]")
# Tag characters spell invisible ASCII; only a flag sequence (UTS #51, section 1.4.6) may keep them.
_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f)|[\U000e0000-\U000e007f]+")
# Scripts whose spelling needs the joiners: Arabic and its kin, Syriac, N'Ko, Brahmic scripts, Khmer, Mongolian.
_JOINING = (
    _span(0x600, 0x7FF) + _span(0x8A0, 0xDFF) + _span(0xF00, 0x109F) + _span(0x1780, 0x18AF) + _span(0xFB50, 0xFDFF)
)
_VIRAMA = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
_PICTURE = _span(0x2190, 0x27BF) + _span(0x2B00, 0x2BFF) + _span(0x1F000, 0x1FAFF)
_KEPT_JOINER = re.compile(
    f"(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])|(?<=[{_VIRAMA}])[\u200c\u200d]"
    f"|(?<=[{_PICTURE}\ufe0f])\u200d(?=[{_PICTURE}])"
)
_JOINERS = re.compile("[\u200c\u200d]")
_COMBINING = "".join(chr(code) for code in range(0x300, 0x1E94B) if unicodedata.combining(chr(code)))
_MARKS = re.compile(f"[{_COMBINING}]+")
# Canonical ordering sorts each run of marks by insertion: without a cap a run costs its square.
# 30 is the bound of the Stream-Safe Text Format (UAX #15, section 13).
_MARK_RUN = re.compile(f"([{_COMBINING}]{{30}})[{_COMBINING}]+")
# Far faster to look for, and few texts go on to the one above.
_MAYBE_MARK_RUN = re.compile(f"[{_COMBINING[0]}-{_COMBINING[-1]}]{{31}}")


TOO_MANY_CHARACTERS = phrase("The text has %(size)s characters; at most %(limit)s are taken.")
TOO_MANY_BYTES = phrase("The text has %(size)s bytes; at most %(limit)s are taken.")


def _refuse_long(size: int, limit: int, sentence: str) -> None:
    if size > limit:
        raise UnusableText(sentence, size=size, limit=limit)


def clean_text(raw: str) -> str:
    """Clean prose: line feeds only, NFC, no control, bidi or invisible characters; blanks are kept as they are.

    Raises UnusableText above MAX_TEXT characters. Cleaning a clean text changes nothing.
    """
    _refuse_long(len(raw), MAX_TEXT, TOO_MANY_CHARACTERS)
    if raw.isascii() and raw.isprintable():
        return raw
    text = _REMOVED.sub("", _LINE_ENDS.sub("\n", raw))
    if text.isascii():
        return text
    text = _TAGS.sub(lambda m: m[1] or "", text)
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION_MARKS.sub("", text)
    text = unicodedata.normalize("NFC", _shorter_mark_runs(_keep_needed_joiners(text)))
    _refuse_long(len(text), MAX_TEXT, TOO_MANY_CHARACTERS)
    return text


def _shorter_mark_runs(text: str) -> str:
    return _MARK_RUN.sub(r"\1", text) if _MAYBE_MARK_RUN.search(text) else text


def _keep_needed_joiners(text: str) -> str:
    if not _JOINERS.search(text):
        return text
    kept = {m.start() for m in _KEPT_JOINER.finditer(text)}
    return _JOINERS.sub(lambda m: m[0] if m.start() in kept else "", text)


def clean_line(raw: str, limit: int | None = None) -> str:
    """Clean one line: as clean_text, every run of blanks one space, none at the ends.

    Raises UnusableText above `limit` characters.
    """
    if raw.isascii() and raw.isprintable() and "  " not in raw and len(raw) <= MAX_TEXT:
        line = raw.strip(" ")
    else:
        line = " ".join(clean_text(raw).split())
    if limit is not None and len(line) > limit:
        raise UnusableText(
            "The line has %(size)s characters; at most %(limit)s are taken.", size=len(line), limit=limit
        )
    return line


def fold(text: str) -> str:
    """Fold accents and case, for search and comparison; the length may change."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", _shorter_mark_runs(text.casefold()))
    return _MARKS.sub("", plain).translate(_UNDECOMPOSED).casefold()


_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})

# --- bytes -----------------------------------------------------------------------------------------------

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", phrase("a PDF")),
    (b"PK\x03\x04", phrase("a zip archive or an office document")),
    (b"\xd0\xcf\x11\xe0", phrase("an old office document")),
    (b"\x1f\x8b", phrase("a gzip archive")),
    (b"\x89PNG", phrase("a picture")),
    (b"\xff\xd8\xff", phrase("a picture")),
    (b"GIF8", phrase("a picture")),
)
# One-byte codecs accept any bytes, so valid UTF-8 is believed before them; the others are believed first.
_SELF_CHECKING = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be utf-32 gb18030 gbk gb2312 big5 big5hkscs euc_jp shift_jis cp932 "
    "iso2022_jp euc_kr cp949".split()
)
_ONE_BYTE = frozenset(
    "ascii cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp866 koi8-r koi8-u mac-roman "
    "iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 "
    "iso8859-13 iso8859-14 iso8859-15 iso8859-16 tis-620".split()
)
_SAMPLE = 32_768


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode bytes to text: byte order mark, valid UTF-8, the declared charset, then a guess.

    A declared one-byte charset never overrides bytes that are valid UTF-8, for such labels are often wrong.
    Raises UnusableText above MAX_BYTES and for bytes that are no text. The result is not cleaned yet.
    """
    _refuse_long(len(data), MAX_BYTES, TOO_MANY_BYTES)
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnusableText(
                "This is %(what)s, not text. Give its text, or an HTML or plain text file.", what=said(what)
            )
    text = _decoded(data, declared)
    if looks_binary(text[:_SAMPLE]):
        raise UnusableText("This is not text: too many control characters. Give an HTML or plain text file.")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    label = codec_of(declared)
    candidates = [label] if label in _SELF_CHECKING else []
    candidates += [utf16_without_mark(data), "utf-8", label]
    for candidate in filter(None, candidates):
        try:
            return data.decode(candidate)
        except UnicodeError:
            continue
    return data.decode(likeliest_codec(data), "replace")


def codec_of(declared: str | None) -> str:
    """Name Python's codec of a charset label; empty for one that is unknown or no charset of the web."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name if declared else ""
    except (LookupError, ValueError):
        return ""
    if name in (
        "iso8859-1",
        "ascii",
    ):  # on the web both labels mean windows-1252 (WHATWG Encoding, section 4.2)
        return "cp1252"
    return name if name in _SELF_CHECKING or name in _ONE_BYTE else ""


def utf16_without_mark(data: bytes) -> str:
    """Tell UTF-16 without a mark by the zero bytes of its Latin letters and blanks."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


# What Spanish, French, German, Dutch, Italian and Portuguese write beyond ASCII in windows-1252.
_WESTERN = frozenset("áàâãäçéèêëíîïñóòôõöúùûüœßÁÀÂÃÄÇÉÈÊËÍÎÏÑÓÔÕÖÚÙÛÜŒ¿¡«»“”„‘’‚–—…·€§°ºª")


def likeliest_codec(data: bytes) -> str:
    """Name the likeliest codec. Short western texts are not told from central European ones by statistics."""
    beyond_ascii = bytes(set(data[:_SAMPLE])).decode("cp1252", "replace")
    if all(char in _WESTERN or char.isascii() for char in beyond_ascii):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to load, and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    name = codec_of(best.encoding) if best else ""
    return name or "cp1252"


def looks_binary(sample: str) -> bool:
    removed = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\x1b")
    return removed * 10 > len(sample)


# --- addresses -------------------------------------------------------------------------------------------

# What nearly all addresses look like; it holds nothing that would have to be checked further.
_PLAIN_URL = re.compile(r"(https?)://([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)(/[A-Za-z0-9._~/-]*)?")
_AMP = re.compile(r"//amp\.|ampproject|google|[/.]amp(?:\.html|/*$)")
_FORBIDDEN_IN_URL = re.compile(r'[\s<>"\\\x00-\x20\x7f-\x9f]')
_TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid yclid igshid mc_cid mc_eid mkt_tok _ga _gl cmp cmpid "
    "ocid smid xtor ito ns_campaign ns_mchannel ns_source guccounter guce_referrer guce_referrer_sig".split()
)
_TRACKING_PREFIXES = ("utm_", "at_medium", "at_campaign", "at_link", "at_custom", "pk_", "mtm_", "hsa_")
_AMP_CACHE = re.compile(r"^/(?:[civ]|amp)/(?:s/)?([a-z0-9.-]+\.[a-z]{2,})(/.*)?$", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_NOTHING_TO_ESCAPE = re.compile(r"[A-Za-z0-9._~/-]*")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def clean_url(raw: str) -> str:
    """Check the address of a report: http or https, with a host, without user name or password.

    Raises UnusableText. Scheme and host come back in lower case, the rest as given.
    """
    return _cleaned(*_checked_url(raw))


def clean_and_canonical(raw: str) -> tuple[str, str]:
    """Return clean_url() and canonical_url() of an address, which is checked once for both."""
    if (plain := _plain_url(raw)) and not _AMP.search(raw):  # what would be changed further is not in it
        return raw, f"https://{plain[2]}{plain[3] or '/'}"
    checked = _checked_url(raw)
    return _cleaned(*checked), _canonical(*checked)


def _plain_url(raw: str) -> re.Match[str] | None:
    plain = _PLAIN_URL.fullmatch(raw)
    return plain if plain and len(raw) <= MAX_URL and len(plain[2]) <= MAX_HOST else None


def _cleaned(parts: SplitResult, host: str, port: int | None) -> str:
    return urlunsplit((parts.scheme.lower(), _netloc(host, port), parts.path, parts.query, parts.fragment))


def _checked_url(raw: str) -> tuple[SplitResult, str, int | None]:
    if plain := _plain_url(raw):
        return SplitResult(plain[1], plain[2], plain[3] or "", "", ""), plain[2], None
    url = clean_text(raw[: 2 * MAX_URL]).strip()
    if len(url) > MAX_URL:
        raise UnusableText("The address is longer than %(most)s characters.", most=MAX_URL)
    if bad := _FORBIDDEN_IN_URL.search(url):
        raise UnusableText(
            "The address holds %(sign)s, which no address may; write it percent-encoded.", sign=repr(bad[0])
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise UnusableText("The address cannot be read: %(error)s.", error=error) from error
    if parts.scheme.lower() not in ("http", "https"):
        raise UnusableText("The address must start with http:// or https://.")
    if not host.strip("."):
        raise UnusableText("The address names no host, as in https://example.org/report.")
    if len(host) > MAX_HOST:
        raise UnusableText(
            "The host name has %(size)s characters; at most %(most)s are possible.", size=len(host), most=MAX_HOST
        )
    if "@" in parts.netloc:
        raise UnusableText("The address holds a user name or password; give it without.")
    _ascii_host(host)  # refuses a name that no host can have
    return parts, host, port


def _netloc(host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    return shown if port is None else f"{shown}:{port}"


def canonical_url(raw: str) -> str:
    """Reduce an address to what tells one report from another.

    https, lower-case host in ASCII without trailing dot, no default port, no fragment, no tracking parameters;
    AMP twins fold into the page they repeat. For comparison, not for fetching. Raises UnusableText.
    """
    return _canonical(*_checked_url(raw))


def _canonical(parts: SplitResult, host: str, port: int | None) -> str:
    cached = _AMP_CACHE.match(parts.path) if _is_amp_cache(host) else None
    path = (cached[2] or "/") if cached else parts.path
    host = _ascii_host(cached[1].lower() if cached else host)
    if host.startswith("amp.") and host.count(".") >= 2:
        host = "www." + host.removeprefix("amp.")
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    query = "&".join(_escaped(p, "=&%+/:;,@!$'()*?~") for p in parts.query.split("&") if _tells_reports_apart(p))
    path = _escaped(_without_amp(path), "/%:@!$&'()*+,;=~") or "/"
    return urlunsplit(("https", _netloc(host, None if port == default else port), path, query, ""))


def _is_amp_cache(host: str) -> bool:
    return host.endswith(".cdn.ampproject.org") or host in ("www.google.com", "google.com")


def _ascii_host(host: str) -> str:
    host = host.rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UnusableText(
            "The host name %(host)s is not possible: %(error)s.", host=repr(host), error=error
        ) from error


def _tells_reports_apart(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    name = name.lower()
    if name == "amp" or (name == "outputtype" and value.lower() == "amp"):
        return False
    return bool(parameter) and name not in _TRACKING and not name.startswith(_TRACKING_PREFIXES)


def _without_amp(path: str) -> str:
    stem = path.rstrip("/")
    if stem.endswith("/amp"):
        return stem.removesuffix("amp") if path.endswith("/") else stem.removesuffix("/amp")
    return stem.removesuffix(".amp.html") + ".html" if stem.endswith(".amp.html") else path


def _escaped(piece: str, safe: str) -> str:
    """Percent-encode alike what means the same: escapes in upper case, unreserved letters bare (RFC 3986, 6.2.2)."""
    if _NOTHING_TO_ESCAPE.fullmatch(piece):
        return piece
    return _ESCAPE.sub(_plainest_escape, quote(piece, safe=safe))


def _plainest_escape(found: re.Match[str]) -> str:
    byte = unquote_to_bytes(found[0])
    return byte.decode("ascii") if byte[0] in _UNRESERVED else found[0].upper()
