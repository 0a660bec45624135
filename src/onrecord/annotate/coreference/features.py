"""What speaks for and against one person as the referent of a pronoun, each feature with a name and a weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.annotate.coreference.places import OUTSIDE
from onrecord.annotate.coreference.references import Reference, Sort, Standing

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "in the same sentence": 0.5,
        "in the sentence before": 0.5,
        "two sentences before": -0.1,
        "three to five sentences before": -0.2,
        "further back": -1.2,
        "the subject of its own sentence": 0.5,
        "the subject of the sentence before": 0.8,
        "the subject there": 0.2,
        "opens the sentence there": 0.5,
        "after a preposition there": -0.2,
        "an owner there": -0.2,
        "says so itself": 1.2,
        "goes on with who": 1.0,
        "joined by and": 1.7,
        "by a pronoun there": 0.5,
        "the nearest before": 0.5,
        "another is the subject since": -1.2,
        "the last speaker": 0.5,
        "spoke in the sentence before": 0.4,
        "speaks on": 0.8,
        "often named": 1.3,
        "inside another quotation": -0.5,
        "in the same quotation": 0.2,
        "its gender is told": 1.1,
        "called so before": 0.7,
        "nothing tells that it is a person": -1.5,
        "only a full name tells that it is a person": -0.5,
        "in another paragraph": -0.8,
        "in the same place of the clause": 0.4,
        "not named": -1.0,
        "only in what was said": -1.2,
        "named behind": 0.8,
    }
)


MANY = 10  # references from which a person counts fully as often named


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What holds for all candidates of one reference."""

    here: Reference
    nearest: int | None
    subjects: frozenset[int]  # the last subject before, several where joined
    subject_start: int
    joined: int | None  # whom "and" joins to the reference
    speaking: int | None  # the referent who spoke last
    spoke_just_before: bool  # in this or the last sentence


def features_of(scene: Scene, referent: int, trace: Sequence[Reference], known: tuple[str, ...]) -> dict[str, float]:
    """The features of a candidate, by name; `trace` is where it stood, `known` what holds of it wherever it stands."""
    before = [each for each in trace if each.span.start < scene.here.span.start]
    found = dict.fromkeys(known, 1.0)
    if len(before) < len(trace):
        found["named behind"] = 1.0
    return found | (_where(scene, referent, before) if before else {})


def _where(scene: Scene, referent: int, before: list[Reference]) -> dict[str, float]:
    """The features that tell where the referent stood before, its latest reference first."""
    here, latest = scene.here, before[0]
    apart = here.sentence - latest.sentence
    found = {_distance(apart): 1.0}
    there = [each for each in before if each.sentence == latest.sentence]
    heard = [each for each in there if each.quotation in {OUTSIDE, here.quotation}]
    standings = {each.standing for each in heard}
    subject = Standing.SUBJECT in standings
    flags = {
        "the subject of its own sentence": subject and apart == 0,
        "the subject of the sentence before": subject and apart == 1,
        "the subject there": subject and apart > 1,
        "opens the sentence there": any(each.opens for each in there),
        "after a preposition there": standings == {Standing.OBLIQUE},
        "an owner there": standings == {Standing.OWNER},
        "says so itself": apart == 0 and any(each.says for each in heard),
        "goes on with who": apart == 0 and latest.goes_on,
        "joined by and": referent == scene.joined,
        "by a pronoun there": latest.sort is Sort.PRONOUN,
        "the nearest before": referent == scene.nearest,
        "another is the subject since": referent not in scene.subjects and scene.subject_start > latest.span.start,
        "the last speaker": referent == scene.speaking,
        "spoke in the sentence before": referent == scene.speaking and scene.spoke_just_before,
        "speaks on": referent == scene.speaking and scene.spoke_just_before and here.says,
        "inside another quotation": latest.quotation not in {OUTSIDE, here.quotation},
        "in the same quotation": here.quotation != OUTSIDE and latest.quotation == here.quotation,
        "in another paragraph": latest.paragraph != here.paragraph,
        "in the same place of the clause": here.standing in standings,
        "not named": referent < 0,
    }
    found |= {name: 1.0 for name, holds in flags.items() if holds}
    found["often named"] = min(len(before), MANY) / MANY
    return found


def _distance(sentences: int) -> str:
    if sentences <= 0:
        return "in the same sentence"
    if sentences == 1:
        return "in the sentence before"
    if sentences == 2:
        return "two sentences before"
    return "three to five sentences before" if sentences <= 5 else "further back"


def score_of(features: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """The sum of the weights of what holds."""
    return sum(weights[name] * value for name, value in features.items())
