from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.records import Actor, Authority, Decision, EntityKind, Judgement, Maker, Subject, Verdict
from onrecord.store import Steps

NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\n"
STEPS = Steps(reading="r1", deriving="d1")
ADA = Maker(made="2031-05-12T08:00:00+00:00", by="Ada", why="a “reason”")


def renamed(name: str) -> Judgement:
    return ADA.judge(Decision.RENAME, Verdict.POSITIVE, [[Subject(article="a1", start=1, words="Oram")]], name)


def joined() -> Judgement:
    sides = [[Subject(article="a1", start=at, words="“Nobody will pay to go home.”")] for at in (40, 90)]
    return ADA.judge(Decision.JOIN, Verdict.POSITIVE, sides)


def broken() -> Iterator[Actor]:
    yield Actor(id="p1", name="Ilse Oram", kind=EntityKind.PERSON)
    raise RuntimeError


def test_judgements_are_kept_as_given_and_in_that_order(filled: Any) -> None:
    record = filled(north=NORTH)
    several = (*map(renamed, ("Zoe", "Ada", "Max")), joined())
    with record.writer(STEPS) as writer:
        writer.replace_derived([], several)
    with record.view() as view:
        assert view.judgements() == several


def test_judgements_stay_when_only_derived_rows_are_replaced(filled: Any) -> None:
    record = filled(north=NORTH)
    with record.writer(STEPS) as writer:
        writer.replace_derived([], [renamed("Ada")])
        writer.replace_derived([])
        assert writer.view().judgements() == (renamed("Ada"),)


def test_judgements_stay_as_they_were_where_deriving_fails(filled: Any) -> None:
    record = filled(north=NORTH)

    with record.writer(STEPS) as writer:
        writer.replace_derived([], [renamed("Ada")])
        with pytest.raises(RuntimeError):
            writer.replace_derived(broken(), [])
        assert writer.view().judgements() == (renamed("Ada"),)


def test_what_was_judged_after_deriving_must_be_derived_again(filled: Any) -> None:
    record = filled(north=NORTH)
    with record.writer(STEPS) as writer:
        writer.replace_derived([], [renamed("Ada")])
        assert writer.is_derived()
        writer.replace_authorities([Authority(wikidata="Q1", name="Ilse Oram")])
        assert not writer.is_derived()


def test_authorities_take_the_place_of_those_before(record: Any) -> None:
    with record.writer(STEPS) as writer:
        writer.replace_authorities([Authority(wikidata="Q2", name="Tavo Renn"), Authority(wikidata="Q1", name="Oram")])
        writer.replace_authorities([Authority(wikidata="Q3", name="Ilse Oram", aliases=("Oram",))])
        view = writer.view()
        assert list(view.authorities()) == [Authority(wikidata="Q3", name="Ilse Oram", aliases=("Oram",))]
        assert view.authority("Q1") is None
