"""The whole record in the forms that other programs read; each form is a module, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

from onrecord.records import Story
from onrecord.store import View


class Shape(StrEnum):
    """What an export is: one file, or a folder with a file for each type of row."""

    FILE = "file"
    FOLDER = "folder"


Pieces = Generator[bytes]
Files = Generator[tuple[str, Pieces]]  # names with the pieces of each; one is read to its end before the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A form: `place` is `module:function`, which gives the `Pieces` of a view, or its `Files` for a folder.

    One that can write a single story alone takes that, or None, for its second parameter.
    """

    place: str
    does: str
    shape: Shape = Shape.FILE
    of_story: bool = False

    def pieces(self, view: View, story: Story | None = None) -> Pieces:
        """The one file of the record, or of the story, piece by piece."""
        found = self.loaded()
        pieces: Pieces = found(view, story) if self.of_story else found(view)
        return pieces

    def files(self, view: View) -> Files:
        """The record's files, one after the other."""
        files: Files = self.loaded()(view)
        return files

    def loaded(self) -> Callable[..., Any]:
        """The function that writes the form."""
        module, _, name = self.place.partition(":")
        found: Callable[..., Any] = getattr(import_module(module), name)
        return found


EXPORTS: Mapping[str, Export] = {
    "jsonl": Export(place="onrecord.pages.export:jsonl", does="every row as a JSON object, one a line"),
    "csv": Export(
        place="onrecord.pages.exports.csv_files:csv_files", does="a table for each type of row", shape=Shape.FOLDER
    ),
    "parquet": Export(
        place="onrecord.pages.exports.parquet_files:parquet_files",
        does="the same, typed, for DuckDB, Polars and pandas",
        shape=Shape.FOLDER,
    ),
    "wacz": Export(
        place="onrecord.pages.wacz.package:wacz",
        does="the archive, for replay tools (WACZ 1.1.1)",
        of_story=True,
    ),
    "annotations": Export(
        place="onrecord.pages.exports.annotations:collection", does="W3C Web Annotations, in JSON-LD"
    ),
    "schema-org": Export(
        place="onrecord.pages.exports.schema_org:graph", does="schema.org in JSON-LD: Claim, Quotation"
    ),
    "prov": Export(place="onrecord.pages.exports.provenance:graph", does="PROV-O in JSON-LD: who carried what"),
    "graphml": Export(place="onrecord.pages.exports.graphml:graphml", does="a graph for Gephi, yEd, NetworkX"),
    "opml": Export(place="onrecord.pages.exports.opml:outline", does="an outline of stories and statements"),
    "ninjs": Export(place="onrecord.pages.exports.ninjs:news_objects", does="IPTC ninjs 3.1, an article a line"),
    "followthemoney": Export(
        place="onrecord.pages.exports.followthemoney:entities", does="FollowTheMoney entities, one a line"
    ),
    "datasette": Export(
        place="onrecord.pages.exports.datasette:metadata", does="metadata.json, with which datasette opens the record"
    ),
}
