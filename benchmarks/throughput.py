"""How fast the taggers read: `python benchmarks/throughput.py`.

PolNeAR's development texts, or the folder that is named, are read by each tagger with one process and with two, from
files to record (`build`) and by the tagger alone (`tag`). Every run has a process of its own, the best of ROUNDS is
taken, and the peak of memory is the largest process's. Trust the ratios to the rules tagger, not the figures.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.tables import write

from onrecord.annotate import TAGGERS, open_tagger
from onrecord.clean import clean
from onrecord.read import ReadOptions, find_captures
from onrecord.records import Article, Capture

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "data" / "polnear-dev.jsonl.gz"
ROUNDS = 2


def articles_of(texts: Path) -> list[Article]:
    """The articles of the folder, cleaned."""
    captures = (each for each in find_captures((str(texts),), ReadOptions()) if isinstance(each, Capture))
    return [article for capture in captures if isinstance(article := clean(capture), Article)]


def tag_share(articles: list[Article], tagger: str, share: tuple[int, int]) -> float:
    """The seconds that one process takes for its share of the articles, its model opened before."""
    opened = open_tagger(tagger)
    opened.tag(articles[0])
    begun = time.perf_counter()
    for article in articles[share[0] :: share[1]]:
        opened.tag(article)
    return time.perf_counter() - begun


def tag(texts: Path, tagger: str, processes: int) -> dict[str, float]:
    """Articles a second of the tagger alone: the slowest process counts."""
    articles = articles_of(texts)
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        shares = [(number, processes) for number in range(processes)]
        seconds = max(pool.map(partial(tag_share, articles, tagger), shares, chunksize=1))
    return {"rate": len(articles) / seconds, "memory": _peak(resource.RUSAGE_CHILDREN)}


def build(texts: Path, tagger: str, processes: int) -> dict[str, float]:
    """Articles a second from files to record, the program's start included."""
    count = sum(1 for _ in texts.iterdir())
    with tempfile.TemporaryDirectory() as place:
        record = str(Path(place) / "record.db")
        how = ["--tagger", tagger, "--processes", str(processes)]
        command = [sys.executable, "-m", "onrecord", "build", str(texts), "-o", record, *how]
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds = time.perf_counter() - begun
    return {"rate": count / seconds, "memory": _peak(resource.RUSAGE_CHILDREN)}


RUNS = {"tag": tag, "build": build}


def _peak(whose: int) -> float:
    """The largest process's peak in MB."""
    return resource.getrusage(whose).ru_maxrss / 1024


def alone(what: str, texts: Path, tagger: str, processes: int) -> dict[str, float]:
    """The run's figures, from a process of its own."""
    command = [sys.executable, __file__, "--texts", str(texts), "--run", what, tagger, str(processes)]
    answer = subprocess.run(command, check=True, capture_output=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


def compare(texts: Path, taggers: list[str]) -> Iterator[str]:
    """The lines of a table of rates, ratios and memory; the rules tagger is read first."""
    yield "| what | processes | tagger | articles a second | of the rules tagger | largest process, MB |"
    yield "|---|---|---|---|---|---|"
    for what in RUNS:
        for processes in (1, 2):
            base = 0.0
            for tagger in sorted(taggers, key=lambda name: name != "rules"):
                best = max((alone(what, texts, tagger, processes) for _ in range(ROUNDS)), key=lambda run: run["rate"])
                base = base or best["rate"]
                rate, ratio, memory = best["rate"], best["rate"] / base, best["memory"]
                yield f"| {what} | {processes} | {tagger} | {rate:.1f} | {ratio:.3f} | {memory:.0f} |"


def tell(lines: Iterator[str], document: Path | None) -> None:
    """The lines stand on the terminal as they come, then in the document where one is named."""
    told = []
    for line in lines:
        print(line, flush=True)
        told.append(line)
    if document:
        write(document, "throughput", "\n".join(told))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="a folder of articles (default: PolNeAR's development part)")
    parser.add_argument("--taggers", nargs="+", default=list(TAGGERS))
    parser.add_argument("--write", type=Path, help="a document with marks for the table")
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.run:
        what, tagger, processes = told.run
        print(json.dumps(RUNS[what](told.texts, tagger, int(processes))))
        return
    if told.texts:
        tell(compare(told.texts, told.taggers), told.write)
        return
    if not GOLD.exists():
        raise SystemExit(f"{GOLD}: the corpus is not on this machine; name a folder with --texts")
    with tempfile.TemporaryDirectory() as place:
        scorer = str(SHARED / "eval" / "score_polnear.py")
        subprocess.run([sys.executable, scorer, "--write-texts", place, str(GOLD)], check=True, capture_output=True)
        tell(compare(Path(place), told.taggers), told.write)


if __name__ == "__main__":
    main()
