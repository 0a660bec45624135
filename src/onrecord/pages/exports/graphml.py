"""GraphML, for Gephi, yEd, igraph and NetworkX: who said what, in which articles, through whom it came.

Nodes are actors, statements, articles, and those who print and carry; edges lead from who speaks to where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.pages.exports import Pieces
from onrecord.pages.exports.names import address_of, outlet_key
from onrecord.pages.exports.reports import reports_of
from onrecord.pages.exports.writing import xml_tag, xml_text
from onrecord.records import Actor, Article, Attribution, Statement
from onrecord.store import View

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# What nodes and edges may bear, all of it text but the confidence of a report.
NODE_KEYS = ("label", "type", "kind", "date", "url", "wikidata")
EDGE_KEYS = ("type", "form", "date", "confidence")
NUMBERS = frozenset({"confidence"})


def graphml(view: View) -> Pieces:
    """The whole record as one directed graph."""
    yield _head().encode()
    for element in _elements(view):
        yield element.encode("utf-8", "replace")
    yield b"</graph>\n</graphml>\n"


def _head() -> str:
    keys = [(part, name) for part, names in (("node", NODE_KEYS), ("edge", EDGE_KEYS)) for name in names]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        xml_tag("graphml", {"xmlns": NAMESPACE}),
        *(
            xml_tag(
                "key",
                {
                    "id": f"{part}.{name}",
                    "for": part,
                    "attr.name": name,
                    "attr.type": "double" if name in NUMBERS else "string",
                },
                closed=True,
            )
            for part, name in keys
        ),
        xml_tag("graph", {"id": "record", "edgedefault": "directed"}),
    ]
    return "".join(line + "\n" for line in lines)


def _elements(view: View) -> Iterator[str]:
    """Each node before the edges that lead to or from it, carriers where they are first met."""
    known: set[str] = set()
    for actor in view.actors():
        yield _actor(actor)
    for actor in view.actors():
        if actor.affiliation:
            yield _edge(actor.id, actor.affiliation, {"type": "speaks for"})
    for article in view.articles():
        yield _article(article, view.location(article.id))
        if article.outlet:
            yield from _carrier(article.outlet, known)
            yield _edge(outlet_key(article.outlet), article.id, {"type": "printed"})
    for name in view.article_ids():
        original = view.duplicate_of(name)
        if original:
            yield _edge(original, name, {"type": "copied as"})
    for statement in view.statements():
        yield from _statement(statement, view, known)


def _actor(one: Actor) -> str:
    told = {"label": one.name, "type": "actor", "kind": one.kind.value, "wikidata": one.wikidata}
    return _node(one.id, told)


def _article(one: Article, location: str) -> str:
    told = {
        "label": one.headline or location,
        "type": "article",
        "date": one.published,
        "url": address_of(location),
    }
    return _node(one.id, told)


def _statement(one: Statement, view: View, known: set[str]) -> Iterator[str]:
    yield _node(one.id, {"label": one.text, "type": "statement", "date": one.said_on})
    if one.speaker:
        yield _edge(one.speaker, one.id, {"type": "said", "date": one.said_on})
    for origin in one.origins:
        yield from _carrier(origin, known)
        yield _edge(one.id, outlet_key(origin), {"type": "came through"})
    for report in reports_of(one, view):
        yield _edge(one.id, report.article, _of_report(report), edge_id=report.id)


def _of_report(one: Attribution) -> dict[str, str | None]:
    return {"type": "reported in", "form": one.form.value, "confidence": str(one.confidence)}


def _carrier(called: str, known: set[str]) -> Iterator[str]:
    key = outlet_key(called)
    if key not in known:
        known.add(key)
        yield _node(key, {"label": called, "type": "carrier"})


def _node(node_id: str, told: dict[str, str | None]) -> str:
    return f"{xml_tag('node', {'id': node_id})}{_values('node', told)}</node>\n"


def _edge(source: str, target: str, told: dict[str, str | None], edge_id: str | None = None) -> str:
    return f"{xml_tag('edge', {'id': edge_id, 'source': source, 'target': target})}{_values('edge', told)}</edge>\n"


def _values(part: str, told: dict[str, str | None]) -> str:
    values = ((name, value) for name, value in told.items() if value)
    return "".join(f"{xml_tag('data', {'key': f'{part}.{name}'})}{xml_text(value)}</data>" for name, value in values)
