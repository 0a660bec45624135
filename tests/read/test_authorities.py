from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.read.authorities import read_authorities
from onrecord.records import Authority, EntityKind, RoleClaim
from onrecord.records.errors import InputError

ORAM = '{"wikidata": "Q1", "name": "Ilse Oram"}\n'


def read(tmp_path: Path, text: str) -> tuple[Authority, ...]:
    (tmp_path / "people.jsonl").write_text(text, encoding="utf-8")
    return read_authorities(tmp_path / "people.jsonl")


def test_a_line_is_an_entry(tmp_path: Path) -> None:
    line = (
        '{"wikidata": "Q1", "name": "Ilse Oram", "aliases": ["I. Oram"], "kind": "person", '
        '"roles": ["port minister of Ister", '
        '"Minister of Foreign Affairs of the Republic of Ister", "member of parliament", '
        '{"role": "envoy", "of": "Velmark"}]}\n'
    )
    (one,) = read(tmp_path, line)
    assert (one.wikidata, one.name, one.aliases, one.kind) == ("Q1", "Ilse Oram", ("I. Oram",), EntityKind.PERSON)
    assert one.roles == (
        RoleClaim(title="port minister", of="Ister"),
        RoleClaim(title="Minister of Foreign Affairs of the Republic", of="Ister"),
        RoleClaim(title="member of parliament"),
        RoleClaim(title="envoy", of="Velmark"),
    )


def test_entries_come_by_id_whatever_their_order(tmp_path: Path) -> None:
    other = ORAM.replace("Q1", "Q2")
    assert read(tmp_path, ORAM + other) == read(tmp_path, other + "\n" + ORAM)


def test_what_is_not_told_is_left_open(tmp_path: Path) -> None:
    assert read(tmp_path, ORAM) == (Authority(wikidata="Q1", name="Ilse Oram"),)
    assert read(tmp_path, ORAM.replace("}", ', "kind": null, "roles": null, "born": 1970}')) == read(tmp_path, ORAM)


WRONG = {
    "no JSON": ("Ilse Oram\n", "line 1: no JSON"),
    "no object": ("[]\n", "line 1: no JSON object"),
    "no id": ('{"name": "Ilse Oram"}\n', "line 1, wikidata: it is not there"),
    "another's id": (ORAM.replace("Q1", "P1"), "line 1, wikidata: “P1” is no Wikidata id"),
    "no name": ('{"wikidata": "Q1"}\n', "line 1, name: it is not there"),
    "an empty name": (ORAM.replace("Ilse Oram", " "), "line 1, name: it is not a text"),
    "aliases in one text": (ORAM.replace("}", ', "aliases": "Oram"}'), "line 1, aliases: it is no list"),
    "an alias that is a number": (ORAM.replace("}", ', "aliases": [3]}'), "line 1, aliases: 3 is not a text"),
    "an office without words": (ORAM.replace("}", ', "roles": [{}]}'), "line 1, roles: {} is no office"),
    "a kind of its own": (ORAM.replace("}", ', "kind": "ship"}'), 'line 1, kind: "ship" is none of person'),
    "an id twice": (ORAM + "\n" + ORAM, "line 3: Q1 stands on line 1 already"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_bad_line_is_told_with_file_line_what_and_mend(tmp_path: Path, case: str) -> None:
    text, said = WRONG[case]
    with pytest.raises(InputError, match=re.escape(said)) as wrong:
        read(tmp_path, text)
    assert str(wrong.value).startswith(f"{tmp_path / 'people.jsonl'}, line")
    assert "; " in str(wrong.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such file .*; name a file of authorities"):
        read_authorities(tmp_path / "none.jsonl")


def test_a_file_that_is_no_text_is_told_with_the_line_before(tmp_path: Path) -> None:
    (tmp_path / "people.jsonl").write_bytes(ORAM.encode() + b"\xff\n")
    with pytest.raises(InputError, match="no UTF-8"):
        read_authorities(tmp_path / "people.jsonl")
