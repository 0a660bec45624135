"""The tagger that asks a model; what it needs is loaded at the first article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.annotate.model.files import digest_of
from onrecord.records import Article, Tagging

VERSION = "5"  # raised whenever the same scores give other tags


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTagger:
    """Finds attributions by the model at `path`; a process opens it once, whatever number of taggers names it."""

    path: Path

    @property
    def fingerprint(self) -> str:
        """The model's name and digits of its files' content, and the version of what is made of its scores."""
        return f"{self.path.stem}-{VERSION}-{digest_of(self.path)}"

    def tag(self, article: Article) -> Tagging:
        """Every attribution and every name in the article's body."""
        from onrecord.annotate.model.reading import read  # noqa: PLC0415  (numpy and the runtime take time)

        return read(article, self.path)
