from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pages.searched import Printed, Told, write_searched

from onrecord.pages import faceting
from onrecord.pages.faceting import NAMES, Wanted, faceted_page, narrowed_among
from onrecord.pages.finding import Way
from onrecord.records import Form, Stance
from onrecord.store import View, open_view, reach, search_view

PLAIN = st.sampled_from("dues ferry ferries boat harbour charge lower raise port captain prisoner captives".split())
WORDS = st.lists(PLAIN, min_size=1, max_size=5).map(" ".join)
DAYS = st.sampled_from([None, "2031-05-04", "2031-05-06", "2031-05", "2031-05-04/2031-05-06"])
SPEAKERS = st.sampled_from([None, "Oram", "Renn", "Sund"])
SAYINGS = st.builds(
    Told,
    words=WORDS,
    speaker=SPEAKERS,
    said_on=DAYS,
    form=st.sampled_from(Form),
    saying=st.sampled_from([None, None, 1, 2]),
    stance=st.sampled_from([None, None, *list(Stance)[:3]]),
    via=st.sampled_from([None, "Union Wire"]),
    to=st.sampled_from([None, "the parliament"]),
)
ARTICLES = st.lists(
    st.builds(
        Printed,
        outlet=st.sampled_from(["The Beacon", "Evening Post", "The Quay"]),
        paragraphs=st.lists(st.one_of(WORDS, SAYINGS), max_size=4),
        published=DAYS,
    ),
    min_size=1,
    max_size=5,
)
ASKED = st.lists(
    st.one_of(
        PLAIN,
        PLAIN.map(lambda word: f"{word[:3]}*"),
        st.tuples(PLAIN, PLAIN).map(lambda pair: '"{} {}"'.format(*pair)),
        st.tuples(PLAIN, PLAIN).map(" OR ".join),
        PLAIN.map(lambda word: f"-{word}"),
        st.sampled_from([
            "speaker:Oram", "party:Ostmark", "-speaker:Sund", "outlet:Beacon", "outlet:Post OR outlet:Quay",
            "said:2031-05", "said:2031-05-06", "before:2031-05-06", "after:2031-05-04", "to:parliament", "via:wire",
            "issue:dues", "stance:agree", "form:direct", "-form:indirect", "in:said", "in:text",
        ]),
    ),
    max_size=3,
)  # fmt: skip
QUERIES = st.tuples(st.one_of(PLAIN, st.just("form:direct")), ASKED).map(lambda asked: " ".join((asked[0], *asked[1])))
NUMBERS = itertools.count()


@contextmanager
def searched(folder: Path, *articles: Printed) -> Iterator[View]:
    with open_view(write_searched(folder / f"{next(NUMBERS)}.db", articles)) as view:
        yield view


def listed(view: View, query: str, wanted: Wanted) -> int:
    """How many results stand on all pages of the list."""
    first = faceted_page(view, query, wanted)
    others = (faceted_page(view, query, wanted, number) for number in range(2, first.pages + 1))
    return sum(len(page.found) for page in (first, *others))


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles=ARTICLES, queries=st.lists(QUERIES, min_size=4, max_size=8), number=st.integers(0, 99))
def test_each_count_is_the_length_of_the_list_that_it_leads_to(
    tmp_path: Path, articles: list[Printed], queries: list[str], number: int
) -> None:
    with searched(tmp_path, *articles) as view:
        for query in queries:
            wanted = Wanted()
            for _ in range(2):  # nothing chosen, then one value
                page = faceted_page(view, query, wanted)
                assert page.total == listed(view, query, wanted)
                leading = [(facet.name, value) for facet in page.facets for value in facet.values]
                for name, value in leading:
                    narrower = Wanted(**{one: getattr(wanted, one) for one in NAMES} | {name: value.value})
                    assert value.results == listed(view, query, narrower), (query, narrower)
                if not leading:
                    break
                name, value = leading[number % len(leading)]
                wanted = Wanted(**{name: value.value})


def test_where_very_many_places_have_the_words_the_latest_results_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_view, "MANY", 10)
    monkeypatch.setattr(faceting, "MOST_LATEST", 6)
    days = [f"2031-05-{day:02d}" for day in (3, 9, 1, 7, 5)]
    articles = [
        Printed(
            outlet=f"Post {day}", paragraphs=[Told(words=f"Dues {number} {day}") for number in range(3)], published=day
        )
        for day in days
    ]
    with searched(tmp_path, *articles) as view:
        page = faceted_page(view, "dues", Wanted())
        one = faceted_page(view, "dues", Wanted(outlet="Post 2031-05-07"))
        few = faceted_page(view, "dues 2", Wanted())
    assert (page.latest_first, page.more, few.latest_first) == (True, True, False)
    assert [found.outlet for found in page.found] == ["Post 2031-05-09"] * 3 + ["Post 2031-05-07"] * 3
    (outlets,) = (facet for facet in page.facets if facet.name == "outlet")
    assert [(value.value, value.results) for value in outlets.values] == [
        ("Post 2031-05-07", 3),
        ("Post 2031-05-09", 3),
    ]
    assert len(one.found) == 3


REACHED = (
    "dues speaker:Oram", "dues speaker:Oram OR speaker:Sund", "dues party:Ostmark", "dues outlet:Beacon",
    "dues issue:dues", "dues issue:dues OR issue:harbour", "dues stance:agree",
    "dues stance:agree OR stance:consult speaker:Oram",
    "dues -speaker:Oram", "party:Ostmark issue:dues", "dues speaker:Nobody",
)  # fmt: skip


@pytest.mark.parametrize("many", [500, 1])
def test_what_a_field_reaches_is_the_same_gathered_or_looked_up_in_either_database(
    tmp_path: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(search_view, "MANY", many)
    stances = [None, *list(Stance)[:3]]
    articles = [
        Printed(
            outlet=outlet,
            paragraphs=[
                Told(words=f"The dues for pier {number}", speaker=speaker, stance=stances[(number + at) % len(stances)])
                for at, speaker in enumerate(("Oram", "Renn", "Sund", None))
            ],
            published=f"2031-05-0{number}",
        )
        for number, outlet in enumerate(("The Beacon", "Evening Post", "The Beacon"), start=1)
    ]
    found = []
    for place in (write_searched(tmp_path / "r.db", articles), write_searched(cluster.empty(), articles)):
        for crowd in (8_000, 0):
            monkeypatch.setattr(reach, "CROWD", crowd)
            with open_view(place) as view:
                pages = [faceted_page(view, query, Wanted(way="words")) for query in REACHED]
            found.append([[(one.statement, one.outlet) for one in page.found] for page in pages])
    assert found[1:] == found[:1] * 3
    assert [bool(each) for each in found[0]] == [query != "dues speaker:Nobody" for query in REACHED]


def test_what_is_asked_of_a_few_statements_is_found_however_many_others_have_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_view, "MANY", 2)
    monkeypatch.setattr(search_view, "MOST_PASSAGES", 4)
    articles = [
        Printed(
            outlet="Post",
            paragraphs=[Told(words=f"Dues for pier {day}", speaker="Oram")],
            published=f"2031-05-{day:02d}",
        )
        for day in range(1, 9)
    ]
    with searched(tmp_path, *articles) as view:
        (oldest,) = (found.statement for found in faceted_page(view, "“pier 1”", Wanted()).found)
        assert oldest not in {found.statement for found in faceted_page(view, "“dues”", Wanted()).found}
        assert narrowed_among(view, "“dues”", Wanted(), {oldest or ""}) == {oldest}


def fits(told: Told, query: str) -> bool:
    """Whether a report has what a query of words, phrases, beginnings and exclusions asks for, word by word."""
    for left_out, phrase, alternatives in re.findall(r'(-?)(?:"([^"]*)"|(\S+(?: OR \S+)*))', query):
        if phrase:
            has = f" {phrase} " in f" {told.words} "
        else:
            begun = [one.rstrip("*") if one.endswith("*") else f"{one} " for one in alternatives.split(" OR ")]
            has = any(f"{word} ".startswith(one) for word in told.words.split() for one in begun)
        if has == bool(left_out):
            return False
    return True


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=st.lists(SAYINGS, min_size=1, max_size=8), queries=st.lists(QUERIES, min_size=4, max_size=8))
def test_what_has_the_words_is_found_and_nothing_else(tmp_path: Path, said: list[Told], queries: list[str]) -> None:
    alone = [replace(one, saying=None) for one in said]
    with searched(tmp_path, beacon(*alone)) as view:
        for query in (one for one in queries if ":" not in one):
            page = faceted_page(view, query, Wanted(way="words", kind="quotation"))
            assert page.total == sum(fits(one, query) for one in alone), query


def beacon(*paragraphs: str | Told) -> Printed:
    return Printed(outlet="The Beacon", paragraphs=paragraphs)


SWAP = Told(words="The exchange of captives begins on Monday", speaker="Oram", said_on="2031-05-04")


def test_what_means_the_words_is_found_and_tells_by_which(tmp_path: Path) -> None:
    with searched(tmp_path, beacon("Rain is expected in the delta.", SWAP)) as view:
        (found,) = faceted_page(view, "prisoner swap", Wanted()).found
    assert (found.way, found.speaker) == (Way.MEANING, "Oram")
    assert [(one.asked, one.words) for one in found.stands] == [("prisoner", ("captives",)), ("swap", ("exchange",))]
    assert [found.snippet[start:end] for start, end in found.marks] == ["exchange", "captives"]


def test_what_has_the_words_comes_before_what_only_means_them(tmp_path: Path) -> None:
    exact = Told(words="A long speech on other matters, and on a prisoner swap too, ended at noon", speaker="Sund")
    with searched(tmp_path, beacon(SWAP, "A pause.", exact)) as view:
        assert [one.way for one in faceted_page(view, "prisoner swap", Wanted()).found] == [Way.WORDS, Way.MEANING]


@pytest.mark.parametrize(
    "query", ['"prisoner swap"', "prison*", "swap -captives", "swap speaker:Sund", "swap before:2031-05"]
)
def test_an_operator_holds_for_what_is_found_by_meaning_too(tmp_path: Path, query: str) -> None:
    with searched(tmp_path, beacon(SWAP)) as view:
        assert faceted_page(view, query, Wanted()).found == ()


def test_what_has_nothing_near_to_it_is_not_found(tmp_path: Path) -> None:
    with searched(tmp_path, beacon(SWAP)) as view:
        assert faceted_page(view, "goalkeeper injury", Wanted()).found == ()


def test_reports_of_one_statement_are_one_result(tmp_path: Path) -> None:
    one = Told(words="The harbour dues stay", speaker="Oram", saying=1)
    other = Told(words="The dues stay as they are", speaker="Oram", saying=1, form=Form.INDIRECT)
    post = Printed(outlet="Evening Post", paragraphs=[other])
    with searched(tmp_path, beacon(one), post) as view:
        page = faceted_page(view, "dues", Wanted())
        (found,) = page.found
        outlets = next(facet for facet in page.facets if facet.name == "outlet")
    assert (found.reports, sorted(found.outlets), len(found.others)) == (2, ["Evening Post", "The Beacon"], 1)
    assert [(one.value, one.results) for one in outlets.values] == [("Evening Post", 1), ("The Beacon", 1)]


def test_a_statement_of_which_any_report_has_what_is_left_out_is_not_found(tmp_path: Path) -> None:
    short, full = (
        Told(words=words, speaker="Oram", saying=1) for words in ("The dues stay", "The dues stay until May")
    )
    with searched(tmp_path, beacon(short), Printed(outlet="Evening Post", paragraphs=[full])) as view:
        assert faceted_page(view, "dues -may", Wanted()).found == ()


def test_a_party_speaks_through_those_who_speak_for_it(tmp_path: Path) -> None:
    with searched(tmp_path, beacon(SWAP)) as view:
        assert len(faceted_page(view, "party:Ostmark captives", Wanted()).found) == 1
        assert faceted_page(view, "speaker:Ostmark captives", Wanted()).found == ()


def test_results_come_a_page_at_a_time(tmp_path: Path) -> None:
    many = [Told(words=f"Dues for pier {number}", speaker="Oram") for number in range(50)]
    with searched(tmp_path, beacon(*many)) as view:
        pages = [faceted_page(view, "dues", Wanted(), number) for number in (1, 2, 9)]
    assert [(page.page, page.pages, page.total, len(page.found)) for page in pages] == [
        (1, 3, 50, 20), (2, 3, 50, 20), (3, 3, 50, 10),
    ]  # fmt: skip
