"""Articles that copy each other, cut, moved and spliced into others; all coverage here is invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import combinations

import pytest
from tests.planted.answers import copy_pairs, of_pairs, sentence_pairs
from tests.planted.coverage import Planted, coverage
from tests.planted.language import FRAMES

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.copies import NEAREST, WINDOW, CopyRow, Keyed, Met, link_copies, pair_up
from onrecord.link.prose import prose
from onrecord.link.rows import only
from onrecord.link.statements import Capped
from onrecord.records import Article, Duplicate, Reading, Segment, SegmentKind, Shared, Sharing
from onrecord.records.ids import content_id, sha256_of

WIRE = (
    "Kaldavia will keep its tolls on every ferry that crosses the lower Avrel, the government in Quenza decided.",
    "The charge of four crowns a head was brought in two years ago to pay for a new lock at Port Oster.",
    "“A river is not a gift,” Foreign Minister Ilse Oram told reporters after the cabinet had met on Tuesday.",
    "Ferry companies on the far bank have refused to collect it and say that they lose a third of their riders.",
    "A court in Brannick is to hear the case of two skippers whose boats were seized in the spring.",
)
OWN = (
    "Market women on the quay were selling herring out of blue buckets long before the first boat had come in.",
    "Old Marten Helk remembers when the crossing took an hour and nobody carried any money at all.",
    "His daughter keeps the books of the guild now, and the books have not looked good since the autumn.",
    "“A river is not a gift,” Foreign Minister Ilse Oram told the guild when she came to see for herself.",
    "Nobody on the quay expects the matter to be settled before the herring are gone again.",
)


def reading_of(paragraphs: Sequence[str], headline: str = "Headline", outlet: str | None = None) -> Reading:
    """An article with that headline and those paragraphs, nothing read in it."""
    text = "\n\n".join((headline, *paragraphs))
    segments = [
        Segment(start=found.start(), end=found.end(), kind=SegmentKind.BODY) for found in re.finditer(r"[^\n]+", text)
    ]
    head = Segment(start=0, end=len(headline), kind=SegmentKind.HEADLINE)
    digest = sha256_of(f"{outlet} {text}".encode())
    return Reading(
        article=Article(
            id=content_id("article", digest),
            sha256=digest,
            text=text,
            encoding="utf-8",
            segments=(head, *segments[1:]),
            headline=headline,
            outlet=outlet,
        )
    )


def linked(readings: Sequence[Reading], processes: int = 1) -> list[CopyRow]:
    with LocalEngine(processes=processes) as engine, ExitStack() as kept:
        return list(link_copies(engine, Kept(map(prose, readings)), kept))


def shared(left: Reading, right: Reading) -> Shared | None:
    return next(only(Shared, linked([left, right])), None)


def groups(rows: Sequence[CopyRow]) -> set[tuple[str, str]]:
    """The pairs of articles that are copies of one, or one of the other."""
    found: dict[str, list[str]] = {}
    for row in only(Duplicate, rows):
        found.setdefault(row.original, [row.original]).append(row.article)
    return {pair for ids in found.values() for pair in combinations(sorted(ids), 2)}


@pytest.fixture(scope="module")
def planted() -> list[Planted]:
    return list(coverage(300))


@pytest.fixture(scope="module")
def found(planted: list[Planted]) -> list[CopyRow]:
    return linked([one.reading for one in planted])


def test_planted_copies_are_told_from_all_others(planted: list[Planted], found: list[CopyRow]) -> None:
    assert of_pairs(groups(found), copy_pairs(planted)).f1 >= 0.95


def test_planted_passages_are_found_wherever_they_were_spliced_in(planted: list[Planted], found: list[CopyRow]) -> None:
    pairs = {(row.left, row.right) for row in only(Shared, found)}
    assert len(sentence_pairs(planted, 2) - pairs) <= 0.02 * len(pairs)


def test_articles_of_two_stories_share_nothing_to_speak_of_but_what_all_reporters_write(
    planted: list[Planted], found: list[CopyRow]
) -> None:
    articles = {one.reading.article.id: one for one in planted}
    for row in only(Shared, found):
        left, right = articles[row.left], articles[row.right]
        if left.story != right.story:
            passages = (left.reading.article.text[one.left_start : one.left_end] for one in row.passages)
            sentences = [sentence for passage in passages for sentence in passage.split("\n\n")]
            assert any(frame.startswith(one) for frame in FRAMES for one in sentences)


def test_the_order_of_articles_and_the_number_of_processes_change_nothing(planted: list[Planted]) -> None:
    some = [one.reading for one in planted[:80]]
    assert linked(some) == linked(some[::-1], processes=2)


def test_a_cut_is_a_copy_of_the_fuller_one_whatever_its_headline() -> None:
    whole, cut = reading_of(WIRE, "Tolls stay"), reading_of(WIRE[:3], "Ferries: no relief")
    assert list(only(Duplicate, linked([cut, whole]))) == [Duplicate(article=cut.article.id, original=whole.article.id)]


def test_moved_paragraphs_are_a_copy_still() -> None:
    pair = shared(reading_of(WIRE), reading_of(WIRE[::-1]))
    assert pair is not None
    assert (pair.sharing, pair.left_shared, pair.right_shared) == (Sharing.COPY, 5, 5)


def test_wire_sentences_among_others_are_passages_and_no_copy() -> None:
    rows = linked([reading_of(WIRE), reading_of((*OWN, *WIRE[3:]))])
    assert [(row.sharing, *sorted((row.left_shared, row.right_shared))) for row in only(Shared, rows)] == [
        (Sharing.PASSAGES, 2, 2)
    ]
    assert list(only(Duplicate, rows)) == []


def test_two_reporters_who_quote_the_same_words_share_nothing() -> None:
    assert shared(reading_of(WIRE), reading_of(OWN)) is None


def test_two_long_articles_with_one_brief_in_both_are_no_copies_of_each_other() -> None:
    brief = reading_of(WIRE[:2])
    long = [reading_of((*WIRE[:2], *OWN)), reading_of((*WIRE[:2], *(f"{words} So it goes." for words in WIRE[2:])))]
    rows = list(only(Duplicate, linked([brief, *long])))
    assert [row.article for row in rows] == [brief.article.id]


def test_a_passage_leads_to_the_same_words_in_both() -> None:
    left, right = sorted((reading_of(WIRE), reading_of((*OWN, *WIRE[3:]))), key=lambda one: one.article.id)
    pair = shared(left, right)
    assert pair is not None
    for one in pair.passages:
        here = left.article.text[one.left_start : one.left_end].split()
        assert here == right.article.text[one.right_start : one.right_end].split()


def test_a_crowd_under_one_key_is_capped_and_told_and_still_one_group() -> None:
    crowd = [reading_of((*WIRE, f"Boat number {number} was turned back."), "Tolls") for number in range(2 * WINDOW)]
    rows = linked(crowd)
    assert len({row.original for row in only(Duplicate, rows)}) == 1
    assert len(list(only(Duplicate, rows))) == len(crowd) - 1
    assert list(only(Capped, rows))


def test_a_crowd_keeps_few_pairs_of_each_and_those_with_what_they_are_copies_of() -> None:
    crowd = [reading_of((*WIRE, f"Boat number {number} was turned back."), "Tolls") for number in range(2 * WINDOW)]
    rows = linked(crowd)
    pairs = list(only(Shared, rows))
    copied = {article for row in pairs if row.sharing is Sharing.COPY for article in (row.left, row.right)}
    assert len(pairs) <= NEAREST * len(crowd)
    assert {row.article for row in only(Duplicate, rows)} <= copied


def test_an_article_meets_all_within_the_window_and_none_beyond() -> None:
    ids = [f"a{number * 7 % 40:02}" for number in range(40)]
    met = list(only(Met, pair_up("a key", (Keyed(id=name, order="", keys=("a key",)) for name in ids))))
    pairs = [(row.left, right) for row in met for right in row.rights]
    near = {tuple(sorted((one, other))) for at, one in enumerate(ids) for other in ids[at + 1 : at + 1 + WINDOW]}
    assert sorted(pairs) == sorted(near)
