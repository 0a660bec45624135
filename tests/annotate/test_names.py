"""Proper names, what they name, and which of one article are one."""

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate.entities import group_names, make_entity
from onrecord.annotate.names import find_names
from onrecord.records import Entity, EntityKind, NameTag, RoleClaim, Span

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def entities_of(text: str) -> dict[str, Entity]:
    groups, _ = group_names(find_names(article_of(text)))
    return {entity.name: entity for entity in (make_entity("a1", group) for group in groups)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The talks were opened by Foreign Minister Ilse Oram.", "Ilse Oram", PERSON),
        ("On Monday Mr Velt resigned.", "Velt", PERSON),
        ("They met at the Ministry of Defence yesterday.", "Ministry of Defence", BODY),
        ("He had worked for Unity Press since May.", "Unity Press", BODY),
        ("They moved to Port Oster Bay last year.", "Port Oster Bay", PLACE),
        ("The beds off Gannet Point were shut.", "Gannet Point", PLACE),
        ("The crews fear Hollow Cove most.", "Hollow Cove", PLACE),
        ("The crews fear Ister Fjord most.", "Ister Fjord", PLACE),
        ("The crews live in Quenza now.", "Quenza", PLACE),
        ("Envoys from Norway came late.", "Norway", PLACE),
        ("A spokesman for NATO declined.", "NATO", BODY),
        ("They sued Seaview Leisure over the pier.", "Seaview Leisure", BODY),
        ("They sued Airbus over the order.", "Airbus", BODY),
        ("They sailed to North Ister in May.", "North Ister", PLACE),
        ("It was Prime Minister Ilse May who spoke.", "Ilse May", PERSON),
        ("The house of Jan van der Velt burned.", "Jan van der Velt", PERSON),
        ("The crews of Varn, Ostel and Kessin provinces met.", "Ostel", PLACE),
        ("Kaldavian crews want what Kaldavia owes them.", "Kaldavia", PLACE),
        ("The pact with Velmark’s foreign minister failed.", "Velmark", PLACE),
        ("Norline stayed away. The chief executive of Norline, Jan Velt, came.", "Norline", BODY),
        ("Osmara stayed away. The government of Osmara had no word for it.", "Osmara", PLACE),
        ("Cassaria stayed away. Nobody watched Cassaria’s presidential election.", "Cassaria", PLACE),
        ("They joined the Unity and Bread Party (UBP) in May.", "Unity and Bread Party", BODY),
        ("She leads the Quarry and Lime Workers’ Union now.", "Quarry and Lime Workers’ Union", BODY),
        ("She leads the Ferry and Lock Keepers' Union now.", "Ferry and Lock Keepers' Union", BODY),
        ("She left the Fishing and Food Packers’ Union.", "Fishing and Food Packers’ Union", BODY),
        ("Railwatch, the passengers’ group, said nobody would pay.", "Railwatch", BODY),
        ("They left the Northern Customs Union in May.", "Northern Customs Union", BODY),
        ("They met at the Lime Palace yesterday.", "Lime Palace", BODY),
        ("The mill in Skarn, Okla., burned.", "Okla", PLACE),
        ("Envoys spoke of South Asia for an hour.", "South Asia", PLACE),
        ("The farmers of Vermont stayed.", "Vermont", PLACE),
        ("On Monday President Ilse Oram of Osmara went home.", "Osmara", PLACE),
        ("On Monday analyst Ilse Oram of Delvane went home.", "Delvane", PERSON),
        ("If Republican Ilse Oram wins, nobody pays.", "Ilse Oram", PERSON),
    ],
)
def test_what_a_name_names(text: str, name: str, kind: EntityKind) -> None:
    assert entities_of(text)[name].kind is kind


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Minister of Foreign Affairs Jan Velt came.", "Jan Velt", RoleClaim(title="Minister of Foreign Affairs")),
        (
            "Varn wrote. So Minister of Defence of the Republic of Varn Jan Velt came.",
            "Jan Velt",
            RoleClaim(title="Minister of Defence", of="Varn"),
        ),
        ("Oster slept. Mayor of Oster Ilse Oram came.", "Ilse Oram", RoleClaim(title="Mayor", of="Oster")),
        (
            "Chairman of the Delta Rescue Board Ilse Oram came.",
            "Ilse Oram",
            RoleClaim(title="Chairman", of="Delta Rescue Board"),
        ),
    ],
)
def test_an_office_with_of_stands_before_its_holder(text: str, name: str, role: RoleClaim) -> None:
    assert entities_of(text)[name].roles == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "Knocking had been heard in the pipe.",
        "However, the crews stayed.",
        "The crews left on Monday in May.",
        "Currently nobody sails.",
        "European leaders met again.",
        "It was 17.12 BST when they came.",
        "They came at 9 a.m. GMT on the day.",
        "By 18:00 CET nobody had come.",
        "The Lagos-based firm and the Kaldavia-led force stayed.",
        "A lawmaker (R-Ky.) and another, D-Va., stayed.",
        "Of these Twenty-seven stayed.",
    ],
)
def test_a_capital_alone_is_no_name(text: str) -> None:
    assert entities_of(text) == {}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Senators Ilse Oram of Skarn and Jan Velt of Varn stayed.", {"Ilse Oram": "Senator", "Jan Velt": "Senator"}),
        ("Generals Ilse Oram, Edvin Sarr and Jan Velt stayed.", {"Edvin Sarr": "General", "Jan Velt": "General"}),
        ("Presidents Ilse Oram and Jan Velt met.", {"Ilse Oram": None, "Jan Velt": None}),
        ("Foreign Ministers Ilse Oram and Jan Velt met.", {"Ilse Oram": None, "Jan Velt": None}),
    ],
)
def test_an_office_in_the_plural_is_of_each_of_the_list_but_not_where_it_is_of_as_many_states(
    text: str, roles: dict[str, str | None]
) -> None:
    found = entities_of(text)
    assert {name: found[name].roles[0].title if found[name].roles else None for name in roles} == roles


def test_a_club_is_called_after_those_who_meet_there() -> None:
    assert "Officers Club" in entities_of("The Officers Club burned and Ilse Oram wept.")


def test_an_office_once_held_may_be_tied_to_its_time() -> None:
    entity = entities_of("On Monday then-Secretary of State Ilse Oram came.")["Ilse Oram"]
    assert [role.title for role in entity.roles] == ["then-Secretary of State"]


def test_who_is_retired_is_retired_from_the_body_named_behind() -> None:
    entity = entities_of("Retired Kaldavian Army Gen. Jan Velt came.")["Jan Velt"]
    assert [(role.title, role.of) for role in entity.roles] == [("retired Gen.", "Kaldavian Army")]


def test_an_office_tells_its_body_before_the_name() -> None:
    entity = entities_of("Chairman of the Growers’ League Jan Velt came.")["Jan Velt"]
    assert [(role.title, role.of) for role in entity.roles] == [("Chairman", "Growers’ League")]


def test_the_country_behind_the_name_of_a_minister_is_no_part_of_it() -> None:
    entity = entities_of("It was Foreign Minister Jan Velt of Osmara who came.")["Jan Velt"]
    assert [(role.title, role.of) for role in entity.roles] == [("Foreign Minister", "Osmara")]


def test_the_head_of_state_is_nobody_whose_name_is_state() -> None:
    assert "State" not in entities_of("It was carried by State Radio, the Head of State spoke for an hour.")


def test_what_is_called_behind_a_broadcaster_is_no_office_of_it() -> None:
    assert entities_of("It was carried by State Radio, the president spoke.")["State Radio"].kind is BODY


def test_a_word_for_a_people_is_a_person_where_it_speaks_and_a_full_name_ends_with_it() -> None:
    names = entities_of("Ilse Jordan came late. In May Jordan said nobody would pay.")["Ilse Jordan"].names
    assert "Jordan" in names


def test_an_office_before_a_name_is_a_role_and_no_part_of_it() -> None:
    entity = entities_of("It was Estmarkian Foreign Minister Ilse Oram who spoke.")["Ilse Oram"]
    assert [(role.title, role.of) for role in entity.roles] == [("Foreign Minister", "Estmarkian")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Quenza, transport minister Jan Velt waved to the crews.", "Quenza"),
        ("The boats will be taken off the quays of Quenza, the transport minister said.", "Quenza"),
        ("That remains a red line for all in Quenza, a senior diplomat told the crews.", "Quenza"),
    ],
)
def test_an_office_of_another_is_none_of_the_name_before_it(text: str, place: str) -> None:
    names = find_names(article_of(f"The crews live in Quenza now.\n\n{text}"))
    assert {role for name in names if name.span.exact == place for role in name.roles} == set()


def test_a_sentence_may_open_with_a_name_and_its_office_without_a_second_comma() -> None:
    assert entities_of("Ilse Oram, a transport minister said to be able, came.")["Ilse Oram"].roles


def test_an_office_behind_a_quotation_stands_before_its_holder() -> None:
    entity = entities_of("“That is weather,” Velmark’s prime minister, Ilse Oram, said.")["Ilse Oram"]
    assert entity.roles == (RoleClaim(title="prime minister", of="Velmark"),)


def test_an_office_behind_a_name_is_a_role() -> None:
    entity = entities_of("Then Jan Velt, the governor of Skarn, spoke.")["Jan Velt"]
    assert [(role.title, role.of) for role in entity.roles] == [("governor", "Skarn")]


def test_a_spokesman_speaks_for_his_office() -> None:
    entity = entities_of("The tolls stay, said Marble House spokesman Teodor Pell.")["Teodor Pell"]
    assert entity.speaks_for == "Marble House"


@pytest.mark.parametrize(
    "text",
    [
        "Minister Sergiu Vantor spoke. Later Vantor left.",
        "Minister Sergiu Vantor spoke. Then Serghiu Vantor left.",
        "Minister S. Vantor spoke. Then Sergiu Vantor left.",
        "Gravenor Mining paid. The crews said Gravenor owed them.",
    ],
)
def test_forms_of_one_name_are_one(text: str) -> None:
    assert len(entities_of(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Mira Castellane met her brother Jory Castellane.",
        "The elder, Jon Hale Sr., met Jon Hale Jr. there.",
        "President Ilse Oram met Minister Jan Velt.",
    ],
)
def test_different_people_stay_apart(text: str) -> None:
    assert len([e for e in entities_of(text).values() if e.kind is PERSON]) == 2


def test_a_surname_of_two_people_belongs_to_the_one_named_nearby() -> None:
    text = (
        "Minister Mira Castellane came first.\nThe crews waited.\nThe crews waited longer.\n"
        "Captain Jory Castellane came later. It was Castellane who steered."
    )
    assert [len(entity.names) for entity in entities_of(text).values()] == [2, 3]


def test_a_surname_of_two_people_far_from_both_belongs_to_neither() -> None:
    text = (
        "Minister Mira Castellane met Captain Jory Castellane.\nThe crews waited.\nThe crews waited longer.\n"
        "It was Castellane who steered."
    )
    forms = [form for entity in entities_of(text).values() for form in entity.names]
    assert "Castellane" not in forms


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Then Jan Velt, director of policy for the Centre for River Law, spoke.", "Centre for River Law"),
        ("Then Jan Velt, a captain who once sailed for Radio Ister, spoke.", None),
        ("Then retired Kaldavian general Jan Velt spoke.", "Kaldavian"),
        ("Then Marble House Press Secretary Jan Velt spoke.", "Marble House"),
        ("Then Jan Velt, the envoy for the Avrel talks, spoke.", None),
    ],
)
def test_an_office_is_of_the_body_named_beside_it(text: str, of: str | None) -> None:
    (role,) = next(entity for name, entity in entities_of(text).items() if name == "Jan Velt").roles
    assert role.of == of


def test_a_state_is_no_short_name_for_its_court() -> None:
    assert set(entities_of("The Norway Court sat. Then Norway paid.")) == {"Norway Court", "Norway"}


@pytest.mark.parametrize(
    ("sentence", "title", "of"),
    [
        ("Former Norwegian president Ada Morn said the river was free.", "former president", "Norwegian"),
        ("It was late, ex-President Luca Hale said.", "ex-President", None),
        ("It was late, said then-President Luca Hale.", "then-President", None),
        ("Tomas Reed, a spokesman for Norway's president, said no.", "spokesman", "Norway"),
        ("Mira Stoll, the party leader, said no.", "party leader", None),
        ("Mira Stoll, who heads the Delta River Guild, said no.", "head", "Delta River Guild"),
        ("Mira Stoll, who led the Delta River Guild until May, said no.", "former leader", "Delta River Guild"),
        ("The prime minister’s spokeswoman, Mira Stoll, said no.", "spokeswoman", "prime minister"),
        ("Mira Stoll, a spokeswoman for the president, said no.", "spokeswoman", "president"),
        ("A spokeswoman for the president, Mira Stoll, said no.", "spokeswoman", "president"),
        ("The president of Norway, Ms Stoll, said no.", "president", "Norway"),
        ("Former President Ada Morn said no.", "Former President", None),
    ],
)
def test_an_office_keeps_when_it_was_held_and_what_its_holder_is(sentence: str, title: str, of: str | None) -> None:
    roles = [role for entity in entities_of(sentence).values() for role in entity.roles]
    assert RoleClaim(title=title, of=of) in roles


def test_an_article_tied_to_a_family_name_is_a_part_of_it() -> None:
    found = entities_of("It was late, Foreign Minister Samir al-Vall said. Mr Vall is due in Quenza.")
    assert set(found) == {"Samir al-Vall", "Quenza"}


def kinds_with(text: str, name: str, kind: EntityKind, confidence: float) -> list[tuple[str, EntityKind, bool]]:
    """The names of the text, their kinds and whether these are sure, beside a tagger's tag of one of them."""
    start = text.index(name)
    tag = NameTag(span=Span.of(text, start, start + len(name)), kind=kind, confidence=confidence)
    return [(each.span.exact, each.kind, each.sure) for each in find_names(article_of(text), (tag,))]


def test_a_tagger_tells_the_kind_of_a_name_that_nothing_beside_it_tells() -> None:
    found = kinds_with("They went to see Marvello about it.", "Marvello", EntityKind.ORGANIZATION, 0.9)
    assert found == [("Marvello", EntityKind.ORGANIZATION, True)]


def test_what_a_tagger_only_guesses_is_no_sure_kind() -> None:
    found = kinds_with("They went to see Marvello about it.", "Marvello", EntityKind.ORGANIZATION, 0.3)
    assert found == [("Marvello", EntityKind.ORGANIZATION, False)]


def test_a_tag_that_is_hardly_probable_tells_no_kind() -> None:
    found = kinds_with("They went to see Marvello about it.", "Marvello", EntityKind.ORGANIZATION, 0.1)
    assert found == [("Marvello", EntityKind.PERSON, False)]


def test_an_office_beside_a_name_goes_before_a_tagger() -> None:
    found = kinds_with("They met Minister Marvello about it.", "Marvello", EntityKind.ORGANIZATION, 0.9)
    assert found == [("Marvello", EntityKind.PERSON, True)]


@pytest.mark.parametrize("office", ["chief executive", "vice president", "deputy prime minister", "senior adviser"])
def test_a_rank_that_opens_the_sentence_belongs_to_the_office(office: str) -> None:
    found = entities_of(f"{office.capitalize()} Ilse Oram said that nobody would pay.")["Ilse Oram"]
    assert [(role.title.lower(), role.of) for role in found.roles] == [(office, None)]


@pytest.mark.parametrize("matter", ["Fisheries", "Irrigation", "Tourism", "Housing"])
def test_a_minister_is_of_no_place_that_is_called_as_his_office(matter: str) -> None:
    (role,) = entities_of(f"The flow fell, {matter} Minister Lena Oram told them.")["Lena Oram"].roles
    assert (role.title, role.of) == (f"{matter} Minister", None)
