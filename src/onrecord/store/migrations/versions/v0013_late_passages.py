"""Ids of passages that tell when their article came out: a server's columns must be made wide for them.

And indexes by which those who speak for an actor are found, and the lines that a passage shows.

Passages that are there keep their ids, and come after all others where the latest come first, until they are read anew.
"""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None
WIDE = {"passage": "id", "passage_words": "id", "spoken": "passage", "spoken_line": "passage"}


def upgrade() -> None:
    """Every id has 63 bits, and none is given by a sequence; how many passages there are need not be counted."""
    op.execute("DELETE FROM record WHERE key = 'passages'")
    op.execute("INSERT INTO record (key, value) SELECT 'passages', CAST(count(*) AS TEXT) FROM passage")
    op.create_index("actor_affiliation", "actor", ["affiliation"])
    op.create_index("spoken_line_passage", "spoken_line", ["passage"])
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute("ALTER TABLE passage ALTER COLUMN id DROP DEFAULT")
    op.execute("DROP SEQUENCE passage_id_seq")
    for table, column in WIDE.items():
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} TYPE BIGINT")
