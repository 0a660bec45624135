from __future__ import annotations

from pathlib import Path

import listparser
from lxml import etree
from tests.pages.exports.documents import whole

from onrecord.store import View, create, open_view


def outlines(view: View) -> etree._Element:
    return etree.fromstring(whole(view, "opml"))


def test_it_has_what_opml_2_asks_for(examples: View) -> None:
    root = outlines(examples)
    assert (root.tag, root.get("version"), [child.tag for child in root]) == ("opml", "2.0", ["head", "body"])
    assert {one.tag for one in root[1].iter()} == {"body", "outline"}
    assert all(one.get("text") for one in root.iter("outline"))
    assert all(one.get("url") for one in root.iter("outline") if one.get("type") == "link")


def test_a_reader_of_lists_finds_nothing_wrong_with_it(examples: View) -> None:
    read = listparser.parse(whole(examples, "opml").decode())
    assert (bool(read.get("bozo")), read["version"]) == (False, "opml2")


def test_a_story_holds_who_said_what_and_that_the_articles_that_print_it(view: View) -> None:
    (story,) = outlines(view)[1]
    said = {one.get("text"): [below.get("text") for below in one] for one in story}
    assert story.get("text") == "Ostmark will not lower harbour dues"
    assert said["Ilse Oram (2031-05-04): “Nobody sails for free into my port,”"] == [
        "The Beacon, 2031-05-04: Ostmark will not lower harbour dues",
        "outlet not told: Oram: dues stay",
    ]


def test_a_record_without_articles_is_an_outline_too(tmp_path: Path) -> None:
    create(tmp_path / "r.db")
    with open_view(tmp_path / "r.db") as view:
        assert len(outlines(view)[1]) == 1
