"""What was said: the content that follows a cue, and the content that goes before it."""

from __future__ import annotations

from onrecord.annotate.rules.cues import Cue, Standing, is_adverb
from onrecord.annotate.rules.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TOLD_NOUNS,
)
from onrecord.annotate.rules.sources import Range
from onrecord.annotate.tokens import TokenKind, Tokens
from onrecord.text.agencies import looks_like_media

QUESTION_WORDS = frozenset("whether if what how why when where who which".split())
# After a comma these begin the reporter's own addition more often than not (PolNeAR, share of ends:
# participles .73, which .69, but .66, while .64, who .56, despite .50; "including" .14, "in" .21 do not).
REPORTERS_OWN = frozenset("which while despite but though although who whose whereas".split())
NO_CUT = frozenset(
    "including according following regarding concerning depending during nothing something anything everything".split()
)
DASHES = frozenset("– — -- ―".split())
MAX_ADJUNCT = 16


def content_after(tokens: Tokens, cue: Cue, limit: int) -> tuple[Range, Range | None] | None:
    """The content that follows a cue within tokens `[cue.stop, limit)`, and the person told; None where none does."""
    at, told = _addressee(tokens, cue, limit)
    at = _skip_adjuncts(tokens, at, limit)
    if at >= limit:
        return None
    start = _content_start(tokens, cue, at, limit)
    if start is not None and told and _told_is_object(tokens, cue, start):
        start, told = told[0], None
    if start is None or (tokens[start].kind is not TokenKind.QUOTE and tokens[start].lower != "that"):
        start = _quotation_later(tokens, cue, at, limit) or start
    if start is None:
        return None
    stop = content_stop(tokens, start, limit)
    return ((start, stop), told) if _is_content(tokens, start, stop) else None


def _told_is_object(tokens: Tokens, cue: Cue, start: int) -> bool:
    """Whether the person told is part of what was said: "urged *both sides* to publish", "promised *them* a drill"."""
    token = tokens[start]
    if token.lower == "to":
        return True
    if token.lower in QUESTION_WORDS | {"that"} or cue.entry.lemma in {
        "tell",
        "inform",
        "remind",
        "assure",
        "warn",
        "notify",
        "ask",
    }:
        return False
    return token.kind is not TokenKind.QUOTE or not token.text.strip("“”\"'‘’«»")[:1].isupper()


def content_stop(tokens: Tokens, start: int, limit: int) -> int:
    """Where the content that begins at `start` ends: before the reporter's own addition, else at `limit`."""
    if tokens[start].kind is TokenKind.QUOTE and tokens[start].text.rstrip()[-2:-1] in ",.!?…":
        return start + 1
    for at in range(start + 1, limit):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < limit else None
        if _is_dash(tokens, at) and at > start + 1:
            return at if not _closes_later(tokens, at, limit) else limit
        if token.lower == "according" and following is not None and following.lower == "to":
            return at
        if token.text == ";" or (token.text == ":" and following is not None and following.kind is TokenKind.QUOTE):
            return at
        if token.text == "," and _names_carrier(tokens, at + 1, limit):
            return at
        if token.text == "," and _reporters_own(tokens, at + 1, limit) and not _resumes(tokens, at + 1, limit):
            return at
    while (
        limit > start + 1 and tokens[limit - 1].kind is TokenKind.MARK and tokens[limit - 1].text not in {")", "%", "]"}
    ):
        limit -= 1
    return limit


def _closes_later(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a second dash closes what the dash at `at` opens: a parenthesis inside the content."""
    return any(_is_dash(tokens, place) for place in range(at + 1, limit))


def _is_dash(tokens: Tokens, at: int) -> bool:
    """Whether the token parts clauses; an en dash without blanks joins two names ("the Kaldavia–Velmark line")."""
    if tokens[at].text not in DASHES:
        return False
    return tokens[at].text != "–" or at == 0 or tokens[at].start > tokens[at - 1].end


def _names_carrier(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a news organisation closes the sentence: "…, *Unity Press reports*"."""
    stop = at
    while stop < limit and tokens[stop].capitalised:
        stop += 1
    if stop == at or stop >= limit or tokens[stop].lower not in {"reports", "reported", "report", "wrote", "writes"}:
        return False
    return looks_like_media(" ".join(token.text for token in tokens[at:stop])) and is_closing_phrase(tokens, stop + 1)


def _resumes(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether the content goes on behind an inserted clause: "the war, which began in March, to end"."""
    if tokens[at].lower not in {"which", "who", "whose"}:
        return False
    commas = [place for place in range(at + 1, limit - 1) if tokens[place].text == ","]
    return (
        bool(commas)
        and tokens[commas[0] + 1].lower not in CONJUNCTIONS | REPORTERS_OWN
        and not any(token.kind is TokenKind.QUOTE for token in tokens[commas[0] : limit])
    )


def _reporters_own(tokens: Tokens, at: int, limit: int) -> bool:
    if at >= limit:
        return False
    token = tokens[at]
    if token.lower in REPORTERS_OWN:
        # "…, but that nobody wanted it" and "…, but not this year" go on with what was said
        return not (token.lower == "but" and at + 1 < limit and tokens[at + 1].lower in {"that", "not"})
    if _is_countdown(tokens, at, limit):
        return True
    if token.lower == "according":
        return True
    return (
        token.kind is TokenKind.WORD
        and token.lower.endswith("ing")
        and len(token.lower) > 5
        and (token.lower not in NO_CUT and not token.capitalised)
    )


def _is_countdown(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether the words set the time of the telling: ", two days before the talks"."""
    if tokens[at].kind is TokenKind.DATE:
        return at + 1 < limit and tokens[at + 1].lower in {"before", "after"}
    near = [token.lower for token in tokens[at : min(at + 4, limit)]]
    return len(near) > 2 and near[1].rstrip("s") in TIME_UNITS and bool({"before", "after"} & set(near[2:]))


TIME_UNITS = frozenset("minute hour day week month year".split())


def _is_content(tokens: Tokens, start: int, stop: int) -> bool:
    words = [token for token in tokens[start:stop] if token.kind is not TokenKind.MARK]
    return (
        bool(words)
        and not (len(words) == 1 and words[0].kind is TokenKind.DATE)
        and (len(words) > 1 or words[0].kind is TokenKind.QUOTE or len(words[0].text) > 3)
    )


def _addressee(tokens: Tokens, cue: Cue, limit: int) -> tuple[int, Range | None]:
    """Past the person told, and where that stands: "told *reporters* that"."""
    at = cue.stop
    if at + 1 < limit and tokens[at].lower == "to" and "q" in cue.entry.frames and _names_hearers(tokens, at + 1):
        told = _told(tokens, at + 1, limit)
        return (told[1], told) if told else (at, None)
    if "a" not in cue.entry.frames:
        return at, None
    told = _told(tokens, at, limit)
    return (told[1], told) if told else (at, None)


def _names_hearers(tokens: Tokens, at: int) -> bool:
    """Whether what follows "to" are people, as in "said to reporters", not the verb of an infinitive."""
    token = tokens[at]
    return token.capitalised or token.lower in DETERMINERS | TOLD_NOUNS | {"him", "her", "them", "me", "us"}


def _told(tokens: Tokens, at: int, limit: int) -> Range | None:
    if at >= limit:
        return None
    if tokens[at].lower in PRONOUNS | {"him", "her", "them", "me", "us"}:
        return (at, at + 1)
    stop = at
    while stop < limit and tokens[stop].kind is TokenKind.WORD:
        word = tokens[stop]
        if word.lower in {"that", "whether", "to"} or word.lower in AUXILIARIES:
            break
        if word.lower in PREPOSITIONS and word.lower not in {"of", "for"}:
            break
        if stop > at and (word.lower in PRONOUNS or (word.lower in DETERMINERS and stop > at)):
            break
        if stop > at and tokens[stop - 1].lower in TOLD_NOUNS and word.lower not in {"of", "for"}:
            break
        named = stop > at and tokens[stop - 1].capitalised and not tokens[stop - 1].possessive
        if named and not word.capitalised and word.lower not in {"of", "for"}:
            break
        stop += 1
    return (at, stop) if stop > at and stop - at <= 8 else None


def _skip_adjuncts(tokens: Tokens, at: int, limit: int) -> int:
    """Past dates, adverbs and phrases such as "in a statement" or "at a press conference" up to the content."""
    while at < limit:
        token = tokens[at]
        if token.kind is TokenKind.DATE or (
            is_adverb(token) and token.lower not in {"no", "not", "so", "there", "never"}
        ):
            at += 1
        elif token.lower == "to" and not (at + 1 < limit and _names_hearers(tokens, at + 1)):
            return at  # an infinitive, not "to reporters"
        elif token.lower in PREPOSITIONS and token.lower not in {"like", "as", "than", "despite"}:
            stop = _adjunct_stop(tokens, at, limit)
            if stop is None:
                return at
            at = stop
        else:
            return at
    return at


def _adjunct_stop(tokens: Tokens, at: int, limit: int) -> int | None:
    """Where the prepositional phrase at `at` stops, if the content is marked right behind it; else None."""
    if at + 1 < limit and tokens[at + 1].kind is TokenKind.DATE:
        return at + 2
    for place in range(at + 1, min(limit, at + MAX_ADJUNCT)):
        token = tokens[place]
        if token.lower == "that" and not (place + 1 < limit and tokens[place + 1].kind is TokenKind.MARK):
            return place
        if token.text in {",", ":"} or token.kind is TokenKind.QUOTE:
            return place
        if token.lower in AUXILIARIES:
            return None
    return limit if limit - at <= MAX_ADJUNCT else None


def _content_start(tokens: Tokens, cue: Cue, at: int, limit: int) -> int | None:
    """The token at which the content begins, if the cue's frames allow what stands at `at`."""
    frames, token = cue.entry.frames, tokens[at]
    if token.text in {",", ":"}:
        return _after_mark(tokens, cue, at, limit)
    if token.kind is TokenKind.QUOTE:
        return at if frames & {"q", "c", "n", "a"} else None
    if token.kind is TokenKind.MARK and token.text not in {"$", "£", "€", "["}:
        return None
    if token.lower == "that" and frames & {"q", "c"}:
        return at
    if token.lower in QUESTION_WORDS and frames & {"w", "q", "c"}:
        return at
    if token.lower == "to":
        return at if "i" in frames else None
    if cue.standing is Standing.PARTICIPLE and not _is_spoken_participle(tokens, cue, at):
        return None
    if frames & {"q", "c"} and _starts_clause(tokens, at, limit):
        return at
    if "n" in frames and token.lower not in PREPOSITIONS and token.lower not in CONJUNCTIONS:
        return at
    return None


def _quotation_later(tokens: Tokens, cue: Cue, at: int, limit: int) -> int | None:
    """The whole quotation that a comma or colon leads in further on: "wrote to her followers on Monday, “…”"."""
    if "q" not in cue.entry.frames and "a" not in cue.entry.frames:
        return None
    for place in range(at + 1, limit):
        if tokens[place].text == ":" and tokens[at].kind is TokenKind.WORD and _is_full_clause(tokens, at, place):
            return None
        if tokens[place].kind is TokenKind.QUOTE and tokens[place - 1].text in {",", ":"}:
            inner = tokens[place].text.strip("“”\"'‘’«»")
            return place if inner[:1].isupper() and len(inner.split()) >= 4 else None
        if tokens[place].lower == "that":
            return None
    return None


def _is_full_clause(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether the words before a colon are themselves said: a pronoun or article opens them and a verb follows."""
    return tokens[at].lower in PRONOUNS | DETERMINERS and stop - at >= 5


def _after_mark(tokens: Tokens, cue: Cue, at: int, limit: int) -> int | None:
    """The content behind a comma or colon: a quotation, anything after a colon, "that" after a comma and an aside."""
    if at + 1 >= limit:
        return None
    following = tokens[at + 1]
    if following.kind is TokenKind.QUOTE and cue.entry.frames & {"q", "c", "a", "n"}:
        return at + 1
    if tokens[at].text == ":" and "q" in cue.entry.frames:
        return at + 1
    if tokens[at].text == "," and cue.entry.frames & {"q", "c"}:
        for place in range(at + 1, min(limit - 1, at + 20)):
            if tokens[place].text == "," and tokens[place + 1].lower == "that":
                return place + 1
    return None


def _is_spoken_participle(tokens: Tokens, cue: Cue, at: int) -> bool:
    """Whether a participle without "that" reports a clause ("saying he would") rather than takes an object."""
    if tokens[cue.first].lower in {"saying", "claiming", "arguing", "insisting", "noting", "warning"}:
        return tokens[at].lower in PRONOUNS | DETERMINERS or tokens[at].capitalised
    return (
        "n" in cue.entry.frames
        and tokens[cue.first].lower
        in {
            "denying",
            "rejecting",
            "dismissing",
            "condemning",
            "denouncing",
            "demanding",
            "criticizing",
            "criticising",
            "accusing",
            "urging",
            "calling",
            "describing",
            "praising",
            "suggesting",
            "announcing",
        }
        | ({"ruling"} if cue.stop - cue.first > 1 else set())
    ) or (cue.stop - cue.first > 1 and "n" in cue.entry.frames)


def _starts_clause(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a clause without "that" can begin here: at least a subject and a verb are left."""
    token = tokens[at]
    if token.lower in CONJUNCTIONS or token.lower in {
        "of",
        "by",
        "as",
        "after",
        "before",
        "while",
        "during",
        "with",
    }:
        return False
    return sum(len(token.text.split()) for token in tokens[at:limit] if token.kind is not TokenKind.MARK) >= 3


def quotation_behind(tokens: Tokens, content: Range) -> Range | None:
    """The quotation behind the colon that ends an indirect content: "said he saw no need: “Why now?”"."""
    at = content[1]
    if at + 1 < len(tokens) and tokens[at].text == ":" and tokens[at + 1].kind is TokenKind.QUOTE:
        return (at + 1, at + 2)
    return None


def content_before(tokens: Tokens, stop: int, floor: int, least: int = 3) -> tuple[Range, ...]:
    """The content that ends before the source or inverted cue at `stop`: a quotation, or a clause and its comma.

    A clause has at least `least` tokens: a shorter one is an adjunct, unless it goes on behind the attribution.
    """
    last = stop - 1
    if last < floor:
        return ()
    if tokens[last].kind is TokenKind.QUOTE:
        return _quoted_before(tokens, last, floor)
    if tokens[last].text == "," or tokens[last].text in DASHES:
        inner = last - 1
        if inner >= floor and tokens[inner].kind is TokenKind.QUOTE:
            return _quoted_before(tokens, inner, floor)
        first = _clause_start(tokens, floor)
        if last - first >= least:
            return ((first, last),)
    return ()


def _quoted_before(tokens: Tokens, last: int, floor: int) -> tuple[Range, ...]:
    """The quotation at `last` with the reporter's words that lead into it, if they are of one sentence with it."""
    first = last
    while first > floor and tokens[first - 1].kind is TokenKind.QUOTE:
        first -= 1
    lead = _clause_start(tokens, floor)
    led = tokens[lead:first]
    inner = tokens[first].text.strip("“”\"'‘’«»")
    if led and not inner[:1].isupper() and tokens[first - 1].text not in {",", ":"}:
        return ((lead, last + 1),)
    if led and inner[:1].isupper() and tokens[first - 1].kind is TokenKind.WORD and len(inner.split()) < 6:
        return ((lead, last + 1),)
    return tuple((place, place + 1) for place in range(first, last + 1))


def _clause_start(tokens: Tokens, floor: int) -> int:
    first = floor
    while first < len(tokens) and tokens[first].kind is TokenKind.MARK:
        first += 1
    return first


# After the adjuncts of a cue these begin the reporter's own clause: "…, she said on Monday, as crowds …".
OWN_CLAUSE = frozenset("as after before while when amid in at following during".split())


def is_closing_phrase(tokens: Tokens, at: int) -> bool:
    """Whether the said stands before the cue: only adjuncts and the reporter's own words follow it."""
    told = _told(tokens, at, len(tokens)) if at < len(tokens) and tokens[at].lower not in OWN_CLAUSE else None
    if told and told[1] < len(tokens) and tokens[told[1]].kind is TokenKind.WORD:
        # "Told reporters after the talks", "told reporters on Friday".
        behind = tokens[told[1] + 1] if told[1] + 1 < len(tokens) else None
        dated = tokens[told[1]].lower == "on" and behind is not None and behind.kind is TokenKind.DATE
        return dated or tokens[told[1]].lower in OWN_CLAUSE
    at = _skip_adjuncts(tokens, told[1] if told else at, len(tokens))
    if at >= len(tokens):
        return True
    return (tokens[at].kind is TokenKind.MARK and tokens[at].text != ":") or tokens[at].lower in OWN_CLAUSE


def clause_resumed(tokens: Tokens, cue: Cue) -> Range | None:
    """The rest of a clause that the attribution interrupts: "The queue, he said, *dated from 2019*"."""
    at = cue.stop
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return None
    following = tokens[at + 1]
    if following.kind is not TokenKind.WORD or _reporters_own(tokens, at + 1, len(tokens)):
        return None
    if following.lower in {"provided", "unless", "until", "if"}:
        return (at + 1, content_stop(tokens, at + 1, len(tokens)))
    if following.lower in CONJUNCTIONS:
        subject = tokens[at + 2]
        return (
            (at + 1, content_stop(tokens, at + 1, len(tokens)))
            if subject.capitalised or subject.lower in DETERMINERS
            else None
        )
    if following.lower in OWN_CLAUSE or following.capitalised or is_adverb(following):
        return None
    return (at + 1, content_stop(tokens, at + 1, len(tokens)))


def is_standing_before(cue: Cue) -> bool:
    """Whether the cue can follow its content: finite verbs that take a quotation or a clause do."""
    return cue.standing is Standing.FINITE and bool(cue.entry.frames & {"q", "c"})
