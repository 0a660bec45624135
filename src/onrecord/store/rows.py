"""Records to rows and back, from the records' own types: nothing about one table is written twice.

A scalar field is a column of its own. Anything else (spans, tuples of spans, names or values) is a column of
JSON text. An Enum is stored as its value.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from onrecord.records import Sighting

R = TypeVar("R")
Change = Callable[[Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column of a record's table; `encode` makes of a value what is stored, `decode` the value again."""

    name: str
    stored: type[str | int | float]
    nullable: bool
    encode: Change | None = None
    decode: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How the rows of one type are made and read: the columns, and those that are changed on the way."""

    fields: tuple[Field, ...]
    names: tuple[str, ...]
    encoders: tuple[tuple[str, Change], ...]
    decoders: tuple[tuple[str, Change], ...]


class _Plans(dict[type[Any], Plan]):
    """The plan of each type, made when first asked for."""

    def __missing__(self, record: type[Any]) -> Plan:
        hints = typing.get_type_hints(record)
        fields = tuple(_field(field.name, hints[field.name]) for field in dataclasses.fields(record))
        plan = self[record] = Plan(
            fields=fields,
            names=tuple(field.name for field in fields),
            encoders=tuple((field.name, field.encode) for field in fields if field.encode is not None),
            decoders=tuple((field.name, field.decode) for field in fields if field.decode is not None),
        )
        return plan


_PLANS = _Plans()


def fields_of(record: type[Any]) -> tuple[Field, ...]:
    """The columns of a record's table, in the order of its fields."""
    return _PLANS[record].fields


def _field(name: str, hint: Any) -> Field:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kinds = [option for option in options if option is not types.NoneType]
    nullable = len(kinds) < len(options)
    if len(kinds) == 1 and kinds[0] in (str, int, float):
        return Field(name=name, stored=kinds[0], nullable=nullable)
    if kinds == [bool]:
        return Field(name=name, stored=bool, nullable=nullable, decode=bool)
    if len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], Enum):
        return Field(name=name, stored=str, nullable=nullable, encode=attrgetter("value"), decode=kinds[0])
    decode = msgspec.json.Decoder(hint).decode
    return Field(name=name, stored=str, nullable=nullable, encode=_as_json, decode=decode)


def _as_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def to_row(record: Any) -> dict[str, Any]:
    """The record's columns and what is stored in them."""
    plan = _PLANS[type(record)]
    row = {name: getattr(record, name) for name in plan.names}
    for name, encode in plan.encoders:
        if row[name] is not None:
            row[name] = encode(row[name])
    return row


def from_row(record: type[R], values: Sequence[Any]) -> R:
    """The record whose columns hold `values`, in the order of `fields_of`."""
    plan = _PLANS[record]
    columns = dict(zip(plan.names, values, strict=True))
    for name, decode in plan.decoders:
        if columns[name] is not None:
            columns[name] = decode(columns[name])
    return record(**columns)


def sighting_of(row: Sequence[str]) -> Sighting:
    """The sighting that a row of the query tells."""
    address, place, kind, article, first, last = row
    return Sighting(address=address, place=place, article=article, is_file=kind == "path", first=first, last=last)
