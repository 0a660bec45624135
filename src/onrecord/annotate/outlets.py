"""The news organisations of an article by what it says of them: "the agency Ostinform", "told the Lantern"."""

from __future__ import annotations

import re

from onrecord.annotate.capitals import NOT_NAMES
from onrecord.annotate.roles import ORGANIZATION_WORDS
from onrecord.records import Article
from onrecord.text.agencies import looks_like_media
from onrecord.text.companies import is_company
from onrecord.text.states import state_of

_NAME = r"(?P<name>(?-i:[A-ZÀ-Þ][\w-]*(?: (?:& )?[A-ZÀ-Þ][\w-]*){0,2}))"
_NOUN = (
    r"(?:news ?paper|daily|weekly|broadcaster|news ?agency|newswire|wire service|news ?site|news website|news outlet|"
    r"magazine|tabloid|television channel|tv channel|radio station)"
)
_AGENCY_BEFORE = r"(?:(?:state|official|national|private|independent|local) (?:news )?agency|news agency)"
_TOLD_SO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{_NOUN}|{_AGENCY_BEFORE}) {_NAME}",
        rf"\b{_NAME} (?:{_NOUN})\b",
        rf"\b{_NAME} agency (?:said|says|report(?:s|ed)|quote[ds]|cite[ds]|wrote)\b",
        rf"\b{_NAME}, an? (?:[\w’'-]+ ){{0,4}}?(?:{_NOUN})\b",
    )
)
# What only a news organisation does.
_REPORTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME} (?:has |had )?reported(?:,| that| on [A-Z])",
        rf"\b{_NAME} (?:[a-z]+ )?quoted (?:[A-Z]\w+|him|her|them|the|an?)\b[^.;]{{0,60}} as saying",
        # "Carried by the Norran state agency" names no "Norran".
        (
            rf"\b(?:as saying|reported|carried|quoted|aired|broadcast) by (?:the )?{_NAME}\b"
            rf"(?! (?:[\w-]+ ){{0,3}}?(?:{_NOUN}|agency)\b)"
        ),
        rf"\baccording to (?:the )?{_NAME}, which (?:quoted|cited|spoke)",
    )
)
# "“…,” the ministry said, Ostinform reported."
_REPORTED_LAST = re.compile(rf", {_NAME} (?:has |had )?report(?:ed|s)\.")
_TOLD = re.compile(rf"\btold (?:the )?{_NAME}(?=[.,;]| (?:that|on|in|he|she|they|it|there)\b|’s\b|'s\b|$)")
_CHAMBERS = frozenset(
    "bundestag knesset duma sejm rada majlis cortes storting riksdag folketing diet congress senate parliament nato "
    "interpol europol unesco unicef opec house commons lords bundesrat".split()
)


def outlets_told(article: Article, people: frozenset[str]) -> frozenset[str]:
    """The names of news organisations by what the article says of them; `people` are names of persons."""
    found: set[str] = set()
    for segment in article.body():
        full = frozenset(name for name in people if " " in name)
        for patterns, taken in ((_TOLD_SO, frozenset()), (_REPORTS, full), ((_REPORTED_LAST,), people)):
            for pattern in patterns:
                for match in pattern.finditer(article.text, segment.start, segment.end):
                    name = match["name"].removeprefix("The ")
                    if _can_be(name, taken):
                        found.add(name)
    return frozenset(found) | _told_alone(article, people)


def _told_alone(article: Article, people: frozenset[str]) -> frozenset[str]:
    """The names that stand in the body only behind "told": of whom nothing else is said, words were given to them."""
    names: dict[str, int] = {}
    for segment in article.body():
        for match in _TOLD.finditer(article.text, segment.start, segment.end):
            names[match["name"]] = names.get(match["name"], 0) + 1
    body = " ".join(article.text[segment.start : segment.end] for segment in article.body())
    return frozenset(
        name
        for name, count in names.items()
        if _can_be(name, people) and len(re.findall(rf"\b{re.escape(name)}\b", body)) == count
    )


def _can_be(name: str, people: frozenset[str]) -> bool:
    words = name.lower().split()
    taken = name in people or any(name in other.split() for other in people)
    taken = taken or words[0] in NOT_NAMES or (words[-1] in ORGANIZATION_WORDS and not looks_like_media(name))
    return len(name) > 2 and not (
        taken or state_of(name) or is_company(name) or words[-1] in _CHAMBERS or words[0] in _CHAMBERS
    )
