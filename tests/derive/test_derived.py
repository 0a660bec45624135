"""Origins, positions and discrepancies of statements and figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.derive.differences import statement_discrepancies
from onrecord.derive.figure_differences import figure_discrepancies
from onrecord.derive.origins import with_origins
from onrecord.derive.positions import positions_of
from onrecord.derive.rows import Figure, Report, Reported
from onrecord.records import (
    Attribution,
    Discrepancy,
    DiscrepancyKind,
    Form,
    Kind,
    Position,
    Span,
    Stance,
    Statement,
)
from onrecord.text.stems import content_stems


def span(text: str, start: int = 0) -> Span:
    return Span(start=start, end=start + len(text), exact=text)


def report(
    article: str,
    content: str = "“Nobody will pay to go home.”",
    *,
    cue: str = "said",
    relayed_by: tuple[str, ...] = (),
    outlet: str | None = None,
    addressee: str | None = None,
    credited: bool = True,
    signed: bool = False,
    occasion: str | None = None,
    fresh: bool = True,
    form: Form = Form.DIRECT,
    said_on: str | None = None,
) -> Report:
    return Report(
        attribution=Attribution(
            id=f"t {article} {content}",
            article=article,
            source=None,
            cue=span(cue),
            content=(span(content, 40),),
            form=form,
            kind=Kind.ASSERTION,
            relayed_by=relayed_by,
            addressee=span(addressee) if addressee else None,
            occasion=span(occasion) if occasion else None,
            said_on=said_on,
        ),
        outlet=outlet,
        credited=credited,
        signed=signed,
        fresh=fresh,
    )


def reported(*reports: Report, party: str = "Ister", said_on: str | None = None, name: str = "") -> Reported:
    text = reports[0].attribution.text
    return Reported(
        statement=Statement(
            id=f"s {name or text} {said_on}",
            speaker="p1",
            said_on=said_on,
            text=text,
            attributions=tuple(each.attribution.id for each in reports),
        ),
        reports=reports,
        party=f"p {party}",
        party_name=party,
    )


def origins(*reports: Report) -> tuple[tuple[str, ...], int]:
    statement = with_origins(reported(*reports))
    return statement.origins, statement.independent_origins


def line(content: str, *, party: str = "Ister", on: str | None = None, cue: str = "said") -> Reported:
    return reported(report("a1", content, cue=cue, form=Form.INDIRECT), party=party, said_on=on)


def test_three_copies_of_one_wire_report_have_one_origin() -> None:
    assert origins(*(report(f"a{number}", relayed_by=("Unity Press",)) for number in range(3))) == (("Unity Press",), 1)


def test_an_agency_and_a_paper_that_heard_it_are_two_origins() -> None:
    found = origins(report("a1", relayed_by=("Unity Press",)), report("a2", relayed_by=("Oster Post",)))
    assert found == (("Oster Post", "Unity Press"), 2)


def test_a_paper_to_which_it_was_said_is_an_origin_of_its_own() -> None:
    own = report("a2", outlet="Oster Post", addressee="the Oster Post")
    assert origins(report("a1", relayed_by=("Unity Press",)), own) == (("Oster Post", "Unity Press"), 2)


def test_a_paper_whose_reporter_was_among_those_told_is_an_origin_of_its_own() -> None:
    own = report("a2", outlet="Oster Post", addressee="reporters")
    assert origins(report("a1", relayed_by=("Unity Press",)), own)[1] == 2


def test_words_through_two_hands_have_the_origin_of_the_farther() -> None:
    far = report("a1", relayed_by=("Oster Post", "Unity Press"))
    assert origins(far, report("a2", relayed_by=("Unity Press",))) == (("Unity Press",), 1)


def test_an_origin_not_told_counts_one_where_no_other_is_known() -> None:
    assert origins(report("a1"), report("a2")) == ((), 1)


def test_an_origin_not_told_may_be_a_copy_where_the_article_credits_others() -> None:
    assert origins(report("a1", relayed_by=("Unity Press",)), report("a2", outlet="Oster Post"))[1] == 1


def test_an_article_that_credits_nobody_adds_one_origin() -> None:
    own = report("a2", outlet="Oster Post", credited=False)
    assert origins(report("a1", relayed_by=("Unity Press",)), own)[1] == 2


def test_an_outlet_cited_by_another_is_the_origin_of_its_own_report() -> None:
    found = origins(report("a1", relayed_by=("Oster Post",)), report("a2", outlet="Oster Post"))
    assert found == (("Oster Post",), 1)


def only(positions: tuple[Position, ...]) -> Position:
    assert len(positions) == 1
    return positions[0]


def test_statements_on_one_thing_are_one_position() -> None:
    position = only(
        positions_of(
            "y1",
            [
                line("there would be no border concessions to Castria", on="2031-05-03"),
                line("border concessions to Castria", cue="ruled out", on="2031-05-04"),
            ],
        )
    )
    assert (position.stance, position.said_on) == (Stance.REJECT, ("2031-05-03", "2031-05-04"))


def test_a_position_is_named_after_what_most_reports_call_it() -> None:
    position = only(positions_of("y1", [line("any new border concessions", cue="ruled out")]))
    assert position.issue == "border concessions"


def test_two_parties_share_a_name_that_fits_both() -> None:
    found = positions_of(
        "y1",
        [
            line("ending its tolls on the river ferries", cue="ruled out"),
            line("the tolls on the river ferries", party="Castria", cue="rejected"),
        ],
    )
    assert {each.issue for each in found} == {"the tolls on the river ferries"}


def test_to_suspend_and_to_lift_are_one_issue() -> None:
    found = positions_of(
        "y1",
        [
            line("suspending the tolls", cue="ruled out", on="2031-05-06"),
            line("Ister will not lift the tolls on barges of the delta", on="2031-05-06"),
        ],
    )
    assert [len(each.statements) for each in found] == [2]


def test_a_bare_noun_meets_the_issue_that_it_is_the_head_of() -> None:
    found = positions_of(
        "y1",
        [line("the tolls on river barges", cue="ruled out"), line("the tolls", party="Castria", cue="demanded")],
    )
    assert {each.issue for each in found} == {"the tolls on river barges"}


def test_a_bare_word_for_anything_meets_no_issue() -> None:
    found = positions_of(
        "y1", [line("the deal on river barges", cue="ruled out"), line("the deal", party="Castria", cue="welcomed")]
    )
    assert len({each.issue for each in found}) == 2


def test_the_condition_of_an_undated_statement_is_not_that_of_a_day() -> None:
    found = only(
        positions_of(
            "y1",
            [
                line("to close the eastern lock", cue="threatened", on="2031-05-06"),
                line("to close the eastern lock if the tolls stay in force", cue="threatened"),
            ],
        )
    )
    assert (found.said_on, found.condition) == (("2031-05-06",), None)


def test_an_issue_is_named_without_the_amount() -> None:
    (found,) = positions_of("y1", [line("an offer to raise river wages by 11 percent", cue="rejected")])
    assert found.issue == "an offer to raise river wages"


def test_a_line_whose_issue_no_words_name_is_left_out() -> None:
    assert positions_of("y1", [line("the demand", cue="dismissed")]) == ()


@pytest.mark.parametrize("party", ["union", "Copper miners", "its president", "Castria’s port minister", "the Council"])
def test_a_bare_description_is_no_party(party: str) -> None:
    assert positions_of("y1", [line("border concessions to Castria", cue="ruled out", party=party)]) == ()


@pytest.mark.parametrize("party", ["Ister", "Ilse van der Oram", "Delta League", "Miners of the Nether Delta", "3M"])
def test_a_name_is_a_party(party: str) -> None:
    assert positions_of("y1", [line("border concessions to Castria", cue="ruled out", party=party)]) != ()


def test_two_parties_have_two_positions_on_one_issue() -> None:
    found = positions_of(
        "y1",
        [
            line("there would be no river toll on barges"),
            line("the river toll on barges", party="Castria", cue="demanded"),
        ],
    )
    assert {(each.actor_name, each.issue) for each in found} == {
        ("Ister", "river toll on barges"),
        ("Castria", "river toll on barges"),
    }


def test_a_position_that_moves_names_the_one_it_follows() -> None:
    before, after = positions_of(
        "y1",
        [
            line("suspending the ferry tolls", cue="ruled out", on="2031-05-06"),
            line("that the ferry tolls would be suspended", cue="announced", on="2031-05-09"),
        ],
    )
    assert (before.changed, after.changed) == (None, before.id)


def test_two_stances_of_one_day_are_no_change() -> None:
    found = positions_of(
        "y1",
        [
            line("suspending the ferry tolls", cue="ruled out", on="2031-05-06"),
            line("the ferry tolls", cue="welcomed", on="2031-05-06"),
        ],
    )
    assert [each.changed for each in found] == [None, None]


def test_an_undated_statement_is_no_change() -> None:
    found = positions_of(
        "y1",
        [
            line("suspending the ferry tolls", cue="ruled out", on="2031-05-06"),
            line("that the ferry tolls would be suspended", cue="announced"),
        ],
    )
    assert [each.changed for each in found] == [None, None]


def test_that_one_will_not_resign_is_ones_own_line() -> None:
    told = line("he had no intention of stepping down")
    mine = replace(told.reports[0].attribution, speaker_name="Joris Pell")
    own = replace(told, reports=(replace(told.reports[0], attribution=mine),))
    assert only(positions_of("y1", [own])).actor_name == "Joris Pell"


def test_what_takes_no_line_is_no_position() -> None:
    assert positions_of("y1", [line("the lock opens at noon")]) == ()


def test_the_order_of_statements_changes_no_position() -> None:
    lines = [
        line("suspending the ferry tolls", cue="ruled out", on="2031-05-06"),
        line("that the ferry tolls would be suspended", cue="announced", on="2031-05-09"),
        line("border concessions to Castria", cue="ruled out", on="2031-05-04"),
        line("the river toll on barges", party="Castria", cue="demanded"),
    ]
    assert set(positions_of("y1", lines)) == set(positions_of("y1", lines[::-1]))


def kinds(*reports: Report) -> list[tuple[DiscrepancyKind, str | None]]:
    return [(each.kind, each.explained) for each in statement_discrepancies("y1", reported(*reports))]


def test_two_wordings_of_one_quotation_are_shown() -> None:
    found = kinds(
        report("a1", "“Nobody will ever pay to go home to the islands.”"),
        report("a2", "“Nobody will ever have to pay to go home to the delta.”"),
    )
    assert found == [(DiscrepancyKind.WORDING, None)]


def test_a_quotation_cut_short_is_explained() -> None:
    found = kinds(
        report("a1", "“Nobody will pay to go home. The harbour belongs to those who dug it.”"),
        report("a2", "“Nobody will pay to go home.”"),
    )
    assert found == [(DiscrepancyKind.WORDING, "quoted in part")]


def test_where_words_differ_a_mere_cut_is_beside_the_point() -> None:
    (found,) = statement_discrepancies(
        "y1",
        reported(
            report("a1", "“Nobody will pay to go home. The harbour belongs to those who dug it by hand.”"),
            report("a2", "“Nobody will pay to go home.”"),
            report("a3", "“Nobody will pay to go home. The harbour belongs to the people who dug it.”"),
        ),
    )
    assert [value.articles for value in found.values] == [("a1",), ("a3",)]


def test_a_quotation_named_by_its_first_words_is_closed() -> None:
    (found,) = statement_discrepancies(
        "y1",
        reported(
            report("a1", "“Nobody will pay to go home. The harbour belongs to those who dug it by hand.”"),
            report("a2", "“Nobody will pay to go home.”"),
        ),
    )
    assert found.about == "“Nobody will pay to go home. The harbour belongs to those who …”"


def test_other_quotation_marks_are_no_other_wording() -> None:
    assert kinds(report("a1", "“Nobody will pay.”"), report("a2", '"Nobody will pay,"')) == []


def test_words_that_came_two_ways_are_shown() -> None:
    found = kinds(report("a1", relayed_by=("Unity Press",)), report("a2", relayed_by=("Oster Post",)))
    assert [kind for kind, _ in found] == [DiscrepancyKind.CHANNEL]


def test_two_names_in_one_place_of_a_statement_are_shown() -> None:
    found = kinds(
        report("a1", "there was no seat for Castria at the table", form=Form.INDIRECT),
        report("a2", "at the table there would be no seat for the Delta League", form=Form.INDIRECT),
    )
    assert [kind for kind, _ in found] == [DiscrepancyKind.TERM]


def test_two_names_of_one_state_are_no_difference() -> None:
    found = kinds(
        report("a1", "there was no seat for Britain at the table", form=Form.INDIRECT),
        report("a2", "at the table there was no seat for the United Kingdom", form=Form.INDIRECT),
    )
    assert found == []


def test_one_article_does_not_differ_from_itself() -> None:
    assert kinds(report("a1", "“Nobody will pay.”"), report("a1", "“Nobody will ever pay.”")) == []


def figure(article: str, sentence: str, value: str, *, unit: str = "", rough: str = "") -> Figure:
    at = sentence.index(value)
    behind = sentence[at + len(value) :].partition(",")[0]
    return Figure(
        article=article,
        span=span(value, at),
        sentence=span(sentence),
        value=float(value.replace(",", "")),
        unit=unit,
        counted=tuple(content_stems(" ".join(behind.split()[:4]))),
        stems=tuple(sorted(set(content_stems(sentence)) - set(content_stems(value)))),
        rough=rough,
    )


def differing(*figures: Figure) -> list[Discrepancy]:
    return list(figure_discrepancies("y1", figures))


def test_one_thing_counted_differently_is_shown_with_both_places() -> None:
    found = differing(
        figure("a1", "The rescuers found 17 miners in the flooded gallery at dawn.", "17"),
        figure("a2", "At dawn rescuers reached 19 miners in the flooded gallery.", "19"),
    )
    assert [[value.articles for value in each.values] for each in found] == [[("a1",), ("a2",)]]


def test_what_is_counted_is_told_without_the_number_of_either_side() -> None:
    (found,) = differing(
        figure("a1", "The rescuers found 17 miners in the flooded gallery at dawn.", "17"),
        figure("a2", "At dawn rescuers reached 19 miners in the flooded gallery.", "19"),
    )
    assert found.about == "At dawn rescuers reached … miners in the flooded gallery."


def test_two_things_counted_are_no_difference() -> None:
    assert not differing(
        figure("a1", "The rescuers found 17 miners in the flooded gallery at dawn.", "17"),
        figure("a2", "The company sold 19 barges of copper to a trader from Oster.", "19"),
    )


def test_figures_of_two_units_are_no_difference() -> None:
    assert not differing(
        figure("a1", "The toll on the river ferry for lorries is 38 crowns a trip.", "38", unit="crown"),
        figure("a2", "The toll on the river ferry for lorries takes 4 minutes a trip.", "4", unit="minute"),
    )


def test_an_article_that_has_both_figures_is_not_set_against_one() -> None:
    assert not differing(
        figure("a1", "The rescuers found 17 miners in the flooded gallery at dawn.", "17"),
        figure("a2", "At dawn rescuers reached 19 miners in the flooded gallery.", "19"),
        figure("a2", "The company spoke of 17 miners in the flooded gallery.", "17"),
    )


def test_a_rounded_figure_is_explained() -> None:
    found = differing(
        figure(
            "a1", "The river toll on ferries brought in 4.2 million crowns last spring.", "4.2", unit="million crown"
        ),
        figure(
            "a2",
            "Last spring the river toll on ferries brought some 4 million crowns.",
            "4",
            unit="million crown",
            rough="some",
        ),
    )
    assert [each.explained for each in found] == ["one is rounded"]


def test_a_bound_that_the_other_figure_keeps_is_explained() -> None:
    found = differing(
        figure(
            "a1",
            "More than 4,000 people heard Oram speak in Tarnholt on Friday.",
            "4,000",
            unit="person",
            rough="more than",
        ),
        figure(
            "a2", "About 4,200 people heard Oram speak in Tarnholt on Friday.", "4,200", unit="person", rough="about"
        ),
    )
    assert [each.explained for each in found] == ["one is a bound, and the other lies within it"]


def test_a_bound_far_from_the_other_figure_explains_nothing() -> None:
    found = differing(
        figure(
            "a1",
            "More than 600 lorries were waiting at Brannick on Tuesday morning.",
            "600",
            unit="lorry",
            rough="more than",
        ),
        figure("a2", "By the guild's count 900 lorries stood at Brannick on Tuesday morning.", "900", unit="lorry"),
    )
    assert [each.explained for each in found] == [None]


def test_a_figure_that_is_said_to_move_is_no_difference() -> None:
    assert not differing(
        figure("a1", "The company offered its miners 11 percent more in pensions.", "11", unit="percent"),
        figure("a2", "The company raised its offer to miners on pensions to 14 percent more.", "14", unit="percent"),
    )


def test_a_name_before_a_noun_is_no_other_term() -> None:
    found = kinds(
        report("a1", "she would hold talks with Quenza in spring", form=Form.INDIRECT),
        report("a2", "she would hold talks with Santeran envoys in spring", form=Form.INDIRECT),
    )
    assert found == []


def test_a_thing_told_with_many_numbers_is_a_series_and_no_difference() -> None:
    series = [
        figure(
            f"a{number}", f"The ferry across the river carried {number} passengers on its sailing at dawn.", str(number)
        )
        for number in range(20, 30)
    ]
    assert differing(*series) == []


def test_copies_of_an_article_add_no_difference_of_their_own() -> None:
    found = [figure(f"a{n}", "The rescuers found 17 miners in the flooded gallery at dawn.", "17") for n in range(5)]
    other = figure("b", "At dawn rescuers reached 19 miners in the flooded gallery.", "19")
    (difference,) = differing(*found, other)
    assert [len(value.articles) for value in difference.values] == [5, 1]
