"""Which reports of what an audience was told are origins of their own."""

from __future__ import annotations

from dataclasses import replace

from tests.derive.test_derived import origins, report

from onrecord.derive.rows import Report


def heard(article: str, outlet: str | None, *, addressee: str | None = None, occasion: str | None = None) -> Report:
    return report(article, outlet=outlet, credited=False, signed=True, addressee=addressee, occasion=occasion)


def test_each_paper_whose_writer_reports_what_an_audience_was_told_is_an_origin_of_its_own() -> None:
    told = (
        heard("a1", "Oster Post", addressee="the council’s health committee"),
        heard("a2", "Ister Herald", addressee="a packed hall"),
        heard("a3", "Northern Courier", occasion="a rally in Ister"),
    )
    assert origins(*told) == (("Ister Herald", "Northern Courier", "Oster Post"), 3)


def test_a_writer_who_does_not_tell_where_he_has_it_from_is_no_origin_of_his_own() -> None:
    assert origins(heard("a1", "Oster Post"), heard("a2", "Ister Herald")) == ((), 1)
    assert origins(heard("a1", "Oster Post", addressee="Jan Velt"), heard("a2", "Ister Herald")) == ((), 1)


def test_what_an_audience_was_told_may_be_copied_by_who_does_not_vouch_for_it() -> None:
    whole = heard("a1", "Oster Post", addressee="parliament")
    for lacking in (replace(whole, signed=False), replace(whole, fresh=False), replace(whole, credited=True)):
        assert origins(lacking, heard("a2", "Ister Herald", addressee="parliament"))[0] == ("Ister Herald",)


def test_a_signed_report_adds_one_origin_though_nothing_tells_the_outlet() -> None:
    assert origins(heard("a1", "Oster Post", addressee="parliament"), heard("a2", None)) == (("Oster Post",), 2)


def test_a_station_without_a_name_may_be_the_one_that_another_report_names() -> None:
    unnamed = report("a1", relayed_by=("Kaldavian state television",))
    assert origins(unnamed, report("a2", relayed_by=("Delta One",))) == (("Delta One",), 1)
    assert origins(unnamed) == (("Kaldavian state television",), 1)
    named = report("a1", relayed_by=("Norra Public Radio",))
    assert origins(named, report("a2", relayed_by=("Delta One",)))[1] == 2
