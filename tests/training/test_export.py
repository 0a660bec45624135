from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training group is not installed")

from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped, unused-ignore]
import torch
from training.export import HEADS, export, share_words, shares_words
from training.network import Network, Shape

from onrecord.annotate.model.files import words_file
from onrecord.annotate.model.words import Words

SMALL = Shape(layers=2, width=24, heads=2, inner=32, vocabulary=50, positions=32)


@pytest.fixture
def network() -> Network:
    torch.manual_seed(1)
    made = Network(SMALL)
    torch.nn.init.normal_(made.looks)
    torch.nn.init.normal_(made.places)
    return made.eval()


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")  # torch's own way to ONNX
def test_what_was_written_says_what_the_network_says(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "small.onnx"
    export(network, path, weights=None)
    share_words(network, path)
    ids, looks = np.array([3, 14, 15, 9]), np.array([0, 1, 5, 8])
    words = Words.open(words_file(path)).vectors(ids)
    found = onnxruntime.InferenceSession(str(path)).run(list(HEADS), {"words": words[None], "looks": looks[None]})
    with torch.no_grad():
        network.words.weight[torch.tensor(ids)] = torch.tensor(words)  # as rounded
        wanted = network(torch.tensor(ids)[None], torch.tensor(looks)[None])
    for one, other in zip(found, wanted, strict=True):
        assert np.allclose(one, other.numpy(), atol=1e-4)


def test_a_network_with_other_words_does_not_share_them(network: Network, tmp_path: Path) -> None:
    share_words(network, tmp_path / "small.onnx")
    assert shares_words(network, tmp_path / "other.onnx")
    assert not shares_words(Network(SMALL), tmp_path / "other.onnx")
