"""What people judged: each decision in a sentence, by whom, when, why, and what of it still holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.link import Articles, Standing, settle
from onrecord.pages.citations import short_names
from onrecord.pages.counting import count, listed
from onrecord.pages.days import say_day
from onrecord.pages.layout import Document, Item, Line, Part, Section, command, doubt, faint, line, strong
from onrecord.pages.leaves import Leaf, leaf_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.wording import cut
from onrecord.records import Actor, Decision, Judgement, Subject, Verdict
from onrecord.records.errors import InputError
from onrecord.records.judgements import COLUMNS, table_rows
from onrecord.store import View

WORDS = 60  # characters of what was said, in a sentence about it
QUOTES = '“”" ,'
ON_A_PAGE = 40
REPLACING = frozenset({Decision.RENAME, Decision.AFFILIATE, Decision.IDENTIFY})  # of which the latest holds
FILES = 3  # articles that a sentence names


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementLine:
    """A judgement in a sentence. `overridden_by` are the numbers of later ones that say otherwise.

    `actors` and `statements` are ids of those that it speaks of, as they are now: one of each of its sides.
    """

    number: int
    judgement: str
    decision: Decision
    verdict: Verdict
    says: str
    made: str
    by: str
    why: str
    overridden_by: tuple[int, ...]
    missing: int
    actors: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementsPage:
    """The judgements of a record or a leaf of them, the earliest first; `judgements` are the same in full."""

    record: str
    lines: tuple[JudgementLine, ...]
    judgements: tuple[Judgement, ...]
    leaf: Leaf | None = None

    def lay_out(self) -> Document:
        """The page as a document."""
        title = count(len(self.lines), "judgement") if self.lines else "Nothing was judged in this record"
        undo = line(faint("To take one back: "), command(f"onrecord undo {self.record} NUMBER"))
        sections = (Section(heading="", items=tuple(map(lay_out_judgement, self.lines)), after=undo),)
        return Document(title="Judgements", parts=(Part(title=title, sections=sections if self.lines else ()),))

    def table(self) -> Iterator[tuple[str, ...]]:
        """The judgements as rows, with a head: what `--import` takes."""
        yield COLUMNS
        yield from table_rows(self.judgements)


def judgements_page(view: View, record: str) -> JudgementsPage:
    """What people judged in the record."""
    judgements = view.judgements()
    return JudgementsPage(record=record, lines=judgement_lines(view, standings(view)), judgements=judgements)


def judgements_leaf(view: View, number: int = 1) -> JudgementsPage:
    """What of them stands on the page of that number."""
    every = standings(view)
    leaf = leaf_of(len(every), number, ON_A_PAGE)
    some = every[(leaf.number - 1) * ON_A_PAGE : leaf.number * ON_A_PAGE]
    return JudgementsPage(
        record="", lines=judgement_lines(view, some), judgements=tuple(one.judgement for one in some), leaf=leaf
    )


def standings(view: View) -> tuple[Standing, ...]:
    """The judgements with what of them holds."""
    articles = Articles(view.entities, view.attributions, lambda one: view.successor(one) or one)
    return settle(view.judgements(), articles).standings


def judgement_lines(view: View, some: Iterable[Standing]) -> tuple[JudgementLine, ...]:
    """The judgements, each in a sentence."""
    told = tuple(some)
    places = {each.article: _place(view, each.article) for one in told for side in one.judgement.sides for each in side}
    short = short_names(places.values())
    files = {article: short[place] for article, place in places.items()}
    names = _called(view, told)
    return tuple(
        JudgementLine(
            number=one.number,
            judgement=one.judgement.id,
            decision=one.judgement.decision,
            verdict=one.judgement.verdict,
            says=_say(one.judgement, files),
            made=one.judgement.made,
            by=one.judgement.by,
            why=one.judgement.why,
            overridden_by=one.overridden_by or _replaced_by(view, one, told, names),
            missing=one.missing,
            actors=tuple(_present(one, view.actor_of)),
            statements=tuple(_present(one, view.statement_of)),
        )
        for one in told
    )


def judgements_of(view: View, articles: Collection[str], ids: Collection[str]) -> tuple[JudgementLine, ...]:
    """The judgements that refer to any of the ids, which stand in these articles."""
    near = (one for one in view.judgements() if any(each.article in articles for side in one.sides for each in side))
    if next(near, None) is None:  # settling all that was judged takes its time
        return ()
    return judgement_lines(view, (one for one in standings(view) if not one.ids.isdisjoint(ids)))


def _present(one: Standing, find: Callable[[str], str | None]) -> Iterator[str]:
    """What the first of each side is now, each once."""
    found = {name: None for side in one.sides for each in side[:1] if (name := find(each))}
    yield from found


def lay_out_judgement(one: JudgementLine) -> Item:
    """The judgement as an item: what it says, then by whom, when and why, then what of it does not hold."""
    by = f"by {one.by}, " if one.by else ""
    details: list[Line] = [
        line(faint(f"{one.decision}, {by}{say_day(one.made[:10])}"), f": {one.why}" if one.why else "")
    ]
    if one.overridden_by:
        numbers = listed([str(number) for number in one.overridden_by])
        otherwise = "says otherwise" if len(one.overridden_by) == 1 else "say otherwise"
        details.append(line(doubt(f"does not hold where {numbers}, judged later, {otherwise}")))
    if one.missing:
        details.append(line(doubt(f"{count(one.missing, 'place')} that it refers to cannot be found in this record")))
    return Item(lead=line(strong(f"{one.number} "), one.says), details=tuple(details))


def _place(view: View, article: str) -> str:
    try:
        return view.location(article)
    except InputError:  # a judgement of an article that this record does not have
        return article


def _called(view: View, told: Sequence[Standing]) -> dict[int, str | None]:
    """The present name, affiliation or Wikidata id of the actor that most of a judgement's entities are."""
    shelf = Shelf(view)
    return {
        one.number: _value_now(one.judgement.decision, shelf.actor(_owner(view, one.sides[:1])))
        for one in told
        if one.judgement.decision in REPLACING
    }


def _owner(view: View, sides: Sequence[Sequence[str]]) -> str | None:
    owners = Counter(owner for side in sides for each in side if (owner := view.actor_of(each)))
    return min(owners, key=lambda owner: (-owners[owner], owner)) if owners else None


def _value_now(decision: Decision, actor: Actor | None) -> str | None:
    if actor is None:
        return ""
    return {Decision.RENAME: actor.name, Decision.AFFILIATE: actor.affiliation, Decision.IDENTIFY: actor.wikidata}[
        decision
    ]


def _value(view: View, one: Standing) -> str | None:
    """What the judgement gives in the place of what was."""
    return _owner(view, one.sides[1:]) if one.judgement.decision is Decision.AFFILIATE else one.judgement.name


def _replaced_by(view: View, one: Standing, told: Sequence[Standing], now: dict[int, str | None]) -> tuple[int, ...]:
    """The later judgement that gave the same actor another name, affiliation or id."""
    if one.number not in now or now[one.number] == _value(view, one):
        return ()
    later = (
        each.number
        for each in told
        if each.number > one.number
        and each.judgement.decision is one.judgement.decision
        and _value(view, each) == now[one.number]
    )
    return tuple(list(later)[:1])


def _say(judgement: Judgement, files: dict[str, str]) -> str:
    sides = judgement.sides
    names = [side_name(side) for side in sides]
    if len(set(names)) < len(names):
        names = [f"{name} in {_side_files(side, files)}" for name, side in zip(names, sides, strict=True)]
    match judgement.decision:
        case Decision.MERGE:
            return f"{listed(names)} are one"
        case Decision.SPLIT if judgement.verdict is Verdict.UNSURE:
            return f"it can't be told whether {names[0]} is {names[-1]}"
        case Decision.SPLIT:
            return f"{names[0]} is not {names[-1]}"
        case Decision.RENAME:
            return f"{names[0]} is called {judgement.name}"
        case Decision.ROLE | Decision.AFFILIATE | Decision.IDENTIFY:
            return say_description(judgement, names[0], names[1] if len(names) > 1 else None)
        case _:
            return _say_of_reports(judgement, names, files)


def say_description(judgement: Judgement, name: str, body: str | None) -> str:
    """What is told of the actor of that name, who speaks for the body where that is what is told."""
    match judgement.decision:
        case Decision.ROLE:
            return f"{name} has the role “{judgement.name}”"
        case Decision.AFFILIATE:
            return f"{name} speaks for {body or 'nobody else'}"
    return f"{name} is {judgement.name or 'no entry'} in Wikidata"


def _say_of_reports(judgement: Judgement, names: Sequence[str], files: dict[str, str]) -> str:
    sides = judgement.sides
    match judgement.decision:
        case Decision.ASSIGN:
            said = _say_reports(sides[0], files)
            return f"{said} is of {names[1]}" if len(sides) > 1 else f"{said} is of nobody that can be told"
        case Decision.JOIN:
            return f"{listed([_say_reports(side, files) for side in sides])} are one statement"
    left, right = (_say_reports(side, files) for side in (sides[0], sides[-1]))
    if judgement.verdict is Verdict.UNSURE:
        return f"it can't be told whether {left} is the same statement as {right}"
    return f"{left} is not the same statement as {right}"


def _say_reports(side: Sequence[Subject], files: dict[str, str]) -> str:
    """The longest of the reports, where it stands, and how many more there are."""
    report = max(side, key=lambda each: (len(each.words), each))
    more = f" and {count(len(side) - 1, 'more report')}" if len(side) > 1 else ""
    return f"“{cut(report.words.strip(QUOTES), WORDS)}” ({files[report.article]}:{report.start}){more}"


def side_name(side: Sequence[Subject]) -> str:
    """The name that most of the side's articles have, one of several words where any has one."""
    usual = Counter(each.words for each in side)
    return min(usual, key=lambda name: (" " not in name, -usual[name], name)) if usual else "nobody"


def _side_files(side: Sequence[Subject], files: dict[str, str]) -> str:
    names = list(dict.fromkeys(files[each.article] for each in side))
    more = len(names) - FILES
    return listed([*names[:FILES], *([f"{more} more"] if more > 0 else [])])
