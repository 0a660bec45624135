"""What alembic runs: the revisions, over the connection that `onrecord.store.migrating` has opened."""

from __future__ import annotations

from alembic import context

from onrecord.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite alters a column by making its table anew
)
context.run_migrations()
