"""Each party's line on each issue of a story, since when, and where it moved."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.derive.apposed import Apposed
from onrecord.derive.issues import issue_stems, name_of, of_two_kinds, one_issue, same_head, without_amount
from onrecord.derive.parties import is_carrier, is_named
from onrecord.derive.rows import Reported
from onrecord.derive.stances import Shown, further_stances, stance_of
from onrecord.records import Attribution, Position, Stance
from onrecord.records.ids import content_id
from onrecord.text.folding import fold
from onrecord.text.stems import content_stems
from onrecord.text.words import words

_OFFICE = re.compile(
    r"(?:\b(?:he|she|I) (?:\w+ )?(?:would|will|had|has|have|was|is|am)\b[^.;]{0,40}|^\W*(?:to )?)"
    r"\b(?:resign\w*|step(?:ping)? (?:down|aside)|quit\w*|stand(?:ing)? down|run(?:ning)? (?:for|in|again)|"
    r"stand(?:ing)? for|seek(?:ing)? (?:re-?election|"
    r"(?:the|a|another) (?:\w+ )?(?:presidency|nomination|office|term|seat)))\b"
)
_ANAPHORIC = re.compile(r"^(?:the|its|his|her|their) \w+$")


# "Both guilds to publish what they earn" is what one asks of them, and no name for what others say of it.
_DEED_OF_OTHERS = re.compile(
    r"^(?!an? )(?:\S+ ){1,6}?(?<!end )(?<!right )(?<!plan )(?<!plans )(?<!refusal )(?<!bid )(?<!decision )(?<!threat )"
    r"(?<!offer )"
    r"(?<!proposal )(?<!move )(?<!return )(?<!access )(?<!changes )(?<!cuts )(?<!aid )(?<!support )(?<!attempt )"
    r"(?<!pledge )(?<!promise )(?<!demand )(?<!call )(?<!calls )(?<!need )(?<!way )(?<!back )"
    r"to (?!the\b|an?\b|its\b|their\b|be able\b|\d|[A-Z])[a-z]+(?<!ing)\b"
)


# "Ister for the fire": whom one blames or stands with, and over what, names nothing for others.
_WHOM = re.compile(
    r"^[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)* (?:(?:for|over) (?:the|an?|its|his|her|their)|of \w+ing|with \w+ing|"
    r"against)\s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A statement that takes a line, with what its reports show of it."""

    reported: Reported
    stance: Stance
    shown: tuple[Shown, ...]
    stems: frozenset[str]

    @property
    def phrases(self) -> list[str]:
        return [each.issue for each in self.shown if each.issue]

    @property
    def quotations(self) -> list[str]:
        return [each.quotation for each in self.shown if each.quotation]

    @property
    def when(self) -> str:
        return self.reported.statement.said_on or ""


def positions_of(story: str, reported: Sequence[Reported]) -> tuple[Position, ...]:
    """The positions of a story: one for each party, issue and stance, one more each time a party comes back."""
    people = _people(reported)
    media = _media(reported)
    apposed = Apposed(reported)

    def shown_by(told: Attribution, each: Reported) -> Shown | None:
        if is_carrier(told.speaker_name or "", told.cue.exact if told.cue else "", media):
            return None
        found = stance_of(told, each.party_name, people.get(each.party or "", frozenset()))
        return apposed.named(told, found, shown_by)

    held = [
        line
        for each in sorted(reported, key=lambda each: each.statement.id)
        for line in _lines(each, people.get(each.party or "", frozenset()), shown_by)
    ]
    lines = _without_parties(held)
    found: list[Position] = []
    for issue in _issues(lines):
        name = _noun(issue)
        for party in sorted({line.reported.party or "" for line in issue}):
            own = [line for line in issue if line.reported.party == party]
            found += _runs(story, name, own)
    return tuple(found)


def _people(reported: Sequence[Reported]) -> Mapping[str, frozenset[str]]:
    """By party, the family names of those who speak for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in reported:
        if each.party and each.party != each.statement.speaker and not each.anonymous:
            names = (report.attribution.speaker_name or "" for report in each.reports)
            found[each.party].update(fold(name).split()[-1] for name in names if fold(name))
    return {party: frozenset(names) for party, names in found.items()}


def _media(reported: Sequence[Reported]) -> frozenset[str]:
    """The names, folded, of the outlets of a story and of those that carried words to them."""
    reports = [report for each in reported for report in each.reports]
    carriers = (fold(name) for report in reports for name in report.attribution.relayed_by)
    return frozenset((*carriers, *(fold(report.outlet) for report in reports if report.outlet)))


def _without_parties(lines: Sequence[_Line]) -> list[_Line]:
    """The lines, the names of the parties no part of what they are about: they are in all of them, as states are."""
    names = [words(line.reported.party_name or "") for line in lines]
    # A name of one word may be a thing besides: what "Crown" says is not about the crown.
    parties = frozenset().union(
        *(issue_stems(line.reported.party_name or "") for line, told in zip(lines, names, strict=True) if len(told) > 1)
    )
    return [replace(line, stems=line.stems - parties or line.stems) for line in lines]


def _noun(issue: Sequence[_Line]) -> str | None:
    """The noun phrase by which the issue is known to all its parties, or None."""
    told = [phrase for line in issue for phrase in line.phrases]
    nouns = [
        each
        for each in told
        if not each.startswith(("to ", "that ", "“")) and not _DEED_OF_OTHERS.search(each) and not _WHOM.search(each)
    ]
    found = [without_amount(phrase) for phrase in nouns]
    return name_of(found) if any(len(content_stems(phrase)) > 1 for phrase in found) else None


def _own_name(run: Sequence[_Line]) -> str | None:
    """What the statements themselves call the issue: an infinitive before a clause, a quotation at last."""
    found = [phrase for line in run for phrase in line.phrases]
    for opening in ("to ", "that ", "“"):
        if own := [phrase for phrase in found if phrase.startswith(opening)]:
            return name_of(own)
    told = [quoted for line in run for quoted in line.quotations]
    if found and (not told or any(_ANAPHORIC.match(phrase) for phrase in found)):
        return name_of(found)
    return name_of(told) if told else None


def _text(line: _Line) -> str:
    return line.reported.statement.text


def _lines(
    reported: Reported, people: frozenset[str], shown_by: Callable[[Attribution, Reported], Shown | None]
) -> list[_Line]:
    """The line that most reports of a statement show, and what other sentences of its quotations show besides."""
    reported = _of_oneself(reported)
    unnamed = reported.anonymous and reported.party == reported.statement.speaker  # not "a Norline spokesman"
    if not reported.party or unnamed or not is_named(reported.party_name or ""):
        return []
    found = [shown_by(report.attribution, reported) for report in reported.reports]
    shown = [each for each in found if each]
    if not shown:
        return []
    votes = Counter(each.stance for each in shown)
    stance = min(votes, key=lambda each: (-votes[each], each))
    more = [each for row in reported.reports for each in further_stances(row.attribution, reported.party_name, people)]
    others = sorted({each.stance for each in more} - set(votes))
    return [
        _line(reported, stance, tuple(each for each in shown if each.stance is stance)),
        *(_line(reported, other, tuple(each for each in more if each.stance is other)) for other in others),
    ]


def _line(reported: Reported, stance: Stance, own: tuple[Shown, ...]) -> _Line:
    texts = [each.issue for each in own if each.issue] or [reported.statement.text]
    stems: frozenset[str] = frozenset().union(*(issue_stems(text) for text in texts))
    whole = frozenset().union(*(issue_stems(report.attribution.text) for report in reported.reports))
    return _Line(reported=reported, stance=stance, shown=own, stems=stems or whole)


def _of_oneself(reported: Reported) -> Reported:
    """The statement as the speaker's own line where it is of his office: that he will not resign is not his state's."""
    names = sorted(
        {each.attribution.speaker_name or "" for each in reported.reports}, key=lambda name: (-len(name), name)
    )
    if not all(_OFFICE.search(each.attribution.text) for each in reported.reports) or not is_named(names[0]):
        return reported
    return replace(reported, party=reported.statement.speaker, party_name=names[0])


def _issues(lines: Sequence[_Line]) -> list[list[_Line]]:
    """The lines in groups about one thing each; a line goes with the group it is nearest to."""
    groups: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: (-len(line.phrases), -len(line.stems), line.reported.statement.id)):
        home = max(
            (group for group in groups if any(_meet(line, other) for other in group)),
            key=lambda group: sum(len(line.stems & other.stems) for other in group) / len(group),
            default=None,
        )
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return groups


def _meet(left: _Line, right: _Line) -> bool:
    near = one_issue(left.stems, right.stems) and not of_two_kinds(left.phrases, right.phrases)
    return near or same_head(left.phrases, right.phrases)


def _runs(story: str, issue: str | None, lines: Sequence[_Line]) -> Iterator[Position]:
    """The positions of one party on one issue in the order of days; undated lines go with the first of their stance."""
    runs: list[list[_Line]] = []
    for line in sorted((line for line in lines if line.when), key=lambda line: (line.when, line.stance, _text(line))):
        if runs and runs[-1][0].stance is line.stance:
            runs[-1].append(line)
        elif same_day := [run for run in runs if run[0].stance is line.stance and run[-1].when == line.when]:
            same_day[-1].append(line)
        else:
            runs.append([line])
    for line in sorted((line for line in lines if not line.when), key=lambda line: line.reported.statement.id):
        home = next((run for run in runs if run[0].stance is line.stance), None)
        if home is None:
            runs.append([line])
        else:
            home.append(line)
    last: Position | None = None
    for run in runs:
        name = issue or _own_name(run)
        if name is None:  # what it is about is not told
            continue
        position = _position(story, name, run, last)
        yield position
        last = position if position.said_on else last


def _position(story: str, issue: str, run: Sequence[_Line], last: Position | None) -> Position:
    party = run[0].reported.party or ""
    statements = tuple(sorted({line.reported.statement.id for line in run}))
    said_on = tuple(sorted({line.when for line in run if line.when}))
    moved = last is not None and last.stance is not run[0].stance and said_on and said_on[0] > last.said_on[-1]
    modes = Counter(each.mode for line in run for each in line.shown if each.mode)
    told = [line for line in run if line.when] or run  # an undated statement may be of another day
    conditions = sorted(each.condition for line in told for each in line.shown if each.condition)
    return Position(
        id=content_id("position", story, party, run[0].stance, *statements),
        story=story,
        actor=party,
        actor_name=run[0].reported.party_name or "",
        issue=issue,
        stance=run[0].stance,
        mode=min(modes, key=lambda each: (-modes[each], each)) if modes else None,
        condition=min(conditions, key=len) if conditions else None,
        statements=statements,
        said_on=said_on,
        changed=last.id if moved and last else None,
    )
