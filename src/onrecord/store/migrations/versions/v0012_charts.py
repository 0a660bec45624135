"""What charts draw and what the fields of a search ask for, ready when derived rows are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables are there, empty until the record is derived anew, as it is at the next build."""
    op.add_column("statement_order", sa.Column("drawn_first", sa.Text(), nullable=True))
    op.add_column("statement_order", sa.Column("drawn_last", sa.Text(), nullable=True))
    for name in ("weight", "reports", "articles"):
        op.add_column("position_order", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("position_order", sa.Column("best", sa.Text(), nullable=True))
    op.add_column("position_statement", sa.Column("number", sa.Integer(), nullable=True))
    op.create_index("position_statement_number", "position_statement", ["position", "number"])
    op.create_table(
        "position_outlet",
        *_text("position", "outlet"),
        sa.PrimaryKeyConstraint("position", "outlet"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "position_origin",
        *_text("position", "origins"),
        *_numbers("independent_origins"),
        sa.PrimaryKeyConstraint("position", "origins", "independent_origins"),
        sqlite_with_rowid=False,
    )
    op.add_column("holder", sa.Column("issue", sa.Text(), nullable=True))
    op.drop_table("story_source")
    op.create_table(
        "story_source",
        *_text("story"),
        *_numbers("number"),
        *_text("article"),
        sa.PrimaryKeyConstraint("story", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facet_article",
        *_text("scope", "kind", "value"),
        *_numbers("number"),
        *_text("article"),
        sa.PrimaryKeyConstraint("scope", "kind", "value", "number"),
        sqlite_with_rowid=False,
    )
    _plotted()
    _spoken()
    op.execute("DELETE FROM record WHERE key = 'derived_from'")


def _text(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=nullable) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _plotted() -> None:
    op.create_table(
        "plotted",
        *_text("scope", "statement", "name", "speaker"),
        *_text("first_day", "last_day", nullable=True),
        *_text("position", "stance"),
        *_numbers("turns"),
        sa.PrimaryKeyConstraint("scope", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "plotted_row",
        *_text("scope", "name", "story", "speaker"),
        *_numbers("statements", "dated"),
        *_text("first_day", "last_day", nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("scope", "name", "story", "speaker"),
        sqlite_with_rowid=False,
    )
    op.create_index("plotted_row_number", "plotted_row", ["scope", "number"])
    op.create_table(
        "plotted_day",
        *_text("scope", "name", "story", "day", "stance"),
        *_text("last_day", nullable=True),
        *_numbers("statements", "turns"),
        sa.PrimaryKeyConstraint("scope", "name", "story", "day", "stance"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "plotted_total",
        *_text("scope", "day", "stance"),
        *_numbers("statements", "turns"),
        sa.PrimaryKeyConstraint("scope", "day", "stance"),
        sqlite_with_rowid=False,
    )


def _spoken() -> None:
    op.create_table(
        "spoken",
        sa.Column("passage", sa.Integer(), autoincrement=False, nullable=False),
        *_numbers("number"),
        *_text("voice"),
        sa.PrimaryKeyConstraint("passage"),
    )
    op.create_index("spoken_number", "spoken", ["number"])
    op.create_index("spoken_voice", "spoken", ["voice", "number"])
    op.create_table(
        "spoken_line",
        *_text("issue", "stance"),
        *_numbers("passage"),
        sa.PrimaryKeyConstraint("issue", "stance", "passage"),
        sqlite_with_rowid=False,
    )
    op.create_index("spoken_line_stance", "spoken_line", ["stance", "passage"])
    op.create_table(
        "issue_word", *_text("stem", "issue"), sa.PrimaryKeyConstraint("stem", "issue"), sqlite_with_rowid=False
    )
