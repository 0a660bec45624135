"""Addresses to captures: what is fetched, what it turns out to be, and what could not be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from onrecord.read.encodings import undo_gzip
from onrecord.read.options import MEGABYTE, STEP, ReadOptions, Row
from onrecord.read.responses import Response, body_of, capture_of
from onrecord.read.web.addressing import plain_address
from onrecord.read.web.asking import Asker
from onrecord.read.web.crawl import Crawl, Done, Pace, told
from onrecord.read.web.guard import Resolve, resolve
from onrecord.read.web.lists import Listed, read_list
from onrecord.read.web.outcomes import Fetched, Later, Refused, Task, Unchanged
from onrecord.read.web.robots import MOST_BYTES, Robots
from onrecord.records import Capture, Rejected, Reread
from onrecord.records.ids import sha256_of
from onrecord.text.media_types import bare_type

_WRONG = "it is no address of a page, such as https://outlet.example/news"
MOST_DEEP = 3  # a list of feeds, a feed, a page; an index of sitemaps, a sitemap, a page
MOST_LISTED_BYTES = MEGABYTE  # of a list that is kept, to be asked for only where it has changed
GZIP_MAGIC = b"\x1f\x8b"
MOST_ADDRESSES = 10_000_000  # as many are remembered, so that none is asked twice


def fetch_pages(urls: Iterable[str], options: ReadOptions, resolver: Resolve = resolve) -> Iterator[Row]:
    """The captures of the addresses, each fetched once, in the order in which they arrive."""
    with closing(Asker(options.web, options.max_bytes, resolver)) as asker:
        yield from _Pages(asker, options).fetch(urls)


class _Pages:
    """Pages that are being fetched: which have been asked for, and what of them the record knows."""

    def __init__(self, asker: Asker, options: ReadOptions) -> None:
        self._asker = asker
        self._options = options
        self._robots = Robots(lambda url: asker.ask(url, most=MOST_BYTES), options.web.most_tries)
        self._known: dict[str, Capture | None] = {}
        self._asked: set[int] = set()
        web = options.web
        self._pace = Pace(hosts_at_once=web.hosts_at_once, most_tries=web.most_tries, most_hops=web.most_hops)
        self._crawl = Crawl(self._fetch, self._pace, self._look_up)
        self._wrong: list[Rejected] = []

    def fetch(self, urls: Iterable[str]) -> Iterator[Row]:
        """The rows of all addresses."""
        for done in self._crawl.run(self._tasks(urls)):
            yield from self._wrong
            self._wrong.clear()
            yield from self._rows(done)
        yield from self._wrong

    def _tasks(self, urls: Iterable[str]) -> Iterator[Task]:
        for url in urls:
            address = plain_address(url)
            if address is None:
                self._wrong.append(Rejected(where=url, step=STEP, cause=_WRONG, mend="correct the address"))
            elif self._is_new(address):
                yield Task(url=address, asked=address)

    def _is_new(self, url: str) -> bool:
        if hash(url) in self._asked:
            return False
        if len(self._asked) < MOST_ADDRESSES:
            self._asked.add(hash(url))
        return True

    def _look_up(self, task: Task) -> None:
        """What is known of the page is looked up where the record may be read: not in the threads."""
        self._known[task.url] = self._options.web.known(task.url)

    def _fetch(self, task: Task) -> Done:
        web = self._options.web
        known = self._known.pop(task.url, None)
        rules = self._robots.rules(task.url)
        if isinstance(rules, Later):
            return Done(task=task, outcome=rules, pause_seconds=web.pause_seconds)
        refused = rules.refusal(task.url, web.robot)
        if refused is not None:
            return Done(task=task, outcome=refused)
        pause = max(web.pause_seconds, rules.pause_seconds(web.robot))
        return Done(task=task, outcome=self._asker.ask(task.url, known), pause_seconds=pause)

    def _rows(self, done: Done) -> Iterator[Row]:
        if done.task.url != done.task.asked:  # a capture has the address that it came from in the end
            yield Reread(where=done.task.asked)
        match done.outcome:
            case Unchanged(capture=capture):
                yield from self._unchanged(done.task, capture)
            case Fetched(response=response):
                yield from self._read(done.task, replace(response, where=done.task.asked))
            case _:
                refused: Refused = told(done, self._pace)
                yield done.task.rejected(refused.cause, refused.mend)

    def _read(self, task: Task, response: Response) -> Iterator[Row]:
        """The capture of a page; of a list nothing, but what it lists is fetched too."""
        body = body_of(response, self._options.max_bytes)
        if body.content.startswith(GZIP_MAGIC):  # a sitemap is often a file of its own that is packed
            body = undo_gzip(body.content, self._options.max_bytes)
            response = replace(response, content=body.content, content_encoding="")
        listed = read_list(body.content, task.url) if body.cause is None else None
        if body.cause is None and listed is None:
            self._note(task)
            yield capture_of(response, self._options.max_bytes)
        elif listed is None:
            mend = "allow more with --max-bytes" if body.is_too_large else "build again later"
            yield task.rejected(body.cause or "", mend)
        else:
            self._keep(task, response, body.content)
            yield Reread(where=task.asked)
            yield from self._follow(task, listed)

    def _unchanged(self, task: Task, known: Capture) -> Iterator[Row]:
        """What is known of the address still holds: it is a page, or lists pages that may not have been read yet."""
        listed = read_list(known.content, task.url)
        if listed is None:
            self._note(task)
            yield known
        else:
            yield Reread(where=task.asked)
            yield from self._follow(task, listed)

    def _keep(self, task: Task, response: Response, content: bytes) -> None:
        named = response.etag or response.last_modified
        if named and len(content) <= MOST_LISTED_BYTES:
            self._options.web.listing(
                Capture(
                    sha256=sha256_of(content),
                    content=content,
                    media_type=bare_type(response.content_type),
                    url=task.url,
                    etag=response.etag,
                    last_modified=response.last_modified,
                )
            )

    def _note(self, task: Task) -> None:
        if task.url != task.asked:
            self._options.web.led(task.asked)

    def _follow(self, task: Task, listed: Listed) -> Iterator[Row]:
        if not listed.pages and not listed.lists:
            yield task.rejected("it is a feed or a list of pages, and there is no page in it", "check the address")
        if task.depth >= MOST_DEEP and (listed.lists or listed.pages):
            yield task.rejected("it is a list in a list in a list, and so on", "name the list that you want itself")
            return
        for url in (*listed.pages, *listed.lists):
            address = plain_address(url)
            if address is not None and url in listed.pages and self._options.web.is_settled(address):
                continue
            if address is None:
                yield Rejected(where=url, step=STEP, cause=f"{_WRONG}, but {task.asked} lists it", mend="leave it so")
            elif self._is_new(address):
                self._crawl.add(Task(url=address, asked=address, depth=task.depth + 1))
