"""Feeds asked for what is new: their items become sources and proposals, as those of a feed in a file do."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..cleaning import clean_line
from ..fetching import FEED, Fetched, FetchError, FetchFailed, Known, fetch
from ..formats import feeds
from ..formats.base import HEAD
from ..models import FeedSubscription, ImportBatch, ImportRow
from ..models.subscriptions import CLAIMED, MAX_ADDRESS
from ..sentences import Refusing, Said, kept, kept_in, said
from .applying import apply_file
from .files import NotNow, State, begin, keep_file, new_batch
from .reading import stage_file
from .telling import outcomes_in_words, said_of

GONE = 410
MOST_KEPT = 2_000  # characters of an error
MOST_FAILURES = 1_000  # that are counted
LONGEST = timedelta(days=1)  # between two times after failures, or for a server that asks to be left alone
AT_WORK = (State.STAGING, State.CHECKING, State.STAGED, State.APPLYING)
NOTHING_NEW = (ImportRow.Outcome.UNCHANGED, ImportRow.Outcome.DISMISSED)
Fetch = Callable[..., Fetched]
Noted = dict[str, Any]  # what is written to the feed, by field


class FeedError(Refusing, ValueError):
    """What came is no feed, or cannot be read as one; the message is a sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Polled:
    """What asking a feed came to: the records by outcome in words, empty where nothing is new; or the error."""

    told: str = ""
    error: str = ""


def claim(feed: FeedSubscription, *, due_only: bool = True) -> bool:
    """Make a feed ours for a while; of several processes one has it. Returns False for one that is not to be asked."""
    now = timezone.now()
    free = FeedSubscription.objects.filter(pk=feed.pk)
    free = free.due(now) if due_only else free.unclaimed(now)
    if not free.order_by().update(claimed_until=now + CLAIMED):
        return False
    feed.refresh_from_db()
    return True


def poll(feed: FeedSubscription, *, fetch: Fetch = fetch) -> Polled:
    """Ask a feed that was claimed, propose what is new in it, and note with it how that went.

    What a process left half done is finished first. Nothing that a feed or its server does is raised.
    """
    asked = feed.address
    try:
        finish(feed)
        told, noted = ask(feed, fetch)
    except (FetchError, FeedError, ValidationError, DatabaseError, OSError) as error:
        noted = failure(feed, error, why_of(error))
        told = ""
    release(feed, asked, noted)
    return Polled(told, kept_in(str(noted["error"])).worded(_) if noted["error"] else "")


def why_of(error: Exception) -> Said:
    if isinstance(error, Refusing):
        return error.said
    text = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    return Said(clean_line(text)[:MOST_KEPT] or type(error).__name__)


def ask(feed: FeedSubscription, fetch: Fetch) -> tuple[str, Noted]:
    """Fetch a feed unless it is as it was, and import it; return what is new in words, and what is to be noted."""
    page = fetch(feed.address, wanted=FEED, known=Known(feed.etag, feed.last_modified))
    now = timezone.now()
    noted: Noted = {"failures": 0, "error": "", "polled_at": now, "read_at": now}
    told = ""
    if page.status == 200:
        digest = sha256(page.body).hexdigest()
        if digest != feed.digest:
            told = import_feed(feed, page.body, page.charset)
        noted |= {"digest": digest, "etag": page.etag, "last_modified": page.modified}
    noted["due_at"] = timezone.now() + timedelta(minutes=feed.every)
    return told, noted | moved(feed, page.moved_to)


def moved(feed: FeedSubscription, to: str) -> Noted:
    """Note where a feed has moved for good; one that is asked there already is paused."""
    if not to or to == feed.address or len(to) > MAX_ADDRESS:
        return {}
    if FeedSubscription.objects.filter(incident=feed.incident_id, address=to).exclude(pk=feed.pk).exists():
        why = said("It has moved to %(address)s, which is asked already. It is paused.", address=to)
        return {"paused": True, "failures": 1, "error": kept(why, MOST_KEPT)}
    return {"address": to, "moved_from": feed.address}


def failure(feed: FeedSubscription, error: Exception, why: Said) -> Noted:
    """Note why a feed could not be read, and wait longer each time; one that is gone for good is paused."""
    now, failures = timezone.now(), min(feed.failures + 1, MOST_FAILURES)
    noted: Noted = {"failures": failures, "error": kept(why, MOST_KEPT), "polled_at": now}
    wait = timedelta(minutes=feed.every) * 2 ** min(failures, 12)
    if isinstance(error, FetchFailed):
        wait = max(wait, timedelta(seconds=error.retry_after))
        if error.status == GONE:
            why = said("The server says that this feed is gone for good (410). It is paused: nothing more is asked.")
            noted |= {"paused": True, "error": kept(why, MOST_KEPT)}
    return noted | {"due_at": now + max(min(wait, LONGEST), timedelta(minutes=feed.every))}


def release(feed: FeedSubscription, asked: str, noted: Noted) -> None:
    """Write what was noted, unless an editor has given another address meanwhile, and let others have the feed."""
    mine = FeedSubscription.objects.filter(pk=feed.pk)
    if not mine.filter(address=asked).update(claimed_until=None, **noted):
        mine.update(claimed_until=None)


# --- Into the database ------------------------------------------------------------------------------------------------


def import_feed(feed: FeedSubscription, body: bytes, charset: str = "") -> str:
    """Stage, check and apply a feed's items as proposals; leave no record of a run in which nothing was new."""
    options = {"encoding": charset} if charset else {}
    name = format_of(feed, body)
    with transaction.atomic():
        batch = new_batch(feed.incident, name=feed.address, format_name=name, by=feed.by, options=options)
        keep_file(batch, io.BytesIO(body), feed.address)
        FeedSubscription.objects.filter(pk=feed.pk).update(batch=batch)
    feed.batch = batch
    return run(feed, batch)


def format_of(feed: FeedSubscription, body: bytes) -> str:
    for one in (feeds.FORMAT, feeds.JSON_FORMAT):
        if one.recognises(body[:HEAD], "") > 0.5:
            return one.name
    raise FeedError(
        "%(address)s gives no feed, RSS, Atom or JSON Feed. A page often links to its feed in its head.",
        address=feed.address,
    )


def finish(feed: FeedSubscription) -> None:
    """Go on with an import of this feed that a process left where it was; one that an editor paused stays so."""
    if feed.batch and feed.batch.state in (State.UPLOADED, *AT_WORK):
        run(feed, feed.batch)


def run(feed: FeedSubscription, batch: ImportBatch) -> str:
    if batch.state in (State.UPLOADED, State.STAGING, State.CHECKING):
        stage_file(batch)
    if batch.state == State.FAILED:
        why = said_of(batch)
        forget(feed, batch)
        raise FeedError(why)
    if batch.state == State.STAGED:
        if not feed.title and (title := own_title(batch)):
            FeedSubscription.objects.filter(pk=feed.pk, title="").update(title=title)
        if not has_news(batch):
            forget(feed, batch)
            return ""
        begin(batch, ImportBatch.Mode.PROPOSED)
    apply_file(batch)
    if batch.state != State.DONE:
        raise NotNow(_("Its import is %(state)s.") % {"state": batch.get_state_display()})
    told = outcomes_in_words(batch)
    batch.rows.filter(outcome__in=NOTHING_NEW, changes={}).delete()  # a feed repeats its items each time
    return told


def has_news(batch: ImportBatch) -> bool:
    """Whether a feed has items that are new, or that say something else than when they were last seen."""
    rows = ImportRow.objects.filter(batch=batch)
    if rows.exclude(planned__in=(*NOTHING_NEW, ImportRow.Outcome.REFUSED)).exists():
        return True
    for row in rows.exclude(changes={}):
        earlier = ImportRow.objects.filter(import_ref=row.import_ref, pk__lt=row.pk).order_by("-pk").first()
        if earlier is None or earlier.draft != row.draft:
            return True
    return False


def own_title(batch: ImportBatch) -> str:
    """Return what a feed calls itself: its items are published under that."""
    for draft in batch.rows.order_by("number").values_list("draft", flat=True)[:10]:
        for citation in draft.get("citations", ()):
            if publisher := citation.get("source", {}).get("publisher"):
                return clean_line(publisher)[:200]
    return ""


def forget(feed: FeedSubscription, batch: ImportBatch) -> None:
    """Leave no record of a run; the last one that brought something is the feed's again."""
    last = ImportBatch.objects.filter(incident=feed.incident_id, name=batch.name).exclude(pk=batch.pk)
    FeedSubscription.objects.filter(pk=feed.pk).update(batch=last.order_by("-pk").first())
    batch.delete()
    feed.batch = None
