"""Changing the record from a page: only with the token, only from our own pages, by the same steps as the commands."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.read.server import Answer, serving
from tests.web.serving import HERE, HOSTILE, built, read, words

from onrecord.cli.desk import Desk
from onrecord.read import WebOptions
from onrecord.records.errors import InputError
from onrecord.store import create, open_view
from onrecord.web.app import create_app
from onrecord.web.options import ServeOptions, check

KNOWN = "to its editors alone"
OURS = {"sec-fetch-site": "same-origin", "authorization": f"Bearer {KNOWN}"}
PASTED = (
    "Harbour Daily\nSund keeps its dues\n\nMay 6, 2031\n\n“The dues stay,” Port Minister Ilse Oram said on Monday.\n"
)


def open_desk(record: Path, **how: Any) -> TestClient:
    app = create_app(ServeOptions(record=record, token=KNOWN, edit=True), Desk(record=record, **how))
    return TestClient(app, base_url=HERE, follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return built({"second.txt": HOSTILE["evil/second.txt"], "quay.txt": HOSTILE["shalom.txt"]}, tmp_path / "own.db")


@pytest.fixture
def desk(own: Path) -> TestClient:
    return open_desk(own)


def people(desk: TestClient) -> dict[str, str]:
    return {one["name"]: one["actor"] for one in desk.get("/people.json").json()["people"]}


def test_to_be_changed_a_record_needs_a_token(record: Path) -> None:
    with pytest.raises(InputError, match="--edit"):
        check(ServeOptions(record=record, edit=True))


def test_on_this_machine_the_token_is_asked_for_changes_only(desk: TestClient, record: Path) -> None:
    assert desk.get("/stories").status_code == 200
    assert desk.post("/add", data={"text": PASTED}, headers={"sec-fetch-site": "same-origin"}).status_code == 401
    elsewhere = ServeOptions(record=record, host="192.0.2.7", token=KNOWN, edit=True)
    assert not elsewhere.is_open


def test_without_edit_there_is_nothing_to_send_to(client: TestClient) -> None:
    for address in ("/add", "/people/p1/join", "/statements/s1/separate", "/judgements/j1/undo"):
        answer = client.post(address, data={"text": PASTED}, headers={"sec-fetch-site": "same-origin"})
        assert answer.status_code in {404, 405}, address
    assert "/add" not in client.get("/stories").text


@pytest.mark.parametrize("sent", [{"sec-fetch-site": "cross-site"}, {"origin": "http://elsewhere.example"}])
def test_another_site_changes_nothing_even_with_the_token(desk: TestClient, sent: dict[str, str]) -> None:
    answer = desk.post("/add", data={"text": PASTED}, headers={**sent, "authorization": f"Bearer {KNOWN}"})
    assert answer.status_code == 403
    assert len(desk.get("/articles.json").json()["sources"]) == 2


def test_forms_are_there_for_who_knows_the_token(desk: TestClient) -> None:
    assert html.document_fromstring(desk.get("/add").text).xpath("//textarea") == []
    shown = html.document_fromstring(desk.get("/add", headers=OURS).text)
    assert shown.xpath("//form[@method='post']/@enctype") == ["multipart/form-data"]


def test_a_pasted_text_is_an_article_of_the_record(desk: TestClient) -> None:
    answer = desk.post("/add", data={"text": PASTED.replace("\n", "\r\n"), "name": "../daily.txt"}, headers=OURS)
    assert answer.status_code == 303
    page = read(desk, answer.headers["location"])
    assert "Sund keeps its dues" in words(page.find(".//h1"))
    assert "daily.txt" in [words(one) for one in page.xpath("//dt[.='Archived as']/following-sibling::dd/bdi")]


def test_a_file_is_archived_byte_for_byte(desk: TestClient) -> None:
    content = PASTED.encode("utf-16")
    answer = desk.post("/add", files={"file": ("sund.txt", content, "text/plain")}, headers=OURS)
    assert desk.get(answer.headers["location"] + "/capture").content == content


def test_what_cannot_be_read_leads_to_the_reason(desk: TestClient) -> None:
    answer = desk.post("/add", files={"file": ("picture.txt", b"\x00\x01\x02", "text/plain")}, headers=OURS)
    assert answer.headers["location"] == "/rejected"
    assert "picture.txt" in desk.get("/rejected").text


def test_the_same_added_twice_changes_nothing(desk: TestClient) -> None:
    first, again = (desk.post("/add", data={"text": PASTED}, headers=OURS).headers["location"] for _ in range(2))
    assert first == again
    assert len(desk.get("/articles.json").json()["sources"]) == 3


def test_the_first_article_of_an_empty_record_can_be_pasted(tmp_path: Path) -> None:
    create(tmp_path / "new.db")
    desk = open_desk(tmp_path / "new.db")
    assert desk.post("/add", data={"text": PASTED}, headers=OURS).headers["location"].startswith("/articles/")


def test_adding_reads_by_the_steps_by_which_the_rest_was_read(desk: TestClient, own: Path) -> None:
    with open_view(own) as view:
        before = view.read_by
    desk.post("/add", data={"text": PASTED}, headers=OURS)
    with open_view(own) as view:
        assert view.read_by == before


@pytest.mark.parametrize("sent", [{}, {"text": "   "}])
def test_nothing_to_add_is_told(desk: TestClient, sent: dict[str, str]) -> None:
    answer = desk.post("/add", data=sent, headers=OURS)
    assert answer.status_code == 400
    assert "paste the article" in answer.text.lower()


def test_a_form_that_is_too_long_is_refused_before_it_is_read(desk: TestClient) -> None:
    answer = desk.post("/add", content=b"", headers={**OURS, "content-length": "99000000"})
    assert answer.status_code == 413


def test_two_names_are_joined_and_the_judgement_is_listed(desk: TestClient) -> None:
    desk.post("/add", data={"text": PASTED.replace("Ilse Oram", "Anja Tarn")}, headers=OURS)
    found = people(desk)
    sent = {"other": "Anja Tarn", "why": "she married", "by": "Ada"}
    answer = desk.post(f"/people/{found['Ilse Oram']}/join", data=sent, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/people/{found['Ilse Oram']}#judged-h")
    assert not {"Ilse Oram", "Anja Tarn"} <= set(people(desk))
    assert "she married" in words(read(desk, f"/people/{found['Ilse Oram']}"))
    assert "she married" in words(read(desk, "/judgements"))
    (one,) = desk.get("/judgements.json").json()["lines"]
    assert (one["by"], one["why"]) == ("Ada", "she married")


def test_what_was_judged_is_taken_back(desk: TestClient) -> None:
    desk.post("/add", data={"text": PASTED.replace("Ilse Oram", "Anja Tarn")}, headers=OURS)
    before = people(desk)
    desk.post(f"/people/{before['Ilse Oram']}/join", data={"other": "Anja Tarn", "by": "Ada"}, headers=OURS)
    (one,) = desk.get("/judgements.json").json()["lines"]
    desk.post(f"/judgements/{one['judgement']}/undo", headers=OURS)
    assert people(desk) == before


def test_a_name_that_was_joined_is_separated(desk: TestClient) -> None:
    desk.post("/add", data={"text": PASTED.replace("Port Minister Ilse Oram", "Oram")}, headers=OURS)
    before = people(desk)
    desk.post(f"/people/{before['Ilse Oram']}/join", data={"other": "Oram", "by": "Ada"}, headers=OURS)
    joined = people(desk)
    assert "Oram" not in joined
    answer = desk.post(f"/people/{joined['Ilse Oram']}/separate", data={"name": "Oram", "by": "Ada"}, headers=OURS)
    assert answer.status_code == 303, answer.text
    assert people(desk).keys() == before.keys()


def test_names_of_an_article_are_someone_elses(desk: TestClient) -> None:
    desk.post("/add", data={"text": PASTED, "name": "daily.txt"}, headers=OURS)
    oram = people(desk)["Ilse Oram"]
    page = html.document_fromstring(desk.get(f"/people/{oram}", headers=OURS).text)
    assert "daily.txt “Ilse Oram”" in [words(one) for one in page.xpath("//label[input/@name='article']")]
    sent = {"article": ["", "daily.txt"], "by": "Ada"}
    answer = desk.post(f"/people/{oram}/separate", data=sent, headers=OURS)
    assert answer.status_code == 303, answer.text
    found = desk.get("/people.json").json()["people"]
    assert [one["name"] for one in found].count("Ilse Oram") == 2
    assert "Ilse Oram in daily.txt is not Ilse Oram in " in words(read(desk, answer.headers["location"]))


def test_an_actor_is_renamed(desk: TestClient) -> None:
    oram = people(desk)["Ilse Oram"]
    answer = desk.post(f"/people/{oram}/rename", data={"name": "Ilse Oram-Tarn", "by": "Ada"}, headers=OURS)
    page = read(desk, answer.headers["location"])
    assert words(page.find(".//h1")) == "Ilse Oram-Tarn"
    assert "Ilse Oram is called Ilse Oram-Tarn" in words(page)


def statements(desk: TestClient) -> dict[str, dict[str, Any]]:
    """The statements of the record by their words."""
    told = [one for story in desk.get("/stories.json").json()["stories"] for one in [story["head"]["story"]]]
    briefs = (desk.get(f"/stories/{one}.json?whole=1").json()["brief"] for one in told)
    ids = {one["statement"] for brief in briefs for day in brief["days"] for one in day["statements"]}
    pages = (desk.get(f"/statements/{one}.json").json() for one in sorted(ids))
    return {page["text"]: page for page in pages}


SAILS = '"Nobody </q><iframe src=javascript:alert(4)> sails for free into my port,"'


@pytest.fixture
def twice(desk: TestClient) -> TestClient:
    """A record in which two articles have one quotation, and one has another."""
    desk.post("/add", data={"text": AGAIN, "name": "again.txt"}, headers=OURS)
    desk.post("/add", data={"text": PASTED, "name": "daily.txt"}, headers=OURS)
    return desk


AGAIN = PASTED.replace("The dues stay", SAILS.strip('",')).replace("May 6", "May 5")


def test_a_report_that_is_separated_is_a_statement_of_its_own(twice: TestClient) -> None:
    (page,) = (one for one in statements(twice).values() if len(one["reports"]) == 2)
    statement, report = page["line"]["statement"], page["reports"][1]["attribution"]
    sent = {"report": report, "by": "Ada", "why": "said again on Monday"}
    answer = twice.post(f"/statements/{statement}/separate", data=sent, headers=OURS)
    assert answer.status_code == 303, answer.text
    shown = twice.get(answer.headers["location"].replace("#judged-h", ".json")).json()
    assert len(shown["reports"]) == 1
    assert {"judged not to be one statement by Ada on"} == {
        one["reasons"][0][:40] for one in shown["links"] if one["other"]
    }
    assert "said again on Monday" in words(read(twice, answer.headers["location"]))
    assert "is not the same statement as" in words(read(twice, "/judgements"))


def test_two_statements_are_joined_and_what_was_judged_is_taken_back(twice: TestClient) -> None:
    before = statements(twice)
    one, other = (next(page for text, page in before.items() if words in text) for words in ("sails", "dues stay"))
    sent = {"other": ["", other["line"]["statement"]], "by": "Ada"}
    answer = twice.post(f"/statements/{one['line']['statement']}/join", data=sent, headers=OURS)
    assert answer.status_code == 303, answer.text
    shown = twice.get(answer.headers["location"].replace("#judged-h", ".json")).json()
    assert len(shown["reports"]) == len(one["reports"]) + len(other["reports"])
    (judged,) = shown["judgements"]
    twice.post(f"/judgements/{judged['judgement']}/undo", headers=OURS)
    assert statements(twice) == before


def test_a_statement_that_was_joined_away_leads_to_where_its_reports_are(twice: TestClient) -> None:
    found = [page["line"]["statement"] for text, page in statements(twice).items() if "sails" in text or "stay" in text]
    answers = []
    for one, other in (found, found[::-1]):
        answers.append(twice.post(f"/statements/{one}/join", data={"other": other, "by": "Ada"}, headers=OURS))
        (judged,) = twice.get("/judgements.json").json()["lines"]
        assert twice.get(answers[-1].headers["location"]).status_code == 200
        twice.post(f"/judgements/{judged['judgement']}/undo", headers=OURS)
    assert answers[0].headers["location"] == answers[1].headers["location"]


def test_the_address_of_a_statement_that_was_joined_away_leads_to_the_one_that_has_its_reports(
    twice: TestClient,
) -> None:
    found = [page["line"]["statement"] for text, page in statements(twice).items() if "sails" in text or "stay" in text]
    joined = send(twice, f"/statements/{found[0]}/join.json", other=found[1:], by="Ada")
    (gone,) = set(found) - {joined["id"]}
    for ending in ("", ".json", "/origins", "/origins.json", "/origins.svg"):
        answer = twice.get(f"/statements/{gone}{ending}")
        assert answer.status_code == 307, ending
        assert answer.headers["location"] == f"/statements/{joined['id']}{ending}?was={gone}"
        assert twice.get(answer.headers["location"]).status_code == 200
    assert f"The statement {gone}, to which your link led, is part of this one now." in words(
        read(twice, f"/statements/{joined['id']}?was={gone}")
    )
    told = twice.post(f"/statements/{gone}/join.json", json={"other": found, "by": "Ada"}, headers=BEARER)
    assert (told.status_code, joined["id"] in told.json()["detail"]) == (404, True)
    send(twice, f"/judgements/{joined['judgements'][0]}/undo.json")
    assert twice.get(f"/statements/{gone}").status_code == 200


def test_no_page_says_that_it_took_in_what_it_did_not(twice: TestClient) -> None:
    statement = next(iter(statements(twice).values()))["line"]["statement"]
    for was in (statement, "s0123456789abcdef", "<b>"):
        assert "to which your link led" not in twice.get(f"/statements/{statement}", params={"was": was}).text


def test_the_address_of_a_story_that_went_into_another_leads_to_it(own: Path, desk: TestClient) -> None:
    with open_view(own) as view:
        (story,) = (one for one in view.stories() if one.also)
    answer = desk.get(f"/stories/{story.also[0]}.atom")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/stories/{story.id}.atom?was={story.also[0]}")
    assert "The story" in words(read(desk, f"/stories/{story.id}?was={story.also[0]}").find_class("moved")[0])


def test_a_report_is_given_to_another_speaker_or_to_nobody(twice: TestClient) -> None:
    page = next(page for text, page in statements(twice).items() if "dues stay" in text)
    statement, (report,) = page["line"]["statement"], [one["attribution"] for one in page["reports"]]
    sent = {"report": report, "speaker": "nobody", "by": "Ada"}
    answer = twice.post(f"/statements/{statement}/assign", data=sent, headers=OURS)
    assert "Speaker not told" in words(read(twice, answer.headers["location"]).find_class("byline")[0])


@pytest.mark.parametrize("form", ["join", "separate", "assign"])
def test_a_form_in_which_nothing_was_chosen_is_refused_with_the_mend(twice: TestClient, form: str) -> None:
    statement = next(iter(statements(twice).values()))["line"]["statement"]
    answer = twice.post(f"/statements/{statement}/{form}", data={"by": "Ada", "speaker": "Oram"}, headers=OURS)
    assert answer.status_code == 400
    assert twice.get("/judgements.json").json()["lines"] == []


@pytest.mark.parametrize("address", ["/people/p1/chart.json", "/statements/s1/origins.svg"])
def test_what_is_only_read_is_not_told_to_take_a_form(desk: TestClient, address: str) -> None:
    assert "POST" not in desk.options(address, headers=OURS).headers["allow"]
    assert "POST" in desk.get("/statements/s1/join").headers["allow"]


def test_a_form_that_is_none_is_nowhere(desk: TestClient) -> None:
    answer = desk.post("/statements/s1/burn", data={"by": "Ada"}, headers=OURS)
    assert answer.status_code == 404


def test_forms_of_a_statement_are_there_for_who_knows_the_token(twice: TestClient) -> None:
    (page,) = (one for one in statements(twice).values() if len(one["reports"]) == 2)
    address = f"/statements/{page['line']['statement']}"
    assert read(twice, address).xpath("//main//form") == []
    shown = html.document_fromstring(twice.get(address, headers=OURS).text)
    assert [one.rpartition("/")[2] for one in shown.xpath("//main//form/@action")] == ["join", "separate", "assign"]


def test_a_judgement_of_nobody_is_refused(desk: TestClient) -> None:
    oram = people(desk)["Ilse Oram"]
    answer = desk.post(f"/people/{oram}/join", data={"other": "Tavo Renn", "by": ""}, headers=OURS)
    assert answer.status_code == 400
    assert "say who judges" in answer.text.lower()


def test_a_name_that_nobody_has_is_told(desk: TestClient) -> None:
    oram = people(desk)["Ilse Oram"]
    answer = desk.post(f"/people/{oram}/join", data={"other": "Walrus", "by": "Ada"}, headers=OURS)
    assert answer.status_code == 400
    assert "Walrus" in answer.text


@pytest.mark.parametrize(
    "address", ["/people/p0/rename", "/statements/s0/join", "/judgements/j0/undo", "/searches/q0/forget"]
)
def test_what_is_not_there_cannot_be_changed(desk: TestClient, address: str) -> None:
    answer = desk.post(address, data={"by": "Ada", "name": "Oram", "other": "s1"}, headers=OURS)
    assert answer.status_code == 404


def test_an_article_of_a_form_that_is_not_there_is_a_fault_of_the_form(desk: TestClient) -> None:
    oram = people(desk)["Ilse Oram"]
    sent = {"article": "nowhere.txt", "by": "Ada"}
    assert desk.post(f"/people/{oram}/separate", data=sent, headers=OURS).status_code == 400


def test_without_a_length_a_form_is_not_read(desk: TestClient) -> None:
    def pieces() -> object:
        yield b"text=x"

    answer = desk.post("/add", content=pieces(), headers=OURS)  # type: ignore[arg-type]
    assert answer.status_code == 411


def test_a_search_is_kept_by_name_with_what_it_is_narrowed_to(desk: TestClient) -> None:
    sent = {"name": "Dues of Sund", "q": "dues -red", "way": "words", "by": "Ada"}
    answer = desk.post("/searches", data=sent, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/searches")
    page = read(desk, "/searches")
    (found, feed, twin) = (link.get("href") for link in page.xpath("//ul[@class='sources']//a"))
    assert (found, feed) == ("/search?q=dues+-red&way=words", "/search.atom?q=dues+-red&way=words")
    assert [desk.get(one).status_code for one in (found, feed, twin)] == [200, 200, 200]
    assert "Dues of Sund" in words(page)
    assert "kept by Ada" in words(page)


def test_a_search_kept_under_a_name_that_there_is_takes_its_place(desk: TestClient) -> None:
    for query in ("dues", "quay"):
        desk.post("/searches", data={"name": "Mine", "q": query, "by": "Ada"}, headers=OURS)
    (kept,) = desk.get("/searches.json").json()["searches"]
    assert kept["query"] == "quay"
    assert desk.post(f"/searches/{kept['id']}/forget", headers=OURS).status_code == 303
    assert desk.get("/searches.json").json()["searches"] == []


@pytest.mark.parametrize("sent", [{"name": ""}, {"by": ""}, {"q": "speker:Oram"}, {"q": ""}])
def test_a_search_that_cannot_be_kept_is_told(desk: TestClient, sent: dict[str, str]) -> None:
    answer = desk.post("/searches", data={"name": "Mine", "q": "dues", "by": "Ada"} | sent, headers=OURS)
    assert answer.status_code == 400
    assert desk.get("/searches.json").json()["searches"] == []


def test_who_does_not_know_the_token_keeps_no_search(desk: TestClient) -> None:
    sent = {"name": "Mine", "q": "dues", "by": "Ada"}
    assert desk.post("/searches", data=sent, headers={"sec-fetch-site": "same-origin"}).status_code == 401
    assert "Save this search" not in desk.get("/search?q=dues").text


def send(desk: TestClient, address: str, **sent: Any) -> Any:
    """What a program that knows the token is answered."""
    answer = desk.post(address, json=sent or None, headers=BEARER)
    assert answer.status_code == 200, answer.text
    return answer.json()


BEARER = {"authorization": f"Bearer {KNOWN}"}


def test_a_program_adds_an_article_and_is_told_its_id(desk: TestClient) -> None:
    added = send(desk, "/add.json", text=PASTED, name="daily.txt")
    assert added["address"] == f"/articles/{added['id']}"
    assert desk.get(f"{added['address']}.json").json()["source"]["headline"] == "Sund keeps its dues"


def test_a_program_sends_a_file_as_base64(desk: TestClient) -> None:
    added = send(desk, "/add.json", file=base64.b64encode(PASTED.encode()).decode(), name="daily.txt")
    assert desk.get(f"{added['address']}/capture").content == PASTED.encode()


def test_what_is_at_an_address_is_added(own: Path) -> None:
    page = f"<html><body><article>{''.join(f'<p>{one}</p>' for one in PASTED.splitlines())}</article></body></html>"
    with serving() as outlet:
        outlet.answers["/dues"] = Answer(body=page.encode())
        web = WebOptions(allowed_hosts=frozenset({outlet.host}), pause_seconds=0)
        desk = open_desk(own, web=web)
        added = send(desk, "/add.json", url=outlet.url("/dues"))
        (found,) = desk.get(f"/articles/{added['id']}.json").json()["found"]
        assert found["url"] == outlet.url("/dues")
        sent = desk.post("/add", data={"url": outlet.url("/none")}, headers=OURS)
    assert sent.headers["location"] == "/rejected"
    assert "there is no such page (404)" in words(read(desk, "/rejected"))


@pytest.mark.parametrize("url", ["quay.example/dues", "file:///etc/passwd", "http://127.0.0.1:9/"])
def test_an_address_that_is_none_of_the_net_is_not_fetched(desk: TestClient, url: str) -> None:
    answer = desk.post("/add.json", json={"url": url}, headers=BEARER)
    assert answer.status_code == 400 or answer.json()["rejected"] == 1
    assert len(desk.get("/articles.json").json()["sources"]) == 2


def test_a_program_corrects_and_takes_it_back(desk: TestClient) -> None:
    oram = people(desk)["Ilse Oram"]
    changed = send(desk, f"/people/{oram}/rename.json", name="I. Oram", by="Ada")
    assert (changed["address"], changed["id"]) == (f"/people/{oram}", oram)
    assert "I. Oram" in people(desk)
    (judged,) = changed["judgements"]
    assert send(desk, f"/judgements/{judged}/undo.json")["address"] == "/judgements"
    assert "I. Oram" not in people(desk)


def test_a_role_and_an_id_are_given_to_an_actor_from_its_page(desk: TestClient) -> None:
    oram = people(desk)["Ilse Oram"]
    sent = {"role": "harbour warden", "wikidata": "Q900001", "affiliation": "", "by": "Ada", "why": "the gazette"}
    answer = desk.post(f"/people/{oram}/describe", data=sent, headers=OURS)
    assert answer.headers["location"] == f"/people/{oram}#judged-h"
    shown = words(read(desk, f"/people/{oram}"))
    assert "harbour warden" in shown
    assert "Wikidata Q900001" in shown
    assert "Ilse Oram has the role “harbour warden”" in shown
    assert send(desk, f"/people/{oram}/describe.json", wikidata="none", by="Ada")["id"] == oram
    assert "Wikidata Q900001" not in words(read(desk, f"/people/{oram}").find_class("lede")[0])


def test_a_program_joins_and_separates_reports(twice: TestClient) -> None:
    before = statements(twice)
    one, other = (next(page for text, page in before.items() if words in text) for words in ("sails", "dues stay"))
    joined = send(
        twice, f"/statements/{one['line']['statement']}/join.json", other=[other["line"]["statement"]], by="Ada"
    )
    reports = [each["attribution"] for each in twice.get(f"{joined['address']}.json").json()["reports"]]
    parted = send(twice, f"{joined['address']}/separate.json", report=reports[:1], by="Ada", unsure=True)
    assert len(twice.get(f"{parted['address']}.json").json()["reports"]) < len(reports)


def test_a_program_keeps_a_search_and_lets_it_go(desk: TestClient) -> None:
    kept = send(desk, "/searches.json", name="Dues", q="dues", by="Ada", way="words")
    (found,) = desk.get("/searches.json").json()["searches"]
    assert (found["id"], found["facets"]) == (kept["id"], [["way", "words"]])
    send(desk, f"/searches/{kept['id']}/forget.json")
    assert desk.get("/searches.json").json()["searches"] == []


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 400),
        ({"content": b"by=Ada", "headers": {"content-type": "text/plain"}}, 415),
        ({"json": {"by": "Ada", "name": "I. Oram", "wy": "typed wrong"}}, 422),
        ({"json": {"by": "Ada"}}, 422),
        ({"json": {"by": " ", "name": "I. Oram"}}, 400),
    ],
)
def test_json_that_does_not_fit_changes_nothing_and_says_why(desk: TestClient, sent: Any, status: int) -> None:
    oram = people(desk)["Ilse Oram"]
    answer = desk.post(f"/people/{oram}/rename.json", **{**sent, "headers": {**BEARER, **sent.get("headers", {})}})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["mend"]
    assert "Ilse Oram" in people(desk)


def test_a_program_without_the_token_is_asked_for_it(desk: TestClient) -> None:
    answer = desk.post("/add.json", json={"text": PASTED})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith(("Basic", "Bearer"))
