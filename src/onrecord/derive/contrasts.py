"""Words of one kind that exclude each other: what is told of the north is not of the south, the killed not the hurt."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.text.stems import stem

_KINDS = tuple(
    frozenset(stem(word) for word in told.split())
    for told in (
        "north northern south southern east eastern west western central",
        "upper lower middle",
        "left right",
        "men women boys girls",
        "old new",
        "first second third fourth fifth sixth final",
        "spring summer autumn winter",
        "morning evening night afternoon",
        "junior senior",
        "killed dead died wounded injured hurt arrested missing rescued saved survived",
        "hired employed dismissed sacked",
        "bought sold",
        "won lost",
        "imports exports imported exported",
        "built destroyed demolished repaired",
        "arrived left departed",
    )
)


def contrasted(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether one side has a stem of a kind and the other none but another of that kind."""
    one, other = frozenset(left), frozenset(right)
    return any(one & kind and other & kind and not one & other & kind for kind in _KINDS)
