from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.read.judgements import read_judgements
from onrecord.records import Decision, Judgement, Verdict
from onrecord.records.errors import InputError

HEAD = "judgement,made,by,decision,verdict,side,article,start,words,name,why\n"
MERGE = "1,2031-05-12T08:00:00Z,Ada,merge,positive,1,a1,10,Ilse Oram,,\n"


def read(tmp_path: Path, text: str) -> tuple[Judgement, ...]:
    (tmp_path / "table.csv").write_text(text, encoding="utf-8")
    return read_judgements(tmp_path / "table.csv")


def test_rows_of_one_judgement_are_its_sides(tmp_path: Path) -> None:
    rows = HEAD + MERGE + MERGE.replace(",1,a1,10,Ilse Oram", ",2,a2,20,Oram")
    (one,) = read(tmp_path, rows)
    assert (one.decision, one.verdict, one.by) == (Decision.MERGE, Verdict.POSITIVE, "Ada")
    assert [[subject.words for subject in side] for side in one.sides] == [["Ilse Oram"], ["Oram"]]


def test_a_table_that_a_spreadsheet_saved_is_read(tmp_path: Path) -> None:
    assert len(read(tmp_path, "\ufeff" + (HEAD + MERGE).replace("\n", "\r\n"))) == 1


def test_a_table_without_a_row_holds_no_judgement(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD) == ()


def test_judgements_of_reports_are_read_as_those_of_names_are(tmp_path: Path) -> None:
    rows = (
        HEAD
        + MERGE.replace("merge", "join")
        + MERGE.replace("1,2031", "2,2031").replace("merge,positive", "separate,unsure")
        + MERGE.replace("1,2031", "2,2031").replace("merge,positive,1", "separate,unsure,2")
    )
    one, other = read(tmp_path, rows)
    assert (one.decision, other.decision, other.verdict) == (Decision.JOIN, Decision.SEPARATE, Verdict.UNSURE)


WRONG = {
    "reports separated for sure": (
        HEAD + MERGE.replace("merge", "separate"),
        "line 2, verdict: a separate is negative",
    ),
    "no table": ("Dear desk,\n", "line 1: there is no column judgement, made"),
    "a field too many": (HEAD + MERGE.replace("\n", ",more\n"), "line 2: more or fewer fields"),
    "a field too few": (HEAD + "1,2031-05-12\n", "line 2: more or fewer fields"),
    "no decision": (HEAD + MERGE.replace("merge", "marge"), "line 2, decision: “marge” is none of merge, split"),
    "no verdict": (HEAD + MERGE.replace("positive", "yes"), "line 2, verdict: “yes” is none of positive"),
    "another's verdict": (HEAD + MERGE.replace("positive", "unsure"), "line 2, verdict: a merge is positive"),
    "no time": (HEAD + MERGE.replace("2031-05-12T08:00:00Z", "May"), "line 2, made: “May” is no ISO time"),
    "no place": (HEAD + MERGE.replace(",10,", ",ten,"), "line 2, start: “ten” is no number"),
    "a split of one side": (
        HEAD + MERGE.replace("merge,positive", "split,negative"),
        "line 2, side: a negative split cannot have 1",
    ),
    "a rename without a name": (HEAD + MERGE.replace("merge", "rename"), "line 2, name: a rename without a name"),
    "rows that disagree": (HEAD + MERGE + MERGE.replace("Ada", "Bo"), "line 3: differs from line 2"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_bad_line_is_told_with_file_line_what_and_mend(tmp_path: Path, case: str) -> None:
    text, said = WRONG[case]
    with pytest.raises(InputError, match=re.escape(said)) as wrong:
        read(tmp_path, text)
    assert str(wrong.value).startswith(f"{tmp_path / 'table.csv'}, line")
    assert "; " in str(wrong.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_judgements(tmp_path / "none.csv")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="no CSV in UTF-8"):
        read_judgements(tmp_path / "table.csv")
