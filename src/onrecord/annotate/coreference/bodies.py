"""Which body of an article a description or a plural pronoun stands for: "the ministry", "the company", "they"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial

from onrecord.annotate.capitals import NOT_NAMES
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.history import History
from onrecord.annotate.roles import ORGANIZATION_WORDS
from onrecord.annotate.rules.lexicon import AUXILIARIES, CUES
from onrecord.records import EntityKind, Span
from onrecord.text.agencies import MediaKind, find_agency, looks_like_media, names_outlet
from onrecord.text.companies import is_company
from onrecord.text.folding import fold
from onrecord.text.states import state_of

FIRMS = frozenset(
    "company firm operator manufacturer developer retailer maker insurer lender employer owner giant startup start-up "
    "automaker carmaker airline chain conglomerate miner brewer supermarket planemaker drugmaker contractor supplier "
    "provider carrier shipbuilder subsidiary".split()
)
PRINTED = frozenset("newspaper paper magazine daily weekly tabloid".split())
AIRED = frozenset("channel broadcaster network station".split())
GROUPS = frozenset("group organisation organization charity nonprofit non-profit foundation body watchdog".split())
OFFICES = frozenset("agency bureau regulator department service authority force".split())
# Words of bodies that no "company" or "owner" stands for.
OF_THE_STATE = frozenset(
    "court council ministry parliament senate congress assembly committee commission government police army navy "
    "agency authority department union party university school college church tribunal house office bureau "
    "administration board fund movement foundation institute forces service democrats republicans coalition "
    "association federation".split()
)
# Words of bodies that no "group" or "agency" stands for.
NO_GROUP = frozenset(
    "court university school college church tribunal parliament senate congress party democrats republicans ministry "
    "government cabinet house bank center centre".split()
)
NO_OFFICE = NO_GROUP | frozenset("union club association group coalition services systems inc ltd".split())
NEAR = 2  # paragraphs back in which a body is still being told of
CLEAR = 2  # times as often named as the next body, so that it is the one meant


def is_of_body(noun: str) -> bool:
    """Whether the noun stands for a body: "ministry", "company", "campaign"."""
    return noun in ORGANIZATION_WORDS | FIRMS | PRINTED | AIRED | GROUPS | OFFICES or noun == "camp"


def body_described(history: History, source: Span, words: list[str]) -> tuple[int, str] | None:
    """The one body that "the ministry" or "the company" can be, with the reason; `words` are the phrase's."""
    noun, cast = words[-1], history.cast
    if noun in ORGANIZATION_WORDS:
        named = [
            number
            for number, group in enumerate(cast.groups)
            if group.kind is not EntityKind.PERSON
            and any(noun in _folded(name.words) and _fits(words[:-1], name.words) for name in group.names)
        ]
        if len(named) == 1:
            return named[0], f"the only {noun} the article names"
        if len(named) > 1:
            last = _last_named(cast, named, source)
            return (last, f"the {noun} named last") if last is not None else None
    wanted = _sort_of(noun)
    if wanted is None:
        return None
    bodies = [
        number
        for number, group in enumerate(cast.groups)
        if group.kind is EntityKind.ORGANIZATION
        and not state_of(group.fullest)
        and wanted(cast, group.fullest)
        and not names_outlet(group.fullest, cast.article.outlet)  # which tells, and is not told of
    ]
    told = [word for word in words[:-1] if word not in _POINTERS]
    if told:
        return _told_right_before(cast, source, bodies, told)
    return _told_of(history, source, bodies, noun)


def _folded(words: tuple[str, ...]) -> set[str]:
    return {fold(re.sub(r"['’]s?$", "", word)) for word in words}


def _fits(before: list[str], name: tuple[str, ...]) -> bool:
    """Whether what stands before the noun can be of the body: "the Jordanian government" is not Velmark's."""
    own = _folded(name)
    states = {state for word in name if (state := state_of(word))}
    for word in before:
        bare = re.sub(r"['’]s?$", "", word)
        if state_of(bare) is not None:
            if state_of(bare) not in states:
                return False
        elif bare not in _POINTERS and fold(bare) not in own:
            return False
    return True


_POINTERS = frozenset("the this that its their his her our same whole local central powerful".split())


def _last_named(cast: Cast, groups: list[int], source: Span) -> int | None:
    """The one of the groups that is named last before the source and near it."""
    here = cast.places.paragraph(source.start)
    named = [
        (name.span.start, number)
        for number in groups
        for name in cast.groups[number].names
        if name.span.start < source.start and here - cast.places.paragraph(name.span.start) <= NEAR
    ]
    return max(named)[1] if named else None


def _sort_of(noun: str) -> Callable[[Cast, str], bool] | None:
    """Tells of which names of bodies the noun is used."""
    sorts = (
        (FIRMS, _is_firm),
        (PRINTED | AIRED, partial(_is_outlet, noun)),
        (GROUPS, _is_group),
        (OFFICES, _is_office),
    )
    return next((sort for nouns, sort in sorts if noun in nouns), None)


def _is_outlet(noun: str, _: Cast, name: str) -> bool:
    agency = find_agency(name)
    other = MediaKind.BROADCASTER if noun in PRINTED else MediaKind.PAPER
    fits = (
        _ON_AIR.search(name) is None or noun in AIRED
        if agency is None
        else agency.kind not in {MediaKind.AGENCY, other}
    )
    return fits and looks_like_media(name)


_OUTLETS = "|".join(sorted(PRINTED | AIRED))
_ON_AIR = re.compile(r"\b(?:radio|television|tv|broadcasting)\b", re.IGNORECASE)


def _is_firm(_: Cast, name: str) -> bool:
    plain = OF_THE_STATE.isdisjoint(fold(name).split()) and not looks_like_media(name)
    return plain or is_company(name)


def _is_told_firm(name: str) -> bool:
    """Whether the name itself tells that it is a company's."""
    return is_company(name) or fold(name).split()[-1] in ORGANIZATION_WORDS - OF_THE_STATE


def _is_group(_: Cast, name: str) -> bool:
    return NO_GROUP.isdisjoint(fold(name).split()) and not looks_like_media(name) and not is_company(name)


def _is_office(cast: Cast, name: str) -> bool:
    plain = NO_OFFICE.isdisjoint(fold(name).split()) and not looks_like_media(name)
    return plain and re.search(rf"\b(?:{_OUTLETS}) {re.escape(name)}\b", cast.article.text) is None


def _told_right_before(cast: Cast, source: Span, bodies: list[int], told: list[str]) -> tuple[int, str] | None:
    """The body whose own name has the words told of it, or of a state whose sentence before begins with its name."""
    named = [
        number for number in bodies if all(fold(word) in _folded(cast.groups[number].names[0].words) for word in told)
    ]
    if len(named) == 1:
        return named[0], f"the only {' '.join(told)} one the article names"
    here = cast.places.sentence(source.start)
    if here < 1 or cast.places.sentences[here][0] != source.start:
        return None
    start, end = cast.places.sentences[here - 1]
    first = cast.named_in(Span.of(cast.article.text, start, end))[:1]
    opens = first and first[0][0].opens and first[0][1] in bodies
    return (first[0][1], "the subject of the sentence before") if opens else None


def _told_of(history: History, source: Span, groups: list[int], noun: str) -> tuple[int, str] | None:
    """The one of the bodies that is told of just before: the only one, who spoke last, or who is named most by far."""
    cast = history.cast
    here = cast.places.paragraph(source.start)
    before = Counter(
        number for number in groups for name in cast.groups[number].names if name.span.start < source.start
    )
    if len(before) == 1:
        return next(iter(before)), f"the only {noun} named so far"
    if not before and noun in FIRMS:
        later = [number for number in groups if _is_told_firm(cast.groups[number].fullest)]
        return (later[0], f"the only {noun} the article names") if len(later) == 1 else None
    near = {
        number: max(name.span.start for name in cast.groups[number].names if name.span.start < source.start)
        for number in before
    }
    near = {number: at for number, at in near.items() if here - cast.places.paragraph(at) <= NEAR}
    most = Counter({number: before[number] for number in near}).most_common(2)
    if len(most) > 1 and most[0][1] >= CLEAR * most[1][1]:
        return most[0][0], f"the {noun} named most"
    spoke = history.heard[-1][1] if history.heard else None
    if spoke in near:
        return spoke, f"the {noun} that spoke last"
    if len(near) == 1 and most[0][1] > 1:
        return most[0][0], f"the only {noun} named just before"
    return None


def body_in_full(cast: Cast, source: Span, words: list[str]) -> Span | None:
    """Where the article told last before whose body it is: "Kaldavia’s foreign ministry", then "the ministry"."""
    if words[-1] in FIRMS | PRINTED | AIRED | GROUPS:
        return None
    noun = re.escape(words[-1])
    wanted = re.compile(rf"\b(?!{_NO_NAME})[A-Z][\w.-]*(?:['’]s)? (?:[A-Za-z][\w.’'-]* ){{0,3}}?{noun}\b(?!['’-])")
    first = cast.places.paragraph_starts[0] if cast.places.paragraph_starts else 0
    found = None
    for match in wanted.finditer(cast.article.text, first, source.start):
        form = match.group().lower().split()
        if all(word in _POINTERS or word in form for word in words[:-1]) and _IS_PHRASE.isdisjoint(form):
            found = match
    return Span.of(cast.article.text, *found.span()) if found else None


# Words that part the noun from the name before it: "Velmark said the *ministry*".
_IS_PHRASE = (
    frozenset("the a an of to in on at by for from with and or but as that who which its their".split())
    | AUXILIARIES
    | frozenset(CUES)
)
_NO_NAME = "(?i:" + "|".join(sorted(map(re.escape, NOT_NAMES - {"new", "north", "south", "east", "west"}))) + r")\b"


def body_speaking(history: History, span: Span) -> int | None:
    """The body that "they" or "it" stands for: the last speaker, where nothing else is named between."""
    if not history.heard:
        return None
    cast = history.cast
    tag, referent = history.heard[-1]
    if referent is None or referent < 0 or cast.groups[referent].kind is not EntityKind.ORGANIZATION:
        return None
    anchor = tag.source or tag.content[0]
    apart = cast.places.paragraph(span.start) - cast.places.paragraph(anchor.start)
    if not 0 <= apart <= 1:
        return None
    if span.start <= anchor.end:
        return None  # it stands within what was said, or before
    between = cast.named_in(Span.of(cast.article.text, anchor.end, span.start))
    quoted = [name for name, _ in between if any(each.covers(name.span) for each in tag.content)]
    return referent if all(group == referent or name in quoted for name, group in between) else None
