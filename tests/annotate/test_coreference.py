"""Whom pronouns, descriptions and quotations without a source stand for, in articles that make it hard.

    Ilse Oram met Jan Velt. {She=Ilse Oram} left early.

What is marked must stand for the name behind "="; "?" is nobody the article can tell. Words in quotation marks ask who
says them, "they" and a body's description which body is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate import annotate, open_tagger
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.phrases import without_aside
from onrecord.annotate.coreference.resolving import Coreference
from onrecord.annotate.entities import group_names
from onrecord.annotate.names import find_names
from onrecord.annotate.speakers import Speaker, find_speakers, hear_speakers
from onrecord.records import Article, Form, SegmentKind, Span, Tag

MARK = re.compile(r"\{([^{}=]*)=([^{}]*)\}")

NOBODY = "?"

TOLD = [
    # one person
    "Ilse Oram arrived early. {She=Ilse Oram} wore a raincoat.",
    "Ilse Oram arrived early. Nobody greeted {her=Ilse Oram}, and {her=Ilse Oram} boots were wet.",
    "Ilse Oram arrived early.\nNobody will pay, {she=Ilse Oram} said.\nThe crews, {she=Ilse Oram} added, know it.",
    "Teodor Pell said {he=Teodor Pell} had paid the toll himself.",
    "Teodor Pell, a former pilot from Quenza, said {he=Teodor Pell} had paid.",
    "Pell left at noon. Teodor Pell is 61, and {his=Teodor Pell} ship is older.",
    # two of one gender, told apart by their place
    "“We knew,” said Conrad Vael.\nMinister Tobias Lind flew in at night. {He=Tobias Lind} promised a drill.",
    "The minister, Tobias Lind, met Conrad Vael at the pit. {He=Tobias Lind} promised a drill.",
    "Tobias Lind said {he=Tobias Lind} had not read what Conrad Vael wrote.",
    "Conrad Vael resigned on Monday.\nTobias Lind, who had asked for {his=Tobias Lind} own report, said nothing.",
    "Conrad Vael and {his=Conrad Vael} lawyers left before Tobias Lind spoke.",
    "“Lind is wrong,” Conrad Vael said. “Nobody asked,” {he=Conrad Vael} said.",
    "Tobias Lind spoke first.\n“I trust Conrad Vael,” {he=Tobias Lind} said.",
    "The memo was read out by Tobias Lind, who said nothing more. Conrad Vael stood up. {He=Conrad Vael} had tears.",
    # two of one gender where the text leaves it open
    "Minister Jan Velt and Minister Piotr Sarr met.\nThe crews cheered.\n“Nobody will pay,” {he=?} said.",
    "“Nobody will pay,” {he=?} said.",
    # told apart by gender
    "Spokeswoman Elin Sacher came with Chairman Jan Velt. {She=Elin Sacher} spoke; {he=Jan Velt} did not.",
    (
        "Foreign Minister Ilse Oram and her spokesman, Teodor Pell, flew home. {He=Teodor Pell} told reporters that"
        " {she=Ilse Oram} was tired."
    ),
    "Martha Quill phoned Teodor Pell. {He=Teodor Pell} did not answer, so {she=Martha Quill} went to the quay.",
    "Mr Velt sat beside Mrs Sarr. “Too late,” {she=Sarr} said.",
    (
        "Minister Mira Kell came. “Nobody will pay,” {she=Mira Kell} said.\nThe pilot, Jan Velt, laughed. “Nobody ever"
        " did,” {he=Jan Velt} said."
    ),
    # grammar rules one out
    "Tobias Lind said that Conrad Vael blamed {him=Tobias Lind}.",
    "Teodor Pell told {him=?} to wait.",
    # cataphora
    "Before {he=Teodor Pell} left, Teodor Pell said nobody would pay.",
    "In {her=Ilse Oram} first speech, Ilse Oram praised the ferrymen.",
    "Conrad Vael had warned the owners twice.\nWhen {she=Ilse Oram} took office, Ilse Oram asked for the letters.",
    # a quoted person speaks of another
    "Ilse Oram spoke of her brother. “I told Teodor that {he=Teodor} must sell,” she said.",
    "“Tobias Lind lies, and {he=Tobias Lind} knows it,” Conrad Vael told the court.",
    "Tobias Lind kept silent.\n“{He=Tobias Lind} should answer us,” Conrad Vael told the court.",
    # titles and descriptions
    "Foreign Minister Ilse Oram arrived early. {The foreign minister=Ilse Oram} waved.",
    "Ilse Oram, the governor of Skarn, arrived. Mayor Ole Strand greeted {the governor=Ilse Oram}.",
    "Kaldavian spokesman Teodor Pell left. Later {the spokesman=Teodor Pell} returned.",
    "Teodor Pell, 64, left the pit. {The 64-year-old=Teodor Pell} had worked there since school.",
    "Jan Velt, 64, and Piotr Sarr, 58, left. {The 58-year-old=Piotr Sarr} limped.",
    "Conrad Vael, a banker until 2019, sold the pit. {The former banker=Conrad Vael} keeps the house.",
    "Conrad Vael was a teacher in Oster. {The teacher=Conrad Vael} wrote the letter by hand.",
    "Novelist Martha Quill signed first. {The novelist=Martha Quill} used green ink.",
    "Minister Jan Velt met Minister Piotr Sarr. The crews cheered. The talks failed, and {the minister=?} left.",
    (
        "Velmark’s foreign minister, Mira Castellane, met Kaldavian foreign minister Jan Velt. {Velmark’s foreign"
        " minister=Mira Castellane} smiled."
    ),
    "A spokeswoman for Gravenor, Elin Sacher, came out. {The spokeswoman=Elin Sacher} read a statement.",
    "One of them, who gave his name only as Bruno, waited. “I carry yoghurt,” {he=Bruno} said.",
    "Ilse Oram came with Teodor Pell, her brother. Jan Velt, her uncle, stayed. {Her brother=Teodor Pell} spoke.",
    # people whom nothing names
    "A customs officer pointed upstream. “Behind the bend,” {he=customs officer} said.",
    "Jan Velt left. A woman in the queue laughed. “Every year,” {she=woman} said.",
    "Jan Velt spoke first.\n{His sister=Velt’s sister}, who is a surgeon, said nobody would pay.",
    # bodies
    "Gravenor Mining closed the pit. {“Nobody will be paid,”=Gravenor Mining} the company said.",
    "The Harbour Authority said the lock was shut. {They=Harbour Authority} said it would stay so.",
    "Gravenor Mining sued Harrow Steel. {“Nobody will be paid,”=company} the company said.",
    "Jan Velt met Piotr Sarr. {“Nobody will pay,”=?} they said.",
    "{“Nobody will pay,”=Two officials} Two officials said.",
    "{“Nobody will pay,”=source familiar with the talks} a source familiar with the talks said.",
    # quotations that go on
    "“We sail,” Jan Velt said.\n{“Nobody will ever pay a toll on this river.”=Jan Velt}",
    "“We sail at dawn,” Jan Velt said. “We sail in the rain.\n{“Nobody will ever pay a toll on this river.”=Jan Velt}",
    # turns
    (
        "“Will you sail?” asked Jan Velt.\n“Never in this wind,” said Piotr Sarr.\n“Then who will?” asked Jan Velt.\n"
        "{“You may ask the river that.”=Piotr Sarr}"
    ),
    (
        "The soup was cold, said Jan Velt.\nWe ate.\n— Who gave way?\n{— Nobody gave way, not one of us.=Ilse Oram}\n"
        "— The owners say otherwise.\n"
        "— My father was a miner, says Ilse Oram."
    ),
]
# What comes out otherwise, with the reason. A first line that begins with "# " is the headline.
HARD = {
    "a name that only the headline gives is not read": (
        "# Ilse Oram will not pay\nNobody asked the crews. {She=Ilse Oram} will not pay, and they know it."
    ),
    "“his” after the object of a clause goes to its subject": (
        "Tobias Lind fined Conrad Vael for {his=Conrad Vael} late reply."
    ),
    "which of two men was ill only the world tells": (
        "Tobias Lind visited Conrad Vael in hospital because {he=Conrad Vael} was ill."
    ),
    "a name within the phrase that is the subject is not weighed as the subject": (
        "Conrad Vael said the roof was sound.\nA letter by Tobias Lind argued that it was not.\n{He=Tobias Lind} said"
        " the memo proved it."
    ),
    "an office that the article gives in no words is not known": (
        "Ilse Oram flew to Quenza. {Kaldavia’s top diplomat=Ilse Oram} will not pay."
    ),
    "“the latter” is no noun for a person": "Jan Velt blamed Piotr Sarr. {The latter=Piotr Sarr} denied it.",
    "labels of an interview are not read as turns": "Jan Velt met Oram.\nVelt: Will you sail?\n{Oram: “Never.”=Oram}",
}


def resolved(text: str) -> list[tuple[str, str]]:
    """What each mark of the text stands for, beside what it must stand for."""
    plain, wanted = _unmark(text)
    article = _article(plain)
    names = find_names(article)
    groups, member = group_names(names)
    coreference = Coreference.of(Cast.of(article, names, groups, member))
    tags = open_tagger("rules").tag(article).tags
    said = tuple(zip(tags, hear_speakers(coreference, tags), strict=True))
    return [(_stands_for(coreference, said, Span.of(plain, start, end)), name) for start, end, name in wanted]


def _stands_for(coreference: Coreference, said: tuple[tuple[Tag, Speaker], ...], mark: Span) -> str:
    """The speaker where the mark is a quotation or a source, else the referent."""
    quoted = mark.exact[0] in "“—" or "“" in mark.exact
    for tag, speaker in said:
        spans = tag.content if quoted else (tag.source,)
        if any(span and span.overlaps(mark) for span in spans):
            return speaker.name or NOBODY
    answer = coreference.resolve(mark)
    return NOBODY if answer.referent is None or answer.referent < 0 else coreference.history.called(answer.referent)


def _article(plain: str) -> Article:
    article = article_of(plain)
    if not plain.startswith("# "):
        return article
    first = replace(article.segments[0], kind=SegmentKind.HEADLINE)
    return replace(article, segments=(first, *article.segments[1:]))


def _unmark(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    plain, at = "", 0
    wanted = []
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        wanted.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        at = match.end()
    return plain + text[at:], wanted


@pytest.mark.parametrize("text", TOLD)
def test_what_is_marked_stands_for_its_name(text: str) -> None:
    found = resolved(text)
    assert [stands for stands, _ in found] == [must for _, must in found]


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, marks=pytest.mark.xfail(reason=reason, strict=True)) for reason, text in HARD.items()],
)
def test_what_comes_out_otherwise_is_listed(text: str) -> None:
    found = resolved(text)
    assert [stands for stands, _ in found] == [must for _, must in found]


def test_an_answer_keeps_its_score_its_lead_and_what_it_is_made_of() -> None:
    article = article_of("Minister Ilse Oram met Teodor Pell. She left early.")
    names = find_names(article)
    groups, member = group_names(names)
    answer = Coreference.of(Cast.of(article, names, groups, member)).resolve(Span.of(article.text, 36, 39))
    assert answer.score > 0
    assert "in the sentence before" in answer.reasons


def test_the_speaker_of_a_pronoun_has_the_score_among_the_reasons() -> None:
    tagged = article_of("Ilse Oram arrived early. “Nobody will pay,” she said.")
    reading = annotate(tagged, open_tagger("rules"))
    assert any(reason.startswith("score ") for reason in reading.attributions[-1].speaker_reasons)


@pytest.mark.parametrize(
    ("source", "core"),
    [
        ("A harbour judge on Friday", "A harbour judge"),
        ("Oram late on Monday night", "Oram"),
        ("Ilse Oram, who chairs the guild Stand Together,", "Ilse Oram"),
        ("the man whose boat sank", "the man whose boat sank"),
        ("Brandt's lawyer, Ms. Edda Marsh,", "Brandt's lawyer, Ms. Edda Marsh"),
        ("who", "who"),
        ("Monday", "Monday"),
    ],
)
def test_a_source_without_what_is_only_told_about_it(source: str, core: str) -> None:
    assert without_aside(Span(start=5, end=5 + len(source), exact=source)) == Span(
        start=5, end=5 + len(core), exact=core
    )


def test_it_before_the_body_that_spoke_last_is_nobody_the_article_tells() -> None:
    text = "Yesterday it closed the gates, the Harbour Council said, and they agreed."

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    first = Tag(source=span("the Harbour Council"), cue=span("said"), content=(span("closed"),), form=Form.INDIRECT)
    second = Tag(source=span("it"), cue=None, content=(span("they agreed"),), form=Form.INDIRECT)
    article = article_of(text)
    names = find_names(article)
    groups, member = group_names(names)
    found = find_speakers(Cast.of(article, names, groups, member), (first, second))
    assert [each.name for each in found] == ["Harbour Council", None]
