"""Across articles: one actor, one statement, one story. Keys, comparison, decision, clusters.

Every decided pair is a `Link` with its verdict, score and reasons; what is unsure is never merged. Of the links among
attributions the record keeps those that tell something, so that a crowd of reports does not fill it with pairs:

- all positive ones, of which copies have one each, to the one of them that stands for all;
- the negative ones between two that positive links, if by way of others, would have joined;
- of the unsure ones those between two statements, the surest of each two, and of each statement the five surest: what a
  page says "may be the same statement".

Links among entities are all kept: a page shows them, and an entity has few.
"""

from onrecord.link.actors import ActorRow, Party, link_actors, with_actors
from onrecord.link.carrying import Earlier, actors_led_on, earlier_versions, members_of_earlier, taken_in
from onrecord.link.cluster import Member
from onrecord.link.copies import link_copies
from onrecord.link.dating import dated_elsewhere
from onrecord.link.events import events_of, story_id, story_of
from onrecord.link.judged import Judged
from onrecord.link.prose import Prose, prose
from onrecord.link.rows import Named, Said, Told, Versions, named, only, said, told
from onrecord.link.settling import Articles, Settled, Standing, settle
from onrecord.link.statements import Capped, link_statements
from onrecord.link.stories import link_stories
from onrecord.link.telling import InArticle, InStory, by_story, in_stories, main_article
from onrecord.link.versions import days_of_versions, is_first_report

__all__ = [
    "ActorRow",
    "Articles",
    "Capped",
    "Earlier",
    "InArticle",
    "InStory",
    "Judged",
    "Member",
    "Named",
    "Party",
    "Prose",
    "Said",
    "Settled",
    "Standing",
    "Told",
    "Versions",
    "actors_led_on",
    "by_story",
    "dated_elsewhere",
    "days_of_versions",
    "earlier_versions",
    "events_of",
    "in_stories",
    "is_first_report",
    "link_actors",
    "link_copies",
    "link_statements",
    "link_stories",
    "main_article",
    "members_of_earlier",
    "named",
    "only",
    "prose",
    "said",
    "settle",
    "story_id",
    "story_of",
    "taken_in",
    "told",
    "with_actors",
]
