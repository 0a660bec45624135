"""What a page's markup tells of its article, each fact with where it was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The column is there, empty until pages are read."""
    op.add_column("article", sa.Column("facts", sa.Text(), nullable=False, server_default="[]"))
