"""Full text over the published events' words, by database: SQLite's FTS5 or PostgreSQL's text search.

Both stand on the table of search documents, whose text is folded (case and accents) before it is stored, so that
the same words find the same events on either. No model is imported here: the table goes by its name.
"""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from . import fts5, postgres
from .query import Query, QueryError, document, indexed, parse_query

TABLE = "incidents_searchdocument"
MOST_RANKED = 2_000

__all__ = [
    "MOST_RANKED", "TABLE", "Query", "QueryError", "document", "find", "indexed", "install_index", "parse_query",
]  # fmt: skip

_ENGINES = {"sqlite": fts5, "postgresql": postgres}


def engine(connection: Any) -> Any:
    return _ENGINES[connection.vendor]


def install_index(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Make the full-text index where it is missing; safe to call at any time, after every migrate."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE in connection.introspection.table_names(cursor):
            engine(connection).install(cursor)


def find(text: str, *, limit: int, using: str = DEFAULT_DB_ALIAS) -> list[int]:
    """Return the ids of at most `limit` events that hold all words and phrases of `text`, best first.

    Raises QueryError for a text that is too long. Ranking looks at MOST_RANKED matches at the most: the newest.
    """
    query = parse_query(text)
    if not query.terms:
        return []
    connection = connections[using]
    with connection.cursor() as cursor:
        return engine(connection).find(cursor, query, limit=limit, most=MOST_RANKED)
