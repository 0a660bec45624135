"""The coverage in examples/ is as messy as it promises, and the gold beside it stands where it says."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator
from tests import example_site

ROOT = Path(__file__).parent.parent
COVERAGE = ROOT / "examples" / "coverage"
GOLD = ROOT / "tests" / "gold"
FOLDERS = {
    "examples.json": COVERAGE,
    "examples-encodings.json": COVERAGE,
    "holdout.json": GOLD / "holdout",
    "styles.json": GOLD / "styles",
    "unseen.json": GOLD / "unseen",
    "disputes.json": GOLD / "disputes",
    "fresh.json": GOLD / "fresh",
    "sealed.json": GOLD / "sealed",
    "talks.json": GOLD / "talks",
    "veiled.json": GOLD / "veiled",
}


def read(path: Path) -> str:
    content = path.read_bytes()
    return content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")


def load(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((GOLD / name).read_text(encoding="utf-8"))
    return gold


def texts_of(name: str) -> dict[str, str]:
    return {key: read(FOLDERS[name] / row["file"]) for key, row in load(name)["documents"].items()}


BYTES = {path.name: path.read_bytes() for path in COVERAGE.iterdir()}
TEXTS = {path.name: read(path) for path in COVERAGE.iterdir()}
ALL = "\n".join(TEXTS.values())


def holding(*words: str) -> int:
    """How many articles hold all of `words`."""
    return sum(all(word in text for word in words) for text in TEXTS.values())


def without_a_date() -> int:
    return sum(re.search(r"\b2031\b", text) is None for text in TEXTS.values())


def mostly_navigation() -> bool:
    text = TEXTS["The Brannick Courier - Castellane to Kaldavia.txt"]
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(len(line) < 60 for line in lines) > len(lines) / 2


MESSES: dict[str, Callable[[], bool]] = {
    "one agency's copy in three lengths": lambda: holding("Unity Press", "A river is not a gift") >= 3,
    "no date": lambda: without_a_date() >= 2,
    "cut off in mid-word": lambda: TEXTS["Oster_Morning_Post_marble_house_denies.txt"].endswith("the spokesm"),
    "half navigation": mostly_navigation,
    "related headlines with By X and 3h ago": lambda: bool(re.search(r"\nBy .+\n\d+h ago\n", ALL)),
    "share and sign-up lines": lambda: "Share this article" in ALL and "in your inbox" in ALL,
    "an advert": lambda: "\nADVERTISEMENT\n" in ALL,
    "a comment policy": lambda: "Comments are open for three days" in ALL,
    "an author's biography": lambda: "Her book on the copper towns" in ALL,
    "photo credits": lambda: "Photo: Courier archive" in ALL and "(Ana Brill/Unity Press)" in ALL,
    "previous and next": lambda: "« Previous:" in ALL and "Next article:" in ALL,
    "a cookie notice": lambda: "We use cookies" in ALL,
    "a dateline with the agency": lambda: "PORT OSTER, Kaldavia (Unity Press) —" in ALL,
    "an agency credit at the end": lambda: "Unity Press contributed to this report." in ALL,
    "UTF-16": lambda: any(content.startswith(b"\xff\xfe") for content in BYTES.values()),
    "Windows newlines": lambda: any(content.count(b"\r\n") > 10 for content in BYTES.values()),
    "Markdown": lambda: sum(name.endswith(".md") for name in TEXTS) >= 2,
    "guillemets": lambda: ",» said" in ALL,
    "straight quotes": lambda: '," ' in ALL,
    "a dialogue dash": lambda: "\n— And who wakes it?" in ALL,
    "a split quotation": lambda: bool(re.search(r",” \w+ said[^“”]*\. “", ALL)),
    "a nested quotation": lambda: bool(re.search(r"“[^”]*‘[^’]+’[^”]*”", ALL)),
    "a quotation over two paragraphs": lambda: bool(re.search(r"“[^”]*\n\n“", ALL)),
    "mixed speech": lambda: "denied that it amounted to a warning" in ALL and "was “resting, not dead.”" in ALL,
    "an anonymous source": lambda: "Two officials familiar with" in ALL,
    "told a broadcaster in an interview": lambda: "told Meridian Television in an interview" in ALL,
    "according to": lambda: "according to" in ALL,
    "as quoted by": lambda: "as quoted by Unity Press" in ALL,
    "two spellings of a name": lambda: "Sergiu Vantor" in ALL and "Serghiu Vantor" in ALL,
    "two people of one surname": lambda: holding("Mira Castellane", "Jory Castellane") >= 2,
    "a figure told two ways": lambda: "38 crowns a lorry" in ALL and "45 crowns for the trip" in ALL,
    "a figure rounded": lambda: "4.2 million crowns" in ALL and "Some four million crowns" in ALL,
    "a figure in another unit": lambda: "1,100 metres" in ALL and "3,600 feet" in ALL,
    "a day as weekday and as date": lambda: "open on Thursday" in ALL and "open in this city on 8 May" in ALL,
    "a place inside a place": lambda: "the Santeran city of Quenza" in ALL,
    "a position that moves": lambda: "agreed to suspend its tolls" in ALL and "will not lift the tolls" in ALL,
    "a denial of a reported statement": lambda: "denied that Kaldavia had offered to abolish" in ALL,
    "the same words on another day": lambda: "As I said on Tuesday, a river is not a gift" in ALL,
}


@pytest.mark.parametrize("mess", MESSES)
def test_each_kind_of_mess_is_in_the_coverage(mess: str) -> None:
    assert MESSES[mess]()


def test_there_are_at_least_twelve_articles_by_six_outlets_on_two_stories() -> None:
    rows = [
        *load("examples.json")["documents"].values(),
        *load("examples-encodings.json")["documents"].values(),
    ]
    assert {row["file"] for row in rows} == set(TEXTS)
    assert len(rows) >= 12
    assert len({row["outlet"] for row in rows}) >= 6
    assert len(load("examples.json")["stories"]) == 2


@pytest.mark.parametrize("name", FOLDERS)
def test_every_gold_span_stands_where_it_says(name: str) -> None:
    texts = texts_of(name)
    for row in load(name)["statements"]:
        found = [texts[row["doc"]][start:end] for start, end in row["content_spans"]]
        assert found == row["content"], row["id"]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_title_caption_and_furniture_line_of_the_gold_is_in_its_text(name: str) -> None:
    texts = texts_of(name)
    for key, row in load(name)["documents"].items():
        for words in [*row["boilerplate"], *row["caption"], *filter(None, [row["title"]])]:
            assert words in texts[key], f"{key}: {words}"


@pytest.mark.parametrize("name", FOLDERS)
def test_furniture_holds_nothing_that_the_gold_marks_as_said(name: str) -> None:
    gold = load(name)
    for row in gold["statements"]:
        said = " ".join(row["content"])
        assert not any(said in line or line in said for line in gold["documents"][row["doc"]]["boilerplate"]), said


@pytest.mark.parametrize("name", FOLDERS)
def test_the_gold_refers_only_to_statements_and_documents_it_has(name: str) -> None:
    gold = load(name)
    ids = {row["id"] for row in gold["statements"]}
    assert len(ids) == len(gold["statements"])
    groups = [*gold["utterances"].values(), *(row["statements"] for row in gold["positions"])]
    assert {one for group in groups for one in group} <= ids
    documents = {one for row in gold["events"] for one in row["documents"]}
    assert documents == set(gold["documents"])


@pytest.mark.parametrize(
    "name",
    [
        "examples.json",
        "holdout.json",
        "unseen.json",
        "disputes.json",
        "fresh.json",
        "sealed.json",
        "talks.json",
        "veiled.json",
    ],
)
def test_gold_scored_against_texts_is_of_files_that_the_scorer_reads_unchanged(name: str) -> None:
    for row in load(name)["documents"].values():
        path = FOLDERS[name] / row["file"]
        assert path.read_text(encoding="utf-8") == path.read_bytes().decode("utf-8")


def test_the_web_archive_is_what_its_script_makes() -> None:
    assert gzip.decompress(example_site.ARCHIVE.read_bytes()) == b"".join(example_site.records())


def test_the_web_archive_has_pages_among_what_a_crawler_fetches_with_them() -> None:
    with example_site.ARCHIVE.open("rb") as file:
        kinds = [(one.headers["WARC-Type"], one.headers.get("WARC-Target-URI") or "") for one in ArchiveIterator(file)]
    assert {kind for kind, _ in kinds} == {"warcinfo", "request", "response", "revisit"}
    assert {example_site.HERALD, example_site.SIGNALBOX} <= {url for _, url in kinds}


def test_the_feed_lists_the_pages_that_lie_beside_it() -> None:
    feed = ROOT / "examples" / "feed"
    links = re.findall(r'<link [^>]*href="([^"]+)"', (feed / "evening-post.atom").read_text(encoding="utf-8"))
    assert sorted(links) == sorted(path.name for path in feed.glob("*.html"))
