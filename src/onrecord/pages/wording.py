"""How one report of something said is shown: only with words that stand in the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.pages.citations import Notebook
from onrecord.pages.layout import Line, Run, line, quotation
from onrecord.pages.shelf import Shelf
from onrecord.records import Article, Attribution, Form

GAP = 90  # characters between cue and content that still read as one sentence: "told reporters on Monday that"
CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’"}
SEGMENT_BREAK = " … "  # stands where the article puts "he said" between two quotations
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]+[”\"»“]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one report, and where they stand.

    `lead` is what the article prints from cue to content ("told reporters that"), empty for a quotation.
    """

    attribution: str
    article: str
    form: Form
    lead: str
    words: str
    citation: int


def wording(attribution: Attribution, shelf: Shelf, notebook: Notebook) -> Wording:
    """The attribution's words, as its article prints them."""
    return Wording(
        attribution=attribution.id,
        article=attribution.article,
        form=attribution.form,
        lead=_lead(attribution, shelf.article(attribution.article)),
        words=SEGMENT_BREAK.join(span.exact.strip() for span in attribution.content),
        citation=notebook.cite_attribution(attribution),
    )


def _lead(attribution: Attribution, article: Article) -> str:
    source, cue, content = attribution.source, attribution.cue, attribution.content[0]
    if content.exact[:1] in CLOSING or cue is None or source is None:
        return ""
    if not source.end <= cue.start < cue.end <= content.start <= cue.end + GAP:
        return ""
    lead = article.text[cue.start : content.start]
    return "" if "\n" in lead else lead.strip()


def say(wording: Wording, longest: int) -> Line:
    """The words as a line, cut at a word after `longest` characters; quotations are marked as such."""
    words = cut(wording.words, longest)
    if words[:1] in CLOSING:
        return line(quotation(words))
    if wording.lead:
        return line(f"{wording.lead} ", _in_quotation_marks(words))
    return _in_quotation_marks(words.removeprefix("that "))


def capital(words: str) -> str:
    """The words as a line begins with them."""
    return words[:1].upper() + words[1:]


def between(wording: Wording) -> str:
    """What stands between the speaker's name and the words: "Oram said …", "Oram, stating …", "Oram: “…”"."""
    if not wording.lead:
        return ": "
    return ", " if wording.lead.partition(" ")[0].endswith("ing") else " "


def _in_quotation_marks(words: str) -> Line:
    pieces: list[Run] = []
    end = 0
    for match in _QUOTED.finditer(words):
        pieces += line(words[end : match.start()], quotation(match[0]))
        end = match.end()
    return line(tuple(pieces), words[end:])


def cut(words: str, longest: int) -> str:
    """The words up to `longest` characters, ending in […] where any were left out."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    kept = words[: longest + 1].rsplit(" ", 1)[0].rstrip(" ,;:—–-")
    closing = CLOSING.get(words[0], "")
    return f"{kept} […]{closing if closing not in kept[1:] else ''}"


def cut_around(words: str, start: int, end: int, longest: int) -> str:
    """About `longest` characters of the words, whole ones, with `[start, end)` in the middle where there is more."""
    if len(words) <= longest:
        return cut(words, longest)
    room = max(longest - (end - start), 0) // 2
    left, right = max(0, start - room), min(len(words), end + room)
    if left:
        left = words.find(" ", left, start) + 1 or start
    if right < len(words):
        right = max(words.rfind(" ", end, right), end)
    kept = " ".join(words[left:right].split())
    return f"{'[…] ' if left else ''}{kept}{' […]' if right < len(words) else ''}"
