"""Rows that nothing but their id tells apart are joined before any pair is compared, and one stands for all.

Whatever is said of one of them against a third row would be said of the others too, so that comparing the one is
enough. Where even two such rows are not surely one (words of a speaker who is not known) each stands for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from onrecord.engine import Engine
from onrecord.engine.ordering import digest, pack
from onrecord.link.names import Judgement
from onrecord.records import Link, Verdict

REASON = "the same words"
SURE = 1.0


class Identified(Protocol):
    """A frozen record with an id."""

    @property
    def id(self) -> str:
        """What tells it from its twins."""
        ...


T = TypeVar("T", bound=Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins(Generic[T]):
    """Joins the twins among rows: `judge` says what comparing a row with its like comes to."""

    type: str
    judge: Callable[[T], Judgement | None]

    def keys(self, row: T) -> Iterator[tuple[str, str]]:
        """One group for all rows that are alike but for their id."""
        bare: Any = row
        yield digest(pack(replace(bare, id=""))).hex(), row.id

    def __call__(self, _key: str, rows: Iterator[T]) -> Iterator[T | Link]:
        """The row of the least id, with which the others are linked; all of them where they are not surely one."""
        first = next(rows)
        yield first
        judged: Judgement | None = None
        for number, row in enumerate(rows):
            judged = self.judge(first) if number == 0 else judged
            yield joined.link(self.type, first.id, row.id) if (joined := _joined(judged)) else row


def _joined(judged: Judgement | None) -> Judgement | None:
    if judged is None or judged.verdict is not Verdict.POSITIVE:
        return None
    return Judgement(verdict=Verdict.POSITIVE, score=SURE, reasons=(REASON, *judged.reasons[1:]))


def is_twin(link: Link) -> bool:
    """Whether the right end of the link is like the left, which stands for it wherever pairs are compared."""
    return link.reasons[0] == REASON


def join_twins(engine: Engine, twins: Twins[T], rows: Iterable[T]) -> Iterator[T | Link]:
    """The rows of which each is unlike all others, or not surely one with them, and the links of the rest to them."""
    return engine.gather(twins.keys, twins, rows)
