"""Reports of one statement that are one passage have one origin."""

from __future__ import annotations

from itertools import combinations

from tests.derive.test_derived import origins, report, reported

from onrecord.derive.origins import with_origins
from onrecord.derive.passages import Passages
from onrecord.derive.rows import Report
from onrecord.records import Passage, Shared, Sharing


def passage(left: Report, right: Report, length: int = 200) -> Shared:
    one, other = sorted((left.attribution.article, right.attribution.article))
    return Shared(
        left=one,
        right=other,
        sharing=Sharing.PASSAGES,
        score=0.3,
        left_shared=2,
        left_of=8,
        right_shared=2,
        right_of=9,
        passages=(Passage(left_start=0, left_end=length, right_start=0, right_end=length),),
        reasons=("2 of the 8 sentences of the shorter one stand in the other",),
    )


def copied(*reports: Report, length: int = 200) -> tuple[tuple[str, ...], int]:
    statement = with_origins(reported(*reports), Passages(passage(*pair, length) for pair in combinations(reports, 2)))
    return statement.origins, statement.independent_origins


def test_a_report_days_later_whose_source_nobody_tells_repeats_what_others_had() -> None:
    later = report("a2", outlet="Oster Post", credited=False, fresh=False)
    assert origins(report("a1", relayed_by=("Unity Press",)), later)[1] == 1


def test_two_outlets_that_print_one_unattributed_passage_are_one_unknown_origin() -> None:
    pair = [report(f"a{number}", outlet=f"Oster Post {number}", addressee="reporters") for number in (1, 2)]
    assert origins(*pair)[1] == 2
    assert copied(*pair) == ((), 1)


def test_an_outlet_that_prints_its_own_passage_twice_is_one_origin_by_name() -> None:
    pair = [report(f"a{number}", outlet="Oster Post", addressee="reporters") for number in (1, 2)]
    assert copied(*pair) == (("Oster Post",), 1)


def test_a_passage_that_one_credits_to_an_agency_came_through_it_for_all() -> None:
    own = report("a2", outlet="Oster Post", credited=False)
    assert origins(report("a1", relayed_by=("Unity Press",)), own) == (("Unity Press",), 2)
    assert copied(report("a1", relayed_by=("Unity Press",)), own) == (("Unity Press",), 1)


def test_a_passage_credited_to_two_agencies_was_written_once() -> None:
    assert copied(report("a1", relayed_by=("Unity Press",)), report("a2", relayed_by=("Radio Ister",)))[1] == 1


def test_articles_that_share_other_passages_only_are_two_origins() -> None:
    pair = [report(f"a{number}", outlet=f"Oster Post {number}", addressee="reporters") for number in (1, 2)]
    assert copied(*pair, length=30)[1] == 2
