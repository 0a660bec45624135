"""Tables of what was said that can be found, made when derived rows are: what a field of a search asks for.

As the tables of `counted` they say nothing that the other rows do not say.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from onrecord.store.schema import METADATA, PASSAGE_ID

# Passages of what was said that a statement was made of. `number` is their place, the latest first; `voice` who is the
# speaker, or where no actor is, "=" and the name that was given.
SPOKEN = Table(
    "spoken",
    METADATA,
    Column("passage", PASSAGE_ID, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("voice", Text, nullable=False),
    Index("spoken_number", "number"),
    Index("spoken_voice", "voice", "number"),
)
# Which lines they show.
SPOKEN_LINE = Table(
    "spoken_line",
    METADATA,
    Column("issue", Text, primary_key=True),
    Column("stance", Text, primary_key=True),
    Column("passage", PASSAGE_ID, primary_key=True),
    Index("spoken_line_stance", "stance", "passage"),
    Index("spoken_line_passage", "passage"),
    sqlite_with_rowid=False,
)
# The stems of the words of each issue.
ISSUE_WORD = Table(
    "issue_word",
    METADATA,
    Column("stem", Text, primary_key=True),
    Column("issue", Text, primary_key=True),
    sqlite_with_rowid=False,
)
SPOKEN_TABLES = (SPOKEN, SPOKEN_LINE, ISSUE_WORD)
