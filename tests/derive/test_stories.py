"""Of what several articles of a story tell differently, what is shown is so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.derive.notation import DAY, LEAD, differences_of, read_page

STORIES = Path(__file__).with_name("stories.txt")
PRECISION = 0.95
RECALL = {"made on": 0.6, "held": 0.5}


@dataclass(slots=True, kw_only=True)
class Topic:
    """What is to be shown of one thing, and the sentence of each article that tells it."""

    wanted: str
    told: dict[str, str] = field(default_factory=dict)


def stories() -> dict[str, list[Topic]]:
    """The topics of each story, in order."""
    found: dict[str, list[Topic]] = {}
    story = ""
    for row in STORIES.read_text(encoding="utf-8").splitlines():
        sign, _, told = row.partition(" ")
        match sign:
            case "##":
                story = told
            case "=":
                found.setdefault(story, []).append(Topic(wanted=told))
            case "A:" | "B:" | "C:" | "D:":
                found[story][-1].told[sign] = told
            case _:
                pass
    return found


def outcome(topics: list[Topic]) -> tuple[list[str], list[str], list[str]]:
    """The topics shown as wanted, those missed, and what is shown that is none."""
    articles: dict[str, list[str]] = defaultdict(list)
    for topic in topics:
        for letter, sentence in topic.told.items():
            articles[letter].append(sentence)
    readings = [
        read_page("\n\n".join(["News of the river", DAY, LEAD, *told, ""]).encode(), f"{letter}.txt")
        for letter, told in articles.items()
    ]
    texts = {each.article.id: each.article.text for each in readings}
    shown: set[str] = set()
    false: list[str] = []
    for each in differences_of(readings):
        if each.explained:
            continue
        sentences = [
            next((row for row in topic_rows(topics) if _has(texts[article], row, span.start)), "")
            for value in each.values
            for article, span in zip(value.articles, value.spans, strict=True)
        ]
        home = [topic for topic in topics if set(sentences) <= set(topic.told.values())]
        if home and home[0].wanted == each.kind:
            shown.add(home[0].told[min(home[0].told)])
        else:
            false.append(f"{each.kind}: {sentences}")
    wanted = [topic.told[min(topic.told)] for topic in topics if topic.wanted != "nothing"]
    return [one for one in wanted if one in shown], [one for one in wanted if one not in shown], false


def topic_rows(topics: list[Topic]) -> list[str]:
    """Every sentence of the topics."""
    return [row for topic in topics for row in topic.told.values()]


def _has(text: str, sentence: str, at: int) -> bool:
    start = text.find(sentence)
    return start >= 0 and start <= at < start + len(sentence)


@cache
def results(part: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What comes of all stories of a part."""
    shown, missed, false = [], [], []
    for name, topics in stories().items():
        if name.startswith(part):
            one = outcome(topics)
            shown += one[0]
            missed += one[1]
            false += one[2]
    return tuple(shown), tuple(missed), tuple(false)


def test_what_is_shown_of_a_story_is_a_difference() -> None:
    shown = sum(len(results(part)[0]) for part in RECALL)
    false = [each for part in RECALL for each in results(part)[2]]
    assert shown >= PRECISION * (shown + len(false)), "\n".join(false)


def test_most_differences_of_a_story_are_shown() -> None:
    for part, least in RECALL.items():
        shown, missed, _ = results(part)
        assert len(shown) >= least * (len(shown) + len(missed)), "\n".join(missed)
