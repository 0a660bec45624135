"""How the tables of `plotted` and `spoken` are filled from the rows that were just derived, in SQL that both share."""

# ruff: noqa: S608 - what is put into the text is SQL of our own

from __future__ import annotations

# From a spokesman up to his state; a chain that is longer is none.
CHAIN = """
WITH RECURSIVE chain (speaker, actor, depth) AS (
  SELECT p.id, p.id, 1 FROM actor p
  UNION ALL
  SELECT c.speaker, p.affiliation, c.depth + 1 FROM chain c JOIN actor p ON p.id = c.actor
  WHERE p.affiliation IS NOT NULL AND c.depth < 8
)
"""
# A row is the last of those for whom the speaker speaks, each name once; the line is that which is furthest from
# neither side; a turn is the first statement of a line that changed.
STORY_POINTS = f"""
INSERT INTO plotted (scope, statement, name, speaker, first_day, last_day, position, stance, turns)
{CHAIN}, named (speaker, name, depth) AS (
  SELECT h.speaker, p.name, min(h.depth) FROM chain h JOIN actor p ON p.id = h.actor GROUP BY h.speaker, p.name
), ended (speaker, name, depth, number) AS (
  SELECT n.speaker, n.name, n.depth, row_number() OVER (PARTITION BY n.speaker ORDER BY n.depth DESC) FROM named n
), party (speaker, name, own) AS (
  SELECT e.speaker, e.name, CASE WHEN e.depth > 1 THEN n.name ELSE '' END
  FROM ended e JOIN named n ON n.speaker = e.speaker AND n.depth = 1 WHERE e.number = 1
), shown (story, statement, position, stance, number) AS (
  SELECT q.story, l.statement, l.position, o.stance,
    row_number() OVER (PARTITION BY q.story, l.statement ORDER BY q.weight DESC, l.position DESC)
  FROM position_statement l JOIN position_order q ON q.position = l.position JOIN position o ON o.id = l.position
), begun (story, statement, number) AS (
  SELECT q.story, l.statement,
    row_number() OVER (PARTITION BY l.position ORDER BY d.first_day, d.last_day, l.statement)
  FROM position o JOIN position_order q ON q.position = o.id JOIN position_statement l ON l.position = o.id
  JOIN statement_order d ON d.statement = l.statement WHERE o.changed IS NOT NULL
), turned (story, statement) AS (SELECT DISTINCT b.story, b.statement FROM begun b WHERE b.number = 1)
SELECT c.scope, c.statement, coalesce(p.name, ''), coalesce(p.own, ''), d.drawn_first, d.drawn_last,
  coalesce(w.position, ''), coalesce(w.stance, ''), CASE WHEN t.statement IS NULL THEN 0 ELSE 1 END
FROM scoped c JOIN story y ON y.id = c.scope JOIN statement s ON s.id = c.statement
JOIN statement_order d ON d.statement = c.statement LEFT JOIN party p ON p.speaker = s.speaker
LEFT JOIN shown w ON w.story = c.scope AND w.statement = c.statement AND w.number = 1
LEFT JOIN turned t ON t.story = c.scope AND t.statement = c.statement
"""
STORY_DAYS = """
INSERT INTO plotted_day (scope, name, story, day, stance, last_day, statements, turns)
SELECT c.scope, c.name, '', coalesce(c.first_day, ''), c.stance, max(c.last_day), count(*), sum(c.turns)
FROM plotted c GROUP BY c.scope, c.name, coalesce(c.first_day, ''), c.stance
"""
STORY_ROWS = """
INSERT INTO plotted_row (scope, name, story, speaker, statements, dated, first_day, last_day)
SELECT c.scope, c.name, '', c.speaker, count(*), count(c.first_day), min(c.first_day), max(c.last_day)
FROM plotted c GROUP BY c.scope, c.name, c.speaker
"""
# For each position the issue as the latest of those that followed one another has it, as far as its holder has them.
FOLLOWED = """
WITH RECURSIVE following (actor, before, position, number) AS (
  SELECT h.actor, p.changed, h.position, row_number() OVER (PARTITION BY h.actor, p.changed ORDER BY h.number DESC)
  FROM holder h JOIN position p ON p.id = h.position WHERE p.changed IS NOT NULL
), latest (actor, position, issue) AS (
  SELECT f.actor, f.position, p.issue FROM following f JOIN position p ON p.id = f.position
  LEFT JOIN following n ON n.actor = f.actor AND n.before = f.position WHERE f.number = 1 AND n.before IS NULL
  UNION
  SELECT l.actor, f.before, l.issue FROM latest l
  JOIN following f ON f.actor = l.actor AND f.position = l.position AND f.number = 1
)
UPDATE holder SET issue = found.issue FROM latest AS found
WHERE found.actor = holder.actor AND found.position = holder.position
"""
UNFOLLOWED = """
UPDATE holder SET issue = (SELECT p.issue FROM position p WHERE p.id = holder.position) WHERE issue IS NULL
"""
ACTOR_DAYS = """
INSERT INTO plotted_day (scope, name, story, day, stance, last_day, statements, turns)
WITH begun (position, statement, number) AS (
  SELECT l.position, l.statement,
    row_number() OVER (PARTITION BY l.position ORDER BY d.first_day, d.last_day, l.statement)
  FROM position o JOIN position_statement l ON l.position = o.id JOIN statement_order d ON d.statement = l.statement
  WHERE o.changed IS NOT NULL
)
SELECT h.actor, h.issue, p.story, coalesce(d.drawn_first, ''), p.stance, max(d.drawn_last), count(*), count(b.number)
FROM holder h JOIN position p ON p.id = h.position JOIN position_statement l ON l.position = h.position
JOIN statement_order d ON d.statement = l.statement
LEFT JOIN begun b ON b.position = l.position AND b.statement = l.statement AND b.number = 1
GROUP BY h.actor, h.issue, p.story, coalesce(d.drawn_first, ''), p.stance
"""
ACTOR_ROWS = """
INSERT INTO plotted_row (scope, name, story, speaker, statements, dated, first_day, last_day)
SELECT n.scope, n.name, n.story, '', sum(n.statements), sum(CASE WHEN n.day = '' THEN 0 ELSE n.statements END),
  min(CASE WHEN n.day = '' THEN NULL ELSE n.day END), max(n.last_day)
FROM plotted_day n WHERE n.story <> '' GROUP BY n.scope, n.name, n.story
"""
PLACES = """
UPDATE plotted_row SET number = found.number FROM (
  SELECT g.scope, g.name, g.story, row_number() OVER (PARTITION BY g.scope
    ORDER BY CASE WHEN g.name = '' THEN 1 ELSE 0 END, g.dated DESC, g.statements DESC, g.name, g.story) AS number
  FROM (
    SELECT r.scope, r.name, r.story, sum(r.dated) AS dated, sum(r.statements) AS statements
    FROM plotted_row r GROUP BY r.scope, r.name, r.story
  ) AS g
) AS found WHERE found.scope = plotted_row.scope AND found.name = plotted_row.name AND found.story = plotted_row.story
"""
TOTALS = """
INSERT INTO plotted_total (scope, day, stance, statements, turns)
SELECT n.scope, n.day, n.stance, sum(n.statements), sum(n.turns) FROM plotted_day n WHERE n.day <> ''
GROUP BY n.scope, n.day, n.stance
"""
# Where nobody was told apart, the name that was given stands for who speaks.
SPOKEN = """
INSERT INTO spoken (passage, number, voice)
SELECT p.id,
  row_number() OVER (ORDER BY coalesce(s.said_on, '') DESC, s.rank, c.place, t.article, p."start", p."end", t.id),
  coalesce(s.speaker, '=' || coalesce(CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END, ''))
FROM statement s JOIN statement_member m ON m.statement = s.id JOIN attribution t ON t.id = m.attribution
JOIN passage p ON p.article = t.article AND p.attribution = t.id JOIN article a ON a.id = t.article
JOIN capture c ON c.sha256 = a.sha256 LEFT JOIN assigned g ON g.attribution = t.id
"""
SPOKEN_LINES = """
INSERT INTO spoken_line (issue, stance, passage)
SELECT DISTINCT o.issue, o.stance, p.id FROM position o JOIN position_statement l ON l.position = o.id
JOIN statement_member m ON m.statement = l.statement JOIN attribution t ON t.id = m.attribution
JOIN passage p ON p.article = t.article AND p.attribution = t.id
"""
STEPS = (
    STORY_POINTS, STORY_DAYS, STORY_ROWS, FOLLOWED, UNFOLLOWED, ACTOR_DAYS, ACTOR_ROWS, PLACES, TOTALS, SPOKEN,
    SPOKEN_LINES,
)  # fmt: skip
