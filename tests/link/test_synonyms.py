"""Two wordings are brought to the same words where each has a synonym of a word of the other."""

from __future__ import annotations

from onrecord.link.synonyms import in_the_same_words
from onrecord.link.wording import Wording, wording
from onrecord.records import Attribution, Form, Kind, Span


def reported(text: str) -> Wording:
    return wording(
        Attribution(
            id=text,
            article="a1",
            source=None,
            cue=None,
            content=(Span(start=0, end=len(text), exact=text),),
            form=Form.INDIRECT,
            kind=Kind.ASSERTION,
        )
    )


def met(left: str, right: str) -> frozenset[str]:
    one, other = reported(left), reported(right)
    return in_the_same_words(one, other, frozenset(one.stems) & frozenset(other.stems))[2]


def test_a_word_meets_its_synonym() -> None:
    assert len(met("the ferry was a blunder", "the ferry was an error")) == 2


def test_a_word_meets_one_synonym_only() -> None:
    assert len(met("the ferry was a blunder", "the ferry was an error, a fault")) == 2


def test_opposites_and_figures_meet_nothing() -> None:
    assert len(met("the toll will be raised", "the toll will be cut")) == 1
    assert len(met("ten barges", "twelve barges")) == 1


def test_a_name_stands_for_itself() -> None:
    assert len(met("the harbour belongs to Blunder", "the harbour belongs to Error")) == 2


def test_which_comes_first_changes_nothing() -> None:
    left, right = "the blunder made the feeble guild receive less", "the error made the weak guild obtain less"
    assert met(left, right) == met(right, left)
