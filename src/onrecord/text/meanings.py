"""What a word comes to where two reports are compared: one stem for all words that reporters use for one thing.

General knowledge of the English of news. A stem that is not listed stands for itself, less its derivational endings.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from onrecord.text.stems import STOPWORDS, content_stems, stem

# Words for one thing, a line each; the first gives its stem to all.
ONE_THING = """
talks negotiation negotiate discussion discuss talk dialogue bargaining consultation
accord deal agreement pact treaty
truce ceasefire armistice
troops soldiers soldier forces troop army military servicemen
adviser advisor aide
region oblast province
see saw seen view
europe european europeans
home house housing household dwelling residence
doctor physician medic
quake earthquake tremor
ship boat vessel
aboard board deck
firm company business corporation
plant factory works mill
job position post employment
cut reduce reduction slash lower
raise rise rose risen increase hike higher
fall fell fallen drop decline decrease
end finish complete conclude stop halt cease terminate
begin began begun start launch commence
resume restart return
open reopen
shut close closure
seize seizure capture
arrest detain detention apprehend
free release freed liberate
kill dead death die died
hurt injure injury wound
say said
promise pledge vow
warn warning caution
ask request urge appeal plea
demand insist call
accuse blame allege accusation
admit concede acknowledge confess
accept accepted agree
reject refuse refusal dismiss rebuff
ban prohibit forbid forbade prohibition outlaw
allow permit let authorise authorize
must compulsory mandatory obligatory obliged required
escort accompany
withdraw withdrew withdrawn withdrawal
send sent dispatch deploy
give gave given grant
supply deliver delivery furnish
get got receive received obtain
take took taken
buy bought purchase
sell sold sale
pay paid payment wage salary
build built construct construction
win won victory
lose lost loss defeat
find found discover
know knew known aware
break broke broken
keep kept remain stay maintain
leave left depart departure quit
go went gone
come came
hold held
meet met meeting
think thought believe
choose chose chosen choice
decide decision
steal stole stolen theft robbery rob
shoot shot shooting
strike struck walkout stoppage
seek sought
speak spoke spoken speech
tell told
bring brought
fight fought
grow grew grown growth
teach taught
hide hid hidden conceal
drink drank drunk drinking
write wrote written
run ran
feel felt
freeze froze frozen
sink sank sunk
spend spent expenditure spending
safe safety secure security
danger dangerous risk
threat threaten
attack assault raid offensive
bomb bombard bombing shell shelling
border frontier
crossing checkpoint
capital metropolis
road highway motorway
tax levy duty
price cost
money fund funding cash
bank lender
vote ballot poll election elect
law legislation bill act
court judge tribunal
prison jail
captive prisoner detainee
trial hearing
witness testify testimony
office bureau
police officer constable
evidence proof
hospital clinic
patient
child children kid
woman women
man men
person people
foot feet
journalist reporter
citizen resident inhabitant
worker employee staff labourer laborer
union guild
leader chief head
envoy emissary
ambassador
summit
proposal propose offer offered
plan scheme
help assist assistance aid
hire employ recruit
support endorse
recognise recognize recognition
welcome praise applaud hail
condemn denounce deplore
fix repair mend
check inspect inspection
investigate investigation probe inquiry enquiry
show shown demonstrate
use used usage
need necessary
want wish desire
try attempt
able possible capable
role place seat
area zone district
land territory territorial
water river
fire blaze
flood flooding
storm
crash accident collision
illness disease sickness
medicine drug
vaccine jab vaccination
infection infected infect
weapon arm arms weaponry
plane aircraft jet
car vehicle automobile
train railway rail
school college
teacher
student pupil
summon
expel expulsion
hour
percent cent
third
half halve halved
double doubled twice
previous before ahead prior
after following
level
condition
chance opportunity
error mistake
fault faulty defect defective
figure number
big large huge great
small little tiny
new fresh
old
quick fast rapid
early
late
annual yearly year
month
morning
night
rate
government cabinet
parliament lawmaker legislator
party
country nation state
""".strip()
# A verb and the small word that makes another verb of it.
_VERBS_OF_TWO = """
turn down: reject
rule out: reject
brush off: reject
brush aside: reject
call in: summon
call off: cancel
call for: demand
call on: ask
walk out: strike
pull out: withdraw
go up: raise
go down: fall
bring down: fall
come down: fall
set up: found
give up: give
give away: give
hand over: give
carry out: do
carry on: keep
go on: keep
put off: delay
on time: punctual
""".strip()
_PARTICLES = frozenset(line.split(":")[0].split()[1] for line in _VERBS_OF_TWO.splitlines())
NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    if number > 1  # "one" is seldom counted
} | dict(zip("thirty forty fifty sixty seventy eighty ninety hundred dozen".split(),
             "30 40 50 60 70 80 90 100 12".split(), strict=True))  # fmt: skip
NAMED_TIMES = frozenset(
    stem(word)
    for word in (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december spring summer autumn winter today tomorrow yesterday"
    ).split()
)
PARTS_OF_ONE = frozenset(map(stem, "half third quarter double triple".split()))
COUNTED = frozenset((*NUMBERS, "half"))  # though they hold sentences together too
# Words that add little to what is said: a report without them says the same.
_LIGHT = frozenset(
    "say tell add make made go went gone come came do get take give keep put become plan want need try like part "
    "side way thing time year day week people person now still last next since just also well even new "
    "first further announce confirm decide begin use see think intend continue able prepare ready move "
    "country government whole entire total about around nearly person man woman eve condition situation percent".split()
)
# What cannot both be said of one thing.
_OPPOSITES = """
raise fall; raise cut; lowest highest; low high; open shut; welcome condemn; win lose
begin end; keep end; continue end; leave keep; early late; increase cut; safe danger; allow ban
buy sell; arrest free; old new; double half
better worse; more less; support oppose; strong weak; guilty innocent; alive kill; north south; east west
remember forget; import export; send withdraw; love hate; rich poor; true false
accept reject; agree reject; support reject; support condemn; welcome reject; approve reject
deny admit; confirm deny; arrive leave; raise half; allow end; punctual late; punctual delay
""".strip()
_ENDINGS = re.compile(
    r"(?:ations?|itions?|ions?|ments?|ances?|ences?|ants?|ents?|ators?|ors?|ers?|ities|ity|iti|ness|ful|ive?|iv|at|it|"
    r"ians?|ia|ish|(?<!o)ur|al|abl|ibl|is|iz|ing|e|y|i)$"
)
LEAST_ROOT = 5
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}
_SHORT = re.compile(r"(\d[\d.,]*)(k|mn?|bn)")  # 14m


@cache
def _one_thing() -> dict[str, str]:
    """What words and stems come to. Where two lines have words of one stem, it is that of the line which has it whole.

    "Aided" is of "aid" and not of "aide", whose own plural is listed with it.
    """
    lines = [line.split() for line in ONE_THING.splitlines()]
    whole = {word: stem(line[0]) for line in lines for word in line}
    plural = {f"{word}s": meant for word, meant in whole.items() if f"{word}s" not in whole}
    stems: dict[str, str] = {}
    for line in lines:
        for word in line:
            stems.setdefault(stem(word), stem(line[0]))
    return {**stems, **plural, **whole}


@cache
def _verbs_of_two() -> dict[tuple[str, str], str]:
    table = {}
    for line in _VERBS_OF_TWO.splitlines():
        verb, _, meant = line.partition(": ")
        first, particle = verb.split()
        table[meaning(first), particle] = meaning(meant)
    return table


@lru_cache(maxsize=200_000)
def meaning(word: str) -> str:
    """What the word, in lower case, comes to: a number, the stem of all words for its thing, or its own root."""
    if word in NUMBERS:
        return NUMBERS[word]
    table = _one_thing()
    if word in table:
        return table[word]
    stemmed = stem(word)
    return table.get(stemmed) or _root(stemmed)


def _root(stemmed: str) -> str:
    """The stem less its derivational ending, where enough is left of it."""
    root = _ENDINGS.sub("", stemmed)
    return root if len(root) >= LEAST_ROOT and stemmed not in NAMED_TIMES else stemmed


def verb_of_two(word: str, following: str) -> str:
    """What a verb with the small word after it comes to; empty where they are no verb of two words."""
    return _verbs_of_two().get((meaning(word), following), "") if following in _PARTICLES else ""


@lru_cache(maxsize=100_000)
def meanings(word: str) -> tuple[str, ...]:
    """What the parts of one word come to, none for a word that only holds a sentence together."""
    if word in STOPWORDS and word not in COUNTED:
        return ()
    bare = word.removesuffix("'s").removesuffix("'")
    if bare[:1].isdigit() and (short := _SHORT.fullmatch(bare)):
        return short[1], meaning(_SCALES[short[2]])
    if "." in bare and not bare[0].isdigit():
        return content_stems(bare)
    return tuple(meaning(part) for part in bare.split("-") if part in COUNTED or part not in STOPWORDS)


@cache
def light() -> frozenset[str]:
    """The meanings that add little to what is said."""
    return frozenset(meaning(word) for word in _LIGHT)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in _OPPOSITES.replace("\n", "; ").split("; "):
        left, right = map(meaning, pair.split())
        table.setdefault(left, set()).add(right)
        table.setdefault(right, set()).add(left)
    return {word: frozenset(others) for word, others in table.items()}


def opposed(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Whether one has a word that cannot be said together with one of the other's."""
    table = _opposites()
    return any(not table[word].isdisjoint(right) for word in left if word in table)


def is_number(meant: str) -> bool:
    """Whether it is a figure, a part of a whole, or a day of the week, month or season by name."""
    return meant[:1].isdigit() or meant in PARTS_OF_ONE or meant in NAMED_TIMES
