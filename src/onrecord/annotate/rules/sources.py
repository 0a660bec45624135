"""The noun phrase that is the source of a cue: before it, after it, or that of the clause before."""

from __future__ import annotations

from onrecord.annotate.rules.cues import is_adverb, is_auxiliary
from onrecord.annotate.rules.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    CUES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKER_NOUNS,
    SUBORDINATORS,
)
from onrecord.annotate.tokens import Token, TokenKind, Tokens

Range = tuple[int, int]  # tokens [first, stop)

DATE_PREPOSITIONS = frozenset("on in at during over since by late early until before after".split())
# What ties one noun to the next inside a source: "a spokesman for the ministry", "officials in Kyiv".
LINKING = frozenset("of for from at with in on to about close familiar".split())
# After a name these open an adjunct, not a part of it: "Oram in a speech said".
ADJUNCT = frozenset("in on at during after before by via through over amid following speaking".split())
MAX_WORDS = 30


def subject_before(tokens: Tokens, at: int, floor: int = 0) -> Range | None:
    """The subject of the verb at `at`, looking back no further than `floor`; None where there is none."""
    stop = _skip_back(tokens, at, floor)
    if stop <= floor:
        return None
    if tokens[stop - 1].lower == "who":
        return (stop - 1, stop)
    if tokens[stop - 1].lower == ",":
        return _before_appositive(tokens, stop - 1, floor)
    first = _walk_back(tokens, stop, floor)
    return _trim(tokens, first, stop)


def subject_after(tokens: Tokens, at: int) -> Range | None:
    """The subject of an inverted verb, “…,” said the minister: the noun phrase that begins at `at`."""
    stop = at
    while stop < len(tokens) and stop - at < MAX_WORDS:
        token = tokens[stop]
        if token.kind in {TokenKind.QUOTE, TokenKind.DATE, TokenKind.MARK} or token.lower in SUBORDINATORS:
            break
        if token.lower in ADJUNCT and stop > at and (tokens[stop - 1].capitalised or token.lower not in LINKING):
            break
        if token.lower in CONJUNCTIONS and not _joins_names(tokens, stop):
            break
        if is_auxiliary(token) or (
            token.lower in CUES and not token.capitalised and stop > at + 1 and not CUES[token.lower].ambiguous
        ):
            break
        if is_adverb(token) and stop > at:
            break
        stop += 1
    while stop > at and (tokens[stop - 1].lower in PREPOSITIONS or tokens[stop - 1].lower in DETERMINERS):
        stop -= 1
    return (at, stop) if stop > at and is_nominal(tokens[at:stop]) else None


def is_nominal(tokens: Tokens) -> bool:
    """Whether the tokens hold something that can be a subject at all."""
    return any(
        token.kind is TokenKind.WORD
        and not is_adverb(token)
        and token.lower not in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
        for token in tokens
    )


def can_speak(tokens: Tokens) -> bool:
    """Whether the phrase names somebody: a pronoun, a proper name, or a noun of people who speak."""
    return any(
        token.lower in PRONOUNS
        or (token.capitalised and token.lower not in DETERMINERS)
        or token.lower in SPEAKER_NOUNS
        for token in tokens
        if token.kind is TokenKind.WORD and not token.possessive
    ) or (len(tokens) > 0 and tokens[-1].text[:1] in "@#")


def _skip_back(tokens: Tokens, at: int, floor: int) -> int:
    """Past the adverbs, auxiliaries, dates and short adjuncts that stand between a subject and its verb."""
    while at > floor:
        token = tokens[at - 1]
        if token.kind is TokenKind.DATE:
            at -= 1
            while at > floor and tokens[at - 1].lower in DATE_PREPOSITIONS:
                at -= 1
        elif token.kind is TokenKind.WORD and (is_auxiliary(token) or is_adverb(token)):
            at -= 1
        else:
            break
    return at


def _before_appositive(tokens: Tokens, comma: int, floor: int) -> Range | None:
    """The subject that an appositive or relative clause between commas parts from its verb: "X, the Y of Z, said"."""
    opening = comma - 1
    while opening > floor and tokens[opening].lower != "," and tokens[opening].kind is not TokenKind.QUOTE:
        opening -= 1
    if tokens[opening].lower != "," or comma - opening > MAX_WORDS:
        if opening == floor and is_nominal(tokens[opening:comma]) and can_speak(tokens[opening:comma]):
            return None
        return None
    first = _walk_back(tokens, opening, floor)
    head = _trim(tokens, first, opening)
    inner = (opening + 1, comma)
    if head is None or not can_speak(tokens[head[0] : head[1]]):
        if opening > floor and tokens[opening + 1].lower in {"a", "an", "the", "who", "whose"}:
            further = _before_appositive(tokens, opening, floor)
            if further:
                return (further[0], further[1])
        return _trim(tokens, *inner)
    apposed = tokens[inner[0]]
    if apposed.capitalised and tokens[inner[0]].lower != "who" and tokens[head[1] - 1].lower not in PRONOUNS:
        named = all(token.capitalised for token in tokens[inner[0] : inner[1]] if token.kind is TokenKind.WORD)
        if named:
            return (head[0], comma)
    return head


def _walk_back(tokens: Tokens, stop: int, floor: int) -> int:
    """Where the noun phrase that ends before `stop` begins."""
    first = stop
    while first > floor and stop - first < MAX_WORDS:
        token = tokens[first - 1]
        if token.kind is TokenKind.QUOTE and not _is_scare(token):
            break
        if token.kind is TokenKind.DATE or (token.kind is TokenKind.MARK and token.text not in {"&", "/", "'", "’"}):
            break
        if token.lower in SUBORDINATORS and token.lower not in LINKING:
            break
        if token.lower in CONJUNCTIONS and not _joins_names(tokens, first - 1):
            break
        verb = (is_auxiliary(token) and token.lower != "to" and not token.capitalised) or _is_verb(tokens, first - 1)
        if verb:
            who = _relative(tokens, first - 1, floor)
            if who is None:
                break
            first = who
            continue
        first -= 1
    return first


def _relative(tokens: Tokens, verb: int, floor: int) -> int | None:
    """Where the "who" stands whose clause holds the verb: "an official *who* was in the room said"."""
    for at in range(verb - 1, max(floor, verb - 4), -1):
        if tokens[at].lower == "who" and tokens[at - 1].kind is TokenKind.WORD:
            return at
    return None


def _is_scare(token: Token) -> bool:
    return len(token.text.split()) <= 3 and token.text[-2:-1] not in ".,!?"


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word is a cue's finite form, and so belongs to another clause."""
    token = tokens[at]
    entry = CUES.get(token.lower)
    if entry is None or token.capitalised or token.lower.endswith("ing") or entry.ambiguous:
        return False
    return not (at and (tokens[at - 1].lower in DETERMINERS or tokens[at - 1].possessive))


def _joins_names(tokens: Tokens, at: int) -> bool:
    """Whether the conjunction at `at` joins two halves of one noun phrase: "Oram and Velt", "police and army"."""
    if tokens[at].lower != "and" or at == 0 or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.capitalised and (right.capitalised or right.lower in {"his", "her", "other", "the"}):
        return not any(_is_verb(tokens, place) for place in range(at))
    return left.lower in SPEAKER_NOUNS and (right.lower in SPEAKER_NOUNS or right.lower in {"other", "the"})


def _trim(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The phrase without openers before it and adjuncts behind it; None where nothing is left."""
    while first < stop and (
        tokens[first].kind in {TokenKind.DATE, TokenKind.MARK}
        or tokens[first].lower in CONJUNCTIONS
        or (is_adverb(tokens[first]) and tokens[first].lower != "so")
        or tokens[first].lower in {"as", "since", "when", "while", "though", "although", "because", "that", "if"}
    ):
        first += 1
    if first < stop and tokens[first].lower in PREPOSITIONS:
        first = _after_opener(tokens, first, stop)
    for place in range(first + 1, stop):
        if tokens[place].lower not in ADJUNCT or any(token.lower == "who" for token in tokens[first:place]):
            continue
        plain_head = tokens[place - 1].lower in SPEAKER_NOUNS and tokens[place].lower in LINKING
        if not plain_head and can_speak(tokens[first:place]):
            stop = place
            break
    while stop > first and (is_adverb(tokens[stop - 1]) or tokens[stop - 1].kind in {TokenKind.DATE, TokenKind.MARK}):
        stop -= 1
    return (first, stop) if stop > first and is_nominal(tokens[first:stop]) else None


def _after_opener(tokens: Tokens, first: int, stop: int) -> int:
    """Where the subject begins behind an opening adjunct without a comma: "In Moscow the minister"."""
    for place in range(stop - 1, first, -1):
        token = tokens[place]
        if token.lower in DETERMINERS or token.lower in PRONOUNS:
            return place
        if token.capitalised and not tokens[place - 1].capitalised:
            return place
    return stop
