"""GUM's named persons, organisations and places, as texts with the places of the names."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.annotate.model.labels import NAME_KINDS

_BRACKET = re.compile(r"\((?P<opened>\d+)-(?P<kind>[a-z]+)-[^()]*(?P<closed>\))?|(?P<closing>\d+)\)")
_WITHIN = frozenset({"-", "–", "&", "of", "the", "for", "and", "de", "la", "van", "von", "."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A document's text, a paragraph a line, and its proper names: `(start, end, kind)` in order, disjoint."""

    id: str
    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass(slots=True, kw_only=True)
class _Sentence:
    """Rows of a sentence, the columns as they came, and each row's place in the document's text."""

    rows: list[list[str]] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)


def read_named(path: Path) -> Iterator[Named]:
    """The documents of a CoNLL-U file with GUM's `Entity=` in MISC."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        document: list[str] = []
        for line in lines:
            if line.startswith("# newdoc") and document:
                yield _document(document)
                document = []
            document.append(line.rstrip("\n"))
        if document:
            yield _document(document)


def _document(lines: list[str]) -> Named:
    name = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# newdoc")), "")
    text = ""
    sentence = _Sentence()
    found: list[tuple[int, int, str]] = []
    covered_to = 0  # the last word that a line of several words has printed already
    for line in [*lines, ""]:
        if line.startswith("# newpar"):
            text = text.rstrip() + "\n" if text else ""
        if not line:
            found += _names(sentence)
            sentence, covered_to = _Sentence(), 0
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        number = row[0]
        if "." in number:
            continue
        blank = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in number:
            covered_to = int(number.split("-")[1])
            start, text = len(text), text + row[1] + blank
            joined = (start, start + len(row[1]))
            continue
        if int(number) <= covered_to:
            sentence.places.append(joined)
        else:
            sentence.places.append((len(text), len(text) + len(row[1])))
            text += row[1] + blank
        sentence.rows.append(row)
    return Named(id=name, text=text, names=_disjoint(found))


def _names(sentence: _Sentence) -> Iterator[tuple[int, int, str]]:
    """The proper names of the sentence, nested ones too."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for at, row in enumerate(sentence.rows):
        told = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for match in _BRACKET.finditer(told):
            if match["opened"]:
                opened.setdefault(match["opened"], []).append((at, match["kind"]))
            key = match["opened"] if match["closed"] else match["closing"]
            if key and opened.get(key):
                first, kind = opened[key].pop()
                run = _proper(sentence.rows, first, at + 1) if kind in NAME_KINDS else None
                if run:
                    yield sentence.places[run[0]][0], sentence.places[run[1] - 1][1], kind


def _proper(rows: list[list[str]], first: int, stop: int) -> tuple[int, int] | None:
    """The proper name that is the head of the mention of rows `[first, stop)`, if its head is one."""
    inside = {row[0] for row in rows[first:stop]}
    head = next((at for at in range(first, stop) if rows[at][6] not in inside), first)
    if rows[head][3] != "PROPN" or "Number=Plur" in rows[head][5]:  # "the Istrians" are nobody's name
        return None
    left, right = head, head + 1
    while left > first and (_is_part(rows[left - 1]) or rows[left - 1][1] in _WITHIN):
        left -= 1
    while right < stop and (_is_part(rows[right]) or rows[right][1] in _WITHIN):
        right += 1
    while not _is_part(rows[left]):
        left += 1
    while not _is_part(rows[right - 1]):
        right -= 1
    return left, right


def _is_part(row: list[str]) -> bool:
    return row[3] == "PROPN" or (row[3] in {"ADJ", "NOUN", "NUM", "VERB"} and row[1][:1].isupper())


def _disjoint(names: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """The names in order, the longest of those that overlap."""
    kept: list[tuple[int, int, str]] = []
    for name in sorted(names, key=lambda each: (each[0] - each[1], each[0])):
        if all(name[1] <= other[0] or other[1] <= name[0] for other in kept):
            kept.append(name)
    return tuple(sorted(kept))
