"""The tags with where they stand and how their cues are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.annotate.said.report import Report, Sentence
from onrecord.annotate.speakers import Speaker
from onrecord.records import Span, Tag

NEAR_TAGS = 8  # tags before and behind whose contents can share a sentence with one


class Told(StrEnum):
    """How a cue tells its speaking."""

    PAST = "past"
    PERFECT = "perfect"  # "has said": at any time up to now
    PLUPERFECT = "pluperfect"  # "had said": before what is being told
    PRESENT = "present"  # "says"
    AHEAD = "ahead"  # "will say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A tag in its sentence.

    `words` is the sentence with every content blanked out, at the same offsets; empty where the tag has neither cue
    nor source.
    """

    place: int
    tag: Tag
    entity: str | None
    sentence: Sentence | None
    paragraph: int
    words: str
    told: Told

    @property
    def anchor(self) -> Span | None:
        """The cue, or the source where there is none."""
        return self.tag.cue or self.tag.source


def cases_of(tags: tuple[Tag, ...], speakers: tuple[Speaker, ...], report: Report) -> tuple[Case, ...]:
    """Every tag with its sentence, in order."""
    return tuple(_case(place, tags, speaker, report) for place, speaker in enumerate(speakers))


def _case(place: int, tags: tuple[Tag, ...], speaker: Speaker, report: Report) -> Case:
    tag, sentence = tags[place], report.sentence_of(tags[place])
    beside = tags[max(0, place - NEAR_TAGS) : place + NEAR_TAGS]
    words = _own_words(sentence.span, tuple(span for each in beside for span in each.content)) if sentence else ""
    around = sentence or report.sentence_at(tag.content[0].start)
    return Case(
        place=place,
        tag=tag,
        entity=speaker.entity,
        sentence=sentence,
        paragraph=around.paragraph if around else 0,
        words=words,
        told=_told(words, sentence.span.start, tag.cue) if sentence and tag.cue else Told.PAST,
    )


def _own_words(sentence: Span, contents: tuple[Span, ...]) -> str:
    """The sentence's words with blanks in place of what is said in it, each at its old offset."""
    words = sentence.exact
    for span in contents:
        start, end = max(span.start, sentence.start) - sentence.start, min(span.end, sentence.end) - sentence.start
        if start < end:
            words = words[:start] + " " * (end - start) + words[end:]
    return words


_BETWEEN = (
    r"(?:\s(?:[a-z]+ly|also|now|since|again|long|already|never|not|just|always|often|once|yet|ever|thus far|so far|"
    r"himself|herself|itself|themselves|earlier|in turn)){0,2}\s+$"
)
_PERFECT = re.compile(rf"(?:\b(?:has|have)|['’](?:s|ve)){_BETWEEN}")
_PLUPERFECT = re.compile(rf"\bhad{_BETWEEN}")
_AHEAD = re.compile(
    rf"\b(?:will|would|shall|should|may|might|can|could|must|going to|expected to|due to|is to){_BETWEEN}"
)
_GOING_ON = re.compile(rf"\b(?:is|are|am|keeps?|has been|have been){_BETWEEN}")
# "has accused the crews and demanded": the auxiliary is of both.
_JOINED = re.compile(r"\b(?:and|but|or)\s(?:[a-z]+ly\s|also\s|then\s)?$")
_WITH_AUXILIARY = re.compile(
    r"\b(?P<auxiliary>has|have|had)\s(?:[a-z]+ly\s|also\s|now\s|not\s)?[a-z]+(?:ed|en|wn|id|ld|ne|un|ut|de|nt|ght)\b"
)
_PRESENT = frozenset(
    """say tell think believe argue claim want insist hope fear expect warn deny suggest maintain contend see feel
    know acknowledge agree urge call demand promise hold are""".split()
)
_SHOWN_CHARS = 40


def _told(words: str, start: int, cue: Span) -> Told:
    """How the cue is told, by its ending and the auxiliary before it."""
    left = words[: max(0, cue.start - start)].lower()
    before = left[-_SHOWN_CHARS:]
    joined = [each["auxiliary"] for each in _WITH_AUXILIARY.finditer(left)] if _JOINED.search(before) else []
    first = cue.exact.split()[0].lower() if cue.exact.split() else ""
    if _PLUPERFECT.search(before) or first == "had" or joined[-1:] == ["had"]:
        return Told.PLUPERFECT
    if _AHEAD.search(before):
        return Told.AHEAD
    if _PERFECT.search(before) or first in {"has", "have"} or joined:
        return Told.PERFECT
    if first.endswith("s") and first != "was":
        return Told.PRESENT
    return Told.PRESENT if first in _PRESENT or _GOING_ON.search(before) else Told.PAST
