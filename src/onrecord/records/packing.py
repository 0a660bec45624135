"""How rows are pickled that travel by the thousand between processes and to the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def compact(record: type[T]) -> type[T]:
    """The frozen slotted dataclass, pickled by its fields in order: what it pickles to follows from what it holds.

    Python 3.11 looks the fields of a slotted dataclass up anew for every instance; asking once takes half the time.
    """
    names = tuple(field.name for field in fields(record))  # type: ignore[arg-type]
    held: Callable[[Any], Any] = attrgetter(*names)
    several = len(names) > 1

    def getstate(self: object) -> tuple[Any, ...]:
        values = held(self)
        return values if several else (values,)

    record.__getstate__ = getstate  # type: ignore[method-assign]
    record.__setstate__ = _setter_of(record, names)  # type: ignore[attr-defined]
    return record


def _setter_of(record: type[object], names: tuple[str, ...]) -> Callable[[Any, tuple[Any, ...]], None]:
    """What fills an instance with the values of all its fields, written out one by one: a loop takes twice as long.

    It is made as `dataclasses` makes `__init__`; the names are those of the class's own fields.
    """
    lines = [f"({', '.join(names)},) = state", *(f"set_{name}(self, {name})" for name in names)]
    made: dict[str, Any] = {f"set_{name}": getattr(record, name).__set__ for name in names}
    exec("def setstate(self, state):\n    " + "\n    ".join(lines), made)  # noqa: S102 - of field names alone
    setter: Callable[[Any, tuple[Any, ...]], None] = made["setstate"]
    return setter
