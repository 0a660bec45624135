"""The articles a record was read from, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from onrecord.pages.citations import Citation, anchors, short_names
from onrecord.pages.counting import count, in_words, listed
from onrecord.pages.days import say_date
from onrecord.pages.layout import Document, Item, Line, Part, Section, date, doubt, faint, line, name
from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stories import choose_stories
from onrecord.records import LANGUAGES, Article, Basis, Rejected, Shared, Sharing
from onrecord.store import View

NOT_DATED = "publication date not given"
REJECTED_ON_A_PAGE = 50
SHARES_SHOWN = 3  # articles with sentences in common, of each
BASES = {
    Basis.STATED: "as printed",
    Basis.METADATA: "from the page's data",
    Basis.INFERRED: "inferred from linked reports",
}

LANGUAGE_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InCommon:
    """That an article has `sentences` of its `of` sentences in common with another, and where that one stands."""

    article: str
    outlet: str | None
    file: str
    sharing: Sharing
    sentences: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as a page lists it; `through` are agencies behind all of it, `cites` those behind a part.

    `duplicate_of` is the file of the article of which this one is a copy; `shares` lists all that it has sentences of.
    """

    article: str
    outlet: str | None
    headline: str | None
    byline: str | None
    published: str | None
    published_basis: Basis | None
    file: str
    path: str
    sha256: str
    through: tuple[str, ...]
    cites: tuple[str, ...]
    truncated: bool
    attributions: int
    language: str = "en"
    duplicate_of: str | None = None
    shares: tuple[InCommon, ...] = ()
    versions: int = 1  # of its page, of which this is the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """Every article of the record, or of one story."""

    sources: tuple[Source, ...]
    rejected: int

    def lay_out(self) -> Document:
        """The page as a document."""
        section = sources_section(self.sources, ())
        title = f"{count(len(self.sources), 'article')} read"
        return Document(title="Sources", parts=(Part(title=title, lede=_more(self.rejected), sections=(section,)),))


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedPage:
    """What could not be read, with the cause and the mend; all of it, or a leaf."""

    rejected: tuple[Rejected, ...]
    leaf: Leaf | None = None

    def lay_out(self) -> Document:
        """The page as a document."""
        items = tuple(
            Item(lead=line(name(one.where)), details=(line(one.cause), line(faint(f"What to do: {one.mend}"))))
            for one in self.rejected
        )
        found = count(len(self.rejected), "file") if self.rejected else "Every file"
        title = f"{found} could not be read" if self.rejected else "Every file could be read"
        return Document(title="Rejected", parts=(Part(title=title, sections=(Section(heading="", items=items),)),))


def _more(rejected: int) -> tuple[Line, ...]:
    if not rejected:
        return ()
    return (line(doubt(f"{count(rejected, 'file')} could not be read"), faint(" (list them with --rejected)")),)


def sources_of(articles: Iterable[str], shelf: Shelf) -> tuple[Source, ...]:
    """The articles of those ids, as a page lists them, by day of publication and then by path."""
    ids = tuple(dict.fromkeys(articles))
    files = short_names(shelf.locations(ids).values())
    known = _Known(
        reports=shelf.view.reports_in(ids),
        originals=shelf.view.duplicates_of(ids),
        shared=shelf.view.shared_among(ids),
        versions=shelf.view.versions_counted(ids),
    )
    others = [article for pairs in known.shared.values() for pair in pairs for article in (pair.left, pair.right)]
    shelf.take_outlets([*ids, *others])
    shelf.locations(others)
    rows = [_source(one, files, known, shelf) for one in shelf.view.heads_named(ids)]
    return tuple(sorted(rows, key=lambda one: (one.published or "9999", one.path)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the record says of several articles at once, by their ids; what has none is left out."""

    reports: Mapping[str, int]
    originals: Mapping[str, str]
    shared: Mapping[str, Sequence[Shared]]
    versions: Mapping[str, int]


def _file(article: str, files: Mapping[str, str], shelf: Shelf) -> str:
    """What the article is called on the page, whether or not the page lists it."""
    location = shelf.location(article)
    return files.get(location, location)


def _in_common(article: str, files: Mapping[str, str], known: _Known, shelf: Shelf) -> tuple[InCommon, ...]:
    """What the article shares with others, those first that have most of it."""
    rows = [_seen_from(article, pair, files, shelf) for pair in known.shared[article]]
    return tuple(sorted(rows, key=lambda one: (-one.sentences, one.file, one.article)))


def _seen_from(article: str, pair: Shared, files: Mapping[str, str], shelf: Shelf) -> InCommon:
    left = pair.left == article
    other = pair.right if left else pair.left
    return InCommon(
        article=other,
        outlet=shelf.outlet(other),
        file=_file(other, files, shelf),
        sharing=pair.sharing,
        sentences=pair.left_shared if left else pair.right_shared,
        of=pair.left_of if left else pair.right_of,
    )


def _source(article: Article, files: Mapping[str, str], known: _Known, shelf: Shelf) -> Source:
    original = known.originals.get(article.id)
    through = dict.fromkeys(one.name for one in article.credits if one.whole)
    return Source(
        article=article.id,
        outlet=article.outlet,
        headline=article.headline,
        byline=article.byline,
        published=article.published,
        published_basis=article.published_basis,
        file=files[shelf.location(article.id)],
        path=shelf.location(article.id),
        sha256=article.sha256,
        through=tuple(through),
        cites=tuple(dict.fromkeys(one.name for one in article.credits if one.name not in through)),
        truncated=article.truncated,
        attributions=known.reports.get(article.id, 0),
        language=article.language,
        duplicate_of=_file(original, files, shelf) if original else None,
        shares=_in_common(article.id, files, known, shelf),
        versions=known.versions.get(article.id, 1),
    )


def sources_section(sources: Sequence[Source], citations: Sequence[Citation], more: Line = ()) -> Section:
    """The sources, each with the citations that lead into it."""
    cited: dict[str, list[Citation]] = {}
    for one in citations:
        cited.setdefault(one.article, []).append(one)
    items = tuple(_lay_out(one, cited) for one in sources)
    return Section(heading="Sources", items=items, note=_folder(sources), after=more)


def _folder(sources: Sequence[Source]) -> Line:
    folders = {str(PurePosixPath(one.path).parent) for one in sources}
    if len(folders) != 1 or folders == {"."} or any("://" in one.path for one in sources):
        return ()
    return line(faint(f"All files lie in {folders.pop()}."))


def _lay_out(one: Source, cited: Mapping[str, Sequence[Citation]]) -> Item:
    outlet = name(one.outlet) if one.outlet else doubt(OUTLET_NOT_TOLD)
    lead = line(outlet, ", ", _headline(one.headline) if one.headline else doubt("headline not told"))
    details = [line(faint(f"{one.file} · "), _published(one), _hands(one))]
    if one.shares:
        details.append(_shares(one))
    if one.article in cited:
        details.append(anchors(cited[one.article]))
    return Item(lead=lead, details=tuple(details))


def _shares(one: Source) -> Line:
    """Whose copy it is, and how many of its sentences stand in which other articles."""
    shown = [f"{each.sentences} of its {each.of} sentences with {each.file}" for each in one.shares[:SHARES_SHOWN]]
    more = len(one.shares) - len(shown)
    if more:
        shown.append(f"some with {count(more, 'further article')}")
    copy = line(doubt(f"a copy of {one.duplicate_of}"), faint(" · ")) if one.duplicate_of else ()
    return line(copy, faint(f"shares {listed(shown)}"))


def _headline(headline: str) -> str:
    """The headline in quotation marks, where it has none of its own."""
    return headline if set(headline) & set('“”"«»') else f"“{headline}”"


def _published(one: Source) -> Line:
    if one.published is None or one.published_basis is None:
        return line(doubt(NOT_DATED))
    return line(date(say_date(one.published)), faint(f" ({BASES[one.published_basis]})"))


def _hands(one: Source) -> Line:
    return line(
        f" · from {listed(one.through)}" if one.through else "",
        f" · cites {listed(one.cites)}" if one.cites else "",
        line(" · ", doubt("breaks off before its end")) if one.truncated else "",
        f" · the latest of {in_words(one.versions)} versions" if one.versions > 1 else "",
        line(" · ", doubt(f"in {LANGUAGE_NAMES.get(one.language, one.language)}: kept, not read"))
        if one.language not in LANGUAGES
        else "",
    )


def sources_page(view: View, story: str | None = None) -> SourcesPage:
    """Every article of the record, or of one story."""
    shelf = Shelf(view)
    if story is None:
        earlier = {one.article for one in view.page_versions() if not one.stands}
        articles = tuple(article for article in view.article_ids() if article not in earlier)
    else:
        articles = tuple(article for one in choose_stories(view, story) for article in one.articles)
    return SourcesPage(sources=sources_of(articles, shelf), rejected=view.counts().rejected)


def rejected_page(view: View) -> RejectedPage:
    """What the record lists as not readable."""
    return RejectedPage(rejected=tuple(view.rejected()))


def rejected_leaf(view: View, number: int = 1) -> RejectedPage:
    """What of it stands on the page of that number."""
    leaf = leaf_of(view.rejected_count(), number, REJECTED_ON_A_PAGE)
    return RejectedPage(rejected=view.rejected_page(slice_of(leaf, REJECTED_ON_A_PAGE)), leaf=leaf)
