from __future__ import annotations

import pytest

from onrecord.text.addresses import file_address, is_front_page, page_address

PAGE = "courier.example/news/tolls"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/news/tolls",
        "http://www.courier.example/news/tolls/",
        "https://m.courier.example/news/tolls",
        "https://amp.courier.example/news/tolls/amp",
        "https://COURIER.example:443/news/tolls?utm_source=feed&fbclid=x#top",
    ],
)
def test_what_does_not_tell_pages_apart_is_left_out(url: str) -> None:
    assert page_address(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/news/tolls?page=2",
        "https://courier.example/news/Tolls",
        "https://courier.example:8080/news/tolls",
        "https://sport.courier.example/news/tolls",
    ],
)
def test_what_may_tell_pages_apart_is_kept(url: str) -> None:
    assert page_address(url) not in {PAGE, None}


def test_a_page_has_the_address_that_it_calls_its_own() -> None:
    assert page_address("https://courier.example/?id=7", "https://www.courier.example/news/tolls") == PAGE


@pytest.mark.parametrize("canonical", ["https://wire.example/tolls", "https://courier.example/", "https://[", ""])
def test_a_page_is_not_taken_at_its_word_for_another_site_or_the_front_page(canonical: str) -> None:
    assert page_address("https://courier.example/news/tolls", canonical) == PAGE


@pytest.mark.parametrize("url", ["https://[", "https://courier.example:x/", "urn:isbn:0451450523", ""])
def test_what_is_no_address_has_none(url: str) -> None:
    assert page_address(url) is None


def test_a_file_has_its_path() -> None:
    assert file_address("coverage/no #1.txt") == "coverage/no #1.txt"


@pytest.mark.parametrize("path", ["-", "-#2", "wire.jsonl#2"])
def test_what_was_piped_in_and_the_row_of_a_table_have_no_address(path: str) -> None:
    assert file_address(path) is None


@pytest.mark.parametrize(
    ("address", "front"),
    [
        ("https://courier.example/", True),
        ("courier.example", True),
        ("courier.example?a=b", True),
        ("https://courier.example/a", False),
        (PAGE, False),
    ],
)
def test_a_front_page_is_told_from_the_pages_of_a_site(address: str, *, front: bool) -> None:
    assert is_front_page(address) is front
