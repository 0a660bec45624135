from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.engine.kept import Kept


@given(st.lists(st.text(max_size=5)), st.integers(1, 40))
def test_rows_come_back_as_they_went_in_wherever_they_lie(rows: list[str], in_memory: int) -> None:
    with Kept(rows, in_memory=in_memory) as kept:
        assert list(kept) == rows


def test_rows_can_be_read_again() -> None:
    with Kept(range(50), in_memory=10) as kept:
        assert list(kept) == list(kept)


def test_two_readers_do_not_disturb_each_other() -> None:
    with Kept(range(2000), in_memory=10) as kept:
        assert all(left == right for left, right in zip(kept, kept, strict=True))


def test_closing_leaves_no_file() -> None:
    with Kept(range(50), in_memory=10) as kept:
        place = kept.place
        assert place is not None
        assert place.exists()
    assert not place.exists()
