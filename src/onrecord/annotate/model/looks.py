"""What the vocabulary does not tell of a word piece: capitals, whether it is quoted or opens a paragraph."""

from __future__ import annotations

from onrecord.annotate.quotes import Quotation

LOOK_COUNT = 16
PLAIN = 0  # lower case, not quoted, within a paragraph
CAPITAL, CAPITALS, MIXED = 1, 2, 3  # "Oram"; "AFP"; "McCoy", "B1"
QUOTED = 4
OPENS_PARAGRAPH = 8


def looks_of(text: str, offsets: list[tuple[int, int]], quotations: tuple[Quotation, ...]) -> list[int]:
    """The look, 0 to 15, of each piece of a paragraph; `offsets` are the pieces' places in the text, in order."""
    found = [_capitals(text[start:end]) for start, end in offsets]
    at = 0
    for quotation in quotations:
        while at < len(offsets) and offsets[at][0] < quotation.start:
            at += 1
        while at < len(offsets) and offsets[at][0] < quotation.end:
            found[at] += QUOTED
            at += 1
    if found:
        found[0] += OPENS_PARAGRAPH
    return found


def _capitals(piece: str) -> int:
    if piece.islower() or piece == piece.lower():
        return MIXED if any(char.isdigit() for char in piece) else PLAIN
    if piece[:1].isupper() and (len(piece) == 1 or piece[1:].islower()):
        return CAPITAL
    return CAPITALS if piece.isupper() else MIXED
