"""The things that can be done with an event or an incident: as buttons, as list actions, each with its consequence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..forms import WithdrawForm
from ..models import changing
from .base import MOST_REFUSALS, CurationAdmin

MOST_WITHDRAWN = 100  # at once, with one reason
Said = str | Promise


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can be done: the model's method `name`, in which states, and what comes of it."""

    name: str
    label: Said
    states: tuple[str, ...]
    consequence: Callable[[Any], str]
    done: Said
    many: Said
    saves: bool = False  # what is typed in the form is saved with it
    asks: bool = False  # it needs a reason, on a page of its own


class VerbsAdmin(CurationAdmin):
    """Verbs as buttons on the form and as actions on the list."""

    verbs: tuple[Verb, ...] = ()

    def verbs_for(self, obj: Any) -> list[Verb]:
        return [verb for verb in self.verbs if obj.state in verb.states]

    def verb_named(self, name: str) -> Verb:
        return next(verb for verb in self.verbs if verb.name == name)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        named = {verb.name for verb in self.verbs if not verb.saves and not verb.asks}
        return [
            *(
                path(f"<path:object_id>/{verb}/", view(self.do_view), {"name": verb}, name=f"{name}_{verb}")
                for verb in sorted(named)
            ),
            path("<path:object_id>/withdraw/", view(self.withdraw_view), name=f"{name}_withdraw"),
            *super().get_urls(),
        ]

    # --- On the form ---

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj is not None and self.has_change_permission(request, obj):
            context["verbs"] = [self.button(verb, obj) for verb in self.verbs_for(obj)]
        context["standing"] = self.standing(obj) if obj is not None else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def button(self, verb: Verb, obj: Any) -> dict[str, Any]:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{verb.name}"
        url = "" if verb.saves else reverse(name, args=[obj.pk])
        return {"verb": verb, "url": url, "consequence": verb.consequence(obj)}

    def standing(self, obj: Any) -> str:
        """Say where it stands, and what saving it does."""
        return ""

    def within_change(self, request: HttpRequest, form: Any) -> None:
        super().within_change(request, form)
        for verb in self.verbs:
            if verb.saves and f"_{verb.name}" in request.POST:
                getattr(form.instance, verb.name)(by=request.user)

    def after_saving(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        super().after_saving(request, form, formsets)
        for verb in self.verbs:
            if verb.saves and f"_{verb.name}" in request.POST:
                self.message_user(request, verb.done % {"it": form.instance}, messages.SUCCESS)

    # --- On pages of their own ---

    def target(self, request: HttpRequest, object_id: str) -> Any:
        obj = self.get_object(request, unquote(object_id))
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def do_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """Carry out one verb, on POST, without saving what is typed in the form that the button stands in."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        obj = self.target(request, object_id)
        if obj is None:
            return self.missing(request, object_id)
        verb = self.verb_named(name)
        if refusals := self.carry_out(request, [obj.pk], verb, seen=request.POST.get("revision")):
            return self.refused(request, obj, refusals)
        self.message_user(request, verb.done % {"it": obj}, messages.SUCCESS)
        return HttpResponseRedirect(self.change_url(obj))

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask for the public reason, and withdraw."""
        obj = self.target(request, object_id)
        if obj is None:
            return self.missing(request, object_id)
        verb = self.verb_named("withdraw")
        if obj.state not in verb.states:
            return self.refused(request, obj, [nothing_to_withdraw(obj)])
        form = WithdrawForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            if refusals := self.carry_out(request, [obj.pk], verb, reason=form.cleaned_data["reason"]):
                return self.refused(request, obj, refusals)
            self.message_user(request, verb.done % {"it": obj}, messages.SUCCESS)
            return HttpResponseRedirect(self.change_url(obj))
        return self.ask(request, form, [obj], back=self.change_url(obj))

    def ask(
        self, request: HttpRequest, form: WithdrawForm, chosen: list[Any], *, back: str, hidden: Any = ()
    ) -> HttpResponse:
        title = (
            _("Withdraw %(it)s") % {"it": chosen[0]} if len(chosen) == 1 else _("Withdraw %(n)d") % {"n": len(chosen)}
        )
        verb = self.verb_named("withdraw")
        return TemplateResponse(
            request,
            "admin/incidents/confirm.html",
            {
                **self.admin_site.each_context(request),
                "title": title,
                "opts": self.opts,
                "chosen": chosen,
                "form": form,
                "hidden": hidden,
                "consequence": verb.consequence(chosen[0]),
                "button": _("Withdraw"),
                "back": back,
            },
            status=422 if form.errors else 200,
        )

    # --- On the list ---

    def carry_out(
        self, request: HttpRequest, ids: list[int], verb: Verb, *, seen: str | None = None, **kwargs: Any
    ) -> list[str]:
        """Do it with each, as a change of its own; return why it was refused, a line for each that was.

        `seen` is the revision that the editor looked at. A queue shows proxies; history is kept of events.
        """
        rows = self.model._meta.concrete_model.objects.select_for_update()
        refusals = []
        for pk in ids:
            try:
                with changing(by=request.user):
                    obj = rows.get(pk=pk)
                    if seen and str(getattr(obj, "revision", seen)) != seen:
                        raise ValidationError(
                            _("“%(it)s” was changed by somebody else meanwhile. Nothing was done: look again.")
                            % {"it": obj}
                        )
                    getattr(obj, verb.name)(by=request.user, **kwargs)
            except ValidationError as error:
                refusals.append(" ".join(error.messages))
        return refusals

    def act_on(self, request: HttpRequest, ids: Iterable[int], name: str, **kwargs: Any) -> None:
        verb, ids = self.verb_named(name), self.doable_at_once(request, list(ids), name)
        refusals = self.carry_out(request, ids, verb, **kwargs)
        if done := len(ids) - len(refusals):
            self.message_user(request, verb.many % {"n": done}, messages.SUCCESS)
        if refusals:
            rest = len(refusals) - MOST_REFUSALS
            more = [_("%(n)d more were refused.") % {"n": rest}] if rest > 0 else []
            self.tell_refusals(request, refusals[:MOST_REFUSALS] + more)

    def doable_at_once(self, request: HttpRequest, ids: list[int], name: str) -> list[int]:
        """Return those that need no look of their own, and say which do."""
        return ids

    @admin.action(permissions=["change"], description=gettext_lazy("Publish"))
    def publish_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.act_on(request, queryset.values_list("pk", flat=True), "publish")

    @admin.action(permissions=["change"], description=gettext_lazy("Withdraw…"))
    def withdraw_chosen(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        chosen = list(queryset[: MOST_WITHDRAWN + 1])
        if len(chosen) > MOST_WITHDRAWN:
            self.tell_refusals(
                request, [_("Withdraw at most %(n)d at once: each reader is told the reason.") % {"n": MOST_WITHDRAWN}]
            )
            return None
        states = self.verb_named("withdraw").states
        refusals = [nothing_to_withdraw(obj) for obj in chosen if obj.state not in states]
        self.tell_refusals(request, refusals[:MOST_REFUSALS])
        chosen = [obj for obj in chosen if obj.state in states]
        if not chosen:
            return None
        form = WithdrawForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            self.act_on(request, [obj.pk for obj in chosen], "withdraw", reason=form.cleaned_data["reason"])
            return None
        hidden = [("action", "withdraw_chosen")] + [(helpers.ACTION_CHECKBOX_NAME, str(obj.pk)) for obj in chosen]
        return self.ask(request, form, chosen, back=request.get_full_path(), hidden=hidden)

    @admin.action(permissions=["change"], description=gettext_lazy("Accept as drafts"))
    def accept_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.act_on(request, queryset.values_list("pk", flat=True), "accept")

    @admin.action(permissions=["change"], description=gettext_lazy("Dismiss"))
    def dismiss_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.act_on(request, queryset.values_list("pk", flat=True), "dismiss")

    @admin.action(permissions=["change"], description=gettext_lazy("Propose again"))
    def propose_again_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.act_on(request, queryset.values_list("pk", flat=True), "propose_again")


def nothing_to_withdraw(obj: Any) -> str:
    return _("“%(it)s” is not public: there is nothing to withdraw.") % {"it": obj}
