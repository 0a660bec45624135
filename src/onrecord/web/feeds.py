"""What grows, as Atom (RFC 4287): the latest that came into the record first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from onrecord.pages.atom import FeedHead, add, begin_feed, written
from onrecord.pages.counting import count, say_origins
from onrecord.pages.days import say_day
from onrecord.pages.faceting import NAMES, Wanted, narrowed
from onrecord.pages.feed import write_feed
from onrecord.pages.finding import Result
from onrecord.pages.narrowing import parties_of
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stories import NO_HEADLINE, find_story
from onrecord.pages.wording import cut
from onrecord.records import Statement
from onrecord.records.errors import InputError
from onrecord.store import Extent, View

IDS = UUID("9a4d1c52-0d0e-5c0b-8f0e-5f1a3c6be2d7")  # an entry's id is uuid5 of it and of the id in the record
MOST_ENTRIES = 60
TITLE = 120  # characters
BEGINNING = "1970-01-01T00:00:00+00:00"  # a feed must bear a date, and one without entries has none


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in a feed; `updated` is when the record first had it (RFC 3339)."""

    id: str
    title: str
    updated: str
    path: str
    summary: str


def of_stories(view: View, record: str, base: str) -> bytes:
    """The stories, those that grew last first."""
    entries = [
        Entry(
            id=story.id,
            title=story.headline or NO_HEADLINE,
            updated=story.seen_at or BEGINNING,
            path=f"stories/{story.id}",
            summary=f"{count(story.articles, 'article')}, {count(story.outlets, 'outlet')}",
        )
        for story in view.stories_seen_last(MOST_ENTRIES)
    ]
    return _feed(f"{record}: stories", base, "stories", entries)


def of_news(view: View, record: str, base: str) -> bytes:
    """What watching the record told last."""
    name = view.watched_as or f"urn:uuid:{uuid5(IDS, 'news')}"
    head = FeedHead(id=name, title=f"{record}: what is new on record", updated=BEGINNING, address=f"{base}news.atom")
    return write_feed(head, view.latest_notices(MOST_ENTRIES))


def of_story(view: View, story: str, base: str) -> bytes:
    """What was said in the story, what came last into the record first."""
    found = find_story(story, view)
    return _feed(found.headline, base, f"stories/{story}", _said(story, view))


def of_actor(view: View, actor: str, base: str) -> bytes:
    """What the actor said, what came last into the record first."""
    found = view.actor_on_record(actor)
    return _feed(f"{found.name} on record", base, f"people/{actor}", _said(actor, view))


def of_search(view: View, query: str, part: Wanted, base: str, asked: str) -> bytes:
    """What the search finds, what came last into the record first; `asked` is the search as its address has it."""
    if not query.strip():
        raise InputError("there is no search without words; give them as q=…")
    shelf = Shelf(view)
    entries = [_result(one, shelf) for one in narrowed(view, query, part)]
    chosen = [value for name in NAMES if (value := getattr(part, name))]
    title = ", ".join((f"“{query}” on record", *chosen))
    return _feed(title, base, f"search?{asked}", entries, f"search.atom?{asked}")


def _result(one: Result, shelf: Shelf) -> Entry:
    if one.statement:
        said = shelf.statement(one.statement)
        seen = _seen([each.article for each in shelf.reports(said)], shelf.view)
        return _entry(said, min(seen, default=BEGINNING), shelf)
    hit = shelf.view.place(one.matches[0], one.clauses)
    outlet = shelf.outlet(hit.article) or OUTLET_NOT_TOLD
    return Entry(
        id=f"{hit.article} {hit.start}",
        title=cut(f"{outlet}: {hit.snippet}", TITLE),
        updated=min(_seen([hit.article], shelf.view), default=BEGINNING),
        path=f"articles/{hit.article}?at={hit.start}-{hit.end}#here",
        summary=hit.snippet,
    )


def _said(scope: str, view: View) -> list[Entry]:
    """What came last of what was said in the story or by the actor."""
    shelf = Shelf(view)
    return [_entry(one, seen_at, shelf) for one, seen_at in view.seen_last(Extent(scope=scope), MOST_ENTRIES)]


def _entry(one: Statement, seen_at: str, shelf: Shelf) -> Entry:
    reports = shelf.reports(one)
    speaker = next(iter(parties_of(one, shelf)), None) or reports[0].speaker_name or "Speaker not told"
    outlets = dict.fromkeys(shelf.outlet(each.article) or OUTLET_NOT_TOLD for each in reports)
    told = f"{say_day(one.said_on)}; {', '.join(outlets)}; {say_origins(one.origins, one.independent_origins)}"
    return Entry(
        id=one.id,
        title=cut(f"{speaker}: {one.text}", TITLE),
        updated=seen_at,
        path=f"statements/{one.id}",
        summary=f"{one.text} ({told})",
    )


def _seen(articles: Sequence[str], view: View) -> list[str]:
    """When each of the articles was first archived."""
    return [min(one.seen_at for one in view.locations(article)) for article in dict.fromkeys(articles)]


def _feed(title: str, base: str, path: str, entries: Sequence[Entry], own: str = "") -> bytes:
    """The feed of the page at `path`, which lies at `own`, or where the page does with “.atom” after its address."""
    latest = sorted(entries, key=lambda one: (one.updated, one.id), reverse=True)[:MOST_ENTRIES]
    head = FeedHead(
        id=f"urn:uuid:{uuid5(IDS, path)}", title=title, updated=BEGINNING, address=f"{base}{own or path + '.atom'}"
    )
    feed = begin_feed(head, latest[0].updated if latest else BEGINNING)
    add(feed, "link", rel="alternate", type="text/html", href=f"{base}{path}")
    for one in latest:
        entry = add(feed, "entry")
        add(entry, "id", f"urn:uuid:{uuid5(IDS, one.id)}")
        add(entry, "title", one.title)
        add(entry, "updated", one.updated)
        add(entry, "link", rel="alternate", type="text/html", href=f"{base}{one.path}")
        add(entry, "summary", one.summary)
    return written(feed)
