"""A stance weighed by the words of a sentence."""

from __future__ import annotations

from onrecord.derive.weighing import is_told_by_cue, weigh
from onrecord.records import Stance


def test_a_weighed_stance_has_a_share() -> None:
    found = weigh("demanded", "that the lock be opened")
    assert found.stance is Stance.REQUEST
    assert 0.5 < found.share <= 1


def test_a_sentence_that_takes_no_line_has_no_stance() -> None:
    assert weigh("said", "the lantern was green").stance is None


def test_what_has_no_words_has_no_stance() -> None:
    assert weigh("", "“…”").stance is None


def test_case_and_names_change_nothing() -> None:
    assert weigh("REFUSED", "to pay Velmark").share == weigh("refused", "to pay Isterland").share


def test_a_word_never_met_is_read_by_its_stem() -> None:
    assert weigh("lambasts", "the plan").share == weigh("lambasted", "the plan").share


def test_it_is_told_whether_the_cue_speaks_loudest() -> None:
    assert is_told_by_cue(Stance.ACCUSE, "attacked", "the ferry guild")
    assert not is_told_by_cue(Stance.ACCUSE, "said", "the guild had attacked the plan")
