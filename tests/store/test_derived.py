from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.records import (
    Actor,
    Discrepancy,
    DiscrepancyKind,
    EntityKind,
    Event,
    Link,
    Position,
    Span,
    Stance,
    Statement,
    Story,
    Value,
    Verdict,
)
from onrecord.store import Slice, Steps, View, open_view, open_writer
from onrecord.store.extents import Side

STEPS = Steps(reading="r1", deriving="d1")
TEXTS = {
    "a.txt": "Tolls stay\nOram: “Nobody will pay.” Then: “Not one.”\n",
    "b.txt": "Tolls go\nOram: “We shall see.”\n",
    "c.txt": "Ferries\nShe has 3 of them.\n",
    "d.txt": "Again\n“Nobody will pay,” said Oram.\n",
}
POSITION = Position(
    id="o1",
    story="y1",
    actor="p1",
    actor_name="Ilse Oram",
    issue="tolls",
    stance=Stance.REJECT,
    said_on=("2031",),
)
EVENT = Event(id="e1", story="y1", on="2031-05-03", articles=(), headline="Oram speaks")
DISCREPANCY = Discrepancy(
    id="d1",
    story="y1",
    kind=DiscrepancyKind.FIGURE,
    about="ferries",
    values=(Value(value="3", articles=("a1",), spans=(Span(start=1, end=2, exact="3"),)),),
)
LINK = Link(type="attribution", left="t1", right="t2", verdict=Verdict.UNSURE, score=0.5, reasons=("no shared words",))


def everything(view: View) -> list[Any]:
    """All that a record answers, in the order in which it does."""
    lists = [
        view.readings(), view.actors(), sorted(view.actor_of_entities().items()), view.statements(),
        view.stories(), view.events(), view.positions(), view.discrepancies(), view.links(),
        view.search("oram"), view.search("pay"),
    ]  # fmt: skip
    return [list(each) for each in lists]


def test_derived_rows_come_back_as_they_were_given(filled: Any) -> None:
    record = filled(north=TEXTS["a.txt"])
    story = Story(id="y1", headline="Tolls", articles=(), first="2031", last=None)
    actor = Actor(id="p1", name="Ilse Oram", kind=EntityKind.PERSON)
    with record.writer() as writer:
        writer.replace_derived([LINK, POSITION, EVENT, DISCREPANCY, story, actor])
    with record.view() as view:
        found = [
            view.links(),
            view.positions(),
            view.events(),
            view.discrepancies(),
            view.stories(),
            view.actors(),
        ]
        assert [list(each) for each in found] == [
            [LINK],
            [POSITION],
            [EVENT],
            [DISCREPANCY],
            [story],
            [actor],
        ]


def test_replacing_derived_rows_leaves_none_of_the_former(filled: Any) -> None:
    record = filled(north=TEXTS["a.txt"])
    with record.writer() as writer:
        writer.replace_derived([LINK])
    with record.view() as view:
        assert (list(view.actors()), list(view.statements()), list(view.stories())) == ([], [], [])
        assert view.find_actors("oram") == ()


def test_a_failure_among_the_new_derived_rows_leaves_the_former(filled: Any) -> None:
    record = filled(north=TEXTS["a.txt"])

    def breaking_off() -> Iterator[Link]:
        yield LINK
        raise RuntimeError("half way")

    with record.view() as view:
        before = everything(view)
    with record.writer() as writer:
        with pytest.raises(RuntimeError, match="half way"):
            writer.replace_derived(breaking_off())
        assert writer.is_derived()
    with record.view() as view:
        assert everything(view) == before


def test_derived_rows_may_be_made_of_what_the_writer_shows_while_it_takes_them(filled: Any) -> None:
    record = filled(a=TEXTS["a.txt"], b=TEXTS["b.txt"])

    def from_ground(view: View) -> Iterator[Link]:
        for row in view.attributions():
            yield replace(LINK, left=row.id, right="z")

    with record.writer() as writer:
        writer.replace_derived(from_ground(writer.view()))
        assert len(list(writer.view().links())) == 3


def test_a_derived_row_that_leads_nowhere_is_refused_by_name(filled: Any) -> None:
    with filled(north=TEXTS["a.txt"]).writer() as writer, pytest.raises(ValueError, match=r"position .*'o1'"):
        writer.replace_derived([POSITION])


def test_statements_come_in_the_order_of_their_first_attributions(filled: Any) -> None:
    with filled(b=TEXTS["a.txt"], a=TEXTS["b.txt"]).view() as view:
        assert [row.text for row in view.statements()] == [
            "“We shall see.”",
            "“Nobody will pay.”",
            "“Not one.”",
        ]


def test_statements_are_found_by_actor_and_by_story(filled: Any, coverage: Any) -> None:
    record = filled(a=TEXTS["a.txt"], b=TEXTS["b.txt"])
    readings = [coverage.reading(TEXTS["a.txt"]), coverage.reading(TEXTS["b.txt"])]
    other = Story(id="y2", headline="Else", articles=(readings[1].article.id,))
    with record.writer() as writer:
        writer.replace_derived([*coverage.derived(readings), other])
    with record.view() as view:
        assert [row.text for row in view.statements(story="y2")] == ["“We shall see.”"]
        assert len(list(view.statements(actor="p1", story="y1"))) == 3
        assert list(view.statements(actor="p2", story="y1")) == []
        assert len(list(view.statements(actor="p1"))) == 3


def test_an_attribution_knows_its_statement_and_an_entity_its_actor(filled: Any, coverage: Any) -> None:
    reading = coverage.reading(TEXTS["b.txt"])
    with filled(b=TEXTS["b.txt"]).view() as view:
        (statement,) = view.statements()
        assert view.statement_of(reading.attributions[0].id) == statement.id
        assert view.statement_of("t0") is None
        assert view.actor_of(reading.entities[0].id) == "p1"
        assert view.actor_of_entities() == {reading.entities[0].id: "p1"}


@pytest.mark.parametrize("name", ["ilse oram", "ILSE ORÁM", "Minister Oram", "oram", "Oram, Ilse"])
def test_an_actor_is_found_by_any_of_its_names(filled: Any, name: str) -> None:
    with filled(b=TEXTS["b.txt"]).view() as view:
        assert [actor.id for actor in view.find_actors(name)] == ["p1"]


@pytest.mark.parametrize("name", ["", "%", "or", "Ilse Sund"])
def test_what_is_no_name_of_an_actor_finds_none(filled: Any, name: str) -> None:
    with filled(b=TEXTS["b.txt"]).view() as view:
        assert view.find_actors(name) == ()


def test_an_actor_of_exactly_that_name_comes_before_those_that_share_its_words(record: Any) -> None:
    actors = [
        Actor(id="p1", name="Bank of Ister", kind=EntityKind.ORGANIZATION),
        Actor(id="p2", name="Ister", kind=EntityKind.PLACE),
    ]
    with record.writer() as writer:
        writer.replace_derived(actors)
    with record.view() as view:
        assert [actor.id for actor in view.find_actors("ister")] == ["p2", "p1"]


def test_links_are_found_by_type_and_by_either_side(record: Any) -> None:
    other = replace(LINK, type="entity", left="n1", right="n2")
    with record.writer() as writer:
        writer.replace_derived([other, LINK])
    with record.view() as view:
        assert list(view.links(type="entity")) == [other]
        assert list(view.links(id="t2")) == [LINK]
        assert list(view.links(type="entity", id="t2")) == []


def test_an_article_knows_its_stories(filled: Any, coverage: Any) -> None:
    reading = coverage.reading(TEXTS["a.txt"])
    other = Story(id="y2", headline="Else", articles=(reading.article.id,))
    record = filled(a=TEXTS["a.txt"])
    with record.writer() as writer:
        writer.replace_derived([other, *coverage.derived([reading])])
    with record.view() as view:
        assert view.stories_of(reading.article.id) == ("y1", "y2")
        assert view.story("y2") == other


def test_events_and_positions_are_found_by_story(filled: Any, coverage: Any) -> None:
    other = Story(id="y2", headline="Else", articles=())
    record = filled(a=TEXTS["a.txt"])
    rows = coverage.derived([coverage.reading(TEXTS["a.txt"])])
    undated = replace(EVENT, id="e0", on=None)
    with record.writer() as writer:
        writer.replace_derived([*rows, other, undated, EVENT, replace(EVENT, id="e2", story="y2"), POSITION])
    with record.view() as view:
        assert [event.id for event in view.events("y1")] == ["e1", "e0"]
        assert list(view.positions(story="y1", actor="p1")) == [POSITION]
        assert list(view.positions(story="y2")) == []


def test_what_went_through_two_hands_is_told_apart(filled: Any, coverage: Any) -> None:
    record = filled(a=TEXTS["a.txt"], b=TEXTS["b.txt"])
    readings = [coverage.reading(TEXTS["a.txt"]), coverage.reading(TEXTS["b.txt"], outlet="The Quay")]
    with record.writer(replace(STEPS, reading="r2")) as writer:
        writer.add_readings(readings)
        writer.replace_derived(coverage.derived(readings))
    with record.view() as view:
        told = [view.through_hands("y1", "Northern Courier", "The Quay", side) for side in Side]
        (alone,) = view.through_hands_page("y1", "Northern Courier", "The Quay", Side.RIGHT, Slice(limit=5))
    assert told == [0, 2, 1]
    assert alone.text == "“We shall see.”"


@pytest.fixture
def at_once(filled: Any) -> Any:
    """All the texts, added together."""
    return filled(**{path.removesuffix(".txt"): text for path, text in TEXTS.items()})


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first_batch=st.integers(0, 4), seed=st.randoms(use_true_random=False))
def test_a_record_answers_the_same_whatever_the_order_it_was_built_in(
    places: Any, at_once: Any, coverage: Any, first_batch: int, seed: Any
) -> None:
    order = list(TEXTS)
    seed.shuffle(order)
    readings = [coverage.reading(TEXTS[path]) for path in order]
    derived: list[Any] = coverage.derived(readings)
    seed.shuffle(derived)
    other = places()
    with open_writer(other, STEPS) as writer:
        for batch in (slice(first_batch), slice(first_batch, None)):
            writer.add_captures([coverage.capture(path, TEXTS[path]) for path in order[batch]], coverage.now)
            writer.add_readings(readings[batch])
        writer.replace_derived(derived)
    with at_once.view() as left, open_view(other) as right:
        assert everything(left) == everything(right)


def test_a_statement_keeps_the_list_of_its_attributions(filled: Any, coverage: Any) -> None:
    record = filled(a=TEXTS["a.txt"])
    first, second = coverage.reading(TEXTS["a.txt"]).attributions
    statement = Statement(
        id="s1",
        speaker=None,
        said_on="2031-05",
        text="x",
        attributions=(second.id, first.id),
        origins=("B", "A"),
    )
    with record.writer() as writer:
        writer.replace_derived([statement])
    with record.view() as view:
        assert view.statement("s1") == statement
