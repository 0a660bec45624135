"""The sentences of a paragraph as tokens; a quotation of several sentences stays with the one it opens in."""

from __future__ import annotations

from onrecord.annotate.quotes import Quotation
from onrecord.annotate.tokens import Tokens, tokenise
from onrecord.text.sentences import sentences


def sentence_tokens(
    text: str, bounds: tuple[int, int], quotations: tuple[Quotation, ...], dates: tuple[tuple[int, int], ...]
) -> tuple[Tokens, ...]:
    """The tokens of every sentence of the paragraph at `bounds`, each quotation and date one token."""
    return tuple(
        tokens
        for start, end in sentence_bounds(text, bounds, quotations)
        if (tokens := tokenise(text, start, end, quotations, dates))
    )


def sentence_bounds(
    text: str, bounds: tuple[int, int], quotations: tuple[Quotation, ...]
) -> tuple[tuple[int, int], ...]:
    """Where the sentences of the paragraph at `bounds` begin and end, none parted within one of its quotations."""
    merged: list[tuple[int, int]] = []
    for start, end in sentences(text, *bounds):
        if merged and any(q.start < start < q.end for q in quotations):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
