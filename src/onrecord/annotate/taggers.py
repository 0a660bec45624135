"""The taggers by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onrecord.annotate.model import FOLDER, ModelTagger
from onrecord.annotate.rules import RulesTagger
from onrecord.annotate.tagger import Tagger

TAGGERS: dict[str, Callable[[], Tagger]] = {
    "rules": RulesTagger,
    "accurate": partial(ModelTagger, path=FOLDER / "accurate.onnx"),
    "fast": partial(ModelTagger, path=FOLDER / "fast.onnx"),
}


def open_tagger(name: str) -> Tagger:
    """The tagger of that name, ready to use."""
    return TAGGERS[name]()
