"""Which entities of different articles are one person, body or place: keys, comparison, decision.

Blocking is by the spelling-blind family name for people and by the folded name for bodies and places. Within a block,
full names are gathered into profiles; a family name standing alone is given to the one profile whose articles share
its company.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.engine import Engine
from onrecord.link.names import Judgement, compare_names, family_key, person_name
from onrecord.link.rows import Named
from onrecord.records import Entity, EntityKind, Link, Verdict
from onrecord.text.folding import fold
from onrecord.text.names import name_key
from onrecord.text.states import state_named

NEIGHBOURS = 40  # profiles of one family name that each is compared with
COMPANY = 200  # names kept as the company of a profile
DOUBTS = 3  # candidates to whom an undecided family name is linked as unsure
FAR_MORE = 2  # times the company of the next candidate that decides between two
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de"})


def link_entities(engine: Engine, rows: Iterable[Named]) -> Iterator[Link]:
    """Every decided or doubtful pair of entities, each once."""
    return engine.gather(link_keys, surest, engine.gather(entity_keys, compare_block, rows))


def link_keys(link: Link) -> Iterator[tuple[str, str]]:
    """One group a pair; the surest link comes first."""
    yield f"{link.type}\x1f{link.left}\x1f{link.right}", f"{1 - link.score:.6f}{link.verdict}{link.reasons}"


def surest(_pair: str, links: Iterator[Link]) -> Iterator[Link]:
    """The first of the links of one pair: a pair met under several keys is decided once.

    A negative wins over all, being about the pair itself; doubt yields to certainty.
    """
    found = list(links)
    order = (Verdict.NEGATIVE, Verdict.POSITIVE, Verdict.UNSURE)
    yield min(found, key=lambda link: order.index(link.verdict))


def entity_keys(row: Named) -> Iterator[tuple[str, str]]:
    """The blocks in which an entity may meet itself in other articles; full names come first in each."""
    entity = row.entity
    if entity.anonymous:
        return
    if entity.kind is EntityKind.PERSON:
        name = person_name(entity.name)
        order = f"{0 if name.is_full else 1}{fold(entity.name)}\x1f{entity.id}"
        keys = {f"person {family_key(entity.name)}"}
        if name.is_full:
            keys.add(f"person {name_key(name.given[0])}")
        yield from ((key, order) for key in sorted(keys))
        return
    yield from ((f"body {key}", f"{fold(entity.name)}\x1f{entity.id}") for key in sorted(body_keys(entity)))


def body_keys(entity: Entity) -> set[str]:
    """The folded names and the short forms under which a body or place goes."""
    state = state_named(entity.name)
    if state:
        return {fold(state)}
    keys = {_bare(entity.name)}
    keys |= {_bare(name) for name in entity.names if _is_acronym(name)}
    return keys | {acronym for acronym in [_acronym(entity.name)] if acronym}


def compare_block(key: str, rows: Iterator[Named]) -> Iterator[Link]:
    """The links among the entities of one block."""
    if key.startswith("person "):
        yield from _people(key, rows)
    else:
        yield from _bodies(rows)


@dataclass(slots=True)
class _Profile:
    """The entities of one full name in a block: the first of them, and all their company."""

    name: str
    hub: Named
    company: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    by_first: bool = False  # it is in the block by its first name, not its last

    def add(self, row: Named) -> None:
        """The entity's company and roles are the profile's too."""
        if len(self.company) < COMPANY:
            self.company.update(row.context)
        self.roles |= _roles(row.entity)


def _people(key: str, rows: Iterator[Named]) -> Iterator[Link]:
    profiles: dict[str, _Profile] = {}
    lone: list[_Profile] = []
    compared = False
    for row in rows:
        name = person_name(row.entity.name)
        if name.is_full:
            by_first = family_key(row.entity.name) != key.removeprefix("person ")
            yield from _join(profiles, row, by_first=by_first)
            continue
        if not compared:
            compared = True
            yield from _between([profile for profile in profiles.values() if not profile.by_first])
        yield from _place(row, list(profiles.values()), lone)
    if not compared:
        yield from _between([profile for profile in profiles.values() if not profile.by_first])


def _join(profiles: dict[str, _Profile], row: Named, *, by_first: bool) -> Iterator[Link]:
    """The entity joins the profile of its folded name; a link to the profile's first entity says so."""
    folded = fold(row.entity.name)
    profile = profiles.get(folded)
    if profile is None:
        profiles[folded] = profile = _Profile(name=row.entity.name, hub=row, by_first=by_first)
    elif not by_first:
        yield _link(profile.hub, row, compare_names(profile.name, row.entity.name))
    profile.add(row)


def _between(profiles: list[_Profile]) -> Iterator[Link]:
    """The links among profiles; in a block of very many, each is compared with its neighbours in name order only."""
    for at, left in enumerate(profiles):
        for right in profiles[at + 1 : at + 1 + NEIGHBOURS]:
            judged = compare_names(left.name, right.name)
            if judged.verdict is Verdict.UNSURE:
                judged = _with_company(judged, left, right)
            yield _link(left.hub, right.hub, judged)


def _with_company(judged: Judgement, left: _Profile, right: _Profile) -> Judgement:
    """The judgement on two names that may be one, the company they keep counted in."""
    shared = sum((left.company & right.company).values())
    if shared >= FAR_MORE and left.roles & right.roles:
        reasons = (*judged.reasons, "the same role", _company_words(shared))
        return Judgement(verdict=Verdict.POSITIVE, score=judged.score + 0.3, reasons=reasons)
    return judged


def _place(row: Named, profiles: list[_Profile], lone: list[_Profile]) -> Iterator[Link]:
    """The links of a family name standing alone: to the one candidate of its company, else doubtful ones."""
    candidates = [
        (profile, judged)
        for profile in profiles
        if (judged := compare_names(profile.name, row.entity.name)).verdict is not Verdict.NEGATIVE
    ]
    known = [(profile, judged) for profile, judged in candidates if not profile.by_first] or candidates
    if not known:
        yield from _place_lone(row, lone)
        return
    ranked = sorted(known, key=lambda pair: (-_evidence(row, pair[0]), pair[0].name, pair[0].hub.entity.id))
    best, judged = ranked[0]
    others = [profile for profile, _ in ranked[1:] if not _one_name(best, profile)]
    if _decides(row, best, others):
        yield _link(best.hub, row, _given_to(judged, row, best))
        return
    for profile, doubted in ranked[:DOUBTS]:
        yield _link(profile.hub, row, doubted)


def _one_name(left: _Profile, right: _Profile) -> bool:
    return compare_names(left.name, right.name).verdict is Verdict.POSITIVE


def _place_lone(row: Named, lone: list[_Profile]) -> Iterator[Link]:
    """The links of a family name for which no article has a full name."""
    for profile in lone:
        judged = compare_names(profile.name, row.entity.name)
        if judged.verdict is Verdict.NEGATIVE:
            continue
        if _evidence(row, profile) >= FAR_MORE:
            yield _link(profile.hub, row, _given_to(judged, row, profile))
            profile.add(row)
            return
        yield _link(
            profile.hub,
            row,
            Judgement(verdict=Verdict.UNSURE, score=0.4, reasons=("one family name", "little company shared")),
        )
        if len(lone) >= DOUBTS:
            return
    fresh = _Profile(name=row.entity.name, hub=row)
    fresh.add(row)
    lone.append(fresh)


def _decides(row: Named, best: _Profile, others: list[_Profile]) -> bool:
    """Whether the best candidate is the one: it has company, and far more of it than the next."""
    first = _evidence(row, best)
    second = _evidence(row, others[0]) if others else 0
    least = FAR_MORE if best.by_first else 1
    return first >= least and (second == 0 or first >= FAR_MORE * second)


def _evidence(row: Named, profile: _Profile) -> int:
    """How much company a lone family name shares with a profile; a shared role counts for three names."""
    shared = sum(1 for name in row.context if name in profile.company)
    return shared + 3 * bool(_roles(row.entity) & profile.roles)


def _given_to(judged: Judgement, row: Named, profile: _Profile) -> Judgement:
    shared = sum(1 for name in row.context if name in profile.company)
    reasons = [*judged.reasons, _company_words(shared)]
    if _roles(row.entity) & profile.roles:
        reasons.append("the same role")
    return Judgement(verdict=Verdict.POSITIVE, score=min(0.95, 0.6 + 0.05 * len(reasons)), reasons=tuple(reasons))


def _company_words(shared: int) -> str:
    return f"{shared} other name{'s' if shared != 1 else ''} in both articles"


def _roles(entity: Entity) -> set[str]:
    """The entity's titles, folded, without the state and the sex that some are printed with."""
    return {re.sub(r"\bspokes(?:wo)?man\b", "spokesperson", fold(role.title)) for role in entity.roles}


def _bodies(rows: Iterator[Named]) -> Iterator[Link]:
    """Bodies and places of one name are one; a short form joins the long name only in its company."""
    hubs: dict[str, _Profile] = {}
    for row in rows:
        name = _standing(row.entity.name)
        profile = hubs.get(name)
        if profile is None:
            fresh = _Profile(name=name, hub=row)
            for other in hubs.values():
                if {name, other.name} & {_acronym(name), _acronym(other.name)}:
                    yield _link(other.hub, row, _short_form(other, row))
            hubs[name] = profile = fresh
        else:
            yield _link(profile.hub, row, Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("the same name",)))
        profile.add(row)


def _short_form(profile: _Profile, row: Named) -> Judgement:
    """Whether a name and its initials are one body."""
    given = {_standing(name) for named in (profile.hub, row) for name in named.entity.names}
    if {profile.name, _standing(row.entity.name)} <= given:
        return Judgement(verdict=Verdict.POSITIVE, score=0.9, reasons=("an article gives both names",))
    shared = sum(1 for name in row.context if name in profile.company)
    reasons = ("one is the initials of the other", _company_words(shared))
    if shared >= FAR_MORE:
        return Judgement(verdict=Verdict.POSITIVE, score=0.8, reasons=reasons)
    return Judgement(verdict=Verdict.UNSURE, score=0.5, reasons=reasons)


def _standing(name: str) -> str:
    return fold(state_named(name) or "") or _bare(name)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").strip()


def _is_acronym(name: str) -> bool:
    return name.replace(".", "").isupper() and " " not in name


def _acronym(name: str) -> str:
    """The initials of a name of several words, folded, or nothing."""
    parts = [part for part in _bare(name).split() if part not in _SMALL_WORDS]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def _link(left: Named, right: Named, judged: Judgement) -> Link:
    return judged.link("entity", left.entity.id, right.entity.id)
