"""The `onrecord` command: finds the subcommand, and turns every failure into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from onrecord import __version__

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
READER_GONE = 141  # 128 + SIGPIPE, likewise


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where a command lives and what it does; read without importing it."""

    place: str
    does: str


COMMANDS = {
    "build": Entry(place="onrecord.cli.building:build", does="Read articles, from files or the net, into a record."),
    "watch": Entry(place="onrecord.cli.watching:watch", does="Keep it growing from feeds, and tell what is new."),
    "brief": Entry(place="onrecord.cli.asking:brief", does="The story on one page, cited."),
    "positions": Entry(place="onrecord.cli.asking:positions", does="Who holds what line, and since when."),
    "timeline": Entry(place="onrecord.cli.asking:timeline", does="What was said, day by day."),
    "differ": Entry(place="onrecord.cli.asking:differ", does="Where the reports differ."),
    "sources": Entry(place="onrecord.cli.asking:sources", does="What was read, and what could not be."),
    "origins": Entry(place="onrecord.cli.asking:origins", does="Who carried what from whom; also as a picture."),
    "who": Entry(place="onrecord.cli.asking:who", does="One person or body: roles, lines, words."),
    "search": Entry(place="onrecord.cli.asking:search", does="Find words in what was said and written."),
    "searches": Entry(place="onrecord.cli.asking:searches", does="The searches kept by name; let one go."),
    "text": Entry(place="onrecord.cli.asking:text", does="One article as archived, with who said what."),
    "serve": Entry(place="onrecord.cli.serving:serve", does="Open the record in a browser."),
    "versions": Entry(place="onrecord.cli.asking:versions", does="What changed in pages that were found again."),
    "merge": Entry(place="onrecord.cli.correcting:merge", does="Say that two names are one."),
    "split": Entry(place="onrecord.cli.correcting:split", does="Say that a name is not another's."),
    "rename": Entry(place="onrecord.cli.correcting:rename", does="Say what someone is called."),
    "describe": Entry(place="onrecord.cli.correcting:describe", does="Say what no article tells of someone."),
    "assign": Entry(place="onrecord.cli.correcting:assign", does="Say who said it."),
    "judgements": Entry(place="onrecord.cli.correcting:judgements", does="What was judged, by whom, and why."),
    "undo": Entry(place="onrecord.cli.correcting:undo", does="Take a judgement back."),
    "export": Entry(place="onrecord.cli.exporting:export", does="The whole record for other programs."),
    "verify": Entry(place="onrecord.cli.exporting:verify", does="Check every quotation against the archive."),
    "demo": Entry(place="onrecord.cli.building:demo", does="Build the examples and print their brief."),
}


class Commands(click.Group):
    """Subcommands that are imported when they are called; the list of them needs none."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].place.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101 - holds by the table above
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called, or what the user may have meant."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            close = import_module("difflib").get_close_matches(args[0], COMMANDS, n=1)
            meant = f"; did you mean “{close[0]}”?" if close else "."
            raise click.UsageError(f"There is no command “{args[0]}”{meant}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands is written from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.does) for name, entry in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What a user wants to look up stands at the end."""
        for heading, text in AFTER_THE_COMMANDS.items():
            with formatter.section(heading):
                formatter.write(text)


AFTER_THE_COMMANDS = {
    "Example": "  onrecord build coverage/ -o record.db\n  onrecord brief record.db\n",
    "Settings": (
        "  ./onrecord.toml, or the file that --config names, has a table for each\n"
        "  command ([build]) with its options (processes = 4). The environment goes\n"
        "  before it (ONRECORD_PROCESSES=4), and an option of the command before both.\n"
    ),
    "Exit codes": (
        "  0  done; files that could not be read are listed and do not fail a build\n"
        "  1  verify: something does not match; watch --once: somebody could not be\n"
        "     told; else the output could not be written, or a fault of onrecord\n"
        "  2  a path, an option or a name given is wrong, or no file could be read\n"
        "  3  the record cannot be used: no record, too new, held, or no space left\n"
        "  130 interrupted; 143 ended by SIGTERM; 141 the reader of a pipe went away\n"
    ),
}


@click.group(cls=Commands, context_settings={"auto_envvar_prefix": "ONRECORD"})
@click.version_option(__version__, prog_name="onrecord")
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Settings in TOML.  [default: ./onrecord.toml where there is one]",
)
@click.pass_context
def onrecord(context: click.Context, config: Path | None) -> None:
    """Turn news coverage into a record of who said what, when, and according to whom.

    Every word it shows as said stands in an archived article and can be checked there.
    """
    settings = import_module("onrecord.cli.settings")
    context.default_map = settings.read_settings(config, tuple(COMMANDS))


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line; every failure has been told on stderr in one line."""
    try:
        code = onrecord.main(arguments, prog_name="onrecord", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as asked:
        asked.show()
        return asked.exit_code
    except click.ClickException as wrong:
        return _tell(_usage(wrong), wrong.exit_code)
    except click.Abort:
        return _tell("interrupted", INTERRUPTED)
    except SystemExit:  # click's way when the reader of a help text goes away
        return READER_GONE
    except Exception as failure:  # noqa: BLE001 - the door
        _trace()
        return _tell(*_explained(failure))
    return code if isinstance(code, int) else 0


def _tell(message: str, code: int) -> int:
    click.echo(f"onrecord: {message}", err=True)
    return code


def _usage(wrong: click.ClickException) -> str:
    message = wrong.format_message()
    context = getattr(wrong, "ctx", None)
    return f"{message} Try “{context.command_path} --help”." if context else message


def _explained(failure: Exception) -> tuple[str, int]:
    """What went wrong in one line, and the exit code."""
    errors = import_module("onrecord.records.errors")  # here, so that --help need not wait for it
    if isinstance(failure, errors.OnrecordError):
        return (str(failure), int(failure.exit_code))
    if isinstance(failure, OSError) and failure.errno:
        said = (failure.strerror or str(failure)).lower()
        if failure.filename:
            return (f"{failure.filename}: {said}; check that it is there and that you may use it", 1)
        mend = "make room where the output and temporary files go (TMPDIR), or name other places"
        return (f"the system refused to go on: {said}; {mend}", 1)
    fault = f"{type(failure).__name__}: {failure}"
    return (f"{fault}; this is a fault of onrecord: ONRECORD_DEBUG=1 shows where", 1)


def _trace() -> None:
    if os.environ.get("ONRECORD_DEBUG"):
        import_module("traceback").print_exc()
