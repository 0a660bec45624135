from __future__ import annotations

from tests.annotate.marked import article_of

from onrecord.annotate.model.combining import combine
from onrecord.records import Form, Span, Tag

TEXT = "Minister Oram said the ferries would sail, as the council meets in Vall on Friday."
ARTICLE = article_of(TEXT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def tag(content: str, source: str | None = "Minister Oram") -> Tag:
    return Tag(source=span(source) if source else None, cue=span("said"), content=(span(content),), form=Form.INDIRECT)


SHORT, LONG = "the ferries would sail", "the ferries would sail, as the council meets in Vall on Friday"


def test_what_the_reporter_adds_behind_the_content_is_taken_off() -> None:
    assert combine(ARTICLE, [tag(LONG)], (tag(SHORT),)) == [tag(SHORT)]


def test_other_words_behind_the_content_stay() -> None:
    assert combine(ARTICLE, [tag(SHORT)], (tag("the ferries would"),)) == [tag(SHORT)]


def test_a_tag_without_source_takes_the_rules_source() -> None:
    assert combine(ARTICLE, [tag(SHORT, None)], (tag(SHORT),)) == [tag(SHORT)]


def test_a_tag_with_a_source_keeps_it() -> None:
    assert combine(ARTICLE, [tag(SHORT, "Oram")], (tag(SHORT),)) == [tag(SHORT, "Oram")]


def test_a_tag_that_the_rules_alone_find_is_not_added() -> None:
    assert combine(ARTICLE, [], (tag(SHORT),)) == []
