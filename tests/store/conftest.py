from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

import onrecord
from onrecord.records import (
    Actor,
    ActorEntity,
    Article,
    Attribution,
    Capture,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    MentionKind,
    Reading,
    Segment,
    SegmentKind,
    Span,
    Statement,
    StatementMember,
    Story,
)
from onrecord.records.ids import content_id, sha256_of
from onrecord.store import Locator, Steps, View, Writer, create, open_view, open_writer

NOW = "2031-05-04T09:00:00+00:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record in one of the databases; the tests of the contract are the same for each."""

    path: Locator

    def create(self) -> None:
        create(self.path)

    def writer(self, steps: Steps | None = None) -> AbstractContextManager[Writer]:
        return open_writer(self.path, steps or Steps(reading="r1", deriving="d1"))

    def view(self) -> AbstractContextManager[View]:
        return open_view(self.path)


Places = Callable[[], Locator]


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """Gives a place where a record can be made, another each time; first files, then databases of PostgreSQL."""
    if request.param == "postgresql":
        empty: Places = request.getfixturevalue("cluster").empty
        return empty
    numbers = itertools.count(1)
    return lambda: tmp_path / f"record{next(numbers)}.db"


@pytest.fixture
def record(places: Places) -> Record:
    return Record(path=places())


class Coverage:
    """Articles of outlets that don't exist, read without a tagger: “…” is a quotation of Ilse Oram."""

    now = NOW

    def capture(self, path: str, text: str) -> Capture:
        content = text.encode()
        return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=path)

    def reading(self, text: str, outlet: str = "Northern Courier") -> Reading:
        sha256 = sha256_of(text.encode())
        article = content_id("article", sha256)
        segments = tuple(self._segments(text))
        who = Entity(
            id=content_id("entity", article, "Ilse Oram"),
            article=article,
            name="Ilse Oram",
            names=("Ilse Oram", "Minister Oram"),
            kind=EntityKind.PERSON,
        )
        return Reading(
            article=Article(id=article, sha256=sha256, text=text, encoding="utf-8", segments=segments, outlet=outlet),
            attributions=tuple(self._quotations(text, article, who.id)),
            mentions=tuple(self._numbers(text, article)),
            entities=(who,),
        )

    def derived(self, readings: list[Reading]) -> list[Statement | StatementMember | Actor | ActorEntity | Story]:
        """One statement an attribution, all by one actor, all in one story."""
        actor = Actor(id="p1", name="Ilse Oram", kind=EntityKind.PERSON, aliases=("Minister Oram", "Ilse Orám"))
        story = Story(id="y1", headline="Tolls", articles=tuple(sorted(row.article.id for row in readings)))
        rows: list[Statement | StatementMember | Actor | ActorEntity | Story] = [actor, story]
        for reading in readings:
            rows += [ActorEntity(entity=entity.id, actor="p1") for entity in reading.entities]
            for attribution in reading.attributions:
                statement = content_id("statement", attribution.id)
                rows.append(StatementMember(attribution=attribution.id, statement=statement))
                rows.append(
                    Statement(
                        id=statement,
                        speaker="p1",
                        said_on=None,
                        text=attribution.text,
                        attributions=(attribution.id,),
                    )
                )
        return rows

    def _segments(self, text: str) -> Iterator[Segment]:
        at = 0
        for paragraph in text.split("\n"):
            if paragraph:
                kind = SegmentKind.BODY if at else SegmentKind.HEADLINE
                yield Segment(start=at, end=at + len(paragraph), kind=kind)
            at += len(paragraph) + 1

    def _quotations(self, text: str, article: str, entity: str) -> Iterator[Attribution]:
        start = text.find("“")
        while start >= 0:
            end = text.index("”", start) + 1
            span = Span.of(text, start, end)
            yield Attribution(
                id=content_id("attribution", article, start, end),
                article=article,
                source=None,
                cue=None,
                content=(span,),
                form=Form.DIRECT,
                kind=Kind.ASSERTION,
                entity=entity,
                speaker_name="Ilse Oram",
            )
            start = text.find("“", end)

    def _numbers(self, text: str, article: str) -> Iterator[Mention]:
        for at, char in enumerate(text):
            if char.isdigit():
                yield Mention(
                    id=content_id("mention", article, at),
                    article=article,
                    span=Span.of(text, at, at + 1),
                    kind=MentionKind.QUANTITY,
                    value=float(char),
                    unit="ferries",
                )


ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(onrecord.__file__).parents[1])}


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherProcess:
    """Runs code in a Python of its own; `code` may use `path`, `Path` and what the store exports."""

    path: Locator
    prelude: str = "import os, sys, time\nfrom pathlib import Path\nfrom onrecord.store import *\n"

    def start(self, code: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", self._whole(code)],
            env=ENVIRONMENT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, code: str, *before: str) -> str:
        """What the code prints; `before` are shell commands, run first where they may mount things."""
        arguments = [sys.executable, "-c", self._whole(code)]
        if before:
            if not may_mount():
                pytest.skip("mounting in a namespace of our own is not allowed here")
            shell = " && ".join([*before, 'exec "$@"'])
            arguments = ["unshare", "-Urm", "sh", "-c", shell, "sh", *arguments]
        done = subprocess.run(arguments, env=ENVIRONMENT, text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _whole(self, code: str) -> str:
        return f"{self.prelude}path = locator({str(self.path)!r})\n{textwrap.dedent(code)}"


def may_mount() -> bool:
    """Whether this machine lets us mount a file system that only our own process sees."""
    if shutil.which("unshare") is None:
        return False
    mount = ["unshare", "-Urm", "mount", "-t", "tmpfs", "none", tempfile.gettempdir()]
    return subprocess.run(mount, check=False, capture_output=True).returncode == 0


@pytest.fixture
def other_process(tmp_path: Path) -> OtherProcess:
    return OtherProcess(path=tmp_path / "record.db")


@pytest.fixture
def process_at(record: Record) -> OtherProcess:
    """Another process that finds the record at `path`."""
    return OtherProcess(path=record.path)


@pytest.fixture
def coverage() -> Coverage:
    return Coverage()


Filled = Callable[..., Record]


@pytest.fixture
def filled(record: Record, coverage: Coverage) -> Filled:
    """A record that holds the texts, each under its path, and all that is derived from them."""

    def fill(**texts: str) -> Record:
        readings = [coverage.reading(text) for text in texts.values()]
        with record.writer() as writer:
            captures = [coverage.capture(f"{name}.txt", text) for name, text in texts.items()]
            writer.add_captures(captures, NOW)
            writer.add_readings(readings)
            writer.replace_derived(coverage.derived(readings))
        return record

    return fill
