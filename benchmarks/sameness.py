"""How well two reports of one statement are told from two statements: `python benchmarks/sameness.py [--misses]`.

The pairs are those of `tests/link/same_statements.txt`. Every second block of them is only reported: `--misses` prints
what comes out wrong of the others. New blocks are measured before any rule is changed, and the figures are noted there.
`tests/link/unmet_statements.txt` has pairs for which no rule was changed yet: the row "unmet".
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from tests.link.pairs import UNMET, Pair, figures, missed, read_pairs

from onrecord.records import Verdict


def main(*, misses: bool) -> None:
    """Print a table of the halves, one of the kinds of pairs, and the misses of the half that is tuned on."""
    pairs = list(read_pairs())
    print("half    pairs  precision  recall  unsure (one)  unsure (two)")
    halves = {half: [pair for pair in pairs if pair.half == half] for half in ("tune", "report")}
    for half, of_half in (halves | {"unmet": list(read_pairs(UNMET))}).items():
        found = figures(of_half)
        print(
            f"{half:<6} {len(of_half):>6}  {found.precision:>9.3f}  {found.recall:>6.3f}"
            f"  {found.unsure_same:>12}  {found.unsure_other:>12}"
        )
    print("\nkind         pairs  tune: right unsure  report: right unsure")
    for kind in dict.fromkeys(pair.kind for pair in sorted(pairs, key=lambda pair: (not pair.same, pair.kind))):
        of_kind = [pair for pair in pairs if pair.kind == kind]
        print(f"{kind:<12} {len(of_kind):>5}  {told(of_kind, 'tune'):>18}  {told(of_kind, 'report'):>20}")
    if misses:
        print("", *missed([pair for pair in pairs if pair.half == "tune"]), sep="\n")


def told(pairs: list[Pair], half: str) -> str:
    """How many of the half come out right, of how many, and how many in doubt."""
    of_half = [pair for pair in pairs if pair.half == half]
    right = sum((pair.verdict is Verdict.POSITIVE) == pair.same for pair in of_half)
    return f"{right}/{len(of_half)} {sum(pair.verdict is Verdict.UNSURE for pair in of_half):>6}"


if __name__ == "__main__":
    main(misses="--misses" in sys.argv[1:])
