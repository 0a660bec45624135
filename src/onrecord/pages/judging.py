"""What is asked to be judged, as a judgement on the names and reports of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.pages.counting import count, listed
from onrecord.pages.judging_reports import Cut, join, names_report, reported, separate
from onrecord.records import Actor, Attribution, Decision, Entity, Judgement, Maker, Subject, Verdict
from onrecord.records.errors import InputError
from onrecord.store import View, chain_of
from onrecord.text.folding import fold

NOBODY, NONE = "nobody", "none"
WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
NAMES, PLACES = 8, 3  # as many as a message lists, of each name


def merge(view: View, names: Sequence[str], maker: Maker) -> Judgement:
    """That all whom the names mean are one actor; or, where they mean statements and reports, one statement."""
    of_reports = [name for name in names if names_report(view, name)]
    if len(of_reports) == len(names):
        return join(view, names, maker)
    if of_reports:
        raise InputError(
            f"“{of_reports[0]}” is something said, and not all the others are; "
            "name only people and bodies, or only what was said"
        )
    actors = {actor.id: actor for actor in map(view.find_actor, names)}
    if len(actors) < 2:
        (one,) = actors.values()
        raise InputError(
            f"{listed([f'“{name}”' for name in names])}: that is one actor already, {one.name}; name another"
        )
    return maker.judge(Decision.MERGE, Verdict.POSITIVE, [_subjects(view, each) for each in actors.values()])


def split(view: View, name: str, cut: Cut, maker: Maker) -> Judgement:
    """That what is cut out is not whom the name means; or not the statement that it means."""
    if names_report(view, name):
        return separate(view, name, cut, maker)
    actor = view.find_actor(name)
    entities = _entities(view, actor)
    if not (cut.names or cut.articles):
        raise InputError(f"{actor.name}: what is not theirs? Name it: {_names_and_articles(view, entities)}")
    articles = {view.find_article(each).id for each in cut.articles}
    of_names = [one for wanted in cut.names for one in _called(view, actor, entities, wanted)] or entities
    out = {one.id: one for one in of_names if one.article in articles or not articles}
    rest = [one for one in entities if one.id not in out]
    if not out:
        raise InputError(f"{actor.name}: nothing of that to take out; there is {_names_and_articles(view, entities)}")
    if not rest:
        raise InputError(
            f"{actor.name}: that is all there is, nothing would be left; take out part of "
            f"{_names_and_articles(view, entities)}"
        )
    return maker.judge(Decision.SPLIT, cut.verdict, [map(_named, out.values()), map(_named, rest)])


def rename(view: View, name: str, new: str, maker: Maker) -> Judgement:
    """That whom the name means is called `new`."""
    actor = view.find_actor(name)
    told = " ".join(new.split())
    if not told:
        raise InputError(f"{actor.name}: the new name is empty; give one")
    if told == actor.name:
        raise InputError(f"{actor.name}: that is the name already; give another")
    return maker.judge(Decision.RENAME, Verdict.POSITIVE, [_subjects(view, actor)], told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is told of an actor, empty where nothing is: a role, for whom it speaks, its Wikidata id.

    It speaks for `nobody` but itself, and has `none` where Wikidata has no entry of it.
    """

    role: str = ""
    affiliation: str = ""
    wikidata: str = ""


def describe(view: View, name: str, told: Description, maker: Maker) -> list[Judgement]:
    """That whom the name means has a role, speaks for another, or is an entry of Wikidata."""
    actor = view.find_actor(name)
    role, affiliation, wikidata = (" ".join(one.split()) for one in (told.role, told.affiliation, told.wikidata))
    judgements = []
    if role:
        if role in {one.role for one in actor.roles}:
            raise InputError(f"{actor.name}: the role {role} is known already; give another")
        judgements.append(maker.judge(Decision.ROLE, Verdict.POSITIVE, [_subjects(view, actor)], role))
    if affiliation:
        judgements.append(_affiliate(view, actor, affiliation, maker))
    if wikidata:
        is_entry = wikidata.casefold() != NONE
        if is_entry and not WIKIDATA.fullmatch(wikidata):
            raise InputError(f"{actor.name}: “{wikidata}” is no Wikidata id; give one such as Q42, or “{NONE}”")
        verdict = Verdict.POSITIVE if is_entry else Verdict.NEGATIVE
        name_of_entry = wikidata if is_entry else None
        judgements.append(maker.judge(Decision.IDENTIFY, verdict, [_subjects(view, actor)], name_of_entry))
    if not judgements:
        raise InputError(f"{actor.name}: nothing is told; give a role, for whom they speak, or a Wikidata id")
    return judgements


def _affiliate(view: View, actor: Actor, affiliation: str, maker: Maker) -> Judgement:
    if affiliation.casefold() == NOBODY:
        return maker.judge(Decision.AFFILIATE, Verdict.NEGATIVE, [_subjects(view, actor)])
    body = view.find_actor(affiliation)
    if actor.id in {one.id for one in chain_of(body.id, view.actor)}:
        raise InputError(f"{actor.name}: {body.name} speaks for them, not they for it; name another")
    return maker.judge(Decision.AFFILIATE, Verdict.POSITIVE, [_subjects(view, actor), _subjects(view, body)])


def assign(view: View, ref: str, speaker: str, maker: Maker) -> Judgement:
    """That whom `speaker` means said what the attribution reports; `nobody`: that it can't be told who did."""
    attribution = view.find_attribution(ref)
    report = reported(attribution)
    if speaker.casefold() == NOBODY:
        return maker.judge(Decision.ASSIGN, Verdict.UNSURE, [[report]])
    actor = view.find_actor(speaker)
    entity = _nearest(_entities(view, actor), attribution, actor)
    return maker.judge(Decision.ASSIGN, Verdict.POSITIVE, [[report], [_named(entity)]])


def _nearest(entities: Sequence[Entity], attribution: Attribution, actor: Actor) -> Entity:
    """The actor's name in the article itself, else one under which it is known best."""
    return min(
        entities, key=lambda one: (one.article != attribution.article, one.name != actor.name, one.article, one.id)
    )


def _entities(view: View, actor: Actor) -> tuple[Entity, ...]:
    entities = tuple(view.entities_of_actor(actor.id))
    if not entities:
        raise InputError(
            f"{actor.name}: the articles only have others speak for it, so that there is nothing to judge; "
            "name one that an article names by itself"
        )
    return entities


def _subjects(view: View, actor: Actor) -> Iterable[Subject]:
    return map(_named, _entities(view, actor))


def _named(entity: Entity) -> Subject:
    return Subject(article=entity.article, start=entity.first_start, words=entity.name)


def _called(view: View, actor: Actor, entities: Sequence[Entity], wanted: str) -> Sequence[Entity]:
    """The entities of that name; where none is, those that go by it among other names."""
    folded = fold(wanted)
    found = [one for one in entities if fold(one.name) == folded]
    found = found or [one for one in entities if folded in {fold(name) for name in one.names}]
    if not found:
        raise InputError(
            f"{actor.name}: no article calls them “{wanted}”; there is {_names_and_articles(view, entities)}"
        )
    return found


def _names_and_articles(view: View, entities: Sequence[Entity]) -> str:
    """The names with the articles they stand in, as many as a message can list."""
    articles: dict[str, dict[str, None]] = {}
    for one in entities:
        articles.setdefault(one.name, {})[view.location(one.article)] = None
    told = [f"“{name}” in {_some(list(articles[name]))}" for name in sorted(articles)]
    return "; ".join(told[:NAMES]) + (f"; and {len(told) - NAMES} more names" if len(told) > NAMES else "")


def _some(places: Sequence[str]) -> str:
    more = len(places) - PLACES
    return ", ".join(places[:PLACES]) + (f" and {count(more, 'more article')}" if more > 0 else "")
