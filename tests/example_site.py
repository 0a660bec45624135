"""The web archive in examples/, made from the pages in `example_site/`, among what a crawler fetches with them.

`python tests/example_site.py` writes it anew: the same bytes each time.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fastwarc.warc import WarcRecordType
from tests.read.archives import Sent, page, record

PAGES = Path(__file__).parent / "example_site"
ARCHIVE = Path(__file__).parents[1] / "examples" / "archive" / "night-train.warc.gz"
HERALD = "https://lissowherald.example/2031/09/16/night-train"
SIGNALBOX = "https://signalbox.example/interviews/feld"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(120)
SEEN = (("WARC-Payload-Digest", "sha1:6X4TZ3N7QF5R2M4JH3WQ7VZB2LJYK5EA"),)
REVISIT = (*SEEN, ("WARC-Refers-To-Target-URI", HERALD))


def records() -> Iterator[bytes]:
    """What was asked, and what came: two pages, one of them packed for the way, and what is no article."""
    yield record(
        "", b"software: a crawler of our own\r\n", WarcRecordType.warcinfo, media_type="application/warc-fields"
    )
    yield page("https://lissowherald.example/robots.txt", "User-agent: *\n", Sent(content_type="text/plain"))
    yield record(HERALD, b"GET /2031/09/16/night-train HTTP/1.1\r\n\r\n", WarcRecordType.request)
    herald = Sent().head() + (PAGES / "lissow-herald.html").read_bytes()
    yield record(HERALD, herald, WarcRecordType.response, headers=SEEN)
    yield page("https://lissowherald.example/gull.png", PICTURE, Sent(content_type="image/png"))
    yield page("https://signalbox.example/feld", "", Sent(status="301 Moved", more=(f"Location: {SIGNALBOX}",)))
    packed = gzip.compress((PAGES / "signalbox.html").read_bytes(), mtime=0)
    yield page(SIGNALBOX, packed, Sent(more=("Content-Encoding: gzip", 'ETag: "feld-2"')))
    yield page("https://signalbox.example/summer", "<p>Gone.</p>", Sent(status="404 Not Found"))
    yield record(HERALD, Sent().head(), WarcRecordType.revisit, headers=REVISIT)


def main() -> None:
    """The archive lies in examples/."""
    ARCHIVE.parent.mkdir(exist_ok=True)
    ARCHIVE.write_bytes(b"".join(gzip.compress(one, mtime=0) for one in records()))


if __name__ == "__main__":
    main()
