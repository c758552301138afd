"""Many rows at once, without an object for each: ids, inserts, updates and history as the database takes them fastest.

Nothing here knows what the rows mean. Columns are named; no value is ever put into a statement's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db import connection, models

# ruff: noqa: S608 - the statements are put together from the names of tables and columns alone

Model = type[models.Model]
USUAL_LOG, LONG_LOG = 1_000, 16_000  # pages of 4 KB
MOST_VALUES = 30_000  # looked for by one statement: SQLite takes 32,766 parameters where nothing else was built in


def columns_of(model: Model) -> list[str]:
    return [str(field.column) for field in model._meta.concrete_fields]


def key_of(model: Model) -> str:
    return str(model._meta.pk.column)


def new_ids(model: Model, count: int) -> list[int]:
    """Take the next ids of a table. On SQLite they are ours because a change holds the one write lock."""
    if not count:
        return []
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(  # the sequence's name is looked up once, and not for each id
                "WITH own AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, %s)::regclass AS sequence) "
                "SELECT nextval(sequence) FROM own, generate_series(1, %s)",
                [table, key_of(model), count],
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
    return list(range(last + 1, last + 1 + count))


def insert(model: Model, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of plain values in the order of the columns."""
    if not rows:
        return
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(map(quote, columns))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        with laid_out(cursor, list(zip(*rows, strict=True))) as (table, values, given):
            cursor.execute(f"INSERT INTO {into} SELECT {', '.join(values)} FROM {table} ORDER BY id", given)


@contextmanager
def laid_out(
    cursor: Any, columns: list[tuple[Any, ...]], keys: Sequence[int] | None = None
) -> Iterator[tuple[str, list[str], list[Any]]]:
    """Lay columns of values out in a temporary table of SQLite's; yield its name, an expression for each column, and
    the parameters of those.

    One statement that copies from there costs a third of one for each row: a row's own parameters are few (what all
    rows share is given once), and the full-text index gathers words for as long as a statement lasts, while between
    two it writes them down. `keys` become the rows' numbers; of two with one key, the later is kept.
    """
    values, given, own = [], [], []
    for column in columns:
        first = column[0]
        if column[-1] == first and column.count(first) == len(column):
            values.append("%s")
            given.append(first)
        else:
            values.append(f"v{len(own)}")
            own.append(column)
    table = f"temp.incoming_{len(own)}"
    names = ["id", *(f"v{number}" for number in range(len(own)))]
    made = ", ".join(["id INTEGER PRIMARY KEY", *names[1:]])
    cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS incoming_{len(own)} ({made})")
    cursor.execute(f"DELETE FROM {table}")  # a broken statement may have left some
    cursor.executemany(
        f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})",
        zip(keys or range(1, len(columns[0]) + 1), *own, strict=True),
    )
    yield table, values, given
    cursor.execute(f"DELETE FROM {table}")


def insert_objects(model: Model, objects: Iterable[Any]) -> None:
    """Insert objects that have an attribute for each column of the table, by its name."""
    columns = columns_of(model)
    insert(model, columns, list(map(attrgetter(*columns), objects)))


def found(model: Model, columns: Sequence[str], key: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return columns of the rows whose `key` is one of the values, none of which is empty.

    SQLite takes an index of the rows that have a key only where the statement leaves the empty ones out itself.
    """
    quote = connection.ops.quote_name
    filled = f"NOT ({quote(key)} = '')"
    rows: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for first in range(0, len(values), MOST_VALUES):
            some = list(values[first : first + MOST_VALUES])
            cursor.execute(
                f"SELECT {', '.join(map(quote, columns))} FROM {quote(model._meta.db_table)} "
                f"WHERE {among(key, some)} AND {filled}",
                some,
            )
            rows += cursor.fetchall()
    return rows


def span(model: Model, columns: Sequence[str], *, of: tuple[str, Any], by: str, first: int, last: int) -> list[Any]:
    """Return columns of the rows that belong to something and whose number lies in a span, in order."""
    quote = connection.ops.quote_name
    owner, value = of
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(map(quote, columns))} FROM {quote(model._meta.db_table)} "
            f"WHERE {quote(owner)} = %s AND {quote(by)} BETWEEN %s AND %s ORDER BY {quote(by)}",
            [value, first, last],
        )
        return cursor.fetchall()


def among(column: str, values: Sequence[Any]) -> str:
    return f"{connection.ops.quote_name(column)} IN ({', '.join(['%s'] * len(values))})"


def update(model: Model, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Set columns of rows, each given as the values and then the id."""
    if not rows:
        return
    quote = connection.ops.quote_name
    table, key = quote(model._meta.db_table), quote(key_of(model))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            types = [*(model._meta.get_field(name).db_type(connection) for name in columns), "bigint"]
            arrays = ", ".join(f"%s::{kind}[]" for kind in types)
            names = [*(f"v{number}" for number in range(len(columns))), "key"]
            changed = ", ".join(f"{quote(name)} = new.v{number}" for number, name in enumerate(columns))
            cursor.execute(
                f"UPDATE {table} SET {changed} FROM unnest({arrays}) AS new({', '.join(names)}) "
                f"WHERE {table}.{key} = new.key",
                [list(values) for values in zip(*rows, strict=True)],
            )
            return
        *new, keys = zip(*rows, strict=True)
        with laid_out(cursor, new, keys) as (laid, values, given):
            cursor.execute(
                f"UPDATE {table} SET ({', '.join(map(quote, columns))}) = "
                f"(SELECT {', '.join(values)} FROM {laid} WHERE {laid}.id = {table}.{key}) "
                f"WHERE {key} IN (SELECT id FROM {laid})",
                given,
            )


def write_history(model: Model, ids: Sequence[int], *, by: int | None, at: datetime, **as_made: Any) -> None:
    """Record rows as made, as simple-history does for single saves; `as_made` names what settling set afterwards."""
    if not ids:
        return
    quote = connection.ops.quote_name
    columns = columns_of(model)
    values = ", ".join("%s" if name in as_made else quote(name) for name in columns)
    history = quote(model.history.model._meta.db_table)  # type: ignore[attr-defined]
    marks = "history_date, history_type, history_change_reason, history_user_id"
    whole = ids[-1] - ids[0] == len(ids) - 1  # nothing lies between that is not ours
    key = quote(key_of(model))
    which = f"{key} BETWEEN %s AND %s" if whole else among(key_of(model), ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {history} ({', '.join(map(quote, columns))}, {marks}) "
            f"SELECT {values}, %s, '+', NULL, {'%s' if by is not None else 'NULL'} FROM {quote(model._meta.db_table)} "
            f"WHERE {which} ORDER BY {key}",
            [
                *(as_made[name] for name in columns if name in as_made),
                moment(at),
                *([by] if by is not None else []),
                *((ids[0], ids[-1]) if whole else ids),
            ],
        )


def moment(at: datetime) -> Any:
    """Return a point in time as the database's driver takes it."""
    return connection.ops.adapt_datetimefield_value(at)


@contextmanager
def long_log() -> Iterator[None]:
    """Let SQLite gather more changes before it moves them into the file: many rows touch the same pages again."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA wal_autocheckpoint={LONG_LOG}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA wal_autocheckpoint={USUAL_LOG}")


def delete_where(model: Model, column: str, value: Any) -> None:
    """Delete rows without fetching them; for tables that nothing else refers to any more."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {quote(model._meta.db_table)} WHERE {quote(column)} = %s", [value])
