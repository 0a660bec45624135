"""Web archives to captures."""

from __future__ import annotations

import gzip
import io
import re
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter
from fastwarc.warc import WarcRecordType
from tests.read.archives import DAY, Sent, longer, page, plain, read_archive, record, zipped

from onrecord.read import ReadOptions, find_captures
from onrecord.read.options import Opened
from onrecord.read.warc import read_warc
from onrecord.records import Capture, Rejected

Write = Callable[[Sequence[bytes]], bytes]
SITE = "https://quay.example"
TEXT = "<html><p>The ferry stays in port, the minister said.</p></html>"


def pages(count: int, *, checked: bool = False) -> list[bytes]:
    return [page(f"{SITE}/{number}", f"<html><p>Page {number}</p></html>", checked=checked) for number in range(count)]


def zipped_as_one(records: Sequence[bytes]) -> bytes:
    return gzip.compress(plain(records))


@pytest.mark.parametrize("write", [plain, zipped, zipped_as_one])
def test_every_answer_becomes_a_capture_in_the_order_of_the_archive(tmp_path: Path, write: Write) -> None:
    found = read_archive(tmp_path, write(pages(3)), "a.warc.gz")
    assert (found.urls, found.rejected) == (["0", "1", "2"], [])


def test_a_capture_has_its_address_its_time_its_type_and_its_bytes(tmp_path: Path) -> None:
    (found,) = read_archive(tmp_path, page(f"{SITE}/a", TEXT)).captures
    assert found == Capture(
        sha256=found.sha256,
        content=TEXT.encode(),
        media_type="text/html; charset=utf-8",
        url=f"{SITE}/a",
        captured_at="2031-03-04T05:06:07+00:00",
    )


def test_a_capture_has_the_names_its_server_has_for_the_version(tmp_path: Path) -> None:
    sent = Sent(more=('ETag: "7"', "Last-Modified: Tue, 04 Mar 2031 05:00:00 GMT"))
    (found,) = read_archive(tmp_path, page(f"{SITE}/a", TEXT, sent)).captures
    assert (found.etag, found.last_modified) == ('"7"', "Tue, 04 Mar 2031 05:00:00 GMT")


def brotli(content: bytes) -> bytes:
    written = io.BytesIO()
    writer = BrotliWriter(written)
    writer.write(content)
    writer.close()
    return written.getvalue()


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        (("Content-Encoding: gzip",), gzip.compress(TEXT.encode())),
        (("Content-Encoding: deflate",), zlib.compress(TEXT.encode())),
        (("Content-Encoding: deflate",), zlib.compress(TEXT.encode())[2:-4]),
        (("Content-Encoding: br",), brotli(TEXT.encode())),
        (("Content-Encoding: deflate, gzip",), gzip.compress(zlib.compress(TEXT.encode()))),
        (("Transfer-Encoding: chunked",), b"%x\r\n%b\r\n0\r\n\r\n" % (len(TEXT), TEXT.encode())),
        (("Transfer-Encoding: chunked",), TEXT.encode()),
        (("Content-Encoding: gzip",), TEXT.encode()),
        (("Content-Encoding: br", "Transfer-Encoding: chunked"), TEXT.encode()),
    ],
    ids=["gzip", "zlib", "bare", "brotli", "two", "chunks", "no chunks", "no gzip", "neither"],
)
def test_what_a_page_was_wrapped_in_for_the_way_is_undone(
    tmp_path: Path, headers: tuple[str, ...], sent: bytes
) -> None:
    (found,) = read_archive(tmp_path, page(f"{SITE}/a", sent, Sent(more=headers))).captures
    assert found.content == TEXT.encode()


@pytest.mark.parametrize(
    "other",
    [
        page(f"{SITE}/gone", TEXT, Sent(status="404 Not Found")),
        page(f"{SITE}/moved", "", Sent(status="301 Moved Permanently")),
        page(f"{SITE}/p.png", b"\x89PNG\r\n\x1a\n", Sent(content_type="image/png")),
        page(f"{SITE}/x", b"\x89PNG\r\n\x1a\n", Sent(content_type="application/octet-stream")),
        page(f"{SITE}/s.js", "let x", Sent(content_type="text/javascript")),
        page(f"{SITE}/empty", ""),
        page(f"{SITE}/robots.txt", "Disallow: /", Sent(content_type="text/plain")),
        record(f"{SITE}/a", b"GET / HTTP/1.1\r\n\r\n", WarcRecordType.request),
        record("", b"software: crawl\r\n", WarcRecordType.warcinfo, media_type="application/warc-fields"),
        record(f"{SITE}/a", b"outlink: b\r\n", WarcRecordType.metadata, media_type="application/warc-fields"),
        record("urn:text:a", b"The words of the page", WarcRecordType.resource, media_type="text/plain"),
    ],
)
def test_what_holds_no_article_is_passed_over(tmp_path: Path, other: bytes) -> None:
    found = read_archive(tmp_path, plain([other, *pages(1)]))
    assert (found.urls, found.rejected) == (["0"], [])


def test_a_resource_that_is_a_page_is_a_capture(tmp_path: Path) -> None:
    (found,) = read_archive(
        tmp_path, record(f"{SITE}/a", TEXT.encode(), WarcRecordType.resource, media_type="text/html")
    ).captures
    assert found.content == TEXT.encode()


def test_a_page_that_is_a_picture_is_told(tmp_path: Path) -> None:
    (found,) = read_archive(tmp_path, page(f"{SITE}/a", b"\x89PNG\r\n\x1a\n")).rejected
    assert "PNG" in found.cause
    assert f"{SITE}/a" in found.where


def test_a_page_that_is_too_large_is_told_and_not_read(tmp_path: Path) -> None:
    found = read_archive(
        tmp_path, plain([page(f"{SITE}/a", TEXT * 100), *pages(1)]), options=ReadOptions(max_bytes=1_000)
    )
    assert found.urls == ["0"]
    assert "--max-bytes" in found.rejected[0].mend


def test_a_page_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = page(f"{SITE}/a", gzip.compress(bytes(30_000_000)), Sent(more=("Content-Encoding: gzip",)))
    found = read_archive(tmp_path, zipped([bomb, *pages(1)]))
    assert found.urls == ["0"]
    assert "more than the 20.0 MB" in found.rejected[0].cause


# damage


@pytest.mark.parametrize("write", [plain, zipped])
@pytest.mark.parametrize("by", [-20, 7, 300, 90_000])
def test_a_record_with_a_wrong_length_costs_itself_alone(tmp_path: Path, write: Write, by: int) -> None:
    records = pages(5)
    found = read_archive(tmp_path, write([*records[:2], longer(records[2], by), *records[3:]]))
    assert found.urls == ["0", "1", "3", "4"]
    assert [one.where for one in found.rejected] == [f"{tmp_path}/a.warc, byte {len(write(records[:2]))}"]


@pytest.mark.parametrize("write", [plain, zipped])
def test_an_archive_that_breaks_off_costs_the_record_in_which_it_does(tmp_path: Path, write: Write) -> None:
    records = pages(3)
    whole, start = write(records), len(write(records[:2]))
    last = len(records[2]) if write is plain else len(whole) - start
    for cut in (last // 3, last // 2, last - 12):
        found = read_archive(tmp_path, whole[: start + cut])
        assert (found.urls, [one.where for one in found.rejected]) == (
            ["0", "1"],
            [f"{tmp_path}/a.warc, byte {start}"],
        )


def test_damaged_compressed_bytes_cost_the_record_in_which_they_are(tmp_path: Path) -> None:
    records = pages(5)
    damaged = bytearray(gzip.compress(records[2], mtime=0))
    damaged[60] ^= 0xFF
    start = len(zipped(records[:2]))
    found = read_archive(tmp_path, zipped(records[:2]) + bytes(damaged) + zipped(records[3:]))
    assert found.urls == ["0", "1", "3", "4"]
    assert [one.where for one in found.rejected] == [f"{tmp_path}/a.warc, byte {start}"]


def test_no_damaged_byte_of_a_packed_archive_costs_more_than_one_record_or_goes_untold() -> None:
    whole = zipped(pages(3))

    def read(content: bytes) -> tuple[set[bytes], bool]:
        rows = list(read_warc(Opened(file=io.BytesIO(content), name="a.warc.gz")))
        captures = {row.content for row in rows if isinstance(row, Capture)}
        return captures, any(isinstance(row, Rejected) for row in rows)

    there, _ = read(whole)
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        found, is_told = read(bytes(damaged))
        assert found <= there, place
        assert len(found) >= 2, place
        assert is_told or found == there, place


@pytest.mark.parametrize("write", [plain, zipped])
def test_strange_bytes_between_records_cost_no_record_whose_digest_proves_it(tmp_path: Path, write: Write) -> None:
    records = pages(4, checked=True)
    found = read_archive(tmp_path, write(records[:2]) + b"Tape ends here.\r\nmore\r\n" + write(records[2:]))
    assert found.urls == ["0", "1", "2", "3"]
    assert len(found.rejected) == 1


def test_a_record_whose_bytes_changed_since_its_digest_was_made_is_told(tmp_path: Path) -> None:
    records = pages(3, checked=True)
    found = read_archive(tmp_path, plain([records[0], records[1].replace(b"Page 1", b"Page 7"), records[2]]))
    assert found.urls == ["0", "2"]
    assert "digest" in found.rejected[0].cause


def test_a_record_of_another_type_with_a_wrong_length_costs_no_page(tmp_path: Path) -> None:
    asked = record(f"{SITE}/a", b"GET / HTTP/1.1\r\n\r\n", WarcRecordType.request)
    found = read_archive(tmp_path, plain([longer(asked, 50_000), *pages(3)]))
    assert found.urls == ["0", "1", "2"]


def test_a_record_whose_answer_is_none_costs_itself_alone(tmp_path: Path) -> None:
    strange = record(f"{SITE}/a", b"\x00\x01\x02" * 30, WarcRecordType.response)
    found = read_archive(tmp_path, plain([strange, *pages(2)]))
    assert found.urls == ["0", "1"]


def test_what_only_is_called_an_archive_is_told(tmp_path: Path) -> None:
    (found,) = read_archive(tmp_path, gzip.compress(b"\x00nothing\x01\x02"), "a.warc.gz").rejected
    assert found.cause


def test_every_rejection_has_a_place_of_its_own(tmp_path: Path) -> None:
    records = [longer(one, -20) for one in pages(6)]
    found = read_archive(tmp_path, zipped(records))
    assert len({one.where for one in found.rejected}) == 6


# revisits


def revisit(url: str, earlier: str, digest: str, media_type: str = "text/html") -> bytes:
    return record(
        url,
        Sent(content_type=media_type).head(),
        WarcRecordType.revisit,
        headers=(
            ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"),
            ("WARC-Refers-To-Target-URI", earlier),
            ("WARC-Refers-To-Date", DAY),
            ("WARC-Payload-Digest", digest),
        ),
    )


def test_a_revisit_of_a_page_of_the_archive_is_nothing_new(tmp_path: Path) -> None:
    first = record(
        f"{SITE}/0",
        Sent().head() + TEXT.encode(),
        WarcRecordType.response,
        headers=(("WARC-Payload-Digest", "sha1:ABC"),),
    )
    found = read_archive(tmp_path, plain([first, revisit(f"{SITE}/0", f"{SITE}/0", "sha1:ABC")]))
    assert (found.urls, found.rejected) == (["0"], [])


def test_a_revisit_of_a_page_of_another_archive_is_told(tmp_path: Path) -> None:
    (found,) = read_archive(tmp_path, plain([revisit(f"{SITE}/0", f"{SITE}/before", "sha1:ABC")])).rejected
    assert f"{SITE}/before" in found.cause


def test_a_revisit_of_a_picture_is_passed_over(tmp_path: Path) -> None:
    found = read_archive(tmp_path, plain([revisit(f"{SITE}/0", f"{SITE}/p", "sha1:ABC", "image/png")]))
    assert found.rejected == []


# WACZ


def test_the_archives_in_a_wacz_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/b.warc.gz", zipped(pages(3)[2:]))
        archive.writestr("archive/a.warc.gz", zipped(pages(2)))
        archive.writestr("datapackage.json", "{}")
    found = read_archive(tmp_path, (tmp_path / "a.wacz").read_bytes(), "a.wacz")
    assert (found.urls, found.rejected) == (["0", "1", "2"], [])


def test_damage_in_a_wacz_costs_the_record_it_hits(tmp_path: Path) -> None:
    records = pages(4)
    records[1] = longer(records[1], -20)
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", plain(records))
    found = read_archive(tmp_path, (tmp_path / "a.wacz").read_bytes(), "a.wacz")
    assert found.urls == ["0", "2", "3"]
    assert "archive/a.warc, byte" in found.rejected[0].where


def test_a_wacz_that_breaks_off_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/a.warc", plain(pages(2)))
    whole = (tmp_path / "a.wacz").read_bytes()
    (found,) = read_archive(tmp_path, whole[:-30], "a.wacz").rejected
    assert "ZIP" in found.cause


def test_a_large_archive_is_read_in_little_memory(tmp_path: Path) -> None:
    words = re.sub(r"\s+", " ", "The ferry stays in port until the storm has passed over the bay. " * 200)
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        for number in range(2_000):
            file.write(gzip.compress(page(f"{SITE}/{number}", f"<p>{number} {words}"), 1))
    tracemalloc.start()
    count = sum(isinstance(row, Capture) for row in find_captures([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 2_000
    assert peak < 5_000_000  # of 26 MB
