"""What can be asked at which address: one function a page, whose parameters are those of the address."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import BeforeValidator

from onrecord.pages.actors import WhoPage, actor_page
from onrecord.pages.annotated import AnnotatedPage, annotated_page
from onrecord.pages.charting import Chart
from onrecord.pages.charts import actor_chart, story_chart
from onrecord.pages.comparing import ComparePage, compare_page
from onrecord.pages.faceting import FacetedPage, Wanted, faceted_page
from onrecord.pages.finding import Way
from onrecord.pages.front import FrontPage, front_page
from onrecord.pages.judgements import JudgementsPage, judgements_leaf
from onrecord.pages.listing import ListingPage, listing_page
from onrecord.pages.narrowing import Narrowing
from onrecord.pages.people import PeoplePage, people_page
from onrecord.pages.provenance import OriginsPage, origins_page, story_origins_page
from onrecord.pages.revisions import RevisionsPage, revisions_page
from onrecord.pages.saying import SayingPage, saying_page
from onrecord.pages.searches import SearchesPage, searches_page
from onrecord.pages.sources import RejectedPage, rejected_leaf
from onrecord.pages.standings import StandingsPage, standings_page, story_standings_page
from onrecord.pages.story import StoryPage, story_page, whole_story_page
from onrecord.records import Form
from onrecord.records.errors import InputError
from onrecord.store import HitKind, View

LONGEST_ID = 100  # characters
StoryId = Annotated[str, Path(max_length=LONGEST_ID, description="A story, by its id in /stories.json.")]
StatementId = Annotated[str, Path(max_length=LONGEST_ID, description="A statement, by its id on any page that has it.")]
ArticleId = Annotated[str, Path(max_length=LONGEST_ID, description="An article, by its id in /articles.json.")]
ActorId = Annotated[str, Path(max_length=LONGEST_ID, description="A person or body, by its id in /people.json.")]
JudgementId = Annotated[str, Path(max_length=LONGEST_ID, description="A judgement, by its id in /judgements.json.")]
SearchId = Annotated[str, Path(max_length=LONGEST_ID, description="A saved search, by its id in /searches.json.")]
Asked = Annotated[str | None, Query(max_length=500)]
# A field of a form that was left empty asks for all.
Kind = Annotated[HitKind | None, BeforeValidator(lambda given: given or None), Query()]
HowFound = Annotated[Way | None, BeforeValidator(lambda given: given or None), Query()]
HowGiven = Annotated[Form | None, BeforeValidator(lambda given: given or None), Query()]
Number = Annotated[int, Query(ge=1, le=1_000_000_000)]
PLACE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
At = Annotated[str | None, Query(max_length=500, json_schema_extra={"examples": ["120-140"]})]


def narrowing(party: Asked = None, issue: Asked = None, outlet: Asked = None, day: Asked = None) -> Narrowing:
    """What of a story is asked for; a field of a form that was left empty asks for all."""
    return Narrowing(party=party or None, issue=issue or None, outlet=outlet or None, day=day or None)


def wanted(  # noqa: PLR0913, PLR0917 - as many as there are facets
    way: HowFound = None,
    kind: Kind = None,
    speaker: Asked = None,
    party: Asked = None,
    outlet: Asked = None,
    issue: Asked = None,
    form: HowGiven = None,
    day: Asked = None,
) -> Wanted:
    """What the results of a search are narrowed to."""
    return Wanted(
        way=way,
        kind=kind,
        speaker=speaker or None,
        party=party or None,
        outlet=outlet or None,
        issue=issue or None,
        form=form,
        day=day or None,
    )


def stories(view: View, page: Number = 1) -> FrontPage:
    """The stories of the record, the largest first, with what moved in each last; a page of them at a time."""
    return front_page(view, "", page)


def story(
    view: View,
    story: StoryId,
    part: Annotated[Narrowing, Depends(narrowing)],
    *,
    whole: bool = False,
    page: Number = 1,
) -> StoryPage:
    """The brief of a story or of a part of it; `whole` for all there is in order, a page of it at a time."""
    return whole_story_page(view, story, part, page) if whole else story_page(view, story, part)


def chart_of_story(view: View, story: StoryId, part: Annotated[Narrowing, Depends(narrowing)]) -> Chart:
    """What is drawn of a story or of a part of it: a mark for each statement by party and day, or counts of many."""
    return story_chart(view, story, part)


def story_origins(view: View, story: StoryId, page: Number = 1) -> OriginsPage:
    """Who carried what from whom in a story, also in the terms of PROV-O, the most reported first."""
    return story_origins_page(view, story, page)


def statement(view: View, statement: StatementId) -> SayingPage:
    """One statement: every report of it beside the fullest, when, where and to whom, and why they are one."""
    return saying_page(view, statement)


def statement_origins(view: View, statement: StatementId) -> OriginsPage:
    """Through whose hands the words of a statement went, also in the terms of PROV-O."""
    return origins_page(view, statement=view.statement_on_record(statement).id)


def positions(view: View, story: Asked = None, page: Number = 1, columns: Number = 1) -> StandingsPage:
    """Parties and issues: the present line in each cell, since when, and what it was before.

    Of all stories the beginning, a page of them at a time; of one story a page of its issues, in `columns` of parties.
    """
    return story_standings_page(view, story, page, columns) if story else standings_page(view, page)


def compare(view: View, story: Asked = None, left: Asked = None, right: Asked = None, page: Number = 1) -> ComparePage:
    """Two outlets or agencies on one story: what each has alone, what both have, where they differ."""
    return compare_page(view, story or None, left or None, right or None, page)


def articles(view: View, page: Number = 1) -> ListingPage:
    """The articles that were read, a page of them at a time."""
    return listing_page(view, page)


def rejected(view: View, page: Number = 1) -> RejectedPage:
    """What could not be read, with the cause and the mend, a page of it at a time."""
    return rejected_leaf(view, page)


def article(view: View, article: ArticleId, at: At = None) -> AnnotatedPage:
    """An article as archived, with all that was read in it marked; `at=START-END` marks a place."""
    if not at:
        return annotated_page(view, article)
    place = PLACE.fullmatch(at)
    if place is None:
        raise InputError(f"at={at}: that is no place; give two offsets, as at=120-140")
    return annotated_page(view, article, (int(place[1]), int(place[2])))


def versions(
    view: View,
    article: ArticleId,
    earlier: Annotated[int | None, Query(ge=1)] = None,
    later: Annotated[int | None, Query(ge=1)] = None,
) -> RevisionsPage:
    """Two versions of an article's page: what was changed, what of it touches what was said, and when each was seen."""
    return revisions_page(view, article, earlier, later)


def people(view: View, page: Number = 1) -> PeoplePage:
    """Those who speak in the record, by how much they say, a page of them at a time."""
    return people_page(view, page)


def actor(view: View, actor: ActorId, page: Number = 1) -> WhoPage:
    """One person or body: names, roles, a page of lines and words, who reported them, why it is taken for one."""
    return actor_page(view, actor, page)


def chart_of_actor(view: View, actor: ActorId) -> Chart:
    """What is drawn of a person or body: issue by issue the lines over time, each with its score."""
    return actor_chart(view, actor)


def judgements(view: View, page: Number = 1) -> JudgementsPage:
    """What people judged of who is who and who said what, by whom, when and why, a page of it at a time."""
    return judgements_leaf(view, page)


def search(
    view: View,
    part: Annotated[Wanted, Depends(wanted)],
    q: Annotated[str, Query(max_length=500)] = "",
    page: Annotated[int, Query(ge=1)] = 1,
) -> FacetedPage:
    """What was said, or written, with these words or in other words; each facet counts the list that it leads to.

    `q` may have "a phrase", begin*, OR, -without, and fields: speaker:, party:, outlet:, said:, before:, after:, to:,
    via:, issue:, stance:, form:, in:.
    """
    return faceted_page(view, q, part, page)


def searches(view: View) -> SearchesPage:
    """The searches that are kept by name; each is a feed of what it finds, too."""
    return searches_page(view)
