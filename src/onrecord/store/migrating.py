"""Tables made in an empty file, and those of an older record brought up to date; for writers only."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from onrecord.store.schema import METADATA
from onrecord.store.sqlite import CREATE_QUOTATIONS, CREATE_SEARCH
from onrecord.store.versions import APPLICATION_ID, SCHEMA_VERSION, revision

MIGRATIONS = Path(__file__).parent / "migrations"
# As alembic itself makes it; by hand, because importing alembic takes longer than making a record.
CREATE_VERSION = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""


def make_tables(engine: Engine) -> None:
    """An empty database holds an empty record of the newest version; all of it or nothing."""
    with engine.begin() as connection:
        METADATA.create_all(connection, checkfirst=False)
        connection.exec_driver_sql(CREATE_SEARCH)
        connection.exec_driver_sql(CREATE_QUOTATIONS)
        connection.exec_driver_sql(CREATE_VERSION)
        connection.execute(
            text("INSERT INTO alembic_version (version_num) VALUES (:revision)"),
            {"revision": revision(SCHEMA_VERSION)},
        )
        mark(connection)


def migrate(engine: Engine, version: int = SCHEMA_VERSION) -> None:
    """The record has the tables of `version`; every step or none is done."""
    from alembic import command  # noqa: PLC0415 - slow to import, and a record is hardly ever migrated
    from alembic.config import Config  # noqa: PLC0415 - likewise

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision(version))
        mark(connection)


def mark(connection: Connection) -> None:
    """The file's header says that it is a record."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
