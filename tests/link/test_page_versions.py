"""Which captures are versions of one page; the pages are invented."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.link.page_versions import is_alike, page_versions
from onrecord.records import Article, PageVersion, Segment, SegmentKind, Sighting
from onrecord.text.addresses import page_address

URL = "https://courier.example/tolls"
TOLLS = "The government of Ister will not pay the new ferry tolls, its foreign minister said on Saturday in Vall."
MORE = f"{TOLLS} She had come by boat and left on foot, and the talks go on."
HERRING = "Market women on the quay sold herring out of blue buckets long before the first boat had come in."
ARTICLES = {
    "a1": TOLLS,
    "a2": MORE,
    "a3": f"{MORE} Nobody was hurt.",
    "b1": HERRING,
    "h1": f"Ferry tolls\n{TOLLS}",  # with a headline
    "h2": f"FERRY TOLLS\n{HERRING}",
}


def find(name: str) -> Article:
    headline, _, text = ARTICLES[name].rpartition("\n")
    body = (Segment(start=0, end=len(text), kind=SegmentKind.BODY),)
    return Article(id=name, sha256=name, text=text, encoding="utf-8", segments=body, headline=headline or None)


def seen(article: str, first: int, last: int = 0, place: str = URL) -> Sighting:
    """The article at a place, from one day of May to another."""
    days = [f"2031-05-{day:02}T10:00:00+00:00" for day in (first, last or first)]
    is_file = "://" not in place
    address = place if is_file else page_address(place) or ""
    return Sighting(address=address, place=place, article=article, is_file=is_file, first=days[0], last=days[1])


def versions(*sightings: Sighting) -> list[str]:
    """The versions of all pages, those that do not count in brackets, as in "(a1) a2"."""
    rows = page_versions(sorted(sightings, key=lambda row: (row.address, row.place, row.article)), find)
    pages: dict[str, list[PageVersion]] = {}
    for row in rows:
        pages.setdefault(row.latest, []).append(row)
    return [" ".join(one.article if one.stands else f"({one.article})" for one in page) for page in pages.values()]


def test_what_is_found_at_one_address_later_is_a_version_of_it_whatever_it_says() -> None:
    assert versions(seen("a1", 4), seen("b1", 5)) == ["(a1) b1"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_versions_come_by_their_times(order: tuple[int, int, int]) -> None:
    days = dict(zip(("a1", "a2", "a3"), order, strict=True))
    expected = sorted(days, key=lambda name: days[name])
    told = " ".join(f"({name})" if name != expected[-1] else name for name in expected)
    assert versions(*(seen(name, day + 4) for name, day in days.items())) == [told]


def test_what_was_there_before_and_is_there_again_is_the_latest() -> None:
    assert versions(seen("a1", 4, 6), seen("a2", 5)) == ["(a2) a1"]


def test_of_two_at_one_time_nothing_tells_which_is_the_later() -> None:
    assert versions(seen("a1", 4), seen("a2", 4)) == []


def test_what_is_older_than_two_at_one_time_is_a_version_of_one_of_them() -> None:
    assert versions(seen("a1", 4), seen("a2", 5), seen("a3", 5)) == ["(a1) a2"]


def test_a_file_is_a_version_of_what_was_at_its_path_if_it_is_worded_like_it() -> None:
    assert versions(seen("a1", 4, place="t.txt"), seen("a2", 5, place="t.txt")) == ["(a1) a2"]
    assert versions(seen("a1", 4, place="t.txt"), seen("b1", 5, place="t.txt")) == []


def test_a_file_under_the_same_headline_is_a_version_however_it_is_worded() -> None:
    assert versions(seen("h1", 4, place="t.txt"), seen("h2", 5, place="t.txt")) == ["(h1) h2"]


def test_a_path_may_pass_from_one_article_to_another_and_each_keep_its_versions() -> None:
    places = [seen("a1", 4, place="t.txt"), seen("a2", 5, place="t.txt"), seen("b1", 6, place="t.txt")]
    assert versions(*places) == ["(a1) a2"]


def test_a_front_page_is_no_page_of_one_article() -> None:
    front = "https://courier.example/"
    assert versions(seen("a1", 4, place=front), seen("b1", 5, place=front)) == []


def test_another_address_of_the_page_counts_if_it_is_worded_like_it() -> None:
    mobile = "https://m.courier.example/tolls"
    assert versions(seen("a1", 4), seen("a2", 5, place=mobile)) == ["(a1) a2"]
    assert versions(seen("a1", 4), seen("b1", 5, place=mobile)) == []


def test_what_is_still_found_elsewhere_counts() -> None:
    assert versions(seen("a1", 4), seen("a2", 5), seen("a1", 6, place="kept.txt")) == ["a1 a2"]


def test_what_was_found_elsewhere_before_the_page_changed_does_not_count() -> None:
    assert versions(seen("a1", 4), seen("a2", 6), seen("a1", 5, place="kept.txt")) == ["(a1) a2"]


def test_two_addresses_that_come_to_one_page_are_versions_of_it() -> None:
    other = "https://courier.example/ferry"
    rows = [seen("a1", 4), seen("a2", 5, place=other), seen("a3", 6), seen("a3", 6, place=other)]
    assert versions(*rows) == ["(a1) (a2) a3"]


def test_texts_are_alike_if_half_of_the_shorter_stands_in_the_other() -> None:
    assert is_alike(find("a1"), find("a3"))
    assert not is_alike(find("a1"), find("b1"))
