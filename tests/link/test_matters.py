"""Articles are put together into matters by the company they keep."""

from __future__ import annotations

import random
from contextlib import ExitStack
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.engine import LocalEngine
from onrecord.link.cluster import Member
from onrecord.link.matters import SURE, UNLIKE_THE_REST, matters
from onrecord.link.rows import only
from onrecord.link.stories import SAME_STORY
from onrecord.link.twins import REASON
from onrecord.records import Link, Verdict

LIKE = 0.3
HARBOUR, MINE = ("a1", "a2", "a3", "a4"), ("b1", "b2", "b3", "b4")


def link(left: str, right: str, score: float = LIKE, reason: str = "names in both: ister") -> Link:
    first, second = sorted((left, right))
    verdict = Verdict.POSITIVE if score >= SAME_STORY else Verdict.UNSURE
    return Link(type="article", left=first, right=second, verdict=verdict, score=score, reasons=(reason, "words"))


def alike(*articles: str, score: float = LIKE) -> list[Link]:
    return [link(left, right, score) for left, right in combinations(articles, 2)]


def found(links: list[Link], ids: tuple[str, ...] = (*HARBOUR, *MINE)) -> tuple[set[frozenset[str]], list[Link]]:
    with LocalEngine() as engine, ExitStack() as kept:
        rows = list(matters(engine, ids, links, kept))
    told = list(only(Link, rows))
    groups: dict[str, set[str]] = {}
    for member in only(Member, rows):
        groups.setdefault(member.cluster, set()).add(member.id)
    return {frozenset(group) for group in groups.values()}, told


def test_two_articles_that_are_alike_are_one_matter() -> None:
    assert frozenset({"a1", "a2"}) in found([link("a1", "a2")])[0]


def test_one_likeness_does_not_join_two_matters() -> None:
    groups, _ = found([*alike(*HARBOUR), *alike(*MINE), link("a1", "b1")])
    assert groups == {frozenset(HARBOUR), frozenset(MINE)}


def test_a_likeness_between_two_matters_is_told_as_a_doubt() -> None:
    _, told = found([*alike(*HARBOUR), *alike(*MINE), link("a1", "b1")])
    assert [(row.left, row.right) for row in told if row.verdict is Verdict.UNSURE] == [("a1", "b1")]
    assert [row.reasons[-1] for row in told if row.verdict is Verdict.UNSURE] == [UNLIKE_THE_REST]


def test_matters_that_are_alike_in_many_pairs_are_one() -> None:
    between = [link(left, right) for left in HARBOUR[:3] for right in MINE[:3]]
    assert len(found([*alike(*HARBOUR), *alike(*MINE), *between])[0]) == 1


def test_what_is_sure_joins_two_matters_by_itself() -> None:
    groups, told = found([*alike(*HARBOUR, score=0.5), *alike(*MINE, score=0.5), link("a1", "b1", SURE)])
    assert len(groups) == 1
    assert {row.verdict for row in told} == {Verdict.POSITIVE}


def test_an_article_alike_to_two_matters_goes_with_the_one_it_is_more_alike_to() -> None:
    links = [*alike(*HARBOUR), *alike(*MINE), link("c1", "a1"), link("c1", "a2"), link("c1", "b1")]
    groups, _ = found(links, (*HARBOUR, *MINE, "c1"))
    assert frozenset({*HARBOUR, "c1"}) in groups


def test_an_article_with_one_likeness_to_each_of_two_matters_is_of_neither() -> None:
    links = [*alike(*HARBOUR), *alike(*MINE), link("c1", "a1"), link("c1", "b1")]
    assert frozenset({"c1"}) in found(links, (*HARBOUR, *MINE, "c1"))[0]


def test_copies_of_one_article_count_as_one() -> None:
    copies = tuple(f"c{number:02}" for number in range(30))
    twins = [link(copies[0], copy, 1.0, REASON) for copy in copies[1:]]
    groups, _ = found([*twins, link("a1", copies[0])], ("a1", *copies))
    assert groups == {frozenset({"a1", *copies})}


def test_of_two_links_of_one_pair_the_surest_is_told() -> None:
    _, told = found([link("a1", "a2", 0.21, "little"), link("a1", "a2", SURE, "both report: no toll …")])
    assert [(row.score, row.reasons[0]) for row in told] == [(SURE, "both report: no toll …")]


PAIRS = st.lists(
    st.tuples(st.sampled_from(range(9)), st.sampled_from(range(9)), st.sampled_from((0.21, 0.25, 0.3, 0.5, 0.8, 0.9))),
    max_size=25,
)


def test_doubts_join_none_by_themselves_and_change_nothing() -> None:
    doubts = [link("c1", article, 0.21) for article in HARBOUR[1:]]
    ids = (*HARBOUR, *MINE, "c1")
    assert frozenset({"c1"}) in found([*alike(*HARBOUR), *doubts], ids)[0]
    pairs = [*alike(*HARBOUR), link("c1", "a1", 0.4)]
    assert found([*pairs, *doubts], ids)[0] == found(pairs, ids)[0]


def test_one_likeness_is_enough_for_a_story_of_few_and_not_for_one_of_many() -> None:
    many = tuple(f"a{number}" for number in range(1, 10))
    assert frozenset({*HARBOUR, "c1"}) in found([*alike(*HARBOUR), link("c1", "a1")], (*HARBOUR, "c1"))[0]
    assert frozenset({"c1"}) in found([*alike(*many), link("c1", "a1")], (*many, "c1"))[0]


def test_what_is_sure_does_not_join_two_stories_of_very_many() -> None:
    left, right = (tuple(f"{letter}{number:02}" for number in range(40)) for letter in "ab")
    links = [*alike(*left, score=0.6), *alike(*right, score=0.6), link("a00", "b00", SURE)]
    groups, told = found(links, (*left, *right))
    assert groups == {frozenset(left), frozenset(right)}
    assert [row.reasons[-1] for row in told if row.verdict is Verdict.UNSURE] == [UNLIKE_THE_REST]


def test_what_else_the_record_holds_changes_nothing_of_a_matter() -> None:
    elsewhere = tuple(f"d{number}" for number in range(8))
    ids = (*HARBOUR, *MINE, *elsewhere)
    links = [*alike(*HARBOUR), *alike(*MINE), link("a1", "b1")]
    alone, _ = found(links, ids)
    beside, _ = found([*links, *alike(*elsewhere), link("d1", "b1")], ids)
    assert frozenset(HARBOUR) in alone & beside


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_links_changes_nothing(pairs: list[tuple[int, int, float]], dice: random.Random) -> None:
    scores = {(f"a{min(one, other)}", f"a{max(one, other)}"): score for one, other, score in pairs if one != other}
    links = [link(left, right, score) for (left, right), score in scores.items()]
    ids = tuple(f"a{number}" for number in range(9))
    shuffled = list(links)
    dice.shuffle(shuffled)
    groups, told = found(links, ids)
    others, told_again = found(shuffled, ids)
    assert groups == others
    assert sorted(told, key=repr) == sorted(told_again, key=repr)


@given(PAIRS)
def test_every_article_is_in_one_matter_and_every_link_is_told(pairs: list[tuple[int, int, float]]) -> None:
    scores = {(f"a{min(one, other)}", f"a{max(one, other)}"): score for one, other, score in pairs if one != other}
    links = [link(left, right, score) for (left, right), score in scores.items()]
    ids = tuple(f"a{number}" for number in range(9))
    groups, told = found(links, ids)
    assert sorted(article for group in groups for article in group) == sorted(ids)
    assert len(told) == len(links)
