"""How many rows meet under a key is counted in bounded memory, never too low."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.crowding import FEWEST, MANY, Crowds

KEYS = st.lists(st.text(max_size=4), max_size=60)


@given(KEYS)
def test_a_count_is_never_too_low(keys: list[str]) -> None:
    crowds = Crowds.of(keys, len(keys))
    assert all(crowds.count(key) >= count for key, count in Counter(keys).items())


@given(KEYS, st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_no_count(keys: list[str], dice: random.Random) -> None:
    shuffled = list(keys)
    dice.shuffle(shuffled)
    assert Crowds.of(keys, len(keys)).places == Crowds.of(shuffled, len(keys)).places


def test_a_key_of_one_row_alone_is_left_out_and_the_rarest_come_first() -> None:
    crowds = Crowds.of(["often"] * 3 + ["twice"] * 2 + ["once"], 6)
    assert crowds.shared(["often", "once", "twice", "never"]) == ("twice", "often")


def test_a_row_that_has_met_enough_others_is_not_looked_for_under_commoner_keys() -> None:
    crowds = Crowds.of(["crowd"] * 9 + ["often"] * 3 + ["twice"] * 2, 14)
    assert crowds.shared(["crowd", "often", "twice"], 3) == ("twice", "often")
    assert crowds.shared(["crowd", "often", "twice"], 4) == ("twice", "often", "crowd")


def test_a_count_stops_at_the_most_that_its_place_holds() -> None:
    assert Crowds.of(["crowd"] * (MANY + 5), 1).count("crowd") == MANY


def test_few_keys_share_a_place() -> None:
    keys = [f"key {number}" for number in range(FEWEST)]
    crowds = Crowds.of(keys, len(keys))
    assert sum(crowds.count(key) > 1 for key in keys) < len(keys) / 4
