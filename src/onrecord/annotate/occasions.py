"""To whom and on what occasion something was said, where its sentence tells."""

from __future__ import annotations

import re

from onrecord.records import Span, Tag

_STOP = r"(?=\s+(?:that|on|in|at|after|before|during|as|by|from|to|he|she|they|it|there|the|a|an)\b|[,.;:“\"«]|$)"
TOLD = re.compile(
    r"\b(?:told|tells|telling|informed|assured|reminded|warned|asked|urged)\s+(?P<to>(?:the |a |an |his |her |their )?"
    r"(?:[A-Z][\w.’'&-]*(?:\s+(?:of|for|the)\s+(?=[A-Z]))?\s*){1,5}|(?:the |a |an |his |her |their |local |foreign )*"
    r"(?:reporters?|journalists?|newsmen|mediapersons|(?:press|news) conference|briefing|rally|hearing|committee|"
    r"council|inquiry|tribunal|court|meeting|congregation|lawmakers?|parliament|supporters?|delegates?|staff|viewers|"
    r"listeners|"
    r"deputies|senators?|colleagues|members of [\w ]{3,30}|a crowd|crowds?|investors|residents|workers|judges?|jurors|"
    r"police|investigators)|us|(?:this|our) (?:newspaper|paper|magazine|site|reporter|correspondent)|the paper)" + _STOP
)
SAID_TO = re.compile(
    r"\b(?:said|says|speaking|spoke)\s+to\s+(?P<to>(?:the\s+)?(?:reporters|journalists|[A-Z][\w.’' -]{2,40}?))" + _STOP
)
# "Addressing journalists in Ister, Oram said": told first, away from the cue.
LED_IN = re.compile(
    r"^(?:Addressing|Speaking to|Talking to|Briefing) (?P<to>(?:the |local |foreign |assembled |waiting )*(?:reporters|"
    r"journalists|newsmen|mediapersons|media persons|media|press|lawmakers|supporters|delegates|parliament))\b"
)
OCCASION = re.compile(
    r"\b(?:in|at|during|on|after|via|through)\s+(?P<what>(?:a|an|the|his|her|their|its|this)\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:press conference|news conference|conference|briefing|interview|speech|address|statement|meeting|summit|call|"
    r"hearing|debate|session|rally|ceremony|letter|post|tweet|video|message|memo|article|op-ed|column|podcast|broadcast|testimony|"
    r"visit|vigil|service|assembly|hustings|lecture|forum)"
    r"(?:\s+(?:in|on|of|with|for|attended by)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})?)"
)


def find_addressee(tag: Tag, sentence: Span | None, contents: tuple[Span, ...]) -> Span | None:
    """Whom the speaker told, as the sentence names them."""
    if sentence is None or tag.cue is None:
        return None
    for pattern in (TOLD, SAID_TO):
        for match in pattern.finditer(sentence.exact):
            start = sentence.start + match.start("to")
            cue_fits = tag.cue.start - 1 <= sentence.start + match.start() <= tag.cue.end
            if cue_fits and not any(span.start <= start < span.end for span in contents):
                return _stripped(match.group("to"), start)
    led_in = LED_IN.match(sentence.exact)
    if led_in and tag.cue.start > sentence.start + led_in.end():
        return _stripped(led_in.group("to"), sentence.start + led_in.start("to"))
    return None


def find_occasion(tag: Tag, sentence: Span | None, contents: tuple[Span, ...]) -> Span | None:
    """The occasion on which it was said, as the sentence names it outside what is said."""
    if sentence is None or tag.cue is None:
        return None
    for match in OCCASION.finditer(sentence.exact):
        start = sentence.start + match.start("what")
        if not any(span.start <= start < span.end for span in contents):
            return _stripped(match.group("what"), start)
    return None


# An occasion of its own: before whom, on which platform, in what.
_ELSEWHERE = re.compile(
    r"\b(?:told|tells|telling) (?:the )?(?:[a-z]+ )?(?:reporters|journalists|lawmakers|supporters|parliament|delegates|"
    r"deputies|senators|colleagues|a crowd|crowds)\b|"
    r"\b(?:told|tells|telling|addressed|addressing) (?:an?|the|his|her|their) (?:[a-z]+ )?(?:press|news) conference\b|"
    r"\bon (?:X|Twitter|Telegram|Facebook|Instagram|Truth Social|TikTok|social media)\b|\b(?:tweet(?:ed)?|posted)\b|"
    r"\bat (?:an?|the|his|her|their) (?:[\w’'-]+ ){0,4}(?i:conference|summit|forum|rally|meeting|ceremony|event)\b|"
    r"\bin (?:an?|the|his|her|their) (?:[\w’'-]+ ){0,3}(?:letter|post|tweet|video|speech|address|memo|filing|ad|spot)\b"
)


def speaks_elsewhere(tag: Tag, sentence: Span | None, contents: tuple[Span, ...]) -> bool:
    """Whether the sentence tells, outside what is said, an occasion that is not a news organisation's own."""
    if sentence is None or tag.cue is None:
        return False
    found = (sentence.start + match.start() for match in _ELSEWHERE.finditer(sentence.exact))
    return any(not any(span.start <= at < span.end for span in contents) for at in found)


def _stripped(words: str, start: int) -> Span:
    kept = words.strip()
    start += len(words) - len(words.lstrip())
    return Span(start=start, end=start + len(kept), exact=kept)
