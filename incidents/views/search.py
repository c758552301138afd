"""The page of search."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from .. import counts
from .. import results as search_results
from .. import search as full_text
from ..pagecache import wants_partial
from ..search.query import MOST_CHARACTERS
from .links import following

MOST_FOUND = 50


@require_safe
def search(request: HttpRequest) -> TemplateResponse:
    text = request.GET.get("q", "")
    context: dict[str, Any] = {"q": text[:MOST_CHARACTERS], "address": reverse("search")}
    try:
        query = full_text.parse_query(text)
    except full_text.QueryError as error:
        context["error"] = str(error)
    else:
        context |= found(text, query)
        context["searched"] = context["q"]
    context["partial"] = partial = wants_partial(request)
    template = "incidents/_results.html" if partial else "incidents/search.html"
    return TemplateResponse(request, template, context, status=400 if "error" in context else 200)


def found(text: str, query: full_text.Query) -> dict[str, Any]:
    """Return what a search text leads to."""
    if not query.words:
        return {"asked": "", "unsearchable": bool(text.strip())}
    ids = full_text.find(text, limit=MOST_FOUND + 1)
    results = search_results.results(ids[:MOST_FOUND], query)
    return {
        "asked": text.strip(),
        "results": results,
        **(following(reverse("search"), urlencode({"q": text.strip()})) if results else {}),
        "count": counts.events(len(results)),
        "more": len(ids) > MOST_FOUND,
        "close": [] if results else search_results.close_to(query),
    }
