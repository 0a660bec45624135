"""What reading web archives costs, and in how much memory: `python benchmarks/archives.py [SIZE …]`.

Planted coverage as a WARC (`tests/planted/archive.py`), read by the rules tagger; and the 181 real pages of Zyte's
article extraction benchmark as one, read by the default model. Each is built in a process of its own, with two workers.
Time is processor time, memory the peak of the process, and that of its largest worker. Linking is left out, as it has a
benchmark of its own (`linking.py`); `--link` puts it in.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.tables import write
from tests.planted.archive import write_archive
from tests.read.archives import page

from onrecord.annotate.taggers import DEFAULT, TAGGERS
from onrecord.engine import LocalEngine
from onrecord.pipeline import BuildOptions, Progress, build, steps_of
from onrecord.read import ReadOptions, find_captures
from onrecord.store import Writer, open_writer

PAGES = Path(__file__).parents[2] / "shared" / "data" / "html"
SIZES = (2_000, 20_000)
PROCESSES = 2
SHOWN = ("archiving", "reading", "workers")
NOW = "2031-05-06T10:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A writer that takes what follows from the articles for up to date."""

    writer: Writer

    def __getattr__(self, name: str) -> Any:
        """What the writer has, but for one."""
        return getattr(self.writer, name)

    def is_derived(self) -> bool:
        """Nothing is to be derived."""
        return True


@dataclass(slots=True)
class Stages:
    """The processor time of each step, and the peak of memory when it was over, told from when the next begins."""

    seconds: dict[str, float] = field(default_factory=dict)
    peaks: dict[str, float] = field(default_factory=dict)
    now: str = "archiving"
    since: float = field(default_factory=time.process_time)

    def begin(self, progress: Progress) -> None:
        """What is spent from now on is this step's."""
        self.end()
        self.now = progress.step

    def end(self) -> None:
        """What was spent until now is counted."""
        now = time.process_time()
        self.seconds[self.now] = self.seconds.get(self.now, 0.0) + now - self.since
        self.peaks[self.now] = own_peak_mb()
        self.since = now


def own_peak_mb() -> float:
    """The most memory of this process; `getrusage` would count that of the one which started it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def built(archive: Path, record: Path, tagger: str, *, is_linked: bool) -> dict[str, Any]:
    """What it costs to build a record of the archive."""
    options = BuildOptions(tagger=TAGGERS[tagger])
    stages = Stages()
    with open_writer(record, steps_of(options)) as writer, LocalEngine(processes=PROCESSES) as engine:
        captures = find_captures((str(archive),), ReadOptions())
        build(captures, writer if is_linked else Unlinked(writer), engine, options, NOW, stages.begin)
        stages.end()
        articles = writer.view().counts().articles
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)  # they have ended with the engine
    return {
        "articles": articles,
        "seconds": stages.seconds | {"workers": workers.ru_utime + workers.ru_stime},
        "peaks": stages.peaks | {"workers": workers.ru_maxrss / 1024},
    }


def write_real(path: Path) -> None:
    """The real pages lie at `path` as an archive."""
    wanted = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    with path.open("wb") as file:
        for key in sorted(wanted):
            content = gzip.decompress((PAGES / "html" / f"{key}.html.gz").read_bytes())
            file.write(gzip.compress(page(wanted[key]["url"], content)))


def measured(archive: Path, tagger: str, *, is_linked: bool) -> dict[str, Any]:
    """The figures of a build in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        record = Path(place) / "record.db"
        command = [sys.executable, __file__, "--run", str(archive), str(record), tagger]
        done = subprocess.run([*command, *(["--link"] if is_linked else [])], check=True, capture_output=True)
        figures: dict[str, Any] = json.loads(done.stdout)
        return figures | {"record": record.stat().st_size / 1e6, "archive": archive.stat().st_size / 1e6}


def row(name: str, tagger: str, figures: dict[str, Any]) -> str:
    """The line of the table."""
    told = f"{figures['articles']:,}"
    times = (f"{1000 * figures['seconds'][one] / figures['articles']:.1f}" for one in SHOWN)
    peaks = (f"{figures['peaks'][one]:.0f}" for one in SHOWN)
    sizes = (f"{figures[one]:.0f}" for one in ("archive", "record"))
    return f"| {' | '.join((name, tagger, told, *times, *peaks, *sizes))} |"


def lines(sizes: tuple[int, ...], *, is_linked: bool) -> Iterator[str]:
    """The lines of the table."""
    yield (
        "| archive | tagger | articles | ms an article: archiving | reading | workers | peak MB: archiving | reading "
        "| a worker | archive, MB | record, MB |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place) / "pages.warc.gz"
        for size in sizes:
            write_archive(archive, size)
            figures = measured(archive, "rules", is_linked=is_linked)
            yield row("planted", "rules", figures)
            if is_linked:
                yield f"all steps: {figures['seconds']} seconds, {figures['peaks']} MB"
        if PAGES.exists():
            write_real(archive)
            yield row("real pages", DEFAULT, measured(archive, DEFAULT, is_linked=is_linked))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--link", action="store_true", help="link, too")
    parser.add_argument("--write", type=Path, help="a document with marks for the table")
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.run:
        archive, record, tagger = told.run
        print(json.dumps(built(Path(archive), Path(record), tagger, is_linked=told.link)))
        return
    made = []
    for line in lines(tuple(told.sizes), is_linked=told.link):
        print(line, flush=True)
        made.append(line)
    if told.write:
        write(told.write, "archives", "\n".join(made))


if __name__ == "__main__":
    main()
