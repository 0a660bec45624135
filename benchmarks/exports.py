"""How long the export of a record takes in each form, and how much memory at the most.

    python benchmarks/exports.py [STATEMENTS] [--write docs/benchmarks.md]

The record is generated (`tests/planted/heap.py`), ten statements an article; each form is a process of its own, which
writes to nowhere. What Python and the form's own libraries take is told by a small record beside the large one. Needs
Linux, which tells a process's peak.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.tables import write
from tests.planted.heap import write_heap

from onrecord.pages.exports import EXPORTS

METADATA = "datasette"  # no rows
FEW = 1_000  # statements of the small record that tells what a form takes before the first row
# In a process of its own: the seconds, the peak in MB, and the bytes written.
EXPORT = """
import re, sys, time
from pathlib import Path
from onrecord.pages.exports import EXPORTS, Shape
from onrecord.store import open_view
path, name = Path(sys.argv[1]), sys.argv[2]
export = EXPORTS[name]
begun, written = time.perf_counter(), 0
with open_view(path) as view:
    files = export.files(view) if export.shape is Shape.FOLDER else [("", export.pieces(view))]
    for _, pieces in files:
        for piece in pieces:
            written += len(piece)
peak = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())
print(time.perf_counter() - begun, int(peak[1]) / 1024, written)
"""
HEAD = ("form", "seconds", "statements a second", "MB written", "peak MB", f"peak MB of {FEW:,} statements")


def main() -> None:
    """Prints the table, or writes it between its marks."""
    parser = ArgumentParser()
    parser.add_argument("statements", type=int, nargs="?", default=100_000)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = write_heap(Path(folder, "s.db"), FEW), write_heap(Path(folder, "l.db"), given.statements)
        rows = [_row(name, small, large, given.statements) for name in EXPORTS if name != METADATA]
    lines = [HEAD, ("---",) * len(HEAD), *rows]
    made = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    if given.write:
        write(given.write, "exports", made)
    print(made)


def _row(name: str, small: Path, large: Path, statements: int) -> tuple[str, ...]:
    _, base, _ = measure(small, name)
    seconds, peak, written = measure(large, name)
    rate = f"{statements / seconds:,.0f}"
    return (name, f"{seconds:.1f}", rate, f"{written / 1e6:.0f}", f"{peak:.0f}", f"{base:.0f}")


def measure(record: Path, name: str) -> tuple[float, float, float]:
    """Seconds, peak in MB and bytes of the export."""
    done = subprocess.run((sys.executable, "-c", EXPORT, str(record), name), capture_output=True, text=True, check=True)
    seconds, peak, written = map(float, done.stdout.split())
    return seconds, peak, written


if __name__ == "__main__":
    main()
