"""What robots.txt lets us fetch (RFC 9309), asked once of each origin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from onrecord.read.encodings import undo_encodings
from onrecord.read.web.outcomes import Fetched, Later, Moved, Outcome, Refused

MOST_BYTES = 512_000  # RFC 9309: at least 500 KiB are to be read
MOST_HOPS = 5
LONGEST_PAUSE_SECONDS = 60.0
_MEND = "ask the outlet, or save the page yourself and give the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What may be fetched of an origin: `file` is its robots.txt, None where it has none; or why nothing may be."""

    file: Protego | None = None
    refused: Refused | None = None

    def refusal(self, url: str, robot: str) -> Refused | None:
        """Why the address may not be fetched; None where it may."""
        if self.refused is not None or self.file is None or self.file.can_fetch(url, robot):
            return self.refused
        return Refused(cause=f"robots.txt disallows it for “{robot}”", mend=_MEND)

    def pause_seconds(self, robot: str) -> float:
        """How long the origin asks to be left in peace between two requests."""
        asked = self.file.crawl_delay(robot) if self.file is not None else None
        return min(float(asked or 0.0), LONGEST_PAUSE_SECONDS)


class Robots:
    """The rules of all origins that have been asked."""

    def __init__(self, ask: Callable[[str], Outcome], most_tries: int) -> None:
        self._ask = ask
        self._most_tries = most_tries
        self._tries: dict[str, int] = {}
        self._rules: dict[str, Rules] = {}

    def rules(self, url: str) -> Rules | Later:
        """The rules of the address's origin, or when to ask again; an origin that never answers is closed."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            rules = self._fetch(f"{origin}/robots.txt")
            if isinstance(rules, Later):
                self._tries[origin] = self._tries.get(origin, 0) + 1
                if self._tries[origin] < self._most_tries:
                    return rules
                cause = f"its robots.txt is not to be had: {rules.cause}, {self._most_tries} times"
                rules = Rules(refused=Refused(cause=cause, mend=rules.mend))
            self._rules[origin] = rules
        return self._rules[origin]

    def _fetch(self, url: str) -> Rules | Later:
        outcome = self._ask(url)
        for _ in range(MOST_HOPS):
            if not isinstance(outcome, Moved):
                break
            outcome = self._ask(outcome.url)
        match outcome:
            case Fetched(response=response):
                body = undo_encodings(response.content, response.content_encoding, MOST_BYTES)
                return Rules(file=Protego.parse(body.content.decode("utf-8", "replace")))
            case Later():
                return outcome
            case Refused() if not outcome.is_answer:
                return Rules(refused=outcome)
            case _:
                return Rules()  # it has none: all may be fetched
