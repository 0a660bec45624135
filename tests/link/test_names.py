"""Which two names can be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.names import compare_names, family_key, person_name
from onrecord.records import Verdict

ONE = [
    ("Ilse Oram", "Ilse Oram"),
    ("Ilse Oram", "ILSE ORAM"),
    ("Sergei Vantor", "Sergey Vantor"),
    ("Volodymyr Halenko", "Vladimir Halenko"),
    ("Olena Kovalska", "Olena Kovals'ka"),
    ("Ruta Ekström", "Ruta Ekstrom"),
    ("José Muñoz", "Jose Munoz"),
    ("Mohammed Karim", "Muhammad Karim"),
    ("Yusuf Aydın", "Youssef Aydin"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Robert Hale", "Bob Hale"),
    ("William Thorne", "Bill Thorne"),
    ("Margaret Voss", "Peggy Voss"),
    ("Joseph Robin Adair", "Joe Adair"),
    ("John Q. Marsh", "John Marsh"),
    ("Anna Maria Lind", "Anna Lind"),
    ("Orban Viktor", "Viktor Orban"),
    ("Pieter van der Berg", "Pieter van der Berg"),
    ("Martin Hale Jr.", "Martin Hale, Jr"),
]

TWO = [
    ("Anna Kowal", "Piotr Kowal"),
    ("Martin Hale", "Martin Hale Jr."),
    ("Martin Hale Sr.", "Martin Hale Jr."),
    ("Martin Hale II", "Martin Hale III"),
    ("John Q. Marsh", "John R. Marsh"),
    ("A. Marsh", "Brian Marsh"),
    ("Ilse Oram", "Ilse Varga"),
    ("Slovak Marin", "Sloven Marin"),
    ("George Adler", "George W. Adlersohn"),
    ("Maria Sol", "Mario Sol"),
    ("Oram", "Varga"),
]

UNSURE = [
    ("Oram", "Ilse Oram"),
    ("I. Oram", "Ilse Oram"),
    ("Xi", "Xi Lanping"),
    ("Pedro Sala", "Pedro Sala Carreras"),
    ("Martin Hale", "Martin Hale Sr."),
    ("Oram", "Oram"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_these_names_are_one(left: str, right: str) -> None:
    assert compare_names(left, right).verdict is Verdict.POSITIVE


@pytest.mark.parametrize(("left", "right"), TWO)
def test_these_names_are_two(left: str, right: str) -> None:
    assert compare_names(left, right).verdict is Verdict.NEGATIVE


@pytest.mark.parametrize(("left", "right"), UNSURE[:-1])
def test_these_names_may_be_one(left: str, right: str) -> None:
    assert compare_names(left, right).verdict is Verdict.UNSURE


@pytest.mark.parametrize(("left", "right"), [*ONE, *TWO, *UNSURE])
def test_which_name_comes_first_changes_nothing(left: str, right: str) -> None:
    assert compare_names(left, right).verdict is compare_names(right, left).verdict


def test_particles_belong_to_the_family_name() -> None:
    assert person_name("Pieter van der Berg").family == ("van", "der", "berg")


def test_a_single_name_has_no_given_name() -> None:
    assert not person_name("Oram").is_full


def test_a_family_name_with_its_particle_is_no_full_name() -> None:
    assert not person_name("bin Salim").is_full


def test_one_family_name_in_two_spellings_has_one_key() -> None:
    assert family_key("Olena Kovalskyy") == family_key("Kovalsky")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    assert compare_names(left, right).reasons


@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_every_name_may_be_itself(name: str) -> None:
    assert compare_names(name, name).verdict is not Verdict.NEGATIVE
