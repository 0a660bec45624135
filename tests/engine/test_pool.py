"""Real worker processes: few tests, for each start takes its time."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.engine import pooled_steps as steps

from onrecord.engine import LocalEngine
from onrecord.records.errors import InputError, OnrecordError


@pytest.fixture(scope="module")
def two() -> Iterator[LocalEngine]:
    with LocalEngine(processes=2, batch_size=3) as engine:
        yield engine


def alive(process: int) -> bool:
    """Whether it runs; one that has ended but that nobody has asked about ("Z") does not."""
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2][:3]
    except FileNotFoundError:
        return False


def soon(what: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether it comes true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if what():
            return True
        time.sleep(0.05)
    return False


def test_two_processes_give_the_rows_in_their_order(two: LocalEngine) -> None:
    assert list(two.each(steps.squared, range(100))) == [row * row for row in range(100)]


def test_work_is_done_in_other_processes(two: LocalEngine) -> None:
    workers = set(two.each(steps.with_process, range(30)))
    assert len(workers) == 2
    assert os.getpid() not in workers


def test_one_batch_is_done_in_this_process(two: LocalEngine) -> None:
    assert set(two.each(steps.with_process, [1, 2])) == {os.getpid()}


def test_steps_may_feed_each_other_through_one_pool(two: LocalEngine) -> None:
    inner = two.each(steps.squared, range(60))
    assert list(two.each(steps.squared, inner)) == [row**4 for row in range(60)]


@pytest.mark.parametrize("memory_rows", [100, 100_000])
def test_two_processes_gather_what_one_gathers(memory_rows: int) -> None:
    rows = range(3_999, -1, -1)
    with LocalEngine(processes=2, memory_rows=memory_rows) as engine:
        found = list(engine.gather(steps.by_last_digit, steps.listed, rows))
    assert found == list(LocalEngine().gather(steps.by_last_digit, steps.listed, range(4_000)))


def test_a_group_too_large_to_travel_is_streamed_here(two: LocalEngine) -> None:
    found = list(two.gather(steps.into_one, steps.summed, range(20_100)))
    assert found == [("all", sum(range(20_000))), ("few", sum(range(20_000, 20_100)))]


def test_seven_processes_give_what_one_gives() -> None:
    with LocalEngine(processes=7, batch_size=5, memory_rows=500) as engine:
        squares = engine.each(steps.squared, range(2_000))
        found = list(engine.gather(steps.by_last_digit, steps.listed, squares))
    one = LocalEngine()
    assert found == list(one.gather(steps.by_last_digit, steps.listed, one.each(steps.squared, range(2_000))))


def test_the_exception_of_a_step_reaches_the_caller_as_it_is(two: LocalEngine) -> None:
    with pytest.raises(InputError, match="17 is refused"):
        list(two.each(steps.refused, range(30)))


def test_the_exception_names_the_rows_and_carries_the_workers_traceback(two: LocalEngine) -> None:
    with pytest.raises(InputError) as caught:
        list(two.each(steps.refused, range(30)))
    assert caught.value.__notes__ == ["while tests.engine.pooled_steps.refused had rows 16 to 18"]
    assert "in refused" in str(caught.value.__cause__)


def test_an_exception_that_cannot_travel_is_told_in_words(two: LocalEngine) -> None:
    with pytest.raises(OnrecordError, match="Unpicklable: no return"):
        list(two.each(steps.strange, range(30)))


def test_after_an_exception_the_engine_works_on(two: LocalEngine) -> None:
    with pytest.raises(InputError):
        list(two.each(steps.refused, range(30)))
    assert list(two.each(steps.squared, range(10))) == [row * row for row in range(10)]


def test_a_killed_worker_is_an_error_that_names_the_batch() -> None:
    with (
        LocalEngine(processes=2, batch_size=3) as engine,
        pytest.raises(
            OnrecordError,
            match=r"killed by signal 9 while tests\.engine\.pooled_steps\.killed had rows 16 to 18",
        ),
    ):
        list(engine.each(steps.killed, range(30)))


def test_closing_stops_workers_in_the_midst_of_a_batch(tmp_path: Path) -> None:
    with LocalEngine(processes=2, batch_size=1) as engine:
        list(engine.each(steps.squared, range(4)))
        stuck = engine.each(steps.Stuck(folder=str(tmp_path)), _until_begun(tmp_path))
        with pytest.raises(InputError):
            next(stuck)
    assert not any(alive(int(path.name)) for path in tmp_path.iterdir())


def _until_begun(folder: Path) -> Iterator[int]:
    yield from range(2)
    soon(lambda: any(folder.iterdir()))
    raise InputError("that is enough")


ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
sys.path[:0] = sys.argv[1].split(":")
from tests.engine import pooled_steps as steps
from onrecord.engine import LocalEngine
from pathlib import Path
if __name__ == "__main__":
    with LocalEngine(processes=2, batch_size=1, memory_rows=2, scratch=Path(sys.argv[3])) as engine:
        rows = engine.gather(steps.by_last_digit, steps.summed, range(50))
        next(rows)
        print("ready", flush=True)
        list(engine.each(steps.Stuck(folder=sys.argv[2]), range(9)))
"""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_the_program(tmp_path: Path, sign: signal.Signals) -> None:
    begun, scratch, script = tmp_path / "begun", tmp_path / "scratch", tmp_path / "script.py"
    begun.mkdir()
    scratch.mkdir()
    script.write_text(SCRIPT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script, f"{ROOT}:{ROOT / 'src'}", begun, scratch],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        assert soon(lambda: len(list(begun.iterdir())) == 2)
        if sign is signal.SIGINT:
            os.killpg(program.pid, sign)  # as a terminal does
        else:
            program.send_signal(sign)
        program.wait(10)
    workers = [int(path.name) for path in begun.iterdir()]
    assert soon(lambda: not any(map(alive, workers)), 5)
    assert list(scratch.iterdir()) == []
