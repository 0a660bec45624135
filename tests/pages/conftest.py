from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.pages.coverage import write_record

from onrecord.store import View, open_view


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_record(tmp_path_factory.mktemp("record") / "harbour.db")


@pytest.fixture
def view(record: Path) -> Iterator[View]:
    with open_view(record) as opened:
        yield opened
