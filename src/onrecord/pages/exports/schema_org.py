"""schema.org, as JSON-LD: articles, those who spoke, statements as Claims, what stands in quotation marks as such."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.pages.exports import Pieces
from onrecord.pages.exports.names import address_of, plain_date, plain_interval, urn, wikidata_address
from onrecord.pages.exports.reports import reports_of
from onrecord.pages.exports.writing import Node, json_around, told
from onrecord.records import Actor, Article, Attribution, EntityKind, Form, Statement
from onrecord.store import View

CONTEXT = "https://schema.org"
KINDS = {EntityKind.PERSON: "Person", EntityKind.ORGANIZATION: "Organization", EntityKind.PLACE: "Place"}
GOVERNMENT = "GovernmentOrganization"  # a place that speaks: authors are people and organisations


def graph(view: View) -> Pieces:
    """The whole record as one graph."""
    return json_around({"@context": CONTEXT}, "@graph", _nodes(view))


def _nodes(view: View) -> Iterator[Node]:
    for article in view.articles():
        yield _article(article, view)
    for actor, (_, _, statements) in zip(view.actors(), view.speaking(), strict=True):
        yield _actor(actor, speaks=statements > 0)
    for statement in view.statements():
        reports = reports_of(statement, view)
        yield _claim(statement, reports)
        yield from (_quotation(one, statement) for one in reports if one.form is not Form.INDIRECT)


def _article(one: Article, view: View) -> Node:
    original = view.duplicate_of(one.id)
    return told(
        {
            "@id": urn(one.id),
            "@type": "NewsArticle",
            "headline": one.headline,
            "url": address_of(view.location(one.id)),
            "datePublished": plain_date(one.published),
            "publisher": {"@type": "Organization", "name": one.outlet} if one.outlet else None,
            "creditText": one.byline,
            "sourceOrganization": [
                {"@type": "Organization", "name": name} for name in dict.fromkeys(each.name for each in one.credits)
            ],
            "inLanguage": one.language,
            "isBasedOn": _to(original) if original else None,
            "identifier": f"sha256:{one.sha256}",
        }
    )


def _actor(one: Actor, *, speaks: bool) -> Node:
    is_state = one.kind is EntityKind.PLACE and speaks
    jobs = list(dict.fromkeys(role.role for role in one.roles)) if one.kind is EntityKind.PERSON else []
    return told(
        {
            "@id": urn(one.id),
            "@type": GOVERNMENT if is_state else KINDS[one.kind],
            "name": one.name,
            "alternateName": [name for name in one.aliases if name != one.name],
            "jobTitle": jobs,
            "affiliation": _to(one.affiliation) if one.affiliation and one.kind is EntityKind.PERSON else None,
            "sameAs": wikidata_address(one),
        }
    )


def _claim(one: Statement, reports: list[Attribution]) -> Node:
    """What was said, with the day where it is one, else the days between which it was."""
    interval = plain_interval(one.said_on)
    is_doubted = one.said_on and not plain_date(one.said_on) and not interval
    return told(
        {
            "@id": urn(one.id),
            "@type": "Claim",
            "text": one.text,
            "author": _to(one.speaker) if one.speaker else None,
            "dateCreated": plain_date(one.said_on),
            "temporalCoverage": "/".join(interval) if interval else None,
            "temporal": one.said_on if is_doubted else None,
            "appearance": [_to(name) for name in dict.fromkeys(report.article for report in reports)],
        }
    )


def _quotation(one: Attribution, statement: Statement) -> Node:
    return told(
        {
            "@id": urn(one.id),
            "@type": "Quotation",
            "text": one.text,
            "spokenByCharacter": _to(statement.speaker) if statement.speaker else None,
            "creditText": one.speaker_name if one.anonymous else None,
            "isPartOf": _to(one.article),
            "exampleOfWork": _to(statement.id),
        }
    )


def _to(row_id: str) -> Node:
    return {"@id": urn(row_id)}
