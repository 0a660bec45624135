"""Tables made in an empty file, and those of an older record brought up to date; for writers only."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from onrecord.store import counted, plotted, spoken  # noqa: F401 - their tables are among the schema's
from onrecord.store.database import Writing
from onrecord.store.schema import METADATA
from onrecord.store.versions import SCHEMA_VERSION, revision

MIGRATIONS = Path(__file__).parent / "migrations"
# As alembic itself makes it; by hand, because importing alembic takes longer than making a record.
CREATE_VERSION = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""


def bring_up_to_date(writing: Writing, version: int | None) -> None:
    """A record whose tables were of `version`, or that had none, has those of the newest."""
    if version is None:
        make_tables(writing)
    elif version < SCHEMA_VERSION:
        migrate(writing)


def make_tables(writing: Writing) -> None:
    """An empty database holds an empty record of the newest version; all of it or nothing."""
    with writing.engine.begin() as connection:
        METADATA.create_all(connection, checkfirst=False)
        for statement in (*writing.own_tables, CREATE_VERSION):
            connection.exec_driver_sql(statement)
        connection.execute(
            text("INSERT INTO alembic_version (version_num) VALUES (:revision)"),
            {"revision": revision(SCHEMA_VERSION)},
        )
        connection.exec_driver_sql(writing.mark)


def migrate(writing: Writing, version: int = SCHEMA_VERSION) -> None:
    """The record has the tables of `version`; every step or none is done."""
    from alembic import command  # noqa: PLC0415 - slow to import, and a record is hardly ever migrated
    from alembic.config import Config  # noqa: PLC0415 - likewise

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision(version))
        connection.exec_driver_sql(writing.mark)
