"""Every page and its twin, with a record that is known to the word."""

from __future__ import annotations

import hashlib
import re
from http import HTTPStatus
from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient
from tests.pages.coverage import TEXTS
from tests.postgres import Cluster
from tests.web.serving import HERE, HOSTILE, LATER, addresses, built, open_client, read, twin, words

from onrecord.web.routes import SERVED

PAGES = (
    "stories", "story", "part of a story", "whole story", "origins of a story", "statement", "origins of a statement",
    "positions", "compare", "articles", "article", "place in an article", "rejected", "people", "person", "search",
    "no search", "saved searches", "judgements", "versions",
)  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def pages(client: TestClient) -> dict[str, str]:
    return addresses(client)


def test_every_page_is_tried_here(pages: dict[str, str]) -> None:
    assert set(pages) == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_headline_and_leads_to_its_twin(client: TestClient, pages: dict[str, str], name: str) -> None:
    page = read(client, pages[name])
    assert len(page.findall(".//h1")) == 1
    (alternate,) = page.xpath("//link[@rel='alternate'][@type='application/json']/@href")
    assert client.get(alternate).json() == client.get(twin(pages[name])).json()


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, pages: dict[str, str], name: str) -> None:
    page = read(client, pages[name])
    links = {link.partition("#")[0] for link in page.xpath("//@href | //@src") if not link.startswith("#")}
    broken = {link: status for link in links if (status := client.get(link).status_code) not in {200, 307}}
    assert broken == {}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_names_by_an_anchor_is_on_it(client: TestClient, pages: dict[str, str], name: str) -> None:
    page = read(client, pages[name])
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//@href[starts-with(., '#')]")} <= set(ids)


def test_the_first_address_leads_to_the_stories(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/stories"


def test_a_number_leads_to_the_exact_words_in_the_article(client: TestClient, pages: dict[str, str]) -> None:
    for citation in client.get(twin(pages["statement"])).json()["citations"]:
        address = f"/articles/{citation['article']}?at={citation['start']}-{citation['end']}"
        marked = read(client, address).xpath("//mark")
        assert " ".join("".join(one.text_content() for one in marked).split()) == " ".join(citation["exact"].split())


def test_a_place_beyond_the_text_is_told(client: TestClient, pages: dict[str, str]) -> None:
    answer = client.get(f"{pages['article']}?at=0-999999")
    assert answer.status_code == 400
    assert "give a place within" in answer.text.lower()


def test_an_article_has_every_word_of_its_file_and_folds_the_furniture(client: TestClient) -> None:
    page = read(client, "/articles/a1")
    (archived,) = page.xpath("//div[@class='archived']")
    for margin in archived.xpath(".//*[@class='margin' or @class='n' or @class='kind']"):
        margin.drop_tree()
    folded = archived.xpath(".//details")
    assert [words(one.find("p")) for one in folded] == ["Read also: Ten lighthouses you must see"]
    for one in archived.xpath(".//summary"):
        one.drop_tree()
    assert "".join(archived.text_content().split()) == "".join(TEXTS["harbour/beacon.txt"].split())


def test_what_was_read_in_an_article_is_marked_by_its_role(client: TestClient) -> None:
    page = read(client, "/articles/a1")
    (archived,) = page.xpath("//div[@class='archived']")
    marked = {
        part: [words(one) for one in archived.xpath(f".//span[contains(@class, '{part}')]")]
        for part in ("source", "cue", "content")
    }
    assert "Oram" in marked["source"]
    assert "told" in marked["cue"]
    assert "“Nobody sails for free into my port,”" in marked["content"]


def test_the_margin_names_who_speaks_beside_the_words(client: TestClient) -> None:
    page = read(client, "/articles/a1")
    margin = [words(one) for one in page.xpath("//ul[@class='margin']/li")]
    assert [line for line in margin if "through Union Wire" in line]
    assert all("Ilse Oram" in line for line in margin)


def test_the_archived_bytes_are_handed_out_as_a_file(client: TestClient) -> None:
    answer = client.get("/articles/a1/capture")
    assert answer.content == TEXTS["harbour/beacon.txt"].encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''beacon.txt"
    shown = words(read(client, "/articles/a1").xpath("//dt[.='SHA-256']/following-sibling::dd")[0])
    assert shown == hashlib.sha256(answer.content).hexdigest()


def test_an_article_tells_each_place_at_which_its_bytes_were_found(tmp_path: Path) -> None:
    text = HOSTILE["shalom.txt"]
    record = built({"a.txt": text, "copies/b.txt": text}, tmp_path / "record.db")
    client = open_client(built({"a.txt": text}, record, LATER))
    (source,) = client.get("/articles.json").json()["sources"]
    found = client.get(f"/articles/{source['article']}.json").json()["found"]
    assert [(one["path"], one["seen_at"][:10], one["last_seen_at"][:10]) for one in found] == [
        ("a.txt", "2031-05-12", "2031-05-13"),
        ("copies/b.txt", "2031-05-12", "2031-05-12"),
    ]
    page = read(client, f"/articles/{source['article']}")
    (told,) = page.xpath("//dt[.='Found at 2 places']/following-sibling::dd")
    assert words(told) == (
        "a.txt text/plain, seen 12 May 2031, 08:00, last 13 May 2031, 08:00 UTC "
        "copies/b.txt text/plain, seen 12 May 2031, 08:00 UTC"
    )
    assert f"/articles/{source['article']}/capture" in page.xpath("//dd//a/@href")


def test_the_archived_text_is_plain(client: TestClient) -> None:
    answer = client.get("/articles/a1/text")
    assert answer.text == TEXTS["harbour/beacon.txt"]
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_a_statement_shows_every_report_beside_the_fullest(client: TestClient, pages: dict[str, str]) -> None:
    page = read(client, pages["statement"])
    told = client.get(twin(pages["statement"])).json()
    versions = page.xpath("//ol[@class='versions']/li")
    assert len(versions) == len(told["reports"]) == 2
    assert [words(one.find("h3/bdi")) for one in versions] == ["The Beacon", "Outlet not told"]


def test_a_statement_tells_why_its_reports_are_one(hostile: TestClient) -> None:
    address = addresses(hostile)["statement"]
    links = hostile.get(twin(address)).json()["links"]
    rows = [words(row) for row in read(hostile, address).xpath("//table[@class='reasons']/tbody/tr")]
    assert len(rows) == len(links) > 0
    assert all(reason in row for row, link in zip(rows, links, strict=True) for reason in link["reasons"])
    assert all(f"{link['score']:.2f}" in row for row, link in zip(rows, links, strict=True))


def test_a_picture_of_origins_is_drawn(client: TestClient, pages: dict[str, str]) -> None:
    answer = client.get(f"{pages['origins of a statement']}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "Union Wire" in answer.text


def test_a_chart_is_of_the_part_that_its_page_is_of(client: TestClient, pages: dict[str, str]) -> None:
    (source,) = read(client, f"{pages['story']}?outlet=Evening+Post").xpath("//figure/@data-source")
    assert [one["outlets"] for one in client.get(source).json()["marks"]] == [["Evening Post"]]


def test_a_stretch_of_days_is_a_part_of_a_story_as_a_day_is(client: TestClient, pages: dict[str, str]) -> None:
    page = client.get(twin(pages["story"]), params={"day": "2031-05-01/2031-05-07"}).json()
    assert [one["on"] for one in page["brief"]["days"]] == ["2031-05-04"]


def test_a_choice_counts_the_statements_that_are_left(client: TestClient, pages: dict[str, str]) -> None:
    choices = client.get(twin(pages["story"])).json()["choices"]
    names = {"parties": "party", "issues": "issue", "outlets": "outlet", "days": "day"}
    asked = [(names[kind], one) for kind in names for one in choices[kind]]
    assert {name for name, _ in asked} == set(names.values())
    for name, one in asked:
        left = client.get(twin(pages["story"]), params={name: one["value"]}).json()["statements"]
        assert left == one["statements"], (name, one)


def test_what_a_story_is_narrowed_to_stays_in_its_links(client: TestClient, pages: dict[str, str]) -> None:
    page = read(client, f"{pages['story']}?outlet=The+Beacon&day=2031-05-04")
    (out,) = page.xpath("//a[@aria-label='Take out the day']/@href")
    assert out.endswith("?outlet=The+Beacon")
    assert page.xpath("//option[@selected]/@value") == ["The Beacon", "2031-05-04"]
    assert "outlet=The+Beacon" in page.xpath("//link[@type='application/json']/@href")[0]


def test_a_part_of_a_story_has_nothing_of_the_rest(client: TestClient, pages: dict[str, str]) -> None:
    brief = client.get(twin(pages["story"]), params={"outlet": "Evening Post"}).json()["brief"]
    outlets = {one for day in brief["days"] for said in day["statements"] for one in said["evidence"]["outlets"]}
    assert outlets == {"Evening Post"}
    assert [one["outlet"] for one in brief["sources"]] == ["Evening Post"]


def test_a_part_that_is_empty_says_what_to_do(client: TestClient, pages: dict[str, str]) -> None:
    page = read(client, f"{pages['story']}?party=Nobody")
    assert "Nothing fits; take one of the choices out." in words(page)


def test_each_facet_counts_the_list_that_it_leads_to(client: TestClient) -> None:
    page = read(client, "/search?q=dues")
    links = page.xpath("//ul[@class='facet']//a")
    assert links
    for link in links:
        count = int(words(link.find("span[@class='meta']")))
        hits = read(client, link.get("href")).xpath("//ol[@class='hits']/li[p[@class='snippet']]")
        assert len(hits) == count, link.get("href")


def test_search_takes_phrases_and_beginnings_of_words(client: TestClient) -> None:
    def found(query: str) -> int:
        return len(client.get("/search.json", params={"q": query}).json()["found"])

    assert found('"sails for free"') > 0
    assert found('"free for sails"') == 0
    assert found('"sail"') == 0
    assert found("sail*") > 0


def test_what_was_said_in_other_words_is_marked_with_the_words(client: TestClient) -> None:
    page = read(client, "/search?q=harbor+fees")
    (heading, *_) = page.xpath("//div[@id='found']/h2")
    assert words(heading) == "In other words"
    assert "harbor: also harbour" in words(page)
    assert page.xpath("//ol[@class='hits']//mark[text()='harbour']")


def test_several_reports_of_one_statement_are_one_result_with_their_count(client: TestClient) -> None:
    found = client.get("/search.json", params={"q": "sails"}).json()["found"]
    assert [(one["reports"], len(one["outlets"]), len(one["others"])) for one in found if one["statement"]] == [
        (2, 1, 1)
    ]


def test_a_result_leads_to_the_statement_and_to_the_place(client: TestClient) -> None:
    page = read(client, "/search?q=sails")
    links = [link.get("href") for link in page.xpath("//ol[@class='hits']/li[1]//a")]
    assert any(re.fullmatch(r"/articles/\w+\?at=\d+-\d+#here", link) for link in links)
    (statement,) = {link for link in links if link.startswith("/statements/")}
    assert "sails" in words(read(client, statement))


@pytest.mark.parametrize("query", ["speker:Oram", "dues OR", "(dues", "-dues", "said:yesterday"])
def test_a_wrong_operator_is_answered_with_its_mend(client: TestClient, query: str) -> None:
    answer = client.get("/search", params={"q": query})
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert "That cannot be asked" in answer.text


def test_a_search_is_a_feed_of_what_came_last_that_it_finds(client: TestClient) -> None:
    page = read(client, "/search?q=dues&outlet=The+Beacon")
    (link,) = page.xpath("//link[@type='application/atom+xml']/@href")
    feed = etree.fromstring(client.get(link).content)
    entries = feed.findall("{*}entry")
    assert len(entries) == client.get("/search.json", params={"q": "dues", "outlet": "The Beacon"}).json()["total"]
    assert feed.findtext("{*}title") == "“dues” on record, The Beacon"
    for entry in entries:
        (alternate,) = entry.findall("{*}link")
        assert client.get(alternate.get("href")).status_code == HTTPStatus.OK


def test_a_feed_of_no_search_is_refused(client: TestClient) -> None:
    assert client.get("/search.atom").status_code == HTTPStatus.BAD_REQUEST


def test_words_that_stand_nowhere_get_a_hint(client: TestClient) -> None:
    assert "Fewer words find more" in words(read(client, "/search?q=walrus"))


def test_two_outlets_are_compared(client: TestClient) -> None:
    comparison = client.get("/compare.json", params={"left": "The Beacon", "right": "Evening Post"}).json()[
        "comparison"
    ]
    assert [one["wording"]["words"] for one in comparison["right_alone"]] == ["“We can talk about the dues,”"]
    assert comparison["both"] == []
    assert {tuple(one["evidence"]["outlets"][:1]) for one in comparison["left_alone"]} == {("The Beacon",)}


def test_an_agency_and_an_outlet_are_compared(client: TestClient) -> None:
    comparison = client.get("/compare.json", params={"left": "Union Wire", "right": "The Beacon"}).json()["comparison"]
    assert [one["wording"]["words"] for one in comparison["both"]] == ["“Nobody sails for free into my port,”"]


def test_one_who_is_not_in_the_story_cannot_be_compared(client: TestClient) -> None:
    answer = client.get("/compare", params={"left": "The Gull"})
    assert answer.status_code == 400
    assert "There are" in answer.text


def test_a_cell_of_the_positions_has_the_present_line_and_its_history(client: TestClient) -> None:
    page = read(client, "/positions")
    (cell,) = page.xpath("//td[@class='is-changed']")
    assert "changed" in words(cell.find("details/summary"))
    assert "before:" in words(cell.find("details"))
    assert "9 May 2031" in words(cell)


def test_a_cell_of_the_positions_has_the_kind_and_the_score_of_its_line(client: TestClient) -> None:
    (cell,) = read(client, "/positions").xpath("//td[@class='is-changed']")
    assert cell.xpath(".//summary/span/@class")[1:2] == ["kind-mark willing"]
    assert "score +1" in words(cell)
    assert "score −4" in words(cell.find("details"))


def test_a_person_page_tells_who_reported_them(client: TestClient, pages: dict[str, str]) -> None:
    sheet = client.get(twin(pages["person"])).json()["actors"][0]
    assert [(one["outlet"], one["statements"]) for one in sheet["reported_by"]] == [
        ("The Beacon", 2),
        ("Evening Post", 1),
    ]
    shown = read(client, pages["person"]).xpath("//dt[.='Reported by']/following-sibling::dd")[0]
    assert words(shown) == "The Beacon 2 statements, Evening Post 1 statement"


@pytest.mark.parametrize("name", ["stories", "story", "person"])
def test_what_grows_has_a_feed_whose_entries_lead_to_pages(
    client: TestClient, pages: dict[str, str], name: str
) -> None:
    page = read(client, pages[name])
    (address,) = page.xpath("//link[@type='application/atom+xml']/@href")
    answer = client.get(address)
    assert answer.headers["content-type"] == "application/atom+xml"
    feed = etree.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        link = entry.find(f"{ATOM}link").get("href")
        assert link.startswith(HERE)
        assert client.get(link.removeprefix(HERE)).status_code == 200
    assert client.get(address).content == answer.content


def test_a_record_that_nobody_watches_has_a_feed_of_news_without_entries(client: TestClient) -> None:
    feed = etree.fromstring(client.get("/news.atom").content)
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.find(f"{ATOM}id").text.startswith("urn:uuid:")


def test_every_twin_is_described_with_its_fields(client: TestClient) -> None:
    api = client.get("/openapi.json").json()
    twins = {path: it["get"] for path, it in api["paths"].items() if path.endswith(".json")}
    assert set(twins) == {f"{one.path}.json" for one in SERVED}
    schemas = [it["responses"]["200"]["content"]["application/json"]["schema"] for it in twins.values()]
    assert all("$ref" in one for one in schemas)
    listed = words(read(client, "/docs"))
    assert [path for path in api["paths"] if path not in listed] == []


def test_an_empty_record_says_what_to_do(empty: TestClient) -> None:
    page = words(read(empty, "/stories"))
    assert "The record is empty" in page
    assert "onrecord build coverage/ -o empty.db" in page


@pytest.mark.parametrize("address", ["/positions", "/compare", "/articles", "/people", "/search?q=dues", "/rejected"])
def test_an_empty_record_has_every_page(empty: TestClient, address: str) -> None:
    assert read(empty, address).find(".//h1") is not None


@pytest.mark.parametrize(
    "address",
    [
        "/stories/y0",
        "/statements/s0",
        "/articles/a0",
        "/people/p0",
        "/stories/y0/origins",
        "/statements/s0/origins",
        "/positions?story=y0",
        "/compare?story=y0",
        "/nowhere",
        "/static/none.css",
    ],
)
def test_what_is_not_there_is_told_with_the_mend(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "What to do:" in answer.text


def test_a_problem_is_json_where_json_was_asked_for(client: TestClient) -> None:
    answer = client.get("/stories/y0.json")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == 404
    assert told["mend"]


@pytest.mark.parametrize("address", ["/people/p0/chart.json", "/people/p0.atom", "/articles/a0/text"])
def test_what_is_not_there_is_told_to_a_program(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"accept": "*/*"})
    assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_a_place_that_is_none_is_not_an_article_that_is_none(client: TestClient, pages: dict[str, str]) -> None:
    answer = client.get(f"{pages['article']}.json?at=here")
    assert answer.status_code == 400
    assert "as at=120-140" in answer.json()["mend"]


def test_an_address_that_makes_no_sense_is_told(client: TestClient, pages: dict[str, str]) -> None:
    answer = client.get(f"{pages['story']}?whole=perhaps")
    assert answer.status_code == 422
    assert "whole" in answer.text


def test_a_search_without_a_word_is_told(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "***"})
    assert answer.status_code == 400
    assert "give a word or a phrase" in answer.text.lower()


def test_a_record_that_went_away_is_told(tmp_path: Path) -> None:
    record = built({"one.txt": HOSTILE["shalom.txt"]}, tmp_path / "gone.db")
    client = open_client(record)
    assert client.get("/stories").status_code == 200
    record.unlink()
    answer = client.get("/stories")
    assert answer.status_code == 503
    assert "gone.db: the record is not there any more" in answer.text


def test_no_problem_tells_where_on_the_machine_the_record_lies(client: TestClient, record: Path) -> None:
    for address in ("/articles/none", "/stories/none", "/search?q=***"):
        assert str(record.parent) not in client.get(address).text


def test_a_record_in_a_database_has_every_page_and_tells_nothing_of_its_server(cluster: Cluster) -> None:
    record = built(HOSTILE, cluster.empty())
    client = open_client(record)
    found = addresses(client)
    assert set(found) == set(PAGES)
    for address in (*found.values(), "/articles/none", "/search?q=***"):
        answer = client.get(address)
        assert answer.status_code < 500, address
        assert str(cluster.folder) not in answer.text, address


def test_what_is_added_meanwhile_is_on_the_next_page(tmp_path: Path) -> None:
    record = built({"one.txt": HOSTILE["shalom.txt"]}, tmp_path / "growing.db")
    client = open_client(record)
    before = len(client.get("/articles.json").json()["sources"])
    built({"two.txt": HOSTILE["evil/second.txt"]}, record)
    assert len(client.get("/articles.json").json()["sources"]) == before + 1


def test_a_page_is_the_same_each_time(client: TestClient, pages: dict[str, str]) -> None:
    for address in pages.values():
        assert client.get(address).text == client.get(address).text


def test_a_head_request_is_answered_without_a_body(client: TestClient) -> None:
    answer = client.head("/stories")
    assert answer.status_code == 200
    assert answer.content == b""


def test_the_address_of_a_file_of_the_program_changes_with_the_file(client: TestClient) -> None:
    (sheet,) = read(client, "/stories").xpath("//link[@rel='stylesheet']/@href")
    assert re.fullmatch(r"/static/onrecord\.css\?v=[0-9a-f]{12}", sheet)


def test_the_beginning_of_a_table_has_no_party_that_says_nothing_in_it(client: TestClient) -> None:
    for table in client.get("/positions.json").json()["stories"]:
        for at in range(len(table["parties"])):
            assert any(row["cells"][at] for row in table["issues"]), table["parties"][at]


def test_a_search_that_finds_nothing_has_nothing_to_narrow(client: TestClient) -> None:
    page = read(client, "/search?q=walrus")
    assert "Nothing in this record has these words, or others that mean the same." in words(page)
    assert page.xpath("//aside") == []


def test_what_is_typed_stands_as_code_among_the_addresses(client: TestClient) -> None:
    page = read(client, "/docs")
    assert "onrecord watch" in {words(one) for one in page.xpath("//section//code")}
    assert "`" not in words(page)
