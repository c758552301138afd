"""The sentences that findings stand for, by code: marked for translation here, translated where they are shown."""

from __future__ import annotations

from ..drafts import Finding


def _(sentence: str) -> str:
    """Mark a sentence for translation; this package knows no Django."""
    return sentence


SENTENCES: dict[str, str] = {
    "unknown-column": _("The column is no field of ours; its values are kept beside the event."),
    "long-value": _("The value has %(length)s characters; at most %(limit)s are kept in one field."),
    "no-headline": _("The record says nothing that could be a headline."),
}
"""A code's sentence; `%(name)s` are the finding's params. A test holds that every code used has one."""


def sentence_of(finding: Finding) -> str:
    """Word a finding in English."""
    return SENTENCES[finding.code] % dict(finding.params)
