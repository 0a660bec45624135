"""Processor time an article and memory that linking takes as coverage grows: `python benchmarks/linking.py [SIZE …]`.

Two sorts of invented coverage: "copies", one agency's text with another figure in each, and "mixed", where a third are
copies, a third quote the same sentence among sentences of their own, and a third are on other matters. Articles are
read and annotated once; then each size is linked in a process of its own, so that its peak is its own. What counts is
the ratio to the first size: 1 where linking is as fast in a crowd as among few.
"""

from __future__ import annotations

import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from onrecord import link
from onrecord.annotate.rules import RulesTagger
from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.pipeline import BuildOptions, ReadCaptures
from onrecord.records import Capture, Link, Reading
from onrecord.records.ids import sha256_of

SIZES = (100, 300, 1_000, 3_000)
COPY = """Port city rejects ferry tolls

By Unity Press
May {day}, 2031

Foreign Minister Ilse Oram on Tuesday ruled out any toll on the river Ister, saying that nobody would pay to go home.

"Nobody will pay to go home," Oram told reporters in Port Oster. "The river has been free for four hundred years."

Jan Velt, the harbour master, said the ferry would sail again on Wednesday with {number} passengers.

"We are ready," he said. "The tide is with us."
"""
OWN = """{noun} council answers the {other} guild

By Ada Holt
May {day}, 2031

"Nobody will pay to go home," Foreign Minister Ilse Oram told reporters in Port Oster on Tuesday.

Councillor Piet {noun} said that the {other} bridge would be repaired before the {third} market opens.

"We shall build the {third} quay with {number} stones," {noun} said on Wednesday.
"""
OTHER = """{third} orchard wins the {noun} prize

By Sela Wind
June {day}, 2031

Gardener Lisa {other} said that her {noun} trees had carried {number} baskets of fruit.

"A {third} pear is worth the wait," {other} said on Monday.
"""
TEXTS = {"copies": (COPY,), "mixed": (COPY, OWN, OTHER)}
STARTS, ENDS = ("Bar", "Cal", "Dor", "Fen", "Gal", "Hul", "Mor", "Nel", "Pol", "Rus"), ("ton", "mere", "wick", "sund")


def texts(sort: str) -> Iterator[str]:
    """Articles without end, no two of them the same."""
    names = [f"{start}{middle}{end}" for start in STARTS for middle in ("", "a", "en", "is") for end in ENDS]
    forms = TEXTS[sort]
    for number in range(1_000_000):
        noun, other, third = (names[number * step % len(names)] for step in (7, 11, 13))
        form = forms[number % len(forms)]
        yield form.format(day=4 + number % 20, number=2 + number, noun=noun, other=other, third=third)


def readings(sort: str, count: int) -> Iterator[Reading]:
    """The first articles of their sort, annotated."""
    files = (text.encode() for text in islice(texts(sort), count))
    captures = (Capture(sha256=sha256_of(each), content=each, media_type="text/plain", path="a.txt") for each in files)
    return (row for row in ReadCaptures(options=BuildOptions(tagger=RulesTagger))(captures) if isinstance(row, Reading))


def linked(articles: list[Reading]) -> dict[str, float]:
    """The processor time that linking takes, the rows that come of it, the peak of memory in MB; of this process."""
    begun = time.process_time()
    with LocalEngine() as engine, ExitStack() as kept:
        named, said, told = (
            kept.enter_context(Kept(chain.from_iterable(map(link.named, articles)))),
            kept.enter_context(Kept(chain.from_iterable(map(link.said, articles)))),
            kept.enter_context(Kept(map(link.told, articles))),
        )
        actors = kept.enter_context(Kept(link.link_actors(engine, named, kept)))
        spoken = kept.enter_context(Kept(link.with_actors(engine, said, actors)))
        found = kept.enter_context(Kept(link.link_statements(engine, spoken, kept)))
        statements = kept.enter_context(Kept(link.only(link.Versions, found)))
        stories = kept.enter_context(Kept(link.link_stories(engine, told, statements, kept)))
        rows = (link.InArticle(article=row.article, row=row) for row in told)
        placed = kept.enter_context(Kept(link.in_stories(engine, link.only(link.Member, stories), rows, statements)))
        kept.enter_context(Kept(engine.gather(link.by_story, told_of, placed)))
        counts = {
            "links": sum(1 for _ in link.only(Link, chain(actors, found, stories))),
            "statements": len(statements),
        }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": time.process_time() - begun, "peak_mb": peak, **counts}


def told_of(_cluster: str, placed: Iterator[link.InStory]) -> Iterator[object]:
    """The story of a cluster of articles and its events."""
    rows = [each.row for each in placed]
    told = list(link.only(link.Told, rows))
    events = link.events_of(link.story_id(told), told, list(link.only(link.Versions, rows)))
    yield from (link.story_of(told, events), *events)


def main(sizes: tuple[int, ...]) -> None:
    """Print a table; ratios are to the first size."""
    print("coverage  articles  ms an article  ratio  links an article  statements  peak MB")
    with tempfile.TemporaryDirectory() as folder:
        for sort in TEXTS:
            articles = list(readings(sort, max(sizes)))
            first = None
            for size in sizes:
                path = Path(folder, f"{sort}-{size}")
                path.write_bytes(pickle.dumps(articles[:size]))
                told = subprocess.run([sys.executable, __file__, str(path)], capture_output=True, check=True, text=True)
                found = json.loads(told.stdout)
                each = 1000 * found["seconds"] / size
                first = first or each
                print(
                    f"{sort:<9} {size:>8,}  {each:>13.2f}  {each / first:>5.2f}  {found['links'] / size:>16.1f}"
                    f"  {found['statements']:>10,}  {found['peak_mb']:>7.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    if len(sys.argv) == 2 and not sys.argv[1].isdigit():
        print(json.dumps(linked(pickle.loads(Path(sys.argv[1]).read_bytes()))))
    else:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
