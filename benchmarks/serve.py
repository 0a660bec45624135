"""How long each page of `onrecord serve` takes on a small and on a large record, and what 200 readers see of a build.

    python benchmarks/serve.py [STATEMENTS] [--few 100] [--rounds 7] [--kept FOLDER] [--write docs/benchmarks.md]

The records are generated (`tests/planted/year.py`). Each page is asked for in turns on both, so that a slow moment of the
machine falls on both; the bar is a ratio of at most 3 for every page. `--kept` keeps the records for the next run.
Readers then ask a server of its own process, while `onrecord build` adds articles to a copy of the large record.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.tables import write
from starlette.testclient import TestClient
from tests.planted.year import write_year
from tests.web.heavy import heavy_addresses
from tests.web.readers import Crowd, build_beside
from tests.web.serving import open_client, served

BAR = 3.0
READERS, SECONDS = 200, 20.0
HEAD = ("page", "ms of {few:,}", "ms of {many:,}", "ratio")


def main() -> None:
    """Prints both tables, or writes them between their marks; exit status 1 where a page misses the bar."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as made:
        folder = given.kept or Path(made)
        few, many = (_record(folder, number) for number in (given.few, given.statements))
        times = measure(few, many, given.rounds)
        lines = [tuple(one.format(few=given.few, many=given.statements) for one in HEAD), ("---",) * len(HEAD)]
        lines += [(name, f"{a:.1f}", f"{b:.1f}", f"{b / a:.2f}") for name, (a, b) in times.items()]
        crowd = "" if given.alone else _crowd(many, Path(made))
    told = "\n".join(f"| {' | '.join(line)} |" for line in lines) + crowd
    if given.write:
        write(given.write, "serve", told)
    print(told)
    missed = [name for name, (a, b) in times.items() if b / a > BAR]
    sys.exit(f"above {BAR}: {', '.join(missed)}" if missed else 0)


def _arguments() -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("statements", type=int, nargs="?", default=100_000)
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--alone", action="store_true", help="without the readers and the build beside them")
    return parser.parse_args()


def _record(folder: Path, statements: int) -> Path:
    path = folder / f"y{statements}.db"
    return path if path.exists() else write_year(path, statements)


def measure(few: Path, many: Path, rounds: int) -> Mapping[str, tuple[float, float]]:
    """The median milliseconds of each page on both records; a first turn, which fills the caches, is not counted."""
    clients = [open_client(few), open_client(many)]
    pages = [heavy_addresses(client) for client in clients]
    times: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in pages[1]}
    for turn in range(rounds + 1):
        for name, both in times.items():
            for client, addresses, found in zip(clients, pages, both, strict=True):
                taken = _milliseconds(client, addresses[name])
                if turn:
                    found.append(taken)
    return {name: (statistics.median(small), statistics.median(large)) for name, (small, large) in times.items()}


def _milliseconds(client: TestClient, address: str) -> float:
    begun = time.perf_counter()
    answer = client.get(address)
    taken = time.perf_counter() - begun
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code} {answer.text[:500]}")
    return taken * 1000


def _crowd(record: Path, folder: Path) -> str:
    """What the readers saw, as a sentence."""
    copy = Path(shutil.copy(record, folder / "busy.db"))
    addresses = [one for one in heavy_addresses(open_client(copy)).values() if not one.startswith("/search")]
    with served(copy) as base, build_beside(copy, folder) as building:
        crowd = Crowd(base=base, addresses=addresses, readers=READERS)
        crowd.read(seconds=SECONDS)
        built = building.wait()
    seconds = sorted(crowd.seconds)
    p50, p99 = (seconds[int(len(seconds) * share)] for share in (0.5, 0.99))
    return (
        f"\n\n{READERS} readers for {SECONDS:.0f} s beside a build (exit status {built}): {len(seconds):,} answers, "
        f"{len(crowd.faults)} faults, p50 {p50:.2f} s, p99 {p99:.2f} s."
    )


if __name__ == "__main__":
    main()
