"""What linking costs and how right it is as coverage grows: `python benchmarks/linking.py [SIZE …]`.

Planted coverage with known answers (`tests/planted/coverage.py`), at the level of article texts and attributions, so
that annotating is not in the way. Each size is linked by the pipeline's own `derive_rows` in a process of its own,
which takes the articles from a file one by one, so that its peak of memory is the pipeline's. A ratio is processor time
an article to that of the size before: per tenfold, as sizes that are not tenfold apart are brought to it.
"""

from __future__ import annotations

import json
import math
import pickle
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.planted.answers import agreement
from tests.planted.coverage import Planted, coverage

from onrecord.engine import LocalEngine
from onrecord.link import Capped
from onrecord.pipeline import Progress, derive_rows
from onrecord.records import (
    ActorEntity,
    Attribution,
    Authority,
    Duplicate,
    Entity,
    Judgement,
    Reading,
    Sighting,
    StatementMember,
    Story,
)
from onrecord.records.derived import DerivedRow

SIZES = (1_000, 3_162, 10_000, 31_623, 100_000)
KINDS = ("statements", "duplicates", "actors", "stories")
STEPS = {  # the pipeline's names of its steps, as the table heads them
    "linking copies": "copies",
    "linking names": "actors",
    "linking statements": "statements",
    "linking stories": "stories and telling",
}
READING = "reading"  # what comes before the first of them


class Archive:
    """The readings of a file, as the pipeline reads them from a record."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def readings(self) -> Iterator[Reading]:
        """Every article, one at a time."""
        with self._path.open("rb") as file:
            while file.peek(1):
                yield pickle.load(file)

    def reading(self, article: str) -> Reading | None:
        """The article of this id."""
        return next((one for one in self.readings() if one.article.id == article), None)

    def entities(self, article: str) -> Iterator[Entity]:
        """The entities of the article."""
        yield from one.entities if (one := self.reading(article)) else ()

    def attributions(self, article: str) -> Iterator[Attribution]:
        """The attributions of the article."""
        yield from one.attributions if (one := self.reading(article)) else ()

    def sightings(self) -> Iterator[Sighting]:
        """No page was found twice."""
        return iter(())

    def judgements(self) -> tuple[Judgement, ...]:
        """Nobody judged anything."""
        return ()

    def authorities(self) -> Iterator[Authority]:
        """Nobody is known."""
        return iter(())


@dataclass(slots=True)
class Stages:
    """The processor time of each step, told from when the pipeline says that it begins."""

    seconds: dict[str, float] = field(default_factory=dict)
    now: str = READING
    since: float = field(default_factory=time.process_time)

    def begin(self, progress: Progress) -> None:
        """What is spent from now on is this step's."""
        self.end()
        self.now = STEPS.get(progress.step, READING)

    def end(self) -> None:
        """What was spent until now is counted."""
        now = time.process_time()
        self.seconds[self.now] = self.seconds.get(self.now, 0.0) + now - self.since
        self.since = now


def linked(path: Path, out: Path) -> dict[str, object]:
    """What linking the file's articles costs; which ids belong together stands in `out`, one a line."""
    stages = Stages()
    counts = {"rows": 0, "capped": 0}
    with LocalEngine() as engine, ExitStack() as kept, out.open("w", encoding="utf-8") as file:
        for row in derive_rows(Archive(path), (), engine, kept, stages.begin):
            counts["capped" if isinstance(row, Capped) else "rows"] += 1
            for each in labels(row):
                print(*each, sep="\t", file=file)
    stages.end()
    return {"stages": stages.seconds, "peak_mb": peak_mb(), **counts}


def labels(row: DerivedRow | Capped) -> Iterator[tuple[str, str, str]]:
    """Of which kind, which id is in which cluster."""
    if isinstance(row, StatementMember):
        yield "statements", row.attribution, row.statement
    elif isinstance(row, Duplicate):
        yield "duplicates", row.article, row.original
        yield "duplicates", row.original, row.original
    elif isinstance(row, ActorEntity):
        yield "actors", row.entity, row.actor
    elif isinstance(row, Story):
        yield from (("stories", article, row.id) for article in row.articles)


def peak_mb() -> float:
    """The most memory of this process; `getrusage` would count that of the one which started it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def known(planted: Planted) -> Iterator[tuple[str, str, str]]:
    """Of which kind, which id is in which cluster."""
    article = planted.reading.article.id
    yield from (("statements", name, said) for name, said in planted.statements.items())
    yield from (("actors", name, who) for name, who in planted.actors.items())
    yield "duplicates", article, planted.copies or article
    yield "stories", article, str(planted.story)


def write(size: int, path: Path, answers: Path) -> None:
    """The articles and what is known of them, each in a file."""
    with path.open("wb") as file, answers.open("w", encoding="utf-8") as told:
        for one in coverage(size):
            pickle.dump(one.reading, file)
            for each in known(one):
                print(*each, sep="\t", file=told)


def clusters(path: Path, kind: str) -> dict[str, str]:
    """The clusters of one kind in a file of labels."""
    with path.open(encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file if line.startswith(kind))
        return {name: cluster for _, name, cluster in rows}


def measured(size: int, folder: Path) -> dict[str, float]:
    """What linking so many articles costs and how right it is, by the heads of the table."""
    path, answers, out = (folder / name for name in ("readings", "answers", "found"))
    write(size, path, answers)
    ran = subprocess.run([sys.executable, __file__, str(path), str(out)], capture_output=True, check=True, text=True)
    found = json.loads(ran.stdout)
    row: dict[str, float] = {"peak MB": found["peak_mb"], "capped": found["capped"]}
    row |= {name: 1000 * seconds / size for name, seconds in found["stages"].items()}
    for kind in KINDS:
        told = agreement(clusters(out, kind), clusters(answers, kind))
        row |= {f"{kind} F1": told.f1, f"{kind} P": told.precision, f"{kind} R": told.recall}
    return row


def main(sizes: tuple[int, ...]) -> None:
    """Print, of each size, the time of each step, the ratio, memory, and F1 with precision and recall."""
    before: tuple[int, float] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            row = measured(size, Path(folder))
            stages = {name: row[name] for name in (READING, *STEPS.values())}
            each = sum(stages.values())
            ratio = (each / before[1]) ** (1 / math.log10(size / before[0])) if before else 1.0
            before = size, each
            print(f"{size:,} articles: {each:.1f} ms an article, {ratio:.2f} times per tenfold, "
                  f"{row['peak MB']:.0f} MB at most, {row['capped']:,.0f} keys capped")  # fmt: skip
            print("  ms an article: " + ", ".join(f"{name} {value:.2f}" for name, value in stages.items()))
            for kind in KINDS:
                print(f"  {kind:<10} F1 {row[f'{kind} F1']:.3f}  P {row[f'{kind} P']:.3f}  R {row[f'{kind} R']:.3f}")
            sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) == 3 and not sys.argv[1].isdigit():
        print(json.dumps(linked(Path(sys.argv[1]), Path(sys.argv[2]))))
    else:
        parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
        parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="articles, the fewest first")
        main(tuple(parser.parse_args().sizes))
