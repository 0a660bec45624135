from __future__ import annotations

import msgspec_schemaorg.models as schema_org
from tests.pages.exports.documents import node, nodes, whole

from onrecord.store import View


def test_every_property_is_one_that_schema_org_has_for_its_type(view: View, examples: View) -> None:
    for one in nodes(view, "schema-org") + nodes(examples, "schema-org"):
        known = set(getattr(schema_org, one["@type"]).__struct_encode_fields__)
        assert set(one) <= known, one


def test_every_reference_leads_to_a_node(examples: View) -> None:
    graph = nodes(examples, "schema-org")
    ids = {one["@id"] for one in graph}
    named = [value for one in graph for value in one.values()]
    flat = [each for value in named for each in (value if isinstance(value, list) else [value])]
    assert {each["@id"] for each in flat if isinstance(each, dict) and "@id" in each} <= ids
    assert len(ids) == len(graph)


def test_a_statement_is_a_claim_that_appears_in_its_articles(view: View) -> None:
    claim = node(view, "schema-org", "urn:onrecord:s2")
    assert (claim["@type"], claim["author"], claim["dateCreated"]) == (
        "Claim",
        {"@id": "urn:onrecord:p1"},
        "2031-05-04",
    )
    assert claim["appearance"] == [{"@id": "urn:onrecord:a1"}, {"@id": "urn:onrecord:a2"}]


def test_what_stands_in_quotation_marks_is_a_quotation_and_what_does_not_is_none(view: View) -> None:
    quoted = [one["@id"] for one in nodes(view, "schema-org") if one["@type"] == "Quotation"]
    assert sorted(quoted) == [f"urn:onrecord:{name}" for name in ("t2", "t3", "t4", "t6")]


def test_an_unnamed_source_is_credited_in_the_words_of_the_article(view: View) -> None:
    quoted = node(view, "schema-org", "urn:onrecord:t4")
    assert (quoted["creditText"], "spokenByCharacter" in quoted) == ("An official", False)


def test_the_same_record_gives_the_same_document(view: View) -> None:
    assert whole(view, "schema-org") == whole(view, "schema-org")
