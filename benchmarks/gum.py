"""GUM's documents with their nested mentions and coreference groups, as the benchmarks read them.

The fields of `Entity=` as the corpus heads them: group, type, status, salience, centering, head, link, identity.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ENTITY = re.compile(r"\((\d+)-([^()]*)\)?|(\d+)\)")
ONE_TOKEN = re.compile(r"\)$")
HEADLINE = re.compile(r"^head")
BODY = re.compile(r"^(?:p|sp|quote|item|lg)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One token at `text[start:end]`, with its part of speech in both of GUM's tag sets."""

    start: int
    end: int
    form: str
    upos: str
    xpos: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a coreference group, with its words and the word that heads it."""

    start: int
    end: int
    group: int
    kind: str  # person, organization …
    link: str  # ana, coref, appos …
    head: Word
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: its text, one line a paragraph, where each begins and ends, and its mentions in order."""

    id: str
    genre: str
    text: str
    paragraphs: tuple[tuple[int, int, str], ...]  # start, end, the corpus's name for its kind
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _Opened:
    group: int
    fields: list[str]
    first: int


@dataclass(slots=True)
class _Reading:
    """A document while its lines are read."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    opened: list[_Opened] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    paragraphs: list[tuple[int, str]] = field(default_factory=list)

    def begin(self, kind: str) -> None:
        self.text = f"{self.text.rstrip()}\n" if self.text.strip() else ""
        self.paragraphs.append((len(self.text), kind))

    def add(self, columns: list[str], start: int, end: int) -> None:
        self.words.append(Word(start=start, end=end, form=columns[1], upos=columns[3], xpos=columns[4]))
        found = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
        for match in ENTITY.finditer(found.group(1)) if found else ():
            if match.group(3):
                self._close(int(match.group(3)))
                continue
            self.opened.append(_Opened(int(match.group(1)), match.group(2).split("-"), len(self.words) - 1))
            if ONE_TOKEN.search(match.group()):
                self._close(int(match.group(1)))

    def _close(self, group: int) -> None:
        at = max((n for n, each in enumerate(self.opened) if each.group == group), default=None)
        if at is None:
            return
        each = self.opened.pop(at)
        words = tuple(self.words[each.first :])
        head = int(each.fields[4].split(",")[0]) if each.fields[4:5] and each.fields[4][:1].isdigit() else 1
        self.mentions.append(
            Mention(
                start=words[0].start,
                end=words[-1].end,
                group=group,
                kind=each.fields[0],
                link=each.fields[5] if len(each.fields) > 5 else "",
                head=words[min(head, len(words)) - 1],
                words=words,
            )
        )


def read_documents(path: Path) -> Iterator[Document]:
    """Every document of a part, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        whole = lines.read()
    for part in re.split(r"(?m)^(?=# newdoc id)", whole)[1:]:
        yield _document(part)


def _document(part: str) -> Document:
    name = part.split("\n", 1)[0].split("=")[1].strip()
    state = _Reading()
    for sentence in part.split("\n\n"):
        _read_sentence(state, sentence.splitlines())
    text = state.text.rstrip()
    starts = [start for start, _ in state.paragraphs if start < len(text)]
    stops = [*starts[1:], len(text) + 1]
    kinds = [kind for _, kind in state.paragraphs]
    paragraphs = tuple((a, b - 1, kind) for a, b, kind in zip(starts, stops, kinds, strict=False) if b - 1 > a)
    mentions = tuple(sorted(state.mentions, key=lambda each: (each.start, -each.end)))
    return Document(id=name, genre=name.split("_")[1], text=text, paragraphs=paragraphs, mentions=mentions)


def _read_sentence(state: _Reading, lines: list[str]) -> None:
    within, stop = 0, 0  # the end of a word written as one ("don't") and the number of its last part
    for line in lines:
        if line.startswith("# newpar_block"):
            state.begin(line.split("=", 1)[1].strip())
        columns = line.split("\t")
        if line.startswith("#") or len(columns) != 10 or "." in columns[0]:
            continue
        spaced = "SpaceAfter=No" not in columns[9]
        if "-" in columns[0]:
            within, stop = len(state.text), int(columns[0].split("-")[1])
            state.text += columns[1] + (" " if spaced else "")
            continue
        if int(columns[0]) <= stop:
            end = min(within + len(columns[1]), len(state.text.rstrip()))
            state.add(columns, min(within, end), end)
            within = end
            continue
        start = len(state.text)
        state.text += columns[1]
        state.add(columns, start, len(state.text))
        state.text += " " if spaced else ""
    if state.text and not state.text.endswith((" ", "\n")):
        state.text += " "
