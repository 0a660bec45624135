"""Which paragraphs of a live report stand under a clock time. All coverage here is invented."""

from __future__ import annotations

from tests.clean.page import HEADLINE, article

from onrecord.annotate.entries import find_entries

SAID = (
    "The ferry guild says it will sail at dawn, whatever the council decides tonight.",
    "“We have waited long enough,” Jan Velt said on the quay, to cheers from the crowd.",
    "Nobody at the town hall has picked up the telephone since breakfast, our reporter says.",
)


def entries(*paragraphs: str) -> int:
    return len(find_entries(article("\n\n".join([HEADLINE, SAID[0], *paragraphs]))))


def test_entries_of_several_paragraphs_stand_below_times_on_lines_of_their_own() -> None:
    assert entries("18.40 BST", *SAID, "17.12 BST", *SAID, "16.30 BST", *SAID) == 12


def test_three_times_at_the_head_of_few_of_many_paragraphs_are_no_live_report() -> None:
    assert entries(*(f"7.30 pm {one}" for one in SAID), *SAID * 3) == 0


def test_the_time_over_the_first_entry_counts_where_it_stands_over_the_body() -> None:
    page = "\n\n".join([HEADLINE, "19.05 BST", *SAID, "18.40 BST", *SAID, "17.12 BST", *SAID])
    assert len(find_entries(article(page))) == 11


def test_two_times_alone_are_no_live_report() -> None:
    assert entries("18.40 BST", *SAID, "17.12 BST", *SAID) == 0
