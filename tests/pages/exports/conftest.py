from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from tests.pages.coverage import write_record

from onrecord.cli.door import run
from onrecord.pages.exports import EXPORTS
from onrecord.store import View, open_view

Written = Callable[[str], Path]


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_record(tmp_path_factory.mktemp("record") / "harbour.db")


@pytest.fixture
def view(record: Path) -> Iterator[View]:
    with open_view(record) as opened:
        yield opened


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The record of the examples that come with onrecord, by the rules tagger."""
    record = tmp_path_factory.mktemp("examples") / "examples.db"
    coverage = str(files("onrecord") / "examples" / "coverage")
    assert run(["build", coverage, "-o", str(record), "--tagger", "rules", "--processes", "1"]) == 0
    with open_view(record) as view:
        yield view


@pytest.fixture
def written(view: View, tmp_path: Path) -> Written:
    """The folder in which the tables of a form lie."""

    def write(form: str) -> Path:
        for name, pieces in EXPORTS[form].files(view):
            (tmp_path / name).write_bytes(b"".join(pieces))
        return tmp_path

    return write
