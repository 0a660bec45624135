"""Questions about what follows from the articles together: actors, statements, stories, positions."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from onrecord.records import (
    Actor,
    Carried,
    Discrepancy,
    Entity,
    Event,
    Link,
    PageVersion,
    Position,
    Shared,
    Statement,
    Story,
)
from onrecord.records.errors import InputError, Moved, NotOnRecord
from onrecord.store import queries
from onrecord.store.database import Reader
from onrecord.store.ground_view import of_ids
from onrecord.store.rows import from_row
from onrecord.store.words import fold

R = TypeVar("R")
CHAIN = 8  # from a spokesman to his state; a longer chain of who speaks for whom is none
CANDIDATES = 10  # as many as a message lists


def chain_of(speaker: str | None, actor: Callable[[str], Actor | None]) -> Iterator[Actor]:
    """The speaker, and up the chain those for whom he or she speaks; `actor` finds each by its id."""
    for _ in range(CHAIN):
        found = actor(speaker) if speaker else None
        if found is None:
            return
        yield found
        speaker = found.affiliation


class DerivedView:
    """What follows from the articles together; the order of every list is determined by content alone."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def actors(self) -> Iterator[Actor]:
        """Every actor, by name."""
        return self._all(Actor, queries.ACTORS)

    def actor(self, actor: str) -> Actor | None:
        """The actor of this id."""
        return self._one(Actor, queries.ACTOR, id=actor)

    def actors_named(self, ids: Sequence[str]) -> Iterator[Actor]:
        """Those of these ids, in any order."""
        return (from_row(Actor, row) for row in self.about(queries.ACTORS_NAMED, ids))

    def actor_on_record(self, actor: str) -> Actor:
        """The same; NotOnRecord where there is none."""
        found = self.actor(actor)
        if found is None:
            raise self.moved(actor) or NotOnRecord(
                f"{actor}: no one in this record has this id; the list of people has those who speak"
            )
        return found

    def find_actors(self, name: str) -> tuple[Actor, ...]:
        """Actors of this name or alias, case and diacritics aside; then those with its words in one name."""
        wanted = fold(name)
        if not wanted:
            return ()
        words = wanted.split()
        exact: dict[str, None] = {}
        partly: dict[str, None] = {}
        for actor, folded in self._reader.rows(queries.ACTOR_NAMES, {"some": f"%{words[0]}%"}):
            if folded == wanted:
                exact[actor] = None
            elif set(words) <= set(folded.split()):
                partly[actor] = None
        found = (self.actor(actor) for actor in exact | partly)
        return tuple(actor for actor in found if actor is not None)

    def find_actor(self, ref: str) -> Actor:
        """The one actor that `ref` names: its id, the name it is shown by, another of its names, or words of one.

        InputError where it names none, or several.
        """
        by_id = self.actor(ref)
        if by_id:
            return by_id
        found = self.find_actors(ref)
        wanted = fold(ref)
        shown = [actor for actor in found if fold(actor.name) == wanted]
        named = [actor for actor in found if wanted in {fold(name) for name in actor.aliases}]
        candidates = shown or named or list(found)
        if len(candidates) > 1:
            raise InputError(f"“{ref}” may be any of {self._listed(candidates)}; give the whole name, or the id")
        if not candidates and (moved := self.moved(ref)):
            raise moved
        if not candidates:
            near = " and ".join(f"“{name}”" for name in self.nearest_names(ref))
            mend = f"nearest are {near}" if near else "`onrecord export` lists all actors"
            raise InputError(f"“{ref}”: no one of that name in this record; {mend}")
        return candidates[0]

    def _listed(self, actors: Sequence[Actor]) -> str:
        told = []
        for actor in actors[:CANDIDATES]:
            articles = len({entity.article for entity in self.entities_of_actor(actor.id)})
            role = f", {actor.roles[0].role}" if actor.roles else ""
            told.append(f"{actor.name} ({actor.id}{role}, in {articles} article{'' if articles == 1 else 's'})")
        return ", ".join(told) + (", …" if len(actors) > CANDIDATES else "")

    def nearest_names(self, name: str) -> tuple[str, ...]:
        """The names of up to three actors that are spelled most like it, the most alike first."""
        names = {alias.casefold(): one.name for one in self.actors() for alias in (one.name, *one.aliases)}
        close = difflib.get_close_matches(name.casefold(), names, n=3)
        return tuple(dict.fromkeys(names[one] for one in close))

    def entities_of_actor(self, actor: str) -> Iterator[Entity]:
        """The entities that are the actor, by path of their article."""
        return self._all(Entity, queries.ENTITIES_OF_ACTOR, actor=actor)

    def speaking(self) -> Iterator[tuple[str, str, int]]:
        """The id and the name of every actor, and how many statements are the actor's; by name."""
        return ((actor, name, count) for actor, name, count in self._reader.rows(queries.SPEAKING))

    def actor_of(self, entity: str) -> str | None:
        """The id of the actor that the entity is."""
        return self._value(queries.ACTOR_OF, entity=entity)

    def actor_of_entities(self) -> Mapping[str, str]:
        """The ids of the actors that entities are, by the entities' ids."""
        return dict(self._reader.rows(queries.ACTOR_ENTITIES))

    def statements(self, actor: str | None = None, story: str | None = None) -> Iterator[Statement]:
        """The statements of the actor, in the story, or all; in the order of their first attributions."""
        if story is not None:
            return self._all(Statement, queries.STATEMENTS_OF_STORY, story=story, actor=actor)
        if actor is not None:
            return self._all(Statement, queries.STATEMENTS_OF_ACTOR, actor=actor)
        return self._all(Statement, queries.STATEMENTS)

    def statement(self, statement: str) -> Statement | None:
        """The statement of this id."""
        return self._one(Statement, queries.STATEMENT, id=statement)

    def statement_on_record(self, statement: str) -> Statement:
        """The same; NotOnRecord where there is none."""
        found = self.statement(statement)
        if found is None:
            raise self.moved(statement) or NotOnRecord(
                f"{statement}: no statement of this record has this id; search finds it by its words"
            )
        return found

    def statements_named(self, ids: Sequence[str]) -> Mapping[str, Statement]:
        """The statements of these ids, by id."""
        found = (from_row(Statement, row) for row in self.about(queries.STATEMENTS_NAMED, ids))
        return {one.id: one for one in found}

    def statement_of(self, attribution: str) -> str | None:
        """The id of the statement that the attribution reports."""
        return self._value(queries.STATEMENT_OF, attribution=attribution)

    def statement_of_attributions(self) -> Mapping[str, str]:
        """The ids of the statements that attributions report, by the attributions' ids."""
        return dict(self._reader.rows(queries.STATEMENT_MEMBERS))

    def stories(self) -> Iterator[Story]:
        """Every story, by the path of its first article."""
        return self._all(Story, queries.STORIES)

    def story(self, story: str) -> Story | None:
        """The story of this id."""
        return self._one(Story, queries.STORY, id=story)

    def stories_of(self, article: str) -> tuple[str, ...]:
        """The ids of the stories that the article belongs to."""
        return tuple(story for (story,) in self._reader.rows(queries.STORIES_OF_ARTICLE, {"article": article}))

    def events(self, story: str | None = None) -> Iterator[Event]:
        """The events of the story or all; story by story, by day, those without a day last."""
        return self._all(Event, queries.EVENTS.format(where=queries.where(story=story)), story=story)

    def positions(self, story: str | None = None, actor: str | None = None) -> Iterator[Position]:
        """The positions of the actor, in the story, or all; story by story, by actor, issue and day."""
        where = queries.where(story=story, actor=actor)
        return self._all(Position, queries.POSITIONS.format(where=where), story=story, actor=actor)

    def lines_of(self, statements: Sequence[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The issues and stances of the positions that these statements show, by id; those that show none left out."""
        lines: dict[str, list[tuple[str, str]]] = {}
        for statement, issue, stance in self.about(queries.SHOWN, statements):
            lines.setdefault(statement, []).append((issue, stance))
        return lines

    def discrepancies(self, story: str | None = None) -> Iterator[Discrepancy]:
        """The discrepancies of the story or all; story by story, by kind and subject."""
        return self._all(Discrepancy, queries.DISCREPANCIES.format(where=queries.where(story=story)), story=story)

    def shared(self, article: str) -> Iterator[Shared]:
        """What the article shares word for word with others, pair by pair."""
        return self._all(Shared, queries.SHARED, article=article)

    def shared_among(self, articles: Sequence[str]) -> dict[str, list[Shared]]:
        """The same of each of several articles."""
        found: dict[str, list[Shared]] = {article: [] for article in articles}
        rows = of_ids(self._reader, queries.SHARED_AMONG, articles)
        pairs = {(one.left, one.right): one for one in (from_row(Shared, row) for row in rows)}
        for _, one in sorted(pairs.items()):
            for side in (one.left, one.right):
                if side in found:
                    found[side].append(one)
        return found

    def duplicates_of(self, articles: Sequence[str]) -> dict[str, str]:
        """Of which article each is a copy; those that are none are left out."""
        return dict(of_ids(self._reader, queries.DUPLICATES, articles))

    def versions_counted(self, articles: Sequence[str]) -> dict[str, int]:
        """How many versions there are of the page of which each is the latest; those that are none are left out."""
        return dict(of_ids(self._reader, queries.VERSIONS, articles))

    def links_among(self, type: str, ids: Sequence[str]) -> tuple[Link, ...]:  # noqa: A002 - as the field is called
        """The decided pairs of the type with one of the ids on either side."""
        rows = of_ids(self._reader, queries.LINKS_AMONG, ids, type=type)
        found = {(one.left, one.right): one for one in (from_row(Link, row) for row in rows)}
        return tuple(found[pair] for pair in sorted(found))

    def duplicate_of(self, article: str) -> str | None:
        """The id of the article that this one is a copy of."""
        return self._value(queries.DUPLICATE_OF, article=article)

    def page_versions(self) -> Iterator[PageVersion]:
        """The versions of all pages that have several; page by page, the earliest first."""
        return self._all(PageVersion, queries.PAGE_VERSIONS)

    def versions_of(self, article: str) -> tuple[PageVersion, ...]:
        """The versions of the pages of which the article is one; page by page, the earliest first."""
        return tuple(self._all(PageVersion, queries.VERSIONS_OF, article=article))

    def version_of(self, article: str) -> str | None:
        """The id of the latest version of the page, where the article is an earlier one."""
        return self._value(queries.VERSION_OF, article=article)

    def carried(self, attribution: str) -> Carried | None:
        """What became in the latest version of the page of what an earlier one reports."""
        return self._one(Carried, queries.CARRIED, attribution=attribution)

    def moved(self, id: str) -> Moved | None:  # noqa: A002 - as the field is called
        """Where that went which had this id: into what the record has of the same type; None where nothing had it."""
        now = self.successor(id)
        return Moved(id, now) if now and now[:1] == id[:1] else None

    def successor(self, id: str) -> str | None:  # noqa: A002 - as the field is called
        """For an entity or attribution of an earlier version the same of a later; for what was taken in, by what."""
        return self._value(queries.SUCCESSOR, id=id)

    def successors(self) -> Mapping[str, str]:
        """For entities and attributions of earlier versions, by id, the same one of a later version."""
        return dict(self._reader.rows(queries.SUCCESSORS))

    def about(self, query: str, ids: Sequence[Any] | None) -> Iterator[tuple[Any, ...]]:
        """The rows that answer the query of these ids, a batch at a time; None asks a query that needs none."""
        if ids is None:
            yield from self._reader.rows(query)
            return
        for some in queries.batches(ids):
            yield from self._reader.rows(query, queries.named(some))

    def links(self, type: str | None = None, id: str | None = None) -> Iterator[Link]:  # noqa: A002 - as the field is called
        """The decided pairs of the type, or with the id on either side, or all."""
        if type is None or id is None:
            return self._all(Link, queries.LINKS, type=type, id=id)
        found = self._all(Link, queries.LINKS_OF, type=type, id=id)
        return iter(sorted(found, key=lambda one: (one.left, one.right)))

    def _all(self, record: type[R], query: str, **values: Any) -> Iterator[R]:
        return (from_row(record, row) for row in self._reader.rows(query, values))

    def _one(self, record: type[R], query: str, **values: Any) -> R | None:
        row = self._reader.row(query, values)
        return None if row is None else from_row(record, row)

    def _value(self, query: str, **values: Any) -> str | None:
        row = self._reader.row(query, values)
        return None if row is None else row[0]
