from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import PROV, RDF
from tests.pages.exports.documents import nodes, whole

from onrecord.pages.provenance import origins_page
from onrecord.store import View

# rdflib's own parser of JSON-LD uses what rdflib gives up.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def graph_of(view: View) -> Graph:
    return Graph().parse(data=whole(view, "prov"), format="json-ld")


def test_every_term_is_one_of_prov_o(examples: View) -> None:
    used = {term for triple in graph_of(examples) for term in triple[1:] if str(term).startswith(str(PROV))}
    assert len(used) > 5
    assert {str(term).removeprefix(str(PROV)) for term in used} <= set(PROV.__annotations__)


def test_each_node_stands_once(examples: View) -> None:
    ids = [one["@id"] for one in nodes(examples, "prov")]
    assert len(ids) == len(set(ids))


def test_it_says_of_a_record_what_origins_says_of_its_stories(view: View) -> None:
    told = {one["@id"]: one for one in origins_page(view).prov["@graph"]}
    assert {one["@id"]: one for one in nodes(view, "prov")} == told


def test_a_statement_is_attributed_to_its_speaker(view: View) -> None:
    said = URIRef("urn:onrecord:s2")
    graph = graph_of(view)
    assert (said, PROV.wasAttributedTo, URIRef("urn:onrecord:p1")) in graph
    assert (URIRef("urn:onrecord:p1"), RDF.type, PROV.Person) in graph
