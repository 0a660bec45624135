"""The package followthemoney needs ICU, of which there is no wheel; where it is installed its own model checks too."""

from __future__ import annotations

import pytest
from tests.pages.exports.documents import node, nodes

from onrecord.store import View

# What FollowTheMoney's model has for the properties used here.
PROPERTIES = {
    "Person": {"name", "alias", "position", "wikidataId"},
    "Organization": {"name", "alias", "wikidataId"},
    "PublicBody": {"name", "alias", "wikidataId"},
    "Representation": {"agent", "client", "role"},
    "Article": {"title", "publisher", "author", "publishedAt", "language", "sourceUrl", "fileName"},
    "Event": {"name", "description", "involved", "date", "startDate", "endDate", "proof"},
    "Documentation": {"entity", "document", "role", "description", "summary"},
}
REFERENCES = {"agent", "client", "involved", "proof", "entity", "document"}


def test_every_property_is_one_that_the_model_has_for_its_schema(view: View, examples: View) -> None:
    for one in nodes(view, "followthemoney") + nodes(examples, "followthemoney"):
        assert set(one["properties"]) <= PROPERTIES[one["schema"]]


def test_the_model_itself_finds_nothing_wrong(view: View, examples: View) -> None:
    model = pytest.importorskip("followthemoney").model
    for one in nodes(view, "followthemoney") + nodes(examples, "followthemoney"):
        schema = model.get(one["schema"])
        schema.validate(one)
        proxy = model.get_proxy(one, cleaned=False)
        assert {name for name in one["properties"] if proxy.has(name)} == set(one["properties"]), one


def test_every_reference_leads_to_an_entity_that_came_before(examples: View) -> None:
    known: set[str] = set()
    for one in nodes(examples, "followthemoney"):
        for name in REFERENCES & set(one["properties"]):
            assert set(one["properties"][name]) <= known
        known.add(one["id"])


def test_a_statement_is_an_event_proved_by_its_articles(view: View) -> None:
    said = node(view, "followthemoney", "s2")
    assert (said["schema"], said["properties"]["involved"]) == ("Event", ["p1"])
    assert said["properties"]["proof"] == ["a1", "a2"]


def test_who_speaks_for_whom_is_a_representation(view: View) -> None:
    ends = node(view, "followthemoney", "p1-speaks-for")["properties"]
    assert (ends["agent"], ends["client"]) == (["p1"], ["p2"])
