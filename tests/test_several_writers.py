"""Builds into one PostgreSQL, at once and one after the other, and the same in a file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.test_laws import ALL, NOW, OPTIONS

from onrecord.engine import LocalEngine
from onrecord.pages.export import jsonl
from onrecord.pipeline import build, steps_of
from onrecord.store import Locator, Server, open_view, open_writer

BUILDERS = 4
EXAMPLES = Path(__file__).parents[1] / "examples/coverage"
MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00")
# A builder that archives its share of the articles, waits for the word to go on, reads and derives.
BUILDER = """
import sys
sys.path[:] = {path!r}
from tests.test_several_writers import *
built = take_part(Server({address!r}), {first}, {step})
print(built.articles, flush=True)
"""


def take_part(record: Locator, first: int, step: int) -> Any:
    """A build of every `step`th article, which begins when a line comes in."""
    with open_writer(record, steps_of(OPTIONS)) as writer, LocalEngine() as engine:
        print("open", flush=True)  # noqa: T201 - the test reads it
        sys.stdin.readline()
        return build(ALL[first::step], writer, engine, OPTIONS, NOW)


def exported(record: Locator) -> bytes:
    with open_view(record) as view:
        return b"".join(jsonl(view))


def build_all(record: Locator) -> bytes:
    with open_writer(record, steps_of(OPTIONS)) as writer, LocalEngine() as engine:
        build(ALL, writer, engine, OPTIONS, NOW)
    return exported(record)


def at_once(record: Server, shares: list[tuple[int, int]]) -> list[int]:
    """Builders of these shares of the articles, all begun at one time; how many articles each of them read."""
    codes = [BUILDER.format(path=sys.path, address=record.address, first=first, step=step) for first, step in shares]
    builders = [
        subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for code in codes
    ]
    for builder in builders:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "open\n"
    for builder in builders:
        assert builder.stdin is not None
        builder.stdin.write("go\n")
        builder.stdin.flush()
    answers = [builder.communicate()[0] for builder in builders]
    assert [builder.returncode for builder in builders] == [0] * len(builders)
    return [int(answer) for answer in answers]


@pytest.fixture(scope="module")
def in_a_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of a file that was built by one."""
    return build_all(tmp_path_factory.mktemp("file") / "record.db")


def test_a_record_in_postgresql_is_that_of_a_file(cluster: Any, in_a_file: bytes) -> None:
    assert build_all(cluster.empty()) == in_a_file


def test_four_writers_at_once_end_in_the_same_record_as_one(cluster: Any, in_a_file: bytes) -> None:
    record = cluster.empty()
    read = at_once(record, [(first, BUILDERS) for first in range(BUILDERS)])
    assert sum(read) == len(ALL)
    assert exported(record) == in_a_file


@pytest.mark.slow
def test_four_writers_of_the_same_articles_share_them(cluster: Any, in_a_file: bytes) -> None:
    record = cluster.empty()
    read = at_once(record, [(0, 1)] * BUILDERS)
    assert sum(read) == len(ALL)
    assert exported(record) == in_a_file


@pytest.mark.slow
def test_what_several_wrote_is_not_made_again(cluster: Any) -> None:
    record = cluster.empty()
    at_once(record, [(0, 2), (1, 2)])
    with open_writer(record, steps_of(OPTIONS)) as writer, LocalEngine() as engine:
        again = build(ALL, writer, engine, OPTIONS, NOW)
    assert (again.articles, again.derived) == (0, False)


FILE, ADDRESS = "record-in-file1.db", "postgresql:///toll"  # of one length, so that lines break alike


def commands(record: str, home: Path, **environment: str) -> dict[str, str]:
    """What each command prints of the record, with its name taken out."""
    words = [
        ["watch", str(EXAMPLES / "quenzagazette_brief_kaldavia.txt"), "-o", record, "--once", "--tagger", "rules"],
        ["build", str(EXAMPLES), "-o", record, "--tagger", "rules"],
        ["build", "-o", record, "--tagger", "rules"],
        ["brief", record], ["positions", record], ["timeline", record], ["differ", record], ["sources", record],
        ["origins", record, "--format", "json"], ["search", record, "toll*"], ["verify", record],
        ["versions", record],
        ["who", record, "Vantor"], ["text", record, "quenzagazette_brief_kaldavia.txt"],
        ["rename", record, "Vantor", "Captain Vantor", "--by", "Ada"],
        ["who", record, "Captain Vantor"], ["undo", record], ["judgements", record],
        ["export", record],
    ]  # fmt: skip
    return {" ".join(each).replace(record, "RECORD"): said(each, record, home, environment) for each in words}


def said(arguments: list[str], record: str, home: Path, environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", "onrecord", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=home, env=os.environ | environment)
    assert done.returncode == 0, done.stderr
    return MOMENT.sub("MOMENT", done.stdout).replace(record, "RECORD")


@pytest.mark.slow
def test_every_command_prints_of_an_address_what_it_prints_of_a_file(cluster: Any, tmp_path: Path) -> None:
    cluster.ask(cluster.database, "CREATE DATABASE toll")
    of_file = commands(FILE, tmp_path)
    of_server = commands(ADDRESS, tmp_path, **cluster.environment)
    assert of_server == of_file
    assert list(tmp_path.iterdir()) == [tmp_path / FILE]
