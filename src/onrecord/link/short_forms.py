"""Given names and the short or other forms they go by."""

from __future__ import annotations

from functools import cache

# General knowledge. A bar parts the names.
_SHORT_FORMS = """
abigail abby gail|abraham abe|albert al bert|
alexander alex aleksandr oleksandr sasha alec aliaksandr|alfred fred alf|
andrew andy drew|andrii andriy andrey andrei|anthony tony antony|barbara barb|benjamin ben benny|
bernard bernie|bradley brad|catherine kate cathy katherine kathryn katie|charles charlie chuck|
christopher chris|christine chris christina|daniel dan danny|david dave|deborah debbie debra|dennis denny|
donald don donnie|dorothy dot dottie|douglas doug|edward ed eddie ted ned|eleanor ellie nell|
elizabeth liz beth betty eliza|eugene gene|yevgeny yevhen evgeny|francis frank|franklin frank|
frederick fred freddie|gabriel gabe|gerald gerry jerry|gregory greg|hryhoriy grigory|
harold harry hal|henry hank harry|isaac ike|jacob jake|james jim jimmy jamie|jeffrey jeff geoffrey|
jennifer jen jenny|jeremy jerry|john jack johnny jon|jonathan jon|joseph joe joey|joshua josh|judith judy|
kenneth ken kenny|kimberly kim|lawrence larry laurence|leonard leo len|louis lou lewis|
margaret maggie meg peggy|matthew matt|michael mike mick mickey|mikhail mykhailo|mitchell mitch|
nathaniel nathan nate|nicholas nick nicolas|mykola nikolai nikolay|oliver ollie olly|pamela pam|
patricia pat patty trish|patrick pat paddy|peter pete|petro pyotr|philip phil phillip|randolph randy|
raymond ray|rebecca becky|richard rick dick rich ricky|robert bob rob bobby robbie|ronald ron ronnie|
rosemary rosie|samuel sam sammy|sergei serhii serhiy|stephen steve steven|susan sue susie|suzanne sue|
sylvester sly|terence terry|theodore ted teddy theo|theresa terry tess|thomas tom tommy|timothy tim|
victoria vicky|george georgios giorgos yiorgos|john ioannis giannis yannis|nikolaos nikos|konstantinos kostas|
dimitrios dimitris|athanasios thanasis|evangelos vangelis|emmanuel manolis|leon lev|jose pepe|francisco paco pancho|
ignacio nacho|giuseppe beppe peppe|johannes hans|mikhail misha|dmitry dmitri dima|ivan vanya|natalia natalya natasha|
maria masha|anastasia nastya|yekaterina ekaterina katya|wojciech wojtek|
vincent vince|virginia ginny|vladimir volodymyr|walter walt|wesley wes|
william bill will billy willie liam|zachary zach zack
"""


def short_forms(name: str) -> frozenset[str]:
    """Every form of the folded given name, itself among them; none where it is not listed."""
    return _table().get(name, frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    groups = [line.split() for line in _SHORT_FORMS.replace("\n", "").strip().split("|")]
    table: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            table.setdefault(name, set()).update(group)
    return {name: frozenset(forms) for name, forms in table.items()}
