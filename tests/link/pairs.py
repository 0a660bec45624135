"""Pairs of reports in a notation one can read, and what comparing them comes to.

A report is written "Speaker cue {addressee}: content | day said | day published".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.link.rows import Said
from onrecord.link.sayings import compare
from onrecord.records import Attribution, Form, Kind, Span, Verdict
from onrecord.records.ids import content_id

HERE = Path(__file__).parent
UNMET = HERE / "unmet_statements.txt"  # for which no rule was changed
MAY = "2031-05-{:02}"
BODIES = {"Palace", "Foreign-Ministry", "Dalgar-Steel", "Northern-Water"}
SPEAKS_FOR = {"Tarn": "palace"}  # Tarn is the palace's spokesman
SAID, PUBLISHED = "3", "4"
_REPORT = re.compile(r"(?P<speaker>\S+) ?(?P<cue>[^:{]*?)(?: \{(?P<addressee>[^}]*)\})?: (?P<content>.*)")
_VARIANT = re.compile(r"(?P<sign>[=!]) \[(?P<kind>[\w-]+)\] (?P<report>.*)")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|(?<!\w)‘[^’]*’?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Who said what by what cue to whom, on what day, and when it was published."""

    speaker: str
    cue: str
    content: str
    addressee: str | None = None
    said_on: str | None = MAY.format(3)
    published: str | None = MAY.format(4)

    def said(self, article: str) -> Said:
        """The report as an attribution of an article."""
        name = self.speaker.lower().replace("-", " ")
        return Said(
            attribution=Attribution(
                id=content_id("attribution", article, self.said_on, f"{self.speaker} {self.cue}: {self.content}"),
                article=article,
                source=None,
                cue=_span(self.cue) if self.cue else None,
                content=(_span(self.content, after=len(self.cue) + 1),),
                form=form_of(self.content),
                kind=Kind.ASSERTION,
                said_on=self.said_on,
                addressee=_span(self.addressee) if self.addressee else None,
                anonymous=self.speaker == "officials",
            ),
            published=self.published,
            name=name,
            person=self.speaker not in BODIES,
            speaks_for=SPEAKS_FOR.get(self.speaker, ""),
            actor=_actor(self.speaker, name, article),
        )


def _span(text: str, after: int = 0) -> Span:
    return Span(start=after, end=after + len(text), exact=text)


def _actor(speaker: str, name: str, article: str) -> str | None:
    if speaker == "?":
        return None
    return f"p {name} {article}" if speaker == "officials" else f"p {name}"


def form_of(content: str) -> Form:
    """Direct where all is quoted, indirect where nothing is."""
    quoted = sum(len(each) for each in _QUOTED.findall(content))
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= len(content) - 3 else Form.MIXED


def read_report(line: str) -> Report:
    """The report that a line tells."""
    told, *days = (part.strip() for part in line.split(" | "))
    said_on, published, *_ = (*days, *(SAID, PUBLISHED)[len(days) :])
    found = _REPORT.fullmatch(told)
    assert found, line
    return Report(
        speaker=found["speaker"],
        cue=found["cue"],
        content=found["content"],
        addressee=found["addressee"],
        said_on=None if said_on == "-" else MAY.format(int(said_on)),
        published=None if published == "-" else MAY.format(int(published)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports, whether they are of one statement, and what makes the pair hard."""

    left: str
    right: str
    same: bool
    kind: str
    half: str  # "tune" or "report"

    @property
    def verdict(self) -> Verdict:
        """What comparing them comes to; NEGATIVE where nothing speaks for their being one."""
        judged = compare(read_report(self.left).said("a1"), read_report(self.right).said("a2"))
        return judged.verdict if judged else Verdict.NEGATIVE


def read_pairs(path: Path = HERE / "same_statements.txt") -> Iterator[Pair]:
    """Every pair of the file, in order; its blocks are to tune on and only reported in turn."""
    blocks = [block for block in path.read_text(encoding="utf-8").split("\n\n") if not block.startswith("#")]
    for number, block in enumerate(blocks):
        first, *variants = block.strip().splitlines()
        for line in variants:
            found = _VARIANT.fullmatch(line)
            assert found, line
            half = "report" if number % 2 else "tune"
            yield Pair(left=first, right=found["report"], same=found["sign"] == "=", kind=found["kind"], half=half)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How often POSITIVE is right, how many of the pairs that are one it finds, and how many are left in doubt."""

    pairs: int
    precision: float
    recall: float
    unsure_same: int
    unsure_other: int


def figures(pairs: Sequence[Pair]) -> Figures:
    """What the verdicts on the pairs are worth."""
    counts = Counter((pair.same, pair.verdict) for pair in pairs)
    right, wrong = counts[True, Verdict.POSITIVE], counts[False, Verdict.POSITIVE]
    return Figures(
        pairs=len(pairs),
        precision=right / max(right + wrong, 1),
        recall=right / max(sum(pair.same for pair in pairs), 1),
        unsure_same=counts[True, Verdict.UNSURE],
        unsure_other=counts[False, Verdict.UNSURE],
    )


def missed(pairs: Sequence[Pair]) -> list[str]:
    """The pairs that come out wrong, or in doubt though they are one."""
    wrong = [(pair, verdict) for pair in pairs if ((verdict := pair.verdict) is Verdict.POSITIVE) != pair.same]
    return [f"{v}: [{p.kind}] {p.left}  {'=' if p.same else '!'}  {p.right}" for p, v in wrong]
