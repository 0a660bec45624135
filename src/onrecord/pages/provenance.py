"""Who carried what from whom: speaker, occasion, agencies, outlets and articles, as picture, text and PROV-O."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from onrecord.pages.carrying import Carried, Path, path_of
from onrecord.pages.citations import short_names
from onrecord.pages.counting import count, listed, say_origins
from onrecord.pages.days import say_day
from onrecord.pages.graph import Arrow, Box, Graph, Tone
from onrecord.pages.layout import Document, Item, Line, Part, Section, doubt, faint, line, name, quotation
from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.prov import prov_graph
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stories import NO_HEADLINE, choose_stories, find_story
from onrecord.records import Statement
from onrecord.records.errors import InputError
from onrecord.store import Extent, Slice, StorySize, View

SPEAKERS, ARTICLES = 12, 24  # that a picture has room for; text and JSON have all
NOT_TOLD = "origin not told"
NO_SPEAKER = "speaker not told"
LONGEST = 90  # characters of a statement in a title
ON_A_PAGE = 20  # statements
PICTURED = 40
CANDIDATES = 5  # how many an error message lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """That an article is a copy of another."""

    article: str
    original: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The paths of one statement, or of some or all in one story, which has so many `statements`.

    `files` has the short name of every article by its id.
    """

    title: str
    paths: tuple[Path, ...]
    copies: tuple[Copied, ...]
    files: dict[str, str]
    published: dict[str, str | None]
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsPage:
    """The provenance of a statement or of stories; `prov` is the same as JSON-LD in the terms of PROV-O."""

    provenances: tuple[Provenance, ...]
    prov: dict[str, Any]
    leaf: Leaf | None = None  # of a story's statements, where they are not all here

    def lay_out(self) -> Document:
        """The page as a document."""
        return Document(title="Origins", parts=tuple(map(_part, self.provenances)))

    def draw(self) -> tuple[Graph, ...]:
        """The page as a picture."""
        return tuple(map(_graph, self.provenances))


def origins_page(view: View, story: str | None = None, statement: str | None = None) -> OriginsPage:
    """Who carried what from whom, of one statement, one story, or every story of the record."""
    shelf = Shelf(view)
    if statement is not None:
        chosen = _choose_statement(view, statement, story)
        found = [_provenance(_shortened(chosen.text), [chosen], shelf)]
    else:
        found = [
            _provenance(one.headline or NO_HEADLINE, list(view.statements(story=one.id)), shelf)
            for one in choose_stories(view, story)
        ]
    paths = {path.statement.id: path for one in found for path in one.paths}
    copies = {one.article: one.original for each in found for one in each.copies}
    return OriginsPage(provenances=tuple(found), prov=prov_graph(paths.values(), copies, shelf))


def story_origins_page(view: View, story: str, number: int = 1) -> OriginsPage:
    """The same of a story's statements that stand on the page of that number, the most prominent first."""
    found = find_story(story, view)
    leaf = leaf_of(found.statements, number, ON_A_PAGE)
    return _of_some(found, view, slice_of(leaf, ON_A_PAGE), leaf)


def pictured_origins(view: View, story: str) -> tuple[Graph, ...]:
    """The picture of as many statements as there is room for in one of the story."""
    found, shelf = find_story(story, view), Shelf(view)
    statements = view.prominent(Extent(scope=found.id), Slice(limit=PICTURED))
    return (_graph(_provenance(found.headline or NO_HEADLINE, statements, shelf, found.statements)),)


def _of_some(found: StorySize, view: View, some: Slice, leaf: Leaf) -> OriginsPage:
    shelf = Shelf(view)
    statements = view.prominent(Extent(scope=found.id), some)
    one = _provenance(found.headline or NO_HEADLINE, statements, shelf, found.statements)
    copies = {each.article: each.original for each in one.copies}
    shelf.take_articles(one.files)
    return OriginsPage(provenances=(one,), prov=prov_graph(one.paths, copies, shelf), leaf=leaf)


def _choose_statement(view: View, wanted: str, story: str | None) -> Statement:
    """The one statement of this id, or whose text has these words."""
    by_id = view.statement(wanted) or view.statement(view.successor(wanted) or "")
    if by_id is not None:
        return by_id
    stories = [one.id for one in choose_stories(view, story)] if story is not None else [None]
    several = [one for each in stories for one in view.statements(story=each)]
    found = [one for one in several if wanted.casefold() in one.text.casefold()]
    if len(found) == 1:
        return found[0]
    some = "; ".join(f"{_shortened(one.text)} ({one.id})" for one in (found or several)[:CANDIDATES])
    told = f"stands in {len(found)} statements" if found else "stands in no statement"
    raise InputError(f"--statement {wanted}: {told}; give words of one, or its id: {some}; …")


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _provenance(title: str, statements: Sequence[Statement], shelf: Shelf, of: int | None = None) -> Provenance:
    shelf.take_reports(statements)
    paths = tuple(path_of(one, shelf) for one in statements)
    articles = dict.fromkeys(carried.article for path in paths for carried in path.carried)
    locations = shelf.locations(articles)
    names = short_names(locations.values())
    originals = shelf.view.duplicates_of(tuple(articles))
    heads = {one.id: one for one in shelf.view.heads_named(tuple(articles))}
    return Provenance(
        title=title,
        paths=paths,
        copies=tuple(Copied(article=one, original=originals[one]) for one in articles if one in originals),
        files={one: names[locations[one]] for one in articles},
        published={one: heads[one].published for one in articles},
        statements=len(statements) if of is None else of,
    )


def _part(one: Provenance) -> Part:
    items = tuple(_item(path, one) for path in one.paths)
    return Part(title=one.title, sections=(Section(heading="Who carried what", items=items),))


def _item(path: Path, one: Provenance) -> Item:
    speaker = name(path.speaker) if path.speaker else doubt(NO_SPEAKER)
    when = faint(f" · {path.occasion or 'said'}, {say_day(path.statement.said_on)}")
    origins = say_origins(path.statement.origins, path.statement.independent_origins)
    return Item(
        lead=line(quotation(_shortened(path.statement.text)), " — ", speaker),
        details=(line(faint(origins), when), *_hands(path, one)),
    )


def _hands(path: Path, one: Provenance) -> tuple[Line, ...]:
    """A line for each way the words took, with the articles at its end."""
    ways: dict[tuple[tuple[str, ...], bool, bool], list[Carried]] = {}
    for each in path.carried:
        ways.setdefault((each.through, each.first_hand, each.inferred), []).append(each)
    lines = []
    for (through, first_hand, inferred), several in ways.items():
        at_the_end = listed([f"{each.outlet or OUTLET_NOT_TOLD} ({one.files[each.article]})" for each in several])
        if first_hand:
            lines.append(line(faint("first hand → "), at_the_end))
        elif not through:
            lines.append(line(doubt(NOT_TOLD), faint(" → "), at_the_end))
        else:
            hint = doubt(" (the same passage elsewhere)") if inferred else ""
            lines.append(line(" → ".join(through), hint, faint(" → "), at_the_end))
    return tuple(lines)


def _graph(one: Provenance) -> Graph:
    """The picture: speakers to the left, articles to the right, between them occasions and those who carried words."""
    speakers = Counter(path.speaker for path in one.paths)
    shown = {who for who, _ in sorted(speakers.items(), key=lambda each: (-each[1], each[0] or "~"))[:SPEAKERS]}
    counts = Counter(each.article for path in one.paths if path.speaker in shown for each in path.carried)
    listed_first = sorted(counts, key=lambda article: (-counts[article], one.files[article], article))[:ARTICLES]
    drawing = _Drawing(one, frozenset(listed_first), alone=len(one.paths) == 1)
    for path in one.paths:
        if path.speaker in shown:
            drawing.add(path)
    left_out = (len(speakers) - len(shown), len(one.files) - len(listed_first))
    return drawing.graph(left_out)


class _Drawing:
    """Boxes and arrows, gathered path by path; columns are numbered when all are known."""

    def __init__(self, one: Provenance, articles: frozenset[str], *, alone: bool) -> None:
        self._one = one
        self._articles = articles
        self._alone = alone
        self._boxes: dict[str, tuple[str, str, Tone]] = {}
        self._kinds: dict[str, str] = {}
        self._weights: Counter[tuple[str, str]] = Counter()
        self._doubted: dict[tuple[str, str], bool] = {}

    def add(self, path: Path) -> None:
        """The path's boxes and arrows are in the picture; what it has in common with others once."""
        carried = [each for each in path.carried if each.article in self._articles]
        if not carried:
            return
        tone = Tone.STRONG if path.speaker else Tone.DOUBT
        from_here = self._box("speaker", path.speaker or "", path.speaker or NO_SPEAKER, "", tone)
        edges: dict[tuple[str, str], bool] = {}
        if path.occasion or self._alone:
            day = say_day(path.statement.said_on)
            title = path.occasion or "said"
            occasion = self._box("occasion", f"{path.speaker}\x1f{title}\x1f{day}", title, day, Tone.FAINT)
            edges[from_here, occasion] = False
            from_here = occasion
        for each in carried:
            self._carry(each, from_here, edges)
        for edge, doubted in edges.items():
            self._weights[edge] += 1
            self._doubted[edge] = self._doubted.get(edge, True) and doubted

    def _carry(self, each: Carried, from_here: str, edges: dict[tuple[str, str], bool]) -> None:
        """The arrows from the occasion through whoever carried the words to the article."""
        hands = [self._box("carrier", one, one, "", Tone.PLAIN) for one in each.through]
        if not hands and not each.first_hand:
            hands = [self._box("carrier", "", NOT_TOLD, "", Tone.DOUBT)]
        doubted = each.inferred or (not each.through and not each.first_hand)
        stops = [from_here, *hands, self._article(each)]
        for left, right in pairwise(stops):
            last = right == stops[-1]
            edges[left, right] = edges.get((left, right), True) and doubted and (last or not each.through)

    def _article(self, each: Carried) -> str:
        day = self._one.published[each.article]
        detail = f"{say_day(day) if day else 'no date'} · {self._one.files[each.article]}"
        return self._box("article", each.article, each.outlet or OUTLET_NOT_TOLD, detail, Tone.PLAIN)

    def _box(self, kind: str, key: str, title: str, detail: str, tone: Tone) -> str:
        identity = f"{kind} {key}"
        self._boxes.setdefault(identity, (title, detail, tone))
        self._kinds[identity] = kind
        return identity

    def graph(self, left_out: tuple[int, int]) -> Graph:
        """All of it, with what there was no room for told in the note."""
        columns, captions = self._columns()
        copies = [
            Arrow(left=f"article {each.original}", right=f"article {each.article}", tone=Tone.DOUBT)
            for each in self._one.copies
            if {f"article {each.original}", f"article {each.article}"} <= self._boxes.keys()
        ]
        arrows = [
            Arrow(left=left, right=right, weight=weight, tone=Tone.DOUBT if self._doubted[left, right] else Tone.PLAIN)
            for (left, right), weight in self._weights.items()
        ]
        return Graph(
            title=self._one.title,
            note=self._note(left_out, len(copies)),
            columns=captions,
            boxes=tuple(
                Box(id=name, column=columns[name], title=title, detail=detail, tone=tone)
                for name, (title, detail, tone) in self._boxes.items()
            ),
            arrows=(*arrows, *copies),
            told=self._told(copies),
        )

    def _columns(self) -> tuple[dict[str, int], tuple[str, ...]]:
        """The column of each box: carriers stand as far right as the longest way to them is long."""
        depths = {name: 0 for name, kind in self._kinds.items() if kind == "carrier"}
        hops = [(left, right) for left, right in self._weights if left in depths and right in depths]
        for _ in range(len(depths)):
            for left, right in hops:
                if depths[right] <= depths[left] < len(depths):
                    depths[right] = min(depths[left] + 1, len(depths) - 1)
        occasions = int("occasion" in self._kinds.values())
        deepest = max(depths.values(), default=-1) + 1
        places = {"speaker": 0, "occasion": 1, "carrier": 1 + occasions, "article": 1 + occasions + deepest}
        captions = ["WHO SAID IT", *["ON WHAT OCCASION"] * occasions, *["CARRIED BY"] * deepest, "PRINTED BY"]
        return {name: places[kind] + depths.get(name, 0) for name, kind in self._kinds.items()}, tuple(captions)

    def _note(self, left_out: tuple[int, int], copies: int) -> str:
        speakers, articles = left_out
        drawn, told = len(self._one.paths), self._one.statements
        some = count(drawn, "statement") if drawn == told else f"the {drawn} most reported of {told} statements"
        said = [f"{some}, {count(len(self._one.files), 'article')}"]
        if self._alone:
            path = self._one.paths[0].statement
            said = [say_origins(path.origins, path.independent_origins)]
        if "carrier " in self._boxes or copies:
            said.append("dashed: not told, inferred, or a copy")
        if speakers > 0 or articles > 0:
            left = ((speakers, "speaker"), (articles, "article"))
            said.append(f"not drawn: {', '.join(count(number, what) for number, what in left if number > 0)}")
        return " · ".join(said)

    def _told(self, copies: Sequence[Arrow]) -> tuple[str, ...]:
        title = {
            name: " ".join(filter(None, (box[0], f"({box[1]})" if box[1] else ""))) for name, box in self._boxes.items()
        }
        arrows = (f"{title[left]} → {title[right]}" for left, right in self._weights)
        return (*arrows, *(f"{title[each.right]} is a copy of {title[each.left]}" for each in copies))
