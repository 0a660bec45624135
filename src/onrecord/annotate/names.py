"""Proper names in an article: where they stand, and what the whole article tells of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from onrecord.annotate.name_clues import has_its_speaker
from onrecord.annotate.name_evidence import told_by_article
from onrecord.annotate.name_kinds import DEMONYM_END, TOWARDS
from onrecord.annotate.name_runs import Name, names_of
from onrecord.annotate.roles import FIRM_ENDS
from onrecord.annotate.rules.lexicon import CUES
from onrecord.annotate.sentences import sentence_tokens
from onrecord.annotate.tokens import TokenKind, Tokens
from onrecord.records import Article, EntityKind, NameTag, SegmentKind, Span
from onrecord.text.agencies import find_agency
from onrecord.text.states import demonym_of, state_of

__all__ = ["Name", "find_names"]

_MARKS = ".,;:'’"
LEAST_KIND = 0.2  # a tag less probable than this tells no kind
SURE_KIND = 0.5  # a tag less probable than this guesses a kind, as capitals do


def find_names(article: Article, tagged: tuple[NameTag, ...] | None = None) -> tuple[Name, ...]:
    """Every proper name in deck, body and captions, in order. A headline's capitals tell nothing, so it is left out.

    `tagged` are the names of the body as a tagger sees them, None where it looks for none: capitals tell where a name
    begins and ends, the tagger tells of what kind it is where the words beside it do not.
    """
    keep = {SegmentKind.BODY, SegmentKind.CAPTION, SegmentKind.DECK}
    lowered = _lower_words(article) - _capital_words(article)
    found: list[Name] = []
    for number, segment in enumerate(article.segments):
        if segment.kind not in keep:
            continue
        for tokens in sentence_tokens(article.text, (segment.start, segment.end), (), ()):
            if not _is_title_case(tokens):
                in_body = segment.kind is SegmentKind.BODY
                named = [replace(name, in_body=in_body) for name in names_of(article.text, tokens, lowered, number)]
                found += _listed_alike(article.text, named)
    found = _told_elsewhere(article, [name for name in found if not _is_of_feast(article.text, name.span)])
    told = _of_family(found if tagged is None else _told_by_tagger(found, tagged), article.text)
    words = _capital_words(article) | _opening_words(article)
    return tuple(told_by_article(told, article.text, article.outlet, words))


def _told_by_tagger(names: list[Name], tagged: tuple[NameTag, ...]) -> list[Name]:
    """The names, each that was not sure of its kind with the kind of the tag that overlaps it most."""
    starts = [tag.span.start for tag in tagged]
    result: list[Name] = []
    for name in names:
        near = tagged[max(0, bisect_left(starts, name.span.start) - 1) : bisect_left(starts, name.span.end)]
        best = max(near, key=lambda tag: (_shared(tag.span, name.span), -tag.span.start), default=None)
        told = name.sure and not _is_person_by_shape(name)
        if best is None or not _shared(best.span, name.span) or told or best.confidence < LEAST_KIND:
            result.append(name)
        else:
            result.append(replace(name, kind=best.kind, sure=best.confidence >= SURE_KIND))
    return result


def _is_person_by_shape(name: Name) -> bool:
    """Whether only its having several words makes the name a person's."""
    return name.kind is EntityKind.PERSON and len(name.words) > 1 and not name.roles and name.honorific is None


def _shared(left: Span, right: Span) -> int:
    """How many characters the spans share."""
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def _told_elsewhere(article: Article, names: list[Name]) -> list[Name]:
    """The names without single words that stand only where any word has a capital: "Knocking had been heard"."""
    capital = _capital_words(article)
    longer = [name.words for name in names if len(name.words) > 1]
    known = capital | _families(names) | {words[0] for words in longer if words[-1].lower() in FIRM_ENDS}
    known |= _with_peoples({name.span.exact for name in names if len(name.words) == 1}, capital)
    begun = {f"{words[0]} {words[1].lower().strip(_MARKS)}" for words in longer}
    return [
        name
        for name in names
        if len(name.words) > 1
        or (name.roles and not name.span.exact.endswith(("ed", "ing")))
        or name.honorific
        or (name.span.exact in known and not _begins_plainly(article.text, name, begun))
        or state_of(name.span.exact)
        or find_agency(name.span.exact)
        or (_speaks(article.text[name.span.end : name.span.end + 40]) and not _AT_WORK.search(name.span.exact))
        or _APPOSED.match(article.text, name.span.end)
        or has_its_speaker(article.text, name.span.end)
    ]


# The eve of a feast is no woman.
_FEAST = re.compile(r"(?:New Year(?:['’]s)?|Christmas|Midsummer|Easter|St\.? [A-Z]\w+['’]s) Eve\b")


def _is_of_feast(text: str, span: Span) -> bool:
    """Whether the name is the eve of a feast, or a part of it."""
    start = max(0, span.start - len("St. Nicholas’s "))
    return any(
        found.start() <= span.start and span.end <= found.end()
        for found in _FEAST.finditer(text, start, span.end + len(" Eve"))
    )


def _with_peoples(lone: set[str], capital: frozenset[str]) -> set[str]:
    """The lone names whose people the article calls by an adjective within a sentence: "Kaldavia", "Kaldavian"."""
    return {place for word in capital - lone if DEMONYM_END.search(word) and (place := demonym_of(word, lone))}


def _begins_plainly(text: str, name: Name, begun: set[str]) -> bool:
    """Whether the word with the one behind it, in small letters here, begins a longer name: "*Grain* exporters"."""
    behind = text[name.span.end :].split(maxsplit=1)[:1]
    return name.opens and bool(behind) and f"{name.span.exact} {behind[0].strip(_MARKS)}" in begun


_AT_WORK = re.compile(r"[a-z](?:er|or)s$")  # "Dockers said": who do something, not somebody
# "Railwatch, the passengers’ group, said": what a word is called behind it makes it a name.
_APPOSED = re.compile(r", (?:the|an?) [^,.;]{3,60},? (?:said|says|has|told|also|called|urged|warned)\b")


def _speaks(after: str) -> bool:
    words = after.split(maxsplit=2)
    entry = CUES.get(words[0].strip(",.")) if words and after[:1] == " " else None
    return entry is not None and "q" in entry.frames


def _families(names: list[Name]) -> set[str]:
    """The last words of the full names of persons."""
    last = {name.words[-1] for name in names if len(name.words) > 1 and name.kind is EntityKind.PERSON}
    return {word for word in last if len(word) > 2 and "’" not in word and "'" not in word}


# What stands before a place: "in Velt" is none of the family, but "faith in Velt" is.
_WHERE = re.compile(r"(?:(?P<word>[\w’'-]+) )?\b(?:in|at|near|across|outside|around|from|to|into|throughout) $")


def _is_where(text: str, start: int) -> bool:
    where = _WHERE.search(text[max(0, start - 32) : start])
    return where is not None and where["word"] not in TOWARDS


def _of_family(names: list[Name], text: str) -> list[Name]:
    """The names, where a word that ends a person's full name is a person's alone too, but for what is known by it."""
    others = {
        word for name in names if len(name.words) > 1 and name.kind is not EntityKind.PERSON for word in name.words
    }
    families = _families(names) - others
    return [
        replace(name, kind=EntityKind.PERSON, sure=True)
        if name.kind is not EntityKind.PERSON
        and name.span.exact in families
        and not _is_known_otherwise(name, text)
        and not _is_where(text, name.span.start)
        else name
        for name in names
    ]


def _is_known_otherwise(name: Name, text: str) -> bool:
    """Whether the word is a state's or agency's too, and does not speak as the person does: "Jordan said"."""
    if find_agency(name.span.exact):
        return True
    return state_of(name.span.exact) is not None and not _speaks(text[name.span.end : name.span.end + 40])


def _capital_words(article: Article) -> frozenset[str]:
    """The words with a capital that do not open a sentence or a quotation."""
    found: set[str] = set()
    for segment in article.body():
        text = article.text[segment.start : segment.end]
        found.update(match.group(1) for match in _INNER_CAPITAL.finditer(text))
    return frozenset(found)


def _opening_words(article: Article) -> frozenset[str]:
    return frozenset(article.text[s.start : s.end].split(maxsplit=1)[0] for s in article.body())


_INNER_CAPITAL = re.compile(r"(?<=[\w,;)] )([A-Z][\w-]+)")


def _listed_alike(text: str, names: list[Name]) -> list[Name]:
    """The names, where those listed with a place are places too: "Varn, Ostel and Kessin provinces"."""
    result = names[:]
    for at in range(len(result) - 2, -1, -1):
        _take_kind(text, result, at, at + 1)
    for at in range(1, len(result)):
        _take_kind(text, result, at, at - 1)
    return result


def _take_kind(text: str, names: list[Name], at: int, other: int) -> None:
    left, right = sorted((names[at], names[other]), key=lambda name: name.span.start)
    between = text[left.span.end : right.titled.start].strip()
    listed = between in {",", "and", ", and", "or", "–", "-"}
    if listed and names[other].kind is EntityKind.PLACE and names[other].sure and not names[at].sure:
        names[at] = replace(names[at], kind=EntityKind.PLACE, sure=True)


def _lower_words(article: Article) -> frozenset[str]:
    """The words that the article also prints in lower case."""
    return frozenset(
        re.findall(r"(?<![\w’'-])[a-z][\w’'-]+", " ".join(article.text[s.start : s.end] for s in article.body()))
    )


def _is_title_case(tokens: Tokens) -> bool:
    """Whether the line is set in capitals like a headline, so that they name nothing."""
    if tokens[-1].text[-1:] in '.!?”"':
        return False
    words = [token for token in tokens if token.kind is TokenKind.WORD and len(token.text) > 3]
    return len(words) > 3 and sum(token.capitalised for token in words) > 0.8 * len(words)
