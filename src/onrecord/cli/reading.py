"""The options of a command that reads: what is read, and how pages are fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.options import WORDS
from onrecord.read import ReadOptions, WebOptions
from onrecord.read.web.options import plain_host
from onrecord.store import Locator
from onrecord.text.exports import PARTS, Fields

F = TypeVar("F", bound=Callable[..., Any])
LONGEST_PAUSE = 3_600.0

OPTIONS = (
    click.option(
        "--max-bytes",
        type=click.IntRange(1),
        default=ReadOptions().max_bytes,
        show_default=True,
        envvar="ONRECORD_MAX_BYTES",
        help="Larger files and pages are not read, nor those that would be larger unpacked.",
    ),
    click.option(
        "--urls",
        "lists",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="A list of addresses to fetch, one a line. May be given again.",
    ),
    click.option(
        "--fields",
        multiple=True,
        metavar="PART=NAME",
        envvar="ONRECORD_FIELDS",
        help="What a JSON or CSV export calls a part of its articles: text=story. Usual names are known.",
    ),
    click.option(
        "--user-agent",
        type=WORDS,
        metavar="NAME",
        default=WebOptions().user_agent,
        show_default=True,
        envvar="ONRECORD_USER_AGENT",
        help="Who asks, as servers see it; add how to reach you: “desk/1.0 (mail@desk.example)”.",
    ),
    click.option(
        "--pause",
        type=click.FloatRange(0.0, LONGEST_PAUSE),
        default=WebOptions().pause_seconds,
        show_default=True,
        envvar="ONRECORD_PAUSE",
        help="Seconds between two requests to one host; more where its robots.txt asks for it.",
    ),
    click.option(
        "--allow-host",
        "allowed_hosts",
        multiple=True,
        metavar="HOST",
        envvar="ONRECORD_ALLOW_HOST",
        help="Fetch from this host though its address is a private one. May be given again.",
    ),
)


def reading_options(command: F) -> F:
    """The options of all that can be read, on one command."""
    return reduce(lambda decorated, option: option(decorated), reversed(OPTIONS), command)


def as_reading(how: Mapping[str, Any], record: Locator) -> ReadOptions:
    """How captures are found, as the options say."""
    if not how["user_agent"].strip() or not (how["user_agent"].isascii() and how["user_agent"].isprintable()):
        raise click.BadParameter("a name is needed, in plain letters (ASCII)", param_hint="--user-agent")
    web = WebOptions(
        user_agent=how["user_agent"].strip(),
        allowed_hosts=frozenset(map(plain_host, how["allowed_hosts"])),
        pause_seconds=how["pause"],
    )
    return ReadOptions(
        max_bytes=how["max_bytes"],
        passed_over=record if isinstance(record, Path) else None,
        lists=tuple(how["lists"]),
        fields=_as_fields(how["fields"]),
        web=web,
    )


def _as_fields(told: Sequence[str]) -> Fields:
    """The names of parts: "text=story", or several with commas between them."""
    given = {}
    for each in (pair for some in told for pair in some.split(",") if pair.strip()):
        part, _, name = each.partition("=")
        if part.strip() not in PARTS or not name.strip():
            known = ", ".join(PARTS)
            raise click.BadParameter(
                f"“{each}” names no part; write PART=NAME, a part of {known}", param_hint="--fields"
            )
        given[part.strip()] = name.strip()
    return Fields(given=given)
