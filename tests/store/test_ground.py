from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.records import Capture, Reading, Rejected
from onrecord.records.errors import InputError
from onrecord.records.ids import sha256_of
from onrecord.store import Counts

NORTH = "Ister keeps its tolls\n\nMinister Oram said: “Nobody will pay to go home.”\nShe has 3 ferries.\n"
SOUTH = "Oram on tolls\n\n“Nobody will pay,” she said, “not while I am minister.”\n"


def test_a_reading_comes_back_as_it_was_given(record: Any, coverage: Any) -> None:
    reading = coverage.reading(NORTH)
    with record.writer() as writer:
        writer.add_captures([coverage.capture("north.txt", NORTH)], coverage.now)
        writer.add_readings([reading])
    with record.view() as view:
        assert list(view.readings()) == [reading]


def test_archived_bytes_come_back_as_they_came(record: Any, coverage: Any) -> None:
    content = bytes(range(256)) * 40
    capture = Capture(
        sha256=sha256_of(content), content=content, media_type="text/html", url="https://courier.example/1"
    )
    with record.writer() as writer:
        writer.add_captures([capture], coverage.now)
    with record.view() as view:
        assert list(view.captures()) == [capture]


def test_a_page_from_the_web_is_found_by_its_address(record: Any, coverage: Any) -> None:
    capture = replace(coverage.capture("", NORTH), path=None, url="https://courier.example/tolls?page=1")
    with record.writer() as writer:
        writer.add_captures([capture], coverage.now)
        writer.add_readings([coverage.reading(NORTH)])
    with record.view() as view:
        article = view.find_article("courier.example/tolls?page=1")
        (location,) = view.locations(article.id)
        assert (location.path, location.url, location.seen_at) == (None, capture.url, coverage.now)


def test_the_version_that_was_archived_last_of_an_address_comes_with_its_servers_names(
    record: Any, coverage: Any
) -> None:
    url = "https://north.example/tolls"
    captures = [
        Capture(sha256=sha256_of(text), content=text, media_type="text/html", url=url, etag=etag, last_modified=None)
        for text, etag in ((b"one", '"1"'), (b"two", '"2"'), (b"one", '"1"'))
    ]
    with record.writer() as writer:
        for capture in captures:
            writer.add_captures([capture], coverage.now)
    with record.view() as view:
        assert view.version_at(url) == captures[-1]
        assert view.version_at(url + "/other") is None


def test_a_capture_of_another_time_was_seen_then(record: Any, coverage: Any) -> None:
    then = "2019-04-05T06:07:08+00:00"
    capture = replace(coverage.capture("north.txt", NORTH), captured_at=then)
    with record.writer() as writer:
        writer.add_captures([capture], coverage.now)
        writer.add_readings([coverage.reading(NORTH)])
    with record.view() as view:
        (location,) = view.locations(coverage.reading(NORTH).article.id)
        assert location.seen_at == then


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "cp932"])
def test_a_text_comes_back_from_a_file_in_any_encoding(record: Any, coverage: Any, encoding: str) -> None:
    text = "“Tolls”\r\n\r\nsaid Oram\r" if encoding != "cp932" else "渡し船\r\n〜¥5\\"
    content = text.encode(encoding, "replace")
    text = content.decode(encoding)
    capture = Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path="north.txt")
    article = replace(coverage.reading(NORTH).article, sha256=capture.sha256, text=text, encoding=encoding, segments=())
    with record.writer() as writer:
        writer.add_captures([capture], coverage.now)
        writer.add_readings([Reading(article=article)])
    with record.view() as view:
        assert view.archived_text(article.id) == text


def test_a_text_that_is_not_the_decoded_file_comes_back_too(record: Any, coverage: Any) -> None:
    article = replace(coverage.reading(NORTH).article, text="taken out of the page", segments=())
    with record.writer() as writer:
        writer.add_captures([coverage.capture("north.html", NORTH)], coverage.now)
        writer.add_readings([Reading(article=article)])
    with record.view() as view:
        assert view.archived_text(article.id) == "taken out of the page"


def test_adding_the_same_again_adds_nothing(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.view() as view:
        before = view.counts(), len(view.search("tolls"))
    with record.writer() as writer:
        writer.add_captures([coverage.capture("north.txt", NORTH)] * 2, coverage.now)
        writer.add_readings([coverage.reading(NORTH)] * 2)
    with record.view() as view:
        assert (view.counts(), len(view.search("tolls"))) == before


def test_the_record_counts_what_it_holds(filled: Any) -> None:
    with filled(north=NORTH, south=SOUTH).view() as view:
        assert view.counts() == Counts(
            articles=2, outlets=1, attributions=3, statements=3, actors=1, stories=1, rejected=0
        )


def test_articles_come_by_path_whatever_the_order_they_came_in(record: Any, coverage: Any) -> None:
    texts = {"c.txt": NORTH, "a.txt": SOUTH, "b.txt": "Third\n"}
    with record.writer() as writer:
        for path, text in texts.items():
            writer.add_captures([coverage.capture(path, text)], coverage.now)
            writer.add_readings([coverage.reading(text)])
    with record.view() as view:
        assert [view.location(article.id) for article in view.articles()] == ["a.txt", "b.txt", "c.txt"]


def test_attributions_come_by_path_and_then_by_offset(filled: Any) -> None:
    with filled(b_north=NORTH, a_south=SOUTH).view() as view:
        assert [row.text for row in view.attributions()] == [
            "“Nobody will pay,”",
            "“not while I am minister.”",
            "“Nobody will pay to go home.”",
        ]


def test_one_article_can_be_asked_for_its_own_rows(filled: Any) -> None:
    with filled(north=NORTH, south=SOUTH).view() as view:
        article = view.find_article("north.txt").id
        found = (len(list(view.attributions(article))), len(list(view.mentions(article))))
        assert found == (1, 1)
        assert [row.article for row in view.entities(article)] == [article]


def test_the_same_bytes_at_two_paths_are_one_article_with_two_locations(record: Any, coverage: Any) -> None:
    with record.writer() as writer:
        for path in ("z.txt", "a.txt", "m.txt"):
            writer.add_captures([coverage.capture(path, NORTH)], coverage.now)
            writer.add_readings([coverage.reading(NORTH)])
    with record.view() as view:
        (article,) = view.articles()
        assert [place.where for place in view.locations(article.id)] == ["a.txt", "m.txt", "z.txt"]
        assert view.location(article.id) == "a.txt"


def test_a_path_whose_bytes_changed_keeps_both_articles(record: Any, coverage: Any) -> None:
    with record.writer() as writer:
        for text in (NORTH, SOUTH):
            writer.add_captures([coverage.capture("live.txt", text)], coverage.now)
            writer.add_readings([coverage.reading(text)])
    with record.view() as view:
        assert {article.text for article in view.articles()} == {NORTH, SOUTH}


def test_a_file_name_that_is_no_text_is_kept_in_a_form_that_is(record: Any, coverage: Any) -> None:
    with record.writer() as writer:
        writer.add_captures([coverage.capture("caf\udce9.txt", NORTH)], coverage.now)
        writer.add_readings([coverage.reading(NORTH)])
    with record.view() as view:
        assert view.location(coverage.reading(NORTH).article.id) == "caf\\udce9.txt"


@pytest.mark.parametrize("ref", ["a/north.txt", "north.txt", "a/n", "orth.txt", "nort"])
def test_an_article_is_found_by_its_path_an_ending_of_it_or_a_part(record: Any, coverage: Any, ref: str) -> None:
    with record.writer() as writer:
        writer.add_captures([coverage.capture("a/north.txt", NORTH)], coverage.now)
        writer.add_captures([coverage.capture("a/n", NORTH)], coverage.now)
        writer.add_readings([coverage.reading(NORTH)])
    with record.view() as view:
        assert view.find_article(ref).text == NORTH


def test_an_article_is_found_by_a_beginning_of_its_id(filled: Any, coverage: Any) -> None:
    article = coverage.reading(NORTH).article
    with filled(north=NORTH).view() as view:
        assert view.find_article(article.id[:6]) == article


def test_a_whole_path_names_its_article_though_others_end_in_it(record: Any, coverage: Any) -> None:
    with record.writer() as writer:
        writer.add_captures([coverage.capture("n.txt", NORTH), coverage.capture("a/n.txt", SOUTH)], coverage.now)
        writer.add_readings([coverage.reading(NORTH), coverage.reading(SOUTH)])
    with record.view() as view:
        assert view.find_article("n.txt").text == NORTH


def test_an_ending_of_two_paths_is_refused_with_both(record: Any, coverage: Any) -> None:
    with record.writer() as writer:
        writer.add_captures([coverage.capture("b/n.txt", NORTH), coverage.capture("a/n.txt", SOUTH)], coverage.now)
        writer.add_readings([coverage.reading(NORTH), coverage.reading(SOUTH)])
    with record.view() as view, pytest.raises(InputError, match=r"a/n\.txt .* b/n\.txt"):
        view.find_article("n.txt")


@pytest.mark.parametrize("ref", ["", "%", "_orth.txt", "NORTH.TXT", "elsewhere.txt"])
def test_what_names_no_article_is_refused(filled: Any, ref: str) -> None:
    with filled(north=NORTH, south=SOUTH).view() as view, pytest.raises(InputError, match="“"):
        view.find_article(ref)


def test_a_rejection_is_listed_once_with_its_latest_cause(record: Any) -> None:
    first = Rejected(where="x.bin", step="read", cause="the file is empty", mend="give one with text")
    latest = replace(first, cause="the file is no text")
    with record.writer() as writer:
        writer.add_rejected([first])
        writer.add_rejected([latest])
    with record.view() as view:
        assert list(view.rejected()) == [latest]


def test_what_is_read_anew_is_not_listed_as_rejected_nor_what_is_within_it(record: Any) -> None:
    rows = [
        Rejected(where=where, step=step, cause="odd", mend="mend it")
        for where, step in (
            ("a.warc", "read"),
            ("a.warc, byte 7", "read"),
            ("a.warc, byte 9: https://courier.example/1", "read"),
            ("a.warc.gz, byte 7", "read"),
            ("b, a.warc, byte 7", "read"),
            ("a.warc, line 3", "clean"),
        )
    ]
    with record.writer() as writer:
        writer.add_rejected(rows)
        writer.forget_rejected(["a.warc", "none"])
    with record.view() as view:
        assert [row.where for row in view.rejected()] == ["a.warc, line 3", "a.warc.gz, byte 7", "b, a.warc, byte 7"]


def test_a_path_that_is_read_after_all_is_not_listed_as_rejected(record: Any, coverage: Any) -> None:
    unread = [
        Rejected(where=where, step="read", cause="the file is empty", mend="fill it")
        for where in ("north.txt", "other.txt")
    ]
    with record.writer() as writer:
        writer.add_rejected(unread)
        writer.add_captures([coverage.capture("north.txt", NORTH)], coverage.now)
        writer.add_readings([coverage.reading(NORTH)])
    with record.view() as view:
        assert [row.where for row in view.rejected()] == ["other.txt"]


def test_a_record_without_articles_answers_every_question_with_nothing(record: Any) -> None:
    record.create()
    with record.view() as view:
        lists = [
            view.articles(), view.readings(), view.attributions(), view.mentions(), view.entities(),
            view.actors(), view.statements(), view.stories(), view.events(), view.positions(),
            view.discrepancies(), view.links(), view.rejected(), view.captures(),
        ]  # fmt: skip
        assert [list(each) for each in lists] == [[]] * len(lists)
        assert (view.article("a0"), view.attribution("t0"), view.actor("p0"), view.capture("0")) == (None,) * 4


def test_a_reading_of_a_capture_that_is_not_archived_is_refused(record: Any, coverage: Any) -> None:
    with record.writer() as writer, pytest.raises(ValueError, match="not archived"):
        writer.add_readings([coverage.reading(NORTH)])


@pytest.mark.parametrize("sign", ["\x00", "\x1a", "\x1a0", "\x1a\x00\x1a0", "\\u0000", "\\"])
def test_signs_that_a_database_may_not_keep_come_back_where_they_stood(record: Any, coverage: Any, sign: str) -> None:
    text = f"Ister{sign}keeps\nOram: “Nobody{sign}pays,{sign}{sign}” she said. A {sign} needle.\n"
    reading = coverage.reading(text, outlet=f"Northern{sign}Courier")
    article = replace(reading.article, headline=f"Ister{sign}keeps", text=text + sign)
    with record.writer() as writer:
        writer.add_captures([coverage.capture("north.txt", text)], coverage.now)
        writer.add_readings([replace(reading, article=article)])
    with record.view() as view:
        assert list(view.readings()) == [replace(reading, article=article)]
        (hit,) = view.search("needle")
        assert text[hit.start : hit.end] == "needle"
