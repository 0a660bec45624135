"""Many addresses, in turn and side by side: a pause for each host, several hosts at once, tries and redirects.

What is asked of one host is asked one after another. Results come as they arrive; a record does not depend on it.
"""

from __future__ import annotations

import heapq
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from onrecord.read.web.outcomes import Later, Moved, Outcome, Refused, Task

WINDOW = 2_000  # as many addresses are looked at in advance, to find hosts that may be asked now

MOST_FAILURES = 9  # requests in a row at which a host failed: after them it is asked no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast, and how often again."""

    hosts_at_once: int = 16
    most_tries: int = 3
    most_hops: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a task in the end. `pause_seconds` is how long its host is to be left in peace."""

    task: Task
    outcome: Outcome
    pause_seconds: float = 0.0


Fetch = Callable[[Task], Done]


@dataclass(slots=True)
class _Host:
    """The tasks of one host, the next first, and when it may be asked again.

    `failures` counts the requests in a row at which the host itself was at fault; `closed` says why no more is asked.
    """

    ready_at: float = 0.0
    is_busy: bool = False
    failures: int = 0
    closed: Refused | None = None
    tasks: list[tuple[float, int, Task]] = field(default_factory=list)

    @property
    def due(self) -> float:
        return max(self.ready_at, self.tasks[0][0])


class Crawl:
    """Fetches tasks by `fetch`, which is called in threads, never twice at a time for one host."""

    def __init__(self, fetch: Fetch, pace: Pace, prepare: Callable[[Task], None] = lambda _: None) -> None:
        self._fetch = fetch
        self._pace = pace
        self._prepare = prepare  # called here, not in a thread, before a task is fetched
        self._hosts: dict[str, _Host] = {}
        self._idle: list[tuple[float, str]] = []  # when hosts with tasks may be asked; what is stale is passed over
        self._waiting = 0
        self._busy = 0
        self._number = 0
        self._jobs: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[Done | BaseException] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """What came of each task, and of those that are added while the results are taken."""
        source = iter(tasks)
        try:
            while True:
                self._fill(source)
                wait = self._hand_out()
                if not self._busy and not self._waiting:
                    return
                done = self._result(wait)
                if done is not None and (final := self._settled(done)):
                    yield final
        finally:
            for _ in self._threads:
                self._jobs.put(None)

    def add(self, task: Task) -> None:
        """The task is fetched when its host's turn comes."""
        host = self._hosts.setdefault(_host_of(task.url), _Host())
        self._number += 1
        heapq.heappush(host.tasks, (task.not_before, self._number, task))
        self._waiting += 1
        if not host.is_busy:
            heapq.heappush(self._idle, (host.due, _host_of(task.url)))

    def _fill(self, source: Iterator[Task]) -> None:
        while self._waiting < WINDOW:
            task = next(source, None)
            if task is None:
                return
            self.add(task)

    def _hand_out(self) -> float | None:
        """Every host that may be asked now is, as far as threads are free; returns the seconds until the next one."""
        now = time.monotonic()
        while self._idle:
            due, name = self._idle[0]
            host = self._hosts[name]
            if host.is_busy or not host.tasks:
                heapq.heappop(self._idle)
            elif host.due > due:
                heapq.heapreplace(self._idle, (host.due, name))
            elif self._busy >= self._pace.hosts_at_once:
                return None
            elif due > now:
                return due - now
            else:
                heapq.heappop(self._idle)
                self._start(host)
        return None

    def _start(self, host: _Host) -> None:
        _, _, task = heapq.heappop(host.tasks)
        self._waiting -= 1
        self._busy += 1
        host.is_busy = True
        if host.closed is not None:
            self._results.put(Done(task=task, outcome=host.closed))
            return
        self._prepare(task)
        if len(self._threads) < min(self._busy, self._pace.hosts_at_once):
            # Daemons: an interrupted build need not wait for servers to answer.
            thread = threading.Thread(target=self._work, daemon=True)
            self._threads.append(thread)
            thread.start()
        self._jobs.put(task)

    def _work(self) -> None:
        while (task := self._jobs.get()) is not None:
            try:
                self._results.put(self._fetch(task))
            except BaseException as error:  # noqa: BLE001 - raised again where the results are taken
                self._results.put(error)

    def _result(self, wait: float | None) -> Done | None:
        with suppress(queue.Empty):
            done = self._results.get(timeout=wait)
            if isinstance(done, BaseException):
                raise done
            return done
        return None

    def _settled(self, done: Done) -> Done | None:
        """The task is done; None where it goes on at another address or time."""
        self._busy -= 1
        name = _host_of(done.task.url)
        host, now = self._hosts[name], time.monotonic()
        host.is_busy = False
        host.ready_at = now + done.pause_seconds
        further = self._further(done, host, now)
        if further is not None:
            self.add(further)
        self._count_failures(host, done)
        if host.tasks:
            heapq.heappush(self._idle, (host.due, name))
        return done if further is None else None

    def _count_failures(self, host: _Host, done: Done) -> None:
        if not isinstance(done.outcome, Later) or not done.outcome.is_host:
            host.failures = 0
            return
        host.failures += 1
        if host.failures >= MOST_FAILURES:
            host.closed = Refused(cause=f"its host was given up: {done.outcome.cause}", mend=done.outcome.mend)

    def _further(self, done: Done, host: _Host, now: float) -> Task | None:
        task = done.task
        match done.outcome:
            case Moved(url=url) if task.hops < self._pace.most_hops:
                return replace(task, url=url, hops=task.hops + 1, tries=0)
            case Later(seconds=seconds, is_host=is_host) if task.tries + 1 < self._pace.most_tries:
                wait = now + seconds * 2**task.tries
                if is_host:
                    host.ready_at = max(host.ready_at, wait)
                return replace(task, tries=task.tries + 1, not_before=wait)
            case _:
                return None


def told(done: Done, pace: Pace) -> Refused:
    """The refusal that a task without a result comes to."""
    match done.outcome:
        case Refused() as refused:
            return refused
        case Later(cause=cause, mend=mend):
            return Refused(cause=f"{cause}, {pace.most_tries} times", mend=mend)
        case _:
            cause = f"it led on through more than {pace.most_hops} addresses"
            return Refused(cause=cause, mend="name the page itself")


def _host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()
