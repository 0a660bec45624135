"""Cases of hard names in a notation one can read, and what the linking makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.annotate.roles import HONORIFICS, ROLE_MODIFIERS, ROLE_NOUNS
from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link import Named, link_actors
from onrecord.link.rows import only
from onrecord.records import Actor, ActorEntity, Entity, EntityKind, Link, RoleClaim, Verdict
from onrecord.text.folding import fold

HERE = Path(__file__).parent
KINDS = {"person": EntityKind.PERSON, "body": EntityKind.ORGANIZATION, "place": EntityKind.PLACE}
SECTIONS = {"people": EntityKind.PERSON, "bodies": EntityKind.ORGANIZATION, "places": EntityKind.PLACE}
SIGNS = {"=": Verdict.POSITIVE, "!=": Verdict.NEGATIVE, "?": Verdict.UNSURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One line: its names, the pairs among them with what each should come to, and why it does not yet."""

    line: str
    rows: tuple[Named, ...]
    pairs: tuple[tuple[int, int, Verdict], ...]
    wrong_because: str = ""


def read_cases(path: Path = HERE / "hard_names.txt") -> Iterator[Case]:
    """Every case of the file, in order."""
    kind = EntityKind.PERSON
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = SECTIONS[re.split(r"[:\]]", line[1:])[0]]
        elif line.startswith('"'):
            yield read_case(line, kind)


def read_case(line: str, kind: EntityKind) -> Case:
    """The case that a line tells: `"A" = "B" = "C"`, `"A" != "B"`, `"A" ? "B" | "C"`."""
    told, _, why = line.partition("#!")
    signs = re.findall(r'" (=|!=|\?|\|) "', told)
    rows = tuple(read_name(each, f"a{at}", kind) for at, each in enumerate(re.findall(r'"([^"]+)"', told)))
    if set(signs) <= {"=", "!="}:
        pairs = [(at, at + 1, SIGNS[sign]) for at, sign in enumerate(signs)]
    else:
        pairs = [(0, at + 1, SIGNS[signs[0]]) for at in range(len(signs))]
    return Case(line=told.strip(), rows=rows, pairs=tuple(pairs), wrong_because=why.strip())


def read_name(told: str, article: str, kind: EntityKind) -> Named:
    """The entity of "President Ilse Oram, harbour master of Skarn (person) @ Quenza, Delta Guild" in an article."""
    whole = told
    told, _, company = told.partition(" @ ")
    if marked := re.search(r" \((\w+)\)$", told):
        told, kind = told[: marked.start()], KINDS[marked.group(1)]
    printed, _, office = told.partition(", ")
    roles = [_role(office)] if office else []
    words = printed.split()
    while kind is EntityKind.PERSON and len(words) > 1 and words[0].lower() in HONORIFICS | ROLE_NOUNS | ROLE_MODIFIERS:
        title = words.pop(0)
        if title.lower() not in HONORIFICS:
            roles.append(RoleClaim(title=title))
    name = " ".join(words)
    entity = Entity(
        id=f"{article} {whole}",
        article=article,
        name=name,
        names=tuple(dict.fromkeys((name, printed))),
        kind=kind,
        roles=tuple(roles),
        speaks_for=next((role.of for role in roles if role.of), None),
    )
    return Named(entity=entity, context=tuple(fold(each) for each in company.split(", ") if each))


def _role(office: str) -> RoleClaim:
    title, _, of = office.partition(" of ")
    return RoleClaim(title=title, of=of or None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Some articles with all their names, each with the number of the actor it should be."""

    line: str
    rows: tuple[Named, ...]
    numbers: tuple[str, ...]
    wrong_because: str = ""

    def groups(self) -> list[set[str]]:
        """The ids of the entities that are one actor, for each actor."""
        found: dict[str, set[str]] = {}
        for row, number in zip(self.rows, self.numbers, strict=True):
            found.setdefault(number, set()).add(row.entity.id)
        return list(found.values())


def read_coverages(path: Path = HERE / "hard_clusters.txt") -> Iterator[Coverage]:
    """Every small coverage of the file, in order."""
    for told in re.split(r"^\[", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, *lines = told.splitlines()
        title, _, why = heading.partition("#!")
        found = [each for at, line in enumerate(lines) if line for each in _read_article(line, f"a{at}")]
        yield Coverage(
            line=title.strip().rstrip("]"),
            rows=tuple(row for row, _ in found),
            numbers=tuple(number for _, number in found),
            wrong_because=why.strip(),
        )


def _read_article(line: str, article: str) -> list[tuple[Named, str]]:
    told = [re.fullmatch(r"(.+) \{(\d+)\}", each) for each in line.split(" | ")]
    rows = [(read_name(each[1], article, EntityKind.PERSON), each[2]) for each in told if each]
    names = [fold(row.entity.name) for row, _ in rows]
    return [(replace(row, context=(*names[:at], *names[at + 1 :])), number) for at, (row, number) in enumerate(rows)]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking came to: the actor of each entity, and the pairs it is unsure of."""

    actors: dict[str, str]
    unsure: frozenset[frozenset[str]]
    reasons: dict[frozenset[str], tuple[str, ...]]
    names: dict[str, str]

    @classmethod
    def of(cls, rows: Iterable[Named]) -> Linked:
        """The rows, linked."""
        with LocalEngine(processes=1) as engine, ExitStack() as kept:
            found = list(link_actors(engine, Kept(rows), kept))
        links = list(only(Link, found))
        return cls(
            {row.entity: row.actor for row in only(ActorEntity, found)},
            frozenset(frozenset((link.left, link.right)) for link in links if link.verdict is Verdict.UNSURE),
            {frozenset((link.left, link.right)): link.reasons for link in links},
            {actor.id: actor.name for actor in only(Actor, found)},
        )

    def verdict(self, left: Named, right: Named) -> Verdict:
        """One actor, two, or two of which the record says that they may be one."""
        one, other = left.entity.id, right.entity.id
        if self.actors[one] == self.actors[other]:
            return Verdict.POSITIVE
        return Verdict.UNSURE if frozenset((one, other)) in self.unsure else Verdict.NEGATIVE


def judged(case: Case) -> list[tuple[Named, Named, Verdict, Verdict]]:
    """The pairs of a case, each with what it should come to and what it does."""
    linked = Linked.of(case.rows)
    return [
        (case.rows[left], case.rows[right], wanted, linked.verdict(case.rows[left], case.rows[right]))
        for left, right, wanted in case.pairs
    ]
