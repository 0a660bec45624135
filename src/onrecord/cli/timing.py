"""What time it is and how to wait, given to whatever needs either."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import click

_SPAN = re.compile(r"(\d+)\s*(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
SHORTEST_SECONDS = 60
LONGEST_SECONDS = 30 * 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The present moment, and a wait of so many seconds."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]


CLOCK = Clock(now=lambda: datetime.now(UTC), sleep=time.sleep)


def as_seen(moment: datetime) -> str:
    """The moment as captures bear it, fine enough that two builds are never at one time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def as_told(moment: datetime) -> str:
    """The moment as the record and its feeds write it: "2031-05-10T08:00:00Z" (RFC 3339)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class TimeSpan(click.ParamType[int]):
    """A span of time, as "15m", "2h" or "1d", in seconds."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The seconds."""
        if isinstance(value, int):
            return value
        match = _SPAN.fullmatch(str(value).strip().lower())
        if match is None:
            self.fail(f"“{value}” is no span of time; write 15m, 2h or 1d", param, ctx)
        seconds = int(match[1]) * _SECONDS[match[2]]
        if not SHORTEST_SECONDS <= seconds <= LONGEST_SECONDS:
            self.fail(f"“{value}” is not between 1m and 30d", param, ctx)
        return seconds
