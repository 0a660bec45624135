"""The look of a line: how long it is, how it ends, how it is capitalised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

# Beyond this many characters a line is prose whatever it looks like, and its middle is not looked at.
LONG_LINE = 600

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*", re.UNICODE)
_CLOSED = re.compile(r"[.!?…。！？][\"'”’»“)\]*_]*$")
_INNER_STOP = re.compile(r"[a-z0-9%)][.!?][\"'”’)]*\s+[\"“‘'(]*[A-Z]")
_ENDING = re.compile(r"(?<=...)(?:ings?|ies|ers?|ed|es|s|ly)$")
# Words that titles leave small; they tell nothing about capitalisation.
_SMALL = frozenset(
    "a an the and or but nor for of to in on at by with from as is it its vs via per over into than that "
    "if so off up".split()
)
_EMPTY_WORDS = _SMALL | frozenset(
    (
        "are was were be been has have had will would could should may might can not no he she they we you his her "
        "their our this these those there after before while when where who which what how why says said say new more "
        "about against between during out all one two first last also them him me us until none any very much some "
        "only just still such other many most because both each every own same then through under again like get got "
        "make made take took come came go went did does do am i"
    ).split()
)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The look of one line or paragraph. `text` carries no markup."""

    text: str

    @cached_property
    def sample(self) -> str:
        """All of a usual line; the beginning and end of an endless one."""
        return self.text if len(self.text) <= LONG_LINE else f"{self.text[:400]} {self.text[-200:]}"

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the sample, in order."""
        return tuple(_WORD.findall(self.sample))

    @cached_property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return _CLOSED.search(self.text[-8:]) is not None

    @cached_property
    def is_titled(self) -> bool:
        """Whether it is capitalised as a title: nearly every word of weight begins with a capital."""
        heavy = [word for word in self.words if word.casefold() not in _SMALL and not word[0].isdigit()]
        raised = sum(word[0].isupper() for word in heavy)
        return len(heavy) >= 2 and raised >= 0.8 * len(heavy)

    @cached_property
    def is_shouted(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @cached_property
    def has_inner_stop(self) -> bool:
        """Whether a sentence ends inside it and another begins."""
        return _INNER_STOP.search(self.sample) is not None

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as running text: a closed sentence, or too long to be a title."""
        if len(self.text) > LONG_LINE:
            return True
        count = len(self.words)
        if self.is_closed:
            return count >= 8 or (count >= 3 and not self.is_titled)
        return count >= 28 or (count >= 12 and self.has_inner_stop)

    @cached_property
    def is_full(self) -> bool:
        """Whether it has the length of a paragraph, as teasers of a few words have not."""
        return len(self.words) >= 8

    @cached_property
    def key(self) -> str:
        """The words, folded: equal for two printings of one line."""
        return " ".join(self.words).casefold()

    @cached_property
    def content_words(self) -> frozenset[str]:
        """Its words of weight, folded and cut to six letters, so that "signs" and "signing" meet."""
        folded = (word.casefold().removesuffix("'s").removesuffix("’s") for word in self.words)
        return frozenset(_stem(word) for word in folded if word not in _EMPTY_WORDS and len(word) > 1)


def _stem(word: str) -> str:
    return _ENDING.sub("", word, count=1)[:6]
