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
