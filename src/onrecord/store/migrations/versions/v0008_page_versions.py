"""When each capture was found where, which places are those of one page, and what earlier versions of pages report."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import op

from onrecord.store.migrations.spelling import create_quotations

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# A page fetched at one address, and a file at one path, has it for the address that its versions share; what its markup
# calls its address is added when it is read anew. A row of a table and what was piped in have none.
PLACES = """
UPDATE location SET last_seen_at = seen_at,
  address = CASE WHEN kind = 'url' OR (place NOT LIKE '-%' AND place NOT LIKE '%#%') THEN place END
"""

QUOTATIONS = """
CREATE VIEW quotations AS
SELECT t.id, CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END AS speaker,
  coalesce(td.said_on, t.said_on) AS said_on, t.form,
  {quotation} AS quotation,
  {cue} AS cue, a.outlet, coalesce(ad.published, a.published) AS published,
  a.headline, c.place, t."start", t.article, m.statement,
  (SELECT min(v.latest) FROM page_version v WHERE v.article = t.article AND NOT v.stands) AS version_of
FROM attribution t JOIN article a ON a.id = t.article JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN statement_member m ON m.attribution = t.id LEFT JOIN assigned g ON g.attribution = t.id
LEFT JOIN attribution_day td ON td.attribution = t.id LEFT JOIN article_day ad ON ad.article = a.id
"""


def upgrade() -> None:
    """The tables are there, empty until the record is derived anew; a text that is kept has its hash."""
    op.add_column("location", sa.Column("last_seen_at", sa.Text(), nullable=False, server_default=""))
    op.add_column("location", sa.Column("address", sa.Text()))
    op.create_index("location_address", "location", ["address", "sha256"])
    op.execute(PLACES)
    op.add_column("article", sa.Column("text_sha256", sa.Text()))
    _hash_texts(op.get_bind())
    op.add_column("statement", sa.Column("earlier", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("statement", sa.Column("withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()))
    _create_tables()
    op.execute("DROP VIEW quotations")
    create_quotations(QUOTATIONS)


def _hash_texts(connection: sa.Connection) -> None:
    for article in connection.scalars(sa.text("SELECT id FROM article WHERE text IS NOT NULL")).all():
        kept = connection.scalar(sa.text("SELECT text FROM article WHERE id = :id"), {"id": article})
        found = hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()
        connection.execute(
            sa.text("UPDATE article SET text_sha256 = :found WHERE id = :id"), {"found": found, "id": article}
        )


def _create_tables() -> None:
    op.create_table(
        "page_version",
        sa.Column("latest", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["latest"], ["article.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("latest", "number"),
    )
    op.create_index("page_version_article", "page_version", ["article"])
    op.create_table(
        "carried",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("attribution", "latest", "fate")),
        sa.Column("to", sa.Text()),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("content", "reasons")),
        sa.ForeignKeyConstraint(["attribution"], ["attribution.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["latest"], ["article.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["to"], ["attribution.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("attribution"),
    )
    op.create_table(
        "successor",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "successor")),
        sa.PrimaryKeyConstraint("id"),
    )
