from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
from lxml import etree
from tests.pages.coverage import TEXTS, write_record
from tests.pages.exports.documents import whole

from onrecord.store import View, open_view

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def graph_of(view: View) -> nx.DiGraph:
    return nx.read_graphml(io.BytesIO(whole(view, "graphml")))


def test_networkx_reads_the_graph(view: View) -> None:
    graph = graph_of(view)
    assert graph.nodes["p1"] == {"label": "Ilse Oram", "type": "actor", "kind": "person"}
    assert graph.edges["p1", "s2"] == {"type": "said", "date": "2031-05-04"}
    assert graph.edges["s2", "a2"]["form"] == "direct"


def test_who_carried_and_who_printed_are_nodes(view: View) -> None:
    graph = graph_of(view)
    names = {told["label"]: name for name, told in graph.nodes(data=True) if told["type"] == "carrier"}
    assert set(names) == {"The Beacon", "Evening Post", "Union Wire"}
    assert graph.edges["s2", names["Union Wire"]] == {"type": "came through"}


def test_every_node_says_what_it_is(examples: View) -> None:
    types = {told.get("type") for _, told in graph_of(examples).nodes(data=True)}
    assert types == {"actor", "statement", "article", "carrier"}


def test_elements_stand_as_the_schema_has_them(examples: View) -> None:
    root = etree.fromstring(whole(examples, "graphml"))
    assert [child.tag for child in root] == [*[f"{GRAPHML}key"] * 10, f"{GRAPHML}graph"]
    assert {child.tag for child in root[-1]} == {f"{GRAPHML}node", f"{GRAPHML}edge"}
    keys = {(key.get("id"), key.get("for")) for key in root.iter(f"{GRAPHML}key")}
    used = {(data.get("key"), data.getparent().tag.removeprefix(GRAPHML)) for data in root.iter(f"{GRAPHML}data")}
    assert used <= keys


def test_ids_are_unique_and_edges_lead_from_node_to_node(examples: View) -> None:
    root = etree.fromstring(whole(examples, "graphml"))
    nodes = [one.get("id") for one in root.iter(f"{GRAPHML}node")]
    assert len(nodes) == len(set(nodes))
    assert {one.get(end) for one in root.iter(f"{GRAPHML}edge") for end in ("source", "target")} <= set(nodes)


def test_what_xml_cannot_hold_is_shown_as_such(tmp_path: Path) -> None:
    texts = {name: f"A & B <\x0bC> {text}" for name, text in TEXTS.items()}
    with open_view(write_record(tmp_path / "r.db", texts)) as view:
        assert graph_of(view).nodes["a1"]["label"].startswith("A & B <\N{REPLACEMENT CHARACTER}C> ")
