"""The articles and words at hand while a page is written; each is read from the view once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.records import Actor, Article, Attribution, Statement
from onrecord.store import View

OUTLET_NOT_TOLD = "outlet not told"


class Shelf:
    """Reads from the view what a page asks for, each thing once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._articles: dict[str, Article] = {}
        self._attributions: dict[str, Attribution] = {}
        self._statements: dict[str, Statement] = {}
        self._actors: dict[str, Actor | None] = {}
        self._locations: dict[str, str] = {}
        self._outlets: dict[str, str | None] = {}

    def article(self, article_id: str) -> Article:
        """The article of that id, which the record has."""
        if article_id not in self._articles:
            article = self.view.article(article_id)
            if article is None:
                raise LookupError(f"the record speaks of article {article_id} but does not have it")
            self._articles[article_id] = article
        return self._articles[article_id]

    def take_articles(self, articles: Iterable[str]) -> None:
        """The articles are at hand, read at once."""
        missing = [one for one in dict.fromkeys(articles) if one not in self._articles]
        self._articles |= {one.id: one for one in self.view.articles_named(missing)}

    def take_attributions(self, attributions: Iterable[str]) -> None:
        """The attributions are at hand, read at once."""
        missing = [one for one in dict.fromkeys(attributions) if one not in self._attributions]
        self._attributions |= {one.id: one for one in self.view.attributions_named(missing)}

    def take_statements(self, statements: Iterable[str]) -> None:
        """The statements are at hand, with their reports and the outlets of these, read at once."""
        wanted = tuple(dict.fromkeys(statements))
        self._statements |= self.view.statements_named([one for one in wanted if one not in self._statements])
        self.take_reports(self._statements[one] for one in wanted if one in self._statements)

    def take_reports(self, statements: Iterable[Statement]) -> None:
        """The reports of the statements are at hand, and the outlets of these, read at once."""
        reports = [report for one in statements for report in one.attributions or one.earlier]
        self.take_attributions(reports)
        self.take_outlets(self._attributions[one].article for one in reports if one in self._attributions)

    def outlet(self, article_id: str) -> str | None:
        """The outlet of the article, or None where the page does not tell."""
        self.take_outlets([article_id])
        return self._outlets[article_id]

    def take_outlets(self, articles: Iterable[str]) -> None:
        """The outlets of the articles are at hand, read at once."""
        missing = [one for one in dict.fromkeys(articles) if one not in self._outlets]
        if missing:
            self._outlets |= self.view.outlets_of(missing)

    def story(self, article_id: str) -> str | None:
        """The id of the story to which the article belongs."""
        return next(iter(self.view.stories_of(article_id)), None)

    def location(self, article_id: str) -> str:
        """The path or address of the article, and of an earlier version of a page which one it is: "page.html@1"."""
        return self.locations([article_id])[article_id]

    def locations(self, articles: Iterable[str]) -> Mapping[str, str]:
        """The same of several articles."""
        articles = tuple(dict.fromkeys(articles))
        missing = [one for one in articles if one not in self._locations]
        if missing:
            self._locations |= self.view.places_of(missing)
            for one in self.view.earlier_among(missing):
                self._locations[one] += self._version(one)
        return {one: self._locations[one] for one in articles}

    def _version(self, article_id: str) -> str:
        latest, versions = self.view.version_of(article_id), self.view.versions_of(article_id)
        return "".join(f"@{one.number}" for one in versions if (one.latest, one.article) == (latest, article_id))

    def attributions(self, article_id: str) -> tuple[Attribution, ...]:
        """All attributions of the article, in reading order."""
        found = tuple(self.view.attributions(article_id))
        self._attributions.update((one.id, one) for one in found)
        return found

    def attribution(self, attribution_id: str) -> Attribution:
        """The attribution of that id, which the record has."""
        if attribution_id not in self._attributions:
            found = self.view.attribution(attribution_id)
            if found is None:
                raise LookupError(f"the record speaks of attribution {attribution_id} but does not have it")
            self._attributions[attribution_id] = found
        return self._attributions[attribution_id]

    def statement(self, statement_id: str) -> Statement:
        """The statement of that id, which the record has."""
        if statement_id not in self._statements:
            found = self.view.statement(statement_id)
            if found is None:
                raise LookupError(f"the record speaks of statement {statement_id} but does not have it")
            self._statements[statement_id] = found
        return self._statements[statement_id]

    def reports(self, statement: Statement) -> tuple[Attribution, ...]:
        """The attributions that report the statement, in the record's order; if none counts, those that did."""
        reports = statement.attributions or statement.earlier
        self.take_attributions(reports)
        found = tuple(self.attribution(one) for one in reports)
        self.take_outlets(one.article for one in found)
        return found

    def take_actors(self, actors: Iterable[str]) -> None:
        """The actors are at hand, and those for whom they speak, read at once."""
        wanted = [one for one in dict.fromkeys(actors) if one not in self._actors]
        while wanted:
            found = {one.id: one for one in self.view.actors_named(wanted)}
            self._actors |= {one: found.get(one) for one in wanted}
            above = (one.affiliation for one in found.values() if one.affiliation)
            wanted = [one for one in dict.fromkeys(above) if one not in self._actors]

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of that id, or None."""
        if actor_id is None:
            return None
        if actor_id not in self._actors:
            self._actors[actor_id] = self.view.actor(actor_id)
        return self._actors[actor_id]
