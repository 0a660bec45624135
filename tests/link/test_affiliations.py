"""For whom an actor speaks, up to the party whose line it is, and when an office says that he no longer does."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from tests.annotate.marked import article_of
from tests.link.test_actors import BODY, PLACE, Cast, named

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link import Named, Said, link_actors, with_actors
from onrecord.link import named as rows_of
from onrecord.link.offices import office
from onrecord.records import Attribution, Entity, EntityKind, Form, Kind, Reading, RoleClaim, Span
from onrecord.text.offices import is_held, speaks_for_himself

STATE = ("kaldavia", "quenza")


@pytest.mark.parametrize(
    "title",
    ["former Foreign Minister", "ex-president", "then-president", "President-elect", "late king", "ousted premier"],
)
def test_an_office_that_is_over_or_not_begun_is_not_held(title: str) -> None:
    assert not is_held(title)


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("Rep.", "Maryland"),
        ("U.S. Representative", "Ohio"),
        ("longtime member", "Senate Armed Services Committee"),
        ("member", "Kaldavian parliament"),
        ("writer", "The Lantern"),
        ("bishop", "Quenza"),
        ("Archbishop", "Skarn"),
        ("imam", "the Old Mosque"),
    ],
)
def test_one_of_many_speaks_for_himself(title: str, of: str) -> None:
    assert speaks_for_himself(title, of)


@pytest.mark.parametrize(
    ("title", "of"),
    [("Trade Representative", "United States"), ("special representative", "EU"), ("member", "negotiating team")],
)
def test_who_is_sent_does_not_speak_for_himself(title: str, of: str) -> None:
    assert not speaks_for_himself(title, of)


@pytest.mark.parametrize("title", ["acting Foreign Minister", "outgoing president", "caretaker premier", "minister"])
def test_an_office_held_for_now_is_held(title: str) -> None:
    assert is_held(title)


def test_an_office_is_the_same_before_and_after_and_for_both_sexes() -> None:
    assert office("former Spokeswoman") == office("spokesman")


def test_a_spokesman_of_a_ministry_speaks_for_the_ministry_and_the_ministry_for_the_state() -> None:
    spokesman = named("a1", "Edvin Sarr", speaks_for="Kaldavian Foreign Ministry", company=STATE)
    place = named("a1", "Kaldavia", PLACE)
    cast = Cast(spokesman, place)
    assert cast.affiliation(spokesman) == "Kaldavian Foreign Ministry"
    assert cast.party(spokesman) == "Kaldavia"


def test_an_aide_of_a_spokesman_of_a_minister_speaks_in_the_end_for_the_state() -> None:
    aide = named("a1", "Jory Brill", roles=(RoleClaim(title="aide", of="Edvin Sarr"),), company=("edvin sarr",))
    spokesman = named("a1", "Edvin Sarr", roles=(RoleClaim(title="spokesman", of="Ilse Oram"),))
    minister = named("a1", "Ilse Oram", roles=(RoleClaim(title="Foreign Minister", of="Norway"),))
    assert Cast(aide, spokesman, minister).party(aide) == "Norway"


def test_a_spokesman_of_a_ministry_whose_state_is_not_told_holds_his_own_line() -> None:
    spokesman = named("a1", "Edvin Sarr", speaks_for="Foreign Ministry")
    assert Cast(spokesman).party(spokesman) == "Edvin Sarr"


@pytest.mark.parametrize(
    ("title", "company", "party"),
    [
        ("Defense Secretary", ("united states", "kaldavia"), "United States"),
        ("Defense Secretary", ("kaldavia",), "Jory Brill"),
        ("defense secretary", ("united states", "philippines"), "Jory Brill"),
        ("Defence Secretary", ("united kingdom", "united states"), "United Kingdom"),
        ("former Treasury Secretary", ("united states",), "Jory Brill"),
    ],
)
def test_an_office_that_few_states_call_so_is_of_the_one_that_the_article_names(
    title: str, company: tuple[str, ...], party: str
) -> None:
    secretary = named("a1", "Jory Brill", roles=(RoleClaim(title=title),), company=company)
    assert Cast(secretary).party(secretary) == party


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Government of Kaldavia", "Kaldavia"),
        ("Copper miners in the province of Kaldavia", "Copper miners in the province of Kaldavia"),
        ("Dockers from the ports of Kaldavia", "Dockers from the ports of Kaldavia"),
    ],
)
def test_people_who_are_somewhere_in_a_state_do_not_speak_for_it(name: str, party: str) -> None:
    body = named("a1", name, BODY, company=STATE)
    place = named("a1", "Kaldavia", PLACE)
    assert Cast(body, place).party(body) == party


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("A senior Kaldavian official", "Kaldavia"),
        ("two Kaldavian diplomats", "Kaldavia"),
        ("a Kaldavian foreign ministry official with knowledge of the talks", "Kaldavia"),
        ("a former Kaldavian official", None),
        ("Health officials", None),
        ("A Kaldavian fisherman", None),
    ],
)
def test_an_unnamed_official_speaks_for_the_state_whose_official_he_is(name: str, party: str | None) -> None:
    official = named("a1", name, anonymous=True, company=STATE)
    place = named("a1", "Kaldavia", PLACE)
    assert Cast(official, place).party(official) == (party or name)


def test_a_ministry_speaks_for_the_state_that_one_of_its_names_gives() -> None:
    ministry = named(
        "a1", "Foreign Ministry", BODY, forms=("Foreign Ministry", "Kaldavian Foreign Ministry"), company=STATE
    )
    place = named("a1", "Kaldavia", PLACE)
    assert Cast(ministry, place).party(ministry) == "Kaldavia"


def test_a_role_without_its_state_is_the_one_with_it() -> None:
    short = named("a1", "Ilse Oram", roles=(RoleClaim(title="Foreign Minister"),), published="2031-05-04")
    full = named("a2", "Ilse Oram", roles=(RoleClaim(title="foreign minister", of="Norway"),), published="2031-05-09")
    (role,) = Cast(short, full).of(full).roles
    assert (role.of, role.since, role.until) == ("Norway", "2031-05-04", "2031-05-09")


def test_a_role_of_a_state_by_its_adjective_is_the_one_of_its_name() -> None:
    left = named("a1", "Ilse Oram", roles=(RoleClaim(title="minister", of="Norwegian"),))
    right = named("a2", "Ilse Oram", roles=(RoleClaim(title="minister", of="Norway"),))
    assert len(Cast(left, right).of(left).roles) == 1


def test_a_role_that_is_over_is_another_than_the_one_held() -> None:
    held = named("a1", "Ilse Oram", roles=(RoleClaim(title="minister", of="Norway"),))
    over = named("a2", "Ilse Oram", roles=(RoleClaim(title="former minister", of="Norway"),))
    assert [role.role for role in Cast(held, over).of(held).roles] == ["former minister", "minister"]


def test_nobody_governs_two_states() -> None:
    left = named("a1", "Jan Marek", roles=(RoleClaim(title="foreign minister", of="Poland"),))
    right = named("a2", "Jan Marek", roles=(RoleClaim(title="foreign minister", of="Slovakia"),))
    cast = Cast(left, right)
    assert cast.of(left).id != cast.of(right).id
    assert cast.links[0].reasons == ("in the governments of two states: Poland and Slovakia",)


def test_who_came_from_a_government_may_preside_over_the_union() -> None:
    left = named("a1", "Jan Marek", roles=(RoleClaim(title="prime minister", of="Poland"),))
    right = named("a2", "Jan Marek", roles=(RoleClaim(title="president", of="European Council"),))
    assert Cast(left, right).of(left) == Cast(left, right).of(right)


def test_the_kind_of_a_place_is_kept_where_its_spelling_differs() -> None:
    cast = Cast(left := named("a1", "Gorlovka", PLACE), named("a2", "Horlivka", PLACE))
    assert cast.of(left).kind is EntityKind.PLACE
    assert {cast.of(left).name, *cast.of(left).aliases} == {"Gorlovka", "Horlivka"}


def read(*names: Entity) -> list[Named]:
    return list(rows_of(Reading(article=article_of("Nobody said anything."), entities=names)))


def entity(name: str, *roles: RoleClaim) -> Entity:
    return Entity(id=f"n {name}", article="a1", name=name, names=(name,), kind=EntityKind.PERSON, roles=roles)


PRESIDENT = entity("Ilse Oram", RoleClaim(title="President", of="Norway"))


@pytest.mark.parametrize(
    "role", [RoleClaim(title="spokesman", of="president"), RoleClaim(title="presidential spokesman")]
)
def test_a_presidents_spokesman_speaks_for_the_one_president_of_the_article(role: RoleClaim) -> None:
    rows = read(PRESIDENT, entity("Edvin Sarr", role))
    assert Cast(*rows).affiliation(rows[1]) == "Ilse Oram"
    assert Cast(*rows).party(rows[1]) == "Norway"


def test_of_two_presidents_nobody_can_tell_whose_spokesman_it_is() -> None:
    other = entity("Piet Tarn", RoleClaim(title="President", of="Poland"))
    rows = read(PRESIDENT, other, entity("Edvin Sarr", RoleClaim(title="spokesman", of="president")))
    assert Cast(*rows).party(rows[2]) == "Edvin Sarr"


@pytest.mark.parametrize(
    ("title", "of"), [("Special Envoy", "Oram"), ("national security adviser", "Ilse Oram"), ("aide", "Oram")]
)
def test_whose_envoy_it_is_by_the_family_name_is_spoken_for(title: str, of: str) -> None:
    rows = read(PRESIDENT, entity("Edvin Sarr", RoleClaim(title=title, of=of)))
    assert Cast(*rows).affiliation(rows[1]) == "Ilse Oram"
    assert Cast(*rows).party(rows[1]) == "Norway"


@pytest.mark.parametrize(
    ("title", "of"),
    [("lawyer", "Oram"), ("ally", "Oram"), ("rival", "Ilse Oram"), ("former aide", "Oram"), ("envoy", "Tarn")],
)
def test_who_only_stands_near_somebody_speaks_for_himself(title: str, of: str) -> None:
    rows = read(PRESIDENT, entity("Edvin Sarr", RoleClaim(title=title, of=of)))
    assert Cast(*rows).party(rows[1]) == "Edvin Sarr"


def test_of_two_of_one_family_name_nobody_can_tell_whose_envoy_it_is() -> None:
    rows = read(PRESIDENT, entity("Jan Oram"), entity("Edvin Sarr", RoleClaim(title="envoy", of="Oram")))
    assert Cast(*rows).party(rows[2]) == "Edvin Sarr"


def test_what_a_former_minister_says_is_his_own_line_even_where_others_call_him_minister() -> None:
    held = named("a1", "Ilse Oram", roles=(RoleClaim(title="minister", of="Norway"),))
    over = named("a2", "Ilse Oram", roles=(RoleClaim(title="former minister", of="Norway"),))
    with LocalEngine(processes=1) as engine, ExitStack() as kept:
        actors = list(link_actors(engine, Kept((held, over)), kept))
        spoken = with_actors(engine, [said(held, past=False), said(over, past=True)], actors)
        assert {row.attribution.article: row.party_name for row in spoken} == {"a1": "Norway", "a2": "Ilse Oram"}


def test_who_led_a_body_once_is_not_of_it() -> None:
    (row,) = read(entity("Edvin Sarr", RoleClaim(title="former secretary general", of="River Guild")))
    assert Cast(row).affiliation(row) is None


@pytest.mark.parametrize("name", ["River Miners of Norway", "Bank of Norway and Sons", "Free Church of Norway"])
def test_a_union_or_a_bank_called_after_a_state_does_not_speak_for_it(name: str) -> None:
    row = named("a1", name, BODY, company=("norway",))
    assert Cast(row).party(row) == name


@pytest.mark.parametrize("form", ["Senator Ilse Oram of Norway", "Ilse Oram, founder of River Veterans of Norway"])
def test_a_place_behind_the_name_of_a_lawmaker_or_within_that_of_a_body_is_not_spoken_for(form: str) -> None:
    title = "Senator" if form.startswith("Senator") else "founder"
    row = named("a1", "Ilse Oram", roles=(RoleClaim(title=title, of=None),), company=("norway",), forms=(form,))
    assert Cast(row).party(row) == "Ilse Oram"


def said(row: Named, *, past: bool) -> Said:
    one = row.entity
    words = Span(start=0, end=3, exact="yes")
    attribution = Attribution(
        id=f"t {one.id}",
        article=one.article,
        source=None,
        cue=None,
        content=(words,),
        form=Form.DIRECT,
        kind=Kind.ASSERTION,
        entity=one.id,
    )
    return Said(attribution=attribution, past=past)


def test_a_state_that_some_articles_take_for_a_person_is_spoken_for() -> None:
    rows = [named(article, "Kaldavia", company=()) for article in ("a1", "a2")]
    president = named("a3", "Ilse Oram", roles=(RoleClaim(title="president", of="Kaldavia"),), company=("kaldavia",))
    assert Cast(*rows, president).party(president) == "Kaldavia"


def test_its_government_is_no_body_of_a_state_called_its() -> None:
    government = named("a1", "its government", BODY)
    assert Cast(government).affiliation(government) is None
