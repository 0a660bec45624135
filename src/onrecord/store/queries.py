"""The SQL of the view: one named query a question, in the SQL that SQLite and PostgreSQL share."""

# ruff: noqa: S608 - what is put into the text are the names of our own columns; values are bound

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from onrecord.records import (
    Actor,
    ActorEntity,
    Article,
    ArticleDay,
    Assigned,
    Attribution,
    Authority,
    Carried,
    Discrepancy,
    Entity,
    Event,
    Judgement,
    Link,
    Mention,
    Notice,
    PageVersion,
    Position,
    Rejected,
    SavedSearch,
    Shared,
    Statement,
    Story,
)
from onrecord.store.rows import fields_of

T = TypeVar("T")


def columns(record: type[Any], alias: str, **inferred: str) -> str:
    """The columns of a record's table, in the order in which its rows are read back; `inferred` stand for some."""
    return ", ".join(inferred.get(field.name, f'{alias}."{field.name}"') for field in fields_of(record))


def judged_columns(alias: str, judged: str, **inferred: str) -> str:
    """The columns of attributions, with the speaker that was judged where one was; `inferred` as in `columns`."""
    instead = {field.name for field in fields_of(Assigned)} - {"attribution"}
    speaker = {
        name: f'CASE WHEN {judged}.attribution IS NULL THEN {alias}."{name}" ELSE {judged}."{name}" END'
        for name in instead
    }
    return columns(Attribution, alias, **speaker, **inferred)


# Articles that do not count: a later version of their page stands in their place.
EARLIER = "SELECT v.article FROM page_version v WHERE NOT v.stands"
COUNTS = f"""
SELECT (SELECT count(*) FROM article a WHERE a.id NOT IN ({EARLIER})),
  (SELECT count(DISTINCT outlet) FROM article a WHERE a.id NOT IN ({EARLIER})),
  (SELECT count(*) FROM attribution t WHERE t.article NOT IN ({EARLIER})),
  (SELECT count(*) FROM statement WHERE attributions <> '[]'), (SELECT count(*) FROM actor),
  (SELECT count(*) FROM story), (SELECT count(*) FROM rejected),
  (SELECT count(DISTINCT article) FROM page_version WHERE article IN ({EARLIER}))
"""
FACT = "SELECT value FROM record WHERE key = :key"
VERSION = "SELECT version_num FROM alembic_version"

# search: what can be told of passages beside their words, and which passages report a statement
AT_ONCE = 100  # of which one query asks
IDS = ", ".join(f":id{number}" for number in range(AT_ONCE))
MATCHED = f"""
SELECT p.id, a.outlet, coalesce(ad.published, a.published),
  (SELECT min(v.latest) FROM page_version v WHERE v.article = p.article AND NOT v.stands),
  m.statement, s.speaker,
  coalesce(w.name, CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END),
  coalesce(s.said_on, td.said_on, t.said_on), t.form, t.addressee, t.relayed_by,
  (SELECT min(l.successor) FROM successor l WHERE l.id = p.attribution)
FROM passage p JOIN article a ON a.id = p.article LEFT JOIN article_day ad ON ad.article = a.id
LEFT JOIN attribution t ON t.id = p.attribution LEFT JOIN assigned g ON g.attribution = t.id
LEFT JOIN attribution_day td ON td.attribution = t.id LEFT JOIN statement_member m ON m.attribution = t.id
LEFT JOIN statement s ON s.id = m.statement LEFT JOIN actor w ON w.id = s.speaker
WHERE p.id IN ({IDS})
"""
REPORTED = f"""
SELECT m.statement, p.id FROM statement_member m JOIN attribution t ON t.id = m.attribution
JOIN passage p ON p.article = t.article AND p.attribution = t.id WHERE m.statement IN ({IDS})
"""
SPELLED = f"SELECT v.word, v.meaning FROM vocabulary v WHERE v.meaning IN ({IDS}) ORDER BY v.word"
# Where passages stand; and the same without the path of the article, which only puts those of several in order.
PASSAGES = f"""
SELECT p.id, c.place, p.kind, p.article, p.attribution, p."start", p."end"
FROM passage p JOIN article a ON a.id = p.article JOIN capture c ON c.sha256 = a.sha256 WHERE p.id IN ({IDS})
"""
PLACED = f"""
SELECT p.id, '', p.kind, p.article, p.attribution, p."start", p."end" FROM passage p WHERE p.id IN ({IDS})
"""
OUTLETS = "SELECT DISTINCT a.outlet FROM article a WHERE a.outlet IS NOT NULL ORDER BY a.outlet"
CONTENTS = f"SELECT t.id, t.content FROM attribution t WHERE t.id IN ({IDS})"
SHOWN = f"""
SELECT l.statement, o.issue, o.stance FROM position_statement l JOIN position o ON o.id = l.position
WHERE l.statement IN ({IDS}) ORDER BY o.issue, o.stance, o.id
"""


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in their order, as many at a time as one query asks of."""
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))


def named(ids: Sequence[Any]) -> dict[str, Any]:
    """The values of `IDS`; where there are fewer, the last stands for the others."""
    return {f"id{number}": ids[min(number, len(ids) - 1)] for number in range(AT_ONCE)}


# ground
ARTICLE_IDS = """
SELECT a.id FROM article a JOIN capture c ON c.sha256 = a.sha256 ORDER BY c.place, a.id
"""
# What a single capture gave, and beside it the same with the days that linked articles tell.
ARTICLE_READ = f"""
SELECT {columns(Article, "a")}, c.content
FROM article a JOIN capture c ON c.sha256 = a.sha256 WHERE a.id = :id
"""
PUBLISHED = {
    "published": "coalesce(d.published, a.published)",
    "published_basis": "CASE WHEN d.article IS NULL THEN a.published_basis ELSE 'inferred' END",
}
ARTICLE_COLUMNS = columns(Article, "a", **PUBLISHED)
ARTICLE = f"""
SELECT {ARTICLE_COLUMNS}, c.content FROM article a JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN article_day d ON d.article = a.id WHERE a.id = :id
"""
ARTICLE_DAY = f"SELECT {columns(ArticleDay, 'd')} FROM article_day d WHERE d.article = :article"
ARTICLE_IDS_FROM = "SELECT id FROM article WHERE id >= :low AND id < :high ORDER BY id LIMIT 20"
PLACE = "SELECT c.place FROM article a JOIN capture c ON c.sha256 = a.sha256 WHERE a.id = :id"
PLACES_LIKE = """
SELECT a.id, l.place FROM location l JOIN article a ON a.sha256 = l.sha256
WHERE l.place LIKE :ending ESCAPE '!' ORDER BY l.place, a.id
"""
LOCATIONS = """
SELECT l.place, l.kind, l.media_type, l.seen_at, l.last_seen_at
FROM location l JOIN article a ON a.sha256 = l.sha256 WHERE a.id = :id ORDER BY l.place
"""
CAPTURE = """
SELECT c.content, l.place, l.kind, l.media_type
FROM capture c JOIN location l ON l.sha256 = c.sha256 AND l.place = c.place WHERE c.sha256 = :sha256
"""
VERSION_AT = """
SELECT c.sha256, c.content, l.media_type, v.etag, v.last_modified
FROM validator v JOIN capture c ON c.sha256 = v.sha256 JOIN location l ON l.sha256 = v.sha256 AND l.place = v.url
WHERE v.url = :url
"""
ARCHIVED = """
SELECT c.sha256, l.place, l.kind, l.media_type, l.seen_at, v.etag, v.last_modified, a.id, a.headline
FROM capture c JOIN location l ON l.sha256 = c.sha256
LEFT JOIN validator v ON v.url = l.place AND v.sha256 = l.sha256 AND l.kind = 'url'
LEFT JOIN article a ON a.sha256 = c.sha256
WHERE :story IS NULL OR a.id IN (SELECT y.article FROM story_article y WHERE y.story = :story)
ORDER BY c.place, c.sha256, l.place, a.id
"""
# What newer steps made of captures, which takes the place of their articles when what follows from it is derived.
RENEWALS = "SELECT w.article, w.read_by, w.rejected, w.content FROM renewal w ORDER BY w.article"
RENEWAL = "SELECT w.article, w.read_by, w.rejected, w.content FROM renewal w WHERE w.article = :article"
HAS_RENEWALS = "SELECT 1 FROM renewal LIMIT 1"
GOING = "SELECT w.article FROM renewal w WHERE w.rejected"
RENEWED_IDS = f"""
SELECT a.id FROM article a JOIN capture c ON c.sha256 = a.sha256 WHERE a.id NOT IN ({GOING}) ORDER BY c.place, a.id
"""
# All places of the articles that were found where another was found too.
SIGHTINGS = f"""
SELECT l.address, l.place, l.kind, a.id, l.seen_at, l.last_seen_at
FROM location l JOIN article a ON a.sha256 = l.sha256
WHERE l.address IS NOT NULL AND l.sha256 IN (
  SELECT s.sha256 FROM location s WHERE s.address IN (
    SELECT m.address FROM location m WHERE m.address IS NOT NULL
    GROUP BY m.address HAVING min(m.sha256) < max(m.sha256)))
AND a.id NOT IN ({GOING})
ORDER BY l.address, l.place, a.id
"""
TEXT_HASH = "SELECT text_sha256 FROM article WHERE id = :id"
CAPTURE_HASHES = "SELECT sha256 FROM capture ORDER BY place, sha256"
READ_BY = "SELECT read_by FROM capture WHERE sha256 = :sha256"
GROUND = f"""
SELECT a.id, c.place, c.read_by FROM article a JOIN capture c ON c.sha256 = a.sha256 WHERE a.id NOT IN ({GOING})
ORDER BY a.id
"""
STALE_CAPTURES = """
SELECT place, sha256 FROM capture WHERE read_by <> :reading AND (place, sha256) > (:place, :sha256)
ORDER BY place, sha256 LIMIT :limit
"""
ATTRIBUTIONS_READ = f"""
SELECT {columns(Attribution, "t")} FROM attribution t WHERE t.article = :article ORDER BY t."start", t.id
"""
# The same with the speaker that was judged where one was, and the day that linked articles tell.
SAID_DAYS = {"said_on": "coalesce(d.said_on, t.said_on)", "said_basis": "coalesce(d.basis, t.said_basis)"}
TOLD = f"""
SELECT {judged_columns("t", "g", **SAID_DAYS)}
FROM attribution t LEFT JOIN assigned g ON g.attribution = t.id LEFT JOIN attribution_day d ON d.attribution = t.id
"""
ATTRIBUTIONS_OF = f"""{TOLD} WHERE t.article = :article ORDER BY t."start", t.id"""
ATTRIBUTION = f"{TOLD} WHERE t.id = :id"
ATTRIBUTIONS_NAMED = f"{TOLD} WHERE t.id IN ({{ids}})"
OUTLETS_NAMED = "SELECT a.id, a.outlet FROM article a WHERE a.id IN ({ids})"
PLACES = "SELECT a.id, c.place FROM article a JOIN capture c ON c.sha256 = a.sha256 WHERE a.id IN ({ids})"
ARTICLES_NAMED = f"""
SELECT {ARTICLE_COLUMNS}, c.content FROM article a JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN article_day d ON d.article = a.id WHERE a.id IN ({{ids}})
"""
HEADS_NAMED = f"""
SELECT {columns(Article, "a", text="''", **PUBLISHED)} FROM article a LEFT JOIN article_day d ON d.article = a.id
WHERE a.id IN ({{ids}})
"""
REPORTS_IN = "SELECT t.article, count(*) FROM attribution t WHERE t.article IN ({ids}) GROUP BY t.article"
EARLIER_AMONG = f"{EARLIER} AND v.article IN ({{ids}})"
MENTIONS_READ = f"""
SELECT {columns(Mention, "m")} FROM mention m WHERE m.article = :article ORDER BY m."start", m.id
"""
MENTIONS_OF = f"""
SELECT {columns(Mention, "m", edtf="coalesce(d.edtf, m.edtf)")} FROM mention m
LEFT JOIN mention_day d ON d.mention = m.id WHERE m.article = :article ORDER BY m."start", m.id
"""
ENTITIES_OF = f"""
SELECT {columns(Entity, "n")} FROM entity n WHERE n.article = :article ORDER BY n.first_start, n.id
"""
ENTITY = f"SELECT {columns(Entity, 'n')} FROM entity n WHERE n.id = :id"
REJECTED = f"""SELECT {columns(Rejected, "r")} FROM rejected r ORDER BY r."where" """

# judged
JUDGEMENTS = f"SELECT {columns(Judgement, 'j')} FROM judgement j ORDER BY j.number, j.id"
SEARCHES = f"SELECT {columns(SavedSearch, 'h')} FROM search h ORDER BY h.name, h.id"
AUTHORITIES = f"SELECT {columns(Authority, 'w')} FROM authority w ORDER BY w.wikidata"
AUTHORITY = f"SELECT {columns(Authority, 'w')} FROM authority w WHERE w.wikidata = :id"

# watched: what only articles tell whose captures nothing was told of before
IS_AT = """
SELECT 1 FROM location WHERE place = :place UNION ALL SELECT 1 FROM led WHERE address = :place LIMIT 1
"""
LISTING = "SELECT content, etag, last_modified FROM listing WHERE url = :url"
UNTOLD = """
SELECT a.id, a.sha256 FROM article a JOIN capture c ON c.sha256 = a.sha256
WHERE a.sha256 NOT IN (SELECT sha256 FROM told) ORDER BY c.place, a.id
"""
NEW_STATEMENTS = f"""
SELECT {columns(Statement, "s")} FROM statement s WHERE s.id IN (
  SELECT m.statement FROM article a JOIN attribution t ON t.article = a.id
  JOIN statement_member m ON m.attribution = t.id WHERE a.sha256 NOT IN (SELECT sha256 FROM told))
AND NOT EXISTS (
  SELECT 1 FROM statement_member m JOIN attribution t ON t.id = m.attribution JOIN article a ON a.id = t.article
  JOIN told d ON d.sha256 = a.sha256 WHERE m.statement = s.id)
ORDER BY s.rank, s.id
"""
LATEST_NOTICES = f"SELECT {columns(Notice, 'w')} FROM notice w ORDER BY w.number DESC LIMIT :limit"
UNACKNOWLEDGED = f"""
SELECT {columns(Notice, "w")} FROM unacknowledged u JOIN notice w ON w.id = u.notice
WHERE u.receiver = :receiver ORDER BY w.number
"""

# derived
ACTORS = f"SELECT {columns(Actor, 'p')} FROM actor p ORDER BY p.name, p.id"
ACTOR = f"SELECT {columns(Actor, 'p')} FROM actor p WHERE p.id = :id"
ACTORS_NAMED = f"SELECT {columns(Actor, 'p')} FROM actor p WHERE p.id IN ({IDS})"
ACTOR_NAMES = """
SELECT n.actor, n.folded FROM actor_name n JOIN actor p ON p.id = n.actor
WHERE n.folded LIKE :some ORDER BY p.name, p.id
"""
ACTOR_OF = "SELECT actor FROM actor_entity WHERE entity = :entity"
ACTOR_ENTITIES = f"SELECT {columns(ActorEntity, 'e')} FROM actor_entity e ORDER BY e.entity"
ENTITIES_OF_ACTOR = f"""
SELECT {columns(Entity, "n")} FROM actor_entity e JOIN entity n ON n.id = e.entity
JOIN article a ON a.id = n.article JOIN capture c ON c.sha256 = a.sha256
WHERE e.actor = :actor ORDER BY c.place, n.article, n.first_start, n.id
"""
SPEAKING_FOR = f"SELECT p.id FROM actor p WHERE p.affiliation IN ({IDS})"
SPEAKING = """
SELECT p.id, p.name, count(s.id) FROM actor p LEFT JOIN statement s ON s.speaker = p.id AND s.attributions <> '[]'
GROUP BY p.id, p.name ORDER BY p.name, p.id
"""
STATEMENTS = f"SELECT {columns(Statement, 's')} FROM statement s ORDER BY s.rank NULLS FIRST, s.id"
STATEMENTS_OF_ACTOR = f"""
SELECT {columns(Statement, "s")} FROM statement s WHERE s.speaker = :actor ORDER BY s.rank NULLS FIRST, s.id
"""
STATEMENTS_OF_STORY = f"""
SELECT {columns(Statement, "s")} FROM scoped c JOIN statement s ON s.id = c.statement
WHERE c.scope = :story AND (:actor IS NULL OR s.speaker = :actor) ORDER BY s.rank NULLS FIRST, s.id
"""
STATEMENT = f"SELECT {columns(Statement, 's')} FROM statement s WHERE s.id = :id"
STATEMENTS_NAMED = f"SELECT {columns(Statement, 's')} FROM statement s WHERE s.id IN ({IDS})"
STATEMENT_OF = "SELECT statement FROM statement_member WHERE attribution = :attribution"
STATEMENT_MEMBERS = "SELECT attribution, statement FROM statement_member ORDER BY attribution"
STORIES = f"""
SELECT {columns(Story, "y")} FROM story y ORDER BY (
  SELECT min(c.place) FROM story_article s JOIN article a ON a.id = s.article
  JOIN capture c ON c.sha256 = a.sha256 WHERE s.story = y.id), y.id
"""
STORY = f"SELECT {columns(Story, 'y')} FROM story y WHERE y.id = :id"
STORIES_OF_ARTICLE = "SELECT story FROM story_article WHERE article = :article ORDER BY story"
EVENTS = f"""
SELECT {columns(Event, "e")} FROM event e {{where}} ORDER BY e.story, e."on" IS NULL, e."on", e.id
"""
POSITIONS = f"""
SELECT {columns(Position, "o")} FROM position o {{where}}
ORDER BY o.story, o.actor_name, o.actor, o.issue, o.said_on, o.id
"""
DISCREPANCIES = f"""
SELECT {columns(Discrepancy, "d")} FROM discrepancy d {{where}} ORDER BY d.story, d.kind, d.about, d.id
"""
SHARED = f"""
SELECT {columns(Shared, "h")} FROM shared h WHERE h."left" = :article OR h."right" = :article
ORDER BY h."left", h."right"
"""
SHARED_AMONG = f"""
SELECT {columns(Shared, "h")} FROM shared h WHERE h."left" IN ({{ids}})
UNION ALL
SELECT {columns(Shared, "h")} FROM shared h WHERE h."right" IN ({{ids}})
"""
DUPLICATES = "SELECT d.article, d.original FROM duplicate d WHERE d.article IN ({ids})"
VERSIONS = "SELECT v.latest, count(*) FROM page_version v WHERE v.latest IN ({ids}) GROUP BY v.latest"
LINKS_AMONG = f"""
SELECT {columns(Link, "k")} FROM link k WHERE k.type = :type AND k."left" IN ({{ids}})
UNION ALL
SELECT {columns(Link, "k")} FROM link k WHERE k.type = :type AND k."right" IN ({{ids}})
"""
DUPLICATE_OF = "SELECT original FROM duplicate WHERE article = :article"
PAGE_VERSIONS = f"SELECT {columns(PageVersion, 'v')} FROM page_version v ORDER BY v.latest, v.number"
VERSIONS_OF = f"""
SELECT {columns(PageVersion, "v")} FROM page_version v WHERE v.latest IN (
  SELECT w.latest FROM page_version w WHERE w.article = :article)
ORDER BY v.latest, v.number
"""
VERSION_OF = "SELECT v.latest FROM page_version v WHERE v.article = :article AND NOT v.stands ORDER BY v.latest LIMIT 1"
CARRIED = f"SELECT {columns(Carried, 'c')} FROM carried c WHERE c.attribution = :attribution"
SUCCESSOR = "SELECT successor FROM successor WHERE id = :id"
# Of entities and attributions alone.
SUCCESSORS = """
SELECT id, successor FROM successor WHERE (id >= 'n' AND id < 'o') OR (id >= 't' AND id < 'u') ORDER BY id
"""
LINKS = f"""
SELECT {columns(Link, "k")} FROM link k
WHERE (:type IS NULL OR k.type = :type) AND (:id IS NULL OR k."left" = :id OR k."right" = :id)
ORDER BY k.type, k."left", k."right"
"""
# Each half by an index of its own, which a choice between both would pass by.
LINKS_OF = f"""
SELECT {columns(Link, "k")} FROM link k WHERE k.type = :type AND k."left" = :id
UNION ALL
SELECT {columns(Link, "k")} FROM link k WHERE k.type = :type AND k."right" = :id AND k."left" <> :id
"""


def where(**asked: str | None) -> str:
    """The condition that each of these columns is what the value of its name is; none where it is None."""
    given = [f"{name} = :{name}" for name, value in asked.items() if value is not None]
    return f"WHERE {' AND '.join(given)}" if given else ""
