"""English abbreviations by what may follow their stop, and the words that begin sentences.

All in lower case and without the last stop. General knowledge of English newspapers, American and
British.
"""

from __future__ import annotations


def _listed(lines: str) -> frozenset[str]:
    """Return the words of the lines."""
    return frozenset(lines.split())


# More follows, whatever it is: the stop never ends a sentence.
NEVER_LAST = _listed("vs v cf e.g i.e viz")

# Printed with a capital, a name follows: the stop never ends a sentence.
BEFORE_NAMES = _listed("""
    mr mrs ms mx dr prof gen lt col sgt capt cmdr cdr adm maj brig pvt cpl gov sen sens rep reps
    rev hon pres messrs mme mlle msgr amb atty supt det insp fr mt
    """)

# "No. 4", but "He said no. Then he left."
BEFORE_FIGURES = _listed("no nos")

MONTHS = _listed("jan feb mar apr jun jul aug sep sept oct nov dec")
MONTH_NAMES = _listed("january february march april may june july august september october november december")
WEEKDAYS = _listed("monday tuesday wednesday thursday friday saturday sunday")

# May end a sentence; it does where the next word is one that begins sentences. Those of the first set only
# with a capital, as most are words when printed small ("ill", "wash", "wed").
MAY_END_CAPITAL = (
    _listed("""
    inc ltd corp co bros llc plc jr sr esq st ave blvd rd hwy sq dept govt assn univ art sec vol
    fig ala ariz ark calif colo conn del fla ga ill ind kan ky md mass mich minn mo mont neb nev
    okla ore pa tenn tex va vt wash wis wyo mon tue tues wed thu thur thurs fri ft
    """)
    | MONTHS
)
MAY_END_SMALL = _listed("approx ca c p pp ch par para al dept govt est ft")

HOURS = frozenset({"a.m", "p.m"})

# Capitalised, these begin a sentence rather than a name. "Under", "First", "One", "Will" and "May" are left
# out: they stand in names ("U.N. Under-Secretary", "U.S. First Lady").
STARTERS = _listed("""
    the a an he she it they we you i this that these those there here his her its their our my
    your but and or nor so yet if in on at for from with without by as after before when while
    although though since because once until unless during despite according to however meanwhile
    moreover nevertheless instead thus therefore earlier later now then today yesterday tomorrow
    also another some many most several both each every no not none nobody nothing what who whom
    whose why how where which whether is are was were do does did have has had can could would
    should must asked speaking among between about against following amid given still even only
    just such perhaps maybe almost nearly yes please let it's he's she's that's they're we're i'm
    don't isn't there's
    """)

# What a name is followed by where it says the quotation before it: “Why?” Oram asked.
SPEECH = _listed("""
    said says asked asks added adds replied replies wrote writes exclaimed wondered shouted
    declared answered quipped retorted remarked concluded continued recalled joked demanded
    insisted warned told
    """)
BEFORE_VERBS = _listed("then also later again further once himself herself has had")
# Of the verbs, those that take no clause of what was said without "that" or a question word.
ASKED = _listed("asked asks exclaimed wondered shouted quipped joked retorted replied")
# After "said" these begin what was said: the name then begins a sentence of its own.
SAID_CONTENT = _listed("that the he she it they his her its their there a an no we i this these")
NAME_PARTICLES = _listed("de del della da di du van von der den bin ibn al el la le of dos")
