"""What the tests of the admin do by hand: read a form as a browser would send it, and the messages of an answer."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages
from django.forms import BaseForm
from django.test import Client
from django.urls import reverse
from lxml import html


def values_of(form: BaseForm) -> dict[str, Any]:
    """Return what a browser sends for a form that was opened and not touched."""
    sent: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if value is None or value is False or value == "":
            continue
        if isinstance(value, (list, tuple)):
            value = [str(getattr(one, "pk", one)) for one in value]
        sent[bound.html_name] = "on" if value is True else value if isinstance(value, list) else str(value)
    return sent


def form_data(client: Client, url: str) -> dict[str, Any]:
    """Open a form of the admin and return what saving it at once would send."""
    context = client.get(url).context
    data = values_of(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        formset = inline.formset
        data |= values_of(formset.management_form)
        for form in formset.forms:
            data |= values_of(form)
    return data


def form_of(response: Any, button: str = "") -> dict[str, list[str]]:
    """Return what the form in the content of a page sends, as it stands in the page, with the button pressed."""
    form = html.document_fromstring(response.content).get_element_by_id("content").xpath(".//form[@method='post']")[0]
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values() + ([(button, "1")] if button else []):
        sent.setdefault(name, []).append(value)
    return sent


def event_data(client: Client) -> dict[str, Any]:
    return form_data(client, reverse("admin:incidents_event_add"))


def messages_of(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))
