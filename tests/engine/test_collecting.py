"""How often Python looks for rings while rows are made."""

from __future__ import annotations

import gc

import pytest

from onrecord.engine.collecting import SELDOM, seldom_collected


def test_rings_are_looked_for_seldom_within_and_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before


def test_an_exception_leaves_it_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), seldom_collected():
        raise KeyError
    assert gc.get_threshold() == before
