"""Planted coverage as a web archive: a page an article, as a site writes it, among what a crawler fetches with it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from html import escape
from pathlib import Path

from fastwarc.warc import WarcRecordType
from tests.planted.coverage import coverage
from tests.read.archives import Sent, page, record

from onrecord.records import Article

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{headline} | {outlet}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="{outlet}">
<meta property="og:title" content="{headline}">
<meta property="article:published_time" content="{published}T07:30:00+01:00">
<script>window.layer = window.layer || [];</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>{headline}</h1><p class="byline">By <a rel="author" href="/staff/7">Ada Holt</a></p>
{body}
</article></main>
<aside><h2>Most read</h2><ol><li><a href="/1">What the harbour costs</a></li></ol></aside>
<footer><p>© {outlet}. All rights reserved.</p></footer></body></html>
"""


def write_archive(path: Path, count: int, seed: int = 7) -> None:
    """A WARC of `count` pages of planted coverage lies at `path`, the same bytes whenever the seed is the same."""
    with path.open("wb") as file:
        for one in records(count, seed):
            file.write(gzip.compress(one, 1, mtime=0))


def records(count: int, seed: int) -> Iterator[bytes]:
    """The pages; before one in ten what was asked, and its picture."""
    for number, planted in enumerate(coverage(count, seed)):
        article = planted.reading.article
        url = f"https://{(article.outlet or '').lower().replace(' ', '-')}.example/{number}"
        if number % 10 == 0:
            yield record(url, b"GET / HTTP/1.1\r\n\r\n", WarcRecordType.request, media_type="application/http")
            yield page(f"{url}.png", b"\x89PNG\r\n\x1a\n" + bytes(400), Sent(content_type="image/png"))
        yield page(url, html_of(article))


def html_of(article: Article) -> str:
    """The page of the article."""
    body = "\n".join(f"<p>{escape(article.text[one.start : one.end])}</p>" for one in article.body())
    told = {name: escape(getattr(article, name) or "") for name in ("headline", "outlet", "published")}
    return PAGE.format(body=body, **told)
