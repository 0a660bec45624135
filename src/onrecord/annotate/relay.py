"""Through whom the words came: agencies, broadcasters and papers named beside them or credited for the article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.annotate.occasions import speaks_elsewhere
from onrecord.annotate.referring import referred_in
from onrecord.annotate.released import released_in
from onrecord.annotate.said import Said
from onrecord.annotate.speakers import Speaker
from onrecord.records import Article, Credit, Form, SegmentKind, Span, Tag
from onrecord.text.agencies import canonical_name, names_outlet
from onrecord.text.carriers import Carrier, carriers_in, full_name, short_forms, speaking_in
from onrecord.text.folding import fold

TOLD = re.compile(r"^(?:told|tells|telling)\b")
REPORTS = re.compile(r"\b(?:reports?|reported|wrote|writes|quoted|quotes|cited|cites|citing|quoting|reporting)$")
# Within the source: "a Radio Ister source said", "a transcript published by Radio Ister".
HANDED_ON = re.compile(
    r"(?:an?|(?:cited|quoted|reported|published|carried|aired|broadcast|relayed|obtained|seen|reviewed|released) by)\s",
    re.IGNORECASE,
)
# "According to Ostinform's sources", "Radio Ister's interlocutor said".
OWN_SOURCES = re.compile(r"['’]s? (?:[\w-]+ ){0,2}(?:sources?|interlocutors?|informants?)\b")
NEXT = 2  # characters between two sentences of one paragraph
LEAD_IN = 20  # characters before the reason that may hold "in comments"
LEADS_IN = re.compile(r"\b(?:comments|remarks|interview)\s+$")
# Relays that cover all the speaker said on the occasion, not the one quotation.
WHOLE_OCCASION = re.compile(
    r"comments|remarks|interview|told|tells|wrote|article|briefing|op-ed|column|speaking|quoted|cited|report(?:ed|s)$|"
    r"^reported by\b|^(?:broadcast|aired)\b",
    re.IGNORECASE,
)


BY_REPORT = re.compile(r"^reported by\b|\breport(?:ed|s)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """The names that carried the words, each with the words that say so."""

    names: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    whole_occasion: bool = False
    by_report: bool = False  # as an agency's or paper's report, wherever it was said; not as said to it alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One attribution with what is known of it so far."""

    tag: Tag
    speaker: Speaker
    said: Said
    sentence: Span | None


def find_relays(article: Article, told: tuple[Told, ...], outlets: frozenset[str]) -> tuple[Relay, ...]:
    """Who relayed each attribution to the outlet of this article, in order; the outlet itself is never listed.

    `outlets` are names that only the article tells to be news organisations'.
    """
    contents = tuple(span for each in told for span in each.tag.content)
    credited = {credit.name for credit in article.credits}
    shorts = {name: name for name in outlets | credited} | short_forms(credited)
    own = [_beside(article, each, contents, shorts) for each in told]
    own = [_of_next(place, told, own) for place in range(len(told))]
    elsewhere = _elsewhere(article, told, own, contents)
    rewrites = not article.byline
    shared = [_shared(at, told, own, elsewhere=elsewhere[at], rewrites=rewrites) for at in range(len(told))]
    return tuple(_credited(article, told, shared))


# "To the Courier, Oram said that …".
TO_US = re.compile(r"(?:But |And )?To (?:us|(?:this|our) \w+|(?:the )?(?P<name>[A-ZÀ-Þ][^,“\"]{1,40})), ")


def _elsewhere(article: Article, told: tuple[Told, ...], own: list[Relay], contents: tuple[Span, ...]) -> list[bool]:
    """Whether each was said on an occasion that is no other news organisation's: to the press, to the outlet itself.

    What the same speaker is told to have said right behind, in the same paragraph, was said there too.
    """
    found: list[bool] = []
    for at, each in enumerate(told):
        to_us = TO_US.match(article.text, each.sentence.start, each.sentence.end) if each.sentence else None
        is_ours = to_us is not None and (to_us["name"] is None or names_outlet(_outlet_words(to_us), article.outlet))
        goes_on = at > 0 and found[-1] and not own[at].names and _is_next(article.text, told[at - 1], each)
        found.append(is_ours or goes_on or speaks_elsewhere(each.tag, each.sentence, contents))
    return found


def _outlet_words(to_us: re.Match[str]) -> str:
    return (to_us["name"] or "").removeprefix("The ")


def _is_next(text: str, before: Told, here: Told) -> bool:
    """Whether the same speaker goes on in the same paragraph."""
    if before.speaker.entity is None or before.speaker.entity != here.speaker.entity:
        return False
    if before.sentence is None or here.sentence is None:
        return False
    return "\n" not in text[before.sentence.start : here.sentence.start]


def _beside(article: Article, told: Told, contents: tuple[Span, ...], shorts: Mapping[str, str]) -> Relay:
    """The relays that the attribution's own sentence names outside what is said; `shorts` are names cut short."""
    sentence = told.sentence
    if sentence is None:
        return Relay()
    found: dict[str, str] = {}
    whole = by_report = False
    speaking = (
        each
        for each in speaking_in(article.text, sentence.start, sentence.end, shorts)
        if REPORTS.search(each.reason.exact)
    )
    named = carriers_in(article.text, sentence.start, sentence.end, shorts)
    for carrier in chain(named, speaking, referred_in(article, sentence, shorts)):
        name = canonical_name(full_name(carrier.name.exact, shorts))
        quoted = any(span.start < carrier.reason.end <= span.end for span in contents)
        if quoted or names_outlet(name, article.outlet) or not _carries(told.tag, carrier):
            continue
        found.setdefault(name, f"“{carrier.reason.exact}”")
        by_report = by_report or BY_REPORT.search(carrier.reason.exact) is not None
        lead = article.text[max(sentence.start, carrier.reason.start - LEAD_IN) : carrier.reason.start]
        whole = whole or _is_said_on_air(told.tag, carrier)
        whole = whole or any(
            pattern.search(words) for pattern, words in ((LEADS_IN, lead), (WHOLE_OCCASION, carrier.reason.exact))
        )
    for carrier in () if found else released_in(article, sentence):
        if fold(carrier.name.exact) != fold(told.speaker.name or ""):
            found[carrier.name.exact] = f"“{carrier.reason.exact}”"
    return Relay(names=tuple(found), reasons=tuple(found.values()), whole_occasion=whole, by_report=by_report)


def _is_said_on_air(tag: Tag, carrier: Carrier) -> bool:
    """Whether a verb tells that it was said "on Radio Ister"; "Oram on Radio Ister:" may be of one line alone."""
    return carrier.reason.exact.startswith("on ") and tag.cue is not None and tag.cue.exact[-1:].isalpha()


def _of_next(place: int, told: tuple[Told, ...], own: list[Relay]) -> Relay:
    """The attribution's own relay, else that of the quotation that backs it: the same speaker's, one sentence on.

    "Oram insisted that the charge would remain. “The tolls stay,” she said, as quoted by Unity Press."
    """
    here = told[place]
    behind = next((at for at in range(place + 1, len(told)) if told[at].sentence != here.sentence), None)
    if own[place].names or behind is None or here.tag.form is Form.DIRECT:
        return own[place]
    after = told[behind]
    backs = after.tag.form is Form.DIRECT and after.speaker.entity is not None
    near = here.sentence is not None and after.sentence is not None
    if not (backs and near and here.speaker.entity == after.speaker.entity):
        return own[place]
    gap = after.sentence.start - here.sentence.end if here.sentence and after.sentence else NEXT + 1
    if not 0 < gap <= NEXT or not _same_day(here.said.on, after.said.on or here.said.on):
        return own[place]
    return replace(own[behind], reasons=tuple(f"the quotation behind it: {each}" for each in own[behind].reasons))


def _carries(tag: Tag, carrier: Carrier) -> bool:
    """Whether the organisation carried what the tag tells, and is neither its source nor what another was told."""
    if TOLD.match(carrier.reason.exact):
        return tag.cue is not None and carrier.reason.overlaps(tag.cue)
    if tag.source is not None and tag.source.overlaps(carrier.name):
        more = len(tag.source.exact) > len(carrier.name.exact) + len("the ")
        theirs = OWN_SOURCES.match(tag.source.exact, carrier.name.end - tag.source.start) is not None
        return more and (theirs or HANDED_ON.match(carrier.reason.exact) is not None)
    return tag.cue is None or not tag.cue.exact.lower().startswith("according")


def _shared(place: int, told: tuple[Told, ...], own: list[Relay], *, elsewhere: bool, rewrites: bool) -> Relay:
    """The attribution's own relay, else that of an occasion on which the same speaker spoke.

    What was said `elsewhere`, to reporters or in a letter, was not said to a news organisation alone; but whoever
    `rewrites` another's report of that day, with no writer of his own, has that from it too.
    """
    if own[place].names:
        return own[place]
    here = told[place]
    fits = [
        other
        for at, other in enumerate(own)
        if other.whole_occasion
        and (not elsewhere or (rewrites and other.by_report))
        and here.speaker.entity is not None
        and told[at].speaker.entity == here.speaker.entity
        and _same_day(told[at].said.on, here.said.on)
    ]
    names = {name for other in fits for name in other.names}
    if len(names) != 1:
        return own[place]
    return Relay(names=fits[0].names, reasons=tuple(f"same speaker and day as {reason}" for reason in fits[0].reasons))


def _same_day(left: str | None, right: str | None) -> bool:
    """Whether two EDTF days or intervals meet; two unknown ones do, a known and an unknown one do not."""
    if left is None or right is None:
        return left is right
    first, second = (value.rstrip("~?%").split("/") for value in (left, right))
    return first[0] <= second[-1] + "~" and second[0] <= first[-1] + "~"


def _credited(article: Article, told: tuple[Told, ...], relays: list[Relay]) -> list[Relay]:
    """The relays with the article's own credits: an agency's byline covers all, a contribution the lead's speaker."""
    whole = [credit for credit in article.credits if credit.whole and not names_outlet(credit.name, article.outlet)]
    covering = [credit for credit in whole if _covers_all(article, credit)]
    everything = covering[0] if len(covering) == 1 else None
    heard = _heard_here(article, told, sent=everything is None and _is_of_one_sent(article))
    shared = _is_also_own(article)
    lead = next((each.speaker.entity for each in told if each.speaker.entity), None)
    partly = whole[0] if len(whole) == 1 and everything is None else None  # of several, none can be told
    result = []
    for each, relay in zip(told, relays, strict=True):
        credit = everything or (partly if lead is not None and each.speaker.entity == lead else None)
        if everything and relay.names and not shared:
            names = tuple(dict.fromkeys((everything.name, *relay.names)))
            reasons = (f"the article is credited: “{everything.span.exact}”", *relay.reasons)
            result.append(Relay(names=names, reasons=reasons))
        elif relay.names or credit is None or (each.speaker.entity or _place(each), each.said.on) in heard:
            result.append(relay)
        else:
            result.append(Relay(names=(credit.name,), reasons=(f"the article is credited: “{credit.span.exact}”",)))
    return result


OWN_STAFF = re.compile(
    r"\b(?:staff|our (?:own )?(?:reporters?|correspondents?)|and agencies|(?:news )?desk)\b", re.IGNORECASE
)
# "Told us", "told this newspaper": what the outlet heard itself.
TOLD_US = re.compile(
    r"\b(?:told|tells|telling|assured|spoke to|speaking to|speaking with|interview (?:with|to)|"
    r"(?:said|disclosed|revealed|confirmed|confided|admitted|explained|complained|wrote) to) "
    r"(?:us\b|(?:this|our) (?:news)?(?:paper|site|magazine|outlet|reporter|correspondent|programme)|"
    r"(?:the )?(?P<name>[A-Z].*))"
)


# "Told reporters on the steps": what a reporter of the outlet who was sent there heard.
TOLD_PRESS = re.compile(
    r"\b(?:told|tells|telling|said to|spoke to|speaking to|addressing|briefed) (?:(?:the )?(?:press|media)|"
    r"(?:[a-z]+ )?(?:reporters|journalists|newsmen|mediapersons|correspondents))\b|"
    r"\b(?:told|addressed|at|during|in) (?:a |an |the )?(?:[a-z]+ )?(?:press|news) conference\b",
    re.IGNORECASE,
)


def _is_of_one_sent(article: Article) -> bool:
    """Whether the article is signed and dated from a place, as by a reporter sent there."""
    return bool(article.byline) and any(part.kind is SegmentKind.DATELINE for part in article.segments)


def _heard_here(article: Article, told: tuple[Told, ...], *, sent: bool) -> frozenset[tuple[str | None, str | None]]:
    """Who told the outlet itself something, each with the day: no agency need have carried their words.

    So did who told the press, where a reporter was `sent` there.
    """
    patterns = (TOLD_US, TOLD_PRESS) if sent else (TOLD_US,)
    contents = tuple(span for each in told for span in each.tag.content)
    found = set()
    for each in told:
        sentence = each.sentence
        if sentence is None:
            continue
        for match in chain.from_iterable(one.finditer(article.text, sentence.start, sentence.end) for one in patterns):
            said = any(span.start <= match.start() < span.end for span in contents)
            named = match.re is TOLD_US and match["name"] is not None
            if not said and (not named or _begins_with_outlet(match["name"], article.outlet)):
                found.add((each.speaker.entity or _place(each), each.said.on))
    return frozenset(found)


def _place(told: Told) -> str | None:
    """What stands for a speaker whom nothing tells: the sentence in which he speaks."""
    return f"in {told.sentence.start}" if told.sentence else None


def _is_also_own(article: Article) -> bool:
    """Whether the outlet's own people sign beside the agency: "By Unity Press and Velmark Today staff"."""
    lines = (segment for segment in article.segments if segment.kind is SegmentKind.BYLINE)
    return any(OWN_STAFF.search(article.text, line.start, line.end) for line in lines)


def _begins_with_outlet(words: str, outlet: str | None) -> bool:
    """Whether the outlet's name, or what it goes by, stands first in the words: "Velmark Today on Friday"."""
    parts = re.split(r"\W+", words.removeprefix("The "))
    return any(names_outlet(" ".join(parts[:count]), outlet) for count in range(1, 5))


_BRACKETS = " \t\r\n()[]/.—–-"
# "Anke Roth with AFP": the agency helped.
HELPED = re.compile(r"\b(?:with|additional reporting by|inputs? from)\b[^\n]*$", re.IGNORECASE)


def _covers_all(article: Article, credit: Credit) -> bool:
    """Whether a credit stands where an author does: in the byline or date line, or alone in brackets at the end."""
    kinds = {SegmentKind.BYLINE, SegmentKind.DATELINE, SegmentKind.CREDIT}
    place = next((one for one in article.segments if one.start <= credit.span.start < one.end), None)
    if place is not None and place.kind in kinds:
        before = article.text[place.start : credit.span.start]
        alone = article.text[place.start : place.end].strip(_BRACKETS) == credit.span.exact
        return alone if place.kind is SegmentKind.CREDIT else not HELPED.search(before)
    body = article.body()
    behind = article.text[credit.span.end : body[-1].end] if body else ""
    return article.text[credit.span.start - 1 : credit.span.start] in {"(", "["} and behind.strip() in {")", "]"}
