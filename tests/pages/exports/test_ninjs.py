"""What the JSON Schema of ninjs 3.1 says of the members that are used here, restated: no other member is allowed."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from tests.pages.exports.documents import node, nodes

from onrecord.store import View

TEXT = {"type": "string"}
URI = {"type": "string", "format": "uri", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}


def closed(*required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def several(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


WORDS = several(closed("value", role=TEXT, contentType=TEXT, value=TEXT))
PARTY = several(closed(name=TEXT, rel=TEXT, uri=URI, literal=TEXT))
MEMBERS = {
    "uri": URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "standard": closed(name=TEXT, version=TEXT, schema=URI),
    "contentCreated": {
        "type": "string",
        "format": "date-time",
        "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$",
    },
    "language": TEXT,
    "title": TEXT,
    "by": TEXT,
    "located": TEXT,
    "headlines": WORDS,
    "descriptions": WORDS,
    "bodies": WORDS,
    "people": PARTY,
    "organisations": PARTY,
    "places": PARTY,
    "infoSources": several(closed(name=TEXT, role=TEXT, uri=URI, literal=TEXT)),
    "altIds": several(closed(role=TEXT, value=TEXT)),
}
ASSOCIATED = closed("name", "uri", **MEMBERS, name=TEXT, rel=TEXT)
SCHEMA = closed("uri", **MEMBERS, associations=several(ASSOCIATED))


def test_every_object_is_valid(view: View, examples: View) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    faults = [
        fault.message for one in nodes(view, "ninjs") + nodes(examples, "ninjs") for fault in validator.iter_errors(one)
    ]
    assert faults == []


def test_there_is_an_object_for_each_article(view: View) -> None:
    assert [one["uri"] for one in nodes(view, "ninjs")] == [f"urn:onrecord:{name}" for name in ("a1", "a3", "a2")]


def test_the_body_is_the_articles_prose_without_what_is_no_part_of_it(view: View) -> None:
    (body,) = node(view, "ninjs", "urn:onrecord:a1")["bodies"]
    assert "“Nobody sails for free into my port,”" in body["value"]
    assert "Ten lighthouses" not in body["value"]


def test_what_is_said_is_associated_with_who_said_it(view: View) -> None:
    (quoted,) = [
        one for one in node(view, "ninjs", "urn:onrecord:a1")["associations"] if one["uri"] == "urn:onrecord:t2"
    ]
    assert (quoted["name"], quoted["people"][0]["rel"]) == ("Ilse Oram", "speaker")
    assert quoted["infoSources"] == [{"name": "Union Wire", "role": "relayed"}]


def test_a_day_without_a_time_of_day_is_described_and_no_instant(view: View) -> None:
    article = node(view, "ninjs", "urn:onrecord:a1")
    assert "contentCreated" not in article
    assert {"role": "published", "contentType": "text/plain", "value": "2031-05-04"} in article["descriptions"]
