"""Through whom words came where the sentence itself does not name them: reports, records, reporters sent there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.annotate.marked import article_of
from tests.annotate.marking import read

from onrecord.annotate import annotate, open_tagger
from onrecord.records import Article, Credit, Segment, SegmentKind, Span

LEAD = "Nobody will pay, Ilse Oram said on Monday, as reported by Unity Press.\n"
RELEASED = (
    "The Delta Guild has put out a transcript of the morning session. ",
    "Varnia’s water ministry first released a recording of the talks on Monday. ",
    "On Sunday the office of the mediator published the minutes of the opening meeting. ",
)


def relayed(article: Article) -> list[tuple[str, ...]]:
    return [each.relayed_by for each in annotate(article, open_tagger("rules")).attributions]


@pytest.mark.parametrize(
    "words",
    [
        "“Nobody,” Oram told a press conference on Monday.",
        "Oram told reporters on Monday that nobody would pay.",
        "Oram said in a letter on Monday that nobody would pay.",
    ],
)
def test_who_rewrites_an_agencys_report_has_all_that_was_said_that_day_from_it(words: str) -> None:
    article = article_of(LEAD + words, "2031-05-06")
    assert relayed(article)[-1] == ("Unity Press",)
    assert relayed(replace(article, byline="Jan Velt"))[-1] == ()


@pytest.mark.parametrize(
    "words",
    [
        "In a message to Reuters, Ilse Oram said that nobody would pay.",
        "In a written reply to Reuters, Ilse Oram said that nobody would pay.",
    ],
)
def test_what_was_written_to_an_outlet_comes_through_it(words: str) -> None:
    assert relayed(article_of(f"The crews stayed.\n{words}", "2031-05-06")) == [("Reuters",)]


def test_what_was_written_to_somebody_else_comes_through_no_outlet() -> None:
    words = "In a letter to the Delta Guild, Ilse Oram said that nobody would pay."
    assert relayed(article_of(f"The crews stayed.\n{words}", "2031-05-06")) == [()]


def test_what_was_said_to_one_outlet_does_not_come_with_what_was_told_to_all() -> None:
    words = "“Nobody,” Ilse Oram told Radio Ister on Monday.\nOram told reporters on Monday that it was so."
    assert relayed(article_of(words, "2031-05-06")) == [("Radio Ister",), ()]


@pytest.mark.parametrize(
    ("released", "by"),
    [*zip(RELEASED, ("Delta Guild", "Varnia’s water ministry", "office of the mediator"), strict=True)],
)
@pytest.mark.parametrize(
    "words",
    [
        "According to the RECORD, {s Oram} {c said} {t nobody would pay}.",
        "{s Oram} {c is recorded as saying} {t that nobody would pay}.",
        "{s Oram}, the RECORD shows, {c asked} {t who would pay}.",
    ],
)
def test_words_of_a_record_came_through_who_released_it(released: str, by: str, words: str) -> None:
    record = next(each for each in ("transcript", "recording", "minutes") if each in released)
    assert read(released + words.replace("RECORD", record))[-1].relayed_by == (by,)


@pytest.mark.parametrize(
    "words",
    [
        "Oram said nobody would pay.",
        "According to the transcript, Oram said nobody would pay.",
    ],
)
def test_without_a_record_that_somebody_released_nobody_carried_the_words(words: str) -> None:
    assert relayed(article_of("The Delta Guild has put out a statement. " + words))[-1] == ()


def contributed(text: str, dateline: str = "ISTER — ") -> Article:
    """The article of a reporter in Ister, to which an agency contributed."""
    plain = article_of(dateline + text + "\nUnity Press contributed to this report.", "2031-05-06")
    first, *rest, last = plain.segments
    line = Segment(start=0, end=max(len(dateline) - 1, 1), kind=SegmentKind.DATELINE)
    parts = [line] if dateline else []
    body = [replace(first, start=len(dateline)), *rest]
    at = plain.text.index("Unity")
    name = Span.of(plain.text, at, at + len("Unity Press"))
    return replace(
        plain,
        byline="Jan Velt",
        segments=(*parts, *body, replace(last, kind=SegmentKind.CREDIT)),
        credits=(Credit(name="Unity Press", span=name, whole=True),),
    )


@pytest.mark.parametrize(
    "words",
    [
        "Ilse Oram told reporters on the quay that nobody would pay.",
        "“Nobody,” Ilse Oram told a news conference.",
        "Addressing journalists here, Ilse Oram said that nobody would pay.",
    ],
)
def test_what_a_reporter_sent_there_heard_with_others_no_contribution_carried(words: str) -> None:
    assert relayed(contributed(words)) == [()]
    assert relayed(contributed(words, dateline="")) == [("Unity Press",)]


def test_a_contribution_still_covers_who_did_not_speak_to_the_press() -> None:
    assert relayed(contributed("Ilse Oram said in a speech that nobody would pay.")) == [("Unity Press",)]


def credited(*names: str, line: str, kind: SegmentKind) -> list[tuple[str, ...]]:
    """Through whom words came that name nobody, under or over a line that credits `names`."""
    words = "“Nobody,” Ilse Oram told reporters on Monday.\nJan Velt said on Monday that nobody would pay.\n"
    text = words + line
    found = tuple(
        Credit(name=name, span=Span.of(text, text.index(name), text.index(name) + len(name)), whole=True)
        for name in names
    )
    article = article_of(text, "2031-05-06")
    last = Segment(start=len(words), end=len(text), kind=kind)
    body = tuple(replace(each, end=min(each.end, len(words))) for each in article.segments if each.start < len(words))
    return relayed(replace(article, credits=found, segments=(*body, last), byline="Ada Lin"))


@pytest.mark.parametrize("line", ["(AFP)", "-- AFP", "/AFP/"])
def test_an_agency_alone_on_the_last_line_sent_all(line: str) -> None:
    assert credited("AFP", line=line, kind=SegmentKind.CREDIT) == [("AFP",), ("AFP",)]


@pytest.mark.parametrize("line", ["AFP contributed to this report.", "With reporting by AFP."])
def test_an_agency_that_helped_sent_what_the_lead_is_about(line: str) -> None:
    assert credited("AFP", line=line, kind=SegmentKind.CREDIT) == [("AFP",), ()]


def test_beside_a_writer_an_agency_only_helped() -> None:
    assert credited("AFP", line="Ada Lin with AFP", kind=SegmentKind.BYLINE) == [("AFP",), ()]
    assert credited("AFP", line="Ada Lin, AFP", kind=SegmentKind.BYLINE) == [("AFP",), ("AFP",)]


@pytest.mark.parametrize("kind", [SegmentKind.BYLINE, SegmentKind.CREDIT])
def test_of_two_agencies_none_is_told_to_have_sent_any_words(kind: SegmentKind) -> None:
    assert credited("AFP", "Reuters", line="Ada Lin with AFP, Reuters", kind=kind) == [(), ()]


AT_RADIO = "“Nobody,” Ilse Oram told Radio Ister on Monday.\n"


@pytest.mark.parametrize(
    "words",
    [
        "To the Courier, Oram said on Monday that nobody would pay.",
        "To this newspaper, Oram said on Monday that nobody would pay.",
        "To us, Oram said on Monday that nobody would pay. “It is so,” she said.",
        "Oram told reporters on Monday that nobody would pay. “It is so,” she added.",
    ],
)
def test_what_the_outlet_was_told_itself_did_not_come_through_another(words: str) -> None:
    article = replace(article_of(AT_RADIO + words, "2031-05-06"), outlet="Northern Courier")
    assert set(relayed(article)[1:]) == {()}


@pytest.mark.parametrize(
    "words",
    [
        "To the crews, Oram said on Monday, nobody would pay.",
        "To applause, Oram said on Monday that nobody would pay.",
        "Oram said on Monday that nobody would pay. “It is so,” she said.",
    ],
)
def test_what_is_not_told_to_be_said_elsewhere_came_with_the_rest_of_that_day(words: str) -> None:
    article = replace(article_of(AT_RADIO + words, "2031-05-06"), outlet="Northern Courier")
    assert set(relayed(article)[1:]) == {("Radio Ister",)}


@pytest.mark.parametrize(
    "words",
    [
        "His son told the Courier by telephone on Monday that nobody would pay.",
        "A source disclosed to the Courier on Monday that nobody would pay.",
    ],
)
def test_who_told_the_outlet_itself_is_no_agencys_though_nobody_knows_who_he_is(words: str) -> None:
    article = contributed(words)
    byline = Credit(name="Unity Press", span=article.credits[0].span, whole=True)
    whole = replace(article, outlet="Northern Courier", credits=(byline,))
    assert relayed(whole) == [()]
