"""All steps in order: archive, clean, annotate, link, derive. The only file that names them all.

Each step is written to the engine's two verbs, and rows stream between them: what is read twice is kept on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain, islice
from typing import Protocol, TypeAlias, TypeVar

from onrecord import derive, link
from onrecord.annotate import VERSION as ANNOTATE_VERSION
from onrecord.annotate import Tagger, annotate, open_tagger
from onrecord.clean import CleanOptions, clean
from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.records import (
    Actor,
    ActorEntity,
    Capture,
    Discrepancy,
    Event,
    Link,
    Position,
    Reading,
    Rejected,
    Statement,
    StatementMember,
    Story,
)
from onrecord.store import Steps

CLEAN_VERSION = "2"  # raised whenever cleaning gives other articles than before
DERIVE_VERSION = "5"  # raised whenever linking or deriving gives other rows than before
T = TypeVar("T")
BATCH = 32  # captures or readings committed together: what a crash can cost, in work and not in data

DEFAULT_TAGGER: Callable[[], Tagger] = partial(open_tagger, "rules")
DerivedRow: TypeAlias = (
    Link | Actor | ActorEntity | Statement | StatementMember | Story | Event | Position | Discrepancy
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How captures become a record. `tagger` makes the tagger; each process of the engine opens it once."""

    clean: CleanOptions = field(default_factory=CleanOptions)
    tagger: Callable[[], Tagger] = DEFAULT_TAGGER
    batch: int = BATCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a build has come: `done` of `total` rows (None: not known yet) of a step, named for the user."""

    step: str
    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: captures given, how many of them the record had read before; articles and rejections new.

    `derived` tells whether what follows from the articles was made anew, or was up to date; `capped` counts the words
    and phrases under which so many reports met that not every two of them were compared.
    """

    captures: int
    known: int
    articles: int
    rejected: int
    derived: bool
    capped: int = 0


class Source(Protocol):
    """What deriving reads: the readings of the record, in a fixed order, one at a time."""

    def readings(self) -> Iterator[Reading]:
        """Every article with its attributions, mentions and entities."""
        ...


class Record(Protocol):
    """What the pipeline asks of the store's writer; each call is one transaction."""

    def view(self) -> Source:
        """The record to read, with all that has been committed."""
        ...

    def add_captures(self, captures: list[Capture], now: str) -> None:
        """The bytes are archived."""
        ...

    def is_read(self, sha256: str) -> bool:
        """Whether the present steps have read the capture, or rejected it."""
        ...

    def stale_captures(self) -> Iterator[Capture]:
        """The archived captures that the present steps have not read; readings may be added meanwhile."""
        ...

    def add_readings(self, readings: list[Reading]) -> None:
        """The articles are in, in place of what older steps read of their captures."""
        ...

    def add_rejected(self, rejected: list[Rejected]) -> None:
        """What could not be read is listed."""
        ...

    def replace_derived(self, rows: Iterable[DerivedRow]) -> None:
        """The derived rows are these and no others."""
        ...

    def is_derived(self) -> bool:
        """Whether the derived rows follow from the present articles by the present steps."""
        ...


def steps_of(options: BuildOptions) -> Steps:
    """The fingerprints of the steps under these options: rows made under others are made anew."""
    tagger = _opened(options.tagger).fingerprint
    reading = f"clean {CLEAN_VERSION} {options.clean!r}, annotate {ANNOTATE_VERSION} {tagger}"
    return Steps(reading=reading, deriving=DERIVE_VERSION)


def build(  # noqa: PLR0913, PLR0917 - what goes in, what it goes into, what runs it, and how
    captures: Iterable[Capture | Rejected],
    writer: Record,
    engine: Engine,
    options: BuildOptions,
    now: str,
    progress: Callable[[Progress], None] = lambda _: None,
) -> BuildReport:
    """The record holds the captures, what they say, and all that follows from it together with what it held before.

    What is committed stays: archived captures whose reading was interrupted are read by the next build.
    """
    archived = _archive(captures, writer, now, options.batch, progress)
    articles, rejected = _read(writer, engine, options, archived.fresh, progress)
    derived = not writer.is_derived()
    rows = _Uncapped()
    if derived:
        with ExitStack() as kept:
            rows = _Uncapped(derive_rows(writer.view(), engine, kept, progress))
            writer.replace_derived(rows)
    return BuildReport(
        captures=archived.captures,
        known=archived.known,
        articles=articles,
        rejected=archived.rejected + rejected,
        derived=derived,
        capped=rows.capped,
    )


@dataclass(slots=True)
class _Uncapped:
    """The rows that are written, once; what was capped among the others is counted while they pass."""

    rows: Iterable[DerivedRow | link.Capped] = ()
    capped: int = 0

    def __iter__(self) -> Iterator[DerivedRow]:
        for row in self.rows:
            if isinstance(row, link.Capped):
                self.capped += 1
            else:
                yield row


@dataclass(frozen=True, slots=True, kw_only=True)
class _Archived:
    captures: int = 0
    known: int = 0
    rejected: int = 0

    @property
    def fresh(self) -> int:
        return self.captures - self.known


def _archive(
    rows: Iterable[Capture | Rejected],
    writer: Record,
    now: str,
    batch: int,
    progress: Callable[[Progress], None],
) -> _Archived:
    """All captures are in the record, and what could not be read into one is listed."""
    totals = _Archived()
    for some in _batches(rows, batch):
        captures = [row for row in some if isinstance(row, Capture)]
        rejected = [row for row in some if isinstance(row, Rejected)]
        writer.add_captures(captures, now)
        if rejected:
            writer.add_rejected(rejected)
        totals = _Archived(
            captures=totals.captures + len(captures),
            known=totals.known + sum(writer.is_read(capture.sha256) for capture in captures),
            rejected=totals.rejected + len(rejected),
        )
        progress(Progress(step="archiving", done=totals.captures))
    return totals


def _read(
    writer: Record, engine: Engine, options: BuildOptions, total: int, progress: Callable[[Progress], None]
) -> tuple[int, int]:
    """How many articles and rejections came of the archived captures that the present steps had not read.

    They are those just added, those whose reading was interrupted, and those that older steps read.
    """
    articles = rejected = 0
    results = engine.each(ReadCaptures(options=options), writer.stale_captures())
    for some in _batches(results, options.batch):
        readings = [row for row in some if isinstance(row, Reading)]
        refused = [row for row in some if isinstance(row, Rejected)]
        if readings:
            writer.add_readings(readings)
        if refused:
            writer.add_rejected(refused)
        articles, rejected = articles + len(readings), rejected + len(refused)
        done = articles + rejected
        progress(Progress(step="reading", done=done, total=max(total, done)))
    return articles, rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCaptures:
    """Cleans and annotates: the step from captures to readings, or to rejections with their reason."""

    options: BuildOptions

    def __call__(self, captures: Iterable[Capture]) -> Iterator[Reading | Rejected]:
        """A reading or a rejection for each capture, in order."""
        tagger = _opened(self.options.tagger)
        for capture in captures:
            article = clean(capture, self.options.clean)
            yield article if isinstance(article, Rejected) else annotate(article, tagger)


@cache
def _opened(tagger: Callable[[], Tagger]) -> Tagger:
    """The tagger, opened once in each process."""
    return tagger()


def _batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    several = iter(rows)
    while batch := list(islice(several, size)):
        yield batch


def derive_rows(
    source: Source, engine: Engine, kept: ExitStack, progress: Callable[[Progress], None]
) -> Iterator[DerivedRow | link.Capped]:
    """Everything that follows from the readings: links, actors, statements, stories and what is told of them.

    Among them what had to be capped on the way. A pure function of the set of readings. `kept` closes the files that
    hold rows between the steps.
    """
    named, said, told, figures = _ground(source, kept)
    progress(Progress(step="linking names", done=0, total=len(named)))
    actors = kept.enter_context(Kept(link.link_actors(engine, named, kept)))
    yield from (row for row in actors if not isinstance(row, link.Party))
    progress(Progress(step="linking statements", done=0, total=len(said)))
    spoken = kept.enter_context(Kept(link.with_actors(engine, said, actors)))
    linked = kept.enter_context(Kept(link.link_statements(engine, spoken, kept)))
    yield from (row for row in linked if not isinstance(row, link.Versions))
    statements = kept.enter_context(Kept(link.only(link.Versions, linked)))
    progress(Progress(step="linking stories", done=0, total=len(told)))
    stories = kept.enter_context(Kept(link.link_stories(engine, told, statements, kept)))
    yield from link.only(Link, stories)
    rows = chain(
        (link.InArticle(article=row.article, row=row) for row in told),
        (link.InArticle(article=row.article, row=row) for row in figures),
    )
    placed = link.in_stories(engine, link.only(link.Member, stories), rows, statements)
    yield from engine.gather(link.by_story, tell_story, placed)


def _ground(
    source: Source, kept: ExitStack
) -> tuple[Kept[link.Named], Kept[link.Said], Kept[link.Told], Kept[derive.Figure]]:
    """The slim rows of all readings, read once: entities, attributions, articles, quantities."""
    named: Kept[link.Named] = kept.enter_context(Kept())
    said: Kept[link.Said] = kept.enter_context(Kept())
    told: Kept[link.Told] = kept.enter_context(Kept())
    figures: Kept[derive.Figure] = kept.enter_context(Kept())
    for reading in source.readings():
        named.extend(link.named(reading))
        said.extend(link.said(reading))
        told.extend([link.told(reading)])
        figures.extend(derive.figures(reading))
    return named, said, told, figures


def tell_story(cluster: str, placed: Iterator[link.InStory]) -> Iterator[DerivedRow]:
    """The story of one cluster of articles: its statements, events, positions and discrepancies."""
    rows = [each.row for each in placed]
    told = list(link.only(link.Told, rows))
    articles = {row.article for row in told}
    versions = list(link.only(link.Versions, rows))
    story = link.story_id(cluster)
    events = link.events_of(story, told, versions)
    yield link.story_of(cluster, told, events)
    yield from events
    reported = [_reported(each) for each in versions if link.main_article(each) in articles]
    for each in reported:
        statement = derive.with_origins(each)
        yield statement
        yield from (StatementMember(attribution=name, statement=statement.id) for name in statement.attributions)
        yield from derive.statement_discrepancies(story, each)
    yield from derive.positions_of(story, reported)
    yield from derive.figure_discrepancies(story, list(link.only(derive.Figure, rows)))


def _reported(versions: link.Versions) -> derive.Reported:
    speaker = versions.statement.speaker
    voice = next((row for row in versions.said if row.actor == speaker), versions.said[0])
    return derive.Reported(
        statement=versions.statement,
        reports=tuple(
            derive.Report(
                attribution=row.attribution, outlet=row.outlet, published=row.published, credited=row.credited
            )
            for row in versions.said
        ),
        party=voice.party,
        party_name=voice.party_name,
        anonymous=all(row.attribution.anonymous for row in versions.said),
    )
