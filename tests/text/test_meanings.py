"""What words come to where two reports are compared."""

from __future__ import annotations

import pytest

from onrecord.text.meanings import ONE_THING, is_number, meaning, meanings, opposed, verb_of_two


@pytest.mark.parametrize(
    ("one", "other"),
    [("ceasefire", "truce"), ("withdrew", "withdrawal"), ("recognise", "recognition"), ("kaldavian", "kaldavia")],
)
def test_words_for_one_thing_have_one_meaning(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(("one", "other"), [("harbour", "harbinger"), ("general", "generous"), ("tax", "taxi")])
def test_words_that_only_begin_alike_have_two(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


def test_a_number_in_words_is_the_figure() -> None:
    assert meanings("thirty-day") == ("30", "day")
    assert meanings("14m") == ("14", meaning("million"))


def test_days_of_the_week_and_parts_of_a_whole_count_as_figures() -> None:
    assert all(is_number(meaning(word)) for word in ("friday", "march", "half", "third", "1990"))


def test_a_verb_of_two_words_is_told_by_both() -> None:
    assert verb_of_two("turned", "down") == meaning("rejected")
    assert verb_of_two("turned", "blue") == ""


def test_what_cannot_both_be_said_is_opposed() -> None:
    assert opposed(frozenset({meaning("rose")}), frozenset({meaning("fell")}))
    assert not opposed(frozenset({meaning("rose")}), frozenset({meaning("increase")}))


def test_an_aide_advises_and_aid_helps() -> None:
    assert meaning("aide") == meaning("aides") == meaning("adviser")
    assert meaning("aid") == meaning("aided") == meaning("help") != meaning("aide")


def test_an_office_is_no_officer() -> None:
    assert meaning("office") != meaning("officers") == meaning("police")


def test_a_prisoner_is_no_prison() -> None:
    assert meaning("prisoners") == meaning("captive") != meaning("prison")


def test_no_word_is_listed_for_two_things() -> None:
    listed = [word for line in ONE_THING.splitlines() for word in line.split()]
    assert not [word for word in set(listed) if listed.count(word) > 1]
