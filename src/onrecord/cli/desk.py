"""Who changes a record for the pages of `serve`: by the same steps as the commands do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO

from onrecord.annotate.taggers import DEFAULT
from onrecord.clean import CleanOptions
from onrecord.cli.added import cleaning
from onrecord.cli.correcting import added, corrected
from onrecord.cli.taggers import tagger_named, tagger_of
from onrecord.engine import LocalEngine
from onrecord.pages.faceting import Wanted
from onrecord.pages.searches import saved_search
from onrecord.pipeline import BuildOptions, build, steps_of
from onrecord.read import ReadOptions, WebOptions, find_captures
from onrecord.read.addresses import is_address
from onrecord.read.contents import read_opened
from onrecord.read.options import Opened, Row
from onrecord.records import Capture, Judgement, Maker
from onrecord.records.errors import InputError, NotOnRecord
from onrecord.store import Locator, Steps, View, Writer, open_view, open_writer
from onrecord.web.editor import Came


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Changes the record that lies at a path."""

    record: Locator
    fetched: Callable[[Sequence[str], ReadOptions], Iterator[Row]] = find_captures
    web: WebOptions = field(default_factory=WebOptions)

    def add(self, name: str, content: bytes) -> Came:
        """What the file holds is in the record."""
        return self._build(lambda _: read_opened(Opened(file=BytesIO(content), name=name, is_named=True)))

    def fetch(self, url: str) -> Came:
        """What is at the address is in the record; of a feed the pages that it lists."""
        if not is_address(url):
            raise InputError(f"{url}: that is no address of a page; give one, such as https://outlet.example/news")

        def found(writer: Writer) -> Iterator[Row]:
            web = replace(self.web, known=writer.view().known_at, led=writer.add_led, listing=writer.add_listing)
            return self.fetched([url], ReadOptions(web=web))

        return self._build(found)

    def _build(self, found: Callable[[Writer], Iterator[Row]]) -> Came:
        options, steps = self._steps()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        captures: dict[str, None] = {}

        def seen(rows: Iterator[Row]) -> Iterator[Row]:
            for row in rows:
                if isinstance(row, Capture):
                    captures[row.sha256] = None
                yield row

        with open_writer(self.record, steps) as writer, LocalEngine(processes=1) as engine:
            report = build(seen(found(writer)), writer, engine, options, now)
        return Came(captures=tuple(captures), rejected=report.rejected)

    def judge(self, judged: Callable[[View, Maker], Sequence[Judgement]], by: str, why: str) -> tuple[str, ...]:
        """The judgements are in, and the record follows them; their ids."""
        made = datetime.now(UTC).isoformat(timespec="microseconds")
        page = corrected(self.record, added(judged, Maker(made=made, by=by, why=why)), 1)
        return tuple(one.judgement for one in page.judged)

    def undo(self, judgement: str) -> None:
        """The record is as if that had never been judged."""

        def left(before: Sequence[Judgement], _view: View) -> Sequence[Judgement]:
            if judgement not in {one.id for one in before}:
                raise NotOnRecord(f"{judgement}: there is no such judgement; the list has those that are")
            return [one for one in before if one.id != judgement]

        corrected(self.record, left, 1)

    def keep(self, name: str, query: str, wanted: Wanted, by: str) -> str:
        """The search is kept under the name, in the place of what was kept under it; its id."""
        found = saved_search(name, query, wanted, by, datetime.now(UTC).isoformat(timespec="seconds"))
        with open_writer(self.record) as writer:
            writer.keep_search(found)
        return found.id

    def forget(self, search: str) -> None:
        """The search of this id is kept no more."""
        with open_writer(self.record) as writer:
            if not writer.forget_search(search):
                raise NotOnRecord(f"{search}: there is no such search; the list has those that are kept")

    def _steps(self) -> tuple[BuildOptions, Steps]:
        """Those by which the record was read: others would read all of it anew."""
        with open_view(self.record) as view:
            read_by = view.read_by
        tagger = tagger_of(self.record) or DEFAULT
        options = BuildOptions(clean=cleaning() or CleanOptions(), tagger=tagger_named(tagger))
        steps = replace(steps_of(options), tagger=tagger)
        if read_by not in {"", steps.reading}:
            raise InputError(
                f"{self.record}: it was read by other steps than this onrecord has, and adding to it would read all of "
                f"it anew; bring it up to date first, with onrecord build -o {self.record}"
            )
        return options, steps
