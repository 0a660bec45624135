"""Words that reached the press in a document: "The ministry put out a transcript. According to it, Oram said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Article, Span
from onrecord.text.carriers import Carrier
from onrecord.text.sentences import sentences

REACH = 4  # sentences behind the one that tells who released it
_RECORD = r"(?:transcript|recording|readout|minutes|footage|audio|video(?: recording)?|tape)"
_RELEASES = re.compile(
    r"^(?:[^,“\"«]{0,40}, |(?:Late o|Early o|O)n [A-Z][a-z]+day )?"
    r"(?P<by>(?:[Tt]he |[Ii]ts |[Hh]is |[Hh]er )?[\w’'.-]+(?: [\w’'.&-]+){0,7}?) "
    r"(?:has |have |had )?(?:later |also |since |now |first )?"
    r"(?:put out|released|publishe[ds]|issued|posted|circulated|distributed|made public|aired|shared|releases|"
    r"puts out) (?:[\w’'-]+ ){0,6}?" + _RECORD + r"\b"
)
_IN_IT = re.compile(
    r"\b(?:(?:according to|in|on|per) (?:the|that|this) (?:[\w-]+ )?" + _RECORD + r"|"
    r"(?:the|that) " + _RECORD + r" (?:shows?|showed|has|had|quotes?|quoted|records?|recorded|reads?|says?|said)|"
    r"(?:is|was|can be|could be) (?:recorded|heard|quoted) (?:as )?(?:[a-z]+ing)\b)",
    re.IGNORECASE,
)


def released_in(article: Article, sentence: Span) -> Iterator[Carrier]:
    """Who released the record from which the sentence has its words, as a sentence just before tells.

    The name stands where that sentence has it, the reason where the record is referred to.
    """
    found = _IN_IT.search(sentence.exact)
    if found is None:
        return
    reason = Span.of(article.text, sentence.start + found.start(), sentence.start + found.end())
    for start, end in reversed(_before(article, sentence)):
        told = _RELEASES.search(article.text[start:end])
        if told is not None:
            name = told["by"].removeprefix("The ").removeprefix("the ")
            behind = start + told.end("by")
            yield Carrier(name=Span.of(article.text, behind - len(name), behind), reason=reason)
            return


def _before(article: Article, sentence: Span) -> list[tuple[int, int]]:
    """The sentences of this paragraph and the one before that stand before the sentence, at most the last few."""
    parts = [part for part in article.body() if part.start < sentence.start][-2:]
    found = [each for part in parts for each in sentences(article.text, part.start, part.end)]
    return [(start, end) for start, end in found if end <= sentence.start][-REACH:]
