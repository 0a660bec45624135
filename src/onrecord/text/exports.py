"""What other tools call the parts of an article, and how their tables are written.

Known are news-please, Media Cloud, Factiva, Nexis and the names that most people would choose.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

# Each part's names, the surest first, in small letters with nothing between the words.
KNOWN = {
    "text": "maintext fulltext articletext articlebody bodytext text body content story td",
    "lead": "lp leadparagraph",
    "title": "title headline hd heading",
    "deck": "description deck subtitle standfirst",
    "author": "authors author byline by creator",
    "outlet": "outlet publication medianame sourcename sn sitename newspaper publisher source sourcedomain domain",
    "published": "datepublish publishdate publicationdate datepublished published publishedat pubdate pd date",
    "url": "url link articleurl canonicalurl uri",
}
PARTS = tuple(KNOWN)
_FIELDS = re.compile(r';\s*fields="([^"]*)"')
LONGEST_FIELD = 2**31 - 1  # an article is longer than the 131,072 characters that Python begins with
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Which part of an article has which name; what is not `given` goes by the names that are known."""

    given: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, media_type: str) -> Fields:
        """The fields that a media type carries: `application/json; fields="title=hed&text=story"`."""
        found = _FIELDS.search(media_type)
        return cls(given=dict(parse_qsl(found[1])) if found else {})

    def beside(self, media_type: str) -> str:
        """The media type that carries these fields."""
        return f'{media_type}; fields="{urlencode(sorted(self.given.items()))}"' if self.given else media_type

    def names(self, there: Iterable[str]) -> dict[str, str]:
        """The name of each part among those that are there; given names may lead into parts (`source.name`)."""
        plain = {_plain(name): name for name in reversed(list(there))}
        known = {
            part: plain[found]
            for part, names in KNOWN.items()
            if (found := next((name for name in names.split() if name in plain), None))
        }
        return known | dict(self.given)


def rows_of(lines: Iterable[str], header: str) -> Iterator[list[str]]:
    """The rows of a table whose first line is `header`, which tells what stands between the columns."""
    csv.field_size_limit(LONGEST_FIELD)
    return csv.reader(lines, delimiter=max(_DELIMITERS, key=header.count))


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()
