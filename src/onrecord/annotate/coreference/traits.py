"""What an article says a person is: offices, occupations and ages beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.persons import PERSONS
from onrecord.annotate.names import Name
from onrecord.text.folding import fold

IS = re.compile(
    r"(?:,?\s+who)?(?:,|\s+(?:is|was|became|remains|remained|has been|had been)|\s+\()\s+"
    r"((?:[\w’'-]+\s+){0,7}[\w’'-]+)"
)
LEADERS_OF = {"leads": {"leader", "head"}, "heads": {"head", "leader"}, "chairs": {"chair", "chairman", "chairwoman"}}
# "Tomas Reel leads the opposition Labour Front": their leader.
LEADS = re.compile(
    r"(?:,?\s+who)?(?:\s+also)?\s+(?P<verb>leads|heads|chairs)\s+(?:the|a|an|his|her)\s+"
    r"(?P<what>(?:[a-z-]+\s+){0,3}[A-ZÀ-Þ][\w-]*(?:\s[A-ZÀ-Þ][\w-]*){0,4}|[a-z-]+(?:\s(?:party|opposition|union|group))?)"
)
AGE_BEHIND = re.compile(r",?\s*\(?(?:aged\s+)?(\d{1,3})\b(?!\s*(?:%|percent|\w+s\b))")
AGE_WORD = re.compile(r"^(\d{1,3})-year-old$")
BEFORE = re.compile(r"((?:[\w’'-]+\s+){1,6})$")


@dataclass(slots=True)
class Traits:
    """Nouns and adjectives that the article uses of one person, and the age it gives."""

    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)


def traits_of(cast: Cast, group: int) -> Traits:
    """The traits that stand beside the group's names anywhere in the article."""
    found = Traits()
    for role in cast.groups[group].roles:
        _add(found, [*role.title.lower().split(), *fold(role.of or "").split()])
    for name in cast.groups[group].names:
        _read_beside(cast.article.text, name, found)
    return found


def _read_beside(text: str, name: Name, found: Traits) -> None:
    if leading := LEADS.match(text, name.span.end, name.span.end + 120):
        found.nouns |= LEADERS_OF[leading["verb"]]
        _add(found, leading["what"].lower().split())
    behind = IS.match(text, name.span.end, name.span.end + 120)
    if behind:
        _add(found, _noun_phrase(behind.group(1)))
    age = AGE_BEHIND.match(text, name.span.end, name.span.end + 20)
    if age:
        found.ages.add(age.group(1))
    ahead = BEFORE.search(text, max(0, name.titled.start - 60), name.titled.start)
    if ahead:
        words = ahead.group(1).lower().split()
        start = max(
            (at for at, word in enumerate(words) if word in {"a", "an", "the", "his", "her", "and"}), default=-1
        )
        phrase = words[start + 1 :]
        if phrase and phrase[-1] in PERSONS:
            _add(found, phrase)


def _noun_phrase(phrase: str) -> list[str]:
    """The words of the phrase up to and with its noun for a person, none where it has none."""
    words = phrase.lower().split()
    nouns = [at for at, word in enumerate(words) if word in PERSONS]
    stops = [at for at, word in enumerate(words) if word in {"of", "for", "who", "and", "in", "said", "told", "with"}]
    last = max((at for at in nouns if not stops or at < stops[0]), default=-1)
    return words[: last + 1]


def _add(found: Traits, words: list[str]) -> None:
    for word in words:
        bare = word.strip("’'.,")
        age = AGE_WORD.match(bare)
        if age:
            found.ages.add(age.group(1))
        elif bare in PERSONS:
            found.nouns.add(bare)
        else:
            found.words.add(bare)
