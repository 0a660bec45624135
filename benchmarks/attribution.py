"""How well the taggers find who said what: `python benchmarks/attribution.py`.

PolNeAR's development part goes through the product's own build and export, once a tagger, and through the scorer in
`../shared/eval`; two annotators' agreement on the articles that both marked stands beside. `--write FILE` puts the
table between the marks in a document.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.tables import write

from onrecord.annotate import TAGGERS

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "eval" / "score_polnear.py"
GOLD = SHARED / "data" / "polnear-dev.jsonl.gz"
Scores = dict[str, list[float]]


def run(*arguments: str) -> str:
    """What the Python program prints."""
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True).stdout


def score(arguments: list[str]) -> Scores:
    """What the scorer says: precision, recall and F1 by name."""
    printed = run(str(SCORER), *arguments, "--json")
    scores: Scores = json.loads(printed[printed.index("{") : printed.rindex("}") + 1])
    return scores


def measure(tagger: str, texts: Path, folder: Path) -> Scores:
    """The scores of the record that the product makes of the texts with that tagger."""
    record, rows = folder / f"{tagger}.db", folder / f"{tagger}.jsonl"
    run("-m", "onrecord", "build", str(texts), "-o", str(record), "--tagger", tagger)
    run("-m", "onrecord", "export", str(record), "--format", "jsonl", "-o", str(rows))
    return score([str(GOLD), str(rows)])


def table(columns: dict[str, Scores]) -> str:
    """The F1 of every measure, a column each; precision and recall of `linked` in rows of their own."""
    names = list(columns)
    rows = [f"| PolNeAR dev, F1 | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for measure_name in next(iter(columns.values())):
        figures = " | ".join(f"{columns[name][measure_name][2]:.3f}" for name in names)
        rows.append(f"| {measure_name} | {figures} |")
    for place, what in enumerate(("precision", "recall")):
        figures = " | ".join(f"{columns[name]['linked'][place]:.3f}" for name in names)
        rows.append(f"| linked, {what} | {figures} |")
    return "\n".join(rows)


def main() -> None:
    """The table stands on the terminal, and in the document where one is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--taggers", nargs="+", default=list(TAGGERS))
    parser.add_argument("--write", type=Path)
    told = parser.parse_args()
    if not GOLD.exists():
        raise SystemExit(f"{GOLD}: the corpus is not on this machine; nothing was measured")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        texts = folder / "texts"
        run(str(SCORER), "--write-texts", str(texts), str(GOLD))
        columns = {tagger: measure(tagger, texts, folder) for tagger in told.taggers}
    columns["second annotator"] = score([str(GOLD), "--annotators"])
    made = table(columns)
    print(made)
    if told.write:
        write(told.write, "attribution", made)


if __name__ == "__main__":
    main()
