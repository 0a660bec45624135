"""How old articles say that people are: "Holt, 51,", "Holt, who is 51", "Holt (51)", "51-year-old Anders Holt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.derive.rows import Figure
from onrecord.records import Mention, MentionKind, Reading, Span
from onrecord.text.folding import fold
from onrecord.text.sentences import sentences

AGE = "year of age"
_YEARS = r"(?P<age>[1-9]\d|1[01]\d)"
_AFTER = re.compile(
    rf"(?:,\s+(?:who\s+(?:is|was|turns|turned)\s+|aged\s+|now\s+)?{_YEARS}(?=\s*[,.;)]|\s+(?:and|who)\b)|"
    rf"\s+\((?:aged\s+)?{_YEARS.replace('age', 'bracketed')}\)|"
    rf",?\s+(?:is\s+|was\s+)?an?\s+{_YEARS.replace('age', 'described')}-year-old\b|"
    rf"\s+(?:is|was)\s+{_YEARS.replace('age', 'old')}(?=\s*[,.;]|\s+years\s+old|\s+and\b))"
)
_BEFORE = re.compile(rf"(?<![\d-]){_YEARS}-year-old\s+$")
_THE_SO_OLD = re.compile(rf"(?:The|An?) {_YEARS}-year-old\b")  # as a sentence begins, of whom the last one named
_DAY = re.compile(r",\s+\d+,\s+\d{4}")  # "Holt, 11, 2031"


def ages(reading: Reading) -> Iterator[Figure]:
    """The ages of people in the article's prose, each under the person's last name."""
    text = reading.article.text
    people = [mention for mention in reading.mentions if mention.kind is MentionKind.PERSON]
    if not people:
        return
    homes = [span for part in reading.article.prose() for span in sentences(text, part.start, part.end)]
    for person in people:
        home = next((span for span in homes if span[0] <= person.span.start < span[1]), None)
        told = _told_of(text, person)
        if home is None or told is None or told.end > home[1]:
            continue
        yield _age(reading, person, told, Span.of(text, *home))
    for before, home in pairwise(homes):
        told_of = {
            fold(each.span.exact).split()[-1]: each for each in people if before[0] <= each.span.start < before[1]
        }
        begun = _THE_SO_OLD.match(text, *home)
        if begun and len(told_of) == 1:
            person = next(iter(told_of.values()))
            yield _age(reading, person, Span.of(text, *begun.span("age")), Span.of(text, *home))


def _age(reading: Reading, person: Mention, told: Span, sentence: Span) -> Figure:
    name = fold(person.span.exact).removesuffix("'s").split()
    return Figure(
        article=reading.article.id,
        span=told,
        sentence=sentence,
        value=float(told.exact),
        unit=f"{AGE} of {name[-1]}",
        stems=tuple(sorted(set(name))),
        names=tuple(name),
        published=(reading.article.published or "")[:10] or None,
    )


def _told_of(text: str, person: Mention) -> Span | None:
    """Where the age of the person stands, beside the name."""
    found = None if _DAY.match(text, person.span.end) else _AFTER.match(text, person.span.end)
    found = found or _BEFORE.search(text, max(0, person.span.start - 20), person.span.start)
    if found is None:
        return None
    group = next(name for name, told in found.groupdict().items() if told)
    return Span.of(text, *found.span(group))


def is_age(figure: Figure) -> bool:
    """Whether the figure is the age of a person."""
    return figure.unit.startswith(AGE)


def differ(left: Figure, right: Figure) -> bool:
    """Whether two ages are of one person: one name is the other or its last part, and no birthday lies between."""
    one, other = sorted((left.names, right.names), key=len)
    birthday = abs(left.value - right.value) <= 1 and left.published != right.published
    return other[len(other) - len(one) :] == one and left.value != right.value and not birthday
