from __future__ import annotations

from dataclasses import replace

import pytest
from tests.derive.test_derived import report, reported, span

from onrecord.derive.positions import positions_of
from onrecord.derive.rows import Reported
from onrecord.records import Form, Stance

SWAP = "a swap of land along the delta"


def told(content: str, start: int, *, cue: str, party: str, article: str = "a1") -> Reported:
    row = report(article, content, cue=cue, form=Form.INDIRECT)
    return reported(
        replace(row, attribution=replace(row.attribution, content=(span(content, start),))), party=party, said_on=None
    )


def issues(*rows: Reported) -> list[tuple[str, Stance, str]]:
    return sorted((each.actor_name, each.stance, each.issue) for each in positions_of("story", rows))


@pytest.mark.parametrize("bare", ["an idea", "an old idea", "a proposal", "something"])
def test_a_bare_word_behind_a_dash_is_about_what_was_told_before_it(bare: str) -> None:
    before = told(SWAP, 40, cue="proposed", party="Skarn")
    row = told(bare, 40 + len(SWAP) + 3, cue="has firmly rejected", party="Ister")
    assert issues(before, row) == [("Ister", Stance.REJECT, SWAP), ("Skarn", Stance.AGREE, SWAP)]


@pytest.mark.parametrize(
    ("start", "article"), [(40 + len(SWAP) + 80, "a1"), (40 + len(SWAP) + 3, "a2"), (40 + len(SWAP) - 3, "a1")]
)
def test_a_bare_word_elsewhere_names_no_issue(start: int, article: str) -> None:
    before = told(SWAP, 40, cue="proposed", party="Skarn")
    row = told("an idea", start, cue="rejected", party="Ister", article=article)
    assert issues(before, row) == [("Skarn", Stance.AGREE, SWAP)]


def test_a_bare_word_behind_what_shows_no_line_names_no_issue() -> None:
    before = told("the river rose by a metre", 40, cue="said", party="Skarn")
    assert issues(before, told("a claim", 68, cue="rejected", party="Ister")) == []


@pytest.mark.parametrize("content", ["an idea of a land swap", "a proposal for a joint police"])
def test_a_word_with_what_it_is_about_needs_nothing_before_it(content: str) -> None:
    before = told(SWAP, 40, cue="proposed", party="Skarn")
    (_, stance, issue), *_ = issues(before, told(content, 40 + len(SWAP) + 3, cue="rejected", party="Ister"))
    assert (stance, issue) == (Stance.REJECT, content)


@pytest.mark.parametrize("name", ["70%", "70% of Skarnians", "62 percent of Voters", "1,200"])
def test_those_asked_in_a_poll_are_no_party(name: str) -> None:
    assert issues(told("a swap of land", 40, cue="rejected", party=name)) == []


@pytest.mark.parametrize("name", ["5Star Movement", "Article 19", "Group of 7", "Ister"])
def test_a_party_may_have_a_figure_in_its_name(name: str) -> None:
    assert len(issues(told("a swap of land", 40, cue="rejected", party=name))) == 1


@pytest.mark.parametrize("cue", ["according to", "reported", "cited"])
@pytest.mark.parametrize("name", ["Reuters", "KTSA"])
def test_what_an_agency_passes_on_is_no_line_of_its_own(cue: str, name: str) -> None:
    own = told("we will not sign the paper", 40, cue="said", party="Ister")
    carried = replace(own.reports[0].attribution, relayed_by=("KTSA",))
    first = replace(own, reports=(replace(own.reports[0], attribution=carried),))
    row = told("“We will not sign the paper”", 90, cue=cue, party=name)
    attribution = replace(row.reports[0].attribution, speaker_name=name)
    row = replace(row, reports=(replace(row.reports[0], attribution=attribution),))
    assert [party for party, _, _ in issues(first, row)] == ["Ister"]


def test_a_broadcaster_may_take_a_line_of_its_own() -> None:
    assert issues(told("to hand over the tapes", 40, cue="refused", party="Reuters"))


def test_whom_one_blames_is_no_name_for_what_others_say_of_it() -> None:
    blamed = told("Skarn for the fire at the lock", 40, cue="blamed", party="Ister")
    row = told("the fire at the lock", 400, cue="condemned", party="Hestmark")
    assert {issue for _, _, issue in issues(blamed, row)} == {"the fire at the lock"}
