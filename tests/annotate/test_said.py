"""When each attribution was said. {s source} {c cue} {t content}; the day expected is that of the last one marked.

Published on Tuesday, 6 May 2031, unless a test says otherwise.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.marking import TUESDAY, read

from onrecord.annotate.dates import is_edtf

ORAM = "Foreign Minister Ilse Oram arrived early.\n"


Row = tuple[str, str | None]

GOVERNED: list[Row] = [
    ("{s Oram} {c said} on Monday {t that nobody would pay}.", "2031-05-05"),
    ("Speaking to reporters in Ister on Monday, {s Oram} {c said} {t nobody would pay}.", "2031-05-05"),
    ("Asked on Monday about the crews, {s Oram} {c said} {t nobody would pay}.", "2031-05-05"),
    ("At a rally in Ister on Sunday, {s Oram} {c said} {t nobody would pay}.", "2031-05-04"),
    ("As he opened the summit on Monday, {s Jan Velt} {c said} {t nobody would pay}.", "2031-05-05"),
    ("On Sunday in Ister, as crews cheered, {s Oram} {c said} {t nobody would pay}.", "2031-05-04"),
    ("On Monday, {s Oram}, who took office in 2029, {c said} {t nobody would pay}.", "2031-05-05"),
    ("{t “Nobody will pay,”} {s Oram} {c said} in an interview broadcast on Sunday.", "2031-05-04"),
    ("In a letter dated May 2 and seen by Radio Ister on Monday, {s Oram} {c said} {t no}.", "2031-05-02"),
    ("{s The report}, released on Sunday, {c found} {t that nobody had paid}.", "2031-05-04"),
    ("{s A report published Sunday} {c said} {t that nobody had paid}.", "2031-05-04"),
    ("In a statement posted on Sunday, {s Oram} {c said} {t nobody would pay}.", "2031-05-04"),
    ("{t “No,”} {s Oram} {c said} in a Sunday interview with Radio Ister.", "2031-05-04"),
    (
        "{s1 Velt} {c1 said} {t1 no} on Monday; {s he} {c had told} Radio Ister a day earlier {t that he stayed}.",
        "2031-05-04",
    ),
    ("In the early hours of Monday {s Oram} {c said} {t nobody would pay}.", "2031-05-05"),
    ("In her May 2 speech {s Oram} {c said} {t nobody would pay}.", "2031-05-02"),
    ("{s Oram} {c said} after Sunday’s meeting {t that nobody would pay}.", "2031-05-04"),
    ("After a meeting with the crews on Sunday, {s Oram} {c said} {t no}.", "2031-05-04"),
    ("{s Oram}, who had not spoken until Monday, {c said} {t nobody would pay}.", "2031-05-05"),
    ("{s Oram} {c said} at 10 a.m. GMT on Monday {t that nobody would pay}.", "2031-05-05"),
    ("{s1 Oram} {c1 said} on Monday {t1 no}, and {s2 Jan Velt} {c2 said} on Sunday {t2 yes}.", "2031-05-04"),
    ("According to a May 2 letter from the guild, {s Oram} {c said} {t no}.", "2031-05-02"),
    ("{s A 2029 report by the guild} {c said} {t that nobody would pay}.", "2029"),
    ("During her 2029 campaign, {s Oram} {c said} {t no}.", "2029"),
    ("{s Oram}, while being asked about it on Sunday, {c called} {t it unfair}.", "2031-05-04"),
    (
        "{t “No,”} {s Oram} {c said} in an interview with Radio Ister’s Mira Castellane on the quay this morning.",
        TUESDAY,
    ),
    ("{s Oram} {c told} Radio Ister on the eve of Tuesday’s vote {t that nobody would pay}.", "2031-05-05"),
    ("A day after Sunday’s vote, {s Oram} {c said} {t nobody would pay}.", "2031-05-05"),
    ("Two days after the vote on Friday, {s Oram} {c said} {t nobody would pay}.", "2031-05-04"),
    ("{s Oram} {c said} the day before Sunday’s vote {t that nobody would pay}.", "2031-05-03"),
    ("A day after it sank on Sunday, {s Oram} {c said} {t nobody would pay}.", "2031-05-05"),
    ("{s The Marble House on Monday} {c denied} {t it}.", "2031-05-05"),
    ("{s Oram} {c on Monday denied} {t it}.", "2031-05-05"),
    ("{s Oram} {c said} on Tuesday {t that on Monday the crews had agreed}.", "2031-05-06"),
    ("{s Oram} {c had said} in March {t that nobody would pay}.", "2031-03"),
    ("{s Oram} {c said} last week {t that nobody would pay}.", "2031-04-28/2031-05-04"),
    ("{s Oram} {c said} over the weekend {t that nobody would pay}.", "2031-05-03/2031-05-04"),
    ("{s Oram} {c said} between May 2 and May 4 {t that nobody would pay}.", "2031-05-02/2031-05-04"),
    ("{s Oram} {c said} this week {t that nobody would pay}.", "2031-05-05/2031-05-06"),
    ("{s Oram} met the crews on May 2. The next day, {s she} {c said} {t no}.", "2031-05-03"),
    ("Oram met the crews on May 2.\nThe next day, {s Oram} {c said} {t no}.", "2031-05-03"),
    ("Oram met the crews on May 2.\n{s Oram} {c said} the day before {t that nobody would pay}.", "2031-05-01"),
    ("Oram met the crews on May 2.\nTwo days later, {s Oram} {c said} {t no}.", "2031-05-04"),
    ("Oram met the crews on May 2.\nCrews sang.\nThe day before, {s she} {c had said} {t no}.", "2031-05-01"),
    ("Oram met the crews on May 2.\nCrews sang.\nCrews wept.\nThe day before, {s she} {c had said} {t no}.", None),
    (
        "Oram had ruled it out on Friday. {t “No pay,”} {s she} {c had said} then, only to tell crews a day later yes.",
        "2031-05-02",
    ),
    ("Oram had been in Ister on Sunday. {s She} {c had told} crews at the time {t that nobody would pay}.", None),
    ("Oram had ruled it out on Friday. {s She} {c had said} at the time {t that nobody would pay}.", "2031-05-02"),
    (
        "Velmark shut the lock in February 2029. {s The guild} at the time {c accused} {t the council of haste}.",
        "2029-02",
    ),
    ("The lock was shut on May 2, 2019. At the time, {s Oram} {c said} {t nobody would pay}.", "2019-05-02"),
    ("The lock broke in 2019. {s Oram} {c said} at the time {t that nobody would pay}.", "2019"),
    ("The lock broke in 2019. {s Jan Velt, the mayor at the time,} {c said} {t nobody would pay}.", None),
    ("The lock broke in 2019. {s Velt}, mayor at the time, {c said} {t nobody would pay}.", None),
    ("The lock broke in 2019.\n{s Oram} {c said} at the time {t that nobody would pay}.", None),
    ("The lock broke in 2019. {s Oram} {c said} {t nobody had paid at the time}.", None),
    ("{t Nobody will pay}, {c according to} {s a joint statement issued in Port Oster on Sunday}.", "2031-05-04"),
    ("{s A letter sent from Ister on Sunday} {c said} {t nobody would pay}.", "2031-05-04"),
    ("{s The report}, published in Velmark on Sunday, {c found} {t that nobody had paid}.", "2031-05-04"),
    ("{s A statement on the ferry seized in Port Oster on Sunday} {c said} {t no}.", None),
    ("{s Oram} {c has asked} for {t more time}, she told Radio Ister on Monday evening.", "2031-05-05"),
    ("{s The guild} {c has ruled out} {t a fee}, it said on Sunday.", "2031-05-04"),
    ("{s Oram} {c has accepted} {t the fee}, she announced late on Sunday in Ister.", "2031-05-04"),
    ("{s Oram} {c rejected} {t the fee}, she wrote on Sunday to Jan Velt.", None),
    ("{s Oram} {c has rejected} {t the fee}, she left on Sunday.", None),
    ("{s Oram} {c has rejected} {t the fee}, they heard on Sunday.", None),
    ("I went to see Oram in the last week of April. Tea came. {t “No,”} {s she} {c told} me.", "2031-04-24/2031-04-30"),
    ("I met Oram on Sunday. {t “No,”} {s she} {c told} me.", "2031-05-04"),
    ("I met Oram on Sunday. {t “No,”} {s she} {c told} crews.", None),
    ("Oram met the crews on May 2. The same day, {s Jan Velt} {c said} {t no}.", "2031-05-02"),
]

NOT_GOVERNED: list[Row] = [
    ("Crews will sail later this week, {s Oram} {c said}, {t but not for long}.", None),
    ("{t “No,”} {s Oram} {c said} on Radio Ister’s This Week.", None),
    ("{s The guild}, the small body she founded in 2019, {c said} {t nobody would pay}.", None),
    ("In addition to the vote on Monday, {s Oram} {c said} {t nobody would pay}.", None),
    ("{s Oram} {c said} ahead of talks on Tuesday {t that nobody would pay}.", None),
    ("{s Oram} {c told} Radio Ister on the eve of Friday’s vote {t that nobody would pay}.", None),
    ("{s Oram} {c told} the committee, which meets on Tuesday, {t that nobody would pay}.", None),
    ("{s Oram} {c said} {t nobody would pay} at the meeting on Thursday.", None),
    ("{s Oram}, in office since 2029, {c said} {t nobody would pay}.", None),
    ("{s Oram}, appointed in March, {c said} {t nobody would pay}.", None),
    ("{s Oram} {c said}, in her first words since the vote on Friday, {t that nobody would pay}.", None),
    ("{s Oram} {c has said} since Friday {t that nobody would pay}.", None),
    ("{s The crews who struck on Sunday} {c said} {t nobody would pay}.", None),
    ("As lorries queued on Sunday, {s Jan Velt} {c said} {t nobody would pay}.", None),
    ("{s Oram} criticised Sunday’s attack and {c said} {t nobody would pay}.", None),
    ("Oram’s offer on Sunday was rejected by Jan Velt, {s who} {c said} {t nobody would pay}.", None),
    ("{s Oram} {c said} {t no}; they only heard of it on Friday.", None),
    ("{s Jan Velt}, the head of Oram’s 2029 campaign, {c said} {t no}.", None),
    ("{s Oram} {c said} {t no} under the 1987 treaty.", None),
    ("{s Oram} {c told} Velmark Today {t that nobody would pay}.", None),
    ("{s The mayor elected in 2029} {c said} {t nobody would pay}.", None),
    ("{s The mayor born in 1984} {c said} {t nobody would pay}.", None),
    ("By Monday {s Oram} {c said} {t nobody would pay}.", None),
]

OR_LATER: list[Row] = [
    ("In response to Friday’s sinking, {s Oram} {c said} {t nobody would pay}.", "2031-05-02/2031-05-06"),
    ("After the ferry sank on Friday, {s Oram} {c said} {t nobody would pay}.", "2031-05-02/2031-05-06"),
    ("After the ferry sank on May 2, 2019, {s Oram} {c said} {t nobody would pay}.", None),
    ("Hours after Sunday’s sinking, {s Oram} {c said} {t nobody would pay}.", "2031-05-04"),
    ("{s Oram} {c ruled out} {t a fee}, shortly after the ferry sank on Sunday.", "2031-05-04"),
    ("The council met on Monday. {s Jan Velt} later {c said} {t nobody would pay}.", "2031-05-05/2031-05-06"),
    (
        "{s1 Oram} {c1 said} on Sunday {t1 no}.\nReacting sharply, {s2 Jan Velt} {c2 called} it {t2 unfair}.",
        "2031-05-04/2031-05-06",
    ),
    (
        "{s1 Oram} {c1 said} on Monday {t1 no}.\nIn an angry response, {s2 Jan Velt} {c2 called} it {t2 unfair}.",
        "2031-05-05/2031-05-06",
    ),
    ("{s1 Oram} {c1 said} on Tuesday {t1 no}.\n{s2 Jan Velt} {c2 hit back} {t2 that it was unfair}.", "2031-05-06"),
    ("{s1 Oram} {c1 said} last month {t1 no}.\nReacting sharply, {s2 Jan Velt} {c2 called} it {t2 unfair}.", None),
    ("The council met on Tuesday. {s Jan Velt} later {c said} {t nobody would pay}.", "2031-05-06"),
]

CARRIED: list[Row] = [
    (ORAM + "{s1 Oram} {c1 said} on Monday {t1 no}.\n{t2 “No,”} {s2 she} {c2 said}.", "2031-05-05"),
    (ORAM + "{s1 Oram} {c1 said} on Monday {t1 no}.\n{t2 “It is so,”} {s2 she} {c2 said}.", "2031-05-05"),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\n{s2 Oram} has {c2 said} {t2 that} before.", None),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\n{s2 Oram} {c2 says} {t2 so}.", None),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\n{t2 “Nobody,”} {s2 Oram} {c2 says}.", "2031-05-05"),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\n{s2 Jan Velt} {c2 said} {t2 yes}.", None),
    ("On Sunday {s1 Jan Velt} had {c1 told} crews {t1 no}. {t2 “Never,”} {s2 he} {c2 said}.", "2031-05-04"),
    ("On Sunday {s1 Jan Velt} had {c1 told} crews {t1 no}.\n{t2 “Never,”} {s2 Velt} {c2 said}.", None),
    (
        "Jan Velt spoke to the Lantern on Sunday.\n{s1 Lantern}{c1 :} {t1 who pays}?\n{s2 Velt}{c2 :} {t2 nobody}.",
        "2031-05-04",
    ),
    ("{s1 Oram} {c1 said} on Monday {t1 no}. {s2 Oram} had {c2 said} in March {t2 yes}. {s3 Oram} {c3 said} {t3 so}.",
     "2031-05-05"),
    ("{s1 Oram} {c1 told} reporters on Sunday {t1 no}.\nIn an interview with Radio Ister, {s2 Oram} {c2 said} {t2 so}.",
     None),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\n{s2 Oram} {c2 told} reporters earlier {t2 the same}.", "2031-05-05"),
    ("{s1 Oram} {c1 said} on Sunday {t1 no}. She met the crews on Monday. {s2 Oram} {c2 said} {t2 so}.", None),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\nEarlier, {s2 Oram} {c2 said} {t2 yes}.", None),
    ("{s1 Oram} {c1 said} on Sunday {t1 no}.\n{t2 “No,”} {s2 Oram} {c2 wrote} in a letter to crews.", "2031-05-04"),
    ("{s1 Oram} {c1 said} last year {t1 no}.\nCrews sang.\nCrews wept.\n{s2 Oram} {c2 said} {t2 so}.", None),
    ("{s1 Oram} {c1 said} last year {t1 no}.\n{t2 “No,”} {s2 Oram} {c2 said}.", "2030"),
    ("{s1 Oram} {c1 said} on Monday {t1 no}." + "\nCrews sang." * 9 + "\n{s2 Oram} {c2 said} {t2 so}.", None),
    ("{s Oram} {c said} {t nobody would pay}. {t2 “No,”} {s2 Oram} {c2 told} reporters on Monday.", "2031-05-05"),
    ("{s1 Oram} {c1 said} on Sunday: {t1 “Who pays?”} {t2 “Nobody,”} {s2 the crews} {c2 replied}.", "2031-05-04"),
    (
        (
            "{s1 The Marble House} {c1 denied} {t1 it} on Monday.\n{s2 Crews} {c2 said} {t2 so}.\n"
            "{t3 “No,”} {s3 spokesman Teodor Pell} {c3 told} reporters."
        ),
        "2031-05-05",
    ),
]  # fmt: skip

TIED: list[Row] = [
    ("The council sat on Sunday. {s Oram} {c told} the meeting {t that nobody would pay}.", "2031-05-04"),
    ("The council meeting was on Sunday.\n{s Oram} {c told} the meeting {t that nobody would pay}.", "2031-05-04"),
    ("Members voted at a meeting on Sunday.\n{s Oram} pleaded with members {c saying} {t no}.", "2031-05-04"),
    ("A court in Ister on Monday barred it.\n{s Jan Velt} {c said} outside court {t that it was over}.", "2031-05-05"),
    ("A court sat on Monday; a court sat on Sunday.\n{s Jan Velt} {c said} outside court {t that it was over}.", None),
    ("The council meeting was on Sunday.\nAccording to court papers, {s Oram} {c said} {t no}.", None),
    ("The Security Council met on Sunday.\nAfter the Ister Council, {s Oram} {c said} {t no}.", None),
    ("The council met on Monday.\n{t “No,”} {s Jan Velt} {c told} parliament in the afternoon.", "2031-05-05"),
    ("Oram spoke on Monday.\nJan Velt reacted within minutes. {t “No,”} {s he} {c wrote} on his page.", "2031-05-05"),
    ("The talks were on Sunday.\n{s An official in the talks} {c said} {t no}.", None),
    ("Oram held a briefing on Sunday.\n{s Jan Velt} {c told} reporters {t no}.", None),
    ("Oram held a briefing on Sunday.\n{s Jan Velt} {c told} the briefing {t no}.", "2031-05-04"),
    ("The council met on Monday.\nHours later {s Jan Velt} {c said} {t no}.", "2031-05-05"),
    ("10:05 Doors open.\n10:40 {s A steward} {c says} {t it is full}.\n11:15 {s2 Oram} {c2 says} {t2 no}.", TUESDAY),
    ("10:05 Doors open.\n10:40 {s A steward} has just {c said} {t it is full}.\n11:15 Noise. It is noon.", TUESDAY),
    ("10:05 Doors open.\n10:40 {s A steward} has {c said} {t it is full}.\n11:15 Noise. It is noon.", TUESDAY),
    ("10:05 Doors open.\n10:40 {s A steward} has long {c said} {t it is full}.\n11:15 Noise. It is noon.", None),
    ("10:05 Doors open.\n10:40 {s Oram} has repeatedly {c said} {t it is full}.\n11:15 Noise. It is noon.", None),
    ("10:05 Doors open.\n10:40 {s Oram} had {c said} {t it is full}.\n11:15 Noise. It is noon.", None),
    ("The council meeting was on Sunday.\n{s Jan Velt} {c pleaded with} {t members to stay}.", "2031-05-04"),
    ("The council meeting was on Sunday.\n{s Jan Velt} {c argued with} {t members that he stays}.", "2031-05-04"),
    ("The council meeting was on Sunday.\n{s Jan Velt} {c pleaded with} {t nurses to stay}.", None),
    ("{s1 Oram} {c1 said} on Sunday {t1 no}.\nA.\n{s2 Oram} {c2 said} {t2 so}.\nC afterwards. {s Velt} {c hid} {t it}.",
     "2031-05-04"),
    ("10:05 Doors open.\nThe queue is long.\nThe queue is long.\n{s Oram} {c says} {t no}.", None),
]  # fmt: skip

DONE: list[Row] = [
    ("Jan Velt signed the law on Monday. {t “It was time,”} {s Velt} {c said}.", "2031-05-05"),
    ("Minister Jan Velt on Monday signed the law.\n{t “It was time,”} {s he} {c told} reporters.", "2031-05-05"),
    ("On Sunday, Jan Velt left for Ister.\n{t “It was time,”} {s Velt} {c said}.", "2031-05-04"),
    ("Jan Velt signed it on Monday.\nCrews sang.\n{t “It was time,”} {s Velt} {c said}.", "2031-05-05"),
    ("Jan Velt signed it on Monday.\nCrews sang.\nCrews wept.\n{t “It was time,”} {s Velt} {c said}.", None),
    ("Crews sang.\nCrews wept.\nJan Velt flew to Ister on Monday. {s Velt} {c said} {t no}.", "2031-05-05"),
    ("Jan Velt signed it on Monday. In an interview with a paper, {s Velt} {c said} {t no}.", None),
    ("Jan Velt signed it on Monday. Earlier, {s Velt} {c said} {t no}.", None),
    ("Jan Velt signed it on Monday. {s Velt} has {c said} {t no}.", None),
    ("Jan Velt signed it on Monday. {t “Never,”} {s Ilse Oram} {c said}.", None),
    ("Jan Velt saved Monday’s talks. {t “It was time,”} {s Velt} {c said}.", None),
    ("Jan Velt, who signed the law on Monday, is ill. {t “It was time,”} {s Velt} {c said}.", None),
    ("Jan Velt signed it before the vote on Monday. {t “It was time,”} {s Velt} {c said}.", None),
    ("Jan Velt signed the law on May 4, 2029. {t “It was time,”} {s Velt} {c said}.", None),
    (
        "{s1 Velt} {c1 said} on Saturday {t1 no}.\nCrews met Jan Velt on Monday. {s2 Velt} {c2 said} {t2 so}.",
        "2031-05-03",
    ),
]

NEWS: list[Row] = [
    ("Crews burned a ferry on Tuesday.\n{t “It was time,”} {s Jan Velt} {c said}.", TUESDAY),
    ("Crews burned a ferry on Tuesday.\nIt sank.\n{t “It was time,”} {s Jan Velt}, a pilot, {c said}.", TUESDAY),
    ("Crews burned a ferry on Monday.\n{t “It was time,”} {s Jan Velt} {c said}.", None),
    ("Crews burned a ferry on Tuesday.\n{s Jan Velt} {c said} {t it was time}.", None),
    ("Crews will burn a ferry on Tuesday.\n{t “It is time,”} {s Jan Velt} {c said}.", None),
    ("Crews burned a ferry on Tuesday.\n{t “It is time,”} {s Jan Velt} {c had said}.", None),
    ("Crews burned a ferry on Tuesday.\n{t “It is time,”} {s Jan Velt} {c wrote} in a letter to the paper.", None),
    ("Crews burned a ferry on Tuesday.\nA.\nB.\n{t “It was time,”} {s Jan Velt} {c said}.", None),
]

BESIDE: list[Row] = [
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\n{s2 Jan Velt}, standing beside her, {c2 said} {t2 yes}.", "2031-05-05"),
    (
        "{s1 Oram} {c1 said} on Monday {t1 no}.\nSpeaking alongside Oram, {s2 Jan Velt} {c2 said} {t2 yes}.",
        "2031-05-05",
    ),
    (
        "{s1 Oram} {c1 said} on Monday {t1 no}.\nAt the same news conference, {s2 Jan Velt} {c2 said} {t2 yes}.",
        "2031-05-05",
    ),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\n{s2 Jan Velt}, standing by the road, {c2 said} {t2 yes}.", None),
    ("{s1 Oram} {c1 said} last month {t1 no}.\n{s2 Jan Velt}, standing beside her, {c2 said} {t2 yes}.", None),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\nA.\nB.\n{s2 Jan Velt}, standing beside her, {c2 said} {t2 yes}.", None),
    ("Speaking in Ister in the last hour, {s Jan Velt} {c said} {t no}.", TUESDAY),
    ("{s Jan Velt} {c told} reporters a few minutes ago {t that nobody would pay}.", TUESDAY),
    (
        "{s1 Oram} {c1 said} on Monday {t1 no}.\nHer remarks came two days after {s2 Velt} {c2 told} crews {t2 yes}.",
        "2031-05-03",
    ),
    (
        "{s1 Oram} {c1 said} on Monday {t1 no}.\nThe statement comes a week after {s2 Jan Velt} {c2 said} {t2 yes}.",
        "2031-04-28",
    ),
    (
        "{s1 Oram} {c1 said} on Monday {t1 no}.\nThe warning followed hours after {s2 Jan Velt} {c2 said} {t2 yes}.",
        "2031-05-05",
    ),
    ("{s1 Oram} {c1 said} on Monday {t1 no}.\nThe storm came two days after {s2 Jan Velt} {c2 said} {t2 yes}.", None),
    ("Her remarks came two days after {s2 Jan Velt} {c2 told} crews {t2 yes}.", None),
]


@pytest.mark.parametrize(("marked", "said_on"), DONE + NEWS + BESIDE)
def test_words_are_of_the_day_of_what_happened_right_before(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


def test_what_is_only_said_again_tells_nothing_of_the_words_before() -> None:
    first, _ = read(ORAM + "{s1 Oram} {c1 blamed} {t1 the crews}.\n{s2 She} {c2 reiterated} on Monday {t2 her blame}.")
    assert first.said_on is None


@pytest.mark.parametrize(("marked", "said_on"), GOVERNED + NOT_GOVERNED + OR_LATER + CARRIED + TIED)
def test_words_are_of_the_day_that_the_article_ties_them_to(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


def test_a_report_without_a_day_takes_that_of_the_same_speakers_quotation_right_after() -> None:
    first, _ = read(ORAM + "{s1 Oram} {c1 blamed} {t1 the crews}.\n{t2 “No,”} {s2 she} {c2 told} reporters on Monday.")
    assert first.said_on == "2031-05-05"


def test_what_a_body_has_ruled_out_in_the_lead_is_of_the_day_its_spokesman_spoke() -> None:
    lead, _ = read("{s1 Kaldavia} has {c1 ruled out} {t1 it}. {t2 “No,”} {s2 Jan Velt} {c2 said} on Monday.")
    assert (lead.said_on, lead.said_basis) == ("2031-05-05", "the sentence that backs it: “Monday”")


def test_what_a_person_has_said_is_no_one_occasion() -> None:
    lead, _ = read(ORAM + "{s1 Oram} has {c1 ruled out} {t1 it}. {t2 “No,”} {s2 Oram} {c2 said} on Monday.")
    assert lead.said_on is None


def test_the_day_of_the_dateline_holds_for_what_stands_right_under_it() -> None:
    (said,) = read("{s Oram} {c rejected} {t the toll}, crews cheering.", dateline="ISTER, May 4 (Unity Press) — ")
    assert (said.said_on, said.said_basis) == ("2031-05-04", "the dateline: “May 4”")


def test_a_date_of_the_sentence_goes_before_the_dateline() -> None:
    (said,) = read("{s Oram} {c rejected} {t the toll} on Saturday.", dateline="ISTER, May 4 (Unity Press) — ")
    assert said.said_on == "2031-05-03"


def test_every_day_has_the_words_or_the_rule_that_told_it() -> None:
    for marked, said_on in GOVERNED + OR_LATER + CARRIED + TIED:
        assert (read(marked)[-1].said_basis is None) == (said_on is None), marked


WRONG: list[tuple[str, str | None, str]] = [
    ("The council sat on Sunday.\n{s Oram}, who voted for it, {c said} {t no}.", "2031-05-04",
     "taking part in an occasion, told in a clause, does not tie what is said to it"),
    ("{s Oram} {c said} {t no}, two days after the ferry sank. It sank on May 1.", "2031-05-03",
     "an event that is dated only afterwards gives no anchor"),
]  # fmt: skip


UNDATED = "The crews struck on 28 April 2031.\nOn 3 May {s Jan Velt} {c said} {t nobody would pay}."


def test_a_day_and_month_are_of_the_one_year_that_a_page_without_a_day_tells_near_by() -> None:
    assert read(UNDATED, published=None)[-1].said_on == "2031-05-03"


@pytest.mark.parametrize(
    ("told", "other"), [("28 April 2031", "28 April 2031 and on 2 May 2030"), ("28 April 2031", "28 October 2031")]
)
def test_of_two_years_or_of_days_far_off_a_day_and_month_are_of_none(told: str, other: str) -> None:
    assert read(UNDATED.replace(told, other), published=None)[-1].said_on is None


@pytest.mark.parametrize(
    ("marked", "said_on"),
    [pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason)) for *row, reason in WRONG],
)
def test_what_is_not_yet_dated_as_a_reader_would(marked: str, said_on: str | None) -> None:
    assert read(marked)[-1].said_on == said_on


PIECES = st.sampled_from(
    ["{s Oram} {c said} {t no}", "{s She} {c told} reporters {t so}", "on Monday", "last week", "had", "later", ", who",
     "after the meeting on Sunday", "since May", "in 2019", ".", ".\n", "The next day", "“", "the court", "May 3’s"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12), st.sampled_from([TUESDAY, "2031-05-06T08:15", "2031-05", None]))
def test_whatever_the_text_the_day_is_edtf_and_not_after_the_publication(
    pieces: list[str], published: str | None
) -> None:
    numbered = (piece.replace("{s ", f"{{s{i} ").replace("{c ", f"{{c{i} ").replace("{t ", f"{{t{i} ") for i, piece in
                enumerate(pieces))  # fmt: skip
    for each in read(" ".join(numbered), published) if pieces else ():
        assert each.said_on is None or is_edtf(each.said_on)
        if each.said_on and published:
            assert each.said_on.split("/")[0] <= published


@pytest.mark.parametrize(
    ("between", "said_on"),
    [
        ("In May {s2 Jan Velt} {c2 had said} {t2 it would}. ", None),
        ("{s2 Jan Velt} {c2 had agreed} in May {t2 that it would}. ", None),
        ("In May {s2 Jan Velt} {c2 had said} {t2 it would}.\n", "2031-05-05"),
        ("", "2031-05-05"),
    ],
)
def test_a_quotation_behind_what_had_been_said_before_does_not_back_the_lead(between: str, said_on: str | None) -> None:
    lead = "{s1 The guild} {c1 said} on Monday {t1 it would not pay}.\n"
    assert read(f"{lead}{between}{{t3 “We pay,”}} {{s3 Ilse Oram}} {{c3 said}}.")[-1].said_on == said_on
