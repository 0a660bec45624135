"""The command that keeps a record growing, and tells what is new in it."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from onrecord.clean import CleanOptions
from onrecord.cli import added
from onrecord.cli.building import Plan
from onrecord.cli.options import RECORD, WORDS, Command, as_told, processes_option
from onrecord.cli.reading import as_reading, reading_options
from onrecord.cli.rounds import Feed, Watch, watch_on, watch_once
from onrecord.cli.stopping import Stop, Stopped
from onrecord.cli.taggers import chosen, tagger_named, tagger_option
from onrecord.cli.telling import JsonLines, Receiver, Terminal, Webhook, secret_of
from onrecord.cli.timing import CLOCK, Clock, TimeSpan
from onrecord.pipeline import BuildOptions
from onrecord.read import check
from onrecord.read.stdin import NAME as PIPED_IN
from onrecord.read.web.addressing import plain_address
from onrecord.read.web.posting import Poster
from onrecord.records.errors import InputError
from onrecord.store import Locator, called

SECRET = "ONRECORD_WEBHOOK_SECRET"  # noqa: S105 - the name of the variable that holds it


@click.command(
    cls=Command,
    examples=(
        "onrecord watch feeds.opml -o record.db",
        "onrecord watch https://outlet.example/feed -o record.db --every 1h --atom public/record.atom",
        "onrecord watch feeds.opml -o record.db --webhook https://desk.example/in --webhook-secret-file secret",
        "*/15 * * * *  onrecord watch --once feeds.opml -o record.db    # in a crontab: mails what is new",
    ),
)
@click.argument("paths", nargs=-1)
@click.option(
    "-o",
    "--output",
    "record",
    required=True,
    type=RECORD,
    help="The record: made where there is none. What it holds when it is first watched is nothing new.",
)
@click.option("--once", is_flag=True, help="One round, then an end: for cron.")
@click.option(
    "--every",
    type=TimeSpan(),
    default="15m",
    show_default=True,
    envvar="ONRECORD_EVERY",
    help="From the beginning of one round to that of the next: 15m, 2h, 1d.",
)
@click.option(
    "--changes",
    is_flag=True,
    help="Ask again for listed pages that the record has, whether they have changed: one request a page and round.",
)
@click.option(
    "--jsonl", type=click.Path(dir_okay=False, path_type=Path), help="Also add what is new to this file, as JSON lines."
)
@click.option(
    "--webhook",
    metavar="URL",
    type=WORDS,
    envvar="ONRECORD_WEBHOOK",
    help="Also POST each notice to this address, signed; a private one must be allowed by --allow-host.",
)
@click.option(
    "--webhook-secret-file",
    "secret_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file with the secret that signs them; or the variable {SECRET} holds it.",
)
@click.option(
    "--atom",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the latest 200 notices to this file as an Atom feed.",
)
@click.option("--atom-title", type=WORDS, metavar="TITLE", help="What the feed is called.  [default: the record]")
@click.option("--atom-url", type=WORDS, metavar="URL", help="Where readers find the feed, for its link to itself.")
@processes_option
@tagger_option
@reading_options
@click.pass_context
def watch(context: click.Context, /, paths: tuple[str, ...], record: Locator, **how: Any) -> None:
    """Keep a record growing from feeds, and tell what is new: statements, changed positions, differences.

    Give OPML files, addresses of feeds, lists of pages, or files, as to build. What is new is printed, and
    kept in the record until everyone who is told has taken it: a stop, a crash or a receiver that is down loses
    nothing. A feed that fails is told and does not end the watch. Ctrl-C and SIGTERM do, when what is being told
    has been.
    """
    settings = Settings(paths=paths, record=record, how=how)
    stop = Stop()
    try:
        with stop.heeded(), ExitStack() as opened:
            asked = settings.watch(CLOCK, stop, opened)
            if how["once"]:
                context.exit(watch_once(asked))
            watch_on(asked, how["every"])
    except Stopped as stopped:
        click.echo(f"\nonrecord: stopped; the same command goes on with {as_told(str(record))}", err=True)
        context.exit(stopped.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the command was given."""

    paths: tuple[str, ...]
    record: Locator
    how: dict[str, Any]

    def watch(self, clock: Clock, stop: Stop, opened: ExitStack) -> Watch:
        """What is watched and who is told; `opened` closes what it holds open."""
        tagger = chosen(self.record, self.how["tagger"])
        plan = Plan(
            paths=self.paths,
            record=self.record,
            tagger=tagger,
            processes=self.how["processes"],
            reading=as_reading(self.how, self.record),
            options=BuildOptions(clean=added.cleaning() or CleanOptions(), tagger=tagger_named(tagger)),
        )
        if not plan.names_any:
            raise InputError(f"{self.record}: nothing to watch; name OPML files or addresses of feeds before -o")
        if PIPED_IN in self.paths and not self.how["once"]:
            raise InputError("what is piped in comes once; add --once, or name a file or an address")
        check(plan.paths, plan.reading)
        return Watch(
            plan=plan,
            receivers=tuple(self._receivers(plan, clock, stop, opened)),
            clock=clock,
            feed=self._feed(),
            is_settled=(lambda _: False) if self.how["changes"] else None,
        )

    def _receivers(self, plan: Plan, clock: Clock, stop: Stop, opened: ExitStack) -> list[Receiver]:
        receivers: list[Receiver] = []
        if self.how["jsonl"]:
            receivers.append(JsonLines(path=self.how["jsonl"], stop=stop))
        if self.how["webhook"]:
            url = plain_address(self.how["webhook"])
            if url is None:
                raise InputError(f"--webhook {self.how['webhook']}: no address; write https://desk.example/in")
            poster = Poster(plan.reading.web)
            opened.callback(poster.close)
            receivers.append(Webhook(url=url, secret=self._secret(), poster=poster, clock=clock, stop=stop))
        # Whoever reads stdout may go away, and the program with it: the others have been told by then.
        receivers.append(Terminal(record=as_told(str(self.record)), stop=stop))
        return receivers

    def _secret(self) -> bytes:
        file: Path | None = self.how["secret_file"]
        if file is None:
            if SECRET not in os.environ:
                mend = f"name a file that has it with --webhook-secret-file, or set {SECRET}"
                raise InputError(f"--webhook: there is no secret to sign with; {mend}")
            return secret_of(os.environ[SECRET], SECRET)
        try:
            return secret_of(file.read_text(encoding="utf-8"), str(file))
        except (OSError, UnicodeDecodeError) as error:
            said = getattr(error, "strerror", None) or "it is no text"
            raise InputError(f"{file}: {said.lower()}; name a file with the secret that you may read") from error

    def _feed(self) -> Feed | None:
        if self.how["atom"] is None:
            return None
        title = self.how["atom_title"] or f"{as_told(called(self.record))}: what is new on record"
        return Feed(path=self.how["atom"], title=title, address=self.how["atom_url"])
