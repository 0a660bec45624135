"""The rows of articles, put in and taken out within a transaction of the writer."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from onrecord.records import Article, Reading
from onrecord.records.ids import text_hash
from onrecord.store.database import Writing
from onrecord.store.passage_ids import SLOT, first_id
from onrecord.store.rows import to_row
from onrecord.store.schema import ARTICLE, ATTRIBUTION, ENTITY, MENTION, PASSAGE, VOCABULARY
from onrecord.store.search import passages, vocabulary
from onrecord.store.view import View

GROUND_TABLES = (
    PASSAGE,
    MENTION,
    ATTRIBUTION,
    ENTITY,
)  # the rows of an article, in an order they can be deleted


def put_in(writing: Writing, connection: Connection, readings: Sequence[Reading]) -> int:
    """The articles and what was found in them are in, but for those that were; how many passages are new."""
    by_id = {reading.article.id: reading for reading in readings}
    known = set(connection.scalars(select(ARTICLE.c.id).where(ARTICLE.c.id.in_(by_id))))
    new = [by_id[article] for article in by_id if article not in known]
    groups: dict[Any, list[dict[str, Any]]] = {ARTICLE: [], ENTITY: [], ATTRIBUTION: [], MENTION: []}
    for reading in new:
        groups[ARTICLE].append(_article_row(reading))
        groups[ENTITY] += [to_row(entity) for entity in reading.entities]
        groups[ATTRIBUTION] += [to_row(row) | {"start": row.start} for row in reading.attributions]
        groups[MENTION] += [to_row(row) | {"start": row.span.start} for row in reading.mentions]
    for table, rows in groups.items():
        writing.add_new(connection, table, rows)
    return _insert_passages(writing, connection, new)


def take_out(writing: Writing, connection: Connection, view: View, articles: Sequence[str]) -> int:
    """The articles, which the view has, are out with all that was found in them; how many passages are gone."""
    gone = 0
    for article in articles:
        _forget_words(writing, connection, view.reading(article))
        for table in GROUND_TABLES:
            rows = connection.execute(delete(table).where(table.c.article == article)).rowcount
            gone += rows if table is PASSAGE else 0
        connection.execute(delete(ARTICLE).where(ARTICLE.c.id == article))
    return gone


def _forget_words(writing: Writing, connection: Connection, reading: Reading | None) -> None:
    if reading is None:
        return
    article = reading.article
    rowids = connection.scalars(select(PASSAGE.c.id).where(PASSAGE.c.article == article.id).order_by(PASSAGE.c.id))
    found = zip(rowids.all(), passages(reading), strict=True)
    writing.drop_words(connection, [(rowid, each.words(article.text)) for rowid, each in found])


def _article_row(reading: Reading) -> dict[str, Any]:
    article = reading.article
    row = to_row(article) | {"text_sha256": None}
    if _decodes_to(article.text, article.encoding, article.sha256):
        row["text"] = None
    else:
        row["text_sha256"] = text_hash(article.text)
    return row


def _decodes_to(text: str, encoding: str, sha256: str) -> bool:
    """Whether the text is, to the byte and back, the capture decoded; then it need not be kept again."""
    try:
        content = text.encode(encoding)
        return hashlib.sha256(content).hexdigest() == sha256 and content.decode(encoding) == text
    except (UnicodeError, LookupError):
        return False


def _insert_passages(writing: Writing, connection: Connection, readings: Sequence[Reading]) -> int:
    texts: list[str] = []
    for reading in readings:
        article = reading.article
        found = list(passages(reading))
        ids = _free_ids(connection, article, len(found))
        rows = [
            {
                "id": number,
                "article": article.id,
                "attribution": passage.attribution,
                "kind": passage.kind.value,
                "start": passage.pieces[0][0],
                "end": passage.pieces[-1][1],
            }
            for number, passage in zip(ids, found, strict=True)
        ]
        writing.add_new(connection, PASSAGE, rows)
        words = [passage.words(article.text) for passage in found]
        writing.add_words(connection, list(zip(ids, words, strict=True)))
        texts += words
    writing.add_new(connection, VOCABULARY, vocabulary(texts))
    return len(texts)


def _free_ids(connection: Connection, article: Article, count: int) -> range:
    """So many ids in a row that no passage has, from the article's own on."""
    first = first_id(article.published, article.id)
    while connection.scalar(select(PASSAGE.c.id).where(PASSAGE.c.id.between(first, first + count - 1)).limit(1)):
        first += SLOT
    return range(first, first + count)
