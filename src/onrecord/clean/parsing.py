"""JSON as it stands in exports and pages, without the half characters that its escapes can make."""

from __future__ import annotations

import json
import re
from typing import Any

_HALVES = re.compile(r"[\ud800-\udfff]")  # "\ud83d" alone: an emoji that was cut in two
REPLACED = "\ufffd"


def parse_json(text: str) -> Any:
    """What the JSON says, with half characters told as lost; ValueError or RecursionError where it is none.

    Control characters within strings are let pass, as sites write them.
    """
    return _whole(json.loads(text, strict=False))


def _whole(value: Any) -> Any:
    match value:
        case str():
            return _HALVES.sub(REPLACED, value)
        case list():
            return [_whole(one) for one in value]
        case dict():
            return {_whole(name): _whole(one) for name, one in value.items()}
    return value
