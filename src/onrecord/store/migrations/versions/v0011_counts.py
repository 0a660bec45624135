"""What is counted and put in order when derived rows are, so that a page asks for no more than it shows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables are there, empty until the record is derived anew, as it is at the next build."""
    _orders()
    _scopes()
    _positions()
    op.drop_index("actor_entity_actor", "actor_entity")
    op.create_index("actor_entity_actor", "actor_entity", ["actor", "entity"])
    op.execute("DELETE FROM record WHERE key = 'derived_from'")


def _text(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=nullable) for name in names]


def _numbers(*names: str, nullable: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=nullable) for name in names]


def _orders() -> None:
    op.create_table(
        "article_order",
        *_text("article"),
        *_numbers("place", nullable=True),
        *_numbers("day"),
        *_text("outlet", "published", nullable=True),
        *_text("seen_at"),
        sa.PrimaryKeyConstraint("article"),
    )
    op.create_index("article_order_place", "article_order", ["place"])
    op.create_table(
        "statement_order",
        *_text("statement", "first_day", "last_day"),
        *_numbers("place", nullable=True),
        *_text("seen_at", nullable=True),
        sa.PrimaryKeyConstraint("statement"),
    )
    op.create_table(
        "story_order",
        *_text("story"),
        *_numbers("number", "articles", "outlets", "undated", "statements", "positions", "differences"),
        *_text("seen_at", nullable=True),
        sa.PrimaryKeyConstraint("story"),
    )
    op.create_table(
        "story_source",
        *_text("story"),
        *_numbers("number"),
        *_text("article"),
        sa.PrimaryKeyConstraint("story", "number"),
    )
    op.create_index("story_order_number", "story_order", ["number"])
    op.create_index("story_order_seen_at", "story_order", ["seen_at", "story"])
    op.create_table("speaker", *_text("actor"), *_numbers("number", "statements"), sa.PrimaryKeyConstraint("actor"))
    op.create_index("speaker_number", "speaker", ["number"])


def _scopes() -> None:
    op.create_table(
        "scoped",
        *_text("scope", "statement"),
        *_numbers("place", nullable=True),
        *_text("first_day", "last_day"),
        *_text("seen_at", nullable=True),
        sa.PrimaryKeyConstraint("scope", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_index("scoped_place", "scoped", ["scope", "place", "statement"])
    op.create_index("scoped_first_day", "scoped", ["scope", "first_day", "last_day", "place", "statement"])
    op.create_index("scoped_last_day", "scoped", ["scope", "last_day", "place", "statement"])
    op.create_index("scoped_seen_at", "scoped", ["scope", "seen_at", "statement"])
    op.create_table(
        "facet",
        *_text("scope", "kind", "value", "statement"),
        sa.PrimaryKeyConstraint("scope", "kind", "value", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tally",
        *_text("scope", "kind"),
        *_numbers("number"),
        *_text("value"),
        *_numbers("statements"),
        sa.PrimaryKeyConstraint("scope", "kind", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report",
        *_text("statement", "article"),
        sa.PrimaryKeyConstraint("statement", "article"),
        sqlite_with_rowid=False,
    )
    op.create_index("report_article", "report", ["article", "statement"])
    op.create_table(
        "hand",
        *_text("story", "name", "article"),
        sa.PrimaryKeyConstraint("story", "name", "article"),
        sqlite_with_rowid=False,
    )
    op.create_index("tally_value", "tally", ["scope", "kind", "value"])


def _positions() -> None:
    op.create_table(
        "position_order",
        *_text("position", "story", "first_day", "last_day"),
        *_numbers("number", nullable=True),
        sa.PrimaryKeyConstraint("position"),
    )
    op.create_index("position_order_story", "position_order", ["story", "number"])
    op.create_table(
        "position_statement", *_text("position", "statement"), sa.PrimaryKeyConstraint("position", "statement")
    )
    op.create_index("position_statement_statement", "position_statement", ["statement"])
    op.create_table(
        "holder",
        *_text("actor"),
        *_numbers("number"),
        *_text("position"),
        sa.PrimaryKeyConstraint("actor", "number"),
    )
    op.create_table(
        "discrepancy_order",
        *_text("discrepancy", "story"),
        *_numbers("explained", "kind", "articles"),
        sa.PrimaryKeyConstraint("discrepancy"),
    )
    columns = ["story", "explained", "kind", "articles", "discrepancy"]
    op.create_index("discrepancy_order_story", "discrepancy_order", columns)
    op.create_table(
        "discrepancy_article",
        *_text("discrepancy", "article"),
        *_numbers("value"),
        sa.PrimaryKeyConstraint("discrepancy", "article", "value"),
    )
    op.create_index("discrepancy_article_article", "discrepancy_article", ["article"])
