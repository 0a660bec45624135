"""The day of what happened right before somebody spoke: what they did, the news of the lead, others' words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.annotate.dates import DateMention, Grain
from onrecord.annotate.said.carrying import LEAD_REACH, Spoken, is_told_on
from onrecord.annotate.said.cases import Case, Told
from onrecord.annotate.said.governing import BOUND, NOUN_AFTER, NUMBERS, OTHER_CLAUSE, OWNER, THE, since
from onrecord.annotate.said.report import Report, Said, Sentence
from onrecord.annotate.said.venues import Venue, spoken_at
from onrecord.records import Form

RECENT = timedelta(days=7)  # a report's own news lies at most so far before it appeared
NEWS = timedelta(days=1)  # behind what happened that a report of it comes out; later ones gather what was said since
HAD_CHARS = 40  # behind a date, within which "had" is of its clause
_APART = frozenset({Venue.INTERVIEW, Venue.WRITING})
_GOES_WITH = re.compile(
    r"\b[Ii]n (?:an? (?:joint |written |emailed |brief |short |separate )?statement|"
    r"(?:his|her|their|its) (?:[a-z]+ ){0,2}(?:statement|letter|message|speech|post|announcement|note))\b"
)
# "Ister’s mayor, Ilse Oram, opened", "Ilse Oram, the mayor, opened": who it was.
_WHO_IT_WAS = re.compile(r"^[^,;:“”]{2,60}, (?!who\b|which\b|where\b)[^,;:“”]{2,60}, (?=[a-z]+(?:ed|[a-z]) )")
_PAUSES = re.compile(r"[,;:—–“”\"]|\s-\s")
# Before the date another clause has begun, or it limits what was done.
_OTHER = re.compile(r"\b(?:that|to(?! [A-ZÀ-Þ])|had|will|would|after|before|amid|despite|since|until)\b")
_OPENS = re.compile(r"(?:(?:[Ll]ate|[Ee]arly) )?(?:[Oo]n )?")


def after_deed(case: Case, report: Report, before: Spoken | None) -> Said:
    """The day on which the sentence before, or the first one, tells that the speaker did something.

    "Oram on Monday signed the law. “It was time,” she said": what is told in the lead holds for two paragraphs, but
    not over what the speaker was last found to have said `before`.
    """
    if case.entity is None or case.sentence is None or not is_told_on(case) or _is_apart(case):
        return Said()
    last = before.case.sentence.span.start if before is not None and before.case.sentence else -1
    for sentence in _told_before(case, report):
        if sentence.span.start <= last or report.openers.get(sentence.span.start) != case.entity:
            continue
        done = day_done(sentence, report)
        if done is not None:
            return Said(on=done.day, basis=f"what the speaker did: “{done.span.exact}”")
    return Said()


def _is_apart(case: Case) -> bool:
    """Whether it was said on an occasion that is not that of what is told: to one outlet, or in what may be of any day.

    "In a statement", and "in her letter" of one who did something, goes with it.
    """
    if _GOES_WITH.search(case.words):
        return False
    return bool(spoken_at(case.words) & _APART)


def in_the_news(case: Case, report: Report) -> Said:
    """The day of publication for the first quotations after a lead that tells what happened on that very day.

    Where it happened the day before, a statement was issued on either.
    """
    lead = report.sentences[0] if report.sentences else None
    if lead is None or case.sentence is None or case.sentence == lead or case.tag.form is Form.INDIRECT:
        return Said()
    if case.paragraph - lead.paragraph > LEAD_REACH or not is_told_on(case) or _is_apart(case):
        return Said()
    done = day_done(lead, report)
    if done is None or done.day is None or report.day is None:
        return Said()
    days = date.fromisoformat(report.day) - date.fromisoformat(done.day)
    if days > (NEWS if _GOES_WITH.search(case.words) else timedelta()):
        return Said()
    return Said(on=since(done.day, report), basis=f"the news of that day: “{done.span.exact}”")


def _told_before(case: Case, report: Report) -> Iterator[Sentence]:
    """The sentence right before the case's, and the article's first where it stands near."""
    if case.sentence is None:
        return
    before = report.sentence_at(case.sentence.span.start - 1)
    if before is not None and before != case.sentence and case.paragraph - before.paragraph <= 1:
        yield before
    if case.paragraph <= LEAD_REACH and report.sentences[0] != case.sentence:
        yield report.sentences[0]


def day_done(sentence: Sentence, report: Report) -> DateMention | None:
    """The one recent day of the sentence on which its first verb says that something was done; else None."""
    days = [each for each in sentence.dates if each.grain is Grain.DAY]
    fits = [each for each in days if _is_recent(each, report) and _is_of_first_verb(each, sentence)]
    return fits[0] if len(fits) == 1 else None


def _is_recent(mention: DateMention, report: Report) -> bool:
    if report.day is None or mention.day is None or not mention.governs_past or len(mention.day) != len(report.day):
        return False
    return timedelta(0) <= date.fromisoformat(report.day) - date.fromisoformat(mention.day) <= RECENT


def _is_of_first_verb(mention: DateMention, sentence: Sentence) -> bool:
    """Whether nothing before the date begins another clause, and it tells no event's day ("Monday's talks")."""
    words = sentence.span.exact
    at, end = mention.span.start - sentence.span.start, mention.span.end - sentence.span.start
    before, after = _WHO_IT_WAS.sub("", words[:at]), words[end:]
    if " had " in words[: end + HAD_CHARS] or OWNER.search(mention.span.exact) or re.match(r"['’]s\b", after):
        return False
    if THE.search(before) and NOUN_AFTER.match(after):
        return False
    return _OPENS.fullmatch(before) is not None or not any(
        each.search(before) for each in (_PAUSES, _OTHER, OTHER_CLAUSE, BOUND)
    )


_WORDS_OF = r"(?:remarks?|comments?|statements?|announcements?|warnings?|threats?|pledges?|vows?|appeals?|words|speech)"
_CAME_AFTER = re.compile(
    rf"\b{_WORDS_OF} (?:also )?(?P<verb>comes?|came|follow(?:s|ed)) (?:just |only |barely |less than )?"
    rf"(?P<count>{'|'.join(NUMBERS)}|several|hours?) ?(?P<unit>days?|weeks?|hours?)? after [^.;]*$",
    re.IGNORECASE,
)


def before_other_words(case: Case, before: Spoken | None) -> Said:
    """So many days before the words just told: "Her remarks came two days after Velt told lawmakers that …"."""
    if (
        before is None
        or case.sentence is None
        or case.tag.cue is None
        or len(before.said.on or "") != len("2031-05-04")
    ):
        return Said()
    found = _CAME_AFTER.search(case.words[: case.tag.cue.start - case.sentence.span.start])
    if found is None or before.case.sentence == case.sentence or case.told not in {Told.PAST, Told.PLUPERFECT}:
        return Said()
    count, unit = found["count"].lower(), (found["unit"] or "").lower()
    if count == "several" and not unit.startswith("hour"):
        return Said()
    hours = count.startswith("hour") or unit.startswith("hour")
    off = timedelta() if hours else timedelta(days=NUMBERS[count] * (7 if unit.startswith("week") else 1))
    day = date.fromisoformat(before.said.on or "") - off
    return Said(on=day.isoformat(), basis=f"“{found['count']} {unit}” before: {before.said.basis}".replace(" ”", "”"))
