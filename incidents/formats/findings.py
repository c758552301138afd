"""The sentences that findings stand for, by code: marked for translation here, translated where they are shown."""

from __future__ import annotations

from ..drafts import Finding


def _(sentence: str) -> str:
    """Mark a sentence for translation; this package knows no Django."""
    return sentence


SENTENCES: dict[str, str] = {
    "unknown-column": _("The column is no field of ours; its values are kept beside the event."),
    "long-value": _("The value has %(length)s characters; at most %(limit)s are kept in one field."),
    "same-as-event": _("“%(headline)s” on the same day is there already."),
    "same-as-row": _("The record in %(row)s has the same day and the same words."),
    "twice": _("The same record stands in this file more than once; the first one counts."),
    "unreadable-date": _("The date cannot be stored: %(reason)s"),
    "unusable-text": _("The text cannot be stored: %(reason)s"),
    "draft-without-source": _("It became a draft: no source supports it, and nothing is published without one."),
    "draft-without-date": _("It became a draft: no source gives a date, and an editor has to say that this is known."),
    "merged-into-nothing": _("It was to be merged, but the event that it tells of is not there any more."),
    "public-stays": _("It is public and the file now says otherwise; it was left as it is."),
    "no-headline": _("The record says nothing that could be a headline."),
}
"""A code's sentence; `%(name)s` are the finding's params. A test holds that every code used has one."""


def sentence_of(finding: Finding) -> str:
    """Word a finding in English."""
    return SENTENCES[finding.code] % dict(finding.params)
