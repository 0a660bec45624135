"""The package for replay tools, held against WACZ 1.1.1 and read back by fastwarc."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from tests.pages.coverage import write_record

from onrecord.pages.stories import choose_stories
from onrecord.pages.wacz.cdxj import key_of
from onrecord.pages.wacz.package import VOLUME_BYTES, wacz
from onrecord.read import find_captures
from onrecord.records import Capture
from onrecord.records.ids import sha256_of
from onrecord.store import View, open_view, open_writer

NOW = "2031-05-12T08:00:00+00:00"
SITE = "https://www.quay.example"
PAGE = b"<html><p>The ferry stays in port, the minister said.</p></html>"


def net(path: str, content: bytes = PAGE, media_type: str = "text/html; charset=utf-8", **told: str) -> Capture:
    return Capture(sha256=sha256_of(content), content=content, media_type=media_type, url=f"{SITE}{path}", **told)


def file(path: str, content: bytes = b"Ferry stays in port\n", media_type: str = "text/plain") -> Capture:
    return Capture(sha256=sha256_of(content), content=content, media_type=media_type, path=path)


CAPTURES = (
    net("/b", PAGE + b"b", etag='"7"', last_modified="Sun, 04 May 2031 05:00:00 GMT"),
    net("/a", PAGE + b"a", captured_at="2031-05-04T06:00:00+00:00"),
    net("/a", PAGE + b"later", captured_at="2031-05-05T06:00:00+00:00"),
    net("/a/report.pdf", b"%PDF-1.4 ferries", "application/pdf"),
    net("/row", b'{"title": "Ferry", "text": "It stays."}', 'application/json; fields="text=text"'),
    file("news/north and south.txt"),
    file("/home/ada/ferry#1.md", b"# Ferry\n", "text/markdown"),
    file("elsewhere.txt"),  # the same bytes as another's
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that was read."""

    content: bytes

    @property
    def zip(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.content))

    def read(self, name: str) -> bytes:
        return self.zip.read(name)

    def lines(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.read(name).splitlines()]

    @property
    def described(self) -> dict[str, Any]:
        described: dict[str, Any] = json.loads(self.read("datapackage.json"))
        return described

    @property
    def volumes(self) -> list[str]:
        return [name for name in self.zip.namelist() if name.startswith("archive/")]

    @property
    def index(self) -> list[tuple[str, str, dict[str, str]]]:
        lines = gzip.decompress(self.read("indexes/index.cdx.gz")).decode().splitlines()
        return [(key, stamp, json.loads(told)) for key, stamp, told in (line.split(" ", 2) for line in lines)]

    def records(self) -> Iterator[tuple[WarcRecordType, dict[str, str], bytes]]:
        """What fastwarc reads: type, headers of record and answer, body."""
        for name in self.volumes:
            for record in ArchiveIterator(io.BytesIO(self.read(name)), verify_digests=True):
                headers = dict(record.headers.items())
                headers |= dict(record.http_headers.items()) if record.http_headers else {}
                yield record.record_type, headers, record.reader.read()


def packed(view: View, story: str | None = None, volume_bytes: int = VOLUME_BYTES) -> Package:
    chosen = choose_stories(view, story)[0] if story else None
    return Package(content=b"".join(wacz(view, chosen, volume_bytes)))


def package_of(folder: Path, captures: Sequence[Capture], volume_bytes: int = VOLUME_BYTES) -> Package:
    with open_writer(folder / "record.db") as writer:
        writer.add_captures(captures, NOW)
    with open_view(folder / "record.db") as opened:
        return packed(opened, volume_bytes=volume_bytes)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return package_of(tmp_path_factory.mktemp("record"), CAPTURES)


# The layout


def test_the_package_has_the_files_of_the_format(package: Package) -> None:
    assert package.zip.namelist() == [
        "archive/data-1.warc.gz",
        "indexes/index.cdx.gz",
        "indexes/index.idx",
        "pages/pages.jsonl",
        "datapackage.json",
        "datapackage-digest.json",
    ]


def test_what_is_packed_already_is_stored_as_it_is(package: Package) -> None:
    assert {info.compress_type for info in package.zip.infolist()} == {zipfile.ZIP_STORED}


def test_the_manifest_says_what_it_is(package: Package) -> None:
    assert (package.described["profile"], package.described["wacz_version"]) == ("data-package", "1.1.1")
    assert package.described["software"].startswith("onrecord ")


def test_the_manifest_has_the_size_and_the_hash_of_every_file(package: Package) -> None:
    told = {one["path"]: (one["name"], one["bytes"], one["hash"]) for one in package.described["resources"]}
    there = [name for name in package.zip.namelist() if not name.startswith("datapackage")]
    assert told == {
        name: (Path(name).name, len(package.read(name)), f"sha256:{hashlib.sha256(package.read(name)).hexdigest()}")
        for name in there
    }


def test_the_digest_is_that_of_the_manifest(package: Package) -> None:
    digest = hashlib.sha256(package.read("datapackage.json")).hexdigest()
    assert json.loads(package.read("datapackage-digest.json")) == {
        "path": "datapackage.json",
        "hash": f"sha256:{digest}",
    }


def test_the_manifest_has_the_time_of_the_latest_capture_and_no_other(package: Package) -> None:
    assert (package.described["created"], package.described["modified"]) == ("2031-05-12T08:00:00Z",) * 2


def test_a_file_begins_right_after_its_name_where_replay_tools_look_for_it(package: Package) -> None:
    for info in package.zip.infolist():
        begins = info.header_offset + 30 + len(info.filename)
        assert package.content[begins : begins + info.file_size] == package.read(info.filename)


# The archive


def test_every_capture_is_a_record_of_each_place_in_the_bytes_it_was_archived_in(package: Package) -> None:
    found = {(headers["WARC-Target-URI"], body) for _, headers, body in list(package.records())[1:]}
    assert found >= {(one.url, one.content) for one in CAPTURES if one.url}
    assert len(found) == len(CAPTURES)


def test_what_came_from_the_net_is_an_answer_with_the_headers_that_the_record_keeps(package: Package) -> None:
    (found,) = [headers for _, headers, _ in package.records() if headers.get("WARC-Target-URI") == f"{SITE}/b"]
    assert found["WARC-Type"] == "response"
    assert {name: found[name] for name in ("Content-Type", "ETag", "Last-Modified", "WARC-Date")} == {
        "Content-Type": "text/html; charset=utf-8",
        "ETag": '"7"',
        "Last-Modified": "Sun, 04 May 2031 05:00:00 GMT",
        "WARC-Date": "2031-05-12T08:00:00Z",
    }


@pytest.mark.parametrize(
    ("uri", "media_type"),
    [
        ("file:///./news/north%20and%20south.txt", "text/plain"),
        ("file:///home/ada/ferry%231.md", "text/markdown"),
        (f"{SITE}/row", 'application/json; fields="text=text"'),
    ],
)
def test_files_and_records_of_other_tools_are_resources(package: Package, uri: str, media_type: str) -> None:
    (found,) = [headers for _, headers, _ in package.records() if headers.get("WARC-Target-URI") == uri]
    assert (found["WARC-Type"], found["Content-Type"]) == ("resource", media_type)


def test_the_digest_of_a_payload_is_the_hash_by_which_the_record_knows_the_capture(package: Package) -> None:
    for kind, headers, body in package.records():
        if kind != WarcRecordType.warcinfo:
            assert headers["WARC-Payload-Digest"] == f"sha256:{hashlib.sha256(body).hexdigest()}"


def test_every_record_has_a_name_of_its_own(package: Package) -> None:
    names = [headers["WARC-Record-ID"] for _, headers, _ in package.records()]
    assert len(set(names)) == len(names) == len(CAPTURES) + 1


# The index and the pages


def test_the_index_leads_to_the_record_of_each_address(package: Package) -> None:
    for _, stamp, told in package.index:
        start = int(told["offset"])
        member = package.read(f"archive/{told['filename']}")[start : start + int(told["length"])]
        (record,) = ArchiveIterator(io.BytesIO(member))
        assert record.headers["WARC-Target-URI"] == told["url"]
        assert record.headers["WARC-Payload-Digest"] == told["digest"]
        assert "".join(filter(str.isdigit, record.headers["WARC-Date"] or "")) == stamp


def test_the_index_has_every_record_sorted_by_key_and_time(package: Package) -> None:
    lines = [(key, stamp) for key, stamp, _ in package.index]
    assert lines == sorted(lines)
    assert len(lines) == len(CAPTURES)
    assert [stamp for key, stamp in lines if key == "example,quay)/a"] == ["20310504060000", "20310505060000"]


def test_an_answer_has_its_status_in_the_index(package: Package) -> None:
    told = {told["url"]: told.get("status") for _, _, told in package.index}
    assert (told[f"{SITE}/b"], told[f"{SITE}/row"]) == ("200", None)


def test_the_blocks_of_the_index_are_found_by_their_first_line(tmp_path: Path) -> None:
    found = package_of(tmp_path, [net(f"/{number:04}", PAGE + b"%d" % number) for number in range(700)])
    meta, *leads = found.read("indexes/index.idx").decode().splitlines()
    assert meta == '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}'
    assert len(leads) == 3
    for lead in leads:
        key, stamp, told = lead.split(" ", 2)
        place = json.loads(told)
        block = found.read("indexes/index.cdx.gz")[place["offset"] : place["offset"] + place["length"]]
        assert gzip.decompress(block).decode().startswith(f"{key} {stamp} ")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Quay.example/A/b?z=1&b=2", "example,quay)/a/b?b=2&z=1"),
        ("http://quay.example:80", "example,quay)/"),
        ("https://news.quay.example:8443/", "example,quay,news:8443)/"),
        ("https://quay.example/a/", "example,quay)/a"),
        ("https://fährhafen.example/ö", "example,xn--fhrhafen-0za)/%c3%b6"),
        ("https://quay.example/a b", "example,quay)/a%20b"),
        ("file:///./a/B.txt", "file:///./a/B.txt"),
        ("https://[broken/a", "https://[broken/a"),
    ],
)
def test_the_key_of_an_address_is_what_replay_tools_look_for(url: str, key: str) -> None:
    assert key_of(url) == key


def test_the_pages_are_the_articles_with_their_headlines(view: View) -> None:
    head, *pages = packed(view).lines("pages/pages.jsonl")
    assert head == {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    assert (pages[0]["url"], pages[0]["ts"], pages[0]["title"]) == (
        "file:///./harbour/beacon.txt",
        "2031-05-12T08:00:00Z",
        "Ostmark will not lower harbour dues",
    )
    assert [one["article"] for one in pages] == list(view.article_ids())


def test_what_gave_no_article_is_archived_and_is_no_page(package: Package) -> None:
    assert len(package.lines("pages/pages.jsonl")) == 1
    assert len(package.index) == len(CAPTURES)


# Of a story, of nothing, of much


def test_the_package_of_a_story_has_its_articles_alone(tmp_path: Path) -> None:
    record = write_record(tmp_path / "record.db")
    with open_writer(record) as writer:
        writer.add_captures(CAPTURES, NOW)
    with open_view(record) as opened:
        (story,) = choose_stories(opened, None)
        found = packed(opened, "1")
    assert {one["article"] for one in found.lines("pages/pages.jsonl")[1:]} == set(story.articles)
    assert len(found.index) == len(story.articles)
    assert found.described["title"] == story.headline


def test_a_record_without_captures_gives_a_package_with_nothing_in_it(tmp_path: Path) -> None:
    found = package_of(tmp_path, [])
    assert [kind for kind, _, _ in found.records()] == [WarcRecordType.warcinfo]
    assert found.index == []


def test_the_same_record_gives_the_same_bytes(view: View) -> None:
    assert packed(view).content == packed(view).content


def test_a_large_archive_is_in_several_files_that_the_index_tells_apart(tmp_path: Path) -> None:
    found = package_of(tmp_path, CAPTURES, volume_bytes=1_000)
    assert len(found.volumes) > 2
    assert {told["filename"] for _, _, told in found.index} == {Path(name).name for name in found.volumes}
    test_the_index_leads_to_the_record_of_each_address(found)


def test_what_was_packed_is_read_back_as_it_was(package: Package, tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(package.content)
    found = [one for one in find_captures([str(tmp_path / "a.wacz")]) if isinstance(one, Capture)]

    def told(one: Capture) -> tuple[str, bytes, str, str | None]:
        return one.where, one.content, one.media_type, one.etag

    assert sorted(map(told, found)) == sorted(map(told, CAPTURES))


def test_a_large_record_is_packed_in_little_memory(tmp_path: Path) -> None:
    captures = [net(f"/{number}", PAGE * 150 + b"%d" % number) for number in range(2_000)]
    with open_writer(tmp_path / "record.db") as writer:
        writer.add_captures(captures, NOW)
    del captures
    with open_view(tmp_path / "record.db") as opened:
        tracemalloc.start()
        size = sum(map(len, wacz(opened)))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert size > 500_000
    assert peak < 6_000_000  # of 19 MB that were archived
