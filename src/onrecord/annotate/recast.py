"""Who said what a news organisation reports: "Ostinform quoted *Oram* as saying", "the Post, citing *two aides*"."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from itertools import pairwise

from onrecord.annotate.coreference.places import Places
from onrecord.annotate.rules.lexicon import CUES
from onrecord.records import Article, Form, Span, Tag
from onrecord.text.agencies import looks_like_media

_WHO = r"(?P<who>(?:(?!as saying|as telling|that |who |which |,)[^.;:“\"]){2,90}?)"
_CITED = re.compile(
    rf"\b(?:citing|quoting|quoted|quotes|cited|cites) {_WHO}"
    r"(?= as (?:saying|telling|having)| that |, who|, which|[,.;:]|$)"
)
_NEWS = re.compile(r"\b(?:news agency|agency|newspaper|daily|weekly|broadcaster|television|channel|magazine|website)\b")
# "Oram said nobody would pay", "Oram told lawmakers that nobody would", of which the agency is told to report all.
_HEARERS = (
    r"(?:the )?(?:[a-z]+ )?(?:reporters|journalists|lawmakers|deputies|parliament|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_VERB = "|".join(sorted(word for word, entry in CUES.items() if "q" in entry.frames and word.isalpha()))
_NESTED = re.compile(
    r"(?:[A-Z][a-z]+(?: [a-z]+)?, |In [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?,? )?"
    r"(?P<who>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er) )?(?:[\w’'.-]+ ){0,7}?[\w’'.-]+"
    r"(?:, (?:(?:who|whose) [^,“\"]{3,120}|[A-ZÀ-Þ][\w’'.-]+(?: [\w’'.-]+){0,3}),)?) "
    r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?"
    rf"(?P<cue>(?:has |had )?(?:told(?= {_HEARERS} that )|(?P<verb>{_VERB})))(?: {_HEARERS}(?= that ))?"
    r"(?:(?: late| early)?(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?(?! [a-z]+(?:ing|s)\b))?"
    r"(?: (?:in|at|on|during|after) [^,“\"]{2,60}?(?= that ))? "
    r"(?P<what>(?:that )?\S.{8,})"
)
# "“Nobody will pay,” Oram told reporters", likewise.
_NESTED_BEHIND = re.compile(
    r"(?P<what>[\"“].{4,}?[,.?!…][\"”]) (?P<who>(?:[\w’'.-]+ ){0,9}?[\w’'.-]+(?:, [^,“\"]{2,80},)?) "
    r"(?P<cue>(?:has |had |later |also )?(?P<verb>told|said|says|added|stated|wrote|noted|declared|announced|stressed|"
    r"warned|explained|insisted|argued|claimed|replied|continued))(?: .{0,80})?"
)
_AS_QUOTED = re.compile(r"\b(?:quoted|quotes)$")
_OPENS = re.compile(r"[A-ZÀ-Þ]|the [a-z]")
_NAMED = re.compile(r"the [a-z]|(?:he|she|it|they)$|(?:.* )?[A-ZÀ-Þ]")
_IS_QUOTED = re.compile(
    r"\b(?:was|were|is|are|has been|have been) (?:\w+ )?(?:quoted|cited)(?: as saying)?(?: by)?\s*$"
)
_QUOTED_BY = re.compile(
    r"(?:was|were|is|are|been) (?:\w+ )?(?:quoted|cited)\b.*\bby$|(?:quoted|cited) (?:as saying )?by$"
)
_AS_SAYING = re.compile(r" ?as (?:saying|telling \w+)(?: that)? ")
_ONLY_NOUN = re.compile(r"(?:by )?the (?:news agency|agency|newspaper|paper|broadcaster|channel|magazine|website)")
_DOCUMENTS = re.compile(
    r"\b(?:data|documents?|figures|records|reports?|filings?|a statement|"
    r"stud(?:y|ies)|concerns?|reasons?)\b",
    re.IGNORECASE,
)


def recast(article: Article, tags: tuple[Tag, ...], known: Container[str]) -> tuple[Tag, ...]:
    """The tags, where a source that only carried the words gives way to who is told to have said them.

    `known` are names of news organisations that their shape does not tell.
    """
    places = Places.of(article)
    cited = _closing_cited(article, places, tags)
    return tuple(_without_hearer(_recast(article, places, tag, known), known) for tag in cited)


# "The ferries will sail, Ostinform is reporting, citing *a pilot*": who is cited says what stands before.
_REPORTS_CITING = re.compile(
    r"(?P<what>\S.{12,}), (?P<news>(?:the )?[A-ZÀ-Þ][^,“\"]{1,50}?) (?:(?:is|was|has|had) )?(?:now )?report(?:ing|ed|s)"
    r"(?: [^,“\"]{2,30})?, $",
    re.DOTALL,
)


def _closing_cited(article: Article, places: Places, tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """The tags, those that take whom the reporter cites for what he says put right, or left out where it is told."""
    found = []
    for tag in tags:
        if not _cites_content(tag) or tag.cue is None:
            found.append(tag)
            continue
        start = places.sentences[places.sentence(tag.cue.start)][0]
        closing = _REPORTS_CITING.fullmatch(article.text, start, tag.cue.start)
        if closing is None or _DOCUMENTS.search(tag.content[0].exact):
            continue
        what = Span.of(article.text, closing.start("what"), closing.end("what"))
        if not any(what.overlaps(span) for other in tags for span in other.content):
            found.append(replace(tag, source=tag.content[0], content=(what,)))
    return tuple(sorted(found, key=lambda tag: (tag.content[0].start, tag.content[-1].end)))


def _cites_content(tag: Tag) -> bool:
    """Whether right behind "citing" stands whom it names, and nothing that he says."""
    if tag.cue is None or not re.search(r"\b(?:citing|quoting)$", tag.cue.exact) or len(tag.content) != 1:
        return False
    told = tag.content[0]
    return 0 < told.start - tag.cue.end <= 1 and not re.search(r" as (?:saying|telling)|\bthat\b|[“\"]", told.exact)


# "Told Unity Press the offer stood": the content begins behind whom they told.
_HEARER = re.compile(
    r"(?:the )?(?P<name>[A-ZÀ-Þ][\w.&’'-]*(?: [A-ZÀ-Þ][\w.&’'-]*){0,4}) "
    r"(?=(?:the|an?|his|her|its|their|our|he|she|it|they|we|there|this|that|these|those|no|nobody|some|all|both|most)\b)"
)


def _without_hearer(tag: Tag, known: Container[str]) -> Tag:
    """The tag, its content without the news organisation that was told it."""
    first = tag.content[0]
    told = tag.cue is not None and re.search(r"\b(?:told|tells|telling)$", tag.cue.exact)
    if not told or tag.cue is None or first.start - tag.cue.end != 1:
        return tag
    found = _HEARER.match(first.exact)
    if found is None or not (found["name"] in known or looks_like_media(found["name"])):
        return tag
    start = first.start + found.end()
    return replace(tag, content=(Span(start=start, end=first.end, exact=first.exact[found.end() :]), *tag.content[1:]))


def _recast(article: Article, places: Places, tag: Tag, known: Container[str]) -> Tag:
    if tag.source is None or tag.cue is None:
        return tag
    if told := _told_between(article.text, tag):
        return told
    quotes = _AS_QUOTED.search(tag.cue.exact) is not None  # of a statement too: "quoted the minister as saying"
    if not (quotes or _is_outlet(tag.source.exact, known) or _ONLY_NOUN.fullmatch(tag.source.exact)):
        return tag
    cited = _quoted_by(article.text, places, tag) or _cited(article.text, places, tag)
    if cited is not None:
        return replace(tag, source=cited, content=_without(cited, tag.content))
    return _nested(article.text, tag) or tag


# "According to the transcript, *Oram told* the crews: “Go home”".
_BETWEEN = re.compile(
    r", (?P<who>(?:[A-ZÀ-Þ][\w’'.-]*|[Tt]he [a-z]+)(?: [\w’'.-]+){0,5}?) "
    r"(?P<cue>told|said|says|stated|added|wrote|warned|declared)(?: [^,;:“”\"]{2,60})?(?:,|:)? $"
)


def _told_between(text: str, tag: Tag) -> Tag | None:
    """The tag with who speaks between "according to" a document or an outlet and the quotation; else None."""
    if tag.cue is None or tag.source is None or not tag.cue.exact.lower().startswith("according"):
        return None
    if tag.form is not Form.DIRECT or tag.content[0].start < tag.source.end:
        return None
    found = _BETWEEN.fullmatch(text, tag.source.end, tag.content[0].start)
    if found is None:
        return None
    who, cue = (Span.of(text, found.start(key), found.end(key)) for key in ("who", "cue"))
    return replace(tag, source=who, cue=cue)


def _quoted_by(text: str, places: Places, tag: Tag) -> Span | None:
    """The subject of "Oram was quoted as saying by Ostinform", "Oram was quoted by Ostinform as saying"."""
    if tag.cue is None or tag.source is None:
        return None
    number = places.sentence(tag.cue.start)
    start = places.sentences[number][0] if number >= 0 else tag.cue.start
    start = max(
        [start, *(span.end for span in tag.content if span.end <= tag.cue.start and _QUOTES.search(span.exact))]
    )
    passive = _IS_QUOTED.search(text, start, max(start, tag.source.start))
    if passive is None and not _QUOTED_BY.search(tag.cue.exact):
        return None
    words = text[start : passive.start() if passive else tag.cue.start]
    kept = words.strip(" ,")
    at = start + words.find(kept)
    return Span(start=at, end=at + len(kept), exact=kept) if 0 < len(kept.split()) <= LONGEST else None


LONGEST = 12  # words of who is quoted
_QUOTES = re.compile(r"[\"“”«»]")


def _without(cited: Span, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents without "Oram as saying that" before the first."""
    content = tuple(span for span in content if not cited.covers(span)) or content
    first = content[0]
    at = cited.end - first.start if first.covers(cited) else 0
    behind = _AS_SAYING.match(first.exact, at)
    if behind is None or behind.end() >= len(first.exact):
        return content
    start = first.start + behind.end()
    return (Span(start=start, end=first.end, exact=first.exact[behind.end() :]), *content[1:])


def _is_outlet(phrase: str, known: Container[str]) -> bool:
    """Whether the phrase names a news organisation, with or without what kind it is."""
    bare = re.sub(r"^(?:by )?(?:the|a|an) ", "", phrase.strip(" ,"), flags=re.IGNORECASE)
    capitals = re.findall(r"[A-ZÀ-Þ][\w.&’'-]*(?: [A-ZÀ-Þ][\w.&’'-]*)*", bare)
    if (
        len(bare.split()) > 7
        or not capitals
        or re.search(r"\b(?:source|spokes\w+|editor|reporter|correspondent|poll|survey)\b", bare)
    ):
        return False
    return (
        looks_like_media(bare)
        or any(name in known or looks_like_media(name) for name in capitals)
        or (_NEWS.search(bare) is not None and len(capitals) == 1)
    )


def _cited(text: str, places: Places, tag: Tag) -> Span | None:
    """Whom the tag's sentence says the words are of, outside what is said."""
    anchor = tag.cue or tag.source
    number = places.sentence(anchor.start) if anchor else -1
    if number < 0:
        return None
    start, end = places.sentences[number]
    for found in _CITED.finditer(text, start, end):
        inside = any(span.start <= found.start() < span.end for span in tag.content)
        if not inside and not _DOCUMENTS.search(found["who"]):
            return Span.of(text, found.start("who"), found.end("who"))
    return None


def _as_one(text: str, content: tuple[Span, ...]) -> Span | None:
    """The contents as one span where at most a comma parts them; else None."""
    if not content or any(text[left.end : right.start].strip(" ,") for left, right in pairwise(content)):
        return None
    return Span.of(text, content[0].start, content[-1].end)


def _up_to_source(text: str, tag: Tag) -> str:
    """What stands from the contents' beginning up to the cue or source behind them; empty where that is far."""
    behind = min(span.start for span in (tag.cue, tag.source) if span is not None)
    start, end = tag.content[0].start, tag.content[-1].end
    return text[start:behind].rstrip(" ,") if end < behind <= end + FARTHEST else ""


FARTHEST = 90  # characters of "said at a briefing in Ister, " between contents and their source


def _nested(text: str, tag: Tag) -> Tag | None:
    """The attribution within what the organisation reports: "*Oram* said nobody would pay, Ostinform reported"."""
    named = max(span.end for span in (tag.cue, tag.source) if span is not None)
    told = tuple(span for span in tag.content if span.start < named)
    content = _as_one(text, told)
    if content is None:
        return None
    up_to_source = _up_to_source(text, replace(tag, content=told))
    behind = _NESTED_BEHIND.fullmatch(content.exact) or _NESTED_BEHIND.fullmatch(up_to_source)
    plain = None if tag.form is Form.DIRECT else _NESTED.fullmatch(content.exact.removeprefix("that "))
    found = behind or plain
    if found is None or not (_NAMED if behind else _OPENS).match(found["who"]):
        return None
    offset = content.start + len(content.exact) - len(content.exact.removeprefix("that "))
    spans = {
        key: Span(start=offset + found.start(key), end=offset + found.end(key), exact=found[key])
        for key in ("who", "cue", "what")
    }
    form = Form.DIRECT if behind else tag.form
    contents = (spans["what"], *tag.content[len(told) :])
    return replace(tag, source=spans["who"], cue=spans["cue"], content=contents, form=form)
