"""An article's body as a row of numbers, one a word, in which the same passages can be found again."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from onrecord.link.rows import day_of
from onrecord.records import Reading
from onrecord.records.packing import compact
from onrecord.text.quotations import quoted_stretches
from onrecord.text.sentences import sentences
from onrecord.text.shingles import winnowed
from onrecord.text.words import words

WIDE = 4  # bytes of a word's number
RUN = 5  # words that make a key
NEIGHBOURS = 8  # runs of a sentence, of which one is a key: twelve words in a row have one wherever they stand
FEWEST_OWN = 4  # words of its own without which a sentence is a quotation and no more


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The words of an article's body, in order, packed: the number of each, where it stands, whether it is quoted.

    `firsts` are the places in it of the words that begin a sentence.
    """

    id: str
    published: str | None
    numbers: bytes
    starts: bytes
    ends: bytes
    quoted: bytes  # 1 for a word in quotation marks, which is the speaker's and not the reporter's
    firsts: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many words there are."""
        return len(self.quoted)

    @property
    def own(self) -> int:
        """How many of them are the reporter's."""
        return self.quoted.count(0)

    def sentence_bounds(self) -> Iterator[tuple[int, int]]:
        """The first word of each sentence that is not a quotation and no more, and the one after its last."""
        for first, after in zip(self.firsts, (*self.firsts[1:], self.count), strict=True):
            if self.quoted.count(0, first, after) >= FEWEST_OWN:
                yield first, after


def prose(reading: Reading) -> Prose:
    """The article's body; headline, deck and captions, which every outlet writes itself, are not part of it."""
    article = reading.article
    numbers, starts, ends = array("I"), array("I"), array("I")
    quoted = bytearray()
    firsts: list[int] = []
    for segment in article.body():
        marked = quoted_stretches(article.text, segment.start, segment.end)
        for start, end in sentences(article.text, segment.start, segment.end):
            found = words(article.text, start, end)
            if found:
                firsts.append(len(quoted))
            for word in found:
                numbers.append(crc32(word.lower.encode("utf-8", "surrogatepass")))
                starts.append(word.start)
                ends.append(word.end)
                quoted.append(any(left <= word.start < right for left, right in marked))
    return Prose(
        id=article.id,
        published=day_of(article.published),
        numbers=numbers.tobytes(),
        starts=starts.tobytes(),
        ends=ends.tobytes(),
        quoted=bytes(quoted),
        firsts=tuple(firsts),
    )


def prose_keys(row: Prose) -> tuple[str, ...]:
    """Some of the runs of the reporter's own words in each sentence, the same ones wherever the sentence stands."""
    found: set[int] = set()
    for first, after in row.sentence_bounds():
        own = b"".join(row.numbers[at * WIDE : (at + 1) * WIDE] for at in range(first, after) if not row.quoted[at])
        last = max(len(own) // WIDE - RUN, 0)
        runs = [_hashed(own[at * WIDE : (at + RUN) * WIDE]) for at in range(last + 1)]
        found |= winnowed(runs, NEIGHBOURS)
    return tuple(f"{key:016x}" for key in sorted(found))


def _hashed(run: bytes) -> int:
    return int.from_bytes(blake2b(run, digest_size=8).digest())
