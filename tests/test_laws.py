"""The four laws, over the whole house: captures go in, an export comes out. All coverage here is invented."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.annotate.rules import RulesTagger
from onrecord.engine import LocalEngine
from onrecord.pages.export import jsonl
from onrecord.pipeline import BuildOptions, build, steps_of
from onrecord.records import Capture
from onrecord.records.ids import sha256_of
from onrecord.store import Writer, open_view, open_writer

NOW = "2031-05-06T10:00:00+00:00"
OPTIONS = BuildOptions(tagger=RulesTagger, batch=2)  # no time for a model here; test_model_tagger.py has its laws
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])

COVERAGE = {
    "north.txt": """Northern Courier
Ister rejects the ferry tolls

By Ada Holt
May 4, 2031

VALL (Unity Press) — Ister will not pay the new ferry tolls, Foreign Minister Ilse Oram said on Saturday.

“Nobody will pay to go home, and nobody will be asked to,” Oram told reporters in Vall.

About 20 percent of the passengers have stayed away since the tolls began, the ferry company said.
""",
    "coast.txt": """The Coast Observer
Minister rules out tolls on the Vall crossing

May 4, 2031

Ister's foreign minister, Ilse Oram, ruled out tolls on the Vall crossing, Unity Press reported.

"Nobody will pay to go home," Oram said.

Her spokesman, Tavo Renn, said on Sunday that the talks with Vall would go on.

"We are not leaving the table," he said.
""",
    "harbour.txt": """Harbour Daily

Ferry tolls: Oram stands firm

Published May 5, 2031

Oram said that nobody would pay "to go home".

Vall's transport minister, Senn Dorrit, rejected the charge. "The tolls stay," Dorrit said on Monday.

Some 30 percent of the passengers have stayed away, according to the ferry company.
""",
    "evening.txt": """Evening Ledger
Vall drops the ferry tolls

May 12, 2031

Vall will drop the ferry tolls in June, Transport Minister Senn Dorrit announced on Monday.

“We have listened,” Dorrit said at a news conference. “The tolls end on the first of June.”

Ilse Oram welcomed the decision.
""",
    "undated.txt": """Ferry tolls anger passengers

Passengers on the Vall crossing said they would not pay. “It is our way home,” one of them said on Friday.
""",
    "unsigned.txt": """Oram: no tolls on the way home

“Nobody will pay to go home, and nobody will be asked to,” Foreign Minister Ilse Oram told reporters on Saturday.

The ferries sail again later on Saturday, the harbour office said on Friday.
""",
}


def captured(texts: dict[str, str]) -> list[Capture]:
    """The texts as files that were read."""
    return [
        Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=path)
        for path, content in ((path, text.encode("utf-8")) for path, text in texts.items())
    ]


def add(record: Path, captures: Iterable[Capture], engine: LocalEngine) -> None:
    """One build of the captures into the record."""
    with open_writer(record, steps_of(OPTIONS)) as writer:
        build(captures, writer, engine, OPTIONS, NOW)


def exported(record: Path) -> bytes:
    """What `onrecord export` writes."""
    with open_view(record) as view:
        return b"".join(jsonl(view))


def export_of(*builds: Sequence[Capture], engine: LocalEngine | None = None) -> bytes:
    """The export of a new record after these builds, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        for captures in builds:
            add(Path(folder, "record.db"), captures, engine or LocalEngine())
        return exported(Path(folder, "record.db"))


def rows_of(export: bytes, kind: str) -> list[dict[str, Any]]:
    return [row for row in map(json.loads, export.splitlines()) if row["type"] == kind]


ALL = captured(COVERAGE)


@pytest.fixture(scope="module")
def at_once() -> bytes:
    """The export of all articles, built together in this process."""
    return export_of(ALL)


# 1. Anchored


def spans_of(export: bytes) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """Every span of the export, with the articles in one of which it stands."""
    for row in map(json.loads, export.splitlines()):
        if row["type"] == "mention":
            yield [row["article"]], row
        if row["type"] == "attribution":
            yield from (([row["article"]], span) for span in (row["source"], row["cue"], *row["content"]) if span)
        if row["type"] == "discrepancy":
            yield from ((value["articles"], span) for value in row["values"] for span in value["spans"])


def loose(export: bytes, captures: Iterable[Capture]) -> list[dict[str, Any]]:
    """The spans that do not say what stands at their offsets in the file."""
    files = {capture.sha256: capture.content.decode("utf-8") for capture in captures}
    texts = {row["id"]: files[row["sha256"]] for row in rows_of(export, "article")}
    return [
        span
        for articles, span in spans_of(export)
        if not any(texts[name][span["start"] : span["end"]] == span["exact"] != "" for name in articles)
    ]


NEWS = st.sampled_from(
    [
        "Ilse Oram said ",
        "“Nobody will pay,” ",
        '"We are not leaving,',
        "« Les péages restent », ",
        "‘No’ — ",
        "according to Unity Press ",
        "on Monday ",
        "20 percent of ",
        "the minister added. ",
        "By Ada Holt ",
        "May 4, 2031",
        "\n",
        "\r\n\r\n",
        "\u2028",
        "\x85",
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "\u202eabc\u202c",
        "ﬁ",
        "İ",
    ]
)
# A form feed apart: whatever a text file can hold and UTF-8 can write.
ODD = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=8)
TEXTS = st.lists(NEWS | ODD, max_size=30).map("".join)


@FEW
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_every_span_of_any_text_says_what_stands_in_the_file(texts: list[str]) -> None:
    lead = "Ilse Oram said on Monday: “Nobody will pay.”\n\n"
    captures = captured({f"{number}.txt": lead + text for number, text in enumerate(texts)})
    assert loose(export_of(captures), captures) == []


def test_every_span_of_the_coverage_says_what_stands_in_the_file(at_once: bytes) -> None:
    assert loose(at_once, ALL) == []


def test_the_coverage_gives_something_to_anchor(at_once: bytes) -> None:
    assert {row["type"] for row in map(json.loads, at_once.splitlines())} >= {
        "article",
        "attribution",
        "mention",
        "statement",
        "actor",
        "story",
    }


def test_no_statement_has_a_text_that_no_article_prints(at_once: bytes) -> None:
    texts = [" ".join(text.split()) for text in COVERAGE.values()]
    contents = {
        row["id"]: [" ".join(span["exact"].split()) for span in row["content"]]
        for row in rows_of(at_once, "attribution")
    }
    for statement in rows_of(at_once, "statement"):
        assert any(
            " ".join(statement["text"].split()) == " ".join(contents[name]) for name in statement["attributions"]
        )
        assert all(any(part in text for text in texts) for name in statement["attributions"] for part in contents[name])


# 2. Same in, same out


@FEW
@given(st.permutations(ALL))
def test_the_order_of_the_files_changes_no_byte(at_once: bytes, captures: list[Capture]) -> None:
    assert export_of(captures) == at_once


@pytest.mark.parametrize("processes", [2, pytest.param(7, marks=pytest.mark.slow)])
def test_the_number_of_processes_changes_no_byte(at_once: bytes, processes: int) -> None:
    with LocalEngine(processes=processes, batch_size=1) as engine:
        assert export_of(ALL, engine=engine) == at_once


def test_sorting_on_disk_changes_no_byte(at_once: bytes) -> None:
    with LocalEngine(memory_rows=1) as engine:
        assert export_of(ALL, engine=engine) == at_once


def test_adding_one_by_one_ends_in_the_same_record(at_once: bytes) -> None:
    assert export_of(*([capture] for capture in reversed(ALL))) == at_once


@FEW
@given(st.permutations(ALL), st.lists(st.integers(0, len(ALL)), max_size=2).map(sorted))
def test_however_the_files_are_split_into_builds_the_record_is_the_same(
    at_once: bytes, captures: list[Capture], cuts: list[int]
) -> None:
    edges = [0, *cuts, len(captures)]
    builds = [captures[left:right] for left, right in itertools.pairwise(edges)]
    assert export_of(*builds) == at_once


def test_building_again_changes_no_byte(at_once: bytes) -> None:
    assert export_of(ALL, ALL) == at_once


# 3. Nothing lost


class Killed(BaseException):
    """The power went out."""


@dataclass(frozen=True, slots=True)
class Dying:
    """A writer that dies when it is about to make its nth write, in the way it is told."""

    writer: Writer
    calls: list[str]
    last: int
    how: str = "raise"

    def __getattr__(self, name: str) -> Any:
        if name in {"add_captures", "add_readings", "add_rejected", "replace_derived"}:
            self.calls.append(name)
            if len(self.calls) == self.last:
                if self.how == "kill":
                    os.kill(os.getpid(), signal.SIGKILL)
                raise Killed
        return getattr(self.writer, name)


def build_until(record: Path, last: int, how: str = "raise") -> list[str]:
    """A build that dies at its nth write; the writes it began."""
    calls: list[str] = []
    try:
        with open_writer(record, steps_of(OPTIONS)) as writer:
            build(ALL, Dying(writer, calls, last, how), LocalEngine(), OPTIONS, NOW)
    except Killed:
        pass
    return calls


def test_interrupted_before_any_write_and_resumed_the_record_is_the_same(at_once: bytes, tmp_path: Path) -> None:
    writes = build_until(tmp_path / "whole.db", 0)
    assert {"add_captures", "add_readings", "replace_derived"} <= set(writes)
    for last in range(1, len(writes) + 1):
        record = tmp_path / f"{last}.db"
        assert len(build_until(record, last)) == last
        add(record, ALL, LocalEngine())
        assert exported(record) == at_once, f"died at write {last}, {writes[last - 1]}"


def test_what_was_archived_before_the_end_is_read_without_the_files(tmp_path: Path) -> None:
    writes = build_until(tmp_path / "whole.db", 0)
    first_reading = writes.index("add_readings") + 1
    build_until(tmp_path / "record.db", first_reading)
    add(tmp_path / "record.db", [], LocalEngine())
    assert exported(tmp_path / "record.db") == exported(tmp_path / "whole.db")


@pytest.mark.parametrize("last", [2, 5])
def test_a_killed_process_loses_nothing_it_had_archived(at_once: bytes, tmp_path: Path, last: int) -> None:
    record = tmp_path / "record.db"
    code = f"from tests.test_laws import *; build_until(Path({str(record)!r}), {last}, 'kill')"
    ended = subprocess.run([sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {code}"], check=False)
    assert ended.returncode == -signal.SIGKILL
    add(record, ALL, LocalEngine())
    assert exported(record) == at_once


def test_an_id_of_a_statement_a_story_or_an_actor_persists_or_leads_to_what_took_it_in(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    met: set[str] = set()
    for capture in reversed(ALL):
        add(record, [capture], LocalEngine())
        with open_view(record) as view:
            several = (view.statements(), view.stories(), view.actors())
            held = {one.id for some in several for one in some}
            gone = met - held
            assert {one.now for each in gone if (one := view.moved(each))} <= held
            assert [each for each in gone if view.moved(each) is None] == []
        met |= held
    assert gone


# 4. Doubt has a name

WHEN = st.sampled_from(
    [
        "on Monday",
        "on Sunday evening",
        "yesterday",
        "today",
        "last week",
        "this past week",
        "over the weekend",
        "earlier this month",
        "last year",
        "on Tuesday morning",
        "two days ago",
        "tonight",
        "last Friday",
        "in May",
        "this week",
    ]
)
SAID = st.sampled_from(
    [
        "“Nobody will pay to go home,” Foreign Minister Ilse Oram said {}.",
        "Foreign Minister Ilse Oram said {} that nobody would pay.",
        "Ilse Oram told reporters {} that the talks had failed.",
        "{}, Ilse Oram ruled out any tolls.",
        "Vall will not drop the tolls, Senn Dorrit said {}.",
    ]
)


@FEW
@given(st.lists(st.tuples(SAID, WHEN), min_size=1, max_size=6))
def test_without_a_date_of_its_own_an_article_gives_no_day(sentences: list[tuple[str, str]]) -> None:
    lines = [said.format(when) for said, when in sentences]
    text = "Oram speaks on the tolls\n\n" + "\n\n".join(line[0].upper() + line[1:] for line in lines)
    attributions = rows_of(export_of(captured({"undated.txt": text})), "attribution")
    assert attributions
    assert [row["said_on"] for row in attributions if row["said_on"]] == []


def test_an_article_without_a_date_has_none(at_once: bytes) -> None:
    published = {row["path"]: row["published"] for row in rows_of(at_once, "article")}
    assert published["undated.txt"] is None


def test_a_speaker_that_cannot_be_told_is_null() -> None:
    text = "Two ministers\n\nSenn Dorrit and Tavo Renn met in Vall.\n\n“The tolls stay,” he said.\n"
    (row,) = rows_of(export_of(captured({"two.txt": text})), "attribution")
    assert row["speaker"] is None


def test_every_speaker_that_is_told_has_its_reasons(at_once: bytes) -> None:
    told = [row for row in rows_of(at_once, "attribution") if row["speaker"]]
    assert told
    assert all(row["speaker_reasons"] for row in told)


def test_no_link_is_without_reasons(tmp_path: Path) -> None:
    add(tmp_path / "record.db", ALL, LocalEngine())
    with open_view(tmp_path / "record.db") as view:
        links = list(view.links())
    assert links
    assert all(link.reasons for link in links)
