from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from tests import postgres

# A slow moment of a shared machine fails no property. In CI, hypothesis's own profile draws the same examples
# every time, so that a run can be repeated.
settings.register_profile("house", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("house")


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL of these tests' own; without one, those that need it are skipped."""
    found = postgres.programs()
    if found is None:
        pytest.skip("no PostgreSQL on this machine: apt-get install postgresql, or put its programs on the PATH")
    with postgres.running(found) as running:
        yield running
