"""Nouns that stand for one person, whether they tell a man from a woman, and whose they are."""

from __future__ import annotations

from onrecord.annotate.entities import Gender
from onrecord.annotate.roles import FEMALE, MALE, ROLE_NOUNS

# Somebody of a family or a household: "her father" is another than she.
RELATIVES = frozenset(
    "father mother mum mom brother sister son daughter husband wife parent child baby uncle aunt nephew niece cousin "
    "grandfather grandmother grandson granddaughter widow widower fiance fiancee fiancé fiancée stepfather "
    "stepmother girlfriend boyfriend partner friend neighbour neighbor colleague twin".split()
)
PEOPLE = frozenset(
    "source insider expert observer bystander eyewitness "
    "man woman boy girl guy lady gentleman person teenager youth toddler infant student pupil artist athlete "
    "academic biologist physicist chemist philosopher poet musician composer filmmaker producer presenter "
    "broadcaster banker businessman businesswoman entrepreneur millionaire billionaire tycoon magnate dictator "
    "monarch candidate nominee incumbent contender challenger rival opponent winner champion defendant suspect "
    "accused plaintiff claimant complainant prisoner inmate detainee victim survivor patient nurse physician "
    "psychologist sociologist anthropologist archaeologist veteran pensioner retiree immigrant migrant refugee "
    "driver passenger pedestrian cyclist sailor fisherman farmer carpenter plumber electrician engineer inventor "
    "designer programmer developer blogger critic reviewer playwright painter sculptor dancer comedian "
    "entertainer celebrity star goalkeeper defender striker forward quarterback batsman bowler boxer wrestler "
    "swimmer runner cyclist golfer jockey coach referee umpire democrat republican conservative liberal socialist "
    "communist nationalist populist reformer revolutionary rebel dissident whistleblower spy agent diplomat "
    "statesman stateswoman politician parliamentarian congressman backbencher newcomer native expatriate "
    "grocer baker butcher chef cook waiter waitress clerk cashier receptionist nun priest monk bishop imam "
    "preacher pastor missionary theologian scholar fellow graduate dropout alumnus laureate recipient author "
    "columnist correspondent anchor host moderator interviewer interviewee murderer killer gunman attacker "
    "robber thief burglar hacker fugitive widow widower bachelor bride groom newlywed orphan hero heroine".split()
)
WOMEN = FEMALE | frozenset(
    "girl lady mother mum mom sister daughter wife aunt niece grandmother granddaughter girlfriend fiancee fiancée "
    "stepmother waitress heroine bride nun stateswoman".split()
)
MEN = MALE | frozenset(
    "boy guy gentleman father brother son husband uncle nephew grandfather grandson boyfriend fiance fiancé "
    "stepfather waiter hero groom monk statesman gunman batsman".split()
)
PERSONS = ROLE_NOUNS | RELATIVES | PEOPLE


def gender_of_noun(noun: str) -> str | None:
    """Female or male where the noun says so, else None."""
    if noun in WOMEN:
        return Gender.FEMALE
    return Gender.MALE if noun in MEN else None
