"""What migrations spell differently for each database, by its name as SQLAlchemy has it; kept as first written."""

from __future__ import annotations

from alembic import op

SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        """CREATE TABLE passage_words (
          id INTEGER PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE,
          length INTEGER NOT NULL, words TSVECTOR NOT NULL)""",
        "CREATE INDEX passage_words_words ON passage_words USING gin (words)",
        "CREATE INDEX passage_words_length ON passage_words (length)",
    ),
}
LONGEST_WORD = 60  # characters
# The words of an attribution's contents, joined by blanks, and of its cue.
QUOTED = {
    "sqlite": {
        "quotation": (
            "(SELECT group_concat(json_extract(piece.value, '$.exact'), ' ') FROM json_each(t.content) AS piece)"
        ),
        "cue": "json_extract(t.cue, '$.exact')",
    },
    "postgresql": {
        "quotation": (
            r"(SELECT string_agg(piece.value ->> 'exact', ' ' ORDER BY piece.ordinality) "
            r"FROM json_array_elements(replace(t.content, '\u0000', '\ufffd')::json) WITH ORDINALITY AS piece)"
        ),
        "cue": r"replace(t.cue, '\u0000', '\ufffd')::json ->> 'exact'",
    },
}


def create_search() -> None:
    """The search index is there."""
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def words_of_the_index() -> list[str]:
    """The different words of the search index, but for those that are too long to be any."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, passage_words, row)")
        words = [word for (word,) in connection.exec_driver_sql("SELECT term FROM temp.indexed")]
        connection.exec_driver_sql("DROP TABLE temp.indexed")
    else:
        words = [
            word
            for (word,) in connection.exec_driver_sql("SELECT word FROM ts_stat($$SELECT words FROM passage_words$$)")
        ]
    return sorted(word for word in words if len(word) <= LONGEST_WORD)


def create_quotations(view: str) -> None:
    """The view is there; `{quotation}` and `{cue}` in it are what the database makes the words of."""
    quoted = QUOTED[op.get_bind().dialect.name]
    op.get_bind().exec_driver_sql(view.format_map(quoted))
