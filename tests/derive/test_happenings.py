"""What happened on which day and at which place, clause by clause; what is in doubt is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate import annotate
from onrecord.annotate.rules import RulesTagger
from onrecord.derive.happenings import Scene, scene_of
from onrecord.engine.ordering import pack
from onrecord.link.rows import told


def scene(text: str) -> Scene:
    return scene_of(annotate(article_of(text, "2031-05-06"), RulesTagger()))


def told_of(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.sort, one.on, one.at) for one in scene(text).happenings]


def test_a_clause_tells_the_day_and_the_place_of_its_happening() -> None:
    found = told_of("Mira Castellane met Sergiu Vantor in Quenza on Monday.")
    assert set(found) == {("meeting", "2031-05-05", "Quenza")}


@pytest.mark.parametrize(
    "text",
    [
        "Oram said on Monday that the lock had opened.",
        "The talks were postponed from Sunday to Monday.",
        "The gallery did not collapse on Monday.",
        "The commission met on Sunday and again on Monday.",
        "The lock is to be opened by 19 May.",
        "The weekly meeting was on Monday.",
    ],
    ids=["a day of speech", "moved", "denied", "two days", "a last day", "one of many"],
)
def test_a_day_that_may_not_be_that_of_the_happening_is_left_out(text: str) -> None:
    assert told_of(text) == []


def test_the_days_of_two_clauses_are_kept_apart() -> None:
    found = told_of("The gallery collapsed on Saturday, and the rescue of the miners was completed on Monday.")
    assert ("collapse", "2031-05-03", None) in found
    assert all(sort != "collapse" or on == "2031-05-03" for sort, on, _ in found)


def test_an_article_tells_which_place_lies_in_which() -> None:
    assert ("brannick", "velmark") in scene("Joris Pell was arrested in Brannick, Velmark.").within


def test_a_place_with_a_government_is_a_state() -> None:
    assert "velmark" in scene("Joris Pell was arrested in Velmark, said the president of Velmark.").states


def test_what_happened_is_packed_alike_on_every_machine() -> None:
    found = scene("Mira Castellane met Sergiu Vantor in Quenza on Monday.")
    assert pack(replace(found)) == pack(found)


def test_the_day_of_the_news_is_the_first_of_the_lead_that_is_no_background() -> None:
    text = "A memo on the cracks of 22 April came to light on Monday.\n\nThe mine opened in 1921."
    assert told(annotate(article_of(text, "2031-05-06"), RulesTagger())).happened == "2031-05-05"
