"""What articles share word for word, and which are copies of which."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables are there, empty until the record is derived anew."""
    op.create_table(
        "shared",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("left", "right", "sharing")),
        sa.Column("score", sa.Float(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("left_shared", "left_of", "right_shared", "right_of")
        ),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("passages", "reasons")),
        *(
            sa.ForeignKeyConstraint([side], ["article.id"], initially="DEFERRED", deferrable=True)
            for side in ("left", "right")
        ),
        sa.PrimaryKeyConstraint("left", "right"),
    )
    op.create_index("shared_right", "shared", ["right"])
    op.create_table(
        "duplicate",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["original"], ["article.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("article"),
    )
