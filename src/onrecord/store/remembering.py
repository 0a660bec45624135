"""What took long to find in a record and will be asked for again, for as long as the record stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

MOST = 32  # answers that are kept, the latest asked for


class Memory:
    """A few answers about one state of a record; with another state they are forgotten. Several threads may ask."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._state = ""
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def recall(self, state: str, question: Hashable) -> Any | None:
        """What was kept of the record in this state; None where nothing was."""
        with self._lock:
            if state != self._state or question not in self._kept:
                return None
            self._kept.move_to_end(question)
            return self._kept[question]

    def keep(self, state: str, question: Hashable, answer: Any) -> None:
        """The answer is kept, in the place of what was asked for longest ago where there are too many."""
        with self._lock:
            if state != self._state:
                self._kept.clear()
                self._state = state
            self._kept[question] = answer
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
