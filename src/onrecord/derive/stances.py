"""The stance that a report of a statement shows, and the words that name its issue; None where it shows none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.derive import cue_words, demands, lexicon, offers, phrases, threats
from onrecord.derive.owning import Owner, Voice
from onrecord.derive.weighing import is_told_by_cue, weigh
from onrecord.records import Attribution, Stance

SURE = 0.9  # the network's share from which it is heard where patterns are silent, or against one
LEAST_QUOTED = 2  # words of a quotation that names an issue
_AHEAD = 40  # characters behind "should" that tell whether it is of likelihood
_QUESTION = re.compile(r"\?[\"'“”‘’»)\s]*$")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
# Content that begins so is a clause: the stance lies in it, not in a cue that takes a noun.
_CLAUSE = re.compile(r"^\W*that\b")
_NOTHING = re.compile(r"^\W*(?:no|nothing|little)\b")
_ON = re.compile(r"^\W*on\s")
_TO_DO = re.compile(r"^\W*to\s")
_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|can|could|shall|not|never|ever|again|even|also|still|now|cannot)\s*$|n't\s*$|'ll\s*$"
)
_EITHER_BEFORE = re.compile(r"\b(?:agree\w*|commit\w*|open|opposed|appeal\w*|consent\w*)\s+to\s*$")
_TELLING = re.compile(r"\b(?:told|tell|tells|telling|assur\w+|warn\w*|remind\w*)$")
_DEEDS = frozenset({Stance.REJECT, Stance.AGREE, Stance.THREATEN, Stance.CONSULT})
_AND_WOULD = re.compile(
    r",?\s(?:and|but)\s(?:that\s)?(?=(?:(?:he|she|it|they)\s)?(?:would|will|was|is|had|has|could)\b)"
)
_WARNING = re.compile(r"\b(?:warn|threat|vow)\w*$")
_ASKING = re.compile(r"\b(?:demand|request|insist|propos)")
_GIVING = re.compile(r"\b(?:promis|offer|pledg)")
_NOT_THOUGHT = re.compile(r"(?:\bnot|n['’]t) (?:think|believe|say|feel|agree)\b")
# "Promises | is now the baseline", "vowed | which to ignore": what is promised stands elsewhere.
_NO_THING = re.compile(r"^\W*(?:is|are|was|were|has|have|had|will|would|can|which|who|whom|whose)\b")
_MEASURE = re.compile(r"^\W*(?:for|at|by|from|until|till)\s")  # "offered | for a night": what, is not told
_PAIRED = "without "  # "without a judge there will be no talks" refuses none
# "Before the council would agree", "those who will not pay": whose line that is hangs on something else.
_SUBORDINATE = re.compile(r"\b(?:if|whether|before|unless|who|which|when)\b(?!.*\b(?:he|she|we|i)\b)", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|whether|unless)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)  # what is told is itself the condition
_OF_A_NOUN = re.compile(r"\w\s+that\s+(?:\w+ly\s+)?$")
# Whatever comes, or by the calendar alone: "even if all leave", "until the end of the week", "until Friday".
_NO_CONDITION = re.compile(
    r"even if\b|(?:not before|until) (?:(?:at least|about|around) )?(?:(?:the )?(?:end|start|beginning|middle) of|"
    r"(?:the|this|next|last) (?:\w+ )?(?:day|week|weekend|month|year|spring|summer|autumn|fall|winter|season)|"
    r"noon|midnight|tomorrow|\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b)",
    re.IGNORECASE,
)
# What so many of those asked say is no line of who asked them.
_POLLED = re.compile(
    r"\b\d+ ?(?:%|per ?cent) of [^.;]{3,60}?\b(?:said|say|says|think|thought|believe|believed|want|wanted|"
    r"support|supported|oppose|opposed|back|backed)\b"
)
_WHETHER = re.compile(r"^\W*(?:whether|whom)\b", re.IGNORECASE)
_THEN = re.compile(r"^(?:was |were |did not\b|didn't\b)")  # what was unthinkable once, out of the speaker's mouth
_WEIGHED = frozenset({Stance.ACCUSE, Stance.SUPPORT})  # of the others, too many were wrong among PolNeAR's attributions
# Who "was attacked by" another takes no line, nor who thanks, though the codebook has that as SUPPORT.
_NO_LINE = re.compile(r"\bby(?:$|\s)|\bthank")
_LINK = re.compile(r"^\W*(?:about|against|at|for|over|with)\s+")  # "complaining | about the tolls"
_NOUN_ONLY = frozenset({Stance.CONCEDE, Stance.SUPPORT})
_OWN_DEEDS = frozenset({Stance.AGREE, Stance.CONCEDE, Stance.THREATEN})  # told of "it", that is the speaker
# "That" before a verb is of the noun before it, and begins no clause: "a truce that leaves the guns there".
_CLAUSE_START = re.compile(
    r",\s(?:and\s|but\s)?|[:;–—]\s|\bstating\s|[.!?][\"”’']?\s|^\W*that\s|"
    r"\b(?:sa(?:id|ys|ying)|believ\w+|think\w*|thought|argu\w+|warn\w*|insist\w*|add\w*|clear|knows?|knew|mean\w*|so|and|"
    r"but|stress\w*|agree\w*|hop\w+|fear\w*|feels?|felt|sure|told \w+) that\s|"
    r"\bthat\s(?=[“\"‘]?(?:the|an?|his|her|its|their|our|my|your|any|all|no|some|every|both|he|she|it|they|we|i|there|this|these|"
    r"those|[A-Z][\w’'-]*)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A stance, the words of the article that name the issue, a condition, and the stance's mode.

    `issue` is None where those words are pronouns; its forms are those of `phrases`. `by` are the words that show the
    stance, and `quotation` the sentence in quotation marks that has them, if it is one.
    """

    stance: Stance
    issue: str | None
    condition: str | None = None
    mode: str | None = None
    by: str = ""
    quotation: str | None = None


def stance_of(
    attribution: Attribution, party_name: str | None = None, people: frozenset[str] = frozenset()
) -> Shown | None:
    """The stance that cue and content show, or None: most of what is said takes no line.

    A denial answers a charge and shows none; neither does "did not rule out", nor a question. `people` are the family
    names, folded, of who else speaks for the party: what its president will do is its line out of its envoy's mouth.
    """
    content = attribution.text
    cue = (attribution.cue.exact if attribution.cue else "").translate(_STRAIGHT).lower()
    if (
        cue_words.DENIALS.search(cue)
        or cue_words.NEGATED.search(cue)
        or _QUESTION.search(content)
        or _WHETHER.search(content)
        or cue_words.tells_no_line(cue, content)
        or _POLLED.search(content)
    ):
        return None
    if found := _by_cue(cue, content):
        return found
    if cue_words.CUES[0][1].search(cue) and _is_of_reports(content.translate(_STRAIGHT).lower()):
        return None  # "rejected claims that the harbour must pay" asks nobody to pay
    content = phrases.without_addressee(content) if _TELLING.search(cue) else content
    voice = Voice.QUOTED if phrases.is_quoted(content) else Voice.REPORTED
    owner = Owner(party=party_name or "", speaker=attribution.speaker_name or "", voice=voice, people=people)
    if cue_words.NAMING.search(cue):
        found = _by_name_given(content)
    else:
        found = _by_content(content, replace(owner, warns=bool(_WARNING.search(cue))))
    if found is None:
        return _by_weight(cue, content)
    return None if _is_doubted(found, cue, content) else found


def further_stances(
    attribution: Attribution, party_name: str | None = None, people: frozenset[str] = frozenset()
) -> tuple[Shown, ...]:
    """What other sentences or clauses show besides: "We do not trade. The ban must be lifted"."""
    content = attribution.text
    first = stance_of(attribution, party_name, people)
    if first is None:
        return ()
    quoted = phrases.is_quoted(content)
    owner = Owner(
        party=party_name or "",
        speaker=attribution.speaker_name or "",
        voice=Voice.QUOTED if quoted else Voice.REPORTED,
        people=people,
    )
    found = {first.stance: first}
    for part in _sentences(content) if quoted else _second_clauses(content, first):
        shown = None if _QUESTION.search(part) else _by_content(part, owner)
        if shown and not _is_doubted(shown, "said", part):
            found.setdefault(shown.stance, shown)
    return tuple(shown for shown in found.values() if shown is not first)


def _sentences(content: str) -> list[str]:
    """The sentences of a quotation, each in quotation marks as the whole is."""
    parts = [content[start:end].strip() for start, end in phrases.sentences_within(content)]
    return [part if phrases.is_quoted(part) else f"“{part}" for part in parts]


def _second_clauses(content: str, first: Shown) -> list[str]:
    """The clauses behind "and" or "but" that go on with the subject of a first one, of the speaker's own deeds."""
    if first.stance not in _DEEDS or (" if " in content and first.condition is None):
        return []
    return [part for part in _AND_WOULD.split(content)[1:] if part]


def _by_weight(cue: str, content: str) -> Shown | None:
    """Blame or backing that the cue tells by words which are in no pattern: "lashed out at", "a supporter of"."""
    suffered = any(
        (found := pattern.search(cue)) and cue_words.is_suffered(cue, found) for _, pattern in cue_words.CUES
    )
    if not cue or suffered or _NO_LINE.search(f"{cue} {content[:3]}") or cue_words.REPORTS_OF.search(content.lower()):
        return None
    weighed = weigh(cue, content)
    if weighed.stance not in _WEIGHED or weighed.share < SURE or not is_told_by_cue(weighed.stance, cue, content):
        return None
    return _told(Shown(stance=weighed.stance, issue=_after_cue(cue, _LINK.sub("", content)), by=cue), content, 0)


def _is_doubted(shown: Shown, cue: str, content: str) -> bool:
    """Whether the network finds no line where "must" or "should" alone made a demand: of others, of what is likely."""
    if shown.stance is not Stance.REQUEST:
        return False
    weighed = weigh(cue, content)
    return weighed.stance is None and weighed.share >= SURE


def _by_cue(cue: str, content: str) -> Shown | None:
    plain = content.translate(_STRAIGHT).lower()
    if cue_words.REPEATS.search(cue) and (asked := cue_words.ASKED.match(plain)):
        shown = Shown(stance=Stance.REQUEST, issue=phrases.noun_phrase(content[asked.end() :]), by=asked["what"])
        return _told(shown, content, 0)
    told = f"{cue} to" if _TO_DO.search(plain) and not cue.endswith(" to") else cue
    told = f"{cue} on" if _ON.search(plain) and cue_words.INSISTS.search(cue) else told
    for stance, pattern in cue_words.CUES:
        found = pattern.search(told)
        if not found:
            continue
        if cue_words.is_suffered(told, found) or _is_no_line(stance, found, plain):
            return None
        shown = Shown(stance=stance, issue=None, by=found.group())
        return _told(_turned(shown, plain, content) or replace(shown, issue=_after_cue(cue, content)), content, 0)
    if cue_words.VOICED.search(cue) and (anger := cue_words.ANGER.search(plain)):
        issue = phrases.noun_phrase(content[anger.end() :])
        return _told(Shown(stance=Stance.ACCUSE, issue=issue, by=anger.group()), content, 0)
    if cue_words.SUBJUNCTIVE.search(plain) and cue_words.COUNSEL.search(cue):
        return _told(Shown(stance=Stance.REQUEST, issue=phrases.clause(content), by=cue), content, 0)
    if cue_words.VOICED.search(cue) and (backing := cue_words.BACKING.search(plain)):
        issue = phrases.noun_phrase(content[backing.end() :])
        return _told(Shown(stance=Stance.SUPPORT, issue=issue, by=backing.group()), content, 0)
    if cue_words.INVITED.search(cue) and cue_words.MEETING.search(plain) and cue_words.TO_WHAT.search(plain):
        return _told(Shown(stance=Stance.CONSULT, issue=phrases.noun_phrase(content), by=cue), content, 0)
    wished = cue_words.OF_ANOTHER.search(content) or cue_words.WISHED_DONE.search(plain)
    bidden = cue_words.BIDDEN.search(content) and not cue_words.PRESS.search(plain) and not phrases.is_quoted(content)
    if (cue_words.WISH.search(cue) and wished) or (cue_words.BID.search(cue) and bidden):
        by = "want" if cue_words.WISH.search(cue) else "ask"
        return _told(Shown(stance=Stance.REQUEST, issue=phrases.noun_phrase(content), by=by), content, 0)
    return None


def _is_no_line(stance: Stance, found: re.Match[str], plain: str) -> bool:
    """Whether the content makes of the cue's word something else: "rejected reports", "declined to comment"."""
    if _NO_THING.search(plain):
        return True
    match stance:
        case Stance.REJECT:
            return bool(_is_of_reports(plain) or cue_words.SILENCE.search(plain))
        case Stance.AGREE:
            against = cue_words.AGAINST.search(plain)
            aimless = against and phrases.noun_phrase(plain[against.end() :]) is None  # "vowed to vote against it"
            return bool(_NOTHING.search(plain) or _MEASURE.search(plain) or aimless)
        case Stance.SUPPORT if found.group().startswith("welcom") and cue_words.RECEIVED.search(plain):
            return True
        case _:
            return stance in _NOUN_ONLY and bool(_CLAUSE.search(plain))


def _is_of_reports(plain: str) -> bool:
    """Whether the content is what others have reported or charged, and not what they advise."""
    return bool(cue_words.REPORTS_OF.search(plain)) and not cue_words.ADVISED.search(plain)


def _turned(shown: Shown, plain: str, content: str) -> Shown | None:
    """The stance that a promise of harm, of resistance or of support is; None where it promises something else."""
    if shown.stance is not Stance.AGREE:
        return None
    if cue_words.HARM.search(plain):
        return replace(shown, stance=Stance.THREATEN, issue=_after_cue(shown.by, content))
    if against := cue_words.AGAINST.search(plain):
        return replace(
            shown, stance=Stance.REJECT, by=against.group(), issue=phrases.noun_phrase(content[against.end() :])
        )
    if (backing := cue_words.BACKING.search(plain)) and _GIVING.search(shown.by):
        return replace(
            shown, stance=Stance.SUPPORT, by=backing.group(), issue=phrases.noun_phrase(content[backing.end() :])
        )
    return None


def _after_cue(cue: str, content: str) -> str | None:
    """What the content names behind a cue that takes a noun, an infinitive or a clause."""
    content = phrases.without_recipient(content) if _GIVING.search(cue) else content
    if wished := phrases.wished(content):
        return phrases.clause(wished)
    if _TO_DO.search(content) or (cue.endswith(" to") and phrases.is_infinitive(content)):
        return phrases.infinitive(content)
    if phrases.is_clause(content) or (_ASKING.search(cue) and phrases.is_wish(content)):
        return phrases.clause(content)
    return phrases.noun_phrase(content)


def _by_name_given(content: str) -> Shown | None:
    """The stance that what something is called shows: "the pause a betrayal"."""
    plain = content.translate(_STRAIGHT).lower()
    for stance, pattern in lexicon.CALLED:
        if found := pattern.search(plain):
            issue = phrases.subject_phrase(content[: found.start()])
            return _told(Shown(stance=stance, issue=issue, by=found.group()), content, found.start())
    return None


def _by_content(content: str, owner: Owner) -> Shown | None:
    plain = content.translate(_STRAIGHT).lower()
    for stance, patterns in lexicon.CONTENTS:
        for pattern in patterns:
            for found in pattern.finditer(plain):
                if stance is Stance.REQUEST and demands.LIKELY.search(plain, found.start(), found.end() + _AHEAD):
                    continue
                if found.group().startswith("welcom") and cue_words.RECEIVED.search(plain, found.end()):
                    continue
                if not owner.warns and not _hangs_as_it_must(patterns, content, plain, found.start()):
                    continue
                if _is_own_line(stance, content, found, owner):
                    issue = _named(stance, content, found)
                    return _told(Shown(stance=stance, issue=issue, by=found.group()), content, found.start())
    return None


def _hangs_as_it_must(patterns: tuple[re.Pattern[str], ...], content: str, plain: str, at: int) -> bool:
    """Whether the sentence around makes what is told depend on what a pattern of this kind takes."""
    unmet = threats.UNMET.search(phrases.sentence_around(plain, at)) is not None
    if patterns is threats.CONDITIONAL_THREATS:
        return unmet
    hangs = _condition(phrases.sentence_around(content, at)) or ""
    if threats.HE_WILL.search(plain, 0, at) and re.search(r"[a-z,]\s+[A-Z]", content[:at]):
        return patterns not in {offers.CONDITIONAL_OFFERS, threats.HARMFUL_THREATS}  # "if Oram wins, he would …"
    if patterns is offers.CONDITIONAL_OFFERS:
        return bool(hangs) and not unmet and not hangs.startswith(("until", "even if"))
    return patterns is not threats.HARMFUL_THREATS or bool(hangs)


def _told(shown: Shown, content: str, at: int) -> Shown:
    """The stance with the sentence that shows it, and the condition that this sentence makes.

    Out of the speaker's mouth neither "our ports" nor a whole clause names an issue: the sentence itself is shown.
    """
    sentence = phrases.sentence_around(content, at)
    by = shown.by.strip()
    issue = phrases.without_hanging(shown.issue) if shown.issue else None
    mode = lexicon.mode_of(shown.stance, by)
    told = _condition(sentence)
    condition = None if told is None or _NO_CONDITION.match(told) else told
    shown = replace(shown, issue=issue, by=by, mode=mode, condition=condition)
    if not phrases.is_quoted(content):
        return shown
    if phrases.points_back(sentence):
        sentence = content
    names_nothing = phrases.points_back(sentence) or len(sentence.split()) < LEAST_QUOTED
    quoted = None if names_nothing else phrases.quotation(sentence)
    own_words = shown.issue is not None and (shown.issue.startswith("that ") or phrases.says_we(shown.issue))
    return replace(shown, issue=quoted if own_words else shown.issue, quotation=quoted)


def _named(stance: Stance, content: str, found: re.Match[str]) -> str | None:
    """The issue that the content names after the words found, before them, or in the clause around them."""
    groups = found.groupdict()
    start = max((each.end() for each in _CLAUSE_START.finditer(content, 0, found.start())), default=0)
    if groups.get("clause") is not None:
        return (phrases.own_clause if stance in _OWN_DEEDS else phrases.clause)(content[start:])
    if groups.get("before") is not None:
        return phrases.subject_phrase(content[start : found.start("before")])
    at = found.start("after")
    before, after = content[:at].translate(_STRAIGHT).lower(), content[at:]
    takes_verb = _VERB_BEFORE.search(before) or _TO_DO.search(after)
    if takes_verb and (phrases.is_infinitive(after) or not _EITHER_BEFORE.search(before)):
        return phrases.infinitive(after)
    return phrases.noun_phrase(after)


def _is_own_line(stance: Stance, content: str, found: re.Match[str], owner: Owner) -> bool:
    """Whether the words before a promise or refusal leave the speaker as the one who makes it.

    "Kyiv will not pay", said in Moscow, is no refusal of Moscow's; that Kyiv "must pay" is its demand.
    """
    groups = found.groupdict()
    if stance is Stance.REQUEST and groups.get("clause") is not None:
        return _is_demand(content, found, owner.voice)
    if _THEN.search(found.group()) and owner.voice is Voice.QUOTED:
        return False
    if groups.get("before") is not None or (groups.get("fact") is None and stance in {Stance.REQUEST, Stance.SUPPORT}):
        return True
    if _OF_A_NOUN.search(content, 0, found.start()) and not _opens_a_clause(content, found.start()):
        return False
    clause = _subject_of(content[: found.start()])
    if stance is Stance.ACCUSE:
        return not owner.is_told_in(clause)
    if groups.get("others") is not None:
        return not owner.is_told_in(clause)
    if groups.get("subject") is not None:
        clause = f"{clause} {content[found.start('subject') : found.end('subject')]}"
        return owner.may_be_meant_in(clause)
    if _PAIRED in clause.lower() or _SUBORDINATE.search(clause) or _IF.search(clause):
        return False
    return owner.is_told_in(clause) if groups.get("fact") is not None else owner.may_be_meant_in(clause)


def _opens_a_clause(content: str, at: int) -> bool:
    """Whether a clause begins at the place."""
    return any(each.end() == at for each in _CLAUSE_START.finditer(content, 0, at))


def _subject_of(before: str) -> str:
    """What stands before a verb in its clause, whatever stands between commas left out."""
    parts = re.split(r"[.;:?!…]\s|\bthat\b", before)[-1].split(",")
    return parts[-1] if re.search(r"\w", parts[-1]) else parts[0]


def _is_demand(content: str, found: re.Match[str], voice: Voice) -> bool:
    """Whether "must" or "should" asks for something where it stands, and tells of no plan, thought or question."""
    inverted = content[found.end() :].lstrip()[:1].isupper() and found.group() == "should"  # "should Oram win"
    if inverted or _NOT_THOUGHT.search(content, 0, found.start()):
        return False
    if voice is Voice.REPORTED:
        told = re.split(r"[.;:?!…]\s|,", content[: found.start()])[-1].translate(_STRAIGHT).lower()
        return not demands.NO_DEMAND_REPORTED.search(told)
    told = phrases.sentence_around(content, found.start()).translate(_STRAIGHT).lower()
    end = told.find(found.group()) + len(found.group())
    if demands.PLANNED.search(told, 0, end) and not demands.CLAIMED.match(told, end):
        return False
    return not demands.NO_DEMAND.search(told[:end])


def _condition(sentence: str) -> str | None:
    """The words that make the stance depend on something, as printed."""
    found = lexicon.CONDITION.search(sentence)
    told = found.group().strip() if found else ""
    return told if len(told.split()) > 2 else None
