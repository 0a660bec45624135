"""The cues of a sentence: which of its words report something said, and how they stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.annotate.rules.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BE_FORMS,
    CUES,
    DETERMINERS,
    PHRASAL_CUES,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKER_NOUNS,
    CueEntry,
)
from onrecord.annotate.tokens import Token, TokenKind, Tokens
from onrecord.records import Kind

MODALS = frozenset("will would can could may might must should shall 'll".split())
# "went on to say", "declined to say", "was quick to add"
LEADS_TO_SPEECH = frozenset("on continued proceeded chose quick forced".split())
# What is left of "said" and "says" where a page breaks off behind a quotation.
CUT_OFF = frozenset({"s", "sa", "sai"})
ACCORDING = CueEntry(lemma="according to", frames=frozenset("n"), kind=Kind.ASSERTION)
MADE = CueEntry(lemma="make", frames=frozenset("c"), kind=Kind.ASSERTION)
CITING = CueEntry(lemma="cite", frames=frozenset("n"), kind=Kind.ASSERTION)


class Standing(StrEnum):
    """How a cue stands in its sentence."""

    FINITE = "finite"
    PARTICIPLE = "participle"  # "saying that", with the subject of the clause before
    ACCORDING = "according"  # "according to": the source follows
    MADE = "made"  # "a claim made by the minister that": the source follows "by"
    CITING = "citing"  # "Radio Ister reported, citing two officials, that": the source follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Tokens `[first, stop)` of a sentence that report something said."""

    first: int
    stop: int
    entry: CueEntry
    standing: Standing


def find_cues(tokens: Tokens) -> tuple[Cue, ...]:
    """Every cue of the sentence, in order."""
    found: list[Cue] = []
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or (found and at < found[-1].stop):
            continue
        cue = (
            _according(tokens, at)
            or _citing(tokens, at)
            or _made_by(tokens, at)
            or _quoted_as(tokens, at)
            or _verb(tokens, at)
        )
        if cue:
            found.append(cue)
    return tuple(found)


def _according(tokens: Tokens, at: int) -> Cue | None:
    if tokens[at].lower != "according" or at + 1 >= len(tokens) or tokens[at + 1].lower != "to":
        return None
    return Cue(first=at, stop=at + 2, entry=ACCORDING, standing=Standing.ACCORDING)


def _citing(tokens: Tokens, at: int) -> Cue | None:
    if tokens[at].lower != "citing":
        return None
    return Cue(first=at, stop=at + 1, entry=CITING, standing=Standing.CITING)


def _made_by(tokens: Tokens, at: int) -> Cue | None:
    """A claim *made* in May by the minister that …."""
    if tokens[at].lower not in {"made", "issued", "given", "voiced"} or not at:
        return None
    before = tokens[at - 1]
    if before.lower in AUXILIARIES or before.lower in PRONOUNS or before.capitalised:
        return None
    by = next((place for place in range(at + 1, min(at + 6, len(tokens))) if tokens[place].lower == "by"), None)
    if by is None or not any(token.lower == "that" for token in tokens[by + 2 : by + 16]):
        return None
    return Cue(first=at, stop=at + 1, entry=MADE, standing=Standing.MADE)


def _quoted_as(tokens: Tokens, at: int) -> Cue | None:
    """Oram *is quoted by Radio Ister as saying* that …."""
    if tokens[at].lower not in BE_FORMS or at + 3 >= len(tokens) or tokens[at + 1].lower not in {"quoted", "cited"}:
        return None
    for place in range(at + 2, min(at + 9, len(tokens) - 1)):
        if tokens[place].lower == "as" and tokens[place + 1].lower == "saying":
            return Cue(first=at, stop=place + 2, entry=CUES["said"], standing=Standing.FINITE)
    return None


def _verb(tokens: Tokens, at: int) -> Cue | None:
    entry, stop = _entry(tokens, at)
    if entry is None or (at and tokens[at].capitalised):
        return None
    before = _before(tokens, at)
    if entry.ambiguous and not _follows_subject(tokens, at, before):
        return None
    if not _is_told(tokens, at, before.lower if before else ""):
        return None
    progressive = before is not None and before.lower in BE_FORMS
    participle = tokens[at].lower.endswith("ing") and not progressive
    standing = Standing.PARTICIPLE if participle else Standing.FINITE
    return Cue(first=at, stop=stop, entry=entry, standing=standing)


def _is_told(tokens: Tokens, at: int, before: str) -> bool:
    """Whether the verb tells of something said: no passive, no mere possibility, no noun."""
    lower = tokens[at].lower
    if lower == "asked" and at and tokens[at - 1].text == ",":  # "the officer, asked where they were, pointed"
        return False
    if before in BE_FORMS and not lower.endswith("ing"):
        return False
    if at and tokens[at - 1].lower == "to":
        return at >= 2 and tokens[at - 2].lower in LEADS_TO_SPEECH
    return before not in MODALS and before not in DETERMINERS - {"this", "that", "these", "those"}


def _entry(tokens: Tokens, at: int) -> tuple[CueEntry | None, int]:
    """The lexicon's entry for the words at `at`, the longest first, and where they stop."""
    lower = tokens[at].lower
    if at == len(tokens) - 1 and at >= 2 and lower in CUT_OFF and any(t.kind is TokenKind.QUOTE for t in tokens):
        return CUES["said"], at + 1
    for rest, entry in PHRASAL_CUES.get(lower, ()):
        stop = at + 1 + len(rest)
        if tuple(token.lower for token in tokens[at + 1 : stop]) == rest:
            # "raised *the possibility of* a swap": the object belongs to the content
            return entry, (at + 1 if rest[0] == "the" else stop)
    return CUES.get(lower), at + 1


def _before(tokens: Tokens, at: int) -> Token | None:
    """The nearest token before `at` that is no adverb."""
    at -= 1
    while at >= 0 and tokens[at].kind is TokenKind.WORD and is_adverb(tokens[at]):
        at -= 1
    return tokens[at] if at >= 0 else None


def is_adverb(token: Token) -> bool:
    """Whether the word only says how, when or how often: "also", "repeatedly"."""
    return token.lower in ADVERBS or (token.lower.endswith("ly") and len(token.lower) > 4 and not token.capitalised)


def is_auxiliary(token: Token) -> bool:
    """Whether the word is an auxiliary, negated ones ("didn't") included."""
    return token.lower in AUXILIARIES or token.lower.endswith("n't")


def _follows_subject(tokens: Tokens, at: int, before: Token | None) -> bool:
    """Whether a form that is also a noun stands where a verb does: after a subject and before its complement."""
    if before is None or before.possessive or before.lower in DETERMINERS or before.lower in PREPOSITIONS:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before.lower in PRONOUNS or is_auxiliary(before):
        return True
    subject = before.capitalised or before.lower in SPEAKER_NOUNS or before.kind is TokenKind.MARK
    if before.kind is TokenKind.MARK and before.lower not in {",", "”"}:
        return False
    takes = after is not None and (
        after.kind is TokenKind.QUOTE
        or after.lower in DETERMINERS
        or after.lower in PRONOUNS
        or after.capitalised
        or after.lower in {"that", "to", "how", "whether", "what", ":", ","}
    )
    return subject and takes
