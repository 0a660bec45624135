"""The SQL of questions that a counted table answers: a page of a list, in order, without the rest of it."""

# ruff: noqa: S608 - what is put into the text are names of our own columns and SQL of `extents`; values are bound

from __future__ import annotations

from onrecord.records import Actor, Discrepancy, Entity, Position, Rejected, Shared, Statement
from onrecord.store.extents import Extent
from onrecord.store.queries import columns
from onrecord.text.days import NO_DAY

PAGE = "LIMIT :limit OFFSET :start"
TALLY = """
SELECT t.value, t.statements FROM tally t WHERE t.scope = :scope AND t.kind = :kind ORDER BY t.number LIMIT :limit
"""
TALLIED = """
SELECT t.statements FROM tally t WHERE t.scope = :scope AND t.kind = :kind AND t.value = :value
"""
VALUES = "SELECT count(*) FROM tally t WHERE t.scope = :scope AND t.kind = :kind"
REJECTED_COUNT = "SELECT count(*) FROM rejected"
REJECTED_PAGE = f"""SELECT {columns(Rejected, "r")} FROM rejected r ORDER BY r."where" {PAGE}"""

STORY_COLUMNS = """
SELECT y.id, y.headline, y."first", y."last", o.number, o.articles, o.outlets, o.undated, o.statements, o.positions,
  o.differences, o.seen_at FROM story_order o JOIN story y ON y.id = o.story
"""
STORY_SIZE = f"{STORY_COLUMNS} WHERE o.story = :story"
STORIES_BY_SIZE = f"{STORY_COLUMNS} ORDER BY o.number {PAGE}"
STORIES_SEEN_LAST = f"{STORY_COLUMNS} WHERE o.seen_at IS NOT NULL ORDER BY o.seen_at DESC, o.story DESC LIMIT :limit"

SPEAKERS = "SELECT count(*) FROM speaker"
SPEAKERS_PAGE = f"""
SELECT s.statements, {columns(Actor, "p")} FROM speaker s JOIN actor p ON p.id = s.actor ORDER BY s.number {PAGE}
"""

ARTICLES_COUNT = "SELECT max(o.place) FROM article_order o"
ARTICLES_PAGE = """
SELECT o.article FROM article_order o WHERE o.place > :start AND o.place <= :start + :limit ORDER BY o.place
"""

POSITION = f"SELECT {columns(Position, 'p')} FROM position p WHERE p.id = :id"
POSITIONS_SHOWN_BY = f"""
SELECT {columns(Position, "p")} FROM position_statement l JOIN position p ON p.id = l.position
WHERE l.statement = :statement ORDER BY p.story, p.actor_name, p.actor, p.issue, p.said_on, p.id
"""
POSITIONS_HELD = f"""
SELECT {columns(Position, "p")} FROM (
  SELECT h.position, h.number FROM holder h WHERE h.actor = :actor ORDER BY h.number {PAGE}
) AS h JOIN position p ON p.id = h.position ORDER BY h.number
"""
POSITIONS_HELD_COUNT = "SELECT count(*) FROM holder h WHERE h.actor = :actor"
POSITIONS_CHANGED = f"""
SELECT {columns(Position, "p")} FROM position_order o JOIN position p ON p.id = o.position
WHERE o.story = :story AND p.changed IS NOT NULL ORDER BY o.first_day DESC, o.last_day DESC, o.number LIMIT :limit
"""
# The cells of a table of parties and issues, without what stands in them.
POSITION_CELLS = "SELECT p.id, p.issue, p.actor_name, p.changed FROM position p WHERE p.story = :story"
CARDS = "SELECT count(*) FROM actor_entity e WHERE e.actor = :actor"
ENTITIES_SOME = f"""
SELECT {columns(Entity, "n")} FROM (
  SELECT e.entity FROM actor_entity e WHERE e.actor = :actor ORDER BY e.entity LIMIT :limit
) AS few JOIN entity n ON n.id = few.entity ORDER BY n.id
"""
STATEMENT_COLUMNS = columns(Statement, "s")
BY_PLACE = "c.place, c.statement"
BY_DAY = "c.first_day, c.last_day, c.place, c.statement"
BY_LAST_DAY = "c.last_day DESC, c.place, c.statement"
BY_SEEN = "c.seen_at DESC, c.statement DESC"
DATED = f"c.first_day <> '{NO_DAY}'"
UNDATED = f"c.first_day = '{NO_DAY}'"
SEEN = "c.seen_at IS NOT NULL"


def statements(condition: str, order: str) -> str:
    """A page of the statements of the rows `c` of `scoped` of which the condition is true, and when each was seen."""
    # No more than an index has, so that what comes before the page is not read.
    ordered = ", ".join(f"c.{name}" for name in ("place", "first_day", "last_day", "seen_at") if f"c.{name}" in order)
    return f"""
SELECT o.seen_at, {STATEMENT_COLUMNS} FROM (
  SELECT c.statement, {ordered} FROM scoped c WHERE {condition} ORDER BY {order} {PAGE}
) AS c JOIN statement s ON s.id = c.statement JOIN statement_order o ON o.statement = c.statement ORDER BY {order}
"""


def count_of(condition: str) -> str:
    """How many of these rows there are."""
    return f"SELECT count(*) FROM scoped c WHERE {condition}"


def positions(part: Extent) -> str:
    """SQL for the rows `o` of the positions of a part of a story: what its statements show, of the party and issue."""
    held = f"position_order o JOIN position p ON p.id = o.position WHERE o.story = :scope{_line(part)}"
    # What shows a line of a party and on an issue is among the statements by which they are found.
    if part.outlet is None and part.day is None:
        return held
    return f"""{held} AND o.position IN (
      SELECT l.position FROM position_statement l WHERE l.statement IN ({part.statements}))"""


def _line(part: Extent) -> str:
    issue = " AND p.issue = :issue" if part.issue is not None else ""
    return issue + (" AND p.actor_name = :party" if part.party is not None else "")


def positions_page(part: Extent) -> str:
    """A page of them, the most reported first, before them what changed."""
    return f"""
SELECT o.every, {columns(Position, "p")} FROM (
  SELECT count(*) OVER () AS every, o.position, o.number FROM {positions(part)} ORDER BY o.number {PAGE}
) AS o JOIN position p ON p.id = o.position ORDER BY o.number
"""


def differences(part: Extent) -> str:
    """SQL for the rows `o` of what is told differently in a story, or of what the part's outlet tells one side."""
    if part.outlet is None:
        return "discrepancy_order o WHERE o.story = :scope"
    return """discrepancy_order o WHERE o.story = :scope AND o.discrepancy IN (
      SELECT x.discrepancy FROM hand h JOIN discrepancy_article x ON x.article = h.article
      JOIN article_order a ON a.article = x.article
      WHERE h.story = :scope AND h.name = :outlet AND a.outlet = :outlet)"""


# Which articles tell what is told differently in a story, in the order of the differences.
TELLING = """
SELECT o.discrepancy, x.article FROM discrepancy_order o JOIN discrepancy_article x ON x.discrepancy = o.discrepancy
WHERE o.story = :scope ORDER BY o.explained, o.kind, o.articles, o.discrepancy
"""
DIFFERENCES_NAMED = f"SELECT {columns(Discrepancy, 'd')} FROM discrepancy d WHERE d.id IN ({{ids}})"


def reported_in(part: Extent) -> str:
    """SQL for the ids of the articles that report the part's statements."""
    return f"SELECT r.article FROM report r WHERE r.statement IN ({part.statements})"


def differences_page(rows: str) -> str:
    """A page of these differences: conflicts before what is explained, figures before words, widely told first."""
    return f"""
SELECT o.every, {columns(Discrepancy, "d")} FROM (
  SELECT count(*) OVER () AS every, o.* FROM {rows} ORDER BY o.explained, o.kind, o.articles, o.discrepancy {PAGE}
) AS o JOIN discrepancy d ON d.id = o.discrepancy ORDER BY o.explained, o.kind, o.articles, o.discrepancy
"""


ARTICLES = "SELECT count(*) FROM story_source y WHERE y.story = :scope"
ARTICLES_BY_DAY = f"SELECT y.article FROM story_source y WHERE y.story = :scope ORDER BY y.number {PAGE}"


def reporting(part: Extent) -> str:
    """The ids of a story's articles that report a part of it, by day of publication."""
    kind, _ = part.only_facet
    if kind in {"party", "issue"}:
        return f"""
SELECT x.article FROM facet_article x WHERE x.scope = :scope AND x.kind = '{kind}' AND x.value = :{kind}
ORDER BY x.number
"""
    return f"""
SELECT y.article FROM story_source y WHERE y.story = :scope AND y.article IN ({reported_in(part)}) ORDER BY y.number
"""


# Those of some articles that report anything of the story.
ARTICLES_AMONG = """
SELECT y.article FROM story_article y WHERE y.story = :scope AND y.article IN ({ids})
AND EXISTS (SELECT 1 FROM report r WHERE r.article = y.article)
"""


# What a position comes to that was taken often: its reports and where they stand, the statement that shows it best,
# and those that most report.
POSITION_REPORTS = "SELECT o.reports, o.articles FROM position_order o WHERE o.position = :position"
POSITION_OUTLETS = "SELECT u.outlet FROM position_outlet u WHERE u.position = :position ORDER BY u.outlet"
POSITION_ORIGINS = "SELECT g.origins, g.independent_origins FROM position_origin g WHERE g.position = :position"
POSITION_BEST = f"""
SELECT {columns(Statement, "s")} FROM position_order o JOIN statement s ON s.id = o.best WHERE o.position = :position
"""
POSITION_PROMINENT = f"""
SELECT {columns(Statement, "s")} FROM position_statement l JOIN statement s ON s.id = l.statement
WHERE l.position = :position AND l.number <= :limit ORDER BY l.number
"""

# What the two sides of a comparison tell differently, and what of the left side's articles stands in the right's.
THROUGH = "SELECT h.article FROM hand h WHERE h.story = :scope AND h.name = :{0}"
DIFFER = """
discrepancy_order o WHERE o.story = :scope AND o.discrepancy IN (
  SELECT l.discrepancy FROM hand h JOIN discrepancy_article l ON l.article = h.article
  JOIN discrepancy_article r ON r.discrepancy = l.discrepancy AND r.value <> l.value
  JOIN hand g ON g.story = h.story AND g.name = :right AND g.article = r.article
  WHERE h.story = :scope AND h.name = :left)
"""
SHARED_BY_HANDS = f"""
WITH lefts (article) AS ({THROUGH.format("left")}), rights (article) AS ({THROUGH.format("right")})
SELECT l.article, {columns(Shared, "h")} FROM lefts l JOIN shared h ON h."left" = l.article
WHERE h."right" IN (SELECT r.article FROM rights r)
UNION
SELECT l.article, {columns(Shared, "h")} FROM lefts l JOIN shared h ON h."right" = l.article
WHERE h."left" IN (SELECT r.article FROM rights r)
ORDER BY 1, 2, 3 LIMIT :limit
"""
