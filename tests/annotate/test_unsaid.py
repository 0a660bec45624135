"""What is read as an attribution and tells of nothing said. {s source} {c cue} {t content}."""

from __future__ import annotations

import pytest
from tests.annotate.marking import read

UNSAID = [
    "{c Asked} {t whether nobody would pay}, {s Oram} shrugged.",
    "{c When asked} {t if she would go}, {s Oram} left.",
    "{s Oram} was {c asked} {t how long it would last}.",
    "{s A customs officer,} {c asked} {t where the boats were}, pointed upstream.",
    "{c Pressed about} {t the tolls}, {s Oram} shrugged.",
    "{s The guild} {c declined} {t to comment on the call}.",
    "{s Its office} {c did not respond to} {t a request for comment}.",
    "{s The Lantern} {c has asked} {t the embassy for comment}.",
    "{s Two of them} {c asked} {t not to be named}.",
    "{s The Lantern} {c could not independently verify} {t the report}.",
    "{s Oram}, {c commenting on} {t the report}, left.",
    "{s Oram} rejected it, {c casting doubt over} {t the talks}.",
    "{s Oram} rejected it, {c dashing hopes of} {t a quick end}.",
    "{s The river} {c said} {t nothing}.",
    "{s Officials} {c have not issued any public statements in response to} {t Oram’s comments}.",
    "{s The guild} {c has yet to respond to} {t the offer}.",
    "{s Oram} {c made no mention of} {t the tolls}.",
    "{s Oram} {c did not mention} {t any of the pilots by name}.",
    "{s Oram} {c hasn’t commented publicly on} {t the leak}.",
    "{s Oram} {c gave no details of} {t the plan}.",
    "Nobody would pay, {s Oram} said, {c referring to} {t the ferry guild}.",
    "Nobody would pay, {s Oram} said, {c in an apparent reference to} {t the guild}.",
    "{s Oram} {c was alluding to} {t the toll}.",
    "{t The interview} {c was cited} by {s the Skarn Post}.",
    "{t Oram’s words} {c were first reported} by {s Ostinform}.",
    "{s An earlier version of this story} {c misspelled} {t the name of the boat}.",
]
SAID = [
    "{s Oram} {c asked} {t whether nobody would pay}.",
    "{t “Who will pay?”} {s Oram} {c asked}.",
    "{s Oram}, the record shows, {c asked} {t who would pay}.",
    "{s Oram} has {c asked} {t the embassy for visas}.",
    "{s Oram} {c declined} {t to pay the toll}.",
    "{s The guild} declined to comment but {c said} {t nobody would pay}.",
    "{s Oram} {c raised} {t the toll with crews}.",
    "{s Oram} {c said} {t nothing would change}.",
    "{s Oram} {c commented} {t that nobody would pay}.",
    "{s Oram} {c called for} {t calm}.",
    "{s Oram} spoke at length, {c referring to} {t the guild as a gang of thieves}.",
    "{s Oram} {c did not rule out} {t a toll}.",
    "{s Oram} {c denied} {t that she had not responded}.",
    "{s The guild} {c mentioned} {t two boats}.",
    "{s Oram} {c responded} {t that nobody would pay}.",
]


@pytest.mark.parametrize("marked", UNSAID)
def test_nobody_says_what_is_only_asked_refused_or_spoken_of(marked: str) -> None:
    assert read(marked) == ()


@pytest.mark.parametrize("marked", SAID)
def test_who_asks_answers_or_refuses_in_words_says_something(marked: str) -> None:
    assert len(read(marked)) >= 1


def test_who_was_asked_is_still_whom_the_answer_is_of() -> None:
    (said,) = read("{c Asked} {t if she would go}, {s Minister Ilse Oram} smiled. {t2 “No,”} {s2 she} {c2 said}.")
    assert said.speaker_name == "Ilse Oram"


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("The ferries will sail on Sunday, {s Ostinform} is reporting, {c citing} {t a senior pilot}.", "senior pilot"),
        ("The ferries will sail on Sunday, the Skarn Post reported, {c citing} {t two officials}.", "two officials"),
        ("The ferries will sail on Sunday, the Skarn Post reported on Monday, {c citing} {t a pilot}.", "pilot"),
    ],
)
def test_whom_a_report_cites_at_its_end_says_what_stands_before(marked: str, told: str) -> None:
    (found,) = read(marked)
    assert (found.speaker_name, found.content[0].exact) == (told, "The ferries will sail on Sunday")


@pytest.mark.parametrize(
    "marked",
    [
        "The ferries will sail on Sunday, Ostinform is reporting, {c citing} {t flight data}.",
        "Oram left on Sunday, {c citing} {t ill health}.",
    ],
)
def test_a_document_or_a_reason_that_is_cited_says_nothing(marked: str) -> None:
    assert read(marked) == ()


def test_what_another_attribution_tells_is_not_told_twice() -> None:
    marked = "{t1 The ferries will sail}, {s1 Ostinform} {c1 reported} on Sunday, {c2 citing} {t2 two pilots}."
    (found,) = read(marked)
    assert found.content[0].exact == "The ferries will sail"
