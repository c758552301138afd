"""PostgreSQL: a generated tsvector column over the search documents, with a GIN index."""

from __future__ import annotations

from typing import Any

from .query import Query, together

# ruff: noqa: S608 - the statements are put together from the constants here alone
COLUMNS = (("headline", "A"), ("quotes", "B"), ("names", "B"), ("body", "C"))
# 'simple' neither stems nor drops stop words, as FTS5 does neither.
_VECTOR = " || ".join(f"setweight(to_tsvector('simple', {column}), '{weight}')" for column, weight in COLUMNS)
ADD_COLUMN = f"ALTER TABLE incidents_searchdocument ADD COLUMN vector tsvector GENERATED ALWAYS AS ({_VECTOR}) STORED"
ADD_INDEX = "CREATE INDEX IF NOT EXISTS incidents_search_vector ON incidents_searchdocument USING gin (vector)"
HAS_COLUMN = """SELECT 1 FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = 'incidents_searchdocument' AND column_name = 'vector'"""


def install(cursor: Any) -> None:
    cursor.execute(HAS_COLUMN)
    if cursor.fetchone() is None:  # altering a table locks it, even where there is nothing to alter
        cursor.execute(ADD_COLUMN)
    cursor.execute(ADD_INDEX)


def expression(query: Query) -> str:
    """Return the tsquery. Words hold letters and digits only, so quoting them leaves no operator."""
    words = [f"'{word}'" for word in query.words]
    if query.last_is_prefix:
        words[-1] += ":*"
    return " & ".join(words)


def find(cursor: Any, query: Query, *, limit: int, most: int) -> list[int]:
    phrases, patterns = together(query, [column for column, _weight in COLUMNS])
    cursor.execute(
        f"""SELECT event_id FROM (
            SELECT event_id, vector FROM incidents_searchdocument
            WHERE vector @@ to_tsquery('simple', %s){phrases} ORDER BY event_id DESC LIMIT %s) AS matched
        ORDER BY ts_rank('{{0.1, 0.25, 0.5, 1.0}}', vector, to_tsquery('simple', %s)) DESC, event_id DESC LIMIT %s""",
        [expression(query), *patterns, most, expression(query), limit],
    )
    return [row[0] for row in cursor.fetchall()]
