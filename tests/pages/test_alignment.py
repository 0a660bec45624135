"""Two printings of one quotation beside each other: what is left out and put in, every word where it stands."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.alignment import Change, Printed, align, codes_of, pieces, printed
from onrecord.records import Article, Basis, Span

FULL = "“The tolls, which my father voted for, are an insult to the valley.”"
TEXTS = st.lists(st.sampled_from("the tolls stay a river is not gift … [new] —".split()), min_size=1, max_size=14)


def article(name: str, text: str) -> Article:
    return Article(
        id=name,
        sha256=name,
        text=text,
        encoding="utf-8",
        segments=(),
        outlet=None,
        headline=None,
        published=None,
        published_basis=Basis.STATED,
    )


def words_of(name: str, text: str) -> tuple[Printed, ...]:
    return printed(article(name, text), [Span.of(text, 0, len(text))])


def told(full: str, other: str) -> list[tuple[str, str]]:
    found = pieces(align(words_of("a1", full), words_of("a2", other)), {"a1": full, "a2": other})
    return [(piece.change.value, piece.span.exact) for piece in found]


def test_words_that_an_outlet_leaves_out_are_those_of_the_fullest() -> None:
    assert told(FULL, "“The tolls ... are an insult to the valley.”") == [
        ("same", "“The tolls ..."),
        ("left out", "which my father voted for,"),
        ("same", "are an insult to the valley.”"),
    ]


def test_words_in_brackets_are_put_in_with_their_brackets() -> None:
    assert told("“They can count them.”", "“They can [never] count them.”") == [
        ("same", "“They can"),
        ("put in", "[never]"),
        ("same", "count them.”"),
    ]


def test_a_word_that_was_changed_is_left_out_and_put_in() -> None:
    assert told("our neighbours know", "our neighbors know") == [
        ("same", "our"),
        ("left out", "neighbours"),
        ("put in", "neighbors"),
        ("same", "know"),
    ]


def test_a_lone_article_between_two_changes_is_changed_with_them() -> None:
    assert told("they closed the gate", "he shut the door") == [
        ("left out", "they closed the gate"),
        ("put in", "he shut the door"),
    ]


def test_marks_and_capitals_alone_change_nothing() -> None:
    assert told("“The tolls stay,”", '"the tolls stay"') == [("same", '"the tolls stay"')]


@given(TEXTS, TEXTS)
def test_every_piece_stands_in_its_article_and_no_word_is_lost(full: list[str], other: list[str]) -> None:
    texts = {"a1": " ".join(full), "a2": " ".join(other)}
    left, right = words_of("a1", texts["a1"]), words_of("a2", texts["a2"])
    aligned = align(left, right)
    assert all(
        piece.span.exact == texts[piece.article][piece.span.start : piece.span.end] for piece in pieces(aligned, texts)
    )
    assert [one for change, one in aligned if change is not Change.LEFT_OUT] == list(right)
    assert [one.plain for change, one in aligned if change is not Change.PUT_IN] == [one.plain for one in left]


ROWS = st.lists(st.sampled_from("abcd"), max_size=12)


@given(full=ROWS, other=ROWS, limits=st.sampled_from([(0, 10_000), (0, 0), (10_000, 10_000)]))
def test_the_steps_from_one_row_to_another_cover_both_in_order(
    full: list[str], other: list[str], limits: tuple[int, int]
) -> None:
    codes = codes_of(full, other, *limits)
    assert [word for _, at, to, _, _ in codes for word in full[at:to]] == full
    assert [word for *_, left, right in codes for word in other[left:right]] == other
    assert all(full[at:to] == other[left:right] for tag, at, to, left, right in codes if tag == "equal")
    kept = [tag == "equal" for tag, *_ in codes]
    assert all(one != following for one, following in pairwise(kept))
