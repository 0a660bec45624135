"""A year of coverage that never was, as a record of any number of statements: what a browser must get through.

Nothing is read: captures, readings and what follows from them are planned, so that a hundred thousand statements take
minutes. The plan is in `year_plan.py`, the words are in `year_words.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.planted import year_plan, year_rows
from tests.planted.year_articles import Written, write_article
from tests.planted.year_plan import matters

from onrecord.annotate.rules import RulesTagger
from onrecord.pipeline import BuildOptions, steps_of
from onrecord.records import Capture, Rejected
from onrecord.records.derived import DerivedRow
from onrecord.store import open_writer

BATCH = 200
NOW = "2031-12-31T08:00:00+00:00"


def write_year(path: Path, statements: int) -> Path:
    """A record of a year with this many statements lies at `path`.

    Of each statement there are one to six reports; one story has up to five thousand statements, and one person says a
    fifth of all.
    """
    with open_writer(path, steps_of(BuildOptions(tagger=RulesTagger))) as writer:
        writer.add_rejected(_rejected(statements))
        articles = (write_article(matter, number) for matter in matters(statements) for number in range(matter.size))
        while some := list(islice(articles, BATCH)):
            writer.add_captures([_capture(each) for each in some], some[0].seen_at)
            writer.add_readings([each.reading for each in some])
        writer.replace_derived(_derived(statements))
    return path


def _derived(statements: int) -> Iterator[DerivedRow]:
    """All that follows, story by story."""
    everyone = year_rows.Everyone()
    for matter in matters(statements):
        written = [write_article(matter, number) for number in range(matter.size)]
        yield from year_rows.rows_of(matter, written, everyone)
    yield from everyone.actors()


def _capture(one: Written) -> Capture:
    article = one.reading.article
    return Capture(sha256=article.sha256, content=article.text.encode(), media_type="text/plain", path=one.path)


def _rejected(statements: int) -> list[Rejected]:
    return [
        Rejected(
            where=f"coverage/{year_plan.day_of(number % 365)}/scan-{number:04d}.pdf",
            step="clean",
            cause="the file has pictures of pages and no text",
            mend="run it through OCR and add the text",
        )
        for number in range(20 + statements // 500)
    ]
