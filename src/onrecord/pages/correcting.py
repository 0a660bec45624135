"""What a correction changed: who is whose now, and how many statements each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.link import Standing
from onrecord.pages.counting import count, listed
from onrecord.pages.judgements import (
    QUOTES,
    WORDS,
    JudgementLine,
    judgement_lines,
    lay_out_judgement,
    say_description,
    side_name,
    standings,
)
from onrecord.pages.layout import Document, Item, Line, Part, Section, doubt, faint, line, name
from onrecord.pages.wording import cut
from onrecord.records import Decision, Judgement, Verdict
from onrecord.store import View

MOST = 20  # actors that are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """Who is in a record, by id: name and number of statements; whose entities are whose; statements and positions."""

    actors: Mapping[str, tuple[str, int]]
    entities: Mapping[str, str]
    statements: int
    positions: int
    lines: tuple[JudgementLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorChange:
    """An actor before and after, None where it is none: id, name, and the number of its statements.

    An actor is the one before with which it shares most names in articles, whatever their ids.
    """

    id_before: str | None
    id_after: str | None
    name_before: str | None
    name_after: str | None
    statements_before: int | None
    statements_after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionPage:
    """What came of judging, or of taking judgements back. `overridden` are judgements that later ones contradict."""

    summary: tuple[str, ...]
    judged: tuple[JudgementLine, ...]
    taken_back: tuple[JudgementLine, ...]
    overridden: tuple[JudgementLine, ...]
    changes: tuple[ActorChange, ...]
    statements_before: int
    statements_after: int
    positions_before: int
    positions_after: int

    def lay_out(self) -> Document:
        """The page as a document."""
        sections = []
        if self.changes:
            items = tuple(Item(lead=_say_change(one)) for one in self.changes[:MOST])
            more = len(self.changes) - MOST
            after = line(faint(f"and {count(more, 'more actor', 'more actors')}")) if more > 0 else ()
            sections.append(Section(heading="What changed", items=items, after=after))
        for heading, lines in (
            ("Taken back", self.taken_back),
            ("Overridden by what was judged later", self.overridden),
        ):
            if lines:
                sections.append(Section(heading=heading, items=tuple(map(lay_out_judgement, lines))))
        first, *others = self.summary
        lede = [*(line(other) for other in others), self._totals()]
        return Document(
            title="Corrected",
            parts=(Part(title=first, lede=tuple(one for one in lede if one), sections=tuple(sections)),),
        )

    def _totals(self) -> Line:
        if (self.statements_before, self.positions_before) == (self.statements_after, self.positions_after):
            return ()
        return line(
            faint(
                f"the record has {count(self.statements_after, 'statement')} (before: {self.statements_before:,}) "
                f"and {count(self.positions_after, 'position')} (before: {self.positions_before:,})"
            )
        )


def census(view: View) -> Census:
    """Who is in the record now."""
    actors = {actor: (called, number) for actor, called, number in view.speaking()}
    return Census(
        actors=actors,
        entities=view.actor_of_entities(),
        statements=view.counts().statements,
        positions=sum(1 for _ in view.positions()),
        lines=judgement_lines(view, standings(view)),
    )


def correction_page(view: View, before: Census) -> CorrectionPage:
    """What is otherwise than `before` in the record that `view` shows."""
    after = census(view)
    known = {one.judgement for one in before.lines}
    kept = {one.judgement for one in after.lines}
    judged = tuple(one for one in after.lines if one.judgement not in known)
    taken_back = tuple(one for one in before.lines if one.judgement not in kept)
    held = {one.judgement for one in before.lines if not one.overridden_by}
    held |= {one.judgement for one in judged}
    overridden = tuple(one for one in after.lines if one.overridden_by and one.judgement in held)
    by_id = {one.judgement.id: one for one in standings(view)}
    new = [by_id[one.judgement] for one in judged]
    return CorrectionPage(
        summary=tuple(_summary(view, new, taken_back)),
        judged=judged,
        taken_back=taken_back,
        overridden=overridden,
        changes=tuple(_changes(before, after)),
        statements_before=before.statements,
        statements_after=after.statements,
        positions_before=before.positions,
        positions_after=after.positions,
    )


def _changes(before: Census, after: Census) -> Iterator[ActorChange]:
    """The actors that are otherwise now, by name."""
    pairs: list[tuple[str | None, str | None]] = [*_successors(before, after)]
    old, new = ({pair[side] for pair in pairs} for side in (0, 1))
    pairs += [(one, None) for one in before.actors if one not in old]
    pairs += [(None, one) for one in after.actors if one not in new]
    found = []
    for earlier, later in pairs:
        name_before, said_before = before.actors[earlier] if earlier else (None, None)
        name_after, said_after = after.actors[later] if later else (None, None)
        found.append(
            ActorChange(
                id_before=earlier,
                id_after=later,
                name_before=name_before,
                name_after=name_after,
                statements_before=said_before,
                statements_after=said_after,
            )
        )
    changed = (
        one for one in found if (one.name_before, one.statements_before) != (one.name_after, one.statements_after)
    )
    yield from sorted(changed, key=lambda one: (one.name_after or one.name_before or "", one.id_after or ""))


def _successors(before: Census, after: Census) -> Iterator[tuple[str, str]]:
    """Each actor before with the one it is now: of those that share entities, the two that share most."""
    shared = Counter((actor, after.entities[entity]) for entity, actor in before.entities.items())
    old: set[str] = set()
    new: set[str] = set()
    for earlier, later in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        if earlier not in old and later not in new:
            old.add(earlier)
            new.add(later)
            yield earlier, later
    # Of those without an entity of their own, only the id tells.
    yield from ((one, one) for one in before.actors if one not in old and one in after.actors and one not in new)


def _summary(view: View, judged: Sequence[Standing], taken_back: Sequence[JudgementLine]) -> Iterator[str]:
    if len(judged) == 1:
        yield _sentence(view, judged[0])
    elif judged:
        yield f"{count(len(judged), 'judgement')} added"
    if taken_back:
        numbers = listed([str(one.number) for one in taken_back])
        yield f"Taken back: {'judgement' if len(taken_back) == 1 else 'judgements'} {numbers}"
    if not judged and not taken_back:
        yield "Nothing changed: all of this was judged before"


def _sentence(view: View, one: Standing) -> str:
    """What is so now, in a reporter's words."""
    if not one.ids:
        return "Nothing that this refers to is in this record; it is kept, should the articles come"
    owners = [_owner(view, side) for side in one.sides]
    said = [_said(view, owner) for owner in owners]
    match one.judgement.decision:
        case Decision.MERGE:
            if len(set(owners)) > 1:
                return f"{_names(one.judgement)} could not all be made one"
            return f"{_names(one.judgement)} are one actor now: {said[0]}"
        case Decision.SPLIT:
            if one.judgement.verdict is Verdict.UNSURE:
                return f"It is not sure now whether {_name(view, owners[0])} is {_name(view, owners[1])}"
            return f"{_name(view, owners[0])} ({said[0]}) is not {_name(view, owners[1])} ({said[1]}) now"
        case Decision.RENAME:
            return f"{_names(one.judgement)} is called {one.judgement.name} now"
        case Decision.ROLE | Decision.AFFILIATE | Decision.IDENTIFY:
            names = [_name(view, owner) for owner in owners]
            return f"{say_description(one.judgement, names[0], names[1] if len(names) > 1 else None)} now"
        case Decision.ASSIGN:
            speaker = _name(view, owners[1]) if len(owners) > 1 else "nobody that can be told"
            return f"These words are of {speaker} now: {one.judgement.sides[0][0].words}"
        case Decision.JOIN | Decision.SEPARATE:
            return _sentence_of_reports(view, one)


def _sentence_of_reports(view: View, one: Standing) -> str:
    """Which statements there are now of the reports that were judged."""
    found = [next((name for each in side if (name := view.statement_of(each))), None) for side in one.sides]
    statements = [view.statement(each or "") for each in found]
    told = [
        f"“{cut(each.text.strip(QUOTES), WORDS)}” ({count(len(each.attributions), 'report')})" if each else "none"
        for each in statements
    ]
    if one.judgement.decision is Decision.JOIN:
        if len(set(found)) > 1:
            return f"{listed(told)} could not all be made one statement"
        return f"The reports are of one statement now: {told[0]}"
    if one.judgement.verdict is Verdict.UNSURE:
        return f"It is not sure now whether {told[0]} and {told[-1]} are one statement"
    return f"{told[0]} and {told[-1]} are two statements now"


def _owner(view: View, side: Sequence[str]) -> str | None:
    return next((owner for each in side if (owner := view.actor_of(each))), None)


def _name(view: View, actor: str | None) -> str:
    found = view.actor(actor) if actor else None
    return found.name if found else "nobody in this record"


def _said(view: View, actor: str | None) -> str:
    return count(sum(1 for _ in view.statements(actor=actor)) if actor else 0, "statement")


def _names(judgement: Judgement) -> str:
    """The names of the sides, each once."""
    names = list(dict.fromkeys(map(side_name, judgement.sides)))
    return listed(names) if len(names) == len(judgement.sides) else f"{len(judgement.sides)} called {listed(names)}"


def _say_change(one: ActorChange) -> Line:
    if one.name_after is None:
        return line(name(one.name_before or ""), doubt(" is no actor of its own any more"))
    said = count(one.statements_after or 0, "statement")
    if one.name_before is None:
        return line(name(one.name_after), f" is an actor of its own: {said}")
    was = f", before “{one.name_before}”" if one.name_before != one.name_after else ""
    counted = f" (before: {one.statements_before})" if one.statements_before != one.statements_after else ""
    return line(name(one.name_after), faint(was), f": {said}{counted}")
