"""One sentence: each cue with its source and content, outer attributions before those they contain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.annotate.rules.contents import (
    clause_resumed,
    content_after,
    content_before,
    content_stop,
    is_closing_phrase,
    is_standing_before,
    quotation_behind,
)
from onrecord.annotate.rules.cues import Cue, Standing, find_cues
from onrecord.annotate.rules.lexicon import ADVERBS, CONJUNCTIONS, PREPOSITIONS
from onrecord.annotate.rules.sources import Range, can_speak, subject_after, subject_before
from onrecord.annotate.tokens import TokenKind, Tokens
from onrecord.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One attribution of a sentence, as ranges of its tokens."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    told: Range | None = None
    kind: Kind = Kind.ASSERTION
    confidence: float = 0.9


def find_in_sentence(tokens: Tokens) -> tuple[Finding, ...]:
    """The attributions of one sentence, in order of their cues; none stands inside another's content."""
    cues = find_cues(tokens)
    found = _closing(tokens, cues) or _closing_source(tokens, cues)
    for number, cue in enumerate(cues):
        if any(_inside(cue, finding) for finding in found):
            continue
        finding = _find(tokens, cue, cues[number + 1 :], found)
        if finding and not any(_clash(finding, other) for other in found):
            found.append(finding)
            behind = quotation_behind(tokens, finding.content[-1])
            if behind:
                found.append(replace(finding, content=(behind,)))
    return tuple(found)


def _closing(tokens: Tokens, cues: tuple[Cue, ...]) -> list[Finding]:
    """The attribution that closes the sentence and so covers what others in it report: "Velt said …, *Oram said*"."""
    if len(cues) < 2:
        return []
    cue = cues[-1]
    if not is_standing_before(cue) or "q" not in cue.entry.frames or cue.entry.kind is not Kind.ASSERTION:
        return []
    source = subject_before(tokens, cue.first)
    if source is None or source[0] == 0 or tokens[source[0] - 1].text != "," or not is_closing_phrase(tokens, cue.stop):
        return []
    if any(token.kind is TokenKind.QUOTE for token in tokens):
        return []
    before = content_before(tokens, source[0], 0)
    return [_finding(cue, source, before)] if before else []


def _closing_source(tokens: Tokens, cues: tuple[Cue, ...]) -> list[Finding]:
    """The closing "according to" of a sentence in which nobody is said to speak."""
    if len(cues) < 2 or cues[-1].standing is not Standing.ACCORDING or tokens[cues[-1].first - 1].text != ",":
        return []
    if any("q" in cue.entry.frames and cue.entry.kind is Kind.ASSERTION for cue in cues[:-1]):
        return []
    finding = _according(tokens, cues[-1])
    return [finding] if finding else []


def _inside(cue: Cue, finding: Finding) -> bool:
    return any(first <= cue.first < stop for first, stop in finding.content) or bool(
        finding.source and finding.source[0] <= cue.first < finding.source[1]
    )


def _clash(left: Finding, right: Finding) -> bool:
    return any(a < d and c < b for a, b in left.content for c, d in right.content)


def _find(tokens: Tokens, cue: Cue, later: tuple[Cue, ...], found: list[Finding]) -> Finding | None:
    match cue.standing:
        case Standing.ACCORDING:
            return _according(tokens, cue)
        case Standing.CITING:
            return _citing(tokens, cue)
        case Standing.MADE:
            return _made_by(tokens, cue)
        case Standing.PARTICIPLE:
            source = found[-1].source if found else _main_subject(tokens, cue)
            return _following(tokens, cue, source, later)
        case Standing.FINITE:
            return _finite(tokens, cue, later, found)


def _finite(tokens: Tokens, cue: Cue, later: tuple[Cue, ...], found: list[Finding]) -> Finding | None:
    floor = max((stop for finding in found for _, stop in finding.content), default=0)
    if any(other.standing is Standing.CITING and _citing(tokens, other) for other in later[:1]):
        return None
    source = subject_before(tokens, cue.first, floor)
    if source and tokens[source[0]].lower == "who" and later and tokens[source[0] - 1].text == ",":
        return None  # "Oram, who had ruled out a toll, said": the main clause tells more
    if source and tokens[cue.first - 1].text == "," and _names_speaker(tokens, cue):
        source = None
    inverted = None if source else _inverted(tokens, cue, floor)
    if inverted:
        return inverted
    if source is None:
        source = _shared_subject(tokens, cue, found)
        return _following(tokens, cue, source, later) if source else None
    if is_standing_before(cue):
        resumed = clause_resumed(tokens, cue)
        before = content_before(tokens, source[0], floor, 2 if resumed else 3)
        quoted = before and tokens[before[-1][1] - 1].kind is TokenKind.QUOTE
        if before and (quoted or ("q" in cue.entry.frames and is_closing_phrase(tokens, cue.stop))):
            more = (resumed,) if resumed and not quoted else _continued(tokens, cue.stop)
            return _finding(cue, source, (*before, *more))
    return _following(tokens, cue, source, later)


def _names_speaker(tokens: Tokens, cue: Cue) -> bool:
    """Whether nothing but a speaker stands behind the verb: "…, said Ilse Oram, a sailor"."""
    at = cue.stop
    if "a" in cue.entry.frames or at >= len(tokens) or tokens[at].lower in PREPOSITIONS:
        return False
    named = subject_after(tokens, at)
    if named is None or not can_speak(tokens[named[0] : named[1]]):
        return False
    return named[1] >= len(tokens) or tokens[named[1]].kind in {TokenKind.MARK, TokenKind.DATE}


def _inverted(tokens: Tokens, cue: Cue, floor: int) -> Finding | None:
    """“…,” said the minister."""
    if not is_standing_before(cue):
        return None
    before = content_before(tokens, cue.first, floor)
    source = subject_after(tokens, cue.stop) if before else None
    if source is None:
        return None
    return _finding(cue, source, (*before, *_continued(tokens, source[1])))


def _continued(tokens: Tokens, at: int) -> tuple[Range, ...]:
    """The quotation that goes on behind the attribution: “…,” he said, “…”."""
    return tuple(
        (place, place + 1)
        for place in range(at, len(tokens))
        if tokens[place].kind is TokenKind.QUOTE and tokens[place - 1].text in {",", ":", "—", "–", ";", "."}
    )[:1]


def _shared_subject(tokens: Tokens, cue: Cue, found: list[Finding]) -> Range | None:
    """The source of the cue before, where this one is joined to it: "dismissed the idea and insisted that"."""
    at = cue.first - 1
    while (
        at >= 0
        and tokens[at].kind is TokenKind.WORD
        and tokens[at].lower in {"also", "later", "then", "has", "had", "have"}
    ):
        at -= 1
    joined = at >= 0 and (tokens[at].lower in CONJUNCTIONS or tokens[at].text == ",")
    if not joined:
        return None
    if found:
        return found[-1].source
    return _main_subject(tokens, cue)


def _main_subject(tokens: Tokens, cue: Cue) -> Range | None:
    """The subject of the sentence's first clause: its opening noun phrase up to the first verb we can tell."""
    source = subject_after(tokens, _behind_opener(tokens, cue.first))
    if source is None:
        return None
    first, stop = source
    for at in range(first + 1, min(stop, cue.first)):
        if tokens[at].lower.endswith("ed") and not tokens[at].capitalised and not tokens[at - 1].lower.endswith("ly"):
            stop = at
            break
    stop = min(stop, cue.first)
    return (first, stop) if stop > first and can_speak(tokens[first:stop]) else None


def _behind_opener(tokens: Tokens, limit: int) -> int:
    """Where the sentence begins behind an opening adjunct and its comma: "Last week, the …"."""
    opener = tokens[0].kind is TokenKind.DATE or tokens[0].lower in PREPOSITIONS | ADVERBS | CONJUNCTIONS
    if not opener:
        return 0
    commas = [at for at in range(min(limit, 10)) if tokens[at].text == ","]
    return commas[0] + 1 if commas else (1 if tokens[0].kind is TokenKind.DATE else 0)


def _following(tokens: Tokens, cue: Cue, source: Range | None, later: tuple[Cue, ...]) -> Finding | None:
    """The cue with the content behind it, which ends before the clause of the next cue of the same rank."""
    limit = _limit(tokens, cue, later)
    after = content_after(tokens, cue, limit)
    if after is None or source is None:
        return None
    content, told = after
    if not (cue.entry.frames & {"q", "c"}) and not can_speak(tokens[source[0] : source[1]]):
        return None
    stop = content[1]
    parts = (content, *_continued(tokens, stop)) if tokens[content[0]].kind is TokenKind.QUOTE else (content,)
    return Finding(cue=(cue.first, cue.stop), source=source, content=parts, told=told, kind=cue.entry.kind)


def _limit(tokens: Tokens, cue: Cue, later: tuple[Cue, ...]) -> int:
    """Where the content of `cue` must end for the next cue that is joined to it and has its own part."""
    for other in later:
        at = other.first - 1
        while (
            at > cue.stop
            and tokens[at].kind is TokenKind.WORD
            and tokens[at].lower in {"also", "later", "then", "earlier"}
        ):
            at -= 1
        if tokens[at].lower in CONJUNCTIONS and other.standing is Standing.FINITE and _past_like(tokens, cue, other):
            return at - 1 if tokens[at - 1].text == "," else at
        subject = subject_before(tokens, other.first, cue.stop)
        if subject and other.standing is Standing.FINITE and subject[0] - 1 > cue.stop:
            joint = tokens[subject[0] - 1]
            if joint.lower in {"but", "and", "while"} and tokens[subject[0] - 2].text == ",":
                return subject[0] - 2
            if joint.text == ";" or joint.lower == "but":
                return subject[0] - 1
            if joint.text == "," and "q" in other.entry.frames and not is_closing_phrase(tokens, other.stop):
                return subject[0] - 1  # "While Velt argued that …, Oram said only that …"
    return len(tokens)


def _past_like(tokens: Tokens, cue: Cue, other: Cue) -> bool:
    """Whether two cues have the same tense, and so the same subject: "dismissed … and insisted"."""
    left, right = tokens[cue.first].lower, tokens[other.first].lower
    past = {"said", "told", "wrote", "made", "spoke", "went", "thought", "felt"}

    def is_past(word: str) -> bool:
        return word.endswith("ed") or word in past

    return is_past(left) == is_past(right)


def _according(tokens: Tokens, cue: Cue) -> Finding | None:
    """Reads "According to the ministry, …" or "…, according to the ministry"."""
    source = _noun_phrase(tokens, cue.stop)
    if source is None:
        return None
    stop = cue.first
    while stop > 0 and tokens[stop - 1].kind is TokenKind.MARK:
        stop -= 1
    first = 0
    while first < stop and (tokens[first].kind is TokenKind.MARK):
        first += 1
    source = (source[0], _apposed_stop(tokens, source[1]))
    behind = _behind_source(tokens, source[1])
    before = ((first, stop),) if stop - first >= (4 if behind else 2) else ()
    content = (*before, *behind)
    return _finding(cue, source, content) if content else None


def _apposed_stop(tokens: Tokens, at: int) -> int:
    """Behind the name that ends the sentence in apposition: "according to the pilot, *Jan Velt*"."""
    named = [token for token in tokens[at:] if token.kind is not TokenKind.MARK]
    if at >= len(tokens) or tokens[at].text != "," or not 0 < len(named) <= 4:
        return at
    if not all(token.capitalised for token in named):
        return at
    return tokens.index(named[-1]) + 1


def _behind_source(tokens: Tokens, at: int) -> tuple[Range, ...]:
    """What goes on behind the comma that ends the source of "according to"."""
    while at < len(tokens) and tokens[at].text != ",":
        at += 1
    if len(tokens) - at < 4:
        return ()
    start = at + 1
    return ((start, content_stop(tokens, start, len(tokens))),)


def _citing(tokens: Tokens, cue: Cue) -> Finding | None:
    """Reads "Radio Ister reported, citing two officials, that …": the cited are the source."""
    source = _noun_phrase(tokens, cue.stop)
    if source is None:
        return None
    at = source[1]
    while at < len(tokens) and tokens[at].text != ",":
        at += 1
    if at + 1 < len(tokens) and tokens[at + 1].lower == "that":
        return _finding(cue, source, ((at + 1, content_stop(tokens, at + 1, len(tokens))),))
    return None


def _made_by(tokens: Tokens, cue: Cue) -> Finding | None:
    """Reads "a claim made in May by the minister that …": whoever made it is the source."""
    by = next(at for at in range(cue.stop, len(tokens)) if tokens[at].lower == "by")
    source = _noun_phrase(tokens, by + 1)
    if source is None or source[1] >= len(tokens) or tokens[source[1]].lower != "that":
        return None
    return _finding(cue, source, ((source[1], content_stop(tokens, source[1], len(tokens))),))


def _noun_phrase(tokens: Tokens, at: int) -> Range | None:
    """The noun phrase from `at` to the next mark, date or quotation."""
    stop = at
    while (
        stop < len(tokens)
        and tokens[stop].kind in {TokenKind.WORD, TokenKind.NUMBER}
        and (tokens[stop].lower not in {"who", "which", "that", "on", "as", "when"})
    ):
        stop += 1
    return (at, stop) if stop > at else None


def _finding(cue: Cue, source: Range, content: tuple[Range, ...]) -> Finding:
    return Finding(cue=(cue.first, cue.stop), source=source, content=content, kind=cue.entry.kind)
