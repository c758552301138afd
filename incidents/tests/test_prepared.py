"""A query compiled once gives what the queryset gives, whatever is asked."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import QuerySet

from incidents.models import Event
from incidents.prepared import Prepared
from incidents.temporal.edtf import EDTF

from .cast import make_event

pytestmark = pytest.mark.django_db


START = {year: EDTF.parse(str(year)).earliest for year in (2001, 2002, 2003)}


def by_state_and_start(state: str, start: int) -> QuerySet[Event, tuple[Any, ...]]:
    found = Event.objects.filter(state=state, earliest=start, kind="occurred")
    return found.order_by("pk").values_list("headline", "pk")


def test_rows_are_those_of_the_queryset_for_each_value(django_assert_num_queries: Any) -> None:
    prepared = Prepared(by_state_and_start, state=str, start=int)
    make_event("one", date="2001")
    make_event("two", date="2002")
    make_event("gone", date="2001", state="dismissed")
    for state, year in (("draft", 2001), ("draft", 2002), ("dismissed", 2001), ("draft", 2003)):
        with django_assert_num_queries(1):
            rows = prepared.rows(state=state, start=START[year])
        assert rows == list(by_state_and_start(state, START[year]))


def test_a_value_is_never_read_as_sql() -> None:
    prepared = Prepared(by_state_and_start, state=str, start=int)
    make_event("one", date="2001")
    assert prepared.rows(state="draft' OR '1'='1", start=START[2001]) == []


def test_a_value_that_the_query_does_not_take_as_it_is_is_refused() -> None:
    def halved(start: int) -> QuerySet[Event, tuple[Any, ...]]:
        return Event.objects.filter(earliest=start // 2).values_list("pk")

    with pytest.raises(ValueError, match="no parameter"):
        Prepared(halved, start=int).rows(start=4)
