"""PROV-O (W3C Recommendation, 2013) of the whole record, as JSON-LD: what `onrecord origins` tells of a story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from onrecord.pages.carrying import path_of
from onrecord.pages.exports import Pieces
from onrecord.pages.exports.names import URN
from onrecord.pages.exports.writing import Node, json_around
from onrecord.pages.prov import CONTEXT, prov_graph
from onrecord.pages.shelf import Shelf
from onrecord.records.ids import PREFIXES
from onrecord.store import View

TOGETHER = 200  # statements whose articles are held at a time
# What several statements have in common; anything else belongs to one.
SHARED = tuple(URN + start for start in ("outlet:", PREFIXES["actor"], PREFIXES["article"]))


def graph(view: View) -> Pieces:
    """Every statement with its reports, and each article and agent once."""
    return json_around({"@context": CONTEXT}, "@graph", _nodes(view))


def _nodes(view: View) -> Iterator[Node]:
    known: set[str] = set()
    statements = view.statements()
    while some := list(islice(statements, TOGETHER)):
        shelf = Shelf(view)
        for statement in some:
            path = path_of(statement, shelf)
            originals = ((one.article, view.duplicate_of(one.article)) for one in path.carried)
            copies = {article: original for article, original in originals if original}
            for node in prov_graph([path], copies, shelf)["@graph"]:
                if node["@id"] not in known:
                    yield node
                if node["@id"].startswith(SHARED):
                    known.add(node["@id"])
