"""The proper name that heads a source: "the chairman, *Jan Velt*", not "spokesman for the *ministry*"."""

from __future__ import annotations

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.phrases import SPLIT_AT, head_words
from onrecord.annotate.names import Name
from onrecord.annotate.roles import ROLE_NOUNS
from onrecord.annotate.rules.lexicon import SPEAKER_NOUNS
from onrecord.records import Span

# Heads that name nobody in particular.
UNNAMED_HEADS = frozenset(
    "source sources official officials insider insiders person people witness witnesses resident "
    "residents diplomat diplomats analyst analysts expert experts critic critics observer observers "
    "aide aides adviser advisers soldier soldiers worker workers farmer farmers lawmaker lawmakers "
    "voter voters protester protesters supporter supporters neighbour neighbours neighbor neighbors "
    "colleague colleagues investigator investigators reporter reporters".split()
)
FURTHER = 12  # characters behind its head words in which a body's name may still head the phrase
LOOKED_BACK = 60  # characters before "who"


def heading(cast: Cast, source: Span) -> tuple[Name, int] | None:
    """The name, with its group, that heads the source."""
    inside = cast.named_in(source)
    people = [(name, group) for name, group in inside if cast.is_person(group)]
    reach = len(" ".join(head_words(source.exact))) + FURTHER if inside else 0
    for name, group in [*reversed(people), *inside]:
        possessive = cast.article.text[name.span.end : name.span.end + 2] in {"'s", "’s", "s'", "s’"}
        far = name.span.start - source.start >= reach and not cast.is_person(group)
        if not possessive and not far and _heads(cast, source, name, group):
            return name, group
    return None


def _heads(cast: Cast, source: Span, name: Name, group: int) -> bool:
    """Whether the name is what the phrase is about, not a body or place inside it."""
    before = source.exact[: name.span.start - source.start]
    words = before.lower().replace(",", " , ").split()
    if cast.is_person(group) and (not words or words[-1] not in {"for", "of", "to", "with", "from", "about"}):
        return True
    if any(word in SPLIT_AT for word in words):
        return False
    after = source.exact[name.span.end - source.start :].lower().split()
    return not any(word.strip(",.’'") in SPEAKER_NOUNS | ROLE_NOUNS for word in after[:4]) and not any(
        word in UNNAMED_HEADS for word in words
    )


def named_before_who(cast: Cast, who: Span) -> int | None:
    """The group of the name right before "who", or None."""
    named = cast.named_in(Span.of(cast.article.text, max(0, who.start - LOOKED_BACK), who.end))
    if named and cast.article.text[named[-1][0].span.end : who.start].strip(" ,\u00a0") == "":
        return named[-1][1]
    return None
