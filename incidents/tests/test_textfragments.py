"""Where a text has quoted words, and links that open a source at them."""

from __future__ import annotations

from time import perf_counter

import pytest

from incidents.textfragments import find_words, followable, fragment_url

pytestmark = pytest.mark.once
URL = "https://example.org/report"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        pytest.param("all systems were down", "systems were", "systems were", id="as they are"),
        pytest.param("all  systems\r\n   were\tdown", "systems were", "systems\r\n   were", id="wrapped in the text"),
        pytest.param("all systems were down", " systems\n were ", "systems were", id="wrapped in the quotation"),
        pytest.param("\n\n a  b\n\n\n c  d \n", "b c", "b\n\n\n c", id="after and before wide blanks"),
        pytest.param("a  b", "a b", "a  b", id="the whole text"),
        pytest.param("1.5 (net) cost? 1x5", "1.5 (net) cost?", "1.5 (net) cost?", id="signs are themselves"),
        pytest.param("العربية\nلغة", "العربية لغة", "العربية\nلغة", id="another script"),
        pytest.param("all systems", "systems were", None, id="not there"),
        pytest.param("allsystems", "all systems", None, id="no blank between them"),
        pytest.param("all systems", " \n ", None, id="no words"),
        pytest.param("", "all", None, id="no text"),
    ],
)
def test_words_are_found_whatever_blanks_stand_between_them(text, words, found):
    place = find_words(text, words)
    assert (place and text[slice(*place)]) == found


def test_words_are_sought_within_bounds():
    text = "a  b - a  b - a  b"
    assert find_words(text, "a b") == (0, 4)
    assert find_words(text, "a b", 1) == (7, 11)
    assert find_words(text, "a b", 8, 17) is None
    assert find_words(text, "a b", 8, 18) == (14, 18)


def test_words_are_sought_in_linear_time():
    text, words = "a " * 1_000_000 + " " * 1_000_000, "a " * 900 + "b"
    started = perf_counter()
    assert find_words(text, words) is None
    assert find_words("\n\na" * 500_000 + " b", "a b") == (1_499_999, 1_500_002)
    assert perf_counter() - started < 20


@pytest.mark.parametrize(
    ("arguments", "fragment"),
    [
        pytest.param(("its systems",), "#:~:text=its%20systems", id="words"),
        pytest.param(("  its\n systems ",), "#:~:text=its%20systems", id="blanks are folded"),
        pytest.param(("a-b, c & d",), "#:~:text=a%2Db%2C%20c%20%26%20d", id="signs with a meaning are encoded"),
        pytest.param(("العربية",), "#:~:text=%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9", id="another script"),
        pytest.param(
            ("systems", "cut one two three four five", ""),
            "#:~:text=two%20three%20four%20five-,systems",
            id="words before, without the one that may be cut",
        ),
        pytest.param(
            ("systems", "", "one two three four five cu"),
            "#:~:text=systems,-one%20two%20three%20four",
            id="words after",
        ),
        pytest.param(
            (" ".join("abcdefghijklmnop"),),
            "#:~:text=a%20b%20c%20d%20e,l%20m%20n%20o%20p",
            id="long quotation by its ends",
        ),
        pytest.param(("",), "", id="no quotation"),
        pytest.param(("   ",), "", id="blank quotation"),
    ],
)
def test_fragment(arguments, fragment):
    assert fragment_url(URL, *arguments) == URL + fragment


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(f"{URL}#part", f"{URL}#part:~:text=a", id="fragment is kept"),
        pytest.param(f"{URL}#:~:text=old", f"{URL}#:~:text=a", id="directive is replaced"),
        pytest.param("", "", id="no address"),
        pytest.param("javascript:alert(1)", "", id="script"),
        pytest.param("data:text/html,x", "", id="data"),
        pytest.param("httpx://a", "", id="another scheme"),
        pytest.param("HTTPS://example.org", "HTTPS://example.org#:~:text=a", id="case of the scheme"),
    ],
)
def test_address(url, expected):
    assert fragment_url(url, "a") == expected


def test_quotation_cannot_leave_the_fragment():
    link = fragment_url(URL, 'x" onclick="alert(1)')
    assert not set(' "<>') & set(link)


def test_only_addresses_of_the_web_are_followed():
    assert [followable(url) for url in ("http://a", "//a", "ftp://a", " https://a")] == ["http://a", "", "", ""]
