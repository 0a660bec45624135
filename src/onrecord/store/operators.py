"""The language of search: words, phrases, beginnings of words, alternatives, what is left out, and fields.

ferry tolls      both words          ferry OR boat     either of them
"ferry tolls"    the phrase          -ferry            without it, as NOT ferry
toll*            what begins so      speaker:Oram      a field: `fields.Field`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from onrecord.records.errors import InputError
from onrecord.store.fields import EXAMPLES, Asked, Field, can_be
from onrecord.store.words import Word, fold

SHOWN_CHARS = 200  # of a query, in a message
_QUOTES = '"“”„«»'
_TOKEN = re.compile(
    rf"(?P<paren>[()])|(?P<minus>-(?=[^\s()-]))?(?:(?P<field>[A-Za-z]+):(?!/))?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<word>[^\s()]+))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that follow each other; where `open_ended`, the last may go on. `quoted`, it is as it stands."""

    words: tuple[str, ...]
    open_ended: bool = False
    quoted: bool = False

    def stands_at(self, words: Sequence[Word], at: int) -> bool:
        """Whether the term is what stands from word number `at`."""
        found = [word.folded for word in words[at : at + len(self.words)]]
        if self.open_ended and len(found) == len(self.words) and found[-1].startswith(self.words[-1]):
            found[-1] = self.words[-1]
        return tuple(found) == self.words


Clause = tuple[Term, ...]  # of which one must be there


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is found has a term of every clause, none of `without`, and what the fields ask for."""

    clauses: tuple[Clause, ...] = ()
    without: tuple[Term, ...] = ()
    fields: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A word, a phrase or a field, as it stands in the query."""

    it: Term | Asked
    left_out: bool = False
    alternative: bool = False  # to the part before it

    @property
    def sort(self) -> Field | None:
        """The field; None of words."""
        return self.it.field if isinstance(self.it, Asked) else None


def parse(query: str) -> Query:
    """What the query asks for; InputError with the mend where it cannot be asked."""
    clauses: list[list[_Part]] = []
    left_out: list[_Part] = []
    for part in _parts(query):
        if part.left_out:
            left_out.append(part)
        elif part.alternative:
            _join(part, clauses, query)
        else:
            clauses.append([part])
    if not clauses:
        said = "it only tells what to leave out" if left_out else "there is no word in it to search for"
        mend = "give a word or a field too that must be there" if left_out else "give a word or a phrase"
        raise _wrong(query, said, mend)
    return Query(
        clauses=tuple(tuple(_terms(several)) for several in clauses if several[0].sort is None),
        without=tuple(_terms(left_out)),
        fields=(
            *(_one_of(several) for several in clauses if several[0].sort is not None),
            *(replace(one.it, left_out=True) for one in left_out if isinstance(one.it, Asked)),
        ),
    )


def _terms(several: Sequence[_Part]) -> Iterator[Term]:
    return (one.it for one in several if isinstance(one.it, Term))


def _join(part: _Part, clauses: list[list[_Part]], query: str) -> None:
    if not clauses:
        raise _wrong(query, "OR has nothing before it", "it stands between two words, as in ferry OR boat")
    if clauses[-1][0].sort != part.sort:
        mend = "it stands between words, or between values of one field, as in outlet:Post OR outlet:Mail"
        raise _wrong(query, "OR stands between two different things", mend)
    clauses[-1].append(part)


def _one_of(several: Sequence[_Part]) -> Asked:
    asked = [one.it for one in several if isinstance(one.it, Asked)]
    return Asked(field=asked[0].field, values=tuple(value for one in asked for value in one.values))


def _parts(query: str) -> Iterator[_Part]:
    """The words, phrases and fields of the query, each with what the operators before it make of it."""
    before: list[str] = []  # operators that wait for what they are of
    opened: int | None = None  # how many parts that are no alternatives stand in the parenthesis
    for token in _TOKEN.finditer(query):
        if token["paren"]:
            is_left_out = query[: token.start()].endswith("-")
            opened = _parenthesis(query, token["paren"], opened, [*before, "NOT"] if is_left_out else before)
        elif token["word"] in {"OR", "AND", "NOT"} and not token["field"] and not token["minus"]:
            before.append(token["word"])
        elif (it := _thing(query, token)) is not None:
            part = _told(query, it, [*before, "NOT"] if token["minus"] else before)
            before = []
            if opened is not None:
                opened += not part.alternative
            yield part
    if opened is not None:
        raise _wrong(query, "a parenthesis is not closed", "close it, or leave it out")
    if {"OR", "NOT"} & set(before):
        raise _wrong(query, f"{before[-1]} has nothing behind it", "write ferry OR boat, or NOT boat")


def _parenthesis(query: str, sign: str, opened: int | None, before: Sequence[str]) -> int | None:
    """How many parts the open parenthesis has; it holds alternatives and nothing else, so that it changes nothing."""
    mend = "parentheses hold alternatives, as in (ferry OR boat) tolls"
    if sign == "(":
        if opened is not None or set(before) & {"OR", "NOT"}:
            raise _wrong(query, "there cannot be a parenthesis there", mend)
        return 0
    if opened is None:
        raise _wrong(query, "a parenthesis is closed that was not opened", mend)
    if opened > 1:
        raise _wrong(query, "the words in parentheses have no OR between them", mend)
    return None


def _told(query: str, it: Term | Asked, before: Sequence[str]) -> _Part:
    is_or, is_not = "OR" in before, "NOT" in before
    if is_or and (is_not or before.count("OR") > 1 or "AND" in before):
        raise _wrong(
            query, "OR stands beside another operator", "write ferry OR boat, or -ferry -boat to leave out both"
        )
    return _Part(it=it, left_out=is_not, alternative=is_or)


def _thing(query: str, token: re.Match[str]) -> Term | Asked | None:
    """The word, phrase or field; None for signs without a word."""
    quoted = token["phrase"] is not None
    value = token["phrase"] if quoted else token["word"] or ""
    name = token["field"] or value.removesuffix(":")
    if token["field"] or (name.lower() in set(Field) and value.endswith(":")):
        value = value if token["field"] else ""
        return Asked(field=_field(query, name.lower(), value.strip()), values=(value.strip(),))
    words = tuple(fold(value).split())
    return Term(words=words, open_ended=value.endswith("*") and not quoted, quoted=quoted) if words else None


def _field(query: str, name: str, value: str) -> Field:
    """The field of that name, which can have the value."""
    if name not in set(Field):
        near = get_close_matches(name, [str(one) for one in Field], n=1)
        mend = f"{near[0]}:{value} is" if near else f"there are {', '.join(f'{one}:' for one in Field)}"
        raise _wrong(query, f"there is no field “{name}:”", f"{mend}, and “{name} {value}” finds the words")
    field = Field(name)
    if not can_be(field, value):
        said = f"{name}:{value} is nothing that there can be" if value else f"{name}: has no value"
        raise _wrong(query, said, f"write {EXAMPLES[field]}, with no blank after the colon")
    return field


def _wrong(query: str, said: str, mend: str) -> InputError:
    shown = query if len(query) <= SHOWN_CHARS else query[:SHOWN_CHARS] + "…"
    return InputError(f"“{shown}”: {said}; {mend}")
