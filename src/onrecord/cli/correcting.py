"""The commands by which people correct a record: what they judge is kept, and holds at every build from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Any, TypeVar

import click

from onrecord.cli.options import (
    PAGE_FORMATS,
    WORDS,
    Command,
    as_told,
    by_option,
    page_options,
    processes_option,
    record_argument,
)
from onrecord.cli.output import format_of, show
from onrecord.cli.progress import progress_bar
from onrecord.engine import LocalEngine
from onrecord.pages import ask, judging
from onrecord.pages.correcting import CorrectionPage, census, correction_page
from onrecord.pages.formats import Format
from onrecord.pages.judging_reports import Cut
from onrecord.pipeline import DERIVE_VERSION, Progress, judge
from onrecord.read.judgements import read_judgements
from onrecord.records import Judgement, Maker, Verdict
from onrecord.records.errors import InputError
from onrecord.store import Locator, Steps, View, open_view, open_writer

F = TypeVar("F", bound=Callable[..., Any])
Judged = Callable[[View, Maker], Sequence[Judgement]]
Change = Callable[[Sequence[Judgement], View], Iterable[Judgement]]


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a correction is made and shown."""

    by: str
    why: str
    processes: int
    form: Format | None
    output: Path | None

    @property
    def maker(self) -> Maker:
        """Who judges now."""
        return Maker(made=datetime.now(UTC).isoformat(timespec="microseconds"), by=self.by, why=self.why)


def correction(command: F) -> F:
    """The options of a command that judges."""
    for option in (
        processes_option,
        page_options(*PAGE_FORMATS),
        click.option("--why", type=WORDS, default="", metavar="WORDS", help="Why; kept with the judgement."),
        by_option,
    ):
        command = option(command)
    return command


@click.command(
    cls=Command,
    examples=(
        'onrecord merge record.db "Sergiu Vantor" "Serghiu Vantor" --why "two spellings"',
        "onrecord merge record.db coast.txt:410 north.txt:120",
    ),
)
@record_argument
@click.argument("names", type=WORDS, nargs=-1, required=True)
@correction
def merge(record: Locator, names: tuple[str, ...], **how: Any) -> None:
    """Say that all these names are one person or body, or that all these reports are one statement.

    A name is as `onrecord who` has it, or an id. A report is FILE:START, as pages tell where words stand, or an id; the
    id of a statement stands for all its reports. The record is linked anew at once.
    """
    _add(record, How(**how), lambda view, maker: [judging.merge(view, names, maker)])


@click.command(
    cls=Command,
    examples=(
        'onrecord split record.db "Serghiu Vantor" Vantor',
        'onrecord split record.db "Serghiu Vantor" --article coast.txt --unsure',
        "onrecord split record.db coast.txt:410 north.txt:120",
    ),
)
@record_argument
@click.argument("name", type=WORDS)
@click.argument("out", type=WORDS, nargs=-1)
@click.option(
    "--article",
    "articles",
    type=WORDS,
    multiple=True,
    help="Take out what stands in this article; where OUT is given, only of that.",
)
@click.option("--unsure", is_flag=True, help="It can't be told whether they are one; kept apart as a doubt.")
@correction
def split(
    record: Locator,
    name: str,
    out: tuple[str, ...],
    articles: tuple[str, ...],
    unsure: bool,  # noqa: FBT001 - a flag of the command line
    **how: Any,
) -> None:
    """Say that NAME is not the one whom articles call OUT, or of whom an article speaks.

    What one command takes out is one other person or body. Where NAME is a statement or a report of it, OUT are the
    reports that are not of that statement; what one command takes out is one other statement.
    """
    cut = Cut(names=out, articles=articles, verdict=Verdict.UNSURE if unsure else Verdict.NEGATIVE)
    _add(record, How(**how), lambda view, maker: [judging.split(view, name, cut, maker)])


@click.command(cls=Command, examples=('onrecord rename record.db Vantor "Serghiu Vantor"',))
@record_argument
@click.argument("name", type=WORDS)
@click.argument("new", type=WORDS)
@correction
def rename(record: Locator, name: str, new: str, **how: Any) -> None:
    """Say what NAME is called on every page."""
    _add(record, How(**how), lambda view, maker: [judging.rename(view, name, new, maker)])


@click.command(
    cls=Command,
    examples=(
        'onrecord describe record.db Vantor --role "transport minister" --speaks-for Kaldavia',
        "onrecord describe record.db Vantor --wikidata Q900001",
    ),
)
@record_argument
@click.argument("name", type=WORDS)
@click.option("--role", type=WORDS, default="", metavar="TITLE", help="A role beside those that the articles give.")
@click.option(
    "--speaks-for",
    "affiliation",
    type=WORDS,
    default="",
    metavar="NAME",
    help="For whom they speak, by a name in the record or an id; “nobody”: for themselves.",
)
@click.option(
    "--wikidata", type=WORDS, default="", metavar="ID", help="The Wikidata id, such as Q42; “none”: it has none."
)
@correction
def describe(record: Locator, name: str, role: str, affiliation: str, wikidata: str, **how: Any) -> None:
    """Say what no article tells of NAME: a role, for whom they speak, who they are on Wikidata."""
    told = judging.Description(role=role, affiliation=affiliation, wikidata=wikidata)
    _add(record, How(**how), lambda view, maker: judging.describe(view, name, told, maker))


@click.command(
    cls=Command,
    examples=(
        "onrecord assign record.db coast.txt:410 Vantor",
        "onrecord assign record.db coast.txt:410 nobody",
    ),
)
@record_argument
@click.argument("attribution", type=WORDS)
@click.argument("speaker", type=WORDS)
@correction
def assign(record: Locator, attribution: str, speaker: str, **how: Any) -> None:
    """Say who said what an article reports; “nobody”: it can't be told.

    ATTRIBUTION is FILE:START, as pages tell where words stand, or an id.
    """
    _add(record, How(**how), lambda view, maker: [judging.assign(view, attribution, speaker, maker)])


@click.command(cls=Command, examples=("onrecord undo record.db", "onrecord undo record.db 2"))
@record_argument
@click.argument("which", type=WORDS, required=False)
@click.option("--all", "everything", is_flag=True, help="All judgements.")
@processes_option
@page_options(*PAGE_FORMATS)
def undo(
    record: Locator,
    which: str | None,
    everything: bool,  # noqa: FBT001 - a flag of the command line
    **how: Any,
) -> None:
    """Take a judgement back: the last, or that of the number or id WHICH that `onrecord judgements` tells.

    The record is then as if it had never been judged.
    """
    if everything and which:
        raise InputError(f"--all and {which}: take back all, or one")

    def left(judgements: Sequence[Judgement], _view: View) -> Sequence[Judgement]:
        if not judgements:
            raise InputError(f"{record}: nothing was judged in it, there is nothing to take back")
        gone = set(judgements) if everything else {_found(record, judgements, which)}
        return [one for one in judgements if one not in gone]

    _change(record, How(by="", why="", **how), left)


@click.command(
    cls=Command,
    examples=(
        "onrecord judgements record.db",
        "onrecord judgements record.db --format csv -o judgements.csv",
        "onrecord judgements other.db --import judgements.csv",
    ),
)
@record_argument
@click.option(
    "--import",
    "table",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Add the judgements of this CSV file, as judged after those that are here.",
)
@processes_option
@page_options(*PAGE_FORMATS, Format.CSV)
def judgements(record: Locator, table: Path | None, **how: Any) -> None:
    """What was judged in the record, by whom, when and why, and what of it still holds.

    With --format csv a table, which --import adds to any record of the same articles.
    """
    told = How(by="", why="", **how)
    if table is None:
        with open_view(record) as view:
            page = ask("judgements")(view, quote(as_told(str(record))))
        show(page, told.form, told.output)
        return
    if Format.CSV in {told.form, format_of(told.output)}:
        raise InputError("--import, and a table to write: import first, then write the table")
    read = read_judgements(table)
    _add(record, told, lambda _view, _maker: read)


def _add(record: Locator, how: How, judged: Judged) -> None:
    """The judgements are in, the record follows them, and what changed is shown."""
    _change(record, how, added(judged, how.maker))


def added(judged: Judged, maker: Maker) -> Change:
    """The judgements after those that are there, each once."""

    def change(before: Sequence[Judgement], view: View) -> Sequence[Judgement]:
        known = {one.id for one in before}
        new = {one.id: one for one in judged(view, maker) if one.id not in known}
        return [*before, *new.values()]

    return change


def _change(record: Locator, how: How, change: Change) -> None:
    if how.form is None and format_of(how.output) is Format.CSV:
        raise InputError(f"{how.output}: what changed is no table; name a file that ends otherwise")
    show(corrected(record, change, how.processes), how.form, how.output)


def corrected(record: Locator, change: Change, processes: int) -> CorrectionPage:
    """What came of the change: the record has the judgements that it leaves, and follows them."""
    with open_view(record) as view:  # says what is wrong with the file, where anything is
        steps = Steps(reading=view.read_by, deriving=DERIVE_VERSION)
    with (
        open_writer(record, steps) as writer,
        LocalEngine(processes=processes) as engine,
        progress_bar() as progress,
        writer.deriving(lambda holder: progress(Progress(step="waiting", done=0, held_by=holder))),
    ):
        view = writer.view()  # people judge what they read
        before = census(view)
        held = view.judgements()
        wanted = tuple(change(held, view))
        if wanted != held:
            judge(wanted, writer, engine, progress)
    with open_view(record) as view:
        return correction_page(view, before)


def _found(record: Locator, judgements: Sequence[Judgement], which: str | None) -> Judgement:
    """The judgement of that number or id, the last where none is given."""
    if which is None:
        return judgements[-1]
    for number, one in enumerate(judgements, start=1):
        if which in {str(number), one.id}:
            return one
    raise InputError(
        f"{record}: there is no judgement {which}, only 1 to {len(judgements)}; "
        f"`onrecord judgements {quote(str(record))}` lists them"
    )
