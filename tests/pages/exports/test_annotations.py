from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from tests.pages.coverage import TEXTS, write_record

from onrecord.pages.exports import EXPORTS
from onrecord.store import View, open_view

Node = dict[str, Any]
OA = "http://www.w3.org/ns/oa#"
# The terms of the Recommendation's own context that are used here, so that no test asks the network.
CONTEXT = {
    "id": "@id",
    "type": "@type",
    "oa": OA,
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Organization": "http://xmlns.com/foaf/0.1/Organization",
    **{f"{word}ing": f"oa:{word}ing" for word in ("describ", "identify", "link", "tagg")},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "via": {"@type": "@id", "@id": "oa:via"},
    "canonical": {"@type": "@id", "@id": "oa:canonical"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "first": {"@type": "@id", "@id": "as:first"},
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "value": "rdf:value",
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
}


def collection(view: View) -> Node:
    read: Node = json.loads(b"".join(EXPORTS["annotations"].pieces(view)))
    return read


def items(view: View) -> list[Node]:
    found: list[Node] = collection(view)["first"]["items"]
    return found


def selectors(node: Node, kind: str) -> Iterator[tuple[str, Node]]:
    """The selectors of the kind in the node's targets, each with the id of the article."""
    targets = node["target"] if isinstance(node["target"], list) else [node["target"]]
    for target in targets:
        yield from ((target["source"]["id"], one) for one in target["selector"] if one["type"] == kind)


def anchor_by_quote(text: str, selector: Node) -> tuple[int, int]:
    """Where a reader who has nothing but the quote selector finds the words: the one place that fits."""
    whole = selector["prefix"] + selector["exact"] + selector["suffix"]
    places = [at for at in range(len(text)) if text.startswith(whole, at)]
    assert len(places) == 1, whole
    start = places[0] + len(selector["prefix"])
    return start, start + len(selector["exact"])


def anchored(view: View, kind: str) -> list[tuple[str, int, int]]:
    """Every place that the selectors of one kind alone lead to."""
    places = []
    for node in items(view):
        for name, selector in selectors(node, kind):
            article = name.removeprefix("urn:onrecord:")
            if kind == "TextPositionSelector":
                places.append((article, selector["start"], selector["end"]))
            else:
                places.append((article, *anchor_by_quote(view.archived_text(article), selector)))
    return places


def spans_of_record(view: View) -> list[tuple[str, int, int]]:
    return [
        (one.article, span.start, span.end)
        for one in view.attributions()
        for span in (*one.content, *([one.source] if one.source else []))
    ]


@pytest.mark.parametrize("kind", ["TextQuoteSelector", "TextPositionSelector"])
def test_the_examples_are_anchored_again_at_the_same_spans_by_either_selector_alone(examples: View, kind: str) -> None:
    assert len(spans_of_record(examples)) > 100
    assert anchored(examples, kind) == spans_of_record(examples)


@pytest.mark.parametrize("kind", ["TextQuoteSelector", "TextPositionSelector"])
def test_words_that_stand_twice_are_anchored_at_their_own_place(tmp_path: Path, kind: str) -> None:
    doubled = {name: text + "\n" + text for name, text in TEXTS.items()}
    with open_view(write_record(tmp_path / "r.db", doubled)) as view:
        assert anchored(view, kind) == spans_of_record(view)


def test_the_collection_says_how_many_annotations_it_has(view: View) -> None:
    assert collection(view)["total"] == len(items(view)) > 6


def test_what_must_stand_in_an_annotation_stands_in_each(view: View) -> None:
    for node in items(view):
        assert (node["type"], bool(node["id"]), bool(node["target"])) == ("Annotation", True, True)


def test_ids_are_unique(view: View) -> None:
    ids = [node["id"] for node in items(view)]
    assert len(set(ids)) == len(ids)


def test_the_words_are_annotated_with_who_said_them_and_of_what_statement_they_are(view: View) -> None:
    (node,) = [one for one in items(view) if one["id"] == "urn:onrecord:t2"]
    speaker, statement, *_ = node["body"]
    assert speaker["source"] == {"id": "urn:onrecord:p1", "type": "Person", "name": "Ilse Oram"}
    assert (statement["purpose"], statement["source"]) == ("linking", "urn:onrecord:s2")


def test_an_unnamed_source_is_called_by_the_words_of_the_article(view: View) -> None:
    (node,) = [one for one in items(view) if one["id"] == "urn:onrecord:t4:source"]
    assert (node["motivation"], node["body"]["value"]) == ("identifying", "An official")


def test_a_speaker_that_is_not_told_has_no_body(view: View) -> None:
    (node,) = [one for one in items(view) if one["id"] == "urn:onrecord:t5:source"]
    assert "body" not in node


def test_every_term_is_one_of_the_recommendations_context(view: View) -> None:
    document = collection(view)
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert terms(document) <= set(CONTEXT) | {"@context"}


def test_as_linked_data_there_is_an_annotation_for_each_item(view: View) -> None:
    document = {**collection(view), "@context": CONTEXT}
    graph = jsonld.flatten(document)
    assert sum(f"{OA}Annotation" in node.get("@type", ()) for node in graph) == document["total"]


def terms(node: object) -> set[str]:
    if isinstance(node, dict):
        return set(node).union(*map(terms, node.values()))
    return set().union(*map(terms, node)) if isinstance(node, list) else set()
