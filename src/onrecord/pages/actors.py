"""One person or body: names, roles, lines, words, and why the record takes it for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.pages.citations import Citation, Notebook, by_number
from onrecord.pages.counting import listed
from onrecord.pages.days import say_day
from onrecord.pages.layout import Document, Item, Part, Section, faint, line, name
from onrecord.pages.positions import PositionLine, lay_out_positions, position_line, rank
from onrecord.pages.reasons import Reasons, lay_out_reasons, reasons_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import say_role
from onrecord.pages.stories import places
from onrecord.pages.timeline import Day, days_of, timeline_section
from onrecord.records import Actor, EntityKind, Role, Statement
from onrecord.records.errors import InputError
from onrecord.store import View

KINDS = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "organisation",
    EntityKind.PLACE: "state or place",
}
PARTICLE = 3  # letters of the longest word in lower case that stands within names: "van", "der", "bin"
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
    return _sheets(view, asked, Detail.PLAIN)


def actor_page(view: View, actor: str) -> WhoPage:
    """The actor of that id, with the reasons."""
    found = view.actor(actor)
    if found is None:
        raise InputError(f"{actor}: no one in this record has this id; the list of people has those who speak")
    shelf = Shelf(view)
    return WhoPage(asked=found.name, actors=(_sheet(found, Detail.REASONS, shelf, Notebook(shelf)),))


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
    return WhoPage(asked=asked, actors=tuple(_sheet(one, detail, shelf, notebook) for one in shown))


def _nobody(view: View, asked: str) -> str:
    nearest = listed([f"“{one}”" for one in view.nearest_names(asked)])
    return f"who {asked}: no one of that name speaks in this record; " + (
        f"nearest are {nearest}" if nearest else "“onrecord timeline” shows who does"
    )


def _sheet(actor: Actor, detail: Detail, shelf: Shelf, notebook: Notebook) -> ActorSheet:
    before = notebook.turn_page()
    statements = tuple(shelf.view.statements(actor=actor.id))
    said = {one.id for one in statements}
    held = [one for one in shelf.view.positions() if one.actor == actor.id or said & set(one.statements)]
    affiliation = shelf.actor(actor.affiliation)
    positions = tuple(position_line(one, shelf, notebook) for one in rank(held, shelf))
    days = days_of(statements, (), shelf, notebook)
    why = None
    if detail is Detail.REASONS:
        reports = [report for one in statements for report in shelf.reports(one)]
        why = reasons_of(actor, reports, shelf, notebook)
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
        reported_by=_reporters(statements, shelf),
    )


def _reporters(statements: Sequence[Statement], shelf: Shelf) -> tuple[Reporter, ...]:
    """Those who report the most of the statements come first."""
    outlets = ({shelf.outlet(one.article) for one in shelf.reports(statement)} for statement in statements)
    counts = Counter(outlet for several in outlets for outlet in several if outlet)
    return tuple(Reporter(outlet=one, statements=counts[one]) for one in sorted(counts, key=lambda o: (-counts[o], o)))


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
