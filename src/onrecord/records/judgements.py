"""What people judged, kept beside the data: who is one or not, what a name is, who said it, what is one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.ids import content_id
from onrecord.records.packing import compact
from onrecord.records.statements import Verdict


class Decision(StrEnum):
    """What a judgement is about."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    ROLE = "role"
    AFFILIATE = "affiliate"
    IDENTIFY = "identify"
    ASSIGN = "assign"
    JOIN = "join"  # what merge is of names, of reports
    SEPARATE = "separate"  # what split is of names, of reports


@compact
@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Subject:
    """What a judgement refers to: a name or a report, by the words it has in its article and where they begin.

    An article's id is a hash of its bytes, so that it means the same in every record; so do a place and words in it,
    also when later steps read the article anew. `words` is an entity's name, or the content of an attribution.
    """

    article: str
    start: int
    words: str


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision, with when (ISO 8601), by whom and why; `verdict` says what was decided.

    - merge: all sides are one actor (positive);
    - split: each side is one actor, and not that of another side (negative), or perhaps not (unsure);
    - rename: the actor of the only side is called `name` (positive);
    - role: the actor of the only side has the role `name`, beside those that articles give (positive);
    - affiliate: the actor of the first side speaks for that of the second (positive), or for nobody else (negative);
    - identify: the actor of the only side has the Wikidata id `name` (positive), or has none (negative);
    - assign: the attribution of the first side is of the actor of the second (positive), or of one that can't be told
      (unsure);
    - join: the reports of all sides are one statement (positive);
    - separate: the reports of each side are one statement, and not that of another side (negative), or perhaps not
      (unsure).
    """

    id: str
    made: str
    by: str
    decision: Decision
    verdict: Verdict
    sides: tuple[tuple[Subject, ...], ...]
    name: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Who judges, when and why."""

    made: str
    by: str
    why: str = ""

    def judge(
        self, decision: Decision, verdict: Verdict, sides: Iterable[Iterable[Subject]], name: str | None = None
    ) -> Judgement:
        """The judgement, with the id that follows from all it says."""
        told = tuple(tuple(sorted(set(side))) for side in sides)
        places = (
            f"{number}\x1e{each.article}\x1e{each.start}\x1e{each.words}"
            for number, side in enumerate(told)
            for each in side
        )
        parts = (self.made, self.by, decision, verdict, name or "", self.why, *places)
        return Judgement(
            id=content_id("judgement", *parts),
            made=self.made,
            by=self.by,
            decision=decision,
            verdict=verdict,
            sides=told,
            name=name,
            why=self.why,
        )


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """The speaker that a person gave to an attribution in place of the one that was read, or none."""

    attribution: str
    entity: str | None
    speaker_name: str | None
    anonymous: bool
    speaker_reasons: tuple[str, ...]


# A judgement as a table has it: one row for each subject, the sides numbered from 1.
COLUMNS = (
    "judgement", "made", "by", "decision", "verdict", "side", "article", "start", "words", "name", "why",
)  # fmt: skip


def table_rows(judgements: Iterable[Judgement]) -> Iterator[tuple[str, ...]]:
    """The rows of the judgements' table, without its head."""
    for one in judgements:
        for number, side in enumerate(one.sides, start=1):
            for each in side:
                yield (
                    one.id, one.made, one.by, one.decision, one.verdict, str(number), each.article, str(each.start),
                    each.words, one.name or "", one.why,
                )  # fmt: skip
