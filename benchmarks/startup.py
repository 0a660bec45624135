"""How long a command takes to answer, against Python's own start: `make startup`.

Each row is the median of RUNS runs of a process, taken in turns, so that a slow moment of the machine falls on all.
The ratio is to `python -c "import sqlite3"`. Python keeps compiled modules, as it does for a user, whatever the
environment here says of that.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
ONRECORD = str(Path(sys.executable).with_name("onrecord"))
RUNS = 15
# A process that opens the model and reads one sentence.
OPENED = """
from onrecord.annotate import open_tagger
from onrecord.records import Article, Segment, SegmentKind
text = "Minister Oram said nobody would pay to go home."
body = (Segment(start=0, end=len(text), kind=SegmentKind.BODY),)
assert open_tagger("{name}").tag(Article(id="a", sha256="", text=text, encoding="utf-8", segments=body)).tags
"""
BASE = 'python -c "import sqlite3"'


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The wall time of one run."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, env=environment)
    return time.perf_counter() - begun


def measure(commands: Mapping[str, Sequence[str]], modules: str) -> dict[str, float]:
    """The median of each command's runs; a first run of each, which fills the caches, is not counted.

    Compiled modules are kept in the folder `modules`.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = inherited | {"PYTHONPYCACHEPREFIX": modules}
    rounds = [{name: seconds(command, environment) for name, command in commands.items()} for _ in range(RUNS + 1)]
    return {name: statistics.median(times[name] for times in rounds[1:]) for name in commands}


def main() -> None:
    """A table of commands, milliseconds and ratios stands on the terminal."""
    with tempfile.TemporaryDirectory() as place:
        record = str(Path(place) / "small.db")
        subprocess.run([ONRECORD, "build", str(ROOT / "examples"), "-o", record], check=True, capture_output=True)
        medians = measure(
            {
                BASE: [sys.executable, "-c", "import sqlite3"],
                "onrecord --help": [ONRECORD, "--help"],
                "onrecord brief small.db": [ONRECORD, "brief", record],
                'python -c "import numpy"': [sys.executable, "-c", "import numpy"],
                "the model, opened": [sys.executable, "-c", OPENED.format(name="accurate")],
                "the fast model, opened": [sys.executable, "-c", OPENED.format(name="fast")],
            },
            str(Path(place) / "modules"),
        )
    print(f"{'command':<28} {'ms':>6} {'ratio':>6}   median of {RUNS} runs")
    for name, median in medians.items():
        print(f"{name:<28} {median * 1000:6.0f} {median / medians[BASE]:6.2f}")


if __name__ == "__main__":
    main()
