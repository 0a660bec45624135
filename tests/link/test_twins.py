"""Joining what nothing tells apart before pairs are compared changes no cluster; each pair is compared once."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Groups
from onrecord.link.rows import Said, Versions, only
from onrecord.link.sayings import compare, voiced
from onrecord.link.statements import WINDOW, Capped, link_statements, statement_keys
from onrecord.records import Attribution, Form, Kind, Link, Span, Verdict

WORDS = (
    ("“Nobody will pay to go home.”", Form.DIRECT),
    ("“Nobody will pay to go home, not this year and not next.”", Form.DIRECT),
    ("the ferry tolls would be lifted before the winter", Form.INDIRECT),
    ("that the tolls on the ferry would be lifted before winter", Form.INDIRECT),
    ("that the tolls on the ferry would not be lifted before winter", Form.INDIRECT),
    ("“We are ready.”", Form.DIRECT),
)
DAYS = (None, "2031-05-03", "2031-05-09")
SPEAKERS = (None, "p oram", "p velt")


def said(number: int, words: int, speaker: str | None, day: str | None) -> Said:
    text, form = WORDS[words]
    return saying(number, text, form, speaker, day)


def saying(number: int, text: str, form: Form, speaker: str | None, day: str | None = None) -> Said:
    attribution = Attribution(
        id=f"t{number:04}",
        article=f"a{number:04}",
        source=None,
        cue=None,
        content=(Span(start=0, end=len(text), exact=text),),
        form=form,
        kind=Kind.ASSERTION,
        said_on=day,
    )
    name = speaker.removeprefix("p ") if speaker else ""
    return Said(attribution=attribution, published="2031-05-10", name=name, person=True, actor=speaker)


def linked(rows: list[Said], engine: LocalEngine | None = None) -> list[Link | Versions | Capped]:
    with engine or LocalEngine() as runs, ExitStack() as kept:
        return list(link_statements(runs, Kept(rows), kept))


def clusters(found: list[Link | Versions | Capped]) -> set[frozenset[str]]:
    return {frozenset(row.attribution.id for row in each.said) for each in only(Versions, found)}


def judged(rows: list[Said]) -> dict[tuple[str, str], Verdict]:
    """The verdict on every pair that shares a key, each pair of attributions compared by itself."""
    keys = {row.attribution.id: statement_keys(voiced(row)) for row in rows}
    verdicts = {}
    for left, right in combinations(sorted(rows, key=lambda row: row.attribution.id), 2):
        pair = left.attribution.id, right.attribution.id
        judgement = compare(left, right)
        if judgement and keys[pair[0]] & keys[pair[1]]:
            verdicts[pair] = judgement.verdict
    return verdicts


def joined(rows: list[Said]) -> set[frozenset[str]]:
    groups = Groups(row.attribution.id for row in rows)
    for (left, right), verdict in judged(rows).items():
        if verdict is Verdict.POSITIVE:
            groups.join(left, right)
    return {frozenset(each) for each in groups.all()}


SAYINGS = st.tuples(st.sampled_from(range(len(WORDS))), st.sampled_from(SPEAKERS), st.sampled_from(DAYS))
MANY = st.lists(SAYINGS, max_size=14)


def numbered(sayings: list[tuple[int, str | None, str | None]]) -> list[Said]:
    return [said(number, *each) for number, each in enumerate(sayings)]


@settings(max_examples=60, deadline=None)
@given(MANY)
def test_joining_twins_first_changes_no_cluster_that_no_negative_splits(
    sayings: list[tuple[int, str | None, str | None]],
) -> None:
    rows = numbered(sayings)
    found, whole = clusters(linked(rows)), joined(rows)
    split = {name for pair, verdict in judged(rows).items() if verdict is Verdict.NEGATIVE for name in pair}
    assert {each for each in whole if not each & split} <= found


@settings(max_examples=60, deadline=None)
@given(MANY)
def test_no_two_that_are_kept_apart_are_one_statement(sayings: list[tuple[int, str | None, str | None]]) -> None:
    rows = numbered(sayings)
    of = {name: each for each in clusters(linked(rows)) for name in each}
    apart = [pair for pair, verdict in judged(rows).items() if verdict is Verdict.NEGATIVE]
    assert all(of[left] != of[right] for left, right in apart)


@settings(max_examples=30, deadline=None)
@given(MANY, st.integers(2, 4))
def test_copies_of_copies_end_where_the_one_ends(sayings: list[tuple[int, str | None, str | None]], times: int) -> None:
    rows = numbered(list(dict.fromkeys(sayings)))
    sure = [row for row in rows if (found := compare(row, row)) and found.verdict is Verdict.POSITIVE]
    copies = [
        saying(
            number + 100 * time,
            row.attribution.text,
            row.attribution.form,
            row.actor,
            row.attribution.said_on,
        )
        for time in range(times)
        for number, row in enumerate(sure)
    ]
    once = clusters(linked(copies[: len(sure)]))
    every = {frozenset(name for name in each if int(name[1:]) < 100) for each in clusters(linked(copies))}
    assert every == once


def test_every_pair_is_linked_at_most_once() -> None:
    rows = [said(number, number % 5, "p oram", DAYS[number % 2]) for number in range(30)]
    pairs = [(link.left, link.right) for link in only(Link, linked(rows))]
    assert len(pairs) == len(set(pairs))


def test_copies_are_linked_to_one_of_them_and_not_to_each_other() -> None:
    links = list(only(Link, linked([said(number, 0, "p oram", None) for number in range(50)])))
    assert {link.left for link in links} == {"t0000"}
    assert len(links) == 49
    assert all("the same words" in link.reasons for link in links)


def test_short_words_of_speakers_who_are_not_known_are_not_twins() -> None:
    rows = [said(number, 5, None, None) for number in range(3)]
    assert len(clusters(linked(rows))) == 3


def test_a_pair_far_apart_in_a_crowd_is_compared_under_a_key_of_few() -> None:
    crowd = [
        saying(number, f"the harbour would get {number} new cranes", Form.INDIRECT, "p oram", "2031-05-01/2031-05-02")
        for number in range(1, 3 * WINDOW)
    ]
    first = "the harbour would shut its zoo"
    ends = [
        saying(0, first, Form.INDIRECT, "p oram", "2031-05-01"),
        saying(999, f"that {first} soon", Form.INDIRECT, "p oram", "2031-05-01/2031-05-08"),
    ]
    verdicts = {(link.left, link.right): link.verdict for link in only(Link, linked([*crowd, *ends]))}
    assert verdicts["t0000", "t0999"] is Verdict.POSITIVE


def test_a_key_of_more_than_are_compared_is_told() -> None:
    rows = [
        saying(number, f"the harbour would get {number} new cranes", Form.INDIRECT, "p oram")
        for number in range(WINDOW + 1)
    ]
    assert {"p oram\x1fharbour"} <= {capped.key for capped in only(Capped, linked(rows))}


def test_in_a_crowd_of_doubts_each_statement_is_told_of_its_surest_few() -> None:
    rows = [
        saying(number, f"the harbour would get {number} new cranes", Form.INDIRECT, "p oram") for number in range(50)
    ]
    doubts = [link for link in only(Link, linked(rows)) if link.verdict is Verdict.UNSURE]
    assert {name for link in doubts for name in (link.left, link.right)} == {row.attribution.id for row in rows}
    assert len(doubts) <= 5 * len(rows)


def test_a_negative_link_is_told_where_it_keeps_two_apart_that_a_third_would_join() -> None:
    rows = [said(0, 0, "p oram", "2031-05-03"), said(1, 0, "p oram", None), said(2, 0, "p oram", "2031-05-09")]
    verdicts = {(link.left, link.right): link.verdict for link in only(Link, linked(rows))}
    assert verdicts["t0000", "t0002"] is Verdict.NEGATIVE


def test_a_negative_link_between_two_that_nothing_joins_is_not_told() -> None:
    rows = [said(0, 0, "p oram", "2031-05-03"), said(1, 0, "p velt", "2031-05-03")]
    assert [link.verdict for link in only(Link, linked(rows))] == []


def test_the_number_of_processes_and_the_disk_change_no_link() -> None:
    rows = [said(number, number % 6, SPEAKERS[number % 3], DAYS[number % 2]) for number in range(40)]
    here = linked(rows)
    assert linked(rows[::-1], LocalEngine(memory_rows=1)) == here
    assert linked(rows, LocalEngine(processes=2)) == here
