"""What the words beside a lone name, anywhere in the article, tell of what it names."""

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate.entities import Group, group_names
from onrecord.annotate.names import find_names
from onrecord.records import EntityKind, NameTag, Span

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def groups_of(text: str, outlet: str | None = None, persons: tuple[str, ...] = ()) -> dict[str, Group]:
    """The groups of names by their fullest; a tagger took each of `persons` for a person wherever it stands."""
    article = article_of(text, outlet=outlet)
    tags = tuple(
        NameTag(span=Span.of(text, at, at + len(form)), kind=PERSON, confidence=0.9)
        for at in range(len(text))
        for form in persons
        if text.startswith(form, at)
    )
    groups, _ = group_names(find_names(article, tags))
    return {group.fullest: group for group in groups}


@pytest.mark.parametrize(
    "text",
    [
        "In May he left the province of Tarn for good. They say Tarn is poor.",
        "They say Tarn is poor. The Tarn foreign minister stayed away.",
        "They say Tarn is poor. Lorries queued in northern Tarn for days.",
        "They say Tarn is poor. She hopes to travel to Tarn in May.",
        "They say Tarn is poor. Its neighbour, and the governor of Tarn, disagree.",
        "OSTER, Tarn (Unity Press) — Crews sang. They say Tarn is poor.",
        "They say Tarn is poor. The Tarnian crews sang, and Tarnian farmers too.",
        "They say Tarn is poor. The barges waiting at Tarn were empty.",
        "They say Tarn is poor. The sugar works at Tarn burned.",
        "They say Tarn is poor. Old Jan Velt sailed for Oster, in Tarn, Interior Minister Ilse Oram said.",
    ],
)
def test_a_lone_name_is_a_place_where_the_article_says_beside_it_what_places_have(text: str) -> None:
    assert groups_of(text, persons=("Tarn",))["Tarn"].kind is PLACE


@pytest.mark.parametrize(
    "text",
    [
        "They say Norlin is late. On Friday Norlin shares fell.",
        "They say Norlin is late. The operator, Norlin, said it was sorry.",
        "They say Norlin is late. Norlin, a ferry company, said it was sorry.",
        "They say Norlin is late. An analyst at Norlin shrugged.",
        "They say Norlin is late. Norlin has apologised to its crews.",
        "They say Norlin is late. The crews told the Norlin.",
        "They say Norlin is late. Norlin paid the fines, its lawyers said.",
    ],
)
def test_a_lone_name_is_a_body_where_the_article_says_beside_it_what_bodies_have(text: str) -> None:
    assert groups_of(text, persons=("Norlin",))["Norlin"].kind is BODY


@pytest.mark.parametrize(
    "text",
    [
        "Minister Jan Velt came. They have faith in Velt.",
        "They have faith in Velt. The crews laughed at Velt.",
        "The owner, Jan Velt, was late. The owner, Velt, said nobody would pay.",
        "Velt said the guild had done its part. They say Velt is poor.",
        "In Velt’s view nobody pays. They say Velt is poor.",
        "Mr Velt spoke. The province of Velt is poor.",
        "They say Velt is poor. Velt, who is 34, sings.",
    ],
)
def test_a_lone_name_stays_a_persons_where_nothing_speaks_against_it(text: str) -> None:
    assert all(group.kind is PERSON for name, group in groups_of(text, persons=("Velt",)).items() if "Velt" in name)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("“No,” she told the Lantern.", "The Oster Lantern"),
        ("In a letter seen by the Lantern, Velt wrote that a judge would decide.", "Oster Lantern"),
        ("Photo: Lantern archive. The crews had asked Lantern for help.", "The Lantern"),
        ("“No,” she told Velmark Today.", "Velmark Today"),
        ("“No,” she told Northern Broadcasting.", "Northern Broadcasting"),
    ],
)
def test_an_outlets_own_short_name_is_a_body(text: str, outlet: str) -> None:
    named = [group for name, group in groups_of(text, outlet).items() if name != "Velt"]
    assert {group.kind for group in named} == {BODY}


@pytest.mark.parametrize(
    ("text", "name", "outlet", "kind"),
    [
        ("The crews live in Hest now.", "Hest", "Radio Hest", PLACE),
        ("The crews live in Oster now.", "Oster", "The Oster Lantern", PLACE),
        ("Then Mr Post spoke.", "Post", "The Oster Post", PERSON),
    ],
)
def test_the_town_or_person_in_an_outlets_name_is_no_body(text: str, name: str, outlet: str, kind: EntityKind) -> None:
    assert groups_of(text, outlet)[name].kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Water had dripped since Easter.",
        "She has not slept since Thursday’s vote.",
        "“I’m tired,” she said.",
        "WE WON at last.",
        "They boarded the tanker Amberlyn off the coast. The Amberlyn was empty.",
        "The crew of the Amberlyn sang.",
        "He lives in Norway. The Norwegians sang.",
    ],
)
def test_feasts_shouts_ships_and_peoples_are_no_names(text: str) -> None:
    assert set(groups_of(text)) <= {"Norway"}


@pytest.mark.parametrize("name", ["Easter Island", "Ilse Easter", "Stand Together", "Student Union"])
def test_such_words_are_of_a_name_in_company(name: str) -> None:
    assert name in groups_of(f"They wrote about {name} again.")


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Merlin Television was late. Then Merlin stood by it.", "Merlin Television"),
        ("Norlin Mining was late. Norlin had not known.", "Norlin Mining"),
        ("The operator, Norlin Water, came. They sued Norlin.", "Norlin Water"),
        ("They sued the Justice Department. In May they sued Justice again.", "Justice Department"),
    ],
)
def test_what_stands_before_a_companys_last_word_is_short_for_it(text: str, full: str) -> None:
    assert [(name, group.kind) for name, group in groups_of(text).items()] == [(full, BODY)]


@pytest.mark.parametrize(
    "text",
    [
        "The Tarn Ferrymen’s Guild met. They live in Tarn.",
        "The Tarn River Commission met. They sailed across Tarn, the capital.",
        "The Tarn Hotels group was late. Barges waiting at Tarn were empty.",
    ],
)
def test_a_place_is_no_short_name_of_the_guild_or_company_called_after_it(text: str) -> None:
    assert groups_of(text)["Tarn"].kind is PLACE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Grain exporters warned of losses. The head of the Grain Exporters' Association left.", "Grain"),
        ("Knocking had been heard. They heard no more.", "Knocking"),
    ],
)
def test_a_plain_word_that_opens_a_sentence_is_no_name(text: str, name: str) -> None:
    assert name not in groups_of(text)
