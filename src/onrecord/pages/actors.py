"""One person or body: names, roles, lines, words, and why the record takes it for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.pages.citations import Citation, Notebook, by_number
from onrecord.pages.counting import listed
from onrecord.pages.days import say_day
from onrecord.pages.layout import Document, Item, Part, Section, faint, line, name
from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.positions import PositionLine, lay_out_positions, position_line
from onrecord.pages.reasons import Reasons, lay_out_reasons, reasons_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import say_role
from onrecord.pages.stories import places
from onrecord.pages.timeline import Day, days_of, timeline_section
from onrecord.records import Actor, EntityKind, Role
from onrecord.records.errors import InputError
from onrecord.store import Extent, Slice, View

KINDS = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "organisation",
    EntityKind.PLACE: "state or place",
}
PARTICLE = 3  # letters of the longest word in lower case that stands within names: "van", "der", "bin"
# What stands on a page of one actor; the reasons are those for some of the names.
LINES, STATEMENTS, NAMES, REPORTERS = 5, 12, 12, 30
MOST_ACTORS = 10  # how many of one name are shown


class Detail(StrEnum):
    """How much a sheet tells."""

    PLAIN = "plain"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """An outlet, and how many of the actor's statements it reports."""

    outlet: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSheet:
    """All that the record has on one actor. `why` is None unless it was asked for."""

    actor: str
    name: str
    kind: EntityKind
    anonymous: bool
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    affiliation: str | None
    wikidata: str | None
    positions: tuple[PositionLine, ...]
    days: tuple[Day, ...]
    why: Reasons | None
    citations: tuple[Citation, ...]
    reported_by: tuple[Reporter, ...] = ()
    more_reporters: int = 0
    statements: int = 0  # in all, as are the positions and the articles that name the actor
    lines: int = 0
    names: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoPage:
    """Everyone of that name; where it is one actor whose words are given a leaf at a time, which of them."""

    asked: str
    actors: tuple[ActorSheet, ...]
    leaf: Leaf | None = None

    def lay_out(self) -> Document:
        """The page as a document."""
        return Document(title=self.asked, parts=tuple(_lay_out(one) for one in self.actors))


def who_page(view: View, asked: str) -> WhoPage:
    """Everyone whom the record knows by that name."""
    return _sheets(view, asked, Detail.PLAIN)


def actor_page(view: View, actor: str, number: int = 1) -> WhoPage:
    """The actor of that id, with the reasons; of lines and words what stands on the page of that number."""
    found = view.actor_on_record(actor)
    shelf = Shelf(view)
    leaves = max(-(-view.statements_in(Extent(scope=actor)) // STATEMENTS), -(-view.positions_held_by(actor) // LINES))
    leaf = leaf_of(leaves, number, 1)
    some = _Some(lines=slice_of(leaf, LINES), statements=slice_of(leaf, STATEMENTS), names=NAMES)
    return WhoPage(asked=found.name, actors=(_sheet(found, Detail.REASONS, some, shelf, Notebook(shelf)),), leaf=leaf)


def why_page(view: View, asked: str) -> WhoPage:
    """The same, with the reasons for every name and report that was given to them."""
    return _sheets(view, asked, Detail.REASONS)


def _sheets(view: View, asked: str, detail: Detail) -> WhoPage:
    actors = view.find_actors(asked)
    if not actors:
        raise InputError(_nobody(view, asked))
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    shown = actors[:MOST_ACTORS]
    return WhoPage(asked=asked, actors=tuple(_sheet(one, detail, ALL_OF_IT, shelf, notebook) for one in shown))


def _nobody(view: View, asked: str) -> str:
    nearest = listed([f"“{one}”" for one in view.nearest_names(asked)])
    return f"who {asked}: no one of that name speaks in this record; " + (
        f"nearest are {nearest}" if nearest else "“onrecord timeline” shows who does"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Some:
    """How much of an actor is told: which of the lines and statements, and for how many names the reasons."""

    lines: Slice
    statements: Slice
    names: int


EVERYTHING = 1_000_000_000
ALL_OF_IT = _Some(lines=Slice(limit=EVERYTHING), statements=Slice(limit=EVERYTHING), names=EVERYTHING)


def _sheet(actor: Actor, detail: Detail, some: _Some, shelf: Shelf, notebook: Notebook) -> ActorSheet:
    before = notebook.turn_page()
    view, own = shelf.view, Extent(scope=actor.id)
    statements = view.in_order(own, some.statements)
    affiliation = shelf.actor(actor.affiliation)
    positions = tuple(position_line(one, shelf, notebook) for one in view.positions_held(actor.id, some.lines))
    days = days_of(statements, (), shelf, notebook)
    why = None
    if detail is Detail.REASONS:
        reports = [report for one in statements for report in shelf.reports(one)]
        every = some.names == EVERYTHING
        names = view.entities_of_actor(actor.id) if every else view.some_entities(actor.id, some.names)
        why = reasons_of(actor, names, reports, shelf, notebook)
    return ActorSheet(
        actor=actor.id,
        name=actor.name,
        kind=actor.kind,
        anonymous=actor.anonymous,
        aliases=tuple(one for one in actor.aliases if one != actor.name),
        roles=actor.roles,
        affiliation=affiliation.name if affiliation else None,
        wikidata=actor.wikidata,
        positions=positions,
        days=days,
        why=why,
        citations=notebook.citations(before),
        reported_by=tuple(
            Reporter(outlet=outlet, statements=found) for outlet, found in view.tally(actor.id, "outlet", REPORTERS)
        ),
        more_reporters=max(view.values(actor.id, "outlet") - REPORTERS, 0),
        statements=view.statements_in(own),
        lines=view.positions_held_by(actor.id),
        names=view.names_of_actor(actor.id),
    )


def _lay_out(one: ActorSheet) -> Part:
    cited = by_number(one.citations)
    lede = [line(faint(KINDS[one.kind] + (", not named" if one.anonymous else "")))]
    if one.affiliation:
        lede.append(line("speaks for ", name(one.affiliation)))
    if one.wikidata:
        lede.append(line(faint("Wikidata "), one.wikidata))
    shorter = shorter_names(one.name, one.aliases)
    if shorter:
        lede.append(line(faint("also printed as "), listed(shorter)))
    sections = [Section(heading="Roles", items=tuple(map(_role, _merged(one.roles))))] if one.roles else []
    if one.positions:
        sections.append(Section(heading="Positions", items=lay_out_positions(one.positions, cited)))
    why = lay_out_reasons(one.why, cited) if one.why else ()
    sections += [timeline_section(one.days, cited), *why, *places(one.citations)]
    return Part(title=one.name, lede=tuple(lede), sections=tuple(sections))


def shorter_names(own: str, aliases: Sequence[str]) -> list[str]:
    """The names without those that only add a title or a description to another: "Minister Ilse Oram"."""
    names = [one for one in aliases if all(word[0].isupper() or len(word) <= PARTICLE for word in one.split())]
    return [
        one
        for one in names
        if not any(f" {each} " in f" {one} " for each in (own, *names) if each != one and " " in each)
    ]


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
