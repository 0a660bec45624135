"""onrecord: who said what, when, to whom and according to whom, checkable against the archived page.

For programs: `open_record` reads what `onrecord build` made, `read_text` reads one article in memory. What they give
are the frozen types named here; docs/library.md shows them at work. Nothing else of the package is a promise.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.annotate import TAGGERS, Tagger
    from onrecord.clean import Told
    from onrecord.library import ArticleRead, Record, Rows, open_record, read_text
    from onrecord.records import (
        Actor,
        Article,
        Attribution,
        Discrepancy,
        Entity,
        Event,
        Form,
        Mention,
        Position,
        Reading,
        Rejected,
        Span,
        Stance,
        Statement,
        Story,
        Tag,
        Tagging,
        Value,
    )
    from onrecord.records.errors import InputError, OnrecordError, RecordError

__version__ = "0.1.0"

__all__ = [
    "TAGGERS",
    "Actor",
    "Article",
    "ArticleRead",
    "Attribution",
    "Discrepancy",
    "Entity",
    "Event",
    "Form",
    "InputError",
    "Mention",
    "OnrecordError",
    "Position",
    "Reading",
    "Record",
    "RecordError",
    "Rejected",
    "Rows",
    "Span",
    "Stance",
    "Statement",
    "Story",
    "Tag",
    "Tagger",
    "Tagging",
    "Told",
    "Value",
    "__version__",
    "open_record",
    "read_text",
]

# Where each name is from, so that `import onrecord`, which every command begins with, waits for none of it.
_ELSEWHERE = {
    **dict.fromkeys(("TAGGERS", "Tagger"), "onrecord.annotate"),
    "Told": "onrecord.clean",
    **dict.fromkeys(("ArticleRead", "Record", "Rows", "open_record", "read_text"), "onrecord.library"),
    **dict.fromkeys(("InputError", "OnrecordError", "RecordError"), "onrecord.records.errors"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "onrecord.records")), name)


def __dir__() -> list[str]:
    return __all__
