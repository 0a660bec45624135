"""A record in datasette itself, asked over HTTP."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.pages.exports.documents import whole

from onrecord.pages.exports.datasette import HIDDEN, SHOWN
from onrecord.store import open_view

PATIENCE_SECONDS = 30


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture(scope="module")
def site(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    metadata = tmp_path_factory.mktemp("datasette") / "metadata.json"
    with open_view(record) as view:
        metadata.write_bytes(whole(view, "datasette"))
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str(record), "--metadata", str(metadata), "-p", str(port)]
    serving = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            _await(client, serving)
            yield client
    finally:
        serving.terminate()
        serving.wait()


def _await(client: httpx.Client, serving: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and serving.poll() is None:
        try:
            client.get("/-/versions.json")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("datasette did not begin to answer")


def read(site: httpx.Client, path: str) -> Any:
    answer = site.get(path, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    return json.loads(answer.text)


def test_datasette_lists_the_views_and_tables_of_the_record(site: httpx.Client) -> None:
    listed = read(site, "/harbour.json")
    assert {view["name"] for view in listed["views"]} >= {
        "articles",
        "statements",
        "actors",
        "positions",
        "discrepancies",
        "quotations",
    }
    assert {table["name"] for table in listed["tables"] if not table["hidden"]} <= set(SHOWN)


def test_the_machinery_is_hidden(site: httpx.Client) -> None:
    hidden = {table["name"] for table in read(site, "/harbour.json")["tables"] if table["hidden"]}
    assert set(HIDDEN) <= hidden


def test_every_table_that_is_told_of_is_there(site: httpx.Client) -> None:
    listed = read(site, "/harbour.json")
    assert set(SHOWN) <= {table["name"] for table in listed["tables"]} | {view["name"] for view in listed["views"]}


def test_a_view_is_read_and_filtered(site: httpx.Client) -> None:
    rows = read(site, "/harbour/statements.json?_shape=array&speaker=Ilse+Oram&_sort=id")
    assert [(row["id"], row["said_on"], row["origins"]) for row in rows] == [
        ("s1", "2031-05-04", None),
        ("s2", "2031-05-04", "Union Wire"),
        ("s5", "2031-05-09", None),
    ]


def test_quotations_are_read_as_the_articles_print_them(site: httpx.Client) -> None:
    (row,) = read(site, "/harbour/quotations.json?_shape=array&id=t2")
    assert (row["speaker"], row["quotation"]) == ("Ilse Oram", "“Nobody sails for free into my port,”")


def test_a_page_says_what_its_rows_and_columns_are(site: httpx.Client) -> None:
    page = site.get("/harbour/quotations").text
    assert "Who said what, where" in page
    assert "The word that reports it." in page


def test_columns_that_are_told_of_are_there(site: httpx.Client) -> None:
    for name, told in SHOWN.items():
        columns = read(site, f"/harbour/{name}.json?_size=0")["columns"]
        assert set(told.get("columns", ())) <= set(columns), name
        assert told.get("label_column", columns[0]) in columns, name


def test_a_row_that_refers_to_another_shows_what_that_one_is_called(site: httpx.Client) -> None:
    (row,) = read(site, "/harbour/statement.json?_shape=array&_labels=on&id=s1")
    assert row["speaker"]["label"] == "Ilse Oram"
