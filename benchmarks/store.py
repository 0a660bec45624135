"""Articles a second into and out of a record, as ratios to plain `sqlite3` with the same bytes.

    python benchmarks/store.py [ARTICLES]

"Plain" inserts the rows that the record ends up with, table by table, without keys, indices or search, with
as many transactions and the same durability; and reads them back with `SELECT *`, making no objects.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from onrecord.records import (
    Article,
    Attribution,
    Capture,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    MentionKind,
    Reading,
    Segment,
    SegmentKind,
    Span,
)
from onrecord.records.ids import content_id, sha256_of
from onrecord.store import create, open_view, open_writer

BATCH = 50
PARAGRAPHS, WORDS_PER_PARAGRAPH = 16, 45  # some 4,500 characters, an article of middling length
ATTRIBUTIONS, MENTIONS, ENTITIES = 8, 25, 8
TABLES = ("capture", "location", "article", "entity", "attribution", "mention", "passage")


def main() -> None:
    """Prints the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    readings = [_reading(random.Random(number)) for number in range(count)]  # noqa: S311 - text for a benchmark
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder, "record.db"), Path(folder, "plain.db")
        create(path)
        written = _timed(lambda: _write(path, readings))
        read = _timed(lambda: _read(path))
        rows = _rows(path)
        plainly_written = _timed(lambda: _write_plainly(plain, rows, count // BATCH))
        plainly_read = _timed(lambda: _read_plainly(plain))
        searched = _timed(lambda: _search(path))
        text = sum(len(reading.article.text.encode()) for reading in readings)
        size = path.stat().st_size / text
        print(f"{count} articles, {text / 1e6:.1f} MB of text, record {size:.2f} times that")
        times = "times as long as plain sqlite3"
        print(f"written  {count / written:8.0f} articles/s, {written / plainly_written:.2f} {times}")
        print(f"read     {count / read:8.0f} articles/s, {read / plainly_read:.2f} {times}")
        print(f"searched {searched * 1000:8.1f} ms for 50 hits of a phrase")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _write(path: Path, readings: Sequence[Reading]) -> None:
    with open_writer(path) as writer:
        for at in range(0, len(readings), BATCH):
            batch = readings[at : at + BATCH]
            writer.add_captures([_capture(reading) for reading in batch], "2031-05-04T09:00:00+00:00")
            writer.add_readings(batch)


def _read(path: Path) -> int:
    with open_view(path) as view:
        return sum(len(reading.attributions) for reading in view.readings())


def _search(path: Path) -> int:
    with open_view(path) as view:
        return len(view.search('"wa we"', limit=50))


def _rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        select = "SELECT * FROM "
        return {table: connection.execute(select + table).fetchall() for table in TABLES}


def _write_plainly(path: Path, rows: dict[str, list[tuple[Any, ...]]], batches: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        for table, several in rows.items():
            connection.execute(f"CREATE TABLE {table} ({', '.join(f'c{n}' for n in range(len(several[0])))})")
        for batch in range(batches):
            for tables in (
                TABLES[:2],
                TABLES[2:],
            ):  # captures and readings are two calls, so two transactions
                for table in tables:
                    connection.executemany(*_part(table, rows[table], batch, batches))
                connection.commit()


def _part(table: str, rows: list[tuple[Any, ...]], batch: int, batches: int) -> tuple[str, list[tuple[Any, ...]]]:
    marks = ", ".join("?" * len(rows[0]))
    return f"INSERT INTO {table} VALUES ({marks})", rows[batch::batches]  # noqa: S608


def _read_plainly(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        select = "SELECT * FROM "
        return sum(len(connection.execute(select + table).fetchall()) for table in TABLES)


def _capture(reading: Reading) -> Capture:
    article = reading.article
    return Capture(
        sha256=article.sha256,
        content=article.text.encode(),
        media_type="text/plain",
        path=f"coverage/{article.id}.txt",
    )


def _reading(random_source: random.Random) -> Reading:
    paragraphs = [" ".join(_words(random_source)) for _ in range(PARAGRAPHS)]
    text = "\n\n".join(paragraphs) + "\n"
    sha256 = sha256_of(text.encode())
    article = content_id("article", sha256)
    return Reading(
        article=Article(
            id=article,
            sha256=sha256,
            text=text,
            encoding="utf-8",
            segments=tuple(_segments(paragraphs)),
            outlet="Northern Courier",
            headline=paragraphs[0],
        ),
        attributions=tuple(_attribution(text, article, 200 * n) for n in range(ATTRIBUTIONS)),
        mentions=tuple(_mention(text, article, 100 * n) for n in range(MENTIONS)),
        entities=tuple(_entity(article, f"Person {n}") for n in range(ENTITIES)),
    )


def _words(random_source: random.Random) -> Iterator[str]:
    for _ in range(WORDS_PER_PARAGRAPH):
        yield "".join(
            random_source.choice("bdfklmnprstw") + random_source.choice("aeiou")
            for _ in range(random_source.choice((1, 2, 2, 3, 4)))
        )


def _segments(paragraphs: Sequence[str]) -> Iterator[Segment]:
    start = 0
    for paragraph in paragraphs:
        kind = SegmentKind.BODY if start else SegmentKind.HEADLINE
        yield Segment(start=start, end=start + len(paragraph), kind=kind)
        start += len(paragraph) + 2


def _attribution(text: str, article: str, start: int) -> Attribution:
    return Attribution(
        id=content_id("attribution", article, start),
        article=article,
        source=Span.of(text, start + 100, start + 112),
        cue=Span.of(text, start + 113, start + 117),
        content=(Span.of(text, start, start + 100),),
        form=Form.DIRECT,
        kind=Kind.ASSERTION,
        speaker_name="Ilse Oram",
        speaker_reasons=("the only person named in the sentence",),
    )


def _mention(text: str, article: str, start: int) -> Mention:
    return Mention(
        id=content_id("mention", article, start),
        article=article,
        span=Span.of(text, start, start + 8),
        kind=MentionKind.PERSON,
    )


def _entity(article: str, name: str) -> Entity:
    return Entity(
        id=content_id("entity", article, name),
        article=article,
        name=name,
        names=(name, f"Minister {name}"),
        kind=EntityKind.PERSON,
    )


if __name__ == "__main__":
    main()
