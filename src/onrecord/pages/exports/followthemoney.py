"""FollowTheMoney entities, for Aleph and OpenSanctions' tools: an entity as JSON, one a line.

People, organisations and states that speak, articles as documents, each statement an Event with those involved, the
articles that prove it, and an edge to each. Places that nobody speaks for are left out: FollowTheMoney has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.pages.exports import Pieces
from onrecord.pages.exports.names import plain_date, plain_interval
from onrecord.pages.exports.reports import reports_of
from onrecord.pages.exports.writing import Node, json_lines
from onrecord.pages.wording import cut
from onrecord.records import Actor, Article, Attribution, EntityKind, Statement
from onrecord.store import View

SCHEMATA = {EntityKind.PERSON: "Person", EntityKind.ORGANIZATION: "Organization", EntityKind.PLACE: "PublicBody"}
LANGUAGES = {"en": "eng"}  # by three letters, as ISO 639-3 has them
NAME = 100  # characters of a statement that are its name


def entities(view: View) -> Pieces:
    """The whole record, each entity before those that refer to it."""
    return json_lines(_entities(view))


def _entities(view: View) -> Iterator[Node]:
    represented = {actor.affiliation for actor in view.actors() if actor.affiliation}
    for actor, (_, _, statements) in zip(view.actors(), view.speaking(), strict=True):
        if actor.kind is not EntityKind.PLACE or statements or actor.id in represented:
            yield _actor(actor)
    for actor in view.actors():
        if actor.affiliation and (actor.kind is not EntityKind.PLACE or actor.id in represented):
            yield _speaks_for(actor)
    for article in view.articles():
        yield _article(article, view.location(article.id))
    for statement in view.statements():
        reports = reports_of(statement, view)
        yield _said(statement, reports)
        yield from (_reported(statement, one) for one in reports)


def _actor(one: Actor) -> Node:
    roles = list(dict.fromkeys(role.role for role in one.roles))
    return _entity(
        one.id,
        SCHEMATA[one.kind],
        {
            "name": [one.name],
            "alias": [name for name in one.aliases if name != one.name],
            "position": roles if one.kind is EntityKind.PERSON else [],
            "wikidataId": [one.wikidata] if one.wikidata else [],
        },
    )


def _speaks_for(one: Actor) -> Node:
    ends = {"agent": [one.id], "client": [one.affiliation or ""], "role": ["speaks for"]}
    return _entity(f"{one.id}-speaks-for", "Representation", ends)


def _article(one: Article, location: str) -> Node:
    language = LANGUAGES.get(one.language)
    return _entity(
        one.id,
        "Article",
        {
            "title": [one.headline] if one.headline else [location],
            "publisher": [one.outlet] if one.outlet else [],
            "author": [one.byline] if one.byline else [],
            "publishedAt": _days(one.published),
            "language": [language] if language else [],
            "sourceUrl": [location] if location.startswith(("http://", "https://")) else [],
            "fileName": [] if "://" in location else [location],
        },
    )


def _said(one: Statement, reports: list[Attribution]) -> Node:
    """What was said, by whom, when, and where it stands."""
    interval = plain_interval(one.said_on)
    return _entity(
        one.id,
        "Event",
        {
            "name": [cut(one.text, NAME)],
            "description": [one.text],
            "involved": [one.speaker] if one.speaker else [],
            "date": _days(one.said_on),
            "startDate": [interval[0]] if interval else [],
            "endDate": [interval[1]] if interval else [],
            "proof": list(dict.fromkeys(report.article for report in reports)),
        },
    )


def _reported(statement: Statement, one: Attribution) -> Node:
    """That an article reports the statement, in what form and by whom it says that it was said."""
    return _entity(
        one.id,
        "Documentation",
        {
            "entity": [statement.id],
            "document": [one.article],
            "role": [f"{one.form.value} {one.kind.value}"],
            "description": [one.text],
            "summary": [f"{one.speaker_name} (unnamed)"] if one.anonymous and one.speaker_name else [],
        },
    )


def _days(edtf: str | None) -> list[str]:
    day = plain_date(edtf)
    return [day] if day else []


def _entity(entity_id: str, schema: str, properties: Mapping[str, list[str]]) -> Node:
    told = {name: values for name, values in properties.items() if values}
    return {"id": entity_id, "schema": schema, "properties": told}
