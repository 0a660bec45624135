"""What people judged, put to work on names: written as who is in which article, then what was judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.test_actors import named

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.actors import link_actors
from onrecord.link.judged import Judged
from onrecord.link.rows import Named, only
from onrecord.link.settling import Articles, Settled, settle
from onrecord.records import (
    Actor,
    ActorEntity,
    Decision,
    Entity,
    EntityKind,
    Judgement,
    Link,
    Maker,
    RoleClaim,
    Subject,
    Verdict,
)

ADA = Maker(made="2031-05-12T08:00:00+00:00", by="Ada", why="same office")
MANY = settings(max_examples=60, deadline=None)


def subject(row: Named) -> Subject:
    return Subject(article=row.entity.article, start=row.entity.first_start, words=row.entity.name)


def merged(*sides: Sequence[Named]) -> Judgement:
    return ADA.judge(Decision.MERGE, Verdict.POSITIVE, [map(subject, side) for side in sides])


def apart(*sides: Sequence[Named], verdict: Verdict = Verdict.NEGATIVE) -> Judgement:
    return ADA.judge(Decision.SPLIT, verdict, [map(subject, side) for side in sides])


def called(name: str, *rows: Named) -> Judgement:
    return ADA.judge(Decision.RENAME, Verdict.POSITIVE, [map(subject, rows)], name)


def settled(rows: Iterable[Named], judgements: Sequence[Judgement]) -> Settled:
    articles: dict[str, list[Entity]] = {}
    for row in rows:
        articles.setdefault(row.entity.article, []).append(row.entity)
    return settle(judgements, Articles(lambda article: articles.get(article, []), lambda _: []))


class Cast:
    """The actors that come of some entities once people have judged."""

    def __init__(self, rows: Sequence[Named], *judgements: Judgement) -> None:
        self.settled = settled(rows, judgements)
        with LocalEngine(processes=1) as engine, ExitStack() as kept:
            found = list(link_actors(engine, Kept(rows), kept, Judged(settled=self.settled)))
        self.actors = {actor.id: actor for actor in only(Actor, found)}
        self.links = list(only(Link, found))
        self._of = {row.entity: row.actor for row in only(ActorEntity, found)}

    def of(self, row: Named) -> Actor:
        return self.actors[self._of[row.entity.id]]

    def one(self, *rows: Named) -> bool:
        return len({self.of(row).id for row in rows}) == 1

    def link(self, left: Named, right: Named) -> Link:
        pair = sorted((left.entity.id, right.entity.id))
        return next(link for link in self.links if [link.left, link.right] == pair)

    def overridden(self) -> list[tuple[int, ...]]:
        return [one.overridden_by for one in self.settled.standings]


ORAM, ORAM_AGAIN = named("a1", "Ilse Oram"), named("a2", "Ilse Oram")
PIET, RENN, ALONE = named("a3", "Piet Oram"), named("a4", "Tavo Renn"), named("a5", "Oram", company=("chess club",))


def test_two_that_were_merged_are_one_whatever_the_rules_say() -> None:
    assert not Cast([ORAM, PIET]).one(ORAM, PIET)
    assert Cast([ORAM, PIET], merged([ORAM], [PIET])).one(ORAM, PIET)


def test_a_merged_pair_is_linked_with_who_judged_it_when_and_why() -> None:
    link = Cast([ORAM, RENN], merged([ORAM], [RENN])).link(ORAM, RENN)
    assert (link.verdict, link.reasons) == (
        Verdict.POSITIVE,
        ("judged one actor by Ada on 2031-05-12: same office",),
    )


def test_a_judged_link_keeps_what_the_rules_had_said() -> None:
    link = Cast([ORAM, PIET], merged([ORAM], [PIET])).link(ORAM, PIET)
    assert link.reasons[1:] == ("by the rules negative, score 1.00: different given names",)


def test_two_that_were_split_are_two_whatever_the_rules_say() -> None:
    cast = Cast([ORAM, ORAM_AGAIN], apart([ORAM], [ORAM_AGAIN]))
    assert not cast.one(ORAM, ORAM_AGAIN)
    assert cast.link(ORAM, ORAM_AGAIN).verdict is Verdict.NEGATIVE


def test_what_one_split_takes_out_stays_together() -> None:
    rows = [ORAM, ORAM_AGAIN, PIET, RENN]
    cast = Cast(rows, apart([ORAM, RENN], [ORAM_AGAIN, PIET]))
    assert cast.one(ORAM, RENN)
    assert cast.one(ORAM_AGAIN, PIET)
    assert not cast.one(ORAM, PIET)


def test_a_pair_that_cannot_be_told_is_kept_apart_as_a_doubt() -> None:
    cast = Cast([ORAM, ORAM_AGAIN], apart([ORAM], [ORAM_AGAIN], verdict=Verdict.UNSURE))
    assert not cast.one(ORAM, ORAM_AGAIN)
    assert cast.link(ORAM, ORAM_AGAIN).verdict is Verdict.UNSURE


def test_no_link_of_the_rules_crosses_a_split_by_way_of_another() -> None:
    minister = (RoleClaim(title="Transport Minister", of="Ister"),)
    full, other = named("a1", "Sergei Vantor", roles=minister), named("a2", "Sergey Vantor", roles=minister)
    between = named("a3", "Vantor", roles=minister)
    assert Cast([full, other, between]).one(full, other, between)
    cast = Cast([full, other, between], apart([full], [other]))
    assert not cast.one(full, other)


def test_an_unnamed_source_that_was_told_who_it_is_goes_by_the_name() -> None:
    unnamed = named("a3", "Ister’s foreign minister", anonymous=True)
    actor = Cast([ORAM, unnamed], merged([ORAM], [unnamed])).of(unnamed)
    assert (actor.name, actor.anonymous) == ("Ilse Oram", False)


def test_a_new_article_joins_the_actor_that_its_name_was_merged_into() -> None:
    judgement = merged([ORAM, ORAM_AGAIN], [PIET])
    for article in ("a0", "a9"):  # before and after all others, as it happens
        for name in ("Ilse Oram", "Piet Oram"):
            new = named(article, name)
            assert Cast([ORAM, ORAM_AGAIN, PIET, new], judgement).one(ORAM, PIET, new)


def test_new_articles_of_both_names_join_the_actor_they_were_merged_into() -> None:
    one, two = named("a0", "Ilse Oram"), named("a00", "Piet Oram")
    assert Cast([ORAM, PIET, one, two], merged([ORAM], [PIET])).one(ORAM, PIET, one, two)


def test_what_the_rules_keep_apart_stays_so_while_others_are_judged() -> None:
    one, other, between = named("a6", "Anna Maria Hale"), named("a7", "Anna Klara Hale"), named("a8", "Anna Hale")
    cast = Cast([one, other, between, ORAM, PIET], merged([ORAM], [PIET]))
    assert not cast.one(one, other)


def test_a_new_article_of_a_name_that_two_bear_is_given_to_neither() -> None:
    for article in ("a0", "a9"):
        new = named(article, "Ilse Oram")
        cast = Cast([ORAM, ORAM_AGAIN, new], apart([ORAM], [ORAM_AGAIN]))
        assert not cast.one(new, ORAM)
        assert not cast.one(new, ORAM_AGAIN)
        assert Verdict.UNSURE in {link.verdict for link in cast.links}


def test_a_later_judgement_overrides_an_earlier_one_and_tells() -> None:
    rows = [ORAM, RENN]
    cast = Cast(rows, merged([ORAM], [RENN]), apart([ORAM], [RENN]))
    assert not cast.one(ORAM, RENN)
    assert cast.overridden() == [(2,), ()]
    again = Cast(rows, apart([ORAM], [RENN]), merged([ORAM], [RENN]))
    assert again.one(ORAM, RENN)
    assert again.overridden() == [(2,), ()]


def test_a_chain_of_merges_across_a_split_is_told_and_its_earliest_left_out() -> None:
    cast = Cast([ORAM, PIET, RENN], merged([ORAM], [PIET]), merged([PIET], [RENN]), apart([ORAM], [RENN]))
    assert cast.one(PIET, RENN)
    assert not cast.one(ORAM, RENN)
    assert cast.overridden() == [(2, 3), (), ()]


def test_an_actor_that_was_renamed_is_shown_by_that_name_and_known_by_the_old_one() -> None:
    actor = Cast([ORAM, ORAM_AGAIN], called("Ilse Oram-Tarn", ORAM, ORAM_AGAIN)).of(ORAM)
    assert (actor.name, actor.aliases) == ("Ilse Oram-Tarn", ("Ilse Oram",))


def test_a_name_stays_with_those_of_whom_others_were_taken_out() -> None:
    third = named("a6", "Ilse Oram")
    named_all = called("The Minister", ORAM, ORAM_AGAIN, third)
    cast = Cast([ORAM, ORAM_AGAIN, third], named_all, apart([ORAM, third], [ORAM_AGAIN]))
    assert (cast.of(ORAM).name, cast.of(ORAM_AGAIN).name) == ("Ilse Oram", "The Minister")


def test_two_that_are_one_by_way_of_a_third_are_not_said_to_be_so_by_who_split_them() -> None:
    judged = apart([ORAM], [PIET]), merged([PIET], [RENN]), merged([RENN], [ORAM])
    cast = Cast([ORAM, PIET, RENN], *judged)
    assert cast.one(ORAM, PIET, RENN)
    assert cast.link(ORAM, PIET).reasons[0] == "judged one actor by several judgements together"


def test_the_latest_of_two_names_holds() -> None:
    assert Cast([ORAM], called("One", ORAM), called("Two", ORAM)).of(ORAM).name == "Two"


def test_a_place_taken_out_from_among_a_states_name_is_not_that_state() -> None:
    state, town = named("a1", "Norway", EntityKind.PLACE), named("a2", "Norway", EntityKind.PLACE)
    minister = named("a3", "Ilse Oram", roles=(RoleClaim(title="Minister", of="Norway"),))
    cast = Cast([state, town, minister], apart([town], [state]))
    assert not cast.one(state, town)
    assert cast.of(minister).affiliation == cast.of(state).id == Cast([state]).of(state).id


def test_what_a_judgement_refers_to_is_found_by_its_name_when_the_article_was_read_anew() -> None:
    moved = named("a3", "Piet Oram")
    elsewhere = ADA.judge(
        Decision.MERGE, Verdict.POSITIVE, [[subject(ORAM)], [Subject(article="a3", start=77, words="Piet Oram")]]
    )
    assert Cast([ORAM, moved], elsewhere).one(ORAM, moved)


def test_what_is_not_in_the_record_is_counted_as_missing() -> None:
    cast = Cast([ORAM], merged([ORAM], [PIET]))
    assert [one.missing for one in cast.settled.standings] == [1]


def test_a_judgement_is_named_by_what_it_says() -> None:
    assert merged([ORAM, PIET]).id == merged([PIET, ORAM]).id
    assert merged([ORAM], [PIET]).id != apart([ORAM], [PIET]).id


CROWD = [ORAM, ORAM_AGAIN, PIET, RENN, ALONE, named("a6", "Sergey Vantor"), named("a7", "Sergei Vantor")]
SOME = st.lists(st.sampled_from(CROWD), min_size=1, max_size=3, unique_by=lambda row: row.entity.id)


@st.composite
def decided(draw: st.DrawFn) -> Judgement:
    left = draw(SOME)
    right = [row for row in draw(SOME) if row not in left] or [row for row in CROWD if row not in left][:1]
    kind = draw(st.sampled_from(["merge", "split", "unsure", "rename"]))
    match kind:
        case "merge":
            return merged(left, right)
        case "rename":
            return called(draw(st.sampled_from(["Edvin Sarr", "Halina Drost"])), *left)
        case _:
            return apart(left, right, verdict=Verdict.UNSURE if kind == "unsure" else Verdict.NEGATIVE)


DECIDED = st.lists(decided(), max_size=5)


@MANY
@given(DECIDED, st.permutations(CROWD))
def test_the_order_of_articles_changes_nothing_that_is_judged(judgements: list[Judgement], rows: list[Named]) -> None:
    forward, other = Cast(CROWD, *judgements), Cast(rows, *judgements)
    assert {row.entity.id: forward.of(row) for row in CROWD} == {row.entity.id: other.of(row) for row in CROWD}
    assert sorted(map(repr, forward.links)) == sorted(map(repr, other.links))


@MANY
@given(DECIDED, decided())
def test_the_latest_judgement_always_holds(judgements: list[Judgement], last: Judgement) -> None:
    cast = Cast(CROWD, *judgements, last)
    assert cast.settled.standings[-1].overridden_by == ()
    rows = [[row for row in CROWD if subject(row) in side] for side in last.sides]
    match last.decision:
        case Decision.MERGE:
            assert cast.one(*(row for side in rows for row in side))
        case Decision.SPLIT:
            assert cast.one(*rows[0])
            assert cast.one(*rows[1])
            assert not cast.one(rows[0][0], rows[1][0])
        case _:
            assert last.name in {cast.of(row).name for row in rows[0]}


@MANY
@given(DECIDED)
def test_every_judgement_holds_or_is_told_not_to(judgements: list[Judgement]) -> None:
    cast = Cast(CROWD, *judgements)
    for one in cast.settled.standings:
        if one.overridden_by or one.judgement.decision is Decision.RENAME:
            continue
        rows = [[row for row in CROWD if subject(row) in side] for side in one.judgement.sides]
        split = one.judgement.decision is Decision.SPLIT
        assert cast.one(*rows[0], *rows[1]) is not split
