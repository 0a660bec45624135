"""`onrecord watch`, from feeds on a server of this machine to whoever is told."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.cli.conftest import Call
from tests.cli.watched import GIVES_WAY, KEEPS, SECRET, Desk, Hook, desk_at, lines_of, page
from tests.read.server import Answer

from onrecord.pages.atom import NAMESPACE as ATOM
from onrecord.store import open_view, open_writer, read_last_by


@pytest.fixture
def desk(tmp_path: Path, call: Call) -> Iterator[Desk]:
    with desk_at(tmp_path, call) as grown:
        yield grown


def kinds(file: Path) -> list[str]:
    return [one["type"] for one in lines_of(file)]


def test_what_two_feeds_of_an_opml_hold_is_told_as_new(desk: Desk) -> None:
    told = desk.watch()
    assert told.code == 0, told.err
    assert "NEW STATEMENTS" in told.out
    assert "Ilse Oram (Transport Minister): “Nobody will cross the Ister for nothing,”" in told.out


def test_a_statement_that_two_articles_report_is_told_once(desk: Desk) -> None:
    assert desk.watch().out.count("Nobody will cross") == 1


def test_each_notice_cites_page_and_span(desk: Desk, tmp_path: Path) -> None:
    desk.watch("--jsonl", tmp_path / "n.jsonl")
    with open_view(desk.record) as view:
        for notice in lines_of(tmp_path / "n.jsonl"):
            for place in notice["data"]["places"]:
                article = view.find_article(place["where"])
                assert article.text[place["start"] : place["end"]] == place["exact"]
            assert notice["data"]["places"]


def test_a_round_without_anything_new_says_nothing(desk: Desk) -> None:
    desk.watch()
    again = desk.watch()
    assert (again.code, again.out, again.err) == (0, "", "")


def test_pages_that_the_record_has_are_not_asked_for_again(desk: Desk) -> None:
    desk.watch()
    before = len(desk.site.paths)
    desk.watch()
    assert sorted(desk.site.paths[before:]) == ["/north", "/south"]


def test_an_address_that_led_to_a_known_page_is_not_asked_again(desk: Desk) -> None:
    desk.listed["north"] = []
    keeps = desk.site.answers["/keeps"]
    desk.publish("north", "/short", "")
    desk.site.answers |= {
        "/short": Answer(status=301, headers={"Location": desk.site.url("/keeps")}, body=b""),
        "/keeps": keeps,
    }
    desk.watch()
    before = len(desk.site.paths)
    assert "/short" in desk.site.paths
    desk.watch()
    assert sorted(desk.site.paths[before:]) == ["/north", "/south"]


def test_pages_are_asked_for_again_where_changes_are_wanted(desk: Desk) -> None:
    desk.watch()
    before = len(desk.site.paths)
    desk.watch("--changes")
    assert sorted(desk.site.paths[before:]) == ["/keeps", "/north", "/repeats", "/south"]


def test_of_a_page_that_changed_only_what_is_new_in_it_is_told(desk: Desk) -> None:
    desk.watch()
    more = "\nPort Minister Tomas Brandt said the ferry “sails on Friday, tolls or no tolls.”\n"
    desk.site.answers["/keeps"] = page(KEEPS + more)
    (told,) = desk.titles("--changes")
    assert "sails on Friday" in told


def test_what_a_page_no_longer_says_when_it_is_first_told_is_told_as_withdrawn(desk: Desk, tmp_path: Path) -> None:
    desk.watch()
    quick = ("--allow-host", "127.0.0.1", "--pause", "0", "--tagger", "rules", "--processes", "1")
    gone = "\nPort Minister Tomas Brandt said the ferry “sails on Friday, tolls or no tolls.”\n"
    for text in (KEEPS + gone, KEEPS):
        desk.site.answers["/keeps"] = page(text)
        desk.call("build", desk.site.url("/keeps"), "-o", desk.record, *quick)
    desk.watch("--jsonl", tmp_path / "n.jsonl")
    (told,) = [one["data"] for one in lines_of(tmp_path / "n.jsonl")]
    assert "sails on Friday" in told["title"]
    assert told["lines"][-1] == "Withdrawn: no longer in the latest version."
    assert [one["where"] for one in told["places"]] == [desk.site.url("/keeps")]


def test_a_position_that_changed_is_told_after_a_restart(desk: Desk) -> None:
    desk.watch()
    desk.publish("south", "/gives-way", GIVES_WAY)
    assert (
        "Ilse Oram has changed its line: now offers or accepts suspending the ferry tolls; before, rejects suspending "
        "the ferry tolls" in desk.titles()
    )


def test_a_new_statement_that_a_saved_search_finds_is_told_once_with_the_name_of_the_search(desk: Desk) -> None:
    desk.watch()
    for query, name in (("until October", "Rest"), ("crowns", "Money")):
        desk.call("search", desk.record, query, "--exact", "--save", name, "--by", "Ada")
    desk.publish("south", "/gives-way", GIVES_WAY)
    found = [title for title in desk.titles() if " finds: " in title]
    assert [title.partition(":")[0] for title in found] == ["“Rest” finds"]
    assert "The tolls will rest until October" in found[0]
    assert desk.titles() == []


def test_what_was_on_record_when_a_search_was_saved_is_not_told(desk: Desk) -> None:
    desk.watch()
    desk.call("search", desk.record, "nothing", "--save", "Nothing", "--by", "Ada")
    assert desk.titles() == []


def test_a_difference_that_a_new_article_makes_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.watch()
    desk.publish("south", "/gives-way", GIVES_WAY)
    desk.watch("--jsonl", tmp_path / "n.jsonl")
    (one,) = [each["data"] for each in lines_of(tmp_path / "n.jsonl") if each["type"] == "discrepancy.new"]
    assert sorted(place["exact"] for place in one["places"]) == ["1986", "1987"]


def test_what_was_told_is_not_told_again_when_another_article_reports_it(desk: Desk) -> None:
    desk.site.answers["/south"] = Answer(status=404)
    desk.watch()
    desk.publish("south", "/again", "Tolls Weekly\n" + "".join(desk.site.answers["/repeats"].body.decode()))  # type: ignore[union-attr]
    assert desk.titles() == []
    with open_view(desk.record) as view:
        assert view.counts().articles > 1


def test_what_a_record_held_when_it_was_first_watched_is_nothing_new(desk: Desk) -> None:
    quick = ("--allow-host", "127.0.0.1", "--pause", "0", "--tagger", "rules", "--processes", "1")
    desk.call("build", desk.opml, "-o", desk.record, *quick)
    assert desk.watch().out == ""


def test_what_a_build_by_hand_adds_in_between_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.watch()
    (tmp_path / "late.txt").write_text(GIVES_WAY, encoding="utf-8")
    desk.call("build", tmp_path / "late.txt", "-o", desk.record, "--tagger", "rules", "--processes", "1")
    assert any("The tolls will rest" in title for title in desk.titles())


def test_a_feed_that_fails_is_told_and_the_other_is_read(desk: Desk) -> None:
    desk.site.answers["/south"] = Answer(status=404)
    told = desk.watch()
    assert told.code == 0
    assert f"{desk.site.url('/south')}: there is no such page (404)" in told.err
    assert "Nobody will cross" in told.out


def test_a_new_receiver_is_told_what_is_new_from_then_on(desk: Desk, tmp_path: Path) -> None:
    desk.watch()
    desk.publish("south", "/gives-way", GIVES_WAY)
    desk.watch("--jsonl", tmp_path / "n.jsonl")
    assert "Nobody will cross" not in (tmp_path / "n.jsonl").read_text(encoding="utf-8")
    assert kinds(tmp_path / "n.jsonl")[0] == "position.changed"


def test_json_lines_go_on_after_a_line_that_a_kill_tore(desk: Desk, tmp_path: Path) -> None:
    desk.watch("--jsonl", tmp_path / "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    desk.record.unlink()
    (tmp_path / "torn.jsonl").write_bytes(b'{"type":"other"}\n' + whole[:20])
    desk.watch("--jsonl", tmp_path / "torn.jsonl")
    assert kinds(tmp_path / "torn.jsonl")[0] == "other"
    assert len(lines_of(tmp_path / "torn.jsonl")) == 1 + whole.count(b"\n")


def test_a_file_that_cannot_be_written_gets_its_lines_when_it_can(desk: Desk, tmp_path: Path) -> None:
    there = tmp_path / "not yet" / "n.jsonl"
    told = desk.watch("--jsonl", there)
    assert told.code == 1
    assert "kept, to be told by the next round" in told.err
    there.parent.mkdir()
    assert desk.watch("--jsonl", there).code == 0
    assert "Nobody will cross" in there.read_text(encoding="utf-8")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    (tmp_path / "secret").write_text(SECRET + "\n", encoding="utf-8")
    return tmp_path / "secret"


def hooked(desk: Desk, hook: Hook, secret: Path) -> tuple[object, ...]:
    desk.site.answers["/in"] = hook
    return ("--webhook", desk.site.url("/in"), "--webhook-secret-file", secret)


def test_a_webhook_gets_each_notice_signed(desk: Desk, secret: Path, tmp_path: Path) -> None:
    hook = Hook()
    desk.watch(*hooked(desk, hook, secret), "--jsonl", tmp_path / "n.jsonl")
    assert hook.took == lines_of(tmp_path / "n.jsonl")
    assert [one.headers["webhook-id"] for one in hook.asked] == hook.ids


def test_the_secret_may_come_from_the_environment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = desk.site.answers["/in"] = Hook()
    monkeypatch.setenv("ONRECORD_WEBHOOK_SECRET", SECRET)
    desk.watch("--webhook", desk.site.url("/in"))
    assert hook.took


def test_a_webhook_without_a_secret_is_refused(desk: Desk) -> None:
    told = desk.watch("--webhook", desk.site.url("/in"))
    assert told.code == 2
    assert "no secret to sign with; name a file that has it with --webhook-secret-file" in told.err


def test_a_webhook_on_a_private_address_is_not_asked_unless_it_is_allowed(desk: Desk, secret: Path) -> None:
    hook = desk.site.answers["/in"] = Hook()
    told = desk.watch("--webhook", desk.site.url("/in", "localhost"), "--webhook-secret-file", secret)
    assert told.code == 1
    assert "--allow-host localhost" in told.err
    assert hook.asked == []


def test_what_a_webhook_refused_is_sent_by_the_next_round(desk: Desk, secret: Path) -> None:
    hook = Hook(statuses=[403])
    there = hooked(desk, hook, secret)
    told = desk.watch(*there)
    assert told.code == 1
    assert "the webhook: it refused what was sent (403)" in told.err
    assert desk.watch(*there).code == 0
    assert len(hook.ids) == len(set(hook.ids)) > 0
    assert desk.watch(*there).code == 0
    assert len(hook.asked) == len(hook.took) + 1


def test_a_redirect_of_a_webhook_is_not_followed(desk: Desk, secret: Path) -> None:
    there = hooked(desk, Hook(), secret)
    other = desk.site.answers["/other"] = Hook()
    desk.site.answers["/in"] = Answer(status=307, headers={"Location": desk.site.url("/other")}, body=b"")
    assert "it says that it moved (307)" in desk.watch(*there).err
    assert other.asked == []


def test_one_notice_that_is_refused_keeps_no_other_back(desk: Desk, secret: Path, tmp_path: Path) -> None:
    hook = Hook(statuses=[422])
    desk.watch(*hooked(desk, hook, secret), "--jsonl", tmp_path / "n.jsonl")
    assert len(hook.took) == len(lines_of(tmp_path / "n.jsonl")) - 1 > 0


def test_the_feed_of_the_record_grows_and_keeps_its_ids_over_restarts(desk: Desk, tmp_path: Path) -> None:
    def ids() -> list[str]:
        desk.watch("--atom", tmp_path / "r.atom", "--jsonl", tmp_path / "n.jsonl")
        return [str(one.text) for one in etree.parse(tmp_path / "r.atom").iter(f"{{{ATOM}}}id")]

    feed, *first = ids()
    desk.publish("south", "/gives-way", GIVES_WAY)
    again, *second = ids()
    assert again == feed
    assert second[-len(first) :] == first
    assert len(set(second)) == len(second) == len(lines_of(tmp_path / "n.jsonl")) > len(first)


# The program as a process of its own: what it does when it is ended from outside.
def started(desk: Desk, *more: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "onrecord", *map(str, desk.arguments(*more))]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


# Counts what is written; ends the process, as a kill would, at the moment that is named.
KILLED = """
import os, signal, sys
from onrecord.store.writer import Writer
at = sys.argv.pop(1)
def killing(method):
    def killed(self, *arguments):
        if at == f"before {method.__name__}":
            os.kill(os.getpid(), signal.SIGKILL)
        method(self, *arguments)
        if at == f"after {method.__name__}":
            os.kill(os.getpid(), signal.SIGKILL)
    return killed
for name in ("begin_watch", "replace_derived", "add_notices", "acknowledge"):
    setattr(Writer, name, killing(getattr(Writer, name)))
from onrecord.cli.door import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    "moment",
    ["after begin_watch", "after replace_derived", "before add_notices", "after add_notices", "before acknowledge"],
)
def test_a_kill_at_any_moment_loses_no_notice(desk: Desk, tmp_path: Path, moment: str) -> None:
    file = tmp_path / "n.jsonl"
    arguments = map(str, desk.arguments("--once", "--jsonl", file))
    killed = subprocess.run([sys.executable, "-c", KILLED, moment, *arguments], check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    told = desk.watch("--jsonl", file)
    assert told.code == 0, told.err
    assert "Nobody will cross" in told.out
    ids = [one["data"]["id"] for one in lines_of(file)]
    with open_view(desk.record) as view:
        assert set(ids) == {one.id for one in view.latest_notices(100)}
    doubled = moment == "before acknowledge"
    assert len(ids) == len(set(ids)) * (2 if doubled else 1)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_an_end_that_is_asked_for_while_it_waits_ends_it(desk: Desk, end: signal.Signals) -> None:
    with started(desk, "--every", "1h") as watching:
        assert watching.stdout is not None
        told = [watching.stdout.readline()]
        while "Nobody will cross" not in told[-1]:
            told.append(watching.stdout.readline())
        watching.send_signal(end)
        _, err = watching.communicate(timeout=60)
    assert watching.returncode == 128 + end
    assert "stopped; the same command goes on" in err
    assert desk.watch().out == ""


def test_what_a_webhook_takes_is_acknowledged_before_the_end(desk: Desk, secret: Path) -> None:
    hook = Hook()
    there = hooked(desk, hook, secret)
    processes: list[subprocess.Popen[str]] = []

    def interrupting(asked: Any) -> Answer:
        processes[0].send_signal(signal.SIGTERM)
        return hook(asked)

    desk.site.answers["/in"] = interrupting
    with started(desk, "--once", *there) as watching:
        processes.append(watching)
        watching.communicate(timeout=60)
    assert watching.returncode == 128 + signal.SIGTERM
    assert len(hook.took) == 1
    desk.site.answers["/in"] = hook
    desk.watch(*there)
    assert len(hook.ids) == len(set(hook.ids)) > 1


def test_a_watched_record_can_be_opened_by_another_writer_between_rounds(desk: Desk) -> None:
    desk.watch()
    with open_writer(desk.record, patience_seconds=0.0) as writer:
        assert writer.view().counts().articles == 2


def test_what_another_version_of_the_steps_reads_in_known_pages_is_no_news(desk: Desk) -> None:
    desk.watch()
    told = desk.watch("--tagger", "fast")
    assert (told.code, told.out) == (0, "")


def test_a_record_is_watched_by_the_tagger_that_read_it(desk: Desk) -> None:
    desk.watch()
    quick = ("--once", "--allow-host", "127.0.0.1", "--pause", "0", "--processes", "1")
    told = desk.call("watch", desk.opml, "-o", desk.record, *quick)
    assert (told.code, read_last_by(desk.record)[0]) == (0, "rules")


def test_a_judgement_is_no_news(desk: Desk) -> None:
    desk.watch()
    judged = desk.call("rename", desk.record, "Ilse Oram", "Ilse Maria Oram", "--by", "Ada", "--processes", "1")
    assert judged.code == 0, judged.err
    assert desk.watch().out == ""


def test_a_watch_without_sources_says_what_to_name(desk: Desk) -> None:
    told = desk.call("watch", "-o", desk.record, "--once")
    assert (told.code, "name OPML files or addresses of feeds before -o" in told.err) == (2, True)


@pytest.mark.parametrize("every", ["10s", "soon", "40d"])
def test_a_span_of_time_that_is_none_is_refused(desk: Desk, every: str) -> None:
    told = desk.call(*desk.arguments("--every", every))
    assert told.code == 2
    assert f"“{every}”" in told.err


@pytest.mark.parametrize(
    ("secret", "fault"),
    [("short", "the secret has 5 bytes, and 24 are the least"), ("whsec_?" + "a" * 30, "is no base64")],
)
def test_a_secret_that_cannot_sign_is_refused(desk: Desk, tmp_path: Path, secret: str, fault: str) -> None:
    (tmp_path / "bad").write_text(secret, encoding="utf-8")
    told = desk.watch("--webhook", desk.site.url("/in"), "--webhook-secret-file", tmp_path / "bad")
    assert told.code == 2
    assert fault in told.err
