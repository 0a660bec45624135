"""Templates in which everything that is put in is escaped, printable and apart from the text around it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.pages.actors import KINDS as ACTOR_KINDS
from onrecord.pages.actors import shorter_names
from onrecord.pages.annotated import Part
from onrecord.pages.article import FATES, FORMS
from onrecord.pages.citations import Citation, by_number
from onrecord.pages.counting import count, listed, say_origins, times
from onrecord.pages.days import say_date, say_day, say_span
from onrecord.pages.differences import KINDS as DIFFERENCE_KINDS
from onrecord.pages.faceting import MOST_RESULTS
from onrecord.pages.layout import printable
from onrecord.pages.reasons import VERDICTS
from onrecord.pages.scale import WORDS as TEMPERS
from onrecord.pages.scale import say_score, temper_of
from onrecord.pages.sources import BASES, LANGUAGE_NAMES
from onrecord.pages.statements import say_role
from onrecord.pages.wording import between, capital, cut
from onrecord.records import LANGUAGES
from onrecord.records.scale import SCORES

STATIC = files("onrecord.web") / "static"
_HALVES = re.compile("[\ud800-\udfff]")  # which UTF-8 has no way to write


def environment(record: str) -> Environment:
    """The templates, with what they know: the record's name, and the words that other formats use too."""
    found = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
    found.filters.update(
        day=say_day,
        date=say_date,
        listed=listed,
        capital=capital,
        cut=cut,
        by_number=by_number,
        place=place,
        grouped=grouped,
        times=times,
        groupby_kept=groupby_kept,
    )
    found.globals.update(
        record=record,
        count=count,
        href=href,
        changed=changed,
        changed_twin=changed_twin,
        changed_feed=changed_feed,
        most=MOST_RESULTS,
        say_day=say_day,
        say_role=say_role,
        static=static,
        between=between,
        origins=say_origins,
        span=say_span,
        forms=FORMS,
        fates=FATES,
        bases=BASES,
        parts=list(Part),
        verdicts=VERDICTS,
        actor_kinds=ACTOR_KINDS,
        shorter_names=shorter_names,
        temper=temper_of,
        tempers=TEMPERS,
        score=lambda stance: say_score(SCORES[stance]),
        difference_kinds=DIFFERENCE_KINDS,
        language=lambda code: LANGUAGE_NAMES.get(code, code),
        languages=LANGUAGES,
    )
    return found


def shown(value: Any) -> Any:
    """What a template puts in: plain text with nothing in it that could move the words around it."""
    if value is None:
        return ""
    return _HALVES.sub("�", printable(value)) if type(value) is str else value


def href(*path: str, **query: object) -> str:
    """The address of a page of this server: its path, and what is asked of it, where anything is."""
    asked = urlencode({name: str(value) for name, value in query.items() if value not in (None, "")}, errors="replace")
    where = "/".join(quote(part, safe="", errors="replace") for part in path)
    return f"/{where}?{asked}" if asked else f"/{where}"


def changed(request: Request, **query: object) -> str:
    """The address of this page with something else asked; None takes it out."""
    asked: Mapping[str, object] = {**request.query_params, **query}
    kept = {name: str(value) for name, value in asked.items() if value not in (None, "")}
    encoded = urlencode(kept, errors="replace")
    path = quote(request.url.path)
    return f"{path}?{encoded}" if encoded else path


def changed_twin(request: Request, **query: object) -> str:
    """The same, of the page as JSON."""
    return _as("json", changed(request, **query))


def changed_feed(request: Request) -> str:
    """The address of this page as a feed, which has all its pages."""
    return _as("atom", changed(request, page=None))


def _as(form: str, address: str) -> str:
    path, asked, rest = address.partition("?")
    return f"{path}.{form}{asked}{rest}"


def grouped(number: int) -> str:
    """The number with its thousands apart: "12,345"."""
    return f"{number:,}"


def groupby_kept(several: Iterable[Any], name: str) -> list[tuple[Any, list[Any]]]:
    """The records under what they have for `name`, each in the order in which it first comes."""
    groups: dict[Any, list[Any]] = {}
    for one in several:
        groups.setdefault(getattr(one, name), []).append(one)
    return list(groups.items())


def place(citation: Citation) -> str:
    """The address of the exact place in the article."""
    return f"{href('articles', citation.article, at=f'{citation.start}-{citation.end}')}#here"


@cache
def static(name: str) -> str:
    """The address of a file that comes with the program; it changes with what is in the file."""
    content = STATIC.joinpath(name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"
