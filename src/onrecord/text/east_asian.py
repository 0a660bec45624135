"""Chinese, Japanese, Korean and Vietnamese names: which part is the family's, and one key for their romanisations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

# The families that most people bear: in pinyin, in Vietnamese without its marks, in the forms that Korean ones take.
_CHINESE = frozenset(
    "bai bo cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao gu guo han hao he hou hu huang jia "
    "jiang jin kang kong li liang liao lin liu long lu luo ma mao meng pan peng qi qian qin qiu ren shao shen shi song "
    "su sun tan tang tian wan wang wei wen wu xi xia xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng zhang zhao "
    "zheng zhong zhou zhu zou".split()
)
_VIETNAMESE = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong trinh luong".split()
)
_KOREAN_FORMS = """
kim gim|lee yi rhee ri li|park pak bak|choi choe|jung jeong chung chong|kang gang|cho jo|yoon yun|chang jang|lim im rim
|han|shin sin|seo suh|kwon gwon|hwang|ahn an|song|ryu yoo yu|hong|moon mun|yang|bae pae|baek paek paik|noh roh no ro|
koo gu ku|woo u|nam|ha|oh o|sim shim|joo ju chu|min|son sohn
"""
_KOREAN = {
    form: line.split()[0] for line in _KOREAN_FORMS.replace("\n", "").strip().split("|") for form in line.split()
}
_PINYIN = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|"
    r"ie|iu|ua|ue|ui|uo|er|[aoeiu])"
)
_WADE_GILES = re.compile(r"(ch|hs|sh|ts|tz|ss|sz|[ptkjflmnhwy])?([aeiou]\w*)")
_KOREAN_SYLLABLE = re.compile(
    r"(?:kk|tt|pp|ss|ch|sh|[gkndtrlmbpsjhyw])?(?:y?eo|ae|oe|eu|ui|ou|oo|ee|w[aeio]|y[aeou]|[aeiou])h?(?:ng|[kgnlmpb])?"
)
_KANA = re.compile(
    r"(?:(?:[kgnhbpmr]y|sh|ch|ts|sy|ty|zy|[kgsztdnhbpmrywjf]|kk|ss|ssh|tt|tch|pp)?(?:[aiueo]|o[uh](?![aiueo]))|"
    r"n(?![aiueo])|m(?=[bpm]))+"
)
_KANA_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"o(?:[uo]|h(?![aiueo]))", "o"),
        (r"uu", "u"),
        (r"ii", "i"),
        (r"s(?=[iy])y?(?!i)|s(?=i)", "sh"),
        (r"t(?=y)y|t(?=i)", "ch"),
        (r"t(?=u)", "ts"),
        (r"z(?=y)y|z(?=i)", "j"),
        (r"(?<![sc])h(?=u)", "f"),
        (r"m(?=[bpm])", "n"),
    )
)
LOOSE = "Korean vowels"  # that o, u and eo are one letter: true of two systems, not within one
_MOST_SYLLABLES = 2  # of a given name


def is_family_first(words: tuple[str, ...]) -> bool:
    """Whether the folded words of a name begin with the family's, as they stand in Chinese, Korean and Vietnamese."""
    first, *rest = words
    parts = [part for word in rest for part in word.split("-")]
    if not parts or words[-1] in _CHINESE:
        return False
    if first in _VIETNAMESE and len(rest) > 1 and all(len(part) <= len("nghieng") for part in parts):
        return True
    if first in _KOREAN and len(parts) == _MOST_SYLLABLES and all(map(_KOREAN_SYLLABLE.fullmatch, parts)):
        return True
    return first in _CHINESE and _is_pinyin("".join(parts))


def east_asian_readings(words: tuple[str, ...]) -> Iterator[str]:
    """A key for each way in which the folded words of a full name can be read as Chinese, Japanese or Korean."""
    parts = tuple(part.replace("'", "") for word in words for part in word.split("-"))
    for surname, given in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        if surname in _KOREAN and (korean := _korean(given)):
            yield f"Korean: {_KOREAN[surname]} {korean}"
            yield f"{LOOSE}: {_KOREAN[surname]} {re.sub('y?[ouE]', 'o', korean)}"
        if len(given) <= _MOST_SYLLABLES:
            yield from (f"Chinese: {read}" for read in _chinese(surname, given))
    if len(words) == 2 and all(_KANA.fullmatch(word.replace("'", "")) for word in words):
        yield f"Japanese: {' '.join(sorted(map(_japanese, words)))}"


def _japanese(word: str) -> str:
    word = word.replace("'", "")
    for pattern, written in _KANA_RULES:
        word = pattern.sub(written, word)
    return word


def _korean(given: tuple[str, ...]) -> str | None:
    """The given name of two syllables, by the consonants and vowels that the two official systems write alike."""
    syllables = list(given)
    if len(given) == 1:
        syllables = next((list(cut) for cut in _cuts(given[0]) if all(map(_KOREAN_SYLLABLE.fullmatch, cut))), [])
    if len(syllables) != _MOST_SYLLABLES or not all(map(_KOREAN_SYLLABLE.fullmatch, syllables)):
        return None
    return " ".join(map(_korean_syllable, syllables))


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:at], word[at:]) for at in range(len(word) - 2, 1, -1))


_KOREAN_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"^(?:j|ch)", "c"),
        (r"^g", "k"),
        (r"^d", "t"),
        (r"^b", "p"),
        (r"^sh", "s"),
        (r"^[lr]", "r"),
        (r"oo|ou|^wu|^woo", "u"),
        (r"ee", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"eo", "E"),
        (r"eu", "u"),
        (r"^w(?=[ou]$)", ""),
        (r"g$", "k"),
        (r"b$", "p"),
    )
)


def _korean_syllable(syllable: str) -> str:
    ng = syllable.endswith("ng")
    word = syllable.removesuffix("ng") + ("N" if ng else "")
    for pattern, written in _KOREAN_RULES:
        word = pattern.sub(written, word)
    return word


def _is_pinyin(word: str) -> bool:
    return bool(_PINYIN.fullmatch(word)) or any(
        _PINYIN.fullmatch(left) and _PINYIN.fullmatch(right)
        for left, right in ((word[:n], word[n:]) for n in range(1, 7))
    )


@lru_cache(maxsize=10_000)
def _chinese(surname: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The name in pinyin: as it stands where it is pinyin, else every way in which Wade-Giles can be read."""
    if not given:
        return ()
    joined = "".join(given)
    if surname in _CHINESE and _is_pinyin(joined) and len(given) == 1:
        return (f"{surname} {joined}",)
    pinyin = {f"{surname} {joined}"} if surname in _CHINESE and all(map(_PINYIN.fullmatch, given)) else set()
    families = [family for family in _from_wade_giles(surname) if family in _CHINESE]
    syllables = [[each for each in _from_wade_giles(part) if _PINYIN.fullmatch(each)] for part in given]
    if all(syllables):
        pinyin |= {f"{family} {''.join(cut)}" for family in families for cut in product(*syllables)}
    return tuple(sorted(pinyin))


_INITIALS = {"p": "bp", "t": "dt", "k": "gk", "ts": "zc", "tz": "zc", "j": "r", "hs": "x", "ss": "s", "sz": "s"}
_FINALS = {
    "ien": "ian",
    "ung": "ong",
    "iung": "iong",
    "ih": "i",
    "ieh": "ie",
    "ueh": "ue",
    "uei": "ui",
    "erh": "er",
    "eh": "e",
}
_WHOLE = {
    "yen": ("yan",),
    "yeh": ("ye",),
    "i": ("yi",),
    "in": ("yin",),
    "ing": ("ying",),
    "yu": ("you", "yu"),
    "erh": ("er",),
    "yung": ("yong",),
}


def _from_wade_giles(syllable: str) -> tuple[str, ...]:
    """The pinyin syllables that one of Wade-Giles, its apostrophe lost in print, may stand for."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    found = _WADE_GILES.fullmatch(syllable)
    if not found:
        return ()
    initial, final = found.group(1) or "", found.group(2)
    ending = _FINALS.get(final, final)
    if initial in {"ts", "tz", "ss", "sz"} and final == "u":
        ending = "i"
    elif final == "o":
        ending = "e" if initial in {"k", "h"} else "uo" if initial in {"t", "n", "l", "ts", "ch", "sh", "j"} else "o"
    if initial == "ch":
        initials: tuple[str, ...] = ("j", "q") if ending[0] == "i" and final != "ih" else ("zh", "ch")
        if ending in {"u", "ue", "uan", "un"}:
            initials = ("zh", "ch", "j", "q")
    else:
        initials = tuple(_INITIALS.get(initial, "")) or (initial,)
    return tuple(f"{each}{ending}" for each in initials)
