"""What a page's markup says of its article, each fact with where it was read: JSON-LD first, then meta tags.

Only a node that is an article is asked (schema.org `Article` and its kinds): a page's markup also tells of its
publisher, of breadcrumbs and of the articles that it links to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.clean.page_names import outlet_of
from onrecord.clean.parsing import parse_json
from onrecord.clean.told_days import read_day
from onrecord.records import Fact

ARTICLES = frozenset(
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReportageNewsArticle ReviewNewsArticle LiveBlogPosting BlogPosting SocialMediaPosting Report "
    "AdvertiserContentArticle SatiricalArticle TechArticle".split()
)
NEWS_FIRST = ("NewsArticle", "ReportageNewsArticle", "LiveBlogPosting")
LONGEST = 500  # characters of a fact: what is longer is no headline and no name
DEEPEST = 12  # levels of markup within markup that are followed
# The name of a meta tag by what it tells, the likeliest first.
META = {
    "headline": ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title"),
    "deck": ("og:description", "description", "twitter:description"),
    "byline": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    "outlet": ("og:site_name", "application-name", "parsely-site", "dc.publisher"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "parsely-pub-date", "sailthru.date",
        "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued",
        "dcterms.created", "dc.date", "date", "article.published", "cxenseparse:recs:publishtime", "ptime",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "datemodified",
    ),
    "language": ("og:locale", "content-language"),
    "agency": ("syndication-source", "news_source", "article:source"),
}  # fmt: skip
_COMMENT = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*\Z")
_ADDRESS = re.compile(r"https?://|^www\.|^@|\.com/")
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)")


def find_facts(tree: HtmlElement, address: str | None) -> dict[str, Fact]:
    """What the markup tells, by name: of each the fact that is best evidenced."""
    metas = _metas(tree)
    own = _canonical(tree, metas)
    place = own.value if own else address
    found = {own.name: own} if own else {}
    told = [*_of_nodes(tree, place), *_of_metas(metas), *_of_elements(tree), *_of_address(place)]
    for fact in told:
        found.setdefault(fact.name, fact)
    if outlet := outlet_of(told, tree, place):
        found["outlet"] = outlet
    return found


def _of_nodes(tree: HtmlElement, canonical: str | None) -> Iterator[Fact]:
    """What the article's own JSON-LD node tells."""
    node = _article_node(tree, canonical)
    if node is None:
        return
    kind = next(one for one in _kinds(node) if one in ARTICLES)
    values: dict[str, tuple[str, Any]] = {
        "headline": ("headline", node.get("headline") or node.get("name")),
        "deck": ("description", node.get("description")),
        "byline": ("author", _names(node.get("author") or node.get("creator"))),
        "outlet": ("publisher", _names(node.get("publisher"))),
        "agency": ("sourceOrganization", _names(node.get("sourceOrganization") or node.get("provider"))),
        "published": ("datePublished", read_day(node.get("datePublished") or node.get("dateCreated"))),
        "modified": ("dateModified", read_day(node.get("dateModified"))),
        "language": ("inLanguage", _names(node.get("inLanguage"))),
        "paywall": ("isAccessibleForFree", _paywall(node.get("isAccessibleForFree"))),
    }
    for name, (field, value) in values.items():
        if (line := _line(value)) and not (name == "byline" and _ADDRESS.search(line)):
            yield Fact(name=name, value=line, where=f"JSON-LD {kind}.{field}")


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Every node of the page's JSON-LD, those within others too; what is no JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = _COMMENT.sub("", script.text or "").strip().rstrip(";")
        try:
            yield from _within(parse_json(text), DEEPEST)
        except (ValueError, RecursionError):
            continue


def _within(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth and isinstance(value, list):
        for one in value:
            yield from _within(one, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _within(value.get(name), depth - 1)


def _article_node(tree: HtmlElement, canonical: str | None) -> Mapping[str, Any] | None:
    """The node of this page's article: of its address, else without one, else with the page's headline."""
    articles = [node for node in _nodes(tree) if ARTICLES.intersection(_kinds(node))]
    own = [node for node in articles if canonical and _same_page(canonical, _addresses(node))]
    candidates = own or [node for node in articles if not _addresses(node)] or _headed_alike(tree, articles)
    ranked = sorted(candidates, key=lambda node: not set(NEWS_FIRST).intersection(_kinds(node)))
    return next(iter(ranked), None)


def _headed_alike(tree: HtmlElement, articles: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The nodes whose headline the page bears too: its address may be written in several ways."""
    titles = {bare_words(one.text_content()) for tag in ("h1", "title") for one in tree.iter(tag)}
    heads = [(bare_words(str(node.get("headline") or node.get("name") or "")), node) for node in articles]
    return [node for head, node in heads if head and any(head in title for title in titles)]


def bare_words(line: str) -> str:
    """The words alone, so that other quotation marks and capitals are no difference."""
    return " ".join(re.findall(r"\w+", line.casefold()))


def _kinds(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    several = kinds if isinstance(kinds, list) else [kinds]
    return [one.rpartition("/")[2] for one in several if isinstance(one, str)]


def _addresses(node: Mapping[str, Any]) -> list[str]:
    page = node.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    return [one for one in (node.get("url"), page) if isinstance(one, str) and "//" in one]


def _same_page(canonical: str, others: Iterable[str]) -> bool:
    def bare(address: str) -> str:
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return address
        return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"

    return bare(canonical) in {bare(one) for one in others}


def _names(value: Any) -> str | None:
    """The name, or the names, of people and bodies as markup gives them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        found = dict.fromkeys(name for one in value if (name := _names(one)))
        return ", ".join(found) or None
    return None


def _paywall(free: Any) -> str | None:
    return "yes" if str(free).strip().lower() in {"false", "no", "0"} and free is not None else None


def _line(value: Any) -> str | None:
    line = " ".join(str(value).split()) if value else ""
    return line if line and len(line) <= LONGEST else None


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of meta tags by their lower-case names."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = _line(meta.get("content"))
        if content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _of_metas(metas: Mapping[str, list[str]]) -> Iterator[Fact]:
    for name, tags in META.items():
        read: Callable[[str], str | None] = _READ.get(name, _line)
        told = ((tag, read(content)) for tag in tags for content in metas.get(tag, ()))
        if first := next(((tag, value) for tag, value in told if value), None):
            yield Fact(name=name, value=first[1], where=f"meta {first[0]}")


def _person(content: str) -> str | None:
    """An author who is named, and not linked to."""
    return None if _ADDRESS.search(content) else content


_READ: dict[str, Callable[[str], str | None]] = {"published": read_day, "modified": read_day, "byline": _person}


def _canonical(tree: HtmlElement, metas: Mapping[str, list[str]]) -> Fact | None:
    """The address by which the page wants to be known."""
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    if linked := next((href.strip() for href in links if "//" in href), None):
        return Fact(name="canonical", value=linked, where="link canonical")
    told = next(iter(metas.get("og:url", ())), None)
    return Fact(name="canonical", value=told, where="meta og:url") if told else None


def _of_elements(tree: HtmlElement) -> Iterator[Fact]:
    """What elements tell that are made for it: the main heading, the page's title, times, the language."""
    headings = [line for one in tree.iter("h1") if (line := _line(one.text_content()))]
    if len(headings) == 1:
        yield Fact(name="headline", value=headings[0], where="h1")
    for title in tree.iter("title"):
        if line := _line(title.text_content()):
            yield Fact(name="headline", value=line, where="title")
    for moment in tree.iter("time"):
        own = f"{moment.get('itemprop') or ''} {moment.get('class') or ''}".lower()
        day = read_day(moment.get("datetime") or "")
        if day and (moment.get("pubdate") is not None or "publish" in own or "pubdate" in own):
            yield Fact(name="published", value=day, where="time")
    language = tree.get("lang") or tree.get("xml:lang")
    if language:
        yield Fact(name="language", value=language, where="html lang")


def _of_address(address: str | None) -> Iterator[Fact]:
    """What the address of the page tells: the day in its path, and whose it is."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return
    if day := _PATH_DAY.search(parts.path):
        yield Fact(name="published", value="-".join(day.groups()), where="address")
    if parts.hostname and "." in parts.hostname:
        yield Fact(name="outlet", value=parts.hostname.removeprefix("www."), where="address")
