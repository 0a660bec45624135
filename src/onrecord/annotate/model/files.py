"""The files that a model is made of: its own, and those beside it that all models share."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


def words_file(path: Path) -> Path:
    """Where the word vectors of the model at `path` lie."""
    return path.with_name("words.npy")


def tokenizer_file(path: Path) -> Path:
    """Where the tokenizer of the model at `path` lies."""
    return path.with_name("tokenizer.json")


@lru_cache(maxsize=4)
def digest_of(path: Path) -> str:
    """The first digits of the SHA-256 of all files of the model at `path`."""
    digest = hashlib.sha256()
    for each in (path, words_file(path), tokenizer_file(path)):
        with each.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
