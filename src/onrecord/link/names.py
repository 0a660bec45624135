"""Whether two personal names can be one person's: token by token, blind to spelling, never by a score alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.records import Link, Verdict
from onrecord.text.folding import fold
from onrecord.text.names import name_key, spelling_distance

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_PARTICLES = frozenset(
    "al bin ibn ben abu da das de del della den der di dos du el la las le los mac mc st ten ter van von y zu".split()
)
# Given names and the short or other forms they go by; general knowledge. A bar parts the names.
_SHORT_FORMS = """
abigail abby gail|abraham abe|albert al bert|
alexander alex aleksandr oleksandr sasha alec aliaksandr|alfred fred alf|
andrew andy drew|andrii andriy andrey andrei|anthony tony antony|barbara barb|benjamin ben benny|
bernard bernie|bradley brad|catherine kate cathy katherine kathryn katie|charles charlie chuck|
christopher chris|christine chris christina|daniel dan danny|david dave|deborah debbie debra|dennis denny|
donald don donnie|dorothy dot dottie|douglas doug|edward ed eddie ted ned|eleanor ellie nell|
elizabeth liz beth betty eliza|eugene gene|yevgeny yevhen evgeny|francis frank|franklin frank|
frederick fred freddie|gabriel gabe|gerald gerry jerry|gregory greg|hryhoriy grigory|
harold harry hal|henry hank harry|isaac ike|jacob jake|james jim jimmy jamie|jeffrey jeff geoffrey|
jennifer jen jenny|jeremy jerry|john jack johnny jon|jonathan jon|joseph joe joey|joshua josh|judith judy|
kenneth ken kenny|kimberly kim|lawrence larry laurence|leonard leo len|louis lou lewis|
margaret maggie meg peggy|matthew matt|michael mike mick mickey|mikhail mykhailo|mitchell mitch|
nathaniel nathan nate|nicholas nick nicolas|mykola nikolai nikolay|oliver ollie olly|pamela pam|
patricia pat patty trish|patrick pat paddy|peter pete|petro pyotr|philip phil phillip|randolph randy|
raymond ray|rebecca becky|richard rick dick rich ricky|robert bob rob bobby robbie|ronald ron ronnie|
rosemary rosie|samuel sam sammy|sergei serhii serhiy|stephen steve steven|susan sue susie|suzanne sue|
sylvester sly|terence terry|theodore ted teddy theo|theresa terry tess|thomas tom tommy|timothy tim|
victoria vicky|vincent vince|virginia ginny|vladimir volodymyr|walter walt|wesley wes|
william bill will billy willie liam|zachary zach zack
"""
SAME, CLOSE, SWAPPED, SHORT = 1.0, 0.9, 0.85, 0.85
SURNAME_ONLY, INITIAL, LIKE, COMPOUND = 0.5, 0.6, 0.55, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a comparison came to, how sure it is (0 to 1), and why."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]

    def link(self, type: str, one: str, other: str) -> Link:  # noqa: A002 - as the field is called
        """The judgement on two rows of this type as a link."""
        left, right = sorted((one, other))
        return Link(
            type=type,
            left=left,
            right=right,
            verdict=self.verdict,
            score=round(self.score, 4),
            reasons=self.reasons,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A personal name in parts, each folded; `family` is empty for a name that has none to tell."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str = ""

    @property
    def tokens(self) -> tuple[str, ...]:
        """All parts but the suffix, as printed."""
        return self.given + self.family

    @property
    def is_full(self) -> bool:
        """Whether it has both a given and a family name."""
        return bool(self.given)


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """The parts of a name without titles: given names, family name with its particles, suffix."""
    tokens = [token.strip(".") for token in fold(name).replace(",", " ").split()]
    tokens = [token for token in tokens if token]
    suffix = ""
    if len(tokens) > 1 and tokens[-1] in _SUFFIXES:
        suffix = _SUFFIXES[tokens.pop()]
    cut = max(len(tokens) - 1, 0)
    while cut > 1 and tokens[cut - 1] in _PARTICLES:
        cut -= 1
    if cut == 1 and tokens[0] in _PARTICLES:  # "bin Salman", "de Gaulle"
        cut = 0
    return PersonName(given=tuple(tokens[:cut]), family=tuple(tokens[cut:]), suffix=suffix)


def compare_names(left: str, right: str) -> Judgement:
    """Whether the two names, without titles, can be one person's."""
    first, second = person_name(left), person_name(right)
    if first.suffix != second.suffix:
        return _by_suffix(first, second)
    if fold(left) == fold(right):
        return _judge(Verdict.POSITIVE, SAME, "the same name")
    if _keys(first.tokens) == _keys(second.tokens):
        return _judge(Verdict.POSITIVE, CLOSE, "one name in two spellings")
    if not (first.is_full and second.is_full):
        return _by_family_alone(first, second)
    if _family_key(first) != _family_key(second):
        return _other_family(first, second)
    return _given_names(first.given, second.given)


def family_key(name: str) -> str:
    """The spelling-blind key of the family name, under which a person is looked for."""
    return _family_key(person_name(name))


def _judge(verdict: Verdict, score: float, *reasons: str) -> Judgement:
    return Judgement(verdict=verdict, score=score, reasons=reasons)


def _by_suffix(left: PersonName, right: PersonName) -> Judgement:
    if _family_key(left) != _family_key(right):
        return _judge(Verdict.NEGATIVE, 1.0, "different family names")
    suffixes = {left.suffix, right.suffix}
    if suffixes == {"", "sr"}:
        return _judge(Verdict.UNSURE, SURNAME_ONLY, "only one is called Sr.")
    return _judge(Verdict.NEGATIVE, 1.0, "different generations: " + " and ".join(sorted(suffixes - {""})))


def _by_family_alone(left: PersonName, right: PersonName) -> Judgement:
    """One of the two is a single name: the family name of the other, or one of its other parts."""
    short, full = (left, right) if not left.is_full else (right, left)
    if not full.is_full or _family_key(short) == _family_key(full):
        if _family_key(short) == _family_key(full):
            return _judge(Verdict.UNSURE, SURNAME_ONLY, "one is only a family name")
        return _judge(Verdict.NEGATIVE, 1.0, "different names")
    if _keys(short.family)[-1:] == _keys(full.tokens)[:1]:
        return _judge(Verdict.UNSURE, SURNAME_ONLY, "one is only the first part of the other")
    return _judge(Verdict.NEGATIVE, 1.0, "different family names")


def _other_family(left: PersonName, right: PersonName) -> Judgement:
    first, second = _keys(left.tokens), _keys(right.tokens)
    if sorted(first) == sorted(second):
        return _judge(Verdict.POSITIVE, SWAPPED, "one name with its parts in another order")
    short, full = sorted((first, second), key=len)
    if short[0] == full[0] and len(short) > 1 and set(short) <= set(full):
        return _judge(Verdict.UNSURE, COMPOUND, "one has a second family name")
    return _judge(Verdict.NEGATIVE, 1.0, "different family names")


def _given_names(left: tuple[str, ...], right: tuple[str, ...]) -> Judgement:
    """The family name is one: what the given names say."""
    first, second = left[0], right[0]
    middle = _middle_conflict(left[1:], right[1:])
    if middle:
        return _judge(Verdict.NEGATIVE, 0.9, middle)
    if name_key(first) == name_key(second):
        return _judge(Verdict.POSITIVE, CLOSE, "same given and family name, one with more names")
    if first in _forms(second):
        return _judge(Verdict.POSITIVE, SHORT, f"{min(first, second)} and {max(first, second)} are one given name")
    if 1 in {len(first), len(second)}:
        if first[0] == second[0]:
            return _judge(Verdict.UNSURE, INITIAL, "an initial that fits")
        return _judge(Verdict.NEGATIVE, 1.0, "different initials")
    sexes = {first[-1], second[-1]} == {"a", "o"}  # Maria and Mario are two
    if not sexes and min(len(first), len(second)) > 4 and spelling_distance(first, second) <= 1:
        return _judge(Verdict.UNSURE, LIKE, "given names one letter apart")
    return _judge(Verdict.NEGATIVE, 1.0, "different given names")


def _middle_conflict(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Why two middle names cannot be one person's, or nothing."""
    if not left or not right:
        return ""
    one, other = left[0], right[0]
    same = one[0] == other[0] if 1 in {len(one), len(other)} else name_key(one) == name_key(other)
    return "" if same else "different middle names"


@lru_cache(maxsize=100_000)
def _keys(tokens: tuple[str, ...]) -> tuple[str, ...]:
    parts = [part for token in tokens for part in token.split("-")]
    return tuple(name_key(part) for part in parts if part not in _PARTICLES)


def _family_key(name: PersonName) -> str:
    return " ".join(_keys(name.family))


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    groups = [line.split() for line in _SHORT_FORMS.replace("\n", "").strip().split("|")]
    table: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            table.setdefault(name, set()).update(group)
    return {name: frozenset(forms) for name, forms in table.items()}


def _forms(name: str) -> frozenset[str]:
    return _table().get(name, frozenset())
