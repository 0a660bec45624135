"""Steps that spawned workers import by name."""

import os
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.records.errors import InputError


def squared(rows: Iterable[int]) -> Iterator[int]:
    for row in rows:
        yield row * row


def with_process(rows: Iterable[int]) -> Iterator[int]:
    time.sleep(0.05)
    for _ in rows:
        yield os.getpid()


def by_last_digit(row: int) -> Iterator[tuple[str, str]]:
    yield str(row % 10), ""


def into_one(row: int) -> Iterator[tuple[str, str]]:
    yield "all" if row < 20_000 else "few", f"{row:06}"


def summed(key: str, rows: Iterator[int]) -> Iterator[tuple[str, int]]:
    yield key, sum(rows)


def listed(key: str, rows: Iterator[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield key, tuple(rows)


def refused(rows: Iterable[int]) -> list[int]:
    found = list(rows)
    if 17 in found:
        raise InputError("17 is refused")
    return found


class Unpicklable(Exception):
    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def strange(_rows: Iterable[int]) -> list[int]:
    raise Unpicklable("no", "return")


def killed(rows: Iterable[int]) -> list[int]:
    found = list(rows)
    if 17 in found:
        os.kill(os.getpid(), signal.SIGKILL)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Says in a file that it has begun, and never ends."""

    folder: str

    def __call__(self, rows: Iterable[int]) -> Iterator[int]:
        with open(f"{self.folder}/{os.getpid()}", "w", encoding="utf-8"):  # noqa: PTH123
            pass
        time.sleep(600)
        yield from rows
