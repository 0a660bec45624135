"""A position in plain words, whatever its issue is called."""

from __future__ import annotations

import pytest

from onrecord.pages.stances import say_line
from onrecord.pages.verbs import gerund, in_gerund
from onrecord.records import Position, Stance


def said(stance: Stance, issue: str, condition: str | None = None) -> str:
    return say_line(
        Position(id="o1", story="y1", actor="p1", actor_name="Ister", issue=issue, stance=stance, condition=condition)
    )


LINES = {
    (Stance.REJECT, "the ferry tolls"): "rejects the ferry tolls",
    (Stance.REJECT, "to settle for the border"): "rejects settling for the border",
    (Stance.REJECT, "that the islands will never be returned"): "says that the islands will never be returned",
    (Stance.REJECT, "that the tolls be lifted"): "rejects that the tolls be lifted",
    (Stance.REJECT, "“Not one inch”"): "says no: “Not one inch”",
    (Stance.AGREE, "to lend divers"): "offers or agrees to lend divers",
    (Stance.AGREE, "talks with the guild"): "offers or accepts talks with the guild",
    (Stance.AGREE, "that the lock would open"): "agrees or promises that the lock would open",
    (Stance.REQUEST, "that the boats must leave"): "says that the boats must leave",
    (Stance.REQUEST, "that the minutes be published"): "asks that the minutes be published",
    (Stance.REQUEST, "a public inquiry"): "asks for a public inquiry",
    (Stance.REQUEST, "both guilds to publish what they earn"): "asks both guilds to publish what they earn",
    (Stance.REQUEST, "an end to the strike"): "asks for an end to the strike",
    (Stance.REQUEST, "access to the lock"): "asks for access to the lock",
    (Stance.SUPPORT, "that the islanders would have a say"): "says that the islanders would have a say",
    (Stance.SUPPORT, "the deal"): "supports the deal",
    (Stance.ACCUSE, "the harbour master of selling berths"): "accuses the harbour master of selling berths",
    (Stance.ACCUSE, "the cost of keeping a lock"): "blames or criticises the cost of keeping a lock",
    (Stance.THREATEN, "to stop sailing"): "threatens to stop sailing",
}


@pytest.mark.parametrize(("position", "words"), LINES.items(), ids=LINES.values())
def test_a_line_is_a_sentence(position: tuple[Stance, str], words: str) -> None:
    assert said(*position) == words


def test_a_condition_follows_the_line() -> None:
    assert (
        said(Stance.AGREE, "to lend divers", "if the lock opens")
        == "offers or agrees to lend divers, if the lock opens"
    )


def test_a_condition_that_the_issue_has_is_not_said_twice() -> None:
    issue = "that the tolls must stay until the last barge is home and paid for"
    assert said(Stance.REQUEST, issue, "until the last barge is home and paid") == f"says {issue}"
    assert said(Stance.REQUEST, issue, "until the last pilot is home").endswith(", until the last pilot is home")


GERUNDS = {
    "make": "making",
    "agree": "agreeing",
    "cut": "cutting",
    "stop": "stopping",
    "open": "opening",
    "quit": "quitting",
    "lie": "lying",
    "be": "being",
    "give": "giving",
    "talk": "talking",
    "allow": "allowing",
    "submit": "submitting",
    "visit": "visiting",
    "withdraw": "withdrawing",
    "retreat": "retreating",
    "need": "needing",
    "pay": "paying",
}


@pytest.mark.parametrize(("verb", "form"), GERUNDS.items())
def test_a_verb_has_its_gerund(verb: str, form: str) -> None:
    assert gerund(verb) == form


def test_an_adverb_stands_before_the_gerund() -> None:
    assert in_gerund("to publicly back the deal") == "publicly backing the deal"
