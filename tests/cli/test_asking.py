from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from onrecord.cli.door import COMMANDS
from onrecord.store import open_view

ASKING = {
    "brief": (),
    "positions": (),
    "timeline": (),
    "differ": (),
    "sources": (),
    "who": ("Oram",),
    "search": ("dues",),
    "text": ("beacon.txt",),
    "verify": (),
}
STARTS = {"text": "", "md": "# ", "html": "<!doctype html>", "json": "{"}


@pytest.mark.parametrize("form", STARTS)
@pytest.mark.parametrize("command", ASKING)
def test_every_page_can_be_asked_for_in_every_format(call: Call, record: Path, command: str, form: str) -> None:
    outcome = call(command, record, *ASKING[command], "--format", form)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(STARTS[form])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(call: Call, command: str) -> None:
    outcome = call(command, "--help")
    assert outcome.code == 0
    assert f"  onrecord {command}" in outcome.out


def test_the_brief_can_be_drawn(call: Call, record: Path) -> None:
    assert call("brief", record, "--format", "svg").out.startswith("<svg ")


def test_only_the_brief_can_be_drawn(call: Call, record: Path) -> None:
    assert call("timeline", record, "--format", "svg").code == 2


def test_the_ending_of_the_file_chooses_the_format(call: Call, record: Path, tmp_path: Path) -> None:
    outcome = call("brief", record, "-o", tmp_path / "brief.md")
    assert outcome.out == ""
    assert (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# Ostmark")


def test_an_option_goes_before_the_ending_of_the_file(call: Call, record: Path, tmp_path: Path) -> None:
    call("brief", record, "-o", tmp_path / "brief.md", "--format", "json")
    assert json.loads((tmp_path / "brief.md").read_text(encoding="utf-8"))["stories"]


def test_a_file_that_cannot_be_written_is_named_with_the_cause(call: Call, record: Path, tmp_path: Path) -> None:
    outcome = call("brief", record, "-o", tmp_path / "nowhere" / "brief.md")
    assert outcome.code == 2
    assert f"{tmp_path / 'nowhere' / 'brief.md'}: it could not be written: no such file" in outcome.err


def test_the_rejected_are_listed_with_cause_and_mend(call: Call, record: Path) -> None:
    outcome = call("sources", record, "--rejected")
    assert "harbour/empty.txt\n  the file is empty\n  What to do: leave it out\n" in outcome.out


def test_raw_text_is_the_archived_text_to_the_character(call: Call, record: Path) -> None:
    assert call("text", record, "evening.txt", "--raw").out.endswith("Ilse Oram said on Friday.\n")


def test_all_text_shows_what_was_left_out(call: Call, record: Path) -> None:
    assert "lighthouses" in call("text", record, "beacon.txt", "--all").out
    assert "lighthouses" not in call("text", record, "beacon.txt").out


def test_search_takes_several_words(call: Call, record: Path) -> None:
    assert "1 statement with “talk dues”" in call("search", record, "talk", "dues").out


def test_an_exact_search_leaves_out_what_was_said_in_other_words(call: Call, record: Path) -> None:
    found = {
        how: {
            one["way"] for one in json.loads(call("search", record, "harbour", "--format", "json", *how).out)["found"]
        }
        for how in ((), ("--exact",))
    }
    assert found == {(): {"words", "meaning"}, ("--exact",): {"words"}}


def test_a_search_is_kept_by_name_as_the_page_keeps_it(call: Call, own: Path) -> None:
    outcome = call("search", own, "tolls", "ferry*", "--exact", "--save", "Tolls", "--by", "Ada")
    assert "kept as “Tolls”" in outcome.err
    with open_view(own) as view:
        (kept,) = view.searches()
    assert (kept.name, kept.query, kept.facets, kept.by) == ("Tolls", "tolls ferry*", (("way", "words"),), "Ada")


def test_a_search_that_cannot_be_asked_is_not_kept(call: Call, own: Path) -> None:
    assert call("search", own, "speker:Oram", "--save", "Tolls").code == 2
    with open_view(own) as view:
        assert view.searches() == ()


def test_kept_searches_are_listed_and_let_go_by_name(call: Call, own: Path) -> None:
    assert "No search is kept" in call("searches", own).out
    call("search", own, "tolls", "--exact", "--save", "Tolls", "--by", "Ada")
    call("search", own, "ferry*", "--save", "All ferries", "--by", "Bo")
    listed = call("searches", own).out
    assert listed.index("All ferries") < listed.index("Tolls")
    assert "ferry* · kept by Bo" in listed
    assert "tolls, way words · kept by Ada" in listed
    outcome = call("searches", own, "--forget", "Tolls")
    assert "“Tolls” is kept no more" in outcome.err
    assert "All ferries" in outcome.out
    assert "tolls" not in outcome.out


def test_a_search_that_is_not_kept_cannot_be_let_go(call: Call, own: Path) -> None:
    call("search", own, "tolls", "--save", "Tolls", "--by", "Ada")
    outcome = call("searches", own, "--forget", "Bridges")
    assert outcome.code == 2
    assert "kept are “Tolls”" in outcome.err
    with open_view(own) as view:
        assert len(view.searches()) == 1


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(record, tmp_path / "own.db"))


def test_a_search_without_a_word_is_a_mistake_of_the_caller(call: Call, record: Path) -> None:
    outcome = call("search", record, "!!")
    assert outcome.code == 2
    assert "no word" in outcome.err


def test_an_article_that_is_none_is_a_mistake_of_the_caller(call: Call, record: Path) -> None:
    assert call("text", record, "nowhere.txt").code == 2


def test_a_name_that_no_one_bears_is_a_mistake_of_the_caller(call: Call, record: Path) -> None:
    assert call("who", record, "Nobody").code == 2


def test_an_article_in_another_language_is_kept_and_said_not_to_be_read(call: Call, tmp_path: Path) -> None:
    german = "Die Regierung sagte am Montag, dass der Zoll nicht erhoben wird und die Fähren auf dem Fluss fahren.\n"
    (tmp_path / "zoll.txt").write_text(german, encoding="utf-8")
    call("build", tmp_path / "zoll.txt", "-o", tmp_path / "r.db", "--tagger", "rules")
    assert "in German: kept, not read" in call("sources", tmp_path / "r.db").out
