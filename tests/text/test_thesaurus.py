"""Which words stand for one thing in some of their usual senses."""

from __future__ import annotations

import pytest

from onrecord.text.meanings import meaning
from onrecord.text.thesaurus import kin


@pytest.mark.parametrize(
    "pair", ["error blunder", "obtain receive", "weak feeble", "teacher tutor", "buy acquire", "halt stop"]
)
def test_words_of_one_sense_or_of_the_sense_above_are_synonyms(pair: str) -> None:
    left, right = map(meaning, pair.split())
    assert right in {left} | kin(left)
    assert left in {right} | kin(right)


@pytest.mark.parametrize("pair", ["month week", "minister priest", "rise fall", "ferry tariff", "minister official"])
def test_words_of_one_field_are_none(pair: str) -> None:
    left, right = map(meaning, pair.split())
    assert right not in kin(left)


def test_a_word_that_no_list_has_is_no_synonym() -> None:
    assert not kin("brortrol")
