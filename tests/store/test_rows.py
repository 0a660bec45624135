from __future__ import annotations

import dataclasses
import enum
import sqlite3
import types
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import records
from onrecord.store.rows import fields_of, from_row, to_row

STORED = (
    records.Article, records.Attribution, records.Mention, records.Entity, records.Rejected,
    records.Link, records.Actor, records.ActorEntity, records.Statement, records.StatementMember,
    records.Story, records.Event, records.Position, records.Discrepancy,
)  # fmt: skip
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    types.NoneType: st.none(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of the type, as far as a record may hold it."""
    if hint in SCALARS:
        return SCALARS[hint]
    if isinstance(hint, types.UnionType):
        return st.one_of([values(option) for option in typing.get_args(hint)])
    if typing.get_origin(hint) is tuple:
        return st.lists(values(typing.get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    hints = typing.get_type_hints(hint)
    return st.builds(hint, **{field.name: values(hints[field.name]) for field in dataclasses.fields(hint)})


@given(record=st.one_of([values(record) for record in STORED]))
def test_a_record_comes_back_from_its_row_as_it_was(record: Any) -> None:
    row = to_row(record)
    marks = ", ".join("?" * len(row))
    with sqlite3.connect(":memory:") as connection:
        (stored,) = connection.execute(f"SELECT {marks}", [row[field.name] for field in fields_of(type(record))])
    connection.close()
    assert from_row(type(record), stored) == record


@pytest.mark.parametrize("record", STORED)
def test_every_field_of_a_record_is_a_column(record: type[Any]) -> None:
    assert [field.name for field in fields_of(record)] == [field.name for field in dataclasses.fields(record)]


def test_spans_are_kept_as_json_that_a_person_can_read() -> None:
    value = records.Value(value="3", articles=("a1",), spans=(records.Span(start=1, end=2, exact="„é“"),))
    row = to_row(
        records.Discrepancy(id="d1", story="y1", kind=records.DiscrepancyKind.FIGURE, about="ferries", values=(value,))
    )
    assert row["values"] == ('[{"value":"3","articles":["a1"],"spans":[{"start":1,"end":2,"exact":"„é“"}]}]')
