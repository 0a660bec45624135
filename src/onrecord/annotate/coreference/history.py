"""What is known of an article's references while they are resolved: who stands where, who spoke, who is a stranger."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field, replace

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.descriptions import Stranger
from onrecord.annotate.coreference.references import Reference, Sort, refer
from onrecord.annotate.entries import entry_starts
from onrecord.records import Tag

REACH = 12  # sentences back that a pronoun may reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A reference with its referent: the number of a group, or -1 - the place of a stranger."""

    reference: Reference
    referent: int


@dataclass(slots=True, kw_only=True)
class History:
    """The references told so far, in order, with what was learnt of their referents on the way."""

    cast: Cast
    placed: list[Placed]
    entry_starts: tuple[int, ...] = ()  # of a report told as it happened: what "she" is there stands in its own entry
    strangers: list[Stranger] = field(default_factory=list)  # those whom nothing names
    called_so: dict[int, str] = field(default_factory=dict)  # referent → gender of a pronoun that stood for it
    heard: list[tuple[Tag, int | None]] = field(default_factory=list)  # with the referent who spoke

    @classmethod
    def of(cls, cast: Cast) -> History:
        """The names of the cast's people, and nothing yet behind them."""
        people = ((name, cast.member[name.span.start]) for name in cast.names if name.span.start in cast.member)
        placed = [
            Placed(reference=refer(cast.places, name.span, Sort.NAME, name.titled.start), referent=group)
            for name, group in people
            if cast.is_person(group)
        ]
        return cls(cast=cast, placed=placed, entry_starts=entry_starts(cast.article))

    def place(self, reference: Reference, referent: int) -> None:
        """The reference stands for the referent."""
        insort(self.placed, Placed(reference=reference, referent=referent), key=lambda each: each.reference.span)

    def meet(self, reference: Reference) -> int:
        """The referent of a person whom the article describes here for the first time."""
        self.strangers.append(Stranger(head=reference.head, span=reference.span, gender=reference.gender))
        return -len(self.strangers)

    def rename(self, old: frozenset[int], new: int) -> None:
        """Whatever stood for one of the old referents stands for the new one."""
        self.placed = [replace(each, referent=new) if each.referent in old else each for each in self.placed]

    def before(self, reference: Reference) -> list[Placed]:
        """The references before one within reach, the latest first."""
        stop = bisect_left(self.placed, reference.span, key=lambda each: each.reference.span)
        entry = self._entry_of(reference)
        found = []
        for each in reversed(self.placed[:stop]):
            if reference.sentence - each.reference.sentence > REACH or each.reference.span.start < entry:
                break
            found.append(each)
        return found

    def _entry_of(self, reference: Reference) -> int:
        """Where the entry of the reference begins, 0 where there are none."""
        number = bisect_right(self.entry_starts, reference.span.start)
        return self.entry_starts[number - 1] if number else 0

    def following(self, reference: Reference) -> Placed | None:
        """The next reference that has a referent."""
        at = bisect_left(self.placed, reference.span, key=lambda each: each.reference.span)
        return self.placed[at] if at < len(self.placed) else None

    def called(self, referent: int) -> str:
        """The name or description that a referent goes by."""
        return self.cast.entities[referent].name if referent >= 0 else f"“{self.strangers[-1 - referent].span.exact}”"

    def gender(self, referent: int) -> str | None:
        """Female or male as title, given name or noun tell it, else as an earlier pronoun did."""
        return self.told_gender(referent) or self.called_so.get(referent)

    def told_gender(self, referent: int) -> str | None:
        """Female or male as title, given name or noun tell it, else None."""
        return self.cast.gender(referent) if referent >= 0 else self.strangers[-1 - referent].gender

    def speaking(self, reference: Reference) -> tuple[int | None, bool]:
        """Who spoke last, in this or the last paragraph, and whether in this or the last sentence."""
        here = range(self._entry_of(reference), reference.span.start)
        before = ((tag, who) for tag, who in reversed(self.heard) if tag.content[0].start in here)
        tag, who = next(before, (None, None))
        if tag is None or reference.paragraph - self.cast.places.paragraph(tag.content[-1].start) > 1:
            return None, False
        anchor = tag.source or tag.content[0]
        return who, reference.sentence - self.cast.places.sentence(anchor.start) <= 1
