"""The loop of `onrecord watch`, with a clock that stands still until it is asked to wait."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.cli.watched import BYTES, GIVES_WAY, Desk, Hook, desk_at
from tests.read.server import LOCAL, Answer

from onrecord.annotate.taggers import TAGGERS
from onrecord.cli.building import Plan
from onrecord.cli.rounds import Feed, Watch, watch_on, watch_once
from onrecord.cli.stopping import Stop, Stopped
from onrecord.cli.telling import Receiver, Terminal, Webhook
from onrecord.cli.timing import Clock
from onrecord.pipeline import BuildOptions
from onrecord.read import ReadOptions, WebOptions
from onrecord.read.web.posting import Poster
from onrecord.records.errors import InputError, RecordBusy
from onrecord.store import open_view
from onrecord.store.lock import WriterLock

QUARTER = 900
WEB = WebOptions(allowed_hosts=LOCAL, pause_seconds=0.0, retry_seconds=0.02)


class Enough(Exception):
    """The test has seen as many waits as it wants."""


@dataclass(slots=True)
class Hand:
    """A clock that a wait moves on; at each wait something happens, and where nothing is left to, the loop ends."""

    at: datetime = datetime(2031, 5, 10, 8, 0, tzinfo=UTC)
    waits: list[float] = field(default_factory=list)
    meanwhile: list[Callable[[], object]] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += timedelta(seconds=seconds)
        if not self.meanwhile:
            raise Enough
        self.meanwhile.pop(0)()

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, sleep=self.sleep)


@pytest.fixture
def desk(tmp_path: Path, call: Call) -> Iterator[Desk]:
    with desk_at(tmp_path, call) as grown:
        yield grown


def watch_of(desk: Desk, hand: Hand, *receivers: Receiver, feed: Feed | None = None, patience: float = 0.0) -> Watch:
    return Watch(
        plan=Plan(
            tagger="rules",
            paths=(str(desk.opml),),
            record=desk.record,
            processes=1,
            reading=ReadOptions(web=WEB),
            options=BuildOptions(tagger=TAGGERS["rules"]),
        ),
        receivers=receivers or (Terminal(record="r.db", stop=Stop()),),
        clock=hand.clock,
        feed=feed,
        patience_seconds=patience,
    )


def webhook(desk: Desk, hand: Hand) -> Webhook:
    return Webhook(url=desk.site.url("/in"), secret=BYTES, poster=Poster(WEB), clock=hand.clock, stop=Stop())


def test_a_round_begins_every_quarter_of_an_hour(desk: Desk) -> None:
    hand = Hand(meanwhile=[lambda: None, lambda: None])
    with pytest.raises(Enough):
        watch_on(watch_of(desk, hand), QUARTER)
    assert hand.waits == [QUARTER, QUARTER, QUARTER]
    assert desk.site.paths.count("/north") == 3


def test_a_round_that_takes_longer_is_followed_at_once(desk: Desk) -> None:
    hand = Hand()

    def slowly(_: object) -> Answer:
        hand.at += timedelta(hours=1)
        return Answer(status=404)

    desk.site.answers["/south"] = slowly
    with pytest.raises(Enough):
        watch_on(watch_of(desk, hand), QUARTER)
    assert hand.waits == [0.0]


def test_what_a_feed_grows_by_is_told_in_the_next_round(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    hand = Hand(meanwhile=[lambda: desk.publish("south", "/gives-way", GIVES_WAY)])
    with pytest.raises(Enough):
        watch_on(watch_of(desk, hand), QUARTER)
    first, _, second = capsys.readouterr().out.partition("CHANGED POSITIONS")
    assert "Nobody will cross" in first
    assert "Ilse Oram has changed its line" in second


def test_a_feed_that_fails_is_told_once_and_again_when_it_fails_otherwise(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    south = desk.site.answers["/south"] = Answer(status=404)
    gone = Answer(status=410)
    hand = Hand(meanwhile=[lambda: None, lambda: desk.site.answers.update({"/south": gone})])
    with pytest.raises(Enough):
        watch_on(watch_of(desk, hand), QUARTER)
    err = capsys.readouterr().err
    assert south.status == 404
    assert [err.count("no such page (404)"), err.count("taken away (410)")] == [1, 1]


def test_a_record_that_another_holds_costs_one_round(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    lock = WriterLock(desk.record)
    desk.publish("south", "/gives-way", GIVES_WAY)
    hand = Hand(meanwhile=[lambda: lock.take(0.0), lock.release])
    with pytest.raises(Enough):
        watch_on(watch_of(desk, hand), QUARTER)
    assert "is writing to the record; wait until it is done, or stop it; this round is left out" in " ".join(
        capsys.readouterr().err.split()
    )
    assert desk.site.paths.count("/north") == 2


def test_a_round_for_cron_says_who_holds_the_record(desk: Desk) -> None:
    hand = Hand()
    watch_once(watch_of(desk, hand))
    lock = WriterLock(desk.record)
    lock.take(0.0)
    try:
        with pytest.raises(RecordBusy, match="is writing to the record"):
            watch_once(watch_of(desk, hand))
    finally:
        lock.release()


def test_what_is_wrong_from_the_beginning_ends_the_loop(desk: Desk) -> None:
    desk.opml.unlink()
    with pytest.raises(InputError, match=r"feeds\.opml"):
        watch_on(watch_of(desk, Hand()), QUARTER)


def test_a_webhook_that_fails_twice_is_tried_again_with_longer_waits(desk: Desk) -> None:
    hand = Hand(meanwhile=[lambda: None] * 2)
    hook = desk.site.answers["/in"] = Hook(statuses=[500, 503])
    assert watch_once(watch_of(desk, hand, webhook(desk, hand))) == 0
    assert hand.waits == [1.0, 5.0]
    assert hook.took
    assert len({one.headers["webhook-id"] for one in hook.asked[:3]}) == 1


def test_a_webhook_that_is_down_is_left_until_the_next_round(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    hand = Hand(meanwhile=[lambda: None] * 3)
    hook = desk.site.answers["/in"] = Hook(statuses=[500] * 4)
    assert watch_once(watch_of(desk, hand, webhook(desk, hand))) == 1
    assert hook.took == []
    with open_view(desk.record) as view:
        kept = [one.id for one in view.unacknowledged(webhook(desk, hand).name)]
    told = capsys.readouterr().err
    assert f"the webhook: it answered with 500; {len(kept)} notice" in told
    assert watch_once(watch_of(desk, hand, webhook(desk, hand))) == 0
    assert hook.ids == kept


def test_a_signature_bears_the_time_at_which_it_was_sent(desk: Desk) -> None:
    hand = Hand(meanwhile=[lambda: None])
    hook = desk.site.answers["/in"] = Hook(statuses=[500])
    watch_once(watch_of(desk, hand, webhook(desk, hand)))
    first, second = (int(one.headers["webhook-timestamp"]) for one in hook.asked[:2])
    assert (first, second) == (int(datetime(2031, 5, 10, 8, tzinfo=UTC).timestamp()), first + 1)


def test_the_record_does_not_name_the_address_of_a_webhook(desk: Desk) -> None:
    hand = Hand(meanwhile=[lambda: None] * 3)
    desk.site.answers["/in"] = Hook(statuses=[500] * 4)
    watch_once(watch_of(desk, hand, webhook(desk, hand)))
    assert desk.site.url("/in").encode() not in desk.record.read_bytes()


def test_the_feed_is_not_touched_where_nothing_is_new(desk: Desk, tmp_path: Path) -> None:
    hand = Hand()
    watch = watch_of(desk, hand, feed=Feed(path=tmp_path / "r.atom", title="Ferries"))
    watch_once(watch)
    before = (tmp_path / "r.atom").stat()
    hand.at += timedelta(hours=1)
    watch_once(watch)
    after = (tmp_path / "r.atom").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def held_while(*ends: signal.Signals) -> list[str]:
    """What was done although these signals came first."""
    stop, done = Stop(), []

    def tell() -> None:
        with stop.held():
            for end in ends:
                os.kill(os.getpid(), end)
            done.append("told")

    with stop.heeded(), pytest.raises(Stopped):
        tell()
    return done


def test_an_end_waits_until_what_is_held_is_done() -> None:
    assert held_while(signal.SIGTERM) == ["told"]


def test_who_asks_twice_for_an_end_gets_it_at_once() -> None:
    assert held_while(signal.SIGTERM, signal.SIGTERM) == []
