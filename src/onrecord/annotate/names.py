"""Proper names in an article: where they stand, what sort of thing they name, and the offices beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.annotate.roles import (
    HONORIFICS,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    ROLE_MODIFIERS,
    ROLE_NOUNS,
)
from onrecord.annotate.rules.lexicon import AUXILIARIES, CUES
from onrecord.annotate.sentences import sentence_tokens
from onrecord.annotate.tokens import POSSESSIVE, Token, TokenKind
from onrecord.records import Article, EntityKind, RoleClaim, SegmentKind, Span
from onrecord.text.agencies import find_agency, looks_like_media
from onrecord.text.states import demonym_of, state_named, state_of

Tokens = tuple[Token, ...]

# Capitalised at the start of a sentence or by custom, and no name.
NOT_NAMES = frozenset(
    "a about above according after again against all also although always am amid among an and another any anyone are around as "
    "asked at away back be because been before behind being below besides both but by can could despite did do does during each "
    "earlier either even ever every everyone few finally first following for former from further furthermore had has have he her here hers "
    "his how however i if in indeed instead into is it its just last later let like many maybe me meanwhile more moreover most mr mrs ms "
    "much must my neither never nevertheless new next no nobody none nonetheless nor not nothing now of off often okay on once one only or "
    "other others otherwise our out over perhaps please previously rather recently same say says seen separately several she should since so "
    "some someone something soon still such than that the their them then there therefore these they this those though through thus to "
    "today together tomorrow tonight too two three four five six seven eight nine ten under unless until up upon us very was we well were what when where whether which "
    "while who whose why will with within without would yes yesterday yet you your speaking asked citing updated photo image "
    "read advertisement monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december feb mar apr jun jul aug sept sep oct nov dec north south east west northern southern eastern western neighbouring neighboring then ex-".split()
)
# Parts of the world that are no state; general knowledge.
REGIONS = frozenset(
    "europe asia africa america antarctica arctic oceania scandinavia siberia crimea kashmir kurdistan gaza caucasus balkans "
    "baltics donbas catalonia scotland wales england bavaria texas california florida darfur tigray xinjiang tibet "
    "sahel sahara levant middle-east".split()
) | {
    "middle east",
    "west bank",
    "latin america",
    "south america",
    "north america",
    "central asia",
    "east asia",
    "far east",
    "gaza strip",
    "hong kong",
    "eastern europe",
    "western europe",
    "northern ireland",
    "new york",
    "los angeles",
}
# Seats of government that are a house, not a city.
PALACES = frozenset(
    "kremlin pentagon elysee élysée bankova moncloa whitehall zhongnanhai beehive planalto miraflores vatican".split()
)
DEMONYM_END = re.compile(r"(?:ians?|[a-z]ans?|ese|ish|ites?|i|ic)$")
MAX_NAME = 6  # words


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

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words."""
        return tuple(self.span.exact.split())


def find_names(article: Article) -> tuple[Name, ...]:
    """Every proper name in deck, body and captions, in order. A headline's capitals tell nothing, so it is left out."""
    keep = {SegmentKind.BODY, SegmentKind.CAPTION, SegmentKind.DECK}
    lowered = _lower_words(article) - _capital_words(article)
    found: list[Name] = []
    for number, segment in enumerate(article.segments):
        if segment.kind not in keep:
            continue
        for tokens in sentence_tokens(article.text, (segment.start, segment.end), (), ()):
            if not _is_title_case(tokens):
                found += _listed_alike(article.text, list(_names_of(article.text, tokens, lowered, number)))
    return tuple(_told_by_people(_told_elsewhere(article, found), article))


def _told_elsewhere(article: Article, names: list[Name]) -> list[Name]:
    """The names without single words that stand only where any word has a capital: "Knocking had been heard"."""
    capital = _capital_words(article)
    return [
        name
        for name in names
        if len(name.words) > 1
        or name.roles
        or name.honorific
        or name.span.exact in capital
        or state_of(name.span.exact)
        or find_agency(name.span.exact)
        or _speaks(article.text[name.span.end : name.span.end + 40])
    ]


def _speaks(after: str) -> bool:
    words = after.split(maxsplit=2)
    entry = CUES.get(words[0].strip(",.")) if words and after[:1] == " " else None
    return entry is not None and "q" in entry.frames


def _told_by_people(names: list[Name], article: Article) -> list[Name]:
    """The names, where one whose people the article calls by an adjective is a place: "Kaldavia", "Kaldavian"."""
    unsure = {name.span.exact for name in names if len(name.words) == 1 and not name.sure}
    peoples = {
        word
        for word in _capital_words(article) | _opening_words(article)
        if DEMONYM_END.search(word) and word not in unsure
    }
    places = {place for word in peoples if (place := demonym_of(word, unsure))}
    return [
        replace(name, kind=EntityKind.PLACE, sure=True)
        if name.span.exact in places and not name.roles
        else name
        for name in names
    ]


def _capital_words(article: Article) -> frozenset[str]:
    """The words with a capital that do not open a sentence or a quotation."""
    found: set[str] = set()
    for segment in article.body():
        text = article.text[segment.start : segment.end]
        found.update(match.group(1) for match in _INNER_CAPITAL.finditer(text))
    return frozenset(found)


def _opening_words(article: Article) -> frozenset[str]:
    return frozenset(article.text[s.start : s.end].split(maxsplit=1)[0] for s in article.body())


_INNER_CAPITAL = re.compile(r"(?<=[\w,;)] )([A-Z][\w-]+)")


def _listed_alike(text: str, names: list[Name]) -> list[Name]:
    """The names, where those listed with a place are places too: "Varn, Ostel and Kessin provinces"."""
    result = names[:]
    for at in range(len(result) - 2, -1, -1):
        _take_kind(text, result, at, at + 1)
    for at in range(1, len(result)):
        _take_kind(text, result, at, at - 1)
    return result


def _take_kind(text: str, names: list[Name], at: int, other: int) -> None:
    left, right = sorted((names[at], names[other]), key=lambda name: name.span.start)
    between = text[left.span.end : right.titled.start].strip()
    listed = between in {",", "and", ", and", "or", "–", "-"}
    if listed and names[other].kind is EntityKind.PLACE and names[other].sure and not names[at].sure:
        names[at] = replace(names[at], kind=EntityKind.PLACE, sure=True)


def _lower_words(article: Article) -> frozenset[str]:
    """The words that the article also prints in lower case."""
    return frozenset(
        re.findall(
            r"(?<![\w’'-])[a-z][\w’'-]+", " ".join(article.text[s.start : s.end] for s in article.body())
        )
    )


def _is_title_case(tokens: Tokens) -> bool:
    """Whether the line is set in capitals like a headline, so that they name nothing."""
    if tokens[-1].text[-1:] in '.!?”"':
        return False
    words = [token for token in tokens if token.kind is TokenKind.WORD and len(token.text) > 3]
    return len(words) > 3 and sum(token.capitalised for token in words) > 0.8 * len(words)


def _names_of(text: str, tokens: Tokens, lowered: frozenset[str], paragraph: int) -> Iterator[Name]:
    at = 0
    while at < len(tokens):
        run = _run(tokens, at, lowered)
        if run is None:
            at += 1
            continue
        first, stop = run
        name = _name(text, tokens, (first, stop), paragraph)
        if name:
            yield name
        at = stop


def _run(tokens: Tokens, at: int, lowered: frozenset[str]) -> tuple[int, int] | None:
    """The run of capitalised words that begins at `at`, without the words that begin sentences."""
    if not _can_name(tokens[at]):
        return None
    if tokens[at].lower.rstrip(".") in NOT_NAMES or (_begins(tokens, at) and _is_plain(tokens, at, lowered)):
        return None
    stop = at + 1
    while stop < len(tokens) and stop - at < MAX_NAME + 4:
        token = tokens[stop]
        if tokens[stop - 1].possessive and not (
            token.capitalised and token.lower in ORGANIZATION_WORDS and not state_of(tokens[stop - 1].text)
        ):
            break
        if _can_name(token) and token.lower not in NOT_NAMES - {
            "north",
            "south",
            "east",
            "west",
            "first",
            "new",
        }:
            stop += 1
            continue
        tied = _tied(tokens, at, stop)
        if tied is None:
            break
        stop = tied
    return at, stop


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
            tokens[tie].text == "&" or _ties_organization(tokens[at:tie], tokens[tie], tokens[after])
        ):
            return None
    return after + 1 if after < len(tokens) and _can_name(tokens[after]) else None


def _can_name(token: Token) -> bool:
    return (
        token.kind is TokenKind.WORD
        and token.text[:1].isupper()
        and (len(token.text) > 1 or token.text == "X")
    )


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether the word opens a sentence or a quotation, where a capital means nothing."""
    return at == 0 or tokens[at - 1].text in "“\"'‘«„:—–" or tokens[at - 1].text in {"...", "?", "!", "."}


def _is_plain(tokens: Tokens, at: int, lowered: frozenset[str]) -> bool:
    word = tokens[at].lower
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if word.endswith("ly") and len(word) > 4 and not (following is not None and _can_name(following)):
        return True
    if word in ROLE_NOUNS | ROLE_MODIFIERS:
        return not (following is not None and _can_name(following))
    return word in lowered and not (
        following is not None and _can_name(following) and not following.lower in NOT_NAMES
    )


def _ties_organization(run: Tokens, tie: Token, after: Token) -> bool:
    words = {token.lower for token in run}
    if tie.lower == "of":
        return bool(
            words
            & (
                ORGANIZATION_WORDS
                | {"secretary", "chief", "minister", "bank", "gulf", "hall", "republic", "kingdom", "bay"}
            )
        )
    if tie.lower in {"for", "and"}:
        last = run[-1].lower
        return last in ORGANIZATION_WORDS and after.lower not in NOT_NAMES and tie.lower == "for"
    return False


def _name(text: str, tokens: Tokens, run: tuple[int, int], paragraph: int) -> Name | None:
    first, stop = run
    if tokens[stop - 1].lower.removesuffix("s") in ROLE_NOUNS and not tokens[stop - 1].possessive:
        return None
    head = _behind_demonym(tokens, _role_stop(tokens, first, stop), stop)
    honorific = tokens[head - 1].lower if head > first and tokens[head - 1].lower in HONORIFICS else None
    before = _role_before(tokens, first) if head == first else first
    if head >= stop:
        return None
    if head == first and before == first and _is_adjective(tokens, first, stop):
        return None
    end = tokens[stop - 1].end - (_possessive_length(tokens[stop - 1]))
    span = Span.of(text, tokens[head].start, end)
    if (
        state_of(span.exact)
        and not state_named(span.exact)
        and tokens[head].lower.endswith(("an", "ans", "ish", "ese"))
    ):
        return None
    start = tokens[before].start
    title = _claim(tokens[before:head])
    roles = tuple(claim for claim in (title, _appositive(tokens, stop), _apposed_to(tokens, head)) if claim)
    kind, sure = _kind(tokens, (head, stop), span.exact, bool(roles) or honorific is not None)
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


def _possessive_length(token: Token) -> int:
    match = POSSESSIVE.match(token.text)
    return (
        len(match.group(2))
        if match and match.group(2).lower().endswith("s") and len(match.group(2)) > 1
        else (1 if match else 0)
    )


def _role_stop(tokens: Tokens, first: int, stop: int) -> int:
    """Where the office at the head of a run ends and the person's name begins."""
    end = first
    for at in range(first, stop):
        word = tokens[at].lower
        if word in ROLE_NOUNS or word in HONORIFICS:
            end = at + 1
            if (
                word in {"secretary", "chief", "minister"}
                and at + 2 < stop
                and tokens[at + 1].lower in {"of", "for"}
            ):
                end = at + 3
    return end


def _behind_demonym(tokens: Tokens, head: int, stop: int) -> int:
    """Past an adjective of nation before a name: "Russian Meduza", but not "British Museum"."""
    if stop - head != 2 or not state_of(tokens[head].text) or state_named(tokens[head].text):
        return head
    whole = f"{tokens[head].text} {tokens[head + 1].text}"
    last = tokens[head + 1].lower
    if state_of(whole) or last in ORGANIZATION_WORDS | PLACE_WORDS or looks_like_media(whole):
        return head
    return head + 1


def _role_before(tokens: Tokens, first: int) -> int:
    """Where the office before a name begins, of which only a body is capitalised: "Kremlin spokesman"."""
    at = first
    while at > 0 and (
        tokens[at - 1].lower in ROLE_NOUNS or (at < first and _belongs_to_role(tokens, at - 1))
    ):
        at -= 1
    return at


def _belongs_to_role(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.lower in ROLE_MODIFIERS or (token.capitalised and token.lower not in NOT_NAMES)


def _claim(tokens: Tokens) -> RoleClaim | None:
    """The office that the words name, and of whom: "U.S. State Department spokesperson"."""
    words = [token for token in tokens if token.kind is TokenKind.WORD]
    nouns = [at for at, token in enumerate(words) if token.lower in ROLE_NOUNS]
    if not nouns:
        return None
    noun = nouns[-1]
    title = noun
    while title > 0 and _is_of_title(words[title - 1], words[noun]):
        title -= 1
    of = " ".join(
        _bare(token.text)
        for token in words[:title]
        if token.lower not in {"the", "a", "an", "former", "then"}
    )
    behind = words[noun + 1 :]
    name = " ".join(token.text for token in words[title : noun + 1])
    if name.lower().split()[-1] in {"envoy", "ambassador", "negotiator"}:
        return RoleClaim(title=name, of=of or None)
    if behind and behind[0].lower in {"of", "for"}:
        rest = " ".join(_bare(token.text) for token in behind[1:] if token.lower != "the")
        if name.lower() in {"secretary", "chief"}:
            return RoleClaim(title=f"{name} of {rest}", of=of or None)
        return RoleClaim(title=name, of=rest or of or None)
    return RoleClaim(title=name, of=of or None)


def _is_of_title(word: Token, noun: Token) -> bool:
    """Whether the word before an office's noun belongs to it: "foreign" minister, not the Marble "House" spokesman."""
    if word.lower not in ROLE_MODIFIERS | ROLE_NOUNS or state_of(word.text):
        return False
    return noun.capitalised or not word.capitalised


def _bare(word: str) -> str:
    match = POSSESSIVE.match(word)
    return match.group(1) if match else word


def _appositive(tokens: Tokens, stop: int) -> RoleClaim | None:
    """The office that follows a name between commas: "Ushakov, a Kremlin foreign policy adviser,"."""
    if stop + 2 >= len(tokens) or tokens[stop].text != ",":
        return None
    at = stop + 1
    if (
        tokens[at].lower not in {"the", "a", "an", "former", "who"}
        and not tokens[at].capitalised
        and (tokens[at].lower not in ROLE_NOUNS | ROLE_MODIFIERS)
    ):
        return None
    end = at
    while (
        end < len(tokens)
        and end - at < 14
        and tokens[end].text not in {",", ".", ";", "–", "—"}
        and (tokens[end].lower not in {"and", "said", "told", "who", "which"})
    ):
        end += 1
    phrase = tokens[at:end]
    nouns = [token for token in phrase if token.lower in ROLE_NOUNS]
    return _claim(phrase) if nouns and not any(token.kind is TokenKind.NUMBER for token in phrase) else None


def _apposed_to(tokens: Tokens, head: int) -> RoleClaim | None:
    """The office that a name stands in apposition to: "the envoy for the talks, Keith Kellogg,"."""
    if head < 3 or tokens[head - 1].text != ",":
        return None
    first = head - 2
    while (
        first > 0 and tokens[first - 1].text not in {",", ".", ";", "“", '"', "—", "–"} and head - first < 12
    ):
        first -= 1
    phrase = tokens[first : head - 1]
    nouns = [token for token in phrase if token.lower in ROLE_NOUNS]
    if not nouns or any(token.lower in {"said", "by", "with"} or _is_verb(token) for token in phrase):
        return None
    opener = phrase[0]
    return (
        _claim(phrase)
        if opener.lower in {"the", "a", "an", "its", "his", "her"} or opener.possessive or opener.capitalised
        else None
    )


# What a country has and a person has not.
STATE_HAS = frozenset(
    "minister ministers president government parliament cabinet capital border army navy ambassador constitution coast".split()
)


def _holds_office(tokens: Tokens, stop: int) -> bool:
    """Whether the name is the owner of what countries have: "Velmark’s foreign *minister*"."""
    return tokens[stop - 1].possessive and any(token.lower in STATE_HAS for token in tokens[stop : stop + 3])


def _is_verb(token: Token) -> bool:
    entry = CUES.get(token.lower)
    return (entry is not None and not entry.ambiguous and not token.capitalised) or token.lower in AUXILIARIES


def _is_adjective(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a single capitalised word only qualifies the noun behind it: "Istrian officials"."""
    if stop - first != 1:
        return False
    word = tokens[first].text
    following = tokens[stop] if stop < len(tokens) else None
    if state_named(word):
        return False
    if state_of(word):
        return DEMONYM_END.search(word.lower()) is not None
    return (
        following is not None
        and following.kind is TokenKind.WORD
        and following.text[:1].islower()
        and DEMONYM_END.search(word) is not None
        and following.lower
        not in {
            "said",
            "has",
            "is",
            "was",
            "told",
            "and",
            "will",
            "had",
            "of",
            "in",
            "on",
            "to",
            "who",
            "also",
        }
        and not following.lower.endswith("ed")
    )


def _kind(tokens: Tokens, head: tuple[int, int], name: str, titled: bool) -> tuple[EntityKind, bool]:  # noqa: FBT001
    """What the name names, and whether that is told rather than guessed."""
    first, stop = head
    words = {word.lower() for word in name.split()}
    if state_named(name):
        return EntityKind.PLACE, True
    if titled:
        return EntityKind.PERSON, True
    if name.split()[-1].lower() in PLACE_WORDS:
        return EntityKind.PLACE, True
    if find_agency(name) or looks_like_media(name) or words & ORGANIZATION_WORDS:
        return EntityKind.ORGANIZATION, True
    if name.lower() in REGIONS:
        return EntityKind.PLACE, True
    if state_of(name):
        house = words & PALACES or "house" in words or "street" in words or "department" in words
        return (EntityKind.ORGANIZATION if house else EntityKind.PLACE), True
    following = tokens[stop].lower.removesuffix("s") if stop < len(tokens) else ""
    if words & PLACE_WORDS or following in PLACE_WORDS:
        return EntityKind.PLACE, True
    if name.isupper() and len(name) <= 6:
        return EntityKind.ORGANIZATION, True
    before = tokens[first - 1].lower if first else ""
    if (
        before in {"in", "near", "at", "from", "across", "to", "outside", "around"}
        and stop - first <= 2
        and following != "who"
    ):
        return EntityKind.PLACE, before in {"in", "near"}
    if _holds_office(tokens, stop):
        return EntityKind.PLACE, True
    if before in {"the", "neighbouring", "neighboring"}:
        noun = following and following.islower() and stop - first == 1
        return (EntityKind.PLACE if noun or before != "the" else EntityKind.ORGANIZATION), False
    return (EntityKind.PERSON, stop - first > 1) if stop - first <= 4 else (EntityKind.ORGANIZATION, False)
