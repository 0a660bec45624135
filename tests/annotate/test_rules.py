"""The rules tagger, case by case in the notation of `marked`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.marked import article_of, shown, unmark

from onrecord.annotate.rules import RulesTagger
from onrecord.records import Form, Kind

CASES = [
    # the quotation first
    "{t “Nobody will pay to go home,”} {s Minister Oram} {c said}.",
    "{t “Nobody will pay to go home,”} {c said} {s Minister Oram}.",
    "{t “Nobody will pay to go home,”} {s Minister Oram} {c said} on Monday.",
    "{t “Nobody will pay to go home,”} {s Oram} {c told} reporters in Port Oster.",
    "{t “Why should anyone pay?”} {s she} {c asked}.",
    "{t “Why should anyone pay?”} {s Oram} then {c asked}.",
    "{t “Nobody will pay,”} {s the minister’s spokesman, Jan Velt}, {c said}.",
    # in two parts
    "{t “Nobody will pay,”} {s Oram} {c said}, {t “and nobody will ask.”}",
    "{t “Nobody will pay,”} {s Oram} {c said}. {t “Nobody will ask.”}",
    # the quotation last
    '{s Oram} {c said}: {t "Nobody will pay to go home."}',
    "{s Oram} {c said}, {t “Nobody will pay to go home.”}",
    "{s Oram} {c told} the Northern Courier on Friday: {t “Nobody will pay.”}",
    # indirect
    "{s Minister Oram} {c said} {t that nobody would pay to go home}.",
    "{s Minister Oram} {c said} {t nobody would pay to go home}.",
    "{s Minister Oram} on Monday {c said} {t nobody would pay to go home}.",
    "{s Minister Oram} {c said} on Monday {t that nobody would pay to go home}.",
    "{s Oram} {c told} reporters {t that nobody would pay to go home}.",
    "{s Oram} also {c said} {t he saw no need for tolls}.",
    "Last week, {s Minister Oram} {c said} {t that nobody would pay}.",
    "{t The ferry will sail again on Tuesday}, {s the harbour master} {c said}.",
    "{t The ferry will sail again on Tuesday}, {c according to} {s the harbour master}.",
    "{c According to} {s the harbour master}, {t the ferry will sail again}.",
    "{s The ministry} {c asked} {t whether the tolls were legal}.",
    # mixed
    "{s Oram} {c said} {t the tolls were “an insult to every sailor”}.",
    "{t The tolls are “an insult,”} {s Oram} {c said}.",
    # the verb is the stance
    "{s Oram} {c ruled out} {t any toll on the river}.",
    "{s Oram} {c denied} {t that a toll had been agreed}.",
    "{s Oram} {c dismissed} {t the idea of a toll}.",
    "{s Oram} {c vowed} {t to keep the river free}.",
    "{s Oram} {c raised} {t the possibility of a shared toll}.",
    "{s Oram} {c warned against} {t any toll on the river}.",
    # several in one sentence
    "{s1 Oram} {c1 said} {t1 the ferry would sail}, but {s2 Velt} {c2 warned} {t2 that the dock was shut}.",
    "{t Velt complained that nobody would pay}, {s Oram} {c said}.",
    "While {s1 Velt} {c1 argued} {t1 that the dock was shut}, {s2 Oram} {c2 said} {t2 that it was not}.",
    "{t In a dry year the crews have more time}, {c said} {s Jan Velt}, a sailor of forty years.",
    "The offer went to Jan Velt, {s who} {c said} {t he would refuse it}.",
    "{t The last queue of that length}, {s he} {c said}, {t dated from 2019}.",
    "{s Oram} {c urged} {t both sides to open the lock}.",
    "{t “Our method works,”} {s Oram} {c is quoted as saying}.",
    "In addition, {c according to} {s the ministry}, {t the ferries will sail}.",
    "{t The tolls support the river}, {c according to} {s two officials}.",
    "{s Oram} {c ruled out} {t any toll}, Unity Press reports.",
    "{s Oram} {c said} {t he wants the Kaldavia–Velmark dispute, which began in 2022, to end}.",
    # what the reporter adds is not said
    "{s Oram} {c ruled out} {t a toll on the river}, setting up a clash with the islands.",
    "{s Oram} {c said} {t the tolls were illegal}, while sailors blocked the quay.",
    # who was cited
    "Radio Ister reported on Friday, {c citing} {s two officials}, {t that the ferry would sail}.",
    # nothing said
    "The ferry sailed at dawn with forty passengers.",
    "The ministry’s claims to the quay are old.",
    "Reports of a toll reached the harbour.",
    "The plan was announced in May.",
    "The so-called “river tax” has few friends.",
]


def _expected(marked: str) -> tuple[str, list[str]]:
    text, wanted = unmark(marked)
    return text, [shown(text, each) for each in wanted]


@pytest.mark.parametrize("marked", CASES)
def test_the_attributions_marked_are_the_ones_found(marked: str) -> None:
    text, wanted = _expected(marked)
    assert [shown(text, tag) for tag in RulesTagger().tag(article_of(text)).tags] == wanted


def test_a_clause_and_the_quotation_behind_its_colon_are_two() -> None:
    text = "Oram said he saw no need for tolls: “We have never paid.”"
    found = [shown(text, tag) for tag in RulesTagger().tag(article_of(text)).tags]
    assert found == ["Oram | said | he saw no need for tolls", "Oram | said | “We have never paid.”"]


def test_a_joined_cue_shares_the_source_of_the_one_before() -> None:
    text = "Oram dismissed the idea of a toll and insisted that the river was free."
    found = [shown(text, tag) for tag in RulesTagger().tag(article_of(text)).tags]
    assert found == ["Oram | dismissed | the idea of a toll", "Oram | insisted | that the river was free"]


def test_a_participle_takes_the_source_of_its_clause() -> None:
    text = "Oram argued that the river is free, adding that nobody owns water."
    found = [shown(text, tag) for tag in RulesTagger().tag(article_of(text)).tags]
    assert found == ["Oram | argued | that the river is free", "Oram | adding | that nobody owns water"]


def test_a_page_that_breaks_off_in_the_cue_keeps_the_quotation() -> None:
    text = "“Nobody will pay to go home,” Oram sa"
    found = [shown(text, tag) for tag in RulesTagger().tag(article_of(text)).tags]
    assert found == ["Oram | sa | “Nobody will pay to go home,”"]


def test_a_quotation_that_runs_over_paragraphs_goes_on_without_a_source() -> None:
    text = "“Nobody will pay,” Oram said. “The river is free.\n“It has been free for four hundred years.”"
    found = RulesTagger().tag(article_of(text)).tags
    assert [tag.source is None for tag in found] == [False, True]


def test_an_unclosed_quotation_does_not_swallow_the_next_paragraph() -> None:
    text = "Oram said: “Nobody will pay.\nThe ferry sailed at dawn with forty passengers."
    found = RulesTagger().tag(article_of(text)).tags
    assert all(span.end <= text.index("\n") for tag in found for span in tag.content)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“Nobody will pay,” Oram said.", Form.DIRECT),
        ("Oram said that “nobody will ever pay.”", Form.DIRECT),
        ("Oram said nobody would pay.", Form.INDIRECT),
        ("Oram said the tolls were “an insult”.", Form.MIXED),
        ("Oram said the so-called “guardians” would pay.", Form.INDIRECT),
    ],
)
def test_the_form_is_told_by_what_stands_in_marks(text: str, form: Form) -> None:
    assert [tag.form for tag in RulesTagger().tag(article_of(text)).tags] == [form]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oram said that the river is free.", Kind.ASSERTION),
        ("Oram believes that the river is free.", Kind.BELIEF),
        ("Oram wants to keep the river free.", Kind.INTENTION),
    ],
)
def test_the_kind_follows_the_cue(text: str, kind: Kind) -> None:
    assert [tag.kind for tag in RulesTagger().tag(article_of(text)).tags] == [kind]


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "Oram",
                "said",
                "that",
                "“Nobody will pay,”",
                "“",
                "”",
                ",",
                ".",
                "the minister",
                "and",
                "told",
                "reporters",
                ":",
                "on Monday",
                "denied",
                "\n",
                "according to",
                "he",
                "the tolls",
                "were",
                "illegal",
                "adding",
                "—",
                "'s",
            ]
        ),
        max_size=25,
    )
)
def test_contents_are_anchored_in_order_and_disjoint(pieces: list[str]) -> None:
    text = " ".join(pieces)
    covered: set[int] = set()
    for tag in RulesTagger().tag(article_of(text)).tags:
        assert tag.content
        for span in tag.content:
            assert text[span.start : span.end] == span.exact
            assert not covered & set(range(span.start, span.end))
            covered.update(range(span.start, span.end))
