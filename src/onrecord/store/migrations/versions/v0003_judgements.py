"""What people judged, the authorities a build was given, and the speakers that were judged, also in the quotations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.migrations.spelling import create_quotations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

QUOTATIONS = """
CREATE VIEW quotations AS
SELECT t.id, CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END AS speaker, t.said_on, t.form,
  {quotation} AS quotation,
  {cue} AS cue, a.outlet, a.published, a.headline, c.place, t."start", t.article,
  m.statement
FROM attribution t JOIN article a ON a.id = t.article JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN statement_member m ON m.attribution = t.id LEFT JOIN assigned g ON g.attribution = t.id
"""


def upgrade() -> None:
    """The tables and the view are there."""
    op.create_table(
        "judgement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "authority",
        sa.Column("wikidata", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("wikidata"),
    )
    op.create_table(
        "assigned",
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("speaker_name", sa.Text(), nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("speaker_reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["attribution"], ["attribution.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["entity"], ["entity.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("attribution"),
    )
    op.execute("DROP VIEW quotations")
    create_quotations(QUOTATIONS)
