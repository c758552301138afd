"""Import a file: give it, say what its columns mean, see what it would come to, put it in, and take it back.

One address an import, which shows what there is to do next; the work itself is done by importwork.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import languages
from ..cleaning import clean_line
from ..file_forms import ApplyForm, FileForm, MappingForm, ReadingForm
from ..formats import format_named
from ..formats.base import FormatError
from ..formats.mapping import MappingError
from ..importing import (
    NotNow,
    begin,
    can_go_on,
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
    take_mapping,
    telling,
    untouched,
)
from ..models import ImportBatch, ImportMapping, Incident
from .importwork import AT_WORK, allowed, batch_of, page, progress_of, take_back_view, work_view

SECONDS = 2.0  # of reading that is done at once, before the page shows how far it is
ON_A_PAGE = 100
State = ImportBatch.State
TO_MAP = (State.UPLOADED, State.FAILED)
ENDED = (State.PAUSED, State.STOPPED, State.DONE)
VERBS = {"pause": pause, "go-on": go_on, "stop": stop, "remap": remap}
View = Callable[..., HttpResponseBase]


def file_urls(site: AdminSite) -> list[URLPattern]:
    views: list[tuple[str, View, str]] = [
        ("import-file/", start_view, "incidents_import_file"),
        ("import-file/<int:pk>/", batch_view, "incidents_import_batch"),
        ("import-file/<int:pk>/records/", records_view, "incidents_import_records"),
        ("import-file/<int:pk>/take-back/", take_back_view, "incidents_import_take_back"),
    ]
    urls = [path(route, site.admin_view(still_there(view)), {"site": site}, name=name) for route, view, name in views]
    # Who is signed out is told by the view itself: a part of a page is no place for a form to sign in.
    work = path("import-file/<int:pk>/step/", still_there(work_view), {"site": site}, name="incidents_import_work")
    return [*urls, work]


def still_there(view: View) -> View:
    """Lead from an import that is gone to the list of those that are not."""

    @wraps(view)
    def led(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except ImportBatch.DoesNotExist:
            messages.error(request, _("This import is not there any more: it went with its incident."))
            return redirect("admin:incidents_importbatch_changelist")

    return led


# --- Giving a file ---------------------------------------------------------------------------------------------------


def start_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    allowed(request)
    form = FileForm(request.POST or None, request.FILES or None, initial={"incident": request.GET.get("incident")})
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("admin:incidents_import_batch", received(request, form).pk)
        except (FormatError, ValidationError) as error:
            form.add_error("file", error if isinstance(error, ValidationError) else languages.told(error))
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
        use_saved(request, batch, saved)
    return batch


def use_saved(request: HttpRequest, batch: ImportBatch, saved: ImportMapping) -> None:
    """Take a saved mapping as far as the file has its columns, and say where it has not."""
    try:
        said = take_mapping(batch, saved.mapping, saved.name)
    except MappingError as error:
        said = languages.told(error)
    if said:
        messages.warning(request, said)


# --- The page of an import -------------------------------------------------------------------------------------------


def batch_view(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show what is to be done next with an import, and take what the editor says."""
    allowed(request)
    batch = batch_of(pk)
    form, reading = form_of(request, batch), None
    if request.method == "POST":
        verb = request.POST.get("verb", "")
        try:
            if verb == "read-anew":
                read_anew(request, batch)
            elif verb in VERBS:
                VERBS[verb](batch)
            elif form is None:
                said = _("This import is %(state)s now; that cannot be done with it.")
                raise NotNow(said % {"state": batch.get_state_display()})
            elif not form.is_valid():
                context = {"title": _("Import a file"), "form": form, **told(batch)}
                return page(request, site, "import_batch.html", status=422, **context)
            else:
                take(request, batch, form)
        except (NotNow, ValidationError) as error:
            messages.error(request, " ".join(error.messages))
        return redirect("admin:incidents_import_batch", batch.pk)
    if batch.state in TO_MAP:
        reading = ReadingForm(batch=batch)
    context = {"title": _("Import a file"), "form": form, "reading": reading, **told(batch)}
    return page(request, site, "import_batch.html", **context)


def form_of(request: HttpRequest, batch: ImportBatch) -> Any:
    sent = request.POST if request.method == "POST" else None
    if batch.state in TO_MAP and hasattr(batch, "file"):
        one = batch.incident is not None
        return MappingForm(sent, survey=batch.survey, mapping=batch.mapping, one_incident=one)
    if batch.state == State.STAGED:
        return ApplyForm(sent, may_publish=may_publish(request))
    return None


def may_publish(request: HttpRequest) -> bool:
    return request.user.has_perm("incidents.change_event")


def read_anew(request: HttpRequest, batch: ImportBatch) -> None:
    """Look through the file again as the editor says that it is; what cannot be read that way stays as it was."""
    form = ReadingForm(request.POST, batch=batch)
    if batch.state not in TO_MAP or not hasattr(batch, "file"):
        raise NotNow(_("That cannot be done now."))
    if not form.is_valid():
        raise ValidationError(
            [f"{form[name].label}: {said}" for name, all_said in form.errors.items() for said in all_said]
        )
    batch.options = form.options()
    try:
        survey_file(batch)
    except FormatError as error:
        raise ValidationError(languages.told(error)) from error
    batch.save(update_fields=["options"])
    messages.success(request, _("The file was looked through anew."))


def take(request: HttpRequest, batch: ImportBatch, form: Any) -> None:
    """Do what a form says: read the file with this mapping, or put its records in."""
    if isinstance(form, MappingForm):
        mapping = form.chosen()
        ImportBatch.objects.filter(pk=batch.pk).update(mapping=mapping)
        batch.mapping = mapping
        if name := form.cleaned_data["save_as"]:
            values = {"format": batch.format, "mapping": mapping, "by": request.user}
            ImportMapping.objects.update_or_create(name=name, defaults=values)
            messages.success(request, _("The mapping is kept as “%(name)s”.") % {"name": name})
        stage_file(batch, seconds=SECONDS)
        return
    for one in telling.findings_told(batch):
        choose(batch, one.code, request.POST.get(f"choice-{one.code}", ""))
    begin(batch, form.cleaned_data["mode"])


# --- What the page says ----------------------------------------------------------------------------------------------


def told(batch: ImportBatch) -> dict[str, Any]:
    """Return what the page says of an import in the state it is in."""
    context: dict[str, Any] = {"batch": batch, "at_work": batch.state in AT_WORK, "message": telling.message_of(batch)}
    if batch.state in AT_WORK:
        context |= progress_of(batch)
    if batch.state in TO_MAP:
        context["found"] = found_in_words(batch)
    if batch.state in (State.STAGED, *ENDED):
        planned = batch.tally.get("planned", {})
        context |= {
            "file_findings": telling.file_findings(batch),
            "planned": telling.planned_in_words(batch),
            "changed": telling.changed(batch),
            "changed_count": telling.changed_count(batch),
            "refused": telling.refused(batch),
            "refused_count": telling.rows_that(batch, "refused").count(),
            "findings": telling.findings_told(batch),
            "has_file": hasattr(batch, "file"),
            "goes_in": any(number for outcome, number in planned.items() if outcome != "refused"),
            "publishing": publishing_in_words(batch.incident),
        }
    if batch.state in ENDED:
        context |= {
            "outcomes": telling.outcomes_in_words(batch),
            "can_go_on": can_go_on(batch),
            "to_take_back": untouched_in_words(untouched(batch).count()),
        }
    return context


def found_in_words(batch: ImportBatch) -> str:
    """Say what the file was taken for, and how much is in it."""
    survey = batch.survey
    label = _(format_named(batch.format).label)
    records = telling.records(survey.get("records", 0) + survey.get("drafts", 0) + survey.get("refused", 0))
    if not (columns := survey.get("columns")):
        return _("It was read as %(format)s: %(records)s.") % {"format": label, "records": records}
    said = ngettext(
        "It was read as %(format)s: %(records)s in %(columns)s column.",
        "It was read as %(format)s: %(records)s in %(columns)s columns.",
        len(columns),
    )
    return said % {"format": label, "records": records, "columns": len(columns)}


def publishing_in_words(incident: Incident | None) -> str:
    """Say what it means to publish into an incident that readers do not see."""
    if incident is None or incident.state == Incident.State.PUBLISHED:
        return ""
    if incident.state == Incident.State.WITHDRAWN:
        said = _("“%(incident)s” is withdrawn: its timeline stays off the site.")
    else:
        said = _("“%(incident)s” is not published yet: readers do not see its timeline.")
    public = _("What is published into it is public at once all the same, at its own address and in the search.")
    return f"{said % {'incident': incident}} {public}"


def untouched_in_words(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(n)s proposal or draft is as this import made it.",
        "%(n)s proposals and drafts are as this import made them.",
        number,
    ) % {"n": f"{number:,}"}


def records_view(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """List all records with a finding, those that change something, or those that are refused."""
    allowed(request)
    batch = batch_of(pk)
    code, asked = slugify(request.GET.get("finding", "")[:60]), request.GET.get("which", "")
    context: dict[str, Any] = {"batch": batch, "title": batch.name, "query": f"finding={code}"}
    if asked in ("changed", "refused"):
        rows, context["query"] = telling.rows_that(batch, asked), f"which={asked}"
        context["said"] = _("What would change") if asked == "changed" else _("Refused")
    else:
        rows = telling.rows_with(batch, code)
        context["said"] = _("All records like it")
    context["rows"] = listed = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    for row in listed:
        row.batch = batch
    if asked == "changed":
        context["changed"] = telling.changes_of_rows(listed)
    else:
        context["lines"] = [telling.line_of(row, code) for row in listed]
    return page(request, site, "import_records.html", **context)
