"""What an earlier version reports, looked for in a later one; the pages are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.annotate import annotate
from onrecord.annotate.rules import RulesTagger
from onrecord.clean import clean
from onrecord.link.carrying import Earlier, carry
from onrecord.records import Capture, Carried, Fate, PageVersion, Reading, Rejected
from onrecord.records.ids import sha256_of

HEAD = "Ister rejects the ferry tolls\n\nMay 4, 2031\n\nThe ferries of Vall sailed again on Saturday morning.\n\n"
OTHER = "\n\nMarket women sold herring on the quay, as they have for as long as anybody can remember.\n"
SAID = "“Nobody will pay to go home, and nobody will be asked to,” Foreign Minister Ilse Oram told reporters in Vall."


def reading(body: str) -> Reading:
    content = f"{HEAD}{body}{OTHER}".encode()
    article = clean(Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path="n.txt"))
    assert not isinstance(article, Rejected)
    return annotate(article, RulesTagger())


def versions_of(*bodies: str) -> Earlier:
    readings = [reading(body) for body in bodies]
    by_id = {one.article.id: one for one in readings}
    latest = readings[-1].article.id
    rows = [
        PageVersion(latest=latest, number=number, article=one.article.id, stands=one.article.id == latest)
        for number, one in enumerate(readings, start=1)
    ]
    return carry(rows, by_id.get)


def fate(earlier: str, later: str) -> Carried:
    """What became of the one report of the earlier body."""
    (carried,) = versions_of(earlier, later).carried.values()
    return carried


def test_the_same_report_further_down_is_carried_over() -> None:
    found = fate(SAID, f"The crossing takes an hour in calm weather and two in a storm.\n\n{SAID}")
    assert (found.fate, found.reasons) == (Fate.CARRIED, ("the words stand there in the same context",))
    assert found.content[0].exact == "“Nobody will pay to go home, and nobody will be asked to,”"


def test_another_sentence_beside_it_does_not_matter() -> None:
    assert fate(SAID, f"{SAID} She had come by boat, as ministers there seldom do.").fate is Fate.CARRIED


@pytest.mark.parametrize(
    "later",
    [
        SAID.replace("reporters in Vall", "reporters in Skarn"),
        SAID.replace("told reporters", "told a crowd of reporters"),
        SAID.replace("Nobody will pay", "nobody will pay"),
    ],
)
def test_a_report_in_other_words_is_not_carried_over(later: str) -> None:
    assert fate(SAID, later).fate in {Fate.CHANGED, Fate.GONE}


def test_words_that_stand_there_in_other_company_are_changed() -> None:
    found = fate(SAID, SAID.replace("reporters in Vall", "reporters in Skarn"))
    assert (found.fate, found.to, found.content) == (Fate.CHANGED, None, ())


def test_words_that_do_not_stand_there_are_gone() -> None:
    found = fate(SAID, SAID.replace("to go home", "to cross"))
    assert (found.fate, found.reasons) == (Fate.GONE, ("the words do not stand in the latest version",))


def test_words_that_may_stand_behind_where_the_page_breaks_off_are_hidden() -> None:
    earlier, later = reading(SAID), reading("The ferries were full of people who had come from the")
    cut = replace(later, article=replace(later.article, truncated=True))
    by_id = {one.article.id: one for one in (earlier, cut)}
    rows = [
        PageVersion(latest=cut.article.id, number=1, article=earlier.article.id, stands=False),
        PageVersion(latest=cut.article.id, number=2, article=cut.article.id, stands=True),
    ]
    assert {one.fate for one in carry(rows, by_id.get).carried.values()} == {Fate.HIDDEN}


def test_words_that_stand_there_twice_are_not_carried_over() -> None:
    found = fate(SAID, f"{SAID}\n\n{SAID}")
    assert (found.fate, found.reasons) == (Fate.CHANGED, ("the words stand there in the same context at 2 places",))


def test_a_few_words_alone_are_no_context() -> None:
    asked = "Would the tolls stay, Foreign Minister Ilse Oram was asked. “Never,” Oram said. Then she left by boat."
    assert fate(asked, asked.replace("Would the tolls stay", "Would the tolls be lifted")).fate is Fate.CHANGED


def test_words_that_are_given_to_another_there_are_changed() -> None:
    body = (
        "{} spoke in Vall on Saturday morning.\n\n“Nobody will pay to go home, and nobody will be asked to,” she said."
    )
    found = fate(body.format("Foreign Minister Ilse Oram"), body.format("Transport Minister Ada Brandt"))
    assert found.fate is Fate.CHANGED
    assert found.reasons == ("the words stand there in the same context, given to Ada Brandt",)


def test_of_three_versions_the_latest_stands_for_all() -> None:
    earlier = versions_of(SAID, f"{SAID} She had come by boat.", f"{SAID} She had come on foot.")
    (last,) = {one.to for one in earlier.carried.values()}
    assert last
    assert {earlier.same(one) for one in earlier.carried} == {last}


def test_what_is_gone_stands_in_the_last_version_that_had_it() -> None:
    earlier = versions_of(
        SAID, f"{SAID} She had come by boat.", "Nothing was said on the quay that day, by anyone at all."
    )
    first, second = earlier.carried.values()
    assert {first.fate, second.fate} == {Fate.GONE}
    assert {earlier.same(first.attribution), earlier.same(second.attribution)} in (
        {first.attribution},
        {second.attribution},
    )
