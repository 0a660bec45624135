"""How well a model does on the articles held out of training: `python -m training.score MODEL.onnx`.

Thresholds and shares are chosen on these, never on PolNeAR's development part.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
from pathlib import Path
from typing import Any

from onrecord.annotate.model import ModelTagger
from onrecord.annotate.tagger import Tagger
from onrecord.records import Article, Segment, SegmentKind, Tag
from training.corpus import HELD_OUT, read_articles

_LINE = re.compile(r"\S[^\n]*(?<=\S)|\S")
Marks = dict[str, list[tuple[int, int]]]


def article_of(stored: dict[str, Any]) -> Article:
    """The corpus's article, every line a paragraph of its body."""
    segments = tuple(
        Segment(start=match.start(), end=match.end(), kind=SegmentKind.BODY) for match in _LINE.finditer(stored["text"])
    )
    return Article(id=stored["id"], sha256="", text=stored["text"], encoding="utf-8", segments=segments)


def marks_of(tag: Tag) -> Marks:
    """The tag as the scorer takes it."""
    spans = {"source": (tag.source,), "cue": (tag.cue,), "content": tag.content}
    return {role: [(span.start, span.end) for span in found if span] for role, found in spans.items()}


def score(tagger: Tagger, articles: list[dict[str, Any]], scorer: Path) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 by name, as `score_polnear.py` counts them."""
    spec = importlib.util.spec_from_file_location("score_polnear", scorer)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{scorer}: cannot be read as Python")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pairs = [
        (a["text"], a["attributions"], [marks_of(tag) for tag in tagger.tag(article_of(a)).tags]) for a in articles
    ]
    scores: dict[str, tuple[float, float, float]] = module.score(pairs)
    return scores


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    told = parser.parse_args()
    held_out = list(read_articles(told.shared / "data" / "polnear-train.jsonl.gz"))[::HELD_OUT]
    columns = [
        score(ModelTagger(path=path), held_out, told.shared / "eval" / "score_polnear.py") for path in told.models
    ]
    print(f"{'held out, F1':22}", *(f"{path.stem:>12}" for path in told.models))
    for name in columns[0]:
        print(f"{name:22}", *(f"{column[name][2]:12.3f}" for column in columns))


if __name__ == "__main__":
    main()
