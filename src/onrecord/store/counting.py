"""How the counted tables are filled from the rows that were just derived, in the SQL that both databases share."""

# ruff: noqa: S608 - what is put into the text is SQL of our own

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, text

from onrecord.records import Discrepancy, DiscrepancyKind, Position, Statement
from onrecord.records.derived import DerivedRow
from onrecord.records.scale import SCORES
from onrecord.store import plotting, queries
from onrecord.store.counted import (
    DISCREPANCY_ARTICLE,
    DISCREPANCY_ORDER,
    FACET,
    HAND,
    POSITION_ORDER,
    POSITION_STATEMENT,
    STATEMENT_ORDER,
    TALLY,
)
from onrecord.store.counted_view import WHOLE_RECORD
from onrecord.store.database import Writing
from onrecord.store.plotting import CHAIN
from onrecord.store.spoken import ISSUE_WORD
from onrecord.text.days import NO_DAY, bounds, placed
from onrecord.text.stems import content_stems

BATCH = 500
KINDS = tuple(DiscrepancyKind)
COUNTED_ARTICLES = f"""
INSERT INTO article_order (article, place, day, outlet, published, seen_at)
SELECT a.id, CASE WHEN e.article IS NULL
    THEN row_number() OVER (PARTITION BY CASE WHEN e.article IS NULL THEN 0 ELSE 1 END ORDER BY c.place, a.id) END,
  row_number() OVER (ORDER BY coalesce(d.published, a.published, '{NO_DAY}'), c.place, a.id),
  a.outlet, coalesce(d.published, a.published), (SELECT min(l.seen_at) FROM location l WHERE l.sha256 = a.sha256)
FROM article a JOIN capture c ON c.sha256 = a.sha256 LEFT JOIN article_day d ON d.article = a.id
LEFT JOIN (SELECT DISTINCT v.article FROM page_version v WHERE NOT v.stands) e ON e.article = a.id
"""
# The reports of a statement are those that count; where none does, those that did.
REPORTS = """
statement_member m JOIN statement s ON s.id = m.statement JOIN attribution t ON t.id = m.attribution
JOIN article_order a ON a.article = t.article AND (a.place IS NOT NULL OR s.attributions = '[]')
"""
PROMINENCE = f"""
UPDATE statement_order SET seen_at = found.seen_at, place = -(found.articles * 4 + found.told * 2 + found.quoted)
FROM (
  SELECT m.statement AS id, count(DISTINCT t.article) AS articles, min(a.seen_at) AS seen_at,
    max(CASE WHEN t.form <> 'indirect' THEN 1 ELSE 0 END) AS quoted,
    max(CASE WHEN coalesce(CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END, '') <> ''
      THEN 1 ELSE 0 END) AS told
  FROM {REPORTS} LEFT JOIN assigned g ON g.attribution = t.id GROUP BY m.statement
) AS found WHERE found.id = statement_order.statement
"""
SCOPES = """
INSERT INTO scoped (scope, statement, place, first_day, last_day, seen_at)
SELECT DISTINCT y.story, m.statement, o.place, o.first_day, o.last_day, o.seen_at
FROM story_article y JOIN attribution t ON t.article = y.article JOIN statement_member m ON m.attribution = t.id
JOIN statement_order o ON o.statement = m.statement
UNION ALL
SELECT s.speaker, s.id, o.place, o.first_day, o.last_day, o.seen_at
FROM statement s JOIN statement_order o ON o.statement = s.id WHERE s.speaker IS NOT NULL
"""
REPORTED = f"INSERT INTO report (statement, article) SELECT DISTINCT m.statement, t.article FROM {REPORTS}"
OUTLETS = """
INSERT INTO facet (scope, kind, value, statement)
SELECT DISTINCT c.scope, 'outlet', a.outlet, r.statement
FROM report r JOIN article_order a ON a.article = r.article JOIN scoped c ON c.statement = r.statement
WHERE a.outlet <> ''
"""
HANDS = """
INSERT INTO hand (story, name, article) SELECT y.story, a.outlet, y.article
FROM story_article y JOIN article_order a ON a.article = y.article WHERE a.outlet <> ''
"""
RELAYED = f"""
SELECT DISTINCT c.scope, m.statement, t.article, t.relayed_by
FROM {REPORTS} JOIN scoped c ON c.statement = m.statement JOIN story y ON y.id = c.scope WHERE t.relayed_by <> '[]'
"""
PARTIES = f"""
INSERT INTO facet (scope, kind, value, statement)
{CHAIN}
SELECT c.scope, 'party', p.name, c.statement FROM scoped c JOIN story y ON y.id = c.scope
JOIN statement s ON s.id = c.statement JOIN chain h ON h.speaker = s.speaker JOIN actor p ON p.id = h.actor
UNION
SELECT o.story, 'party', o.actor_name, l.statement FROM position_statement l JOIN position o ON o.id = l.position
JOIN scoped c ON c.scope = o.story AND c.statement = l.statement
"""
ISSUES = """
INSERT INTO facet (scope, kind, value, statement)
SELECT DISTINCT o.story, 'issue', o.issue, l.statement FROM position_statement l JOIN position o ON o.id = l.position
JOIN scoped c ON c.scope = o.story AND c.statement = l.statement
"""
FACET_ARTICLES = """
INSERT INTO facet_article (scope, kind, value, number, article)
SELECT DISTINCT f.scope, f.kind, f.value, a.day, a.article FROM facet f JOIN report r ON r.statement = f.statement
JOIN story_article y ON y.story = f.scope AND y.article = r.article JOIN article_order a ON a.article = r.article
WHERE f.kind IN ('party', 'issue')
"""
TALLIES = f"""
INSERT INTO tally (scope, kind, value, statements, number)
{CHAIN}, holding (scope, value) AS (
  SELECT o.story, o.actor_name FROM position o
  UNION
  SELECT c.scope, p.name FROM scoped c JOIN story y ON y.id = c.scope JOIN statement s ON s.id = c.statement
  JOIN actor n ON n.id = s.speaker AND NOT n.anonymous JOIN chain h ON h.speaker = s.speaker
  JOIN actor p ON p.id = h.actor WHERE p.affiliation IS NULL OR h.depth = 8
)
SELECT n.scope, n.kind, n.value, n.statements,
  row_number() OVER (PARTITION BY n.scope, n.kind ORDER BY n.statements DESC, n.value)
FROM (SELECT f.scope, f.kind, f.value, count(*) AS statements FROM facet f GROUP BY f.scope, f.kind, f.value) AS n
LEFT JOIN holding h ON h.scope = n.scope AND h.value = n.value AND n.kind = 'party'
WHERE n.kind <> 'party' OR h.value IS NOT NULL
"""
DAYS = f"""
INSERT INTO tally (scope, kind, value, statements, number)
SELECT n.scope, 'day', n.day, n.statements, row_number() OVER (PARTITION BY n.scope ORDER BY n.statements DESC, n.day)
FROM (
  SELECT d.scope, d.day, (
    SELECT count(*) FROM scoped x WHERE x.scope = d.scope AND x.first_day <= d.day AND x.last_day >= d.day
      AND x.first_day <> '{NO_DAY}') AS statements
  FROM (
    SELECT DISTINCT c.scope, c.first_day AS day FROM scoped c JOIN story y ON y.id = c.scope
    WHERE c.first_day = c.last_day AND c.first_day <> '{NO_DAY}'
  ) AS d
) AS n
"""
STORIES = f"""
INSERT INTO story_order (story, number, articles, outlets, undated, seen_at, statements, positions, differences)
SELECT y.id, row_number() OVER (ORDER BY coalesce(n.articles, 0) DESC, coalesce(y."first", '{NO_DAY}'), y.id),
  coalesce(n.articles, 0), coalesce(n.outlets, 0), coalesce(n.undated, 0), n.seen_at,
  (SELECT count(*) FROM scoped c WHERE c.scope = y.id), (SELECT count(*) FROM position o WHERE o.story = y.id),
  (SELECT count(*) FROM discrepancy d WHERE d.story = y.id AND d.explained IS NULL)
FROM story y LEFT JOIN (
  SELECT s.story, count(*) AS articles, count(DISTINCT CASE WHEN a.outlet <> '' THEN a.outlet END) AS outlets,
    sum(CASE WHEN a.published IS NULL THEN 1 ELSE 0 END) AS undated, max(a.seen_at) AS seen_at
  FROM story_article s JOIN article_order a ON a.article = s.article GROUP BY s.story
) AS n ON n.story = y.id
"""
SOURCES = """
INSERT INTO story_source (story, number, article)
SELECT y.story, row_number() OVER (PARTITION BY y.story ORDER BY a.day), y.article
FROM story_article y JOIN article_order a ON a.article = y.article
"""
LINES = """
UPDATE position_order SET number = found.number, reports = found.reports, articles = found.articles FROM (
  SELECT o.position AS id, row_number() OVER (ORDER BY CASE WHEN p.changed IS NULL THEN 1 ELSE 0 END,
    coalesce(n.articles, 0) DESC, o.first_day, o.last_day, o.position) AS number,
    coalesce(n.reports, 0) AS reports, coalesce(n.articles, 0) AS articles
  FROM position_order o JOIN position p ON p.id = o.position LEFT JOIN (
    SELECT l.position, count(*) AS reports, count(DISTINCT r.article) AS articles
    FROM position_statement l JOIN report r ON r.statement = l.statement GROUP BY l.position
  ) AS n ON n.position = o.position
) AS found WHERE found.id = position_order.position
"""
# Quoted before told, by what most articles report, the newest with a day.
BEST = f"""
UPDATE position_order SET best = found.statement FROM (
  SELECT l.position, l.statement, row_number() OVER (PARTITION BY l.position ORDER BY (-o.place) % 2 DESC,
    -o.place / 4 DESC, CASE WHEN o.first_day <> '{NO_DAY}' THEN 1 ELSE 0 END DESC, o.first_day DESC, o.statement DESC
  ) AS number FROM position_statement l JOIN statement_order o ON o.statement = l.statement
) AS found WHERE found.position = position_order.position AND found.number = 1
"""
PROMINENT = """
UPDATE position_statement SET number = found.number FROM (
  SELECT l.position, l.statement, row_number() OVER (PARTITION BY l.position ORDER BY o.place, o.statement) AS number
  FROM position_statement l JOIN statement_order o ON o.statement = l.statement
) AS found WHERE found.position = position_statement.position AND found.statement = position_statement.statement
"""
POSITION_OUTLETS = """
INSERT INTO position_outlet (position, outlet)
SELECT DISTINCT l.position, a.outlet FROM position_statement l JOIN report r ON r.statement = l.statement
JOIN article_order a ON a.article = r.article WHERE a.outlet <> ''
"""
POSITION_ORIGINS = """
INSERT INTO position_origin (position, origins, independent_origins)
SELECT DISTINCT l.position, s.origins, s.independent_origins
FROM position_statement l JOIN statement s ON s.id = l.statement
"""
HOLDERS = """
INSERT INTO holder (actor, number, position)
SELECT p.actor, o.number, o.position FROM position_order o JOIN position p ON p.id = o.position
UNION
SELECT s.speaker, o.number, o.position FROM position_order o JOIN position_statement l ON l.position = o.position
JOIN statement s ON s.id = l.statement WHERE s.speaker IS NOT NULL
"""
SPEAKERS = """
INSERT INTO speaker (actor, number, statements)
SELECT s.speaker, row_number() OVER (ORDER BY count(*) DESC, p.name, p.id), count(*)
FROM statement s JOIN actor p ON p.id = s.speaker WHERE s.attributions <> '[]' GROUP BY s.speaker, p.name, p.id
"""
STEPS = (COUNTED_ARTICLES, PROMINENCE, SCOPES, REPORTED, OUTLETS, HANDS, PARTIES, ISSUES)
LAST_STEPS = (
    FACET_ARTICLES, TALLIES, DAYS, STORIES, SOURCES, LINES, BEST, PROMINENT, POSITION_OUTLETS, POSITION_ORIGINS,
    HOLDERS, SPEAKERS,
)  # fmt: skip
COUNTS = ("articles", "outlets", "attributions", "statements", "actors", "stories", "rejected", "earlier")


def rows_to_count(row: DerivedRow) -> list[tuple[Table, dict[str, Any]]]:
    """What of the row goes into the counted tables as it is."""
    match row:
        case Statement():
            return [(STATEMENT_ORDER, _of_statement(row))]
        case Position():
            first, last = bounds(min(row.said_on, key=bounds, default=None))
            order = {
                "position": row.id,
                "story": row.story,
                "first_day": first,
                "last_day": last,
                "weight": round(abs(SCORES[row.stance]) * 10),
            }
            shown = dict.fromkeys(row.statements)
            lines = [(POSITION_STATEMENT, {"position": row.id, "statement": one}) for one in shown]
            words = [(ISSUE_WORD, {"stem": one, "issue": row.issue}) for one in sorted({*content_stems(row.issue)})]
            return [(POSITION_ORDER, order), *lines, *words]
        case Discrepancy():
            return list(_of_discrepancy(row))
        case _:
            return []


def _of_statement(row: Statement) -> dict[str, Any]:
    (first, last), days = bounds(row.said_on), placed(row.said_on)
    drawn = (days.first.isoformat(), days.last.isoformat()) if days else (None, None)
    return {
        "statement": row.id,
        "first_day": first,
        "last_day": last,
        "drawn_first": drawn[0],
        "drawn_last": drawn[1],
    }


def _of_discrepancy(row: Discrepancy) -> Iterator[tuple[Table, dict[str, Any]]]:
    order = {
        "discrepancy": row.id,
        "story": row.story,
        "explained": int(row.explained is not None),
        "kind": KINDS.index(row.kind),
        "articles": -sum(len(value.articles) for value in row.values),
    }
    yield DISCREPANCY_ORDER, order
    for number, value in enumerate(row.values):
        for article in dict.fromkeys(value.articles):
            yield DISCREPANCY_ARTICLE, {"discrepancy": row.id, "article": article, "value": number}


def count(writing: Writing, connection: Connection) -> None:
    """The counted tables have what follows from all derived rows."""
    for step in STEPS:
        connection.execute(text(step))
    _agencies(writing, connection)
    for step in (*LAST_STEPS, *plotting.STEPS):
        connection.execute(text(step))
    counted = connection.execute(text(queries.COUNTS)).one()
    rows = [
        {"scope": WHOLE_RECORD, "kind": "count", "number": number, "value": name, "statements": found}
        for number, (name, found) in enumerate(zip(COUNTS, counted, strict=True))
    ]
    writing.add_new(connection, TALLY, rows)


def _agencies(writing: Writing, connection: Connection) -> None:
    """A statement is found by those through whom it came; read here, as each database has JSON its own way."""
    rows = connection.execute(text(RELAYED)).all()
    for start in range(0, len(rows), BATCH):
        found = [
            (story, statement, article, name)
            for story, statement, article, relayed in rows[start : start + BATCH]
            for name in msgspec.json.decode(relayed, type=tuple[str, ...])
        ]
        facets = [{"scope": one[0], "kind": "agency", "value": one[3], "statement": one[1]} for one in found]
        writing.add_new(connection, FACET, facets)
        hands = [{"story": one[0], "name": one[3], "article": one[2]} for one in found]
        writing.add_new(connection, HAND, hands)
