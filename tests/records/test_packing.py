from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Link, Span, Verdict
from onrecord.records.packing import compact

TEXT = st.text(max_size=5)
LINKS = st.builds(
    Link,
    type=TEXT,
    left=TEXT,
    right=TEXT,
    verdict=st.sampled_from(Verdict),
    score=st.floats(0, 1),
    reasons=st.lists(TEXT).map(tuple),
)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """A record of one field."""

    words: tuple[str, ...]


@given(LINKS)
def test_a_record_comes_back_as_it_went_in(link: Link) -> None:
    assert pickle.loads(pickle.dumps(link, protocol=5)) == link


@given(st.lists(TEXT).map(tuple))
def test_a_record_of_one_field_comes_back_as_it_went_in(words: tuple[str, ...]) -> None:
    assert pickle.loads(pickle.dumps(Single(words=words), protocol=5)) == Single(words=words)


def test_a_record_that_came_back_cannot_be_changed() -> None:
    span = pickle.loads(pickle.dumps(Span(start=0, end=2, exact="No"), protocol=5))
    with pytest.raises(FrozenInstanceError):
        span.start = 1
