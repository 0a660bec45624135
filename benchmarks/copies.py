"""Time an article, memory and F1 of finding copies as coverage grows: `python benchmarks/copies.py [SIZE …]`.

Planted coverage with known answers (`tests/planted/coverage.py`): wire reports copied with cuts, edits, moved and added
sentences; articles with some of a report's sentences; articles that share nothing with it but quotations. Each size is
linked in a process of its own, which takes the articles from a file one by one, so that its peak is its own.
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
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.planted.answers import copy_pairs, of_pairs, sentence_pairs
from tests.planted.coverage import coverage

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.copies import link_copies
from onrecord.link.prose import prose
from onrecord.link.rows import only
from onrecord.records import Duplicate, Reading, Shared

SIZES = (1_000, 10_000)


def readings(path: Path) -> Iterator[Reading]:
    """The articles of the file, one at a time."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)


def linked(path: Path) -> dict[str, object]:
    """The processor time and the peak of memory in MB that finding the copies takes, and the pairs found."""
    begun = time.process_time()
    with LocalEngine() as engine, ExitStack() as kept:
        told = kept.enter_context(Kept(map(prose, readings(path)), in_memory=1_000))
        rows = kept.enter_context(Kept(link_copies(engine, told, kept)))
        seconds = time.process_time() - begun
        groups: dict[str, list[str]] = {}
        for row in only(Duplicate, rows):
            groups.setdefault(row.original, [row.original]).append(row.article)
        shared = [(row.left, row.right) for row in only(Shared, rows)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    copies = [pair for ids in groups.values() for pair in combinations(sorted(ids), 2)]
    return {"seconds": seconds, "peak_mb": peak, "copies": copies, "shared": shared}


def main(sizes: tuple[int, ...]) -> None:
    """Print a table; wanted are passages of all pairs with two sentences of a report, right are pairs of one story."""
    print("articles  ms an article  peak MB  F1 of copies  passages: recall  precision")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            planted = list(coverage(size))
            path = Path(folder, str(size))
            with path.open("wb") as file:
                for one in planted:
                    pickle.dump(one.reading, file)
            ran = subprocess.run([sys.executable, __file__, str(path)], capture_output=True, check=True, text=True)
            found = json.loads(ran.stdout)
            copies, shared = ({tuple(pair) for pair in found[kind]} for kind in ("copies", "shared"))
            wanted = sentence_pairs(planted, 2)
            stories = {one.reading.article.id: one.story for one in planted}
            right = sum(stories[left] == stories[other] for left, other in shared)
            print(
                f"{size:>8,}  {1000 * found['seconds'] / size:>13.2f}  {found['peak_mb']:>7.0f}"
                f"  {of_pairs(copies, copy_pairs(planted)).f1:>12.3f}  {len(wanted & shared) / len(wanted):>16.3f}"
                f"  {right / len(shared):>9.3f}",
                flush=True,
            )


if __name__ == "__main__":
    if len(sys.argv) == 2 and not sys.argv[1].isdigit():
        print(json.dumps(linked(Path(sys.argv[1]))))
    else:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
