"""Import a file: give it, say what its columns mean, see what it would come to, and put it in.

One address an import, which shows what there is to do next. Work is done a few seconds at a time, on a POST: by htmx
while the page is open, by a button without JavaScript, and by the command line for what is large.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from ..cleaning import clean_line
from ..file_forms import ApplyForm, FileForm, MappingForm
from ..formats.base import FormatError
from ..importing import (
    NotNow,
    apply_file,
    begin,
    check_file,
    choose,
    find_format,
    go_on,
    keep_file,
    new_batch,
    pause,
    remap,
    stage_file,
    stop,
    survey_file,
    telling,
)
from ..models import ImportBatch, ImportMapping
from .reports import NEEDED

SECONDS = 2.0  # of work that one request does
State = ImportBatch.State
AT_WORK = (State.STAGING, State.CHECKING, State.APPLYING)
VERBS = {"pause": pause, "go-on": go_on, "stop": stop, "remap": remap}


def file_urls(site: AdminSite) -> list[URLPattern]:
    return [
        path("import-file/", site.admin_view(start_view), {"site": site}, name="incidents_import_file"),
        path("import-file/<int:pk>/", site.admin_view(batch_view), {"site": site}, name="incidents_import_batch"),
        path("import-file/<int:pk>/step/", site.admin_view(work_view), {"site": site}, name="incidents_import_work"),
    ]


def allowed(request: HttpRequest) -> None:
    if not request.user.has_perms(NEEDED):
        raise PermissionDenied


def batch_of(pk: int) -> ImportBatch:
    found = ImportBatch.objects.exclude(format__in=("report", "selection")).select_related("incident").filter(pk=pk)
    if batch := found.first():
        return batch
    raise Http404


def start_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    allowed(request)
    form = FileForm(request.POST or None, request.FILES or None, initial={"incident": request.GET.get("incident")})
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("admin:incidents_import_batch", received(request, form).pk)
        except (FormatError, ValidationError) as error:
            form.add_error("file", error if isinstance(error, ValidationError) else str(error))
    context = {"title": _("Import a file"), "form": form}
    status = 200 if not form.is_bound or form.is_valid() else 422
    return page(request, site, "import_file.html", status=status, **context)


def received(request: HttpRequest, form: FileForm) -> ImportBatch:
    """Keep the file and look through it; leave nothing of one that cannot be read."""
    data, file = form.cleaned_data, form.cleaned_data["file"]
    name = clean_line(file.name)[:255]
    batch = new_batch(data["incident"], name=name, format_name=data["format"], by=request.user)
    try:
        keep_file(batch, file, name)
        find_format(batch)
        survey_file(batch)  # takes its time, and keeps nobody from writing
    except (FormatError, ValidationError):
        batch.delete()
        raise
    if saved := data["mapping"]:
        batch.mapping = saved.mapping
        batch.save(update_fields=["mapping"])
    return batch


def batch_view(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show what is to be done next with an import, and take what the editor says."""
    allowed(request)
    batch = batch_of(pk)
    form = form_of(request, batch)
    if request.method == "POST":
        try:
            if verb := VERBS.get(request.POST.get("verb", "")):
                verb(batch)
            elif form is None or not form.is_valid():
                raise ValidationError(_("That cannot be done now."))
            else:
                take(request, batch, form)
        except (NotNow, ValidationError) as error:
            messages.error(request, " ".join(error.messages))
        return redirect("admin:incidents_import_batch", batch.pk)
    return page(request, site, "import_batch.html", title=_("Import a file"), form=form, **told(batch))


def form_of(request: HttpRequest, batch: ImportBatch) -> Any:
    sent = request.POST if request.method == "POST" else None
    if batch.state in (State.UPLOADED, State.FAILED) and hasattr(batch, "file"):
        return MappingForm(sent, survey=batch.survey, mapping=batch.mapping)
    if batch.state == State.STAGED:
        return ApplyForm(sent)
    return None


def take(request: HttpRequest, batch: ImportBatch, form: Any) -> None:
    """Do what a form says: read the file with this mapping, or put its records in."""
    if isinstance(form, MappingForm):
        mapping = form.chosen()
        ImportBatch.objects.filter(pk=batch.pk).update(mapping=mapping)
        batch.mapping = mapping
        if name := clean_line(form.cleaned_data["save_as"]):
            values = {"format": batch.format, "mapping": mapping, "by": request.user}
            ImportMapping.objects.update_or_create(name=name, defaults=values)
        stage_file(batch, seconds=SECONDS)
        return
    if form.cleaned_data["mode"] == ImportBatch.Mode.PUBLISHED and not request.user.has_perm("incidents.change_event"):
        raise ValidationError(_("You may not publish."))
    for one in telling.findings_told(batch):
        choose(batch, one.code, request.POST.get(f"choice-{one.code}", ""))
    begin(batch, form.cleaned_data["mode"])


def work_view(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Do some seconds of an import's work, and show how far it is."""
    allowed(request)
    batch = batch_of(pk)
    if request.method == "POST":
        try:
            work(batch)
        except NotNow:  # another page or process does it; this one shows how far that is
            batch.refresh_from_db()
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("admin:incidents_import_batch", batch.pk)
    if batch.state not in AT_WORK:
        response = HttpResponse(status=204)
        response["HX-Refresh"] = "true"
        return response
    return page(request, site, "_import_work.html", **told(batch))


def work(batch: ImportBatch) -> None:
    if batch.state == State.STAGING:
        stage_file(batch, seconds=SECONDS)
    elif batch.state == State.CHECKING:
        check_file(batch)
    elif batch.state == State.APPLYING:
        apply_file(batch, seconds=SECONDS)


def told(batch: ImportBatch) -> dict[str, Any]:
    """Return what the page says of an import in the state it is in."""
    context: dict[str, Any] = {
        "batch": batch,
        "at_work": batch.state in AT_WORK,
        "share": 100 * batch.cursor // batch.total if batch.total else 0,
    }
    if batch.state in (State.STAGED, State.PAUSED, State.STOPPED, State.DONE):
        context |= {
            "file_findings": telling.file_findings(batch),
            "planned": telling.planned_in_words(batch),
            "changed": telling.changed(batch),
            "refused": telling.refused(batch),
            "findings": telling.findings_told(batch),
        }
    if batch.state in (State.STOPPED, State.DONE):
        context["outcomes"] = telling.outcomes_in_words(batch)
    return context


def page(
    request: HttpRequest, site: AdminSite, template: str, *, status: int = 200, **context: Any
) -> TemplateResponse:
    return TemplateResponse(
        request, f"admin/incidents/{template}", {**site.each_context(request), **context}, status=status
    )
