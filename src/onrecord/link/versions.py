"""One statement out of the attributions that report it: its fullest text, its speaker, its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.link.rows import Said, Versions
from onrecord.records import AttributionDay, Form, Statement
from onrecord.records.statements import statement_id
from onrecord.text.days import apart, days_of, narrowest
from onrecord.text.words import words

ELSEWHERE = "another report of the same statement"
NEWS_DAYS = 1  # between what was said and the first reports of it
FRESH_DAYS = 4  # between what was said and the article that brings it as news
_RANK = {Form.DIRECT: 0, Form.MIXED: 1, Form.INDIRECT: 2}


def statement_of(cluster: str, said: Sequence[Said]) -> Statement:
    """The statement that the attributions report, origins not yet counted."""
    return Statement(
        id=statement_id(cluster),
        speaker=_speaker(said),
        said_on=_day(said),
        text=fullest(said).attribution.text,
        attributions=tuple(row.attribution.id for row in said),
    )


def fullest(said: Sequence[Said]) -> Said:
    """The version that tells most: quoted before reported, longer before shorter, first come before later."""
    return min(
        said,
        key=lambda row: (
            _RANK[row.attribution.form],
            -len(words(row.attribution.text)),
            row.published or "9999",
            row.attribution.id,
        ),
    )


def _day(said: Sequence[Said]) -> str | None:
    """The day that tells most; of two that cannot be one, that which more reports tell, and else none."""
    days = [row.attribution.said_on for row in said if row.attribution.said_on]
    day = narrowest(days)
    often = days.count(day or "")
    return None if any(apart(day, each) and days.count(each) >= often for each in days) else day


def _speaker(said: Sequence[Said]) -> str | None:
    """Who spoke: a person before the body he speaks for, then whom most articles name; of two of these nobody."""
    votes = Counter((not row.person, row.actor) for row in said if row.actor and not row.attribution.anonymous)
    votes = votes or Counter((not row.person, row.actor) for row in said if row.actor)
    if not votes:
        return None
    best = min((is_body, -count) for (is_body, _), count in votes.items())
    named = [actor for (is_body, actor), count in votes.items() if (is_body, -count) == best]
    return named[0] if len(named) == 1 else None


def is_fresh(row: Said, said_on: str | None) -> bool:
    """Whether the article came out within days of what was said, as far as both are known."""
    gap = apart(row.published, said_on)
    days = days_of(said_on)
    return (gap is None or gap <= FRESH_DAYS) and (days is None or days.length <= FRESH_DAYS)


def is_first_report(row: Said, said_on: str | None) -> bool:
    """Whether the article came out with the news of what was said, as far as both days are known."""
    return (apart(row.published, said_on) or 0) <= NEWS_DAYS


def days_of_versions(versions: Versions) -> Iterator[AttributionDay]:
    """The statement's day for those of its attributions whose articles tell none, and came out with the news of it.

    Days later the same words may have been said again: such a report keeps its doubt.
    """
    day = versions.statement.said_on
    for row in versions.said if day else ():
        if row.attribution.said_on is None and (apart(row.published, day) or 0) <= NEWS_DAYS:
            yield AttributionDay(attribution=row.attribution.id, said_on=day or "", basis=ELSEWHERE)
