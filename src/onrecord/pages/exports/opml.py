"""OPML 2.0, for outliners: the stories, in each who said what, below it the articles that print it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.pages.exports import Pieces
from onrecord.pages.exports.names import address_of
from onrecord.pages.exports.reports import reports_of
from onrecord.pages.exports.writing import xml_tag, xml_text
from onrecord.pages.shelf import OUTLET_NOT_TOLD
from onrecord.pages.stories import NO_HEADLINE
from onrecord.records import Article, Attribution, Statement
from onrecord.store import View

TITLE = "Who said what"
KEPT_ARTICLES = 256


def outline(view: View) -> Pieces:
    """The whole record as one outline."""
    head = f"<head>\n<title>{xml_text(TITLE)}</title>\n</head>\n"
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{xml_tag("opml", {"version": "2.0"})}\n{head}<body>\n'.encode()
    count = 0
    for line in _stories(view):
        count += 1
        yield f"{line}\n".encode("utf-8", "replace")
    if not count:  # a body has one outline at least
        yield f"{xml_tag('outline', {'text': 'nothing yet'}, closed=True)}\n".encode()
    yield b"</body>\n</opml>\n"


def _stories(view: View) -> Iterator[str]:
    article_of = lru_cache(maxsize=KEPT_ARTICLES)(view.article)
    for story in view.stories():
        yield xml_tag("outline", {"text": story.headline or NO_HEADLINE})
        for statement in view.statements(story=story.id):
            reports = reports_of(statement, view)
            yield xml_tag("outline", {"text": _said(statement, reports, view)})
            for report in reports:
                article = article_of(report.article)
                if article is not None:
                    yield _link(article, view.location(article.id))
            yield "</outline>"
        yield "</outline>"


def _said(statement: Statement, reports: list[Attribution], view: View) -> str:
    actor = view.actor(statement.speaker) if statement.speaker else None
    named = next((one.speaker_name for one in reports if one.speaker_name), "speaker not told")
    day = f" ({statement.said_on})" if statement.said_on else ""
    return f"{actor.name if actor else named}{day}: {statement.text}"


def _link(article: Article, location: str) -> str:
    day = f", {article.published}" if article.published else ""
    text = f"{article.outlet or OUTLET_NOT_TOLD}{day}: {article.headline or location}"
    return xml_tag("outline", {"text": text, "type": "link", "url": address_of(location)}, closed=True)
