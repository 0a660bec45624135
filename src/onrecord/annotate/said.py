"""When each attribution was said: the date that governs its cue, or that of what the same speaker said before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.dates import DateMention
from onrecord.annotate.speakers import Speaker
from onrecord.records import Form, Span, Tag

# A date in a part that begins so tells of something else: "Oram, who was elected in 2019, said".
OTHER_CLAUSE = re.compile(
    r"^\W*(?:who|which|whose|where|when|after|since|before|as|because|although|born|elected|despite|amid)\b",
    re.IGNORECASE,
)
PRESENT = re.compile(r"\b(?:says|say|has|have|had|believes|thinks|wants|is|are)\b", re.IGNORECASE)
EARLIER = re.compile(r"\b(?:earlier|previously|in the past|once|long)\b", re.IGNORECASE)
NEAR_TAGS = 8  # tags before and behind whose contents can share a sentence with one
NEAR = 60  # characters between cue and date beyond which another clause is likely


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The day something was said as EDTF, with the words or rule that told it; both None where nothing does."""

    on: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the article with the dates in it."""

    span: Span
    dates: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What holds of the whole article: its day, and which entities are people it names."""

    published: str | None
    people: frozenset[str] = frozenset()


def find_said(
    tags: tuple[Tag, ...],
    speakers: tuple[Speaker, ...],
    sentences: tuple[Sentence | None, ...],
    setting: Setting,
) -> tuple[Said, ...]:
    """The day of every tag, in order; `sentences` are those of the tags' cues. No day lies after publication."""
    found: list[Said] = []
    last: dict[str, Said] = {}
    for place, (tag, speaker, sentence) in enumerate(zip(tags, speakers, sentences, strict=True)):
        near = tags[max(0, place - NEAR_TAGS) : place + NEAR_TAGS]
        said = _governing(tag, near, sentence, setting.published) if sentence else Said()
        if said == Said() and speaker.entity in last and _carries_on(tag, sentence):
            before = last[speaker.entity]
            said = Said(on=before.on, basis=f"the same speaker just before: {before.basis}")
        if said == Said() and _backs_lead(place, tags, sentences) and _carries_on(tag, sentence):
            lead = found[0]
            if lead.on and speakers[0].entity not in setting.people:
                said = Said(on=lead.on, basis=f"the quotation that backs the lead: {lead.basis}")
        if speaker.entity and said.on:
            plain = (said.basis or "").removeprefix("the same speaker just before: ")
            last[speaker.entity] = Said(on=said.on, basis=plain)
        found.append(said)
    return tuple(found)


def _backs_lead(place: int, tags: tuple[Tag, ...], sentences: tuple[Sentence | None, ...]) -> bool:
    """Whether the tag is the first quotation after the lead, which only reports: its words are those of that day."""
    if place == 0 or tags[place].form is Form.INDIRECT or tags[0].form is Form.DIRECT or sentences[0] is None:
        return False
    return all(each is not None and each.span == sentences[0].span for each in sentences[:place]) and (
        sentences[place] != sentences[0]
    )


def _governing(tag: Tag, tags: tuple[Tag, ...], sentence: Sentence, published: str | None) -> Said:
    """The date of the sentence that governs the tag's cue: outside every content and source, the nearest."""
    anchor = tag.cue or tag.source
    if anchor is None:
        return Said()
    taken = [span for other in tags for span in other.content]
    free = [
        date
        for date in sentence.dates
        if not any(span.overlaps(date.span) for span in taken)
        and not _is_of_other_clause(sentence.span, date.span, anchor)
        and not _is_to_come(date.edtf, published)
    ]
    if not free:
        return Said()
    nearest = min(free, key=lambda date: (_distance(date.span, anchor), date.span.start))
    return Said(on=nearest.edtf, basis=f"“{nearest.span.exact}”")


def _is_to_come(edtf: str | None, published: str | None) -> bool:
    """Whether a date begins after the article appeared, so that nothing can have been said on it."""
    return edtf is not None and published is not None and edtf.split("/")[0] > published[:10] + "~"


def _distance(date: Span, anchor: Span) -> int:
    return date.start - anchor.end if date.start >= anchor.end else anchor.start - date.end


def _is_of_other_clause(sentence: Span, date: Span, anchor: Span) -> bool:
    """Whether the date stands in a part of the sentence, between commas, that has a verb of its own."""
    before = sentence.exact[: date.start - sentence.start]
    part_start = max(before.rfind(","), before.rfind(";"), before.rfind("—"), before.rfind("–"), before.rfind("(")) + 1
    if part_start + sentence.start <= anchor.start < date.start:
        return date.start - anchor.end > NEAR
    return OTHER_CLAUSE.match(before[part_start:]) is not None


def _carries_on(tag: Tag, sentence: Sentence | None) -> bool:
    """Whether a tag without a date of its own belongs to the occasion of the one before: told in the past tense."""
    if tag.cue is None or sentence is None:
        return True
    lead = sentence.span.exact[: max(0, tag.cue.start - sentence.span.start)]
    around = lead[-30:] + tag.cue.exact
    return not PRESENT.search(around) and not EARLIER.search(lead)
