"""Whom each pronoun and description of an article stands for, resolved in reading order, each answer with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord.annotate.coreference.candidates import candidates_of
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.deciding import MARGIN, Answer, decide
from onrecord.annotate.coreference.descriptions import BESIDE, again, apposed, fitting, is_definite
from onrecord.annotate.coreference.features import WEIGHTS
from onrecord.annotate.coreference.going_on import goes_on
from onrecord.annotate.coreference.history import History
from onrecord.annotate.coreference.persons import PERSONS
from onrecord.annotate.coreference.phrases import head_words
from onrecord.annotate.coreference.places import OUTSIDE
from onrecord.annotate.coreference.references import (
    AGE,
    PRONOUNS,
    Reference,
    Sort,
    descriptions_of,
    pronouns_of,
    refer,
)
from onrecord.annotate.coreference.traits import Traits
from onrecord.records import Span, Tag

SURE = 1.0  # the lead from which a pronoun tells the gender of its referent
DESCRIPTION_MARGIN = 2.0  # the lead below which one of several whom a description fits is not named


@dataclass(slots=True, kw_only=True)
class Coreference:
    """The references of one article; those outside quotations are resolved in order, the others when asked for."""

    history: History
    pending: list[Reference]  # outside quotations, the last first
    weights: Mapping[str, float]
    margin: float
    answers: dict[tuple[int, int], Answer] = field(default_factory=dict)  # by start and end
    traits: dict[int, Traits] = field(default_factory=dict)  # of groups, as far as they were read

    @classmethod
    def of(cls, cast: Cast, weights: Mapping[str, float] = WEIGHTS, margin: float = MARGIN) -> Coreference:
        """The references of the cast's article, none resolved yet."""
        found = [*pronouns_of(cast.article, cast.places), *descriptions_of(cast.article, cast.places)]
        outside = [each for each in found if each.quotation == OUTSIDE]
        pending = sorted(outside, key=lambda each: each.span, reverse=True)
        return cls(history=History.of(cast), pending=pending, weights=weights, margin=margin)

    @property
    def cast(self) -> Cast:
        """The people and bodies that references stand for."""
        return self.history.cast

    def resolve(self, span: Span) -> Answer:
        """Whom the words at the span stand for; a pronoun or a description of one person."""
        self._advance(span.end)
        known = self.answers.get((span.start, span.end))
        if known:
            return known
        sort = Sort.PRONOUN if span.exact.lower() in PRONOUNS else Sort.DESCRIPTION
        return self._answer(refer(self.cast.places, span, sort))

    def hear(self, tag: Tag, referent: int | None) -> None:
        """The referent spoke: what follows may go on with him, and what he says is not of himself."""
        self.history.heard.append((tag, referent))

    def goes_on(self, span: Span) -> bool:
        """Whether the description at the span takes up who spoke last."""
        return goes_on(self.history, self.traits, refer(self.cast.places, span, Sort.DESCRIPTION)) is not None

    def correct(self, span: Span, referent: int) -> None:
        """What was taken for a stranger at the span is the referent, here and wherever it was taken up."""
        self._advance(span.end)
        here = (answer.referent for (start, _), answer in self.answers.items() if span.start <= start < span.end)
        self.history.rename(frozenset(who for who in here if who is not None and who < 0), referent)

    def measured(self, answer: Answer) -> tuple[str, ...]:
        """The score of an answer and its lead over the next, for people to read."""
        behind = f" over {self.history.called(answer.rivals[0])}" if answer.rivals else ""
        return (f"score {answer.score:.1f}, a lead of {answer.lead:.1f}{behind}",) if answer.score else ()

    def begins(self, span: Span) -> int | None:
        """The referent of the description that the span begins with, else None."""
        self._advance(span.end)
        text = self.cast.article.text
        found = [
            (end, answer.referent)
            for (start, end), answer in self.answers.items()
            if start == span.start and end <= span.end and text[start:end].lower() not in PRONOUNS
        ]
        return max(found, key=lambda each: each[0])[1] if found else None

    def _advance(self, upto: int) -> None:
        """Every reference outside quotations that begins before the offset has its answer."""
        while self.pending and self.pending[-1].span.start < upto:
            self._answer(self.pending.pop())

    def _answer(self, reference: Reference) -> Answer:
        answer = self._described(reference) if reference.sort is Sort.DESCRIPTION else self._pronoun(reference)
        self.answers[reference.span.start, reference.span.end] = answer
        if answer.referent is not None:
            if reference.sort is Sort.PRONOUN and reference.gender and answer.lead >= SURE:
                self.history.called_so.setdefault(answer.referent, reference.gender)  # once "she" is not "he" later
            self.history.place(reference, answer.referent)
        return answer

    def _pronoun(self, reference: Reference) -> Answer:
        return decide(candidates_of(self.history, reference, self.weights), self.margin)

    def _described(self, reference: Reference) -> Answer:
        beside = self._beside(reference)
        if beside is not None:
            return Answer(referent=beside, reasons=("stands beside the name",))
        words = head_words(reference.span.exact)
        if not words or not is_definite(words[0]):
            return self._stranger(reference)
        fits = fitting(self.cast, self.traits, reference, words)
        if len(fits) == 1:
            return Answer(referent=fits[0], reasons=(f"the only {' '.join(words[1:])} the article names",))
        so_far = [each for each in fits if self._is_named_before(each, reference)]
        if len(so_far) == 1:
            return Answer(referent=so_far[0], reasons=(f"the only {' '.join(words[1:])} named so far",))
        if len(fits) > 1:
            near = [each for each in candidates_of(self.history, reference, self.weights) if each.referent in fits]
            chosen = decide(near, DESCRIPTION_MARGIN)
            return chosen if chosen.referent is not None else replace(chosen, rivals=fits)
        known = again(self.history.strangers, reference)
        if known is not None:
            return Answer(referent=known, reasons=("described so before",))
        speaker = goes_on(self.history, self.traits, reference)
        if speaker is not None:
            return Answer(referent=speaker, reasons=("the last speaker, whom nothing else describes",))
        return self._stranger(reference)

    def _is_named_before(self, group: int, reference: Reference) -> bool:
        return any(name.in_body and name.span.start < reference.span.start for name in self.cast.groups[group].names)

    def _stranger(self, reference: Reference) -> Answer:
        """A person whom nothing names, or nobody where the words may not be of a person: "the ministry"."""
        person = reference.head in PERSONS or AGE.match(reference.head)
        return Answer(referent=self.history.meet(reference) if person else None, reasons=("not named",))

    def _beside(self, reference: Reference) -> int | None:
        """Whom the words before or behind the description name: "She was *the first woman* in the chair"."""
        beside = apposed(self.cast, reference)
        last = self.history.before(reference)[:1]
        if beside is not None or not last:
            return beside
        told = BESIDE.fullmatch(self.cast.article.text, last[0].reference.span.end, reference.span.start)
        return last[0].referent if told else None
