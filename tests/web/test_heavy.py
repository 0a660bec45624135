"""A record with long lists: pages turn, stay in order and count what they lead to, also while a build writes."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient
from tests.planted.year import write_year
from tests.web.heavy import heavy_addresses
from tests.web.readers import Crowd, build_beside, build_command
from tests.web.serving import addresses, open_client, read, served, twin, words

from onrecord.pages.faceting import MOST_LATEST, MOST_RESULTS
from onrecord.pages.positions import _best
from onrecord.pages.shelf import Shelf
from onrecord.store import Extent, Slice, open_view

STATEMENTS = 600
READERS, NEW = 200, 40  # and articles that the build adds
COVERAGE = Path(__file__).parents[2] / "examples" / "coverage"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_year(tmp_path_factory.mktemp("year") / "year.db", STATEMENTS)


@pytest.fixture(scope="module")
def heavy(year: Path) -> TestClient:
    return open_client(year)


def turned(client: TestClient, address: str) -> list[str]:
    """The addresses of all pages of the list, in the order in which “next” leads through them."""
    found = [address]
    while links := read(client, found[-1]).xpath("(//nav[@class='turn no-print'])[1]//a[@rel='next']/@href"):
        found.append(links[0])
    return found


@pytest.mark.parametrize("address", ["/stories", "/articles", "/people"])
def test_next_leads_through_all_of_a_list_and_to_nothing_twice(heavy: TestClient, address: str) -> None:
    names = {"/stories": "stories", "/articles": "sources", "/people": "people"}
    pages = [heavy.get(twin(one)).json() for one in turned(heavy, address)]
    ids = [str(one.get("actor") or one.get("article") or one["head"]["story"]) for page in pages
           for one in page[names[address]]]  # fmt: skip
    assert len(ids) == len(set(ids)) == pages[0]["leaf"]["things"]
    assert len(pages) == pages[0]["leaf"]["leaves"] > 1


def test_before_leads_back_where_next_came_from(heavy: TestClient) -> None:
    first, second, *_ = turned(heavy, "/articles")
    (back,) = read(heavy, second).xpath("//a[@rel='prev']/@href")
    assert back == first


def test_stories_stand_in_one_order_on_all_pages(heavy: TestClient) -> None:
    pages = [heavy.get(twin(one)).json() for one in turned(heavy, "/stories")]
    sizes = [one["head"]["articles"] for page in pages for one in page["stories"]]
    assert sizes == sorted(sizes, reverse=True)


def test_a_whole_story_has_every_statement_once_and_by_day(heavy: TestClient) -> None:
    pages = [heavy.get(twin(one)).json() for one in turned(heavy, heavy_addresses(heavy)["whole story"])]
    said = [(day["on"], one["statement"]) for page in pages for day in page["brief"]["days"]
            for one in day["statements"]]  # fmt: skip
    assert len(said) == len({statement for _, statement in said}) == pages[0]["statements"]
    dated = [day for day, _ in said if day]
    assert dated == sorted(dated)


def test_what_a_story_is_narrowed_to_stays_while_pages_are_turned(heavy: TestClient) -> None:
    whole = heavy_addresses(heavy)["story of one party"] + "&whole=1"
    pages = [heavy.get(twin(one)).json() for one in turned(heavy, whole)]
    assert len(pages) > 1
    assert len({page["narrowed"]["party"] for page in pages}) == 1
    found = [one for page in pages for day in page["brief"]["days"] for one in day["statements"]]
    assert len(found) == pages[0]["statements"]


def test_all_that_someone_said_is_on_their_pages(heavy: TestClient) -> None:
    person = heavy_addresses(heavy)["person"]
    pages = [heavy.get(twin(one)).json() for one in turned(heavy, person)]
    sheet = pages[0]["actors"][0]
    said = {one["statement"] for page in pages for day in page["actors"][0]["days"] for one in day["statements"]}
    lines = {one["position"] for page in pages for one in page["actors"][0]["positions"]}
    assert (len(said), len(lines)) == (sheet["statements"], sheet["lines"])
    assert sheet["statements"] == STATEMENTS // 5


def test_the_table_of_a_story_has_every_cell_on_some_page(heavy: TestClient) -> None:
    table = heavy_addresses(heavy)["positions of a story"]
    first = heavy.get(twin(table)).json()["stories"][0]
    cells = 0
    for row in range(1, first["rows"]["leaves"] + 1):
        for column in range(1, first["columns"]["leaves"] + 1):
            (part,) = heavy.get(f"{twin(table)}&page={row}&columns={column}").json()["stories"] or (first,)
            cells += sum(cell is not None for issue in part["issues"] for cell in issue["cells"])
    story = heavy.get(twin(heavy_addresses(heavy)["story"])).json()["brief"]
    turned_over = sum(one["before"] is not None for one in story["positions"])
    assert cells + turned_over <= story["more_positions"] + len(story["positions"])
    assert cells > len(story["positions"])


def test_what_two_hands_have_is_counted_as_it_is_listed(heavy: TestClient) -> None:
    found = turned(heavy, heavy_addresses(heavy)["comparison of a story"])
    pages = [heavy.get(twin(one)).json()["comparison"] for one in found]
    for side in ("both", "left_alone", "right_alone", "differences"):
        assert sum(len(page[side]) for page in pages) == pages[0]["tally"][side], side


def test_a_line_that_was_taken_often_is_counted_in_full(heavy: TestClient) -> None:
    (often, *_) = [one for one in heavy.get(twin(heavy_addresses(heavy)["person"])).json()["actors"][0]["positions"]
                   if one["times"] > 8]  # fmt: skip
    assert len(often["sayings"]) < often["times"] < often["evidence"]["reports"]


@pytest.mark.parametrize("name", ["common word", "words of a party", "words of an issue", "by meaning"])
def test_a_facet_of_a_long_search_counts_the_list_that_it_leads_to(heavy: TestClient, name: str) -> None:
    search = heavy_addresses(heavy)[f"search, {name}"]
    page = heavy.get(twin(search)).json()
    assert page["total"] == (MOST_LATEST if page["latest_first"] else MOST_RESULTS) or not page["more"]
    counted = {(facet["name"], one["value"]): one["results"] for facet in page["facets"] for one in facet["values"][:2]}
    listed = {(facet, value): heavy.get(f"{twin(search)}&{urlencode({facet: value})}").json()["total"]
              for facet, value in counted}  # fmt: skip
    assert page["total"] > 0
    assert listed == counted


def test_a_search_that_finds_more_than_it_counts_says_so(heavy: TestClient) -> None:
    page = read(heavy, "/search?q=in:said")  # all that was said
    assert f"{MOST_LATEST} results for “in:said”, the latest of many; more words find fewer" in words(page)


def test_a_page_that_there_is_not_is_told_with_how_many_there_are(heavy: TestClient) -> None:
    answer = heavy.get("/articles?page=9999")
    assert answer.status_code == 400
    assert "give a number from 1 to" in answer.text.lower()


def test_every_page_of_a_large_record_says_which_of_how_many_it_is(heavy: TestClient) -> None:
    assert "page 2 of" in words(read(heavy, "/articles?page=2"))


@pytest.mark.parametrize("name", ["chart of a story", "chart of a person"])
def test_a_chart_counts_all_that_its_page_has(heavy: TestClient, name: str) -> None:
    address = heavy_addresses(heavy)[name]
    chart = heavy.get(address).json()
    drawn = len(chart["marks"]) + sum(bar["statements"] for bar in chart["bars"])
    assert drawn + chart["undated"] == chart["statements"] == sum(row["statements"] for row in chart["rows"])
    assert drawn > 0


def test_a_search_that_is_kept_is_answered_as_it_was(year: Path, heavy: TestClient) -> None:
    search = heavy_addresses(heavy)["search, common word"]
    anew, again = open_client(year).get(search).text, heavy.get(search).text
    assert heavy.get(search).text == again == anew


def test_the_statement_that_shows_a_position_best_is_that_which_a_page_would_choose(year: Path) -> None:
    with open_view(year) as view:
        shelf = Shelf(view)
        for position in view.positions():
            best = view.position_best(position.id)
            assert best == _best([shelf.statement(one) for one in position.statements], shelf)


@pytest.mark.parametrize("facet", ["party", "issue", "outlet", "day"])
def test_what_reports_a_part_of_a_story_is_told_from_its_statements(heavy: TestClient, year: Path, facet: str) -> None:
    story = heavy_addresses(heavy)["story"].rpartition("/")[2]
    every = Slice(limit=100_000)
    with open_view(year) as view:
        value = max(view.tally(story, facet, 100), key=lambda one: one[1])[0]
        part = Extent(scope=story, **{facet: value})
        said = view.in_order(part, every)
        assert len(said) == view.statements_in(part)
        known = frozenset(view.articles_of(Extent(scope=story), every))
        reporting = {view.attribution(one).article for each in said for one in each.attributions}  # type: ignore[union-attr]
        assert set(view.articles_of(part, every)) == reporting & known
        if facet != "outlet":
            tellers = {one.id: {article for value in one.values for article in value.articles}
                       for one in view.discrepancies(story=story)}  # fmt: skip
            told = {difference for difference, articles in tellers.items() if len(articles & reporting) > 1}
            assert {one.id for one in view.differences_page(part, every)} == told


@pytest.mark.slow
def test_two_hundred_readers_get_whole_pages_while_a_build_writes(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    subprocess.run(build_command(COVERAGE, record), check=True, capture_output=True)
    before = open_client(record).get("/stories.json").json()["counts"]["articles"]
    with served(record) as base, build_beside(record, tmp_path, NEW) as building:
        crowd = Crowd(base=base, addresses=tuple(addresses(open_client(record)).values()), readers=READERS)
        crowd.read(seconds=15.0)
        assert building.wait(timeout=300) == 0
    assert crowd.faults == []
    assert len(crowd.seconds) >= READERS
    assert open_client(record).get("/stories.json").json()["counts"]["articles"] == before + NEW
