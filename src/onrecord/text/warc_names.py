"""What the web archives that onrecord writes call things, so that onrecord reads them back as they were."""

from __future__ import annotations

from urllib.parse import quote, unquote

# The record that describes the others (ISO 28500, WARC-Warcinfo-ID); it says the same in every archive, so it is one.
WARCINFO = "5d0c1f0e-6f6e-5263-8a1d-6f6e7265636f"
WARCINFO_ID = f"<urn:uuid:{WARCINFO}>"
_ABSOLUTE = "file://"
_RELATIVE = "file:///./"  # a file's address (RFC 8089) is absolute; the dot tells one that was named from where one was


def file_uri(path: str) -> str:
    """The address of a file, from which `path_of_file` reads its path again."""
    return _ABSOLUTE + quote(path) if path.startswith("/") else _RELATIVE + quote(path)


def path_of_file(uri: str) -> str | None:
    """The path that the address of a file was made of; None for another address."""
    for beginning in (_RELATIVE, _ABSOLUTE):
        if uri.startswith(beginning):
            return unquote(uri.removeprefix(beginning))
    return None
