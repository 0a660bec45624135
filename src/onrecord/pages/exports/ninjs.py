"""IPTC ninjs 3.1 (News in JSON), for newsrooms' systems: a news object a line, one for each article.

What is said in it are its associated objects, each a component with the words and who said them. A time of day is
given where the article tells it with its offset; a bare day, for which ninjs has no place, stands among descriptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from onrecord.pages.exports import Pieces
from onrecord.pages.exports.names import address_of, instant, urn, wikidata_address
from onrecord.pages.exports.writing import Node, json_lines, told
from onrecord.records import Actor, Article, Attribution, EntityKind
from onrecord.store import View

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
KEPT_ACTORS = 1_000
# Where an actor that an article names is listed.
LISTS = {EntityKind.PERSON: "people", EntityKind.ORGANIZATION: "organisations", EntityKind.PLACE: "places"}


def news_objects(view: View) -> Pieces:
    """Every article, by path."""
    return json_lines(_objects(view))


def _objects(view: View) -> Iterator[Node]:
    actor_of = lru_cache(maxsize=KEPT_ACTORS)(view.actor)
    for article in view.articles():
        speakers: dict[str, Actor] = {}  # by attribution
        reports = list(view.attributions(article.id))
        for one in reports:
            name = view.actor_of(one.entity) if one.entity else None
            actor = actor_of(name) if name else None
            if actor is not None:
                speakers[one.id] = actor
        entities = (view.actor_of(entity.id) for entity in view.entities(article.id))
        named = [actor for name in dict.fromkeys(entities) if name and (actor := actor_of(name))]
        yield _object(
            article, view.location(article.id), named, [_quoted(one, speakers.get(one.id)) for one in reports]
        )


def _object(article: Article, location: str, named: Iterable[Actor], quoted: list[Node]) -> Node:
    bodies = [article.text[one.start : one.end] for one in article.body()]
    lists: dict[str, list[Node]] = {name: [] for name in LISTS.values()}
    for actor in named:
        lists[LISTS[actor.kind]].append(_party(actor, "mentioned"))
    return told(
        {
            "uri": urn(article.id),
            "type": "text",
            "representationType": "full",
            "standard": STANDARD,
            "contentCreated": instant(article.published),
            "language": article.language,
            "title": article.headline,
            "by": article.byline,
            "located": article.dateline,
            "headlines": [{"role": "headline", "value": article.headline}] if article.headline else [],
            "descriptions": _descriptions(article),
            "bodies": [{"role": "body", "contentType": "text/plain", "value": "\n\n".join(bodies)}] if bodies else [],
            "infoSources": _sources(article),
            **lists,
            "altIds": [
                {"role": "sha256", "value": article.sha256},
                {"role": "location", "value": address_of(location)},
            ],
            "associations": quoted,
        }
    )


def _descriptions(article: Article) -> list[Node]:
    day = article.published if not instant(article.published) else None
    several = (("deck", article.deck), ("published", day))
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in several if value]


def _sources(article: Article) -> list[Node]:
    credited = dict.fromkeys(credit.name for credit in article.credits)
    outlet = [{"name": article.outlet, "role": "publisher"}] if article.outlet else []
    return [*outlet, *({"name": name, "role": "credited"} for name in credited)]


def _quoted(one: Attribution, speaker: Actor | None) -> Node:
    """One report, as an object of its own."""
    name = speaker.name if speaker else one.speaker_name
    return told(
        {
            "name": name or "speaker not told",
            "rel": "quotation",
            "uri": urn(one.id),
            "type": "component",
            "bodies": [{"role": one.form.value, "contentType": "text/plain", "value": one.text}],
            "descriptions": [{"role": "said on", "value": one.said_on}] if one.said_on else [],
            "infoSources": [{"name": relay, "role": "relayed"} for relay in one.relayed_by],
            LISTS[speaker.kind] if speaker else "people": [_party(speaker, "speaker")] if speaker else [],
        }
    )


def _party(actor: Actor, rel: str) -> Node:
    return {"name": actor.name, "rel": rel, "uri": wikidata_address(actor) or urn(actor.id)}
