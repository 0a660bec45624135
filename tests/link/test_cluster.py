from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.engine import LocalEngine
from onrecord.link.cluster import Edge, Groups, Member, bound_clusters, clusters, decided, split
from onrecord.link.rows import only
from onrecord.records import Link, Verdict

IDS = [f"x{number:02}" for number in range(14)]
PAIRS = st.lists(st.sampled_from(list(combinations(IDS, 2))), max_size=25, unique=True)


def link(pair: tuple[str, str], verdict: Verdict = Verdict.POSITIVE, score: float = 0.9) -> Link:
    return Link(type="entity", left=pair[0], right=pair[1], verdict=verdict, score=score, reasons=("for the test",))


def clustered(links: list[Link]) -> dict[str, str]:
    with LocalEngine(processes=1) as engine:
        return {
            member.id: member.cluster
            for member in only(Member, bound_clusters(engine, IDS, lambda: decided(links), split))
        }


def components(pairs: list[tuple[str, str]]) -> dict[str, str]:
    groups = Groups(IDS)
    for left, right in pairs:
        groups.join(left, right)
    return {member.id: member.cluster for member in groups.members()}


def test_a_chain_is_one_cluster_named_by_its_least_id() -> None:
    chain = [Edge(left=IDS[at], right=IDS[at + 1]) for at in range(len(IDS) - 1)]
    chain.sort(key=lambda edge: edge.left[::-1])
    with LocalEngine(processes=1) as engine:
        assert {member.cluster for member in clusters(engine, chain)} == {"x00"}


@given(PAIRS, st.integers(min_value=0, max_value=20))
@settings(deadline=None)
def test_what_does_not_fit_in_memory_is_clustered_alike(pairs: list[tuple[str, str]], in_memory: int) -> None:
    edges = [Edge(left=left, right=right) for left, right in pairs]
    with LocalEngine(processes=1) as engine:
        found = sorted((member.id, member.cluster) for member in clusters(engine, edges, in_memory))
    assert found == sorted((name, cluster) for name, cluster in components(pairs).items() if name != cluster)


def test_no_edges_give_no_clusters() -> None:
    with LocalEngine(processes=1) as engine:
        assert list(clusters(engine, [])) == []


def test_an_id_without_links_is_a_cluster_of_its_own() -> None:
    assert clustered([]) == {name: name for name in IDS}


def test_what_is_unsure_is_not_merged() -> None:
    assert clustered([link(("x00", "x01"), Verdict.UNSURE)])["x01"] == "x01"


def test_a_third_does_not_join_two_that_are_kept_apart() -> None:
    found = clustered([link(("x00", "x01")), link(("x01", "x02"), score=0.8), link(("x00", "x02"), Verdict.NEGATIVE)])
    assert found["x00"] == found["x01"] != found["x02"]


def test_the_surer_link_wins_over_the_less_sure() -> None:
    found = clustered(
        [link(("x00", "x01"), score=0.5), link(("x01", "x02"), score=0.9), link(("x00", "x02"), Verdict.NEGATIVE)]
    )
    assert found["x01"] == found["x02"] != found["x00"]


@settings(max_examples=40)
@given(PAIRS)
def test_rounds_of_gather_find_the_components(pairs: list[tuple[str, str]]) -> None:
    assert clustered([link(pair) for pair in pairs]) == components(pairs)


@settings(max_examples=40)
@given(PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_no_two_that_are_kept_apart_end_in_one_cluster(
    positives: list[tuple[str, str]], negatives: list[tuple[str, str]], rng: random.Random
) -> None:
    links = [link(pair, score=rng.random()) for pair in positives if pair not in negatives]
    links += [link(pair, Verdict.NEGATIVE) for pair in negatives]
    found = clustered(links)
    assert all(found[left] != found[right] for left, right in negatives)


@settings(max_examples=40)
@given(PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_links_changes_nothing(
    positives: list[tuple[str, str]], negatives: list[tuple[str, str]], rng: random.Random
) -> None:
    links = [link(pair, score=0.5 + len(pair[0]) / 10) for pair in positives if pair not in negatives]
    links += [link(pair, Verdict.NEGATIVE) for pair in negatives]
    shuffled = list(links)
    rng.shuffle(shuffled)
    assert clustered(shuffled) == clustered(links)
