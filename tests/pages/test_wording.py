from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.citations import Notebook
from onrecord.pages.layout import plain_text
from onrecord.pages.shelf import Shelf
from onrecord.pages.wording import between, cut, cut_around, say, wording
from onrecord.store import View

WORDS = st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)


@given(WORDS, st.integers(10, 80))
def test_cut_words_are_the_beginning_of_the_words(words: str, longest: int) -> None:
    kept = cut(words, longest).removesuffix(" […]")
    assert words.startswith(kept)
    assert len(kept) <= longest


def test_a_cut_quotation_is_closed() -> None:
    assert cut("“Nobody sails for free into my port”", 20) == "“Nobody sails for […]”"


def test_short_words_are_left_alone() -> None:
    assert cut("“Nobody”", 20) == "“Nobody”"


@given(WORDS, st.data())
def test_what_is_cut_around_stays(words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert words[start:end] in cut_around(words, start, end, 40)


def lead_and_words(view: View, attribution: str) -> str:
    shelf = Shelf(view)
    told = wording(shelf.attribution(attribution), shelf, Notebook(shelf))
    return between(told) + plain_text(say(told, 200))


def test_reported_speech_keeps_the_reporters_verb(view: View) -> None:
    assert lead_and_words(view, "t1") == " said there would be no lower harbour dues this year"


def test_a_quotation_follows_a_colon(view: View) -> None:
    assert lead_and_words(view, "t6") == ": “We can talk about the dues,”"
