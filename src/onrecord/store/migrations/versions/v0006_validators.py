"""What a server calls the version of a page that is archived, to be asked whether there is another."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The table is there, empty until a page is fetched."""
    op.create_table(
        "validator",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("url", "sha256")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("etag", "last_modified")),
        sa.ForeignKeyConstraint(["sha256"], ["capture.sha256"]),
        sa.PrimaryKeyConstraint("url"),
    )
