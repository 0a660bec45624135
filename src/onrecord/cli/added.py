"""What other packages add: taggers, exports and readers, found by their entry points when one is asked for.

Nothing that onrecord has itself can be replaced so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.records.errors import InputError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from onrecord.clean import AddedReader, CleanOptions

T = TypeVar("T")
TAGGERS, EXPORTS, READERS = "onrecord.taggers", "onrecord.exports", "onrecord.readers"


class Name(click.ParamType[str]):
    """A name that onrecord knows, or that an installed package adds to its group."""

    name = "name"

    def __init__(self, known: Iterable[str], group: str) -> None:
        self._known = tuple(known)
        self._group = group

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:  # noqa: ARG002
        """The names, for the help."""
        return f"[{'|'.join(self._all())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name; what is installed is only looked at where onrecord does not know it."""
        if value in self._known or value in added(self._group):
            return str(value)
        return self.fail(f"{value!r} is not one of {', '.join(map(repr, self._all()))}.", param, ctx)

    def _all(self) -> list[str]:
        return [*self._known, *(name for name in added(self._group) if name not in self._known)]


@cache
def added(group: str) -> Mapping[str, EntryPoint]:
    """The entry points of the group by name; of two with one name, that of the package whose name comes first."""
    metadata = import_module("importlib.metadata")  # takes longer to import than most commands take to answer
    found = sorted(metadata.entry_points(group=group), key=_package, reverse=True)
    return dict(sorted({one.name: one for one in found}.items()))


def named(name: str, known: Mapping[str, T], group: str) -> T:
    """What is called so, by onrecord or else by a package that adds it."""
    if name in known:
        return known[name]
    one = added(group)[name]
    try:
        found: T = one.load()
    except (ImportError, AttributeError) as error:
        raise InputError(
            f"{name}: {_package(one)} adds it, but {one.value} could not be loaded ({error}); install it anew"
        ) from error
    return found


def added_readers() -> tuple[AddedReader, ...]:
    """The readers that packages add, by the ending of the files they read."""
    readers = sorted(added(READERS).items())
    if not readers:
        return ()
    from onrecord.clean import AddedReader  # noqa: PLC0415 - slow to import, and most have none

    return tuple(
        AddedReader(ending=name.lower(), place=one.value, version=one.dist.version if one.dist else "")
        for name, one in readers
    )


def cleaning() -> CleanOptions | None:
    """How captures are cleaned where readers are added; None where there are none."""
    readers = added_readers()
    if not readers:
        return None
    from onrecord.clean import CleanOptions  # noqa: PLC0415 - likewise

    return CleanOptions(readers=readers)


def _package(one: EntryPoint) -> str:
    return one.dist.name if one.dist else one.value
