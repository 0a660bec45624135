"""Corrections over the whole house: what is judged holds however the articles come, and undone it never was."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.test_laws import ALL, COVERAGE, OPTIONS, add, captured, exported, rows_of

from onrecord.engine import LocalEngine
from onrecord.pages import judging
from onrecord.pages.formats import Format, Look, render
from onrecord.pages.judgements import judgements_page
from onrecord.pages.judging import Description
from onrecord.pages.judging_reports import Cut
from onrecord.pipeline import judge, steps_of
from onrecord.read.judgements import read_judgements
from onrecord.records import Authority, Capture, Judgement, Maker, Verdict
from onrecord.records.errors import InputError
from onrecord.store import View, open_view, open_writer

FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ADA = Maker(made="2031-05-12T08:00:00+00:00", by="Ada")
Ask = Callable[[View], Judgement]

ASKED: dict[str, Ask] = {
    "merge": lambda view: judging.merge(view, ["Senn Dorrit", "Tavo Renn"], ADA),
    "split": lambda view: judging.split(view, "Ilse Oram", Cut(names=("Oram",)), ADA),
    "unsure": lambda view: judging.split(view, "Ilse Oram", Cut(articles=("north.txt",), verdict=Verdict.UNSURE), ADA),
    "rename": lambda view: judging.rename(view, "Ilse Oram", "Ilse Oram-Tarn", ADA),
    "role": lambda view: judging.describe(view, "Ilse Oram", Description(role="ferry warden"), ADA)[0],
    "affiliate": lambda view: judging.describe(view, "Tavo Renn", Description(affiliation="Ilse Oram"), ADA)[0],
    "identify": lambda view: judging.describe(view, "Ilse Oram", Description(wikidata="Q900001"), ADA)[0],
    "assign": lambda view: judging.assign(view, first_said(view), "Tavo Renn", ADA),
    "nobody": lambda view: judging.assign(view, first_said(view), "nobody", ADA),
    "join": lambda view: judging.merge(
        view, [first_said(view), said_in(view, "evening.txt", "the first of June")], ADA
    ),
    "separate": lambda view: judging.split(
        view, said_in(view, "north.txt", "pay to go home"), Cut(articles=("coast.txt",)), ADA
    ),
    "untold": lambda view: judging.split(
        view,
        said_in(view, "north.txt", "pay to go home"),
        Cut(names=(said_in(view, "harbour.txt", "go home"),), verdict=Verdict.UNSURE),
        ADA,
    ),
}


def said_in(view: View, article: str, words: str) -> str:
    """The attribution of the article that has the words."""
    return next(one.id for one in view.attributions(view.find_article(article).id) if words in one.text)


def first_said(view: View) -> str:
    """An attribution of the article that names no other place or person than its minister."""
    return next(one.id for one in view.attributions(view.find_article("north.txt").id))


def asked(record: Path, *asking: Ask) -> tuple[Judgement, ...]:
    """The judgements that would be made of the record, one after the other."""
    with open_view(record) as view:
        return tuple(ask(view) for ask in asking)


def judged(record: Path, judgements: Sequence[Judgement], engine: LocalEngine | None = None) -> None:
    with open_writer(record, steps_of(OPTIONS)) as writer:
        judge(judgements, writer, engine or LocalEngine())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All articles, nothing judged."""
    record = tmp_path_factory.mktemp("plain") / "record.db"
    add(record, ALL, LocalEngine())
    return record


@pytest.fixture(scope="module")
def judgements(plain: Path) -> dict[str, Judgement]:
    return dict(zip(ASKED, asked(plain, *ASKED.values()), strict=True))


def export_of(builds: Sequence[Sequence[Capture]], judgements: Sequence[Judgement], *, first: bool) -> bytes:
    """The export of a new record that was judged after the first build, or after the last."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "record.db")
        for number, captures in enumerate(builds):
            add(record, captures, LocalEngine())
            if number == (0 if first else len(builds) - 1):
                judged(record, judgements)
        return exported(record)


SOME = st.lists(st.sampled_from(list(ASKED)), min_size=1, max_size=4)


@FEW
@given(chosen=SOME)
def test_undoing_all_restores_the_record_to_the_byte(
    plain: Path, judgements: dict[str, Judgement], chosen: list[str]
) -> None:
    before = exported(plain)
    judged(plain, [judgements[name] for name in dict.fromkeys(chosen)])
    judged(plain, [])
    assert exported(plain) == before


@FEW
@given(chosen=SOME, data=st.data())
def test_undoing_one_leaves_the_record_that_the_others_make(
    plain: Path, judgements: dict[str, Judgement], chosen: list[str], data: st.DataObject
) -> None:
    some = [judgements[name] for name in dict.fromkeys(chosen)]
    without = data.draw(st.sampled_from(some))
    others = [one for one in some if one is not without]
    judged(plain, others)
    expected = exported(plain)
    judged(plain, some)
    judged(plain, others)
    assert exported(plain) == expected
    judged(plain, [])


@FEW
@given(chosen=SOME, captures=st.permutations(ALL), cut=st.integers(1, len(ALL)), first=st.booleans())
def test_however_articles_and_judgements_come_the_record_is_the_same(
    judgements: dict[str, Judgement], chosen: list[str], captures: list[Capture], cut: int, *, first: bool
) -> None:
    some = [judgements[name] for name in dict.fromkeys(chosen)]
    builds = [captures[:cut], captures[cut:]]
    assert export_of(builds, some, first=first) == export_of([ALL], some, first=False)


@pytest.mark.parametrize("how", [partial(LocalEngine, processes=2, batch_size=1), partial(LocalEngine, memory_rows=1)])
def test_neither_processes_nor_sorting_on_disk_change_what_is_judged(
    plain: Path, judgements: dict[str, Judgement], how: Callable[[], LocalEngine]
) -> None:
    people = (Authority(wikidata="Q1", name="Senn Dorrit"), Authority(wikidata="Q2", name="Ilse Oram"))
    with open_writer(plain, steps_of(OPTIONS)) as writer:
        writer.replace_authorities(people)
    some = [one for name, one in judgements.items() if name != "merge"]
    judged(plain, some)
    expected = exported(plain)
    with how() as engine:
        judged(plain, some, engine)
    assert exported(plain) == expected
    assert b'"wikidata":"Q1"' in expected
    with open_writer(plain, steps_of(OPTIONS)) as writer:
        writer.replace_authorities(())
    judged(plain, [])


def test_each_kind_of_judgement_changes_the_record(plain: Path, judgements: dict[str, Judgement]) -> None:
    before = exported(plain)
    for name, one in judgements.items():
        judged(plain, [one])
        assert exported(plain) != before, name
    judged(plain, [])


def test_a_build_that_adds_an_article_keeps_what_was_judged(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    add(record, captured({name: COVERAGE[name] for name in ("north.txt", "coast.txt")}), LocalEngine())
    (merge,) = asked(record, lambda view: judging.merge(view, ["Ilse Oram", "Tavo Renn"], ADA))
    judged(record, [merge])
    add(record, ALL, LocalEngine())
    with open_view(record) as view:
        assert view.find_actor("Tavo Renn").id == view.find_actor("Ilse Oram").id
        assert view.judgements() == (merge,)


def test_a_record_whose_derived_rows_were_lost_is_derived_as_it_was_judged(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    add(record, ALL, LocalEngine())
    some = asked(record, *ASKED.values())
    judged(record, some)
    before = exported(record)
    with open_writer(record, steps_of(OPTIONS)) as writer:
        writer.drop_readings([one.id for one in writer.view().articles()])
    assert exported(record) != before
    add(record, [], LocalEngine())
    assert exported(record) == before


def test_a_report_that_is_another_statement_does_not_date_the_article_of_the_first(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    add(record, ALL, LocalEngine())
    with open_view(record) as view:
        undated = view.find_article("unsigned.txt").id
        assert view.article_day(undated) is not None
        report = said_in(view, "unsigned.txt", "pay to go home")
        apart = judging.split(view, report, Cut(names=(report,)), ADA)
    with LocalEngine(processes=2, batch_size=1) as engine:
        judged(record, [apart], engine)
    with open_view(record) as view:
        assert view.article_day(undated) is None


def test_a_body_that_is_only_spoken_for_is_said_to_have_nothing_to_judge(tmp_path: Path) -> None:
    text = "Tolls stay\n\nMay 4, 2031\n\n“Nobody will pay,” Norwegian Foreign Minister Ilse Oram said on Sunday.\n"
    add(tmp_path / "record.db", captured({"a.txt": text}), LocalEngine())
    with pytest.raises(InputError, match="Norway: the articles only have others speak for it"):
        asked(tmp_path / "record.db", lambda view: judging.rename(view, "Norway", "The Kingdom", ADA))


def test_an_assigned_speaker_stands_in_the_export_with_who_assigned_it(
    plain: Path, judgements: dict[str, Judgement]
) -> None:
    assign = judgements["assign"]
    judged(plain, [assign])
    with open_view(plain) as view:
        renn, attribution = view.find_actor("Tavo Renn").id, first_said(view)
    (row,) = (row for row in rows_of(exported(plain), "attribution") if row["id"] == attribution)
    judged(plain, [])
    assert (row["speaker"], row["speaker_name"]) == (renn, "Tavo Renn")
    assert row["speaker_reasons"] == ["assigned by Ada on 2031-05-12"]


def test_what_was_read_is_kept_under_an_assigned_speaker(plain: Path, judgements: dict[str, Judgement]) -> None:
    with open_view(plain) as view:
        before = list(view.readings())
    judged(plain, [judgements["nobody"]])
    with open_view(plain) as view:
        assert list(view.readings()) == before
        assert view.attribution(first_said(view)) != before[0].attributions[0]
    judged(plain, [])


def test_a_table_of_judgements_read_again_is_the_same_to_the_byte(
    plain: Path, judgements: dict[str, Judgement], tmp_path: Path
) -> None:
    judged(plain, list(judgements.values()))
    with open_view(plain) as view:
        written = render(judgements_page(view, "record.db"), Format.CSV, Look())
    judged(plain, [])
    (tmp_path / "judgements.csv").write_bytes(written.encode())
    assert read_judgements(tmp_path / "judgements.csv") == tuple(judgements.values())


def test_a_crash_while_judging_leaves_record_and_judgements_as_they_were(
    plain: Path, judgements: dict[str, Judgement]
) -> None:
    before = exported(plain)

    def fail(_progress: object) -> None:
        raise KeyboardInterrupt

    with (
        pytest.raises(KeyboardInterrupt),
        open_writer(plain, steps_of(OPTIONS)) as writer,
    ):
        judge([judgements["merge"]], writer, LocalEngine(), fail)
    with open_view(plain) as view:
        assert view.judgements() == ()
    assert exported(plain) == before


def test_a_record_is_up_to_date_once_it_was_judged(plain: Path, judgements: dict[str, Judgement]) -> None:
    judged(plain, [judgements["merge"]])
    with open_writer(plain, steps_of(OPTIONS)) as writer:
        assert writer.is_derived()
    judged(plain, [])


def test_a_role_an_affiliation_and_an_id_that_people_give_are_the_actor_s(plain: Path, tmp_path: Path) -> None:
    record = Path(shutil.copy(plain, tmp_path / "own.db"))
    told = Description(role="ferry warden", affiliation="Ilse Oram", wikidata="Q900001")
    judged(record, asked(record, *(partial(described, told, number) for number in range(3))))
    with open_view(record) as view:
        renn, oram = view.find_actor("Tavo Renn"), view.find_actor("Ilse Oram")
        assert "ferry warden" in {one.role for one in renn.roles}
        assert (renn.affiliation, renn.wikidata) == (oram.id, "Q900001")
        says = {one.says for one in judgements_page(view, "own.db").lines}
    assert {"Tavo Renn has the role “ferry warden”", "Tavo Renn is Q900001 in Wikidata"} <= says


def described(told: Description, number: int, view: View) -> Judgement:
    return judging.describe(view, "Tavo Renn", told, ADA)[number]


def test_of_two_ids_that_people_give_the_later_holds_and_the_earlier_says_so(plain: Path, tmp_path: Path) -> None:
    record = Path(shutil.copy(plain, tmp_path / "own.db"))
    told = [Description(wikidata="Q900001"), Description(wikidata="none")]
    judged(record, asked(record, *(partial(described, one, 0) for one in told)))
    with open_view(record) as view:
        assert view.find_actor("Tavo Renn").wikidata is None
        assert [one.overridden_by for one in judgements_page(view, "own.db").lines] == [(2,), ()]


@pytest.mark.parametrize(
    ("told", "mend"),
    [
        (Description(), "give a role"),
        (Description(wikidata="12"), "give one such as Q42"),
        (Description(affiliation="Tavo Renn"), "name another"),
        (Description(affiliation="Walrus"), "no one of that name"),
    ],
)
def test_what_cannot_be_told_of_an_actor_is_refused_with_the_mend(plain: Path, told: Description, mend: str) -> None:
    with open_view(plain) as view, pytest.raises(InputError, match=mend):
        judging.describe(view, "Tavo Renn", told, ADA)
