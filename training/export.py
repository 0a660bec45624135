"""Writes a trained network as ONNX, in 8-bit integers: `python -m training.export NETWORK.pt MODEL.onnx`."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Network, load


def export(network: Network, path: Path, *, weights: QuantType | None = QuantType.QInt8) -> None:
    """The network lies at `path`; its input is `ids` (1, length), its outputs `tags` and `links`."""
    network.eval()
    ids = torch.randint(1000, 2000, (1, 24))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (ids,),
            str(whole),
            input_names=["ids"],
            output_names=["tags", "links"],
            dynamic_axes={name: {1: "length"} for name in ("ids", "tags", "links")},
            opset_version=17,
            dynamo=False,
        )
        model = onnx.load(whole)
        if weights is not None:
            heads = [node.name for node in model.graph.node if node.name.startswith(("/tags/", "/links/"))]
            quantize_dynamic(whole, path, per_channel=True, weight_type=weights, nodes_to_exclude=heads)
            model = onnx.load(path)
    stored = model.metadata_props.add()
    stored.key, stored.value = "learnt", json.dumps(_learnt(network))
    onnx.save(model, path)


def _learnt(network: Network) -> dict[str, list[list[float]]]:
    parts = {"moves": network.transitions, "by_distance": network.by_distance, "by_sentence": network.by_sentence}
    return {name: [[round(x, 5) for x in row] for row in value.tolist()] for name, value in parts.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--whole", action="store_true", help="32-bit, to compare with")
    told = parser.parse_args()
    export(load(told.network), told.model, weights=None if told.whole else QuantType.QInt8)


if __name__ == "__main__":
    main()
