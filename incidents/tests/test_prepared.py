"""A query compiled once gives what the queryset gives, whatever is asked."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import QuerySet

from incidents.models import Event
from incidents.prepared import Prepared

from .cast import make_event

pytestmark = pytest.mark.django_db


def by_state_and_order(state: str, order: int) -> QuerySet[Event, tuple[Any, ...]]:
    return Event.objects.filter(state=state, order=order, kind="occurred").order_by("pk").values_list("headline", "pk")


def test_rows_are_those_of_the_queryset_for_each_value(django_assert_num_queries: Any) -> None:
    prepared = Prepared(by_state_and_order, state=str, order=int)
    make_event("one", order=1)
    make_event("two", order=2)
    make_event("gone", order=1, state="dismissed")
    for state, order in (("draft", 1), ("draft", 2), ("dismissed", 1), ("draft", 3)):
        with django_assert_num_queries(1):
            rows = prepared.rows(state=state, order=order)
        assert rows == list(by_state_and_order(state, order))


def test_a_value_is_never_read_as_sql() -> None:
    prepared = Prepared(by_state_and_order, state=str, order=int)
    make_event("one", order=1)
    assert prepared.rows(state="draft' OR '1'='1", order=1) == []


def test_a_value_that_the_query_does_not_take_as_it_is_is_refused() -> None:
    def doubled(order: int) -> QuerySet[Event, tuple[Any, ...]]:
        return Event.objects.filter(order=order // 2).values_list("pk")

    with pytest.raises(ValueError, match="no parameter"):
        Prepared(doubled, order=int).rows(order=4)
