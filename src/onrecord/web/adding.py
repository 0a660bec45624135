"""An article is added to the record from a page: as a text that is pasted, as a file, or by its address."""

from __future__ import annotations

from onrecord.records.errors import InputError
from onrecord.records.ids import content_id, sha256_of
from onrecord.store import View
from onrecord.web.editor import Bench, Came, Changed
from onrecord.web.sending import Added
from onrecord.web.templating import href


def add_article(bench: Bench, sent: Added, _: str = "") -> Changed:
    """Add an article: its text, its file, or what is at its address; it is archived, read and linked at once."""
    if sent.file:
        came = bench.editor.add(plain_name(sent.name) or _named("sent", sent.file), sent.file)
    elif sent.text:
        content = (sent.text.replace("\r\n", "\n") + "\n").encode("utf-8", "backslashreplace")
        came = bench.editor.add(plain_name(sent.name) or f"{_named('pasted', content)}.txt", content)
    elif sent.url:
        came = bench.editor.fetch(sent.url)
    else:
        raise InputError("there is no text, no address and no file; paste the article, or say where it is")
    return bench.site.ask(_what_came, came)


def _named(how: str, content: bytes) -> str:
    return f"{how}-{sha256_of(content)[:12]}"


def plain_name(name: str) -> str:
    """The name without folders and without what cannot be seen."""
    return "".join(one for one in name.replace("\\", "/").rpartition("/")[2] if one.isprintable()).strip()


def _what_came(view: View, came: Came) -> Changed:
    """The article where it is one, else what could not be read, or all articles."""
    articles = [content_id("article", sha256) for sha256 in came.captures]
    if len(articles) == 1 and view.article(articles[0]):
        return Changed(address=href("articles", articles[0]), id=articles[0], rejected=came.rejected)
    return Changed(address="/rejected" if came.rejected else "/articles", rejected=came.rejected)
