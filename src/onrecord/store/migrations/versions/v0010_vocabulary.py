"""The words that search by meaning knows, filled with those of all passages; and searches that are kept by name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.migrations.spelling import words_of_the_index
from onrecord.text.meanings import meaning

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables are there, and the vocabulary holds all words of the search index."""
    vocabulary = op.create_table(
        "vocabulary",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word"),
    )
    words = [{"word": word, "meaning": meaning(word)} for word in words_of_the_index()]
    op.bulk_insert(vocabulary, words)
    op.create_index("vocabulary_meaning", "vocabulary", ["meaning", "word"])
    op.create_table(
        "search",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "name", "query", "facets", "made", "by")),
        sa.PrimaryKeyConstraint("id"),
    )
