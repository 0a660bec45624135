from __future__ import annotations

import pytest
from tests.clean.page import PAGE, capture

from onrecord.clean import clean
from onrecord.clean.decoding import charset_of, decode
from onrecord.records import Article, Rejected


def test_utf8_comes_first() -> None:
    decoded = decode("naïve — “so”".encode())
    assert decoded is not None
    assert decoded.encoding == "utf-8"


def test_the_mark_of_utf8_stays_in_the_text() -> None:
    decoded = decode("\ufeffThe tolls stay.".encode())
    assert decoded is not None
    assert decoded.text == "\ufeffThe tolls stay."


def test_english_quotation_marks_of_windows_are_read() -> None:
    decoded = decode("“The tolls stay,” he said – twice.".encode("cp1252"))
    assert decoded is not None
    assert decoded.text == "“The tolls stay,” he said – twice."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", PAGE),
        ("utf-32", PAGE),
        ("cp1251", "Совет порта в понедельник заявил, что пошлины на паромы останутся до осени. " * 6),
        ("shift_jis", "港の評議会は月曜日、フェリーの通行料を秋まで維持すると発表した。" * 6),
        ("iso8859_7", "Το συμβούλιο του λιμανιού ανακοίνωσε τη Δευτέρα ότι τα διόδια μένουν. " * 6),
    ],
)
def test_a_text_in_another_encoding_is_read(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\n"])
def test_newlines_of_every_kind_are_kept(newline: str) -> None:
    text = PAGE.replace("\n", newline)
    found = clean(capture(text.encode()))
    assert isinstance(found, Article)
    assert found.text == text
    assert len(found.body()) == 3


def test_utf8_with_a_broken_byte_is_rejected_with_its_place() -> None:
    found = clean(capture("“The tolls stay,” said Ilse Oram.".encode() + b"\xe2\x80"))
    assert isinstance(found, Rejected)
    assert "UTF-8 but for the byte 0xe2 at 37" in found.cause
    assert found.mend == "save the file anew as UTF-8"


@pytest.mark.parametrize(
    ("media_type", "charset"),
    [
        ("text/plain; charset=koi8-r", "koi8-r"),
        ('text/html;CHARSET="ISO-8859-1"', "cp1252"),
        ("text/plain; charset=us-ascii", "cp1252"),
        ("text/plain; charset=nonsense", None),
        ("text/plain", None),
    ],
)
def test_the_charset_of_a_media_type_is_what_is_meant_by_it(media_type: str, charset: str | None) -> None:
    assert charset_of(media_type) == charset


def test_the_charset_that_the_server_told_decides_where_it_fits() -> None:
    content = "Паром остаётся".encode("koi8-r")
    decoded = decode(content, "koi8-r")
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == ("Паром остаётся", "koi8-r")


def test_a_charset_that_the_server_told_wrongly_does_not_destroy_the_text() -> None:
    decoded = decode("naïve — “so”".encode(), "cp1252")
    assert decoded is not None
    assert decoded.encoding == "utf-8"
