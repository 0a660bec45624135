"""Which attributions report one statement: twins, keys, pairs, clusters. Doubt is kept as a link and never merged.

Attributions that nothing tells apart are joined first, and one of them stands for all where pairs are compared. A pair
is compared once: under the first of the keys that it shares, that of the fewest rows.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import TypeAlias

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Member, bound_clusters, decided, in_cluster, split
from onrecord.link.crowding import Crowds
from onrecord.link.doubts import surest_doubts
from onrecord.link.grouped import Grouped
from onrecord.link.judged import NOTHING_JUDGED
from onrecord.link.names import Judgement
from onrecord.link.rows import Said, Versions, only
from onrecord.link.sayings import Voiced, compare_voiced, voiced, worth_comparing
from onrecord.link.twins import Twins, join_twins
from onrecord.link.versions import statement_of
from onrecord.link.wording import Wording
from onrecord.records import Link, Verdict
from onrecord.records.packing import compact
from onrecord.text.meanings import meanings

WINDOW = 60  # rows of one key, in the order of days, that each is compared with
NEAR_DOUBTS = 8  # of one row among its neighbours under one key, the surest
SHINGLE = 5  # words of a verbatim key
ONE_IN = 4  # of the shingles are keys, the same ones of every text
REPORTED_KEYS, QUOTED_KEYS = 6, 12  # stems: a report tells early what it is about, a quotation anywhere
KEYS = 16  # of an attribution, about
ENOUGH = 300  # rows met under an attribution's rarest keys, after which it isn't looked for under commoner ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Capped:
    """A key under which so many rows met that each was compared with its neighbours only."""

    key: str
    rows: int


StatementRow: TypeAlias = Link | Versions | Capped


def link_statements(
    engine: Engine, said: Kept[Said], kept: ExitStack, judged: Grouped = NOTHING_JUDGED.statements
) -> Iterator[StatementRow]:
    """The keys that were capped, the links that tell something, then every statement with its versions.

    Told are the positive links, the negative ones that keep two apart which others would join, and of the unsure ones
    those that `surest_doubts` leaves: a pair that is in two statements anyway is not worth a row. What people judged
    holds wherever the rules say otherwise, and is told. No other report stands for one that was judged.
    """
    twins = Twins(type="attribution", judge=_with_itself)
    alike = join_twins(engine, twins, (voiced(row) for row in said if not judged.has(row.attribution.id)))
    told_apart = (voiced(row) for row in said if judged.has(row.attribution.id))
    singles: Kept[Voiced] = kept.enter_context(Kept())
    by_rules: Kept[Link] = kept.enter_context(Kept())
    for row in chain(alike, told_apart):
        if isinstance(row, Link):
            by_rules.add(row)
        else:
            singles.add(row)
    crowds = Crowds.of((key for row in singles for key in statement_keys(row)), KEYS * len(singles))
    for found in engine.gather(_by_key, compare_key, (keyed(row, crowds) for row in singles)):
        if isinstance(found, Capped):
            yield found
        else:
            by_rules.add(found)
    links = kept.enter_context(Kept(judged.links(by_rules, lambda: judged.of_two(by_rules)))) if judged else by_rules
    nodes = judged.nodes(row.attribution.id for row in said)
    bound = kept.enter_context(Kept(bound_clusters(engine, nodes, lambda: decided(judged.between_nodes(links)), split)))
    yield from (link for link in links if link.verdict is Verdict.POSITIVE)
    yield from judged.keeping_apart(links, only(Link, bound))
    yield from surest_doubts(engine, links, judged.members(only(Member, bound)))
    met: Iterable[Member | Said] = chain(judged.members(only(Member, bound)), said)
    placed = engine.gather(_by_attribution, in_cluster, met)
    yield from engine.gather(_by_statement, _versions, placed)


def _with_itself(row: Voiced) -> Judgement | None:
    """What comparing two such attributions comes to."""
    return compare_voiced(row, row, frozenset(row.wording.stems))


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An attribution with the keys under which it is compared, the first that two share before all others."""

    row: Voiced
    keys: tuple[str, ...]


def keyed(row: Voiced, crowds: Crowds) -> Keyed:
    """The attribution with its keys, those of the fewest rows first.

    So a pair is left to a crowd, where its two may be too far apart to be compared, only if it shares nothing rarer.
    """
    return Keyed(row=row, keys=crowds.shared(statement_keys(row), ENOUGH))


def statement_keys(row: Voiced) -> set[str]:
    """Speaker and stem, for versions in other words; runs of words, for quotations in the same ones."""
    found = row.wording
    stems = found.stems[: QUOTED_KEYS if found.direct else REPORTED_KEYS]
    quoted = (stem for fragment in found.fragments for word in fragment for stem in meanings(word))
    # A body and who speaks for it meet under the body's name.
    voices = {voice for voice in (row.actor, row.body, row.speaks_for, "" if row.person else row.name) if voice}
    keys = {f"{voice}\x1f{stem}" for stem in {*stems, *quoted} for voice in voices}
    return keys | verbatim_keys(found) if found.direct else keys


def verbatim_keys(found: Wording) -> set[str]:
    """Runs of its words, by which copies of a quotation meet."""
    return {f"words\x1f{shingle}" for shingle in _shingles(found.words)}


def _shingles(plain: tuple[str, ...]) -> set[str]:
    """One in four of the runs of five words, chosen by their own hash, so that copies choose alike."""
    runs = (" ".join(plain[at : at + SHINGLE]) for at in range(len(plain) - SHINGLE + 1))
    hashes = {blake2b(run.encode(), digest_size=8).hexdigest() for run in runs}
    chosen = {each for each in hashes if int(each, 16) % ONE_IN == 0}
    return chosen or set(sorted(hashes)[:1])


def _by_key(keyed: Keyed) -> Iterator[tuple[str, str]]:
    """Under each key in the order of days, then of words: what is alike is near."""
    row = keyed.row
    order = f"{row.said_on or row.published or ''}\x1f{' '.join(row.wording.words[:12])}\x1f{row.id}"
    yield from ((key, order) for key in keyed.keys)


@dataclass(frozen=True, slots=True)
class _Near:
    """An attribution among its neighbours under a key, with the keys that go before it."""

    row: Voiced
    stems: frozenset[str]
    before: frozenset[str]


def compare_key(key: str, rows: Iterator[Keyed]) -> Iterator[Link | Capped]:
    """The links among the attributions of one key; in a crowd, each is compared with its neighbours in time.

    A pair that shares a key which goes before this one is left to that; of the doubts about an attribution only the
    surest few are links.
    """
    window: deque[_Near] = deque(maxlen=WINDOW)
    count = 0
    for each in rows:
        before = frozenset(each.keys[: each.keys.index(key)])
        near = _Near(each.row, frozenset(each.row.wording.stems), before)
        links = [link for other in window if (link := _compared(other, near))]
        yield from (link for link in links if link.verdict is not Verdict.UNSURE)
        doubts = (link for link in links if link.verdict is Verdict.UNSURE)
        yield from heapq.nsmallest(NEAR_DOUBTS, doubts, key=lambda link: (-link.score, link.left, link.right))
        window.append(near)
        count += 1
    if count > WINDOW:
        yield Capped(key=key, rows=count)


def _compared(left: _Near, right: _Near) -> Link | None:
    """The link between two attributions, if this is the key to compare them under and anything speaks for it."""
    shared = left.stems & right.stems
    if not worth_comparing(left.row.wording, right.row.wording, len(shared)):
        return None
    if not left.before.isdisjoint(right.before):
        return None
    judged = compare_voiced(left.row, right.row, shared)
    return judged.link("attribution", left.row.id, right.row.id) if judged else None


def _by_attribution(row: Member | Said) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.attribution.id, "1")


def _by_statement(placed: tuple[str, Said]) -> Iterator[tuple[str, str]]:
    cluster, row = placed
    yield cluster, row.attribution.id


def _versions(cluster: str, rows: Iterator[tuple[str, Said]]) -> Iterator[Versions]:
    said = tuple(row for _, row in rows)
    yield Versions(statement=statement_of(cluster, said), said=said)
