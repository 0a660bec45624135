"""Which version of the tables this onrecord knows, and what marks a file as a record."""

from __future__ import annotations

SCHEMA_VERSION = 14  # the number of the last migration in `migrations/versions`
APPLICATION_ID = 0x6F6E7263  # "onrc", in the file's header: https://www.sqlite.org/fileformat.html


def revision(version: int) -> str:
    """The name alembic knows the version by: 2 is "0002"."""
    return f"{version:04d}"
