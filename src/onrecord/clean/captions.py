"""Captions of pictures, told by their credit or by the way they describe a scene."""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block
from onrecord.text.agencies import find_mentions

_I = re.IGNORECASE
_PICTURE = (
    r"photo(?:graph(?:er|s)?|s)?|images?|pictures?|illustration|graphic|screen(?:shot|grab)|video|footage|caption|"
    r"infographic|map"
)
_LABELLED = re.compile(
    rf"\W{{0,3}}(?:file\s*(?:{_PICTURE})?\s*[:–—-]|(?:file|stock|archive|handout|representational|"
    rf"illustrative|representative)\s+(?:{_PICTURE})\b|"
    rf"(?:{_PICTURE})(?:\s+(?:credit|courtesy|source))?(?:\s*(?:by|from|via))?\s*[:/|–—-]|"
    rf"(?:{_PICTURE})\s+(?:by|courtesy of|credit)\s|\[(?:{_PICTURE}))",
    _I,
)
# The credit stands after a stop, a bracket or a stroke: "his image by" inside a sentence is none.
_AFTER_STOP = r"(?:^|[.!?\"”'’)\]|/–—(\[*_]\s*)"
_ENDED = re.compile(
    rf"(?:{_AFTER_STOP}(?:file )?(?:{_PICTURE})(?:\s+(?:credit|courtesy|source))?\s*(?::|/|by |courtesy|"
    rf"via)\s*[^.!?]{{2,70}}|"
    r"\bvia\s+(?:[\w/.-]+ ){0,3}?(?:images?|photos?|pictures?|getty|ap|afp|reuters|epa|efe|shutterstock|"
    r"anadolu|zuma|xinhua|sputnik|"
    r"imago|nurphoto|alamy|istock|tass|pool|handout|wikimedia|flickr|unsplash)\b[^.!?]{0,40}|"
    r"[/|]\s*(?:pool|handout|file|getty|shutterstock|epa(?:-efe)?|efe|ap|afp|reuters|anadolu|tass|xinhua|"
    r"sputnik)\b[^.!?]{0,50}|"
    rf"{_AFTER_STOP}(?:courtesy(?: of)?|handout|file|pool|screenshot|screengrab)\b[^.!?]{{0,40}}|"
    r"\b(?:getty images|shutterstock|wikimedia commons|file photo|licensing rights)\b[^.!?]{0,40}|"
    rf"\(\s*(?:[^()]{{0,60}}\b)?(?:{_PICTURE}|file|handout|pool|courtesy|via|getty|stock|"
    rf"screengrab)\b[^()]{{0,60}}\)|"
    r"[\[(][A-Z][^()\[\]]{2,40}\s?/\s?[A-Z][^()\[\]]{1,40}[\])])[.\s*_]*$",
    _I,
)
_UNKNOWN_AGENCY = re.compile(r"[/.)”\"]\s*(?:[A-Z][\w.'’-]+ ){0,4}via (?:[A-Z][\w.'’-]+ ?){1,4}$")
_NAMED_CREDIT = re.compile(
    r"[.)’”\"]\s*[\[(]?(?:[A-Z][\w.'’-]+\s){1,3}?[A-Z][\w.'’-]+\s?/\s?[A-Z][\w.' -]{1,40}[\])]?$|"
    r"\.\s+(?:[A-Z][\w.'’-]+ ){1,3}/ [A-Z][\w. ]{1,30}$|"
    r"[.)’”\"]\s+[A-Z]{2,}/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}$"
)
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]][.\s*_]*$")
# A picture is described in the present, with its day: "Ilse Oram speaks … in Port Oster, May 3, 2031."
_SCENE = re.compile(
    r"\b(?:speaks?|attends?|arrives?|walks?|shakes? hands|shake hands|gestures?|delivers?|looks? (?:on|"
    r"at)|meets?|stands?|sits?|listens?|poses?|"
    r"(?:is|are) (?:seen|pictured|shown)|(?:seen|pictured|shown) (?:in|at|on|here|during)|takes? (?:part|"
    r"questions)|addresses|holds?|waves?|leaves?|gives?|"
    r"reacts?|chairs?|inspects?|visits?|welcomes?|greets?|boards?|carry|carries|at a (?:press|"
    r"news) conference|during a|undated)\b"
)
_DAY = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2},?\s+(?:19|20)\d\d\b|"
    r"\b\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,?\s+(?:19|20)\d\d\b"
)
_SIDES = re.compile(
    r"\((?:left|right|cent(?:re|er)|second (?:left|right)|L|R|C|2nd [LR])\)|,\s(?:left|right|cent(?:re|"
    r"er)),"
)


def is_caption(block: Block) -> bool:
    """Whether the line credits a picture or is labelled as one's text."""
    text = block.text
    if len(text) > 500 or len(block.shape.words) > 75:
        return False
    if block.marker == "![":
        return True
    if _LABELLED.match(text):
        return not _is_said(text)
    tail = text[-130:]
    if _ENDED.search(tail) and not _is_said(text):
        return True
    credit = _PARENTHESIS.search(tail)
    if credit and 6 <= len(block.shape.words) <= 40 and _names_only(credit.group(1)) and describes_scene(block):
        return True
    return _NAMED_CREDIT.search(tail) is not None or _UNKNOWN_AGENCY.search(tail) is not None


def describes_scene(block: Block) -> bool:
    """Whether the line tells what a dated picture shows; such a line is a caption in front of a body only."""
    text = block.text
    if len(block.shape.words) > 45:
        return False
    return (_DAY.search(text) is not None and _SCENE.search(text) is not None) or _SIDES.search(text) is not None


def _is_said(text: str) -> bool:
    """Whether the line quotes and attributes, as a sentence that speaks of a photo does."""
    return re.search(r"\b(?:said|told|says|according to|wrote|posted)\b", text) is not None and len(text) > 120


def _names_only(words: str) -> bool:
    """Whether a closing parenthesis holds a picture's credit: an agency, and nothing that is a sentence."""
    named = next(find_mentions(words), None)
    return (
        named is not None and len(words.split()) <= 6 and not re.search(r"\b(?:is|are|was|the story|reported)\b", words)
    )
