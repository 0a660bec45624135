"""How many of GUM's dates `find_dates` finds and resolves as its annotators did, and how fast; dateparser beside it.

    python benchmarks/dates.py [--genre news] [--part train] [--misses] [--spurious]

The counting is that of ../shared/eval/score_dates.py, without the rest of the pipeline around it. dateparser is
measured where it is installed (`.venv/bin/python -m pip install dateparser`), twice: handed each expression that the
annotators marked, told the language and the publication day, its answer cut to the month or year it says it read; and
left to find the dates itself (`search_dates`).
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.util
import json
import pathlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
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
        print("  handed the expressions:", _handed(gold, norm, "onrecord", _ours))
        if importlib.util.find_spec("dateparser") is None:
            print("  dateparser is not installed; .venv/bin/python -m pip install dateparser")
            continue
        parser = importlib.import_module("dateparser.date").DateDataParser
        print("  handed the expressions:", _handed(gold, norm, "dateparser", _Dateparser(parser=parser)))
        print("  dateparser's search_dates:", _searched(gold, norm))


def _ours(expression: str, published: str) -> str | None:
    return next((one.edtf for one in find_dates(expression, base=published)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dateparser:
    """dateparser handed one expression; a month or year that it says it read is taken as such."""

    parser: Any

    def __call__(self, expression: str, published: str) -> str | None:
        """Its answer as EDTF."""
        settings = {"RELATIVE_BASE": datetime.fromisoformat(published[:10]), "PREFER_DATES_FROM": "past"}
        data = self.parser(languages=["en"], settings=settings).get_date_data(expression)
        if data.date_obj is None:
            return None
        return str(data.date_obj.strftime({"month": "%Y-%m", "year": "%Y"}.get(data.period, "%Y-%m-%d")))


def _handed(
    gold: list[dict[str, Any]],
    norm: Callable[[str | None], str],
    name: str,
    resolve: Callable[[str, str], str | None],
) -> str:
    """How many of the marked expressions come out right by themselves, and the processor's time for each."""
    asked = [(date["exact"], row["published"], date["edtf"]) for row in gold for date in row["dates"]]
    begin = time.process_time()
    answers = [resolve(expression, published) for expression, published, _ in asked]
    seconds = time.process_time() - begin
    right = sum(norm(answer) == norm(edtf) for answer, (*_, edtf) in zip(answers, asked, strict=True))
    return f"{name} value {right / len(asked):.3f}  {seconds / len(asked) * 1e6:.0f} µs an expression"


def _searched(gold: list[dict[str, Any]], norm: Callable[[str | None], str]) -> str:
    """What dateparser finds in the texts by itself, counted as ours is."""
    search = importlib.import_module("dateparser.search").search_dates
    found = right = total = mentions = spurious = 0
    begin = time.process_time()
    for row in gold:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(row["published"][:10]), "PREFER_DATES_FROM": "past"}
        at, theirs = 0, []
        for words, moment in search(row["text"], languages=["en"], settings=settings) or ():
            start = row["text"].find(words, at)
            if start >= 0:
                at = start + len(words)
                theirs.append((start, at, f"{moment:%Y-%m-%d}"))
        for date in row["dates"]:
            hits = [one for one in theirs if one[0] < date["end"] and date["start"] < one[1]]
            total, found = total + 1, found + bool(hits)
            right += any(norm(one[2]) == norm(date["edtf"]) for one in hits)
        mentions += len(theirs)
        spurious += sum(not any(one[0] < d["end"] and d["start"] < one[1] for d in row["dates"]) for one in theirs)
    each = (time.process_time() - begin) / max(1, mentions) * 1e6
    shares = f"found {found / total:.3f}  value {right / total:.3f}  spurious {spurious} of {mentions}"
    return f"{shares}  {each:.0f} µs an expression found"


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
    begin = time.process_time()
    found = sum(len(find_dates(row["text"], base=row["published"])) for _ in range(ROUNDS) for row in gold)
    seconds = (time.process_time() - begin) / ROUNDS
    rate = f"{size / seconds / 1e6:.2f} million characters a second"
    return f" {seconds / found * ROUNDS * 1e6:.0f} µs an expression found, {rate}"


if __name__ == "__main__":
    main()
