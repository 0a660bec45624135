"""Who the source of an attribution is: a name, a description, a pronoun, or nobody the text tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from onrecord.annotate.coreference.bodies import body_described, body_in_full, body_speaking, is_of_body
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.deciding import Answer
from onrecord.annotate.coreference.descriptions import is_definite
from onrecord.annotate.coreference.documents import (
    cites_text,
    document_alone,
    last_with,
    named_to_issue,
    text_name,
    writer,
)
from onrecord.annotate.coreference.introductions import introduced
from onrecord.annotate.coreference.naming import (
    family_alone,
    heading,
    named_before_who,
    named_beside,
    names_several,
    with_whole_name,
)
from onrecord.annotate.coreference.persons import PERSONS
from onrecord.annotate.coreference.phrases import head_words, without_aside
from onrecord.annotate.coreference.references import PRONOUNS
from onrecord.annotate.coreference.resolving import Coreference
from onrecord.annotate.coreference.served import body_of_officer, spoken_for, without_relative
from onrecord.annotate.coreference.turns import sides, whose_turn
from onrecord.annotate.coreference.unnamed import (
    is_of_people,
    is_plural,
    is_unnamed,
    its_owner,
    of_several,
    office_alone,
)
from onrecord.records import Entity, EntityKind, Form, Span, Tag
from onrecord.records.ids import content_id
from onrecord.text.folding import fold

HE = frozenset({"he", "she"})
# "Was told", "were informed": who is told something is not who tells it.
_IS_TOLD = re.compile(r"\b(?:was|were|is|are|been|being)$")
PLURAL = frozenset("they we i it you which that this these those others some many".split())
CLAUSES_OF = ("whose ", "which ", "who ")  # what a name does, told between it and its verb


# "Each was charged with": whose words that are is not told by who spoke before.
_SUFFERED = re.compile(r"\b(?:is|are|was|were|been|being)(?: \w+ly| also| now| \w+day)* \w+(?:ed|en|told|held|said)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The speaker found, or None with the reason why not."""

    entity: str | None
    name: str | None
    reasons: tuple[str, ...]
    anonymous: bool = False
    referent: int | None = None  # as the article's coreference numbers people and bodies


@dataclass(slots=True, kw_only=True)
class _Hearing:
    """The tags of an article while their speakers are told, one after the other."""

    cast: Cast
    coreference: Coreference
    before: list[Tag] = field(default_factory=list)
    found: list[Speaker] = field(default_factory=list)
    strangers: dict[int, Speaker] = field(default_factory=dict)  # referent → an unnamed source

    def add(self, tag: Tag, speaker: Speaker) -> None:
        """The tag has its speaker."""
        self.before.append(tag)
        self.found.append(speaker)
        self.coreference.hear(tag, speaker.referent)
        if speaker.referent is not None and speaker.referent < 0:
            self.strangers.setdefault(speaker.referent, speaker)


def find_speakers(cast: Cast, tags: tuple[Tag, ...]) -> tuple[Speaker, ...]:
    """The speaker of every tag, in order."""
    return hear_speakers(Coreference.of(cast), tags)


def hear_speakers(coreference: Coreference, tags: tuple[Tag, ...]) -> tuple[Speaker, ...]:
    """The speaker of every tag, in order; the coreference knows afterwards who spoke where."""
    cast = coreference.cast
    hearing = _Hearing(cast=cast, coreference=coreference)
    tags = tuple(
        replace(tag, source=with_whole_name(cast, without_aside(tag.source))) if tag.source else tag for tag in tags
    )
    for number, tag in enumerate(tags):
        taken_up = tag.source is not None and coreference.goes_on(tag.source)
        behind = None if taken_up else introduced(cast, tag, tags[number + 1 :])
        if behind is not None and tag.source is not None:
            coreference.correct(tag.source, behind[0])
            hearing.add(tag, _known(cast, *behind, tag.source))
        else:
            hearing.add(tag, _speaker(hearing, tag))
    return _with_sides(hearing)


def _with_sides(hearing: _Hearing) -> tuple[Speaker, ...]:
    """The speakers found, those of dialogues set with dashes by whose turn it is."""
    found = hearing.found[:]
    turns = sides(hearing.cast.places, hearing.before, [each.entity for each in found])
    for place, other in turns.items():
        if other is None:
            found[place] = Speaker(entity=None, name=None, reasons=("a turn of the other side, whom no turn names",))
        else:
            found[place] = replace(hearing.found[other], reasons=("the same side of the dialogue",))
    return tuple(found)


def _speaker(hearing: _Hearing, tag: Tag) -> Speaker:
    if tag.source is None:
        return _continued(hearing, tag)
    phrase = tag.source.exact.strip()
    lower = phrase.lower()
    if _IS_TOLD.search(lower):
        return Speaker(entity=None, name=None, reasons=(f"“{phrase}”: who is told it, and by whom is not",))
    if lower in HE:
        return _answered(hearing, tag.source)
    if clause := _of_clause(hearing, tag.source, lower):
        return clause
    if lower in {"they", "it"}:
        body = body_speaking(hearing.coreference.history, tag.source)
        if body is not None:
            return _known(hearing.cast, body, f"“{phrase}”: the body that spoke last", tag.source)
    if lower == "it" and (cited := _text_before(hearing, tag.source)) is not None:
        return replace(cited, reasons=(f"“{phrase}”: what the sentence before cites",))
    if lower in PLURAL:
        return Speaker(entity=None, name=None, reasons=(f"“{phrase}” may stand for several",))
    return _issuer(hearing, tag.source) or _told(hearing, tag.source)


def _of_clause(hearing: _Hearing, source: Span, lower: str) -> Speaker | None:
    """The one before "who", "which" and their like; None where the phrase is no such word."""
    if lower == "who":
        group = named_before_who(hearing.cast, source)
        if group is None:
            return Speaker(entity=None, name=None, reasons=("“who” follows no name",))
        return _known(hearing.cast, group, "“who” follows the name", source)
    if lower == "which" or lower.startswith(CLAUSES_OF):
        group = named_before_who(hearing.cast, source, place=True)
        if group is not None:
            return _known(hearing.cast, group, f"“{lower.split(maxsplit=1)[0]}” follows the name", source)
    return None


def _text_before(hearing: _Hearing, source: Span) -> Speaker | None:
    """The text or described body that spoke in the sentence before, for the "it" that opens this one; else None."""
    before = hearing.before[-1].source if hearing.before else None
    if before is None or hearing.found[-1].name is None:
        return None
    places = hearing.cast.places
    here = places.sentence(source.start)
    opens = here >= 0 and places.sentences[here][0] == source.start
    near = here - places.sentence(hearing.before[-1].content[-1].end - 1) == 1
    words = head_words(before.exact)
    fits = cites_text(before) or (bool(words) and is_of_body(words[-1]))
    return hearing.found[-1] if opens and near and fits else None


def _told(hearing: _Hearing, source: Span) -> Speaker:
    """The speaker whom the phrase names or describes."""
    if source.exact.lower() in PRONOUNS:
        return _answered(hearing, source)
    if names_several(hearing.cast, source):
        return _unnamed(hearing, source)
    return _named(hearing.cast, source) or _described(hearing, source) or _unnamed(hearing, source)


def _issuer(hearing: _Hearing, source: Span) -> Speaker | None:
    """Who speaks by a document: its writer, or who is told to have issued the one that the words take as known."""
    by = writer(hearing.cast, source)
    if by is not None:
        speaker = _told(hearing, by)
        return replace(speaker, reasons=(f"wrote “{source.exact}”", *speaker.reasons)) if speaker.name else None
    noun = document_alone(source)
    if noun is None:
        return None
    place = last_with(hearing.cast, noun, source, hearing.before)
    named = named_to_issue(hearing.cast, noun, source)
    anchor = (hearing.before[place].cue or hearing.before[place].source) if place is not None else None
    reason = f"issued “{source.exact}”"
    if named is not None and (anchor is None or named[1] > anchor.start):
        return _known(hearing.cast, named[0], reason, source)
    return replace(hearing.found[place], reasons=(reason,)) if place is not None else None


def _answered(hearing: _Hearing, source: Span) -> Speaker:
    """The speaker whom a pronoun stands for, with what speaks for him."""
    answer = hearing.coreference.resolve(source)
    if answer.referent is None:
        return Speaker(entity=None, name=None, reasons=(_doubt(hearing, source, answer),))
    reasons = (f"“{source.exact}”: {', '.join(answer.reasons)}", *hearing.coreference.measured(answer))
    if answer.referent < 0:
        known = hearing.strangers.get(answer.referent)
        stranger = known or _unnamed(hearing, hearing.coreference.history.strangers[-1 - answer.referent].span)
        return replace(stranger, reasons=reasons)
    return replace(_known(hearing.cast, answer.referent, "", source), reasons=reasons)


def _doubt(hearing: _Hearing, source: Span, answer: Answer) -> str:
    names = [hearing.coreference.history.called(each) for each in answer.rivals]
    if not names:
        return f"nobody before fits “{source.exact}”"
    if len(names) == 1:
        return f"“{source.exact}” may be {names[0]}, but too little says so"
    return f"“{source.exact}” may be {' or '.join(names)}"


def _continued(hearing: _Hearing, tag: Tag) -> Speaker:
    """A quotation without a source is of the speaker whose turn it is, or nobody's."""
    if tag.form is not Form.DIRECT and tag.cue is not None and _SUFFERED.search(tag.cue.exact):
        return Speaker(entity=None, name=None, reasons=("the cue tells what was done, not by whom",))
    if _is_title(hearing.cast, tag):
        return Speaker(entity=None, name=None, reasons=("a quotation alone in a heading",))
    turn = whose_turn(hearing.cast.places, tag, hearing.before, [each.entity for each in hearing.found])
    if turn is None:
        return Speaker(entity=None, name=None, reasons=("no source is named",))
    return replace(hearing.found[turn.place], reasons=(turn.reason,))


def _is_title(cast: Cast, tag: Tag) -> bool:
    """Whether the quotation is all of its line and ends without a stop, as headings do."""
    text, content = cast.article.text, tag.content[0]
    before = text[text.rfind("\n", 0, content.start) + 1 : content.start].strip(" #*_")
    behind = text[tag.content[-1].end :].split("\n", maxsplit=1)[0].strip(" #*_")
    closed = tag.content[-1].exact.rstrip("”\"'’»›“ ")[-1:] in ".!?…,;:—–"
    return tag.cue is None and not before and not behind and not closed


def _named(cast: Cast, source: Span) -> Speaker | None:
    """The speaker whose proper name heads the source."""
    found = heading(cast, source)
    if found is None and (family := family_alone(cast, source)) is not None:
        return _known(cast, family, f"named “{source.exact}”", source)
    return _known(cast, found[1], f"named “{found[0].span.exact}”", source) if found else None


def _known(cast: Cast, group: int, reason: str, source: Span) -> Speaker:
    lower = source.exact.lower()
    names = (source.exact[:1].isupper() or lower.startswith("the ")) and lower not in HE | PLURAL | {"who"}
    entity = cast.also(group, source.exact) if names else cast.entities[group]
    return Speaker(entity=entity.id, name=entity.name, reasons=(reason,), referent=group)


def _described(hearing: _Hearing, source: Span) -> Speaker | None:
    """The one person or body of the article that a definite description fits: "the foreign minister"."""
    source = without_relative(source)
    words = head_words(source.exact)
    if not words or not is_definite(words[0]) or words[-1] in {"sources", "officials", "others"}:
        return None
    if is_of_body(words[-1]):
        beside = named_beside(hearing.cast, source)
        if beside is not None:
            return _known(hearing.cast, beside, "stands beside the name", source)
        return _body(hearing, source, words)
    answer = hearing.coreference.resolve(source)
    if answer.referent is not None and answer.referent >= 0:
        reasons = (*answer.reasons, *hearing.coreference.measured(answer))
        return replace(_known(hearing.cast, answer.referent, "", source), reasons=reasons)
    if answer.referent in hearing.strangers and words[-1] in PERSONS:
        return replace(hearing.strangers[answer.referent], reasons=answer.reasons)
    if len(answer.rivals) > 1:
        return Speaker(entity=None, name=None, reasons=(_doubt(hearing, source, answer),))
    return None


def _body(hearing: _Hearing, source: Span, words: list[str]) -> Speaker | None:
    """The one body that a definite description fits: "the union"."""
    body = body_described(hearing.coreference.history, source, words)
    if body is not None:
        return _known(hearing.cast, body[0], body[1], source)
    officer = body_of_officer(hearing.coreference.history, source, words[-1])
    if officer is not None and len(words) == len(("the", "party")):
        return _known(hearing.cast, officer, f"the {words[-1]} of who spoke last", source)
    fuller = body_in_full(hearing.cast, source, words)
    if fuller is None:
        return None
    return replace(_unnamed(hearing, fuller), reasons=(f"“{fuller.exact}” before",))


def _unnamed(hearing: _Hearing, source: Span) -> Speaker:
    """A source that the article does not name, kept with the words it uses."""
    cast, head = hearing.cast, head_words(source.exact)
    begins = hearing.coreference.begins(source)
    if begins is not None and begins >= 0:
        return _known(cast, begins, "stands beside the name", source)  # "One of them, who gave his name as Velt"
    if of_several(source.exact):
        return Speaker(entity=None, name=None, reasons=(f"“{source.exact}”: which of several, is not told",))
    name = _with_owner(hearing, without_relative(source))
    anonymous = is_unnamed(source.exact if source.exact.endswith(name) else name, head)
    key = fold(name)
    if key not in cast.unnamed:
        body = spoken_for(cast, source)
        kind = EntityKind.PERSON if is_of_people(head[-1] if head else "") else EntityKind.ORGANIZATION
        cast.unnamed[key] = Entity(
            id=content_id("entity", cast.article.id, source.exact, source.start),
            article=cast.article.id,
            name=name,
            names=(source.exact,),
            kind=kind,
            roles=office_alone(name) if kind is EntityKind.PERSON and not anonymous else (),
            anonymous=anonymous,
            speaks_for=cast.groups[body].fullest if body is not None else None,
            first_start=source.start,
        )
    entity = cast.unnamed[key]
    referent = None if is_plural(head) else begins
    return Speaker(entity=entity.id, name=entity.name, reasons=("not named",), anonymous=anonymous, referent=referent)


def _with_owner(hearing: _Hearing, source: Span) -> str:
    """The words by which the source goes, "his", "her", "its" replaced by the name: "her office" is "Oram’s office"."""
    first, _, rest = source.exact.partition(" ")
    if first.lower() == "its" and rest and (its := its_owner(hearing.cast, source)) is not None:
        return f"{its}’{'' if its.endswith('s') else 's'} {rest}"
    if first.lower() not in {"his", "her"} or not rest:
        return _without_article(text_name(source.exact))
    owner = Span.of(hearing.cast.article.text, source.start, source.start + len(first))
    referent = hearing.coreference.resolve(owner).referent
    if referent is None or referent < 0:
        return source.exact
    return f"{hearing.cast.entities[referent].name.split()[-1]}’s {rest}"


def _without_article(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() in {"a", "an", "the"} and rest else phrase
