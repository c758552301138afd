"""Import a report: give it, correct what was found of its source, and go on to the review."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from ..cleaning import UnusableText, clean_line
from ..extraction import Article, read_text
from ..importing import find_source, first_words, import_report, with_source
from ..languages import told
from ..models import ImportRow, Source
from ..report_forms import FoundForm, ReportForm

# To import is to add a source and to propose events, and leads to the page on which they are looked at.
NEEDED = ("incidents.add_source", "incidents.add_event", "incidents.view_event")


def report_urls(site: AdminSite) -> list[URLPattern]:
    return [path("import-report/", site.admin_view(import_view), {"site": site}, name="incidents_import_report")]


def import_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """First step on GET and on a POST of the report; second step on a POST of what was found."""
    if not request.user.has_perms(NEEDED):
        raise PermissionDenied
    if request.method == "POST" and "found_published" in request.POST:
        return confirm(request, site)
    form = ReportForm(request.POST or None, request.FILES or None, initial={"incident": request.GET.get("incident")})
    if request.method == "POST" and form.is_valid():
        article = form.article
        found = find_source(article.source, article.text)
        initial = FoundForm.initial_from(article, found.source, first_words(article.text))
        given = {"incident": form.cleaned_data["incident"], "name": form.name, "http_status": form.http_status}
        second = FoundForm(initial=initial | given)
        return page(request, site, second, found=found, notes=[note.worded(_) for note in article.notes], step=2)
    return page(request, site, form, step=1)


def confirm(request: HttpRequest, site: AdminSite) -> HttpResponse:
    form = FoundForm(request.POST)
    if not form.is_valid():
        return page(request, site, form, step=2)
    data = form.cleaned_data
    try:
        article = as_corrected(data)
        outcome = import_report(
            article,
            data["incident"],
            by=request.user,
            name=clean_line(data["name"]),
            undated=data["undated"],
            corrected=True,
            genre=data["genre"],
            http_status=data["http_status"],
        )
    except (ValidationError, UnusableText) as error:
        form.add_error(None, error if isinstance(error, ValidationError) else told(error))
        return page(request, site, form, step=2)
    say_what_came_of_it(request, outcome.source, outcome.counts)
    return redirect("admin:incidents_review", outcome.source.pk, data["incident"].pk)


def as_corrected(data: dict[str, Any]) -> Article:
    """Return the report as read before, with what the editor made of its source."""
    article = read_text(data["text"], url=data["url"], published=data["published"], language=data["language"])
    unchanged = data["published"] == data["found_published"]
    return with_source(
        article,
        **{name: data[name] for name in ("title", "publisher", "credit", "url", "language", "published")},
        published_from=data["published_from"] if unchanged else "given",
        authors=tuple(name.strip() for name in data["authors"].split(";") if name.strip()),
    )


def say_what_came_of_it(request: HttpRequest, source: Source, counts: dict[str, int]) -> None:
    new = counts.get(ImportRow.Outcome.CREATED, 0)
    before = sum(counts.values()) - new
    messages.success(
        request,
        _("“%(source)s”: %(new)d new proposals, %(before)d known from before.")
        % {"source": source, "new": new, "before": before},
    )
    if source.copy_of and source.copy_state == Source.CopyState.PROPOSED:
        messages.warning(
            request,
            _("Its text repeats “%(source)s”: it is proposed as a copy of it. Confirm or reject that in the source.")
            % {"source": source.copy_of},
        )


def page(request: HttpRequest, site: AdminSite, form: Any, **context: Any) -> TemplateResponse:
    status = 200 if not form.is_bound or form.is_valid() else 422
    return TemplateResponse(
        request,
        "admin/incidents/report.html",
        {**site.each_context(request), "title": _("Import a report"), "form": form, **context},
        status=status,
    )
