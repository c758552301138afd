"""Links that open a source at the quoted words."""

from __future__ import annotations

import pytest

from incidents.textfragments import followable, fragment_url

pytestmark = pytest.mark.once
URL = "https://example.org/report"


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
