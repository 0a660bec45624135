"""Whose entities of several articles are one actor, and for whom the actor speaks."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import pytest

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.actors import Party, link_actors
from onrecord.link.rows import Named, only
from onrecord.records import Actor, ActorEntity, Entity, EntityKind, Link, RoleClaim, Verdict

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def named(
    article: str,
    name: str,
    kind: EntityKind = PERSON,
    *,
    forms: tuple[str, ...] = (),
    roles: tuple[RoleClaim, ...] = (),
    speaks_for: str | None = None,
    company: tuple[str, ...] = ("quenza", "delta guild"),
    published: str | None = None,
    anonymous: bool = False,
    quoted: tuple[str, ...] = (),
) -> Named:
    entity = Entity(
        id=f"n {article} {name} {kind}",
        article=article,
        name=name,
        names=forms or (name,),
        kind=kind,
        roles=roles,
        speaks_for=speaks_for,
        anonymous=anonymous,
    )
    return Named(entity=entity, context=company, published=published, quoted=quoted)


class Cast:
    """The actors that come of some entities."""

    def __init__(self, *rows: Named) -> None:
        with LocalEngine(processes=1) as engine, ExitStack() as kept:
            found = list(link_actors(engine, Kept(rows), kept))
        self.actors = {actor.id: actor for actor in only(Actor, found)}
        self.links = list(only(Link, found))
        self._parties = {row.actor: row.name for row in only(Party, found)}
        self._of = {row.entity: row.actor for row in only(ActorEntity, found)}

    def of(self, row: Named) -> Actor:
        return self.actors[self._of[row.entity.id]]

    def party(self, row: Named) -> str:
        return self._parties[self.of(row).id]

    def affiliation(self, row: Named) -> str | None:
        actor = self.of(row)
        return self.actors[actor.affiliation].name if actor.affiliation else None


def test_one_name_in_two_articles_is_one_actor() -> None:
    left, right = named("a1", "Ilse Oram"), named("a2", "Ilse Oram")
    assert len({Cast(left, right).of(each).id for each in (left, right)}) == 1


def test_a_family_name_alone_goes_to_the_one_full_name_of_its_company() -> None:
    full, alone = named("a1", "Ilse Oram"), named("a2", "Oram")
    assert Cast(full, alone).of(alone).name == "Ilse Oram"


def test_a_family_name_alone_in_strange_company_goes_to_nobody() -> None:
    full, alone = named("a1", "Ilse Oram"), named("a2", "Oram", company=("chess club",))
    cast = Cast(full, alone)
    assert cast.of(alone).id != cast.of(full).id
    assert [link.verdict for link in cast.links] == [Verdict.UNSURE]


def test_a_family_name_that_two_bear_alike_goes_to_nobody() -> None:
    one, two, alone = named("a1", "Ilse Oram"), named("a2", "Piet Oram"), named("a3", "Oram")
    cast = Cast(one, two, alone)
    assert len({cast.of(each).id for each in (one, two, alone)}) == 3


def test_a_family_name_that_two_bear_goes_to_the_one_of_its_office() -> None:
    minister = (RoleClaim(title="Transport Minister", of="Ister"),)
    one, two = named("a1", "Ilse Oram", roles=minister), named("a2", "Piet Oram", company=("chess club",))
    alone = named("a3", "Oram", roles=(RoleClaim(title="transport minister"),))
    assert Cast(one, two, alone).of(alone).name == "Ilse Oram"


def test_a_family_name_that_two_bear_goes_to_the_one_quoted_with_the_same_words() -> None:
    company = ("quenza", "ilse oram", "piet oram")
    one, two = named("a1", "Ilse Oram", quoted=("run 1", "run 2"), company=company), named("a2", "Piet Oram")
    assert Cast(one, two, named("a3", "Oram", quoted=("run 2",))).of(one).aliases == ("Oram",)
    alone = named("a3", "Oram", quoted=("run 3",))
    cast = Cast(one, two, alone)
    assert len({cast.of(each).id for each in (one, two, alone)}) == 3


def test_a_misprinted_name_quoted_with_the_same_words_is_the_name() -> None:
    one, other = (
        named("a1", "Ilse Oramin", quoted=("run 1",)),
        named("a2", "Ilse Orramin", quoted=("run 1",), company=()),
    )
    assert len({Cast(one, other).of(each).id for each in (one, other)}) == 1


def test_two_spellings_of_one_full_name_do_not_compete_for_the_family_name() -> None:
    one, two, alone = named("a1", "Sergei Vantor"), named("a2", "Sergey Vantor"), named("a3", "Vantor")
    cast = Cast(one, two, alone)
    assert len({cast.of(each).id for each in (one, two, alone)}) == 1


def test_father_and_son_are_two() -> None:
    father, son, alone = named("a1", "Martin Hale"), named("a2", "Martin Hale Jr."), named("a3", "Hale")
    cast = Cast(father, son, alone)
    assert cast.of(father).id != cast.of(son).id


@pytest.mark.parametrize("other", ["Ilse Santera", "Santera Oram"])
def test_a_person_whom_an_article_names_in_full_and_a_place_of_one_name_are_two(other: str) -> None:
    person, place, full = named("a1", "Santera"), named("a2", "Santera", PLACE), named("a3", other, company=())
    cast = Cast(person, place, full)
    assert cast.of(person).id != cast.of(place).id


@pytest.mark.parametrize("kinds", [(PLACE,), (BODY,), (PLACE, BODY), (PERSON, PLACE, BODY)])
def test_a_bare_word_is_no_person_where_as_many_articles_say_so_and_none_names_him_in_full(
    kinds: tuple[EntityKind, ...],
) -> None:
    rows = [named(f"a{number}", "Santera", kind) for number, kind in enumerate((PERSON, *kinds))]
    cast = Cast(*rows)
    assert {cast.of(row).kind for row in rows} == {kinds[-1] if len(kinds) == 1 else BODY}


def test_a_bare_word_stays_a_person_where_another_article_of_other_company_says_otherwise() -> None:
    person, body = named("a1", "Santera"), named("a2", "Santera", BODY, company=("velt",))
    assert Cast(person, body).of(person).kind is PERSON


def test_a_full_name_is_a_person_where_only_as_many_articles_take_it_for_a_body() -> None:
    person, body = named("a1", "Santera Lines"), named("a2", "Santera Lines", BODY)
    cast = Cast(person, body)
    assert cast.of(person).kind is PERSON


def test_a_bare_word_stays_a_person_where_fewer_articles_say_otherwise() -> None:
    *people, place = named("a1", "Santera"), named("a2", "Santera"), named("a3", "Santera", PLACE)
    cast = Cast(*people, place)
    assert cast.of(people[0]).kind is PERSON


def test_a_bare_name_is_what_more_articles_take_it_for() -> None:
    person, *places = named("a1", "Santera"), named("a2", "Santera", PLACE), named("a3", "Santera", PLACE)
    assert len({Cast(person, *places).of(each).id for each in (person, *places)}) == 1


@pytest.mark.parametrize("told", [{"roles": (RoleClaim(title="pilot"),)}, {"forms": ("Santera", "Ilse Santera")}])
def test_whoever_an_article_tells_more_of_is_a_person_whatever_others_take_the_name_for(told: dict[str, Any]) -> None:
    person, *places = named("a1", "Santera", **told), named("a2", "Santera", PLACE), named("a3", "Santera", PLACE)
    cast = Cast(person, *places)
    assert cast.of(person).id != cast.of(places[0]).id


def test_unnamed_sources_of_two_articles_are_two() -> None:
    left = named("a1", "two officials", anonymous=True)
    right = named("a2", "two officials", anonymous=True)
    cast = Cast(left, right)
    assert cast.of(left).id != cast.of(right).id


def test_a_name_and_its_initials_are_one_where_an_article_gives_both() -> None:
    full = named("a1", "Delta River Guild", BODY, forms=("Delta River Guild", "DRG"))
    short = named("a2", "DRG", BODY)
    assert Cast(full, short).of(short).name == "Delta River Guild"


def test_an_actor_goes_by_its_most_usual_full_name() -> None:
    rows = [
        named("a1", "Sergey Vantor"),
        named("a2", "Sergei Vantor"),
        named("a3", "Sergei Vantor"),
        named("a4", "Vantor"),
    ]
    assert Cast(*rows).of(rows[0]).name == "Sergei Vantor"


def test_every_form_of_the_name_is_an_alias() -> None:
    left = named("a1", "Ilse Oram", forms=("Ilse Oram", "Minister Oram"))
    right = named("a2", "Oram", forms=("Oram", "Ms Oram"))
    assert set(Cast(left, right).of(left).aliases) == {"Minister Oram", "Ms Oram", "Oram"}


def test_a_role_lasts_from_the_first_article_that_gives_it_to_the_last() -> None:
    minister = (RoleClaim(title="Minister", of="Ister"),)
    left = named("a1", "Ilse Oram", roles=minister, published="2031-05-04")
    right = named("a2", "Ilse Oram", roles=minister, published="2031-05-09")
    role = Cast(left, right).of(left).roles[0]
    assert (role.since, role.until) == ("2031-05-04", "2031-05-09")


def test_a_minister_speaks_for_the_state() -> None:
    minister = named("a1", "Ilse Oram", roles=(RoleClaim(title="Foreign Minister", of="Norwegian"),))
    assert Cast(minister).affiliation(minister) == "Norway"


def test_a_minister_of_a_state_in_no_list_speaks_for_the_place_of_that_adjective() -> None:
    minister = named("a1", "Ilse Oram", roles=(RoleClaim(title="Foreign Minister", of="Istrian"),), company=("istria",))
    place = named("a1", "Istria", PLACE)
    assert Cast(minister, place).affiliation(minister) == "Istria"


def test_a_seat_of_government_speaks_for_its_state() -> None:
    seat = named("a1", "Downing Street", BODY)
    assert Cast(seat).affiliation(seat) == "United Kingdom"


def test_a_spokesman_of_a_seat_speaks_for_its_state() -> None:
    spokesman = named("a1", "Piet Tarn", speaks_for="White House")
    assert Cast(spokesman).affiliation(spokesman) == "United States"


def test_a_state_in_whose_name_somebody_speaks_is_an_actor_with_its_other_names() -> None:
    minister = named("a1", "Ilse Oram", roles=(RoleClaim(title="Foreign Minister", of="U.S."),))
    cast = Cast(minister)
    state = cast.actors[cast.of(minister).affiliation or ""]
    assert state.name == "United States"
    assert {"US", "U.S."} <= set(state.aliases)


def test_a_state_has_one_id_whether_or_not_an_article_has_it_speak() -> None:
    minister = named("a1", "Ilse Oram", roles=(RoleClaim(title="Foreign Minister", of="Norway"),))
    state = named("a2", "Norway", PLACE)
    alone, together = Cast(minister), Cast(minister, state)
    assert alone.of(minister).affiliation == together.of(state).id


def test_an_envoy_to_a_state_does_not_speak_for_it() -> None:
    envoy = named("a1", "Ilse Oram", roles=(RoleClaim(title="ambassador to Norway", of="Norway"),))
    assert Cast(envoy).affiliation(envoy) is None


def test_who_held_an_office_once_does_not_speak_for_it_now() -> None:
    former = named("a1", "Ilse Oram", roles=(RoleClaim(title="former Foreign Minister", of="Norway"),))
    assert Cast(former).affiliation(former) is None


def test_the_line_of_a_presidents_envoy_is_his_states() -> None:
    president = named("a1", "Piet Tarn", roles=(RoleClaim(title="President", of="Norway"),))
    envoy = named("a1", "Ilse Oram", roles=(RoleClaim(title="Special Envoy", of="Piet Tarn"),))
    assert Cast(president, envoy).party(envoy) == "Norway"


def test_who_speaks_for_nobody_else_holds_his_own_line() -> None:
    analyst = named("a1", "Ilse Oram")
    assert Cast(analyst).party(analyst) == "Ilse Oram"


def test_a_common_noun_is_no_body_to_speak_for() -> None:
    head = named("a1", "Ilse Oram", roles=(RoleClaim(title="chief executive", of="company"),))
    assert Cast(head).affiliation(head) is None


def test_the_order_of_articles_changes_nothing() -> None:
    rows = [
        named("a1", "Ilse Oram", roles=(RoleClaim(title="Minister", of="Ister"),)),
        named("a2", "Oram"),
        named("a3", "Piet Oram", company=("chess club",)),
        named("a4", "Ister", PLACE),
        named("a5", "Sergey Vantor"),
        named("a6", "Vantor"),
    ]
    forward, back = Cast(*rows), Cast(*reversed(rows))
    assert {row.entity.id: forward.of(row) for row in rows} == {row.entity.id: back.of(row) for row in rows}
