from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from tests.pages.exports.conftest import Written

from onrecord.pages.export import TYPES, jsonl
from onrecord.pages.exports import EXPORTS
from onrecord.pages.exports.tables import TABLES
from onrecord.store import View

FOLDERS = ("csv", "parquet")


def rows_of(view: View, name: str) -> list[dict[str, Any]]:
    return [row for row in map(json.loads, jsonl(view)) if row["type"] == name]


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


@pytest.mark.parametrize("name", TYPES)
def test_every_field_of_the_rows_is_a_column_of_their_table(view: View, name: str) -> None:
    assert {key for row in rows_of(view, name) for key in row} - {"type"} <= set(TABLES[name])


def test_there_is_a_table_for_every_type() -> None:
    assert list(TABLES) == list(TYPES)


@pytest.mark.parametrize("form", FOLDERS)
def test_the_tables_lie_in_a_file_for_each_type(written: Written, form: str) -> None:
    assert {path.name for path in written(form).iterdir()} == {f"{name}.{form}" for name in TYPES}


@pytest.mark.parametrize("form", FOLDERS)
def test_the_same_record_gives_the_same_files(view: View, form: str) -> None:
    first, second = ({name: b"".join(pieces) for name, pieces in EXPORTS[form].files(view)} for _ in range(2))
    assert first == second


def test_a_csv_file_has_the_rows_of_its_type_in_their_order(view: View, written: Written) -> None:
    folder = written("csv")
    for name in TYPES:
        assert [row["id"] for row in read_csv(folder / f"{name}.csv")] == [row["id"] for row in rows_of(view, name)]


def test_a_span_in_csv_has_a_column_for_each_of_its_parts(written: Written) -> None:
    (row,) = [one for one in read_csv(written("csv") / "attribution.csv") if one["id"] == "t2"]
    assert (row["source.exact"], row["cue.exact"]) == ("Oram", "told")
    assert int(row["source.end"]) - int(row["source.start"]) == len("Oram")


def test_a_list_of_spans_in_csv_is_json_with_the_words_beside_it(written: Written) -> None:
    (row,) = [one for one in read_csv(written("csv") / "attribution.csv") if one["id"] == "t2"]
    assert row["content.exact"] == "“Nobody sails for free into my port,”"
    assert json.loads(row["content"])[0]["exact"] == row["content.exact"]


def test_what_is_null_is_empty_in_csv(written: Written) -> None:
    (row,) = [one for one in read_csv(written("csv") / "attribution.csv") if one["id"] == "t5"]
    assert (row["speaker"], row["said_on"], row["anonymous"]) == ("", "", "false")


def test_lines_of_csv_end_as_the_standard_has_it(written: Written) -> None:
    lines = (written("csv") / "story.csv").read_bytes().split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])


@pytest.mark.parametrize("name", TYPES)
def test_parquet_gives_back_the_rows(view: View, written: Written, name: str) -> None:
    read = pq.read_table(written("parquet") / f"{name}.parquet").to_pylist()
    told = [
        dict.fromkeys(TABLES[name]) | {key: row[key] for key in row if key != "type"} for row in rows_of(view, name)
    ]
    assert read == told


def test_duckdb_opens_the_parquet_files(written: Written) -> None:
    found = (
        duckdb.connect()
        .execute(
            f"SELECT s.id, a.name FROM '{written('parquet')}/statement.parquet' s "  # noqa: S608 - a path of our own
            f"JOIN '{written('parquet')}/actor.parquet' a ON a.id = s.speaker ORDER BY s.id"
        )
        .fetchall()
    )
    assert found == [("s1", "Ilse Oram"), ("s2", "Ilse Oram"), ("s5", "Ilse Oram")]


def test_polars_opens_the_parquet_files(written: Written) -> None:
    read = pl.read_parquet(written("parquet") / "statement.parquet")
    assert read.filter(pl.col("id") == "s2")["origins"].to_list() == [["Union Wire"]]
    assert read.schema["independent_origins"] == pl.Int64


def test_pandas_opens_the_parquet_files(written: Written) -> None:
    read = pd.read_parquet(written("parquet") / "attribution.parquet").set_index("id")
    assert read.loc["t2", "source"]["exact"] == "Oram"
    assert list(read.loc["t3", "relayed_by"]) == ["Union Wire"]
