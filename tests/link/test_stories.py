"""Which articles are on one matter, and which of them on one happening."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Member
from onrecord.link.events import events_of, story_of
from onrecord.link.quoting import quoted_runs
from onrecord.link.rows import Said, Told, Versions, only
from onrecord.link.stories import link_stories
from onrecord.link.versions import fullest, statement_of
from onrecord.records import Attribution, Form, Kind, Link, Span

TOLLS = ("toll", "ferri", "delta", "lift", "barg", "lock", "river")
MINE = ("mine", "galleri", "collaps", "union", "rescu", "copper", "shaft")


def told(  # noqa: PLR0917 - what a case sets
    article: str,
    names: str,
    stems: tuple[str, ...],
    published: str | None = None,
    headline: str = "",
    quoting: str = "",
) -> Told:
    return Told(
        article=article,
        quoted=quoted_runs([f"“{quoting}”"]),
        headline=headline or f"{article} has news",
        names=tuple(names.split(", ")),
        stems=stems,
        published=published,
    )


def versions(text: str, said_on: str | None, *articles: tuple[str, str | None], start: int = 10) -> Versions:
    rows = tuple(
        Said(
            attribution=Attribution(
                id=f"t {article} {text}",
                article=article,
                source=None,
                cue=None,
                content=(Span(start=start, end=start + len(text), exact=text),),
                form=Form.DIRECT,
                kind=Kind.ASSERTION,
                said_on=said_on,
            ),
            published=published,
        )
        for article, published in articles
    )
    return Versions(statement=statement_of(rows[0].attribution.id, rows), said=rows)


def stories(articles: list[Told], *statements: Versions) -> set[frozenset[str]]:
    with LocalEngine(processes=1) as engine, ExitStack() as kept:
        members = list(only(Member, link_stories(engine, Kept(articles), statements, kept)))
    groups: dict[str, set[str]] = {}
    for member in members:
        groups.setdefault(member.cluster, set()).add(member.id)
    return {frozenset(group) for group in groups.values()}


def test_articles_that_share_names_and_words_are_one_story() -> None:
    rows = [told("a1", "ilse oram, ister, quenza", TOLLS), told("a2", "ilse oram, ister", TOLLS[:5])]
    assert stories(rows) == {frozenset({"a1", "a2"})}


def test_articles_on_two_matters_of_one_country_are_two_stories() -> None:
    rows = [told("a1", "ister, ilse oram, delta guild", TOLLS), told("a2", "ister, piet tarn, skarn union", MINE)]
    assert len(stories(rows)) == 2


def test_articles_a_season_apart_are_two_stories() -> None:
    names = "ilse oram, ister, quenza"
    rows = [told("a1", names, TOLLS, "2031-01-04"), told("a2", names, TOLLS, "2031-05-04")]
    assert len(stories(rows)) == 2


def test_articles_that_bring_one_statement_as_news_are_one_story() -> None:
    rows = [told("a1", "ilse oram", TOLLS, "2031-05-04"), told("a2", "oster", MINE, "2031-05-05")]
    news = versions("Nobody will pay to go home.", "2031-05-03", ("a1", "2031-05-04"), ("a2", "2031-05-05"))
    assert stories(rows, news) == {frozenset({"a1", "a2"})}


def test_a_saying_of_old_does_not_make_one_story() -> None:
    rows = [told("a1", "ilse oram", TOLLS, "2031-05-04"), told("a2", "oster", MINE, "2031-05-05")]
    old = versions("Nobody will pay to go home.", "2029", ("a1", "2031-05-04"), ("a2", "2031-05-05"))
    assert len(stories(rows, old)) == 2


def test_every_article_is_in_exactly_one_story() -> None:
    rows = [told(f"a{number}", f"name {number % 4}, ister", TOLLS if number % 2 else MINE) for number in range(12)]
    assert sorted(article for story in stories(rows) for article in story) == sorted(row.article for row in rows)


def test_articles_that_report_one_saying_are_one_event() -> None:
    rows = [told("a1", "x", TOLLS), told("a2", "y", TOLLS), told("a3", "z", TOLLS)]
    news = versions("Nobody will pay.", "2031-05-03", ("a1", "2031-05-03"), ("a2", "2031-05-04"))
    other = versions("We will see.", "2031-05-03", ("a3", "2031-05-03"))
    assert [event.articles for event in events_of("y1", rows, [news, other])] in (
        [("a1", "a2"), ("a3",)],
        [("a3",), ("a1", "a2")],
    )


def test_an_event_is_on_the_day_of_what_was_said() -> None:
    rows = [told("a1", "x", TOLLS, "2031-05-04")]
    event = events_of("y1", rows, [versions("Nobody will pay.", "2031-05-03", ("a1", "2031-05-04"))])[0]
    assert event.on == "2031-05-03"


def test_an_event_is_on_the_day_of_its_lead_where_no_statement_tells_one() -> None:
    rows = [replace(told("a1", "x", TOLLS, "2031-05-04"), happened="2031-05-03")]
    undated = versions("Nobody will pay.", None, ("a1", "2031-05-04"))
    assert [event.on for event in (*events_of("y1", rows, []), *events_of("y1", rows, [undated]))] == ["2031-05-03"] * 2


def test_an_event_of_articles_without_any_day_has_none() -> None:
    assert events_of("y1", [told("a1", "x", TOLLS)], [])[0].on is None


def test_an_article_is_about_its_first_words_rather_than_its_background() -> None:
    rows = [told("a1", "x", TOLLS, "2031-05-09"), told("a2", "y", TOLLS, "2031-05-06")]
    lead = versions("We will suspend them.", "2031-05-09", ("a1", "2031-05-09"))
    background = versions("The tolls stay.", "2031-05-06", ("a2", "2031-05-06"), ("a1", "2031-05-09"), start=500)
    assert len(events_of("y1", rows, [lead, background])) == 2


def test_an_article_without_a_day_goes_with_the_one_it_shares_most_with() -> None:
    rows = [told("a1", "x", TOLLS), told("a2", "y", TOLLS, "2031-05-06")]
    shared = versions("The tolls stay.", None, ("a1", None), ("a2", "2031-05-06"))
    assert len(events_of("y1", rows, [shared])) == 1


def test_the_headline_of_a_story_is_one_of_its_articles_own() -> None:
    rows = [
        told("a1", "x", TOLLS, headline="Ister keeps its ferry tolls"),
        told("a2", "y", TOLLS, headline="Oram says ferry tolls in Ister will stay"),
        told("a3", "z", TOLLS, headline="A quiet morning"),
    ]
    assert story_of(rows, []).headline in {
        "Ister keeps its ferry tolls",
        "Oram says ferry tolls in Ister will stay",
    }


def test_first_words_are_a_headline_only_where_no_article_has_one() -> None:
    rows = [
        replace(told("a1", "x", TOLLS, headline="Ister keeps its ferry tolls, its ferry toll stays"), headed=False),
        told("a2", "y", TOLLS, headline="A ferry toll"),
    ]
    assert story_of(rows, []).headline == "A ferry toll"


def test_a_story_lasts_from_its_first_event_to_its_last() -> None:
    rows = [told("a1", "x", TOLLS, "2031-05-03"), told("a2", "y", MINE, "2031-05-09")]
    story = story_of(rows, events_of("y1", rows, []))
    assert (story.first, story.last) == ("2031-05-03", "2031-05-09")


def test_the_text_of_a_statement_is_the_longest_quotation() -> None:
    short = versions("Nobody will pay.", None, ("a1", None)).said
    long = versions("Nobody will pay to go home.", None, ("a2", None)).said
    assert fullest([*short, *long]).attribution.text == "Nobody will pay to go home."


def test_the_day_of_a_statement_is_the_narrowest_that_is_told() -> None:
    vague = versions("Nobody will pay.", "2031-05-01/2031-05-04", ("a1", None)).said
    exact = versions("Nobody will pay.", "2031-05-03", ("a2", None)).said
    assert statement_of("t1", [*vague, *exact]).said_on == "2031-05-03"


def test_copies_of_an_article_are_linked_to_one_of_them_only() -> None:
    rows = [told(f"a{number}", "ilse oram, ister", TOLLS) for number in range(1, 9)]
    with LocalEngine(processes=1) as engine, ExitStack() as kept:
        links = list(only(Link, link_stories(engine, Kept(rows), (), kept)))
    assert [(link.left, link.right) for link in links] == [("a1", f"a{number}") for number in range(2, 9)]


def test_articles_each_of_which_shares_a_statement_with_the_next_of_its_day_are_one_event() -> None:
    day = "2031-05-03"
    rows = [told(f"a{number}", "x", TOLLS, day) for number in range(4)]
    chain = [versions(f"We will see {at}.", day, (f"a{at}", day), (f"a{at + 1}", day)) for at in range(3)]
    assert len(events_of("y1", rows, chain)) == 1


def test_articles_of_two_days_that_share_two_statements_are_one_event() -> None:
    early, late = ("a1", "2031-05-03"), ("a2", "2031-05-05")
    rows = [told("a1", "x", TOLLS, early[1]), told("a2", "y", TOLLS, late[1])]
    own = [
        versions("I came.", "2031-05-03", early, start=0),
        versions("I went.", "2031-05-05", late, start=0),
    ]
    shared = [versions(text, None, early, late, start=900) for text in ("Nobody will pay.", "We will see.")]
    assert len(events_of("y1", rows, [*own, shared[0]])) == 2
    assert len(events_of("y1", rows, [*own, *shared])) == 1


def test_two_statements_that_are_little_of_either_article_make_no_event_of_two_days() -> None:
    early, late = ("a1", "2031-05-03"), ("a2", "2031-05-05")
    rows = [told("a1", "x", TOLLS, early[1]), told("a2", "y", TOLLS, late[1])]
    own = [
        versions(f"{text} {place}.", article[1], article, start=place)
        for article in (early, late)
        for place, text in enumerate(("I came.", "I saw.", "I went."))
    ]
    shared = [versions(text, None, early, late, start=900) for text in ("Nobody will pay.", "We will see.")]
    assert len(events_of("y1", rows, [*own, *shared])) == 2


NEWS = "Nobody on this river will ever pay to go home to his islands."


def test_articles_of_one_day_that_quote_the_same_words_are_one_story_and_one_event() -> None:
    rows = [
        told("a1", "ilse oram", TOLLS, "2031-05-04", quoting=NEWS),
        told("a2", "ilse oram, oster", (*MINE, "toll"), "2031-05-04", quoting=f"Listen. {NEWS}"),
    ]
    assert stories(rows) == {frozenset({"a1", "a2"})}
    assert [event.articles for event in events_of("y1", rows, [])] == [("a1", "a2")]


def test_words_quoted_again_a_week_later_make_no_story_and_no_event() -> None:
    rows = [
        told("a1", "ilse oram", TOLLS, "2031-05-04", quoting=NEWS),
        told("a2", "ilse oram, oster", (*MINE, "toll"), "2031-05-11", quoting=NEWS),
    ]
    assert len(stories(rows)) == 2
    assert len(events_of("y1", rows, [])) == 2


def test_a_phrase_that_anybody_may_use_is_no_quotation_in_common() -> None:
    assert quoted_runs(["“It is what it is and there we are, and that was that.”", "“The tolls stay,” she said."]) == ()


def test_what_comes_out_later_changes_the_id_of_no_story_and_of_no_event() -> None:
    rows = [
        told("b1", "x", TOLLS, "2031-05-03", headline="Ister keeps its ferry tolls"),
        told("b2", "y", TOLLS, "2031-05-05", headline="Guild ties up its barges at Brannick"),
    ]
    more = [*rows, told("a0", "x", TOLLS, "2031-05-06", headline="Guild to tie up its barges at Brannick lock")]
    more.append(told("a1", "x", TOLLS, "2031-05-03", headline="Regatta put off by a day of fog"))
    assert story_of(rows, []).id == story_of(more[:3], []).id
    assert {event.id for event in events_of("y1", rows, [])} <= {event.id for event in events_of("y1", more, [])}


def test_an_article_that_joins_an_event_later_leaves_its_id() -> None:
    rows = [told("b1", "x", TOLLS, "2031-05-03")]
    early = versions("Nobody will pay.", "2031-05-03", ("b1", "2031-05-03"))
    both = versions("Nobody will pay.", "2031-05-03", ("b1", "2031-05-03"), ("a1", "2031-05-04"))
    (before,) = events_of("y1", rows, [early])
    (after,) = events_of("y1", [*rows, told("a1", "y", TOLLS, "2031-05-04")], [both])
    assert (before.id, before.articles, after.articles) == (after.id, ("b1",), ("a1", "b1"))


def test_a_story_that_goes_into_another_is_found_by_its_old_id() -> None:
    first, later = told("a1", "x", TOLLS, "2031-05-03"), told("a2", "y", TOLLS, "2031-05-04")
    alone = story_of([later], [])
    assert alone.id in story_of([first, later], []).also


def test_an_event_that_goes_into_another_is_found_by_its_old_id() -> None:
    rows = [told("a1", "x", TOLLS, "2031-05-03"), told("a2", "y", TOLLS, "2031-05-03")]
    apart = events_of("y1", rows, [])
    joined = events_of(
        "y1", rows, [versions("Nobody will pay.", "2031-05-03", ("a1", "2031-05-03"), ("a2", "2031-05-03"))]
    )
    assert len(joined) == 1
    assert {event.id for event in apart} == {joined[0].id, *joined[0].also}


def test_what_looks_back_on_two_statements_days_later_is_another_event() -> None:
    early, late = ("a1", "2031-05-03"), ("a2", "2031-05-06")
    rows = [told("a1", "x", TOLLS, early[1]), told("a2", "y", TOLLS, late[1])]
    own = [versions("I came.", "2031-05-03", early, start=0), versions("I went.", "2031-05-06", late, start=0)]
    shared = [versions(text, "2031-05-03", early, late, start=900) for text in ("Nobody will pay.", "We will see.")]
    assert len(events_of("y1", rows, [*own, *shared])) == 2


def test_articles_about_one_day_that_name_and_tell_the_same_are_one_event() -> None:
    def days(*published: str) -> int:
        rows = [told(f"a{at}", "ilse oram, port oster, x", TOLLS, day) for at, day in enumerate(published)]
        said = [versions(f"I came {at}.", day, (f"a{at}", day)) for at, day in enumerate(published)]
        return len(events_of("y1", rows, said))

    assert days("2031-05-03", "2031-05-03") == 1
    assert days("2031-05-03", "2031-05-04") == 2


def test_articles_about_one_day_that_name_others_are_two_events() -> None:
    rows = [
        told("a1", "ilse oram, port oster", TOLLS, "2031-05-03", headline="Ferries wait"),
        told("a2", "jan velt, quenza", TOLLS, "2031-05-03", headline="Miners march"),
    ]
    said = [versions(f"I came {each.article}.", each.published, (each.article, each.published)) for each in rows]
    assert len(events_of("y1", rows, said)) == 2


def test_an_article_of_two_days_later_is_about_its_own_day() -> None:
    days = {"a1": "2031-05-04", "a2": "2031-05-05", "a3": "2031-05-06"}
    rows = [told(each, "ister", TOLLS, day, headline=f"{each} on quays") for each, day in days.items()]
    events = events_of("s1", rows, [versions("Nobody will pay to go home", "2031-05-04", *days.items())])
    assert [(event.on, event.articles) for event in events] == [("2031-05-04", ("a1", "a2")), ("2031-05-06", ("a3",))]
