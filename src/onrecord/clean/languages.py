"""The language of a text, guessed from its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the of and to in that is for on with was said by as at it from has have be he they this are not",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an sagte",
    "fr": "le la les de des et en un une du que qui dans pour est au sur par plus ne pas ce il a été avec",
    "es": "el la los las de que y en un una por con para es del se al su lo como más ha no dijo sobre",
    "it": "il la di che e un una in per è del della con non si le dei al da sono ha più gli nel ma",
    "pt": "o a os as de que e em um uma do da para com não no na por se mais dos foi ao disse como",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om ook als bij door naar maar wordt",
    "pl": "w i z na do nie się że to jest o jak po od za przez przy są ale dla oraz tym jego był",
    "tr": "ve bir bu da de için ile olarak daha olan çok ama en gibi sonra kadar dedi ne var oldu",
    "sv": "och i att det som en på är av för med den till har de inte om ett han men var sig",
    "ru": "и в не на что с по как из к у за от это о для его но он до был при",
    "uk": "і в не на що з та до як у за від це про для його але він був при є щоб",
}
_SETS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("zh", "\u4e00", "\u9fff"),
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
)
_FOREIGN = re.compile("[" + "".join(f"{low}-{high}" for _, low, high in _SCRIPTS) + "]+")
SAMPLE_CHARS = 4000


def guess_language(text: str) -> str:
    """The two letters (ISO 639-1) of the likeliest language; "en" where the text tells too little."""
    sample = text[:SAMPLE_CHARS]
    if sum(map(len, _FOREIGN.findall(sample))) > 0.1 * len(sample):
        return _by_script(sample)
    counts = Counter(_WORD.findall(sample.casefold()))
    scores = {code: sum(counts[word] for word in words) for code, words in _SETS.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] >= 5 and scores[best] > 1.2 * scores["en"] else "en"


def _by_script(sample: str) -> str:
    """The language whose letters are the most; Japanese where any kana stand among Chinese signs."""
    counts = {code: len(re.findall(f"[{low}-{high}]", sample)) for code, low, high in _SCRIPTS}
    if counts["ja"] > 0.05 * counts["zh"]:
        return "ja"
    return max(counts, key=lambda code: counts[code])
