"""The record for other programs, and the proof that it says what the archive says."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import click

from onrecord.cli.options import PAGE_FORMATS, Command, output_option, page_options, record_argument, story_option
from onrecord.cli.output import deliver, show
from onrecord.pages.checking import verify_page
from onrecord.pages.export import EXPORTS, OF_STORIES
from onrecord.pages.formats import Format
from onrecord.pages.stories import choose_stories
from onrecord.records.errors import InputError
from onrecord.store import Locator, View, open_view

MISMATCH = 1


@click.command(
    cls=Command,
    examples=("onrecord export record.db --format jsonl -o record.jsonl", "onrecord export record.db -o record.wacz"),
)
@record_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(EXPORTS)),
    help="The form of the export.  [default: what the file's ending says, else jsonl]",
)
@story_option
@output_option("Write to this file, whole or not at all, instead of the terminal.")
def export(record: Locator, form: str | None, story: str | None, output: Path | None) -> None:
    """Write the record for other programs: as rows, one JSON object a line, or its archive for replay tools (wacz).

    Both come in a fixed order: the same record gives the same bytes.
    """
    chosen = _form_of(form, output)
    # The rows are let go before the record is closed, also where nobody reads them to the end.
    with open_view(record) as view, closing(_exported(view, chosen, story)) as pieces:
        deliver(pieces, output)


def _form_of(form: str | None, output: Path | None) -> str:
    ending = output.suffix.lower().removeprefix(".") if output else ""
    chosen = form or (ending if ending in EXPORTS else "jsonl")
    if output and chosen == "wacz" != ending:
        raise InputError(f"{output}: replay tools know such an archive by its ending; name it {output.stem}.wacz")
    return chosen


def _exported(view: View, form: str, story: str | None) -> Generator[bytes]:
    if story is None:
        return EXPORTS[form](view)
    if form not in OF_STORIES:
        raise InputError(
            f"--story: {form} is of whole records; leave it out, or add --format {' or '.join(OF_STORIES)}"
        )
    (chosen,) = choose_stories(view, story)
    return OF_STORIES[form](view, chosen)


@click.command(cls=Command, examples=("onrecord verify record.db",))
@record_argument
@page_options(*PAGE_FORMATS)
@click.pass_context
def verify(context: click.Context, record: Locator, form: Format | None, output: Path | None) -> None:
    """Decode every archived file again and compare every span of the record with what stands there.

    Exits with 1 where anything does not match, and lists it.
    """
    with open_view(record) as view:
        page = verify_page(view)
    show(page, form, output)
    if page.mismatches:
        context.exit(MISMATCH)
