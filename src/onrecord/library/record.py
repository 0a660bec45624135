"""A record opened by a program: what it holds, as the frozen types of `onrecord.records`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from os import PathLike, fspath
from types import TracebackType
from typing import Self

from onrecord.library.rows import Rows, html_table
from onrecord.pages.searching import Found, search_page
from onrecord.records import (
    Actor,
    Article,
    Attribution,
    Discrepancy,
    Event,
    Mention,
    Position,
    Rejected,
    Statement,
    Story,
)
from onrecord.store import Counts, Locator, Server, View, called, locator, open_view


class Record:
    """A record to read, as it is at the moment of opening, whatever a writer does meanwhile.

    Close it, or use it in a `with` statement. It belongs to the thread that opened it. Every list comes in an order
    that the record's content alone determines.
    """

    def __init__(self, path: Locator) -> None:
        self._path = path
        self._opened = ExitStack()
        self._view: View = self._opened.enter_context(open_view(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """The file is let go; the rows that were read stay as they are."""
        self._opened.close()

    def counts(self) -> Counts:
        """How many articles, attributions, statements … the record holds."""
        return self._view.counts()

    def articles(self) -> Rows[Article]:
        """Every article with its text, by path."""
        return Rows(self._view.articles)

    def article(self, ref: str) -> Article:
        """The one article of this id, path, or part of a path; InputError where it names none, or several."""
        return self._view.find_article(ref)

    def location(self, article: Article) -> str:
        """The path or address at which the article was found."""
        return self._view.location(article.id)

    def attributions(self, article: Article | None = None) -> Rows[Attribution]:
        """The reports of one article in reading order, or of all."""
        return Rows(lambda: self._view.attributions(article.id if article else None))

    def mentions(self, article: Article | None = None) -> Rows[Mention]:
        """The names, dates and quantities of one article in reading order, or of all."""
        return Rows(lambda: self._view.mentions(article.id if article else None))

    def actors(self) -> Rows[Actor]:
        """Every person, organisation and state, by name."""
        return Rows(self._view.actors)

    def actor(self, ref: str) -> Actor:
        """The one actor of this id or name; InputError where it names none, or several."""
        return self._view.find_actor(ref)

    def statements(self, actor: Actor | None = None, story: Story | None = None) -> Rows[Statement]:
        """What was said: by the actor, in the story, or all of it."""
        return Rows(lambda: self._view.statements(actor.id if actor else None, story.id if story else None))

    def reports(self, statement: Statement) -> Rows[Attribution]:
        """The attributions that report the statement, in the record's order."""
        return Rows(lambda: self._reports(statement))

    def speaker(self, said: Statement | Attribution) -> Actor | None:
        """Who said it; None where the coverage does not tell, or names nobody."""
        if isinstance(said, Statement):
            actor = said.speaker
        else:
            actor = self._view.actor_of(said.entity) if said.entity else None
        return self._view.actor(actor) if actor else None

    def stories(self) -> Rows[Story]:
        """Every story, by the path of its first article."""
        return Rows(self._view.stories)

    def events(self, story: Story | None = None) -> Rows[Event]:
        """What happened, in the story or all, by day."""
        return Rows(lambda: self._view.events(story.id if story else None))

    def positions(self, actor: Actor | None = None, story: Story | None = None) -> Rows[Position]:
        """The lines that the actor holds, or all do, in the story or in all; by actor, issue and day."""
        return Rows(lambda: self._view.positions(story=story.id if story else None, actor=actor.id if actor else None))

    def discrepancies(self, story: Story | None = None) -> Rows[Discrepancy]:
        """What two articles tell differently, in the story or in all."""
        return Rows(lambda: self._view.discrepancies(story.id if story else None))

    def search(self, query: str, limit: int = 50) -> tuple[Found, ...]:
        """What was said, or written, with these words, and then what was said in other words; the best first.

        The query is as in `onrecord search`; InputError with the mend where it cannot be asked.
        """
        return search_page(self._view, query, limit).found

    def rejected(self) -> Rows[Rejected]:
        """What could not be read, and why."""
        return Rows(self._view.rejected)

    def _reports(self, statement: Statement) -> Iterator[Attribution]:
        found = (self._view.attribution(one) for one in statement.attributions)
        return (one for one in found if one is not None)

    def __repr__(self) -> str:
        return f"Record({called(self._path)!r})"

    def _repr_html_(self) -> str:
        counts = self.counts()
        return html_table(Counts.__slots__, [[str(getattr(counts, name)) for name in Counts.__slots__]])


def open_record(path: str | PathLike[str] | Server) -> Record:
    """The record that `onrecord build -o PATH` made, to read: a file, or `postgresql://…`.

    Raises InputError where there is no such file, NotARecord, NewerRecord, RecordError for one of an older onrecord.
    """
    return Record(path if isinstance(path, Server) else locator(fspath(path)))
