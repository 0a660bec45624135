"""The tables of a record: one a type, its columns from the type's own fields, and what joins them.

A change here needs a migration in `migrations/versions` that makes the same change to older records, and
the next number in `versions.SCHEMA_VERSION`; tests compare what the migrations make with what stands here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DefaultClause,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
)
from sqlalchemy.types import TypeEngine

from onrecord.records import (
    Actor,
    ActorEntity,
    Article,
    ArticleDay,
    Assigned,
    Attribution,
    AttributionDay,
    Authority,
    Carried,
    Discrepancy,
    Duplicate,
    Entity,
    Event,
    Judgement,
    Link,
    Mention,
    MentionDay,
    Notice,
    PageVersion,
    Position,
    Rejected,
    SavedSearch,
    Shared,
    Statement,
    StatementMember,
    Story,
    Successor,
)
from onrecord.store.rows import fields_of

METADATA = MetaData()
PASSAGE_ID = BigInteger().with_variant(Integer, "sqlite")  # SQLite knows a row's number by the name INTEGER
COLUMN_TYPES: dict[type[Any], type[TypeEngine[Any]]] = {str: Text, int: Integer, float: Float, bool: Boolean}

# Fields that came to be after the table's own columns: a migration puts them behind all others.
LATE = {"statement": ("earlier", "withdrawn")}


def _table(name: str, record: type[Any], keys: tuple[str, ...], links: dict[str, str], *more: Column[Any]) -> Table:
    """The table of a record: `keys` name a row, `links` lead to other tables' columns."""
    columns = [
        Column(
            field.name,
            COLUMN_TYPES[field.stored],
            *_link(links.get(field.name)),
            primary_key=field.name in keys,
            nullable=field.nullable,
        )
        for field in fields_of(record)
    ]
    late = LATE.get(name, ())
    ordered = [column for column in columns if column.name not in late]
    return Table(name, METADATA, *ordered, *more, *(column for column in columns if column.name in late))


def _link(target: str | None) -> tuple[ForeignKey, ...]:
    # Derived rows come in any order, so whether each leads somewhere is asked when all of them are in.
    return (ForeignKey(target, deferrable=True, initially="DEFERRED"),) if target else ()


# What the record says of itself: `made_by`, `reading` and the `tagger` that reads, `derived_from`, how many `passages`
# it has.
RECORD = Table(
    "record",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
# `content` is compressed by zlib; `place` is the least of the capture's locations; `read_by` the version of
# the steps that last read it, empty until then.
CAPTURE = Table(
    "capture",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("captured_at", Text, nullable=False),
    Column("read_by", Text, nullable=False, server_default=""),
    Column("content", LargeBinary, nullable=False),
    Index("capture_place", "place", "sha256"),
    Index("capture_read_by", "read_by"),
)
# Every path and address at which the same bytes were found, and when first and last; `address` is what all places of
# one page have in common, null of a place that says nothing of what is found there next time.
LOCATION = Table(
    "location",
    METADATA,
    Column("sha256", Text, ForeignKey("capture.sha256"), primary_key=True),
    Column("place", Text, primary_key=True),
    Column("kind", String(4), nullable=False),
    Column("media_type", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("last_seen_at", Text, nullable=False, server_default=""),
    Column("address", Text),
    Index("location_place", "place"),
    Index("location_address", "address", "sha256"),
)
# What a server calls the version of a page that was archived last, where it has names for versions (RFC 9110, 8.8).
VALIDATOR = Table(
    "validator",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("sha256", Text, ForeignKey("capture.sha256"), nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
)
# `text` is null where it is exactly the capture's bytes decoded by `encoding`; else `text_sha256` is that of its UTF-8.
ARTICLE = _table("article", Article, ("id",), {"sha256": "capture.sha256"}, Column("text_sha256", Text))
ARTICLE.c.text.nullable = True
ARTICLE.c.facts.server_default = DefaultClause("[]")
Index("article_sha256", ARTICLE.c.sha256)
# A table has an index of each column that leads to another: who takes a row out there asks what led to it.
ENTITY = _table("entity", Entity, ("id",), {"article": "article.id"})
Index("entity_article", ENTITY.c.article)
ATTRIBUTION = _table(
    "attribution",
    Attribution,
    ("id",),
    {"article": "article.id", "entity": "entity.id"},
    Column("start", Integer, nullable=False),
)
Index("attribution_article", ATTRIBUTION.c.article)
Index("attribution_entity", ATTRIBUTION.c.entity)
MENTION = _table(
    "mention",
    Mention,
    ("id",),
    {"article": "article.id", "entity": "entity.id"},
    Column("start", Integer, nullable=False),
)
Index("mention_article", MENTION.c.article)
Index("mention_entity", MENTION.c.entity)
REJECTED = _table("rejected", Rejected, ("where",), {})
# What full-text search finds: a paragraph or a quotation; the search index has its words under the same id.
PASSAGE = Table(
    "passage",
    METADATA,
    Column("id", PASSAGE_ID, primary_key=True, autoincrement=False),
    Column("article", Text, ForeignKey("article.id"), nullable=False),
    Column("attribution", Text, ForeignKey("attribution.id")),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("passage_article", "article"),
    Index("passage_attribution", "attribution"),
)
# The words of all passages as the search index has them, each with what `meanings.meaning` makes of it: which words of
# the record may stand for another is found by it. A change to `meaning` needs a migration that fills it again.
VOCABULARY = Table(
    "vocabulary",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("meaning", Text, nullable=False),
    Index("vocabulary_meaning", "meaning", "word"),
)

# What newer steps made of captures whose articles stand as older steps read them, until the derived rows follow from
# it: a reading or, where it is `rejected`, a rejection, as compressed JSON.
RENEWAL = Table(
    "renewal",
    METADATA,
    Column("sha256", Text, ForeignKey("capture.sha256"), primary_key=True),
    Column("article", Text, nullable=False),
    Column("read_by", Text, nullable=False),
    Column("rejected", Boolean, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("renewal_article", "article"),
)

# What people judged, in the order in which they did; nothing that is derived ever changes it.
JUDGEMENT = _table("judgement", Judgement, ("id",), {}, Column("number", Integer, nullable=False))
# Searches that people keep by name.
SEARCH = _table("search", SavedSearch, ("id",), {})
# The file of authorities that a build was given, entry by entry.
AUTHORITY = _table("authority", Authority, ("wikidata",), {})

# What was told of the record as it grew, in the order in which it was; which of it a receiver has not acknowledged;
# and the captures whose articles can tell nothing new any more.
NOTICE = _table("notice", Notice, ("id",), {}, Column("number", Integer, nullable=False))
Index("notice_number", NOTICE.c.number)
UNACKNOWLEDGED = Table(
    "unacknowledged",
    METADATA,
    Column("receiver", Text, primary_key=True),
    Column("notice", Text, ForeignKey("notice.id"), primary_key=True),
)
TOLD = Table(
    "told",
    METADATA,
    Column("sha256", Text, ForeignKey("capture.sha256"), primary_key=True),
)
# Addresses that led to pages which are archived under another.
LED = Table("led", METADATA, Column("address", Text, primary_key=True))
# Feeds and other lists of pages as they were read last, with their servers' names for that version; zlib-compressed.
LISTING = Table(
    "listing",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("content", LargeBinary, nullable=False),
)

LINK = _table("link", Link, ("type", "left", "right"), {})
Index("link_right", LINK.c.type, LINK.c.right)
ACTOR = _table("actor", Actor, ("id",), {"affiliation": "actor.id"})
Index("actor_affiliation", ACTOR.c.affiliation)
# An actor's name and aliases, folded as `words.fold` does, so that a name is found however it is typed.
ACTOR_NAME = Table(
    "actor_name",
    METADATA,
    Column("actor", Text, ForeignKey("actor.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    Column("folded", Text, primary_key=True),
    Index("actor_name_folded", "folded"),
)
ACTOR_ENTITY = _table("actor_entity", ActorEntity, ("entity",), {"entity": "entity.id", "actor": "actor.id"})
Index("actor_entity_actor", ACTOR_ENTITY.c.actor, ACTOR_ENTITY.c.entity)
# `rank` is the place of a statement by its first attribution: by article path, then offset.
STATEMENT = _table(
    "statement",
    Statement,
    ("id",),
    {"speaker": "actor.id"},
    Column("rank", Integer),
)
STATEMENT.c.earlier.server_default = DefaultClause("[]")
STATEMENT.c.withdrawn.server_default = DefaultClause(false())
Index("statement_rank", STATEMENT.c.rank, STATEMENT.c.id)
Index("statement_speaker", STATEMENT.c.speaker)
STATEMENT_MEMBER = _table(
    "statement_member",
    StatementMember,
    ("attribution",),
    {"attribution": "attribution.id", "statement": "statement.id"},
)
Index("statement_member_statement", STATEMENT_MEMBER.c.statement)
STORY = _table("story", Story, ("id",), {})
# The articles of a story, one a row: `story.articles` in a form that joins.
STORY_ARTICLE = Table(
    "story_article",
    METADATA,
    Column("story", Text, ForeignKey("story.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    Column("article", Text, ForeignKey("article.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    Index("story_article_article", "article"),
)
EVENT = _table("event", Event, ("id",), {"story": "story.id"})
Index("event_story", EVENT.c.story)
POSITION = _table("position", Position, ("id",), {"story": "story.id", "actor": "actor.id"})
Index("position_story", POSITION.c.story)
Index("position_actor", POSITION.c.actor)
# The days that linked articles tell of undated ones; the ground tables keep what each article tells alone.
ARTICLE_DAY = _table("article_day", ArticleDay, ("article",), {"article": "article.id"})
ATTRIBUTION_DAY = _table("attribution_day", AttributionDay, ("attribution",), {"attribution": "attribution.id"})
MENTION_DAY = _table("mention_day", MentionDay, ("mention",), {"mention": "mention.id"})
# What two articles share word for word, and of which article each copy is one.
SHARED = _table("shared", Shared, ("left", "right"), {"left": "article.id", "right": "article.id"})
Index("shared_right", SHARED.c.right)
DUPLICATE = _table("duplicate", Duplicate, ("article",), {"article": "article.id", "original": "article.id"})
Index("duplicate_original", DUPLICATE.c.original)
# The versions of pages, and what became of what earlier ones report.
PAGE_VERSION = _table(
    "page_version", PageVersion, ("latest", "number"), {"article": "article.id", "latest": "article.id"}
)
Index("page_version_article", PAGE_VERSION.c.article)
CARRIED = _table(
    "carried",
    Carried,
    ("attribution",),
    {"attribution": "attribution.id", "latest": "article.id", "to": "attribution.id"},
)
Index("carried_latest", CARRIED.c.latest)
Index("carried_to", CARRIED.c.to)
SUCCESSOR = _table("successor", Successor, ("id",), {})
DISCREPANCY = _table("discrepancy", Discrepancy, ("id",), {"story": "story.id"})
Index("discrepancy_story", DISCREPANCY.c.story)

# What judgements say of attributions, in the place of what was read.
ASSIGNED = _table("assigned", Assigned, ("attribution",), {"attribution": "attribution.id", "entity": "entity.id"})
Index("assigned_entity", ASSIGNED.c.entity)

DERIVED: dict[type[Any], Table] = {
    Link: LINK,
    Actor: ACTOR,
    ActorEntity: ACTOR_ENTITY,
    Statement: STATEMENT,
    StatementMember: STATEMENT_MEMBER,
    Story: STORY,
    Event: EVENT,
    Position: POSITION,
    Discrepancy: DISCREPANCY,
    Assigned: ASSIGNED,
    ArticleDay: ARTICLE_DAY,
    AttributionDay: ATTRIBUTION_DAY,
    MentionDay: MENTION_DAY,
    Shared: SHARED,
    Duplicate: DUPLICATE,
    PageVersion: PAGE_VERSION,
    Carried: CARRIED,
    Successor: SUCCESSOR,
}
# In an order in which rows can be deleted; the rows that belong to an article, before the article.
DERIVED_TABLES = (
    SUCCESSOR, CARRIED, PAGE_VERSION, MENTION_DAY, ATTRIBUTION_DAY, ARTICLE_DAY, DUPLICATE, SHARED,
    DISCREPANCY, POSITION, EVENT, STORY_ARTICLE, STORY, STATEMENT_MEMBER, STATEMENT, ACTOR_ENTITY, ACTOR_NAME,
    ACTOR, LINK, ASSIGNED,
)  # fmt: skip
