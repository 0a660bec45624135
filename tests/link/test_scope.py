"""What a negation reaches."""

from __future__ import annotations

import pytest

from onrecord.link.scope import clauses_of, denied, refuses
from onrecord.text.meanings import meanings
from onrecord.text.words import words


def denied_in(text: str, *, refused: bool = False) -> set[str]:
    found = words(text)
    meant = [meanings(word.lower) for word in found]
    stems = frozenset(stem for each in meant for stem in each)
    return set(denied(clauses_of(text, found, meant), stems, refused=refused))


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("the gate opens", set()),
        ("the gate opens not", {"gate", "open"}),
        ("the gate opens, but not the lock", {"lock"}),
        ("the guild will open the gate if nobody pays", set()),
        ("he slept without socks", set()),
        ("there is no doubt the gate opens", set()),
        ("the mayor has yet to open the gate", {"mayor", "open", "gate"}),
    ],
)
def test_only_the_clause_of_a_negation_is_denied(text: str, stems: set[str]) -> None:
    assert denied_in(text) == stems


def test_a_refusal_denies_what_is_said_and_says_what_is_denied() -> None:
    assert denied_in("the gate opens", refused=True) == {"gate", "open"}
    assert denied_in("having rejected the gate", refused=True) == set()


def test_a_cue_that_is_itself_denied_refuses_nothing() -> None:
    assert refuses(("ruled", "out"))
    assert not refuses(("did", "not", "rule", "out"))
