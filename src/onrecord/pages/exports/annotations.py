"""W3C Web Annotations (Recommendation, 2017), as one AnnotationCollection in JSON-LD.

Each report is an annotation of the words that were said, each source one of the words that name the speaker. A target
is a place in the archived text, once by its words with as much around them as makes them one place
(TextQuoteSelector), once by its characters (TextPositionSelector); either alone finds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from onrecord.pages.exports import Pieces
from onrecord.pages.exports.names import address_of, urn, wikidata_address
from onrecord.pages.exports.writing import Node, encode, json_around, told
from onrecord.records import Actor, Article, Attribution, EntityKind, Span
from onrecord.store import View

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after, at first
KEPT_ACTORS = 1_000
AGENTS = {EntityKind.PERSON: "Person", EntityKind.ORGANIZATION: "Organization"}
GENERATOR = {"type": "Software", "name": "onrecord"}


def collection(view: View) -> Pieces:
    """The collection, with all annotations on its first page."""
    head = {
        "@context": CONTEXT,
        "id": urn("annotations"),
        "type": "AnnotationCollection",
        "label": "Who said what, by onrecord",
        "generator": GENERATOR,
        "total": sum(1 + (one.source is not None) for one in view.attributions()),
    }
    page = {"id": urn("annotations:1"), "type": "AnnotationPage", "startIndex": 0}
    opening = encode(head)[:-1] + b',"first":'
    yield opening
    yield from json_around(page, "items", _all(view), after="}}")


def _all(view: View) -> Iterator[Node]:
    actor_of = lru_cache(maxsize=KEPT_ACTORS)(view.actor)
    for article in view.articles():
        source = _source(article, view.location(article.id))
        for one in view.attributions(article.id):
            actor = view.actor_of(one.entity) if one.entity else None
            speaker = _speaker(one, actor_of(actor) if actor else None)
            yield _report(one, article, source, speaker, view.statement_of(one.id))
            if one.source is not None:
                yield _naming(one, _target(one.source, article, source), speaker)


def _source(article: Article, location: str) -> Node:
    """The archived text, which the selectors lead into, and where it was read."""
    return {
        "id": urn(article.id),
        "type": "Text",
        "format": "text/plain",
        "language": article.language,
        "via": address_of(location),
    }


def _report(one: Attribution, article: Article, source: Node, speaker: Node | None, statement: str | None) -> Node:
    """The words that were said, with who said them, of which statement they are, in what form and when."""
    bodies = [
        speaker,
        {"type": "SpecificResource", "purpose": "linking", "source": urn(statement)} if statement else None,
        _text("tagging", one.form),
        _text("tagging", one.kind),
        _text("describing", f"said on {one.said_on}") if one.said_on else None,
        _text("describing", f"through {', '.join(one.relayed_by)}") if one.relayed_by else None,
    ]
    return {
        "id": urn(one.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [body for body in bodies if body],
        "target": [_target(span, article, source) for span in one.content],
    }


def _naming(one: Attribution, target: Node, speaker: Node | None) -> Node:
    """The words that name the speaker."""
    node = {"id": urn(f"{one.id}:source"), "type": "Annotation", "motivation": "identifying"}
    return told({**node, "body": speaker, "target": target})


def _speaker(one: Attribution, actor: Actor | None) -> Node | None:
    """Who said it: the actor, or the article's own words for an unnamed source."""
    if actor is None:
        return _text("identifying", one.speaker_name) if one.speaker_name else None
    who = {
        "id": urn(actor.id),
        "type": AGENTS.get(actor.kind),
        "name": actor.name,
        "canonical": wikidata_address(actor),
    }
    return {"type": "SpecificResource", "purpose": "identifying", "source": told(who)}


def _text(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(span: Span, article: Article, source: Node) -> Node:
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [_quote(span, article.text), position]}


def _quote(span: Span, text: str) -> dict[str, Any]:
    """The words with what stands around them, so much of it that they stand so in one place only."""
    around = AROUND
    while True:
        start, end = max(0, span.start - around), span.end + around
        piece = text[start:end]
        first = text.find(piece)
        if text.find(piece, first + 1) < 0 or len(piece) == len(text):
            break
        around *= 2
    prefix, suffix = text[start : span.start], text[span.end : end]
    return {"type": "TextQuoteSelector", "exact": span.exact, "prefix": prefix, "suffix": suffix}
