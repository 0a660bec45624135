"""A pool of worker processes that several streams of batches share."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from onrecord.engine.worker import Done, Failed, Learn, Work, serve
from onrecord.records.errors import OnrecordError

# "spawn" starts a fresh interpreter. "fork" would copy the locks of threads that do not exist in the child,
# ONNX Runtime's and Arrow's among them; "forkserver" leaves a server process running and is not everywhere.
_START = multiprocessing.get_context("spawn")
STOPPED_WITHIN_SECONDS = 2.0


class WorkerTraceback(Exception):
    """Where in the worker the exception was raised."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A step that workers know, or will, by its number."""

    number: int
    pickled: bytes
    name: str


@dataclass(slots=True, kw_only=True, eq=False)
class Task:
    """A batch for a step; `outcome` is None until a worker has answered."""

    step: Shared
    pickled: bytes
    label: str
    outcome: Done | Failed | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    known: set[int] = field(default_factory=set)
    task: Task | None = None


class Pool:
    """Up to `processes` workers, started as work comes; used from one thread."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._workers: list[_Worker] = []
        self._queue: deque[Task] = deque()
        self._shared = 0

    def share(self, step: Callable[[Any], Any], name: str) -> Shared:
        """Make the step known to the workers."""
        self._shared += 1
        return Shared(number=self._shared, pickled=pickle.dumps(step, protocol=5), name=name)

    def submit(self, step: Shared, batch: list[Any], label: str) -> Task:
        """Let the next free worker run the step over the batch; `label` names the batch in errors."""
        task = Task(step=step, pickled=pickle.dumps(batch, protocol=5), label=label)
        self._queue.append(task)
        self._turn(0)
        return task

    def result(self, task: Task) -> list[Any]:
        """Wait for what came out of the batch; raises what the step raised."""
        while task.outcome is None:
            self._turn(None)
        if isinstance(task.outcome, Failed):
            raise _raised(task, task.outcome)
        rows: list[Any] = pickle.loads(task.outcome.pickled)
        return rows

    def cancel(self, tasks: Iterable[Task]) -> None:
        """Forget the tasks that no worker has begun."""
        for task in tasks:
            if task in self._queue:
                self._queue.remove(task)

    def close(self) -> None:
        """Stop every worker at once, whatever it is doing; what was under way fails."""
        workers, self._workers = self._workers, []
        for task in (*self._queue, *(worker.task for worker in workers if worker.task is not None)):
            task.outcome = Failed(pickled=None, trace="the engine was closed before it was done")
        self._queue.clear()
        for worker in workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join(STOPPED_WITHIN_SECONDS)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()

    def _turn(self, seconds: float | None) -> None:
        """Take answers in, waiting so long for the first, and give free workers their next batch."""
        self._dispatch()
        busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
        for connection in wait(list(busy), seconds) if busy else []:
            worker = busy[connection]  # type: ignore[index]
            task, worker.task = worker.task, None
            if task is None:
                continue
            try:
                task.outcome = worker.connection.recv()
            except (EOFError, OSError) as error:
                raise self._died(worker, task) from error
        self._dispatch()

    def _dispatch(self) -> None:
        while self._queue:
            worker = next((each for each in self._workers if each.task is None), None)
            if worker is None:
                if len(self._workers) >= self._processes:
                    return
                worker = _started()
                self._workers.append(worker)
            self._send(worker, self._queue.popleft())

    def _send(self, worker: _Worker, task: Task) -> None:
        worker.task = task
        try:
            if task.step.number not in worker.known:
                worker.connection.send(Learn(step=task.step.number, pickled=task.step.pickled))
                worker.known.add(task.step.number)
            worker.connection.send(Work(step=task.step.number, pickled=task.pickled))
        except OSError as error:
            raise self._died(worker, task) from error

    def _died(self, worker: _Worker, task: Task) -> OnrecordError:
        """The error to raise for a worker that is gone; the others are stopped, as their streams end too."""
        worker.process.join(STOPPED_WITHIN_SECONDS)
        code = worker.process.exitcode
        how = f"was killed by signal {-code}" if code is not None and code < 0 else f"ended with exit code {code}"
        self.close()
        return OnrecordError(
            f"a worker process {how} while {task.step.name} had {task.label}; if memory ran out, use fewer processes"
        )


def _raised(task: Task, failed: Failed) -> Exception:
    """The exception of the step, with the batch named and the worker's traceback as its cause."""
    if failed.pickled is None:
        last_line = failed.trace.strip().splitlines()[-1]
        error: Exception = OnrecordError(f"{task.step.name} failed: {last_line}")
    else:
        error = pickle.loads(failed.pickled)
    error.add_note(f"while {task.step.name} had {task.label}")
    error.__cause__ = WorkerTraceback(failed.trace)
    return error


def _started() -> _Worker:
    ours, theirs = _START.Pipe()
    process = _START.Process(target=serve, args=(theirs,), daemon=True, name="onrecord-worker")
    with _interrupts_blocked():
        process.start()
    theirs.close()
    return _Worker(process=process, connection=ours)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Block Ctrl-C for processes started here: it reaches them too, but the parent decides what stops."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
