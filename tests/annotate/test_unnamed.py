"""Sources in whose words no name stands, and those that only say whose they are."""

import pytest
from tests.annotate.marking import read

from onrecord.annotate.coreference.unnamed import office_alone
from onrecord.records import Attribution


def said(source: str, before: str = "") -> Attribution:
    """What the source says in the last sentence."""
    return read(f"{before}{{s {source}}} {{c said}} {{t nobody would pay}}.")[-1]


@pytest.mark.parametrize(
    "source",
    ["Police", "The company", "Two captains", "The captains in Tarn", "Dockers", "Estimates cited by the Delta Guild"],
)
def test_a_source_in_whose_words_no_name_stands_is_unnamed(source: str) -> None:
    assert said(source).anonymous


@pytest.mark.parametrize(
    "source", ["The Tarnian treasury", "The harbour rescue service", "Oram’s office", "Kaldavia", "The Harbour Board"]
)
def test_a_source_whose_words_say_which_it_is_has_a_name(source: str) -> None:
    assert not said(source).anonymous


@pytest.mark.parametrize("source", ["Neither of them", "Both", "None of the two"])
def test_of_several_nobody_tells_who_spoke(source: str) -> None:
    found = said(source, "Jan Velt met Ilse Oram. ")
    assert (found.entity, found.speaker_name) == (None, None)


@pytest.mark.parametrize("source", ["One of them", "Another", "Somebody behind me"])
def test_one_of_several_is_a_source_as_printed(source: str) -> None:
    found = said(source, "Some captains met. ")
    assert found.speaker_name == source
    assert found.anonymous


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("The Tarnian crews sang. Tarn will host the next round, ", "its government", "Tarn’s government"),
        ("In May the Delta Guild paid. The Delta Guild left. ", "Its lawyers", "Delta Guild’s lawyers"),
        ("They live in Tarn. Tarn says it sank. ", "Its foreign ministry", "Tarn’s foreign ministry"),
        ("They live in Tarn. Ilse Oram left. ", "Its foreign ministry", "Its foreign ministry"),
        ("They live in Tarn.\n", "Its foreign ministry", "Its foreign ministry"),
        ("They live there now. ", "Its foreign ministry", "Its foreign ministry"),
    ],
)
def test_its_government_is_that_of_what_opens_the_sentence_and_no_persons(before: str, source: str, name: str) -> None:
    assert said(source, before).speaker_name == name


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("Tarn’s foreign minister", [("foreign minister", "Tarn")]),
        ("The mayor of Quenza", [("mayor", "Quenza")]),
        ("The Delta Guild leader", [("leader", "Delta Guild")]),
        ("Tarn’s best pilot", []),
        ("The minister", []),
        ("Oram’s spokesman", []),
    ],
)
def test_an_office_of_one_person_tells_whose_it_is(phrase: str, office: list[tuple[str, str]]) -> None:
    assert [(role.title, role.of) for role in office_alone(phrase)] == office


def test_a_source_that_begins_within_a_name_is_the_named_ones() -> None:
    found = read("They asked Ilse {s Oram, the envoy}, who {c said} {t nobody would pay}.")
    assert [each.speaker_name for each in found] == ["Ilse Oram"]
