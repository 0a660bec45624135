"""What is said in invented coverage, and the versions of it that outlets print.

A saying is one to three clauses of terms. A version is its words as an outlet has them, in quotation marks, in the
reporter's words, or partly so; each sort of version is made at the rate that VERSIONS gives.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.planted.language import MODALS, Language, Term

from onrecord.records import Form

SWAPPED = {"indirect": 0.15, "paraphrase": 0.5, "translated": 0.4, "mixed": 0.2}  # of the words that have a synonym
MONTHS = ("January", "March", "April", "June", "August", "October", "December")
JOINS = ("and", "because", "if", "so that", "until")
PLURAL = {"is": "are", "has": "have", "plans": "plan", "intends": "intend", "needs": "need"}
SHORT = 7  # words below which nothing is cut off


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Who, whether, what: “the council” “will” not “build the new bridge” “before June”."""

    subject: tuple[Term, ...]
    modal: tuple[str, ...]  # the ways to say it
    verb: Term
    what: tuple[Term, ...]
    tail: tuple[Term, ...]
    number: int | None = None  # how many of what
    negated: bool = False
    join: str = ""  # to the clause before it


Saying = tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The words of a saying as printed, without marks around them, and how they are given."""

    words: str
    form: Form
    sort: str


def saying(dice: random.Random, language: Language) -> Saying:
    """Something that can be said in the story."""
    count = dice.choices((1, 2, 3), (3, 5, 2))[0]
    return tuple(_clause(dice, language, dice.choice(JOINS) if number else "") for number in range(count))


def _clause(dice: random.Random, language: Language, join: str) -> Clause:
    the, noun, place = Term("the"), language.noun, language.place
    subject = dice.choice((
        lambda: (Term("we"),),
        lambda: (the, noun()),
        lambda: (Term("our"), noun()),
        lambda: (Term(place()),),
        lambda: (the, language.adjective(), noun()),
    ))()  # fmt: skip
    number = dice.randint(3, 9_999) if dice.random() < 0.2 else None
    before = () if number else (dice.choice((the, Term("every"), Term("our"))),)
    what = dice.choice((
        lambda: (*before, language.adjective(), noun()),
        lambda: (*before, noun()),
        lambda: (*before, noun(), Term("of"), the, noun()),
    ))()  # fmt: skip
    tail = dice.choice((
        lambda: (),
        lambda: (Term("in"), Term(place())),
        lambda: (Term("before"), Term(dice.choice(MONTHS))),
        lambda: (Term("with"), the, language.adjective(), noun()),
        lambda: (Term("for"), the, noun(), Term("and"), the, noun()),
    ))()  # fmt: skip
    return Clause(
        subject=subject,
        modal=dice.choice(MODALS),
        verb=language.verb(),
        what=what,
        tail=tail,
        number=number,
        negated=dice.random() < 0.12,
        join=join,
    )


def denial(said: Saying) -> Saying:
    """The opposite, in the same words."""
    return (replace(said[0], negated=not said[0].negated), *said[1:])


def other_number(dice: random.Random, said: Saying) -> Saying | None:
    """The same with another figure; None where there is none in it."""
    if said[0].number is None:
        return None
    return (replace(said[0], number=said[0].number + dice.randint(2, 500)), *said[1:])


class _Printed:
    """Puts clauses into words: some of them swapped for synonyms, some of them left out."""

    def __init__(
        self, dice: random.Random, *, swapped: float = 0.0, dropped: float = 0.0, reported: bool = False
    ) -> None:
        self._dice, self._swapped, self._dropped, self._reported = dice, swapped, dropped, reported

    def all(self, said: Saying) -> str:
        parts = [f"{clause.join} {self._clause(clause)}".strip() for clause in said]
        return ", ".join(parts) if self._dice.random() < 0.5 and self._swapped else " ".join(parts)

    def _clause(self, clause: Clause) -> str:
        modal = clause.modal[0]
        if self._swapped and self._dice.random() < self._swapped:
            modal = self._dice.choice(clause.modal)
        elif self._reported:
            modal = {"will": "would", "can": "could", "must": "had to"}.get(modal, modal)
        what, tail = clause.what, clause.tail
        if clause.subject[0].word in {"we", "they"}:
            modal = _plural(modal)
        if self._dice.random() < self._dropped:
            what = what[:-3] if len(what) > 3 else what
        if self._dice.random() < self._dropped:
            tail = ()
        terms = " ".join(map(self._term, clause.subject))
        number = [f"{clause.number:,}"] if clause.number else []
        return " ".join([
            self._reporting(terms), _negated(modal) if clause.negated else modal, self._term(clause.verb), *number,
            *map(self._term, what), *map(self._term, tail),
        ])  # fmt: skip

    def _term(self, term: Term) -> str:
        return self._dice.choice(term.others) if term.others and self._dice.random() < self._swapped else term.word

    def _reporting(self, subject: str) -> str:
        if not self._reported:
            return subject
        return "they" if subject == "we" else subject.replace("our ", "their ")


def _plural(modal: str) -> str:
    first, _, rest = modal.partition(" ")
    return f"{PLURAL.get(first, first)} {rest}".rstrip()


def _negated(modal: str) -> str:
    first, _, rest = modal.partition(" ")
    if first in {"plan", "intend", "need"}:
        return f"do not {modal}"
    if first in {"plans", "intends", "needs"}:
        return f"does not {first[:-1]} {rest}"
    if first in {"has", "have", "had"}:
        return "must not"
    return "cannot" if first == "can" else f"{first} not {rest}".rstrip()


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def verbatim(dice: random.Random, said: Saying) -> Version:
    """All of the words, in order."""
    return Version(words=_sentence(_Printed(dice).all(said)), form=Form.DIRECT, sort="verbatim")


def _words_of(dice: random.Random, said: Saying) -> list[str]:
    return verbatim(dice, said).words.split()


def _cut(dice: random.Random, said: Saying) -> Version:
    """The beginning or the end of the words, more than half of them."""
    words = _words_of(dice, said)
    if len(words) > SHORT:
        keep = dice.randint(max(SHORT, len(words) // 2), len(words) - 1)
        words = words[:keep] if dice.random() < 0.5 else words[-keep:]
    return Version(words=_sentence(" ".join(words)), form=Form.DIRECT, sort="cut")


def _elided(dice: random.Random, said: Saying) -> Version:
    """A few words in the middle are left out."""
    words = _words_of(dice, said)
    if len(words) > SHORT:
        at, gap = dice.randint(3, len(words) - 4), dice.randint(1, 4)
        words = [*words[:at], dice.choice(("…", "...", "[...]")), *words[min(at + gap, len(words) - 2) :]]
    return Version(words=" ".join(words), form=Form.DIRECT, sort="elided")


def _repunctuated(dice: random.Random, said: Saying) -> Version:
    """Commas and dashes where others have none; a sentence parted in two."""
    words = _words_of(dice, said)
    at = dice.randint(2, len(words) - 2)
    mark = dice.choice((",", " –", ";", "."))
    rest = words[at].capitalize() if mark == "." else words[at]
    return Version(
        words=f"{' '.join(words[:at])}{mark} {' '.join([rest, *words[at + 1 :]])}",
        form=Form.DIRECT,
        sort="repunctuated",
    )


def _misspelled(dice: random.Random, said: Saying) -> Version:
    """One or two letters are wrong."""
    words = _words_of(dice, said)
    for _ in range(dice.choice((1, 1, 2))):
        at = dice.randrange(len(words))
        word = words[at]
        if len(word) > 4 and word.isalpha():
            letter = dice.randrange(1, len(word) - 1)
            swapped = f"{word[:letter]}{word[letter + 1]}{word[letter]}{word[letter + 2 :]}"
            words[at] = dice.choice((swapped, word[:letter] + word[letter + 1 :], word[:letter] + word[letter:]))
    return Version(words=" ".join(words), form=Form.DIRECT, sort="misspelled")


def _bracketed(dice: random.Random, said: Saying) -> Version:
    """A word of the outlet's own stands in brackets."""
    words = _words_of(dice, said)
    words.insert(dice.randint(2, len(words) - 1), dice.choice(("[sic]", "[local]", "[in effect]")))
    return Version(words=" ".join(words), form=Form.DIRECT, sort="bracketed")


def _translated(dice: random.Random, said: Saying) -> Version:
    """In quotation marks, but in another translator's words."""
    words = _Printed(dice, swapped=SWAPPED["translated"]).all(said)
    return Version(words=_sentence(words), form=Form.DIRECT, sort="translated")


def _indirect(dice: random.Random, said: Saying) -> Version:
    """In the reporter's words, close to the speaker's."""
    words = _Printed(dice, swapped=SWAPPED["indirect"], dropped=0.15, reported=True).all(said)
    return Version(words=words, form=Form.INDIRECT, sort="indirect")


def _paraphrase(dice: random.Random, said: Saying) -> Version:
    """In the reporter's words, half of those that have a synonym swapped; of several clauses one may be left out."""
    kept = said[:-1] if len(said) > 1 and dice.random() < 0.3 else said
    if len(kept) == 2 and kept[1].join == "and" and dice.random() < 0.4:
        kept = (replace(kept[1], join=""), replace(kept[0], join="and"))
    words = _Printed(dice, swapped=SWAPPED["paraphrase"], dropped=0.25, reported=True).all(kept)
    return Version(words=words, form=Form.INDIRECT, sort="paraphrase")


def _mixed(dice: random.Random, said: Saying) -> Version:
    """In the reporter's words, with some of the speaker's in quotation marks."""
    words = _Printed(dice, swapped=SWAPPED["mixed"], dropped=0.1, reported=True).all(said).split()
    own = _words_of(dice, said)
    long = dice.randint(2, min(6, len(words) - 3, len(own)))
    at = len(words) - long
    return Version(words=f"{' '.join(words[:at])} “{' '.join(own[-long:])}”", form=Form.MIXED, sort="mixed")


def _headline(dice: random.Random, said: Saying) -> Version:
    """The first clause, without articles, as a headline has it."""
    words = _Printed(dice, swapped=0.2, dropped=0.5, reported=True).all(said[:1]).split()
    short = [word for word in words if word not in {"the", "every", "their"}]
    return Version(words=" ".join(short), form=Form.INDIRECT, sort="headline")


VERSIONS: dict[Callable[[random.Random, Saying], Version], float] = {
    verbatim: 0.31,
    _cut: 0.12,
    _elided: 0.08,
    _repunctuated: 0.06,
    _misspelled: 0.06,
    _bracketed: 0.03,
    _translated: 0.05,
    _indirect: 0.12,
    _paraphrase: 0.07,
    _mixed: 0.07,
    _headline: 0.03,
}


def version(dice: random.Random, said: Saying) -> Version:
    """One outlet's version."""
    return dice.choices(tuple(VERSIONS), tuple(VERSIONS.values()))[0](dice, said)
