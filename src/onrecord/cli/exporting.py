"""The record for other programs, and the proof that it says what the archive says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli import added
from onrecord.cli.options import PAGE_FORMATS, Command, page_options, record_argument, story_option
from onrecord.cli.output import deliver, deliver_folder, show
from onrecord.pages.checking import verify_page
from onrecord.pages.exports import EXPORTS, Shape
from onrecord.pages.formats import Format
from onrecord.pages.stories import choose_stories
from onrecord.records.errors import InputError
from onrecord.store import Locator, open_view

if TYPE_CHECKING:
    from onrecord.library import Record

MISMATCH = 1


@click.command(
    cls=Command,
    examples=(
        "onrecord export record.db --format jsonl -o record.jsonl",
        "onrecord export record.db --format parquet -o tables/",
        "onrecord export record.db -o record.wacz",
    ),
)
@record_argument
@click.option(
    "--format",
    "form",
    type=added.Name(EXPORTS, added.EXPORTS),
    help="The form of the export.  [default: what the file's ending says, else jsonl]",
)
@story_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file, or folder of tables, whole or not at all, instead of the terminal.",
)
def export(record: Locator, form: str | None, story: str | None, output: Path | None) -> None:
    """Write the record for other programs, in a fixed order: the same record gives the same bytes.

    csv and parquet are a folder with a file for each type of row, wacz is its archive for replay tools, the other
    forms are one file.
    """
    name = _form_of(form, output)
    if story is not None and not (name in EXPORTS and EXPORTS[name].of_story):
        able = " or ".join(one for one, known in EXPORTS.items() if known.of_story)
        raise InputError(f"--story: {name} is of whole records; leave it out, or add --format {able}")
    if name not in EXPORTS:
        _export_added(record, name, output)
        return
    chosen = EXPORTS[name]
    if chosen.shape is Shape.FOLDER and output is None:
        raise InputError(f"--format {name}: it is a file for each type of row; name a folder for them with -o")
    # The rows are let go before the record is closed, also where nobody reads them to the end.
    with open_view(record) as view:
        if chosen.shape is Shape.FOLDER and output is not None:
            with closing(chosen.files(view)) as files:
                deliver_folder(files, output)
        else:
            told = choose_stories(view, story)[0] if story is not None else None
            with closing(chosen.pieces(view, told)) as pieces:
                deliver(pieces, output)


def _export_added(record: Locator, name: str, output: Path | None) -> None:
    """The form that another package adds is written; it is given the record as programs see it."""
    from onrecord.library import open_record  # noqa: PLC0415 - slow to import, and rarely needed

    nothing: dict[str, Callable[[Record], Iterable[bytes]]] = {}
    export_record = added.named(name, nothing, added.EXPORTS)
    with open_record(record) as opened:
        deliver(export_record(opened), output)


def _form_of(form: str | None, output: Path | None) -> str:
    ending = output.suffix.lower().removeprefix(".") if output else ""
    chosen = form or (ending if ending in EXPORTS else "jsonl")
    if output and chosen == "wacz" != ending:
        raise InputError(f"{output}: replay tools know such an archive by its ending; name it {output.stem}.wacz")
    return chosen


@click.command(cls=Command, examples=("onrecord verify record.db",))
@record_argument
@page_options(*PAGE_FORMATS)
@click.pass_context
def verify(context: click.Context, record: Locator, form: Format | None, output: Path | None) -> None:
    """Decode every archived file again and compare every span of the record with what stands there.

    Exits with 1 where anything does not match, and lists it.
    """
    with open_view(record) as view:
        page = verify_page(view, added.cleaning())
    show(page, form, output)
    if page.mismatches:
        context.exit(MISMATCH)
