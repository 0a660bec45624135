"""Figures of articles: what is counted, of what, on which days, in the words around the number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.derive.ages import ages
from onrecord.derive.dated_clauses import SAID_WORDS
from onrecord.derive.event_words import is_spoken
from onrecord.derive.measures import TIMES, is_money
from onrecord.derive.rows import Figure, Share
from onrecord.records import Mention, MentionKind, Reading, Span
from onrecord.text.folding import fold
from onrecord.text.meanings import light, meanings
from onrecord.text.sentences import sentences
from onrecord.text.stems import STOPWORDS, content_stems
from onrecord.text.words import Word, words

COUNTED_WORDS = 4  # words behind the number that say what is counted
REACH = 70  # characters around a number in which a name may be that of whom it is told
NEAR_WORDS = 5  # words on either side that say what is told of it

_HEDGE = (
    r"(?:about|around|some|roughly|approximately|nearly|almost|an estimated|close to|at least|more than|"
    r"(?<!go )(?<!goes )(?<!gone )(?<!went )(?<!put )up to|"
    r"over|fewer than|less than|under|just over|just under|~)"
)
_BEFORE = re.compile(rf"(?<!\w){_HEDGE}\s*$", re.IGNORECASE)
_WITHIN = re.compile(rf"{_HEDGE}(?!\w)", re.IGNORECASE)
_PER = re.compile(r"(?:\s+of\s+\w+)?\s+(?:an?|per|each|every)\s+(day|week|fortnight|month|quarter|year)\b")
_EACH = re.compile(r"\s+(?:an?|per|each|every)\s+(?!cent\b|lot\b|bit\b|time\b)([a-z]{3,})\b")
_OF = re.compile(r"(?P<first>\s+of\s+(?P<its>(?:its|their|the country[’']s)\s+)?[^\s,;.()]+)[^,;.()\n]{0,50}")
_PART = re.compile(
    r"\b(north|south|east|west|northern|southern|eastern|western|central|upper|lower|mainland|occupied|rural|urban)\s+$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_WHO = frozenset({MentionKind.PERSON, MentionKind.ORGANIZATION})
_WHERE = frozenset({MentionKind.PLACE})
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+|early\s+|late\s+)*$", re.IGNORECASE)
# In a clause of its own: "the ferry, built in 1998, had …".
_BESIDE = re.compile(r",\s+(?:who|which|where|\w+ed|built|born|sent|made|laid|bought|begun)\b[^,]{0,40}$")
_ALONE = re.compile(r"(?:^|,)\s*(?:in|on|at|by|during|late in|early in)?\s*(?:the\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|which|that|where)\s[^,;]{0,60}$")
_GOES_ON = re.compile(r",?\s+and\b")
_PARTING = re.compile(r"[,;:]|\b(?:and|but|while|or)\b")
_APART = re.compile(r"[;:()“”\"]|, of (?:which|whom)\b")
_BEHIND_ENDS = re.compile(r"[,;:.()\"“”—–]|\bto (?!(?:the|an?|its|his|her|their|each|every|all)\b|[A-Z\d])")
_BEATEN = re.compile(r"\b(?:beat|beaten|defeated|won|lost|ahead|leads?|led)\b[^;:.]{0,60} by$", re.IGNORECASE)
_MARGIN = ("margin",)
_HARM = r"(?P<harm>killed|dead|died|wounded|injured|hurt|missing|arrested|detained)"
_HARM_BEFORE = re.compile(
    r"\b(?P<harm>kill(?:s|ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|arrest(?:s|ed|ing)|detain(?:ed|ing))$", re.IGNORECASE
)
_HARM_BEHIND = re.compile(rf"\s+(?:(?:were|was|are|had been|have been|had|have|lay|were left) )*{_HARM}\b")
_HARMED = re.compile(rf"\b{_HARM}\b")
_PERCENT = "percent"
_IS = (
    r"(?:(?:is|was|were|are) (?:put|seen|forecast|expected|estimated|fixed|set) at|is|was|are|were|be|been|stands at|"
    r"stood at|reached|totall?ed|came to|comes to|amounts to|amounted to)"
)
_SUBJECT = re.compile(rf"(?:^|[,;:“]|\band|\bwhile|\bwhen)\s*(?P<head>(?:[\w’'-]+ ){{1,6}}?)(?:\w+ly )?{_IS}$")
_HEAD_OF = re.compile(r"(?P<head>[\w’'-]+) of$")
_HEAD_BY = re.compile(r"(?P<head>(?:[\w’'-]+ ){0,3}[\w’'-]+) by$")
_IN = re.compile(
    r"\s+in (?P<head>damages|fines?|tax(?:es)?|debts?|compensation|sales|fees|profits?|losses|aid|loans?|grants?|wages|"
    r"bribes|subsid(?:y|ies)|bonuses|rent|interest|reparations|ransom)\b"
)


def figures(reading: Reading) -> Iterator[Figure]:
    """Every quantity in the article's prose whose value is known, and the ages of people."""
    yield from ages(reading)
    quantities = [m for m in reading.mentions if m.kind is MentionKind.QUANTITY and m.value is not None]
    if not quantities:
        return
    text = reading.article.text
    spans = [span for part in reading.article.prose() for span in sentences(text, part.start, part.end)]
    published = (reading.article.published or "")[:10] or None
    sources = [each.source for each in reading.attributions if each.source and _NAME.search(each.source.exact[1:])]
    for mention in quantities:
        home = next((span for span in spans if span[0] <= mention.span.start < span[1]), None)
        if home is None or mention.value is None:
            continue
        sentence = Span.of(text, *home)
        rough = _WITHIN.match(mention.span.exact) or _BEFORE.search(text, home[0], mention.span.start)
        per = _PER.match(text, mention.span.end) or (
            _EACH.match(text, mention.span.end) if is_money(mention.unit) else None
        )
        unit, _, rate = (mention.unit or "").lower().partition(" per ")
        unit, rate = (unit, rate) if rate in TIMES else ((mention.unit or "").lower(), "")
        share = _share_of(text, home[0], mention.span) if mention.unit == _PERCENT else None
        own = _own_part(text, home, mention, quantities)
        others = [each for each in reading.mentions if home[0] <= each.span.start and each.span.end <= home[1]]
        yield Figure(
            article=reading.article.id,
            span=mention.span,
            sentence=sentence,
            value=mention.value,
            unit=unit,
            counted=_counted(text, mention.span.end, home[1]),
            stems=_stems(text, own, mention.span, sources),
            rough=rough.group().strip().lower() if rough else "",
            published=published,
            near=_near(text, own, mention.span, sources),
            head=_head(text, home, mention.span),
            days=tuple(_days(text, home[0], others, mention.span)),
            per=per.group(1) if per else rate,
            names=_names((each for each in others if each.kind in _WHO), mention.span, sources),
            places=_names((each for each in others if each.kind in _WHERE), mention.span, sources),
            said_by=_said_by(reading, mention.span),
            said_on=_said_on(reading, mention.span),
            share_of=share[0] if share else None,
            behind=share[1] if share else per.group() if per else "",
        )


def _own_part(text: str, home: tuple[int, int], mention: Mention, quantities: Sequence[Mention]) -> tuple[int, int]:
    """The part of the sentence that tells of this figure, where others in its unit stand beside it."""
    start, end = home
    for other in quantities:
        if other.unit != mention.unit or not home[0] <= other.span.start < home[1]:
            continue
        if other.span.end <= mention.span.start:
            parting = list(_PARTING.finditer(text, other.span.end, mention.span.start))
            start = max(start, parting[-1].start() if parting else other.span.end)
        elif mention.span.end <= other.span.start:
            parting = list(_PARTING.finditer(text, mention.span.end, other.span.start))
            end = min(end, parting[-1].start() if parting else other.span.start)
    return start, end


def _days(text: str, start: int, others: Sequence[Mention], figure: Span) -> Iterator[str]:
    """The days that a sentence tells of its figure: not since when something is, nor when it was said or built."""
    for each in others:
        if each.kind is not MentionKind.DATE or not each.edtf or _SINCE.search(text, start, each.span.start):
            continue
        said = [word.lower for word in words(text, start, each.span.start)[-SAID_WORDS:]]
        if not any(map(is_spoken, said)) and not _is_of_another_clause(text, start, each.span, figure):
            yield each.edtf


def _is_of_another_clause(text: str, start: int, day: Span, figure: Span) -> bool:
    """Whether a clause of its own holds the day, which stands neither alone between commas nor at the beginning."""
    first, last = sorted((day, figure))
    between = text[first.end : last.start]
    if first == day and _GOES_ON.match(between):
        return bool(_RELATIVE.search(text, start, day.start))
    mark = "," in between or ";" in between
    if not mark or _ALONE.search(text, start, day.start):
        return False
    return first == figure or bool(_RELATIVE.search(text, start, day.start) or _BESIDE.search(text, start, day.start))


def _counted(text: str, start: int, end: int) -> tuple[str, ...]:
    """What the first words behind a number come to, up to the next mark or infinitive."""
    stop = _BEHIND_ENDS.search(text, start, end)
    reach = words(text, start, stop.start() if stop else end)[:COUNTED_WORDS]
    return tuple(meant for word in reach for meant in meanings(word.lower))


def _near(text: str, home: tuple[int, int], span: Span, sources: Sequence[Span]) -> tuple[str, ...]:
    """What the words beside a number come to, up to the end of a quotation or clause; who says it apart."""
    starts = [mark.end() for mark in _APART.finditer(text, home[0], span.start)]
    stop = _APART.search(text, span.end, home[1])
    told = [
        [word for word in words(text, start, end) if word.lower not in STOPWORDS and not _is_in(word, sources)]
        for start, end in ((max(starts, default=home[0]), span.start), (span.end, stop.start() if stop else home[1]))
    ]
    return _meant([*told[0][-NEAR_WORDS:], *told[1][:NEAR_WORDS]])


def _stems(text: str, home: tuple[int, int], span: Span, sources: Sequence[Span]) -> tuple[str, ...]:
    """The stems of the sentence; the figure itself and who says it apart."""
    told = [word.lower for word in words(text, *home) if not _is_in(word, sources) and not is_spoken(word.lower)]
    return tuple(sorted(set(content_stems(" ".join(told))) - set(content_stems(span.exact))))


def _is_in(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _meant(told: Sequence[Word]) -> tuple[str, ...]:
    return tuple(sorted({meant for word in told for meant in meanings(word.lower)} - light()))


def _head(text: str, home: tuple[int, int], span: Span) -> tuple[str, ...]:
    """What the words come to that name the quantity: "turnout was …", "a turnout of …", "… in damages"."""
    before = _BEFORE.sub("", text[home[0] : span.start]).rstrip()
    if harm := _HARM_BEFORE.search(before) or _HARM_BEHIND.match(text, span.end) or _HARMED.search(span.exact):
        return _meant(words(harm["harm"]))
    if _BEATEN.search(before):
        return _MARGIN
    named = _IN.match(text, span.end) or _HEAD_OF.search(before) or _SUBJECT.search(before)
    named = named or _HEAD_BY.search(before)
    return _meant(words(named["head"])) if named else ()


def _said_by(reading: Reading, span: Span) -> str:
    """Who says the figure, if anyone who is named does."""
    for each in reading.attributions:
        named = _NAME.findall(each.source.exact) if each.source else []
        named = named or _NAME.findall(each.speaker_name or "")
        if named and any(one.start <= span.start and span.end <= one.end for one in each.content):
            return fold(named[-1]).removesuffix("'s").split()[-1]
    return ""


def _said_on(reading: Reading, span: Span) -> str | None:
    """On which day somebody says the figure, if that is told."""
    return next(
        (
            each.said_on
            for each in reading.attributions
            if any(one.start <= span.start and span.end <= one.end for one in each.content)
        ),
        None,
    )


def _names(others: Iterable[Mention], span: Span, sources: Sequence[Span]) -> tuple[str, ...]:
    """The last words, folded, of the names within reach of a number, but for those of who says it."""
    near = [
        each
        for each in others
        if span.start - REACH <= each.span.start <= span.end + REACH
        and not any(source.start <= each.span.start < source.end for source in sources)
    ]
    named = (fold(each.span.exact).removesuffix("'s").split() for each in near)
    return tuple(sorted({name[-1] for name in named if name}))


def _share_of(text: str, start: int, share: Span) -> tuple[Share, str] | None:
    """The place of which a percentage is told, and how: "of eastern Velmark", "Velmark, with a fifth of its land"."""
    whole = _OF.match(text, share.end)
    if whole is None:
        return None
    if whole.group("its"):
        before = _NAME.findall(text, start, share.start)
        return (Share(place=before[-1]), whole.group("first")) if before else None
    name = _NAME.search(text, whole.start(), whole.end())
    if name is None:
        return None
    part = _PART.search(text, whole.start(), name.start())
    return Share(place=name.group(), part=part.group(1).lower() if part else ""), text[share.end : name.end()]
