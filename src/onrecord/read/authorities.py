"""A file of authorities: who is known outside the coverage, one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.records import Authority, EntityKind, RoleClaim
from onrecord.records.errors import InputError

WIKIDATA = re.compile(r"Q[1-9]\d*")
FORM = '{"wikidata": "Q…", "name": "…", "aliases": ["…"], "roles": ["… of …"], "kind": "person"}'
# The last "of" tells whose office it is, if a capital follows: "Minister of Foreign Affairs of the Republic of Ister".
_OF = re.compile(r"(?P<title>.+) of (?:the )?(?P<of>[^a-z\W].*)")


def read_authorities(path: Path) -> tuple[Authority, ...]:
    """The entries, by Wikidata id; InputError says file, line, what is wrong, and the mend."""
    lines: dict[str, int] = {}
    entries: dict[str, Authority] = {}
    for number, line in _lines(path):
        entry = _entry(f"{path}, line {number}", line)
        if entry.wikidata in lines:
            told = f"{entry.wikidata} stands on line {lines[entry.wikidata]} already"
            raise InputError(f"{path}, line {number}: {told}; join the two lines, or remove one")
        lines[entry.wikidata] = number
        entries[entry.wikidata] = entry
    return tuple(entries[wikidata] for wikidata in sorted(entries))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise InputError(f"{path}: {said}; name a file of authorities that you may read") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}, after line {number}: no UTF-8 ({error}); save it as UTF-8") from error


def _entry(where: str, line: str) -> Authority:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: no JSON ({error}); write {FORM}") from error
    if not isinstance(told, dict):
        raise InputError(f"{where}: no JSON object; write {FORM}")
    wikidata = _text(where, told, "wikidata")
    if not WIKIDATA.fullmatch(wikidata):
        raise InputError(f"{where}, wikidata: “{wikidata}” is no Wikidata id; write one as Q42")
    return Authority(
        wikidata=wikidata,
        name=_text(where, told, "name"),
        aliases=tuple(_texts(f"{where}, aliases", _listed(where, told, "aliases"))),
        roles=tuple(_role(f"{where}, roles", each) for each in _listed(where, told, "roles")),
        kind=_kind(where, told.get("kind")),
    )


def _text(where: str, told: dict[str, Any], key: str) -> str:
    value = told.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{where}, {key}: {'it is not a text' if key in told else 'it is not there'}; write {FORM}")
    return value.strip()


def _listed(where: str, told: dict[str, Any], key: str) -> list[Any]:
    value = told.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise InputError(f"{where}, {key}: it is no list; write {FORM}")
    return value


def _texts(where: str, values: list[Any]) -> Iterator[str]:
    for value in values:
        if not isinstance(value, str) or not value.strip():
            raise InputError(f"{where}: {json.dumps(value)} is not a text; write {FORM}")
        yield value.strip()


def _role(where: str, value: Any) -> RoleClaim:
    """An office in words ("port minister of Ostmark"), or as the export has it: {"role": …, "of": …}."""
    if isinstance(value, dict) and isinstance(value.get("role"), str) and value["role"].strip():
        of = value.get("of")
        if of is None or isinstance(of, str):
            return RoleClaim(title=value["role"].strip(), of=of or None)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f'{where}: {json.dumps(value)} is no office; write "… of …" or {{"role": "…", "of": "…"}}')
    parted = _OF.fullmatch(value.strip())
    return RoleClaim(title=parted["title"], of=parted["of"]) if parted else RoleClaim(title=value.strip())


def _kind(where: str, value: Any) -> EntityKind | None:
    if value is None:
        return None
    try:
        return EntityKind(value)
    except ValueError as error:
        raise InputError(f"{where}, kind: {json.dumps(value)} is none of {', '.join(EntityKind)}; write one") from error
