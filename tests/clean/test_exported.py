"""Records of other tools, letters and PDFs to articles."""

from __future__ import annotations

import json
from email.message import EmailMessage
from typing import Any

import pytest

from onrecord.clean import clean
from onrecord.records import Article, Basis, Capture, Rejected, SegmentKind
from onrecord.records.ids import sha256_of
from onrecord.text.exports import Fields

BODY = (
    "The ferry will stay in port for a week, Transport Minister Ada Brandt said on Monday.\n\nIt has room for 90 cars."
)


def read(content: bytes, media_type: str) -> Article | Rejected:
    return clean(Capture(sha256=sha256_of(content), content=content, media_type=media_type, path="a"))


def article(content: bytes, media_type: str = "application/json") -> Article:
    found = read(content, media_type)
    assert isinstance(found, Article), found
    return found


def record(**fields: Any) -> Article:
    return article(json.dumps({"title": "Ferry stays in port", "text": BODY} | fields).encode())


def row(header: str, *values: str) -> Article:
    quoted = ",".join(f'"{value.replace(chr(34), chr(34) * 2)}"' for value in values)
    return article(f"{header}\r\n{quoted}\r\n".encode(), "text/csv")


def test_half_a_character_in_a_record_is_told_as_lost() -> None:
    found = record(title="Ferry \ud83d stays in port", text=f"\ud800 {BODY}")
    assert found.headline == "Ferry \ufffd stays in port"
    assert "\ufffd The ferry will stay" in found.text


def test_a_record_of_news_please_gives_all_that_it_tells() -> None:
    content = {
        "authors": ["Ilse Oram", "Jon Falk"],
        "date_publish": "2031-03-03 10:20:00",
        "date_download": "2031-03-05 00:00:00",
        "description": "A storm is coming.",
        "language": "en",
        "maintext": BODY,
        "source_domain": "www.quay.example",
        "title": "Ferry stays in port",
        "url": "https://www.quay.example/ferry",
    }
    found = article(json.dumps(content).encode())
    assert (found.headline, found.byline, found.outlet) == (
        "Ferry stays in port",
        "Ilse Oram, Jon Falk",
        "quay.example",
    )
    assert (found.published, found.published_basis) == ("2031-03-03T10:20", Basis.METADATA)


def test_the_headline_stands_over_the_text_and_is_one() -> None:
    found = record()
    first = found.segments[0]
    assert (found.text[first.start : first.end], first.kind) == ("Ferry stays in port", SegmentKind.HEADLINE)
    assert found.text == f"Ferry stays in port\n\n{BODY}"


def test_a_text_that_begins_with_the_headline_is_left_as_it_is() -> None:
    assert record(text=f"Ferry stays in port\n\n{BODY}").text == f"Ferry stays in port\n\n{BODY}"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2031-03-03", "2031-03-03"),
        ("2031-03-03 00:00:00", "2031-03-03"),
        ("2031-03-03T10:20:30", "2031-03-03T10:20"),
        ("2031-03-03T10:20:30Z", "2031-03-03T10:20Z"),
        ("2031-03-03T10:20:30.123456+02:00", "2031-03-03T10:20+02:00"),
        ("2031-03-03 10:20:30 UTC", "2031-03-03T10:20"),
        ("20310303", "2031-03-03"),
        ("Mon, 03 Mar 2031 10:20:30 GMT", "2031-03-03T10:20Z"),
        ("3 March 2031", "2031-03-03"),
        ("March 3, 2031", "2031-03-03"),
        (1930299630, "2031-03-03T10:20Z"),
        (1930299630000, "2031-03-03T10:20Z"),
        ("03/04/2031", None),
        ("soon", None),
        ("2031-02-31", None),
        (None, None),
        (True, None),
        ({}, None),
    ],
)
def test_a_day_is_read_however_a_program_writes_it(told: object, day: str | None) -> None:
    assert record(date=told).published == day


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"source": {"id": None, "name": "Quay Gazette"}}, "Quay Gazette"),
        ({"media_name": "quay.example"}, "quay.example"),
        ({"source_domain": "www.quay.example"}, "quay.example"),
        ({"publisher": "https://www.quay.example/"}, "quay.example"),
        ({"outlet": "Quay St. Gazette"}, "Quay St. Gazette"),
        ({"outlet": 7}, None),
    ],
)
def test_an_outlet_is_its_name_or_its_host(fields: dict[str, Any], outlet: str | None) -> None:
    assert record(**fields).outlet == outlet


def test_a_text_in_paragraphs_is_put_together() -> None:
    assert record(text=BODY.split("\n\n")).text.endswith(BODY)


def test_the_fields_that_were_named_are_the_ones_that_are_read() -> None:
    content = {"text": "Not this one at all, it is an abstract.", "parts": {"graf": BODY}, "hed": "Ferry stays in port"}
    media_type = Fields(given={"text": "parts.graf", "title": "hed"}).beside("application/json")
    found = article(json.dumps(content).encode(), media_type)
    assert (found.headline, found.text.endswith(BODY), "abstract" in found.text) == ("Ferry stays in port", True, False)


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b"{}", b'{"text": ""}', b'{"text": 7}', b"[" * 100_000, b"\xff\xfe\x00"]
)
def test_a_record_without_a_text_is_rejected(content: bytes) -> None:
    found = read(content, "application/json")
    assert isinstance(found, Rejected)
    assert found.cause
    assert found.mend


def test_a_row_of_factiva_gives_all_that_it_tells() -> None:
    lead, rest = BODY.split("\n\n")
    header = "HD,BY,PD,SN,LP,TD"
    found = row(header, "Ferry stays in port", "By Ilse Oram", "3 March 2031", "Quay Gazette", lead, rest)
    assert (found.headline, found.outlet, found.published) == ("Ferry stays in port", "Quay Gazette", "2031-03-03")
    assert found.text == f"Ferry stays in port\n\n{BODY}"


def test_a_row_of_nexis_gives_all_that_it_tells() -> None:
    header = "Headline,Publication,Publication date,Full text"
    found = row(header, "Ferry stays in port", "Quay Gazette", "2031-03-03", BODY)
    assert (found.outlet, found.published) == ("Quay Gazette", "2031-03-03")


def test_a_row_in_another_encoding_is_read() -> None:
    words = BODY.replace("\n\n", " ")
    content = f"title;text\r\nFähre im Hafen;“{words}” said the café’s owner, Zoë Brandt\r\n".encode("cp1252")
    found = article(content, "text/csv")
    assert "café’s" in found.text


def test_a_row_is_whole_whatever_separators_are_in_its_fields() -> None:
    assert "week,\u2028Transport" in row("title,text", "Ferry", BODY.replace("week, ", "week,\u2028")).text


@pytest.mark.parametrize(
    "content", [b"", b"title,text\r\n", b"title,text\r\na\r\n", b'title,text\r\na,"\r\n', b"\xef\xbb\xbf"]
)
def test_what_is_no_row_with_its_header_is_rejected(content: bytes) -> None:
    assert isinstance(read(content, "text/csv"), Rejected)


# letters


def letter(text: str | None = BODY, page: str | None = None, **head: str) -> bytes:
    one = EmailMessage()
    told = {"Subject": "Ferry stays in port", "From": "Quay Gazette <news@quay.example>"} | head
    for name, value in told.items():
        one[name.replace("_", "-")] = value
    if text is not None:
        one.set_content(text)
    if page is not None:
        (one.add_alternative if text is not None else one.set_content)(page, subtype="html")
    return one.as_bytes()


def test_a_newsletter_gives_what_its_head_tells() -> None:
    found = article(letter(Date="Mon, 03 Mar 2031 10:20:30 +0200"), "message/rfc822")
    assert (found.headline, found.outlet) == ("Ferry stays in port", "Quay Gazette")
    assert (found.published, found.published_basis) == ("2031-03-03T10:20+02:00", Basis.METADATA)
    assert found.text.replace("\r\n", "\n").strip().endswith(BODY)


def test_a_letter_that_is_a_page_is_read_with_what_its_markup_tells() -> None:
    page = (
        "<html lang='en'><head><link rel='canonical' href='https://quay.example/ferry'></head>"
        f"<body><article><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    )
    found = article(letter(None, page), "message/rfc822")
    assert (found.headline, found.outlet) == ("Ferry stays in port", "Quay Gazette")
    assert [fact.value for fact in found.facts if fact.name == "canonical"] == ["https://quay.example/ferry"]


def test_a_sender_without_a_name_is_its_host() -> None:
    assert article(letter(From="news@quay.example"), "message/rfc822").outlet == "quay.example"


def test_a_head_in_other_letters_is_read() -> None:
    assert article(letter(Subject="Fähre bleibt im Hafen"), "message/rfc822").headline == "Fähre bleibt im Hafen"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_text_is_read_however_it_was_sent(encoding: str) -> None:
    one = EmailMessage()
    one["Subject"] = "Ferry"
    one.set_content(f"“{BODY}” said Zoë.", charset="utf-8", cte=encoding)
    assert "” said Zoë." in article(one.as_bytes(), "message/rfc822").text


def test_a_plain_part_that_says_the_most_is_read_before_the_page() -> None:
    text = f"{BODY}\n\n" * 4
    assert article(letter(text, "<p>Another</p>"), "message/rfc822").text.count("90 cars") == 4


@pytest.mark.parametrize(
    "content", [b"", b"Subject: Ferry\r\n\r\n", b"\xff\xfe", b"Content-Type: multipart/mixed\r\n\r\n--"]
)
def test_a_letter_without_a_text_is_rejected(content: bytes) -> None:
    assert isinstance(read(content, "message/rfc822"), Rejected)


# PDF


def pdf(*lines: str, more: bytes = b"") -> bytes:
    """A PDF of one page with these lines on it."""
    shown = b" T* ".join(b"(%b) Tj" % line.encode("latin-1") for line in lines)
    stream = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b" ET"
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources " + font,
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
    )
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + more
        + (b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
    )


def test_the_text_layer_of_a_press_release_is_read() -> None:
    found = article(
        pdf(
            "Ferry stays in port", "", "The ferry will stay in port for a week, the minister said.", "", "It has room."
        ),
        "application/pdf",
    )
    assert "The ferry will stay in port for a week, the minister said." in found.text


def test_a_pdf_without_a_text_layer_says_so() -> None:
    found = read(pdf(), "application/pdf")
    assert isinstance(found, Rejected)
    assert "no text layer" in found.cause


WHOLE = pdf("The ferry will stay in port for a week, the minister said.")


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n", WHOLE[: len(WHOLE) // 2], WHOLE.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), b"%PDF" * 999],
)
def test_a_damaged_pdf_is_rejected(content: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    found = read(content, "application/pdf")
    assert isinstance(found, Rejected)
    assert capfd.readouterr() == ("", "")
