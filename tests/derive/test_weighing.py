"""A stance weighed by named hints."""

from __future__ import annotations

from onrecord.derive.hints import hints_of
from onrecord.derive.weighing import weigh
from onrecord.records import Stance


def test_a_weighed_stance_has_a_share_and_the_hints_that_speak_for_it() -> None:
    found = weigh("The guild demanded that the lock be opened.")
    assert found.stance is Stance.REQUEST
    assert 0.5 < found.share <= 1
    assert "first REQUEST" in found.reasons


def test_a_sentence_that_takes_no_line_has_no_stance() -> None:
    assert weigh("said the lantern was green").stance is None


def test_the_first_word_of_a_category_is_told_from_the_second() -> None:
    hints = hints_of("rejected an offer")
    assert {"first REJECT", "second AGREE"} <= hints
    assert "first AGREE" not in hints


def test_quotation_marks_and_case_change_no_hint() -> None:
    assert hints_of("Said: “We won’t PAY”") == hints_of('said: "we won\'t pay"')
