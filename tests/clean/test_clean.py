"""The laws of cleaning: nothing raises, nothing is lost, every offset leads into the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clean.page import BODY, FIRST, HEADLINE, PAGE, SECOND, THIRD, article, capture

from onrecord.clean import clean
from onrecord.records import Article, Rejected, SegmentKind

LINES = st.sampled_from(
    [
        *(HEADLINE, FIRST, SECOND, THIRD, "", "", "Advertisement", "By Ada Lin", "3h ago", "4 May 2031", "Comments"),
        *("# Tolls", "> A quote", "- item", "PORT OSTER (Unity Press) —", "© 2031 Northern Courier", "---", "x"),
        *("title: Tolls", "**Bold words here**", "“Open quote", "Read more: Eel season", " date 2031-05-04 The end."),
        *("[Subscribe](#)", "![](a.png)", "Updated:", "By", "by the", "(Reuters)", "\u00a0", "\ufeff"),
    ]
)
PAGES = st.lists(LINES | st.text(max_size=80), max_size=25).map("\n".join)


@given(st.binary(max_size=400))
def test_no_bytes_raise(content: bytes) -> None:
    assert isinstance(clean(capture(content)), Article | Rejected)


@given(PAGES)
def test_segments_are_ordered_and_disjoint_and_leave_only_white_space(text: str) -> None:
    found = clean(capture(text.encode("utf-8", "surrogatepass")))
    if isinstance(found, Rejected):
        return
    place = 0
    for segment in found.segments:
        assert place <= segment.start < segment.end
        assert not found.text[place : segment.start].strip(
            " \t\r\n\f\v\u00a0\ufeff\u200b\u200c\u200d\u2060\u00ad\x1c\x1d\x1e\x1f\x85\u2028\u2029"
        ) or (not found.text[place : segment.start].strip())
        place = segment.end


@given(PAGES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "shift_jis"]))
def test_the_text_is_the_file_decoded(text: str, encoding: str) -> None:
    content = text.encode(encoding, "ignore")
    found = clean(capture(content))
    if isinstance(found, Article):
        assert content.decode(found.encoding) == found.text


@given(PAGES)
def test_the_printed_date_stands_where_it_is_said_to(text: str) -> None:
    found = clean(capture(text.encode("utf-8", "ignore")))
    if isinstance(found, Article) and found.published_span is not None:
        span = found.published_span
        assert found.text[span.start : span.end] == span.exact


@given(PAGES)
def test_credits_stand_where_they_are_said_to(text: str) -> None:
    found = clean(capture(text.encode("utf-8", "ignore")))
    if isinstance(found, Article):
        assert all(found.text[one.span.start : one.span.end] == one.span.exact for one in found.credits)


@given(PAGES)
def test_furniture_never_goes_without_its_reason(text: str) -> None:
    found = clean(capture(text.encode("utf-8", "ignore")))
    if isinstance(found, Article):
        assert all(one.reason for one in found.segments if one.kind is SegmentKind.FURNITURE)


@pytest.mark.parametrize("content", [b"", b" \n ", b"x", b"* * *\n---\n", b"12 34 56", "\ufeff".encode()])
def test_a_text_without_a_sentence_is_rejected(content: bytes) -> None:
    found = clean(capture(content))
    assert isinstance(found, Rejected)
    assert found.cause == "the text has no sentence in it"
    assert found.sha256 is not None


def test_the_id_is_of_the_bytes() -> None:
    assert article(PAGE).id == article(PAGE).id != article(BODY).id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PAGE, "en"),
        ("Der Rat der Stadt hat am Montag gesagt, dass die Maut auf der Fähre nicht mit dem Sommer endet. " * 3, "de"),
        (
            "Le conseil de la ville a dit lundi que les péages du bac ne sont pas levés avant la fin de l'été. " * 3,
            "fr",
        ),
        (
            "Совет города в понедельник заявил, что пошлины на паромы не будут отменены до осени, и это решено. " * 3,
            "ru",
        ),
        ("港の評議会は月曜日、フェリーの通行料を秋まで維持すると発表した。" * 5, "ja"),
    ],
)
def test_the_language_is_guessed(text: str, code: str) -> None:
    assert article(text).language == code


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | " * 20 + "!",
        "http://a " * 60 + "!",
        "AA/" * 45 + " x",
        "Ada Lin and " * 20,
        "x " + "!" * 450,
        "*a" * 200,
    ],
)
def test_no_line_makes_a_pattern_explode(line: str) -> None:
    assert isinstance(clean(capture(f"{PAGE}\n{line}\n".encode())), Article)
