"""Every text, byte string and address from outside goes through one gate."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.cleaning import (
    MAX_BYTES,
    MAX_TEXT,
    UnusableText,
    canonical_url,
    clean_line,
    clean_text,
    clean_url,
    decode,
    fold,
)
from incidents.tests.growth import growth


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line-ends"),
        pytest.param("a\u2028b\x85c\x0cd", "a\nb\nc\nd", id="odd-line-ends"),
        pytest.param("e\u0301", "\u00e9", id="nfc"),
        pytest.param("a\x00b\x1bc\x9bd", "abcd", id="c0-c1"),
        pytest.param("a\ud800b", "ab", id="lone-surrogate"),
        pytest.param("a\u202egnp.exe\u202c", "agnp.exe", id="bidi-override"),
        pytest.param("\u2067x\u2069", "x", id="bidi-isolate"),
        pytest.param("Sep\u00adtem\u200bber\ufeff", "September", id="zero-width"),
        pytest.param("a\u200cb", "ab", id="joiner-in-latin"),
        pytest.param(
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            id="joiner-in-persian",
        ),
        pytest.param("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680", id="joiner-in-emoji"),
        pytest.param("x\U000e0041\U000e0042", "x", id="tag-letters"),
        pytest.param("  a \t b\n", "  a \t b\n", id="blanks-kept"),
        pytest.param("19\u200e September", "19 September", id="direction-mark-in-latin"),
        pytest.param("\u05d0\u200e1", "\u05d0\u200e1", id="direction-mark-in-hebrew"),
    ],
)
def test_text_is_cleaned(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@settings(derandomize=True, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    once = clean_text(raw)
    assert clean_text(once) == once
    once.encode("utf-8")


def test_too_long_text_is_refused_with_its_size_and_limit() -> None:
    with pytest.raises(UnusableText, match=r"5,000,001 characters.*5,000,000"):
        clean_text("a" * (MAX_TEXT + 1))


def test_line_is_folded_to_one_line() -> None:
    assert clean_line(" a\n\n b\t c\u00a0d ") == "a b c d"


def test_too_long_line_is_refused() -> None:
    with pytest.raises(UnusableText, match=r"11 characters.*10"):
        clean_line("a" * 11, 10)


def test_runs_of_marks_are_cut() -> None:
    assert len(clean_text("a" + "\u0316\u0301" * 1000)) < 40


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élysée", "elysee"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("ÅNGSTRÖM", "angstrom"),
        ("İstanbul", "istanbul"),
    ],
)
def test_accents_and_case_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        pytest.param("année".encode(), None, "année", id="utf-8"),
        pytest.param("année".encode(), "iso-8859-1", "année", id="utf-8-mislabelled-latin-1"),
        pytest.param("année".encode("latin-1"), "utf-8", "année", id="latin-1-mislabelled-utf-8"),
        pytest.param("“année”".encode("cp1252"), "iso-8859-1", "“année”", id="windows-1252"),
        pytest.param(b"\xef\xbb\xbfa", "latin-1", "a", id="bom"),
        pytest.param("déjà".encode("utf-16"), None, "déjà", id="utf-16-with-mark"),
        pytest.param("a long line, déjà vu".encode("utf-16-le"), None, "a long line, déjà vu", id="utf-16-le"),
        pytest.param("a long line, déjà vu".encode("utf-16-be"), None, "a long line, déjà vu", id="utf-16-be"),
        pytest.param("日本語".encode("iso2022_jp"), "iso-2022-jp", "日本語", id="escaped-japanese"),
        pytest.param("Москва".encode("cp1251"), "windows-1251", "Москва", id="declared-cyrillic"),
        pytest.param(b"plain", "idna", "plain", id="no-charset-of-the-web"),
        pytest.param(b"plain", "no such charset", "plain", id="unknown-charset"),
        pytest.param(b"plain", "a\x00b", "plain", id="nul-in-charset"),
        pytest.param(b"", None, "", id="empty"),
    ],
)
def test_bytes_are_decoded(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, declared) == text


def test_undeclared_cyrillic_is_guessed() -> None:
    line = "Международный уголовный суд сообщил во вторник об инциденте. " * 5
    assert decode(line.encode("cp1251")) == line


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"%PDF-1.7\n", "a PDF", id="pdf"),
        pytest.param(b"PK\x03\x04rest", "archive", id="zip"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "picture", id="png"),
        pytest.param(bytes(range(32)) * 50, "control characters", id="binary"),
        pytest.param(b"\x00" * 100, "control characters", id="zeroes"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnusableText, match=message):
        decode(data)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(UnusableText, match=r"20,000,001 bytes.*20,000,000"):
        decode(b"a" * (MAX_BYTES + 1))


@settings(derandomize=True, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "x", "iso-8859-1"]))
def test_any_bytes_decode_or_are_refused(data: bytes, declared: str | None) -> None:
    with suppress(UnusableText):
        clean_text(decode(data, declared))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param("javascript:alert(1)", "http://", id="javascript"),
        pytest.param("data:text/html,x", "http://", id="data"),
        pytest.param("file:///etc/passwd", "http://", id="file"),
        pytest.param("www.example.org/a", "http://", id="no-scheme"),
        pytest.param("https:///a", "no host", id="no-host"),
        pytest.param("https://./a", "no host", id="dot-host"),
        pytest.param("https://u:p@example.org/", "password", id="userinfo"),
        pytest.param("https://@example.org/", "password", id="empty-userinfo"),
        pytest.param("https://exa mple.org/", "percent-encoded", id="blank"),
        pytest.param("https://example.org/a\nb", "percent-encoded", id="newline"),
        pytest.param("https://example.org\\@evil.example/", "percent-encoded", id="backslash"),
        pytest.param('https://example.org/"onclick', "percent-encoded", id="quote"),
        pytest.param("https://[::1/", "cannot be read", id="broken-ipv6"),
        pytest.param("https://example.org:99999/", "cannot be read", id="port-too-high"),
        pytest.param("https://example.org/" + "a" * 3000, "2,000", id="long"),
        pytest.param("https://\u00e9..com/x", "not possible", id="impossible-host"),
        pytest.param("https://" + "a" * 300 + ".org/", "253", id="long-host"),
        pytest.param("", "http://", id="empty"),
    ],
)
def test_bad_address_is_refused(raw: str, message: str) -> None:
    with pytest.raises(UnusableText, match=message):
        clean_url(raw)


def test_clean_address_keeps_its_path() -> None:
    assert clean_url("  HTTPS://Example.ORG:8443/A?b=C#d ") == "https://example.org:8443/A?b=C#d"


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        pytest.param("http://Example.org", "https://example.org/", id="scheme-case-and-root"),
        pytest.param("https://example.org.:443/a", "https://example.org/a", id="trailing-dot-and-port"),
        pytest.param("http://example.org:80/a", "https://example.org/a", id="default-port-http"),
        pytest.param("https://example.org:8443/a", "https://example.org:8443/a", id="other-port"),
        pytest.param("https://example.org/a#part", "https://example.org/a", id="fragment"),
        pytest.param(
            "https://example.org/a?utm_source=x&id=7&fbclid=q&b=2",
            "https://example.org/a?id=7&b=2",
            id="tracking",
        ),
        pytest.param("https://example.org/a?gclid=1", "https://example.org/a", id="only-tracking"),
        pytest.param("https://example.org/a?z=1&a=2", "https://example.org/a?z=1&a=2", id="order-kept"),
        pytest.param("https://example.org/a/amp", "https://example.org/a", id="amp-path"),
        pytest.param("https://example.org/a/amp/", "https://example.org/a/", id="amp-path-slash"),
        pytest.param("https://example.org/a?amp=1", "https://example.org/a", id="amp-parameter"),
        pytest.param("https://example.org/a?amp", "https://example.org/a", id="amp-bare-parameter"),
        pytest.param("https://example.org/a?outputType=amp", "https://example.org/a", id="amp-output-type"),
        pytest.param("https://example.org/a.amp.html", "https://example.org/a.html", id="amp-suffix"),
        pytest.param("https://amp.example.org/a", "https://www.example.org/a", id="amp-host"),
        pytest.param(
            "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a",
            "https://www.example.org/a",
            id="amp-cache",
        ),
        pytest.param("https://example.org/camp", "https://example.org/camp", id="camp-is-no-amp"),
        pytest.param("https://amp.dev/a", "https://amp.dev/a", id="amp-as-the-name"),
        pytest.param("https://exämple.org/ü?q=ü", "https://xn--exmple-cua.org/%C3%BC?q=%C3%BC", id="letters"),
        pytest.param("https://example.org/%c3%bc%41", "https://example.org/%C3%BCA", id="escapes"),
        pytest.param("https://[2001:4860::1]:443/a", "https://[2001:4860::1]/a", id="ipv6"),
    ],
)
def test_address_is_reduced_to_its_identity(raw: str, canonical: str) -> None:
    assert canonical_url(raw) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("a\u0316\u0301", id="marks"),
        pytest.param("\u0301\u0316", id="only-marks"),
        pytest.param("\u200d\u200c", id="joiners"),
        pytest.param("\u0628\u200c", id="joined"),
        pytest.param("\U0001f3f4\U000e0041", id="tags"),
        pytest.param("\r", id="line-ends"),
        pytest.param("\u202e", id="bidi"),
        pytest.param(" ", id="blanks"),
    ],
)
@pytest.mark.parametrize("gate", [clean_text, clean_line, fold])
def test_time_grows_with_the_text(gate: Callable[[str], str], piece: str) -> None:
    text = piece * 30_000
    assert growth(partial(gate, text), partial(gate, text * 2), noise=0.01) <= 3
    assert unicodedata.is_normalized("NFC", clean_text(text))
