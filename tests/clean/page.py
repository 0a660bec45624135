"""Pages invented for the tests of cleaning, and short ways to ask what became of them."""

from __future__ import annotations

from onrecord.clean import clean
from onrecord.records import Article, Capture, SegmentKind
from onrecord.records.ids import sha256_of


def capture(content: bytes) -> Capture:
    return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path="page.txt")


def article(text: str) -> Article:
    found = clean(capture(text.encode()))
    assert isinstance(found, Article)
    return found


def of_kind(found: Article, kind: SegmentKind) -> list[str]:
    return [found.text[one.start : one.end] for one in found.segments if one.kind is kind]


def body(text: str) -> list[str]:
    return of_kind(article(text), SegmentKind.BODY)


def dropped(text: str) -> list[str]:
    return of_kind(article(text), SegmentKind.FURNITURE)


# Three paragraphs that stand for the body of any article.
FIRST = "The harbour council of Port Oster on Monday ruled out lifting the ferry tolls before the autumn."
SECOND = "“The tolls stay,” council leader Ilse Oram told reporters, while lorries queued on both banks."
THIRD = "About 600 drivers were waiting at noon, according to the harbour master."
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
HEADLINE = "Port Oster council keeps its ferry tolls"
PAGE = f"{HEADLINE}\n\n{BODY}"
