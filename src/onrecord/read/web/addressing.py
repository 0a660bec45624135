"""Addresses in the form in which they are asked, compared and kept."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx


def plain_address(url: str, base: str = "") -> str | None:
    """The address as it is asked, taken from `base` where it is relative, without a fragment; None of no page's."""
    try:
        parts = httpx.URL(base).join(url.strip()) if base else httpx.URL(url.strip())
        if parts.scheme not in {"http", "https"} or not parts.host or parts.userinfo:
            return None
        plain = str(parts.copy_with(fragment=None))
        urlsplit(plain)  # what the standard library does not take for an address either, is none
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return None
    return plain
