"""A view for people who open the record in datasette or another browser of tables: one quotation a row."""

from __future__ import annotations

from onrecord.store.migrations.spelling import create_quotations

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

QUOTATIONS = """
CREATE VIEW quotations AS
SELECT t.id, t.speaker_name AS speaker, t.said_on, t.form,
  {quotation} AS quotation,
  {cue} AS cue, a.outlet, a.published, a.headline, c.place, t."start", t.article,
  m.statement
FROM attribution t JOIN article a ON a.id = t.article JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN statement_member m ON m.attribution = t.id
"""


def upgrade() -> None:
    """The view is there."""
    create_quotations(QUOTATIONS)
