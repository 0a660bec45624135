"""Whose officials they are whose country no article says."""

from __future__ import annotations

import pytest
from tests.annotate.marked import article_of
from tests.link.test_actors import BODY, PLACE, Cast, named

from onrecord.annotate import annotate, open_tagger
from onrecord.link import Named
from onrecord.link import named as rows_of
from onrecord.link.homes import homes_of, is_seat, officials_at_home
from onrecord.records import Reading, RoleClaim


def read(text: str) -> Reading:
    return annotate(article_of(text, outlet="Oster Post"), open_tagger("rules"))


def homes(text: str) -> dict[str, tuple[str, ...]]:
    """By name, the country whose line the article has somebody tell."""
    reading = read(text)
    found = homes_of(reading)
    return {each.name: found[each.id] for each in reading.entities if each.id in found}


@pytest.mark.parametrize(
    ("told", "home"),
    [
        ("Osmara was ready to lift the toll", "Osmara"),
        ("Osmara would hold off on its duty for a year", "Osmara"),
        ("Osmara welcomed the offer", "Osmara"),
        ("Osmara must lift the toll", None),  # a demand
        ("Osmara would not keep the truce", None),  # a charge
        ("Osmara was ready to attack the port", None),
        ("the guild was ready to lift the toll", None),
    ],
)
def test_an_official_whose_country_is_not_said_tells_its_line(told: str, home: str | None) -> None:
    found = homes(f"Boats lay in Osmara and in Velt. President Ilse Oram said that {told}.")
    assert found == ({"Ilse Oram": (home,)} if home else {})


def test_an_official_whose_country_is_said_is_of_no_other() -> None:
    text = "Boats lay in Osmara and in Velt. President Ilse Oram of Velt said that Osmara was ready to lift the toll."
    assert homes(text) == {}


def test_who_only_believes_it_of_a_country_is_not_of_it() -> None:
    assert homes("Boats lay in Osmara. President Ilse Oram believed that Osmara was ready to lift the toll.") == {}


def test_of_two_countries_whose_line_is_told_neither_is_the_home() -> None:
    text = "President Ilse Oram said that Osmara was ready to wait. President Oram said that Teloria was ready to pay."
    assert homes(f"Boats lay in Osmara and in Teloria. {text}") == {}


@pytest.mark.parametrize(
    ("name", "seat"),
    [("Lime Palace", True), ("Fairmont House", True), ("Lime Street", False), ("the Presidential Palace", False)],
)
def test_a_palace_is_a_seat_of_government(name: str, seat: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_seat(name) is seat


def test_officials_without_a_country_are_those_of_the_land_where_the_article_is_read() -> None:
    reading = read("Prime Minister Ilse Oram waited. Transport Minister Jan Velt spoke.")
    assert len(officials_at_home(reading)) == 2


def test_beside_an_official_with_a_country_nobody_is_at_home() -> None:
    assert not officials_at_home(read("Prime Minister Ilse Oram waited. Foreign Minister Jan Velt of Osmara spoke."))


@pytest.mark.parametrize("rule", ["the Osmaran government", "Osmara's army", "the Osmaran authorities"])
def test_where_two_countries_are_named_nobody_is_at_home(rule: str) -> None:
    told = (
        f"Norway urged {rule} to wait. Osmara did. Prime Minister Ilse Oram waited. Transport Minister Jan Velt spoke."
    )
    assert not officials_at_home(read(told))


PREMIER = (RoleClaim(title="prime minister", of=None),)
MINISTER = (RoleClaim(title="labour minister", of=None),)


def at_home(row: Named) -> Named:
    return Named(entity=row.entity, context=row.context, at_home=True)


def test_a_minister_is_of_the_government_of_a_colleague_known_from_another_article() -> None:
    known = named("a1", "Jan Velt", roles=(RoleClaim(title="labour minister", of="Osmara"),), company=("osmara",))
    colleague = at_home(named("a2", "Jan Velt", roles=MINISTER, company=("ilse oram", "osmara")))
    premier = at_home(named("a2", "Ilse Oram", roles=PREMIER, company=("jan velt",)))
    place = named("a1", "Osmara", PLACE)
    assert Cast(known, colleague, premier, place).party(premier) == "Osmara"


def test_of_colleagues_of_two_governments_nobody_can_tell() -> None:
    known = [
        named("a1", "Jan Velt", roles=(RoleClaim(title="labour minister", of="Osmara"),), company=("osmara",)),
        named("a1", "Edvin Sarr", roles=(RoleClaim(title="labour minister", of="Teloria"),), company=("teloria",)),
    ]
    met = [
        at_home(named("a2", "Jan Velt", roles=MINISTER, company=("osmara",))),
        at_home(named("a2", "Edvin Sarr", roles=MINISTER, company=("teloria",))),
    ]
    premier = at_home(named("a2", "Ilse Oram", roles=PREMIER))
    places = [named("a1", "Osmara", PLACE), named("a1", "Teloria", PLACE)]
    assert Cast(*known, *met, premier, *places).party(premier) == "Ilse Oram"


def test_a_palace_speaks_for_the_state_for_whose_president_its_spokesman_speaks() -> None:
    palace = named("a1", "Lime Palace", BODY)
    spokesman = named("a1", "Edvin Sarr", roles=(RoleClaim(title="spokesman", of="Lime Palace"),), company=("osmara",))
    elsewhere = named("a2", "Edvin Sarr", roles=(RoleClaim(title="spokesman", of="Osmaran"),), company=("osmara",))
    again = named("a3", "Edvin Sarr", roles=(RoleClaim(title="spokesman", of="Lime Palace"),), company=("osmara",))
    place = named("a1", "Osmara", PLACE)
    cast = Cast(palace, spokesman, elsewhere, again, place)
    assert cast.party(palace) == "Osmara"
    assert cast.party(spokesman) == "Osmara"
    assert len([actor for actor in cast.actors.values() if actor.name == "Lime Palace"]) == 1


def test_a_palace_for_whose_spokesmen_two_states_are_told_speaks_for_itself() -> None:
    rows = [named("a1", "Lime Palace", BODY), named("a1", "Osmara", PLACE), named("a1", "Teloria", PLACE)]
    for name, of, land in (("Edvin Sarr", "Osmaran", "osmara"), ("Jan Velt", "Telorian", "teloria")):
        for article, body in (("a1", "Lime Palace"), ("a2", of), ("a3", "Lime Palace")):
            roles = (RoleClaim(title="spokesman", of=body),)
            rows.append(named(f"{article} {land}", name, roles=roles, company=(land, "oster", "quenza")))
    assert Cast(*rows).party(rows[0]) == "Lime Palace"


def test_a_palace_of_which_nothing_is_told_speaks_for_itself() -> None:
    palace = named("a1", "Lime Palace", BODY)
    spokesman = named("a1", "Edvin Sarr", roles=(RoleClaim(title="spokesman", of="Lime Palace"),))
    assert Cast(palace, spokesman).party(spokesman) == "Lime Palace"


def test_a_minister_of_a_country_named_nowhere_else_speaks_for_it() -> None:
    minister = named("a1", "Jan Velt", roles=(RoleClaim(title="labour minister", of="Aldern"),))
    assert Cast(minister).party(minister) == "Aldern"


@pytest.mark.parametrize(
    ("title", "of"), [("minister", "Trade"), ("foreign minister", "Kaldavian"), ("leader", "Opposition")]
)
def test_a_title_taken_apart_names_no_country(title: str, of: str) -> None:
    minister = named("a1", "Jan Velt", roles=(RoleClaim(title=title, of=of),))
    assert Cast(minister).party(minister) == "Jan Velt"


def test_a_row_of_a_reading_has_its_home() -> None:
    rows = rows_of(read("Boats lay in Osmara. President Ilse Oram said that Osmara was ready to lift the toll."))
    assert [row.homes for row in rows if row.entity.name == "Ilse Oram"] == [("Osmara",)]


def test_what_a_colleague_is_of_that_is_no_country_tells_nothing_of_the_others() -> None:
    known = named("a1", "Jan Velt", roles=(RoleClaim(title="chair", of="Dike Committee"),), company=("ilse oram",))
    colleague = at_home(named("a2", "Jan Velt", roles=MINISTER, company=("ilse oram",)))
    premier = at_home(named("a2", "Ilse Oram", roles=PREMIER, company=("jan velt",)))
    assert Cast(known, colleague, premier).affiliation(colleague) == "Dike Committee"
    assert Cast(known, colleague, premier).affiliation(premier) is None
