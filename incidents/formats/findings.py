"""The sentences that findings stand for, by code: marked for translation here, translated where they are shown."""

from __future__ import annotations

from ..drafts import Finding


def _(sentence: str) -> str:
    """Mark a sentence for translation; this package knows no Django."""
    return sentence


SENTENCES: dict[str, str] = {
    "bad-address": _("This is no address of a page: %(reason)s"),
    "cancelled": _("The calendar says that this was called off."),
    "dated-by-publication": _("The date is that of the publication; what is told may have happened before."),
    "end-before-start": _("The end, %(end)s, lies before the start, %(start)s; only the start is taken."),
    "endless-repetition": _("This is repeated without end; only the first time is taken."),
    "four-bounds": _(
        "Both ends are known only within bounds; the outer ones are taken as about, all four are kept beside."
    ),
    "indicators": _("%(count)s indicators (addresses, hashes, domains) are left out: they are no events."),
    "long-value": _("The value has %(length)s characters; at most %(limit)s are kept in one field."),
    "many-items": _("The file has more than %(limit)s items; the first of them are read."),
    "many-repetitions": _("This is repeated more than %(limit)s times; so many are taken."),
    "no-content-line": _("This line is none of a calendar: a name, a colon and a value are expected."),
    "no-event": _("A %(value)s is no event and is left out."),
    "no-headline": _("The record says nothing that could be a headline."),
    "no-object": _("An object with names and values is expected here, and this is a %(kind)s."),
    "other-objects": _("%(count)s objects of other kinds are left out: they say nothing that happened."),
    "revoked": _("The file says that this was revoked."),
    "undated": _("The record gives no date; it is kept as undated."),
    "unknown-column": _("The column is no field of ours; its values are kept beside the event."),
    "unread-date": _("This date cannot be read: %(reason)s"),
    "unread-value": _("This value cannot be read: %(reason)s"),
}
"""A code's sentence; `%(name)s` are the finding's params. A test holds that every code used has one."""


def sentence_of(finding: Finding) -> str:
    """Word a finding in English."""
    return SENTENCES[finding.code] % dict(finding.params)
