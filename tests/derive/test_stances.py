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
    "said | she saw no role for the League in the talks": Stance.REJECT,
    "said | that he didn’t see any role for the League": Stance.REJECT,
    "said | there could be “no thought of” a toll": Stance.REJECT,
    "said | the guild was not weighing a toll": Stance.REJECT,
    "said | “We will never accept a border drawn by others.”": Stance.REJECT,
    "warned | giving up the islands was “non-negotiable”": Stance.REJECT,
    "said | that it is not realistic to return to the old border": Stance.REJECT,
    "said | that a return to the old border is unrealistic": Stance.REJECT,
    "said | “This will not happen”": Stance.REJECT,
    "demanded | the withdrawal of all boats": Stance.REQUEST,
    "called for | a public inquiry": Stance.REQUEST,
    "said | that as a condition for talks, the boats must leave the delta": Stance.REQUEST,
    "insisted | that deeper faults needed to be mended": Stance.REQUEST,
    "said | “Give us a judge and we will sit down the same evening.”": Stance.REQUEST,
    "said | he was ready to send divers to the delta": Stance.AGREE,
    "wrote | “Ister is willing to pay for the bridge”": Stance.AGREE,
    "raised | the possibility of an “exchange” of islands": Stance.AGREE,
    "promised | a new bridge before winter": Stance.AGREE,
    "announced | that the tolls would be suspended for ninety days": Stance.AGREE,
    "said | it had lifted the ban on grain": Stance.CONCEDE,
    "welcomed | the deal": Stance.SUPPORT,
    "said | that the islanders must play a role in the talks": Stance.SUPPORT,
    "reaffirmed | that the islanders would have a say in the process": Stance.SUPPORT,
    "accused | the harbour master of selling berths": Stance.ACCUSE,
    "threatened | to close the lock": Stance.THREATEN,
    "said | his members would stop sailing on Friday": Stance.THREATEN,
}

NO_STANCE = (
    "said | the lock opens at noon",
    "denied | that it had offered to abolish the tolls",
    "denied | any call between the two presidents",
    "dismissed | reports that he would resign",
    "declined | to comment",
    "refused | to say whether she would go",
    "did not rule out | a second round of talks",
    "asked | “How should we give in?”",
    "said | Norway will not pay",
    "said | “Observations are welcome in our company.”",
    "said | “We have a low chance without the support of our neighbours”",
    "conceded | his fleet lacks the boats for it",
    "said | that the two sides would begin talks",
)

ISSUES = {
    "ruled out | border concessions to Castria as part of a peace": "border concessions to Castria",
    "said | there would be no border concessions to Castria": "border concessions to Castria",
    "said | she saw no role for the League in talks over how to end the blockade": "role for the League in talks",
    "dismissed | the idea of foreign guards on the bridge, saying it was theatre": "foreign guards on the bridge",
    "said | he was ready to send divers to the delta as leaders meet": "send divers to the delta",
    "raised | the possibility of an “exchange” of islands with Castria": "exchange of islands with Castria",
    "announced | that the tolls would be suspended for ninety days": "tolls would be suspended for ninety days",
    "said | that as a condition for talks, the boats must leave the delta": "boats must leave the delta",
    "said | allowing U.S.-made boats on the river was out of the question": "allowing U.S.-made boats on the river",
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


def test_a_pronoun_names_no_issue() -> None:
    found = shown("said | “This is undeniable and non-negotiable.”")
    assert found is not None
    assert found.issue is None
