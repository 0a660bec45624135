"""Whom an office serves where the article leaves it to be understood."""

from __future__ import annotations

from tests.derive.notation import read_page

from onrecord.annotate.employers import with_employers
from onrecord.annotate.names import find_names
from onrecord.records import Article


def served(*paragraphs: str) -> dict[str, str | None]:
    """By the name of each holder of an office, whom it serves."""
    page = "\n\n".join(("News of the river", "6 May 2031", *paragraphs))
    article: Article = read_page(page.encode(), "river.txt").article
    names = with_employers(article, find_names(article))
    return {name.span.exact: role.of for name in names for role in name.roles}


def test_its_office_is_that_of_the_body_the_sentence_before_opens_with() -> None:
    found = served("Tarn Shipping said that it had no boats. Its finance director, Ilse Oram, spoke of a hard winter.")
    assert found == {"Ilse Oram": "Tarn Shipping"}


def test_the_companys_office_is_that_of_the_body_the_paragraph_before_opens_with() -> None:
    found = served("Tarn Shipping has sold two boats.", "The company’s chief executive, Joris Pell, spoke of a winter.")
    assert found == {"Joris Pell": "Tarn Shipping"}


def test_a_chief_executive_is_that_of_the_one_body_told_of() -> None:
    found = served("Tarn Shipping has sold two boats.", "Chief executive Joris Pell said that it was a hard winter.")
    assert found == {"Joris Pell": "Tarn Shipping"}


def test_of_two_bodies_nobody_can_tell_whose_chief_executive_it_is() -> None:
    found = served(
        "Tarn Shipping has sold two boats.",
        "Oster Bank has paid for them.",
        "Chief executive Joris Pell said that it was a hard winter.",
    )
    assert found == {"Joris Pell": None}


def test_a_minister_is_no_companys() -> None:
    found = served("Tarn Shipping has sold two boats.", "Minister Joris Pell said that it was a hard winter.")
    assert found == {"Joris Pell": None}


def test_its_minister_is_that_of_the_place_the_sentence_opens_with_though_no_list_has_it() -> None:
    told = "The barges of Velmark left.", "Velmark will not pay, its economy minister, Ilse Oram, said on Monday."
    assert served(*told) == {"Ilse Oram": "Velmark"}


def test_its_minister_is_not_that_of_a_person_the_sentence_opens_with() -> None:
    told = "Joris Pell spoke of a winter.", "Pell wept for the land. Its economy minister, Ilse Oram, spoke of a thaw."
    assert served(*told) == {"Ilse Oram": None}


def test_its_finance_director_is_not_that_of_a_place() -> None:
    told = "The barges of Velmark left.", "Velmark will not pay, its finance director, Ilse Oram, said on Monday."
    assert served(*told) == {"Ilse Oram": None}
