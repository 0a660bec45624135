"""What a worker process does: takes a step once and batches after that, and sends back what comes out."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from onrecord.engine.collecting import seldom_collected


@dataclass(frozen=True, slots=True, kw_only=True)
class Learn:
    """A step, pickled, that batches will name by its number."""

    step: int
    pickled: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A batch of rows, pickled, for a step sent before."""

    step: int
    pickled: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The list of rows that came out, pickled."""

    pickled: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The exception of the step, pickled where that is possible, and its traceback as text."""

    pickled: bytes | None
    trace: str


def serve(connection: Connection) -> None:
    """Answer every batch until the other side goes away: a worker never outlives its parent."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    steps: dict[int, bytes | Callable[[Any], Any]] = {}
    with seldom_collected(), suppress(EOFError, OSError):
        while True:
            message = connection.recv()
            if isinstance(message, Learn):
                steps[message.step] = message.pickled
            else:
                connection.send(_answer(steps, message))


def _end_with_parent() -> None:
    """End this process as soon as its parent has ended, even in the midst of a batch."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(steps: dict[int, bytes | Callable[[Any], Any]], work: Work) -> Done | Failed:
    try:
        step = steps[work.step]
        if isinstance(step, bytes):
            step = steps[work.step] = pickle.loads(step)
        return Done(pickled=pickle.dumps(list(step(pickle.loads(work.pickled))), protocol=5))
    except Exception as error:  # noqa: BLE001 - the caller raises it again
        return Failed(pickled=_pickled(error), trace=traceback.format_exc())


def _pickled(error: Exception) -> bytes | None:
    """Pickle the exception; None where it would not come back as what it is."""
    try:
        pickled = pickle.dumps(error, protocol=5)
        back = pickle.loads(pickled)
    except Exception:  # noqa: BLE001 - any class may define its own pickling
        return None
    return pickled if type(back) is type(error) else None
