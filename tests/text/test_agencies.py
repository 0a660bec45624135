from __future__ import annotations

import pytest

from onrecord.text.agencies import canonical_name, find_agency, find_mentions, is_agency, looks_like_media


@pytest.mark.parametrize("name", ["AP", "The Associated Press", "the Associated Press", "Associated Press"])
def test_an_agency_is_found_by_every_name(name: str) -> None:
    assert canonical_name(name) == "AP"


def test_a_paper_is_no_agency() -> None:
    assert find_agency("The Guardian") is not None
    assert not is_agency("The Guardian")


@pytest.mark.parametrize("name", ["Unity Press", "the Northern Courier", "Radio Ister", "Meridian Television"])
def test_an_unknown_organisation_is_told_by_its_words(name: str) -> None:
    assert looks_like_media(name)


@pytest.mark.parametrize("name", ["Ilse Oram", "Port Oster", "the council", "Northern Courier said"])
def test_other_names_are_no_organisation_of_news(name: str) -> None:
    assert not looks_like_media(name)


def test_mentions_are_found_with_the_longest_name_first() -> None:
    text = "Reuters and the Associated Press told ABC News."
    assert [(one.agency.name, one.span.exact) for one in find_mentions(text)] == [
        ("Reuters", "Reuters"),
        ("AP", "Associated Press"),
        ("ABC News", "ABC News"),
    ]


def test_a_name_inside_another_word_is_no_mention() -> None:
    assert list(find_mentions("APRIL rains; hello@reuters.example; Reuters-like")) == []
