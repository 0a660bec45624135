"""Pages that are found again with other words, over the whole house; all coverage here is invented."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.test_laws import ALL, COVERAGE, OPTIONS, add, captured, export_of, exported, rows_of

from onrecord.engine import LocalEngine
from onrecord.pages import judging
from onrecord.pages.brief import brief_page
from onrecord.pages.judgements import standings
from onrecord.pages.judging_reports import Cut
from onrecord.pages.sources import sources_page
from onrecord.pipeline import judge, steps_of
from onrecord.records import Capture, Maker
from onrecord.records.ids import sha256_of
from onrecord.store import open_view, open_writer

FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ADA = Maker(made="2031-05-12T08:00:00+00:00", by="Ada")
NORTH = COVERAGE["north.txt"]
VENN = "Deputy Minister Karl Venn said the tolls were a disgrace to the nation."
FIRST = NORTH.replace("About 20 percent", f"{VENN}\n\nAbout 20 percent")
THIRD = NORTH.replace("About 20 percent", "About 25 percent")
URL = "https://courier.example/ister-rejects-tolls"


def at(day: int, text: str, place: str = "north.txt") -> Capture:
    """The text as it was found at a path, or an address, on that day of May."""
    content = text.encode()
    where: dict[str, str] = {"url": place} if "://" in place else {"path": place}
    seen = f"2031-05-{day:02}T10:00:00+00:00"
    return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", captured_at=seen, **where)


OTHERS = [capture for capture in ALL if capture.path != "north.txt"]


def rows_by_text(export: bytes, kind: str) -> dict[str, dict[str, Any]]:
    return {row["text"]: row for row in rows_of(export, kind)}


def told(captures: Sequence[Capture]) -> list[list[str]]:
    """What the export tells of statements, positions, stories and differences, ids and offsets aside."""
    export = export_of(captures)
    statements = [
        (row["text"], row["said_on"], len(row["attributions"]), row["origins"], row["independent_origins"])
        for row in rows_of(export, "statement")
    ]
    positions = [
        (row["actor_name"], row["issue"], row["stance"], row["said_on"]) for row in rows_of(export, "position")
    ]
    stories = [(row["headline"], len(row["articles"])) for row in rows_of(export, "story")]
    differences = [(row["kind"], [value["value"] for value in row["values"]]) for row in rows_of(export, "discrepancy")]
    actors = [(row["name"], sorted(row["aliases"]), row["roles"]) for row in rows_of(export, "actor")]
    return [sorted(map(repr, each)) for each in (statements, positions, stories, differences, actors)]


@pytest.fixture(scope="module")
def edited() -> bytes:
    """The export of the coverage after one of its files was edited: a paragraph is out."""
    return export_of([*OTHERS, at(4, FIRST)], [at(5, NORTH)])


def test_both_versions_are_kept_and_tell_of_each_other(edited: bytes) -> None:
    first, latest = (
        next(row for row in rows_of(edited, "article") if row["sha256"] == sha256_of(text.encode()))
        for text in (FIRST, NORTH)
    )
    assert (first["version_of"], latest["version_of"]) == (latest["id"], None)
    assert first["versions"] == latest["versions"] == [first["id"], latest["id"]]


def test_an_article_of_one_version_tells_of_none(edited: bytes) -> None:
    others = [row for row in rows_of(edited, "article") if row["path"] != "north.txt"]
    assert {(row["version_of"], tuple(row["versions"])) for row in others} == {(None, ())}


def test_what_stood_in_an_earlier_version_only_is_in_the_record_and_withdrawn(edited: bytes) -> None:
    statement = rows_by_text(edited, "statement")["the tolls were a disgrace to the nation"]
    (report,) = [row for row in rows_of(edited, "attribution") if row["id"] in statement["earlier"]]
    assert (statement["withdrawn"], statement["attributions"], statement["independent_origins"]) == (True, [], 0)
    assert (report["speaker_name"], report["in_latest"]["fate"]) == ("Karl Venn", "gone")


def test_what_stands_in_the_latest_version_too_is_carried_over_and_not_withdrawn(edited: bytes) -> None:
    articles = {row["id"]: row for row in rows_of(edited, "article")}
    attributions = {row["id"]: row for row in rows_of(edited, "attribution")}
    carried = [row for row in attributions.values() if row["in_latest"] and row["in_latest"]["fate"] == "carried"]
    assert len(carried) == 3
    for row in carried:
        later = attributions[row["in_latest"]["attribution"]]
        assert later["article"] == articles[row["article"]]["version_of"]
        assert (later["statement"], later["speaker"]) == (row["statement"], row["speaker"])
        assert later["content"] == row["in_latest"]["content"]
        assert row["in_latest"]["reasons"]
    assert [row["text"] for row in rows_of(edited, "statement") if row["withdrawn"]] == [
        "the tolls were a disgrace to the nation"
    ]


def test_whoever_opens_the_record_as_a_database_can_tell_earlier_versions(tmp_path: Path) -> None:
    add(tmp_path / "r.db", [at(4, FIRST), at(5, NORTH)], LocalEngine())
    with closing(sqlite3.connect(tmp_path / "r.db")) as connection:
        rows = connection.execute("SELECT count(*), version_of IS NULL FROM quotations GROUP BY 2").fetchall()
    assert rows == [(4, 0), (3, 1)]


def test_no_withdrawn_statement_shows_a_position(edited: bytes) -> None:
    withdrawn = {row["id"] for row in rows_of(edited, "statement") if row["withdrawn"]}
    assert not withdrawn & {name for row in rows_of(edited, "position") for name in row["statements"]}


def test_no_story_event_or_difference_counts_an_earlier_version(edited: bytes) -> None:
    earlier = {row["id"] for row in rows_of(edited, "article") if row["version_of"]}
    told_of = {name for kind in ("story", "event") for row in rows_of(edited, kind) for name in row["articles"]}
    told_of |= {name for row in rows_of(edited, "discrepancy") for value in row["values"] for name in value["articles"]}
    assert earlier
    assert not earlier & told_of


def test_a_page_that_was_fetched_ten_times_counts_as_if_it_was_fetched_once() -> None:
    often = [at(day, NORTH + day * "\n", URL) for day in range(1, 11)]
    assert told([*OTHERS, *often]) == told([*OTHERS, at(11, NORTH, URL)])


def test_pages_count_what_their_latest_version_says(tmp_path: Path) -> None:
    add(tmp_path / "r.db", [*OTHERS, at(4, FIRST), at(5, NORTH)], LocalEngine())
    with open_view(tmp_path / "r.db") as view:
        sources = sources_page(view).sources
        (brief, *_) = brief_page(view, "r.db").stories
        assert (view.counts().articles, view.counts().earlier) == (6, 1)
    assert [(one.file, one.versions) for one in sources if one.file.startswith("north")] == [("north.txt", 2)]
    assert brief.head.articles == len(brief.sources)


def test_a_report_that_the_latest_version_words_otherwise_is_changed_and_its_statement_stands() -> None:
    reworded = NORTH.replace("Oram told reporters in Vall", "she told a crowd in Vall")
    export = export_of([at(4, NORTH), at(5, reworded)])
    quoted = "“Nobody will pay to go home, and nobody will be asked to,”"
    fates = {
        row["content"][0]["exact"]: row["in_latest"]["fate"]
        for row in rows_of(export, "attribution")
        if row["in_latest"]
    }
    assert fates[quoted] == "changed"
    assert not rows_by_text(export, "statement")[quoted]["withdrawn"]


def test_what_the_latest_version_hides_is_not_said_to_be_withdrawn() -> None:
    teaser = (
        NORTH[: NORTH.index("“Nobody will pay")]
        + "The minister went on to say that nobody in the whole of Ister would ever have to..."
    )
    export = export_of([at(4, NORTH, URL), at(5, teaser, URL)])
    statement = rows_by_text(export, "statement")["“Nobody will pay to go home, and nobody will be asked to,”"]
    assert (statement["withdrawn"], statement["attributions"], len(statement["earlier"])) == (False, [], 1)


VERSIONS = [at(4, FIRST), at(5, NORTH), at(6, THIRD), at(7, NORTH), at(5, FIRST, URL), at(6, NORTH, URL)]
EVERYTHING = [*OTHERS[:2], *VERSIONS]


@pytest.fixture(scope="module")
def at_once() -> bytes:
    return export_of(EVERYTHING)


@FEW
@given(st.permutations(EVERYTHING), st.lists(st.integers(0, len(EVERYTHING)), max_size=3).map(sorted))
def test_in_whatever_order_and_builds_versions_come_the_record_is_the_same(
    at_once: bytes, captures: list[Capture], cuts: list[int]
) -> None:
    edges = [0, *cuts, len(captures)]
    assert export_of(*(captures[left:right] for left, right in itertools.pairwise(edges))) == at_once


def test_adding_versions_one_by_one_ends_in_the_same_record(at_once: bytes) -> None:
    assert export_of(*([capture] for capture in EVERYTHING)) == at_once


def test_what_a_page_was_before_and_is_again_is_its_latest_version() -> None:
    export = export_of([at(4, NORTH, URL), at(5, THIRD, URL), at(6, NORTH, URL)])
    latest = [row["sha256"] for row in rows_of(export, "article") if row["version_of"] is None]
    assert latest == [sha256_of(NORTH.encode())]


def test_a_page_that_is_found_again_as_it_was_changes_no_byte_and_derives_nothing_anew(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    add(record, [at(4, FIRST), at(5, NORTH)], LocalEngine())
    before = exported(record)
    with open_writer(record, steps_of(OPTIONS)) as writer:
        writer.add_captures([at(9, NORTH)], "")
        assert writer.is_derived()
    assert exported(record) == before


@pytest.fixture
def corrected(tmp_path: Path) -> list[dict[str, Any]]:
    """The reports of a page of which a person gave one to another speaker before the page was found changed."""
    record = tmp_path / "r.db"
    add(record, [*OTHERS, at(4, FIRST)], LocalEngine())
    with open_view(record) as view:
        said = next(view.attributions(view.find_article("north.txt").id))
        judgement = judging.assign(view, said.id, "Tavo Renn", ADA)
    with open_writer(record, steps_of(OPTIONS)) as writer:
        judge([judgement], writer, LocalEngine())
    add(record, [at(5, NORTH)], LocalEngine())
    return [row for row in rows_of(exported(record), "attribution") if row["content"][0]["exact"] == said.text]


def test_what_people_judged_of_a_report_holds_in_later_versions_that_have_it(corrected: list[dict[str, Any]]) -> None:
    assert [row["speaker_name"] for row in corrected] == ["Tavo Renn", "Tavo Renn"]


def test_reports_of_a_later_version_are_separated_with_those_of_the_earlier_that_they_stand_for(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    add(record, [*OTHERS, at(4, FIRST)], LocalEngine())
    add(record, [at(5, NORTH)], LocalEngine())
    with open_view(record) as view:
        (said,) = (one for one in view.attributions(view.find_article("north.txt").id) if "go home" in one.text)
        statement = view.statement(view.statement_of(said.id) or "")
        judgement = judging.split(view, said.id, Cut(names=(said.id,)), ADA)
    assert statement is not None
    assert len(statement.earlier) == 1
    with open_writer(record, steps_of(OPTIONS)) as writer:
        judge([judgement], writer, LocalEngine())
    with open_view(record) as view:
        assert standings(view)[0].overridden_by == ()
        apart = view.statement(view.statement_of(said.id) or "")
    assert apart is not None
    assert (apart.attributions, apart.earlier) == ((said.id,), statement.earlier)


def test_a_file_that_another_article_takes_the_place_of_is_no_version_of_it() -> None:
    export = export_of([at(4, NORTH, "today.txt")], [at(5, COVERAGE["evening.txt"], "today.txt")])
    assert [(row["version_of"], row["versions"]) for row in rows_of(export, "article")] == [(None, []), (None, [])]


def test_what_was_found_at_one_address_at_one_time_is_no_version_of_each_other() -> None:
    export = export_of([at(4, NORTH, URL), at(4, THIRD, URL)])
    assert [row["version_of"] for row in rows_of(export, "article")] == [None, None]


def test_every_span_of_every_version_stands_in_its_file(edited: bytes) -> None:
    texts = {sha256_of(text.encode()): text for text in (FIRST, NORTH)}
    files = {row["id"]: texts[row["sha256"]] for row in rows_of(edited, "article") if row["sha256"] in texts}
    spans = [
        (files[name], span)
        for row in rows_of(edited, "attribution")
        if row["article"] in files
        for name, span in [
            *((row["article"], span) for span in row["content"]),
            *((row["in_latest"]["article"], span) for span in (row["in_latest"] or {"content": []})["content"]),
        ]
    ]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["exact"] for text, span in spans)


def test_the_export_is_of_lines_of_json(edited: bytes) -> None:
    assert all(json.loads(line)["type"] for line in edited.splitlines())


def test_the_same_bytes_at_another_path_stand_where_a_copy_was_seen_with_the_later_version() -> None:
    kept = [at(4, FIRST), at(5, NORTH), at(4, FIRST, "kept/north.txt"), at(5, FIRST, "kept/north.txt")]
    export = export_of(kept)
    assert [row["version_of"] for row in rows_of(export, "article")] == [None, None]


def test_captures_without_a_time_are_ordered_by_their_builds(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    add(record, captured({"north.txt": FIRST}), LocalEngine())
    add(record, [replace(at(1, NORTH), captured_at="2031-06-01T00:00:00Z")], LocalEngine())
    latest = [row["sha256"] for row in rows_of(exported(record), "article") if row["version_of"] is None]
    assert latest == [sha256_of(NORTH.encode())]
