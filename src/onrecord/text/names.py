"""Names across spellings: a key that the usual ways of writing a foreign name in Latin letters share."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.text.folding import fold

# Forms of one given name or place that no letter pattern leads to each other; the first gives the key.
# General knowledge: the same person or place is printed both ways in English.
_ONE_NAME = """
alexander aleksandr aleksander alexandr alexandre oleksandr aliaksandr alyaksandr aleksandar iskandar
alexei aleksei aleksey alexey oleksii oleksiy alyaksey alexi
andrei andrey andrii andriy andrej andrzej
anna hanna ganna
artem artyom artiom
boris borys barys
benjamin binyamin benyamin
daniil danylo danil danilo
dmitri dmitry dmitriy dmitrii dimitri dimitry dmytro dzmitry
elena yelena olena
fedor fyodor fiodor fedir
georgi georgy georgiy georgii heorhii heorhiy
gennady guennadi gennadi gennadiy hennadii hennadiy
gregory grigory grigori grigoriy hryhorii hryhoriy
igor ihor
irina iryna
catherine katherine ekaterina yekaterina kateryna
konstantin kostiantyn kostyantyn konstantyn
mikhail mykhailo mikhailo mihail mikhael michail
natalia nataliya natalya nataliia
nadezhda nadiia nadiya
nikolai nikolay nikolaj mykola
oleg oleh
paul pavel pavlo
petr pyotr piotr petro
sergei sergey serguei serge serhii serhiy sergiy siarhei
svetlana svitlana sviatlana
tatiana tatyana tetiana tetyana
vasily vasili vasiliy vassily vasyl
victor viktor wiktor
vitaly vitali vitaliy vitalii
vladimir volodymyr wladimir uladzimir
yevgeny evgueni evguenii yevgeni yevgeniy evgeny evgeni evgenii evgeniy yevhen yevhenii eugeny
yulia julia yuliya iuliia yuliia
yuri yury yuriy yurii iouri juri jurij iurii
al el
abdullah abdallah abdulla abdoullah
ahmad ahmed akhmed achmed ahmet
faisal faysal feisal faycal
gaddafi qaddafi gadhafi qadhafi kadafi kadhafi khadafy gadafi
hussein husain hussain husayn hossein husein hossain hussien
ibrahim ebrahim
ismail ismael esmail esmaeil ismaeil
jafar jaafar dzhafar djafar
jamal gamal djamal jamaal
khalid khaled
mahmoud mahmud mahmood makhmud
mehmet mehmed
muammar moammar moamer mouammar
muhammad mohammed mohamed mohammad muhammed mohamad muhamad mahomed magomed mukhammad
mustafa mostafa moustafa
nasser nasir naser
omar umar omer
osama usama oussama
qassem qasem qasim kassem ghasem qassim
rashid rasheed rachid
said saeed sayeed saiid
sheikh shaikh shaykh cheikh
suleiman sulaiman suleyman
yahya yehya yahia
yasser yasir yaser
yusuf yousef youssef yousuf yusef yousif
kyiv kiev kyjiv kijev
kharkiv kharkov charkiv
lviv lvov
chernihiv chernigov
mykolaiv nikolaev nikolayev
zaporizhzhia zaporozhye zaporizhia zaporizhzhya zaporozhe
rivne rovno
dnipro dnepr dnieper
chernobyl chornobyl
"""
# In this order: what several letters write first, then what is written with one letter or another.
_PATTERNS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"[^\w]|_", ""),
        (r"sch(?!m)|sz", "sh"),
        (r"tsch|tch|tsh|cz", "ch"),
        (r"dzh|dj", "j"),
        (r"tz", "ts"),
        (r"(zh)+", "zh"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"gu(?=[ei])", "g"),
        (r"ou|oo", "u"),
        (r"(?:(?<=[bcdfghjklmnprstvz])|^)([uoa])e(?=[bcdfghklmnprstvyz])", r"\1"),
        (r"ee", "i"),
        (r"^[yji]e(?=\w\w)", "e"),
        (r"[yj]", "i"),
        (r"i+e(?=[vnl])", "i"),
        (r"ei$|i+$", "i"),
        (r"(?<=[bdfgkptv])er$", "r"),
        (r"(?<=[aeiou])h$", ""),
        # Russian г, Ukrainian г, Arabic ه, خ and غ: one place, five letters. Not in sh, ch, th, zh.
        (r"(?<!^)kh|(?<!^)gh", "h"),
        (r"^gh", "g"),
        (r"(?<=[aeiounrlk])g(?=[aeiounrld])", "h"),
        (r"^g(?=r)", "h"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """Write the name in the one way that its usual spellings in Latin letters share, token by token.

    Equal keys say that two names may be one, never that they are: "Harris" and "Haris" share a key too.
    """
    return " ".join(key for token in fold(name).replace("-", " ").split() if (key := _token_key(token)))


def _token_key(token: str) -> str:
    plain = token.strip("'\".,")
    return _KEYS.get(plain) or spelled(plain)


def listed_key(token: str) -> str | None:
    """The key of a folded word of which the forms are listed, or None."""
    return _KEYS.get(token)


def spelled(token: str) -> str:
    """The key of one folded word by the patterns alone."""
    for pattern, written in _PATTERNS:
        token = pattern.sub(written, token)
    return token


_KEYS = {form: spelled(line.split()[0]) for line in _ONE_NAME.strip().splitlines() for form in line.split()}


def spelling_distance(left: str, right: str) -> float:
    """Letters to add, drop, change or swap with the next one to get from one folded name to the other."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - loads when two names are compared

    return float(OSA.distance(fold(left), fold(right)))
