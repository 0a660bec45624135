"""Keeping a search by name, and letting it go; the guard lets only those do it who know the token."""

from __future__ import annotations

from onrecord.web.editor import Bench, Changed
from onrecord.web.sending import Kept

ADDRESS = "/searches"


def keep_search(bench: Bench, sent: Kept, _: str = "") -> Changed:
    """Keep a search by name, in the place of what was kept under the name."""
    kept = bench.editor.keep(sent.name, sent.q, sent.wanted, sent.by)
    return Changed(address=ADDRESS, id=kept)


def forget_search(bench: Bench, _: None, search: str) -> Changed:
    """Keep a search no more."""
    bench.editor.forget(search)
    return Changed(address=ADDRESS)
