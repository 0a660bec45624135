"""Which two reports are of one statement, in the field's own notation: (day said, "Speaker cue: content")."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.pairs import MAY, UNMET, figures, missed, read_pairs, read_report

from onrecord.link.rows import Said
from onrecord.link.sayings import compare
from onrecord.records import Form, Verdict

Line = tuple[int | str | None, str]


def said(line: Line, published: str | None = "2031-05-04", article: str = "a1") -> Said:
    day, text = line
    told = replace(read_report(text), said_on=MAY.format(day) if isinstance(day, int) else day, published=published)
    return told.said(article)


def verdict(left: Line, right: Line) -> Verdict | None:
    judged = compare(said(left), said(right, article="a2"))
    return judged.verdict if judged else None


SAME: dict[str, tuple[Line, Line]] = {
    "verbatim": ((3, "Oram said: “Nobody will pay to go home.”"), (3, "Oram told: “Nobody will pay to go home,”")),
    "other quotation marks": (
        (3, "Oram said: “Nobody will pay to go home”"),
        (3, 'Oram said: "Nobody will pay to go home"'),
    ),
    "cut short": (
        (3, "Oram said: “Nobody will pay to go home, not this year and not next.”"),
        (3, "Oram said: “Nobody will pay to go home,”"),
    ),
    "cut in mid-word": (
        (3, "Oram said: “The harbour belongs to those who dug it and paid for it.”"),
        (3, "Oram said: “The harbour belongs to those who dug it and pai”"),
    ),
    "only the end": (
        (3, "Oram said: “We have waited long enough. The gates open on Monday morning.”"),
        (3, "Oram added: “The gates open on Monday morning.”"),
    ),
    "cut at different ends": (
        (3, "Oram said: “The gates of the lower lock open on Monday morning for every barge.”"),
        (3, "Oram said: “We have waited long enough. The gates of the lower lock open on Monday morning.”"),
    ),
    "cut, and words left out": (
        (3, "Oram said: “The tolls … are an insult to the valley and to its ferrymen.”"),
        (3, "Oram said: “My father voted for them, and they are an insult to the valley and to its ferrymen.”"),
    ),
    "words left out": (
        (3, "Oram said: “The tolls, which my father voted for, are an insult to the valley.”"),
        (3, "Oram said: “The tolls ... are an insult to the valley.”"),
    ),
    "dots with and without blanks": (
        (3, "Oram said: “They came here... to count our boats.”"),
        (3, "Oram said: “They came here ... to count our boats.”"),
    ),
    "a word put in brackets": (
        (3, "Oram said: “If they want these ships they can come and count them.”"),
        (3, "Oram said: “If they want these [grey] ships they can come and count them.”"),
    ),
    "one word spelt otherwise": (
        (3, "Oram said: “Our neighbours will always find an open harbour in this town.”"),
        (3, "Oram said: “Our neighbors will always find an open harbour in this town.”"),
    ),
    "two sentences parted by the speaker": (
        (3, "Oram said: “Nobody will pay to go home,” “I gave my word.”"),
        (3, "Oram said: “Nobody will pay to go home, I gave my word.”"),
    ),
    "the day known to one only": (
        (3, "Oram said: “Nobody will pay to go home.”"),
        (None, "Oram said: “Nobody will pay to go home.”"),
    ),
    "no day known": (
        (None, "Oram said: “Nobody will pay to go home.”"),
        (None, "Oram said: “Nobody will pay to go home.”"),
    ),
    "a day within an interval": (
        (3, "Oram said: “Nobody will pay to go home.”"),
        ("2031-05-01/2031-05-04", "Oram said: “Nobody will pay to go home.”"),
    ),
    "a month that has the day": (
        (3, "Oram said: “Nobody will pay to go home.”"),
        ("2031-05", "Oram said: “Nobody will pay to go home.”"),
    ),
    "partly quoted": (
        (3, "Oram said: “The islands were ours before there was a map to put them on.”"),
        (3, "Oram told: that the islands were Ister’s “before there was a map”"),
    ),
    "one telling word quoted": (
        (3, "Oram said: “That would be a half-measure, and I am too old for it.”"),
        (3, "Oram warned: sharing the islands was a “half-measure”"),
    ),
    "a part of it quoted in another translation": (
        (3, "Oram said: the League had asked Ister “to swap the boat for a bucket and a rope”"),
        (3, "Oram said: “They want us to swap our boat, and all we are to get is a rope with a bucket on it.”"),
    ),
    "two quote the same few words": (
        (3, "Oram said: the week in Quenza brought “a little daylight” to the quarrel over the blockade"),
        (3, "Oram said: that Quenza had let “a little daylight” into the blockade"),
    ),
    "a promise in two wordings": (
        (3, "Oram said: the ferry tolls would be lifted before the winter"),
        (3, "Oram announced: that the tolls on the ferry would be lifted before winter"),
    ),
    "a refusal by cue and by content": (
        (3, "Oram ruled out: any border concessions to Ister"),
        (3, "Oram said: there would be no border concessions to Ister"),
    ),
    "no seat and not a seat": (
        (3, "Oram said: there was no seat for the League in talks about the islands"),
        (3, "Oram said: that the League would not have a seat in negotiations on the islands"),
    ),
    "a report of what is quoted elsewhere": (
        (3, "Oram said: “Two hundred dredgers will sail for the delta before the end of June.”"),
        (3, "Oram said: two hundred dredgers would sail for the delta before the end of June"),
    ),
    "synonyms of the trade": (
        (3, "Oram said: the two towns would open negotiations on the delta accord in spring"),
        (3, "Oram said: that the two towns would open talks about the delta agreement in spring"),
    ),
    "a spokesman and his body": (
        (3, "Tarn said: envoy Ilse Varga and the harbour minister would sail to Quenza and see the Istrian guild"),
        (3, "Palace announced: that the harbour minister and envoy Ilse Varga would see the Istrian guild in Quenza"),
    ),
    "long words of a speaker not told": (
        (3, "Oram said: “Whoever closes the river in May will beg for water in August.”"),
        (3, "? said: “Whoever closes the river in May will beg for water in August.”"),
    ),
}

DIFFERENT: dict[str, tuple[Line, Line]] = {
    "a denial and what it denies": (
        (3, "Oram said: the guild had agreed to sell the northern harbour"),
        (3, "Oram denied: that the guild had agreed to sell the northern harbour"),
    ),
    "will and will not": (
        (3, "Oram said: Ister will open the northern lock to barges"),
        (3, "Oram said: Ister will not open the northern lock to barges"),
    ),
    "the same words on another day": (
        (3, "Oram said: “Nobody will pay to go home.”"),
        (9, "Oram said: “Nobody will pay to go home.”"),
    ),
    "the same words in another month": (
        ("2031-03", "Oram said: “Nobody will pay to go home.”"),
        (3, "Oram said: “Nobody will pay to go home.”"),
    ),
    "the same words of another speaker": (
        (3, "Oram said: “Nobody will pay to go home.”"),
        (3, "Varga said: “Nobody will pay to go home.”"),
    ),
    "one report by two speakers": (
        (3, "Oram said: the two towns would open negotiations on the delta accord in spring"),
        (3, "Varga said: the two towns would open negotiations on the delta accord in spring"),
    ),
    "a spokesman of another body": (
        (3, "Tarn said: the envoys would meet the Istrian delegation in Quenza on Tuesday"),
        (3, "Foreign-Ministry said: the envoys would meet the Istrian delegation in Quenza on Tuesday"),
    ),
}

NOT_SAME: dict[str, tuple[Line, Line]] = {
    "a few words quoted and a report that adds a figure": (
        (3, "Oram said: “The tolls stay,”"),
        (3, "Oram said: that the tolls would stay until 9 October"),
    ),
    "one sentence but for what is sent": (
        (3, "Oram said: the harbour board would repair two cranes before the winter"),
        (3, "Oram said: the harbour board would scrap two cranes before the summer"),
    ),
    "one topic, two sentences": (
        (3, "Oram said: “The harbour was built by our grandfathers.”"),
        (3, "Oram said: “The harbour needs forty new cranes.”"),
    ),
    "a fact about what is ruled out": (
        (3, "Oram ruled out: border concessions to Ister"),
        (3, "Oram said: “Border concessions to Ister cost the last two governments their heads.”"),
    ),
    "one background, two matters": (
        (3, "Oram said: there would be no toll while envoys argued about ending the long delta blockade"),
        (3, "Oram said: the League had no seat where envoys argued about ending the long delta blockade"),
    ),
    "a common word quoted": (
        (3, "Oram said: the quarrel with Ister was a “machine”"),
        (3, "Oram said: “A sewing machine has more patience than this council.”"),
    ),
    "two figures": (
        (3, "Oram said: that 40 boats had left the northern harbour for the delta"),
        (3, "Oram said: that 90 boats had left the northern harbour for the delta"),
    ),
    "one name in common": (
        (3, "Oram said: Ister would vote in June"),
        (3, "Oram said: Ister had lost its patience"),
    ),
    "one deed of the same people and another": (
        (3, "Oram said: the envoys would meet in Quenza"),
        (3, "Oram said: that the envoys of the guild had left Quenza"),
    ),
    "two words in common": (
        (3, "Oram said: the harbour master would resign after the vote"),
        (3, "Oram said: the harbour master had taken no money from anyone in his life"),
    ),
    "short words of a speaker not told": ((3, "Oram said: “Never again.”"), (3, "? said: “Never again.”")),
    "two unnamed sources": (
        (3, "officials said: the envoys would meet in Quenza on Tuesday to settle the toll"),
        (3, "officials said: the envoys would meet in Quenza on Tuesday to settle the toll"),
    ),
    "a new thing and an old one": (
        (3, "Oram said: the new lock will open to barges in spring"),
        (3, "Oram said: the old bridge will close to lorries in autumn"),
    ),
    "the same month quoted in reports of two things": (
        (3, "Oram said: the lower lock would be mended “before June”"),
        (3, "Oram said: “The ferrymen of Quenza must be paid what they are owed before June.”"),
    ),
    "quotations that begin alike": (
        (3, "Oram said: “We will never give up the harbour of our fathers to a foreign bank.”"),
        (3, "Oram said: “We will never give up the lighthouse to smugglers or their lawyers.”"),
    ),
    "nothing in common": ((3, "Oram said: “I slept well.”"), (3, "Oram said: “The lock opens at noon.”")),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_these_are_one_statement(pair: tuple[Line, Line]) -> None:
    assert verdict(*pair) is Verdict.POSITIVE


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_these_look_alike_and_are_kept_apart(pair: tuple[Line, Line]) -> None:
    assert verdict(*pair) is Verdict.NEGATIVE


@pytest.mark.parametrize("pair", NOT_SAME.values(), ids=NOT_SAME.keys())
def test_these_are_never_merged(pair: tuple[Line, Line]) -> None:
    assert verdict(*pair) is not Verdict.POSITIVE


@pytest.mark.parametrize("pair", [*SAME.values(), *DIFFERENT.values(), *NOT_SAME.values()])
def test_which_comes_first_changes_nothing(pair: tuple[Line, Line]) -> None:
    assert verdict(*pair) == verdict(*reversed(pair))


def test_a_near_miss_is_kept_as_unsure() -> None:
    near = (
        (3, "Oram said: the envoys of the guild would meet in Quenza"),
        (3, "Oram said: that by the harbour the envoys would meet"),
    )
    assert verdict(*near) is Verdict.UNSURE


def test_a_verdict_never_comes_without_its_reasons() -> None:
    for pair in (*SAME.values(), *DIFFERENT.values()):
        judged = compare(said(pair[0]), said(pair[1], article="a2"))
        assert judged is not None
        assert judged.reasons


def test_what_came_out_before_it_was_said_is_another_saying() -> None:
    early = said((None, "Oram said: “Nobody will pay to go home.”"), published="2031-05-01")
    late = said((3, "Oram said: “Nobody will pay to go home.”"), article="a2")
    judged = compare(early, late)
    assert judged is not None
    assert judged.verdict is Verdict.NEGATIVE


def test_long_words_repeated_weeks_later_without_a_day_are_still_one_statement() -> None:
    words = "Oram said: “Whoever closes the river in May will beg for water in August.”"
    judged = compare(said((None, words)), said((None, words), published="2031-06-20", article="a2"))
    assert judged is not None
    assert judged.verdict is Verdict.POSITIVE


@pytest.mark.parametrize(
    "told",
    [
        "Oram told: that she would “rather sail with a thief than with a saint”",
        "Oram said: nobody should ask her to choose, for she would “rather sail with a thief than with a saint”",
        "Oram vowed: to stay, and would “rather sail with a thief than with a saint, whatever it costs”",
    ],
)
def test_long_words_quoted_within_a_report_weeks_later_are_still_one_statement(told: str) -> None:
    news = said((3, "Oram said: “I would rather sail with a thief than with a saint, whatever it costs us.”"))
    judged = compare(news, said((None, told), published="2031-06-20", article="a2"))
    assert judged is not None
    assert judged.verdict is Verdict.POSITIVE


def test_few_words_quoted_within_a_report_weeks_later_are_not_merged() -> None:
    news = said((3, "Oram said: “I would rather sail with a thief.”"))
    judged = compare(news, said((None, "Oram told: it was “rather” late"), published="2031-06-20", article="a2"))
    assert judged is None or judged.verdict is not Verdict.POSITIVE


TRANSLATED = {
    "all of the part": "Oram said: the League had asked Ister “to swap the boat for a bucket and a rope”",
    "with another subject": "Oram insisted: that Quenza wished to see them “swap a boat, a bucket, a rope”",
    "with a stop": "Oram told: the old men of the League expected that Ister would “swap boats for ropes and buckets.”",
}


@pytest.mark.parametrize("told", TRANSLATED.values(), ids=TRANSLATED.keys())
def test_a_part_quoted_in_another_translation_is_of_the_same_statement(told: str) -> None:
    quoted = (3, "Oram said: “They want us to swap our boat and go home with a rope and a bucket.”")
    assert verdict((3, told), quoted) is Verdict.POSITIVE


def test_half_of_a_quoted_part_in_another_quotation_is_not_enough() -> None:
    told = (3, "Oram said: the League had asked Ister “to swap the boat for a bucket and a rope”")
    assert verdict(told, (3, "Oram said: “They want us to swap the boat before the winter.”")) is not Verdict.POSITIVE


def test_a_paraphrase_reported_weeks_later_without_a_day_is_not_merged() -> None:
    words = "Oram said: the ferry tolls would be lifted before the winter"
    judged = compare(said((None, words)), said((None, words), published="2031-06-20", article="a2"))
    assert judged is not None
    assert judged.verdict is not Verdict.POSITIVE


def test_a_score_is_between_nothing_and_one() -> None:
    for pair in (*SAME.values(), *DIFFERENT.values()):
        judged = compare(said(pair[0]), replace(said(pair[1]), published=None))
        assert judged is not None
        assert 0.0 <= judged.score <= 1.0


PAIRS = tuple(read_pairs())
HALVES = {half: [pair for pair in PAIRS if pair.half == half] for half in ("tune", "report")}


@pytest.mark.parametrize("half", HALVES)
def test_of_many_pairs_of_reports_nearly_all_that_are_one_are_found_and_nearly_no_others(half: str) -> None:
    found = figures(HALVES[half])
    told = "\n".join(missed(HALVES[half]))
    assert found.precision >= 0.95, told
    assert found.recall >= 0.80, told


@pytest.mark.parametrize("half", HALVES)
def test_half_of_the_pairs_are_two_statements_that_look_like_one(half: str) -> None:
    assert len(PAIRS) >= 300
    assert sum(pair.same for pair in HALVES[half]) * 2 == len(HALVES[half])


def test_free_paraphrases_of_pairs_no_rule_was_made_for_are_mostly_missed() -> None:
    found = figures(list(read_pairs(UNMET)))
    assert found.pairs == 135
    assert (round(found.precision, 3), round(found.recall, 3)) == (0.542, 0.194)


@pytest.mark.parametrize("kind", ["negation", "denial", "day", "again", "speaker", "refusal"])
def test_what_is_denied_said_again_or_said_by_another_is_never_one_statement(kind: str) -> None:
    pairs = [pair for pair in PAIRS if pair.kind == kind]
    assert pairs
    assert [pair for pair in pairs if pair.verdict is Verdict.POSITIVE] == []


def test_which_report_of_a_pair_comes_first_changes_nothing() -> None:
    swapped = [replace(pair, left=pair.right, right=pair.left) for pair in PAIRS]
    assert [pair.verdict for pair in swapped] == [pair.verdict for pair in PAIRS]


def test_words_that_are_only_marks_are_no_statement_of_anything() -> None:
    assert verdict((3, "Oram said: “…”"), (3, "Oram said: “The tolls stay,”")) is None


def test_two_refusals_of_one_speaker_on_one_day_are_no_doubt() -> None:
    role = (3, "Oram said: that he did not want the League at talks about lifting the blockade of the delta")
    land = (
        3,
        "Oram said: selling land was “out of the question” days before talks about lifting the blockade",
    )
    assert verdict(role, land) is None


def test_the_reporters_that_before_a_quotation_is_none_of_its_words() -> None:
    whole = said((3, "Oram said: “If the tolls stay, then every gate is open, and I do mean every one.”"))
    part = said((3, "Oram said: that “every gate is open.”"), article="a2")
    part = replace(part, attribution=replace(part.attribution, form=Form.DIRECT))
    judged = compare(whole, part)
    assert judged is not None
    assert judged.verdict is Verdict.POSITIVE
