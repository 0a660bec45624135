"""Web pages that tell as it happens, all invented: which entries they have, and under which time each stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.clean.page import FIRST, SECOND, THIRD
from tests.clean.test_page import body, fact, read

from onrecord.annotate.entries import find_entries
from onrecord.records import Article

TIMES = ("14:03", "13:10", "12:45")
TEXTS = (FIRST, SECOND, THIRD)
LEAD = "The council meets again tonight. Follow what happens as it does."
BOX = "<div class='newsletter'><p>Sign up for the river letter, every Friday in your inbox.</p></div>"
Box = Callable[[str, str], str]


def stamp(clock: str, day: str = "2031-05-05") -> str:
    return f"{day}T{clock}:00+02:00"


def live(box: Box, heading: str = "Tolls live: drivers block the quay", head: str = "") -> Article:
    entries = "".join(box(clock, text) for clock, text in zip(TIMES, TEXTS, strict=True))
    return read(
        f"<html><head><title>{heading} | The Quay</title>{head}</head><body><nav><p>Home of all news of the river</p>"
        f"</nav><main><h1>{heading}</h1><p>{LEAD}</p><div>{entries}</div>{BOX}</main></body></html>".encode()
    )


def post(clock: str, text: str) -> str:
    return f"<article class='block'><time datetime='{stamp(clock)}'>{clock}</time><p>{text}</p></article>"


BOXES: dict[str, Box] = {
    "a post": post,
    "a time that is a link, in a header": lambda clock, text: (
        f"<article id='b{clock[:2]}'><header><a href='#'><time datetime='{stamp(clock)}'>{clock}</time></a></header>"
        f"<p>{text}</p><footer><ul><li>Share this post with everybody whom you know</li></ul></footer></article>"
    ),
    "a time without markup": lambda clock, text: f"<div class='post'><span>{clock}</span><p>{text}</p></div>",
    "a time that only tells its age": lambda clock, text: (
        f"<li><div class='meta'><time datetime='{stamp(clock)}'>2h ago</time> Ada Holt</div><p>{text}</p></li>"
    ),
    "a time for readers of screens beside it": lambda clock, text: (
        f"<div class='post'><h3><span class='visually-hidden'>Posted at </span><time datetime='{stamp(clock)}'>{clock}"
        f"</time></h3><p>{text}</p></div>"
    ),
    "a heading with the time": lambda clock, text: f"<section><h2>{clock}</h2><p>{text}</p></section>",
    "a day with the time": lambda clock, text: (
        f"<div class='post'><time datetime='{stamp(clock)}'>5 May 2031 {clock}</time><p>{text}</p></div>"
    ),
}
REPORT = [LEAD, *(line for entry in zip(TIMES, TEXTS, strict=True) for line in entry)]


@pytest.mark.parametrize("what", BOXES)
def test_every_entry_of_a_live_page_stands_under_its_time(what: str) -> None:
    assert body(live(BOXES[what])) == REPORT


def test_the_times_are_those_of_entries_to_whoever_reads_the_article() -> None:
    assert len(find_entries(live(post))) == 6


def test_the_zone_of_a_time_is_kept() -> None:
    def zoned(clock: str, text: str) -> str:
        return f"<div class='post'><time datetime='{stamp(clock)}'>{clock} CEST</time><p>{text}</p></div>"

    assert body(live(zoned))[1] == "14:03 CEST"


def test_who_writes_the_report_is_none_of_its_words() -> None:
    def signed(clock: str, text: str) -> str:
        by = "<p class='byline'>Ada Holt and Jan Velt on the quay</p>" if clock == TIMES[0] else ""
        return f"{by}{post(clock, text)}"

    assert body(live(signed)) == REPORT


def test_an_entry_keeps_its_headline() -> None:
    def headed(clock: str, text: str) -> str:
        return (
            f"<div class='post'><time datetime='{stamp(clock)}'>{clock}</time><h3>Ramp closed</h3><p>{text}</p></div>"
        )

    assert body(live(headed))[1:4] == ["14:03", "Ramp closed", FIRST]


def test_entries_of_one_day_tell_the_day_of_a_page_that_tells_none() -> None:
    found = live(post)
    assert found.published == "2031-05-05"
    assert fact(found, "published") == ("2031-05-05", "times of its entries")


def test_entries_of_another_day_than_the_pages_tell_their_day() -> None:
    found = live(post, head="<meta property='article:published_time' content='2031-05-04T08:00:00+02:00'>")
    assert "5 May 2031, 13:10" in found.text
    assert found.published == "2031-05-04T08:00+02:00"


def test_the_clock_of_a_time_in_utc_says_so() -> None:
    def aged(clock: str, text: str) -> str:
        return f"<div class='post'><time datetime='2031-05-05T{clock}:00Z'>2h ago</time><p>{text}</p></div>"

    assert "13:10 UTC" in body(live(aged))


@pytest.mark.parametrize("heading", ["Three short reports from the quay", "Why we live on boats"])
def test_boxes_with_times_on_a_page_that_is_not_live_tell_nothing_of_it(heading: str) -> None:
    found = live(post, heading=heading)
    assert found.published is None
    assert body(found) != REPORT


def test_a_page_that_is_live_by_its_markup_alone_is_read_so() -> None:
    head = '<script type=\'application/ld+json\'>{"@type": "LiveBlogPosting"}</script>'
    assert body(live(post, heading="Drivers block the quay", head=head)) == REPORT


def test_times_below_an_article_are_none_of_its_own() -> None:
    comments = "".join(f"<li><time datetime='{stamp(one)}'>{one}</time><p>So true!</p></li>" for one in TIMES)
    article = "".join(f"<p>{one}</p>" for one in TEXTS)
    content = f"<html><body><h1>Tolls: live</h1><article>{article}</article><ul>{comments}</ul></body></html>"
    assert body(read(content.encode())) == list(TEXTS)


def test_a_thousand_times_within_each_other_are_read() -> None:
    box = f"<div class='post'><time datetime='{stamp('14:03')}'>14:03</time><p>{FIRST}"
    assert FIRST in read(f"<html><h1>Live: tolls</h1>{box * 1_000}".encode()).text
