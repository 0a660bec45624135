"""Files and folders to captures."""

from __future__ import annotations

import gzip
import os
import socket
import time
import zlib
from pathlib import Path

import pytest

from onrecord.read import ReadOptions, find_captures
from onrecord.records import Capture, Rejected, Reread
from onrecord.records.errors import InputError

TEXT = "The tolls stay, the minister said on Monday.\n"


def read(*paths: Path, options: ReadOptions | None = None) -> list[Capture | Rejected]:
    found = find_captures([str(path) for path in paths], options or ReadOptions())
    return [row for row in found if not isinstance(row, Reread)]


def only_rejection(*paths: Path, options: ReadOptions | None = None) -> Rejected:
    (found,) = read(*paths, options=options)
    assert isinstance(found, Rejected)
    return found


def test_a_folder_is_read_in_the_order_of_names_whatever_the_order_of_writing(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT + name)
    assert [Path(one.path or "").name for one in read(tmp_path) if isinstance(one, Capture)] == [
        "a.md",
        "b.txt",
        "c.txt",
    ]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text(TEXT)
    assert read(tmp_path) == []


def test_a_path_is_normalised(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (found,) = find_captures([f"{tmp_path}//in/../in/./a.txt"])
    assert isinstance(found, Capture)
    assert found.path == f"{tmp_path}/in/a.txt"


def test_a_file_below_a_given_folder_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert len(read(tmp_path, tmp_path / "a.txt")) == 1


def test_a_path_that_does_not_exist_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        find_captures([str(tmp_path / "nothing.txt")])


def test_no_path_at_all_is_the_callers_mistake() -> None:
    with pytest.raises(InputError, match="no path"):
        find_captures([])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docx", b"\xd0\xcf\x11\xe0", "an office document"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        ("a.docx", b"PK\x03\x04....", "a ZIP archive"),
        ("a.txt", b"MZ\x00\x01\x02\x03", "a program"),
        ("a.dat", b"ab\x00cd\x01\x02", "binary"),
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
    ],
)
def test_what_is_no_text_is_said_by_name(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert says in only_rejection(tmp_path).cause


def test_a_text_that_begins_like_a_program_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("MZ is the code of Mozambique, the post office said.")
    assert isinstance(read(tmp_path)[0], Capture)


def test_a_text_without_a_suffix_is_read(tmp_path: Path) -> None:
    (tmp_path / "report").write_text(TEXT)
    assert isinstance(read(tmp_path)[0], Capture)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig"])
def test_a_text_is_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("The “tolls” stay, the minister said.".encode(encoding))
    assert isinstance(read(tmp_path)[0], Capture)


def test_markdown_has_its_media_type(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# The tolls stay\n")
    (found,) = read(tmp_path)
    assert isinstance(found, Capture)
    assert found.media_type == "text/markdown"


@pytest.mark.parametrize(
    ("name", "content"), [("a.html", b"<p>Hello"), ("page", b"\n<!DOCTYPE html><html>"), ("a.htm.gz", b"<p>Hello")]
)
def test_a_page_is_known_by_its_name_or_its_first_bytes(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    (found,) = read(tmp_path)
    assert isinstance(found, Capture)
    assert (found.media_type, found.content) == ("text/html", content)


def test_gigabytes_of_nothing_in_a_gzip_are_refused_cheaply(tmp_path: Path) -> None:
    block = zlib.compressobj(9, zlib.DEFLATED, 31)
    with (tmp_path / "a.txt.gz").open("wb") as file:
        for _ in range(100):
            file.write(block.compress(b" " * 1_000_000))
        file.write(block.flush())
    begun = time.perf_counter()
    assert "--max-bytes" in only_rejection(tmp_path).mend
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz"])
def test_a_gzip_that_breaks_off_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(TEXT.encode())[:-6])
    assert "damaged" in only_rejection(tmp_path).cause


def test_a_large_file_is_refused_without_being_read_and_the_option_is_named(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    begun = time.perf_counter()
    rejection = only_rejection(tmp_path)
    assert "--max-bytes" in rejection.mend
    assert time.perf_counter() - begun < 0.5


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    options = ReadOptions(max_bytes=len(TEXT))
    assert isinstance(read(tmp_path, options=options)[0], Capture)


def test_a_link_to_a_folder_above_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    assert "back to a folder above" in only_rejection(tmp_path).cause


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert "circle" in only_rejection(tmp_path).cause


def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert "leads to nothing" in only_rejection(tmp_path).cause


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a pipe" in only_rejection(tmp_path).cause


def test_a_socket_is_never_opened(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert "a socket" in only_rejection(tmp_path).cause


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read anything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert "may not be read" in only_rejection(tmp_path).cause


def test_a_file_that_vanishes_while_the_folder_is_read_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT + name)
    captures = find_captures([str(tmp_path)])
    first = next(captures)
    (tmp_path / "b.txt").unlink()
    (second,) = captures
    assert isinstance(first, Capture)
    assert isinstance(second, Rejected)
    assert "vanished" in second.cause


def test_bad_files_do_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(b"GIF89a")
    (tmp_path / "b.txt").write_text(TEXT)
    assert [type(one) for one in read(tmp_path)] == [Rejected, Capture]


def test_every_rejection_has_a_cause_and_a_mend(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(b"GIF89a")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    rejected = [one for one in read(tmp_path) if isinstance(one, Rejected)]
    assert len(rejected) == 3
    assert all(one.cause and one.mend and one.step == "read" for one in rejected)
