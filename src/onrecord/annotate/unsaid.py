"""Tags in which nobody says anything: who was asked, who would not comment, what is commented on or referred to."""

from __future__ import annotations

import re

from onrecord.records import Form, Kind, Tag

# "Asked whether she would go, Oram said no": the question is of who goes unnamed.
_ASKED = re.compile(r"(?:when |if |once )?(?:asked|pressed|questioned|quizzed)(?: (?:about|on|by \w+))?", re.IGNORECASE)
_IS_ASKED = re.compile(r"(?:\b(?:when|if|once|was|were|is|been|being|after)|[(–—])\s*$|^\W*$", re.IGNORECASE)
_NO_COMMENT = re.compile(
    r"(?:to (?:comment|elaborate|be (?:named|identified)|give (?:details|(?:his|her) name)|answer questions?)\b.{0,60}|"
    r"not to be (?:named|identified)\b.{0,40}|(?:(?:a|any|the|its|our|further|repeated|multiple|several) )*"
    r"(?:e-?mails?|calls?|messages?|inquir(?:y|ies)|requests?|questions)? ?"
    r"(?:for|seeking) (?:further |additional )?comments?\b.{0,40}|(?:.{0,60} )?for (?:a |further )?comment)",
    re.IGNORECASE | re.DOTALL,
)
_REFUSES = re.compile(
    r"\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|ask(?:ed|s)?|request(?:ed|s)?|did not|didn[’']t|has not|have not|"
    r"not (?:immediately )?respond|contact(?:ed)?|sought|wish(?:es|ed)?|want(?:s|ed)?)\b",
    re.IGNORECASE,
)
_CHECKS = re.compile(r"\b(?:could not|cannot|unable to|not been able to)\b.*\b(?:verify|confirm)$", re.IGNORECASE)
_ON_WHAT = re.compile(r"(?:(?:was|were|is|today|also) )*comment(?:ing|ed|s)? on", re.IGNORECASE)
# "Has not issued any statement in response to", "made no mention of", "has yet to comment on".
_SILENT = re.compile(
    r"(?:\b(?:not|never|no|yet)\b|n[’']t\b).{0,40}\b"
    r"(?:respon(?:d|ded|ding|se)|repl(?:y|ied)|react(?:ed)?|comment(?:ed|s)?|mention(?:ed)?|elaborate[ds]?|answer(?:ed)?|"
    r"details|statements?)"
    r"(?: (?:publicly|immediately|directly|further|any|in response|in reaction|to|on|of|about|by name))*$",
    re.IGNORECASE,
)
# "“It will close,” he said, referring to the bridge": the reporter tells what the words before it are about.
_GLOSS = re.compile(
    r"(?:(?:was|were|is|appear(?:s|ed)|seem(?:s|ed)|apparently|clearly|presumably|possibly|to|be) )*"
    r"(?:referring|alluding|(?:in )?(?:an? |the )?(?:\w+ )?(?:reference|allusion)) to",
    re.IGNORECASE,
)
# "Casting doubt over the talks", "dashing hopes of a deal": what the words did, as the reporter sees it.
_EFFECT = re.compile(
    r"(?:dash|dimm?|damp(?:en)?|cast|rais|fuel+|stok|boost|eas|heighten)(?:ing|ed|es|s)? (?:\w+ )?"
    r"(?:hopes?|doubts?|fears?|expectations?|tensions?|concerns?|speculation|questions?)\b",
    re.IGNORECASE,
)
# "The interview was cited by the Post": whose words were passed on is told, and not what they were.
_PASSED_ON = re.compile(
    r"\b(?:was|were|is|are|been) (?:\w+ )?(?:cited|quoted|reported|carried|published|relayed|aired)\b"
)
_MERE_WORDS = re.compile(
    r"(?:the|his|her|its|their|these|those|[A-ZÀ-Þ][\w-]*[’']s?) "
    r"(?:interview|words|remarks|comments?|statement|speech|quotes?)",
    re.IGNORECASE,
)
_SAID_NOTHING = frozenset({"nothing", "little", "no more"})
_NOTE = re.compile(
    r"(?:an? )?(?:earlier|previous) version of (?:this|the) (?:story|article|report|post)", re.IGNORECASE
)


def is_unsaid(text: str, tag: Tag) -> bool:
    """Whether nobody says what the tag has for said: it still tells who is spoken of, and that he was asked."""
    if tag.cue is None:
        return False
    cue, told = tag.cue.exact.strip(), tag.content[0].exact
    if tag.source is not None and _NOTE.match(tag.source.exact):
        return True
    if tag.form is not Form.INDIRECT:
        return False
    return (
        _is_asked(text, tag)
        or (_NO_COMMENT.fullmatch(told) is not None and _REFUSES.search(cue) is not None)
        or _CHECKS.search(cue) is not None
        or _ON_WHAT.fullmatch(cue) is not None
        or (tag.kind is not Kind.INTENTION and _EFFECT.match(cue) is not None)
        or told.casefold() in _SAID_NOTHING
        or _SILENT.search(cue) is not None
        or (_PASSED_ON.search(cue) is not None and _MERE_WORDS.fullmatch(told.strip()) is not None)
        or (_GLOSS.fullmatch(cue) is not None and " as " not in told)
    )


def _is_asked(text: str, tag: Tag) -> bool:
    """Whether the cue tells that somebody was asked, and the content is what."""
    cue = tag.cue
    if cue is None or _ASKED.fullmatch(cue.exact.strip()) is None or tag.content[0].start < cue.end:
        return False
    line = text.rfind("\n", 0, cue.start) + 1
    before = text[max(line, cue.start - 12) : cue.start]
    if tag.source is not None and text[tag.source.start : cue.start].rstrip() == tag.source.exact.rstrip(" ,") + ",":
        return True  # "Oram, asked where she would go, pointed"
    opens = cue.exact[:1].isupper() or re.search(r"[.!?][”\"']?\s+$", before) is not None
    return opens or _IS_ASKED.search(before) is not None or cue.exact.lower().startswith(("when ", "if ", "once "))
