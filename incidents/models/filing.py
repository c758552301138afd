"""Filing events under tags is a change like any other, though no row of a model of ours is saved by it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import m2m_changed
from django.dispatch import receiver

from .changes import changing
from .events import Event
from .people import Tag


@receiver(m2m_changed, sender=Event.tags.through)
def note_filing(instance: Event | Tag, action: str, reverse: bool, pk_set: set[int] | None, **_kwargs: Any) -> None:
    """Note the events that are filed otherwise: of `event.tags` the one, of `tag.event_set` those given.

    Django sends this inside the transaction that writes the rows. Before they are written, the change takes its turn;
    and what a tag is about to let go of is noted, which nothing tells afterwards.
    """
    with changing() as change:
        if action == "pre_clear":
            instance.__dict__["filed"] = filed_under(instance) if reverse else {instance.pk}
        elif action.startswith("post_"):
            ids: Iterable[int] = (pk_set or ()) if reverse else {instance.pk}
            if action == "post_clear":
                ids = instance.__dict__.pop("filed", ids)
            for event in Event.objects.filter(pk__in=ids):
                change.note(event)


def filed_under(tag: Any) -> set[int]:
    return set(tag.event_set.values_list("pk", flat=True))
