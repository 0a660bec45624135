"""A web page: the text of its article, as trafilatura tells it from the rest, and what its markup says of it.

The archived text of a page is its headline, who wrote it, and its paragraphs, a blank line between each two: what
`onrecord text` prints. trafilatura's `fast` mode reads 181 real pages best (benchmarks/reading.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from onrecord.clean.boxes import LEFT_OUT
from onrecord.clean.decoding import Decoded, charset_of, decode, known_charset
from onrecord.clean.live import read_live
from onrecord.clean.outletnames import without_outlet
from onrecord.clean.page_facts import bare_words, find_facts
from onrecord.clean.told import Layout, Told, rejected
from onrecord.records import Capture, Fact, Rejected

META_BYTES = 4_096  # of a page, in which it may name its charset
LARGEST = 16_000_000  # characters of a page that are read
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# The declaration of an encoding says nothing once a text is decoded, and lxml refuses it.
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# No page holds them, and lxml refuses them.
_NEVER = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_BLOCKS = frozenset({"cell", "p", "head", "item", "row", "quote", "list", "table", "code"})
_BY = re.compile(r"^\s*(?:by|from)\s+", re.IGNORECASE)
FEWEST_WORDS = 30  # of an article: with fewer it is looked for the longer way too
WIDEST_CELL = 40  # words of a cell beyond which a table is not one of figures but lays the page out
FEWEST_PULLED = 4  # words of a quotation in large type that is looked for in the text
_MEND = "save the article's text as .txt"


def read_html(capture: Capture) -> Told | Rejected:
    """The text of the page's article and what its markup tells, or why there is none."""
    decoded = _decoded(capture)
    text = _DECLARATION.sub("", _NEVER.sub(" ", decoded.text[:LARGEST]))
    try:
        tree = lxml.html.document_fromstring(text)
        facts = find_facts(tree, capture.url)
        published = facts.get("published")
        live = read_live(tree, published.value if published else None)
        paragraphs = _without_repeats(list(live.paragraphs)) if live else _article(text)
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        return rejected(capture, f"the page's markup cannot be read ({type(error).__name__}: {error})", _MEND)
    if live and live.day and published is None:
        facts["published"] = Fact(name="published", value=live.day, where="times of its entries")
    if not paragraphs:
        return rejected(capture, "no article can be told from the rest of the page", _MEND)
    return _told(decoded.encoding, facts, paragraphs)


def _article(text: str) -> list[tuple[str, str]]:
    """The paragraphs of the article; where hardly any are found, as trafilatura's longer way tells them."""
    found: list[tuple[str, str]] = []
    for fast in (True, False):
        document: Any = bare_extraction(text, fast=fast, include_comments=False, prune_xpath=LEFT_OUT)
        body = getattr(document, "body", None)
        more = _without_repeats(list(_paragraphs(body))) if body is not None else []
        found = max(found, more, key=_words)
        if _words(found) >= FEWEST_WORDS:
            break
    return found


def _words(paragraphs: list[tuple[str, str]]) -> int:
    return sum(len(line.split()) for _, line in paragraphs)


def _told(encoding: str, facts: dict[str, Fact], paragraphs: list[tuple[str, str]]) -> Told:
    values = {name: fact.value for name, fact in facts.items()}
    outlet = values.get("outlet")
    headline = without_outlet(values.get("headline"), outlet)
    tag, first = paragraphs[0]
    if headline and (tag == "head" or first.casefold() == headline.casefold()):  # the same, or as the page words it
        paragraphs = paragraphs[1:]
    byline = _BY.sub("", values["byline"]) if "byline" in values else None
    return Told(
        encoding=encoding,
        text="\n\n".join(line for _, line in paragraphs),
        headline=headline,
        byline=byline if byline != outlet else None,
        outlet=outlet,
        published=values.get("published"),
        facts=tuple(facts[name] for name in sorted(facts)),
        layout=Layout.PAGE,
    )


def _decoded(capture: Capture) -> Decoded:
    """The page's text: as the server, its first bytes or itself say it is encoded; what breaks off is replaced."""
    head = capture.content[:META_BYTES]
    named = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    own = named[1].decode("ascii", "replace") if named else None
    charset = charset_of(capture.media_type) or known_charset(own)
    found = decode(capture.content, charset)
    if found is not None:
        return found
    encoding = charset or "utf-8"
    return Decoded(text=capture.content.decode(encoding, "replace"), encoding=encoding)


def _paragraphs(element: HtmlElement, within: str = "") -> Iterator[tuple[str, str]]:
    """The paragraphs below the element, each with the tag that it stands in, in reading order."""
    tag = str(element.tag)
    if tag == "row" and not any(len(" ".join(cell.itertext()).split()) > WIDEST_CELL for cell in element):
        yield "row", " | ".join(_line(" ".join(cell.itertext())) for cell in element)
        return
    inner = "quote" if "quote" in {tag, within} else tag
    pieces = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _lines(inner, pieces)
            yield from _paragraphs(child, inner)
            pieces = [child.tail or ""]
        elif child.tag == "lb":
            pieces += ["\n", child.tail or ""]
        else:
            pieces += [*(str(part) for part in child.itertext()), child.tail or ""]
    yield from _lines(inner, pieces)


def _lines(tag: str, pieces: list[str]) -> Iterator[tuple[str, str]]:
    for line in "".join(pieces).split("\n"):
        if bare := _line(line):
            yield tag, bare


def _line(text: str) -> str:
    return " ".join(text.split())


def _without_repeats(paragraphs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The paragraphs without those that repeat the one before, and quotations in large type that the text has too."""
    running = "\n".join(bare_words(line) for tag, line in paragraphs if tag != "quote")
    kept: list[tuple[str, str]] = []
    for tag, line in paragraphs:
        pulled = tag == "quote" and len(line.split()) >= FEWEST_PULLED and bare_words(line) in running
        if not pulled and (not kept or kept[-1][1] != line):
            kept.append((tag, line))
    return kept
