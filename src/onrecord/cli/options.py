"""What the commands have in common: their arguments and options, and the settings that go with them."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from onrecord.pages.formats import Format
from onrecord.records.errors import InputError
from onrecord.store import Locator, Server, locator

F = TypeVar("F", bound=Callable[..., Any])
PAGE_FORMATS = (Format.TEXT, Format.MD, Format.HTML, Format.JSON)


class Command(click.Command):
    """A command that shows examples, and refuses settings it does not know."""

    def __init__(self, *args: Any, examples: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples stand at the end of the help, as they are typed."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Example" if len(self._examples) == 1 else "Examples"):
            formatter.write("".join(f"  {example}\n" for example in self._examples))

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context, with the settings of this command's table as defaults of its options."""
        if parent and parent.default_map:
            given = parent.default_map.get(info_name or "", {})
            parent.default_map = {**parent.default_map, str(info_name): self._defaults(given)}
        return super().make_context(info_name, args, parent, **extra)

    def _defaults(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The settings by the names of the parameters; InputError for one that no option has."""
        options = {name: one.name for one in self.params for name in one.opts if name.startswith("--")}
        for key in given:
            if f"--{key}" not in options:
                known = ", ".join(sorted(name.removeprefix("--") for name in options))
                raise InputError(f"settings, [{self.name}]: there is no option “{key}”; there are {known}")
        return {str(options[f"--{key}"]): given[key] for key in given}


class Words(click.ParamType[str]):
    """Words as they were typed, whatever the locale; a byte that is no text is told as the record tells it."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """The words as text that every part of the program can take."""
        return as_told(str(value))


WORDS = Words()


class Record(click.ParamType[Locator]):
    """A record's file, or the address of the database that holds it."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Locator:  # noqa: ARG002
        """Where the record lies; whether it can be read is the store's to say."""
        return value if isinstance(value, Path | Server) else locator(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Files, as for a path."""
        return click.Path().shell_complete(ctx, param, incomplete)


RECORD = Record()


def as_told(typed: str) -> str:
    r"""What was typed, as text: its bytes are UTF-8 whatever the locale says, one that is no text is `\udcxx`."""
    given = typed.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    return given.encode("utf-8", "backslashreplace").decode()


def record_argument(command: F) -> F:
    """RECORD, what `build` made: a file, or the address of a database."""
    return click.argument("record", type=RECORD)(command)


def processes_option(command: F) -> F:
    """--processes, for a command that reads or links."""
    return click.option(
        "--processes",
        type=click.IntRange(1),
        default=lambda: len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        show_default="one a core",
        envvar="ONRECORD_PROCESSES",
        help="How much is worked on at once. The record is the same.",
    )(command)


def by_option(command: F) -> F:
    """--by, for a command that keeps what someone says."""
    return click.option(
        "--by",
        type=WORDS,
        default=_login,
        show_default="your login name",
        envvar="ONRECORD_BY",
        metavar="NAME",
        help="Who says so; kept with it.",
    )(command)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return ""


def story_option(command: F) -> F:
    """--story, for records that hold several."""
    return click.option(
        "--story",
        type=WORDS,
        metavar="WORDS",
        help="Only the story with these words in its headline, or of this number.",
    )(command)


def output_option(explained: str) -> Callable[[F], F]:
    """-o FILE."""
    return click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help=explained)


def format_option(*formats: Format) -> Callable[[F], F]:
    """--format, for a command that shows a page."""
    return click.option(
        "--format",
        "form",
        type=click.Choice([str(one) for one in formats]),
        envvar="ONRECORD_FORMAT",
        callback=_as_format,
        help="How the page is written.  [default: text]",
    )


def page_options(*formats: Format) -> Callable[[F], F]:
    """--format and -o, for a command that shows a page."""
    output = output_option("Write to this file instead of the terminal; its ending chooses the format.")
    return lambda command: format_option(*formats)(output(command))


def _as_format(context: click.Context, parameter: click.Parameter, value: str | None) -> Format | None:  # noqa: ARG001
    return Format(value) if value else None
