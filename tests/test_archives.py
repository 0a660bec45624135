"""Builds of web archives: killed, resumed, and two at a time. The coverage is planted."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.planted.archive import write_archive

PAGES = 60
MOMENTS = 20
SEED = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """An archive, what is exported of it where nothing interrupts the build, and how long that build takes."""

    archive: Path
    export: bytes
    seconds: float

    def moments(self) -> list[float]:
        """When builds are to be killed: seconds after they begin, the latest just before they would end."""
        dice = random.Random(SEED)  # noqa: S311 - no secret
        return [dice.uniform(0, self.seconds) for _ in range(MOMENTS)]


def command(archive: Path, record: Path) -> list[str]:
    how = ["--tagger", "rules", "--processes", "2"]
    return [sys.executable, "-m", "onrecord", "build", str(archive), "-o", str(record), *how]


def build(archive: Path, record: Path) -> None:
    subprocess.run(command(archive, record), check=True, capture_output=True)


def build_killed_after(seconds: float, archive: Path, record: Path) -> bool:
    """Whether the build was still at work when it was killed."""
    with subprocess.Popen(command(archive, record), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as building:
        try:
            building.wait(seconds)
        except subprocess.TimeoutExpired:
            os.kill(building.pid, signal.SIGKILL)
    return building.returncode == -signal.SIGKILL


def exported(record: Path) -> bytes:
    written = subprocess.run([sys.executable, "-m", "onrecord", "export", str(record)], check=True, capture_output=True)
    return written.stdout


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("whole")
    write_archive(folder / "news.warc.gz", PAGES)
    begun = time.monotonic()
    build(folder / "news.warc.gz", folder / "record.db")
    seconds = time.monotonic() - begun
    return Whole(archive=folder / "news.warc.gz", export=exported(folder / "record.db"), seconds=seconds)


@pytest.mark.slow
def test_a_build_killed_at_any_moment_and_resumed_ends_in_the_same_record(whole: Whole, tmp_path: Path) -> None:
    killed = 0
    for number, moment in enumerate(whole.moments()):
        record = tmp_path / f"{number}.db"
        killed += build_killed_after(moment, whole.archive, record)
        build(whole.archive, record)
        assert exported(record) == whole.export, f"killed after {moment:.2f} of {whole.seconds:.2f} seconds"
    assert killed > MOMENTS / 2  # else the builds were over before they could be killed


@pytest.mark.slow
def test_a_build_killed_again_and_again_ends_in_the_same_record(whole: Whole, tmp_path: Path) -> None:
    killed = [build_killed_after(moment, whole.archive, tmp_path / "r.db") for moment in sorted(whole.moments())]
    build(whole.archive, tmp_path / "r.db")
    assert exported(tmp_path / "r.db") == whole.export
    assert killed.count(True) > MOMENTS / 4


# Two builders of one record


def build_begun(archive: Path, record: Path) -> subprocess.Popen[str]:
    """A build that holds the record."""
    building = subprocess.Popen(command(archive, record), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    lock = record.with_name(f"{record.name}-writer")
    while building.poll() is None and not (lock.exists() and lock.read_text(encoding="ascii") == str(building.pid)):
        time.sleep(0.01)
    return building


@pytest.mark.slow
def test_of_two_builders_one_waits_or_is_told_and_the_record_is_that_of_both(whole: Whole, tmp_path: Path) -> None:
    other = tmp_path / "other.warc.gz"
    write_archive(other, PAGES, seed=8)
    with build_begun(whole.archive, tmp_path / "r.db") as first:
        second = subprocess.run(command(other, tmp_path / "r.db"), text=True, capture_output=True, check=False)
        assert first.wait() == 0
    if second.returncode:  # as where the machine is slow
        assert f"process {first.pid} is writing to the record" in second.stderr
        build(other, tmp_path / "r.db")
    build(whole.archive, tmp_path / "alone.db")
    build(other, tmp_path / "alone.db")
    assert exported(tmp_path / "r.db") == exported(tmp_path / "alone.db")


@pytest.mark.slow
def test_a_builder_that_would_wait_too_long_is_told_who_holds_the_record(whole: Whole, tmp_path: Path) -> None:
    write_archive(tmp_path / "large.warc.gz", 1_000)
    with build_begun(tmp_path / "large.warc.gz", tmp_path / "r.db") as first:
        second = subprocess.run(command(whole.archive, tmp_path / "r.db"), text=True, capture_output=True, check=False)
        os.kill(first.pid, signal.SIGKILL)
    assert f"process {first.pid} is writing to the record" in second.stderr
    assert second.returncode == 3
