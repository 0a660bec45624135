"""How many of GUM's dates `find_dates` finds and resolves as its annotators did, and how fast.

    python benchmarks/dates.py [--genre news] [--part train] [--misses] [--spurious]

The counting is that of ../shared/eval/score_dates.py, without the rest of the pipeline around it.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import pathlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from onrecord.annotate.dates import DateMention, find_dates

SHARED = pathlib.Path(__file__).resolve().parents[2] / "shared"
ROUNDS = 5


def main() -> None:
    """Print found, value and spurious for each part, and microseconds per article."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--genre", help="only this genre, e.g. news")
    asked.add_argument("--part", choices=("train", "dev"), action="append")
    asked.add_argument("--misses", action="store_true", help="show what was missed or resolved otherwise")
    asked.add_argument("--spurious", action="store_true", help="show what no annotator marked")
    options = asked.parse_args()
    scorer = SHARED / "eval" / "score_dates.py"
    if not scorer.exists():
        print(f"{SHARED}: not here, so there is nothing to measure on; put the corpora there", file=sys.stderr)
        return
    norm = _norm(scorer)
    for part in options.part or ("train", "dev"):
        gold = [row for row in _rows(part) if not options.genre or row["genre"] == options.genre]
        print(part, options.genre or "all", _score(gold, norm, options), _speed(gold))


def _norm(scorer: pathlib.Path) -> Callable[[str | None], str]:
    spec = importlib.util.spec_from_file_location("score_dates", scorer)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{scorer}: cannot be read as Python")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    norm: Callable[[str | None], str] = module.norm
    return norm


def _rows(part: str) -> Iterator[dict[str, Any]]:
    with gzip.open(SHARED / "data" / f"dates-{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _score(gold: list[dict[str, Any]], norm: Callable[[str | None], str], options: argparse.Namespace) -> str:
    found = right = total = mentions = spurious = 0
    for row in gold:
        ours = find_dates(row["text"], base=row["published"])
        for date in row["dates"]:
            hits = [one for one in ours if one.span.start < date["end"] and date["start"] < one.span.end]
            same = any(norm(one.edtf) == norm(date["edtf"]) for one in hits)
            total, found, right = total + 1, found + bool(hits), right + same
            if options.misses and not same:
                print(f"  {row['id']} {_around(row, date['start'], date['end'])} want {date['edtf']},", end=" ")
                print([f"{one.span.exact}={one.edtf}" for one in hits])
        extra = [one for one in ours if not _marked(one, row)]
        mentions, spurious = mentions + len(ours), spurious + len(extra)
        for one in extra if options.spurious else ():
            print(f"  {row['id']} extra {_around(row, one.span.start, one.span.end)} = {one.edtf}")
    shares = f"found {found / total:.3f}  value {right / total:.3f}"
    return f"dates {total}  {shares}  spurious {spurious} of {mentions}"


def _marked(mention: DateMention, row: dict[str, Any]) -> bool:
    return any(mention.span.start < date["end"] and date["start"] < mention.span.end for date in row["dates"])


def _around(row: dict[str, Any], start: int, end: int) -> str:
    text = row["text"]
    return repr(f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}")


def _speed(gold: list[dict[str, Any]]) -> str:
    size = sum(len(row["text"]) for row in gold)
    begin = time.perf_counter()
    for _ in range(ROUNDS):
        for row in gold:
            find_dates(row["text"], base=row["published"])
    seconds = (time.perf_counter() - begin) / ROUNDS
    rate = f"{size / seconds / 1e6:.2f} million characters a second"
    return f" {seconds / len(gold) * 1e6:.0f} µs an article, {rate}"


if __name__ == "__main__":
    main()
