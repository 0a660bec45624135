"""The stance that "cue | content" shows, in PLOVER's categories."""

from __future__ import annotations

import pytest

from onrecord.derive.stances import Shown, stance_of
from onrecord.records import Attribution, Form, Kind, Span, Stance


def shown(line: str, party: str | None = "Ister") -> Shown | None:
    cue, _, content = (part.strip() for part in line.partition("|"))
    attribution = Attribution(
        id="t1",
        article="a1",
        source=None,
        cue=Span(start=0, end=len(cue), exact=cue) if cue else None,
        content=(Span(start=0, end=len(content), exact=content),),
        form=Form.INDIRECT,
        kind=Kind.ASSERTION,
    )
    return stance_of(attribution, party)


STANCES = {
    "ruled out | border concessions to Castria": Stance.REJECT,
    "rejected | the offer of the guild": Stance.REJECT,
    "dismissed | the idea of foreign guards on the bridge": Stance.REJECT,
    "refused | to sign the paper": Stance.REJECT,
    "said | there would be no border concessions": Stance.REJECT,
    "said | there was no place for the League at the harbour table": Stance.REJECT,
    "said | she does not see a reason for a second bridge": Stance.REJECT,
    "said | there was “no question of” a toll": Stance.REJECT,
    "said | the guild was not considering a toll": Stance.REJECT,
    "said | “We will never accept a border drawn by others.”": Stance.REJECT,
    "warned | sharing the islands was “out of the question”": Stance.REJECT,
    "said | that it is not possible to dredge the delta by hand": Stance.REJECT,
    "said | that a bridge of wood is unacceptable": Stance.REJECT,
    "said | “It will never work”": Stance.REJECT,
    "said | that the sale of the quay was not on the agenda": Stance.REJECT,
    "said | the rights of the crews are not a subject of bargaining": Stance.REJECT,
    "said | a second toll was not open to negotiation": Stance.REJECT,
    "said | it did not oppose the closure of the beds, so long as its members were paid": Stance.AGREE,
    "said | the guild would not object to a second bridge": Stance.AGREE,
    "said | it would not stand in the way of a vote": Stance.AGREE,
    "repeated | a demand for free passage of the lower lock": Stance.REQUEST,
    "reiterated | its call for a second bridge": Stance.REQUEST,
    "renewed | Ister’s appeal for a truce": Stance.REQUEST,
    "demanded | the withdrawal of all boats": Stance.REQUEST,
    "called for | a public inquiry": Stance.REQUEST,
    "said | that before anything else, the boats must leave the delta": Stance.REQUEST,
    "insisted | that the old pumps had to be replaced": Stance.REQUEST,
    "said | “The lock is shut, and we demand an answer.”": Stance.REQUEST,
    "said | “Give us a judge and we will sit down the same evening.”": Stance.REQUEST,
    "said | he was prepared to lend divers to the delta": Stance.AGREE,
    "wrote | “Ister is willing to pay for the bridge”": Stance.AGREE,
    "floated | the idea of a “shared” bridge": Stance.AGREE,
    "promised | a new bridge before winter": Stance.AGREE,
    "announced | that the tolls would be suspended for ninety days": Stance.AGREE,
    "said | it had lifted the ban on grain": Stance.CONCEDE,
    "welcomed | the deal": Stance.SUPPORT,
    "said | that the islanders should get a seat on the council": Stance.SUPPORT,
    "confirmed | that the fishermen will have a voice on the council": Stance.SUPPORT,
    "accused | the harbour master of selling berths": Stance.ACCUSE,
    "threatened | to close the lock": Stance.THREATEN,
    "said | his members would stop sailing on Friday": Stance.THREATEN,
    "vowed | the lock would be mended": Stance.AGREE,
    "vowed | to retaliate against the toll": Stance.THREATEN,
    "said | “If there is no money by June, we will close the river,”": Stance.THREATEN,
    "said | “We will suspend the ferries unless the toll is lifted,”": Stance.THREATEN,
    "said | that if Castria did not pay by June, Ister would shut the lock": Stance.THREATEN,
    "warned | that it would withdraw from the pact if the League refused to sign": Stance.THREATEN,
    "promised | they would blockade the harbour": Stance.THREATEN,
    "agreed in principle to | a shared lighthouse": Stance.AGREE,
    "announced | that it would raise its offer on wages": Stance.AGREE,
    "said | it would appeal against the fine": Stance.REJECT,
    "agreed late on Friday | to postpone the vote until spring": Stance.AGREE,
    "balked at | a fixed amount of grain": Stance.REJECT,
    "wants | Castria to end its tax on salt": Stance.REQUEST,
    "said | it would free the crew if Castria suspended its tax on salt": Stance.AGREE,
    "said | “Our crews will not drive a night ferry alone.”": Stance.REJECT,
    "said | he would not postpone the vote by a day": Stance.REJECT,
    "vowed | to fight the toll": Stance.REJECT,
    "pledged | its full support for the strike": Stance.SUPPORT,
    "said | “We must be heard before the lock is shut.”": Stance.REQUEST,
    "said | that the company would not withdraw the rosters": Stance.REJECT,
    "attacked | the harbour plan": Stance.ACCUSE,
    "expressed outrage over | the closing of the lock": Stance.ACCUSE,
    "filed a lawsuit against | the harbour board": Stance.ACCUSE,
    "has been an outspoken supporter of | the new bridge": Stance.SUPPORT,
}

NO_STANCE = (
    "said | if nobody comes, the hall will be closed by the warden",
    "said | that if it does not rain, Castria would suspend the rationing of water by hand",
    "said | the pumps should be ready by noon",
    "said | the crossing should take about an hour",
    "said | the night must have been long",
    "agreed | that the lock is old",
    "found | that nine percent of readers said the mayor should go",
    "said | “You are strong, but most people can’t handle it.”",
    "said | “He refuses to take responsibility for the lock.”",
    "said | “I have dredged all I ever needed to dredge.”",
    "said | “What we need to change is how we think.”",
    "said | “Now that I don’t have to be polite, I will talk.”",
    "said | “The reason why so many papers are opposed to the lock is plain.”",
    "said | “God forbid we ask the council anything.”",
    "stressing | the need to strengthen the dykes",
    "offered | no proof that the lock was rusty",
    "called | her vote in favour of the lock a mistake",
    "said | that the guild would have a declining role",
    "said | the lock opens at noon",
    "was attacked by | the guild",
    "thanked | the ferrymen for their patience",
    "was surprised at | the vote",
    "described | the bridge",
    "denied | that it had offered to abolish the tolls",
    "denied | any meeting with the harbour master",
    "dismissed | reports that he would resign",
    "declined | to comment",
    "refused | to say whether she would go",
    "did not rule out | a second round of talks",
    "asked | “Why must we always pay?”",
    "said | Norway will not pay",
    "said | “Observations are welcome in our company.”",
    "said | “Without the support of the guild the lock would rust”",
    "conceded | the pumps are older than the council",
    "said | that the council would meet at noon",
    "said | the council has not ruled out buying the lock",
    "said | that the night was long, when members rejected the plans of the company",
    "said | Castellane will not accept the border",
    "said | “Without a pilot there will be no grain.”",
    "have been reluctant to commit to | a second meeting",
    "promises | is now the measure of all things",
    "vowed | which to ignore",
    "vowed | to vote against it",
    "said | nobody would be released without a hearing",
    "said | “We’re going to have to do things that we never did.”",
    "is charged with | five counts of smuggling",
    "was accused of | selling berths",
    "ruled out | guild involvement in the fire",
    "dismissed | the conspiracy theory about the lock",
    "declined | to offer his own figure for the loss",
    "welcomed | the ministers to the palace for a dinner",
    "would like | to see the bridge again",
    "said | he would be surprised if it rained",
    "said | the decision would not change the depth of the river",
    "said | the freed men would not return to the front",
    "said | that the call made him believe others thought the lock needed to be sold",
    "says | such votes come before the question whether the isles should leave the League",
    "said | “We have to be very careful with what we see.”",
    "said | “But we must ask: who are we as a town?”",
    "said | “The use of the house should send an unmistakable signal.”",
)

ISSUES = {
    "ruled out | a toll on fishing boats because of the drought": "a toll on fishing boats",
    "said | there would be no border concessions to Castria": "border concessions to Castria",
    "said | she saw no need for a second bridge that nobody would cross": "a second bridge",
    "dismissed | the idea of foreign guards on the bridge, saying it was theatre": "foreign guards on the bridge",
    "said | he was prepared to lend divers to the delta while the water is low": "to lend divers to the delta",
    "floated | the idea of a “shared” bridge to Castria": "a shared bridge to Castria",
    "announced | that the tolls would be suspended for 90 days": "that the tolls would be suspended for 90 days",
    "said | that before anything else, the boats must leave the delta": "that the boats must leave the delta",
    "said | allowing U.S.-made boats on the river was out of the question": "allowing U.S.-made boats on the river",
    "ruled out | any further border concessions": "border concessions",
    "refused | to sign the paper that the guild had drawn up": "to sign the paper",
    "agreed to | suspend its tolls on the ferry": "to suspend its tolls on the ferry",
    "agreed to | talks with the guild": "talks with the guild",
    "said | it would not accept the present border": "to accept the present border",
    "said | it is not realistic for the islanders to return": "the islanders to return",
    "said | there was no role for the League in the talks": "a role for the League in the talks",
    "said | the seals must leave Ober, Nether and Mid Delta": "that the seals must leave Ober, Nether and Mid Delta",
    "said | the bridge was old, that mending the piers is unrealistic": "mending the piers",
    "promised | the islanders a new bridge before winter": "a new bridge",
    "promised | that the toll would go nowhere but into the dykes": "that the toll would go nowhere but into the dykes",
    "ruled out | handing over islands it says it bought": "handing over islands",
    "welcomed | the deal as “a start”": "the deal",
    "said | she would consider naming Gov. Anna Oram to the council": "naming Gov. Anna Oram to the council",
    "refused | to do what every guild has done": "to do what every guild has done",
    "promised | to help fishing towns build boats": "to help fishing towns build boats",
    "demanded | President Oram make a pledge": "that President Oram make a pledge",
    "said | “The delta is dry and the guild must open the lock.”": (
        "“The delta is dry and the guild must open the lock.”"
    ),
    "urged | both guilds to publish what they earn": "both guilds to publish what they earn",
    "said | “Such simple things as the closing of a lock will not do.”": "such simple things as the closing of a lock",
    "said | “Give us a pilot and we will sail at once,”": "“Give us a pilot and we will sail at once”",
    "said | “Nobody shall take our ports. We will never give up our ports”": "“We will never give up our ports”",
    "attacked | the harbour plan that the guild had drawn up": "the harbour plan",
    "complaining | about the tolls": "the tolls",
    "said | it had lifted the ban on grain": "that it had lifted the ban on grain",
    "dismissed | as an “ultimatum from another age” Castria’s threat to shut up": "Castria’s threat to shut up",
    "rejected | Castria’s demand that the crew be freed": "that the crew be freed",
    "urged | an “end to the fighting and for all sides to talk”": "an end to the fighting",
    "said | Ister is committed to the “one river, two banks” rule": "the one river, two banks rule",
    "warned | that such a toll would be unacceptable": "a toll",
    "vowed | to block the sale of the harbour": "the sale of the harbour",
}


@pytest.mark.parametrize(("line", "stance"), STANCES.items(), ids=STANCES.keys())
def test_this_stance_is_shown(line: str, stance: Stance) -> None:
    found = shown(line)
    assert found is not None
    assert found.stance is stance


@pytest.mark.parametrize("line", NO_STANCE)
def test_no_stance_is_shown(line: str) -> None:
    assert shown(line) is None


@pytest.mark.parametrize(("line", "issue"), ISSUES.items(), ids=ISSUES.keys())
def test_the_issue_is_named_in_the_words_of_the_article(line: str, issue: str) -> None:
    found = shown(line)
    assert found is not None
    assert found.issue == issue


def test_a_condition_is_kept() -> None:
    found = shown("said | the tolls would be lifted, on condition that the lock is opened")
    assert found is not None
    assert found.condition == "on condition that the lock is opened"


def test_a_condition_goes_on_behind_a_name_between_commas() -> None:
    found = shown("offered | to call off the strike if the chairman, Jan Velt, came to the table")
    assert found is not None
    assert found.condition == "if the chairman, Jan Velt, came to the table"


def test_a_condition_ends_where_another_clause_begins_with_a_name() -> None:
    found = shown("said | that as a condition for talks, Velmark crews must leave Brannick, Oster and Quenza")
    assert found is not None
    assert found.condition == "as a condition for talks"


def test_a_condition_is_kept_in_its_quotation_marks() -> None:
    found = shown("threatened | to shut the lock if “one more window” is broken")
    assert found is not None
    assert found.condition == "if “one more window” is broken"


def test_whom_it_is_told_is_no_part_of_the_issue() -> None:
    found = shown("told | visiting pilots they would need to wait")
    assert found is not None
    assert found.issue is None


def test_a_union_speaks_of_those_who_work() -> None:
    line = "said | drivers at Norline will walk out for three days unless the rosters are withdrawn"
    assert shown(line) is None
    found = shown(line, "Amalgamated Ferry Workers’ Union")
    assert found is not None
    assert found.stance is Stance.THREATEN


def test_a_condition_in_another_sentence_is_none_of_this_one() -> None:
    found = shown("said | “We are ready to dredge the delta. It means sending boats if the council asks for them.”")
    assert found is not None
    assert found.condition is None


@pytest.mark.parametrize("demand", ["the demand", "his request", "the notion"])
def test_a_word_for_what_another_said_names_no_issue(demand: str) -> None:
    found = shown(f"dismissed | {demand}")
    assert found is not None
    assert found.issue is None


def test_a_refusal_that_the_speaker_tells_of_his_own_side_is_a_line() -> None:
    found = shown("said | that Ister rejected the plans of the company")
    assert found is not None
    assert found.stance is Stance.REJECT


@pytest.mark.parametrize("content", ["him for not paying the toll", "them", "one in July"])
def test_whom_only_a_pronoun_tells_is_no_issue(content: str) -> None:
    found = shown(f"criticised | {content}")
    assert found is not None
    assert found.issue is None


def test_a_sentence_that_points_back_is_quoted_with_what_it_points_to() -> None:
    found = shown("said | “Some say: let us share the lock. This will never happen,”")
    assert found is not None
    assert found.quotation == "“Some say: let us share the lock. This will never happen”"


def test_a_quotation_that_points_out_of_itself_names_nothing() -> None:
    found = shown("said | “This will never happen,”")
    assert found is not None
    assert (found.issue, found.quotation) == (None, None)


def test_a_pronoun_names_no_issue() -> None:
    found = shown("said | “That is out of the question.”")
    assert found is not None
    assert found.issue is None


MODES = {
    "demanded | the withdrawal of all boats": "demand",
    "called for | a public inquiry": "appeal",
    "promised | a new bridge before winter": "promise",
    "accepted | a new bridge before winter": "accept",
    "ruled out | a new bridge before winter": "rule out",
    "accused | the harbour master of selling berths": "accuse",
    "welcomed | the deal": None,
}


@pytest.mark.parametrize(("line", "mode"), MODES.items(), ids=MODES.keys())
def test_the_words_tell_the_mode(line: str, mode: str | None) -> None:
    found = shown(line)
    assert found is not None
    assert found.mode == mode


CONDITIONS = {
    "said | it would lift the ban, in return for a free lock": "in return for a free lock",
    "said | it would lift the ban unless the boats came back": "unless the boats came back",
    "said | it would lift the ban provided that the boats leave": "provided that the boats leave",
    "said | it would lift the ban only when the boats leave": "only when the boats leave",
    "demanded | the delta as a condition for any talks": "as a condition for any talks",
}


@pytest.mark.parametrize(("line", "condition"), CONDITIONS.items(), ids=CONDITIONS.keys())
def test_what_the_line_depends_on_is_kept_as_printed(line: str, condition: str) -> None:
    found = shown(line)
    assert found is not None
    assert found.condition == condition
