"""One person or body: names, roles, lines, words, and why the record takes it for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.pages.citations import Citation, Notebook, by_number, short_names
from onrecord.pages.counting import listed
from onrecord.pages.days import say_day
from onrecord.pages.layout import Document, Item, Line, Part, Section, faint, line, name
from onrecord.pages.positions import PositionLine, lay_out_positions, position_line, rank
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import say_role
from onrecord.pages.stories import places
from onrecord.pages.timeline import Day, days_of, timeline_section
from onrecord.records import Actor, Entity, EntityKind, Role, Verdict
from onrecord.records.errors import InputError
from onrecord.store import View

KINDS = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "organisation",
    EntityKind.PLACE: "state or place",
}
VERDICTS = {Verdict.POSITIVE: "taken for one", Verdict.NEGATIVE: "kept apart", Verdict.UNSURE: "not sure"}
PARTICLE = 3  # letters of the longest word in lower case that stands within names: "van", "der", "bin"
MOST_ACTORS = 10  # how many of one name are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two names were taken for one, or kept apart; each as its article has it."""

    left: str
    left_file: str
    right: str
    right_file: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Why one report was given to this speaker."""

    citation: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSheet:
    """All that the record has on one actor. `why` and `told` are empty unless they were asked for."""

    actor: str
    name: str
    kind: EntityKind
    anonymous: bool
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    affiliation: str | None
    positions: tuple[PositionLine, ...]
    days: tuple[Day, ...]
    why: tuple[Reason, ...]
    told: tuple[Told, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoPage:
    """Everyone of that name."""

    asked: str
    actors: tuple[ActorSheet, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        return Document(title=self.asked, parts=tuple(_lay_out(one) for one in self.actors))


def who_page(view: View, asked: str) -> WhoPage:
    """Everyone whom the record knows by that name."""
    return _sheets(view, asked, {})


def why_page(view: View, asked: str) -> WhoPage:
    """The same, with the reasons for every name and report that was given to them."""
    return _sheets(view, asked, {one.id: one for one in view.entities()})


def _sheets(view: View, asked: str, entities: Mapping[str, Entity]) -> WhoPage:
    actors = view.find_actors(asked)
    if not actors:
        raise InputError(_nobody(view, asked))
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    shown = actors[:MOST_ACTORS]
    return WhoPage(asked=asked, actors=tuple(_sheet(one, entities, shelf, notebook) for one in shown))


def _nobody(view: View, asked: str) -> str:
    nearest = listed([f"“{one}”" for one in view.nearest_names(asked)])
    return f"who {asked}: no one of that name speaks in this record; " + (
        f"nearest are {nearest}" if nearest else "“onrecord timeline” shows who does"
    )


def _sheet(actor: Actor, entities: Mapping[str, Entity], shelf: Shelf, notebook: Notebook) -> ActorSheet:
    before = notebook.turn_page()
    statements = tuple(shelf.view.statements(actor=actor.id))
    said = {one.id for one in statements}
    held = [one for one in shelf.view.positions() if one.actor == actor.id or said & set(one.statements)]
    affiliation = shelf.actor(actor.affiliation)
    positions = tuple(position_line(one, shelf, notebook) for one in rank(held, shelf))
    days = days_of(statements, (), shelf, notebook)
    reports = [report for one in statements for report in shelf.reports(one)] if entities else []
    told = tuple(Told(citation=notebook.cite_attribution(one), reasons=one.speaker_reasons) for one in reports)
    return ActorSheet(
        actor=actor.id,
        name=actor.name,
        kind=actor.kind,
        anonymous=actor.anonymous,
        aliases=tuple(one for one in actor.aliases if one != actor.name),
        roles=actor.roles,
        affiliation=affiliation.name if affiliation else None,
        positions=positions,
        days=days,
        why=_why(actor, entities, shelf) if entities else (),
        told=told,
        citations=notebook.citations(before),
    )


def _why(actor: Actor, entities: Mapping[str, Entity], shelf: Shelf) -> tuple[Reason, ...]:
    own = [entity for entity, owner in shelf.view.actor_of_entities().items() if owner == actor.id]
    files = short_names(shelf.location(article) for article in {one.article for one in entities.values()})
    links = {(one.left, one.right): one for entity in own for one in shelf.view.links(type="entity", id=entity)}
    return tuple(
        Reason(
            left=entities[left].name,
            left_file=files[shelf.location(entities[left].article)],
            right=entities[right].name,
            right_file=files[shelf.location(entities[right].article)],
            verdict=link.verdict,
            score=link.score,
            reasons=link.reasons,
        )
        for (left, right), link in sorted(links.items())
    )


def _lay_out(one: ActorSheet) -> Part:
    cited = by_number(one.citations)
    lede = [line(faint(KINDS[one.kind] + (", not named" if one.anonymous else "")))]
    if one.affiliation:
        lede.append(line("speaks for ", name(one.affiliation)))
    if one.aliases:
        lede.extend(_other_names(one.name, one.aliases))
    sections = [Section(heading="Roles", items=tuple(map(_role, _merged(one.roles))))] if one.roles else []
    if one.positions:
        sections.append(Section(heading="Positions", items=lay_out_positions(one.positions, cited)))
    sections += [timeline_section(one.days, cited), *_reasons(one), *places(one.citations)]
    return Part(title=one.name, lede=tuple(lede), sections=tuple(sections))


def _other_names(own: str, aliases: Sequence[str]) -> Iterable[Line]:
    """The names without those that only add a title or a description to another: "Minister Ilse Oram"."""
    names = [one for one in aliases if all(word[0].isupper() or len(word) <= PARTICLE for word in one.split())]
    shorter = [
        one
        for one in names
        if not any(f" {each} " in f" {one} " for each in (own, *names) if each != one and " " in each)
    ]
    if shorter:
        yield line(faint("also printed as "), listed(shorter))


def _merged(roles: Sequence[Role]) -> list[Role]:
    """The roles, what is told in full taking up the days of what is told in part: "minister", "Ostmark minister"."""
    merged: list[Role] = []
    for role in sorted(roles, key=lambda role: -len(role.of or "")):
        for place, fuller in enumerate(merged):
            if _is_within(role, fuller):
                days = sorted(day for day in (role.since, role.until, fuller.since, fuller.until) if day)
                merged[place] = replace(fuller, since=days[0] if days else None, until=days[-1] if days else None)
                break
        else:
            merged.append(role)
    return merged


def _is_within(role: Role, fuller: Role) -> bool:
    return role.role.casefold() == fuller.role.casefold() and (role.of or "").casefold() in (fuller.of or "").casefold()


def _role(role: Role) -> Item:
    days = [say_day(one) for one in dict.fromkeys((role.since, role.until)) if one]
    given = line(faint(" · given so on "), faint(" and ".join(days))) if days else ()
    return Item(lead=line(say_role(role), given))


def _reasons(one: ActorSheet) -> Iterable[Section]:
    if one.why:
        yield Section(heading="Why these names are one", items=tuple(_lay_out_reason(reason) for reason in one.why))
    if one.told:
        items = tuple(
            Item(lead=line(f"[{told.citation}] ", "; ".join(told.reasons) or "no reason kept"))
            for told in sorted(one.told, key=lambda told: told.citation)
        )
        yield Section(heading="Why these words are theirs", items=items)


def _lay_out_reason(one: Reason) -> Item:
    pair: Line = line(
        name(one.left), faint(f" ({one.left_file})"), " and ", name(one.right), faint(f" ({one.right_file})")
    )
    verdict = line(f"{VERDICTS[one.verdict]}, score {one.score:.2f}: {'; '.join(one.reasons)}")
    return Item(lead=pair, details=(verdict,))
