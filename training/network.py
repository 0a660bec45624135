"""The network: a BERT encoder with one head for roles, one that links, and a chain over the roles."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.model.labels import (
    DISTANCE_BUCKETS,
    IMPOSSIBLE,
    SENTENCE_BUCKETS,
    TAG_COUNT,
    may_begin,
    may_end,
    may_follow,
)
from onrecord.annotate.model.looks import LOOK_COUNT

LINK_WIDTH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How large the encoder is."""

    layers: int
    width: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.into = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """The next hidden states; `mask` is added to the attention scores."""
        batch, length, width = hidden.shape
        parts = self.into(hidden).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5
        if mask is not None:
            scores = scores + mask
        mixed = (torch.softmax(scores, dim=-1) @ value).transpose(1, 2).reshape(batch, length, width)
        hidden = self.norm(hidden + self.dropout(self.out(mixed)))
        inner = functional.gelu(self.up(hidden))
        return self.last_norm(hidden + self.dropout(self.down(inner)))


class Network(nn.Module):
    """From word pieces to scores of tags, and to the vectors by which stretches find their cue."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Parameter(torch.zeros(shape.positions, shape.width))
        self.looks = nn.Parameter(torch.zeros(LOOK_COUNT, shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.tags = nn.Linear(shape.width, TAG_COUNT)
        self.names = nn.Linear(shape.width, TAG_COUNT)
        self.links = nn.Linear(shape.width, 3 * LINK_WIDTH)  # a source's query, a content's query, a cue's key
        self.transitions = nn.Parameter(torch.zeros(TAG_COUNT, TAG_COUNT))
        self.by_distance = nn.Parameter(torch.zeros(2, DISTANCE_BUCKETS))
        self.by_sentence = nn.Parameter(torch.zeros(2, SENTENCE_BUCKETS))
        self.register_buffer("forbidden", _forbidden(), persistent=False)
        self.register_buffer("first", _edge(may_begin), persistent=False)
        self.register_buffer("last", _edge(may_end), persistent=False)

    def encode(self, ids: Tensor, looks: Tensor, mask: Tensor | None = None) -> Tensor:
        """The hidden state of every word piece."""
        return self.encode_words(self.words(ids), looks, mask)

    def encode_words(self, words: Tensor, looks: Tensor, mask: Tensor | None = None) -> Tensor:
        """The hidden state of every word piece, of its word's vector and its look."""
        seen = words + self.places[: words.shape[1]] + functional.embedding(looks, self.looks)
        hidden = self.dropout(self.norm(seen))
        added = None if mask is None else ((~mask)[:, None, None, :].float() * IMPOSSIBLE).to(hidden.dtype)
        for layer in self.layers:
            hidden = layer(hidden, added)
        return hidden

    def read(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Of hidden states the scores of tags, the three link vectors side by side, and the scores of names."""
        return self.tags(hidden), self.links(hidden), self.names(hidden)

    def forward(self, ids: Tensor, looks: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """What `read` makes of the word pieces' hidden states."""
        return self.read(self.encode(ids, looks, mask))


def _forbidden() -> Tensor:
    rows = [[0.0 if may_follow(a, b) else IMPOSSIBLE for b in range(TAG_COUNT)] for a in range(TAG_COUNT)]
    return torch.tensor(rows)


def _edge(allowed: Any) -> Tensor:
    return torch.tensor([0.0 if allowed(tag) else IMPOSSIBLE for tag in range(TAG_COUNT)])


def from_minilm(folder: Path) -> Network:
    """A network with the weights of a BERT as Hugging Face stores it; the heads are new."""
    from safetensors.torch import load_file  # noqa: PLC0415  (needed for this one only)

    network = Network(Shape(layers=6))
    weights = load_file(folder / "model.safetensors")
    own = network.state_dict()
    own["words.weight"] = weights["embeddings.word_embeddings.weight"]
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    own["places"] = weights["embeddings.position_embeddings.weight"] + kinds
    for end in ("weight", "bias"):
        own[f"norm.{end}"] = weights[f"embeddings.LayerNorm.{end}"]
        for number in range(6):
            _copy_layer(own, weights, number, end)
    network.load_state_dict(own)
    return network


def _copy_layer(own: dict[str, Tensor], weights: dict[str, Tensor], number: int, end: str) -> None:
    here, there = f"layers.{number}", f"encoder.layer.{number}"
    parts = [weights[f"{there}.attention.self.{name}.{end}"] for name in ("query", "key", "value")]
    own[f"{here}.into.{end}"] = torch.cat(parts)
    own[f"{here}.out.{end}"] = weights[f"{there}.attention.output.dense.{end}"]
    own[f"{here}.norm.{end}"] = weights[f"{there}.attention.output.LayerNorm.{end}"]
    own[f"{here}.up.{end}"] = weights[f"{there}.intermediate.dense.{end}"]
    own[f"{here}.down.{end}"] = weights[f"{there}.output.dense.{end}"]
    own[f"{here}.last_norm.{end}"] = weights[f"{there}.output.LayerNorm.{end}"]


def cut(network: Network, keep: tuple[int, ...]) -> Network:
    """The network with only those of its layers."""
    shape = Shape(**(asdict(network.shape) | {"layers": len(keep)}))
    smaller = Network(shape)
    weights = {name: value for name, value in network.state_dict().items() if not name.startswith("layers.")}
    for new, old in enumerate(keep):
        for name, value in network.layers[old].state_dict().items():
            weights[f"layers.{new}.{name}"] = value
    smaller.load_state_dict(weights)
    return smaller


def save(network: Network, path: Path) -> None:
    """The weights and the shape lie at `path`."""
    torch.save({"shape": json.dumps(asdict(network.shape)), "weights": network.state_dict()}, path)


def load(path: Path) -> Network:
    """The network that was saved at `path`."""
    stored = torch.load(path, map_location="cpu", weights_only=True)
    network = Network(Shape(**json.loads(stored["shape"])))
    network.load_state_dict(stored["weights"])
    return network
