"""The taggers by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onrecord.annotate.model import FOLDER, ModelTagger
from onrecord.annotate.rules import RulesTagger
from onrecord.annotate.tagger import Tagger

DEFAULT = "accurate"
TAGGERS: dict[str, Callable[[], Tagger]] = {
    "accurate": partial(ModelTagger, path=FOLDER / "accurate.onnx"),
    "fast": partial(ModelTagger, path=FOLDER / "fast.onnx"),
    "rules": RulesTagger,
}


def open_tagger(name: str = DEFAULT) -> Tagger:
    """The tagger of that name, ready to use."""
    return TAGGERS[name]()
