"""A queryset compiled to SQL once, and asked again with other values.

Django builds and compiles a query anew at each call, which for the short lists of a page costs several times what the
database takes. Only pages that are read all the time are worth this; everything else asks the queryset itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# Stand-ins that no real value equals: they are looked for among the parameters of the compiled query.
FIRST_NUMBER = 7_046_029_254_386_353_131


class Prepared:
    """Rows of `build(**stand-ins)`, a `values_list()` of plain columns, for the values given at each call.

    `slots` names the arguments of `build` and their type: int, of 64-bit columns such as ids, or str.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **slots: type) -> None:
        self.build = build
        self.stand_ins: dict[str, int | str] = {
            name: FIRST_NUMBER + place if kind is int else f"\x02{name}\x02"
            for place, (name, kind) in enumerate(slots.items())
        }
        self.compiled: dict[str, tuple[str, list[Any]]] = {}

    def rows(self, **values: int | str) -> list[tuple[Any, ...]]:
        sql, parameters = self.compiled.get(connection.vendor) or self.compile()
        given = {self.stand_ins[name]: value for name, value in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(sql, [given.get(one, one) if isinstance(one, int | str) else one for one in parameters])
            return cursor.fetchall()

    def compile(self) -> tuple[str, list[Any]]:
        sql, parameters = self.build(**self.stand_ins).query.sql_with_params()
        missing = set(self.stand_ins.values()) - set(parameters)
        if missing:
            raise ValueError(f"The query has no parameter for {missing}: it was given, and not used as it is.")
        self.compiled[connection.vendor] = sql, list(parameters)
        return self.compiled[connection.vendor]
