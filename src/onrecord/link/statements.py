"""Which attributions report one statement: keys, comparison, decision. Doubt is kept as a link and never merged."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import TypeAlias

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Member, bound_clusters
from onrecord.link.days import apart
from onrecord.link.entities import link_keys, surest
from onrecord.link.names import Judgement
from onrecord.link.rows import Said, Versions, only
from onrecord.link.versions import statement_of
from onrecord.link.wording import Wording, heads_meet, same_quotation, shared_fragment, wording
from onrecord.records import Link, Verdict
from onrecord.text.stems import content_stems

WINDOW = 60  # rows of one key, in the order of days, that each is compared with
SHINGLE = 5  # words of a verbatim key
ONE_IN = 4  # of the shingles are keys, the same ones of every text
LONG = 8  # words that two people hardly say alike
NEWS_DAYS = 14  # articles further apart seldom report one saying without its day
REPORTED_KEYS, QUOTED_KEYS = 6, 12  # stems: a report tells early what it is about, a quotation anywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Capped:
    """A key under which so many rows met that each was compared with its neighbours only."""

    key: str
    rows: int


StatementRow: TypeAlias = Link | Versions | Capped


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """What is compared of an attribution: who spoke, when, and in what words."""

    id: str
    actor: str | None
    name: str
    speaks_for: str
    person: bool
    anonymous: bool
    said_on: str | None
    published: str | None
    wording: Wording


def voiced(row: Said) -> Voiced:
    """What is compared of an attribution."""
    attribution = row.attribution
    return Voiced(
        id=attribution.id,
        actor=row.actor,
        name=row.name,
        speaks_for=row.speaks_for if row.person else "",
        person=row.person,
        anonymous=attribution.anonymous,
        said_on=attribution.said_on,
        published=row.published,
        wording=wording(attribution),
    )


def link_statements(engine: Engine, said: Kept[Said], kept: ExitStack) -> Iterator[StatementRow]:
    """The links among attributions, the keys that were capped, then every statement with its versions."""
    rows = (voiced(row) for row in said)
    found: Kept[Link | Capped] = kept.enter_context(Kept(engine.gather(statement_keys, compare_key, rows)))
    yield from only(Capped, found)
    links = kept.enter_context(Kept(engine.gather(link_keys, surest, only(Link, found))))
    yield from links
    members = bound_clusters(engine, (row.attribution.id for row in said), lambda: links)
    met: Iterable[Member | Said] = chain(members, said)
    placed = engine.gather(_by_attribution, _place, met)
    yield from engine.gather(_by_statement, _versions, placed)


def statement_keys(row: Voiced) -> Iterator[tuple[str, str]]:
    """Speaker and stem, for versions in other words; runs of words, for quotations in the same ones."""
    found = row.wording
    order = f"{row.said_on or row.published or ''}\x1f{' '.join(found.words[:12])}\x1f{row.id}"
    stems = found.stems[: QUOTED_KEYS if found.direct else REPORTED_KEYS]
    quoted = (stem for fragment in found.fragments for stem in content_stems(" ".join(fragment)))
    # A body and who speaks for it meet under the body's name.
    voices = {voice for voice in (row.actor, row.speaks_for, "" if row.person else row.name) if voice}
    for stem in sorted({*stems, *quoted}):
        yield from ((f"{voice}\x1f{stem}", order) for voice in sorted(voices))
    if found.direct:
        yield from ((f"words\x1f{shingle}", order) for shingle in sorted(_shingles(found.words)))


def _shingles(plain: tuple[str, ...]) -> set[str]:
    """One in four of the runs of five words, chosen by their own hash, so that copies choose alike."""
    runs = (" ".join(plain[at : at + SHINGLE]) for at in range(len(plain) - SHINGLE + 1))
    hashes = {blake2b(run.encode(), digest_size=8).hexdigest() for run in runs}
    chosen = {each for each in hashes if int(each, 16) % ONE_IN == 0}
    return chosen or set(sorted(hashes)[:1])


def compare_key(key: str, rows: Iterator[Voiced]) -> Iterator[Link | Capped]:
    """The links among the attributions of one key; in a crowd, each is compared with its neighbours in time."""
    window: deque[tuple[Voiced, frozenset[str]]] = deque(maxlen=WINDOW)
    count = 0
    for row in rows:
        stems = frozenset(row.wording.stems)
        for other, other_stems in window:
            shared = other_stems & stems
            if not _worth_comparing(other.wording, row.wording, len(shared)):
                continue
            judged = _compare(other, row, shared)
            if judged:
                yield _link(other, row, judged)
        window.append((row, stems))
        count += 1
    if count > WINDOW:
        yield Capped(key=key, rows=count)


def _worth_comparing(one: Wording, other: Wording, shared: int) -> bool:
    """Whether so many shared stems, or a quotation within the reporter's words, can come to anything at all."""
    fewest = min(len(one.stems), len(other.stems))
    least = 0.3 if one.direct and other.direct else 0.5
    return shared >= least * fewest or bool(one.fragments or other.fragments)


def _link(left: Voiced, right: Voiced, judged: Judgement) -> Link:
    first, second = sorted((left.id, right.id))
    return Link(
        type="attribution",
        left=first,
        right=second,
        verdict=judged.verdict,
        score=round(judged.score, 4),
        reasons=judged.reasons,
    )


def compare(left: Said, right: Said) -> Judgement | None:
    """Whether two attributions report one statement; None where nothing speaks for it."""
    one, other = voiced(left), voiced(right)
    return _compare(one, other, frozenset(one.wording.stems) & frozenset(other.wording.stems))


def _compare(left: Voiced, right: Voiced, shared: frozenset[str]) -> Judgement | None:
    one, other = left.wording, right.wording
    alike = _alike(one, other, shared)
    if alike is None:
        return None
    voices = _voices(left, right)
    if voices.verdict is Verdict.NEGATIVE:
        return _negative(alike, *voices.reasons)
    days = _days(left, right, alike)
    if days.verdict is Verdict.NEGATIVE:
        return _negative(alike, *days.reasons)
    if one.denies != other.denies and not alike.verbatim:
        return _negative(alike, "one denies what the other says")
    return _decided(alike, voices, days)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alike:
    """How the words of two attributions agree."""

    verbatim: int = 0  # words of the shorter, all of which stand in the other
    fragment: tuple[str, ...] = ()
    shared: frozenset[str] = frozenset()
    share: float = 0.0  # of the stems of the one that has fewer
    many: bool = False  # both have many stems
    numbers_clash: bool = False
    both_direct: bool = False
    heads_meet: bool = True

    @property
    def score(self) -> float:
        """From 0 to 1, the more the surer."""
        if self.verbatim:
            return min(1.0, 0.7 + 0.04 * self.verbatim)
        return max(0.8 if self.fragment else 0.0, round(0.9 * self.share, 4))

    @property
    def reasons(self) -> tuple[str, ...]:
        """In words, what agrees."""
        if self.verbatim:
            return (f"the same {self.verbatim} words quoted" if self.verbatim > 1 else "the same word quoted",)
        found = []
        if self.fragment:
            found.append(f"both quote “{' '.join(self.fragment)}”")
        if self.shared:
            found.append(f"{len(self.shared)} content words shared, {self.share:.0%} of the shorter")
        return tuple(found)


def _alike(one: Wording, other: Wording, shared: frozenset[str]) -> _Alike | None:
    """How the words agree, or None where they do not."""
    fewest = min(len(one.stems), len(other.stems))
    share = len(shared) / fewest if fewest else 0.0
    both_direct = one.direct and other.direct
    weak = len(shared) < 2 or share < 0.5
    if weak and both_direct and share < 0.3:
        return None
    verbatim = same_quotation(one, other) if both_direct else 0
    fragment = () if both_direct or not (one.fragments or other.fragments) else shared_fragment(one, other)
    if weak and not verbatim and not fragment:
        return None
    return _Alike(
        verbatim=verbatim,
        fragment=fragment,
        shared=shared,
        share=share,
        many=fewest > 7,
        numbers_clash=bool(one.numbers and other.numbers and not set(one.numbers) & set(other.numbers)),
        both_direct=both_direct,
        heads_meet=heads_meet(one, other),
    )


def _voices(left: Voiced, right: Voiced) -> Judgement:
    """Whether the two speakers can be one voice: one actor, a body and its spokesman, or one of them unknown."""
    if left.actor and left.actor == right.actor:
        return Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("one speaker",))
    if not left.actor or not right.actor or left.anonymous or right.anonymous:
        return Judgement(verdict=Verdict.UNSURE, score=0.5, reasons=("a speaker is not known",))
    for person, body in ((left, right), (right, left)):
        if person.person and person.speaks_for and not body.person and person.speaks_for == body.name:
            return Judgement(verdict=Verdict.POSITIVE, score=0.8, reasons=("a body and who speaks for it",))
    return Judgement(verdict=Verdict.NEGATIVE, score=1.0, reasons=("different speakers",))


def _days(left: Voiced, right: Voiced, alike: _Alike) -> Judgement:
    """Whether the two can have been said on one day."""
    said = apart(left.said_on, right.said_on)
    if said:
        return Judgement(verdict=Verdict.NEGATIVE, score=1.0, reasons=("said on different days",))
    if said == 0:
        return Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("said on one day",))
    for dated, other in ((left, right), (right, left)):
        if _came_out_before(other, dated.said_on):
            return Judgement(verdict=Verdict.NEGATIVE, score=0.9, reasons=("one came out before the other was said",))
    out = apart(left.published, right.published)
    if out is not None and out > NEWS_DAYS and alike.verbatim < LONG:
        return Judgement(verdict=Verdict.NEGATIVE, score=0.7, reasons=("reported weeks apart",))
    return Judgement(verdict=Verdict.UNSURE, score=0.7, reasons=("a day is not known",))


def _came_out_before(row: Voiced, said_on: str | None) -> bool:
    gap = apart(row.published, said_on)
    return bool(gap) and row.published is not None and said_on is not None and row.published < said_on


def _negative(alike: _Alike, *reasons: str) -> Judgement | None:
    """A negative worth keeping: of a pair that looks alike."""
    if not alike.verbatim and alike.share < 0.6 and not alike.fragment:
        return None
    return Judgement(verdict=Verdict.NEGATIVE, score=alike.score, reasons=(*alike.reasons, *reasons))


def _decided(alike: _Alike, voices: Judgement, days: Judgement) -> Judgement:
    reasons = (*alike.reasons, *voices.reasons, *days.reasons)
    sure = _enough(alike, day_known=days.verdict is Verdict.POSITIVE)
    if voices.verdict is Verdict.UNSURE:
        sure = alike.verbatim >= LONG
    elif voices.score < 1.0:  # a body and its spokesman
        sure = sure and (alike.verbatim > 0 or bool(alike.fragment) or len(alike.shared) >= 5)
    if alike.numbers_clash and not alike.verbatim:
        sure, reasons = False, (*reasons, "different figures")
    verdict = Verdict.POSITIVE if sure else Verdict.UNSURE
    return Judgement(verdict=verdict, score=alike.score, reasons=reasons)


def _enough(alike: _Alike, *, day_known: bool) -> bool:
    """Whether one speaker's words agree so far that they are one statement."""
    shared = len(alike.shared)
    if alike.verbatim:
        return alike.verbatim >= 4 or (day_known and (alike.verbatim >= 2 or shared >= 1))
    if alike.fragment:
        return len(alike.fragment) >= 3 or day_known or shared >= 2
    if alike.both_direct:
        return False  # two quotations in different words are two sentences
    if (alike.many and shared < 5) or not alike.heads_meet:
        return False
    if (shared >= 3 and alike.share >= 0.7) or (shared >= 8 and alike.share >= 0.5):
        return True
    return day_known and shared >= 4 and alike.share >= 0.55


def _by_attribution(row: Member | Said) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.attribution.id, "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    cluster: str
    row: Said


def _place(_id: str, rows: Iterator[Member | Said]) -> Iterator[_Placed]:
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        else:
            yield _Placed(cluster=cluster, row=row)


def _by_statement(placed: _Placed) -> Iterator[tuple[str, str]]:
    yield placed.cluster, placed.row.attribution.id


def _versions(cluster: str, rows: Iterator[_Placed]) -> Iterator[Versions]:
    said = tuple(placed.row for placed in rows)
    yield Versions(statement=statement_of(cluster, said), said=said)
