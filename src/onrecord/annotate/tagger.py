"""What finds attributions in an article: anything with this one method."""

from __future__ import annotations

from typing import Protocol

from onrecord.records import Article, Tagging


class Tagger(Protocol):
    """Finds who said what in an article. Taggers are picklable and open what they need once per process."""

    @property
    def fingerprint(self) -> str:
        """The tagger's name and version: a record knows by it which of its readings are out of date."""
        ...

    def tag(self, article: Article) -> Tagging:
        """Every attribution in the article's body, and its names if the tagger looks for them."""
        ...
