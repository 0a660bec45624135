"""One article read in memory: no record, no file."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache

from onrecord.annotate import DEFAULT, TAGGERS, Tagger, annotate, open_tagger
from onrecord.clean import clean
from onrecord.library.rows import as_cell, html_table
from onrecord.records import Attribution, Basis, Capture, Reading, Rejected
from onrecord.records.errors import InputError
from onrecord.records.ids import sha256_of

COLUMNS = ("speaker_name", "content", "said_on", "form", "relayed_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRead(Reading):
    """An article with its attributions, mentions and entities; in a notebook the table of who said what."""

    def said_by(self, name: str) -> tuple[Attribution, ...]:
        """The attributions whose speaker is called so, in whole or in part, case aside."""
        wanted = name.casefold()
        return tuple(one for one in self.attributions if wanted in (one.speaker_name or "").casefold())

    def _repr_html_(self) -> str:
        rows = [[as_cell(getattr(one, name)) for name in COLUMNS] for one in self.attributions]
        return html_table(COLUMNS, rows, "" if rows else "nothing is reported to have been said here")


def read_text(
    text: str | bytes,
    *,
    media_type: str = "text/plain",
    published: str | date | None = None,
    outlet: str | None = None,
    tagger: str | Tagger = DEFAULT,
) -> ArticleRead:
    """The article that the text is, with who said what in it; every offset counts code points of `article.text`.

    `media_type` says what is given: `text/plain`, `text/html`, `message/rfc822`, `application/pdf`. `published` (EDTF)
    and `outlet` go before what the text tells of itself. `tagger` is one of `onrecord.TAGGERS` by name, or your own.
    What other articles would tell of this one needs a record. Raises InputError where there is no article in it.
    """
    content = text.encode() if isinstance(text, str) else text
    if isinstance(text, str) and media_type.startswith("text/"):
        media_type = f"{media_type.partition(';')[0]}; charset=utf-8"
    article = clean(Capture(sha256=sha256_of(content), content=content, media_type=media_type, path="the text"))
    if isinstance(article, Rejected):
        raise InputError(f"the text given: {article.cause}; {article.mend}")
    if outlet is not None:
        article = replace(article, outlet=outlet)
    if published is not None:
        article = replace(article, published=str(published), published_basis=Basis.METADATA, published_span=None)
    reading = annotate(article, _opened(tagger) if isinstance(tagger, str) else tagger)
    return ArticleRead(**{field.name: getattr(reading, field.name) for field in fields(reading)})


@cache
def _opened(name: str) -> Tagger:
    """The tagger of that name, opened once."""
    if name not in TAGGERS:
        raise InputError(f"tagger “{name}”: there is none of that name; there are {', '.join(TAGGERS)}")
    return open_tagger(name)
