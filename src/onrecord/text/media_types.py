"""What a media type says, as HTTP and letters write it: "Text/HTML; charset=utf-8" (RFC 9110, 8.3)."""

from __future__ import annotations

import re

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def bare_type(media_type: str) -> str:
    """The media type alone: "text/html"."""
    return media_type.partition(";")[0].strip().lower()


def charset_named(media_type: str) -> str | None:
    """The charset that it names, as it is written."""
    found = _CHARSET.search(media_type)
    return found[1] if found else None
