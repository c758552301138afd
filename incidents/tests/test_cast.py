"""The cast itself: what its names say of each of them is so."""

from __future__ import annotations

from incidents.models import Event


def test_cast_is_in_the_states_its_names_say(announced, detected, draft, proposal, dismissed, withdrawn, desk):
    assert set(Event.objects.published()) == {announced, detected}
    assert [one.state for one in (draft, proposal, dismissed, withdrawn)] == [
        "draft",
        "proposed",
        "dismissed",
        "withdrawn",
    ]
    assert announced.version == 1
    assert list(Event.objects.in_order()[:2]) == [detected, announced]
