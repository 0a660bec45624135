"""Runs of capitalised words in a sentence, and the name, office and kind in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.annotate.capitals import FEASTS, NAME_ENDS, NOT_NAMES
from onrecord.annotate.name_kinds import Found, is_adjective, kind_of, names_firm
from onrecord.annotate.office_chains import OfficeChain, office_chain
from onrecord.annotate.offices import (
    apposed_to,
    appositive,
    claim,
    heading,
    names_office,
    role_before,
    role_stop,
    shared_office,
    with_body,
    with_time,
)
from onrecord.annotate.roles import (
    HONORIFICS,
    NO_SURNAMES,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    ROLE_MODIFIERS,
    ROLE_NOUNS,
)
from onrecord.annotate.tokens import POSSESSIVE, Token, TokenKind, Tokens
from onrecord.records import EntityKind, RoleClaim, Span
from onrecord.text.agencies import looks_like_media
from onrecord.text.states import state_named, state_of

MAX_NAME = 6  # words
LATE = 4  # words behind which a name is rarely its sentence's subject
_SIDES = frozenset("northern southern eastern western".split())
TIES = frozenset({"of", "for", "and", "the"})
# An article that Arabic, French and Italian tie to a name: "al-Rashid", "d'Orsay".
ARTICLE_BEFORE = re.compile(r"(?:al|el|ul|ad|an|ar|as|ash|at|az|d|l|dell)[-‑’'](?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One proper name at a place in an article; `titled` is the stretch with the office before it."""

    span: Span
    titled: Span
    kind: EntityKind
    sure: bool  # whether something beside the name tells its kind
    roles: tuple[RoleClaim, ...] = ()
    honorific: str | None = None
    paragraph: int = 0
    opens: bool = False  # whether it is the first noun phrase of its sentence
    in_body: bool = True  # whether it stands in the body, not in a caption or deck

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words."""
        return tuple(self.span.exact.split())


def names_of(text: str, tokens: Tokens, lowered: frozenset[str], paragraph: int) -> Iterator[Name]:
    """Every name of a sentence; `lowered` are words that a capital at its start makes no name."""
    at, last = 0, None
    shared: RoleClaim | None = None  # of all names of a list: "Ministers Oram and Velt"
    while at < len(tokens):
        chain = office_chain(text, tokens, at)
        if chain is not None:
            yield from _of_chain(text, tokens, chain, paragraph)
            at, last = chain.stop, None
            continue
        run = _run(tokens, at, lowered)
        if run is None:
            at += 1
            continue
        name = _name(text, tokens, run, paragraph)
        tie = text[last.span.end : name.titled.start].strip() if name and last else ""
        listed = tie in {"and", ",", ", and"}
        shared = shared if listed or tie == "of" else _shared_by(tokens, run)
        if name and last and listed:
            name = _in_list(name, last, shared)
        if name:
            yield name
            last = name
        at = run[1]


def _shared_by(tokens: Tokens, run: tuple[int, int]) -> RoleClaim | None:
    """The office that the names of a list share, if the run begins with one."""
    found = shared_office(tokens, *run)
    return found[1] if found else None


def _in_list(name: Name, last: Name, shared: RoleClaim | None) -> Name:
    """The name as one of a list: of "Generals Oram and Velt met" both are the subject, and both are generals."""
    name = replace(name, opens=name.opens or last.opens)
    if shared is None or name.roles or name.kind is not EntityKind.PERSON:
        return name
    return replace(name, roles=(shared,), sure=True)


def _of_chain(text: str, tokens: Tokens, chain: OfficeChain, paragraph: int) -> Iterator[Name]:
    """The land of an office told with "of", and the holder named behind it."""
    if chain.land is not None:
        land = Span.of(text, tokens[chain.land[0]].start, tokens[chain.land[1] - 1].end)
        yield Name(span=land, titled=land, kind=EntityKind.PLACE, sure=True, paragraph=paragraph)
    last = tokens[chain.stop - 1]
    span = Span.of(text, tokens[chain.name].start, last.end - _possessive_length(last))
    beside = (appositive(tokens, chain.stop), heading(tokens, chain.stop))
    yield Name(
        span=span,
        titled=Span.of(text, tokens[chain.office].start, span.end),
        kind=EntityKind.PERSON,
        sure=True,
        roles=(chain.role, *(claim for claim in beside if claim)),
        paragraph=paragraph,
        opens=not any(_can_name(token) and token.lower not in NOT_NAMES for token in tokens[: chain.office]),
    )


def _run(tokens: Tokens, at: int, lowered: frozenset[str]) -> tuple[int, int] | None:
    """The run of capitalised words that begins at `at`, without the words that begin sentences."""
    if not _can_name(tokens[at]):
        return None
    if _is_zone(tokens, at) or _SEAT_OF.fullmatch(tokens[at].text):
        return None
    plain = _without_ending(tokens[at].lower) in NOT_NAMES and not _is_first_of_place(tokens, at)
    if plain or _is_shouted(tokens, at) or (_begins(tokens, at) and _is_plain(tokens, at, lowered)):
        return None
    stop = at + 1
    while stop < len(tokens) and stop - at < MAX_NAME + 4:
        token = tokens[stop]
        if tokens[stop - 1].possessive and not (
            token.capitalised and token.lower in ORGANIZATION_WORDS and not state_of(tokens[stop - 1].text)
        ):
            break
        if _can_name(token) and _is_surname(tokens, stop):
            stop += 1
            continue
        if _can_name(token) and token.lower not in NOT_NAMES - NAME_ENDS:
            stop += 1
            continue
        tied = _owned(tokens, stop) or _tied(tokens, at, stop) or _matters(tokens, at, stop)
        if tied is None:
            break
        stop = tied
    alone = stop == at + 1
    if alone and (_without_ending(tokens[at].lower) in FEASTS or _QUALIFIES.fullmatch(tokens[at].text)):
        return None
    return at, stop


_SEAT_OF = re.compile(r"[RDI][-‑][A-Z][\w.]*")  # a lawmaker's party and state: "(R-Ky.)"
_QUALIFIES = re.compile(r"[A-Z][\w.’']*(?:[-‑]\w+)*[-‑][a-z]{2,}")  # "the *Lagos-based* firm", "*Twenty-seven* of them"
_ENDING = re.compile(r"(?:\.|['’](?:s|m|d|ve|re|ll)?)$")


def _without_ending(word: str) -> str:
    """The word without a stop, or what an apostrophe ties to it: "Thursday’s", "I’m"."""
    return _ENDING.sub("", word)


def _is_shouted(tokens: Tokens, at: int) -> bool:
    """Whether the word is in capitals like a plain word beside it: "WE *WON*"."""
    near = (tokens[place] for place in (at - 1, at + 1) if 0 <= place < len(tokens))
    loud = tokens[at].text.isupper() and len(tokens[at].text) > 1
    return loud and any(word.text.isupper() and word.lower in NOT_NAMES and len(word.text) > 1 for word in near)


_ZONES = frozenset(
    "GMT UTC BST CET CEST EET EEST MSK EST EDT CST CDT MST MDT PST PDT ET CT MT PT IST PKT JST KST".split()
)
_HOURS = frozenset("a.m p.m am pm a.m. p.m. hours hrs noon midnight .".split())


def _is_zone(tokens: Tokens, at: int) -> bool:
    """Whether the capitals behind a time of day say by which clock: "17.12 BST"."""
    if tokens[at].text not in _ZONES or at == 0:
        return False
    before = tokens[at - 1]
    return before.kind is TokenKind.NUMBER or before.lower in _HOURS or before.text[:1].isdigit()


def _is_first_of_place(tokens: Tokens, at: int) -> bool:
    """Whether a word of direction or "New" begins a name: "North Korea", "New Oster", not "New Foreign Minister"."""
    sides = {"north", "south", "east", "west", "new"}
    if at + 1 >= len(tokens) or not (tokens[at].lower in sides or _is_side(tokens, at)):
        return False
    after = tokens[at + 1]
    return _can_name(after) and after.lower not in NOT_NAMES | ROLE_NOUNS | ROLE_MODIFIERS


def _is_side(tokens: Tokens, at: int) -> bool:
    """Whether a body's or land's name begins with the side that it is on: "*Northern* Broadcasting"."""
    if tokens[at].lower not in _SIDES:
        return False
    run = list(takewhile(_can_name, tokens[at + 1 : at + MAX_NAME]))
    body = bool(run) and run[-1].lower in ORGANIZATION_WORDS | {"broadcasting", "television"}
    return tokens[at].capitalised and (body or not _begins(tokens, at))


def _is_surname(tokens: Tokens, at: int) -> bool:
    """Whether the name of a month stands as a surname: "Ilse May said", not "in Oster May 3"."""
    if tokens[at].text not in {"May", "March", "August"}:
        return False
    return at + 1 >= len(tokens) or tokens[at + 1].kind is not TokenKind.NUMBER


def _tied(tokens: Tokens, at: int, tie: int) -> int | None:
    """Behind the capitalised word that the small words at `tie` join to the name: "Jan *van der* Velt"."""
    after = tie
    while after < len(tokens) and after - tie < 3 and tokens[after].lower in PARTICLES:
        after += 1
    if after == tie:
        after = tie + 1
        ties = tokens[tie].lower in {"of", "for", "and"} or tokens[tie].text == "&"
        if not ties:
            return None
        if after < len(tokens) and tokens[after].lower == "the":
            after += 1
        if after >= len(tokens) or not (
            tokens[tie].text == "&"
            or _ties_organization(tokens[at:tie], tokens[tie], tokens[after])
            or _is_one_body(tokens, at, tie)
        ):
            return None
    return after + 1 if after < len(tokens) and _can_name(tokens[after]) else None


def _owned(tokens: Tokens, mark: int) -> int | None:
    """Behind the body that the apostrophe at `mark` joins to its members: "Hauliers’ *Union*"."""
    if tokens[mark].text not in {"’", "'"} or mark + 1 >= len(tokens) or not tokens[mark - 1].text.endswith("s"):
        return None
    adjacent = tokens[mark].start == tokens[mark - 1].end and not state_of(tokens[mark - 1].text)
    owned = tokens[mark + 1]
    return mark + 2 if adjacent and owned.capitalised and owned.lower in ORGANIZATION_WORDS else None


def _can_name(token: Token) -> bool:
    if token.kind is not TokenKind.WORD:
        return False
    capital = token.text[:1].isupper() and (len(token.text) > 1 or token.text == "X")
    return capital or ARTICLE_BEFORE.match(token.text) is not None


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether the word opens a sentence or a quotation, where a capital means nothing."""
    return at == 0 or tokens[at - 1].text in "“\"'‘«„:—–" or tokens[at - 1].text in {"...", "?", "!", "."}


def _is_plain(tokens: Tokens, at: int, lowered: frozenset[str]) -> bool:
    word = tokens[at].lower
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if _tells_state(tokens, at):
        return True
    if word.endswith("ly") and len(word) > 4 and not (following is not None and _can_name(following)):
        return True
    if word in ROLE_NOUNS | ROLE_MODIFIERS:
        return not (following is not None and _can_name(following))
    return word in lowered and not (following is not None and _can_name(following) and following.lower not in NOT_NAMES)


# How people are when news names them: "*Grieving* Ilse Oram", "*Embattled* Mr Velt".
_STATES_OF_PEOPLE = frozenset(
    "angry beleaguered bereaved beaming billionaire celebrated controversial defiant detained devastated disgraced "
    "distraught embattled emotional exiled furious grieving heartbroken imprisoned injured jailed millionaire ousted "
    "outspoken proud rival shamed stricken struggling suspended tearful terrified under-fire veteran widowed worried "
    "wounded".split()
)


def _tells_state(tokens: Tokens, at: int) -> bool:
    """Whether the word before a title or a full name says how its bearer is, and is no part of the name."""
    behind = tokens[at + 1 : at + 3]
    return tokens[at].lower in _STATES_OF_PEOPLE and len(behind) > 1 and all(_can_name(token) for token in behind)


def _ties_organization(run: Tokens, tie: Token, after: Token) -> bool:
    words = {token.lower for token in run}
    if tie.lower == "of":
        if words & {"secretary", "chief", "minister"} and not words & ORGANIZATION_WORDS:
            return run[-1].lower in ROLE_NOUNS  # not "Foreign Minister Jan Velt of Kaldavia"
        return bool(
            words
            & (
                ORGANIZATION_WORDS
                | {"secretary", "chief", "minister", "bank", "gulf", "hall", "republic", "kingdom", "bay", "head"}
            )
        )
    if tie.lower in {"for", "and"}:
        last = run[-1].lower
        return last in ORGANIZATION_WORDS and after.lower not in NOT_NAMES and tie.lower == "for"
    return False


# What ministries are of: "the Ministry for Agriculture, *Forests and Water*".
MATTERS = frozenset(
    "agriculture forests forestry water waters food environment affairs energy trade industry industries commerce "
    "culture sport sports tourism labour labor health education science research technology transport infrastructure "
    "communications justice interior defence defense economy finance planning housing development youth family "
    "families women welfare security fisheries mines mining coal gas oil information climate nature resources "
    "communities government innovation employment pensions immigration citizenship ports media arts skills".split()
)


def _matters(tokens: Tokens, at: int, comma: int) -> int | None:
    """Behind the further matters of a ministry that the comma begins to list; None where others are listed there."""
    words = {token.lower for token in tokens[at:comma]}
    if tokens[comma].text != "," or not words & OF_TWO_MATTERS or not words & {"of", "for"}:
        return None
    place, ended = comma, False
    while place < len(tokens) and place - comma < 2 * MAX_NAME and not ended:
        ended = tokens[place].lower in {"and", "&"}
        if not ended and tokens[place].text != ",":
            return None
        place += 1
        while place < len(tokens) and _can_name(tokens[place]):
            place += 1
        if tokens[place - 1].lower not in MATTERS:
            return None
    return place if ended else None


# Bodies that go by two matters: "the Unity and Bread *Party*".
OF_TWO_MATTERS = frozenset(
    "party ministry department commission committee movement agency authority institute services union".split()
)


def _is_one_body(tokens: Tokens, at: int, tie: int) -> bool:
    """Whether "and" stands within the name of a body, of which only one word comes before it, behind "the"."""
    first = tokens[at].lower
    plain = first not in ORGANIZATION_WORDS | ROLE_NOUNS and not state_of(tokens[at].text)
    if tokens[tie].lower != "and" or tie != at + 1 or at == 0 or tokens[at - 1].lower != "the" or not plain:
        return False
    reach = takewhile(lambda token: token.capitalised or token.text in {"’", "'"}, tokens[tie + 1 : tie + 6])
    behind = [token.lower for token in reach if token.capitalised]
    ends = [place for place, word in enumerate(behind) if word in OF_TWO_MATTERS]
    return bool(ends) and 1 <= ends[0] <= 3


def _name(text: str, tokens: Tokens, run: tuple[int, int], paragraph: int) -> Name | None:
    first, stop = _behind_body(tokens, *run)
    if tokens[stop - 1].lower.removesuffix("s") in ROLE_NOUNS and not tokens[stop - 1].possessive:
        return None
    shared = shared_office(tokens, first, stop)
    head = shared[0] if shared else _behind_demonym(tokens, _office_stop(tokens, first, stop), stop)
    honorific = tokens[head - 1].lower if head > 0 and tokens[head - 1].lower in HONORIFICS else None
    before = role_before(tokens, first) if head == first else with_time(tokens, first)
    before = with_body(tokens, first) if first != run[0] else before
    if head >= stop:
        return None
    if head == first and before == first and is_adjective(tokens, first, stop):
        return None
    end = tokens[stop - 1].end - (_possessive_length(tokens[stop - 1]))
    span = Span.of(text, tokens[head].start, end)
    if (
        state_of(span.exact)
        and not state_named(span.exact)
        and tokens[head].lower.endswith(("an", "ans", "ish", "ese"))
    ):
        return None
    if head > before and (_is_body(tokens, head, stop) or _is_owner(tokens, head)):
        before = head  # "the head of the Office of the President", "the minister of the Republic"
    start = tokens[before].start
    title = shared[1] if shared else claim(tokens[before:head])
    late = head >= LATE
    beside = None if looks_like_media(span.exact) else appositive(tokens, stop, late=late)  # an outlet holds no office
    offices = (title, beside, apposed_to(tokens, head), heading(tokens, stop))
    roles = tuple(_of_land(tokens, stop, claim) for claim in offices if claim)
    titled = any(not _may_be_firms(role) for role in roles) or honorific is not None or shared is not None
    titled = titled or (bool(roles) and not names_firm(span.exact))
    titled = titled and span.exact.lower() not in NO_SURNAMES
    kind, sure = kind_of(Found(tokens=tokens, first=head, stop=stop, name=span.exact, titled=titled))
    if roles and not titled:
        kind, sure = EntityKind.ORGANIZATION, True
    return Name(
        span=span,
        titled=Span.of(text, start, end),
        kind=kind,
        sure=sure,
        roles=roles if kind is EntityKind.PERSON else (),
        honorific=honorific,
        paragraph=paragraph,
        opens=not any(_can_name(token) and token.lower not in NOT_NAMES for token in tokens[:before]),
    )


# What a company may be as well as a person: "the operator, Norline,".
_FIRMS = frozenset(
    "operator operators owner owners publisher publishers partner partners broker brokers trader".split()
)


def _may_be_firms(role: RoleClaim) -> bool:
    """Whether a company may be what the words say, too: "the rail operator", not "its managing partner"."""
    return role.title.split()[-1].lower() in _FIRMS and not role.title[:1].isupper()


def _office_stop(tokens: Tokens, first: int, stop: int) -> int:
    """Where the name begins behind the office; at its first word where the office is within a body's name.

    "The Office of the Prosecutor General of Velmark" is one name, and no name begins with "of".
    """
    head = role_stop(tokens, first, stop)
    if first < head == stop - 1 and tokens[head].lower in NO_SURNAMES:
        return first  # "the Student Union"
    if first < head < stop and tokens[head].lower in ORGANIZATION_WORDS and tokens[head - 1].lower == "general":
        return head - 1  # "the General Staff"
    if head + 1 < stop and tokens[head].possessive and tokens[head + 1].lower in ORGANIZATION_WORDS:
        return first if names_office(tokens[head].lower[: -_possessive_length(tokens[head]) or None]) else head
    if head >= stop or tokens[head].lower not in TIES:
        return head
    bodies = [at for at in range(first, head) if tokens[at].lower in ORGANIZATION_WORDS]
    return bodies[0] if bodies else head + 1


def _is_body(tokens: Tokens, head: int, stop: int) -> bool:
    """Whether the words are a body's name that tells itself: "Department of Ports", "General Staff"."""
    if head + 1 >= stop:
        return False
    first, second = tokens[head].lower, tokens[head + 1].lower
    return (first in ORGANIZATION_WORDS and second in TIES) or (first == "general" and second in ORGANIZATION_WORDS)


def _is_owner(tokens: Tokens, head: int) -> bool:
    """Whether the name stands behind "of the": an office is of it, and nobody's before it."""
    return head > 1 and tokens[head - 1].lower == "the" and tokens[head - 2].lower in {"of", "for"}


def _of_land(tokens: Tokens, stop: int, role: RoleClaim) -> RoleClaim:
    """The office, of whom the words right behind the name tell: "Foreign Minister Jan Velt *of Kaldavia*"."""
    told = role.of is None and stop + 1 < len(tokens) and tokens[stop].lower == "of" and _can_name(tokens[stop + 1])
    if not told:
        return role
    end = stop + 1
    while end < len(tokens) and _can_name(tokens[end]) and end - stop < MAX_NAME:
        end += 1
    return replace(role, of=" ".join(POSSESSIVE.sub(r"\1", token.text) for token in tokens[stop + 1 : end]))


def _possessive_length(token: Token) -> int:
    match = POSSESSIVE.match(token.text)
    return (
        len(match.group(2))
        if match and match.group(2).lower().endswith("s") and len(match.group(2)) > 1
        else (1 if match else 0)
    )


def _behind_body(tokens: Tokens, first: int, stop: int) -> tuple[int, int]:
    """The run past the body of an office before it: "Chairman of the Growers’ League *Jan Velt*"."""
    before = first - 1 - (first > 1 and tokens[first - 1].lower == "the")
    if before < 1 or tokens[before].lower != "of" or tokens[before - 1].lower not in ROLE_NOUNS:
        return first, stop
    ends = [at for at in range(first, stop - 2) if tokens[at].lower in ORGANIZATION_WORDS]
    behind = (
        bool(ends) and stop - ends[-1] <= len(("body", "given", "middle", "family")) and _can_name(tokens[ends[-1] + 1])
    )
    return (ends[-1] + 1, stop) if behind else (first, stop)


# What papers call who stands for a party, before a full name: "*Republican* Ilse Oram".
_PARTISANS = frozenset("republican democrat democratic libertarian conservative liberal socialist independent".split())


def _behind_demonym(tokens: Tokens, head: int, stop: int) -> int:
    """Past an adjective of nation or party before a name: "Norwegian Herne", but not "British Museum"."""
    if stop - head > 2 and tokens[head].lower in _PARTISANS and not tokens[head].possessive:
        plain = {token.lower for token in tokens[head + 1 : stop]}.isdisjoint(ORGANIZATION_WORDS | PLACE_WORDS)
        return head + 1 if plain else head
    if stop - head != 2 or not state_of(tokens[head].text) or state_named(tokens[head].text):
        return head
    whole = f"{tokens[head].text} {tokens[head + 1].text}"
    last = tokens[head + 1].lower
    if state_of(whole) or last in ORGANIZATION_WORDS | PLACE_WORDS or looks_like_media(whole):
        return head
    return head + 1
