"""Names written out of another alphabet: one key for what the usual systems of romanisation make of one name.

A system's rules merge letters that other languages keep apart (Arabic e and i, Ukrainian h and Russian g), so they are
applied only to a name that bears a mark of that alphabet: an ending, a particle, a given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from onrecord.text.east_asian import east_asian_readings
from onrecord.text.names import listed_key, spelled


@dataclass(frozen=True, slots=True)
class System:
    """How one alphabet comes into Latin letters: by what its names are known, and what is one letter in it."""

    name: str
    marks: re.Pattern[str]  # of a folded word that names of this alphabet bear
    rules: tuple[tuple[re.Pattern[str], str], ...]
    either: tuple[str, str] = ("", "")  # the two letters for one of which "?" stands in the rules

    def spellings(self, word: str) -> tuple[str, ...]:
        """The folded word in each way that its usual spellings may share: two where a letter is one of two."""
        if listed := listed_key(word):
            return (listed,)  # its forms share a key that no rule gives
        for pattern, written in self.rules:
            word = pattern.sub(written, word)
        return tuple(spelled(word.replace("?", letter)) for letter in (self.either if "?" in word else ("",)))


def _rules(told: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Rules as "pattern > letters", one a line."""
    pairs = (line.split(">") for line in told.strip().splitlines())
    return tuple((re.compile(pattern.strip()), written.strip()) for pattern, written in pairs)


def _words(told: str) -> str:
    return "|".join(told.split())


# Russian, Ukrainian, Belarusian and Bulgarian as Britain, America, France, Germany and each state's own law write them.
_CYRILLIC = System(
    "Cyrillic",
    re.compile(
        r"\w+(?:[oe]v|[oe]ff|ow|[oe]va|sk[iy]{1,2}|skij|ska|ska[yij]a|enk[oa]|chuk|[yi]uk|[oei]v[iy]ch|[oie]vna|ouski|"
        r"ouska[yi]a|[bcdlnrvy]ak)|"
        + _words("""
            aleksandr oleksandr aliaksandr aleksei aleksey alexei alexey oleksii oleksiy andrei andrey andriy andrii
            artem artyom boris borys dmitri dmitry dmytro dzmitry fyodor fedor gennady hennadiy georgy grigory
            hryhoriy igor ihor irina iryna kateryna konstantin kostiantyn maksim maksym mikhail mykhailo nadezhda
            nadiya natalia nataliya natalya nataliia nikolai nikolay mykola oksana oleg oleh olena olga olha pavel
            pavlo petro pyotr roman ruslan semyon serguei sergei sergey serhiy serhii siarhei stanislav svetlana
            svitlana sviatlana taras tatiana tatyana tetiana vadim vadym valery valeriy vasily vasyl viktor vitaly
            vitaliy vladimir volodymyr vyacheslav yevgeny yevgeniy evgeny evgueni evgeniy yevhen yulia yuliya yuri
            yury yuriy zinaida hristo
        """)
    ),
    _rules(r"""
        s?ch?tch|sh?ch(?=[aeiouy])|schtsch|shch > sh
        ^j(?=ou) > zh
        kh|^ch(?=[lrv]) > 0
        gu(?=[ei]) > g
        gh?(?!$) > 4
        (?<![cpstz])h > ?
        (?<=[bcdfghklmnprstvz])[yij]o(?=[bcdfghklmnprstvz]) > e
        ows?k > ovsk
        ou(?=sk) > ov
        (?:ow|off)$ > ov
        (?<=[csz]h)o(?=va?$) > e
        eff$ > ev
        (?<=[aeiou])[yij]e > e
        e?[yij]ev(?=a?$) > ev
        eev(?=a?$) > ev
        (?<=\w\w)ine$ > in
        enka$ > enko
        ska[yij]a$ > ska
        c(?!h) > ts
        (?<=ts)[iy]u > u
        ts(?=i) > t
        dz(?=[im]) > d
    """),
    either=("0", "4"),  # "h" is a Russian's kh or a Ukrainian's g, which are two letters
)
# Ukrainian law and Russian use differ in the vowel too: Mykolaivka, Nikolaevka.
_CYRILLIC_PLACES = System(
    "Cyrillic",
    re.compile(r"\w+(?:sk|sk[oy]?[yi]?e|grad|hrad|pol|[aio]iv|ov|ev|[ieo]vka|ivtsi|ov[oe]|ino|yne|ets|hirka|gorka)"),
    _rules(r"""
        [kc]h > h
        gh?(?!$) > h
        (?<=[bcdfghklmnprstvz])[yi]e > e
        (?:[aiy]i|e[yi]?e|[iye])v(?=$|ka$|sk) > ov
        sko[yi]?e$ > ske
        [iy]ne$|ino$ > ino
    """),
)
# Serbian, Croatian, Bosnian, Macedonian: with or without the marks on c, s, z and d, or in English digraphs.
_SOUTH_SLAVIC = System(
    "Serbo-Croatian",
    re.compile(r"\w{3,}(?:ic|ich|itch)"),
    _rules(r"""
        tch|ch > c
        sh > s
        zh > z
        dj > d
    """),
)
_ARABIC = System(
    "Arabic script",
    re.compile(
        r"al|el|bin|ibn|bint|abu|abd\w*|\w*q(?!u)\w*|\w+[ua]llah|\w*kh\w*|\w*dh\w*|\w+[aue]dd?in|\w+eddine|\w+zadeh?|"
        r"\w+nejad|"
        + _words("""
            ahmad ahmed ali amir anwar ayman bashar bashir basheer fadi faisal farid fatima fatemeh fouad fuad gamal
            ghassan gholamreza habib hadi haitham hamad hamed hamid hani hasan hassan hossein hussein hussain husayn
            ibrahim ebrahim imad imran ismail jafar jamal javad jawad karim kareem latif magdi majdi mahdi mehdi
            mahmoud mahmud majid mansour mansur marwan marouane mohamed mohammad mohammed muhammad muammar moammar
            mustafa mostafa nabil naguib najib nasser nasir nouri nuri omar osama ragab rajab rashid reza rouhollah
            saad sadiq saeed said salah saleh salih salim sami samir sayed sayyed seif saif sharif sherif tarek tariq
            walid waleed yasser yasir yousef youssef yusuf yahya yehya yahia zainab zeinab zaynab ziad
        """)
    ),
    _rules(r"""
        ^abd[aeou]?l?(?=\w) > abd
        ^[ae]l(?=[^aeiouy]\w{3}) >
        gh|q > k
        g > ?
        dh > d
        dj|d?zh > j
        ou(?=[aei]) > w
        ch > sh
        [ou]u|oo|ow(?=[^aeiou]) > u
        ee|iy > i
        e[iy]|a[iy] > ai
        ullah$ > allah
        o > u
        zad[ae]h?$ > zad
        (?<=[iy])eh$ > a
        e$ >
        e > i
        ua|oua > wa
    """),
    either=("k", "j"),  # "g" is a Libyan's q or an Egyptian's j
)
_GREEK = System(
    "Greek",
    re.compile(
        r"\w+(?:poulos|poulou|akis|idis|idou|iadis|iadou|atos|akos|ellis)|"
        + _words("""
            alexis antonis athanasios christos hristos dimitris dimitrios eleni evangelos georgios giorgos yiorgos
            giannis yannis ioannis haralambos charalambos konstantinos kostas kyriakos nikos panagiotis spyros stavros
            thanasis theodoros vangelis vassilis yanis
        """)
    ),
    _rules(r"""
        ^(?:geo|gio|yio|yeo)rg(?:io)?s?$|^(?:geo|gio|yio|yeo)rgos$ > iorgos
        ch(?=[aeiouylr]) > h
        ^mp > b
        ^nt > d
        gk > g
        [eo]i > i
    """),
)
_HEBREW = System(
    "Hebrew",
    re.compile(
        _words("""
            arieh aryeh avigdor avraham benyamin binyamin bezalel chaim haim hayim eliyahu itamar itzhak yitzhak
            yitzchak moshe naftali rivka shaul shimon shlomo tzachi tzipi tzvi zvi yaakov yehuda yoav yosef yossi
            yuval
        """)
    ),
    _rules(r"""
        ^zv > tsv
        ch|kh > h
        tz > ts
        c > k
        ah$ > a
    """),
)
_INDIAN = System(
    "Indian scripts",
    re.compile(
        r"\w+(?:jee|erji|nath|swamy|swami|murthy|murti|appa|erjee|audhar[iy]|owdhury|oudhury|endra|krishnan|preet|bhai|walla)|"
        + _words("""
            anil arun ashok deepak ganesh gopal jagdish kumar lakshmi laxmi lalit mahesh manish manoj mukesh naresh
            prakash pradeep rajesh rajiv rakesh ramesh ravi sanjay sharad siddharth sidharth singh sridhar srinivas
            shrinivas srinivasan sunil suresh vikram vijay vinod vishnu
        """)
    ),
    _rules(r"""
        ksh|x > ks
        ^shr > sr
        th > t
        jee$|jea$ > ji
        ch[ao][uw]dh?[au]r[iy] > chaudari
        kh > k
        ee > i
        ph > f
    """),
)
_SYSTEMS = (_CYRILLIC, _SOUTH_SLAVIC, _ARABIC, _GREEK, _HEBREW, _INDIAN)


@lru_cache(maxsize=100_000)
def readings(given: tuple[str, ...], family: tuple[str, ...]) -> frozenset[str]:
    """A key of the full name for each system of romanisation whose marks it bears; "Arabic script: muhamad rasid".

    Two names with a key in common are one name in two spellings of that system; in doubt where `LOOSE` is all that they
    have in common. The words come folded.
    """
    if not given or not family:
        return frozenset()
    return frozenset((*_by_letters(given, family), *east_asian_readings((*given, *family))))


def system_of(reading: str) -> str:
    """The name of the system that gave the reading."""
    return reading.partition(":")[0]


def place_spelling(word: str) -> str:
    """One folded word of a place's name in the one way that its usual spellings share."""
    if _CYRILLIC_PLACES.marks.fullmatch(word):
        return _CYRILLIC_PLACES.spellings(word)[0]
    return listed_key(word) or spelled(word)


def _by_letters(given: tuple[str, ...], family: tuple[str, ...]) -> Iterator[str]:
    words = [part for word in (*given, *family) for part in word.split("-")]
    last = family[-1].replace("-", "")
    for system in _SYSTEMS:
        # That a Slav's name ends in -ic says so only of the family name: Eric and Dominic are no Slavs'.
        looked_at = [last] if system is _SOUTH_SLAVIC else words
        if any(system.marks.fullmatch(word) for word in looked_at):
            first = system.spellings(given[0].replace("-", ""))
            for both in product(first, system.spellings(_without_article(last, family[-1]))):
                yield f"{system.name}: {' '.join(both)}"


def _without_article(joined: str, printed: str) -> str:
    """The family name without the article that a hyphen ties to it: "al-Rashidi"."""
    head, _, rest = printed.partition("-")
    return rest.replace("-", "") if head in {"al", "el", "as", "ar", "ash", "an", "ad", "at", "az"} and rest else joined
