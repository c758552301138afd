"""The model, by aggregate."""

from .changes import Change, changing
from .citations import Citation, Quote
from .events import Correction, Event, EventVersion, Link, Membership
from .filing import note_filing
from .imports import ImportBatch, ImportChunk, ImportFile, ImportMapping, ImportRow, RowFinding
from .incidents import Incident, OldSlug
from .people import Entity, EntityAlias, EntityRole, Tag
from .queues import Draft, Proposal
from .settling import settle
from .site import EventEntry, IncidentOverview, SearchDocument, SiteVersion, SourceEntry
from .sources import Capture, Source, text_hash, url_key
from .subscriptions import FeedSubscription
from .translations import EventTranslation, IncidentTranslation

__all__ = [
    "Capture",
    "Change",
    "Citation",
    "Correction",
    "Draft",
    "Entity",
    "EntityAlias",
    "EntityRole",
    "Event",
    "EventEntry",
    "EventTranslation",
    "EventVersion",
    "FeedSubscription",
    "ImportBatch",
    "ImportChunk",
    "ImportFile",
    "ImportMapping",
    "ImportRow",
    "Incident",
    "IncidentOverview",
    "IncidentTranslation",
    "Link",
    "Membership",
    "OldSlug",
    "Proposal",
    "Quote",
    "RowFinding",
    "SearchDocument",
    "SiteVersion",
    "Source",
    "SourceEntry",
    "Tag",
    "changing",
    "note_filing",
    "settle",
    "text_hash",
    "url_key",
]
