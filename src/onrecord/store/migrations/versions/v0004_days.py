"""The days that linked articles tell of undated ones, and the view of quotations with them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.migrations.spelling import create_quotations

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

QUOTATIONS = """
CREATE VIEW quotations AS
SELECT t.id, CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END AS speaker,
  coalesce(td.said_on, t.said_on) AS said_on, t.form,
  {quotation} AS quotation,
  {cue} AS cue, a.outlet, coalesce(ad.published, a.published) AS published,
  a.headline, c.place, t."start", t.article, m.statement
FROM attribution t JOIN article a ON a.id = t.article JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN statement_member m ON m.attribution = t.id LEFT JOIN assigned g ON g.attribution = t.id
LEFT JOIN attribution_day td ON td.attribution = t.id LEFT JOIN article_day ad ON ad.article = a.id
"""


def upgrade() -> None:
    """The tables are there, empty until the record is derived anew; the view shows their days."""
    _day_table("article", sa.Column("published", sa.Text(), nullable=False), "reasons")
    _day_table("attribution", sa.Column("said_on", sa.Text(), nullable=False), "basis")
    _day_table("mention", sa.Column("edtf", sa.Text(), nullable=False))
    op.execute("DROP VIEW quotations")
    create_quotations(QUOTATIONS)


def _day_table(of: str, day: sa.Column[str], *told: str) -> None:
    op.create_table(
        f"{of}_day",
        sa.Column(of, sa.Text(), nullable=False),
        day,
        *(sa.Column(name, sa.Text(), nullable=False) for name in told),
        sa.ForeignKeyConstraint([of], [f"{of}.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint(of),
    )
