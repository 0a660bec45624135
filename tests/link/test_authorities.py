"""Which entry of a file of authorities an actor is, in the problem's own words."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from tests.link.test_actors import named

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.actors import link_actors
from onrecord.link.rows import Named, only
from onrecord.records import Actor, Authority, EntityKind, Link, RoleClaim, Verdict

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE
MINISTER = (RoleClaim(title="transport minister", of="Ister"),)


def entry(
    number: int, name: str, *aliases: str, roles: tuple[RoleClaim, ...] = (), kind: EntityKind | None = PERSON
) -> Authority:
    return Authority(wikidata=f"Q{number}", name=name, aliases=aliases, roles=roles, kind=kind)


class Known:
    """The actors and the links to entries that come of one name and some entries."""

    def __init__(self, row: Named, *entries: Authority) -> None:
        with LocalEngine(processes=1) as engine, ExitStack() as kept:
            found = list(link_actors(engine, Kept([row]), kept, entries=Kept(entries)))
        self.ids = {actor.name: actor.wikidata for actor in only(Actor, found)}
        self.wikidata = self.ids[row.entity.name]
        links = {link.left: link for link in only(Link, found) if link.type == "authority"}
        self.verdicts = {wikidata: links[wikidata].verdict for wikidata in sorted(links)}
        self.reasons = {wikidata: links[wikidata].reasons for wikidata in sorted(links)}


def test_the_only_entry_of_the_name_is_the_actor() -> None:
    known = Known(named("a1", "Ilse Oram"), entry(1, "Ilse Oram"), entry(2, "Tavo Renn"))
    assert known.wikidata == "Q1"
    assert known.reasons == {"Q1": ("the same name",)}


@pytest.mark.parametrize("alias", ["Sergey Vantor", "Sergei Vantor", "Vantor Sergei"])
def test_an_alias_and_another_spelling_are_the_name(alias: str) -> None:
    assert Known(named("a1", "Sergei Vantor"), entry(1, "S. P. Vantor the Elder", alias)).wikidata == "Q1"


def test_of_two_that_fit_none_is_it_and_both_say_so() -> None:
    known = Known(named("a1", "Ilse Oram"), entry(1, "Ilse Oram"), entry(2, "Ilse Oram"))
    assert known.wikidata is None
    assert known.verdicts == {"Q1": Verdict.UNSURE, "Q2": Verdict.UNSURE}
    assert known.reasons["Q1"] == ("the same name", "2 entries fit alike")


def test_an_entry_of_another_kind_is_not_the_actor() -> None:
    known = Known(named("a1", "Ilse Oram"), entry(1, "Ilse Oram", kind=BODY))
    assert (known.wikidata, known.verdicts) == (None, {"Q1": Verdict.NEGATIVE})
    assert known.reasons["Q1"][-1] == "the entry is an organisation, not a person"


def test_an_entry_that_does_not_tell_its_kind_can_be_any() -> None:
    assert Known(named("a1", "Delta Guild", BODY), entry(1, "The Delta Guild", kind=None)).wikidata == "Q1"
    assert Known(named("a1", "Ilse Oram"), entry(1, "Ilse Oram", kind=None)).wikidata == "Q1"


def test_a_minister_of_another_state_is_not_the_actor() -> None:
    velmark = (RoleClaim(title="transport minister", of="Velmark"),)
    known = Known(named("a1", "Ilse Oram", roles=MINISTER), entry(1, "Ilse Oram", roles=velmark))
    assert (known.wikidata, known.verdicts) == (None, {"Q1": Verdict.UNSURE})  # nothing says that these are states
    assert known.reasons["Q1"][-1] == "the entry is of Velmark, not of Ister"


def test_a_minister_of_another_listed_state_is_surely_not_the_actor() -> None:
    norwegian, swedish = ((RoleClaim(title="transport minister", of=of),) for of in ("Norwegian", "Sweden"))
    known = Known(named("a1", "Ilse Oram", roles=norwegian), entry(1, "Ilse Oram", roles=swedish))
    assert (known.wikidata, known.verdicts) == (None, {"Q1": Verdict.NEGATIVE})


def test_what_an_office_is_for_is_no_body_to_contradict() -> None:
    of_transport = (RoleClaim(title="Minister", of="Transport"),)
    assert Known(named("a1", "Ilse Oram", roles=MINISTER), entry(1, "Ilse Oram", roles=of_transport)).wikidata == "Q1"


def test_what_contradicts_one_entry_leaves_the_other_the_only_one() -> None:
    velmark = (RoleClaim(title="transport minister", of="Velmark"),)
    known = Known(
        named("a1", "Ilse Oram", roles=MINISTER),
        entry(1, "Ilse Oram", roles=velmark),
        entry(2, "Ilse Oram", roles=MINISTER),
    )
    assert known.wikidata == "Q2"


def test_an_office_of_the_state_in_its_adjective_is_of_the_state() -> None:
    istrian = (RoleClaim(title="transport minister", of="Istrian"),)
    istria = (RoleClaim(title="Minister of Transport", of="Istria"),)
    assert Known(named("a1", "Ilse Oram", roles=istrian), entry(1, "Ilse Oram", roles=istria)).wikidata == "Q1"


def test_with_no_office_in_common_it_is_not_sure() -> None:
    novelist = (RoleClaim(title="novelist"),)
    known = Known(named("a1", "Ilse Oram", roles=MINISTER), entry(1, "Ilse Oram", roles=novelist))
    assert (known.wikidata, known.verdicts) == (None, {"Q1": Verdict.UNSURE})
    assert known.reasons["Q1"][-1] == "no office in common: the entry has novelist"


def test_a_family_name_alone_or_an_initial_is_not_sure() -> None:
    assert Known(named("a1", "Oram"), entry(1, "Ilse Oram")).wikidata is None
    known = Known(named("a1", "I. Oram"), entry(1, "Ilse Oram"))
    assert (known.wikidata, known.verdicts) == (None, {"Q1": Verdict.UNSURE})


def test_a_family_name_among_the_aliases_makes_no_other_bearer_the_entry() -> None:
    other = named("a1", "Piet Oram", forms=("Piet Oram", "Oram"))
    assert Known(other, entry(1, "Ilse Oram", "Oram")).wikidata is None


def test_father_and_son_are_two_entries() -> None:
    known = Known(named("a1", "Martin Hale Jr."), entry(1, "Martin Hale"), entry(2, "Martin Hale Jr."))
    assert known.wikidata == "Q2"


def test_an_unnamed_source_is_no_entry() -> None:
    assert Known(named("a1", "two officials", anonymous=True), entry(1, "two officials")).wikidata is None


def test_a_state_in_whose_name_somebody_speaks_has_its_id_too() -> None:
    row = named("a1", "Ilse Oram", roles=(RoleClaim(title="Foreign Minister", of="Norway"),))
    known = Known(row, entry(1, "Kingdom of Norway", "Norway", kind=PLACE))
    assert known.ids["Norway"] == "Q1"


def test_the_order_of_entries_changes_nothing() -> None:
    entries = [entry(1, "Ilse Oram"), entry(2, "Ilse Oram", roles=MINISTER), entry(3, "I. Oram")]
    forward, back = (Known(named("a1", "Ilse Oram"), *some) for some in (entries, entries[::-1]))
    assert (forward.wikidata, forward.reasons) == (back.wikidata, back.reasons)
