"""Who speaks by a document: "a report by *the guild*", "*Oram*’s letter", and who issued "the statement"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.persons import PERSONS
from onrecord.annotate.coreference.phrases import head_words
from onrecord.annotate.roles import ORGANIZATION_WORDS
from onrecord.annotate.rules.lexicon import SPEAKER_NOUNS
from onrecord.records import EntityKind, Span, Tag

NOUNS = (
    "statements?|reports?|press releases?|releases?|communiqu[eé]s?|filings?|letters?|memos?|memorandum|polls?|"
    "surveys?|stud(?:y|ies)|data|figures|statistics|records|documents?|papers?|notes?|summary|summaries|analysis|review|"
    "transcripts?|tally|tallies|count|audit|editorial|bulletin|notice|rulings?|judge?ment|verdict|presentation|"
    "e-?mails?|posts?|tweets?|white paper|factsheet|estimates?|projections?|forecasts?"
)
IS_DOCUMENT = re.compile(NOUNS, re.IGNORECASE)
# "A report on the tolls by the guild".
BY = re.compile(
    rf"(?:[\w’'-]+ ){{0,5}}?(?:{NOUNS}) (?:(?!from |by |to |with |who )[\w’',-]+ ){{0,6}}?"
    r"(?:(?:issued|released|published|posted|written|signed|filed|prepared|provided|conducted|compiled|commissioned|"
    r"put out|sent|circulated|carried out|drawn up) (?:\w+ ){0,2}by|by|from) (?P<who>\S.*)",
    re.IGNORECASE,
)
# Who only handed it on did not write it.
HANDED_ON = re.compile(r"\b(?:obtained|seen|reviewed|reported|received|cited|quoted|viewed|shared|leaked)\b[^,]* by\b")
OWNED = re.compile(
    r"(?P<who>(?:his|her)(?= )|\S.*?(?:(?=['’]s )|(?<=s)(?=['’] )))(?:['’]s?)? (?:(?!\S*['’]s? )[\w’'-]+ ){0,4}?"
    rf"(?:{NOUNS})(?: (?!by |from ).*)?$",
    re.IGNORECASE,
)
# "The FBI summary of its inquiry"; but "court filings" are of those who filed them.
BEFORE = re.compile(
    r"(?:(?i:a|an|the|this|that|[a-z-]+|\d{4}) ){0,3}?"
    r"(?P<who>(?!(?i:a|an|the|this|that) )[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*| (?:of|for|and|the) (?=[A-Z]))*) "
    rf"(?:{NOUNS})(?: (?:of|on|about|into|for|that|published|released|issued|dated|out|last|this)\b.*)?$"
)
ALONE = re.compile(
    r"(?:[Tt]he|[Tt]hat|[Tt]his) (?:(?:same|new|joint|written|brief|short|official|press|latest|annual|leaked|final) )*"
    rf"(?P<noun>(?!papers?$){NOUNS}|drafts?|declaration|resolution|agreement|treaty|bill)(?: (?:itself|also))?$"
)
# Nouns of what is only cited by its own words, whoever wrote it.
_TEXTS = (
    "drafts?|declarations?|resolutions?|agreements?|treat(?:y|ies)|bills?|laws?|accords?|pacts?|plans?|proposals?|"
    "texts?"
)
_TEXT = re.compile(rf"(?:[\w’'-]+ ){{0,4}}?(?:{NOUNS}|{_TEXTS})\b(?! (?:by|from)\b)", re.IGNORECASE)
_NAMED_TEXT = re.compile(
    rf"(?:an?|the) (?:[\w’'-]+ ){{0,2}}?(?:(?:joint|draft|common) (?:[\w’'-]+ )?(?:{NOUNS}|{_TEXTS})|{_TEXTS})\b",
    re.IGNORECASE,
)
# What is told behind such a noun of how it came out.
_CAME_OUT = re.compile(
    r",? (?:(?:which|that) (?:was|were) )?(?:issued|published|released|seen|obtained|circulated|signed|adopted|dated|"
    r"leaked|posted|reviewed|sent|read out|made public|put out|agreed|shown)\b.*$"
)
# What a person or body words, so that who is told to use one has written it; a poll or a study is of those who did it.
WORDED = re.compile(
    r"(?:statement|letter|release|press release|memo|memorandum|e-?mail|post|tweet|note|communiqu.|ruling|judge?ment)s?"
)
ISSUES = r"(?:issu|releas|publish|post|provid|sen[dt]|put out|wr[io]te|sign|fil|read|circulat)\w*"
NEAR = 4  # paragraphs before "the statement" in which it was issued
BODIES = ORGANIZATION_WORDS | SPEAKER_NOUNS


def writer(cast: Cast, source: Span) -> Span | None:
    """The words of the source that tell whose document it is; None where it is none, or they tell nobody."""
    if HANDED_ON.search(source.exact):
        return None
    for pattern in (BY, OWNED, BEFORE):
        found = pattern.match(source.exact)
        if found is None:
            continue
        start, end = found.span("who")
        who = Span(start=source.start + start, end=source.start + end, exact=source.exact[start:end])
        if _can_write(cast, who) and (pattern is not BEFORE or cast.named_in(who)):
            return who
    return None


def _can_write(cast: Cast, who: Span) -> bool:
    """Whether the words name or describe a body or a person, not somebody in a document."""
    last = (head_words(who.exact) or [""])[-1]
    if IS_DOCUMENT.fullmatch(last) or re.search(r" (?:in|on|at) ", who.exact.split(",")[0]):
        return False
    return bool(cast.named_in(who)) or last in BODIES | PERSONS | {"his", "her"}


def cites_text(source: Span) -> bool:
    """Whether the words are of a text, which is cited by its own words."""
    return _TEXT.match(source.exact) is not None


def text_name(phrase: str) -> str:
    """What a text of several, or one not yet agreed, goes by: "*a joint statement* issued on Friday"."""
    return _CAME_OUT.sub("", phrase) if _NAMED_TEXT.match(phrase) else phrase


def document_alone(source: Span) -> str | None:
    """The noun of a document that the words take as known without telling whose it is: "the statement"."""
    found = ALONE.match(source.exact)
    return found["noun"].lower() if found else None


def last_with(cast: Cast, noun: str, source: Span, before: Sequence[Tag]) -> int | None:
    """The place of the last tag whose own sentence tells of such a document: "said in a statement"."""
    for place in range(len(before) - 1, -1, -1):
        tag = before[place]
        anchor = tag.cue or tag.source
        if anchor is None:
            continue
        if cast.places.paragraph(source.start) - cast.places.paragraph(anchor.start) > NEAR:
            return None
        words = _own_words(cast, tag, anchor) if WORDED.fullmatch(noun) else (tag.source.exact if tag.source else "")
        if _tells_of(noun, words):
            return place
    return None


def _own_words(cast: Cast, tag: Tag, anchor: Span) -> str:
    """The words of the tag's sentence outside what is said."""
    number = cast.places.sentence(anchor.start)
    if number < 0:
        return anchor.exact
    start, end = cast.places.sentences[number]
    text = cast.places.text[start:end]
    for span in tag.content:
        first, last = max(0, span.start - start), max(0, span.end - start)
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _tells_of(noun: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(noun.removesuffix('s'))}", words, re.IGNORECASE) is not None


def named_to_issue(cast: Cast, noun: str, source: Span) -> tuple[int, int] | None:
    """The person or body that the text before says issued such a document, with the place where it does."""
    paragraph = max(0, cast.places.paragraph(source.start) - NEAR)
    starts = cast.places.paragraph_starts
    first = starts[max(0, paragraph - 1)] if starts else 0
    wanted = re.compile(rf"\b{ISSUES} (?:[\w’'-]+ ){{0,5}}?{re.escape(noun.removesuffix('s'))}", re.IGNORECASE)
    for found in reversed(list(wanted.finditer(cast.places.text, first, source.start))):
        number = cast.places.sentence(found.start())
        start = cast.places.sentences[number][0] if number >= 0 else found.start()
        named = [
            group
            for _, group in cast.named_in(Span.of(cast.places.text, start, found.start()))
            if cast.groups[group].kind is not EntityKind.PLACE
        ]
        if named:
            return named[-1], found.start()
    return None
