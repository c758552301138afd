"""What waits for an editor: events seen through the question that a queue asks. Read only; verbs act on events."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .events import Event


class Proposal(Event):
    """An event that an import proposed and nobody has decided on."""

    class Meta:
        proxy = True
        default_permissions = ()  # those of events hold
        verbose_name = _("proposal awaiting review")
        verbose_name_plural = _("proposals awaiting review")


class Draft(Event):
    """An event that is written and not public."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
