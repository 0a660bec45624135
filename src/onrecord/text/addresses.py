"""Where a page was found, without what does not tell one page from another."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

_HOSTS = re.compile(r"\A(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|ocid|cmpid|_ga|ref_src", re.IGNORECASE
)
_AMP = re.compile(r"(?:/amp|\.amp)\Z")
_STREAM = "-"  # what is piped in has no place
_ROW = re.compile(r"#\d+\Z")  # a row of a table, which another takes the place of when rows are put in
_PORTS = {"http": 80, "https": 443}


def page_address(url: str, canonical: str | None = None) -> str | None:
    """What all addresses of the page have in common, `canonical` being the one that the page calls its own.

    Scheme, "www.", a phone's or AMP's form and what only tells whence a reader came are left out. The page is not taken
    at its word where it names another site, or its site's front page. None of what is no address.
    """
    own = _plain(url)
    named = _plain(canonical, url) if canonical and own else None
    if own and named and _host(own) == _host(named) and not is_front_page(named):
        return named
    return own


def file_address(path: str) -> str | None:
    """The path, where a file may be found again: not what was piped in, nor a row of a table."""
    return None if path.startswith(_STREAM) or _ROW.search(path) else path


def is_front_page(address: str) -> bool:
    """Whether the address, or what `page_address` made of one, names a site and no page of it."""
    path = address.partition("://")[2] if "://" in address else address
    return not path.partition("/")[2].strip("/")


def _plain(url: str, base: str = "") -> str | None:
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        port = parts.port
        query = urlencode(
            [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
        )
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    host = _HOSTS.sub("", parts.hostname.rstrip("."))
    told = f":{port}" if port and port != _PORTS[parts.scheme] else ""
    path = _AMP.sub("", parts.path.rstrip("/")).rstrip("/")
    return f"{host}{told}{path}{'?' if query else ''}{query}"


def _host(address: str) -> str:
    return re.split("[/?]", address, maxsplit=1)[0]
