"""How far a build has come, shown on a terminal when it takes a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.pipeline import Progress

if TYPE_CHECKING:
    from rich import progress

PATIENCE_SECONDS = 1.0


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """Takes the progress of a build: on a terminal a bar after a second; anywhere, who is waited for."""
    if not sys.stderr.isatty():
        yield tell_holder
        return
    bar = _Bar(begun=time.monotonic())
    try:
        yield bar.show
    finally:
        bar.close()


def tell_holder(state: Progress) -> None:
    """Whoever looks at stderr knows whom the build waits for."""
    if state.held_by:
        click.echo(f"onrecord: {state.held_by}, links the record now; waiting until that is done", err=True)


class _Bar:
    """A bar that appears when the build has taken a second, so that short builds print nothing."""

    def __init__(self, begun: float) -> None:
        self._begun = begun
        self._bar: progress.Progress | None = None
        self._task: progress.TaskID | None = None

    def show(self, state: Progress) -> None:
        tell_holder(state)
        if self._bar is None:
            if time.monotonic() - self._begun < PATIENCE_SECONDS:
                return
            self._bar = _start()
        if self._task is None:
            self._task = self._bar.add_task(state.step, total=state.total)
        # A step that counts nothing while it works shows a bar that pulses.
        total = state.total if state.done else None
        self._bar.update(self._task, description=state.step, completed=state.done, total=total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()


def _start() -> progress.Progress:
    from rich import progress  # noqa: PLC0415 - rich is imported when a bar is due, not before
    from rich.console import Console  # noqa: PLC0415 - likewise

    bar = progress.Progress(
        progress.SpinnerColumn(),
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    return bar
