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
    setters = tuple(getattr(record, name).__set__ for name in names)
    several = len(names) > 1

    def getstate(self: object) -> tuple[Any, ...]:
        values = held(self)
        return values if several else (values,)

    def setstate(self: object, state: tuple[Any, ...]) -> None:
        for setter, value in zip(setters, state, strict=True):
            setter(self, value)

    record.__getstate__ = getstate  # type: ignore[method-assign]
    record.__setstate__ = setstate  # type: ignore[attr-defined]
    return record
