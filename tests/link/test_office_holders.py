"""Who somebody is whom an article calls by an office alone."""

import pytest
from tests.link.test_actors import Cast, named

from onrecord.records import EntityKind, RoleClaim

BODY = EntityKind.ORGANIZATION
OF_TARN = ("tarn", "quenza")


def office(title: str, of: str) -> tuple[RoleClaim, ...]:
    return (RoleClaim(title=title, of=of),)


@pytest.mark.parametrize(
    ("name", "title", "of", "held"),
    [
        ("Tarn’s foreign minister", "foreign minister", "Tarn", "Foreign Minister"),
        ("Tarnian foreign minister", "foreign minister", "Tarnian", "Foreign Minister"),
        ("mayor of Quenza", "mayor", "Quenza", "Mayor"),
        ("Delta Guild leader", "leader", "Delta Guild", "general secretary"),
        ("head of the Delta Guild", "head", "Delta Guild", "chairwoman"),
    ],
)
def test_whoever_goes_by_an_office_alone_is_its_one_holder_whom_the_article_names(
    name: str, title: str, of: str, held: str
) -> None:
    home = "Tarn" if of == "Tarnian" else of
    holder = named("a1", "Ilse Oram", roles=office(held, home), company=OF_TARN)
    alone = named("a2", name, roles=office(title, of), company=(*OF_TARN, "ilse oram"))
    cast = Cast(holder, alone)
    assert cast.of(alone).id == cast.of(holder).id
    assert cast.of(alone).name == "Ilse Oram"


@pytest.mark.parametrize(
    ("roles", "company"),
    [
        (office("foreign minister", "Tarn"), OF_TARN),  # nobody of that name stands in the article
        (office("transport minister", "Tarn"), (*OF_TARN, "ilse oram")),
        (office("foreign minister", "Quenza"), (*OF_TARN, "ilse oram")),
        (office("former foreign minister", "Tarn"), (*OF_TARN, "ilse oram")),
    ],
)
def test_whoever_goes_by_an_office_alone_is_nobody_else(roles: tuple[RoleClaim, ...], company: tuple[str, ...]) -> None:
    holder = named("a1", "Ilse Oram", roles=office("foreign minister", "Tarn"), company=OF_TARN)
    alone = named("a2", f"{roles[0].of}’s {roles[0].title}", roles=roles, company=company)
    cast = Cast(holder, alone)
    assert cast.of(alone).id != cast.of(holder).id


def test_of_two_holders_of_one_office_whom_the_article_names_it_is_neither() -> None:
    roles = office("foreign minister", "Tarn")
    old = named("a1", "Ilse Oram", roles=roles, company=OF_TARN)
    new = named("a2", "Jan Velt", roles=roles, company=OF_TARN)
    alone = named("a3", "Tarn’s foreign minister", roles=roles, company=(*OF_TARN, "ilse oram", "jan velt"))
    cast = Cast(old, new, alone)
    assert len({cast.of(each).id for each in (old, new, alone)}) == 3


def test_two_articles_that_know_the_office_alone_have_one_speaker() -> None:
    roles = office("foreign minister", "Tarn")
    one, other = (named(article, "Tarn’s foreign minister", roles=roles, company=OF_TARN) for article in ("a1", "a2"))
    cast = Cast(one, other)
    assert cast.of(one).id == cast.of(other).id
    assert cast.of(one).anonymous


def test_somebody_named_like_an_office_goes_by_a_name() -> None:
    king = named("a1", "Ilse King", roles=office("king", "Tarn"))
    assert not Cast(king).of(king).anonymous or Cast(king).of(king).name == "Ilse King"
