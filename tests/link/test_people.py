"""Who bears a full name is told once, however many articles have it."""

from __future__ import annotations

from tests.link.test_actors import named

from onrecord.link.people import link_namesakes, person_keys
from onrecord.link.profiles import Bearer, Side
from onrecord.link.rows import Named, only
from onrecord.records import Link, RoleClaim


def bearers(*rows: Named) -> list[Bearer]:
    return list(only(Bearer, link_namesakes("", iter(rows))))


def minister(article: str, state: str) -> Named:
    return named(article, "Ilse Oram", roles=(RoleClaim(title="foreign minister", of=state),))


def test_the_articles_of_one_full_name_go_into_its_blocks_as_one_row() -> None:
    rows = [named(f"a{number}", "Ilse Oram", company=(f"quenza {number}",)) for number in range(20)]
    found = list(link_namesakes("", iter(rows)))
    assert [type(row) for row in found] == [Link] * 19 + [Bearer]
    assert {f"quenza {number}" for number in range(20)} <= bearers(*rows)[0].profile(Side.FAMILY).company.keys()


def test_two_of_one_name_in_the_governments_of_two_states_bear_it_each() -> None:
    found = bearers(minister("a1", "Norway"), minister("a2", "Denmark"), minister("a3", "Norway"))
    assert [row.hub.entity.article for row in found] == ["a1", "a2"]


def test_no_two_bearers_of_one_name_stand_at_one_place_of_a_block() -> None:
    found = bearers(minister("a1", "Norway"), minister("a2", "Denmark"))
    places = [place for row in found for place in person_keys(row)]
    assert len(set(places)) == len(places)
