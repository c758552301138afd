"""“Import a file” in a browser: each step on a phone and on a desktop, with and without JavaScript."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from incidents.models import Event, Incident
from incidents.tests.browser import Visit
from incidents.tests.cast import make_event

from .test_admin_browser import sign_in
from .test_admin_files import plain_reader
from .test_command_import_events import GOOD

__all__ = ["plain_reader"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]  # a browser sees no database
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look(window: Visit, name: str) -> None:
    """Hold that the page fits and breaks no rule; keep a picture of it where TEST_PICTURES says so."""
    assert window.problems == [], name
    if folder := os.environ.get("TEST_PICTURES"):
        window.page.screenshot(path=Path(folder, f"{name}.png"), full_page=True)
    assert window.page.evaluate(OVERFLOW) <= 0, name
    assert window.violations() == [], name
    window.problems.clear()  # the checker's own styles


@pytest.mark.parametrize(
    ("width", "scheme", "javascript"), [(1280, "light", True), (390, "dark", True), (390, "light", False)]
)
def test_a_file_goes_in_step_by_step(
    visit: Callable[..., Visit], editor: Any, incident: Incident, width: int, scheme: str, javascript: bool
) -> None:
    make_event("crane 2  fell", date="2023-05-02")
    window = sign_in(visit(width=width, scheme=scheme, javascript=javascript))
    name = f"{width}-{scheme}-{javascript}"
    page = window.page
    window.open(reverse("admin:incidents_import_file") + f"?incident={incident.pk}")
    if javascript:
        look(window, f"{name}-1-file")
    text = GOOD + "3,,2023-05-04,\n"
    page.set_input_files("#id_file", {"name": "cranes.csv", "mimeType": "text/csv", "buffer": text.encode()})
    page.select_option("#id_format", "csv")
    page.click("input[type=submit].default")
    page.wait_for_selector(".columns")
    if javascript:
        look(window, f"{name}-2-columns")
    page.click("input[type=submit].default")
    page.wait_for_selector("text=What it would come to")
    if javascript:
        look(window, f"{name}-3-check")
    page.check("input[name=choice-same-as-event][value=merge]")
    page.click("input[type=submit].default")
    if not javascript:
        page.click("noscript button")
        page.click("text=See where it stands")
    page.wait_for_selector("text=1 new, 1 merged, 1 refused.")
    if javascript:
        look(window, f"{name}-4-report")
    assert Event.objects.count() == 2
    assert window.problems == []
