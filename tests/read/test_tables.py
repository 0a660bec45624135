"""Other tools' exports to captures."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from tests.read.server import QUICK, Answer, Rows, Site

from onrecord.read import ReadOptions, find_captures
from onrecord.records import Capture, Rejected
from onrecord.text.exports import Fields

TEXT = "The ferry stays in port, the minister said on Monday.\n\nIt has room for 90 cars."
RECORD = {
    "title": "Ferry stays",
    "maintext": TEXT,
    "url": "https://quay.example/ferry",
    "source_domain": "quay.example",
}


def found_in(folder: Path, name: str, content: str | bytes, **more: str) -> Rows:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    options = ReadOptions(web=QUICK, fields=Fields(given=more), max_bytes=100_000)
    found = list(find_captures([str(folder / name)], options))
    captures = [one for one in found if isinstance(one, Capture)]
    return Rows(captures=captures, rejected=[one for one in found if isinstance(one, Rejected)])


def table(*rows: dict[str, str], delimiter: str = ",", end: str = "\r\n") -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


# JSON


def test_a_record_of_json_is_a_capture_as_it_came(tmp_path: Path) -> None:
    content = json.dumps(RECORD, indent=2)
    (found,) = found_in(tmp_path, "a.json", content).captures
    assert (found.content, found.media_type, found.url) == (content.encode(), "application/json", RECORD["url"])


def test_each_line_of_json_is_a_capture_as_it_came(tmp_path: Path) -> None:
    lines = [json.dumps(RECORD | {"url": f"https://quay.example/{number}"}) for number in range(3)]
    found = found_in(tmp_path, "a.jsonl", "\n\n".join(lines) + "\n")
    assert [one.content.decode() for one in found.captures] == lines


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.json.gz"])
def test_packed_records_are_read(tmp_path: Path, name: str) -> None:
    assert len(found_in(tmp_path, name, gzip.compress(json.dumps(RECORD).encode())).captures) == 1


def test_each_record_of_a_list_is_a_capture_as_it_is_written(tmp_path: Path) -> None:
    written = '[ {"text": "A b c d",  "n": 1.0 },\n\n{"text":"\u201cE\u201d f g h"} ]'
    found = found_in(tmp_path, "a.json", written)
    assert [one.content.decode() for one in found.captures] == [
        '{"text": "A b c d",  "n": 1.0 }',
        '{"text":"\u201cE\u201d f g h"}',
    ]


def test_a_record_without_an_address_has_its_place_in_the_file(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.jsonl", '{"text": "A b c d"}\n{"text": "E f g h", "url": "not an address"}\n')
    assert [one.path for one in found.captures] == [f"{tmp_path}/a.jsonl#1", f"{tmp_path}/a.jsonl#2"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"text": "A b', "no JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"hed": "A", "graf": "B"}', "no field"),
        ("[" * 50_000, "no JSON"),
        ('{"text": "' + "A" * 200_000 + '"}', "longer"),
    ],
)
def test_a_line_that_is_no_record_is_told_and_the_others_are_read(tmp_path: Path, line: str, says: str) -> None:
    record = json.dumps(RECORD)
    found = found_in(tmp_path, "a.jsonl", f"{record}\n{line}\n{record}\n")
    assert len(found.captures) == 2
    (rejected,) = found.rejected
    assert says in rejected.cause
    assert rejected.where == f"{tmp_path}/a.jsonl, line 2"


def test_a_list_that_breaks_off_costs_what_follows(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.json", '[{"text": "A b c d"}, {"text": "E f')
    assert (len(found.captures), len(found.rejected)) == (1, 1)


def test_a_record_of_links_alone_says_how_its_pages_are_fetched(tmp_path: Path) -> None:
    (rejected,) = found_in(tmp_path, "a.json", '{"url": "https://quay.example/a"}').rejected
    assert "--urls" in rejected.mend


def test_what_the_fields_are_called_travels_with_the_capture(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, "a.json", '{"graf; \\"x": "A b c d"}', text='graf; "x').captures
    assert Fields.of(found.media_type) == Fields(given={"text": 'graf; "x'})


# tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_each_row_of_a_table_is_a_capture_with_the_header(tmp_path: Path, delimiter: str, end: str) -> None:
    content = table(
        RECORD, RECORD | {"url": "https://quay.example/2", "maintext": 'A "b",\nc; d|e'}, delimiter=delimiter, end=end
    )
    found = found_in(tmp_path, "a.csv", content)
    assert [one.url for one in found.captures] == ["https://quay.example/ferry", "https://quay.example/2"]
    header = content.splitlines(keepends=True)[0]
    assert found.captures[1].content.decode() == header + content[content.index("Ferry", content.rindex("A ") - 30) :]


def test_a_row_with_a_byte_that_is_no_utf8_is_archived_as_it_came(tmp_path: Path) -> None:
    content = table({"text": "Caf\udce9 in port", "title": "A"}).encode("utf-8", "surrogateescape")
    assert found_in(tmp_path, "a.csv", content).captures[0].content == content


def test_a_row_of_another_length_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.csv", 'title,text\r\nA,"B c d e"\r\nA,B,C\r\nF,"G h i j"\r\n')
    assert len(found.captures) == 2
    assert [one.where for one in found.rejected] == [f"{tmp_path}/a.csv, row 3"]


def test_a_quotation_mark_that_is_never_closed_costs_no_memory(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.csv", 'title,text\r\nA,"B' + " c d e\r\n" * 100_000)
    assert (found.captures, len(found.rejected)) == ([], 1)


def test_a_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    (rejected,) = found_in(tmp_path, "a.csv", table(RECORD), text="story").rejected
    assert "no column story" in rejected.cause


def test_a_table_without_texts_and_links_says_what_to_name(tmp_path: Path) -> None:
    (rejected,) = found_in(tmp_path, "a.csv", "name,year\r\nA,2031\r\n").rejected
    assert "--fields text=" in rejected.mend


def test_the_pages_of_a_table_of_links_are_fetched(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/a": Answer(), "/b": Answer(body=b"<html><p>B</p></html>")}
    rows = ({"id": path, "media_name": "Quay", "title": "A", "url": site.url(path)} for path in ("/a", "/b", "/gone"))
    found = found_in(tmp_path, "a.csv", table(*rows))
    assert (found.paths, set(found.causes)) == ({"/a", "/b"}, {"/gone"})
