"""What the tests of public pages share: a page read as a tree, and how many queries it took."""

from __future__ import annotations

from typing import Any

import lxml.html
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def tree(response: Any) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(response.content.decode())


def text_of(node: Any) -> str:
    """Return a node's text as one line."""
    return " ".join(node.text_content().split())


def texts(node: Any, selector: str) -> list[str]:
    """Return the texts of what a class or element name selects, in the order of the page."""
    return [text_of(found) for found in node.xpath(xpath_of(selector))]


def xpath_of(selector: str) -> str:
    if selector.startswith("."):
        return f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {selector[1:]} ')]"
    return f".//{selector}"


def queries_of(path: str, **headers: str) -> int:
    """Ask for a page as a stranger, whatever is kept, and count its queries."""
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(path, headers=headers)
    assert response.status_code == 200, path
    return len(captured)
