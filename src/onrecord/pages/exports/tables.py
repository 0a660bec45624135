"""The rows of the export as tables: the columns of each type, and of what sort their values are.

A table says in types what docs/record-format.md says in words; what the rows gain is added here too, a test says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias


class Scalar(StrEnum):
    """A value that is one thing; any may be null."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"


# A mapping is an object with these fields, a sequence of one a list of such.
Sort: TypeAlias = "Scalar | Mapping[str, Sort] | Sequence[Sort]"

TEXT, INTEGER, NUMBER, FLAG = Scalar.TEXT, Scalar.INTEGER, Scalar.NUMBER, Scalar.FLAG
TEXTS = (TEXT,)
SPAN: Sort = {"start": INTEGER, "end": INTEGER, "exact": TEXT}
SPANS: Sort = (SPAN,)
PLACE: Sort = {"start": INTEGER, "end": INTEGER}

TABLES: Mapping[str, Mapping[str, Sort]] = {
    "article": {
        "id": TEXT,
        "path": TEXT,
        "url": TEXT,
        "outlet": TEXT,
        "headline": TEXT,
        "byline": TEXT,
        "published": TEXT,
        "published_basis": TEXT,
        "published_reasons": TEXTS,
        "language": TEXT,
        "credits": TEXTS,
        "sha256": TEXT,
        "duplicate_of": TEXT,
        "version_of": TEXT,
        "versions": TEXTS,
        "shares": (
            {
                "article": TEXT,
                "sharing": TEXT,
                "sentences": INTEGER,
                "of": INTEGER,
                "score": NUMBER,
                "reasons": TEXTS,
                "spans": (PLACE,),
                "spans_there": (PLACE,),
            },
        ),
        "truncated": FLAG,
        "facts": ({"name": TEXT, "value": TEXT, "where": TEXT},),
    },
    "attribution": {
        "id": TEXT,
        "article": TEXT,
        "source": SPAN,
        "cue": SPAN,
        "content": SPANS,
        "form": TEXT,
        "kind": TEXT,
        "speaker": TEXT,
        "speaker_name": TEXT,
        "anonymous": FLAG,
        "said_on": TEXT,
        "said_basis": TEXT,
        "occasion": TEXT,
        "addressee": TEXT,
        "relayed_by": TEXTS,
        "statement": TEXT,
        "confidence": NUMBER,
        "speaker_reasons": TEXTS,
        "relayed_reasons": TEXTS,
        "in_latest": {"article": TEXT, "fate": TEXT, "attribution": TEXT, "content": SPANS, "reasons": TEXTS},
    },
    "mention": {
        "id": TEXT,
        "article": TEXT,
        "start": INTEGER,
        "end": INTEGER,
        "exact": TEXT,
        "kind": TEXT,
        "actor": TEXT,
        "edtf": TEXT,
        "value": NUMBER,
        "unit": TEXT,
    },
    "statement": {
        "id": TEXT,
        "speaker": TEXT,
        "said_on": TEXT,
        "text": TEXT,
        "attributions": TEXTS,
        "origins": TEXTS,
        "independent_origins": INTEGER,
        "earlier": TEXTS,
        "withdrawn": FLAG,
        "also": TEXTS,
    },
    "actor": {
        "id": TEXT,
        "name": TEXT,
        "kind": TEXT,
        "aliases": TEXTS,
        "roles": ({"role": TEXT, "of": TEXT, "from": TEXT, "to": TEXT},),
        "affiliation": TEXT,
        "wikidata": TEXT,
        "anonymous": FLAG,
    },
    "story": {"id": TEXT, "headline": TEXT, "articles": TEXTS, "first": TEXT, "last": TEXT, "also": TEXTS},
    "event": {"id": TEXT, "story": TEXT, "on": TEXT, "articles": TEXTS, "headline": TEXT, "also": TEXTS},
    "position": {
        "id": TEXT,
        "story": TEXT,
        "actor": TEXT,
        "actor_name": TEXT,
        "issue": TEXT,
        "stance": TEXT,
        "mode": TEXT,
        "condition": TEXT,
        "statements": TEXTS,
        "said_on": TEXTS,
        "changed": TEXT,
    },
    "discrepancy": {
        "id": TEXT,
        "story": TEXT,
        "kind": TEXT,
        "about": TEXT,
        "values": ({"value": TEXT, "articles": TEXTS, "spans": SPANS},),
        "explained": TEXT,
    },
}
