"""Which date of a sentence tells when its cue's words were spoken, and which tell of something else."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from onrecord.annotate.dates import DateMention
from onrecord.annotate.said.cases import Case, Told
from onrecord.annotate.said.report import Report, Said

RECENT_DAYS = 7  # "after Friday's sinking" tells when only where that was lately
NEAR = 100  # characters between cue and date beyond which another clause is likely
# A part between commas that begins so tells of something else: "Oram, who was elected in 2019, said".
OTHER_PART = re.compile(
    r"\W*(?:who|whose|which|where|since|before|ahead of|in addition to|because|although|though|despite|amid|unlike|"
    r"including|born|"
    r"(?:the|a|an|his|her|its|their)\s(?:[\w’'-]+\s){1,5}(?:he|she|they|it)\s(?:had\s)?(?:[a-z]+ed|led|ran|built|won|made|gave|took|put|"
    r"held|wrote|set|said|told)\b|"
    r"(?:when|while|as)(?!\s(?:he|she|they|asked|pressed|questioned|challenged|contacted|reached|[a-z]+ing)\b)|"
    r"(?:the|a|an|his|her|its|their|and|but|first|then|now|once|in)\s(?:[\w’'-]+\s){1,6}(?:since|who)|"
    r"(?!asked|pressed|questioned|quoted|interviewed|contacted|reached|addressed|cited|said|told|published)"
    r"(?-i:[a-z]+ed))\b",
    re.IGNORECASE,
)
# "Elected in 2029, Oram said", "“No,” she repeated, a demand first made on Friday": of what is told beside.
_BY_THE_WAY = re.compile(
    r"\W*(?:Re-?elected|Elected|Founded|Established|Appointed|Launched|Formed|Created|Built|Signed|Adopted|Passed|Introduced|"
    r"Named|Hired|Promoted|Nominated|Sworn in|Born|Set up|Drafted|Installed)\b"
)
_OF_CONTENT = re.compile(
    r"\s{4,}(?:that was |which was )?(?:first |originally )?(?:made|published|issued|released|announced|reported|"
    r"proposed|passed|signed|floated|raised|adopted|launched|imposed|introduced)\s"
)
# "Responding to Velt’s remarks on Sunday, Oram said": then or later.
_ON_REMARKS = re.compile(
    r"\W*(?:Responding|Reacting|Replying|Asked|Commenting|Pressed|Questioned)\s(?:to|about|on|over)\s[^,;]*?"
    r"\b(?:remarks?|comments?|statements?|words|claims?|accusations?|allegations?|reports?|announcements?|decisions?|"
    r"rulings?|votes?|attacks?|strikes?|raids?|deaths?|arrests?|protests?)\s(?:on\s)?$"
)
# "Oram, who spoke in Ister on Monday, warned": it was then.
WHO_SPOKE = re.compile(
    r"\W*who\s(?:also\s)?(?:was\sspeaking|spoke|addressed|briefed|testified|answered|took\squestions|"
    r"(?:gave|held|issued|made)\s(?:an?|the|his|her|their)\s(?:[\w’'-]+\s){0,3}(?:interview|speech|address|briefing|"
    r"conference|statement|call|remarks))\b",
    re.IGNORECASE,
)
# "Oram, who visited the quay on Monday, said": then or later.
WHO_WAS_THERE = re.compile(
    r"\W*who\s(?:was\s)?(?:visited|visiting|toured|touring|attended|attending|met|chaired|hosted|arrived|led|travell?ed|"
    r"flew|(?<=was\s)(?:in|at))\b",
    re.IGNORECASE,
)
# "When the lock was shut in 2019, Oram said": at the head of its sentence, and nothing said in between.
_FRONTED_WHEN = re.compile(r"\W*When\s[^,]*$")
# A part that begins so has a subject and a verb of its own: "Oram said no; they only heard of it on Friday".
OWN_SUBJECT = re.compile(r"\W*(?:he|she|it|they|we|you|i)\s", re.IGNORECASE)
# "Oram has asked for time, she told reporters on Friday": what has been done is told then.
CLOSES = re.compile(
    r"\W*(?:he|she|it|they) (?:said|told|announced|wrote|confirmed|disclosed|revealed|added|stated|posted)\b",
    re.IGNORECASE,
)
AFTER_PART = re.compile(
    r"\W*(?:(?:shortly|soon|hours|minutes|a day|just|(?:[a-z]+\s){0,2}(?:days|weeks))\s)?(?:after|following)\b",
    re.IGNORECASE,
)
# "Hours after Thursday's vote", "shortly after it sank on Monday": on that day.
WITHIN_HOURS = re.compile(
    r"\W*(?:(?:just|only|barely|a few|some|several|two|three|an?) )*"
    r"(?:shortly|soon|hours?|minutes?|moments|immediately) (?:after|following)\b",
    re.IGNORECASE,
)
# "Said as she arrived on Monday", "when asked on Monday", "while visiting": what the speaker does is of that day.
_AT_ONCE = r"(?!\s(?:he|she|they|asked|pressed|questioned|challenged|contacted|reached|speaking|[a-z]+ing)\b)"
# Between cue and date, or before the date in its part: another verb has begun.
OTHER_CLAUSE = re.compile(
    rf"\b(?:who|whose|which|(?:when|while|as){_AT_ONCE}|because|although|though|whether|where|only\sto)\b",
    re.IGNORECASE,
)
# "…, who said": what stands before is of the other clause, unless the sentence opens with the date.
WHO_SAID = re.compile(r",\s(?:who|which)\s[^,]*$", re.IGNORECASE)
ADVERBIAL = re.compile(r"\W*(?:(?:late|early|later|earlier)\s)?(?:on\s|in\s|over\s|at\s)?(?:the\s)?$", re.IGNORECASE)
# The date is a limit of something or belongs to something: "since Monday", "due on Friday", "the war of 1812".
BOUND = re.compile(
    r"\b(?:since|until|till|by|from|due(?:\s(?:on|for|in))?|scheduled\sfor|set\sfor|planned\sfor|valid|prior\sto|"
    r"seen|obtained|reviewed)\s(?:the\s|late\s|early\s)?$"
    r"|\b(?:since|ahead\sof|on\sthe\seve\sof|until|seen|obtained|reviewed|scheduled|planned|due)\s"
    r"(?:[\w’'-]+\s){1,6}?(?:on|in|for|at)\s(?:late\s|early\s)?$"
    r"|\bto\s(?:be\s(?:published|broadcast|aired|released|shown|screened)|air|appear|run)\s(?:[\w’'-]+\s){0,5}?"
    r"(?:(?:on|in)\s)?(?:late\s|early\s)?$"
    r"|\b(?:before|ahead\sof|for|with|about|against|on\sthe\seve\sof|"
    r"(?<!morning\s)(?<!hours\s)(?<!night\s)(?<!evening\s)(?<!afternoon\s)(?<!end\s)(?<!start\s)(?<!week\s)of)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "Had not spoken until Monday": then it was.
BROKE_SILENCE = re.compile(r"(?:\bnot|n['’]t|\bnever|\bsilent|\bquiet)\b[^,;]{0,60}\suntil\s$", re.IGNORECASE)
_DOCUMENT = (
    "reports?|letter|study|surveys?|polls?|memo|memorandum|documents?|article|column|op-ed|essay|book|paper|statement|"
    "message|post|"
    "filings?|disclosures?|interview|speech|address|remarks|response|reply|testimony|announcement|edition|issue|"
    "broadcast|programme|show"
)
GATHERING = re.compile(
    r"\s?(?:[\w-]+\s){0,2}?(?:meetings?|talks|calls?|match|game|sessions?|votes?|summits?|hearings?|ceremony|visit|"
    r"debates?|trip|dinner|lunch|briefing|conference|convention|rally|service|funeral|training|launch|event|campaign|"
    rf"election|{_DOCUMENT})\b"
)
_SHOW = re.compile(r"\s[“\"][^”\"]{3,60}[”\"]")  # "On Monday’s “Morning Hour”"
# "A 2029 report by the guild said": the date of what speaks.
OF_DOCUMENT = re.compile(rf"\s(?:[\w’'-]+\s){{0,3}}?(?:{_DOCUMENT})\b")
_OF_PAPER = re.compile(rf"\b(?:{_DOCUMENT}|findings|inquiry|data|figures)\b", re.IGNORECASE)
# "The report, released on Friday, found", "In a statement published on Friday, Oram said".
_PUBLISHED = re.compile(
    rf"\b(?:{_DOCUMENT}|findings|inquiry|data|figures)(?: [\w’'-]+){{0,4}},? (?:(?:which|that) (?:was|were) )?"
    r"(?<!to be )(?:published|released|issued|filed|reported|posted|aired|broadcast|unveiled|made public|leaked|sent)"
    r"(?: online)?(?: (?:in|at|from|by) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})?(?: late| early)?(?: on)? $",
    re.IGNORECASE,
)
_IN = re.compile(r"\W*in\s", re.IGNORECASE)
_THE = r"(?:(?:the|a|an|its|her|his|their)\s)?$"
AT = re.compile(rf"\b(?:at|in|during|to|on|through|throughout|after|following)\s{_THE}", re.IGNORECASE)
AFTER = re.compile(
    rf"\b(?:after|following|reacting to|commenting on|response to|reaction to|reply to)\s{_THE}", re.IGNORECASE
)
NOUN_AFTER = re.compile(
    r"\s(?!on\b|in\b|at\b|to\b|that\b|and\b|but\b|as\b|by\b|he\b|she\b|they\b|it\b|when\b|after\b)[a-z-]{3,}"
)
# "A day after Sunday's vote", "two days before the vote on Monday", "on the eve of Tuesday's vote".
NUMBERS = {"the": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
BESIDE_DAY = re.compile(
    rf"\b(?:(?P<count>{'|'.join(NUMBERS)})\s(?P<unit>day|week)s?\s(?P<side>after|before)|on\sthe\s(?P<eve>eve)\sof)\s"
    r"(?:[a-z’'-]+\s){0,4}?(?:on\s)?$",
    re.IGNORECASE,
)
# Still to come; the name of a programme; of the day last told, by the clock.
NOT_THEN = re.compile(r"[Ll]ater this\b|This Week\b|(?:[Ll]ater|[Ee]arlier) in the day\b")
PARTICIPLE = re.compile(r"\b[a-z]+(?:ed|own|orn|ept)\s")  # "the mayor elected in 2029 said"
OWNER = re.compile(r"['’]s?$")
THE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their)|['’]s|s['’])\s$", re.IGNORECASE)


class Bearing(StrEnum):
    """What a date of the sentence has to do with the speaking."""

    DAY = "day"  # it was then
    AFTER = "after"  # it was then or later
    BESIDE = "beside"  # it was so many days before or after
    NONE = "none"


def governing(case: Case, report: Report) -> Said:
    """The date of the sentence that governs the tag's cue: outside every content and source, the nearest."""
    anchor, sentence = case.anchor, case.sentence
    if anchor is None or sentence is None:
        return Said()
    borne = [
        (mention, on, bearing)
        for mention in sentence.dates
        if (bearing := _bearing(mention, case)) is not Bearing.NONE
        and (on := _told_by(mention, bearing, case, report)) is not None
    ]
    if not borne:
        return Said()
    nearest, on, bearing = min(borne, key=lambda each: (_distance(each[0], case), each[0].span.start))
    return Said(on=on, basis=f"“{nearest.span.exact}”{_SAID_OF[bearing]}")


_SAID_OF = {Bearing.DAY: "", Bearing.AFTER: " or later", Bearing.BESIDE: ", counted from it"}


def _told_by(mention: DateMention, bearing: Bearing, case: Case, report: Report) -> str | None:
    """What the date tells of the speaking as EDTF; None where that lies ahead of the publication or is no day."""
    edtf = mention.interval or mention.day
    if bearing is Bearing.BESIDE and case.sentence is not None:
        edtf = _counted(mention.day, case.words[: mention.span.start - case.sentence.span.start])
    if edtf is None or _is_to_come(edtf, report.published):
        return None
    return since(edtf, report) if bearing is Bearing.AFTER else no_later(edtf, report)


def _counted(day: str | None, before: str) -> str | None:
    """The day so far before or after a day as the words before it say."""
    found = BESIDE_DAY.search(before)
    if found is None or day is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return None
    if found["eve"]:
        off = -1
    else:
        off = NUMBERS[found["count"].lower()] * (7 if found["unit"].lower() == "week" else 1)
        off = -off if found["side"].lower() == "before" else off
    return (date.fromisoformat(day) + timedelta(days=off)).isoformat()


def no_later(edtf: str, report: Report) -> str:
    """An interval of days without those after the article appeared."""
    first, _, last = edtf.partition("/")
    if report.day is None or len(last) < 10 or last <= report.day or first > report.day:
        return edtf
    return first if first == report.day else f"{first}/{report.day}"


def since(edtf: str, report: Report) -> str | None:
    """From a recent day to that of publication, None where either is told too coarsely."""
    first = edtf.split("/", maxsplit=1)[0]
    if report.day is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", first) or first > report.day:
        return None
    if date.fromisoformat(report.day) - date.fromisoformat(first) > timedelta(days=RECENT_DAYS):
        return None
    return first if first == report.day else f"{first}/{report.day}"


def _is_to_come(edtf: str, published: str | None) -> bool:
    """Whether a date begins after the article appeared, so that nothing can have been said on it."""
    return published is not None and edtf.split("/", maxsplit=1)[0] > published[:10] + "~"


def _distance(mention: DateMention, case: Case) -> int:
    anchor = case.anchor
    if anchor is None:
        return 0
    start, end = sorted((mention.span, anchor))
    between = (
        case.words[start.end - case.sentence.span.start : end.start - case.sentence.span.start] if case.sentence else ""
    )
    return end.start - start.end + (NEAR if ";" in between else 0)


def _bearing(mention: DateMention, case: Case) -> Bearing:
    """Whether the cue's words were spoken on the date, after it, or it tells nothing of them."""
    if case.sentence is None:
        return Bearing.NONE
    start, end = mention.span.start - case.sentence.span.start, mention.span.end - case.sentence.span.start
    before, after = case.words[:start], case.words[end:]
    if not case.words[start:end].strip() or NOT_THEN.match(mention.span.exact):
        return Bearing.NONE
    if _PUBLISHED.search(before) and (
        _OF_PAPER.search(case.tag.source.exact if case.tag.source else "") or _IN.match(before)
    ):
        return Bearing.DAY
    in_source = _bearing_in_source(mention, case, before, after)
    if in_source is not None:
        return in_source
    if BROKE_SILENCE.search(before):
        return Bearing.DAY
    return _bearing_beside(mention, case, before, after)


def _bearing_beside(mention: DateMention, case: Case, before: str, after: str) -> Bearing:
    """What a date outside the source tells, by the words on either side of it."""
    if (beside := BESIDE_DAY.search(before)) and not _is_between(case, beside.start(), len(before)):
        return Bearing.BESIDE
    if case.sentence is None or BOUND.search(before):
        return Bearing.NONE
    start, end = mention.span.start - case.sentence.span.start, mention.span.end - case.sentence.span.start
    if not before.strip() and after.lstrip().startswith(":") and case.told is Told.PERFECT:  # a dateline: "Sept 20: …"
        return Bearing.NONE
    part = before[_part_start(before) :]
    if WHO_SPOKE.match(part) or WHO_WAS_THERE.match(part):
        return Bearing.DAY if WHO_SPOKE.match(part) else Bearing.AFTER
    if _is_of_other_clause(case, start, end):
        return Bearing.NONE
    if WITHIN_HOURS.match(part):
        return Bearing.DAY
    if _ON_REMARKS.match(part) or _is_after(part, after, case, start):
        return Bearing.AFTER
    if _is_attribute(mention, before, after):
        return _of_an_event(before, re.sub(r"^['’]s", "", case.sentence.span.exact[end:]))
    return Bearing.DAY


def _is_after(part: str, after: str, case: Case, start: int) -> bool:
    """Whether the part of the sentence that the date at `start` ends says that it was later, not at a meeting."""
    if AFTER_PART.match(part) is None or _is_between(case, start - len(part) - 1, start):
        return False  # "two days after Oram said on Friday"
    return not GATHERING.search(part + after.split(",", maxsplit=1)[0])


def _is_between(case: Case, start: int, end: int) -> bool:
    """Whether the cue stands there: "two days after Oram said on Monday that" tells the day itself."""
    if case.tag.cue is None or case.sentence is None:
        return False
    return start < case.tag.cue.start - case.sentence.span.start < end


def _bearing_in_source(mention: DateMention, case: Case, before: str, after: str) -> Bearing | None:
    """What a date within the source tells, None where it stands there like one beside it."""
    source, sentence = case.tag.source, case.sentence
    if source is None or sentence is None or not source.overlaps(mention.span):
        return None
    owns = OWNER.search(mention.span.exact) or re.match(r"['’]s\b", after)
    if (THE.search(before) or owns) and OF_DOCUMENT.match(re.sub(r"^['’]s", "", after)):
        return Bearing.DAY
    return Bearing.NONE if PARTICIPLE.search(before, max(0, source.start - sentence.span.start)) else None


def _is_attribute(mention: DateMention, before: str, after: str) -> bool:
    """Whether the date only tells which of several is meant: "Monday's talks", "the May 3 speech", "a 2019 law"."""
    if OWNER.search(mention.span.exact) or re.match(r"['’]s\b", after):
        return True
    if mention.span.exact.isdecimal() and NOUN_AFTER.match(after):
        return True
    of_its_own = mention.span.exact.lower().startswith("the ")
    return not of_its_own and THE.search(before) is not None and NOUN_AFTER.match(after) is not None


def _of_an_event(before: str, after: str) -> Bearing:
    """What "Monday's talks" or "the Monday attack" tells: a gathering is where one speaks, the rest is spoken about."""
    if AT.search(before) and (GATHERING.match(after) or _SHOW.match(after)):
        return Bearing.DAY
    return Bearing.AFTER if AFTER.search(before) else Bearing.NONE


def _is_of_other_clause(case: Case, start: int, end: int) -> bool:
    """Whether the date at `words[start:end]` stands in a part of the sentence that has a verb of its own."""
    if case.anchor is None or case.sentence is None:
        return True
    cue_start = case.anchor.start - case.sentence.span.start
    cue_end = case.anchor.end - case.sentence.span.start
    before = case.words[:start]
    part_start = _part_start(before)
    part = before[part_start:]
    if end <= cue_start and _FRONTED_WHEN.match(before):
        said_between = any(end <= each.start - case.sentence.span.start < cue_start for each in case.tag.content)
        return case.told is not Told.PAST or said_between
    if ";" in case.words[cue_end:start]:
        return not _closes(part, case)
    if part_start <= cue_start < start:
        between = before[cue_end:]
        return len(between) > NEAR or any(each.search(between) for each in (OTHER_CLAUSE, _OF_CONTENT))
    if (
        OTHER_PART.match(part)
        or _BY_THE_WAY.match(part)
        or (cue_start < part_start and OWN_SUBJECT.match(part) and not _closes(part, case))
    ):
        return True
    if end <= cue_start and WHO_SAID.search(case.words[end:cue_start]) and not ADVERBIAL.match(before):
        return True
    if end <= cue_start and "," not in case.words[end:cue_start]:
        return OTHER_CLAUSE.search(part) is not None
    return False


def _closes(part: str, case: Case) -> bool:
    """Whether the part tells when that was said of which the cue only tells that it "has" been."""
    return case.told is Told.PERFECT and CLOSES.match(part) is not None


def _part_start(before: str) -> int:
    """Where the part of the sentence begins that the words before a date end."""
    return max(before.rfind(mark) for mark in ",;—–(") + 1
