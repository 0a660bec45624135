"""The tagger that asks a model; what it needs is loaded at the first article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from onrecord.records import Article, Tag

VERSION = "1"  # raised whenever the same scores give other tags
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTagger:
    """Finds attributions by the model at `path`; a process opens it once, whatever number of taggers names it."""

    path: Path

    @property
    def fingerprint(self) -> str:
        """The model's name and digits of its content, and the version of what is made of its scores."""
        return f"{self.path.stem}-{VERSION}-{_digest_of(self.path)}"

    def tag(self, article: Article) -> tuple[Tag, ...]:
        """Every attribution in the article's body, in reading order."""
        from onrecord.annotate.model.reading import find_tags  # noqa: PLC0415  (numpy and the runtime take time)

        return find_tags(article, self.path)


@lru_cache(maxsize=4)
def _digest_of(path: Path) -> str:
    """The first digits of the model file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
