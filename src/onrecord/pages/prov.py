"""Provenance in the terms of PROV-O (W3C Recommendation, 2013), as JSON-LD.

What was said, each report of it and each article is a prov:Entity; who said, carried or printed it a prov:Agent; the
occasion a prov:Activity. What an agency sent out is in no archive, but known to have been: an entity without a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.pages.carrying import Carried, Path
from onrecord.pages.exports.names import URN, outlet_key
from onrecord.pages.shelf import Shelf
from onrecord.records import EntityKind

Node = dict[str, Any]
CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
}
AGENTS = {EntityKind.PERSON: "prov:Person", EntityKind.ORGANIZATION: "prov:Organization"}


def prov_graph(paths: Iterable[Path], copies: Mapping[str, str], shelf: Shelf) -> Node:
    """The paths as JSON-LD, every node once, by its id; `copies` are articles with those of which they are copies."""
    nodes: dict[str, Node] = {}
    for path in paths:
        _add_statement(path, nodes, shelf)
        for each in path.carried:
            _add_report(path, each, nodes)
            _add_article(each, copies, nodes, shelf)
    return {"@context": CONTEXT, "@graph": [nodes[name] for name in sorted(nodes)]}


def _add_statement(path: Path, nodes: dict[str, Node], shelf: Shelf) -> None:
    """What was said, who said it, and the occasion."""
    statement = path.statement
    occasion: Node = {"@id": f"{URN}occasion:{statement.id}", "@type": "prov:Activity"}
    occasion |= {"rdfs:label": path.occasion} if path.occasion else {}
    occasion |= {"dcterms:date": statement.said_on} if statement.said_on else {}
    said: Node = {"@id": URN + statement.id, "@type": "prov:Entity", "prov:value": statement.text}
    said["prov:wasGeneratedBy"] = _to(occasion)
    actor = shelf.actor(statement.speaker)
    if actor is not None:
        kinds = ["prov:Agent", *([AGENTS[actor.kind]] if actor.kind in AGENTS else [])]
        speaker = _put(nodes, {"@id": URN + actor.id, "@type": kinds, "rdfs:label": actor.name})
        said["prov:wasAttributedTo"] = _to(speaker)
        occasion["prov:wasAssociatedWith"] = _to(speaker)
    _put(nodes, occasion)
    _put(nodes, said)


def _add_report(path: Path, each: Carried, nodes: dict[str, Node]) -> None:
    """The report in the article, derived from what those sent out who carried it, and that from what was said."""
    source = URN + path.statement.id
    for carrier in each.through:
        agent = _agent(carrier, nodes)
        sent: Node = {"@id": f"{URN}report:{path.statement.id}:{_key(carrier)}", "@type": "prov:Entity"}
        sent |= {"prov:wasAttributedTo": _to(agent), "prov:hadPrimarySource": {"@id": URN + path.statement.id}}
        sent["prov:wasDerivedFrom"] = {"@id": source}
        source = _put(nodes, sent)["@id"]
    report: Node = {"@id": URN + each.attribution, "@type": "prov:Entity"}
    report["dcterms:isPartOf"] = {"@id": URN + each.article}
    report["prov:hadPrimarySource"] = {"@id": URN + path.statement.id}
    if each.through or each.first_hand:  # else nobody tells what it was derived from
        report["prov:wasDerivedFrom"] = {"@id": source}
    _put(nodes, report)


def _add_article(each: Carried, copies: Mapping[str, str], nodes: dict[str, Node], shelf: Shelf) -> None:
    article = shelf.article(each.article)
    node: Node = {"@id": URN + article.id, "@type": "prov:Entity"}
    node |= {"rdfs:label": article.headline} if article.headline else {}
    node |= {"dcterms:issued": article.published} if article.published else {}
    if article.outlet:
        node["prov:wasAttributedTo"] = _to(_agent(article.outlet, nodes))
    if article.id in copies:
        node["prov:wasDerivedFrom"] = {"@id": URN + copies[article.id]}
    _put(nodes, node)


def _agent(called: str, nodes: dict[str, Node]) -> Node:
    """The agency, broadcaster or outlet of that name."""
    node = {"@id": URN + outlet_key(called), "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": called}
    return _put(nodes, node)


def _key(called: str) -> str:
    return outlet_key(called).partition(":")[2]


def _put(nodes: dict[str, Node], node: Node) -> Node:
    return nodes.setdefault(node["@id"], node)


def _to(node: Node) -> Node:
    return {"@id": node["@id"]}
