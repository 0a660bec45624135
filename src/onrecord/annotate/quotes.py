"""Quotations in a paragraph: every style of quotation mark, nested and unbalanced ones included."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Each opening mark with the marks that close it. „…“ and »…« close with a mark that elsewhere opens.
PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "‘": "’",
    '"': '"',
    "'": "'",
    "''": "''",
    "``": "''",
}
MARK = re.compile("[" + "".join(sorted({mark[0] for mark in PAIRS})) + "]")  # any that may open
DASHES = "–—―"
# A dash opens a line of dialogue only where the reporter's words come after a comma, question or exclamation mark.
MAX_SINGLE = 600  # a longer stretch between single marks is an apostrophe that was taken for one


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """An outermost quotation with its marks; `closed` is False where the paragraph ends before the closing mark."""

    start: int
    end: int
    closed: bool = True

    def inner(self, text: str) -> str:
        """The words between the marks."""
        return text[self.start : self.end].strip("“”„«»‹›「」‘’\"'`–—― ")


def find_quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Every outermost quotation of the paragraph `text[start:end]`, in order; none reaches beyond the paragraph."""
    dialogue = _dialogue(text, start, end)
    if dialogue:
        return dialogue
    found = []
    at = start
    while mark := MARK.search(text, at, end):
        at = mark.start()
        opener = _opener(text, at, start, end)
        if not opener:
            at += 1
            continue
        close = _closing(text, at + len(opener), end, opener)
        if close is None and opener in "'‘":
            at += 1
            continue
        if close is None:
            close = _end_of_unclosed(text, at, end)
            found.append(Quotation(start=at, end=close, closed=False))
        else:
            found.append(Quotation(start=at, end=close))
        at = found[-1].end
    return tuple(quotation for quotation in found if quotation.inner(text))


def _opener(text: str, at: int, start: int, end: int) -> str | None:
    """The opening mark that stands at `at`, if the characters around it let it open."""
    mark = text[at : at + 2] if text[at : at + 2] in {"''", "``"} else text[at]
    if mark not in PAIRS:
        return None
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark in {"“", "„", "«", "‹", "「", "``"}:
        return mark
    if mark == "»" and not (before.isspace() and not after.isspace()):
        return None
    opens = not after.isspace() and not (before.isalnum() or before in ".,!?;:")
    return mark if opens and (mark not in "'‘" or after.isalnum() or after in '“"[…$£€#@.') else None


def _closing(text: str, at: int, end: int, opener: str) -> int | None:
    """The offset after the mark that closes `opener`, or None where none does before `end`."""
    closers = PAIRS[opener]
    depth = 0
    limit = min(end, at + MAX_SINGLE) if opener in "'‘" else end
    while at < limit:
        if opener in {"''", "``"}:
            if text.startswith("''", at):
                return at + 2
        elif _closes_mixed(text, at, end, opener):
            return at + 1
        elif text[at] in closers and _closes(text, at, end, opener):
            if depth == 0:
                return at + 1
            depth -= 1
        elif text[at] == opener and opener in "“«「":
            if opener == "“" and _reopens(text, at):
                return None
            depth += 1
        at += 1
    return None


def _closes(text: str, at: int, end: int, opener: str) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    if opener in "'‘":
        return not after.isalnum() and not text[at - 1].isspace()
    if opener == '"':
        return not text[at - 1].isspace() or not after.isalnum()
    return True


def _closes_mixed(text: str, at: int, end: int, opener: str) -> bool:
    """Whether a mark of the other style closes: “We sail," with one curly and one straight mark."""
    if (opener, text[at]) not in {("“", '"'), ('"', "”")}:
        return False
    after = text[at + 1] if at + 1 < end else " "
    return text[at - 1] in ",.!?…" and not after.isalnum()


def _reopens(text: str, at: int) -> bool:
    """Whether an opening mark within an open quotation begins a new one: the first was never closed."""
    before = text[:at].rstrip()[-1:]
    return before in ".!?,”" and text[at - 1].isspace()


def _end_of_unclosed(text: str, at: int, end: int) -> int:
    """Where a quotation without a closing mark ends: before the next opening mark, else with the paragraph."""
    marks = [place for mark in "“«„" if (place := text.find(mark, at + 1, end)) > 0]
    close = min(marks, default=end)
    return at + len(text[at:close].rstrip())


def _dialogue(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """The speech of a paragraph set with a dash, without the dash: "— *I won't*, he said. — *Not now.*"."""
    at = start
    while at < end and text[at].isspace():
        at += 1
    if at + 2 >= end or text[at] not in DASHES or not text[at + 1].isspace():
        return ()
    parts = [
        at,
        *(place for place in range(at + 1, end - 1) if text[place] in DASHES and text[place - 1].isspace()),
    ]
    edges = [*parts, end]
    spoken: list[Quotation] = []
    for number in range(len(parts)):
        left, right = edges[number] + 1, edges[number + 1]
        if number and _REPORTERS_PART.match(text, left, right):
            continue  # "— We sail, — *said Ilse.* — No more waiting."
        spoken += _without_reporter(text, left, right)
    return tuple(spoken)


_SAYS = (
    r"(?:said|says|asked|asks|replied|replies|answered|answers|added|adds|cried|shouted|called|explained|insisted|"
    r"went on)"
)
_WHO = r"(?:he|she|they|(?:the|a|an|his|her|one|my)(?: [\w’'-]+){1,4}?|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
_REPORTERS_PART = re.compile(rf"\s*(?:{_SAYS} {_WHO}|{_WHO} {_SAYS})\b[^.,]*[.,]?")
_ASIDE = re.compile(rf"(?<=[,?!…]) (?:{_SAYS} {_WHO}|{_WHO} {_SAYS})\b[^.,]*(?:[.,]|$)")


def _without_reporter(text: str, start: int, end: int) -> list[Quotation]:
    """What is spoken in a stretch of dialogue, without "…, he said, …"."""
    aside = _ASIDE.search(text, start, end)
    parts = [(start, end)] if aside is None else [(start, aside.start()), (aside.end(), end)]
    found = []
    for left, right in parts:
        words = text[left:right]
        kept = words.strip().rstrip(",").rstrip()
        if any(char.isalnum() for char in kept):
            first = left + len(words) - len(words.lstrip())
            found.append(Quotation(start=first, end=first + len(kept)))
    return found
