"""Names: each line is one person or place as papers print it, or two that are not one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import name_key, spelling_distance


@pytest.mark.parametrize(
    "line",
    [
        "Sergei Sergey Serguei Serhiy",
        "Kovalsky Kovalskyy Kovalskiy Kovalskyi",
        "Mohammed Muhammad Mohamed",
        "Aleksandr Alexander Oleksandr",
        "Yuri Yury Yuriy Yurii Iouri",
        "Volodymyr Vladimir",
        "Chernihiv Chernigov",
        "Kyiv Kiev",
        "Kharkiv Kharkov",
        "Odesa Odessa",
        "Bohdan Bogdan",
        "Yeltsin Eltsin",
        "Ryabkov Riabkov",
        "Pavlov Pawlow",
        "Mahmoud Mahmud Mahmood",
        "Hassan Hasan",
        "al-Vall el-Vall",
        "Sarah Sara",
        "Müller Mueller Muller",
        "O'Brien O’Brien",
    ],
)
def test_spellings_of_one_name_share_a_key(line: str) -> None:
    assert len({name_key(name) for name in line.split()}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Slovakia", "Slovenia"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("Hall", "Gall"),
        ("Khan", "Han"),
        ("Kovalsky", "Kovalska"),
        ("Ivanov", "Ivanova"),
        ("Harris", "Horris"),
        ("Shaw", "Chow"),
        ("Ister", "Easter"),
    ],
)
def test_different_names_have_different_keys(left: str, right: str) -> None:
    assert name_key(left) != name_key(right)


def test_the_key_of_a_full_name_has_a_part_for_each() -> None:
    assert name_key("Sergey Oram-Vall") == f"{name_key('Sergei')} {name_key('Oram')} {name_key('Vall')}"


@given(st.text())
def test_case_and_blanks_change_no_key(name: str) -> None:
    assert name_key(f"  {name.upper().lower()} ") == name_key(name.upper().lower())


def test_a_swap_of_two_letters_is_one_step() -> None:
    assert spelling_distance("Oram", "Oarm") == 1


def test_accents_and_case_are_no_distance() -> None:
    assert spelling_distance("JOSÉ", "jose") == 0


@given(st.text(max_size=9), st.text(max_size=9))
def test_distance_is_the_same_both_ways(left: str, right: str) -> None:
    assert spelling_distance(left, right) == spelling_distance(right, left)
