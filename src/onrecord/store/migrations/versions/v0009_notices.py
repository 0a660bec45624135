"""What was told of the record as it grew and to whom it is still to be, and what need not be told or asked again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables are there, empty until the record is watched."""
    required = ("id", "kind", "told_at", "title", "lines", "places", "subject")
    op.create_table(
        "notice",
        *(sa.Column(name, sa.Text(), nullable=False) for name in required),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("actor", "said_on", "story")),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("notice_number", "notice", ["number"])
    op.create_table(
        "unacknowledged",
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["notice"], ["notice.id"]),
        sa.PrimaryKeyConstraint("receiver", "notice"),
    )
    op.create_table(
        "told",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["capture.sha256"]),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "led",
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("address"),
    )
    op.create_table(
        "listing",
        sa.Column("url", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("etag", "last_modified")),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("url"),
    )
