"""The work of an import at the desk: some seconds at a time where the page has scripts, else all of it in one answer.

Whoever asks names how far the import was when the page was made. If it has moved since, another window or process is
at work on it: the page then only watches, and takes over once nothing moves any more.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..importing import NotNow, apply_file, is_being_checked, made_by, stage_file, stage_steps, take_back, untouched
from ..middleware import passes
from ..models import ImportBatch
from .reports import NEEDED

SECONDS = 25.0  # of work that one request of a page with scripts does: web servers before the site wait for 60
EVERY = 3.0  # seconds between two lines of a page without scripts
State = ImportBatch.State
READING = (State.STAGING, State.CHECKING)
AT_WORK = (*READING, State.APPLYING)
HERE = "<!-- the steps -->"  # in the page of a streamed answer, where they come


def allowed(request: HttpRequest) -> None:
    if not request.user.has_perms(NEEDED):
        raise PermissionDenied


def batch_of(pk: int) -> ImportBatch:
    return ImportBatch.objects.exclude(format__in=("report", "selection")).select_related("incident").get(pk=pk)


def page(
    request: HttpRequest, site: AdminSite, template: str, *, status: int = 200, **context: Any
) -> TemplateResponse:
    return TemplateResponse(
        request, f"admin/incidents/{template}", {**site.each_context(request), **context}, status=status
    )


# --- How far it is ---------------------------------------------------------------------------------------------------


def mark_of(batch: ImportBatch) -> str:
    """Return what is another one as soon as the import has moved."""
    return f"{batch.state}-{batch.items_read}-{batch.cursor}-{batch.linked}-{batch.tally.get('at', 0)}"


def share_of(batch: ImportBatch) -> tuple[int, int]:
    """Return how many records or dates the work at hand has dealt with, and of how many; 0 where that is not known."""
    if batch.state == State.APPLYING:
        return batch.cursor, batch.total
    if batch.state == State.CHECKING:
        compared, dates = batch.tally.get("compared", (0, 0))
        return (compared, dates) if dates else (batch.tally.get("checked", 0), batch.total)
    found = sum(batch.survey.get(name, 0) for name in ("records", "drafts", "refused"))
    return batch.total, max(found, batch.total) if found else 0


def progress_in_words(batch: ImportBatch) -> str:
    done, total = share_of(batch)
    count = {"done": f"{done:,}", "total": f"{total:,}"}
    if batch.state == State.APPLYING and done == total:
        return _("All %(total)s records are in; what belongs to them is being finished.") % count
    if batch.state == State.APPLYING:
        return _("%(done)s of %(total)s records are in.") % count
    if batch.state == State.CHECKING and "compared" in batch.tally:
        return _("%(done)s of %(total)s dates are compared with the events that are there.") % count
    if batch.state == State.CHECKING and done == total:
        return _("All %(total)s records are read; they are compared with what is there.") % count
    if batch.state == State.CHECKING:
        return _("%(done)s of %(total)s records are checked.") % count
    return (_("%(done)s of %(total)s records are read.") if total else _("%(done)s records are read.")) % count


def progress_of(batch: ImportBatch) -> dict[str, Any]:
    """Return what the page says of work that is under way."""
    done, total = share_of(batch)
    return {"progress": progress_in_words(batch), "share": 100 * done // total if total else 0, "mark": mark_of(batch)}


# --- Doing it --------------------------------------------------------------------------------------------------------


def work_view(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponseBase:
    """Do what is to be done on a POST; say how far it is on a GET."""
    if not site.has_permission(request):  # signed out meanwhile: the whole page asks to sign in, and comes back
        return anew() if request.htmx else redirect("admin:incidents_import_batch", pk)  # type: ignore[attr-defined]
    allowed(request)
    batch = batch_of(pk)
    if request.htmx:  # type: ignore[attr-defined]
        return some_work(request, batch, site)
    if request.method == "POST" and batch.state in AT_WORK:
        return streamed(request, site, batch, steps(batch))
    return redirect("admin:incidents_import_batch", batch.pk)


def anew() -> HttpResponse:
    response = HttpResponse(status=204)
    response["HX-Refresh"] = "true"
    return response


def some_work(request: HttpRequest, batch: ImportBatch, site: AdminSite) -> HttpResponse:
    """Answer a page with scripts: some seconds of work, or only how far it is."""
    watched = False
    if request.method == "POST":
        watched = request.POST.get("mark", "") != mark_of(batch)
        try:
            if not watched:
                work(batch)
        except NotNow:
            batch.refresh_from_db()
            watched = True
    if batch.state not in AT_WORK:
        return anew()
    template = "_import_work.html" if request.method == "POST" else "_import_progress.html"
    return page(request, site, template, batch=batch, watched=watched, **progress_of(batch))


def require_free(batch: ImportBatch) -> None:
    """Refuse a check that another process is at: to begin it anew would end that one's, and the other way round."""
    if is_being_checked(batch):
        raise NotNow(_("Another window or the server is checking it just now."))


def work(batch: ImportBatch) -> None:
    require_free(batch)
    if batch.state in READING:
        stage_file(batch, seconds=SECONDS)
    elif batch.state == State.APPLYING:
        apply_file(batch, seconds=SECONDS)


def streamed(request: HttpRequest, site: AdminSite, batch: ImportBatch, said: Iterator[str]) -> StreamingHttpResponse:
    """Answer with the page of an import and a line for each step, sent while the work is done."""
    context = {**site.each_context(request), "title": _("Import a file"), "batch": batch, "steps": HERE}
    head, _here, tail = render_to_string("admin/incidents/import_batch.html", context, request).partition(HERE)
    response = StreamingHttpResponse(told_steps(batch, said, head, tail, translation.get_language()))
    response["X-Accel-Buffering"] = "no"  # a web server before the site passes each step on as it comes
    return response


def take_back_view(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponseBase:
    """Ask whether what an import made is to be deleted, and do it, told while it is done."""
    allowed(request)
    batch = batch_of(pk)
    if not request.user.has_perm("incidents.delete_event"):
        raise PermissionDenied
    number, made = untouched(batch).count(), made_by(batch).count()
    if not number:
        messages.error(request, _("There is nothing to take back: all that it made is public or was changed since."))
        return redirect("admin:incidents_import_batch", pk)
    context: dict[str, Any] = {"title": _("Take back what it made"), "batch": batch}
    context["said"] = take_back_in_words(number, made - number)
    if request.method != "POST":
        return page(request, site, "import_take_back.html", **context)
    return streamed(request, site, batch, taken_back(batch, request.user, number))


def take_back_in_words(number: int, stays: int) -> str:
    said = ngettext(
        "%(n)s proposal or draft that this import made is deleted, with its citations.",
        "%(n)s proposals and drafts that this import made are deleted, with their citations.",
        number,
    ) % {"n": f"{number:,}"}
    if not stays:
        return said
    others = ngettext(
        "%(n)s stays: it is public, or somebody has changed or decided it since.",
        "%(n)s stay: they are public, or somebody has changed or decided them since.",
        stays,
    )
    return f"{said} {others % {'n': f'{stays:,}'}}"


def taken_back(batch: ImportBatch, by: Any, number: int) -> Iterator[str]:
    while take_back(batch, by=by, seconds=1.0):
        count = {"done": f"{number - untouched(batch).count():,}", "total": f"{number:,}"}
        yield _("%(done)s of %(total)s are taken back.") % count
    yield _("All are taken back.")


def told_steps(batch: ImportBatch, said: Iterator[str], head: str, tail: str, language: str) -> Iterator[str]:
    """Work, and yield the page with a line for each step; whoever leaves it ends the work behind the step at hand."""
    with translation.override(language):
        yield head
        try:
            for step in seldom(said):
                yield format_html("<p>{}</p>\n", step)
        except NotNow as error:
            yield format_html("<p>{}</p>\n", " ".join(error.messages))
        except OperationalError as error:
            if not passes(error):
                raise
            yield format_html("<p>{}</p>\n", _("Another writer holds the database. Go on in a moment."))
        there = reverse("admin:incidents_import_batch", args=[batch.pk])
        yield format_html('<p><a class="button" href="{}">{}</a></p>', there, _("See where it stands"))
        yield tail


def seldom(said: Iterator[str]) -> Iterator[str]:
    """Yield of what is said the first, one each EVERY seconds, and the last: a page is no log."""
    step, told, at = "", "", 0.0
    for step in said:
        if time.monotonic() - at >= EVERY:
            at, told = time.monotonic(), step
            yield step
    if step != told:
        yield step


def steps(batch: ImportBatch) -> Iterator[str]:
    """Do all that can be done without the editor, and say behind each step how far it is."""
    require_free(batch)
    if batch.state in READING:
        for _done in stage_steps(batch):
            yield progress_in_words(batch)
    while batch.state == State.APPLYING:
        apply_file(batch, seconds=1.0)
        if batch.state == State.APPLYING:
            yield progress_in_words(batch)
    yield _("This import is %(state)s now.") % {"state": batch.get_state_display()}
