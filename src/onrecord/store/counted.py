"""Tables of what is counted and put in order when derived rows are: what a page of a large record asks for at once.

They say nothing that the other derived rows and the ground do not say; they are emptied and filled in the transaction
that replaces those, so that no count is ever another than the list that it counts. Scopes are stories and actors; the
scope of the whole record has no name.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from onrecord.store.schema import METADATA


def _key(name: str) -> Column[str]:
    # Whether it leads anywhere need not be asked: these rows are made from rows of which it was.
    return Column(name, Text, primary_key=True)


# `place` is that of the article by path, null of an earlier version of a page; `day` that by day of publication.
ARTICLE_ORDER = Table(
    "article_order",
    METADATA,
    _key("article"),
    Column("place", Integer),
    Column("day", Integer, nullable=False),
    Column("outlet", Text),
    Column("published", Text),
    Column("seen_at", Text, nullable=False),
    Index("article_order_place", "place"),
)
# `place` is lower the more prominent the statement; the days are the bounds of what its date can mean, and those on
# which a chart draws it, null where it has no place there.
STATEMENT_ORDER = Table(
    "statement_order",
    METADATA,
    _key("statement"),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("place", Integer),
    Column("seen_at", Text),
    Column("drawn_first", Text),
    Column("drawn_last", Text),
)
SCOPED = Table(
    "scoped",
    METADATA,
    _key("scope"),
    _key("statement"),
    Column("place", Integer),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("seen_at", Text),
    Index("scoped_place", "scope", "place", "statement"),
    Index("scoped_first_day", "scope", "first_day", "last_day", "place", "statement"),
    Index("scoped_last_day", "scope", "last_day", "place", "statement"),
    Index("scoped_seen_at", "scope", "seen_at", "statement"),
    sqlite_with_rowid=False,
)
# Which articles report a statement, as far as they count.
REPORT = Table(
    "report",
    METADATA,
    _key("statement"),
    _key("article"),
    Index("report_article", "article", "statement"),
    sqlite_with_rowid=False,
)
# Through whose hands the words of a story's article went: its outlet's, and those of agencies.
HAND = Table("hand", METADATA, _key("story"), _key("name"), _key("article"), sqlite_with_rowid=False)
# What a statement of a scope can be found by: an outlet, an agency, a party, an issue.
FACET = Table(
    "facet",
    METADATA,
    _key("scope"),
    _key("kind"),
    _key("value"),
    _key("statement"),
    sqlite_with_rowid=False,
)
# The articles of a story that report what a party said, or what was said on an issue; `number` is their order by day.
FACET_ARTICLE = Table(
    "facet_article",
    METADATA,
    _key("scope"),
    _key("kind"),
    _key("value"),
    Column("number", Integer, primary_key=True),
    Column("article", Text, nullable=False),
    sqlite_with_rowid=False,
)
# How many statements each value of a facet has in a scope, a day among them, the most frequent first.
TALLY = Table(
    "tally",
    METADATA,
    _key("scope"),
    _key("kind"),
    Column("number", Integer, primary_key=True),
    Column("value", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("tally_value", "scope", "kind", "value"),
    sqlite_with_rowid=False,
)
# The articles of a story by their day of publication.
STORY_SOURCE = Table(
    "story_source",
    METADATA,
    _key("story"),
    Column("number", Integer, primary_key=True),
    Column("article", Text, nullable=False),
    sqlite_with_rowid=False,
)
# `number` is the place of a story by its size; `seen_at` is when the record had the last of its articles.
STORY_ORDER = Table(
    "story_order",
    METADATA,
    _key("story"),
    Column("number", Integer, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("articles", "outlets", "undated")),
    *(Column(name, Integer, nullable=False) for name in ("statements", "positions", "differences")),
    Column("seen_at", Text),
    Index("story_order_number", "number"),
    Index("story_order_seen_at", "seen_at", "story"),
)
# The days are those that the first of a position's dates can mean; `number` is its place among all positions, `weight`
# how far it is from neither side, in tenths; `best` is the statement that shows it best.
POSITION_ORDER = Table(
    "position_order",
    METADATA,
    _key("position"),
    Column("story", Text, nullable=False),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("number", Integer),
    *(Column(name, Integer) for name in ("weight", "reports", "articles")),
    Column("best", Text),
    Index("position_order_story", "story", "number"),
)
# `number` is the place of the statement among the position's, the most prominent first.
POSITION_STATEMENT = Table(
    "position_statement",
    METADATA,
    _key("position"),
    _key("statement"),
    Column("number", Integer),
    Index("position_statement_statement", "statement"),
    Index("position_statement_number", "position", "number"),
)
# The outlets that report a position's statements.
POSITION_OUTLET = Table("position_outlet", METADATA, _key("position"), _key("outlet"), sqlite_with_rowid=False)
# Whose page has the position: the party's, and those of all who spoke for it; `issue` is what the latest of the lines
# that followed it there has.
HOLDER = Table(
    "holder",
    METADATA,
    _key("actor"),
    Column("number", Integer, primary_key=True),
    Column("position", Text, nullable=False),
    Column("issue", Text),
)
# What is no conflict comes behind, then by kind; `articles` is the more below zero, the more tell it.
DISCREPANCY_ORDER = Table(
    "discrepancy_order",
    METADATA,
    _key("discrepancy"),
    Column("story", Text, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("explained", "kind", "articles")),
    Index("discrepancy_order_story", "story", "explained", "kind", "articles", "discrepancy"),
)
# Which article tells which value of it, by the value's number.
DISCREPANCY_ARTICLE = Table(
    "discrepancy_article",
    METADATA,
    _key("discrepancy"),
    _key("article"),
    Column("value", Integer, primary_key=True),
    Index("discrepancy_article_article", "article"),
)
# Those who say anything that counts, the most quoted first.
SPEAKER = Table(
    "speaker",
    METADATA,
    _key("actor"),
    Column("number", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("speaker_number", "number"),
)
# The origins of a position's statements, as each has them, and how many are independent; each such pair once.
POSITION_ORIGIN = Table(
    "position_origin",
    METADATA,
    _key("position"),
    _key("origins"),
    Column("independent_origins", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
COUNTED_TABLES = (
    ARTICLE_ORDER, STATEMENT_ORDER, SCOPED, REPORT, HAND, FACET, FACET_ARTICLE, TALLY, STORY_SOURCE, STORY_ORDER,
    POSITION_ORDER, POSITION_STATEMENT, POSITION_OUTLET, POSITION_ORIGIN, HOLDER, DISCREPANCY_ORDER,
    DISCREPANCY_ARTICLE, SPEAKER,
)  # fmt: skip
