"""Names of outlets: tidied, compared, and the longer put in the shorter's place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.clean.bylines import SECTION_WORDS, looks_like_person
from onrecord.text.agencies import find_agency, is_agency, is_job, looks_like_media, name_key

_LEADING_WORDS = re.compile(
    r"^(?:About|More|Follow|Read|Copyright|All|By|By The|Home|Contact|Join|Support|Subscribe|From)\s+"
)
_TRAILING = re.compile(
    r"['’]s?$|\s+(?:Inc|Ltd|LLC|GmbH|plc|Media Group|Group)\.?$|,.*$|\. .*$|\s+(?:19|20)\d\d.*$|"
    r"\s+(?:All Rights|all rights).*$"
)
# A link's picture and words run together: "The CourierThe Courier".
_TWICE = re.compile(r"([A-ZÀ-Þ].{3,60}?)\1")
_DESK = re.compile(r"\s+(?:(?:[Nn]ews|[Ww]eb) ?[Dd]esk|[Ss]taff|[Nn]ewsroom|[Ww]eb)$")
_NO_OUTLET = SECTION_WORDS | frozenset(
    "facebook twitter x telegram whatsapp instagram youtube linkedin tiktok threads bluesky reddit "
    "google apple signal viber "
    "rss home us me him her here all rights reserved comments getty images creative commons chrome "
    "safari ios android "
    "android play store".split()
)
# Before "newsletter" and "edition" they are no name.
_WHEN = frozenset("daily weekly morning evening midday weekend breakfast".split())
_SMALL = frozenset("of the and in on at for de du la le y".split())
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Þ]")
LONGEST_NAME_WORDS = 7


def tidy_name(name: str) -> str | None:
    """The name without what is put before and after it; None where it is no outlet's."""
    name = _TWICE.sub(r"\1", unshouted(" ".join(name.split())))
    name = _LEADING_WORDS.sub("", " ".join(name.split()).strip(" .,|*_#")).strip(" .,|")
    name = _DESK.sub("", _TRAILING.sub("", name).strip(" .,"))
    words = name_key(name).split()
    if not words or len(name) < 3 or len(words) > LONGEST_NAME_WORDS or is_agency(name):
        return None
    if (all(word in _NO_OUTLET for word in words) and find_agency(name) is None) or set(words) <= _WHEN:
        return None
    if is_job(name) or (looks_like_person(name) and not looks_like_media(name)):
        return None
    return name


def unshouted(name: str) -> str:
    """A name printed in capitals, in the usual letters; initials stay: two letters, or more without a vowel."""
    words = name.split()
    if not name.isupper() or len(words) < 2 or find_agency(name) is not None:
        return name
    first, *rest = (word if len(word) <= 2 or not _VOWEL.search(word) else word.capitalize() for word in words)
    return " ".join([first, *(word.lower() if word.lower() in _SMALL else word for word in rest)])


def without_outlet(headline: str | None, outlet: str | None) -> str | None:
    """The headline without the site's name after it: "… | Northern Courier", "… - courier.example"."""
    if headline is None or outlet is None:
        return headline
    name = re.escape(outlet.removeprefix("The ")).replace(r"\ ", r"\ ?")
    return re.sub(rf"\s+[|–—·:-]\s+(?:the\s*)?{name}(?:\.\w+)?$", "", headline, flags=re.IGNORECASE) or headline


def merged(votes: Mapping[str, float]) -> dict[str, float]:
    """The votes, those for a name's last words ("the Courier") or initials given to the one longer name."""
    joined = dict(votes)
    for short in sorted(votes, key=len):
        longer = [
            key
            for key in votes
            if key != short and (key.endswith(f" {short}") or _is_cut(short, key) or _is_kind(short, key))
        ]
        if len(longer) == 1:
            joined[longer[0]] = joined.get(longer[0], 0) + joined.pop(short)
    return joined


_KINDS = frozenset({"news", "online", "tv", "television", "radio", "sport", "live"})


def _is_kind(short: str, name: str) -> bool:
    """Whether the other is the short name with what kind of outlet it is: "obc" of "obc news"."""
    return name.startswith(f"{short} ") and name.removeprefix(f"{short} ") in _KINDS


def _is_cut(short: str, name: str) -> bool:
    """Whether the short name has the initials of the other ("toi news" of "times of ister"), alone or with its kind."""
    first, _, kind = short.partition(" ")
    words = name.split()
    return (
        len(words) > 1 and len(first) == len(words) and first == "".join(word[0] for word in words) and len(kind) < 12
    )
