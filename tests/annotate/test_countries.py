"""Whose minister a minister is where the article leaves it to be understood."""

from __future__ import annotations

from tests.derive.notation import read_page

from onrecord.annotate.countries import with_countries
from onrecord.annotate.names import find_names

ELECTION = "Nobody was hurt on the day of Cassaria’s presidential election."


def governed(*paragraphs: str) -> dict[str, str | None]:
    """By the name of each holder of an office, of which country it is."""
    page = "\n\n".join(("News of the river", "6 May 2031", *paragraphs))
    article = read_page(page.encode(), "river.txt").article
    names = with_countries(article, find_names(article))
    return {name.span.exact: role.of for name in names for role in name.roles}


def test_a_minister_is_of_the_only_country_told_of() -> None:
    assert governed(ELECTION, "On that day Interior Minister Jan Velt spoke of a long night.") == {
        "Jan Velt": "Cassaria"
    }


def test_the_governments_spokeswoman_is_of_the_only_country_told_of() -> None:
    assert governed(ELECTION, "Government spokeswoman Ilse Oram spoke.") == {"Ilse Oram": "Cassaria"}


def test_a_minister_is_not_of_the_country_whose_officials_are_called_by_it() -> None:
    found = governed(
        "The government of Osmara sent word.",
        "Foreign Minister Jan Velt of Teloria spoke.",
        "President Ilse Oram spoke.",
    )
    assert found == {"Jan Velt": "Teloria", "Ilse Oram": "Osmara"}


def test_a_minister_beside_a_foreign_one_alone_is_of_no_country_that_is_told() -> None:
    found = governed(
        "The government of Osmara sent word.",
        "Later President Jan Velt of Osmara spoke.",
        "On that day Interior Minister Ilse Oram spoke of it.",
    )
    assert found["Ilse Oram"] is None


def test_of_two_countries_nobody_can_tell_whose_minister_it_is() -> None:
    found = governed(
        ELECTION, "The government of Osmara sent word.", "On that day Interior Minister Jan Velt spoke of a long night."
    )
    assert found == {"Jan Velt": None}


def test_a_country_that_is_only_named_is_not_the_ministers() -> None:
    assert governed(
        "The ship sailed from Norway.", "On that day Interior Minister Jan Velt spoke of a long night."
    ) == {"Jan Velt": None}


def test_the_president_of_a_club_is_not_the_countrys() -> None:
    assert governed(ELECTION, "Former president Jan Velt spoke.") == {"Jan Velt": None}


def test_an_official_of_whom_a_foreign_one_is_told_to_speak_is_not_of_this_country() -> None:
    found = governed(
        "The government of Osmara sent word.",
        "Foreign Minister Jan Velt of Teloria said President Ilse Oram would wait.",
        "On that day Foreign Minister Edvin Sarr spoke of it.",
    )
    assert found == {"Jan Velt": "Teloria", "Ilse Oram": None, "Edvin Sarr": "Osmara"}
