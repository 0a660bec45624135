"""News organisations that a sentence only refers to: "told the newspaper", "the broadcaster quoted him"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.records import Article, Span
from onrecord.text.agencies import MediaKind, canonical_name, find_agency, find_mentions, is_plain_word, names_outlet
from onrecord.text.carriers import Carrier, carriers_in, speaking_in

_NOUN = (
    r"(?P<noun>news ?paper|paper|daily|weekly|magazine|tabloid|broadcaster|"
    r"(?:television |tv |radio )?(?:channel|station|network)|news agency|agency|news ?wire|news outlet|outlet|"
    r"news site|website|publication)"
)
_TO_IT = re.compile(
    r"\b(?:[Tt]old|tells|telling|admitted to|said to|spoke to|speaking to|interview (?:with|to|by)|comments to|"
    r"(?:quoted|cited|seen|obtained|reported|published|carried|aired|as saying) by) "
    rf"(?:the|that) {_NOUN}\b(?! [A-ZÀ-Þ])"
)
_IT_TELLS = re.compile(
    rf"\b(?:[Tt]he|[Tt]hat) {_NOUN} (?:also |later |had |has )?(?:quoted|cited|reported|reports|quotes)\b"
)
_AGENCIES = re.compile(r"agency|wire", re.IGNORECASE)
_ON_AIR = re.compile(r"broadcaster|channel|station|network", re.IGNORECASE)
_ANY = re.compile(r"outlet|site|publication", re.IGNORECASE)


def referred_in(article: Article, sentence: Span, shorts: Mapping[str, str]) -> Iterator[Carrier]:
    """The news organisations meant by "the newspaper", "the broadcaster" in the sentence: the last one named before.

    The name stands where it was named, the reason where it is referred to.
    """
    for pattern in (_TO_IT, _IT_TELLS):
        for hit in pattern.finditer(article.text, sentence.start, sentence.end):
            meant = _last_named(article, hit.start(), hit["noun"], shorts)
            if meant is not None:
                yield Carrier(name=meant, reason=Span.of(article.text, hit.start(), hit.end()))


def _last_named(article: Article, before: int, noun: str, shorts: Mapping[str, str]) -> Span | None:
    """The organisation that the body named last, where it can be what the noun says; not the article's own outlet."""
    named: list[Span] = []
    for segment in article.body():
        end = min(segment.end, before)
        if segment.start >= end:
            break
        for found in (carriers_in, speaking_in):
            named += [carrier.name for carrier in found(article.text, segment.start, end, shorts)]
        listed = find_mentions(article.text, segment.start, end)
        named += [mention.span for mention in listed if not is_plain_word(mention.span.exact)]
    fits = [
        name
        for name in named
        if _can_be(canonical_name(name.exact), noun) and not names_outlet(name.exact, article.outlet)
    ]
    return max(fits, key=lambda name: name.start, default=None)


def _can_be(name: str, noun: str) -> bool:
    """Whether a listed organisation is of the kind that the noun says; an unlisted one may be any."""
    agency = find_agency(name)
    if agency is None:
        return True
    kinds = {MediaKind.AGENCY: _AGENCIES, MediaKind.BROADCASTER: _ON_AIR}
    told = next((kind for kind, words in kinds.items() if words.search(noun)), MediaKind.PAPER)
    return agency.kind is told or _ANY.search(noun) is not None
