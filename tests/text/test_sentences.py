"""Sentences are written here with a bar where one ends and the next begins."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.sentences import sentences


def barred(text: str) -> str:
    return " | ".join(text[start:end] for start, end in sentences(text))


def unbarred(expected: str) -> str:
    return expected.replace(" | ", " ")


def check(expected: str) -> None:
    assert barred(unbarred(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "The ferry sank. | Nobody was hurt.",
        "Did it sink? | It did! | Nobody was hurt.",
        "It cost 3.5 million. | It was worth 2.",
        "It ended in 2031. | 30 people left.",
        "It was over. | “We are tired,” she said.",
    ],
)
def test_a_stop_before_a_capital_ends_a_sentence(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "Mr. Oram met Gen. Vall and Lt. Col. Tarn of St. Brannock.",
        "The statement said the U.S. “does not vet every cargo,” he added.",
        "The U.S. President met U.N. Under-Secretary Holt on Feb. 3 in the U.S. Capitol.",
        "George W. Tarn and J. D. Holt met.",
        "Ruling No. 4 of Art. 5 stands.",
        "They met at 9 a.m. Monday, or 9 a.m. Eastern time, or 9 p.m. GMT.",
        "Ister vs. Vall was played, e.g. Oram said.",
        "Holt Inc. Chief Executive Ada Tarn left.",
    ],
)
def test_the_stop_of_an_abbreviation_ends_no_sentence(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "They met at 9 p.m. | The talks failed.",
        "They met at 9 p.m. | Oram left early.",
        "He lives in the U.S. | He likes it.",
        "She works for Holt Inc. | But she wants to leave.",
        "He said no. | Then he left.",
        "The answer is No. | Oram repeated it.",
        "It was plan B. | It failed.",
        "They sat. | Oram left. | Tarn was ill. | Holt stayed.",
        "It was on in Feb. | The talks failed.",
        "He is at 4 Main St. | She is not.",
    ],
)
def test_an_abbreviation_at_the_end_ends_it(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "“Who pays the pilot?” he asked.",
        "“Who pays the pilot?” Oram asked.",
        "“Who pays the pilot?” Oram then asked.",
        "“Who pays the pilot?” Foreign Minister Ilse van Oram said on Monday.",
        "“Go home!” Mr. Oram told reporters.",
        '"Who pays the pilot?" said Oram.',
        "“It is over.” Oram said.",
        "“It is over.” said Oram.",
        "“Enough!” — said the minister.",
        "She asked “why?” and left.",
        "He said (was it true?) that he knew.",
    ],
)
def test_a_stop_inside_quotation_marks_before_its_speaker_ends_nothing(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "“Who pays the pilot?” | He did not say.",
        "“Who knows?” | Oram said the talks would go on.",
        "“Who knows?” | Oram said on Monday that the talks would go on.",
        "“It is over.” | Oram said on Monday he knew.",
        "“We want peace. | I want peace.” | The crowd cheered.",
        "“They call it ‘home.’” | The crowd cheered.",
        "“They call it ‘home.’ ” | The crowd cheered.",
        "He wrote «enough.» | Nobody answered.",
        'He called it "over." | Nobody answered.',
        "It ended. | “some hope,” she said.",
    ],
)
def test_the_closing_mark_stays_with_the_sentence_it_closes(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "“Our captains ... never feared the ice,” he said.",
        "“Our captains... never feared the ice,” he said.",
        "“Our captains . . . never feared the ice,” he said.",
        "“They … Ister and Vall … will stay,” he said.",
        "“I... I do not know,” she said.",
        "“... We will stay,” he said.",
        "“We stayed . . . . | Then we left,” he said.",
        "“We stayed... | Then we left,” he said.",
    ],
)
def test_dots_for_words_left_out_end_no_sentence(expected: str) -> None:
    check(expected)


def test_a_numbered_point_keeps_its_number() -> None:
    check("1. The ferry stays. | 2. The toll goes.")


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    assert barred("No stop here\n\nAnother\r\n \r\nThird") == "No stop here | Another | Third"


def test_a_single_line_break_is_a_blank() -> None:
    assert sentences("The ferry\nsank.") == ((0, 15),)


def test_a_bullet_begins_a_sentence() -> None:
    assert barred("Points:\n• one\n• two") == "Points: | • one | • two"


def test_a_lost_blank_still_parts_two_sentences() -> None:
    assert barred("They ended the war.The talks went on at example.com today.") == (
        "They ended the war. | The talks went on at example.com today."
    )


def test_offsets_lead_into_the_whole_text() -> None:
    text = "Skip me. Take this. And this. Not me."
    assert sentences(text, 9, 29) == ((9, 19), (20, 29))


NEWSLIKE = st.text(st.sampled_from("aB1 .?!…,\"'“”‘’«»()\n\r\t-—•") | st.characters(), max_size=60)


@given(NEWSLIKE)
def test_sentences_are_disjoint_and_ordered(text: str) -> None:
    found = sentences(text)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))


@given(NEWSLIKE, st.integers(0, 20), st.integers(0, 40))
def test_sentences_hold_every_character_of_the_stretch_but_blanks(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    held = {place for left, right in sentences(text, start, end) for place in range(left, right)}
    assert {place for place in range(start, end) if not text[place].isspace()} <= held


@given(NEWSLIKE, st.integers(0, 20), st.integers(0, 40))
def test_no_sentence_leaves_the_stretch_or_begins_with_a_blank(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    assert all(
        start <= left < right <= end and not text[left].isspace() and not text[right - 1].isspace()
        for left, right in sentences(text, start, end)
    )
