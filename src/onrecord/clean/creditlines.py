"""Lines that say who helped to make the article: contributors, agencies, editors, where it first appeared."""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block

_I = re.IGNORECASE
_CREDIT = re.compile(
    r"[(\[*_—–\s-]*(?:(?:additional|further|extra)?\s*(?:reporting|writing|editing|research|translation)"
    r"(?:\s+(?:and|&)\s+\w+)?(?:\s+(?:for \w+ )?)?by\b|"
    r"(?:compiled|edited|written|translated|produced|adapted)\s+(?:\w+\s+){0,2}by\b|"
    r"[—–-]*\s*with (?:additional |further )?(?:files|reporting|inputs?|information|material|"
    r"agency inputs?|reports?|contributions?)\b.{0,40}\b(?:from|by|of)\b|"
    r"sources?\s*:\s*[A-Z]|agencies\b|"
    r"(?:this (?:article|story|report|piece)\s+(?:(?:was|is|has been)\s+)?(?:(?:first|originally|also)\s+)?|"
    r"the (?:article|story|report|piece)\s+(?:(?:was|has been)\s+)?(?:first|originally)\s+)"
    r"(?:(?:published|produced|republished|reprinted|provided|supplied|syndicated|translated)\s+"
    r"(?:by|in|on|with|from|under)\b|appeared\s+(?:in|on)\b|contains (?:material|information))|"
    r"(?:re)?published (?:with permission|under|by arrangement)|reprinted )",
    _I,
)
_CONTRIBUTED = re.compile(
    r"[(\[*_\s]*[A-Z][\w.,'’& -]{1,160}\s(?:also )?(?:contributed(?: (?:reporting|to this|to "
    r"the|additional|from))?|(?:also )?reported from [A-Z][\w ,.]+)\b"
)
_REPORTED_FROM = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:,? and [A-Z][\w.'’ -]+)? (?:also )?(?:reported|"
    r"contributed) from [A-Z][\w .,]{2,40}\.?"
)
_CONTRIBUTION = re.compile(
    r"\bcontributed\b.{0,24}\b(?:report|reporting|story|article|piece|dispatch|analysis|coverage|"
    r"this)\b",
    _I,
)
_LONE_SOURCE = re.compile(r"\s*[(\[—–-]+\s*(?:[A-Z][\w.'’/& -]{1,50})\s*[)\]]?\s*")


def is_credit_line(block: Block) -> bool:
    """Whether the whole line gives credit for the article."""
    text = block.text
    count = len(block.shape.words)
    if count > 45 or len(text) > 320:
        return False
    if _CREDIT.match(text):
        return True
    if _CONTRIBUTED.match(text) and _CONTRIBUTION.search(text):
        return True
    if _REPORTED_FROM.fullmatch(text):
        return True
    return count <= 5 and text[0] in "(—–-[" and _LONE_SOURCE.fullmatch(text) is not None
