"""What is no page: the archived bytes, the text that offsets count in, pictures of origins, and feeds."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlsplit

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from onrecord.pages.faceting import Wanted
from onrecord.pages.formats.graph_svg import STYLE, draw
from onrecord.pages.layout import printable
from onrecord.pages.provenance import pictured_origins
from onrecord.records.errors import NotOnRecord
from onrecord.store import View
from onrecord.web import feeds, questions
from onrecord.web.answering import Site
from onrecord.web.questions import ActorId, ArticleId, StatementId, StoryId

ATOM = "application/atom+xml"
BYTES = "application/octet-stream"
DRAWING = "image/svg+xml"
PLAIN = "text/plain; charset=utf-8"
SANDBOX = "default-src 'none'; sandbox"
# A picture has one style sheet of its own, which is allowed by what is in it.
DRAWN = f"default-src 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"


# What a program is told of the headers of a capture (RFC 6266, 9530, 9110).
CAPTURE_HEADERS = {
    "Content-Disposition": "^attachment; filename\\*=UTF-8''",
    "Repr-Digest": "^sha-256=:[0-9A-Za-z+/]{43}=:$",
    "ETag": '^"[0-9a-f]{64}"$',
}


def files(site: Site) -> APIRouter:
    """The files of a record."""
    router = APIRouter()
    _archive(router, site)
    _pictures(router, site)
    _feeds(router, site)
    return router


def _given(media_type: str, headers: Mapping[str, str] = MappingProxyType({})) -> dict[int | str, dict[str, Any]]:
    """What a program is told of the file that it gets."""
    told: dict[str, Any] = {"description": "The file.", "content": {media_type: {"schema": {"type": "string"}}}}
    if headers:
        told["headers"] = {
            name: {"required": True, "schema": {"type": "string", "pattern": pattern}}
            for name, pattern in headers.items()
        }
    return {200: told}


def _archive(router: APIRouter, site: Site) -> None:
    @router.get("/articles/{article}/capture", response_class=Response, responses=_given(BYTES, CAPTURE_HEADERS))
    def capture(article: ArticleId) -> Response:
        """The archived bytes of an article, as they came, to be kept as a file."""
        return site.ask(_capture, article)

    @router.get("/articles/{article}/text", response_class=Response, responses=_given(PLAIN))
    def text(article: ArticleId) -> Response:
        """The archived text of an article, unchanged: offsets count in it."""
        found = site.ask(lambda view: view.find_article(article).text)
        return Response(
            found.encode("utf-8", "backslashreplace"),
            media_type=PLAIN,
            headers={"content-security-policy": SANDBOX},
        )


def _pictures(router: APIRouter, site: Site) -> None:
    @router.get("/statements/{statement}/origins.svg", response_class=Response, responses=_given(DRAWING))
    def statement_picture(statement: StatementId) -> Response:
        """Through whose hands the words of a statement went, as a picture."""
        return _picture(draw(site.ask(questions.statement_origins, statement=statement).draw()))

    @router.get("/stories/{story}/origins.svg", response_class=Response, responses=_given(DRAWING))
    def story_picture(story: StoryId) -> Response:
        """Who carried what from whom in a story, as a picture."""
        return _picture(draw(site.ask(pictured_origins, story)))


def _feeds(router: APIRouter, site: Site) -> None:
    @router.get("/stories.atom", response_class=Response, responses=_given(ATOM))
    def stories_feed(request: Request) -> Response:
        """The stories that grew last, as an Atom feed."""
        base = str(request.base_url)
        return Response(site.ask(feeds.of_stories, site.name, base), media_type=ATOM)

    @router.get("/news.atom", response_class=Response, responses=_given(ATOM))
    def news_feed(request: Request) -> Response:
        """What `onrecord watch` told last of the record, as an Atom feed."""
        return Response(site.ask(feeds.of_news, site.name, str(request.base_url)), media_type=ATOM)

    @router.get("/search.atom", response_class=Response, responses=_given(ATOM))
    def search_feed(
        request: Request,
        part: Annotated[Wanted, Depends(questions.wanted)],
        q: Annotated[str, Query(max_length=500)] = "",
    ) -> Response:
        """What came last into the record of what a search finds, as an Atom feed; it may be narrowed as the page is."""
        asked = str(request.url.query)
        return Response(site.ask(feeds.of_search, q, part, str(request.base_url), asked), media_type=ATOM)

    @router.get("/stories/{story}.atom", response_class=Response, responses=_given(ATOM))
    def story_feed(request: Request, story: StoryId) -> Response:
        """What came last into a story, as an Atom feed."""
        base = str(request.base_url)
        return Response(site.ask(feeds.of_story, story, base), media_type=ATOM)

    @router.get("/people/{actor}.atom", response_class=Response, responses=_given(ATOM))
    def actor_feed(request: Request, actor: ActorId) -> Response:
        """What someone said, as an Atom feed."""
        base = str(request.base_url)
        return Response(site.ask(feeds.of_actor, actor, base), media_type=ATOM)


def _picture(drawn: str) -> Response:
    return Response(
        drawn.encode("utf-8", "backslashreplace"),
        media_type=DRAWING,
        headers={"content-security-policy": DRAWN},
    )


def _capture(view: View, ref: str) -> Response:
    article = view.find_article(ref)
    found = view.capture(article.sha256)
    if found is None:
        raise NotOnRecord(f"{ref}: the archive has no bytes of it; restore the record from a copy")
    digest = base64.b64encode(bytes.fromhex(article.sha256)).decode()
    name = printable(_file_name(view.location(article.id))) or article.id
    return Response(
        found.content,
        media_type=BYTES,
        headers={
            "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='', errors='replace')}",
            "content-security-policy": SANDBOX,
            "repr-digest": f"sha-256=:{digest}:",
            "etag": f'"{article.sha256}"',
        },
    )


def _file_name(place: str) -> str:
    """The last part of a path or address."""
    path = unquote(urlsplit(place).path) if "://" in place else place
    return PurePosixPath(path).name
