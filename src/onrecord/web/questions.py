"""What can be asked at which address: one function a page, whose parameters are those of the address."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import BeforeValidator

from onrecord.pages.actors import WhoPage, actor_page
from onrecord.pages.annotated import AnnotatedPage, annotated_page
from onrecord.pages.brief import ONE_PAGE
from onrecord.pages.comparing import ComparePage, compare_page
from onrecord.pages.faceting import FacetedPage, Wanted, faceted_page
from onrecord.pages.front import FrontPage, front_page
from onrecord.pages.judgements import JudgementsPage, judgements_page
from onrecord.pages.listing import ListingPage, listing_page
from onrecord.pages.narrowing import Narrowing
from onrecord.pages.people import PeoplePage, people_page
from onrecord.pages.provenance import OriginsPage, origins_page
from onrecord.pages.revisions import RevisionsPage, revisions_page
from onrecord.pages.saying import SayingPage, saying_page
from onrecord.pages.searches import SearchesPage, searches_page
from onrecord.pages.sources import RejectedPage, rejected_page
from onrecord.pages.standings import StandingsPage, standings_page
from onrecord.pages.story import ALL_OF_IT, StoryPage, story_page
from onrecord.records.errors import InputError
from onrecord.store import HitKind, View

LONGEST_ID = 100  # characters
StoryId = Annotated[str, Path(max_length=LONGEST_ID, description="A story, by its id in /stories.json.")]
StatementId = Annotated[str, Path(max_length=LONGEST_ID, description="A statement, by its id on any page that has it.")]
ArticleId = Annotated[str, Path(max_length=LONGEST_ID, description="An article, by its id in /articles.json.")]
ActorId = Annotated[str, Path(max_length=LONGEST_ID, description="A person or body, by its id in /people.json.")]
Asked = Annotated[str | None, Query(max_length=500)]
# A field of a form that was left empty asks for all.
Kind = Annotated[HitKind | None, BeforeValidator(lambda given: given or None), Query()]
PLACE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
At = Annotated[str | None, Query(max_length=500, json_schema_extra={"examples": ["120-140"]})]


def narrowing(party: Asked = None, issue: Asked = None, outlet: Asked = None, day: Asked = None) -> Narrowing:
    """What of a story is asked for; a field of a form that was left empty asks for all."""
    return Narrowing(party=party or None, issue=issue or None, outlet=outlet or None, day=day or None)


def wanted(  # noqa: PLR0913, PLR0917 - as many as there are facets
    way: Asked = None,
    kind: Kind = None,
    speaker: Asked = None,
    party: Asked = None,
    outlet: Asked = None,
    issue: Asked = None,
    form: Asked = None,
    day: Asked = None,
) -> Wanted:
    """What the results of a search are narrowed to."""
    return Wanted(
        way=way or None,
        kind=kind,
        speaker=speaker or None,
        party=party or None,
        outlet=outlet or None,
        issue=issue or None,
        form=form or None,
        day=day or None,
    )


def stories(view: View) -> FrontPage:
    """All stories of the record, with what moved in each last."""
    return front_page(view, "")


def story(
    view: View, story: StoryId, part: Annotated[Narrowing, Depends(narrowing)], *, whole: bool = False
) -> StoryPage:
    """The brief of a story or of a part of it; `whole` for all there is rather than what one page holds."""
    return story_page(view, story, part, ALL_OF_IT if whole else ONE_PAGE)


def story_origins(view: View, story: StoryId) -> OriginsPage:
    """Who carried what from whom in a story, also in the terms of PROV-O."""
    if view.story(story) is None:
        raise InputError(f"{story}: no story of this record has this id; the list of stories has those that are")
    return origins_page(view, story=story)


def statement(view: View, statement: StatementId) -> SayingPage:
    """One statement: every report of it beside the fullest, when, where and to whom, and why they are one."""
    return saying_page(view, statement)


def statement_origins(view: View, statement: StatementId) -> OriginsPage:
    """Through whose hands the words of a statement went, also in the terms of PROV-O."""
    if view.statement(statement) is None:
        raise InputError(f"{statement}: no statement of this record has this id; search finds it by its words")
    return origins_page(view, statement=statement)


def positions(view: View, story: Asked = None) -> StandingsPage:
    """Parties and issues: the present line in each cell, since when, and what it was before."""
    return standings_page(view, story or None)


def compare(view: View, story: Asked = None, left: Asked = None, right: Asked = None) -> ComparePage:
    """Two outlets or agencies on one story: what each has alone, what both have, where they differ."""
    return compare_page(view, story or None, left or None, right or None)


def articles(view: View, page: Annotated[int, Query(ge=1)] = 1) -> ListingPage:
    """The articles that were read, a page of them at a time."""
    return listing_page(view, page)


def rejected(view: View) -> RejectedPage:
    """What could not be read, with the cause and the mend."""
    return rejected_page(view)


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


def people(view: View) -> PeoplePage:
    """Everyone who speaks in the record, by how much they say."""
    return people_page(view)


def actor(view: View, actor: ActorId) -> WhoPage:
    """One person or body: names, roles, lines, all that was said, who reported it, and why it is taken for one."""
    return actor_page(view, actor)


def judgements(view: View) -> JudgementsPage:
    """What people judged of who is who and who said what, by whom, when and why."""
    return judgements_page(view, "")


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
