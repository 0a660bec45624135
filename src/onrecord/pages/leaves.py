"""Long lists, a leaf of them at a time."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.errors import InputError
from onrecord.store import Slice


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Which leaf of a list is shown, of how many, with how many things in all of them."""

    number: int
    leaves: int
    things: int


def leaf_of(things: int, number: int, on_a_leaf: int) -> Leaf:
    """The leaf of that number, the first being 1; InputError where there is none."""
    leaves = max(-(-things // on_a_leaf), 1)
    if not 1 <= number <= leaves:
        told = "there is one page only" if leaves == 1 else f"there are {leaves} pages"
        raise InputError(f"page={number}: {told}; give a number from 1 to {leaves}")
    return Leaf(number=number, leaves=leaves, things=things)


def slice_of(leaf: Leaf, on_a_leaf: int) -> Slice:
    """What stands on the leaf."""
    return Slice(start=(leaf.number - 1) * on_a_leaf, limit=on_a_leaf)
