"""The vectors of the vocabulary's words, which all shipped models share: 8-bit integers with a scale a word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`rows`: a record of `scale` and `codes` for each word of the vocabulary."""

    rows: NDArray[Any]

    @classmethod
    def of(cls, vectors: NDArray[np.float32]) -> Words:
        """The vectors `(words, width)`, rounded to 255 steps each."""
        rows = np.zeros(len(vectors), dtype=[("scale", "<f4"), ("codes", "i1", vectors.shape[1])])
        rows["scale"] = np.maximum(np.abs(vectors).max(axis=1) / 127, np.float32(1e-12))
        rows["codes"] = np.rint(vectors / rows["scale"][:, None])
        return cls(rows=rows)

    @classmethod
    def open(cls, path: Path) -> Words:
        """The words that lie at `path`, read when they are needed; processes share them."""
        return cls(rows=np.load(path, mmap_mode="r"))

    def save(self, path: Path) -> None:
        """The words lie at `path`."""
        np.save(path, self.rows, allow_pickle=False)

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vector of each id, `(ids, width)`."""
        rows = self.rows[ids]
        found: NDArray[np.float32] = rows["codes"] * rows["scale"][:, None]
        return found
