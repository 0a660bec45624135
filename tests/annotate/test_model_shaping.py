"""What the model tags as one and a reader takes for two: the reporter's words, and the quotation behind their colon."""

from __future__ import annotations

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate.model.pieces import Pieces
from onrecord.annotate.model.shaping import parted
from onrecord.annotate.quotes import find_quotations
from onrecord.records import Form, Span, Tag


def parts(marked: str) -> list[tuple[Form, str]]:
    """The tags that the contents between braces come to, each with its form."""
    text, spans, at = "", [], 0
    for number, piece in enumerate(marked.replace("}", "{").split("{")):
        if number % 2:
            spans.append((at, at + len(piece)))
        text, at = text + piece, at + len(piece)
    content = tuple(Span.of(text, start, end) for start, end in spans)
    pieces = Pieces(offsets=[(0, 1)], paragraphs=[(0, 1)], quotations=[find_quotations(text, 0, len(text))])
    found = parted(article_of(text), pieces, Tag(source=None, cue=None, content=content, form=Form.MIXED))
    return [(tag.form, " + ".join(span.exact for span in tag.content)) for tag in found]


TWO = [(Form.INDIRECT, "she sees no need for a toll"), (Form.DIRECT, "“We have dredged it twice.”")]


@pytest.mark.parametrize(
    "marked",
    [
        "Oram said {she sees no need for a toll: “We have dredged it twice.”}",
        "Oram said {she sees no need for a toll}: {“We have dredged it twice.”}",
    ],
)
def test_a_clause_and_the_quotation_behind_its_colon_are_two(marked: str) -> None:
    assert parts(marked) == TWO


@pytest.mark.parametrize(
    "marked",
    [
        "Oram said {she sees “no need” for a toll}.",
        "Oram said {her “rule” is this: “We have dredged it twice.”}",
        "Oram said {she sees no need for “a toll: or two” at all}.",
        "Oram said {there are two: one “here” and one there}.",
    ],
)
def test_anything_else_that_is_partly_quoted_stays_one(marked: str) -> None:
    assert len(parts(marked)) == 1
