"""A place in an archived text."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.packing import compact


@compact
@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """`text[start:end]` of an archived text, half-open, in code points, with what stands there."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`, with the characters that stand there."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span [{start}, {end}) lies outside a text of {len(text)} characters")
        return cls(start=start, end=end, exact=text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end
