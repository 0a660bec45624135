"""Which body of an article a description or a plural pronoun stands for: "the ministry", "the company", "they"."""

from __future__ import annotations

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.history import History
from onrecord.annotate.roles import ORGANIZATION_WORDS
from onrecord.records import EntityKind, Span
from onrecord.text.agencies import looks_like_media
from onrecord.text.folding import fold
from onrecord.text.states import state_of

FIRMS = frozenset(
    "company firm group operator manufacturer developer retailer maker insurer lender employer owner".split()
)

# Words of bodies that no "company" or "owner" stands for.
OF_THE_STATE = frozenset(
    "court council ministry parliament senate congress assembly committee commission government police army navy "
    "agency authority department union party university school church tribunal".split()
)


def body_described(cast: Cast, source: Span, words: list[str]) -> tuple[int, str] | None:
    """The one body that "the ministry" or "the company" can be, with the reason; `words` are the phrase's."""
    noun = words[-1]
    named = [
        number
        for number, group in enumerate(cast.groups)
        if group.kind is not EntityKind.PERSON and noun in {fold(word) for name in group.names for word in name.words}
    ]
    if len(named) == 1 and noun in ORGANIZATION_WORDS:
        return named[0], f"the only {noun} the article names"
    if noun not in FIRMS or len(words) != 2:
        return None
    firms = [
        number
        for number, group in enumerate(cast.groups)
        if group.kind is EntityKind.ORGANIZATION
        and group.names[0].span.start < source.start
        and not looks_like_media(group.fullest)
        and not state_of(group.fullest)
        and OF_THE_STATE.isdisjoint(fold(group.fullest).split())
    ]
    return (firms[0], "the only company named so far") if len(firms) == 1 else None


def body_speaking(history: History, span: Span) -> int | None:
    """The body that "they" or "it" stands for: the last speaker, where nothing else is named between."""
    if not history.heard:
        return None
    cast = history.cast
    tag, referent = history.heard[-1]
    if referent is None or referent < 0 or cast.groups[referent].kind is not EntityKind.ORGANIZATION:
        return None
    anchor = tag.source or tag.content[0]
    apart = cast.places.paragraph(span.start) - cast.places.paragraph(anchor.start)
    if not 0 <= apart <= 1:
        return None
    if span.start <= anchor.end:
        return None  # it stands within what was said, or before
    between = cast.named_in(Span.of(cast.article.text, anchor.end, span.start))
    quoted = [name for name, _ in between if any(each.covers(name.span) for each in tag.content)]
    return referent if all(group == referent or name in quoted for name, group in between) else None
