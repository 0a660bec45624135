"""One round of watching after the other: read what is new, keep what it tells, tell it, wait.

What is told is kept before it is told, in the transaction that says of which captures; so a round that is killed
anywhere loses nothing, and the next one goes on. A receiver that took a notice and was not heard gets it twice.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from shlex import quote
from uuid import uuid4

import click

from onrecord.cli.building import Plan, fill
from onrecord.cli.output import deliver
from onrecord.cli.telling import Receiver
from onrecord.cli.timing import Clock, as_seen, as_told
from onrecord.pages.atom import FeedHead
from onrecord.pages.counting import count
from onrecord.pages.feed import MOST_ENTRIES, write_feed
from onrecord.pages.news import news_of
from onrecord.read.options import Row
from onrecord.records import Notice, Rejected
from onrecord.records.errors import OnrecordError
from onrecord.store import Locator, open_view, open_writer

SHOWN_FAILURES = 10
MOST_FAILURES = 1_000  # are remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Where the feed of the record is written, and what it says of itself."""

    path: Path
    title: str
    address: str | None = None


@dataclass(slots=True)
class Failures:
    """What could not be read; each is told when it begins to fail, and not again while it goes on."""

    _before: dict[str, str] = field(default_factory=dict)
    _now: dict[str, Rejected] = field(default_factory=dict)

    def pass_on(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows as they come, those that say what could not be read remembered."""
        for row in rows:
            if isinstance(row, Rejected) and len(self._now) < MOST_FAILURES:
                self._now[row.where] = row
            yield row

    def begun(self) -> tuple[Rejected, ...]:
        """What fails since the last round, or for another cause than then."""
        found = tuple(row for where, row in self._now.items() if self._before.get(where) != row.cause)
        self._before = {where: row.cause for where, row in self._now.items()}
        self._now = {}
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is watched, into which record, and who is told."""

    plan: Plan
    receivers: tuple[Receiver, ...]
    clock: Clock
    feed: Feed | None = None
    is_settled: Callable[[str], bool] | None = None  # None: pages that the record has are not asked for again
    failures: Failures = field(default_factory=Failures)
    patience_seconds: float = 60.0  # with another writer of the record: a build by hand, a round that took long

    @property
    def record(self) -> Locator:
        """The record."""
        return self.plan.record


def watch_once(watch: Watch) -> int:
    """The exit code of one round: 1 where someone could not be told."""
    return 1 if _round(watch) else 0


def watch_on(watch: Watch, every_seconds: int) -> None:
    """One round after another, until the program is asked to end; only the first may end it by an error."""
    begun = watch.clock.now()
    _round(watch)
    while True:
        begun = _wait(watch, begun + timedelta(seconds=every_seconds))
        try:
            _round(watch)
        except (OnrecordError, OSError) as error:  # what is wrong with the record or the disk may be mended meanwhile
            _say(f"{error}; this round is left out")


def _wait(watch: Watch, due: datetime) -> datetime:
    """When the next round begins: when it is due, or now where the last one took longer."""
    if sys.stderr is not None and sys.stderr.isatty():
        _say(f"next round at {due.astimezone():%H:%M}; Ctrl-C ends")
    watch.clock.sleep(max(0.0, (due - watch.clock.now()).total_seconds()))
    return watch.clock.now()


def _round(watch: Watch) -> list[str]:
    """The record has grown, and whoever is told has been; returns who could not be, and why."""
    try:
        _grow(watch)
    finally:
        _say_failures(watch.failures.begun(), watch.record)
    problems = [*_write_feed(watch), *(problem for one in watch.receivers for problem in _tell(watch, one))]
    for problem in problems:
        _say(problem)
    return problems


def _grow(watch: Watch) -> None:
    """The record holds what is new, and what that tells waits for every receiver."""
    with open_writer(watch.record, watch.plan.steps, watch.patience_seconds) as writer:
        writer.begin_watch(f"urn:uuid:{uuid4()}")
        web = replace(watch.plan.reading.web, is_settled=watch.is_settled or writer.view().is_at)
        plan = replace(watch.plan, reading=replace(watch.plan.reading, web=web))
        fill(writer, plan, as_seen(watch.clock.now()), watch.failures.pass_on)
        with writer.deriving(lambda holder: _say(f"{holder}, links the record now; waiting until that is done")):
            # What another writer added since, and has not linked yet, tells nothing before it has.
            found = news_of(writer.view(), as_told(watch.clock.now())) if writer.is_derived() else None
        if found is not None and found.captures:
            writer.add_notices(found.notices, found.captures, [one.name for one in watch.receivers])


def _tell(watch: Watch, receiver: Receiver) -> Iterator[str]:
    """The receiver has been told all that waited for it; else why not, and how much is left."""

    def acknowledge(notices: Sequence[str]) -> None:
        with open_writer(watch.record, patience_seconds=watch.patience_seconds) as writer:
            writer.acknowledge(receiver.name, notices)

    waiting = _waiting(watch, receiver)
    problem = receiver.tell(waiting, acknowledge) if waiting else None
    if problem is not None:
        left = count(len(_waiting(watch, receiver)), "notice is", "notices are")
        yield f"{problem}; {left} kept, to be told by the next round"


def _waiting(watch: Watch, receiver: Receiver) -> tuple[Notice, ...]:
    with open_view(watch.record) as view:
        return view.unacknowledged(receiver.name)


def _write_feed(watch: Watch) -> Iterator[str]:
    """The feed holds the latest notices; else why not."""
    if watch.feed is None:
        return
    with open_view(watch.record) as view:
        notices, name = view.latest_notices(MOST_ENTRIES), view.watched_as or ""
    head = FeedHead(id=name, title=watch.feed.title, updated=as_told(watch.clock.now()), address=watch.feed.address)
    written = write_feed(head, notices)
    with suppress(OSError):
        if watch.feed.path.read_bytes() == written or (not notices and watch.feed.path.exists()):
            return  # a file that is not touched need not be fetched again
    try:
        deliver([written], watch.feed.path)
    except OnrecordError as error:
        yield str(error)


def _say_failures(failures: Sequence[Rejected], record: Locator) -> None:
    for one in failures[:SHOWN_FAILURES]:
        _say(f"{one.where}: {one.cause}; {one.mend}")
    if len(failures) > SHOWN_FAILURES:
        _say(f"and {len(failures) - SHOWN_FAILURES} more: onrecord sources {quote(str(record))} --rejected")


def _say(message: str) -> None:
    click.echo(f"onrecord: {message}", err=True)
