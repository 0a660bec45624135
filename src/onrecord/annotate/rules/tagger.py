"""The rules tagger: sentence by sentence, cue by cue, quotations first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.annotate.dates import find_dates
from onrecord.annotate.quotes import Quotation, find_quotations
from onrecord.annotate.rules.frames import Finding, find_in_sentence
from onrecord.annotate.sentences import sentence_tokens
from onrecord.annotate.tokens import TokenKind, Tokens
from onrecord.records import Article, Form, Span, Tag, Tagging

VERSION = "2"
MIN_WORDS_ALONE = 5  # a shorter quotation without a cue is a phrase the reporter holds at arm's length
# What the reporter marks as others' word is none of the speaker's: "the so-called “guardians”".
_AT_ARMS_LENGTH = re.compile(r"\b(?:so-called|what (?:is|are|was|were) called)\s+(?:the\s+)?$", re.IGNORECASE)
MARKS = "“”„«»‹›「」‘’\"'`"


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesTagger:
    """Finds attributions by rules alone."""

    @property
    def fingerprint(self) -> str:
        """The name and version of the rules."""
        return f"rules-{VERSION}"

    def tag(self, article: Article) -> Tagging:
        """Every attribution in the article's body; no names."""
        found: list[Tag] = []
        running = False  # whether the last paragraph ended inside a quotation
        for paragraph in article.body():
            bounds = (paragraph.start, paragraph.end)
            quotations = find_quotations(article.text, *bounds)
            found += _tag_paragraph(article.text, bounds, quotations, Before(tagged=bool(found), running=running))
            running = bool(quotations) and not quotations[-1].closed
        return Tagging(tags=tuple(_without_overlaps(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What went before a paragraph: whether anything was tagged, and whether a quotation runs on into it."""

    tagged: bool
    running: bool


def _tag_paragraph(text: str, bounds: tuple[int, int], quotations: tuple[Quotation, ...], before: Before) -> list[Tag]:
    dates = tuple((date.span.start, date.span.end) for date in find_dates(text, start=bounds[0], end=bounds[1]))
    found: list[Tag] = []
    last_quoted = False  # whether the sentence before ended with an attributed quotation
    for tokens in sentence_tokens(text, bounds, quotations, dates):
        findings = find_in_sentence(tokens)
        tags = [_tag(text, tokens, finding, quotations) for finding in findings]
        if not tags and _is_quotation_only(tokens):
            alone = _alone(text, tokens)
            if last_quoted and found:
                found[-1] = _joined(found[-1], alone)
                continue
            if before.running or (before.tagged and _word_count(tokens) >= MIN_WORDS_ALONE):
                found.append(Tag(source=None, cue=None, content=alone, form=Form.DIRECT, confidence=0.6))
                last_quoted = True
            continue
        found += tags
        last_quoted = bool(tags) and tags[-1].form is Form.DIRECT
    return found


def _tag(text: str, tokens: Tokens, finding: Finding, quotations: tuple[Quotation, ...]) -> Tag:
    content = tuple(_span(text, tokens, part) for part in finding.content)
    return Tag(
        source=_span(text, tokens, finding.source) if finding.source else None,
        cue=Span.of(text, tokens[finding.cue[0]].start, tokens[finding.cue[1] - 1].end),
        content=content,
        form=form_of(content, quotations),
        kind=finding.kind,
        confidence=finding.confidence,
    )


def _span(text: str, tokens: Tokens, part: tuple[int, int]) -> Span:
    start, end = tokens[part[0]].start, tokens[part[1] - 1].end
    last = tokens[part[1] - 1]
    if last.possessive and last.lower.endswith("'s"):
        end -= 2
    return Span.of(text, start, end)


def form_of(content: tuple[Span, ...], quotations: tuple[Quotation, ...]) -> Form:
    """Direct where everything but a leading "that" stands in quotations, mixed where some of it does."""
    outside = quoted = 0
    for span in content:
        at = span.start
        for mark in (each for each in quotations if each.start < span.end and span.start < each.end):
            outside += _words(span, at, mark.start)
            if _AT_ARMS_LENGTH.search(span.exact[: max(0, mark.start - span.start)]):
                outside += 1
            else:
                quoted += mark.end - mark.start
            at = max(at, mark.end)
        outside += _words(span, at, span.end)
    if not quoted:
        return Form.INDIRECT
    return Form.MIXED if outside else Form.DIRECT


def _words(span: Span, start: int, end: int) -> int:
    """How many words of the span stand in `[start, end)`, a leading "that" not counted."""
    words = re.findall(r"\w+", span.exact[max(0, start - span.start) : max(0, end - span.start)])
    return len(words[1:] if start == span.start and words[:1] == ["that"] else words)


def _is_quotation_only(tokens: Tokens) -> bool:
    return any(token.kind is TokenKind.QUOTE for token in tokens) and all(
        token.kind in {TokenKind.QUOTE, TokenKind.MARK} for token in tokens
    )


def _word_count(tokens: Tokens) -> int:
    return sum(len(token.text.split()) for token in tokens)


def _alone(text: str, tokens: Tokens) -> tuple[Span, ...]:
    return tuple(Span.of(text, token.start, token.end) for token in tokens if token.kind is TokenKind.QUOTE)


def _joined(tag: Tag, more: tuple[Span, ...]) -> Tag:
    return replace(tag, content=(*tag.content, *more))


def _without_overlaps(tags: list[Tag]) -> list[Tag]:
    """The tags in reading order; of two whose contents overlap only the first found is kept."""
    kept: list[Tag] = []
    for tag in sorted(tags, key=lambda tag: (tag.content[0].start, -tag.content[-1].end)):
        if not any(a.overlaps(b) for other in kept for a in other.content for b in tag.content):
            kept.append(tag)
    return kept
