"""How papers tell a line otherwise than by "rejected" and "demanded", and what looks like one and is none."""

from __future__ import annotations

import pytest
from tests.derive.test_stances import shown

from onrecord.derive.phrases import quotation
from onrecord.derive.stances import further_stances
from onrecord.records import Attribution, Form, Kind, Span, Stance

STANCES = {
    # what is no longer to be talked about
    "said | a truce that leaves the guns on the dyke would be “a non-starter”": Stance.REJECT,
    "said | an exemption for cars “isn’t on the table,”": Stance.REJECT,
    "said | a second bridge was dead on arrival": Stance.REJECT,
    "said | a swap of prisoners was not under consideration": Stance.REJECT,
    "said | no delay was being considered": Stance.REJECT,
    "said | foreign guards have no place on the dyke": Stance.REJECT,
    "said | “There is nothing here to haggle over.”": Stance.REJECT,
    "said | the answer was still no": Stance.REJECT,
    "said | it was too early to talk about lifting the toll": Stance.REJECT,
    "called | the plan “a non-starter”": Stance.REJECT,
    # what one does not do, is against, or will vote down
    "said | Ister does not negotiate with smugglers": Stance.REJECT,
    "said | “We do not trade prisoners.”": Stance.REJECT,
    "said | the guild was against any pause": Stance.REJECT,
    "said | he would vote to repeal the toll": Stance.REJECT,
    "said | no Isterian government would sign away the harbour": Stance.REJECT,
    "scotched | any talk of a swap": Stance.REJECT,
    "said | Ister opposed the plan": Stance.REJECT,
    "poured cold water on | the idea of observers": Stance.REJECT,
    "said no to | the plan": Stance.REJECT,
    # what others are to do
    "said | Castria must leave the delta": Stance.REQUEST,
    "said | Castria should not strike back": Stance.REQUEST,
    "said | it was time for the council to resign": Stance.REQUEST,
    "said | “Stop the barges now,”": Stance.REQUEST,
    "said | “Lift the siege of the port,”": Stance.REQUEST,
    "said | “Bring them home,”": Stance.REQUEST,
    "said | “We want our boats back,”": Stance.REQUEST,
    "said | Castria had until Friday to pay": Stance.REQUEST,
    "said | it expected Castria to honour the contract": Stance.REQUEST,
    "said | “We need a truce now,”": Stance.REQUEST,
    "said | it was up to Castria to make the next move": Stance.REQUEST,
    "insisted | that the truce be respected": Stance.REQUEST,
    "asked | Castria to pay its debts": Stance.REQUEST,
    "told | Castria to pay up": Stance.REQUEST,
    "wants | the price tied to the market": Stance.REQUEST,
    # offers and promises that hang on something, and openness
    "said | the guild would mediate as long as both sides asked it to": Stance.AGREE,
    "said | it could send divers if the council asked for them": Stance.AGREE,
    "said | if the boats left, Ister would pay for the bridge": Stance.AGREE,
    "said | it no longer objected to observers": Stance.AGREE,
    "said | it had no objection to a vote": Stance.AGREE,
    "said | Ister would let food through": Stance.AGREE,
    "said | it would hold off on the toll for 90 days": Stance.AGREE,
    "said | it would resume the ferry at noon": Stance.AGREE,
    "said | her door was open to the guild": Stance.AGREE,
    "said | Ister accepted the offer": Stance.AGREE,
    "said | “We accept the ruling,”": Stance.AGREE,
    "said | the government had approved the deal": Stance.AGREE,
    "said | he was prepared to strike a deal if the boats left": Stance.AGREE,
    "said | talks were possible once the boats had left": Stance.AGREE,
    # harm, on whatever it hangs
    "said | his government would answer in kind if the duty took effect": Stance.THREATEN,
    "warned | that the guild would suspend its fishing accord should the duty come into force": Stance.THREATEN,
    "said | the guild would picket the harbour until the wage was paid": Stance.THREATEN,
    "warned | that it would cut off the gas in January": Stance.THREATEN,
    "warned | that any attempt on the dyke would be met “with everything we have”": Stance.THREATEN,
    "said | it reserved the right to close the strait": Stance.THREATEN,
    "said | “If they don’t pay, we close the lock,”": Stance.THREATEN,
    "said | all options were on the table": Stance.THREATEN,
    "said | it was prepared to use force": Stance.THREATEN,
    "said | “They will regret it,”": Stance.THREATEN,
    "vowed | revenge": Stance.THREATEN,
    # backing and blame
    "said | Ister stood “shoulder to shoulder” with the pilots": Stance.SUPPORT,
    "said | the appeal had her full backing": Stance.SUPPORT,
    "said | it saw merit in the plan": Stance.SUPPORT,
    "said | she stood by the harbour master": Stance.SUPPORT,
    "described | the paper as a step in the right direction": Stance.SUPPORT,
    "voiced | support for the pilots": Stance.SUPPORT,
    "threw its weight behind | the pilots": Stance.SUPPORT,
    "said | Castria was to blame for the fire": Stance.ACCUSE,
    "said | Castria had violated the truce": Stance.ACCUSE,
    "said | “They have betrayed us,”": Stance.ACCUSE,
    "said | “He lied to us,”": Stance.ACCUSE,
    "said | “The minister should be ashamed,”": Stance.ACCUSE,
    "voiced | anger at the verdict": Stance.ACCUSE,
    "said | Castria was siphoning off gas": Stance.ACCUSE,
    "said | Castria bore full responsibility for the flood": Stance.ACCUSE,
    "called | the pause a betrayal of the crews": Stance.ACCUSE,
    "called | the arrests arbitrary": Stance.ACCUSE,
    "rebuked | the harbour master": Stance.ACCUSE,
    # words that only look like offers of words
    "offered | a new ferry to the town": Stance.AGREE,
    "offered | the crews an advance on their pay": Stance.AGREE,
    "offered | his good offices": Stance.AGREE,
    "promised | severe consequences": Stance.THREATEN,
    "dismissed | Castria’s plan as theatre": Stance.REJECT,
    "backed | the ban": Stance.SUPPORT,
    # what is to be talked over, and what is given up
    "said | he would consult with both governments next week": Stance.CONSULT,
    "invited | the guilds to talks on Monday": Stance.CONSULT,
    "said | Ister had dropped its demand for prepayment": Stance.CONCEDE,
    # what one does not do at all, what stays as it is, a suggestion of what is to be done
    "said | “We do not hand over boats in return for a promise.”": Stance.REJECT,
    "said | “Ister doesn't swap barges for grain,”": Stance.REJECT,
    "said | that Ister does not bow to threats": Stance.REJECT,
    "told | that the toll would stay where it was": Stance.REJECT,
    "said | the ban will remain in place until the pilots are home": Stance.REJECT,
    "said | “The toll stays,”": Stance.REJECT,
    "rejected | a suggestion that Ister should pay for the bridge": Stance.REJECT,
    # who stands behind a thing
    "told | that the union “stands behind Castria's right to close the lock”": Stance.SUPPORT,
    "said | his government was standing behind the accord": Stance.SUPPORT,
    # what one will ask others, and what is left to them
    "announced | Ister will ask the League's council for an urgent session on the dyke": Stance.REQUEST,
    "said | that the ministry would ask the court to lift the order": Stance.REQUEST,
    "said | “Either the toll goes or the fair goes.”": Stance.REQUEST,
    "told | “Either the guards leave the bridge or we close it,”": Stance.REQUEST,
    "insists | on payment of the berth fees": Stance.REQUEST,
    "insisted | on the return of the boats": Stance.REQUEST,
    # threats without "if" that name no deed
    "said | his country would defend its islands with “every means open to a free people”": Stance.THREATEN,
    "said | Ister would defend its waters by all available means": Stance.THREATEN,
    "said | “We will use every means at our disposal.”": Stance.THREATEN,
    "said | “After Friday we can no longer answer for the safety of the pilots,”": Stance.THREATEN,
    "said | “If they send divers, what follows will be on the heads of the council,”": Stance.THREATEN,
    "said | the pilots would be freed only when the boats had left": Stance.AGREE,
    "said | the crew would be handed over within a day of the last boat leaving": Stance.AGREE,
    "called | the truce a prize for piracy": Stance.ACCUSE,
    "called | the plan a gift to whoever owns a barge": Stance.ACCUSE,
}

NO_STANCE = (
    "offered | some pointed advice to the guild",  # words are offered
    "offered no proof | that the guild had paid",
    "offered insights into | a hard way of trading",
    "isn't offering | enough boats",  # nothing, or the contrary, is done
    "backed off | some of its plans",
    "avoids condemning | the raid",
    "is steering clear of criticizing | the guild",
    "supported by | the guilds",  # of whom others do it
    "came under withering criticism for | its silence",
    "has just 5 percent support of | the town",
    "found | that 74 percent of voters said the mayor should resign",  # of those who were asked
    "has accepted | himself",
    "dismissed | Ister as a suburb of Castria",
    "said | the speech should boost her numbers",  # what is likely
    "said | no Castrian government would sign away the harbour",  # of another country
    "said | the toll that Castria does not accept is small",
    "said | the guild was against the ropes",
    "said | fishing at night is against the law",
    "said | there was nothing to be seen",
    "said | it was too early to say who would win",
    "said | he had no sense of the time",
    "said | the odds were against a thaw",
    "said | they had no plan of the building",
    "said | the toll was opposed by Castria",
    "said | it was a generally accepted rule of the sea",
    "said | the paper approved on Saturday was thin",
    "said | the crews feel cheated",
    "suggested | that the winter wouldn’t be so cold",
    "said | “It’s up to you to find the lock,”",
    "asked | whether Ister would accept the price",
    "said | if Oram won, he would impose a toll",  # who he is stands in doubt
    "said | “This lock would allow us to see the fish,”",
    "said | it would answer questions if the crews had any",
    "said | the guild would strike a deal if it could be had",
    "said | the minister would seize the opportunity if it came",
    "said | the crews would be met with applause",
    "said | the visitors would be met by guards",
    "said | Castria may have violated the truce",
    "said | a question remained who was to blame for the fire",
    "said | a cruise was great value for the crews",
    "told | reporters to expect a long night",
    "told | “We like to work on the lock,”",
    "said | nobody wants to be the first to pay",
    "said | “I want you to be happy,”",
    "said | “Let me tell you a story,”",
    "said | she had stood by and watched the fire",
    "called | the lock a marvel",
    "called | Oram a master at bolting together impossible barges",
    "welcomed | the pilots to the harbour office",
    "invited | the crews to sing",
    "said | the plans she saw, once again, were thin",
    "said | the lock should be ready should the rain come",
    "said | the crews hope that the price should fall",
    "said | “We did not row nine years to be sent back at the lock,”",
    "said | “We did not accept the papers before noon.”",
    "said | “We do not sell enough barges.”",
    "said | that Castria does not return calls",
    "said | the pilots would stay until Friday",
    "said | prices would stay high until spring",
    "said | she would remain in place of her brother",
    "said | a guard stood behind the door",
    "said | it stood behind the counter for ten years",
    "said | they stood behind the attack on the lock",
    "said | “Either the rain stops or it does not.”",
    "said | she would ask her sister for advice",
    "said | the council would ask for time",
    "said | the hospital would use all means of transport",
    "said | the dead were on her conscience",
    "called | the bridge a gift to the children",
    "said | that the mayor should have gone to the papers",
    "said | the council should have listened",
    "said | the pilots had been freed when the boats left",
    "said | the lock would not do so while it rained",
    "said | “It is little, and we shall not sneeze at it,”",
    "rejected | claims that Ister must pay for the bridge",
    "rejected | suggestions that he had been drunk",
    "offered | “for a day or for a year.”",
    "said | it had suspended its part in the search",
    "said | “Delays are normal where either side stops for lunch or dinner.”",
)

CONDITIONS = {
    "said | it would lift the ban once the boats had left": "once the boats had left",
    "said | it would suspend the accord should the duty come into force": "should the duty come into force",
    "said | “If the road opens on Friday, we will send the boats,”": "If the road opens on Friday",
    "said | it would let food through, but only under the eyes of the League": "only under the eyes of the League",
    "said | it would lift the ban as soon as the boats left": "as soon as the boats left",
    "promised | a report as soon as possible": None,
    "said | it would lift the ban once more": None,
    "said | it would not sign even if all the boats left": None,
    "promised | to keep the lock open until the end of the week": None,
    "promised | to keep the lock open until 9 May at noon": None,
    "promised | to keep the lock shut until the last boat has left": "until the last boat has left",
}

ISSUES = {
    "said | a truce that leaves the guns on the dyke is unacceptable": "a truce that leaves the guns on the dyke",
    "said | a levy that touches every boat must be put to the voters": (
        "that a levy that touches every boat must be put to the voters"
    ),
    "said | no delay was being considered": "delay",
    "called | the pause a betrayal of the crews": "the pause",
    "said | he would vote to repeal the toll": "the toll",
    "asked | Castria to pay its debts": "Castria to pay its debts",
    "voiced | support for the pilots": "the pilots",
    "said | “We are ready to consider any plan on the condition that all sign it.”": "to consider any plan",
}


@pytest.mark.parametrize(
    ("printed", "shown_as"),
    [
        ("“realism” on the eve of talks", "“realism”"),
        ('"a little patience" from both sides', "“a little patience”"),
        ("“We will not pay,”", "“We will not pay”"),
        ("“We will not pay,” “not a crown”", "“We will not pay,” “not a crown”"),
    ],
)
def test_a_quotation_ends_where_its_words_do(printed: str, shown_as: str) -> None:
    assert quotation(printed) == shown_as


@pytest.mark.parametrize(("line", "stance"), STANCES.items(), ids=STANCES.keys())
def test_this_stance_is_told(line: str, stance: Stance) -> None:
    found = shown(line)
    assert found is not None
    assert found.stance is stance


@pytest.mark.parametrize("line", NO_STANCE)
def test_this_tells_no_stance(line: str) -> None:
    assert shown(line) is None


@pytest.mark.parametrize(("line", "condition"), CONDITIONS.items(), ids=CONDITIONS.keys())
def test_this_is_the_condition(line: str, condition: str | None) -> None:
    found = shown(line)
    assert found is not None
    assert found.condition == condition


@pytest.mark.parametrize(
    ("line", "issue"),
    [
        ("called for | more money for schools in a statement", "money for schools"),
        ("denounced | the levy in an on-air diatribe", "the levy"),
        ("declined | the post and has since left", "the post"),
        ("rejected | that argument in a ruling", None),
        ("refused | to define", None),
        ("refused | to resign", "to resign"),
        ("has proposed | for individuals", None),
    ],
)
def test_an_issue_ends_before_where_it_was_said_and_needs_a_thing_or_a_whole_deed(line: str, issue: str | None) -> None:
    found = shown(line)
    assert (found and found.issue) == issue


@pytest.mark.parametrize(("line", "issue"), ISSUES.items(), ids=ISSUES.keys())
def test_this_is_the_issue(line: str, issue: str) -> None:
    found = shown(line)
    assert found is not None
    assert found.issue == issue


def more(line: str, party: str = "Ister") -> list[Stance]:
    cue, _, content = (part.strip() for part in line.partition("|"))
    attribution = Attribution(
        id="t1",
        article="a1",
        source=None,
        cue=Span(start=0, end=len(cue), exact=cue),
        content=(Span(start=0, end=len(content), exact=content),),
        form=Form.DIRECT,
        kind=Kind.ASSERTION,
    )
    return [each.stance for each in further_stances(attribution, party)]


def test_another_sentence_of_a_quotation_takes_a_line_of_its_own() -> None:
    assert more("said | “We do not trade prisoners. The ban must be lifted.”") == [Stance.REQUEST]


def test_a_second_clause_of_the_speakers_own_deeds_takes_a_line_of_its_own() -> None:
    line = "said | the guild was against any pause and would picket the harbour until the wage was paid"
    assert more(line) == [Stance.THREATEN]


def test_a_second_sentence_that_takes_no_line_adds_none() -> None:
    assert more("said | “We do not trade prisoners. The night is long.”") == []


def test_a_question_takes_no_line() -> None:
    assert more("said | “We do not trade prisoners. Must we say it again?”") == []


def test_what_another_does_behind_and_is_no_line_of_the_speakers() -> None:
    assert more("said | Castria must leave and would pay for the bridge if asked") == []
