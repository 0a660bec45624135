"""The people and bodies of an article, and what it tells of each, while its references are resolved in order."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from onrecord.annotate.coreference.given_names import gender_of
from onrecord.annotate.coreference.places import Places
from onrecord.annotate.entities import Group, make_entity, with_alias
from onrecord.annotate.name_evidence import is_own
from onrecord.annotate.names import Name
from onrecord.records import Article, Entity, EntityKind, Span
from onrecord.text.folding import fold


@dataclass(slots=True)
class Cast:
    """The people and bodies of an article while its sources are resolved, one after the other."""

    article: Article
    names: tuple[Name, ...]
    member: dict[int, int]  # offset of a name → its group
    groups: tuple[Group, ...]
    entities: dict[int, Entity]  # group → entity
    unnamed: dict[str, Entity]  # folded words of an unnamed source → entity
    places: Places
    told: dict[int, str]  # group → gender as titles and offices tell it
    guessed: dict[int, str]  # group → gender as the given name tells it

    @classmethod
    def of(cls, article: Article, names: tuple[Name, ...], groups: tuple[Group, ...], member: dict[int, int]) -> Cast:
        """The cast of an article from its grouped names."""
        made = (make_entity(article.id, group) for group in groups)
        entities = dict(enumerate(_in_full(entity, article.outlet) for entity in made))
        people = {number: group for number, group in enumerate(groups) if group.kind is EntityKind.PERSON}
        told = {number: gender for number, group in people.items() if (gender := group.gender)}
        guessed = {
            number: gender
            for number, group in people.items()
            if number not in told and (gender := gender_of(group.fullest.split()[0]))
        }
        return cls(article, names, member, groups, entities, {}, Places.of(article), told, guessed)

    def all_entities(self) -> tuple[Entity, ...]:
        """Every entity, named and unnamed, by where it first stands."""
        return tuple(sorted((*self.entities.values(), *self.unnamed.values()), key=lambda e: (e.first_start, e.id)))

    def people_at(self) -> dict[int, str]:
        """The entities that are persons whom the article names, by where each of their names starts."""
        return {start: self.entities[group].id for start, group in self.member.items() if self.is_person(group)}

    def is_person(self, group: int) -> bool:
        """Whether the group is a person."""
        return self.groups[group].kind is EntityKind.PERSON

    def is_told_person(self, group: int) -> bool:
        """Whether a title, an office or a given name tells that the group is a person."""
        names = self.groups[group].names
        return group in self.guessed or bool(self.groups[group].roles) or any(name.honorific for name in names)

    def has_full_name(self, group: int) -> bool:
        """Whether one of its names has several words."""
        return any(len(name.words) > 1 for name in self.groups[group].names)

    def gender(self, group: int) -> str | None:
        """Female or male as the article or the given name tells it, else None."""
        return self.told.get(group) or self.guessed.get(group)

    def named_in(self, span: Span) -> list[tuple[Name, int]]:
        """The names inside a span with their groups, in order."""
        first = bisect_left(self.names, span.start, key=lambda name: name.span.start)
        last = bisect_left(self.names, span.end, key=lambda name: name.span.start)
        return [
            (name, self.member[name.span.start]) for name in self.names[first:last] if name.span.start in self.member
        ]

    def also(self, group: int, form: str) -> Entity:
        """The group's entity, which now goes by `form` too."""
        self.entities[group] = with_alias(self.entities[group], form)
        return self.entities[group]


def _in_full(entity: Entity, outlet: str | None) -> Entity:
    """The entity under the whole name of the outlet, where that is what the article calls by its last word."""
    last = fold(outlet or "").endswith(f" {fold(entity.name)}")
    own = last and entity.kind is EntityKind.ORGANIZATION and is_own(entity.name, outlet)
    return replace(entity, name=(outlet or "").removeprefix("The ")) if own else entity
