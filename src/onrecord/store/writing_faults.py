"""What SQLAlchemy raises while a record is written, as the database's complaint; reading does without SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError


@contextmanager
def unwrapped() -> Iterator[None]:
    """Within it, SQLAlchemy's errors are raised as what the database complains of.

    What breaks a constraint is our own mistake, not the database's, and stays what it is.
    """
    try:
        yield
    except DBAPIError as error:
        if isinstance(error, IntegrityError) or not isinstance(error.orig, Exception):
            raise
        raise error.orig from error
