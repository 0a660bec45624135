"""A table of judgements, as `onrecord judgements --format csv` writes it, read again."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from onrecord.records import Decision, Judgement, Maker, Subject, Verdict
from onrecord.records.errors import InputError
from onrecord.records.judgements import COLUMNS

E = TypeVar("E", bound=StrEnum)
VERDICTS = {
    Decision.MERGE: (Verdict.POSITIVE,),
    Decision.SPLIT: (Verdict.NEGATIVE, Verdict.UNSURE),
    Decision.RENAME: (Verdict.POSITIVE,),
    Decision.ROLE: (Verdict.POSITIVE,),
    Decision.AFFILIATE: (Verdict.POSITIVE, Verdict.NEGATIVE),
    Decision.IDENTIFY: (Verdict.POSITIVE, Verdict.NEGATIVE),
    Decision.ASSIGN: (Verdict.POSITIVE, Verdict.UNSURE),
    Decision.JOIN: (Verdict.POSITIVE,),
    Decision.SEPARATE: (Verdict.NEGATIVE, Verdict.UNSURE),
}
NAMING = frozenset({Decision.RENAME, Decision.ROLE, Decision.IDENTIFY})  # which say a name, a title or a Wikidata id
SHARED = ("made", "by", "decision", "verdict", "name", "why")  # what all rows of a judgement say alike


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of the table, in its order; InputError says file, line, what is wrong, and the mend."""
    groups: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    for number, row in _rows(path):
        groups.setdefault(row["judgement"], []).append((number, row))
    return tuple(_judgement(path, rows) for rows in groups.values())


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        # "utf-8-sig": spreadsheets put a mark before the first column's name.
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file, restkey="", restval=None, strict=True)
            lacking = [column for column in COLUMNS if column not in (table.fieldnames or ())]
            if lacking:
                raise InputError(f"{path}, line 1: there is no column {', '.join(lacking)}; {_mend()}")
            for row in table:
                if "" in row or None in row.values():
                    raise InputError(f"{path}, line {table.line_num}: more or fewer fields than columns; {_mend()}")
                yield table.line_num, row
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise InputError(f"{path}: {said}; name a table that you may read") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: no CSV in UTF-8 ({error}); {_mend()}") from error


def _judgement(path: Path, rows: list[tuple[int, Mapping[str, str]]]) -> Judgement:
    """The judgement that the rows make together."""
    first, head = rows[0]
    where = f"{path}, line {first}"
    decision = _one_of(Decision, head["decision"], f"{where}, decision")
    verdict = _one_of(Verdict, head["verdict"], f"{where}, verdict")
    if verdict not in VERDICTS[decision]:
        told = " or ".join(VERDICTS[decision])
        raise InputError(f"{where}, verdict: a {decision} is {told}, not {verdict}; write that")
    try:
        datetime.fromisoformat(head["made"])
    except ValueError as error:
        raise InputError(
            f"{where}, made: “{head['made']}” is no ISO time; write one as 2031-05-12T09:30:00Z"
        ) from error
    if decision in NAMING and verdict is Verdict.POSITIVE and not head["name"]:
        raise InputError(f"{where}, name: a {decision} without a name; give it")
    sides: dict[int, list[Subject]] = {}
    for number, row in rows:
        if any(row[column] != head[column] for column in SHARED):
            raise InputError(f"{path}, line {number}: differs from line {first} of the same judgement; {_mend()}")
        side, subject = _subject(f"{path}, line {number}", row)
        sides.setdefault(side, []).append(subject)
    _check_sides(where, decision, verdict, len(sides))
    maker = Maker(made=head["made"], by=head["by"], why=head["why"])
    return maker.judge(decision, verdict, [sides[each] for each in sorted(sides)], head["name"] or None)


def _check_sides(where: str, decision: Decision, verdict: Verdict, count: int) -> None:
    wanted = {
        Decision.MERGE: count >= 1,
        Decision.SPLIT: count >= 2,
        Decision.RENAME: count == 1,
        Decision.ROLE: count == 1,
        Decision.AFFILIATE: count == (2 if verdict is Verdict.POSITIVE else 1),
        Decision.IDENTIFY: count == 1,
        Decision.ASSIGN: count == (2 if verdict is Verdict.POSITIVE else 1),
        Decision.JOIN: count >= 1,
        Decision.SEPARATE: count >= 2,
    }
    if not wanted[decision]:
        raise InputError(f"{where}, side: a {verdict} {decision} cannot have {count} of them; {_mend()}")


def _subject(where: str, row: Mapping[str, str]) -> tuple[int, Subject]:
    for column in ("side", "start"):
        if not row[column].isdecimal():
            raise InputError(f"{where}, {column}: “{row[column]}” is no number; {_mend()}")
    return int(row["side"]), Subject(article=row["article"], start=int(row["start"]), words=row["words"])


def _one_of(kind: type[E], told: str, where: str) -> E:
    try:
        return kind(told)
    except ValueError as error:
        raise InputError(f"{where}: “{told}” is none of {', '.join(kind)}; write one of them") from error


def _mend() -> str:
    return "write it as `onrecord judgements RECORD --format csv` does"
