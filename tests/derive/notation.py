"""Cases of two articles in a readable notation, and what the whole of linking and deriving makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.annotate.rules import RulesTagger
from onrecord.clean import clean
from onrecord.engine import LocalEngine
from onrecord.pipeline import derive_rows
from onrecord.records import (
    Attribution,
    Authority,
    Capture,
    Discrepancy,
    Entity,
    Judgement,
    Reading,
    Rejected,
    Sighting,
)
from onrecord.records.ids import sha256_of

CASES = Path(__file__).with_name("told_differently.txt")
DAY = "6 May 2031"
# The same in both articles of a case: it makes them one story and differs in nothing.
LEAD = (
    "The river, the harbour, the barges and the ferrymen of the Lower Avrel matter to all the "
    "people of Skarn, Ister and Hestmark, whose patience is long."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two sentences and the differences that are to be shown, each "kind" or "kind: why it is no conflict"."""

    line: int
    wanted: str
    failing: str  # why it does not come out so; empty where it does
    left: str
    right: str


def cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    wanted = failing = left = ""
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), start=1):
        sign, _, told = line.partition(" ")
        match sign:
            case "=":
                wanted, _, failing = told.partition(" ! ")
            case "A:":
                left = told
            case "B:":
                yield Case(line=number, wanted=wanted, failing=failing, left=left, right=told)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Readings as a record holds them, with no judgement and no authority."""

    all: tuple[Reading, ...]

    def readings(self) -> Iterator[Reading]:
        return iter(self.all)

    def reading(self, article: str) -> Reading | None:
        return next((each for each in self.all if each.article.id == article), None)

    def entities(self, article: str) -> Iterator[Entity]:
        return (entity for each in self.all if each.article.id == article for entity in each.entities)

    def attributions(self, article: str) -> Iterator[Attribution]:
        return (row for each in self.all if each.article.id == article for row in each.attributions)

    def sightings(self) -> Iterator[Sighting]:
        return iter(())

    def judgements(self) -> tuple[Judgement, ...]:
        return ()

    def authorities(self) -> Iterator[Authority]:
        return iter(())


def read(told: str) -> Reading:
    """An article that holds the sentence, "day | sentence" or the sentence alone, below the common lead."""
    day, bar, sentence = told.partition(" | ")
    page = f"News of the river\n\n{day if bar else DAY}\n\n{LEAD}\n\n{sentence if bar else told}\n"
    return read_page(page.encode(), "river.txt")


def read_page(content: bytes, path: str) -> Reading:
    """The page cleaned and annotated."""
    article = clean(Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=path))
    assert not isinstance(article, Rejected), article
    return annotate(article, RulesTagger())


def differences(*told: str) -> list[Discrepancy]:
    """What articles that hold a sentence each tell differently."""
    return differences_of(map(read, told))


def differences_of(several: Iterable[Reading]) -> list[Discrepancy]:
    """What the articles tell differently."""
    readings = sorted(several, key=lambda reading: reading.article.id)
    with LocalEngine(processes=1) as engine, ExitStack() as kept:
        rows = list(derive_rows(Coverage(tuple(readings)), (), engine, kept, lambda _: None))
    return [row for row in rows if isinstance(row, Discrepancy)]


def shown(found: list[Discrepancy]) -> str:
    """The differences as the notation writes them."""
    told = sorted(f"{each.kind}: {each.explained}" if each.explained else str(each.kind) for each in found)
    return ", ".join(told) or "nothing"
