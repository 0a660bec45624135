"""How fast rows are gathered in memory and on disk, and in how much memory: `python benchmarks/engine.py`.

Each run has a process of its own, so that its peak is its own. Trust the ratios, not the figures. What is
larger than the engine sorts in memory is measured on disk alone.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from onrecord.engine import LocalEngine
from onrecord.engine.shuffle import BYTES_IN_MEMORY

ROWS = (20_000, 100_000, 400_000)
PAYLOADS = (50, 2_000)  # characters a row carries
PICKLED = 90  # bytes a row takes beside them
LARGEST = 400_000_000  # bytes of rows in one run
RUNS = (("memory", 10**9, 1), ("disk", 0, 1), ("disk, 2 proc.", 0, 2))  # where, rows in memory, processes
GROUP = 5  # rows a group, about


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An invented row."""

    number: int
    words: str


def rows(count: int, characters: int) -> Iterator[Row]:
    """So many rows, in an order that is none."""
    for number in range(count):
        mixed = number * 7_919 % count
        yield Row(number=mixed, words=f"{mixed:08}" * (characters // 8))


def keys(row: Row) -> Iterator[tuple[str, str]]:
    """The group of the row."""
    yield f"{row.number // GROUP:08}", f"{row.number:08}"


def counted(_key: str, group: Iterator[Row]) -> Iterator[int]:
    """How many rows the group has."""
    yield sum(1 for _ in group)


def run(count: int, characters: int, memory_rows: int, processes: int) -> dict[str, float]:
    """Rows a second and the peak of memory in MB, of this process alone."""
    begun = time.perf_counter()
    with LocalEngine(processes=processes, memory_rows=memory_rows) as engine:
        total = sum(engine.gather(keys, counted, rows(count, characters)))
    if total != count:
        raise SystemExit(f"{total} of {count} rows came back")
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rows_a_second": count / seconds, "peak_mb": peak}


def measured(*arguments: int) -> dict[str, float]:
    """The run in a process of its own."""
    told = subprocess.run([sys.executable, __file__, *map(str, arguments)], capture_output=True, check=True, text=True)
    result: dict[str, float] = json.loads(told.stdout)
    return result


def main() -> None:
    """Print a table; ratios are to the first run of a size."""
    print("rows      characters  where           rows/s   ratio   peak MB")
    for characters in PAYLOADS:
        for count in ROWS:
            if count * characters > LARGEST:
                continue
            base = None
            for where, memory_rows, processes in RUNS:
                if memory_rows and count * (characters + PICKLED) > BYTES_IN_MEMORY:
                    continue
                found = measured(count, characters, memory_rows, processes)
                base = base or found["rows_a_second"]
                ratio = found["rows_a_second"] / base
                print(
                    f"{count:<9} {characters:<11} {where:<14} {found['rows_a_second']:>8.0f}  {ratio:>5.2f} "
                    f"{found['peak_mb']:>8.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(run(*map(int, sys.argv[1:]))))
    else:
        main()
