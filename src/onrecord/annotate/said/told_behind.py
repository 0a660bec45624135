"""The day of words whose speaking is told behind them: "She made the remarks in Ister on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.dates import DateMention
from onrecord.annotate.said.carrying import is_told_on
from onrecord.annotate.said.cases import Case
from onrecord.annotate.said.governing import BOUND, OTHER_CLAUSE, no_later
from onrecord.annotate.said.report import Report, Said, Sentence

REACH = 2  # paragraphs behind the words in which their speaking is told
_WORDS_SPOKEN = (
    r"(?:remarks?|comments?|statements?|announcements?|warnings?|threats?|pledges?|appeals?|"
    r"allegations?|accusations?|claims?|admission|disclosure|interview|speech|address|post|tweet|letter|message|video|call)"
)
_SPEAKS = re.compile(
    r"(?:was|were) (?:speaking|talking|responding|replying|writing|addressing|briefing|answering|"
    r"testifying|reacting)\b|"
    r"(?:spoke|had spoken)\b(?! with\b| to [A-ZÀ-Þ]| by\b| on the (?:tele)?phone\b)|"
    rf"(?:made|gave|delivered|issued|posted|published|uttered|offered) (?:the|these|those|his|her|their|this) "
    rf"(?:[a-z]+ )?{_WORDS_SPOKEN}\b"
)
_PRONOUN = re.compile(r"(?:He|She|They) (?:also )?")
_TITLE = re.compile(r"The (?:[a-z’'-]+ ){1,4}?(?=was |were |spoke |made |gave |delivered |issued |posted |published )")
_WORDS_CAME = re.compile(
    rf"(?:The|His|Her|Its|Their|These|Those|This) (?:[a-z]+ )?{_WORDS_SPOKEN} "
    r"(?:(?:was|were|has been|had been) (?:[a-z]+ly )?(?:made|issued|published|released|posted|broadcast|aired|"
    r"delivered|given|recorded|conducted|carried|dated|sent|uploaded|shared)\b|came\b|comes\b|took place\b|appeared\b)"
)
# "The remarks came before talks on Monday"; what is quoted between.
_ELSEWHEN = re.compile(r"\b(?:before|ahead of|prior to|since|until|despite|about|on the eve of)\b|[“\"]")


def told_behind(case: Case, cases: tuple[Case, ...], report: Report) -> Said:
    """The day that a sentence right behind tells of the speaking, nobody else being quoted in between."""
    if case.sentence is None or not is_told_on(case):
        return Said()
    for sentence in _behind(case, cases, report):
        at = _end_of_speaking(sentence, case, report)
        day = _day_behind(sentence, at) if at is not None else None
        if day is not None and day.edtf is not None:
            on = no_later(day.interval or day.day or "", report)
            return Said(on=on, basis=f"its speaking is told behind: “{day.span.exact}”")
    return Said()


def _behind(case: Case, cases: tuple[Case, ...], report: Report) -> Iterator[Sentence]:
    """The sentences behind the case's up to the next words of somebody else."""
    if case.sentence is None:
        return
    later = (cases[place] for place in range(case.place + 1, len(cases)))
    stop = next((each.sentence.span.start for each in later if each.sentence and each.entity != case.entity), None)
    for sentence in report.after(max(case.sentence.span.end, case.tag.content[-1].end)):
        if sentence.paragraph - case.paragraph > REACH or (stop is not None and sentence.span.start >= stop):
            return
        yield sentence


def _end_of_speaking(sentence: Sentence, case: Case, report: Report) -> int | None:
    """Where the words end that say that the speaker spoke, or that the words came; None where it doesn't begin so."""
    words = sentence.span.exact
    if came := _WORDS_CAME.match(words):
        return came.end()
    subject = _PRONOUN.match(words) or _TITLE.match(words)
    if subject is not None:
        spoken = _SPEAKS.match(words, subject.end())
        return spoken.end() if spoken else None
    if case.entity is None or report.openers.get(sentence.span.start) != case.entity:
        return None
    spoken = _SPEAKS.search(words)
    return spoken.end() if spoken and not re.search(r"[,;“”\"]", words[: spoken.start()]) else None


def _day_behind(sentence: Sentence, at: int) -> DateMention | None:
    """The first date behind the offset that is of the same clause and told as past."""
    for mention in sentence.dates:
        start = mention.span.start - sentence.span.start
        between = sentence.span.exact[at:start]
        if start >= at and mention.governs_past and mention.edtf is not None and mention.edtf[0].isdecimal():
            apart = any(each.search(between) for each in (OTHER_CLAUSE, BOUND, _ELSEWHEN))
            return None if apart else mention
    return None
