"""A record served to a test: clients, the addresses that there are, and coverage that means harm."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from lxml import html
from starlette.testclient import TestClient

from onrecord.annotate.rules import RulesTagger
from onrecord.engine import LocalEngine
from onrecord.pipeline import BuildOptions, build, steps_of
from onrecord.records import Capture
from onrecord.records.ids import sha256_of
from onrecord.store import Locator, open_writer
from onrecord.web.app import create_app
from onrecord.web.options import ServeOptions

CHROMIUM = Path("/usr/bin/chromium")  # Debian's; nothing is downloaded
NOW = "2031-05-12T08:00:00+00:00"
LATER = "2031-05-13T08:00:00+00:00"
HERE = "http://127.0.0.1:8000"
Place = TypeVar("Place", bound=Locator)
OPTIONS = BuildOptions(tagger=RulesTagger)
OVERRIDES = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"

HOSTILE = {
    "evil/<img src=x onerror=alert(1)>.txt": """The "><script>alert('outlet')</script> Herald
Ostmark <script>alert('headline')</script> keeps its {{ 7 * 7 }} dues</title>

By <svg onload=alert(2)>Ada Holt</svg>
May 4, 2031

SUND (Union Wire) — Ostmark will not lower its harbour dues, Port Minister
Ilse "onmouseover=alert(3) Oram said on Sunday.

“Nobody </q><iframe src=javascript:alert(4)> sails for free into my port,” Oram told reporters in Sund.

“The \u202edues\u202c are \u2067fair\u2069 and \x1b[31mred\x1b[0m,” Oram said,
“and <a href='javascript:alert(5)'>free</a>.”

Her spokesman, Tavo <b onclick=alert(6)>Renn</b>, said that the quay would stay open.
""",
    "evil/second.txt": """The "><script>alert('outlet')</script> Herald
Oram: dues stay <style>*{display:none}</style>

May 5, 2031

Ostmark's port minister, Ilse Oram, ruled out lower harbour dues, Union Wire reported.

"Nobody </q><iframe src=javascript:alert(4)> sails for free into my port," Oram said.
""",
    "shalom.txt": """The Quay
Ostmark wants a word with Sund on harbour dues

May 5, 2031

“שלום לכולם, said the mayor, and nothing else,” Port Minister Ilse Oram said on Sunday in Sund.

""" + "“A" + "aaaaaaaaaa" * 60 + " is a long word,” Oram said.\n",
}  # fmt: skip


def built(texts: Mapping[str, str], record: Place, now: str = NOW) -> Place:
    """A record of these files as they were then lies at `record`, what was in it before included."""
    captures = [
        Capture(sha256=sha256_of(text.encode()), content=text.encode(), media_type="text/plain", path=name)
        for name, text in texts.items()
    ]
    with open_writer(record, steps_of(OPTIONS)) as writer, LocalEngine(processes=1) as engine:
        build(captures, writer, engine, OPTIONS, now)
    return record


@contextmanager
def served(record: Path, *options: str) -> Iterator[str]:
    """The address at which a process of its own serves the record, without a slash at its end."""
    command = [sys.executable, "-m", "onrecord", "serve", str(record), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            (base,) = re.findall(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
            yield base
        finally:
            server.terminate()


def open_client(record: Locator, base: str = HERE, **options: Any) -> TestClient:
    """One who asks for pages of the record."""
    app = create_app(ServeOptions(record=record, **options))
    return TestClient(app, base_url=base, follow_redirects=False, raise_server_exceptions=False)


def addresses(client: TestClient) -> dict[str, str]:
    """An address of each page that the record has, by the page's name."""
    found = {
        "stories": "/stories",
        "positions": "/positions",
        "compare": "/compare",
        "articles": "/articles",
        "rejected": "/rejected",
        "people": "/people",
        "search": "/search?q=dues",
        "no search": "/search",
        "saved searches": "/searches",
        "judgements": "/judgements",
    }
    for row in client.get("/stories.json").json()["stories"][:1]:
        story = row["head"]["story"]
        brief = client.get(f"/stories/{story}.json?whole=1").json()["brief"]
        statement = max(
            (one for day in brief["days"] for one in day["statements"]), key=lambda one: one["evidence"]["reports"]
        )
        found |= {
            "story": f"/stories/{story}",
            "part of a story": f"/stories/{story}?outlet=The+Beacon",
            "whole story": f"/stories/{story}?whole=1",
            "origins of a story": f"/stories/{story}/origins",
            "statement": f"/statements/{statement['statement']}",
            "origins of a statement": f"/statements/{statement['statement']}/origins",
        }
    articles = client.get("/articles.json").json()["sources"]
    for row in sorted(articles, key=lambda one: -one["versions"])[:1]:
        found["versions"] = f"/articles/{row['article']}/versions"
    for row in articles[:1]:
        found["article"] = f"/articles/{row['article']}"
        found["place in an article"] = f"/articles/{row['article']}?at=2-9"
    for row in client.get("/people.json").json()["people"][:1]:
        found["person"] = f"/people/{row['actor']}"
    return found


def twin(address: str) -> str:
    """The address of the page as JSON."""
    path, asked, rest = address.partition("?")
    return f"{path}.json{asked}{rest}"


def read(client: TestClient, address: str) -> html.HtmlElement:
    """The page at the address, as a browser reads it."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code, answer.text[:500])
    return html.document_fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    """What a reader sees of it, in one line."""
    return " ".join(element.text_content().split())
