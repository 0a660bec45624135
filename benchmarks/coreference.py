"""Whom GUM's pronouns and descriptions of persons stand for, as the product tells it: right, abstained, wrong.

    python benchmarks/coreference.py [--part dev] [--genre news] [--misses] [--curve] [--folds 5] [--fit]

A pronoun is he or she in any form; a description is a definite phrase for one person whose head is a common noun. Both
count where their coreference group has a proper name before them. Right is an entity most of whose names are of that
group. The documents go through the product's own reading, with the rules as tagger.

The weights of `onrecord.annotate.coreference.features` were set by hand, looking at gum-train alone, then moved by
steps as long as that gained there (`--fit` prints such steps from the present ones). `--folds` reports on each fold of
gum-train what the steps give that were taken on the others. gum-dev is for reporting only.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.gum import BODY, HEADLINE, Document, Mention, read_documents

from onrecord.annotate import open_tagger
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.deciding import MARGIN
from onrecord.annotate.coreference.features import WEIGHTS
from onrecord.annotate.coreference.resolving import Coreference
from onrecord.annotate.entities import group_names
from onrecord.annotate.names import find_names
from onrecord.annotate.speakers import hear_speakers
from onrecord.records import Article, Segment, SegmentKind, Span, Tag
from onrecord.records.ids import content_id, sha256_of

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
GENRES = ("news", "interview")
# The genres of gum-train that the weights are fitted on: written or spoken about people who are not there.
FITTED = ("news", "interview", "bio", "court", "speech", "letter", "essay", "textbook", "academic", "podcast")
PRONOUNS = frozenset("he him his himself she her hers herself".split())
POINTS = frozenset("the this that his her its their my our your".split())
WRONG_COSTS = 2.0  # right answers that one wrong answer costs
STEP = 0.3


@dataclass(frozen=True, slots=True)
class Asked:
    """One mention that is asked for, with the gold group of each entity that could be answered."""

    mention: Mention
    is_pronoun: bool


@dataclass(slots=True)
class Case:
    """One document made ready: its article, tags and cast material do not depend on weights."""

    document: Document
    article: Article
    tags: tuple[Tag, ...]
    asked: list[Asked]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mention: the lead of the answer, and whether it is right."""

    case: Case
    asked: Asked
    lead: float
    answered: bool
    right: bool
    said: str


def article_of(document: Document) -> Article:
    """The document as the product would read it: heads are headlines where they open it, figures captions."""
    segments = []
    for number, (start, end, kind) in enumerate(document.paragraphs):
        if HEADLINE.match(kind):
            sort = SegmentKind.HEADLINE if number == 0 else SegmentKind.BODY
        else:
            sort = SegmentKind.BODY if BODY.match(kind) else SegmentKind.CAPTION
        segments.append(Segment(start=start, end=end, kind=sort))
    digest = sha256_of(document.text.encode())
    return Article(
        id=content_id("article", digest), sha256=digest, text=document.text, encoding="utf-8", segments=tuple(segments)
    )


def asked_of(document: Document) -> list[Asked]:
    """The pronouns and descriptions whose group a name has named before."""
    named: set[int] = set()
    found = []
    for mention in document.mentions:
        if len(mention.words) == 1 and mention.words[0].form.lower() in PRONOUNS:
            if mention.group in named:
                found.append(Asked(mention, is_pronoun=True))
        elif _is_description(mention) and mention.group in named:
            found.append(Asked(mention, is_pronoun=False))
        if mention.head.upos == "PROPN":
            named.add(mention.group)
    return found


def _is_description(mention: Mention) -> bool:
    if mention.kind != "person" or mention.head.xpos != "NN" or mention.link in {"appos", "pred"}:
        return False
    return mention.words[0].form.lower() in POINTS or any(word.xpos == "POS" for word in mention.words[:-1])


def make_ready(document: Document) -> Case:
    """The document tagged, with what is asked of it."""
    article = article_of(document)
    return Case(
        document=document, article=article, tags=open_tagger("rules").tag(article).tags, asked=asked_of(document)
    )


def hear(case: Case, weights: Mapping[str, float], margin: float) -> Coreference:
    """The coreference of the case's article once every source has its speaker."""
    names = find_names(case.article)
    groups, member = group_names(names)
    cast = Cast.of(case.article, names, groups, member)
    coreference = Coreference.of(cast, weights, margin)
    hear_speakers(coreference, case.tags)
    return coreference


def gold_groups(case: Case, coreference: Coreference) -> dict[int, int]:
    """The gold group that most names of each of the product's entities have."""
    votes: dict[int, Counter[int]] = {}
    exact = {(m.start, m.end): m.group for m in case.document.mentions}
    proper = [m for m in case.document.mentions if m.head.upos == "PROPN"]
    heads = {m.head.start: m.group for m in reversed(proper)}
    ends = {m.end: m.group for m in sorted(proper, key=lambda m: m.start)}  # the shortest that ends there
    for name in coreference.cast.names:
        group = coreference.cast.member.get(name.span.start)
        if group is None:
            continue
        gold = exact.get((name.span.start, name.span.end))
        inside = (heads[at] for at in range(name.span.start, name.span.end) if at in heads)
        gold = gold if gold is not None else next(inside, ends.get(name.span.end))
        if gold is not None:
            votes.setdefault(group, Counter())[gold] += 1
    return {group: max(count, key=lambda gold: (count[gold], -gold)) for group, count in votes.items()}


def outcomes(case: Case, weights: Mapping[str, float], margin: float) -> list[Outcome]:
    """What becomes of every mention that is asked for."""
    coreference = hear(case, weights, margin)
    gold = gold_groups(case, coreference)
    found = []
    for asked in case.asked:
        span = Span.of(case.article.text, asked.mention.start, asked.mention.end)
        answer = coreference.resolve(span)
        answered = answer.referent is not None and answer.referent >= 0
        right = answered and gold.get(answer.referent or 0) == asked.mention.group
        said = coreference.history.called(answer.referent) if answer.referent is not None else "—"
        said += "" if answered else " of " + " / ".join(coreference.history.called(each) for each in answer.rivals)
        found.append(Outcome(case, asked, answer.lead, answered, right, f"{said} {answer.reasons}"))
    return found


def summary(found: Iterable[Outcome]) -> str:
    """The counts and shares of right, abstained and wrong, pronouns and descriptions apart and together."""
    parts = []
    rows = list(found)
    for name, chosen in (
        ("pronouns", [row for row in rows if row.asked.is_pronoun]),
        ("descriptions", [row for row in rows if not row.asked.is_pronoun]),
        ("both", rows),
    ):
        total = len(chosen)
        right = sum(row.right for row in chosen)
        wrong = sum(row.answered and not row.right for row in chosen)
        share = (
            f"right {right / total:.3f} abstained {(total - right - wrong) / total:.3f} wrong {wrong / total:.3f}"
            if total
            else "-"
        )
        parts.append(f"{name} {total:4d}: {share}")
    return " | ".join(parts)


def gain(cases: Iterable[Case], weights: Mapping[str, float]) -> float:
    """Right answers less WRONG_COSTS times the wrong ones; the genres of interest count thrice."""
    total = 0.0
    for case in cases:
        worth = 3.0 if case.document.genre in GENRES else 1.0
        for row in outcomes(case, weights, MARGIN):
            total += worth * (row.right - WRONG_COSTS * (row.answered and not row.right))
    return total


def climb(cases: list[Case], passes: int = 1) -> dict[str, float]:
    """Weights from the product's by steps of STEP, one weight at a time, as long as the gain grows."""
    weights = dict(WEIGHTS)
    best = gain(cases, weights)
    for _ in range(passes):
        for name in WEIGHTS:
            for step in (STEP, -STEP):
                tried = weights | {name: round(weights[name] + step, 1)}
                reached = gain(cases, tried)
                if reached > best:
                    weights, best = tried, reached
                    break
    return weights


def by_folds(cases: list[Case], folds: int, margin: float) -> list[Outcome]:
    """What becomes of each case under weights that other cases gave, folds taken in the documents' order."""
    found = []
    for fold in range(folds):
        others = [case for at, case in enumerate(cases) if at % folds != fold and case.document.genre in FITTED]
        weights = climb(others)
        found += [row for at, case in enumerate(cases) if at % folds == fold for row in outcomes(case, weights, margin)]
    return found


def report(found: list[Outcome], genres: Iterable[str], title: str) -> None:
    """A line for each genre, one for all asked for together, and one for every genre."""
    chosen = list(genres)
    print(f"== {title}")
    for genre in sorted({row.case.document.genre for row in found}):
        print(f"{genre:12s}", summary(row for row in found if row.case.document.genre == genre))
    print(f"{'+'.join(chosen):12s}", summary(row for row in found if row.case.document.genre in chosen))
    print(f"{'all':12s}", summary(found))


def curve(found: list[Outcome]) -> None:
    """Precision against the share answered, as the margin rises; the history is that of a margin of 0."""
    total = max(1, len(found))
    for margin in (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0):
        kept = [row for row in found if row.answered and row.lead >= margin]
        right = sum(row.right for row in kept)
        shares = f"answered {len(kept) / total:.3f}, of these right {right / max(1, len(kept)):.3f}"
        print(f"margin {margin:4.2f}: {shares}, wrong of all {(len(kept) - right) / total:.3f}")


def misses(found: list[Outcome]) -> None:
    """Every mention not resolved right, in its place."""
    for row in found:
        if row.right:
            continue
        document, span = row.case.document, row.asked.mention
        before, behind = document.text[max(0, span.start - 160) : span.start], document.text[span.end : span.end + 40]
        shown = f"{before}[[{document.text[span.start : span.end]}]]{behind}".replace("\n", " ¶ ")
        named = next(m for m in document.mentions if m.group == span.group and m.head.upos == "PROPN")
        print("WRONG" if row.answered else "none ", document.id, shown)
        print(f"       want {document.text[named.start : named.end]!r}, got {row.said}, lead {row.lead:.2f}")


def main() -> None:
    """The figures stand on the terminal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("train", "dev"), action="append")
    parser.add_argument("--genre", action="append")
    parser.add_argument("--margin", type=float, default=MARGIN)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--fit", action="store_true", help="print weights fitted on all of gum-train")
    parser.add_argument("--folds", type=int, default=0, help="also report train by cross-validation")
    options = parser.parse_args()
    genres = options.genre or list(GENRES)
    for part in options.part or ("train", "dev"):
        path = DATA / f"gum-{part}.conllu.gz"
        if not path.exists():
            raise SystemExit(f"{path}: the corpus is not on this machine; nothing was measured")
        cases = [make_ready(document) for document in read_documents(path)]
        if options.fit and part == "train":
            fitted = [case for case in cases if case.document.genre in FITTED]
            for name, weight in climb(fitted).items():
                print(f'        "{name}": {weight},', "" if weight == WEIGHTS[name] else f"# {WEIGHTS[name]}")
            continue
        found = [row for case in cases for row in outcomes(case, WEIGHTS, options.margin)]
        report(found, genres, f"gum-{part}, the product's weights, margin {options.margin}")
        chosen = [row for row in found if row.case.document.genre in genres]
        if options.folds and part == "train":
            folded = by_folds(cases, options.folds, options.margin)
            report(folded, genres, f"gum-train, weights fitted on the other of {options.folds} folds")
        if options.curve:
            curve(outcomes_at_zero(cases, genres))
        if options.misses:
            misses(chosen)


def outcomes_at_zero(cases: list[Case], genres: list[str]) -> list[Outcome]:
    """The outcomes where the best is named however small its lead."""
    return [row for case in cases if case.document.genre in genres for row in outcomes(case, WEIGHTS, 0.0)]


if __name__ == "__main__":
    main()
