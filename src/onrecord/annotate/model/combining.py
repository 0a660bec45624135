"""Where the rules know better than the model: what they add to its tags and take from them.

Chosen by ablation on held-out articles: bounds and sources of the rules in general make the model's worse.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Article, Kind, Span, Tag

ADDED = 0.3  # a tag of the rules alone is less sure than any that the model is sure of
# What the reporter adds behind what was said begins with one of these; annotators of PolNeAR often let it in.
_ASIDES = frozenset("which who as while after before when where amid".split())


def combine(article: Article, tags: list[Tag], by_rules: tuple[Tag, ...]) -> list[Tag]:
    """The model's tags, mended by the rules' tags of the same cue, and the assertions that the rules alone find."""
    mended = [_mended(article, tag, by_rules) for tag in tags]
    claimed = bytearray(len(article.text))
    for tag in tags:
        for span in (*tag.content, *([tag.cue] if tag.cue else [])):
            claimed[span.start : span.end] = b"\1" * (span.end - span.start)
    return [*mended, *(replace(tag, confidence=ADDED) for tag in by_rules if _adds(tag, claimed))]


def _mended(article: Article, tag: Tag, by_rules: tuple[Tag, ...]) -> Tag:
    """The tag with the rules' source where it has none, and without the reporter's aside behind its content."""
    other = next((each for each in by_rules if tag.cue and each.cue and each.cue.overlaps(tag.cue)), None)
    if other is None:
        return tag
    mended = tag if tag.source else replace(tag, source=other.source)
    last, theirs = tag.content[-1], other.content[-1]
    if last.start != theirs.start or theirs.end >= last.end:
        return mended
    return replace(mended, content=(*tag.content[:-1], theirs)) if _is_aside(article.text, theirs, last) else mended


def _is_aside(text: str, shorter: Span, longer: Span) -> bool:
    words = text[shorter.end : longer.end].lstrip(" ,–—-").split()
    return bool(words) and words[0].lower() in _ASIDES


def _adds(tag: Tag, claimed: bytearray) -> bool:
    """Whether the tag reports an assertion by a cue, where the model found nothing."""
    own = (*tag.content, *([tag.cue] if tag.cue else []))
    return tag.cue is not None and tag.kind is Kind.ASSERTION and not any(any(claimed[s.start : s.end]) for s in own)
