"""Corrections as a reporter types them, on the examples."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from onrecord.cli.door import run

COVERAGE = Path(__file__).parents[2] / "examples" / "coverage"


@pytest.fixture(scope="module", autouse=True)
def _by_rules() -> Iterator[None]:
    """The rules read the coverage here: quickly, and the counts stay when a model is taught anew."""
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("ONRECORD_TAGGER", "rules")
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = tmp_path_factory.mktemp("built") / "record.db"
    assert run(["build", str(COVERAGE), "-o", str(record)]) == 0
    return record


@pytest.fixture
def own(built: Path, tmp_path: Path) -> Path:
    """A copy of the examples' record, to be corrected."""
    return Path(shutil.copy(built, tmp_path / "record.db"))


def test_a_merge_says_what_changed(call: Call, own: Path) -> None:
    outcome = call("merge", own, "Serghiu Vantor", "Halina Drost", "--by", "Ada", "--why", "one office")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Serghiu Vantor and Halina Drost are one actor now: 18 statements\n")
    assert "Halina Drost is no actor of its own any more" in outcome.out


def test_a_split_says_who_is_not_whom_now(call: Call, own: Path) -> None:
    outcome = call("split", own, "Serghiu Vantor", "Sergiu Vantor", "--by", "Ada")
    assert outcome.out.startswith("Sergiu Vantor (4 statements) is not Serghiu Vantor (13 statements) now\n")


def test_a_split_takes_names_after_two_dashes_too(call: Call, own: Path) -> None:
    assert call("split", own, "Serghiu Vantor", "--", "Sergiu Vantor").code == 0


def test_a_split_of_an_article_takes_out_what_stands_in_it(call: Call, own: Path) -> None:
    outcome = call("split", own, "Serghiu Vantor", "--article", "quenzagazette_brief_kaldavia.txt")
    assert outcome.code == 0
    assert "Sergiu Vantor is an actor of its own" in outcome.out


def test_a_doubtful_split_says_that_it_is_not_sure(call: Call, own: Path) -> None:
    outcome = call("split", own, "Serghiu Vantor", "Sergiu Vantor", "--unsure")
    assert outcome.out.startswith("It is not sure now whether Sergiu Vantor is Serghiu Vantor\n")


def test_a_new_name_stands_on_every_page(call: Call, own: Path) -> None:
    assert call("rename", own, "Vantor", "Sergiu Vantor").out.startswith("Serghiu Vantor is called Sergiu Vantor now\n")
    assert call("who", own, "Serghiu Vantor").out.startswith("Sergiu Vantor\n")
    assert "Serghiu Vantor (Kaldavian" not in call("brief", own).out


def test_an_assigned_speaker_stands_in_the_article(call: Call, own: Path) -> None:
    outcome = call("assign", own, "quenzagazette_brief_kaldavia.txt:229", "Drost", "--by", "Ada")
    assert outcome.out.startswith("These words are of Halina Drost now: “A river is not a gift,”\n")
    assert "[2] Halina Drost, “said”" in call("text", own, "quenzagazette_brief_kaldavia.txt").out


def test_words_assigned_to_nobody_have_no_speaker(call: Call, own: Path) -> None:
    call("assign", own, "quenzagazette_brief_kaldavia.txt:229", "nobody")
    assert "[2] speaker not told" in call("text", own, "quenzagazette_brief_kaldavia.txt").out


RIVER = "quenzagazette_brief_kaldavia.txt:229"
STAY = "continental-dispatch_kaldavia-says-ferry-tolls-will-stay.txt:629"


def test_reports_that_are_taken_out_are_a_statement_of_their_own(call: Call, own: Path) -> None:
    outcome = call("split", own, STAY, RIVER, "--by", "Ada", "--why", "said in May already")
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("“A river is not a gift” (1 report) and “The tolls stay,” ")
    assert "(4 reports) are two statements now" in " ".join(outcome.out.split())
    (line,) = json.loads(call("judgements", own, "--format", "json").out)["lines"]
    assert line["says"].startswith(f"“A river is not a gift” ({RIVER}) is not the same statement as “The tolls stay,”")


def test_two_statements_are_joined_by_the_places_of_their_reports(call: Call, own: Path) -> None:
    call("split", own, STAY, RIVER)
    outcome = call("merge", own, RIVER, STAY)
    assert outcome.out.startswith("The reports are of one statement now: “The tolls stay,” ")
    assert "does not hold where 2, judged later, says otherwise" in call("judgements", own).out


def test_reports_of_which_it_cannot_be_told_are_said_to_be_so(call: Call, own: Path) -> None:
    assert call("split", own, STAY, RIVER, "--unsure").out.startswith(
        "It is not sure now whether “A river is not a gift”"
    )


def test_judged_reports_of_other_records_go_out_and_in_as_a_table(
    call: Call, own: Path, built: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(built, tmp_path / "other.db"))
    call("split", own, STAY, RIVER, "--by", "Ada")
    call("merge", own, RIVER, "quenzagazette_brief_kaldavia.txt:336", "--by", "Ada")
    call("judgements", own, "-o", tmp_path / "table.csv")
    assert call("judgements", other, "--import", tmp_path / "table.csv").out.startswith("2 judgements added\n")
    assert call("export", other).out == call("export", own).out


def test_undo_takes_the_last_back_and_leaves_the_record_as_it_was(call: Call, own: Path) -> None:
    before = call("export", own).out
    call("merge", own, "Serghiu Vantor", "Halina Drost")
    assert call("export", own).out != before
    assert call("undo", own).out.startswith("Taken back: judgement 1\n")
    assert call("export", own).out == before


def test_undo_takes_back_the_judgement_of_a_number_or_all(call: Call, own: Path) -> None:
    for new in ("One", "Two", "Three"):
        call("rename", own, "Halina Drost", new)
    assert call("undo", own, "2").out.startswith("Taken back: judgement 2\n")
    assert call("undo", own, "--all").out.startswith("Taken back: judgements 1 and 2\n")
    assert call("judgements", own).out == "Nothing was judged in this record\n"


def test_judgements_are_listed_with_when_by_whom_and_why(call: Call, own: Path) -> None:
    call("merge", own, "Serghiu Vantor", "Halina Drost", "--by", "Ada", "--why", "one office")
    (line,) = json.loads(call("judgements", own, "--format", "json").out)["lines"]
    assert (line["number"], line["says"]) == (1, "Serghiu Vantor and Halina Drost are one")
    assert (line["by"], line["why"], line["verdict"]) == ("Ada", "one office", "positive")
    assert line["made"].endswith("+00:00")


def test_who_judges_can_be_set_once(call: Call, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_BY", "The desk")
    call("rename", own, "Halina Drost", "H. Drost")
    assert "rename, by The desk, " in call("judgements", own).out


def test_a_judgement_that_a_later_one_overrides_is_told(call: Call, own: Path) -> None:
    call("merge", own, "Serghiu Vantor", "Halina Drost")
    outcome = call("split", own, "Serghiu Vantor", "Halina Drost")
    assert "OVERRIDDEN BY WHAT WAS JUDGED LATER\n  1 Serghiu Vantor and Halina Drost are one" in outcome.out
    assert "does not hold where 2, judged later, says otherwise" in call("judgements", own).out


def test_an_exported_table_has_the_same_effect_in_another_record(
    call: Call, own: Path, built: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(built, tmp_path / "other.db"))
    call("merge", own, "Serghiu Vantor", "Halina Drost", "--by", "Ada", "--why", 'a "reason", with\nlines')
    call("assign", own, "quenzagazette_brief_kaldavia.txt:229", "nobody")
    call("judgements", own, "-o", tmp_path / "table.csv")
    assert call("judgements", other, "--import", tmp_path / "table.csv").out.startswith("2 judgements added\n")
    assert call("export", other).out == call("export", own).out
    call("judgements", other, "-o", tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "table.csv").read_bytes()


def test_judgements_that_are_known_are_imported_without_a_change(call: Call, own: Path, tmp_path: Path) -> None:
    call("rename", own, "Halina Drost", "H. Drost")
    call("judgements", own, "-o", tmp_path / "table.csv")
    outcome = call("judgements", own, "--import", tmp_path / "table.csv")
    assert outcome.out == "Nothing changed: all of this was judged before\n"


def test_the_table_has_one_row_a_name(call: Call, own: Path) -> None:
    call("merge", own, "Serghiu Vantor", "Halina Drost")
    rows = list(csv.DictReader(io.StringIO(call("judgements", own, "--format", "csv").out)))
    assert {(row["side"], row["words"]) for row in rows} >= {("1", "Serghiu Vantor"), ("2", "Halina Drost")}
    assert len({row["judgement"] for row in rows}) == 1


def test_a_page_that_is_no_table_cannot_be_written_as_one(call: Call, own: Path, tmp_path: Path) -> None:
    outcome = call("brief", own, "-o", tmp_path / "brief.csv")
    assert outcome.code == 2
    assert "this page is no table" in outcome.err


def test_what_changed_cannot_be_written_as_a_table_and_nothing_is_judged(call: Call, own: Path, tmp_path: Path) -> None:
    outcome = call("rename", own, "Halina Drost", "H. Drost", "-o", tmp_path / "changed.csv")
    assert (outcome.code, (tmp_path / "changed.csv").exists()) == (2, False)
    assert call("judgements", own).out == "Nothing was judged in this record\n"


def test_what_is_judged_of_other_articles_is_kept_and_told_to_be_missing(call: Call, own: Path, tmp_path: Path) -> None:
    call("rename", own, "Pieter Hallam", "P. Hallam")
    call("judgements", own, "-o", tmp_path / "table.csv")
    call("build", COVERAGE / "quenzagazette_brief_kaldavia.txt", "-o", tmp_path / "other.db")
    outcome = call("judgements", tmp_path / "other.db", "--import", tmp_path / "table.csv")
    assert outcome.out.startswith("Nothing that this refers to is in this record; it is kept")
    assert "1 place that it refers to cannot be found" in call("judgements", tmp_path / "other.db").out
    call("build", COVERAGE, "-o", tmp_path / "other.db")
    assert call("who", tmp_path / "other.db", "Hallam").out.startswith("P. Hallam\n")


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_what_changed_is_told_in_every_format(call: Call, own: Path, form: str) -> None:
    outcome = call("merge", own, "Serghiu Vantor", "Halina Drost", "--format", form)
    assert outcome.code == 0
    assert "are one actor now" in outcome.out


def test_who_why_tells_what_was_judged_of_names_and_of_words(call: Call, own: Path) -> None:
    call("merge", own, "Serghiu Vantor", "Halina Drost", "--by", "Ada", "--why", "one office")
    call("assign", own, "quenzagazette_brief_kaldavia.txt:336", "Serghiu Vantor", "--by", "Bo")
    told = " ".join(call("who", own, "Serghiu Vantor", "--why").out.split())
    assert "taken for one, score 1.00: judged one actor by Ada on " in told
    assert "assigned by Bo on " in told
    assert "WHAT PEOPLE JUDGED OF THEM 1 Serghiu Vantor and Halina Drost are one merge, by Ada, " in told


def test_who_why_tells_whom_a_name_was_kept_apart_from(call: Call, own: Path) -> None:
    call("split", own, "Serghiu Vantor", "Vantor", "--unsure", "--by", "Ada")
    told = " ".join(call("who", own, "Serghiu Vantor", "--why").out.split())
    assert "NAMES THAT MAY BE THEIRS, OR ARE NOT Serghiu Vantor [" in told
    assert "not sure, score 1.00: judged to be in doubt by Ada on " in told


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_who_why_tells_reasons_in_every_format(call: Call, own: Path, form: str) -> None:
    outcome = call("who", own, "Serghiu Vantor", "--why", "--format", form)
    assert outcome.code == 0
    assert "one name in two spellings" in outcome.out


WRONG = {
    "a name that is none": (("merge", "Serghiu Vantor", "Halina Trost"), "nearest are “Halina Drost”"),
    "a name of several": (("rename", "person", "X"), "may be any of"),
    "one actor twice": (("merge", "Vantor", "Sergiu Vantor"), "that is one actor already, Serghiu Vantor"),
    "nothing to take out": (("split", "Serghiu Vantor"), "what is not theirs? Name it: “Serghiu Vantor” in "),
    "all taken out": (("split", "Pieter Hallam", "Pieter Hallam"), "nothing would be left"),
    "a name that no article has": (("split", "Serghiu Vantor", "Tarn"), "no article calls them “Tarn”"),
    "the name it has": (("rename", "Halina Drost", "Halina Drost"), "that is the name already"),
    "an empty name": (("rename", "Halina Drost", " "), "the new name is empty"),
    "a place without words": (("assign", "quenzagazette_brief_kaldavia.txt:1", "nobody"), "nothing is reported"),
    "no place at all": (("assign", "somewhere", "nobody"), "FILE:START"),
    "a statement that is none": (("merge", "s0123456789abcdef", RIVER), "no statement of this record has this id"),
    "one statement twice": (("merge", RIVER, STAY), "that is one statement already"),
    "a report and a name": (("merge", RIVER, "Vantor"), "name only people and bodies, or only what was said"),
    "no report to take out": (("split", STAY), "what is not of this statement? Name it: "),
    "all reports taken out": (
        ("split", "quenzagazette_brief_kaldavia.txt:336", "quenzagazette_brief_kaldavia.txt:336"),
        "nothing would be left",
    ),
    "another statement's report": (("split", STAY, "quenzagazette_brief_kaldavia.txt:336"), "nothing of that to take"),
    "nothing to undo": (("undo",), "nothing was judged in it"),
    "both one and all": (("undo", "1", "--all"), "take back all, or one"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_judged_is_said_with_the_mend_and_changes_nothing(call: Call, own: Path, case: str) -> None:
    (command, *arguments), said = WRONG[case]
    before = own.read_bytes()
    outcome = call(command, own, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert own.read_bytes() == before


def test_candidates_are_listed_with_ids_that_name_them(call: Call, own: Path) -> None:
    listed = call("rename", own, "person", "X").err
    actor = listed.partition("(")[2].partition(",")[0]
    assert call("rename", own, actor, "The spokesman").code == 0


def test_a_judgement_of_no_number_is_told_with_those_there_are(call: Call, own: Path) -> None:
    call("rename", own, "Halina Drost", "H. Drost")
    assert "there is no judgement 9, only 1 to 1" in call("undo", own, "9").err


def test_a_record_that_is_not_there_is_not_made_by_a_correction(call: Call, tmp_path: Path) -> None:
    assert call("merge", tmp_path / "none.db", "A", "B").code == 2
    assert not (tmp_path / "none.db").exists()


PEOPLE = """{"wikidata": "Q900001", "name": "Serghiu Vantor", "roles": ["transport minister of Kaldavia"]}
{"wikidata": "Q900002", "name": "Halina Drost"}
{"wikidata": "Q900003", "name": "Halina Drost"}
"""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    (tmp_path / "people.jsonl").write_text(PEOPLE, encoding="utf-8")
    return tmp_path / "people.jsonl"


def wikidata(exported: str) -> dict[str, str]:
    rows = map(json.loads, exported.splitlines())
    return {row["name"]: row["wikidata"] for row in rows if row["type"] == "actor" and row["wikidata"]}


def test_a_build_with_authorities_gives_the_ids_that_fit(call: Call, own: Path, people: Path) -> None:
    assert call("build", "-o", own, "--authority", people).code == 0
    assert wikidata(call("export", own).out) == {"Serghiu Vantor": "Q900001"}
    assert "\nWikidata Q900001\n" in call("who", own, "Serghiu Vantor").out
    assert "2 entries fit alike" in " ".join(call("who", own, "Halina Drost", "--why").out.split())


def test_the_authorities_stay_when_articles_are_added_and_names_corrected(call: Call, own: Path, people: Path) -> None:
    call("build", "-o", own, "--authority", people)
    before = call("export", own).out
    call("build", COVERAGE, "-o", own)
    assert call("export", own).out == before
    call("rename", own, "Serghiu Vantor", "Sergiu Vantor")
    assert wikidata(call("export", own).out) == {"Sergiu Vantor": "Q900001"}
    call("undo", own)
    assert call("export", own).out == before


def test_another_file_of_authorities_takes_the_place_of_the_first(call: Call, own: Path, people: Path) -> None:
    before = call("export", own).out
    call("build", "-o", own, "--authority", people)
    people.write_text("")
    call("build", "-o", own, "--authority", people)
    assert call("export", own).out == before


def test_a_bad_file_of_authorities_stops_the_build_before_it_begins(call: Call, tmp_path: Path, people: Path) -> None:
    people.write_text(PEOPLE + "Oram\n")
    outcome = call("build", COVERAGE, "-o", tmp_path / "new.db", "--authority", people)
    assert outcome.code == 2
    assert f"{people}, line 4: no JSON" in outcome.err
    assert not (tmp_path / "new.db").exists()
