"""The day of what answers the report's own news: "the mayor welcomed the release", dated by the first sentence."""

from __future__ import annotations

import re
from datetime import date

from onrecord.annotate.said.cases import Case, Told
from onrecord.annotate.said.days import Days
from onrecord.annotate.said.deeds import NEWS, day_done
from onrecord.annotate.said.governing import since
from onrecord.annotate.said.report import Report, Said, Sentence

SUMMARY = 1  # paragraphs before the one that tells the news
_ANSWERS = re.compile(
    r"(?:(?:has|have|later|also|quickly|swiftly|immediately|promptly|strongly|roundly|publicly|\w+ly) )*"
    r"(?P<verb>welcomed|hailed|praised|applauded|celebrated|cheered|condemned|denounced|deplored|decried|slammed|"
    r"blasted|criticised|criticized|lamented|regretted|protested|rejected|dismissed|rebuffed|spurned|shrugged off|"
    r"brushed (?:off|aside)|waved (?:off|away|aside)|turned down|defended|confirmed|acknowledged|"
    r"called|described|branded|labell?ed)\b",
    re.IGNORECASE,
)
_HAPPENED = (
    "release|attack|assault|strike|raid|bombing|shelling|blast|explosion|killing|shooting|murder|death|arrest|detention|"
    "seizure|decision|ruling|verdict|judgment|sentence|move|step|gesture|vote|result|outcome|victory|defeat|election|deal|"
    "agreement|accord|truce|ceasefire|pact|treaty|offer|proposal|plan|idea|demand|ultimatum|threat|warning|claim|"
    "accusation|allegation|charge|remark|comment|statement|speech|announcement|report|news|call|appeal|request|"
    "pledge|resignation|appointment|dismissal|nomination|law|bill|measure|sanction|tariff|duty|fine|ban|toll|cut|increase|delay|pause|halt|"
    "suspension|closure|reopening|walkout|protest|march|rally|handover|swap|exchange|withdrawal|expulsion|summons|visit|"
    "operation|incursion|incident|crash|accident|violence|crackdown|use of force"
)
_THE_NEWS = re.compile(rf"(?:the|this|that|these|those) (?:[\w’'-]+ ){{0,2}}?(?:{_HAPPENED})(?:s|es)?\b", re.IGNORECASE)
_AFTER_THE_NEWS = re.compile(
    r"\b(?:after|following|in (?:response|reaction|reply) to|reacting to|responding to|commenting on) "
    r"(?:the|this|that) (?:[\w’'-]+ ){0,2}?(?:decision|ruling|verdict|announcement|news|move|deal|agreement)\b",
    re.IGNORECASE,
)
# "Confirmed that it had received six people", "acknowledged the blast".
_THAT_IT_HAD = re.compile(r"(?:that )?[^,;.]{0,60}\b(?:had|was|were)\b", re.IGNORECASE)


def to_the_news(case: Case, first: tuple[Case, Said] | None, days: Days, report: Report) -> Said:
    """The day of what the first sentence tells, where the words answer it in a report of that day.

    In one of the next day it was on either; in a later one nothing is told. Where another day is told in between, the
    words may answer that. `first` is the first case of the article with its day.
    """
    if not _answers(case):
        return Said()
    lead, news = _news(first, report)
    if lead is None or news is None or report.day is None or case.sentence is None:
        return Said()
    if case.sentence.span.start <= lead.span.start:
        return Said()
    if date.fromisoformat(report.day) - date.fromisoformat(news) > NEWS or days.between(lead.span.end, case) - {news}:
        return Said()
    return Said(on=since(news, report), basis=f"an answer to the news of {news}")


def _answers(case: Case) -> bool:
    """Whether the words take up something that happened, or was said, as known."""
    if case.sentence is None or case.tag.cue is None or case.told not in {Told.PAST, Told.PERFECT}:
        return False
    found = _ANSWERS.match(case.tag.cue.exact)
    if found is None:
        return case.told is Told.PAST and _AFTER_THE_NEWS.search(case.words) is not None
    at = case.tag.cue.start + found.end("verb")
    behind = case.sentence.span.exact[at - case.sentence.span.start :].lstrip()
    if found["verb"].lower() in {"confirmed", "acknowledged"} and _THAT_IT_HAD.match(behind):
        return True
    return _THE_NEWS.match(behind) is not None


def _news(first: tuple[Case, Said] | None, report: Report) -> tuple[Sentence | None, str | None]:
    """The first sentence that says that something was done or said on a day, and the day.

    A summary may stand before it.
    """
    for sentence in report.sentences:
        if sentence.paragraph > SUMMARY:
            break
        done = day_done(sentence, report)
        if done is not None:
            return sentence, done.day
        if first is not None and first[0].sentence == sentence and _is_day(first[1].on, report):
            return sentence, first[1].on
    return None, None


def _is_day(on: str | None, report: Report) -> bool:
    return on is not None and report.day is not None and len(on) == len(report.day) and on <= report.day
