"""Whether a passage that has the words has what the fields of a query ask for, too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from onrecord.store import queries, reach
from onrecord.store.derived_view import CHAIN, DerivedView
from onrecord.store.fields import Asked, Field
from onrecord.store.reach import Reach
from onrecord.store.search import HitKind, Match
from onrecord.store.words import fold
from onrecord.text.days import Days, days_of
from onrecord.text.stems import content_stems

NAMED = {
    "said": HitKind.QUOTATION,
    "headline": HitKind.HEADLINE,
    "deck": HitKind.DECK,
    "text": HitKind.BODY,
    "caption": HitKind.CAPTION,
}
Fits = Callable[[Match], bool]


class Sieve:
    """Keeps of passages those that have what the fields ask for; asks the record for each name once."""

    def __init__(self, fields: Iterable[Asked], view: DerivedView) -> None:
        self._view = view
        self._speaking_for = lru_cache(maxsize=None)(self._those_under)
        self._find = lru_cache(maxsize=None)(view.find_actors)
        self._fields = tuple(fields)
        self._shown: Mapping[str, Sequence[tuple[str, str]]] = {}  # by the statements of the passages at hand
        self._tests = [self._test(one) for one in self._fields]

    def sift(self, matches: Sequence[Match]) -> Iterator[Match]:
        """Those of the passages that have what every field asks for; lines are asked for of all at once."""
        if any(one.field in {Field.ISSUE, Field.STANCE} for one in self._fields):
            said = (one.said.statement for one in matches if one.said)
            self._shown = self._view.lines_of(sorted({one for one in said if one}))
        return (match for match in matches if all(test(match) for test in self._tests))

    def reach(self) -> Reach:
        """The only passages that can pass, as far as the record knows them by what the fields ask for."""
        found = reach.ALL
        for one in (one for one in self._fields if not one.left_out):
            match one.field:
                case Field.SPEAKER:
                    found = found.by([*sorted(self._actors(one.values)), *self._voices(_words(one.values))])
                case Field.PARTY:
                    found = found.by(sorted(self._speaking_for(self._actors(one.values))))
                case Field.OUTLET:
                    wanted = _words(one.values)
                    outlets = (outlet for (outlet,) in self._view.about(queries.OUTLETS, None))
                    found = found.within(reach.PRINTED_IN, [each for each in outlets if _is_named(each, wanted)])
                case Field.ISSUE:
                    found = found.within_any(reach.ON_ISSUES, map(sorted, _issue_stems(one.values)))
                case Field.STANCE:
                    found = found.within(reach.WITH_STANCE, [value.upper() for value in one.values])
                case _:
                    pass
        return found

    def _voices(self, wanted: Sequence[frozenset[str]]) -> list[str]:
        """Those names without an actor that have all words of one of the values."""
        voices = (voice for (voice,) in self._view.about(reach.VOICES, None))
        return sorted(voice for voice in voices if voice != "=" and _is_named(voice[1:], wanted))

    def _those_under(self, actors: frozenset[str]) -> frozenset[str]:
        """These actors, and all who speak for one of them."""
        found, known = set(actors), sorted(actors)
        for _ in range(CHAIN - 1):
            under = {actor for (actor,) in self._view.about(queries.SPEAKING_FOR, known)}
            known = sorted(under - found)
            found |= under
        return frozenset(found)

    def _test(self, asked: Asked) -> Fits:
        fits = self._makers[asked.field](asked.values)
        return (lambda match: not fits(match)) if asked.left_out else fits

    @property
    def _makers(self) -> Mapping[Field, Callable[[Sequence[str]], Fits]]:
        return {
            Field.SPEAKER: self._by_speaker,
            Field.PARTY: self._by_party,
            Field.OUTLET: lambda values: _named(values, lambda match: [match.outlet]),
            Field.TO: lambda values: _named(values, lambda match: [match.said.addressee] if match.said else []),
            Field.VIA: lambda values: _named(values, lambda match: match.said.relayed_by if match.said else []),
            Field.SAID: lambda values: _dated(
                values, lambda match: match.said.said_on if match.said else None, Days.meets
            ),
            Field.BEFORE: lambda values: _dated(values, _day, lambda day, limit: day.last < limit.first),
            Field.AFTER: lambda values: _dated(values, _day, lambda day, limit: day.first > limit.last),
            Field.ISSUE: self._by_issue,
            Field.STANCE: self._by_stance,
            Field.FORM: lambda values: _among(
                {one.lower() for one in values}, lambda match: match.said and match.said.form
            ),
            Field.IN: lambda values: _among({NAMED[one.lower()] for one in values}, lambda match: match.kind),
        }

    def _by_speaker(self, values: Sequence[str]) -> Fits:
        actors = self._actors(values)
        told = _named(values, lambda match: [match.said.speaker_name] if match.said else [])
        return lambda match: (
            match.said is not None and (match.said.speaker in actors or (match.said.speaker is None and told(match)))
        )

    def _by_party(self, values: Sequence[str]) -> Fits:
        voices = self._speaking_for(self._actors(values))
        return lambda match: match.said is not None and match.said.speaker in voices

    def _by_issue(self, values: Sequence[str]) -> Fits:
        wanted = _issue_stems(values)

        @cache
        def has(issue: str) -> bool:
            own = frozenset(content_stems(issue))
            return any(stems <= own for stems in wanted)

        return lambda match: any(has(issue) for issue, _ in self._lines(match))

    def _by_stance(self, values: Sequence[str]) -> Fits:
        wanted = {one.upper() for one in values}
        return lambda match: any(stance in wanted for _, stance in self._lines(match))

    def _lines(self, match: Match) -> Sequence[tuple[str, str]]:
        statement = match.said.statement if match.said else None
        return self._shown.get(statement or "", ())

    def _actors(self, values: Iterable[str]) -> frozenset[str]:
        return frozenset(actor.id for value in values for actor in self._find(value))


def _issue_stems(values: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(content_stems(one)) or frozenset({one.lower()}) for one in values]


def _named(values: Sequence[str], names: Callable[[Match], Iterable[str | None]]) -> Fits:
    """Whether one of the names has all words of one of the values."""
    wanted = _words(values)
    return lambda match: any(_is_named(name, wanted) for name in names(match) if name)


def _words(values: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(fold(one).split()) for one in values]


def _is_named(name: str, wanted: Iterable[frozenset[str]]) -> bool:
    own = frozenset(fold(name).split())
    return any(words <= own for words in wanted)


def _dated(values: Sequence[str], day: Callable[[Match], str | None], stands: Callable[[Days, Days], bool]) -> Fits:
    """Whether the day stands so to one of those that are asked for; what has no day does not."""
    limits = [limit for one in values if (limit := days_of(one))]

    def fits(match: Match) -> bool:
        known = days_of(day(match))
        return known is not None and any(stands(known, limit) for limit in limits)

    return fits


def _day(match: Match) -> str | None:
    """When it was said, or what was written published."""
    return match.said.said_on if match.said else match.published


def _among(wanted: Iterable[object], of: Callable[[Match], object]) -> Fits:
    values = frozenset(wanted)
    return lambda match: of(match) in values
