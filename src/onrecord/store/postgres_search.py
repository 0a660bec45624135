"""Full-text search in PostgreSQL: the same hits in the same order as SQLite's FTS5 gives.

A passage is kept as a `tsvector` that is made here, word by word, so that its words are those of `words.fold` whatever
the server's locale and its parser would make of them. Hits are ranked by Okapi BM25 as FTS5 computes it,
https://www.sqlite.org/fts5.html#the_bm25_function.
"""

# ruff: noqa: S608 - what is put into the text are numbers and names of our own; values are bound

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.store.operators import Clause, Term
from onrecord.store.reach import ALL, Reach

CREATE_SEARCH = """
CREATE TABLE passage_words (
  id BIGINT PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE, length INTEGER NOT NULL, words TSVECTOR NOT NULL
)
"""
INDEX_SEARCH = "CREATE INDEX passage_words_words ON passage_words USING gin (words)"
INDEX_LENGTH = "CREATE INDEX passage_words_length ON passage_words (length)"  # counted in every search
ADD_WORDS = "INSERT INTO passage_words (id, length, words) VALUES (%s, %s, %s::tsvector)"
LONGEST_WORD = 500  # characters of a word that the index tells apart: a lexeme has 2,046 bytes at most
MOST_BYTES = 900_000  # of the words of a passage: a tsvector has 1,048,575 at most
# A passage of no more words is indexed with every place of every word; tsvector knows 256 places of a word, and none
# beyond the 16,383rd.
SURE_WORDS = 256
HAVING = "SELECT w.id FROM passage_words w WHERE w.words @@ CAST(:words AS tsquery) ORDER BY w.id DESC"
K1, B = 1.2, 0.75  # FTS5's


def vector(words: str) -> tuple[int, str]:
    """How many words there are, and what of them `tsvector` reads: each with the places where it stands."""
    places: dict[str, list[int]] = {}
    size = 0
    split = words.split()
    for place, word in enumerate(split, start=1):
        lexeme = word[:LONGEST_WORD]
        if lexeme not in places:
            size += len(lexeme.encode())
            if size > MOST_BYTES:
                break
        places.setdefault(lexeme, []).append(place)
    lexemes = (f"{_quoted(word)}:{','.join(map(str, at))}" for word, at in places.items())
    return len(split), " ".join(lexemes)


def phrases(terms: Clause) -> str:
    """What `tsquery` reads: one of the terms."""
    return " | ".join(f"({_phrase(term)})" for term in terms)


def question(clauses: Sequence[Clause], reach: Reach = ALL) -> tuple[str, dict[str, Any]]:
    """The query for the passages that have a term of every clause, the best first, and the values of its names.

    A passage so long that the index may not know all places of a word is given unsure where a phrase isn't seen in it.
    """
    terms = [term for clause in clauses for term in clause]
    numbers = range(len(terms))
    having = " & ".join(f"({' | '.join(f'({_words(term)})' for term in clause)})" for clause in clauses)
    values: dict[str, Any] = {**reach.values, "words": having, "sure": SURE_WORDS}
    values |= {f"term{number}": _phrase(term) for number, term in enumerate(terms)}
    counts = ", ".join(f"{_frequency(number, term, values)} AS f{number}" for number, term in enumerate(terms))
    weights = ", ".join(
        f"(SELECT count(*) FROM passage_words w WHERE w.words @@ CAST(:term{number} AS tsquery)) AS n{number}"
        for number in numbers
    )
    score = " + ".join(
        f"{_idf(number)} * ((f{number} * {K1 + 1}::float8) "
        f"/ (f{number} + {K1}::float8 * (1 - {B}::float8 + {B}::float8 * found.length / average)))"
        for number in numbers
    )
    following = iter(numbers)
    seen = " AND ".join(
        f"({' OR '.join(f'f{number} > 0' for _, number in zip(clause, following, strict=False))})" for clause in clauses
    )
    query = f"""
WITH found AS MATERIALIZED (
  SELECT w.id, w.length, {counts} FROM passage_words w WHERE w.words @@ CAST(:words AS tsquery){reach.condition("w.id")}
), stock AS MATERIALIZED (
  SELECT count(*) AS passages, sum(length)::float8 / greatest(count(*), 1) AS average FROM passage_words
), weight AS MATERIALIZED (SELECT {weights})
SELECT found.id, {score} AS score, {seen} AS sure FROM found CROSS JOIN stock CROSS JOIN weight
WHERE ({seen}) OR found.length > :sure ORDER BY score DESC, found.id
"""
    return query, values


def latest(clauses: Sequence[Clause], reach: Reach, most: int) -> tuple[str, dict[str, Any]]:
    """The query for the same passages, the latest first and at most so many, and the values of its names."""
    having = " & ".join(f"({' | '.join(f'({_words(term)})' for term in clause)})" for clause in clauses)
    exactly = " & ".join(f"({phrases(clause)})" for clause in clauses)
    seen = "w.words @@ CAST(:exactly AS tsquery)"
    query = f"""
SELECT w.id, {seen} AS sure FROM passage_words w
WHERE ({seen} OR (w.length > :sure AND w.words @@ CAST(:words AS tsquery))){reach.condition("w.id")}
ORDER BY w.id DESC LIMIT :most
"""
    return query, {**reach.values, "words": having, "exactly": exactly, "sure": SURE_WORDS, "most": most}


def _idf(number: int) -> str:
    """How rare the term is; FTS5 takes a term that most passages have for a very common one, not for a negative one."""
    rare = f"ln((passages - n{number} + 0.5::float8) / (n{number} + 0.5::float8))"
    return f"(CASE WHEN passages > 2 * n{number} THEN {rare} ELSE 1e-6::float8 END)"


def _frequency(number: int, term: Term, values: dict[str, Any]) -> str:
    """SQL for how often the term stands in the passage `w`; the values that it needs are added."""
    for at, word in enumerate(term.words):
        values[f"word{number}_{at}"] = word[:LONGEST_WORD]
    following = "".join(
        f" AND EXISTS (SELECT 1 FROM unnest(w.words) n WHERE {_is_word('n', number, at, term)} "
        f"AND place + {at} = ANY(n.positions))"
        for at in range(1, len(term.words))
    )
    return (
        "(SELECT count(*) FROM unnest(w.words) l, unnest(l.positions) AS place "
        f"WHERE {_is_word('l', number, 0, term)}{following})"
    )


def _is_word(alias: str, number: int, at: int, term: Term) -> str:
    name = f"CAST(:word{number}_{at} AS text)"
    is_open = term.open_ended and at == len(term.words) - 1
    return f"starts_with({alias}.lexeme, {name})" if is_open else f"{alias}.lexeme = {name}"


def _words(term: Term) -> str:
    return " & ".join(_lexemes(term))


def _phrase(term: Term) -> str:
    return " <-> ".join(_lexemes(term))


def _lexemes(term: Term) -> list[str]:
    lexemes = [_quoted(word[:LONGEST_WORD]) for word in term.words]
    if term.open_ended:
        lexemes[-1] += ":*"
    return lexemes


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
