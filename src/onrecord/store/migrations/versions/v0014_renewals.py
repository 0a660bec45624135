"""What newer steps read waits beside what older ones read; and what leads to a row is found without reading a table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None
INDEXES = {
    "attribution": ("entity",),
    "mention": ("entity",),
    "passage": ("attribution",),
    "assigned": ("entity",),
    "duplicate": ("original",),
    "carried": ("latest", "to"),
}


def upgrade() -> None:
    """Nothing waits yet."""
    op.create_table(
        "renewal",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("sha256", "article", "read_by")),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["capture.sha256"]),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_index("renewal_article", "renewal", ["article"])
    for table, columns in INDEXES.items():
        for column in columns:
            op.create_index(f"{table}_{column}", table, [column])
