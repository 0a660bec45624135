"""How two versions of one quotation differ."""

from __future__ import annotations

import pytest

from onrecord.derive.quotation_changes import Change, change_of


@pytest.mark.parametrize(
    ("left", "right", "change"),
    [
        ("we could pay the crews", "we will pay the crews", Change.WORDS),
        ("a pause is only a longer fuse", "a pause is just a longer fuse", Change.WORDS),
        ("we will pay the crews", "we'll pay the crews", Change.NONE),
        ("we will pay the crews", "we will pay those crews", Change.NONE),
        ("we will pay", "we will pay the crews of the lower lock on Friday", Change.CUT),
    ],
)
def test_a_small_word_that_promises_doubts_or_stresses_is_a_change(left: str, right: str, change: Change) -> None:
    short, full = (tuple(told.split()) for told in (left, right))
    assert change_of(short, full) is change
