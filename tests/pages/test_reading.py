"""Small things that a reader stumbles over."""

from __future__ import annotations

import pytest

from onrecord.pages.layout import plain_text
from onrecord.pages.positions import positions_page
from onrecord.pages.statements import StatementLine, say_speaker
from onrecord.pages.stories import Head, say_head
from onrecord.pages.timeline import timeline_page
from onrecord.pages.wording import Wording, between, say
from onrecord.records import Form
from onrecord.store import View


def wording(words: str, lead: str = "") -> Wording:
    return Wording(attribution="t1", article="a1", form=Form.INDIRECT, lead=lead, words=words, citation=1)


def speaker(name: str, view: View) -> str:
    (story,) = timeline_page(view).stories
    line: StatementLine = next(one for day in story.days for one in day.statements)
    changed = {field: getattr(line, field) for field in StatementLine.__dataclass_fields__}
    return plain_text(say_speaker(StatementLine(**{**changed, "speaker": name, "role": None}), ()))


def test_a_line_begins_with_a_capital(view: View) -> None:
    assert speaker("harbour guild", view) == "Harbour guild"


def test_whose_spokesman_it_is_must_be_told(view: View) -> None:
    assert speaker("her press officer", view) == "Speaker not told (the article has “her press officer”)"


def test_a_clause_without_its_cue_is_shown_without_that() -> None:
    told = wording("that the quay was too short")
    assert between(told) + plain_text(say(told, 100)) == ": the quay was too short"


def test_a_story_without_named_outlets_says_so() -> None:
    head = Head(story="y1", headline="Dues", articles=1, outlets=0, first=None, last=None, undated=1)
    assert plain_text(say_head(head)).startswith("1 article · outlet not told · ")


@pytest.mark.parametrize("page", [positions_page, timeline_page])
def test_no_line_shows_an_id(page: object, view: View) -> None:
    assert callable(page)
    parts = page(view).lay_out().parts
    text = " ".join(plain_text(item.lead) for part in parts for section in part.sections for item in section.items)
    assert not {"s1", "o1", "p1", "t1"} & set(text.split())
