"""What datasette should know of a record: what its tables and views hold, which to show, by what a row is called.

`datasette record.db --metadata metadata.json` reads it; the data stay in the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from onrecord.pages.exports import Pieces
from onrecord.records.errors import InputError
from onrecord.store import Server, View

SHOWN: Mapping[str, Mapping[str, Any]] = {
    "quotations": {
        "description": "Who said what, where: a report a row, with the words as the article prints them.",
        "sort": "place",
        "columns": {
            "speaker": "Who said it; empty where the article does not tell.",
            "said_on": "When, in EDTF: a day, a month, or an interval.",
            "form": "direct (in quotation marks), indirect (in the reporter's words), or mixed.",
            "quotation": "What was said, exactly as the article prints it.",
            "cue": "The word that reports it.",
            "place": "The path or address of the article.",
            "start": "Where the words begin in the archived text, in characters from 0.",
            "statement": "The statement that it reports.",
        },
    },
    "statements": {
        "description": "What was said, once, however many articles report it; the fullest wording.",
        "sort": "rank",
        "columns": {
            "reports": "How many attributions report it.",
            "origins": "Through whom the words first reached the press, as far as the coverage tells.",
            "independent_origins": "How many of them are independent of each other.",
            "withdrawn": "1 where only earlier versions of pages report it.",
        },
    },
    "positions": {
        "description": "Each party's line on an issue, in the categories of PLOVER, and the line before it.",
        "columns": {
            "stance": "A category of PLOVER 0.8.",
            "stance_before": "The stance of the position that this one departs from.",
            "said_on": "The days on which it was said, in EDTF.",
        },
    },
    "discrepancies": {
        "description": "What two articles tell differently.",
        "columns": {
            "told": "Each way of telling it.",
            "explained": "Why it is no conflict after all; empty where it may be one.",
        },
    },
    "actors": {
        "description": "People, organisations and states, with every name the coverage has for them.",
        "columns": {"speaks_for": "The body or state for which it speaks."},
    },
    "articles": {
        "description": "The articles, with how much each reports.",
        "columns": {
            "published": "EDTF.",
            "copy_of": "The fullest article of which it is a copy.",
            "version_of": "The latest version of the page, where this is an earlier one.",
        },
    },
    "statement": {"description": "Statements as they are stored; lists are JSON.", "label_column": "text"},
    "actor": {"description": "Actors as they are stored; lists are JSON.", "label_column": "name"},
    "article": {"description": "Articles as they are stored, with their text.", "label_column": "headline"},
    "story": {"description": "Articles on one matter.", "label_column": "headline"},
    "event": {"description": "Articles of one happening in a story.", "label_column": "headline"},
    "attribution": {"description": "Reports as they were read; spans are JSON: start, end, exact."},
    "mention": {"description": "Names, dates and quantities, each at its place."},
    "entity": {"description": "Who and what an article names, before articles were compared.", "label_column": "name"},
    "position": {"description": "Positions as they are stored.", "label_column": "issue"},
    "discrepancy": {"description": "Discrepancies as they are stored.", "label_column": "about"},
    "rejected": {"description": "What could not be read, with the reason."},
    "judgement": {"description": "What people corrected."},
    "notice": {"description": "What was new in a round of watching, in words."},
    "link": {"description": "Pairs that were compared and decided, with score and reasons."},
}
# The machinery: what joins tables, and what only onrecord reads.
HIDDEN = (
    "actor_entity", "actor_name", "alembic_version", "article_day", "article_order", "assigned", "attribution_day",
    "authority", "capture", "carried", "discrepancy_article", "discrepancy_order", "duplicate", "facet",
    "facet_article", "hand", "holder", "issue_word", "led", "listing", "location", "mention_day", "page_version",
    "passage", "passage_words", "plotted", "plotted_day", "plotted_row", "plotted_total", "position_order",
    "position_origin", "position_outlet", "position_statement", "record", "renewal", "report", "scoped", "search",
    "shared", "speaker", "spoken", "spoken_line", "statement_member", "statement_order", "story_article", "story_order",
    "story_source", "successor", "tally", "told", "unacknowledged", "validator", "vocabulary",
)  # fmt: skip


def metadata(view: View) -> Pieces:
    """The file that `--metadata` takes, for a record of this name."""
    if isinstance(view.path, Server):
        raise InputError("--format datasette: datasette opens files; this record lies in PostgreSQL")
    tables = {**SHOWN, **{name: {"hidden": True} for name in HIDDEN}}
    counts = view.counts()
    told = f"{counts.statements} statements in {counts.articles} articles of {counts.outlets} outlets"
    database = {"description": f"Who said what, by onrecord: {told}.", "tables": tables}
    whole = {"title": "Who said what", "databases": {view.path.stem: database}}
    yield msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"
