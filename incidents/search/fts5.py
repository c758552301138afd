"""SQLite: an external-content FTS5 table over the search documents, kept in step by triggers."""

from __future__ import annotations

from typing import Any

from .query import Query, together

COLUMNS = "headline, body, quotes, names"
# A word in the headline counts most, then the quotes and names, then the text.
WEIGHTS = "8.0, 2.0, 4.0, 4.0"

# ruff: noqa: S608 - the statements are put together from the constants above alone
# SQLite drops a table's triggers when a migration rebuilds it, so they are made here and not in a migration.
STATEMENTS = (
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS incidents_search USING fts5(
        {COLUMNS}, content='incidents_searchdocument', content_rowid='event_id',
        tokenize='unicode61 remove_diacritics 2', prefix='2 3')""",
    f"""CREATE TRIGGER IF NOT EXISTS incidents_search_insert AFTER INSERT ON incidents_searchdocument BEGIN
        INSERT INTO incidents_search(rowid, {COLUMNS})
        VALUES (new.event_id, new.headline, new.body, new.quotes, new.names); END""",
    f"""CREATE TRIGGER IF NOT EXISTS incidents_search_delete AFTER DELETE ON incidents_searchdocument BEGIN
        INSERT INTO incidents_search(incidents_search, rowid, {COLUMNS})
        VALUES ('delete', old.event_id, old.headline, old.body, old.quotes, old.names); END""",
    f"""CREATE TRIGGER IF NOT EXISTS incidents_search_update AFTER UPDATE ON incidents_searchdocument BEGIN
        INSERT INTO incidents_search(incidents_search, rowid, {COLUMNS})
        VALUES ('delete', old.event_id, old.headline, old.body, old.quotes, old.names);
        INSERT INTO incidents_search(rowid, {COLUMNS})
        VALUES (new.event_id, new.headline, new.body, new.quotes, new.names); END""",
)


def install(cursor: Any) -> None:
    cursor.execute(
        "SELECT count(*) FROM sqlite_master WHERE name LIKE 'incidents_search\\_%' ESCAPE '\\' AND type='trigger'"
    )
    whole = cursor.fetchone()[0] == 3
    for statement in STATEMENTS:
        cursor.execute(statement)
    if not whole:
        rebuild(cursor)


def rebuild(cursor: Any) -> None:
    """Make the index anew from the search documents."""
    cursor.execute("INSERT INTO incidents_search(incidents_search) VALUES ('rebuild')")


def expression(query: Query) -> str:
    """Return the MATCH expression. Every term is quoted: raw text such as C++ would be a syntax error."""
    terms = [f'"{" ".join(term)}"' for term in query.terms]
    if query.last_is_prefix:
        terms[-1] += "*"
    return " AND ".join(terms)


def find(cursor: Any, query: Query, *, limit: int, most: int) -> list[int]:
    phrases, patterns = together(query, COLUMNS.split(", "))
    cursor.execute(
        f"""SELECT rowid FROM (
            SELECT rowid, bm25(incidents_search, {WEIGHTS}) AS score
            FROM incidents_search WHERE incidents_search MATCH %s{phrases} ORDER BY rowid DESC LIMIT %s)
        ORDER BY score, rowid DESC LIMIT %s""",
        [expression(query), *patterns, most, limit],
    )
    return [row[0] for row in cursor.fetchall()]
