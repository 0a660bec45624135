"""Tables of what a chart draws, counted when derived rows are: a chart is as long in the making as it is wide.

As the tables of `counted` they say nothing that the other derived rows do not say. Scopes are stories, whose rows are
parties, and actors, whose rows are issues of stories. The name of a row, who speaks for it and its story are empty
where there is none.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from onrecord.store.schema import METADATA


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _numbers(*names: str) -> list[Column[int]]:
    return [Column(name, Integer, nullable=False) for name in names]


# Each statement of a story: whose it is and who speaks, the days on which it is drawn, the line that it shows, and
# whether a line begins with it that is another than before.
PLOTTED = Table(
    "plotted",
    METADATA,
    _key("scope"),
    _key("statement"),
    *(Column(name, Text, nullable=False) for name in ("name", "speaker")),
    *(Column(name, Text) for name in ("first_day", "last_day")),
    *(Column(name, Text, nullable=False) for name in ("position", "stance")),
    *_numbers("turns"),
    sqlite_with_rowid=False,
)
# How many statements a row has of each of its speakers, how many of them are drawn, and from when to when; `number` is
# the place of the row, those with most that is drawn before others, that of no one told last.
PLOTTED_ROW = Table(
    "plotted_row",
    METADATA,
    _key("scope"),
    _key("name"),
    _key("story"),
    _key("speaker"),
    *_numbers("statements", "dated"),
    *(Column(name, Text) for name in ("first_day", "last_day")),
    Column("number", Integer),
    Index("plotted_row_number", "scope", "number"),
    sqlite_with_rowid=False,
)
# The same by the first of their days, empty where they are not drawn, and by the line that they show.
PLOTTED_DAY = Table(
    "plotted_day",
    METADATA,
    _key("scope"),
    _key("name"),
    _key("story"),
    _key("day"),
    _key("stance"),
    Column("last_day", Text),
    *_numbers("statements", "turns"),
    sqlite_with_rowid=False,
)
# The same of all rows together, of what is drawn.
PLOTTED_TOTAL = Table(
    "plotted_total",
    METADATA,
    _key("scope"),
    _key("day"),
    _key("stance"),
    *_numbers("statements", "turns"),
    sqlite_with_rowid=False,
)
PLOTTED_TABLES = (PLOTTED, PLOTTED_ROW, PLOTTED_DAY, PLOTTED_TOTAL)
