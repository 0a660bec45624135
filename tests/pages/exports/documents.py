"""What tests ask of exports that are documents."""

from __future__ import annotations

import json
from typing import Any

from onrecord.pages.exports import EXPORTS
from onrecord.store import View

Node = dict[str, Any]


def whole(view: View, form: str) -> bytes:
    """The export, in one piece."""
    return b"".join(EXPORTS[form].pieces(view))


def nodes(view: View, form: str) -> list[Node]:
    """The objects of an export that is one a line, or a graph in JSON-LD."""
    text = whole(view, form)
    if form in {"ninjs", "followthemoney"}:
        return [json.loads(line) for line in text.splitlines()]
    found: list[Node] = json.loads(text)["@graph"]
    return found


def node(view: View, form: str, node_id: str) -> Node:
    """The one object of this id."""
    (found,) = [one for one in nodes(view, form) if node_id in (one.get("@id"), one.get("id"), one.get("uri"))]
    return found
