"""A sentence as tokens in which every quotation is one opaque token."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.annotate.quotes import Quotation

TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Maj|Rev|St|Jr|Sr|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|"
    r"Nov|Dec)\."
    r"|[A-Z]\.(?=\s+[A-Z])"  # an initial
    r"|\d+(?:[-‑][^\W\d_]+)+"  # "the 64-year-old"
    r"|\d[\d.,:]*\d|\d+"
    r"|@\w+|#\w+"
    r"|[^\W\d_]+(?:[-'’‑][^\W_]+|\.[^\W\d_]+)*(?:\d+)?"
    r"|\.{3}|\.(?:\s\.){2}|--+|\S",
)
POSSESSIVE = re.compile(r"^(.{2,}?)(['’]s|(?<=s)['’])$")


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"  # punctuation
    QUOTE = "quote"  # a whole quotation
    DATE = "date"  # a whole date expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token at `text[start:end]`; `lower` is its text in lower case, empty for a quotation or a date."""

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind

    @property
    def capitalised(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind is TokenKind.WORD and self.text[:1].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it ends in ’s or s’."""
        return self.kind is TokenKind.WORD and POSSESSIVE.match(self.text) is not None


Tokens = tuple[Token, ...]  # of one sentence


def tokenise(
    text: str,
    start: int,
    end: int,
    quotations: tuple[Quotation, ...],
    dates: tuple[tuple[int, int], ...] = (),
) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, each quotation and each date one token."""
    whole = [(q.start, q.end, TokenKind.QUOTE) for q in quotations if start <= q.start < end]
    taken = [(a, b) for a, b, _ in whole]
    whole += [
        (a, b, TokenKind.DATE)
        for a, b in dates
        if start <= a and b <= end and not any(a < d and c < b for c, d in taken)
    ]
    tokens: list[Token] = []
    at = start
    for a, b, kind in sorted(whole):
        tokens += _plain(text, at, a)
        tokens.append(Token(start=a, end=min(b, end), text=text[a : min(b, end)], lower="", kind=kind))
        at = b
    tokens += _plain(text, at, end)
    return tuple(tokens)


def _plain(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        if word[0].isalpha() or word[0] in "@#" or word[-1].isalpha():
            kind = TokenKind.WORD
        elif word[0].isdigit():
            kind = TokenKind.NUMBER
        else:
            kind = TokenKind.MARK
        found.append(
            Token(
                start=match.start(),
                end=match.end(),
                text=word,
                lower=word.lower().replace("’", "'"),
                kind=kind,
            )
        )
    return found
