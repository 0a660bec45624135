"""The offices beside a name: "Foreign Minister" before it, "the governor of Skarn" behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from onrecord.annotate.capitals import NOT_NAMES
from onrecord.annotate.roles import HONORIFICS, ORGANIZATION_WORDS, PLACE_WORDS, ROLE_MODIFIERS, ROLE_NOUNS
from onrecord.annotate.rules.lexicon import AUXILIARIES, CUES
from onrecord.annotate.tokens import POSSESSIVE, Token, TokenKind, Tokens
from onrecord.records import RoleClaim
from onrecord.text.states import state_of

OF_STATES = frozenset("minister president premier chancellor king queen emir sultan".split())
LISTED = 10  # words within which the last of a list of names follows


def role_stop(tokens: Tokens, first: int, stop: int) -> int:
    """Where the office at the head of a run ends and the person's name begins."""
    end = first
    for at in range(first, stop):
        word = tokens[at].lower
        if names_office(word) or word in HONORIFICS:
            end = at + 1
            if (
                word in {"secretary", "chief", "minister", "head"}
                and at + 2 < stop
                and tokens[at + 1].lower in {"of", "for"}
            ):
                end = at + 3
    return end


def shared_office(tokens: Tokens, first: int, stop: int) -> tuple[int, RoleClaim | None] | None:
    """Where the first name begins behind an office in the plural, and the office: "*Senators* Oram and Velt".

    No office where those who hold it are of as many states: "*Presidents* Oram and Velt".
    """
    at = first
    while at < stop - 1 and tokens[at].lower in ROLE_MODIFIERS:
        at += 1
    noun = tokens[at]
    if at >= stop - 1 or noun.possessive or noun.lower in ROLE_NOUNS or noun.lower.removesuffix("s") not in ROLE_NOUNS:
        return None
    names = {token.lower for token in tokens[at + 1 : stop]}
    ties = [tie for tie in range(stop, min(stop + LISTED, len(tokens) - 1)) if tokens[tie].lower == "and"]
    if not names.isdisjoint(ORGANIZATION_WORDS | PLACE_WORDS) or not any(tokens[tie + 1].capitalised for tie in ties):
        return None  # "the Officers Club"
    if noun.lower.removesuffix("s") in OF_STATES:
        return at + 1, None
    words = [token.text for token in tokens[first:at]]
    return at + 1, RoleClaim(title=" ".join([*words, noun.text.removesuffix("s")]), of=None)


def role_before(tokens: Tokens, first: int) -> int:
    """Where the office before a name begins, of which only a body is capitalised: "Kremlin spokesman"."""
    at = first
    while at > 0 and (names_office(tokens[at - 1].lower) or (at < first and _belongs_to_role(tokens, at - 1))):
        at -= 1
    return at


def with_time(tokens: Tokens, first: int) -> int:
    """Where an office begins that opens with when it is held: "*Former* President Oram"."""
    while first > 0 and tokens[first - 1].lower in TIMES:
        first -= 1
    return first


def with_body(tokens: Tokens, first: int) -> int:
    """Where an office begins whose body stands before the name: "*Chairman of the Growers’ League* Jan Velt"."""
    at = first - 1
    while at > 0 and not names_office(tokens[at].lower):
        at -= 1
    return role_before(tokens, at + 1)


def _belongs_to_role(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.lower in ROLE_MODIFIERS or (token.capitalised and token.lower not in NOT_NAMES)


def claim(tokens: Tokens) -> RoleClaim | None:
    """The office that the words name, and of whom: "U.S. State Department spokesperson"."""
    words = list(dropwhile(_opens_sentence, (token for token in tokens if token.kind is TokenKind.WORD)))
    nouns = [at for at, token in enumerate(words) if names_office(token.lower)]
    if not nouns:
        return None
    noun = _head(words, nouns)
    title = noun
    while title > 0 and _is_of_title(words[title - 1], words[noun]):
        title -= 1
    owners = [token for token in words[:title] if token.lower not in TIMES]
    of = _body_before(owners) or _holder_before(owners)
    behind = words[noun + 1 :]
    name = " ".join([*_times(words[:title]), *(token.text for token in words[title : noun + 1])])
    if not behind or behind[0].lower not in BELONGING or words[noun].lower in SENT:
        return RoleClaim(title=name, of=of)
    if len(behind) > 1 and (words[noun].lower in {"secretary", "chief"} or behind[1].lower == "state"):
        return RoleClaim(title=f"{name} of {behind[1].text}", of=of)
    return RoleClaim(title=name, of=_body_behind(behind) or of or _holder_behind(behind))


def names_office(word: str) -> bool:
    """Whether the word in small letters is the noun of an office, held once or now: "minister", "ex-president"."""
    return word.removeprefix("ex-").removeprefix("then-") in ROLE_NOUNS


def _head(words: Sequence[Token], nouns: Sequence[int]) -> int:
    """The noun that says what somebody is: "a *spokesman* for the president", but "the party *leader*"."""
    ties = [at for at, token in enumerate(words) if token.lower in BELONGING and at > nouns[0]]
    return max(noun for noun in nouns if not ties or noun < ties[0])


def _times(words: Sequence[Token]) -> list[str]:
    """The words parted from the office by a state or body that say when it was held: "*former* Norwegian minister"."""
    return [token.lower for token in words if token.lower in TIMES]


TIMES = frozenset(
    "former then late outgoing incoming acting interim caretaker deposed ousted exiled onetime retired".split()
)
BELONGING = frozenset({"of", "for"})
SENT = frozenset({"envoy", "ambassador", "negotiator"})  # "envoy for the talks": not whom he speaks for
TIES = frozenset("of for the and &".split())


def _body_before(words: Sequence[Token]) -> str | None:
    """The body or state named right before an office: "*U.S. State Department* spokesperson"."""
    first = len(words)
    while first > 0 and (words[first - 1].capitalised or (words[first - 1].lower in TIES and first < len(words))):
        first -= 1
    named = [token for token in words[first:] if token.lower not in NOT_NAMES]
    return _written(named) or None


def _body_behind(words: Sequence[Token]) -> str | None:
    """The body named behind an office: "director of policy for the *Centre for River Law*"."""
    reach = list(takewhile(lambda token: token.lower not in BREAKS and token.lower not in AUXILIARIES, words))
    named = [at for at, token in enumerate(reach) if token.capitalised]
    if not named:
        return None
    first = stop = named[-1]
    while first > 0 and (reach[first - 1].capitalised or (reach[first - 1].lower in TIES and first - 1 > named[0])):
        first -= 1
    return _written(reach[first : stop + 1])


def _written(words: Sequence[Token]) -> str:
    """The words as printed, with the apostrophe of "Growers’ League", without the one that ends them."""
    parts = []
    for at, token in enumerate(words):
        gap = words[at + 1].start - token.end if at + 1 < len(words) else 0
        parts.append(f"{token.text}’" if gap == len("’ ") and token.text.endswith("s") else _bare(token.text))
    return " ".join(parts)


def _holder_before(words: Sequence[Token]) -> str | None:
    """The office whose holder somebody speaks for, right before his own: "the *prime minister*'s spokesman"."""
    if not words or not words[-1].possessive or words[-1].capitalised:
        return None
    return _office_at(words, len(words) - 1)


def _holder_behind(words: Sequence[Token]) -> str | None:
    """The office whose holder somebody speaks for, behind his own: "a spokesman for the *president*"."""
    reach = list(takewhile(lambda token: token.lower not in BREAKS, words))
    return next((found for at in range(len(reach)) if (found := _office_at(reach, at))), None)


def _office_at(words: Sequence[Token], noun: int) -> str | None:
    """The office of this noun, with the words before it that belong to it; None where it is no office's."""
    if not names_office(_bare(words[noun].text)):
        return None
    first = noun
    while first > 0 and words[first - 1].lower in ROLE_MODIFIERS and not words[first - 1].capitalised:
        first -= 1
    return " ".join(_bare(token.text) for token in words[first : noun + 1])


BREAKS = frozenset("who which that as at in under with by from on when where while whose".split())


def _opens_sentence(token: Token) -> bool:
    """Whether the word only leads in: "*On Tuesday* Kaldavian minister"."""
    return token.lower in NOT_NAMES and token.lower not in OPENERS and token.lower not in ROLE_MODIFIERS


def _is_of_title(word: Token, noun: Token) -> bool:
    """Whether the word before an office's noun belongs to it: "foreign" minister, not the Marble "House" spokesman."""
    if word.lower not in ROLE_MODIFIERS | ROLE_NOUNS or state_of(word.text):
        return False
    return not word.capitalised or word.lower in RANKS or (noun.capitalised and word.lower not in HOUSES)


# Capitals at the start of a sentence make no body of these: "*Chief* executive Oram".
RANKS = frozenset("chief vice deputy prime assistant associate acting senior junior first second lead".split())
HOUSES = frozenset("house union army police party".split())  # "White *House* Press Secretary"


def _bare(word: str) -> str:
    match = POSSESSIVE.match(word)
    return match.group(1) if match else word


def appositive(tokens: Tokens, stop: int, *, late: bool = False) -> RoleClaim | None:
    """The office that follows a name between commas: "Oram, a cabinet adviser,".

    It is another's where a name follows it ("In Velmark, foreign minister Oram") or, behind a name that comes `late` in
    its sentence, a verb ("… off the Heights, the minister has said").
    """
    if stop + 2 >= len(tokens) or tokens[stop].text != ",":
        return None
    at = stop + 1
    if stop > 1 and tokens[stop - 2].lower == "the" and tokens[at].capitalised:
        return None  # "told the Lantern, Velt wrote that a judge would": nobody is called "the Velt"
    if (
        tokens[at].lower not in {"the", "a", "an", "former", "who"}
        and not tokens[at].capitalised
        and not (names_office(tokens[at].lower) or tokens[at].lower in ROLE_MODIFIERS)
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
    nouns = [place for place, token in enumerate(phrase) if names_office(token.lower)]
    if not nouns or any(token.kind is TokenKind.NUMBER for token in phrase):
        return None
    says = end < len(tokens) and tokens[end].lower in {"said", "told"}
    return None if _is_of_next(phrase, nouns[-1]) or (late and says) else claim(phrase)


def _is_of_next(phrase: Tokens, noun: int) -> bool:
    """Whether the office stands before the name of its own holder."""
    behind = phrase[noun + 1 : noun + 3]
    return len(behind) > 1 and all(each.capitalised and each.lower not in NOT_NAMES for each in behind)


def heading(tokens: Tokens, stop: int) -> RoleClaim | None:
    """The office that a clause behind a name tells: "Oram, who heads the Delta River Guild,"."""
    if stop + 4 >= len(tokens) or tokens[stop].text != "," or tokens[stop + 1].lower != "who":
        return None
    title = HEADS.get(tokens[stop + 2].lower)
    if title is None or tokens[stop + 3].lower != "the":
        return None
    clause = takewhile(lambda token: token.text not in {",", ".", ";", "–", "—"}, tokens[stop + 3 :])
    body = _body_behind([token for token in clause if token.kind is TokenKind.WORD])
    return RoleClaim(title=title, of=body) if body else None


HEADS = {
    "heads": "head",
    "leads": "leader",
    "chairs": "chair",
    "runs": "head",
    "directs": "director",
    "headed": "former head",
    "led": "former leader",
    "chaired": "former chair",
}


def apposed_to(tokens: Tokens, head: int) -> RoleClaim | None:
    """The office that a name stands in apposition to: "the envoy for the talks, Ilse Oram,"."""
    if head > 0 and tokens[head - 1].lower in HONORIFICS:
        head -= 1
    if head < 3 or tokens[head - 1].text != ",":
        return None
    first = head - 2
    while first > 0 and tokens[first - 1].text not in {",", ".", ";", "“", "”", '"', "—", "–"} and head - first < 12:
        first -= 1
    phrase = tokens[first : head - 1]
    nouns = [token for token in phrase if names_office(token.lower)]
    if not nouns:
        return None
    starts = [at for at, token in enumerate(phrase) if token.lower in OPENERS]
    offices = [at for at in starts if any(names_office(token.lower) for token in phrase[at:])]
    while len(offices) > 1 and phrase[offices[-1] - 1].lower in BELONGING:
        offices.pop()  # "a spokesman for the president"
    phrase = phrase[offices[-1] :] if offices else phrase  # "I asked the minister, Ivo Strand,": the verb is before it
    if any(token.lower in {"said", "by", "with"} or _is_verb(token) for token in phrase):
        return None
    opener = phrase[0]
    return claim(phrase) if opener.lower in OPENERS or opener.possessive or opener.capitalised else None


OPENERS = frozenset("the a an its his her".split())


def _is_verb(token: Token) -> bool:
    entry = CUES.get(token.lower)
    return (entry is not None and not entry.ambiguous and not token.capitalised) or token.lower in AUXILIARIES
