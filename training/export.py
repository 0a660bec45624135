"""Writes a trained network as it ships: `python -m training.export NETWORK.pt FOLDER/NAME.onnx`.

The encoder and its heads become an ONNX file, the encoder in 8-bit integers a channel. The word vectors are half of all
weights and the same for every network that was started from another with its words kept: they lie beside it, once.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.annotate.model.files import words_file
from onrecord.annotate.model.words import Words
from training.network import Network, load

HEADS = ("tags", "links", "names")
OUTPUTS = (*HEADS, "hidden")  # the last layer too, for what else is to be told of a sentence


class Headed(nn.Module):
    """The network behind its word vectors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, words: Tensor, looks: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What the network says of pieces with those word vectors, and their hidden states."""
        hidden = self.network.encode_words(words, looks)
        return *self.network.read(hidden), hidden


def export(network: Network, path: Path, *, weights: QuantType | None = QuantType.QInt8) -> None:
    """The network lies at `path`: of `words` (1, length, width) and `looks` (1, length) its heads, and `hidden`."""
    network.eval()
    examples = (torch.randn(1, 24, network.shape.width), torch.zeros((1, 24), dtype=torch.long))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Headed(network).eval(),
            examples,
            str(whole),
            input_names=["words", "looks"],
            output_names=list(OUTPUTS),
            dynamic_axes={name: {1: "length"} for name in ("words", "looks", *OUTPUTS)},
            opset_version=17,
            dynamo=False,
        )
        model = onnx.load(whole)
        if weights is not None:
            heads = [node.name for node in model.graph.node if any(f"/{head}/" in node.name for head in HEADS)]
            quantize_dynamic(whole, path, per_channel=True, weight_type=weights, nodes_to_exclude=heads)
            model = onnx.load(path)
    stored = model.metadata_props.add()
    stored.key, stored.value = "learnt", json.dumps(_learnt(network))
    onnx.save(model, path)


def share_words(network: Network, path: Path) -> None:
    """The word vectors beside the model at `path` are the network's."""
    Words.of(network.words.weight.detach().numpy()).save(words_file(path))


def shares_words(network: Network, path: Path) -> bool:
    """Whether the word vectors beside the model at `path` are the network's."""
    rows = Words.of(network.words.weight.detach().numpy()).rows
    return bool(np.array_equal(Words.open(words_file(path)).rows, rows))


def _learnt(network: Network) -> dict[str, list[list[float]]]:
    parts = {"moves": network.transitions, "by_distance": network.by_distance, "by_sentence": network.by_sentence}
    return {name: [[round(x, 5) for x in row] for row in value.tolist()] for name, value in parts.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--whole", action="store_true", help="32-bit, to compare with")
    parser.add_argument("--words", action="store_true", help="write the word vectors too, for all models in the folder")
    told = parser.parse_args()
    told.model.parent.mkdir(parents=True, exist_ok=True)
    network = load(told.network)
    if told.words:
        share_words(network, told.model)
    elif not shares_words(network, told.model):
        place = words_file(told.model)
        raise SystemExit(f"{place}: holds another network's words; train with --keep-words from that one, or --words")
    export(network, told.model, weights=None if told.whole else QuantType.QInt8)


if __name__ == "__main__":
    main()
