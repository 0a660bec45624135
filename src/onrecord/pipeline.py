"""All steps in order: archive, clean, annotate, link, derive. The only file that names them all.

Each step is written to the engine's two verbs, and rows stream between them: what is read twice is kept on disk.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from onrecord import derive, link
from onrecord.annotate import VERSION as ANNOTATE_VERSION
from onrecord.annotate import Dated, Known, Tagger, annotate, date_article, open_tagger
from onrecord.clean import CleanOptions, clean
from onrecord.engine import Engine
from onrecord.engine.collecting import seldom_collected
from onrecord.engine.kept import Kept
from onrecord.records import (
    ActorEntity,
    ArticleDay,
    AttributionDay,
    Authority,
    Capture,
    Judgement,
    Link,
    MentionDay,
    Reading,
    Rejected,
    Reread,
    Shared,
    StatementMember,
)
from onrecord.records.derived import DerivedRow
from onrecord.records.holding import Record, Source
from onrecord.store import Steps

CLEAN_VERSION = "11"  # raised whenever cleaning gives other articles than before
DERIVE_VERSION = "27"  # raised whenever linking or deriving gives other rows than before
T = TypeVar("T")
PROSE = 1_000  # article bodies kept in memory, the rest on disk
BATCH = 32  # captures or readings committed together: what a crash can cost, in work and not in data


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How captures become a record. `tagger` makes the tagger; each process of the engine opens it once.

    `authorities` take the place of those that the record holds, which stay where this is None.
    """

    clean: CleanOptions = field(default_factory=CleanOptions)
    tagger: Callable[[], Tagger] = open_tagger
    batch: int = BATCH
    authorities: tuple[Authority, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a build has come: `done` of `total` rows (None: not known yet) of a step, named for the user.

    `held_by` names the writer that the build waits for, where it does.
    """

    step: str
    done: int
    total: int | None = None
    held_by: str | None = None


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


def steps_of(options: BuildOptions) -> Steps:
    """The fingerprints of the steps under these options: rows made under others are made anew."""
    tagger = _opened(options.tagger).fingerprint
    added = f" and {options.clean.readers!r}" if options.clean.readers else ""
    reading = f"clean {CLEAN_VERSION} {options.clean!r}{added}, annotate {ANNOTATE_VERSION} {tagger}"
    return Steps(reading=reading, deriving=DERIVE_VERSION)


def build(  # noqa: PLR0913, PLR0917 - what goes in, what it goes into, what runs it, and how
    captures: Iterable[Capture | Rejected | Reread],
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
    if options.authorities is not None:
        writer.replace_authorities(options.authorities)
    rows = _Uncapped()
    with writer.deriving(_waiting(progress)) as source, ExitStack() as kept:
        derived = not writer.is_derived()
        if derived:
            rows = _Uncapped(derive_rows(source, source.judgements(), engine, kept, progress))
            writer.replace_derived(rows)
    return BuildReport(
        captures=archived.captures,
        known=archived.known,
        articles=articles,
        rejected=archived.rejected + rejected,
        derived=derived,
        capped=rows.capped,
    )


def judge(
    judgements: Sequence[Judgement],
    writer: Record,
    engine: Engine,
    progress: Callable[[Progress], None] = lambda _: None,
) -> None:
    """The record holds these judgements and no others, and all that follows from the articles follows from them too.

    Nothing is read anew; both change together or not at all.
    """
    with writer.deriving(_waiting(progress)) as source, ExitStack() as kept:
        writer.replace_derived(_Uncapped(derive_rows(source, judgements, engine, kept, progress)), judgements)


def _waiting(progress: Callable[[Progress], None]) -> Callable[[str], None]:
    """Tells whom a writer waits for."""
    return lambda holder: progress(Progress(step="waiting", done=0, held_by=holder))


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
    rows: Iterable[Capture | Rejected | Reread],
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
        writer.forget_rejected([row.where for row in some if isinstance(row, Reread)])
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
    is_left = True
    while is_left:
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
        is_left = writer.await_others()
    return articles, rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCaptures:
    """Cleans and annotates: the step from captures to readings, or to rejections with their reason."""

    options: BuildOptions

    def __call__(self, captures: Iterable[Capture]) -> Iterator[Reading | Rejected]:
        """A reading or a rejection for each capture, in order; one at which a step breaks costs no other."""
        tagger = _opened(self.options.tagger)
        for capture in captures:
            try:
                article = clean(capture, self.options.clean)
                yield article if isinstance(article, Rejected) else annotate(article, tagger)
            except (MemoryError, OSError):
                raise  # of the machine, not of the article
            except Exception as error:  # noqa: BLE001 - whatever it is, it is listed
                yield _broken(capture, error)


def _broken(capture: Capture, error: Exception) -> Rejected:
    """The rejection of a capture that no step should have broken at."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{Path(place.filename).name}, line {place.lineno}"
    return Rejected(
        where=capture.where,
        step="read",
        cause=f"reading it broke: {type(error).__name__}: {error} ({at})",
        mend="this is a fault of onrecord or of what was added to it; report it with the file, or leave the file out",
        sha256=capture.sha256,
    )


@cache
def _opened(tagger: Callable[[], Tagger]) -> Tagger:
    """The tagger, opened once in each process."""
    return tagger()


def _batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    several = iter(rows)
    while batch := list(islice(several, size)):
        yield batch


def derive_rows(
    source: Source,
    judgements: Sequence[Judgement],
    engine: Engine,
    kept: ExitStack,
    progress: Callable[[Progress], None],
) -> Iterator[DerivedRow | link.Capped]:
    """Everything that follows from the readings: links, actors, statements, stories and what is told of them.

    Among them what had to be capped on the way. A pure function of the set of readings, of the judgements on them in
    their order, and of the authorities. `kept` closes the files that hold rows between the steps, as far as the last
    step that needs them has not.
    """
    kept.enter_context(seldom_collected())
    earlier = link.earlier_versions(source.sightings(), source.reading)
    yield from earlier.rows()
    articles = link.Articles(source.entities, source.attributions, earlier.same)
    judged = link.Judged(settled=link.settle(judgements, articles))
    ground = _ground(source, judged, earlier, kept)
    yield from earlier.with_assigned(judged.settled.assigned.values())
    progress(Progress(step="dating articles", done=0, total=len(ground.told)))
    days = infer_days(source, judged, engine, ground.said)
    yield from days.rows()
    ground = ground.dated(days, kept)
    progress(Progress(step="linking copies", done=0, total=len(ground.prose)))
    with ExitStack() as own:
        copies = kept.enter_context(Kept(link.link_copies(engine, ground.prose, own)))
    yield from copies
    ground.prose.close()
    progress(Progress(step="linking names", done=0, total=len(ground.named)))
    speakers: Kept[ActorEntity | link.Party] = kept.enter_context(Kept())
    for found in _actors(source, judged, engine, ground.named, earlier):
        yield from [found] if not isinstance(found, link.Party) else []
        if isinstance(found, ActorEntity | link.Party):
            speakers.add(found)
    ground.named.close()
    progress(Progress(step="linking statements", done=0, total=len(ground.said)))
    statements: Kept[link.Versions] = kept.enter_context(Kept())
    for linked in _statements(judged, engine, ground.said, speakers, earlier):
        if isinstance(linked, link.Versions):
            statements.add(linked)
        else:
            yield linked
    ground.said.close()
    progress(Progress(step="linking stories", done=0, total=len(ground.told)))
    members: Kept[link.Member] = kept.enter_context(Kept())
    with ExitStack() as own:
        for placed in link.link_stories(engine, ground.told, statements, own):
            if isinstance(placed, Link):
                yield placed
            else:
                members.add(placed)
    rows = chain(
        (link.InArticle(article=row.article, row=row) for row in ground.told),
        (link.InArticle(article=row.article, row=row) for row in ground.figures),
        (link.InArticle(article=row.article, row=row) for row in ground.scenes),
        (link.InArticle(article=at, row=row) for row in link.only(Shared, copies) for at in (row.left, row.right)),
    )
    yield from engine.gather(link.by_story, tell_story, link.in_stories(engine, members, rows, statements))


def _actors(
    source: Source, judged: link.Judged, engine: Engine, named: Kept[link.Named], earlier: link.Earlier
) -> Iterator[link.ActorRow]:
    """What linking names gives, whose entities of earlier versions are whose with it."""
    with ExitStack() as kept:
        entries = kept.enter_context(Kept(source.authorities()))
        yield from link.actors_led_on(earlier.with_earlier(link.link_actors(engine, named, kept, judged, entries)))


def _statements(
    judged: link.Judged, engine: Engine, said: Kept[link.Said], actors: Iterable[link.ActorRow], earlier: link.Earlier
) -> Iterator[DerivedRow | link.Capped | link.Versions]:
    """What linking statements gives, with what it tells of days and of earlier versions, and each that is told."""
    with ExitStack() as kept:
        spoken = kept.enter_context(Kept(link.with_actors(engine, said, actors)))
        for row in link.link_statements(engine, spoken, kept, judged.statements):
            if not isinstance(row, link.Versions):
                yield row
                continue
            yield from link.days_of_versions(row)
            yield from link.members_of_earlier(told := earlier.told(row))
            yield from [told] if told.said else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What linked articles tell of days: of undated articles by id, and of attributions and dates in them."""

    articles: dict[str, ArticleDay] = field(default_factory=dict)
    attributions: dict[str, AttributionDay] = field(default_factory=dict)
    mentions: tuple[MentionDay, ...] = ()

    def rows(self) -> Iterator[ArticleDay | AttributionDay | MentionDay]:
        """All of it."""
        yield from chain(self.articles.values(), self.attributions.values(), self.mentions)

    def of(self, article: str, published: str | None) -> str | None:
        """The article's day: the inferred one where it tells none."""
        return self.articles[article].published if article in self.articles else published


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The slim rows of all readings: entities, attributions, articles, quantities, happenings."""

    named: Kept[link.Named]
    said: Kept[link.Said]
    told: Kept[link.Told]
    figures: Kept[derive.Figure]
    scenes: Kept[derive.Scene]
    prose: Kept[link.Prose]

    def dated(self, days: Days, kept: ExitStack) -> Ground:
        """The rows with the days that were inferred."""
        if not days.articles:
            return self
        named = (replace(row, published=days.of(row.entity.article, row.published)) for row in self.named)
        told = (replace(row, published=days.of(row.article, row.published)) for row in self.told)
        figures = (replace(row, published=days.of(row.article, row.published)) for row in self.figures)
        return Ground(
            named=kept.enter_context(Kept(named)),
            said=kept.enter_context(Kept(_dated(row, days) for row in self.said)),
            told=kept.enter_context(Kept(told)),
            figures=kept.enter_context(Kept(figures)),
            scenes=self.scenes,
            prose=self.prose,
        )


def _dated(row: link.Said, days: Days) -> link.Said:
    attribution = row.attribution
    day = days.attributions.get(attribution.id)
    if day is not None:
        attribution = replace(attribution, said_on=day.said_on, said_basis=day.basis)
    return replace(row, attribution=attribution, published=days.of(attribution.article, row.published))


def infer_days(source: Source, judged: link.Judged, engine: Engine, said: Kept[link.Said]) -> Days:
    """The days of undated articles, as far as dated ones that quote the same words tell them."""
    if all(row.published is not None for row in said):
        return Days()
    known: dict[str, dict[str, Known]] = {}
    for row in link.dated_elsewhere(engine, said, judged.statements):
        known.setdefault(row.article, {})[row.attribution] = Known(day=row.day, reason=row.reason)
    found = [dated for article in sorted(known) if (dated := _date(source, judged, article, known[article]))]
    return Days(
        articles={each.article.article: each.article for each in found},
        attributions={row.attribution: row for each in found for row in each.attributions},
        mentions=tuple(row for each in found for row in each.mentions),
    )


def _date(source: Source, judged: link.Judged, article: str, known: dict[str, Known]) -> Dated | None:
    reading = source.reading(article)
    return date_article(judged.reading(reading), known) if reading is not None else None


def _ground(source: Source, judged: link.Judged, earlier: link.Earlier, kept: ExitStack) -> Ground:
    """The slim rows of all readings, attributions as judged, read once.

    Of earlier versions of pages only who and what is named and said there and in no later one.
    """
    ground = Ground(
        named=kept.enter_context(Kept()),
        said=kept.enter_context(Kept()),
        told=kept.enter_context(Kept()),
        figures=kept.enter_context(Kept()),
        scenes=kept.enter_context(Kept()),
        prose=kept.enter_context(Kept(in_memory=PROSE)),
    )
    for reading in source.readings():
        ground.named.extend(row for row in link.named(reading) if row.entity.id not in earlier.successor)
        said = link.said(judged.reading(reading))
        ground.said.extend(row for row in said if row.attribution.id not in earlier.successor)
        if reading.article.id in earlier.articles:
            continue
        ground.told.extend([link.told(reading)])
        ground.figures.extend(derive.figures(reading))
        ground.scenes.extend([derive.scene_of(reading)])
        ground.prose.add(link.prose(reading))
    return ground


def tell_story(_cluster: str, placed: Iterator[link.InStory]) -> Iterator[DerivedRow]:
    """The story of one cluster of articles: its statements, events, positions and discrepancies."""
    rows = [each.row for each in placed]
    told = list(link.only(link.Told, rows))
    articles = {row.article for row in told}
    versions = list(link.only(link.Versions, rows))
    story = link.story_id(told)
    events = link.events_of(story, told, versions)
    whole = link.story_of(told, events)
    yield whole
    yield from link.taken_in(whole)
    yield from events
    shared = derive.Passages(link.only(Shared, rows))
    reported = [_reported(each) for each in versions if link.main_article(each) in articles]
    for each in reported:
        statement = derive.with_origins(each, shared)
        yield statement
        yield from (StatementMember(attribution=name, statement=statement.id) for name in statement.attributions)
        yield from link.taken_in(statement)
        yield from derive.statement_discrepancies(story, each)
    yield from derive.contradictions(story, reported)
    yield from derive.positions_of(story, reported)
    yield from derive.figure_discrepancies(story, list(link.only(derive.Figure, rows)))
    yield from derive.happening_discrepancies(story, list(link.only(derive.Scene, rows)))


def _reported(versions: link.Versions) -> derive.Reported:
    speaker = versions.statement.speaker
    voice = next((row for row in versions.said if row.actor == speaker), versions.said[0])
    return derive.Reported(
        statement=versions.statement,
        reports=tuple(
            derive.Report(
                attribution=row.attribution,
                outlet=row.outlet,
                published=row.published,
                credited=row.credited,
                signed=row.signed,
                fresh=link.is_first_report(row, versions.statement.said_on),
            )
            for row in versions.said
        ),
        party=voice.party,
        party_name=voice.party_name,
        anonymous=all(row.attribution.anonymous for row in versions.said),
    )
