"""Through whom the words came: agencies, broadcasters and papers named beside them or credited for the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.names import Name
from onrecord.annotate.said import Said
from onrecord.annotate.speakers import Speaker
from onrecord.records import Article, Credit, SegmentKind, Span, Tag
from onrecord.text.agencies import canonical_name, find_mentions, looks_like_media
from onrecord.text.folding import fold

# What stands before a news organisation that carried the words; up to three words may come between.
_BETWEEN = (
    r"(?:\s+(?:the|a|an|[A-Z][\w’'-]+|state|public|news|private|independent|agency|broadcaster|newspaper|channel|daily|"
    r"outlet)){0,4}\s*$"
)
CARRIED = re.compile(
    r"(?:reported|cited|quoted|carried|published|broadcast|aired|released|seen|obtained|reviewed|attended|recorded|"
    r"first reported)"
    r"\s+(?:by|in|on)"
    + _BETWEEN
    + r"|according to"
    + _BETWEEN
    + r"|(?:interview|comments?|remarks?|statement|article|op-ed|column|essay|letter|piece|post|briefing|call|"
    r"conversation|appearance)(?:\s+\w+){0,3}\s+(?:with|to|for|in|on|by)" + _BETWEEN,
)
TOLD = re.compile(r"\b(?:told|tells|telling|tell|informed)" + _BETWEEN)
WROTE_FOR = re.compile(r"\b(?:wrote|writing|writes|written|said|speaking)\s+(?:in|for|on|to)" + _BETWEEN)
REPORTS = re.compile(
    r"^\s*(?:news agency\s+|has\s+|have\s+|first\s+|also\s+)?"
    r"(?:reports|reported|reporting|reports that|quoted|cited|said in a report)\b"
)
CALLED_MEDIA = re.compile(
    r"\s+(?:media outlet|news agency|newspaper|broadcaster|news site|news outlet|channel|radio|television|tabloid|"
    r"magazine|wire|daily)\b"
)
SOURCE_OF = re.compile(r"^\s+(?:source|sources|reporter|correspondent)\b")
# Relays that cover all the speaker said on the occasion, not the one quotation.
WHOLE_OCCASION = re.compile(
    r"comments|remarks|interview|told|tells|wrote|article|briefing|op-ed|column|speaking", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """The names that carried the words, each with the words that say so."""

    names: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    whole_occasion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One attribution with what is known of it so far."""

    tag: Tag
    speaker: Speaker
    said: Said
    sentence: Span | None


def find_relays(article: Article, names: tuple[Name, ...], told: tuple[Told, ...]) -> tuple[Relay, ...]:
    """Who relayed each attribution to the outlet of this article, in order; the outlet itself is never listed."""
    contents = tuple(span for each in told for span in each.tag.content)
    own = [_beside(article, names, each, contents) for each in told]
    shared = [_shared(place, told, own) for place in range(len(told))]
    credited = _credited(article, told, shared)
    return tuple(credited)


def _beside(article: Article, names: tuple[Name, ...], told: Told, contents: tuple[Span, ...]) -> Relay:
    """The relays that the attribution's own sentence names outside what is said."""
    if told.sentence is None:
        return Relay()
    found: dict[str, str] = {}
    whole = False
    for start, end, name in _media(article.text, names, told.sentence):
        if any(span.start <= start < span.end for span in contents) or _is_outlet(name, article):
            continue
        reason = _carries(article.text, told, start, end)
        if reason:
            found.setdefault(name, f"“{reason}”")
            whole = whole or WHOLE_OCCASION.search(reason) is not None
    return Relay(names=tuple(found), reasons=tuple(found.values()), whole_occasion=whole)


def _media(text: str, names: tuple[Name, ...], sentence: Span) -> list[tuple[int, int, str]]:
    """The news organisations named in a sentence: those known, and those whose name or company tells it."""
    known = [(m.span.start, m.span.end, m.agency.name) for m in find_mentions(text, sentence.start, sentence.end)]
    other = [
        (name.span.start, name.span.end, canonical_name(name.span.exact))
        for name in names
        if sentence.start <= name.span.start < sentence.end
        and (looks_like_media(name.span.exact) or _is_called_media(text, name.span))
        and not any(start < name.span.end and name.span.start < end for start, end, _ in known)
    ]
    return sorted(known + other)


def _is_called_media(text: str, span: Span) -> bool:
    """Whether the words around a name call it a news organisation: "the Herald newspaper"."""
    return CALLED_MEDIA.match(text[span.end : span.end + 30]) is not None


def _is_outlet(name: str, article: Article) -> bool:
    return article.outlet is not None and fold(name).removeprefix("the ") == fold(article.outlet).removeprefix("the ")


def _carries(text: str, told: Told, start: int, end: int) -> str | None:
    """The words that say that the organisation at `start` carried what is told, or None where they don't."""
    sentence = told.sentence
    if sentence is None:
        return None
    lead, rest = text[max(sentence.start, start - 90) : start], text[end : min(sentence.end, end + 40)]
    source = told.tag.source
    if source is not None and source.start <= start < source.end:
        match = SOURCE_OF.match(rest)
        return f"{text[start:end]}{match.group()}" if match else None
    for pattern in (CARRIED, TOLD, WROTE_FOR):
        match = pattern.search(lead)
        if match and not _belongs_to_other(told, max(sentence.start, start - 90) + match.start(), pattern):
            return f"{match.group().strip()} {text[start:end]}"
    match = REPORTS.match(rest)
    return f"{text[start:end]} {match.group().strip()}" if match else None


def _belongs_to_other(told: Told, at: int, pattern: re.Pattern[str]) -> bool:
    """Whether "told" is another attribution's cue in the same sentence."""
    cue = told.tag.cue
    return pattern is TOLD and cue is not None and not cue.start <= at + 1 < cue.end + 1


def _shared(place: int, told: tuple[Told, ...], own: list[Relay]) -> Relay:
    """The attribution's own relay, else that of an occasion on which the same speaker spoke."""
    if own[place].names:
        return own[place]
    here = told[place]
    fits = [
        other
        for at, other in enumerate(own)
        if other.whole_occasion
        and here.speaker.entity is not None
        and told[at].speaker.entity == here.speaker.entity
        and _same_day(told[at].said.on, here.said.on)
    ]
    names = {name for other in fits for name in other.names}
    if len(names) != 1:
        return own[place]
    return Relay(names=fits[0].names, reasons=tuple(f"same speaker and day as {reason}" for reason in fits[0].reasons))


def _same_day(left: str | None, right: str | None) -> bool:
    """Whether two EDTF days or intervals meet; two unknown ones do, a known and an unknown one do not."""
    if left is None or right is None:
        return left is right
    first, second = (value.rstrip("~?%").split("/") for value in (left, right))
    return first[0] <= second[-1] + "~" and second[0] <= first[-1] + "~"


def _credited(article: Article, told: tuple[Told, ...], relays: list[Relay]) -> list[Relay]:
    """The relays with the article's own credits: an agency's byline covers all, a contribution the lead's speaker."""
    whole = [credit for credit in article.credits if credit.whole and not _is_outlet(credit.name, article)]
    everything = next((credit for credit in whole if _covers_all(article, credit)), None)
    lead = next((each.speaker.entity for each in told if each.speaker.entity), None)
    partly = whole[0] if whole and everything is None else None
    result = []
    for each, relay in zip(told, relays, strict=True):
        credit = everything or (partly if lead is not None and each.speaker.entity == lead else None)
        if relay.names or credit is None:
            result.append(relay)
        else:
            result.append(Relay(names=(credit.name,), reasons=(f"the article is credited: “{credit.span.exact}”",)))
    return result


def _covers_all(article: Article, credit: Credit) -> bool:
    """Whether a credit stands where an author does: in the byline or date line."""
    kinds = {SegmentKind.BYLINE, SegmentKind.DATELINE}
    return any(
        segment.kind in kinds and segment.start <= credit.span.start < segment.end for segment in article.segments
    )
