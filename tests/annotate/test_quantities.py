"""Quantities as printed, in [brackets], and how much of what they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quantities import find_quantities, singular


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ister holds [20 percent] of the delta.", "20 percent"),
        ("Ister holds [20%] of it, [30 per cent] of that.", "20 percent; 30 percent"),
        ("It asked for [four more regions].", "4 region"),
        ("It sent [1,200 Isterian soldiers] and [2000 troops].", "1200 soldier; 2000 troop"),
        ("It took [350 square kilometres] of land.", "350 square kilometre"),
        ("It spent [$3 billion], [€2.5bn] and [US$60m].", "3e+09 dollar; 2.5e+09 euro; 6e+07 dollar"),
        ("It spent [3.5 million euros] and [300 roubles].", "3.5e+06 euro; 300 rouble"),
        ("It pumps [1.2 million barrels per day].", "1.2e+06 barrel per day"),
        ("It shipped [5 tonnes] of grain over [40 km].", "5 tonne; 40 kilometre"),
        ("[Three hundred and five tanks] and [a dozen drones].", "305 tank; 12 drone"),
        ("[Half a million people] fled [twenty-five villages].", "500000 person; 25 village"),
        ("[Five of the ferries] sank in [two days].", "5 ferry; 2 day"),
        ("She is [30 years old]; a [20-nation] bloc.", "30 year old; 20 nation"),
        ("A plan of [28 points], [23 women] and [two children].", "28 point; 23 woman; 2 child"),
        ("At least [107] killed; killing [23] and wounding [40].", "107 person; 23 person; 40 person"),
        ("It sails twice a day.\n\n[Two policemen] were hurt.", "2 policeman"),
        ("A boy of 12 died, a mother of [two children] lived.", "2 child"),
        ("The price was fixed at [340 marks]; the train left at 4 sharp.", "340 mark"),
        ("Between [5,000] and [6,000 men], [15]-[20 percent].", "5000 man; 6000 man; 15 percent; 20 percent"),
    ],
)
def test_a_quantity_is_a_number_and_its_unit(sentence: str, expected: str) -> None:
    found = find_quantities(re.sub(r"[\[\]]", "", sentence))
    assert [one.span.exact for one in found] == re.findall(r"\[(.*?)\]", sentence)
    assert "; ".join(f"{one.value:g} {one.unit}" for one in found) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "On 17 February 2030 at 4:10 PM, or at 6 p.m. in 2014.",
        "An F-16, the G7, COVID-19 and S-400 missiles.",
        "The 17th century; the second man; a 3-2 win.",
        "1. First point\n2. Second point",
        "Call 555-1234 about resolution 1701 votes.",
        "One of them said so; two officials agreed.",
        "Three years ago and two weeks later it fell.",
        "Aged 14, she read page 12 of Article 5 notes.",
        "Two-thirds of them left. Apollo 11 astronauts came.",
    ],
)
def test_dates_times_scores_and_names_are_no_quantities(sentence: str) -> None:
    assert find_quantities(sentence) == ()


@pytest.mark.parametrize("about", ["about", "nearly", "more than", "at least", "up to", "an estimated"])
def test_a_quantity_told_roughly_is_marked_so(about: str) -> None:
    (found,) = find_quantities(f"It lost {about} 40 ferries.")
    assert found.approximate


def test_a_quantity_told_exactly_is_not_marked_rough() -> None:
    (found,) = find_quantities("It lost 40 ferries about there.")
    assert not found.approximate


def test_what_is_measured_is_told_beside_the_unit() -> None:
    percent, soldiers = find_quantities("It holds 20 percent of the northern delta with 300 border guards.")
    assert (percent.noun, soldiers.noun) == ("northern delta", "border guards")


def test_only_the_part_asked_for_is_read() -> None:
    text = "It lost 40 ferries. It lost 50 boats."
    (found,) = find_quantities(text, start=19)
    assert (found.span.exact, found.span.start) == ("50 boats", 28)


@pytest.mark.parametrize(("many", "one"), [("boxes", "box"), ("cities", "city"), ("people", "person"), ("bus", "bus")])
def test_the_unit_is_one_of_what_is_counted(many: str, one: str) -> None:
    assert singular(many) == one


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from("two 20 % $ 3 million - 2014 regions of the 1,000 . people killed half a".split())
        ).map(" ".join),
    )
)
def test_every_quantity_is_anchored_and_finite(text: str) -> None:
    done = 0
    for one in find_quantities(text):
        assert text[one.span.start : one.span.end] == one.span.exact
        assert one.span.start >= done
        assert 0 <= one.value < float("inf")
        done = one.span.end
