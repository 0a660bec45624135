"""The record for other programs, and the proof that it says what the archive says."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from onrecord.cli.options import PAGE_FORMATS, Command, output_option, page_options, record_argument
from onrecord.cli.output import deliver, show
from onrecord.pages.checking import verify_page
from onrecord.pages.export import EXPORTS
from onrecord.pages.formats import Format
from onrecord.store import Locator, open_view

MISMATCH = 1


@click.command(cls=Command, examples=("onrecord export record.db --format jsonl -o record.jsonl",))
@record_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(EXPORTS)),
    default="jsonl",
    show_default=True,
    help="The form of the export.",
)
@output_option("Write to this file, whole or not at all, instead of the terminal.")
def export(record: Locator, form: str, output: Path | None) -> None:
    """Write the whole record for other programs: one JSON object a line, in a fixed order."""
    # The rows are let go before the record is closed, also where nobody reads them to the end.
    with open_view(record) as view, closing(EXPORTS[form](view)) as rows:
        deliver(rows, output)


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
