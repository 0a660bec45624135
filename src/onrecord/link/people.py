"""Which people are one: those of one full name first, then the names of a block, then family names standing alone.

What the entities of a full name tell is gathered once, and only that goes into the blocks, so that these hold a row a
name and not one an article. A family name alone is given to the one profile whose articles share its company
or its office, or who is quoted with the same words; where two of one story bear it, to neither unless these tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.link.affiliations import states_governed
from onrecord.link.names import MISPRINTED, SAME, Judgement, compare_names, family_key, meeting_keys
from onrecord.link.offices import goes_by_office
from onrecord.link.profiles import FAR_MORE, Bearer, Profile, Side, company_words, entity_link, judge
from onrecord.link.rows import Named
from onrecord.records import EntityKind, Link, Verdict
from onrecord.text.folding import fold
from onrecord.text.names import name_key
from onrecord.text.personal_names import keys_of, person_name

NEIGHBOURS = 40  # profiles of one family name that each is compared with
DOUBTS = 3  # candidates to whom an undecided name is linked as unsure
THE_SAME = Judgement(verdict=Verdict.POSITIVE, score=SAME, reasons=("the same name",))
QUOTED_ALIKE = "quoted with the same words"
_WHOLE = "whole "


def full_name(row: Named) -> Iterator[tuple[str, str]]:
    """The full name of a person, under which those whose article tells a state come first."""
    if has_full_name(row):
        telling = 0 if states_governed(row) else 1
        yield fold(row.entity.name), f"{telling}{row.entity.id}"


def has_full_name(row: Named) -> bool:
    """Whether it is a person whom the article names in full."""
    entity = row.entity
    is_named = entity.kind is EntityKind.PERSON and not entity.anonymous and not goes_by_office(entity)
    return is_named and person_name(entity.name).is_full


def link_namesakes(_name: str, rows: Iterator[Named]) -> Iterator[Link | Bearer]:
    """The links among the entities of one full name, and who bears it: one, or as many as articles tell apart."""
    same: list[Profile] = []
    for row in rows:
        yield from _join(same, row)
    yield from (profile.bearer(at) for at, profile in enumerate(same))


def person_keys(row: Named | Bearer) -> Iterator[tuple[str, str]]:
    """The blocks in which a person may be met; full names come first in each."""
    if isinstance(row, Named):
        telling = 0 if states_governed(row) else 1
        yield family_key(row.entity.name), f"1{fold(row.entity.name)}\x1f{telling}{row.entity.id}"
        return
    name = person_name(row.name)
    keys = {family_key(row.name), name_key(name.given[0]), *(" ".join(keys_of((part,))) for part in name.parts)}
    keys |= {f"{_WHOLE}{key}" for key in meeting_keys(row.name)}
    yield from ((key, f"0{fold(row.name)}\x1f{row.at:06}") for key in sorted(keys))


def link_people(key: str, rows: Iterator[Named | Bearer]) -> Iterator[Link]:
    """The links among the names of one block, and of the family names standing alone to them and to each other."""
    profiles: list[Profile] = []
    lone: list[Profile] = []
    compared = False
    for row in rows:
        if isinstance(row, Bearer):
            profiles.append(row.profile(_side(key, row.name)))
            continue
        if not compared:
            compared = True
            yield from _between(profiles)
        yield from _place(row, profiles, lone)
    if not compared:
        yield from _between(profiles)


def _side(key: str, name: str) -> Side:
    if key.startswith(_WHOLE):
        return Side.WHOLE
    if key == family_key(name):
        return Side.FAMILY
    return Side.FIRST if key == name_key(person_name(name).given[0]) else Side.PART


def _join(same: list[Profile], row: Named) -> Iterator[Link]:
    """The entity joins the profile of its state; a link to the profile's first entity says so."""
    states = states_governed(row) if same and row.entity.roles else frozenset()
    fits = [profile for profile in same if not (states and profile.states) or states & profile.states]
    best = fits[0] if len(fits) == 1 else _decided(row, fits)
    if best:
        best.add(row)
    elif not fits:
        same.append(Profile.of(row))
    if best:
        yield entity_link(best.hub, row, THE_SAME)
    elif fits:
        doubt = _doubted(THE_SAME, f"{len(fits)} people bear it")
        yield from (entity_link(profile.hub, row, doubt) for profile in fits[:DOUBTS])
    else:
        yield from (entity_link(profile.hub, row, judge(profile, same[-1])) for profile in same[:-1][:DOUBTS])


def _decided(row: Named, fits: list[Profile]) -> Profile | None:
    """The one of several people of one name whom company or office tells, or nobody."""
    found = [one for one in fits if _decides(row, one, [other for other in fits if other is not one])]
    return found[0] if found else None


def _between(profiles: list[Profile]) -> Iterator[Link]:
    """The links among profiles; in a block of very many, each is compared with its neighbours in name order only."""
    judged: dict[tuple[int, int], Judgement] = {}
    ones: dict[int, set[int]] = {}  # profile → those whom its name says it is one with
    for at, left in enumerate(profiles):
        for other in range(at + 1, min(at + 1 + NEIGHBOURS, len(profiles))):
            right = profiles[other]
            found = judge(left, right)
            found = _with_company(found, left, right) if found.verdict is Verdict.UNSURE else found
            if _strangers(left.side, right.side) and not _is_misprint(found):
                continue
            judged[at, other] = found
            if judged[at, other].verdict is Verdict.POSITIVE:
                ones.setdefault(at, set()).add(other)
                ones.setdefault(other, set()).add(at)
    for (at, other), found in judged.items():
        left, right = profiles[at], profiles[other]
        if found.verdict is Verdict.POSITIVE and _is_torn(at, other, ones, judged):
            yield entity_link(left.hub, right.hub, _doubted(found, "as much as another person's"))
        elif found.verdict is not Verdict.NEGATIVE or left.side is right.side is Side.FAMILY:
            yield entity_link(left.hub, right.hub, found)


def _strangers(left: Side, right: Side) -> bool:
    """Whether it says nothing that two names came into one block: by a given name, or each by a part."""
    return Side.FIRST in {left, right} or left is right is Side.PART


def _is_misprint(judged: Judgement) -> bool:
    """Whether two of one given name, whose family names are a letter apart, are one by office and company."""
    return judged.verdict is Verdict.POSITIVE and MISPRINTED in judged.reasons


def _is_torn(left: int, right: int, ones: dict[int, set[int]], judged: dict[tuple[int, int], Judgement]) -> bool:
    """Whether one of the two is as much one with somebody whom the other cannot be.

    "John Marsh" may be John Q. or John R. Marsh: he is neither before more is told.
    """
    return any(
        found.verdict is Verdict.NEGATIVE
        for one, other in ((left, right), (right, left))
        for third in ones[one] - {other}
        if (found := judged.get((min(third, other), max(third, other))))
    )


def _doubted(judged: Judgement, reason: str) -> Judgement:
    return Judgement(verdict=Verdict.UNSURE, score=0.5, reasons=(*judged.reasons, reason))


def _with_company(judged: Judgement, left: Profile, right: Profile) -> Judgement:
    """The judgement on two names that may be one, with the company they keep and the words they are quoted with."""
    if not left.quoted.isdisjoint(right.quoted):
        reasons = (*judged.reasons, QUOTED_ALIKE)
        return Judgement(verdict=Verdict.POSITIVE, score=judged.score + 0.3, reasons=reasons)
    shared = sum((left.company & right.company).values())
    if shared >= FAR_MORE and left.roles & right.roles:
        reasons = (*judged.reasons, "the same role", company_words(shared))
        return Judgement(verdict=Verdict.POSITIVE, score=judged.score + 0.3, reasons=reasons)
    return judged


def _place(row: Named, profiles: list[Profile], lone: list[Profile]) -> Iterator[Link]:
    """The links of a family name standing alone: to the one candidate of its company, else doubtful ones."""
    fresh = Profile.of(row)
    judged = [(profile, judge(profile, fresh)) for profile in profiles]
    for profile, each in judged:
        if each.verdict is Verdict.NEGATIVE and compare_names(profile.name, fresh.name).verdict is not Verdict.NEGATIVE:
            yield entity_link(profile.hub, row, each)
    candidates = [(profile, each) for profile, each in judged if each.verdict is not Verdict.NEGATIVE]
    known = [(profile, each) for profile, each in candidates if profile.side is not Side.FIRST] or candidates
    if not known:
        yield from _place_lone(row, fresh, lone)
        return
    ranked = sorted(known, key=lambda pair: (-pair[0].evidence(row), pair[0].name, pair[0].hub.entity.id))
    best, each = ranked[0]
    others = [profile for profile, _ in ranked[1:] if judge(best, profile).verdict is not Verdict.POSITIVE]
    if _decides(row, best, others):
        yield entity_link(best.hub, row, _given_to(each, row, best))
        return
    yield from (entity_link(profile.hub, row, doubted) for profile, doubted in ranked[:DOUBTS])


def _place_lone(row: Named, fresh: Profile, lone: list[Profile]) -> Iterator[Link]:
    """The links of a family name for which no article has a full name: to the one of most company or of its office."""
    judged = [(profile, judge(profile, fresh)) for profile in lone]
    for profile, each in judged:
        if each.verdict is Verdict.NEGATIVE and compare_names(profile.name, fresh.name).verdict is not Verdict.NEGATIVE:
            yield entity_link(profile.hub, row, each)
    fits = [(profile, each) for profile, each in judged if each.verdict is not Verdict.NEGATIVE]
    best, judgement = max(fits, key=lambda pair: pair[0].evidence(row), default=(fresh, THE_SAME))
    if fits and best.evidence(row) >= FAR_MORE:
        yield entity_link(best.hub, row, _given_to(judgement, row, best))
        best.add(row)
        return
    reasons = ("one family name", "little company shared")
    doubt = Judgement(verdict=Verdict.UNSURE, score=0.4, reasons=reasons)
    yield from (entity_link(profile.hub, row, doubt) for profile, _ in fits[:DOUBTS])
    if len(lone) < NEIGHBOURS:
        lone.append(fresh)


def _decides(row: Named, best: Profile, others: list[Profile]) -> bool:
    """Whether the best candidate is the one: it has company, and far more of it than the next.

    Of two whom one article names, only an office or a quotation tells which a family name means.
    """
    first = best.evidence(row)
    second = max((other.evidence(row) for other in others), default=0)
    least = FAR_MORE if best.side is Side.FIRST else 1
    if first < least or (second and first < FAR_MORE * second):
        return False
    if best.quotes(row) and not any(other.quotes(row) for other in others):
        return True
    if any(best.named_beside(other) for other in others):
        return best.shares_role(row) and not any(other.shares_role(row) for other in others)
    return True


def _given_to(judged: Judgement, row: Named, profile: Profile) -> Judgement:
    reasons = [*judged.reasons, company_words(profile.shared(row))]
    if profile.shares_role(row):
        reasons.append("the same role")
    if profile.quotes(row):
        reasons.append(QUOTED_ALIKE)
    return Judgement(verdict=Verdict.POSITIVE, score=min(0.95, 0.6 + 0.05 * len(reasons)), reasons=tuple(reasons))
