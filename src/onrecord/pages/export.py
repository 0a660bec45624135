"""The whole record as rows for other programs: the public contract, docs/record-format.md."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from typing import Any

import msgspec

from onrecord.records import (
    Actor,
    Article,
    Attribution,
    Carried,
    Discrepancy,
    Event,
    Mention,
    Position,
    Shared,
    Span,
    Statement,
    Story,
    Value,
)
from onrecord.store import View

Row = dict[str, Any]
KEPT = 1_000  # actors looked up last, since an article names the same few again and again


def rows(view: View) -> Generator[Row]:
    """Every row of the record, types in the order of the format's table, each in the record's own order."""
    for of_type in TYPES.values():
        yield from of_type(view)


def jsonl(view: View) -> Generator[bytes]:
    """The rows, one JSON object a line, in UTF-8."""
    encode = msgspec.json.Encoder().encode
    with closing(rows(view)) as several:
        for row in several:
            yield encode(row) + b"\n"


def attribution_rows(view: View) -> Iterator[Row]:
    """The attributions, article by article."""
    actor_of = lru_cache(maxsize=KEPT)(view.actor_of)
    earlier = {one.article for one in view.page_versions() if not one.stands}
    for one in view.attributions():
        row = attribution_row(one, actor_of(one.entity) if one.entity else None, view.statement_of(one.id))
        later = view.carried(one.id) if one.article in earlier else None
        yield row | {"in_latest": _carried(later) if later else None}


def mention_rows(view: View) -> Iterator[Row]:
    """The mentions, article by article."""
    actor_of = lru_cache(maxsize=KEPT)(view.actor_of)
    return (mention_row(one, actor_of(one.entity) if one.entity else None) for one in view.mentions())


def article_row(one: Article, view: View) -> Row:
    """The article, without its text."""
    location = view.location(one.id)
    day = view.article_day(one.id)
    return {
        "type": "article",
        "id": one.id,
        "url" if "://" in location else "path": location,
        "outlet": one.outlet,
        "headline": one.headline,
        "byline": one.byline,
        "published": one.published,
        "published_basis": one.published_basis,
        "published_reasons": list(day.reasons) if day else [],
        "language": one.language,
        "credits": list(dict.fromkeys(credit.name for credit in one.credits)),
        "sha256": one.sha256,
        "duplicate_of": view.duplicate_of(one.id),
        "version_of": view.version_of(one.id),
        "versions": _versions(one.id, view),
        "shares": [_shares(pair, one.id) for pair in view.shared(one.id)],
        "truncated": one.truncated,
        "facts": [{"name": fact.name, "value": fact.value, "where": fact.where} for fact in one.facts],
    }


def _versions(article: str, view: View) -> list[str]:
    """The versions of the page that the article is one of, the earliest first; none where it is the only one."""
    versions = view.versions_of(article)
    page = article if any(one.latest == article for one in versions) else view.version_of(article)
    return [one.article for one in versions if one.latest == page]


def _carried(one: Carried) -> Row:
    """What became of a report of an earlier version in the latest one."""
    return {
        "article": one.latest,
        "fate": one.fate,
        "attribution": one.to,
        "content": [_span(span) for span in one.content],
        "reasons": list(one.reasons),
    }


def _shares(pair: Shared, article: str) -> Row:
    """What the article shares with another; spans are of this article, `spans_there` of the other."""
    left = pair.left == article
    here = [(one.left_start, one.left_end) for one in pair.passages]
    there = [(one.right_start, one.right_end) for one in pair.passages]
    return {
        "article": pair.right if left else pair.left,
        "sharing": pair.sharing,
        "sentences": pair.left_shared if left else pair.right_shared,
        "of": pair.left_of if left else pair.right_of,
        "score": pair.score,
        "reasons": list(pair.reasons),
        "spans": [{"start": start, "end": end} for start, end in (here if left else there)],
        "spans_there": [{"start": start, "end": end} for start, end in (there if left else here)],
    }


def attribution_row(one: Attribution, actor: str | None, statement: str | None) -> Row:
    """The attribution, with the actor and the statement it was linked to."""
    return {
        "type": "attribution",
        "id": one.id,
        "article": one.article,
        "source": _span(one.source),
        "cue": _span(one.cue),
        "content": [_span(span) for span in one.content],
        "form": one.form,
        "kind": one.kind,
        "speaker": actor,
        "speaker_name": one.speaker_name,
        "anonymous": one.anonymous,
        "said_on": one.said_on,
        "said_basis": one.said_basis,
        "occasion": one.occasion.exact if one.occasion else None,
        "addressee": one.addressee.exact if one.addressee else None,
        "relayed_by": list(one.relayed_by),
        "statement": statement,
        "confidence": one.confidence,
        "speaker_reasons": list(one.speaker_reasons),
        "relayed_reasons": list(one.relayed_reasons),
    }


def mention_row(one: Mention, actor: str | None) -> Row:
    """The mention, with the actor where it is one's name."""
    return {
        "type": "mention",
        "id": one.id,
        "article": one.article,
        "start": one.span.start,
        "end": one.span.end,
        "exact": one.span.exact,
        "kind": one.kind,
        "actor": actor,
        "edtf": one.edtf,
        "value": one.value,
        "unit": one.unit,
    }


def statement_row(one: Statement) -> Row:
    """The statement."""
    return {
        "type": "statement",
        "id": one.id,
        "speaker": one.speaker,
        "said_on": one.said_on,
        "text": one.text,
        "attributions": list(one.attributions),
        "origins": list(one.origins),
        "independent_origins": one.independent_origins,
        "earlier": list(one.earlier),
        "withdrawn": one.withdrawn,
        "also": list(one.also),
    }


def actor_row(one: Actor) -> Row:
    """The actor."""
    return {
        "type": "actor",
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "aliases": list(one.aliases),
        "roles": [{"role": role.role, "of": role.of, "from": role.since, "to": role.until} for role in one.roles],
        "affiliation": one.affiliation,
        "wikidata": one.wikidata,
        "anonymous": one.anonymous,
    }


def story_row(one: Story) -> Row:
    """The story."""
    return {
        "type": "story",
        "id": one.id,
        "headline": one.headline,
        "articles": list(one.articles),
        "also": list(one.also),
        "first": one.first,
        "last": one.last,
    }


def event_row(one: Event) -> Row:
    """The event."""
    return {
        "type": "event",
        "id": one.id,
        "story": one.story,
        "on": one.on,
        "articles": list(one.articles),
        "also": list(one.also),
        "headline": one.headline,
    }


def position_row(one: Position) -> Row:
    """The position."""
    return {
        "type": "position",
        "id": one.id,
        "story": one.story,
        "actor": one.actor,
        "actor_name": one.actor_name,
        "issue": one.issue,
        "stance": one.stance,
        "mode": one.mode,
        "condition": one.condition,
        "statements": list(one.statements),
        "said_on": list(one.said_on),
        "changed": one.changed,
    }


def discrepancy_row(one: Discrepancy) -> Row:
    """The discrepancy, with each side's articles and spans."""
    return {
        "type": "discrepancy",
        "id": one.id,
        "story": one.story,
        "kind": one.kind,
        "about": one.about,
        "values": [_value(value) for value in one.values],
        "explained": one.explained,
    }


def _value(one: Value) -> Row:
    return {"value": one.value, "articles": list(one.articles), "spans": [_span(span) for span in one.spans]}


def _span(one: Span | None) -> Row | None:
    return {"start": one.start, "end": one.end, "exact": one.exact} if one else None


# The rows of each type, in the order of the format's table.
TYPES: Mapping[str, Callable[[View], Iterator[Row]]] = {
    "article": lambda view: (article_row(one, view) for one in view.articles()),
    "attribution": attribution_rows,
    "mention": mention_rows,
    "statement": lambda view: map(statement_row, view.statements()),
    "actor": lambda view: map(actor_row, view.actors()),
    "story": lambda view: map(story_row, view.stories()),
    "event": lambda view: map(event_row, view.events()),
    "position": lambda view: map(position_row, view.positions()),
    "discrepancy": lambda view: map(discrepancy_row, view.discrepancies()),
}
