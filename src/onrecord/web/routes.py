"""The addresses: each page as HTML, and under the same address with `.json` the record it is written from."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.store import View
from onrecord.web import questions
from onrecord.web.answering import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A question that is answered at an address, and the template that shows the answer, if any does."""

    path: str
    question: Callable[..., Any]
    template: str | None


SERVED = (
    Served(path="/stories", question=questions.stories, template="front.html"),
    Served(path="/stories/{story}", question=questions.story, template="story.html"),
    Served(path="/stories/{story}/chart", question=questions.chart_of_story, template=None),
    Served(path="/stories/{story}/origins", question=questions.story_origins, template="origins.html"),
    Served(path="/statements/{statement}", question=questions.statement, template="statement.html"),
    Served(path="/statements/{statement}/origins", question=questions.statement_origins, template="origins.html"),
    Served(path="/positions", question=questions.positions, template="positions.html"),
    Served(path="/compare", question=questions.compare, template="compare.html"),
    Served(path="/articles", question=questions.articles, template="articles.html"),
    Served(path="/articles/{article}", question=questions.article, template="article.html"),
    Served(path="/articles/{article}/versions", question=questions.versions, template="versions.html"),
    Served(path="/rejected", question=questions.rejected, template="rejected.html"),
    Served(path="/people", question=questions.people, template="people.html"),
    Served(path="/people/{actor}", question=questions.actor, template="actor.html"),
    Served(path="/people/{actor}/chart", question=questions.chart_of_actor, template=None),
    Served(path="/judgements", question=questions.judgements, template="judgements.html"),
    Served(path="/search", question=questions.search, template="search.html"),
    Served(path="/searches", question=questions.searches, template="searches.html"),
)


def pages(site: Site) -> APIRouter:
    """Every page and its twin."""
    router = APIRouter()
    for served in SERVED:
        hints = get_type_hints(served.question, include_extras=True)
        router.add_api_route(
            f"{served.path}.json",
            _twin(site, served, hints),
            name=served.question.__name__,
            summary=inspect.getdoc(served.question),
            response_class=Response,
        )
    for served in SERVED:
        if served.template is not None:
            page = _page(site, served, served.template)
            router.add_api_route(served.path, page, include_in_schema=False)
    return router


def _twin(site: Site, served: Served, hints: dict[str, Any]) -> Callable[..., Response]:
    def answer(request: Request, **asked: Any) -> Response:  # noqa: ARG001 - as the page's
        return site.json(site.ask(served.question, **asked))

    return _asking(answer, served, hints, "as JSON")


def _page(site: Site, served: Served, template: str) -> Callable[..., Response]:
    hints = get_type_hints(served.question, include_extras=True)

    def answer(request: Request, **asked: Any) -> Response:
        page = site.ask(served.question, **asked)
        was = site.ask(_taken_in, request.query_params["was"], asked) if "was" in request.query_params else None
        return site.html(request, template, page=page, twin=f"{request.url.path}.json", was=was)

    return _asking(answer, served, hints, "as HTML")


def _taken_in(view: View, was: str, asked: Mapping[str, Any]) -> str | None:
    """What was at the address that led here, where this has taken it in."""
    return was if view.successor(was) in asked.values() else None


def _asking(
    answer: Callable[..., Response], served: Served, hints: dict[str, Any], form: str
) -> Callable[..., Response]:
    """The function as FastAPI is to see it: it takes what the question takes, save the view."""
    given = inspect.signature(served.question).parameters.values()
    taken = [
        one.replace(annotation=hints[one.name], kind=inspect.Parameter.KEYWORD_ONLY)
        for one in given
        if one.name != "view"
    ]
    request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    answer.__signature__ = inspect.Signature([request, *taken], return_annotation=Response)  # type: ignore[attr-defined]
    answer.__name__ = f"{served.question.__name__} {form}"
    return answer
