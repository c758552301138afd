"""What the front page of the editor's desk shows."""

from __future__ import annotations

from django import template

from ..models import Event

register = template.Library()


@register.simple_tag
def waiting() -> dict[str, int]:
    """Count what waits for an editor."""
    events = Event.objects
    return {"proposals": events.awaiting_review().count(), "drafts": events.filter(state=Event.State.DRAFT).count()}
