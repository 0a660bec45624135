"""Which tagger reads a record: the one that is asked for, else the one that read it before."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from onrecord.annotate import Tagger
from onrecord.annotate.taggers import DEFAULT, TAGGERS
from onrecord.cli import added
from onrecord.cli.options import as_told
from onrecord.records.errors import InputError
from onrecord.store import Locator, read_last_by

F = TypeVar("F", bound=Callable[..., Any])
# The name in what `pipeline.steps_of` tells, of a record that was made before records told it themselves.
STEPS = re.compile(r", annotate \S+ (\w+)-")


def tagger_option(command: F) -> F:
    """--tagger, for a command that reads."""
    return click.option(
        "--tagger",
        type=added.Name(TAGGERS, added.TAGGERS),
        show_default=f"what the record was read by, else {DEFAULT}",
        envvar="ONRECORD_TAGGER",
        help="What finds who said what: a small model, one half as large, or rules alone.",
    )(command)


def tagger_of(record: Locator) -> str | None:
    """The name of the tagger that read the record last; None where nothing was read, or by one without a name."""
    name, reading = read_last_by(record)
    told = STEPS.search(reading)
    return name or (told[1] if told and told[1] in TAGGERS else None)


def chosen(record: Locator, asked: str | None) -> str:
    """The name of the tagger that is to read the record; it is said where it reads all of it again."""
    before = tagger_of(record)
    name = asked or before or DEFAULT
    if before is not None and name != before:
        click.echo(
            f"onrecord: {as_told(str(record))} was read by --tagger {before}; {name} reads all of it again", err=True
        )
    return name


def tagger_named(name: str) -> Callable[[], Tagger]:
    """What makes the tagger of that name; InputError where a package added it that is not here."""
    if name not in TAGGERS and name not in added.added(added.TAGGERS):
        raise InputError(
            f"{name}: the record was read by this tagger, which no installed package adds; install the one that does, "
            "or name another tagger with --tagger"
        )
    return added.named(name, TAGGERS, added.TAGGERS)
