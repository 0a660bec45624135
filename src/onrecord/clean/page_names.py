"""Whose page it is, of the names that its markup gives: no agency that only sold the copy, no section of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.records import Fact
from onrecord.text.agencies import is_agency
from onrecord.text.folding import fold
from onrecord.text.states import state_of

_END = re.compile(r"\s[|–—-]\s(?P<name>[^|–—]{2,40})$")
_ADDRESS = "address"  # where a fact says that it was read from the page's address


def outlet_of(facts: Iterable[Fact], tree: HtmlElement, address: str | None) -> Fact | None:
    """The likeliest fact that names the outlet, in the order given; the host's name only where no other is left."""
    told = [fact for fact in facts if fact.name == "outlet"]
    site = _site(address)
    named = [fact for fact in told if fact.where != _ADDRESS and _is_own(fact.value, site)]
    return next(iter([*named, *_ends_of_titles(tree, site), *told]), None)


def _is_own(name: str, site: str) -> bool:
    """Whether the name can be the site's own: an agency's only on its own site, never a country's."""
    return state_of(name) is None and (not is_agency(name) or _squeezed(name) in site or _is_spelt(site, name))


def _ends_of_titles(tree: HtmlElement, site: str) -> Iterator[Fact]:
    """The ends of the page's titles that its address spells: "… - The Quay Times" of qtimes.example."""
    for title in tree.iter("title"):
        ends = _END.search(" ".join(title.text_content().split()))
        if ends and _is_spelt(site, ends["name"]):
            yield Fact(name="outlet", value=ends["name"], where="title")


def _is_spelt(site: str, name: str) -> bool:
    """Whether the site is the name's letters, or the initials of its words before the last one in full."""
    words = fold(name).removeprefix("the ").split()
    *first, last = words or [""]
    whole = "".join(words)
    return bool(site) and (
        site in {whole, f"the{whole}"} or (bool(first) and site == "".join(w[0] for w in first) + last)
    )


def _squeezed(name: str) -> str:
    return fold(name).replace(" ", "")


def _site(address: str | None) -> str:
    """The host's own label, without the country and what stands before it: "quay" of www.quay.example."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-2]) <= 3  # "express.co.uk"
    return (labels[-3] if short else labels[-2]).replace("-", "") if len(labels) > 1 else ""
