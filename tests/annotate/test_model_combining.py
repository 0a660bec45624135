"""What the rules mend in the model's tags, and the chains of relay that stay as the rules read them."""

import pytest
from tests.annotate.marked import article_of, shown

from onrecord.annotate.model.combining import combine
from onrecord.annotate.rules import RulesTagger
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


def tag_of(text: str, source: str, cue: str, content: str) -> Tag:
    source_span, cue_span, content_span = (
        Span.of(text, text.index(part), text.index(part) + len(part)) for part in (source, cue, content)
    )
    return Tag(source=source_span, cue=cue_span, content=(content_span,), form=Form.INDIRECT)


def combined(text: str, *by_model: Tag) -> list[str]:
    article = article_of(text)
    return [shown(text, tag) for tag in combine(article, list(by_model), RulesTagger().tag(article).tags)]


def test_whom_a_broadcaster_cites_is_the_source() -> None:
    text = "Radio Ister reported on Friday, citing two officials, that the ferry would sail."
    by_model = tag_of(text, "Radio Ister", "reported", "that the ferry would sail")
    assert combined(text, by_model) == ["two officials | citing | that the ferry would sail"]


def test_an_agency_that_closes_the_sentence_is_no_speaker() -> None:
    text = "Minister Oram ruled out any toll on the river, Unity Press reports."
    by_model = tag_of(text, "Unity Press", "reports", "Minister Oram ruled out any toll on the river")
    assert combined(text, by_model) == ["Minister Oram | ruled out | any toll on the river"]


def test_an_agency_that_closes_a_sentence_in_which_nobody_speaks_stays_the_source() -> None:
    text = "The ferry sailed at dawn with forty people, Unity Press reports."
    by_model = tag_of(text, "Unity Press", "reports", "The ferry sailed at dawn with forty people")
    assert combined(text, by_model) == ["Unity Press | reports | The ferry sailed at dawn with forty people"]


def test_a_plain_report_stays_the_model_s() -> None:
    text = "Oram said nobody would pay."
    by_model = tag_of(text, "Oram", "said", "nobody would pay")
    assert combined(text, by_model) == ["Oram | said | nobody would pay"]


def test_a_sentence_that_ends_with_who_said_it_is_the_rules_where_the_model_has_nothing() -> None:
    text = "The ferries sail again at noon on Monday, the harbour office said."
    assert combined(text) == ["the harbour office | said | The ferries sail again at noon on Monday"]


def test_what_only_leads_up_to_its_speaker_is_nothing_said() -> None:
    assert combined("In a statement early on Saturday morning, the harbour office said.") == []


def test_an_expletive_gives_way_to_who_said_it() -> None:
    text = "It was announced that the ferries would sail again, harbour master Jan Velt said."
    by_model = tag_of(text, "It", "was announced", "that the ferries would sail again")
    assert combined(text, by_model) == ["harbour master Jan Velt | said | that the ferries would sail again"]


def test_a_clause_without_a_link_word_belongs_to_the_noun_before() -> None:
    text = "Oram ruled out giving back the islands it says it owns."
    assert combined(text, tag_of(text, "Oram", "ruled out", "giving back the islands")) == [
        "Oram | ruled out | giving back the islands it says it owns"
    ]


def test_what_is_claimed_in_such_a_clause_is_no_saying_of_its_own() -> None:
    text = "Oram ruled out giving back the islands it says it owns."
    outer, inner = tag_of(text, "Oram", "ruled out", "giving back the islands"), tag_of(text, "it", "says", "it owns")
    assert combined(text, outer, inner) == ["Oram | ruled out | giving back the islands it says it owns"]


@pytest.mark.parametrize("bound", [" before October", " unless its head resigns", ", on condition that the lock opens"])
def test_the_bounds_of_what_was_said_belong_to_it(bound: str) -> None:
    text = f"Oram ruled out ending the tolls{bound}."
    assert combined(text, tag_of(text, "Oram", "ruled out", "ending the tolls")) == [
        f"Oram | ruled out | ending the tolls{bound}"
    ]


@pytest.mark.parametrize("behind", ["", " after the talks", " following a meeting with crews", " on Friday"])
def test_a_verb_of_what_is_told_is_no_cue_of_who_closes_the_sentence(behind: str) -> None:
    text = f"Velmark sees no grounds for an end to the tolls, Minister Jan Velt told reporters{behind}."
    by_model = tag_of(text, "Minister Jan Velt", "sees", "no grounds for an end to the tolls")
    assert combined(text, by_model) == ["Minister Jan Velt | told | Velmark sees no grounds for an end to the tolls"]


def test_the_first_words_alone_are_not_what_closes_the_sentence() -> None:
    text = "Pilots in Oster have rejected four percent and will strike, their union has announced."
    assert combined(text, tag_of(text, "their union", "announced", "Pilots in Oster")) == [
        "their union | announced | Pilots in Oster have rejected four percent and will strike"
    ]


def test_what_another_says_within_the_sentence_stays_told() -> None:
    text = "Velmark sees no grounds for an end to the tolls, Minister Jan Velt told reporters."
    by_model = tag_of(text, "Velmark", "sees", "no grounds for an end to the tolls")
    assert combined(text, by_model) == ["Velmark | sees | no grounds for an end to the tolls"]


@pytest.mark.parametrize("day", [" on Friday", " on Monday"])
def test_the_weekday_behind_what_was_rejected_is_no_part_of_it(day: str) -> None:
    text = f"Oram rejected that account{day}."
    assert combined(text, tag_of(text, "Oram", "rejected", "that account")) == ["Oram | rejected | that account"]
