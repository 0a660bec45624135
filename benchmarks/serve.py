"""How long each page of `onrecord serve` takes on a small and on a large record, and what 200 readers see of a build.

    python benchmarks/serve.py [STATEMENTS] [--few 100] [--rounds 7] [--kept FOLDER] [--write docs/benchmarks.md]

Two clocks are read: the wall's, and that of the process, which other work on the machine lengthens less; the bar, a
ratio of at most 3 for every page, is put to the latter. The records are generated (`tests/planted/year.py`); `--kept`
keeps them for the next run. Each page is asked for in turns on both, so that a slow moment falls on both. The server
keeps searches that fill several pages; "asked first" are such searches by a server that keeps none.
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
from tests.web.serving import HERE, open_client, served

from onrecord.store import Memory
from onrecord.web.app import create_app
from onrecord.web.options import ServeOptions

BAR = 3.0
Both = tuple[float, float]
READERS, SECONDS = 200, 20.0
HEAD = ("page", "ms of {few:,}", "ms of {many:,}", "ratio", "CPU ms of {few:,}", "CPU ms of {many:,}", "CPU ratio")


def main() -> None:
    """Prints both tables, or writes them between their marks; exit status 1 where a page misses the bar."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as made:
        folder = given.kept or Path(made)
        few, many = (_record(folder, number) for number in (given.few, given.statements))
        times = measure(few, many, given.rounds)
        lines = [tuple(one.format(few=given.few, many=given.statements) for one in HEAD), ("---",) * len(HEAD)]
        lines += [(name, *_told(wall), *_told(cpu)) for name, (wall, cpu) in times.items()]
        crowd = "" if given.alone else _crowd(many, Path(made))
    told = "\n".join(f"| {' | '.join(line)} |" for line in lines) + crowd
    if given.write:
        write(given.write, "serve", told)
    print(told)
    missed = [name for name, (_, (few_ms, many_ms)) in times.items() if many_ms / few_ms > BAR]
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


def _told(both: Both) -> tuple[str, str, str]:
    return f"{both[0]:.1f}", f"{both[1]:.1f}", f"{both[1] / both[0]:.2f}"


def measure(few: Path, many: Path, rounds: int) -> Mapping[str, tuple[Both, Both]]:
    """The median milliseconds of each page on both records, by the wall's clock and the process's.

    A first turn, which fills the caches, is not counted.
    """
    records = (few, many)
    keeping = [open_client(record) for record in records]
    forgetting = [TestClient(create_app(ServeOptions(record=one), memory=Memory(most=0)), HERE) for one in records]
    pages = [heavy_addresses(client) for client in keeping]
    asked = {name: (name, keeping) for name in pages[1]}
    asked |= {f"{name}, asked first": (name, forgetting) for name in pages[1] if name.startswith("search, ")}
    times: dict[str, tuple[list[Both], list[Both]]] = {name: ([], []) for name in asked}
    for turn in range(rounds + 1):
        for name, both in times.items():
            address, clients = asked[name]
            for client, addresses, found in zip(clients, pages, both, strict=True):
                taken = _milliseconds(client, addresses[address])
                if turn:
                    found.append(taken)
    return {name: (_medians(both, 0), _medians(both, 1)) for name, both in times.items()}


def _medians(both: tuple[list[Both], list[Both]], clock: int) -> Both:
    small, large = (statistics.median(each[clock] for each in one) for one in both)
    return small, large


def _milliseconds(client: TestClient, address: str) -> Both:
    begun, busy = time.perf_counter(), time.process_time()
    answer = client.get(address)
    taken = (time.perf_counter() - begun) * 1000, (time.process_time() - busy) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code} {answer.text[:500]}")
    return taken


def _crowd(record: Path, folder: Path) -> str:
    """What the readers saw, as a sentence."""
    copy = Path(shutil.copy(record, folder / "busy.db"))
    addresses = [one for one in heavy_addresses(open_client(copy)).values() if not one.startswith("/search")]
    with served(copy) as base, build_beside(copy, folder) as building:
        crowd = Crowd(base=base, addresses=addresses, readers=READERS)
        crowd.read(seconds=SECONDS)
        built = building.poll()
    seconds = sorted(crowd.seconds)
    p50, p99 = (seconds[int(len(seconds) * share)] for share in (0.5, 0.99))
    return (
        f"\n\n{READERS} readers for {SECONDS:.0f} s beside a build ({'ended' if built == 0 else 'not ended'}): "
        f"{len(seconds):,} answers, "
        f"{len(crowd.faults)} faults, p50 {p50:.2f} s, p99 {p99:.2f} s."
    )


if __name__ == "__main__":
    main()
