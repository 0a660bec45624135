"""What ties words without a date of their own to a day told elsewhere: speaker, exchange, lead, occasion, clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.said.cases import Case, Told
from onrecord.annotate.said.days import Days
from onrecord.annotate.said.governing import since
from onrecord.annotate.said.report import Report, Said
from onrecord.annotate.said.venues import Venue, spoken_at, spoken_at_the
from onrecord.records import Form

SAME_SPEAKER = "the same speaker just before: "
CLOSE = 1  # paragraphs over which a coarse date, or another kind of occasion, is still the same
BESIDE = 12  # characters on either side of a cue in which "later" is of it
FAR = 6  # paragraphs after which the speaker may be taken up on another matter
LEAD_REACH = 2  # paragraphs after the lead in which the quotation that backs it stands
SAME_DAY_REACH = 3  # paragraphs after a day in which "in the afternoon" is of that day
DATELINE_REACH = 2  # paragraphs for which the day of the dateline holds
EARLIER = re.compile(r"\b(?:earlier|previously|in the past|once|long)\b", re.IGNORECASE)
REPLIES = re.compile(r"(?:replied|answered|responded|retorted|countered|shot back|called out)\b", re.IGNORECASE)
ONCE_MORE = re.compile(r"(?:reiterat|repeat|restat|reaffirm)", re.IGNORECASE)  # on another day than before
SAME_DAY = re.compile(
    r"\b(?:in the (?:early |late )?(?:morning|afternoon|evening)|at (?:noon|midday|midnight|dawn|dusk)|"
    r"(?:later|earlier) in the day|within (?:minutes|hours|the hour)|"
    r"(?:minutes|hours|moments) (?:later|earlier|before|after)|"
    r"shortly (?:after(?:wards)?|before)|"
    r"(?:that|the same) (?:morning|afternoon|evening|night)|afterwards?)\b",
    re.IGNORECASE,
)
# What "has" been said so is of no one day.
_LONG = (
    r"always|often|frequently|in the past|for (?:\w+ ){0,2}(?:days|weeks|months|years)|"
    r"(?:over|in) (?:recent|the (?:last|past)) (?:\w+ )?(?:days|weeks|months|years)"
)
_FOR_LONG = re.compile(rf"\b(?:{_LONG})\b", re.IGNORECASE)
_OF_OLD = re.compile(
    rf"\b(?:repeatedly|long|never|consistently|previously|already|since|earlier|{_LONG})\b", re.IGNORECASE
)
LATER = re.compile(r"\blater\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What somebody was last found to have said, and when."""

    said: Said
    case: Case

    @property
    def is_coarse(self) -> bool:
        """Whether the date is a month, a year or longer: too long for later words to be of one occasion with it."""
        return len((self.said.on or "").split("/")[0]) < 10


def goes_on(case: Case, before: Spoken | None, days: Days, report: Report) -> Said:
    """The day of what the same speaker said before, where this may be the same occasion.

    What was said on the very day of the report is taken up again however far behind.
    """
    if before is None or not is_told_on(case):
        return Said()
    apart = case.paragraph - before.case.paragraph
    if before.case.told is Told.PLUPERFECT and apart:  # "had said in May" goes on in its own paragraph alone
        return Said()
    if case.told is Told.PRESENT and (before.is_coarse or apart > CLOSE):
        return Said()
    if (apart > FAR and before.said.on != report.day) or (
        apart > CLOSE and (before.is_coarse or _is_elsewhere(case, before.case))
    ):
        return Said()
    here, there = spoken_at(case.words), spoken_at(before.case.words)
    if here and there and not here & there and case.sentence != before.case.sentence:
        return Said()
    if days.moves_on(before.case, case, before.said.on):
        return Said()
    return Said(on=before.said.on, basis=f"{SAME_SPEAKER}{before.said.basis}")


def is_told_on(case: Case) -> bool:
    """Whether the words belong to what is told: in the past tense or "says" beside a quotation, and not of earlier."""
    if case.tag.cue is None or case.sentence is None:
        return True
    told = {Told.PAST, Told.PRESENT} if case.tag.form is Form.DIRECT else {Told.PAST}
    return case.told in told and not EARLIER.search(case.words[: case.tag.cue.start - case.sentence.span.start])


def _is_elsewhere(case: Case, before: Case) -> bool:
    """Whether the sentence names an occasion of its own and the one before named none."""
    return bool(spoken_at(case.words)) and not spoken_at(before.words)


def answers(case: Case, before: Spoken | None) -> Said:
    """The day of the words right before, to which these are the reply."""
    if before is None or case.tag.cue is None or before.case.place != case.place - 1:
        return Said()
    if case.paragraph - before.case.paragraph > CLOSE or before.is_coarse or before.case.tag.form is Form.INDIRECT:
        return Said()
    if not REPLIES.match(case.tag.cue.exact):
        return Said()
    return Said(on=before.said.on, basis=f"a reply to the words before: {before.said.basis}")


def backs_lead(case: Case, cases: tuple[Case, ...], lead: Said, report: Report) -> Said:
    """The day of the lead, where it only reports what a body did and this is the first quotation after it."""
    first = cases[0]
    if case.tag.form is Form.INDIRECT or first.tag.form is Form.DIRECT or not lead or first.entity in report.people:
        return Said()
    apart = case.paragraph - first.paragraph
    if case.sentence == first.sentence or first.sentence is None or apart > LEAD_REACH or not is_told_on(case):
        return Said()
    between = [each for each in cases[: case.place] if each.sentence != first.sentence]
    if any(_comes_between(each, case) for each in between):
        return Said()
    return Said(on=lead.on, basis=f"the quotation that backs the lead: {lead.basis}")


def _comes_between(each: Case, case: Case) -> bool:
    """Whether words after the lead are of the same speaker, quoted, or of before what it tells: "a day earlier"."""
    earlier = each.told is Told.PLUPERFECT and each.paragraph == case.paragraph
    return earlier or each.tag.form is not Form.INDIRECT or each.entity == case.entity


def by_the_clock(case: Case, days: Days, report: Report, before: Spoken | None) -> Said:
    """The day last told, where the words say that it was later the same day; from then on where only "later".

    It may lie further back where the words `before` were still of it.
    """
    day = days.before(case)
    if case.sentence is None or case.tag.cue is None or day is None or case.told is not Told.PAST:
        return Said()
    at = case.tag.cue.start - case.sentence.span.start
    found = SAME_DAY.search(case.words) or SAME_DAY.search(_led_in_by(case, report))
    near = day.paragraph
    if before is not None and before.said.on == day.on:
        near = max(near, before.case.paragraph)
    if found and case.paragraph - near <= SAME_DAY_REACH:
        return Said(on=day.on, basis=f"“{found[0]}”: “{day.words}”")
    beside = case.words[max(0, at - BESIDE) : at + len(case.tag.cue.exact) + BESIDE]
    if found := LATER.search(beside):
        return Said(on=since(day.on, report), basis=f"“{found[0]}” than “{day.words}”")
    return Said()


def _led_in_by(case: Case, report: Report) -> str:
    """The sentence right before in the same paragraph, if nobody is quoted in it: "Velt reacted within minutes."."""
    before = report.sentence_at(case.sentence.span.start - 1) if case.sentence else None
    if before is None or before == case.sentence or before.paragraph != case.paragraph:
        return ""
    return "" if re.search('[“”"«»]', before.span.exact) else before.span.exact


def at_the_occasion(case: Case, days: Days) -> Said:
    """The day of the occasion that the words take as known: "told the meeting", "said outside court"."""
    if not is_told_on(case) or case.sentence is None:
        return Said()
    for venue, words in spoken_at_the(_with_audience(case)).items():
        if day := days.of_venue(venue, case):
            return Said(on=day.on, basis=f"“{' '.join(words.split())}”: “{day.words}”")
    return Said()


def _with_audience(case: Case) -> str:
    """The words, and the first of the content where it begins with who was addressed: "pleaded with *members* to"."""
    words = without_source(case)
    first = case.tag.content[0]
    if case.tag.cue is None or case.sentence is None or not 0 < first.start - case.tag.cue.end <= len(" with "):
        return words
    start = first.start - case.sentence.span.start
    audience = re.match(r"[a-z]+(?: [a-z]+)?(?= (?:to|not|that)\b)", first.exact)
    return words[:start] + audience.group() + words[start + audience.end() :] if audience else words


def without_source(case: Case) -> str:
    """The words but for the source: "an official familiar with the talks" need not have spoken at them."""
    if case.tag.source is None or case.sentence is None:
        return case.words
    start, end = (at - case.sentence.span.start for at in (case.tag.source.start, case.tag.source.end))
    return case.words if start < 0 else case.words[:start] + " " * (end - start) + case.words[end:]


def in_a_turn(case: Case, days: Days) -> Said:
    """The one day on which the article says that somebody was interviewed, for the turns of a dialogue."""
    if case.tag.cue is not None and case.tag.cue.exact.strip() != ":":
        return Said()
    day = days.of_venue(Venue.INTERVIEW, case)
    return Said(on=day.on, basis=f"the interview: “{day.words}”") if day else Said()


def as_it_happened(case: Case, report: Report) -> Said:
    """The day of publication for an entry that stands under a clock time in a report told as it happened."""
    if case.paragraph not in report.entries or report.day is None or case.told is Told.PLUPERFECT:
        return Said()
    if not _is_news(case):
        return Said()
    return Said(on=report.day, basis="an entry of the day’s live report")


def _is_news(case: Case) -> bool:
    """Whether what is said or "has" been said is of the hour: not "has long rejected", "for years said"."""
    if case.tag.cue is None or case.sentence is None:
        return case.told is not Told.PERFECT
    before = case.words[: case.tag.cue.end - case.sentence.span.start]
    return not (_OF_OLD if case.told is Told.PERFECT else _FOR_LONG).search(before)


def under_dateline(case: Case, report: Report) -> Said:
    """The day of the dateline for what is told right under it."""
    line = report.dateline
    if line is None or line.edtf is None or case.paragraph >= DATELINE_REACH or case.told is not Told.PAST:
        return Said()
    if case.sentence is None or case.tag.cue is None or not is_told_on(case):
        return Said()
    if report.day is not None and (line.day or "") > report.day:
        return Said()
    return Said(on=line.day, basis=f"the dateline: “{line.span.exact}”")


def backed(case: Case, cases: tuple[Case, ...], found: tuple[Said, ...], report: Report) -> Said:
    """The day of the sentence that follows and backs what this one reports: of the same speaker, or of the lead.

    What a person "has said" is no one occasion; what a body "has ruled out" in the lead is that of its spokesman.
    """
    leads = case.sentence == cases[0].sentence and case.entity not in report.people
    if case.sentence is None or case.told not in ({Told.PAST, Told.PERFECT} if leads else {Told.PAST}):
        return Said()
    after = next((each for each in _near(case, cases) if leads or each.entity == case.entity), None)
    if after is None or after.entity is None or after.told is not Told.PAST:
        return Said()
    if after.tag.cue is not None and ONCE_MORE.match(after.tag.cue.exact):
        return Said()
    own = found[after.place]
    here = spoken_at(case.words)
    if not _is_own_day(own) or (here and not here & spoken_at(after.words)):
        return Said()
    return Said(on=own.on, basis=f"the sentence that backs it: {own.basis}")


def _near(case: Case, cases: tuple[Case, ...]) -> Iterator[Case]:
    """The cases of later sentences in this paragraph and the next."""
    for place in range(case.place + 1, len(cases)):
        each = cases[place]
        if each.paragraph - case.paragraph > CLOSE:
            return
        if each.sentence != case.sentence:
            yield each


def _is_own_day(said: Said) -> bool:
    """Whether it is a whole day that the sentence itself tells."""
    return said.on is not None and len(said.on) == 10 and (said.basis or "").startswith("“")
