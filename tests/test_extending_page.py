"""docs/extending.md: the package that it shows is installed and used as it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.tour import ROOT

from onrecord.clean import AddedReader, CleanOptions
from onrecord.pipeline import BuildOptions, steps_of

PAGE = (ROOT / "docs/extending.md").read_text(encoding="utf-8")
WIRE = """\
Ferry stays in port|2031-05-04|The Quay Gazette
Harbour Minister Ilse Oram shouted NOBODY WILL PAY TO GO HOME.

She stood at the quay on Sunday, where forty ferries lay idle.
"""


def blocks(language: str) -> str:
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A folder to work in, where the package of the page is installed."""

    folder: Path
    packages: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        paths = [str(self.packages), str(ROOT / "src")]
        return subprocess.run(
            (sys.executable, "-m", "onrecord", *command),
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            capture_output=True,
            text=True,
            check=False,
        )

    def build(self, *more: str) -> subprocess.CompletedProcess[str]:
        return self.run("build", "wire", "-o", "r.db", "--tagger", "shouting", "--processes", "1", *more)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    packages, wire = tmp_path / "packages", tmp_path / "wire"
    project = tomllib.loads(blocks("toml"))["project"]
    information = packages / f"{project['name']}-{project['version']}.dist-info"
    information.mkdir(parents=True)
    wire.mkdir()
    told = "".join(
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in entries.items())
        for group, entries in project["entry-points"].items()
    )
    (information / "entry_points.txt").write_text(told, encoding="utf-8")
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (information / "METADATA").write_text(metadata, encoding="utf-8")
    (packages / "quay.py").write_text(blocks("python"), encoding="utf-8")
    (wire / "one.quay").write_text(WIRE, encoding="utf-8")
    return Desk(folder=tmp_path, packages=packages)


def test_a_reader_a_tagger_and_an_export_work_together(desk: Desk) -> None:
    built = desk.build()
    assert built.returncode == 0, built.stderr
    exported = desk.run("export", "r.db", "--format", "lines")
    assert exported.stdout == "Ilse Oram: NOBODY WILL PAY TO GO HOME.\n", exported.stderr


def test_an_added_reader_tells_headline_day_and_outlet(desk: Desk) -> None:
    desk.build()
    told = desk.run("export", "r.db").stdout.splitlines()[0]
    assert '"outlet":"The Quay Gazette"' in told
    assert '"headline":"Ferry stays in port"' in told
    assert '"published":"2031-05-04"' in told


def test_what_an_added_reader_read_verifies_against_the_archive(desk: Desk) -> None:
    desk.build()
    verified = desk.run("verify", "r.db")
    assert verified.returncode == 0
    assert "all stand in the archive" in " ".join(verified.stdout.split())
    assert "otherwise" not in verified.stdout


def test_what_an_added_reader_cannot_read_is_listed_with_its_words(desk: Desk) -> None:
    (desk.folder / "wire" / "two.quay").write_text("no head at all\n", encoding="utf-8")
    assert desk.build().returncode == 0
    assert "its first line is not" in desk.run("sources", "r.db", "--rejected").stdout


def test_the_names_that_were_added_are_told(desk: Desk) -> None:
    assert "shouting" in desk.run("build", "--help").stdout
    assert "lines" in desk.run("export", "--help").stdout
    refused = desk.run("export", "r.db", "--format", "linse")
    assert (refused.returncode, "'lines'" in refused.stderr) == (2, True)


def test_an_addition_that_cannot_be_loaded_is_told_with_its_package(desk: Desk) -> None:
    (desk.packages / "quay.py").write_text("import nothing_of_that_name\n", encoding="utf-8")
    refused = desk.build()
    assert refused.returncode == 2
    assert "shouting: quay adds it, but quay:ShoutingTagger could not be loaded" in refused.stderr


def test_readers_are_part_of_the_steps_only_where_there_are_any() -> None:
    reader = AddedReader(ending="quay", place="quay:read_wire", version="1.0")
    plain, more = BuildOptions(), BuildOptions(clean=CleanOptions(readers=(reader,)))
    assert "reader" not in steps_of(plain).reading
    assert "quay:read_wire" in steps_of(more).reading


@pytest.mark.slow
def test_mypy_takes_the_package_of_the_page_for_a_strictly_typed_one(desk: Desk) -> None:
    command = (sys.executable, "-m", "mypy", "--strict", "--config-file=", "quay.py")
    done = subprocess.run(command, cwd=desk.packages, capture_output=True, text=True, check=False)
    assert done.stdout == "Success: no issues found in 1 source file\n"
