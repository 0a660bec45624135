from __future__ import annotations

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate.model.repair import repair
from onrecord.records import Article, Form, Span, Tag

TEXT = "Minister Oram said the ferries would sail, and “nobody will ever pay to go home,” said Ilse Brandt."
ARTICLE: Article = article_of(TEXT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def tag(*content: str, source: str | None = None, cue: str | None = "said", sure: float = 0.9) -> Tag:
    return Tag(
        source=span(source) if source else None,
        cue=span(cue) if cue else None,
        content=tuple(span(each) for each in content),
        form=Form.DIRECT if content[0].startswith("“") else Form.INDIRECT,
        confidence=sure,
    )


def test_a_content_without_cue_that_is_no_quotation_is_dropped() -> None:
    assert repair(ARTICLE, [tag("the ferries would sail", cue=None)]) == ()


def test_a_quotation_without_cue_is_kept() -> None:
    alone = tag("“nobody will ever pay to go home,”", cue=None)
    assert repair(ARTICLE, [alone]) == (alone,)


def test_a_quotation_of_few_words_without_cue_is_dropped() -> None:
    assert repair(ARTICLE, [tag("“nobody will ever", cue=None)]) == ()


def test_of_two_tags_that_claim_the_same_words_the_surer_has_them() -> None:
    sure, unsure = tag("the ferries would sail", sure=0.9), tag("ferries would sail, and", sure=0.6)
    assert repair(ARTICLE, [unsure, sure]) == (sure,)


def test_a_content_that_reaches_over_its_cue_keeps_its_longer_part() -> None:
    (found,) = repair(ARTICLE, [tag("Oram said the ferries would sail", cue="said")])
    assert [each.exact for each in found.content] == ["the ferries would sail"]


def test_a_content_that_reaches_over_its_source_keeps_its_longer_part() -> None:
    (found,) = repair(ARTICLE, [tag("pay to go home,” said Ilse", source="said Ilse Brandt", cue="Minister")])
    assert [each.exact for each in found.content] == ["pay to go home,”"]


def test_a_content_of_marks_alone_is_none() -> None:
    assert repair(ARTICLE, [tag(",”")]) == ()


def test_contents_of_one_tag_that_overlap_become_one() -> None:
    (found,) = repair(ARTICLE, [tag("the ferries would", "ferries would sail")])
    assert [each.exact for each in found.content] == ["the ferries would"]


def test_tags_come_in_reading_order() -> None:
    late, early = tag("“nobody will ever pay to go home,”"), tag("the ferries would sail", sure=0.7)
    assert repair(ARTICLE, [late, early]) == (early, late)


def test_what_nobody_is_told_to_have_said_is_kept_where_it_is_fairly_sure() -> None:
    sure, unsure = tag("the ferries would sail", sure=0.8), tag("the ferries would sail", sure=0.5)
    assert repair(ARTICLE, [sure]) == (sure,)
    assert repair(ARTICLE, [unsure]) == ()


def test_a_quotation_that_nobody_is_told_to_have_said_is_kept_anyhow() -> None:
    quoted = tag("“nobody will ever pay to go home,”", sure=0.3)
    assert repair(ARTICLE, [quoted]) == (quoted,)


def test_a_pronoun_alone_tells_nothing() -> None:
    text = "They were amazed by it."
    cue, it = Span(start=10, end=16, exact="amazed"), Span(start=20, end=22, exact="it")
    alone = Tag(source=Span(start=0, end=4, exact="They"), cue=cue, content=(it,), form=Form.INDIRECT)
    assert repair(article_of(text), [alone]) == ()


def told(text: str, *tags: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    """Source, cue and content of each tag of the text, repaired."""

    def part(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    made = [
        Tag(source=part(source), cue=part(cue), content=(part(content),), form=Form.INDIRECT, confidence=0.9)
        for source, cue, content in tags
    ]
    found = repair(article_of(text), made)
    return [(each.source.exact, each.cue.exact, each.content[0].exact) for each in found if each.source and each.cue]


def test_the_day_behind_the_cue_is_no_part_of_what_is_said() -> None:
    text = "The guild said Tuesday it would sail."
    assert told(text, ("The guild", "said", "Tuesday it would sail")) == [("The guild", "said", "it would sail")]


@pytest.mark.parametrize(
    "day",
    ["on Monday", "late on Monday", "Monday evening", "last week", "last Friday", "yesterday", "earlier this month"],
)
@pytest.mark.parametrize("said", ["nobody would pay", "the toll would go", "Kaldavia would pay"])
def test_when_it_was_said_is_no_part_of_what_is_said(day: str, said: str) -> None:
    text = f"The guild said {day} {said}."
    assert told(text, ("The guild", "said", f"{day} {said}")) == [("The guild", "said", said)]


@pytest.mark.parametrize("said", ["last week was too late", "yesterday crews left", "this week would be too late"])
def test_a_time_that_is_what_is_said_stays(said: str) -> None:
    text = f"The guild said {said}."
    assert told(text, ("The guild", "said", said)) == [("The guild", "said", said)]


@pytest.mark.parametrize(
    "occasion",
    [
        "in an interview with Radio Ister late on Monday",
        "in a statement",
        "during a press conference in Ister",
        "on a call",
    ],
)
def test_the_occasion_behind_a_quotation_is_no_part_of_what_is_said(occasion: str) -> None:
    text = f"Oram warned that “the clock is running” {occasion}."
    found = told(text, ("Oram", "warned", f"that “the clock is running” {occasion}"))
    assert found == [("Oram", "warned", "that “the clock is running”")]


@pytest.mark.parametrize(
    "said", ["the toll was “dead” in the harbour", "a “fair” statement", "“no” in a letter that lied"]
)
def test_what_a_quotation_goes_on_with_is_part_of_what_is_said(said: str) -> None:
    text = f"Oram warned that {said}."
    assert told(text, ("Oram", "warned", f"that {said}")) == [("Oram", "warned", f"that {said}")]


def test_a_day_that_is_what_is_said_stays() -> None:
    text = "The guild said Tuesday was too late."
    assert told(text, ("The guild", "said", "Tuesday was too late")) == [("The guild", "said", "Tuesday was too late")]


def test_whom_is_called_on_is_part_of_what_is_asked() -> None:
    text = "The guild called on both sides to talk."
    found = told(text, ("The guild", "called", "to talk"))
    assert found == [("The guild", "called on", "both sides to talk")]


def test_who_floated_an_idea_is_not_who_goes_on() -> None:
    text = "He ruled out patrols, an idea floated by Velmark, and accused Ister of theft."
    found = told(text, ("He", "ruled out", "patrols"), ("Velmark", "accused", "Ister of theft"))
    assert found == [("He", "ruled out", "patrols"), ("He", "accused", "Ister of theft")]


@pytest.mark.parametrize(
    "content",
    ["that account", "the claim as “absurd”", "reports of a sale", "the guild’s offer", "any role for the crews"],
)
@pytest.mark.parametrize("day", [" on Friday", " late on Monday", " Sunday evening"])
def test_the_day_behind_a_thing_is_that_of_the_cue(content: str, day: str) -> None:
    text = f"Oram rejected {content}{day}."
    assert told(text, ("Oram", "rejected", content + day)) == [("Oram", "rejected", content)]


@pytest.mark.parametrize(
    "content",
    [
        "talks on Friday",
        "that the crews would sail on Friday",
        "crews to sail on Friday",
        "the attack on Friday",
        "the terms made public on Friday",
        "the offer that the guild had made on Friday",
        "a tax on Sunday trade",
    ],
)
def test_a_day_that_may_be_of_what_is_told_stays(content: str) -> None:
    text = f"Oram rejected {content}."
    assert told(text, ("Oram", "rejected", content)) == [("Oram", "rejected", content)]
