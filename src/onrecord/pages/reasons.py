"""Why the record takes names for one actor, words for theirs, and what people judged of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.pages.citations import Cited, Notebook, mark, short_names
from onrecord.pages.judgements import JudgementLine, judgements_of, lay_out_judgement
from onrecord.pages.layout import Item, Line, Section, faint, line, name
from onrecord.pages.shelf import Shelf
from onrecord.records import Actor, Attribution, Entity, Link, Span, Verdict

VERDICTS = {Verdict.POSITIVE: "taken for one", Verdict.NEGATIVE: "kept apart", Verdict.UNSURE: "not sure"}
MOST_NAMED = 60  # articles
FITS = {Verdict.POSITIVE: "this is", Verdict.NEGATIVE: "this is not", Verdict.UNSURE: "it is not sure whether this is"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two names were taken for one, or kept apart; each as its article has it, with the number of its place.

    `other` is the actor that the right name is, where it is another than the one that is asked of.
    """

    left: str
    left_file: str
    left_citation: int
    right: str
    right_file: str
    right_citation: int
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Why one report was given to this speaker."""

    citation: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Whether an entry of the file of authorities is the actor, and why."""

    wikidata: str
    name: str | None
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIn:
    """An article with a name that was taken for the actor's."""

    article: str
    file: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """All reasons of one actor: for its names, its words and its entry, and the judgements that bear on them.

    `named_in` are the first articles that name it, each with the name that is its own there.
    """

    names: tuple[Reason, ...] = ()
    words: tuple[Told, ...] = ()
    entries: tuple[Known, ...] = ()
    judgements: tuple[JudgementLine, ...] = ()
    named_in: tuple[NamedIn, ...] = ()


def reasons_of(
    actor: Actor, entities: Iterable[Entity], reports: Sequence[Attribution], shelf: Shelf, notebook: Notebook
) -> Reasons:
    """The reasons for these of the actor's names and for these reports of what it said."""
    view = shelf.view
    own = {one.id: one for one in entities}
    links = {(one.left, one.right): one for one in view.links_among("entity", tuple(own))}
    hubs = Counter(entity for pair in links for entity in pair if entity in own)
    oriented = [_oriented(link, own, hubs) for _, link in sorted(links.items())]
    met = own | {one.id: one for one in _others(oriented, own, shelf)}
    judged = set(own) | {one.id for one in reports}
    articles = {one.article for one in own.values()} | {one.article for one in reports}
    return Reasons(
        names=tuple(_reasons(oriented, actor, met, shelf, notebook)),
        words=tuple(Told(citation=notebook.cite_attribution(one), reasons=one.speaker_reasons) for one in reports),
        entries=tuple(
            Known(
                wikidata=one.left,
                name=entry.name if (entry := view.authority(one.left)) else None,
                verdict=one.verdict,
                score=one.score,
                reasons=one.reasons,
            )
            for one in view.links(type="authority", id=actor.id)
        ),
        judgements=judgements_of(view, articles, judged),
        named_in=_named_in(own.values(), shelf),
    )


def _named_in(own: Iterable[Entity], shelf: Shelf) -> tuple[NamedIn, ...]:
    """The articles with the actor's names, as many as a page can offer to choose from."""
    some = list(islice(own, MOST_NAMED))
    files = short_names(shelf.location(one.article) for one in some)
    return tuple(NamedIn(article=one.article, file=files[shelf.location(one.article)], name=one.name) for one in some)


Oriented = tuple[str, str, Link]


def _oriented(link: Link, own: Mapping[str, Entity], hubs: Mapping[str, int]) -> Oriented:
    """The link with the actor's own name first, of two such the one that is linked most."""
    pair = (link.left, link.right)
    left, right = sorted(pair, key=lambda entity: (entity not in own, -hubs.get(entity, 0), entity))
    return left, right, link


def _others(oriented: Iterable[Oriented], own: Mapping[str, Entity], shelf: Shelf) -> Iterator[Entity]:
    for _, right, _ in oriented:
        found = None if right in own else shelf.view.entity(right)
        if found:
            yield found


def _reasons(
    oriented: Iterable[Oriented],
    own: Actor,
    entities: Mapping[str, Entity],
    shelf: Shelf,
    notebook: Notebook,
) -> Iterator[Reason]:
    files = short_names(shelf.location(one.article) for one in entities.values())
    for left, right, link in oriented:
        one, other = entities[left], entities[right]
        actor = shelf.actor(shelf.view.actor_of(right))
        yield Reason(
            left=one.name,
            left_file=files[shelf.location(one.article)],
            left_citation=_cite(one, shelf, notebook),
            right=other.name,
            right_file=files[shelf.location(other.article)],
            right_citation=_cite(other, shelf, notebook),
            verdict=link.verdict,
            score=link.score,
            reasons=link.reasons,
            other=actor.name if actor and actor.id != own.id else None,
        )


def _cite(entity: Entity, shelf: Shelf, notebook: Notebook) -> int:
    """The number of the place where the article first has the name."""
    text = shelf.article(entity.article).text
    at = text.find(entity.name, entity.first_start)
    start = at if at >= 0 else entity.first_start
    return notebook.cite(entity.article, Span.of(text, start, min(start + len(entity.name), len(text))))


def lay_out_reasons(one: Reasons, cited: Cited) -> Iterator[Section]:
    """The reasons as sections; what has one reason stands on one line."""
    if one.entries:
        yield Section(heading="Who this is elsewhere", items=tuple(map(_say_entry, one.entries)))
    for heading, names in (
        ("Why these names are one", [each for each in one.names if each.other is None]),
        ("Names that may be theirs, or are not", [each for each in one.names if each.other is not None]),
    ):
        if names:
            yield Section(heading=heading, items=tuple(_say_names(names, cited)))
    if one.words:
        yield Section(heading="Why these words are theirs", items=tuple(_say_words(one.words, cited)))
    if one.judgements:
        yield Section(heading="What people judged of them", items=tuple(map(lay_out_judgement, one.judgements)))


def _say_entry(one: Known) -> Item:
    called = line(name(one.name), f" ({one.wikidata})") if one.name else line(one.wikidata)
    return Item(lead=line(f"{FITS[one.verdict]} ", called, f", score {one.score:.2f}: {'; '.join(one.reasons)}"))


def _say_names(names: Iterable[Reason], cited: Cited) -> Iterator[Item]:
    """The pairs, those of one name that have the same reasons together."""
    groups: dict[tuple[object, ...], list[Reason]] = {}
    for each in names:
        key = (each.left_citation, each.right, each.other, each.verdict, each.score, each.reasons)
        groups.setdefault(key, []).append(each)
    for together in groups.values():
        first = together[0]
        whose: Line = line(faint(" of "), name(first.other)) if first.other and first.other != first.right else ()
        lead = line(
            *(name(first.left), " ", mark([first.left_citation], cited), " and ", name(first.right), whose, " "),
            mark(sorted(each.right_citation for each in together), cited),
        )
        verdict = f"{VERDICTS[first.verdict]}, score {first.score:.2f}: {'; '.join(first.reasons)}"
        yield Item(lead=lead, details=(line(verdict),))


def _say_words(words: Iterable[Told], cited: Cited) -> Iterator[Item]:
    """The reports, those with the same reasons together."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for each in sorted(words, key=lambda each: each.citation):
        groups.setdefault(each.reasons, []).append(each.citation)
    for reasons, citations in groups.items():
        yield Item(lead=line("; ".join(reasons) or "no reason kept", " ", mark(citations, cited)))
