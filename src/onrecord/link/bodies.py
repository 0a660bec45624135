"""Which bodies and places of one block are one: by canonical name, by whose they are, by both names in one article."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.link.names import Judgement
from onrecord.link.profiles import FAR_MORE, Profile, company_words, entity_link
from onrecord.link.rows import Named
from onrecord.records import Entity, EntityKind, Link, Verdict
from onrecord.text.bodies import BodyName, body_name
from onrecord.text.folding import fold
from onrecord.text.places import place_key, place_named
from onrecord.text.states import demonym_of, state_named

DOUBTS = 3  # ministries to which one whose state is not told is linked as unsure
LEAST_SPELLED = 5  # letters of a key that two places share not by chance
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de"})
_SPELLED = "spelled "


def keys_of_body(row: Named) -> Iterator[tuple[str, str]]:
    """The blocks in which a body or place may be met; those that tell whose they are come first."""
    name = standing(row)
    order = f"{0 if name.owner or not name.shared else 1}{name.key}\x1f{name.owner}\x1f{row.entity.id}"
    yield from ((key, order) for key in sorted(_keys(row.entity, name)))


def _keys(entity: Entity, name: BodyName) -> set[str]:
    if state_named(entity.name):
        return {name.key}
    keys = {name.key} | {_bare(form) for form in entity.names if _is_acronym(form)}
    if acronym := _acronym(entity.name):
        keys.add(acronym)
    if entity.kind is EntityKind.PLACE:
        keys.add(_SPELLED + place_key(entity.name))
    return keys


def standing(row: Named) -> BodyName:
    """The canonical name of a body or place, and whose it is."""
    entity = row.entity
    if state := state_named(entity.name):
        return BodyName(fold(state))
    if entity.kind is EntityKind.PLACE and (place := place_named(entity.name)):
        return BodyName(fold(place))
    forms = [body_name(form).owned_among(row.context) for form in (entity.name, *entity.names)]
    # An article that says once whose ministry it is goes on with "the ministry".
    return next((form for form in forms if form.owner and form.key == forms[0].key), forms[0])


def link_bodies(key: str, rows: Iterator[Named]) -> Iterator[Link]:
    """The links among the bodies and places of one block."""
    if key.startswith(_SPELLED):
        yield from _spelled_alike(key.removeprefix(_SPELLED), rows)
        return
    hubs: dict[BodyName, Profile] = {}
    for row in rows:
        name = standing(row)
        if name.shared and not name.owner:
            yield from _place(row, name, hubs)
        elif profile := hubs.get(name):
            yield entity_link(profile.hub, row, _same_name(profile.hub, row))
            profile.add(row)
        else:
            fresh = Profile.of(row)
            for other, theirs in hubs.items():
                yield from _between(name, fresh, other, theirs)
            hubs[name] = fresh


def _same_name(left: Named, right: Named) -> Judgement:
    if _bare(left.entity.name) == _bare(right.entity.name):
        return Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("the same name",))
    return Judgement(verdict=Verdict.POSITIVE, score=0.95, reasons=("two forms of one name",))


def _between(name: BodyName, fresh: Profile, other: BodyName, theirs: Profile) -> Iterator[Link]:
    """The link of two bodies of one block whose names are not the same."""
    if name.shared and other.shared and name.key == other.key:
        if demonym_of(name.owner, [other.owner]) or demonym_of(other.owner, [name.owner]):
            reasons = ("one name, with the state's name or its adjective",)
            yield entity_link(theirs.hub, fresh.hub, Judgement(verdict=Verdict.POSITIVE, score=0.9, reasons=reasons))
            return
        reasons = (f"of {other.owner.title()}, and of {name.owner.title()}",)
        yield entity_link(theirs.hub, fresh.hub, Judgement(verdict=Verdict.NEGATIVE, score=1.0, reasons=reasons))
    elif {name.key, other.key} & {_acronym(theirs.name), _acronym(fresh.name)}:
        yield entity_link(theirs.hub, fresh.hub, _short_form(theirs, fresh.hub))


def _place(row: Named, name: BodyName, hubs: dict[BodyName, Profile]) -> Iterator[Link]:
    """The links of a ministry whose state is not told: to the one of a state that its article names, else doubts."""
    owned = [(other, profile) for other, profile in hubs.items() if other.key == name.key and other.owner]
    near = [(other, profile) for other, profile in owned if other.owner in row.context]
    if len(near) == 1:
        reasons = ("one name, once without the state", f"{near[0][0].owner.title()} is named in the article")
        judged = Judgement(verdict=Verdict.POSITIVE, score=0.8, reasons=reasons)
        yield entity_link(near[0][1].hub, row, judged)
        return
    doubt = Judgement(verdict=Verdict.UNSURE, score=0.5, reasons=("one name, of which state is not told",))
    yield from (entity_link(profile.hub, row, doubt) for _, profile in owned[:DOUBTS])
    alone = hubs.setdefault(name, Profile.of(row))
    if alone.hub is not row:
        shared = alone.shared(row)
        verdict, score = (Verdict.POSITIVE, 0.8) if shared >= FAR_MORE else (Verdict.UNSURE, 0.5)
        reasons = ("the same name, of which state is not told", company_words(shared))
        yield entity_link(alone.hub, row, Judgement(verdict=verdict, score=score, reasons=reasons))
        if verdict is Verdict.POSITIVE:
            alone.add(row)


def _spelled_alike(key: str, rows: Iterator[Named]) -> Iterator[Link]:
    """The links among places whose names are one but for the spelling."""
    hubs: dict[str, Profile] = {}
    for row in rows:
        name = standing(row).key
        if name in hubs:
            hubs[name].add(row)
            continue
        fresh = Profile.of(row)
        for theirs in hubs.values():
            shared = theirs.shared(row)
            sure = len(key) >= LEAST_SPELLED or shared >= FAR_MORE
            reasons = ("one place in two spellings", company_words(shared))
            verdict, score = (Verdict.POSITIVE, 0.85) if sure else (Verdict.UNSURE, 0.5)
            yield entity_link(theirs.hub, row, Judgement(verdict=verdict, score=score, reasons=reasons))
        hubs[name] = fresh


def _short_form(profile: Profile, row: Named) -> Judgement:
    """Whether a name and its initials are one body."""
    both = {_bare(profile.name), _bare(row.entity.name)}
    if any(both <= {_bare(name) for name in named.entity.names} for named in (profile.hub, row)):
        return Judgement(verdict=Verdict.POSITIVE, score=0.9, reasons=("an article gives both names",))
    shared = profile.shared(row)
    reasons = ("one is the initials of the other", company_words(shared))
    if shared >= FAR_MORE:
        return Judgement(verdict=Verdict.POSITIVE, score=0.8, reasons=reasons)
    return Judgement(verdict=Verdict.UNSURE, score=0.5, reasons=reasons)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").strip()


def _is_acronym(name: str) -> bool:
    return name.replace(".", "").isupper() and " " not in name


def _acronym(name: str) -> str:
    """The initials of a name of several words, folded, or nothing."""
    parts = [part for part in _bare(name).split() if part not in _SMALL_WORDS]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""
