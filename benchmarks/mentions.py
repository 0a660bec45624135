"""How well people, bodies and places are told apart: `python benchmarks/mentions.py`.

GUM's proper names, as its annotators marked them, against the names that the product finds with each tagger. A name is
found if one of the product's overlaps it; its kind is right if one that overlaps it has it. A spurious name overlaps
none of the annotators', who mark fewer things as persons, organisations or places than have capitals. `--write FILE`
puts the table between its marks in a document.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.tables import write
from training.gum import Named, read_named
from training.score import article_of

from onrecord.annotate import TAGGERS, Tagger, open_tagger
from onrecord.annotate.names import find_names

GUM = Path(__file__).parents[2] / "shared" / "data" / "gum-dev.conllu.gz"


def count(document: Named, tagger: Tagger) -> Counter[str]:
    """How many names are marked, found, of the right kind, and spurious."""
    article = article_of({"id": document.id, "text": document.text})
    found = find_names(article, tagger.tag(article).names)
    counts = Counter(marked=len(document.names), names=len(found))
    for start, end, kind in document.names:
        near = [name for name in found if name.span.start < end and start < name.span.end]
        counts["found"] += bool(near)
        counts["kind"] += any(name.kind.value == kind for name in near)
    for name in found:
        marked = any(start < name.span.end and name.span.start < end for start, end, _ in document.names)
        counts["spurious"] += not marked
    return counts


def table(documents: list[Named], taggers: list[str]) -> str:
    """A row a tagger."""
    rows = ["| GUM dev, names | marked | found | of them of the right kind | spurious of all that the product finds |"]
    rows.append("|---|---|---|---|---|")
    for name in taggers:
        tagger = open_tagger(name)
        total: Counter[str] = Counter()
        for document in documents:
            total.update(count(document, tagger))
        found, kind = total["found"] / total["marked"], total["kind"] / total["found"]
        spurious = total["spurious"] / total["names"]
        rows.append(f"| {name} | {total['marked']} | {found:.3f} | {kind:.3f} | {spurious:.3f} |")
    return "\n".join(rows)


def main() -> None:
    """The table stands on the terminal, and in the document where one is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--taggers", nargs="+", default=list(TAGGERS))
    parser.add_argument("--genre", help="only this genre, e.g. news")
    parser.add_argument("--write", type=Path)
    told = parser.parse_args()
    if not GUM.exists():
        raise SystemExit(f"{GUM}: the corpus is not on this machine; nothing was measured")
    documents = [each for each in read_named(GUM) if not told.genre or f"_{told.genre}_" in each.id]
    made = table(documents, told.taggers)
    print(made)
    if told.write:
        write(told.write, "mentions", made)


if __name__ == "__main__":
    main()
