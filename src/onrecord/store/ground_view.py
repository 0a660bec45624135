"""Questions about what single captures gave: articles, attributions, mentions, entities, rejections.

`readings` gives attributions as the articles were read, `attributions` with the speakers that people gave them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from shlex import quote
from typing import Any

from onrecord.records import Article, ArticleDay, Attribution, Capture, Entity, Mention, Reading, Rejected, Sighting
from onrecord.records.errors import InputError, NotOnRecord, RecordError
from onrecord.records.ids import sha256_of
from onrecord.store import queries
from onrecord.store.database import Reader
from onrecord.store.rows import fields_of, from_row, sighting_of

NAMED = 200  # ids in one question
CANDIDATES = 10  # as many as a message lists
KEPT_ARTICLES = 16  # search asks for the same few articles again and again
PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)(?:-(?P<end>\d+))?")
TEXT, ENCODING = ([field.name for field in fields_of(Article)].index(name) for name in ("text", "encoding"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A path or address at which a capture was found, one of them None, and when first and last."""

    media_type: str
    seen_at: str
    last_seen_at: str
    path: str | None = None
    url: str | None = None

    @property
    def where(self) -> str:
        """The path or address."""
        return self.path or self.url or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A capture at one of the places where it was found, and when first; its article, where it has one."""

    capture: Capture
    seen_at: str
    article: str | None = None
    headline: str | None = None


def of_ids(reader: Reader, query: str, ids: Sequence[str], **values: str) -> Iterator[tuple[Any, ...]]:
    """The rows that answer the query for these ids, so many at a time as it can name."""
    for start in range(0, len(ids), NAMED):
        names = {f"id{number}": one for number, one in enumerate(ids[start : start + NAMED])}
        listed = ", ".join(f":{name}" for name in names)
        yield from reader.rows(query.format(ids=listed), names | values)


class GroundView:
    """What single captures gave; every list by path of the article, then by offset.

    Articles, attributions and mentions come with the days that linked articles tell of them; readings come without,
    exactly as each capture alone gave them.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._recent = lru_cache(maxsize=KEPT_ARTICLES)(self.article)

    def articles(self) -> Iterator[Article]:
        """Every article, by path."""
        for article in self.article_ids():
            found = self.article(article)
            if found is not None:
                yield found

    def article_ids(self) -> Iterator[str]:
        """The ids of all articles, by path."""
        return (article for (article,) in self._reader.rows(queries.ARTICLE_IDS))

    def article(self, article: str) -> Article | None:
        """The article of this id, with its text."""
        return self._article(queries.ARTICLE, article)

    def article_day(self, article: str) -> ArticleDay | None:
        """The day of the article as linked articles tell it, with the reasons; None where it tells its own, or none."""
        row = self._reader.row(queries.ARTICLE_DAY, {"article": article})
        return None if row is None else from_row(ArticleDay, row)

    def _article(self, query: str, article: str) -> Article | None:
        row = self._reader.row(query, {"id": article})
        return None if row is None else self._read(row, article)

    def _read(self, row: Sequence[Any], article: str) -> Article:
        *columns, content = row
        if columns[TEXT] is None:  # it is the archived bytes, decoded
            columns[TEXT] = self._unpack(content, article).decode(columns[ENCODING])
        return from_row(Article, columns)

    def find_article(self, ref: str) -> Article:
        """The one article that `ref` names: its id or a beginning of it, its path, an ending of it, or a part.

        Of a page with several versions a path names the latest, and with @1 behind it the first. InputError where it
        names none (NotOnRecord), or several.
        """
        ways = (self._by_id, lambda place: self._latest(self._by_place(place)), self._by_version)
        for candidates in (way(ref) for way in ways):
            if len(candidates) > 1:
                listed = ", ".join(f"{self.location(each)} ({each})" for each in candidates[:CANDIDATES])
                more = ", …" if len(candidates) > CANDIDATES else ""
                raise InputError(f"“{ref}” may be any of {listed}{more}; give more of the path, or the id")
            if candidates:
                found = self.article(candidates[0])
                if found is not None:
                    return found
        raise NotOnRecord(
            f"“{ref}”: no article of the record has this id or path; "
            f"`onrecord sources {quote(str(self._reader.path))}` lists all"
        )

    def location(self, article: str) -> str:
        """The path or address of the article; the least where the same bytes were found at several."""
        row = self._reader.row(queries.PLACE, {"id": article})
        if row is None:
            raise InputError(f"{self._reader.path}: no article {article} in the record")
        return str(row[0])

    def locations(self, article: str) -> tuple[Location, ...]:
        """Every path and address of the article."""
        return tuple(
            Location(media_type=media_type, seen_at=seen_at, last_seen_at=last_seen_at, **{kind: place})
            for place, kind, media_type, seen_at, last_seen_at in self._reader.rows(queries.LOCATIONS, {"id": article})
        )

    def sightings(self) -> Iterator[Sighting]:
        """Where and when the articles were found of which another was found at the same address; by address."""
        return map(sighting_of, self._reader.rows(queries.SIGHTINGS))

    def text_hash(self, article: str) -> str | None:
        """The SHA-256 of the article's text as it was read; None where the text is the archived bytes, decoded."""
        row = self._reader.row(queries.TEXT_HASH, {"id": article})
        return None if row is None else row[0]

    def capture(self, sha256: str) -> Capture | None:
        """The archived bytes, as they came."""
        row = self._reader.row(queries.CAPTURE, {"sha256": sha256})
        if row is None:
            return None
        content, place, kind, media_type = row
        where = {kind: place}
        return Capture(sha256=sha256, content=self._unpack(content, sha256), media_type=media_type, **where)

    def version_at(self, url: str) -> Capture | None:
        """What was archived last of this address, with its server's names for that version; None where it has none."""
        row = self._reader.row(queries.VERSION_AT, {"url": url})
        if row is None:
            return None
        sha256, content, media_type, etag, modified = row
        content = self._unpack(content, sha256)
        return Capture(
            sha256=sha256, content=content, media_type=media_type, url=url, etag=etag, last_modified=modified
        )

    def known_at(self, url: str) -> Capture | None:
        """What was archived last of this address, or the list of pages read there, as `version_at` has it."""
        return self.version_at(url) or self._listing_at(url)

    def _listing_at(self, url: str) -> Capture | None:
        row = self._reader.row(queries.LISTING, {"url": url})
        if row is None:
            return None
        packed, etag, modified = row
        content = self._unpack(packed, url)
        sha256 = sha256_of(content)
        return Capture(sha256=sha256, content=content, media_type="", url=url, etag=etag, last_modified=modified)

    def captures(self) -> Iterator[Capture]:
        """Every capture, by path."""
        for (sha256,) in self._reader.rows(queries.CAPTURE_HASHES):
            capture = self.capture(sha256)
            if capture is not None:
                yield capture

    def archived(self, story: str | None = None) -> Iterator[Archived]:
        """Every capture at every place where it was found, by path; or those of one story's articles."""
        for sha256, place, kind, media_type, seen_at, etag, modified, article, headline in self._reader.rows(
            queries.ARCHIVED, {"story": story}
        ):
            found = self.capture(sha256)
            if found is not None:
                capture = Capture(
                    sha256=sha256,
                    content=found.content,
                    media_type=media_type,
                    etag=etag,
                    last_modified=modified,
                    **{kind: place},
                )
                yield Archived(capture=capture, seen_at=seen_at, article=article, headline=headline)

    def archived_text(self, article: str) -> str:
        """The text that the article's offsets lead into."""
        found = self.article(article)
        if found is None:
            raise InputError(f"{self._reader.path}: no article {article} in the record")
        return found.text

    def readings(self) -> Iterator[Reading]:
        """Every article with all that was read in it, one at a time, by path."""
        for article in self.article_ids():
            found = self.reading(article)
            if found is not None:
                yield found

    def reading(self, article: str) -> Reading | None:
        """The article with all that was read in it."""
        found = self._article(queries.ARTICLE_READ, article)
        if found is None:
            return None
        return Reading(
            article=found,
            attributions=tuple(self._of_articles(Attribution, queries.ATTRIBUTIONS_READ, article)),
            mentions=tuple(self._of_articles(Mention, queries.MENTIONS_READ, article)),
            entities=tuple(self.entities(article)),
        )

    def attributions(self, article: str | None = None) -> Iterator[Attribution]:
        """The attributions of one article or of all, with the speakers that people gave them where they did."""
        return self._of_articles(Attribution, queries.ATTRIBUTIONS_OF, article)

    def attribution(self, attribution: str) -> Attribution | None:
        """The attribution of this id, with the speaker that people gave it where they did."""
        row = self._reader.row(queries.ATTRIBUTION, {"id": attribution})
        return None if row is None else from_row(Attribution, row)

    def attributions_named(self, attributions: Sequence[str]) -> Iterator[Attribution]:
        """Those of these ids, in any order."""
        for row in self._of_ids(queries.ATTRIBUTIONS_NAMED, attributions):
            yield from_row(Attribution, row)

    def outlets_of(self, articles: Sequence[str]) -> dict[str, str | None]:
        """The outlet of each of the articles, without the rest of it; None where it is not told."""
        return dict(self._of_ids(queries.OUTLETS_NAMED, articles))

    def places_of(self, articles: Sequence[str]) -> dict[str, str]:
        """The path or address of each of the articles; the least where the same bytes were found at several."""
        return dict(self._of_ids(queries.PLACES, articles))

    def articles_named(self, articles: Sequence[str]) -> Iterator[Article]:
        """Those of these ids, in any order."""
        return (self._read(row, row[0]) for row in self._of_ids(queries.ARTICLES_NAMED, articles))

    def heads_named(self, articles: Sequence[str]) -> Iterator[Article]:
        """The same without their texts."""
        return (from_row(Article, row) for row in self._of_ids(queries.HEADS_NAMED, articles))

    def reports_in(self, articles: Sequence[str]) -> dict[str, int]:
        """How many reports of something said each of the articles has; those that have none are left out."""
        return dict(self._of_ids(queries.REPORTS_IN, articles))

    def earlier_among(self, articles: Sequence[str]) -> frozenset[str]:
        """Those of the articles of whose page a later version stands."""
        return frozenset(article for (article,) in self._of_ids(queries.EARLIER_AMONG, articles))

    def _of_ids(self, query: str, ids: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        return of_ids(self._reader, query, ids)

    def find_attribution(self, ref: str) -> Attribution:
        """The one attribution that `ref` names: its id, or ARTICLE:START[-END] as pages tell where words stand.

        InputError where it names none, or several.
        """
        by_id = self.attribution(ref)
        if by_id:
            return by_id
        place = PLACE.fullmatch(ref)
        if not place:
            raise NotOnRecord(
                f"“{ref}”: no attribution of the record has this id; give it, or where the words begin, as "
                "`onrecord text` tells it: FILE:START"
            )
        article = self.find_article(place["article"])
        start = int(place["start"])
        attributions = tuple(self.attributions(article.id))
        exact = [one for one in attributions if one.start == start]
        within = [one for one in attributions if any(span.start <= start < span.end for span in one.content)]
        if place["end"] and len(exact) > 1:
            exact = [one for one in exact if one.content[-1].end == int(place["end"])] or exact
        found = exact or within
        if len(found) == 1:
            return found[0]
        listed = ", ".join(f"{one.start}-{one.content[-1].end} ({one.id})" for one in found or attributions)
        said = "several reports stand there" if found else "nothing is reported to have been said there"
        raise InputError(
            f"“{ref}”: {said}; there are {listed or 'none in this article'}; give the place of one, or its id"
        )

    def mentions(self, article: str | None = None) -> Iterator[Mention]:
        """The mentions of one article or of all."""
        return self._of_articles(Mention, queries.MENTIONS_OF, article)

    def entities(self, article: str | None = None) -> Iterator[Entity]:
        """The entities of one article or of all."""
        return self._of_articles(Entity, queries.ENTITIES_OF, article)

    def entity(self, entity: str) -> Entity | None:
        """The entity of this id."""
        row = self._reader.row(queries.ENTITY, {"id": entity})
        return None if row is None else from_row(Entity, row)

    def rejected(self) -> Iterator[Rejected]:
        """What gave no article, and why, by path."""
        return (from_row(Rejected, row) for row in self._reader.rows(queries.REJECTED))

    def _of_articles(self, record: Any, query: str, article: str | None) -> Iterator[Any]:
        for each in self.article_ids() if article is None else (article,):
            for row in self._reader.rows(query, {"article": each}):
                yield from_row(record, row)

    def _by_id(self, ref: str) -> list[str]:
        rows = self._reader.rows(queries.ARTICLE_IDS_FROM, {"low": ref, "high": ref + "\U0010ffff"})
        found = [article for (article,) in rows] if ref else []
        return [ref] if ref in found else found

    def _by_place(self, ref: str) -> list[str]:
        """The articles at the path `ref`; or at one that ends in it after a slash, or at all, or holds it."""
        ending = "%" + ref.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        # LIKE may take upper for lower case
        rows = [row for row in self._reader.rows(queries.PLACES_LIKE, {"ending": ending}) if row[1].endswith(ref)]
        exact = [article for article, place in rows if place == ref]
        after_slash = [article for article, place in rows if place.endswith("/" + ref)]
        anywhere = self._with_part(ending + "%", ref) if not rows else []
        return list(dict.fromkeys(exact or after_slash or [article for article, _ in rows] or anywhere))

    def _latest(self, articles: list[str]) -> list[str]:
        """The articles without the earlier versions of any of them."""
        latest = {article: self._reader.row(queries.VERSION_OF, {"article": article}) for article in articles}
        return [article for article, row in latest.items() if row is None or row[0] not in latest]

    def _by_version(self, ref: str) -> list[str]:
        """The version of that number, of the page at that path."""
        place, _, number = ref.rpartition("@")
        if not place or not number.isdecimal():
            return []
        versions = {
            article
            for latest in self._latest(self._by_place(place))
            for page, at, article, _ in self._reader.rows(queries.VERSIONS_OF, {"article": latest})
            if (page, at) == (latest, int(number))
        }
        return sorted(versions)

    def _with_part(self, pattern: str, ref: str) -> list[str]:
        """The articles whose path holds `ref` anywhere."""
        rows = self._reader.rows(queries.PLACES_LIKE, {"ending": pattern})
        return [article for article, place in rows if ref in place]

    def _unpack(self, content: bytes, what: str) -> bytes:
        try:
            return zlib.decompress(content)
        except zlib.error as error:
            raise RecordError(
                f"{self._reader.path}: the archived bytes of {what} are damaged ({error}); restore the "
                "record from a copy"
            ) from error
