"""The people, bodies and places of one article: which of its names are one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz.distance import Indel

from onrecord.annotate.names import Name
from onrecord.annotate.roles import FEMALE, FIRM_ENDS, MALE, ORGANIZATION_WORDS
from onrecord.records import Entity, EntityKind, RoleClaim
from onrecord.records.ids import content_id
from onrecord.text.folding import fold
from onrecord.text.offices import is_held, speaks_for_himself
from onrecord.text.states import state_of

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
SAME_GIVEN_NAME = 0.7  # Sergiu and Serghiu .92, Anna and Hanna .89; Anna and Piotr 0


class Gender:
    """What the article's own words tell of a person: pronouns are matched to it, nothing else."""

    FEMALE = "female"
    MALE = "male"


@dataclass(slots=True, kw_only=True)
class Group:
    """Names of one article that are one entity, while they are gathered."""

    kind: EntityKind
    names: list[Name] = field(default_factory=list)
    forms: dict[tuple[str, EntityKind], Name] = field(default_factory=dict)  # each form once, for comparing

    def add(self, name: Name) -> None:
        """The name is one of the group's."""
        self.names.append(name)
        self.forms.setdefault((name.span.exact, name.kind), name)

    @property
    def fullest(self) -> str:
        """The name with most words; of equals the most usual, then the first."""
        usual = Counter(name.span.exact for name in self.names)
        return max(usual, key=lambda form: (len(form.split()), usual[form], -self._first(form)))

    def _first(self, form: str) -> int:
        return min(name.span.start for name in self.names if name.span.exact == form)

    @property
    def roles(self) -> tuple[RoleClaim, ...]:
        """Every office the article gives them, once, in reading order."""
        return tuple(dict.fromkeys(role for name in self.names for role in name.roles))

    @property
    def gender(self) -> str | None:
        """Female or male where a title or office says so, else None."""
        words = {word for role in self.roles for word in role.title.lower().split()}
        words |= {name.honorific for name in self.names if name.honorific}
        if words & FEMALE:
            return Gender.FEMALE
        return Gender.MALE if words & MALE else None


def group_names(names: tuple[Name, ...]) -> tuple[tuple[Group, ...], dict[int, int]]:
    """The entities of an article and, by offset of each name, the number of its group.

    A surname that two people of the article bear, with nothing beside it, belongs to neither.
    """
    groups: list[Group] = []
    member: dict[int, int] = {}
    places: dict[str, set[int]] = {}  # key of a form → the groups that have it
    for name in sorted(names, key=lambda name: (-len(_parts(name.span.exact)), name.span.start)):
        parts = _parts(name.span.exact)
        near = sorted({number for key in _keys(parts) for number in places.get(key, ())})
        number = _find_group(name, groups, near)
        if number == AMBIGUOUS:
            continue  # a surname of two people: neither, unless the place tells
        if number is None:
            groups.append(Group(kind=name.kind))
            number = len(groups) - 1
        groups[number].add(name)
        member[name.span.start] = number
        for key in _keys(parts):
            places.setdefault(key, set()).add(number)
    _settle_kinds(groups)
    for group in groups:
        group.names.sort(key=lambda name: name.span.start)
    return tuple(groups), member


AMBIGUOUS = -1
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|ash|at|az)-(?=\w{3})")  # "al-Rashid", and "Rashid" after that


@lru_cache(maxsize=4096)
def _parts(form: str) -> tuple[str, ...]:
    return tuple(_ARTICLE.sub("", word) for word in fold(form).split() if word not in SUFFIXES and word != "the")


def _keys(parts: tuple[str, ...]) -> set[str]:
    """Keys of which two forms that can be one name share at least one: the beginnings of words, and initials."""
    keys = {word[:2] for word in parts}
    if len(parts) == 1:
        keys.add(f"={parts[0]}")
    return keys | {f"={_initials(parts)}"}


def _find_group(name: Name, groups: list[Group], near: list[int]) -> int | None:
    """The group of the name among those `near` it, None for a new one, AMBIGUOUS where two fit equally well."""
    parts = _parts(name.span.exact)
    fits = [number for number in near if _same(parts, name, groups[number])]
    if len(fits) <= 1:
        return fits[0] if fits else None
    people = [n for n in fits if groups[n].kind is EntityKind.PERSON]
    if name.kind is EntityKind.PERSON and people and len(parts) == 1:
        fits = people  # "Velt" of Jan Velt and Velt Mining
    exact = [n for n in fits if any(_parts(form) == parts for form, _ in groups[n].forms)]
    if len(exact) == 1:
        return exact[0]
    gender = {"mr": Gender.MALE, "mr.": Gender.MALE}.get(name.honorific or "") or (
        Gender.FEMALE if name.honorific in FEMALE else None
    )
    told = [n for n in fits if gender and groups[n].gender == gender]
    beside = [
        n
        for n in fits
        if any(0 <= name.paragraph - other.paragraph <= 1 for other in groups[n].names if other.span < name.span)
    ]
    before = [n for n in fits if any(len(_parts(o.span.exact)) > 1 and o.span < name.span for o in groups[n].names)]
    chosen = told or beside or before
    return chosen[0] if len(chosen) == 1 else AMBIGUOUS


def _same(parts: tuple[str, ...], name: Name, group: Group) -> bool:
    """Whether the name can be the group's: the same words, its last or first part, or its initials."""
    for other in group.forms.values():
        theirs = _parts(other.span.exact)
        if not parts or not theirs:
            continue
        if parts == theirs:
            return _suffix(name) == _suffix(other) or not (_suffix(name) and _suffix(other))
        may_be_short = other.kind is EntityKind.ORGANIZATION and not name.roles and len(parts) == 1
        if may_be_short and _is_short_for(parts[0], theirs) and not _is_told_place(name):
            return True
        if name.kind is EntityKind.PERSON or other.kind is EntityKind.PERSON:
            if other.kind is EntityKind.PERSON and _same_person(parts, theirs) and name.kind is not EntityKind.PLACE:
                return not (_suffix(name) and _suffix(other) and _suffix(name) != _suffix(other))
        elif len(parts) == 1 and name.span.exact.isupper() and _initials(theirs) == parts[0]:
            return True
    return False


def _is_short_for(word: str, theirs: tuple[str, ...]) -> bool:
    """Whether a body goes by one word of its name: "the Confederation", "the Union", "Gravenor" of Gravenor Mining."""
    if len(theirs) < 2 or state_of(word):
        return False
    if word in ORGANIZATION_WORDS:
        return word in {theirs[0], theirs[-1]}
    of_state = theirs[1:] == ("department",)  # "Justice" of the Justice Department
    return word == theirs[0] and (theirs[-1] in FIRM_ENDS or of_state)


def _is_told_place(name: Name) -> bool:
    return name.kind is EntityKind.PLACE and name.sure


def _same_person(parts: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if len(theirs) < 2:
        return False
    if len(parts) == 1:
        return parts[0] == theirs[-1] or _close(parts[0], theirs[-1]) or " ".join(theirs).endswith(f" {parts[0]}")
    if parts[-1] != theirs[-1] and not _close(parts[-1], theirs[-1]):
        return parts == theirs[-len(parts) :]
    left, right = parts[0], theirs[0]
    initial = (len(left.rstrip(".")) == 1 or len(right.rstrip(".")) == 1) and left[0] == right[0]
    return initial or Indel.normalized_similarity(left, right) >= SAME_GIVEN_NAME


def _close(left: str, right: str) -> bool:
    """Whether two surnames differ only as spellings do: Ekstrom, Ekstroem."""
    return min(len(left), len(right)) > 4 and Indel.normalized_similarity(left, right) >= 0.9


def _suffix(name: Name) -> str:
    last = name.span.exact.lower().split()[-1].rstrip(".")
    return last if last in SUFFIXES else ""


def _initials(parts: tuple[str, ...]) -> str:
    return "".join(part[0] for part in parts if part not in {"of", "the", "for", "and"})


def _settle_kinds(groups: list[Group]) -> None:
    """Each group has the kind of which its names are sure, those of several words before those short for it."""
    for group in groups:
        sure = [name.kind for name in group.names if name.sure]
        sure = [name.kind for name in group.names if name.sure and len(name.words) > 1] or sure
        group.kind = Counter(sure or [name.kind for name in group.names]).most_common(1)[0][0]


def make_entity(article: str, group: Group) -> Entity:
    """The entity of a group, with an id made of the article, the name and where it first stands."""
    first = min(name.titled.start for name in group.names)
    forms = dict.fromkeys(form for name in group.names for form in (name.span.exact, name.titled.exact))
    roles = group.roles if group.kind is EntityKind.PERSON else ()
    return Entity(
        id=content_id("entity", article, group.fullest, first),
        article=article,
        name=group.fullest,
        names=tuple(forms),
        kind=group.kind,
        roles=roles,
        speaks_for=next((role.of for role in roles if _speaks_for(role)), None),
        first_start=first,
    )


def _speaks_for(role: RoleClaim) -> bool:
    """Whether the holder of the office speaks for what is named with it."""
    if role.of is None or role.of.islower() or not is_held(role.title):
        return False
    return not speaks_for_himself(role.title, role.of)


def with_alias(entity: Entity, form: str) -> Entity:
    """The entity that also goes by `form`: a description the article uses for it."""
    return entity if form in entity.names else replace(entity, names=(*entity.names, form))
