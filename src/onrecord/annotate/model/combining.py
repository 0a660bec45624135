"""Where the rules know better than the model: what they mend in its tags.

Chosen by ablation on held-out articles: the rules' bounds and sources in general
make the model's worse, and of the tags that they alone find one in five is right.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Article, Span, Tag

# What the reporter adds behind what was said begins with one of these; annotators of PolNeAR often let it in.
_ASIDES = frozenset("which who as while after before when where amid".split())


def combine(article: Article, tags: list[Tag], by_rules: tuple[Tag, ...]) -> list[Tag]:
    """The model's tags, each mended by the rules' tag of the same cue."""
    return [_mended(article, tag, by_rules) for tag in tags]


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
