"""The shipped models, on invented coverage."""

from __future__ import annotations

import itertools
import pickle
import random
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.marked import article_of

from onrecord.annotate import TAGGERS, Tagger, open_tagger
from onrecord.records import Article, Form, SegmentKind, Tag, Tagging

NAMES = tuple(name for name in TAGGERS if name != "rules")
SENTENCES = (
    "Minister Oram said nobody would pay to go home.",
    "“The ferries sail at noon,” Ilse Brandt told reporters.",
    "According to the harbour office, two boats were lost.",
    "It rained in Vall all day, and the market closed early.",
    "Brandt denied that the tolls would rise, adding that “no one has asked for it.”",
    "The union wants the council to lower the fare; the mayor doubts that it can.",
    "“We will see,” said the harbour master. “I promise nothing.”",
)
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=6)


def tag_with(name: str, article: Article) -> tuple[Tag, ...]:
    return open_tagger(name).tag(article).tags


@pytest.fixture(params=NAMES)
def tagger(request: pytest.FixtureRequest) -> Tagger:
    return open_tagger(request.param)


def test_a_plain_report_has_source_cue_and_content(tagger: Tagger) -> None:
    (tag,) = tagger.tag(article_of("Minister Oram said nobody would pay to go home.")).tags
    assert tag.source is not None
    assert tag.source.exact == "Minister Oram"
    assert tag.cue is not None
    assert tag.cue.exact == "said"
    assert [span.exact for span in tag.content] == ["nobody would pay to go home"]
    assert tag.form is Form.INDIRECT


def test_a_parted_quotation_is_one_attribution(tagger: Tagger) -> None:
    (tag,) = tagger.tag(article_of("“We will see,” said the harbour master. “I promise nothing.”")).tags
    assert [span.exact for span in tag.content] == ["“We will see,”", "“I promise nothing.”"]
    assert tag.form is Form.DIRECT


def test_page_furniture_is_never_tagged(tagger: Tagger) -> None:
    article = article_of("\n\n".join(SENTENCES))
    first, *rest = article.segments
    furnished = replace(article, segments=(replace(first, kind=SegmentKind.FURNITURE), *rest))
    found = [span for tag in tagger.tag(furnished).tags for span in tag.content]
    assert found
    assert all(span.start >= first.end for span in found)


def test_an_article_without_a_body_has_no_tags(tagger: Tagger) -> None:
    article = article_of("Minister Oram said nobody would pay.")
    assert tagger.tag(replace(article, segments=())) == Tagging(tags=(), names=())


def test_a_tagger_that_was_pickled_tags_the_same(tagger: Tagger) -> None:
    article = article_of("\n".join(SENTENCES))
    assert pickle.loads(pickle.dumps(tagger)).tag(article) == tagger.tag(article)


def test_the_fingerprint_names_the_model_and_its_content(tagger: Tagger) -> None:
    name, version, digest = tagger.fingerprint.split("-")
    assert name in NAMES
    assert version.isdigit()
    assert len(digest) == 12


@given(TEXTS)
@settings(max_examples=8, deadline=None)
def test_tags_have_disjoint_contents_that_stand_in_the_text_in_reading_order(paragraphs: list[str]) -> None:
    article = article_of("\n".join(paragraphs))
    tags = tag_with("accurate", article)
    spans = sorted(span for tag in tags for span in tag.content)
    assert all(article.text[span.start : span.end] == span.exact for span in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert [tag.content[0].start for tag in tags] == sorted(tag.content[0].start for tag in tags)
    assert all(not span.overlaps(own) for tag in tags for span in tag.content for own in (tag.source, tag.cue) if own)


@given(st.lists(TEXTS, min_size=2, max_size=4), st.integers(0, 99))
@settings(max_examples=5, deadline=None)
def test_an_article_is_tagged_the_same_whatever_was_tagged_before(texts: list[list[str]], seed: int) -> None:
    articles = [article_of("\n".join(paragraphs)) for paragraphs in texts]
    once = [tag_with("accurate", article) for article in articles]
    order = list(range(len(articles)))
    random.Random(seed).shuffle(order)  # noqa: S311
    assert {at: tag_with("accurate", articles[at]) for at in order} == dict(enumerate(once))


@pytest.mark.slow
def test_the_number_of_processes_changes_no_tag() -> None:
    articles = [article_of("\n".join(SENTENCES[at:] + SENTENCES[:at])) for at in range(len(SENTENCES))]
    here = [tag_with("accurate", article) for article in articles]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        there = list(pool.map(tag_with, ["accurate"] * len(articles), articles))
    assert there == here


@pytest.mark.slow
def test_a_paragraph_of_300_000_characters_is_tagged_in_bounded_memory() -> None:
    text = " ".join(SENTENCES * (300_000 // len(" ".join(SENTENCES)) + 1))
    article = article_of(text)
    tag_with("accurate", article_of("\n".join(SENTENCES)))
    tracemalloc.start()
    found = tag_with("accurate", article)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) > 1000
    assert found[-1].content[-1].end > len(text) - 300
    assert peak < 400_000_000
