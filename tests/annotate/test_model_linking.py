from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from tests.annotate.marked import article_of

from onrecord.annotate.model.decoding import Stretch
from onrecord.annotate.model.labels import CONTENT, CUE, DISTANCE_BUCKETS, SENTENCE_BUCKETS, SOURCE, distance_bucket
from onrecord.annotate.model.linking import Group, Linker
from onrecord.annotate.model.network import Scores
from onrecord.annotate.model.pieces import Pieces

NEARER_IS_BETTER = np.array([[-abs(2 * bucket - 15) / 10 for bucket in range(DISTANCE_BUCKETS)]] * 2, dtype=np.float32)


def stretch(role: int, at: int) -> Stretch:
    return Stretch(role=role, start=at, stop=at + 1, sure=0.9)


def ranges(numbers: list[int]) -> list[tuple[int, int]]:
    return [(numbers.index(each), numbers.index(each) + numbers.count(each)) for each in sorted(set(numbers))]


def linked(stretches: list[Stretch], sentences: list[int], paragraphs: list[int], marks: str = "") -> tuple[Group, ...]:
    """The groups of stretches in a text of one piece a place, by distance alone."""
    pieces = Pieces(
        ids=[5] * len(sentences),
        offsets=[(2 * at, 2 * at + 1) for at in range(len(sentences))],
        sentences=ranges(sentences),
        paragraphs=ranges(paragraphs),
        sentence_of=sentences,
        paragraph_of=paragraphs,
    )
    nothing = np.zeros((0, 0), np.float32)
    scores = Scores(tags=nothing, links=np.zeros((len(sentences), 3, 4), np.float32), names=nothing)
    network = SimpleNamespace(by_distance=NEARER_IS_BETTER, by_sentence=np.zeros((2, SENTENCE_BUCKETS), np.float32))
    article = article_of(marks or "a " * len(sentences))
    linker = Linker(article=article, pieces=pieces, scores=scores, network=cast("Any", network))
    return linker.link(tuple(stretches))


def test_two_stretches_of_content_can_share_a_cue() -> None:
    (group,) = linked([stretch(CONTENT, 0), stretch(CUE, 2), stretch(CONTENT, 4)], [0] * 12, [0] * 12)
    assert [each.start for each in group.contents] == [0, 4]


def test_a_content_goes_to_the_cue_that_scores_highest() -> None:
    (group,) = linked([stretch(CUE, 0), stretch(CUE, 8), stretch(CONTENT, 9)], [0] * 20, [0] * 20)
    assert group.cue == stretch(CUE, 8)


def test_a_cue_that_no_content_chose_is_no_attribution() -> None:
    assert linked([stretch(SOURCE, 0), stretch(CUE, 1)], [0] * 20, [0] * 20) == ()


def test_a_content_without_a_cue_in_reach_stands_alone() -> None:
    sentences = [number for number in range(6) for _ in range(4)]
    (group,) = linked([stretch(CUE, 0), stretch(CONTENT, 22)], sentences, [0] * 24)
    assert group.cue is None


def test_a_cue_in_the_paragraph_before_is_out_of_reach() -> None:
    paragraphs = [number for number in range(3) for _ in range(4)]
    (group,) = linked([stretch(CUE, 6), stretch(CONTENT, 10)], paragraphs, paragraphs)
    assert group.cue is None


def test_a_cue_in_the_paragraph_before_is_in_reach_of_what_follows_its_colon() -> None:
    paragraphs = [number for number in range(3) for _ in range(4)]
    marks = "a a a a a a a : a a a a "
    (group,) = linked([stretch(CUE, 6), stretch(CONTENT, 8)], paragraphs, paragraphs, marks)
    assert group.cue == stretch(CUE, 6)


def test_a_word_that_a_content_surely_takes_for_its_cue_becomes_one() -> None:
    (group,) = linked([stretch(CONTENT, 0)], [0, 0], [0, 0])
    assert group.cue is not None
    assert (group.cue.start, group.cue.stop) == (1, 2)


def test_a_word_that_has_a_role_becomes_no_cue() -> None:
    (group,) = linked([stretch(CONTENT, 0), stretch(SOURCE, 1)], [0, 0], [0, 0])
    assert group.cue is None


def test_a_cue_has_the_source_that_most_probably_belongs_to_it() -> None:
    stretches = [stretch(SOURCE, 0), stretch(SOURCE, 7), stretch(CUE, 8), stretch(CONTENT, 9)]
    (group,) = linked(stretches, [0] * 21, [0] * 21)
    assert group.source == stretch(SOURCE, 7)


def test_two_cues_can_share_a_source() -> None:
    stretches = [stretch(SOURCE, 0), stretch(CUE, 1), stretch(CONTENT, 2), stretch(CUE, 5), stretch(CONTENT, 6)]
    groups = linked(stretches, [0] * 21, [0] * 21)
    assert [group.source for group in groups] == [stretch(SOURCE, 0)] * 2


def test_distances_of_one_sign_and_size_share_a_bucket() -> None:
    assert distance_bucket(5) == distance_bucket(8)
    assert distance_bucket(-1) == 7
    assert distance_bucket(1) == 8
    assert distance_bucket(500) == DISTANCE_BUCKETS - 1
