"""A record of older steps is built again while people read it: they find it whole as it was, and then as it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.test_laws import ALL, COVERAGE, NOW
from tests.web.readers import Crowd
from tests.web.serving import addresses, open_client, served

from onrecord.annotate.rules import RulesTagger
from onrecord.engine import LocalEngine
from onrecord.pages.export import jsonl
from onrecord.pipeline import BuildOptions, BuildReport, build, steps_of
from onrecord.records import Article, Judgement, Tagging
from onrecord.records.derived import DerivedRow
from onrecord.store import Locator, Server, Writer, open_view, open_writer


@dataclass(frozen=True)
class EarlierTagger:
    """The rules as they were before they found the last report of an article."""

    fingerprint: str = "earlier rules"

    def tag(self, article: Article) -> Tagging:
        found = RulesTagger().tag(article)
        return replace(found, tags=found.tags[:-1])


BATCH = len(COVERAGE) // 2
EARLIER = BuildOptions(tagger=EarlierTagger, batch=BATCH)
LATER = BuildOptions(tagger=RulesTagger, batch=BATCH)


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Locator]:
    """Places where records can be made, first files, then databases of PostgreSQL."""
    if request.param == "postgresql":
        cluster: Any = request.getfixturevalue("cluster")
        return iter(cluster.empty, None)
    return (tmp_path / f"record{number}.db" for number in range(1000))


def run(record: Locator, options: BuildOptions, at: Callable[[str], None] = lambda _: None) -> BuildReport:
    with open_writer(record, steps_of(options)) as writer, LocalEngine() as engine:
        watched: Any = Watched(at, writer)
        return build(ALL, watched, engine, options, NOW)


def exported(record: Locator) -> bytes:
    with open_view(record) as view:
        return b"".join(jsonl(view))


def fresh(record: Locator) -> bytes:
    """The export of a record that the later steps made from nothing."""
    run(record, LATER)
    return exported(record)


@dataclass(frozen=True)
class Watched:
    """A writer at each of whose writes, and half way through what is derived, something is done."""

    at: Callable[[str], None]
    writer: Writer

    def add_readings(self, readings: Sequence[Any]) -> None:
        self.at("add_readings")
        self.writer.add_readings(readings)

    def replace_derived(self, rows: Iterable[DerivedRow], judgements: Sequence[Judgement] | None = None) -> None:
        self.at("replace_derived")
        self.writer.replace_derived(self._half_way(rows), judgements)

    def _half_way(self, rows: Iterable[DerivedRow]) -> Iterator[DerivedRow]:
        for number, row in enumerate(rows):
            if number == 10:
                self.at("half way")
            yield row
        self.at("all rows")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.writer, name)


def every_address(client: TestClient) -> list[str]:
    """The addresses of all pages that a record of the coverage has."""
    found = dict.fromkeys(addresses(client).values())
    people = [f"/people/{row['actor']}" for row in client.get("/people.json").json()["people"]]
    articles = [f"/articles/{row['article']}" for row in client.get("/articles.json").json()["sources"]]
    stories = [row["head"]["story"] for row in client.get("/stories.json").json()["stories"]]
    briefs = [client.get(f"/stories/{story}.json?whole=1").json()["brief"] for story in stories]
    said = [f"/statements/{row['statement']}" for brief in briefs for day in brief["days"] for row in day["statements"]]
    return [*dict.fromkeys([*found, *people, *articles, *(f"/stories/{story}" for story in stories), *said])]


def pages(client: TestClient, several: Iterable[str]) -> Mapping[str, str]:
    """What stands at each of the addresses."""
    return {one: f"{answer.status_code} {answer.text}" for one in several for answer in [client.get(one)]}


def test_while_articles_are_read_anew_every_page_is_as_it_was(places: Iterator[Locator]) -> None:
    record = next(places)
    run(record, EARLIER)
    with open_client(record) as client:
        before = pages(client, every_address(client))
        assert [text for text in before.values() if not text.startswith("200")] == []
        met: list[str] = []

        def compare(at: str) -> None:
            met.append(at)
            assert pages(client, before) == before, at

        report = run(record, LATER, compare)
        assert pages(client, before) != before
    assert met == ["add_readings", "add_readings", "replace_derived", "half way", "all rows"]
    assert report.articles == len(COVERAGE)


def test_a_record_that_is_read_anew_is_one_that_the_later_steps_made(places: Iterator[Locator]) -> None:
    record = next(places)
    run(record, EARLIER)
    before = exported(record)
    run(record, LATER)
    assert before != exported(record) == fresh(next(places))


class Stopped(BaseException):
    """Ctrl-C."""


def test_stopped_anywhere_the_record_is_as_it_was_and_the_next_build_goes_on(places: Iterator[Locator]) -> None:
    whole = fresh(next(places))
    stops: list[tuple[object, int]] = [(1, len(COVERAGE)), (2, BATCH), ("replace_derived", 0), ("all rows", 0)]
    for stop, left in stops:
        record = next(places)
        run(record, EARLIER)
        before = exported(record)
        readings: list[str] = []

        def stopping(at: str, stop: object = stop, readings: list[str] = readings) -> None:
            readings += [at] * (at == "add_readings")
            if stop in {at, len(readings)}:
                raise Stopped

        with pytest.raises(Stopped):
            run(record, LATER, stopping)
        assert exported(record) == before, stop
        assert run(record, LATER).articles == left, stop
        assert exported(record) == whole, stop


def test_who_reads_beside_a_build_that_reads_anew_meets_no_fault(places: Iterator[Locator]) -> None:
    record, later = next(places), next(places)
    run(record, EARLIER)
    run(later, LATER)
    with open_client(record) as client, open_client(later) as other:
        both = [one for one in every_address(client) if other.get(one).status_code == 200]
    assert len(both) > 20
    address: Any = record.address if isinstance(record, Server) else record
    with served(address) as base:
        crowd = Crowd(base=base, addresses=both, readers=3)
        reading = threading.Thread(target=crowd.read, args=(4.0,))
        reading.start()
        run(record, LATER)
        reading.join()
    assert crowd.faults == []
    assert exported(record) == exported(later)
