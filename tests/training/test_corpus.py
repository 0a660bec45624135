from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training group is not installed")

import random
from collections.abc import Iterator

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer
from training.batches import batch_of, batches_of, cut_windows
from training.corpus import Marked, mark

from onrecord.annotate.model.labels import BEGIN, CONTENT, CUE, END, INSIDE, OUTSIDE, SINGLE, SOURCE, tag_of

TEXT = "Oram said nobody pays.\n\nThe ferries sail. Brandt added that they leave at noon."


@pytest.fixture(scope="module")
def marked() -> Marked:
    words = sorted({*TEXT.replace(".", " .").split()})
    tokenizer = Tokenizer(WordLevel({word: 1000 + at for at, word in enumerate(words)} | {"[UNK]": 1}, "[UNK]"))
    tokenizer.pre_tokenizer = BertPreTokenizer()

    def span(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]]

    article = {
        "text": TEXT,
        "attributions": [
            {"source": span("Oram"), "cue": span("said"), "content": span("nobody pays")},
            {"source": span("Brandt"), "cue": span("added"), "content": span("that they leave at noon")},
        ],
    }
    return mark(article, tokenizer)


def test_each_piece_has_the_tag_of_its_place_in_its_stretch(marked: Marked) -> None:
    first = [tag_of(SOURCE, SINGLE), tag_of(CUE, SINGLE), tag_of(CONTENT, BEGIN), tag_of(CONTENT, END), OUTSIDE]
    assert list(marked.tags[:5]) == first
    assert list(marked.tags).count(tag_of(CONTENT, INSIDE)) == 3


def test_each_source_and_content_is_linked_to_the_first_piece_of_its_cue(marked: Marked) -> None:
    assert {marked.tags[each.cue] for each in marked.links} == {tag_of(CUE, SINGLE)}
    assert [each.role for each in marked.links] == [SOURCE, CONTENT, SOURCE, CONTENT]


def test_windows_hold_every_sentence_once_in_every_epoch(marked: Marked) -> None:
    for seed in range(20):
        windows = cut_windows([marked], 12, random.Random(seed))  # noqa: S311
        held = [number for window in windows for number in range(window.first, window.stop)]
        assert held == [0, 1, 2]


def test_the_same_seed_gives_the_same_batches(marked: Marked) -> None:
    def epoch() -> Iterator[torch.Tensor]:
        for batch in batches_of([marked] * 9, longest=12, size=4, chance=random.Random(3)):  # noqa: S311
            yield batch.ids

    assert all(torch.equal(left, right) for left, right in zip(epoch(), epoch(), strict=True))


def test_a_link_leads_to_its_cue_within_the_window(marked: Marked) -> None:
    batch = batch_of(cut_windows([marked], 12, random.Random(1)))  # noqa: S311
    for row, _, _, _, cue in batch.links.tolist():
        assert int(batch.tags[row, cue]) == tag_of(CUE, SINGLE)
