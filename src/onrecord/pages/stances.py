"""PLOVER's categories in words that a newspaper would print."""

from __future__ import annotations

from onrecord.pages.wording import cut
from onrecord.records import Position, Stance

LONGEST = 80  # characters of an issue, and of a condition

# Each is followed by the issue: "rejects the ferry tolls".
WORDS = {
    Stance.AGREE: "offers or agrees to",
    Stance.CONSULT: "holds talks on",
    Stance.SUPPORT: "supports",
    Stance.CONCEDE: "gives way on",
    Stance.COOPERATE: "works together on",
    Stance.AID: "gives aid for",
    Stance.RETREAT: "pulls back on",
    Stance.REQUEST: "asks for",
    Stance.ACCUSE: "accuses others over",
    Stance.REJECT: "rejects",
    Stance.THREATEN: "threatens",
    Stance.PROTEST: "protests over",
    Stance.SANCTION: "puts sanctions on",
    Stance.MOBILIZE: "readies forces over",
    Stance.COERCE: "uses pressure over",
    Stance.ASSAULT: "uses force over",
}


def say_line(position: Position) -> str:
    """The line in plain words, with the condition as the article has it: "supports lower dues, if …"."""
    condition = f", {cut(position.condition, LONGEST)}" if position.condition else ""
    return f"{WORDS[position.stance]} {cut(position.issue, LONGEST)}{condition}"
