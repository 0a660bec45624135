"""The engine gives the same rows in the same order, wherever and however it runs the steps."""

import random
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.engine import LocalEngine

A = TypeVar("A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    weight: int
    keys: tuple[tuple[str, str], ...]


def keys_of(row: Row) -> Iterable[tuple[str, str]]:
    return row.keys


def told(key: str, rows: Iterator[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    yield key, tuple(rows)


def doubled(rows: Iterable[int]) -> Iterator[int]:
    for row in rows:
        yield row
        yield row


def sizes(rows: Iterable[int]) -> Iterator[int]:
    yield len(list(rows))


TEXT = st.text(st.characters() | st.sampled_from("ab\0\ud800\udfff\U0001f600\uffff"), max_size=3)
ROWS = st.lists(
    st.builds(
        Row,
        name=TEXT,
        weight=st.integers(0, 2),
        keys=st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple),
    ),
    max_size=12,
)


def gathered(engine: LocalEngine, rows: Iterable[Row]) -> list[tuple[str, tuple[Row, ...]]]:
    return list(engine.gather(keys_of, told, rows))


def test_each_gives_what_the_step_gives_in_the_order_of_the_rows() -> None:
    with LocalEngine(batch_size=2) as engine:
        assert list(engine.each(doubled, [3, 1, 2])) == [3, 3, 1, 1, 2, 2]


def test_a_step_gets_batches_of_the_size_asked_for() -> None:
    with LocalEngine(batch_size=4) as engine:
        assert list(engine.each(sizes, range(10))) == [4, 4, 2]


def test_each_takes_no_more_rows_than_it_was_asked_for() -> None:
    taken: list[int] = []
    with LocalEngine(batch_size=2) as engine:
        next(engine.each(doubled, _noted(range(100), taken)))
    assert taken == [0, 1]


def _noted(rows: Iterable[A], taken: list[A]) -> Iterator[A]:
    for row in rows:
        taken.append(row)
        yield row


def test_a_row_goes_into_the_group_of_each_of_its_keys() -> None:
    row = Row(name="toll", weight=1, keys=(("b", ""), ("a", "")))
    assert gathered(LocalEngine(), [row]) == [("a", (row,)), ("b", (row,))]


def test_rows_of_a_group_come_sorted_by_order() -> None:
    late, early = (Row(name=name, weight=1, keys=(("k", name),)) for name in ("z", "c"))
    assert gathered(LocalEngine(), [late, early]) == [("k", (early, late))]


def test_no_rows_make_no_group() -> None:
    assert gathered(LocalEngine(), []) == []


def test_gather_has_taken_all_rows_when_it_gives_the_first() -> None:
    taken: list[Row] = []
    rows = [Row(name=str(number), weight=0, keys=((str(number), ""),)) for number in range(50)]
    next(LocalEngine().gather(keys_of, told, _noted(rows, taken)))
    assert len(taken) == 50


@given(ROWS, st.randoms())
def test_the_order_of_the_rows_changes_nothing(rows: list[Row], chance: random.Random) -> None:
    shuffled = rows.copy()
    chance.shuffle(shuffled)
    assert gathered(LocalEngine(), shuffled) == gathered(LocalEngine(), rows)


@settings(max_examples=25, deadline=None)
@given(ROWS, st.randoms(), st.integers(0, 6))
def test_sorting_on_disk_gives_what_sorting_in_memory_gives(
    rows: list[Row], chance: random.Random, memory_rows: int
) -> None:
    shuffled = rows.copy()
    chance.shuffle(shuffled)
    with LocalEngine(memory_rows=memory_rows) as engine:
        assert gathered(engine, shuffled) == gathered(LocalEngine(), rows)


def test_equal_rows_built_apart_and_shared_sort_alike() -> None:
    name = b"toll".decode()
    shared = Row(name=name, weight=1, keys=(("k", name), ("l", name)))
    apart = Row(name=b"toll".decode(), weight=1, keys=(("k", b"toll".decode()), ("l", b"toll".decode())))
    other = Row(name="fee", weight=2, keys=(("k", "toll"),))
    assert gathered(LocalEngine(), [other, shared]) == gathered(LocalEngine(), [apart, other])


def test_a_step_may_leave_rows_of_its_group_unread() -> None:
    rows = [Row(name=str(number), weight=0, keys=((str(number % 2), ""),)) for number in range(6)]
    with LocalEngine(memory_rows=2) as engine:
        firsts = list(engine.gather(keys_of, _first, rows))
    assert [key for key, _ in firsts] == ["0", "1"]


def _first(key: str, rows: Iterator[Row]) -> Iterator[tuple[str, Row]]:
    yield key, next(rows)


def test_one_group_streams_through_the_step() -> None:
    """A step that stops after the first row has made the engine read no more than one stretch of the file."""
    rows = [Row(name="x" * 10_000, weight=number, keys=(("k", f"{number:05}"),)) for number in range(5_000)]
    with LocalEngine(memory_rows=10) as engine:
        assert next(engine.gather(keys_of, _first, rows))[1].weight == 0


@pytest.mark.parametrize("memory_rows", [0, 1_000])
def test_gathers_may_feed_each_other(memory_rows: int) -> None:
    rows = [Row(name=str(number), weight=number % 3, keys=((str(number % 5), ""),)) for number in range(20)]
    with LocalEngine(memory_rows=memory_rows) as engine:
        inner = engine.gather(keys_of, _unchanged, rows)
        outer = engine.gather(_by_weight, told, engine.each(_same, inner))
        assert [(key, len(group)) for key, group in outer] == [("0", 7), ("1", 7), ("2", 6)]


def _unchanged(_key: str, rows: Iterator[Row]) -> Iterator[Row]:
    return rows


def _same(rows: Iterable[Row]) -> Iterable[Row]:
    return rows


def _by_weight(row: Row) -> Iterator[tuple[str, str]]:
    yield str(row.weight), row.name


@pytest.mark.parametrize("ending", [list, lambda rows: [next(rows)]])
def test_no_file_is_left_behind(tmp_path: Path, ending: Callable[[Iterator[object]], object]) -> None:
    rows = [Row(name=str(number), weight=0, keys=((str(number), ""),)) for number in range(20)]
    with LocalEngine(memory_rows=3, scratch=tmp_path) as engine:
        ending(engine.gather(keys_of, told, rows))
    assert list(tmp_path.iterdir()) == []


def test_an_exception_leaves_no_file_behind(tmp_path: Path) -> None:
    rows = [Row(name=str(number), weight=0, keys=((str(number), ""),)) for number in range(20)]
    with pytest.raises(ZeroDivisionError), LocalEngine(memory_rows=3, scratch=tmp_path) as engine:
        list(engine.gather(keys_of, _failing, rows))
    assert list(tmp_path.iterdir()) == []


def _failing(key: str, _rows: Iterator[Row]) -> Iterator[Row]:
    raise ZeroDivisionError(key)


def test_an_exception_says_which_group_it_met() -> None:
    groups = LocalEngine().gather(keys_of, _failing, [Row(name="", weight=0, keys=(("k", ""),))])
    with pytest.raises(ZeroDivisionError) as caught:
        list(groups)
    assert caught.value.__notes__[0].endswith("test_local._failing had group 'k'")


def test_an_exception_says_which_rows_it_met() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(LocalEngine(batch_size=2).each(_inverted, [3, 2, 1, 0]))
    assert caught.value.__notes__[0].endswith("test_local._inverted had rows 3 to 4")


def _inverted(rows: Iterable[int]) -> list[float]:
    return [1 / row for row in rows]


@pytest.mark.parametrize(("processes", "batch_size"), [(0, 1), (1, 0)])
def test_an_engine_without_processes_or_rows_in_a_batch_is_refused(processes: int, batch_size: int) -> None:
    with pytest.raises(ValueError, match="neither may be less than 1"):
        LocalEngine(processes=processes, batch_size=batch_size)


def test_one_process_starts_no_thread() -> None:
    before = threading.active_count()
    with LocalEngine() as engine:
        list(engine.each(doubled, range(100)))
    assert threading.active_count() == before
