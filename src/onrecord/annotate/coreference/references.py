"""The places of an article that stand for one person or body: names, pronouns, descriptions, each with its standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.annotate.coreference.persons import PERSONS, gender_of_noun
from onrecord.annotate.coreference.places import OUTSIDE, Places
from onrecord.annotate.entities import Gender
from onrecord.annotate.rules.lexicon import AUXILIARIES, CUES, PREPOSITIONS
from onrecord.records import Article, Span

PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]ers?|[Hh]imself|[Hh]erself)\b(?![’'](?![sdl]))")
PRONOUNS = frozenset("he she him his her hers himself herself".split())
DESCRIPTION = re.compile(
    r"\b(the|this|that|an?|another|one|his|her|its|their|my|our|your|[\w-]+[’']s)\s+((?:[\w’'.-]+\s+){0,3}[\w’'-]+)",
    re.IGNORECASE,
)
AGE = re.compile(r"^\d{1,3}-year-old$")
WORD_BEFORE = re.compile(r"([\w’'-]+|[^\w\s])\s*$")
WORD_AFTER = re.compile(r"\s*([\w’'-]+|[^\w\s])")
CLAUSE_OPENERS = frozenset(
    "and but or that as when while because if before after since although though who whether where until once so "
    "than which whom what how why".split()
)
# What parts two clauses of a sentence from each other.
CLAUSE_BREAK = re.compile(
    r"[,;:—–“”\"()]|\b(?:and|but|or|that|as|when|while|because|if|before|after|since|although|though|who|whether|where|"
    r"until|so|than|which|what|how|why)\b"
)
SAYS = re.compile(
    r"(?:,[^,.;:“”\"]{2,90},|,)?\s+(?:(?:also|then|later|has|have|had|\w+ly)\s+)*"
    r"(?:said|says|told|tells|added|adds|argued|argues|claimed|claims|"
    r"insisted|insists|believes|believed|thinks|thought|hopes|hoped|announced|announces|admitted|wrote|writes|denied|"
    r"promised|explained|warned|vowed|declared|stated|noted|acknowledged|recalled|felt|knew|wants|wanted|agreed|decided|"
    r"suggested|asked|realized|realised|confirmed|stressed|maintained)\b"
)
WHO = re.compile(r",?\s+who\b")
LEADS_IN = re.compile(r"\W*(?:before|after|when|while|as|since|once|although|though|if|because|in|with|by|at|on|until|"
                      r"for|despite|like|unlike|speaking|asked|according)\b", re.IGNORECASE)  # fmt: skip


class Sort(StrEnum):
    """How a reference names its referent."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


class Standing(StrEnum):
    """What the reference is in its clause, as the words beside it tell."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place that stands for a person or body; `head` is the noun of a description, else empty."""

    span: Span
    sort: Sort
    standing: Standing
    sentence: int
    paragraph: int
    quotation: int = OUTSIDE
    gender: str | None = None
    head: str = ""
    begin: int = 0  # where the office before a name begins
    opens: bool = False  # whether it opens its sentence
    says: bool = False  # whether a verb of saying follows
    goes_on: bool = False  # whether "who" follows


def pronouns_of(article: Article, places: Places) -> Iterator[Reference]:
    """Every he and she of the body with their forms, in order."""
    for segment in article.body():
        for match in PRONOUN.finditer(article.text, segment.start, segment.end):
            yield refer(places, Span.of(article.text, match.start(), match.end()), Sort.PRONOUN)


ONE_OF = re.compile(
    r"\b[Oo]ne of (?:them|(?:the|his|her|its|their|[A-Z][\w-]+['’]s)(?: [\w’'-]+){1,3}?)"
    r"(?=,? who\b|,? (?:said|told|asked|added|was|had|has|is|stopped|came|spoke)\b)"
)


def descriptions_of(article: Article, places: Places) -> Iterator[Reference]:
    """Every "the minister", "her father", "a 64-year-old" of the body, in order; the head is a noun for a person."""
    for segment in article.body():
        at = segment.start
        while match := DESCRIPTION.search(article.text, at, segment.end):
            at = match.end(1)
            end = _end_of_head(article.text, match)
            if end:
                yield refer(places, Span.of(article.text, match.start(), end), Sort.DESCRIPTION)
                at = end
        for match in ONE_OF.finditer(article.text, segment.start, segment.end):
            yield refer(places, Span.of(article.text, match.start(), match.end()), Sort.DESCRIPTION)


def _end_of_head(text: str, match: re.Match[str]) -> int:
    """Behind the noun for a person that heads the phrase, 0 where none does."""
    found = 0
    for word in re.finditer(r"[\w’'.-]+", match.group(2)):
        plain = word.group().lower()
        if plain in PERSONS and not plain.endswith(("’s", "'s")):
            found = match.start(2) + word.end()
        elif found or plain in STOPS or plain in CUES or plain.endswith("."):
            break
        elif AGE.match(plain) and _ends_phrase(text, match.start(2) + word.end()):
            return match.start(2) + word.end()
    following = WORD_AFTER.match(text, found) if found else None
    names = following is not None and following.group(1)[:1].isupper()  # "the minister Ilse Oram": the name stands
    return 0 if names or (following is not None and following.group(1) in COMPOUNDS) else found


STOPS = frozenset("of for from in at on with who that which and or to by was is has had were are".split())
COMPOUNDS = frozenset("’s team union house party association council office families community".split()) - {"’s"}


def _ends_phrase(text: str, at: int) -> bool:
    following = WORD_AFTER.match(text, at)
    if following is None or not following.group(1)[0].isalpha():
        return True
    word = following.group(1).lower()
    return word in CUES or word in AUXILIARIES or word in STOPS or word.endswith("ed")


def refer(places: Places, span: Span, sort: Sort, begin: int | None = None) -> Reference:
    """The reference at the span, with what its place and the words beside it tell; a name's office is at `begin`."""
    head = _head(span.exact) if sort is Sort.DESCRIPTION else ""
    gender = _gender_of_pronoun(span.exact) if sort is Sort.PRONOUN else gender_of_noun(head)
    number = places.sentence(span.start)
    return Reference(
        span=span,
        sort=sort,
        standing=standing_of(places, span, sort),
        sentence=number,
        paragraph=places.paragraph(span.start),
        quotation=places.quotation(span.start),
        gender=gender,
        head=head,
        begin=span.start if begin is None else begin,
        opens=number >= 0 and _opens(places.text, places.sentences[number][0], span.start),
        says=_says(places.text, span.end),
        goes_on=WHO.match(places.text, span.end) is not None,
    )


def _head(phrase: str) -> str:
    """The noun of a description: its last word for a person before any "of" or "for"."""
    head = last = ""
    if phrase.lower().startswith("one of "):
        return phrase.lower().split()[-1].removesuffix("s")  # "one of the minister’s aides" is an aide
    for word in phrase.lower().split():
        bare = word.strip(",.")
        if bare in STOPS and last:
            break
        last = bare
        if bare in PERSONS or AGE.match(bare):
            head = bare
        if word.endswith(",") and head:
            break
    return head or last


def _gender_of_pronoun(word: str) -> str:
    return Gender.FEMALE if word.lower().startswith(("she", "her")) else Gender.MALE


SHORT = 5  # words of a description that opens a sentence
NO_NOUN = AUXILIARIES | PREPOSITIONS | CLAUSE_OPENERS | {"the", "a", "an", "it", "this", "not", "up", "out", "off"}


def standing_of(places: Places, span: Span, sort: Sort) -> Standing:
    """Subject, object, oblique or owner, by the word on either side."""
    text = places.text
    word = span.exact.lower()
    number = places.sentence(span.start)
    first = places.sentences[number][0] if number >= 0 else 0
    before_match = WORD_BEFORE.search(text, max(first, span.start - 40), span.start)
    after_match = WORD_AFTER.match(text, span.end, span.end + 40)
    before = before_match.group(1).lower() if before_match else ""
    after = after_match.group(1) if after_match else ""
    if sort is Sort.PRONOUN:
        return _standing_of_pronoun(word, after)
    if after in {"'", "’"} or text.startswith(("'s", "’s"), span.end):
        return Standing.OWNER
    if before in {"to", "by"} and text[: span.start].rstrip().lower().endswith("according to"):
        return Standing.SUBJECT
    if before in PREPOSITIONS:
        return Standing.OBLIQUE
    if not before or before in CLAUSE_OPENERS or _is_verb(after) or SAYS.match(text, span.end):
        return Standing.SUBJECT
    if before in CUES and (not after or after in ".,:;"):
        return Standing.SUBJECT  # "…, said Oram."
    return Standing.SUBJECT if _follows_lead(text, first, span.start, before) else Standing.OBJECT


def _follows_lead(text: str, first: int, start: int, before: str) -> bool:
    """Whether a quotation or what leads the sentence in stands before: "In her remarks, *Oram*", "His aide, *Velt*"."""
    if before in {"”", '"', "—", "–"}:
        return True
    return before == "," and (LEADS_IN.match(text, first, start) is not None or _is_described(text, first, start))


def _says(text: str, at: int) -> bool:
    """Whether a verb of saying follows, next or behind an aside and an adverb or two."""
    after = WORD_AFTER.match(text, at, at + 40)
    return (after is not None and after.group(1) in CUES) or SAYS.match(text, at) is not None


def _opens(text: str, first: int, start: int) -> bool:
    """Whether nothing but a word, or a description of the same person, stands before in the sentence."""
    return len(text[first:start].split()) <= 1 or _is_described(text, first, start)


def _is_described(text: str, first: int, start: int) -> bool:
    """Whether the sentence opens with a description to which what follows is in apposition: "The minister, *Velt*"."""
    lead = text[first:start].rstrip()
    words = lead.rstrip(",").split()
    return lead.endswith(",") and 0 < len(words) <= SHORT and any(word.lower() in PERSONS for word in words)


def _standing_of_pronoun(word: str, after: str) -> Standing:
    if word in {"he", "she"}:
        return Standing.SUBJECT
    if word == "his" or (word == "her" and after[:1].isalnum() and after.lower() not in NO_NOUN):
        return Standing.OWNER
    return Standing.OBJECT


def _is_verb(word: str) -> bool:
    lower = word.lower()
    return lower in AUXILIARIES or lower in CUES or (word[:1].islower() and lower.endswith("ed") and len(lower) > 4)
