"""When something was said, by how news tells of the speaking. {s source} {c cue} {t content}; the last one's day.

Published on Tuesday, 6 May 2031.
"""

from __future__ import annotations

import pytest
from tests.annotate.marking import TUESDAY, read

Row = tuple[str, str | None]

WHILE: list[Row] = [
    ("{s Oram}, speaking to crews on Monday, {c said} {t no}.", "2031-05-05"),
    ("{s Oram}, talking to reporters in Ister on Monday, {c declared:} {t “No.”}", "2031-05-05"),
    ("{s Oram}, in a letter to crews on Monday, {c said} {t no}.", "2031-05-05"),
    ("{s Oram}, who spoke in Ister on Monday morning, {c warned} {t that nobody would pay}.", "2031-05-05"),
    ("{s Oram, who gave a long interview on Monday,} {c said} {t no}.", "2031-05-05"),
    ("{s Oram}, who visited the quay on Monday, {c said} {t no}.", "2031-05-05/2031-05-06"),
    ("{s Oram}, who was in Ister on Monday for talks, {c said} {t no}.", "2031-05-05/2031-05-06"),
    ("{s Oram}, who met the crews in 2029, {c said} {t no}.", None),
    ("{s Oram}, who resigned on Monday, {c said} {t no}.", None),
    ("{t “No,”} {s Oram} {c said} when asked about it in parliament on Monday.", "2031-05-05"),
    ("{t “No,”} {s Oram} {c said} when pressed on Monday to explain.", "2031-05-05"),
    ("{t “No,”} {s Oram} {c said} as she arrived for talks in Ister on Monday.", "2031-05-05"),
    ("{t “No,”} {s Oram} {c said} while visiting the quay on Monday.", "2031-05-05"),
    ("{t “No,”} {s Oram} {c said} as crews gathered on Monday.", None),
    ("{s Oram} {c banned} {t the toll} when she took office in January 2029.", "2029-01"),
    ("When Jan Velt took office in March 2029, {s he} {c said} {t nobody would pay}.", "2029-03"),
    ("When the lock was shut on Sunday, {s Oram} {c called} {t it a mistake}.", "2031-05-04"),
    ("When asked on Monday about {t1 crews}, {s Oram} {c said} {t no}.", "2031-05-05"),
    ("When the lock was shut in 2019, {t crews left}, {s Oram} {c said}.", None),
    ("When the lock was shut in 2019, {s Oram} {c had said} {t no}.", None),
]

WHERE: list[Row] = [
    ("{s Oram} {c argued} {t that tolls would fall} on Monday’s “Morning Hour.”", "2031-05-05"),
    ("{t “No,”} {s Oram} {c said} in Monday night’s response.", "2031-05-05"),
    ("{t “No,”} {s Oram} {c said} following Monday’s cabinet meeting.", "2031-05-05"),
    ("{s A court document filed Monday} {c says} {t nobody paid}.", "2031-05-05"),
    ("{s New polls released Sunday} {c showed} {t nobody paid}.", "2031-05-04"),
    ("{s Figures reported on Sunday} {c show} {t nobody paid}.", "2031-05-04"),
    ("{s Monday’s statement} {c said} {t no}.", "2031-05-05"),
    ("{s Monday’s attack} {c showed} {t that nobody was safe}.", None),
    ("In an interview with the Skarn Post published online on Sunday, {s Oram} {c said} {t no}.", "2031-05-04"),
    ("On Sunday, {s Oram}, the front-runner in the vote, {c called on} {t the crews to sail}.", "2031-05-04"),
    ("{s The guild} on Sunday {c urged} {t the crews to sail}.", "2031-05-04"),
    ("{s Oram} {c urged} {t the crews to sail on Sunday}.", None),
    ("{s Oram} was blunter still on Thursday: {t no deal}, {s2 she} {c2 said}, and {t2 no trade}.", "2031-05-01"),
    ("{s Oram} {c said} {t the delta had lost land}; yesterday her ministry spoke of less.", None),
    ("{s Oram} {c has asked} for {t more time}; she told Radio Ister on Monday.", "2031-05-05"),
    ("May 5: {s Oram} {c has agreed} {t to pay}.", None),
]

BESIDES: list[Row] = [
    ("In an interview to be published on Wednesday, {s Oram} {c said} {t no}.", None),
    ("In an interview with Radio Ister to air on Sunday, {s Oram} {c said} {t no}.", None),
    ("In excerpts released on Monday of an interview to air on Friday, {s Oram} {c said} {t no}.", "2031-05-05"),
    ("Elected in 2029, {s Oram} {c said} {t nobody would pay}.", None),
    ("Founded in 2011, {s the guild} {c said} {t nobody would pay}.", None),
    ("{s Oram} {c said} {t nobody would pay}, a promise she made in 2029.", None),
    ("{s Oram} {c repeated} {t a demand} first made on Friday.", None),
    ("{s Oram} {c denied} {t a report} published on Sunday by the Skarn Post.", None),
    ("{s Oram} {c withdrew} on Monday {t an offer} made last week.", "2031-05-05"),
    ("Responding to Velt’s remarks on Sunday, {s Oram} {c said} {t no}.", "2031-05-04/2031-05-06"),
    ("Asked about that on Sunday, {s Oram} {c said} {t no}.", "2031-05-04"),
    ("Commenting on Sunday’s attack, {s Oram} {c said} {t no}.", "2031-05-04/2031-05-06"),
    ("Days after the attack on Sunday, {s Oram} {c said} {t no}.", "2031-05-04/2031-05-06"),
    ("A meeting was held on Friday. Later in the day {s Oram} {c said} {t no}.", "2031-05-02"),
    ("Later in the day {s Oram} {c said} {t no}.", TUESDAY),
]

DEEDS: list[Row] = [
    ("Velmark issued new rules on Tuesday.\n{t “They are fair,”} {s Ilse Oram} {c said} in a statement.", TUESDAY),
    (
        "Velmark issued new rules on Monday.\n{t “They are fair,”} {s Ilse Oram} {c said} in a statement.",
        "2031-05-05/2031-05-06",
    ),
    ("Velmark issued new rules on Sunday.\n{t “They are fair,”} {s Ilse Oram} {c said} in a statement.", None),
    ("Velmark issued new rules on Tuesday.\n{t “They are fair,”} {s Oram} {c said} in an interview.", None),
    ("Jan Velt resigned on Sunday.\nIn his resignation letter, {s he} {c wrote} {t that he was tired}.", "2031-05-04"),
    ("Jan Velt resigned on Sunday.\nIn a letter to crews, {s he} {c wrote} {t that he was tired}.", None),
    ("Ister’s mayor, Ilse Oram, opened the lock on Sunday.\n{t “It was time,”} {s she} {c said}.", "2031-05-04"),
    ("Hundreds marched in Ister on Sunday.\n{t “It was time,”} {s Greta Palm} {c told} the crowd.", "2031-05-04"),
    ("Hundreds marched in Ister on Sunday.\n{t “It was time,”} {s Greta Palm} {c told} the court.", None),
    ("Oram and Velt spoke on the phone on Friday.\nDuring the call {s Oram} {c stressed} {t it}.", "2031-05-02"),
    ("The council voted on Monday to leave.\n{t “No,”} {s Oram} {c said} after the decision.", "2031-05-05/2031-05-06"),
]

COUNTED: list[Row] = [
    (
        "{s1 Oram} {c1 said} on Tuesday {t1 that tolls would go}, a week after {s Radio Ister} {c said} {t it stays}.",
        "2031-04-29",
    ),
    (
        "{s1 Oram} {c1 said} on Tuesday {t1 that tolls would go}, two days after {s Velt} {c had told} crews {t no}.",
        "2031-05-04",
    ),
    (
        "{s1 Oram} {c1 said} on Tuesday {t1 that tolls would go}, hours after {s Velt} {c announced} {t a strike}.",
        TUESDAY,
    ),
    ("{s1 Oram} {c1 said} on Tuesday {t1 that tolls would go}, days after {s Velt} {c said} {t it stays}.", None),
    (
        "{s1 Oram} {c1 said} on Tuesday {t1 that tolls would go}, two days after {s Velt} {c said} on Friday {t no}.",
        "2031-05-02",
    ),
    (
        "{s1 Oram} {c1 spoke} on Tuesday {t1 of tolls}, cut last week after {s Velt} {c said} {t no}.",
        "2031-04-28/2031-05-04",
    ),
    ("A day after {s Jan Velt} {c said} {t he would stay}, the crews struck on Monday.", "2031-05-04"),
    ("A day after the vote on Sunday {s Jan Velt} {c said} {t he would stay}.", "2031-05-05"),
    ("Crews struck on Monday.\nThe move comes a day after {s Jan Velt} {c said} {t he would stay}.", "2031-05-04"),
    ("Crews struck on Monday.\nThe storm came a day after {s Jan Velt} {c said} {t he would stay}.", None),
    ("It comes a day after {s Jan Velt} {c said} {t he would stay}.", None),
    ("Oram, speaking on Friday in Ister, rejected it.\n{s Velt} {c had said} a day earlier {t no}.", "2031-05-01"),
]

BEHIND: list[Row] = [
    ("{t “No,”} {s Ilse Oram} {c said}. She made the remarks during a visit to Ister on Monday.", "2031-05-05"),
    ("{t “No,”} {s Ilse Oram} {c said}.\nThe mayor made the statement at the quay on Monday.", "2031-05-05"),
    ("{t “No,”} {s Ilse Oram} {c said} in a statement.\nThe statement was issued late on Monday.", "2031-05-05"),
    ("{t “No,”} {s Ilse Oram} {c said}.\nHer comments came on Monday, hours after the vote.", "2031-05-05"),
    ("{t “No,”} {s Ilse Oram} {c said}.\nOram was speaking to reporters in Ister on Monday.", "2031-05-05"),
    ("{t “No,”} {s Ilse Oram} {c said}.\nShe was speaking at a conference in Ister on Monday.", "2031-05-05"),
    ("{t “No,”} {s Ilse Oram} {c said}.\nThe interview was recorded on Sunday.", "2031-05-04"),
    ("{t “No,”} {s Ilse Oram} {c said}.\nThe comments came before talks on Monday.", None),
    ("{t “No,”} {s Ilse Oram} {c said}.\nJan Velt was speaking in Ister on Monday.", None),
    ("{t “No,”} {s Ilse Oram} {c said}.\nShe met the crews on Monday.", None),
    ("{t “No,”} {s Ilse Oram} {c said}.\nThe vote came on Monday.", None),
    ("{t “No,”} {s Ilse Oram} {c had said}.\nShe was speaking in Ister on Monday.", None),
    ("{t “No,”} {s Ilse Oram} {c said}.\nShe will be speaking in Ister on Friday.", None),
    ("{t “No,”} {s Ilse Oram} {c said}.\nCrews sang.\nCrews wept.\nShe was speaking in Ister on Monday.", None),
]

ANSWERS: list[Row] = [
    ("The rebels on Tuesday freed six crews.\n{s Jan Velt} {c welcomed} {t the release}.", TUESDAY),
    ("Six crews are home.\nThe rebels on Tuesday freed them.\n{s Jan Velt} {c welcomed} {t the release}.", TUESDAY),
    ("The rebels on Tuesday freed six crews.\n{s The guild} {c confirmed} {t that it had received them}.", TUESDAY),
    ("The rebels on Monday freed six crews.\n{s Jan Velt} {c hailed} {t the decision}.", "2031-05-05/2031-05-06"),
    ("The rebels on Sunday freed six crews.\n{s Jan Velt} {c welcomed} {t the release}.", None),
    ("The rebels on Tuesday freed six crews.\n{s Jan Velt} {c praised} {t the army}.", None),
    ("The rebels on Tuesday freed six crews.\n{s Jan Velt} {c had condemned} {t the attack}.", None),
    ("The rebels on Tuesday freed six crews.\nOn Sunday a ship sank.\n{s Velt} {c condemned} {t the attack}.", None),
    (
        "{s1 Oram} {c1 said} on Tuesday {t1 nobody would pay}.\n{s Velt} {c dismissed} {t the threat as bluster}.",
        TUESDAY,
    ),
    ("{s Jan Velt} {c condemned} {t the attack}.", None),
    ("The rebels on Tuesday freed six crews.\nA message from 2019 {c called} {t it “critical”}.", None),
    ("The rebels on Tuesday freed six crews.\nAfter the election, {s Velt} {c said} {t no}.", None),
]

FAR_BEHIND: list[Row] = [
    (
        "{s1 Ilse Oram} {c1 said} on Tuesday {t1 no}.\n"
        + "Crews sang.\n" * 8
        + "{t2 Nobody will pay}, {s2 Oram} {c2 said}.",
        TUESDAY,
    ),
    (
        "{s1 Ilse Oram} {c1 said} on Friday {t1 no}.\n"
        + "Crews sang.\n" * 8
        + "{t2 Nobody will pay}, {s2 Oram} {c2 said}.",
        None,
    ),
    ("On May 5, Ilse Oram held talks with Velt. Following the meeting, {s she} {c said} {t no}.", "2031-05-05"),
]


@pytest.mark.parametrize(("marked", "said_on"), WHILE + WHERE + BESIDES)
def test_words_are_of_the_day_on_which_their_sentence_tells_of_the_speaking(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


@pytest.mark.parametrize(("marked", "said_on"), COUNTED)
def test_words_told_so_long_before_are_counted_from_the_day_told(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


@pytest.mark.parametrize(("marked", "said_on"), BEHIND)
def test_a_sentence_behind_tells_when_the_words_were_spoken(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


@pytest.mark.parametrize(("marked", "said_on"), ANSWERS)
def test_what_answers_the_news_of_the_day_is_of_that_day(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


@pytest.mark.parametrize(("marked", "said_on"), DEEDS)
def test_words_go_with_the_day_of_what_was_done(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


@pytest.mark.parametrize(("marked", "said_on"), FAR_BEHIND)
def test_what_was_said_on_the_day_of_the_report_is_taken_up_far_behind(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on
