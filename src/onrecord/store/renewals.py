"""What newer steps make of captures whose articles still stand as older steps read them.

Readers find an article, and all that follows from it, as it was until what follows from the newer reading has been
derived; then both change in one transaction. What waits for that is read here, and by nobody but who derives.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from onrecord.records import Attribution, Entity, Reading, Rejected
from onrecord.store import queries
from onrecord.store.database import Reader
from onrecord.store.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What the steps `read_by` made of the capture of an article, which is to take its place."""

    article: str
    read_by: str
    result: Reading | Rejected


def renewal_row(sha256: str, renewal: Renewal) -> dict[str, Any]:
    """The columns of its table."""
    return {
        "sha256": sha256,
        "article": renewal.article,
        "read_by": renewal.read_by,
        "rejected": isinstance(renewal.result, Rejected),
        "content": zlib.compress(msgspec.json.encode(renewal.result)),
    }


def renewal_of(row: Sequence[Any]) -> Renewal:
    """The renewal that a row of `queries.RENEWALS` holds."""
    article, read_by, rejected, content = row
    kind: type[Reading | Rejected] = Rejected if rejected else Reading
    return Renewal(article=article, read_by=read_by, result=msgspec.json.decode(zlib.decompress(content), type=kind))


def renewals(reader: Reader) -> Iterator[Renewal]:
    """All that wait."""
    return map(renewal_of, reader.rows(queries.RENEWALS))


class Renewed(View):
    """The record as it will be to readers: each article as the newest steps read it."""

    def article_ids(self) -> Iterator[str]:
        """The ids of all articles, by path."""
        return (article for (article,) in self._reader.rows(queries.RENEWED_IDS))

    def reading(self, article: str) -> Reading | None:
        """The article with all that was read in it."""
        match self._result(article):
            case Reading() as renewed:
                return renewed
            case Rejected():
                return None
            case None:
                return super().reading(article)

    def attributions(self, article: str | None = None) -> Iterator[Attribution]:
        """The attributions of one article or of all."""
        if article is None or self._result(article) is None:
            return super().attributions(article)
        renewed = self.reading(article)
        return iter(renewed.attributions if renewed else ())

    def entities(self, article: str | None = None) -> Iterator[Entity]:
        """The entities of one article or of all."""
        if article is None or self._result(article) is None:
            return super().entities(article)
        renewed = self.reading(article)
        return iter(renewed.entities if renewed else ())

    def _result(self, article: str) -> Reading | Rejected | None:
        row = self._reader.row(queries.RENEWAL, {"article": article})
        return renewal_of(row).result if row else None
