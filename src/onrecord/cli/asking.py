"""The commands that ask a record one question each and show the page that answers it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.options import (
    PAGE_FORMATS,
    WORDS,
    Command,
    as_told,
    by_option,
    page_options,
    record_argument,
    story_option,
)
from onrecord.cli.output import deliver, show
from onrecord.pages import ask
from onrecord.pages.formats import Format
from onrecord.store import Locator, open_view, open_writer

ALL = "all"
RAW = "raw"


@click.command(
    cls=Command,
    examples=("onrecord brief record.db", 'onrecord brief record.db --story "ferry tolls" -o tolls.html'),
)
@record_argument
@story_option
@page_options(*PAGE_FORMATS, Format.SVG)
def brief(record: Locator, story: str | None, form: Format | None, output: Path | None) -> None:
    """The story on one page: who holds what line, what was said when, where reports differ, the sources.

    Each number in brackets leads to outlet, file and offset. Several stories are shown one by one.
    """
    with open_view(record) as view:
        page = ask("brief")(view, as_told(str(record)), story)
    show(page, form, output)


@click.command(cls=Command, examples=("onrecord positions record.db --party Kaldavia",))
@record_argument
@story_option
@click.option("--party", type=WORDS, metavar="NAME", help="Only the lines of this party.")
@page_options(*PAGE_FORMATS)
def positions(record: Locator, story: str | None, party: str | None, form: Format | None, output: Path | None) -> None:
    """Who holds what line on what, since when, in whose words, and what changed."""
    with open_view(record) as view:
        page = ask("positions")(view, story, party)
    show(page, form, output)


@click.command(cls=Command, examples=("onrecord timeline record.db --speaker Vantor",))
@record_argument
@story_option
@click.option("--speaker", type=WORDS, metavar="NAME", help="Only what this person or body said.")
@page_options(*PAGE_FORMATS)
def timeline(record: Locator, story: str | None, speaker: str | None, form: Format | None, output: Path | None) -> None:
    """What was said, by the day on which it was said; what bears no day stands at the end."""
    with open_view(record) as view:
        page = ask("timeline")(view, story, speaker)
    show(page, form, output)


@click.command(cls=Command, examples=("onrecord differ record.db",))
@record_argument
@story_option
@page_options(*PAGE_FORMATS)
def differ(record: Locator, story: str | None, form: Format | None, output: Path | None) -> None:
    """Where the reports differ: figures, dates, places and words, with the wording of each side.

    Each quotation that was printed in several wordings is laid out word by word against the fullest.
    """
    with open_view(record) as view:
        page = ask("differ")(view, story)
    show(page, form, output)


@click.command(cls=Command, examples=("onrecord sources record.db", "onrecord sources record.db --rejected"))
@record_argument
@story_option
@click.option("--rejected", is_flag=True, help="What could not be read instead, with the cause and the mend.")
@page_options(*PAGE_FORMATS)
def sources(
    record: Locator,
    story: str | None,
    rejected: bool,  # noqa: FBT001 - a flag of the command line
    form: Format | None,
    output: Path | None,
) -> None:
    """The articles that were read: outlet, headline, date and how it is known, and the agency behind it."""
    with open_view(record) as view:
        page = ask("rejected")(view) if rejected else ask("sources")(view, story)
    show(page, form, output)


@click.command(
    cls=Command,
    examples=(
        "onrecord origins record.db --story tolls",
        'onrecord origins record.db --statement "not a gift" -o gift.svg',
        "onrecord origins record.db --format json",
    ),
)
@record_argument
@story_option
@click.option("--statement", type=WORDS, metavar="WORDS", help="Only the statement with these words, or of this id.")
@page_options(*PAGE_FORMATS, Format.SVG)
def origins(
    record: Locator, story: str | None, statement: str | None, form: Format | None, output: Path | None
) -> None:
    """Who carried what from whom: speaker, occasion, agencies, outlets, articles.

    SVG is a picture of it; JSON has it in the terms of PROV-O, too.
    """
    with open_view(record) as view:
        page = ask("origins")(view, story, statement)
    show(page, form, output)


@click.command(cls=Command, examples=("onrecord who record.db Vantor", "onrecord who record.db Vantor --why"))
@record_argument
@click.argument("name", type=WORDS)
@click.option("--why", is_flag=True, help="Also why these names are taken for one, and these words for theirs.")
@page_options(*PAGE_FORMATS)
def who(
    record: Locator,
    name: str,
    why: bool,  # noqa: FBT001 - a flag of the command line
    form: Format | None,
    output: Path | None,
) -> None:
    """One person or body: the forms of the name, roles, lines, and all that was said, by day."""
    with open_view(record) as view:
        page = ask("why" if why else "who")(view, name)
    show(page, form, output)


@click.command(
    cls=Command,
    examples=(
        "onrecord search record.db ferry tolls",
        "onrecord search record.db '\"a river is not a gift\"'",
        "onrecord search record.db 'toll* OR charge -ferry speaker:Vantor before:2031-05-09'",
        'onrecord search record.db ferry tolls --exact --save "Ferry tolls"',
    ),
)
@record_argument
@click.argument("words", type=WORDS, nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many results.")
@click.option("--exact", is_flag=True, help="Only what has the words, not what was said in other words.")
@click.option(
    "--save",
    "saved",
    type=WORDS,
    metavar="NAME",
    help="Keep the search by this name: “onrecord watch” tells what it finds anew, “serve” has it as a page and feed.",
)
@by_option
@page_options(*PAGE_FORMATS)
def search(  # noqa: PLR0913, PLR0917 - as many as there are options
    record: Locator,
    words: tuple[str, ...],
    limit: int,
    exact: bool,  # noqa: FBT001 - a flag of the command line
    saved: str | None,
    by: str,
    form: Format | None,
    output: Path | None,
) -> None:
    """Find what was said, or written, with these words, and what was said in other words.

    "…" finds a phrase, toll* what begins so, OR either of two, -ferry what is without it. Fields: speaker:, party:,
    outlet:, said:, before:, after:, to:, via:, issue:, stance:, form:, in:. Put -- before a query that begins with -.
    """
    query = " ".join(words)
    with open_view(record) as view:
        page = ask("exact search" if exact else "search")(view, query, limit)
    if saved is not None:
        _keep(record, saved, query, "words" if exact else None, by)
    show(page, form, output)


def _keep(record: Locator, name: str, query: str, way: str | None, by: str) -> None:
    """The search is kept under the name."""
    from onrecord.pages.faceting import Wanted  # noqa: PLC0415 - most searches are not kept, and start sooner without
    from onrecord.pages.searches import saved_search  # noqa: PLC0415 - likewise

    made = datetime.now(UTC).isoformat(timespec="seconds")
    found = saved_search(name.strip(), query, Wanted(way=way), by, made)
    with open_writer(record) as writer:
        writer.keep_search(found)
    click.echo(f"onrecord: kept as “{found.name}”; “onrecord watch” tells what it finds anew", err=True)


@click.command(
    cls=Command, examples=("onrecord searches record.db", 'onrecord searches record.db --forget "Ferry tolls"')
)
@record_argument
@click.option("--forget", type=WORDS, metavar="NAME", help="Keep the search of this name no more, and show the others.")
@page_options(*PAGE_FORMATS)
def searches(record: Locator, forget: str | None, form: Format | None, output: Path | None) -> None:
    """The searches kept by name, with “onrecord search --save” or in the browser."""
    if forget is not None:
        from onrecord.pages.searches import search_named  # noqa: PLC0415 - seldom, and other commands start sooner

        with open_view(record) as view:
            gone = search_named(view.searches(), forget)
        with open_writer(record) as writer:
            writer.forget_search(gone.id)
        click.echo(f"onrecord: “{gone.name}” is kept no more", err=True)
    with open_view(record) as view:
        page = ask("searches")(view)
    show(page, form, output)


@click.command(
    cls=Command,
    examples=(
        "onrecord text record.db quenzagazette_brief_kaldavia.txt",
        "onrecord text record.db quenzagazette_brief_kaldavia.txt --all",
    ),
)
@record_argument
@click.argument("article", type=WORDS)
@click.option("--all", "keep", flag_value=ALL, help="Also what was left out, struck out, with the reason.")
@click.option("--raw", "keep", flag_value=RAW, help="The archived text alone, unchanged: offsets count in it.")
@page_options(*PAGE_FORMATS)
def text(record: Locator, article: str, keep: str | None, form: Format | None, output: Path | None) -> None:
    """One article as archived, with what was said marked and numbered; menus and adverts are left out.

    ARTICLE is an id, a path, or the end of a path.
    """
    with open_view(record) as view:
        if keep == RAW:
            deliver([view.find_article(article).text.encode()], output)
            return
        page = ask("whole text" if keep else "text")(view, article)
    show(page, form, output)


@click.command(
    cls=Command,
    examples=("onrecord versions record.db", "onrecord versions record.db outlet.example/ferry-tolls"),
)
@record_argument
@click.argument("article", type=WORDS, required=False)
@page_options(*PAGE_FORMATS)
def versions(record: Locator, article: str | None, form: Format | None, output: Path | None) -> None:
    """What changed in a page that was found again with other words, and what is no longer reported there.

    Without ARTICLE, the pages that have several versions. PATH@1 is the first, for “onrecord text” too.
    """
    with open_view(record) as view:
        page = ask("history")(view, article) if article else ask("versions")(view, as_told(str(record)))
    show(page, form, output)
