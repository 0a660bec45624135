"""The one module that opens the model: once per process and path, on one thread."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped, unused-ignore]
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.annotate.model.files import tokenizer_file, words_file
from onrecord.annotate.model.pieces import Pieces
from onrecord.annotate.model.windows import cut_windows
from onrecord.annotate.model.words import Words

CLS, SEP = 101, 102
HEADS = ("tags", "links", "names")
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the network says of each piece of a block.

    `tags` and `names` are log-probabilities, `(pieces, tags)`; `links` the vectors `(pieces, 3, width)` of a source's
    query, a content's query and a cue's key.
    """

    tags: Numbers
    links: Numbers
    names: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """An open model: the session, its tokenizer, and the learnt numbers that are used outside the session."""

    session: Any
    tokenizer: Tokenizer
    words: Words
    moves: Numbers  # from tag (row) to tag
    by_distance: Numbers
    by_sentence: Numbers

    def score(self, pieces: Pieces) -> Scores:
        """The scores of the block; a piece read in two windows has the mean of both.

        Windows are run one by one: the scale of int8 activations is taken over a run, so that in batches an
        article's result would depend on its neighbours.
        """
        ids, looks = np.asarray(pieces.ids, dtype=np.int64), np.asarray(pieces.looks, dtype=np.int64)
        times = np.zeros((len(ids), 1), dtype=np.float32)
        sums = [
            np.zeros((len(ids), head.shape[2]), dtype=np.float32) for head in self.session.get_outputs()[: len(HEADS)]
        ]
        for window in cut_windows(pieces):
            here = slice(window.start, window.stop)
            words = self.words.vectors(np.concatenate(([CLS], ids[here], [SEP])))
            seen = {"words": words[None], "looks": np.pad(looks[here], 1)[None]}
            tags, links, names = (head[0, 1:-1] for head in self.session.run(HEADS, seen))
            for head, found in zip(sums, (_log_softmax(tags), links, _log_softmax(names)), strict=True):
                head[here] += found
            times[here] += 1
        for head in sums:
            np.divide(head, times, out=head)
        return Scores(tags=sums[0], links=sums[1].reshape(len(ids), 3, -1), names=sums[2])


def _log_softmax(scores: Numbers) -> Numbers:
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs: Numbers = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return logs


def open_network(path: Path) -> Network:
    """The model at `path` with the tokenizer and words beside it, opened once per process."""
    return _open(path, os.getpid())


@lru_cache(maxsize=4)
def _open(path: Path, _process: int) -> Network:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # windows differ in length
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    learnt = json.loads(session.get_modelmeta().custom_metadata_map["learnt"])
    tokenizer = Tokenizer.from_file(str(tokenizer_file(path)))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Network(
        session=session,
        tokenizer=tokenizer,
        words=Words.open(words_file(path)),
        moves=np.array(learnt["moves"], dtype=np.float32),
        by_distance=np.array(learnt["by_distance"], dtype=np.float32),
        by_sentence=np.array(learnt["by_sentence"], dtype=np.float32),
    )
