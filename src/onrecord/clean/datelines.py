"""Datelines: where a report was filed, and through which agency, before its first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.records import Span
from onrecord.text.agencies import looks_like_media

_CAPS = r"[A-ZÀ-ÞŁŚŻŠČĆĐİ][A-ZÀ-ÞŁŚŻŠČĆĐİ.'’-]+"
_CAPS_PLACE = rf"{_CAPS}(?: {_CAPS}){{0,3}}"
_PLACE = r"[A-ZÀ-ÞŁŚŻŠČĆĐİ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-ÞŁŚŻŠČĆĐİ][\w.'’-]*){0,3}"
_REGION = r"(?:, (?:[A-Z][\w.’'-]*\.?)(?: [A-Z][\w.’'-]*){0,2})?"
_DAY = (
    r"(?:(?:,? |, )(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
    r"Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?|"
    r"(?:,? )\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{4})?)?"
)
_AGENCY = r"(?: ?[(\[](?P<agency>[A-ZÀ-Þ][\w .,/&'’-]{1,40})[)\]])"
_DASH = r"\s*(?:-{1,3}|–|—|―|:)\s*"
# In capitals a place may stand with the dash alone; in small letters an agency or a long dash must follow.
_IN_CAPITALS = re.compile(rf"(?P<place>{_CAPS_PLACE}(?:/{_CAPS_PLACE})*{_REGION}){_DAY}(?:{_AGENCY})?{_DAY}(?:{_DASH})")
_WITH_AGENCY = re.compile(rf"(?P<place>{_PLACE}{_REGION}){_DAY}{_AGENCY}{_DAY}(?:{_DASH}|(?=\s))")
_WITH_DASH = re.compile(rf"(?P<place>{_PLACE}){_DAY}\s+(?:—|–|--)\s+(?=[A-Z“\"])")
_ALONE = re.compile(rf"(?P<place>{_CAPS_PLACE}{_REGION}){_DAY}(?:{_AGENCY})?\s*(?::|-{{1,2}}|–|—)?")
# "MOSCOW, February 17. /TASS/. The …"
_IN_SLASHES = re.compile(
    rf"(?P<place>{_CAPS_PLACE}{_REGION}){_DAY}\.?\s*/(?P<agency>[A-ZÀ-Þ][\w .&'’-]{{1,40}})/[.:]?\s+"
)
_LEADING_AGENCY = re.compile(rf"[(\[](?P<agency>[A-ZÀ-Þ][\w .&'’-]{{1,40}})[)\]]{_DASH}")
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,8}(?:[ /][A-Za-z]+)?")
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][a-z]+[\w’'-]*(?<!ed)")
# How a turn of a transcript goes on after "NAME:".
_TURN = re.compile(r"\s*(?:I|We|You|Well|No|Yes|Thank|That|It|What|Why|How|And|But|So)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline at the head of a paragraph: all of it, the place as printed, and the agency it names."""

    start: int
    end: int
    place: str | None
    agency: Span | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the head of the paragraph `text[start:end]`, which goes on after it; else None."""
    head = min(end, start + 140)
    for pattern in (_LEADING_AGENCY, _IN_SLASHES, _IN_CAPITALS, _WITH_AGENCY, _WITH_DASH):
        hit = pattern.match(text, start, head)
        if hit is not None and hit.end() < end and _is_dateline(text, hit, end):
            place = hit.groupdict().get("place")
            return Dateline(start=start, end=hit.end(), place=place, agency=_agency(text, hit))
    return None


def dateline_alone(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that is all of the line: "PORT OSTER:", "MOSCOW (Unity Press)"; else None."""
    if end - start > 80:
        return None
    hit = _ALONE.fullmatch(text, start, end)
    if hit is None or not (hit["agency"] or text[end - 1] in ":-–—"):
        return None
    return Dateline(start=start, end=end, place=hit["place"], agency=_agency(text, hit))


def _agency(text: str, hit: re.Match[str]) -> Span | None:
    if hit.groupdict().get("agency") is None:
        return None
    return Span.of(text, hit.start("agency"), hit.end("agency"))


def _is_dateline(text: str, hit: re.Match[str], end: int) -> bool:
    """Whether the words are no speaker of a transcript, no acronym before a dash, no clause of a sentence."""
    groups = hit.groupdict()
    if hit.re is _IN_SLASHES:
        return True
    if groups.get("agency"):
        return _is_agency_name(groups["agency"] or "", hit.group()) or _is_filed(hit)
    if hit.re is _WITH_DASH:
        return len(hit["place"].split()) <= 3 and end - hit.end() > 60
    if text[hit.start() : hit.end()].rstrip().endswith(":"):
        return _TURN.match(text, hit.end(), min(end, hit.end() + 20)) is None and end - hit.end() > 60
    return end - hit.end() > 40


def _is_filed(hit: re.Match[str]) -> bool:
    """Whether one word in brackets stands between a dash and a place in capitals with its day."""
    dated = re.search(r" \d{1,2}\b", hit.group().split("(")[0]) is not None
    closes = hit.group().rstrip()[-1] in "-–—"
    return hit.re is _IN_CAPITALS and dated and closes and _ONE_WORD.fullmatch(hit["agency"]) is not None


def _is_agency_name(name: str, whole: str) -> bool:
    """Whether the words in brackets are a news organisation's: known, shaped so, or initials, then a dash."""
    closes = whole.rstrip()[-1] not in ")]"
    return looks_like_media(name) or (
        closes and "-" not in name and (_INITIALS.fullmatch(name) is not None or " " in name)
    )
