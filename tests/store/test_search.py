from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.records import Reading, Span
from onrecord.records.errors import InputError
from onrecord.store import Hit, HitKind, open_writer, parse, search_view

NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\nThe rare birds left.\n"
SOUTH = "Rare earth found\nThe earth is rare here, said Élodie Sund, and rare earth is dear.\n"


def texts_of(hits: tuple[Hit, ...]) -> list[str]:
    """What stands where the hits lead."""
    by_offset = {NORTH[hit.start : hit.end] for hit in hits}
    return sorted(by_offset)


def test_a_hit_leads_to_the_words_in_the_archived_text(filled: Any) -> None:
    with filled(north=NORTH).view() as view:
        assert texts_of(view.search("rare birds")) == ["rare birds"]


def test_several_words_must_all_stand_in_the_passage(filled: Any) -> None:
    with filled(north=NORTH).view() as view:
        assert texts_of(view.search("birds rare")) == ["rare birds"]
        assert view.search("birds tolls") == ()


def test_a_phrase_is_found_only_as_a_phrase(filled: Any) -> None:
    with filled(south=SOUTH).view() as view:
        kinds = [hit.kind for hit in view.search('"rare earth"')]
        assert sorted(kinds) == [HitKind.BODY, HitKind.HEADLINE]
        assert view.search("“earth rare”") == ()


def test_a_phrase_leads_to_its_own_place_not_to_its_words(filled: Any) -> None:
    with filled(south=SOUTH).view() as view:
        (hit,) = (hit for hit in view.search('"rare earth"') if hit.kind is HitKind.BODY)
        assert (hit.start, SOUTH[hit.start : hit.end]) == (SOUTH.rindex("rare earth"), "rare earth")


def test_a_star_finds_words_that_begin_so(filled: Any) -> None:
    with filled(north=NORTH).view() as view:
        assert texts_of(view.search("bird*")) == ["birds"]
        assert view.search("bird") == ()


@pytest.mark.parametrize(("query", "found"), [("elodie", "Élodie"), ("ÉLODIE", "Élodie"), ("SUND*", "Sund")])
def test_case_and_diacritics_make_no_difference(filled: Any, query: str, found: str) -> None:
    with filled(south=SOUTH).view() as view:
        (hit,) = view.search(query)
        assert SOUTH[hit.start : hit.end] == found


def test_a_hit_within_a_quotation_is_given_once_and_as_the_quotations(filled: Any) -> None:
    with filled(north=NORTH).view() as view:
        (hit,) = view.search("nobody home")
        (attribution,) = view.attributions()
        assert (hit.kind, hit.attribution) == (HitKind.QUOTATION, attribution.id)
        assert NORTH[hit.start : hit.end] == "Nobody will pay to go home"


def test_words_in_and_beside_a_quotation_lead_to_the_paragraph(filled: Any) -> None:
    with filled(north=NORTH).view() as view:
        (hit,) = view.search("oram nobody")
        assert (hit.kind, hit.attribution) == (HitKind.BODY, None)


def test_a_quotation_in_two_pieces_is_found_across_them(record: Any, coverage: Any) -> None:
    text = "Tolls\n“Nobody,” she said.\n“Will pay.”\n"
    reading = coverage.reading(text)
    pieces = tuple(
        Span.of(text, text.index(part), text.index(part) + len(part)) for part in ("“Nobody,”", "“Will pay.”")
    )
    whole = replace(reading.attributions[0], content=pieces)
    with record.writer() as writer:
        writer.add_captures([coverage.capture("north.txt", text)], coverage.now)
        writer.add_readings([replace(reading, attributions=(whole,))])
    with record.view() as view:
        (hit,) = view.search('"nobody will pay"')
        assert (hit.attribution, hit.start, hit.end) == (whole.id, 7, text.index(".”\n", 30))


def test_hits_that_fit_as_well_come_by_path_and_offset(record: Any, coverage: Any) -> None:
    texts = {"b.txt": "Oram\nferries\nferries\n", "a.txt": "Sund\nferries\nferries\n"}
    with record.writer() as writer:
        for path, text in texts.items():
            writer.add_captures([coverage.capture(path, text)], coverage.now)
            writer.add_readings([coverage.reading(text)])
    with record.view() as view:
        found = [(view.location(hit.article), hit.start) for hit in view.search("ferries")]
        assert found == [("a.txt", 5), ("a.txt", 13), ("b.txt", 5), ("b.txt", 13)]


def test_no_more_hits_are_given_than_asked_for(filled: Any) -> None:
    with filled(south=SOUTH).view() as view:
        assert len(view.search("rare", limit=1)) == 1


def test_a_snippet_is_one_line_with_the_words_in_it(filled: Any) -> None:
    with filled(north="Tolls\n" + "before " * 40 + "needle\n" + "after " * 40 + "\n").view() as view:
        (hit,) = view.search("needle")
        assert "needle" in hit.snippet
        assert "\n" not in hit.snippet
        assert len(hit.snippet) < 200


@pytest.mark.parametrize("query", ["", "  ", '""', "*", "—…!", "“”"])
def test_a_query_without_a_word_is_refused(filled: Any, query: str) -> None:
    with filled(north=NORTH).view() as view, pytest.raises(InputError, match="no word"):
        view.search(query)


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("NEAR tolls keeps", 0), ("^tolls", 1), ("tolls'; DROP TABLE", 0), ("{tolls}", 1), ("tolls + keeps", 1),
    ],
)  # fmt: skip
def test_the_search_engines_own_operators_are_words_like_others(filled: Any, query: str, hits: int) -> None:
    with filled(north=NORTH).view() as view:
        assert len(view.search(query)) == hits


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rare -birds", []), ("rare -fish", ["rare"]), ("birds OR tolls", ["birds", "tolls"]),
        ("(birds OR tolls) rare", ["rare birds"]), ("rare birds OR fish", ["rare birds"]), ("NOT fish rare", ["rare"]),
        ("in:headline tolls", ["tolls"]), ("in:text tolls", []), ("outlet:courier tolls", ["tolls"]),
        ("-outlet:courier tolls", []), ("outlet:Mail OR outlet:Courier tolls", ["tolls"]),
    ],
)  # fmt: skip
def test_an_operator_narrows_what_is_found(filled: Any, query: str, found: list[str]) -> None:
    with filled(north=NORTH).view() as view:
        assert texts_of(view.search(query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("speaker:oram", 1), ('speaker:"Minister Oram"', 1), ("speaker:Sund", 0), ("party:oram nobody", 1),
        ("form:direct", 1), ("form:indirect", 0), ("-form:direct nobody", 0), ("said:2031", 0), ("to:sund", 0),
        ("via:wire", 0), ("issue:tolls", 0), ("stance:reject", 0), ("speaker:oram -nobody", 0),
    ],
)  # fmt: skip
def test_a_field_alone_finds_what_was_said(filled: Any, query: str, found: int) -> None:
    with filled(north=NORTH).view() as view:
        assert len(view.search(query)) == found


def test_every_word_that_is_found_is_marked(filled: Any) -> None:
    with filled(south=SOUTH).view() as view:
        (hit,) = (hit for hit in view.search("rare earth") if hit.kind is HitKind.BODY)
        assert [hit.snippet[start:end] for start, end in hit.marks] == [
            "Rare",
            "earth",
            "earth",
            "rare",
            "rare",
            "earth",
        ]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(alphabet=st.sampled_from("tolsANDORin \"“”*^-:(){}[]'\\;é½ß\x00\n"), max_size=20))
def test_no_query_breaks_the_search(both: Any, query: str) -> None:
    try:
        hits = both.search(query)
    except InputError:
        hits = ()
    assert all(0 <= hit.start < hit.end for hit in hits)


@pytest.fixture
def both(filled: Any) -> Any:
    with filled(north=NORTH, south=SOUTH).view() as view:
        yield view


def of_day(reading: Reading, day: str | None) -> Reading:
    return replace(reading, article=replace(reading.article, published=day))


def test_of_very_many_places_the_latest_come_first_in_whatever_order_they_were_added(
    places: Any, coverage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_view, "MANY", 3)
    days = ["2031-05-04", None, "2031-05-06", "2030-12-31", "2031-05-06", "2031-05-05"]
    texts = [f"Toll number {number}\nNothing else.\n" for number in range(len(days))]
    readings = [of_day(coverage.reading(text), day) for text, day in zip(texts, days, strict=True)]
    found = []
    for added in (readings, readings[::-1]):
        path = places()
        with open_writer(path) as writer:
            captures = [coverage.capture(f"{text[12]}.txt", text) for text in texts]
            writer.add_captures(captures, coverage.now)
            for reading in added:
                writer.add_readings([reading])
            hits = writer.view().search("toll")
            assert writer.view().matches(parse("toll")).latest_first
            assert not writer.view().matches(parse("toll number 3")).latest_first
        of = {reading.article.id: reading.article.published for reading in readings}
        found.append([hit.article for hit in hits])
        assert [of[hit.article] for hit in hits] == [
            "2031-05-06",
            "2031-05-06",
            "2031-05-05",
            "2031-05-04",
            "2030-12-31",
            None,
        ]
    assert found[0] == found[1]


SAYING = "rare earth and toll after toll on the rare ferry".split()
MANY = {
    f"{number}.txt": "\n".join(
        [
            f"Tolls {number % 3}",
            " ".join((SAYING * (1 + number % 4))[number % 7 :: 1 + number % 3]),
            *SAYING[: number % 4],
        ]
    )
    for number in range(12)
}


@pytest.mark.parametrize("many", [2000, 2])
@pytest.mark.parametrize(
    "query",
    [
        "toll",
        "rare",
        "rare earth",
        '"rare earth"',
        "toll*",
        '"toll on" ferry',
        "the the",
        "toll -ferry",
        "rare OR toll* earth",
        'ferry -"rare earth"',
        "in:text toll",
        'outlet:courier "toll on" OR "earth and"',
    ],
)
def test_both_databases_give_the_same_hits_in_the_same_order(  # noqa: PLR0917 - fixtures and parameters
    tmp_path: Any, cluster: Any, coverage: Any, query: str, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_view, "MANY", many)
    hits = []
    for path in (tmp_path / "record.db", cluster.empty()):
        with open_writer(path) as writer:
            writer.add_captures([coverage.capture(name, text) for name, text in MANY.items()], coverage.now)
            writer.add_readings(
                [
                    of_day(coverage.reading(text), f"2031-05-{1 + number % 5:02d}")
                    for number, text in enumerate(MANY.values())
                ]
            )
            hits.append(writer.view().search(query, limit=100))
    assert hits[0] == hits[1]
    assert hits[0]
