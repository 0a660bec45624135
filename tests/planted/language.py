"""Words for invented coverage: everyday English with its synonyms, and forty thousand made up from syllables."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

VOCABULARY = 40_000  # made-up words; the n-th is used as often as one over n
TOPIC = 40  # words that a story comes back to
ENGLISH = 0.35  # of the words of content
_ONSETS = "b br d dr f fl g gr h k kl l m n p pr r s st t tr v z".split()
_RIMES = "a ad al an ar e el en er i il in is o ol on or u um un ur".split()
_NOUNS = """
road=route=way house=home=dwelling agreement=deal=accord plan=scheme=proposal worker=employee law=act=statute
war=conflict=fighting price=cost=charge farmer=grower ship=vessel=boat job=post=position border=frontier
meeting=talks=session money=funds=cash city=town child=youngster doctor=physician shop=store car=vehicle
danger=risk=threat mistake=error=blunder answer=reply=response problem=difficulty=trouble=issue rule=regulation
citizen=resident=inhabitant company=firm=business leader=chief=head help=aid=assistance start=beginning=outset
end=conclusion=close building=structure field=meadow storm=tempest illness=disease=sickness harbour=port wage=salary=pay
decision=ruling=verdict promise=pledge=vow protest=demonstration=rally soldier=troop=fighter teacher=instructor=tutor
bridge river school hospital market water winter summer bread coal grain railway court police neighbour library
"""
_VERBS = """
build=construct=erect stop=halt=end raise=lift=increase cut=reduce=lower begin=start=launch finish=complete=conclude
repair=mend=fix buy=purchase=acquire protect=defend=shield help=assist=support check=inspect=examine choose=select=pick
close=shut keep=retain=preserve show=demonstrate=reveal explain=clarify find=discover=locate hold=stage=organise
send=dispatch=ship leave=abandon=quit destroy=wreck=demolish gather=collect=assemble improve=better=enhance
change=alter=modify replace=substitute accept=embrace=welcome need=require pay=fund=finance watch=monitor=observe
receive=get=obtain offer=provide=supply test=try delay=postpone=defer share=divide teach=train sell open feed paint
"""
_ADJECTIVES = """
big=large=huge new=fresh=recent dangerous=risky=hazardous old=ancient=aged small=little=tiny quick=fast=rapid
poor=needy=impoverished rich=wealthy=affluent strong=powerful=mighty weak=feeble=frail hard=difficult=tough
easy=simple=straightforward clear=plain=obvious strange=odd=peculiar important=vital=crucial empty=vacant=deserted
whole=entire=complete certain=sure=definite fair=just=equitable cheap=inexpensive expensive=costly=dear broken=damaged
common=shared=joint secret=hidden=covert dry wet northern southern rural cold public private
"""
_SMALL = "of the in to and for with a by on at from".split()
MODALS = (
    ("will", "is going to", "plans to", "intends to"),
    ("must", "has to", "needs to", "is obliged to"),
    ("should", "ought to"),
    ("can", "is able to"),
)
FRAMES = (  # what reporters of all stories write in the same words
    "The ministry did not immediately respond to a request for comment on Tuesday.",
    "The talks are expected to resume next week, according to two people familiar with the matter.",
    "Officials declined to say when a decision would be made.",
    "No one was hurt, the police said.",
    "The figures could not be independently verified.",
    "It was not clear whether the measure had been put to a vote.",
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word and the others that say the same; of most there is no other."""

    word: str
    others: tuple[str, ...] = ()


def made_up(seed: str, count: int, syllables: Sequence[int] = (2, 2, 3)) -> tuple[str, ...]:
    """So many different words of syllables, the same ones of the same seed."""
    dice = random.Random(seed)  # noqa: S311 - invented coverage, no secret
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(dice.choice(_ONSETS) + dice.choice(_RIMES) for _ in range(dice.choice(syllables)))] = None
    return tuple(found)


def _terms(table: str) -> tuple[Term, ...]:
    groups = [tuple(each.split("=")) for each in table.split()]
    return tuple(Term(group[at], group[:at] + group[at + 1 :]) for group in groups for at in range(len(group)))


VERBS, ADJECTIVES, NOUNS = _terms(_VERBS), _terms(_ADJECTIVES), _terms(_NOUNS)
WORDS = made_up("words", VOCABULARY)
PLACES = tuple(name.capitalize() for name in made_up("places", 1_500, (2, 3)))


def zipf(dice: random.Random, count: int) -> int:
    """A number below the count, n as often as one over n + 1."""
    return min(int(count ** dice.random()), count) - 1


class Language:
    """The words of one story: some of its own, which come back, among those of the whole language."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._topic = [self._any_noun() for _ in range(TOPIC)]
        self.places = [PLACES[zipf(dice, len(PLACES))] for _ in range(4)]

    def noun(self) -> Term:
        """A noun, in two cases of three one that the story comes back to."""
        return self._topic[zipf(self._dice, TOPIC)] if self._dice.random() < 0.65 else self._any_noun()

    def verb(self) -> Term:
        """A verb, in its base form."""
        return self._dice.choice(VERBS)

    def adjective(self) -> Term:
        """An adjective, in two cases of three an English one."""
        return self._dice.choice(ADJECTIVES) if self._dice.random() < 0.65 else self._made_up()

    def place(self) -> str:
        """The name of a place."""
        return self._dice.choice(self.places)

    def prose(self) -> str:
        """A sentence of a reporter's own; one in twenty is what all reporters write."""
        if self._dice.random() < 0.05:
            return self._dice.choice(FRAMES)
        words = " ".join(self._prose_words(self._dice.randint(9, 24)))
        return f"{words[0].upper()}{words[1:]}."

    def _prose_words(self, count: int) -> Iterator[str]:
        for _ in range(count):
            at = self._dice.random()
            if at < 0.38:
                yield self._dice.choice(_SMALL)
            elif at < 0.85:
                yield self.noun().word
            elif at < 0.93:
                yield self.verb().word
            else:
                yield self.place() if at > 0.97 else self.adjective().word

    def _any_noun(self) -> Term:
        return self._dice.choice(NOUNS) if self._dice.random() < ENGLISH else self._made_up()

    def _made_up(self) -> Term:
        return Term(WORDS[zipf(self._dice, VOCABULARY)])
