"""The commands that make a record: from the user's articles, or from the examples."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from onrecord.annotate.taggers import DEFAULT
from onrecord.clean import CleanOptions
from onrecord.cli import added
from onrecord.cli.options import PAGE_FORMATS, RECORD, Command, as_told, format_option, page_options, processes_option
from onrecord.cli.output import show
from onrecord.cli.progress import progress_bar
from onrecord.cli.reading import as_reading, reading_options
from onrecord.cli.taggers import chosen, tagger_named, tagger_option
from onrecord.cli.timing import CLOCK, as_seen
from onrecord.engine import LocalEngine
from onrecord.pages import ask
from onrecord.pages.counting import count
from onrecord.pages.formats import Format
from onrecord.pipeline import BuildOptions, BuildReport, steps_of
from onrecord.pipeline import build as run_pipeline
from onrecord.read import ReadOptions, check, find_captures
from onrecord.read.authorities import read_authorities
from onrecord.read.options import Row
from onrecord.records.errors import InputError, OnrecordError
from onrecord.store import Locator, Steps, exists, open_view, open_writer

if TYPE_CHECKING:
    from onrecord.store import Writer

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What `build` was asked to do."""

    paths: tuple[str, ...]
    record: Locator
    processes: int
    reading: ReadOptions
    options: BuildOptions
    tagger: str  # its name

    @property
    def steps(self) -> Steps:
        """What reads and links."""
        return replace(steps_of(self.options), tagger=self.tagger)

    @property
    def names_any(self) -> bool:
        """Whether anything is to be read."""
        return bool(self.paths or self.reading.lists)


@click.command(
    cls=Command,
    examples=("onrecord build coverage/ -o record.db", "onrecord build https://outlet.example/feed -o record.db"),
)
@click.argument("paths", nargs=-1)
@click.option(
    "-o",
    "--output",
    "record",
    required=True,
    type=RECORD,
    help="The record, a file or a postgresql:// address: made where there is none, added to where there is one.",
)
@processes_option
@tagger_option
@click.option(
    "--authority",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="ONRECORD_AUTHORITY",
    help="Who is known, one JSON object a line, for Wikidata ids; kept in the record until another is given.",
)
@reading_options
@format_option(*PAGE_FORMATS)
@click.pass_context
def build(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    record: Locator,
    form: Format | None,
    **how: Any,
) -> None:
    """Read articles into a record: files, folders with all that is in them, and addresses.

    Building again adds what is new and changes nothing else. A file that cannot be read does not stop the
    others; it is kept in the list that “onrecord sources RECORD --rejected” shows.
    """
    tagger = chosen(record, how["tagger"])
    plan = Plan(
        paths=paths,
        record=record,
        tagger=tagger,
        processes=how["processes"],
        reading=as_reading(how, record),
        options=BuildOptions(
            clean=added.cleaning() or CleanOptions(),
            tagger=tagger_named(tagger),
            authorities=read_authorities(how["authority"]) if how["authority"] else None,
        ),
    )
    try:
        report = run(plan)
    except KeyboardInterrupt:
        click.echo(f"\nonrecord: {_kept(record)}", err=True)
        context.exit(INTERRUPTED)
    with open_view(record) as view:
        page = ask("build")(view, as_told(str(record)), report)
        articles = view.counts().articles
    show(page, form, None)
    if not articles and plan.names_any:
        raise InputError(_nothing_read(plan, report))


def run(plan: Plan) -> BuildReport:
    """The record holds what could be read of the plan's paths."""
    if not plan.names_any and not exists(plan.record):
        raise InputError(f"{plan.record}: nothing to build it from; name files, folders or addresses before -o")
    if plan.names_any:
        check(plan.paths, plan.reading)  # before a record is made
    now = as_seen(CLOCK.now())
    with open_writer(plan.record, plan.steps) as writer:
        return fill(writer, plan, now)


def fill(
    writer: Writer, plan: Plan, now: str, look: Callable[[Iterator[Row]], Iterator[Row]] = lambda rows: rows
) -> BuildReport:
    """The record that is open holds what could be read of the plan's paths; `look` sees what is found on its way in."""
    web = replace(plan.reading.web, known=writer.view().known_at, led=writer.add_led, listing=writer.add_listing)
    captures = find_captures(plan.paths, replace(plan.reading, web=web)) if plan.names_any else iter(())
    with LocalEngine(processes=plan.processes) as engine, progress_bar() as progress:
        return run_pipeline(look(captures), writer, engine, plan.options, now, progress)


def _kept(record: Locator) -> str:
    try:
        with open_view(record) as view:
            articles = view.counts().articles
    except OnrecordError:
        return f"interrupted before anything was kept in {record}; the same command begins again"
    if not articles:
        return f"interrupted; {record} holds no article yet; the same command goes on from there"
    return f"interrupted; {count(articles, 'article')} kept in {record}; the same command goes on from there"


def _nothing_read(plan: Plan, report: BuildReport) -> str:
    given = " ".join((*plan.paths, *map(str, plan.reading.lists)))
    if not report.captures and not report.rejected:
        return f"{given}: there is no file in it; name files, or a folder with articles in it"
    return f"{given}: no file could be read; “onrecord sources {quote(str(plan.record))} --rejected” says why of each"


@click.command(cls=Command, examples=("onrecord demo",))
@page_options(*PAGE_FORMATS, Format.SVG)
def demo(form: Format | None, output: Path | None) -> None:
    """Build a record from the examples that come with onrecord, and print its brief."""
    coverage = files("onrecord") / "examples" / "coverage"
    with as_file(coverage) as folder, tempfile.TemporaryDirectory(prefix="onrecord-demo-") as place:
        record = Path(place) / "demo.db"
        run(
            Plan(
                paths=(str(folder),),
                record=record,
                tagger=DEFAULT,
                processes=1,
                reading=ReadOptions(),
                options=BuildOptions(),
            )
        )
        with open_view(record) as view:
            page = ask("brief")(view, "record.db", None)
        show(page, form, output)
        if sys.stderr.isatty():
            click.echo(f"\nTo keep such a record: onrecord build {quote(str(folder))} -o record.db", err=True)
