"""What a clause tells to have happened on its day or at its place: the word nearest to it, else the whole clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.derive.event_words import UNSTEADY, is_compound, is_spoken, sort_of
from onrecord.records import Mention, MentionKind, Span
from onrecord.text.words import Word, words

NEAR = 12  # words between a happening and its day
SAID_WORDS = 4  # words before a day or place, one of which may tell that it was said then or there
WHOLE = "told "  # begins the sort of what no listed word names
_AT = re.compile(r"(?:^|[^\w])(?:in|at|near|outside)\s+(?:the\s+)?(?:[a-z]+\s+(?:of|in)\s+)?$", re.IGNORECASE)
# Then it is no day of what happens.
_FROM = re.compile(r"\b(from|by|until|till|since|before|after|of|for)\s+(?:the\s+)?$", re.IGNORECASE)
_BOUNDS = frozenset({"since", "from", "until", "till"})  # of what goes on: two may differ in them


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedClause:
    """A clause with the one day and the first place that it tells, and its words without its days and places."""

    text: str
    span: Span
    dates: tuple[Mention, ...]
    places: tuple[Mention, ...]
    words: tuple[Word, ...]
    around: str
    counts: bool  # whether it has a figure, which may be another on another day

    @classmethod
    def of(cls, text: str, span: Span, mentions: Sequence[Mention]) -> DatedClause:
        """The clause of the text, with the mentions that lie in it."""
        dates = tuple(each for each in mentions if each.kind is MentionKind.DATE)
        places = tuple(each for each in mentions if each.kind is MentionKind.PLACE)
        return cls(
            text=text,
            span=span,
            dates=dates,
            places=places,
            words=tuple(words(text, span.start, span.end)),
            counts=any(each.kind is MentionKind.QUANTITY for each in mentions),
            around=" ".join(_blanked(span, [*dates, *places])),
        )

    @property
    def dated(self) -> Mention | None:
        """The one day that the clause tells."""
        return self.dates[0] if len(self.dates) == 1 and self.dates[0].edtf else None

    @property
    def placed(self) -> Mention | None:
        """The first place at which the clause tells something to be."""
        at = (each for each in self.places if _AT.search(self.text, self.span.start, each.span.start))
        return next(at, None)

    @property
    def is_steady(self) -> bool:
        """Whether nothing says that the day was moved or is one of several."""
        bounds = [self._governor(each) for each in self.dates]
        around = re.sub(rf"\b(?:{'|'.join(bounds)})\b", "", self.around) if set(bounds) & _BOUNDS else self.around
        return not UNSTEADY.search(around)

    def head(self, told: Mention) -> Word | None:
        """The word that tells what was then or there; None where that is speech or too far away."""
        head = self._nearest(told.span)
        return head if head and self._sort(head) else None

    def sort(self, told: Mention) -> str | None:
        """What happened then or there, by its head, else by all that the clause tells; None for what is only said."""
        governor = self._governor(told)
        head = self.head(told)
        if head and not any(map(self._governor, self.dates)):
            return self._sort(head)
        return self._whole(told, governor)

    def _whole(self, told: Mention, governor: str) -> str | None:
        before = [word.lower for word in self.words if word.end <= told.span.start][-SAID_WORDS:]
        if (self.counts and not governor) or any(map(is_spoken, before)) or (governor and governor not in _BOUNDS):
            return None
        return f"{WHOLE}{governor or ('on' if told in self.dates else 'at')}"

    def _governor(self, told: Mention) -> str:
        found = _FROM.search(self.text, self.span.start, told.span.start)
        return found.group(1).lower() if found else ""

    def _sort(self, word: Word) -> str | None:
        return sort_of(word.lower, self._follower(word))

    def _follower(self, word: Word) -> str:
        """The word right behind, in lower case; empty where a mark or a day or place stands between."""
        beside = (other for one, other in pairwise(self.words) if one == word and other.start - one.end == 1)
        follower = next(beside, None)
        return follower.lower if follower and not self._is_taken(follower) else ""

    def _nearest(self, span: Span) -> Word | None:
        """The word of happening or of speech that is nearest to a day or place; None beyond NEAR words."""
        before = [word for word in self.words if word.end <= span.start]
        after = [word for word in self.words if word.start >= span.end]
        reach: list[tuple[int, int, Word]] = []
        for side, run in ((0, before[::-1]), (1, after)):
            for distance, word in enumerate(run[:NEAR]):
                if not self._is_taken(word) and (self._names_it(word) or is_spoken(word.lower)):
                    reach.append((distance, side, word))
                    break
        return min(reach, key=lambda each: each[:2])[2] if reach else None

    def _names_it(self, word: Word) -> bool:
        follower = self._follower(word)
        return bool(self._sort(word)) and not (follower and is_compound(word.lower, follower))

    def _is_taken(self, word: Word) -> bool:
        """Whether the word is part of a day or a place."""
        return any(each.span.start <= word.start < each.span.end for each in (*self.dates, *self.places))


def _blanked(clause: Span, mentions: Sequence[Mention]) -> Iterator[str]:
    """The words of a clause without those of the mentions."""
    at = clause.start
    for mention in sorted(mentions, key=lambda each: each.span):
        yield clause.exact[at - clause.start : mention.span.start - clause.start]
        at = max(at, mention.span.end)
    yield clause.exact[at - clause.start :]
