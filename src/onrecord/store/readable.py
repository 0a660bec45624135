"""Views for people who open a record in datasette or `sqlite3`: ids as names, lists as words, one thing a row.

They are no part of the schema's versions: whoever opens the record to write brings them up to date.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

# Each reads the tables alone, and gives the id by which its rows are found in them.
VIEWS: Mapping[str, str] = {
    "articles": """
SELECT a.id, a.outlet, a.headline, coalesce(d.published, a.published) AS published, a.language, c.place,
  (SELECT count(*) FROM attribution t WHERE t.article = a.id) AS reports, b.original AS copy_of,
  (SELECT v.latest FROM page_version v WHERE v.article = a.id AND v.latest <> a.id) AS version_of
FROM article a JOIN capture c ON c.sha256 = a.sha256 LEFT JOIN article_day d ON d.article = a.id
LEFT JOIN duplicate b ON b.article = a.id""",
    "statements": """
SELECT s.id, p.name AS speaker, s.said_on, s.text,
  (SELECT count(*) FROM statement_member m WHERE m.statement = s.id) AS reports,
  (SELECT group_concat(value, ', ') FROM json_each(s.origins)) AS origins, s.independent_origins,
  s.withdrawn, s.speaker AS actor, s.rank
FROM statement s LEFT JOIN actor p ON p.id = s.speaker""",
    "actors": """
SELECT p.id, p.name, p.kind,
  (SELECT group_concat(json_extract(value, '$.role'), ', ') FROM json_each(p.roles)) AS roles,
  f.name AS speaks_for, (SELECT count(*) FROM statement s WHERE s.speaker = p.id) AS statements,
  (SELECT group_concat(value, ', ') FROM json_each(p.aliases)) AS aliases, p.wikidata
FROM actor p LEFT JOIN actor f ON f.id = p.affiliation""",
    "positions": """
SELECT o.id, o.actor_name AS actor, o.stance, o.mode, o.issue, o.condition,
  (SELECT group_concat(value, ', ') FROM json_each(o.said_on)) AS said_on,
  b.stance AS stance_before, y.headline AS story, o.changed
FROM position o JOIN story y ON y.id = o.story LEFT JOIN position b ON b.id = o.changed""",
    "discrepancies": """
SELECT d.id, d.kind, d.about,
  (SELECT group_concat(json_extract(value, '$.value'), ' / ') FROM json_each(d."values")) AS told,
  d.explained, y.headline AS story
FROM discrepancy d JOIN story y ON y.id = d.story""",
}


def bring_views_up_to_date(connection: sqlite3.Connection) -> None:
    """The views are in the record as they are here; one that is already so is left alone."""
    wanted = {name: f"CREATE VIEW {name} AS{select}" for name, select in VIEWS.items()}
    present = _present(connection)
    stale = {name: sql for name, sql in wanted.items() if present.get(name) != sql}
    if stale:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for name, sql in stale.items():
                connection.execute(f"DROP VIEW IF EXISTS {name}")
                connection.execute(sql)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def drop_views(connection: sqlite3.Connection) -> None:
    """The views are gone: tables that they read can be made anew."""
    for name in _present(connection):
        connection.execute(f"DROP VIEW {name}")


def _present(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    return {name: sql for name, sql in rows if name in VIEWS}
