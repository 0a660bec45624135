"""What the model tells of each word piece: its role and where in a stretch of that role it stands."""

from __future__ import annotations

import math

ROLES = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
OUTSIDE = 0
BEGIN, INSIDE, END, SINGLE = range(4)
TAG_COUNT = 1 + 4 * len(ROLES)
IMPOSSIBLE = -1e4  # a finite stand-in for the logarithm of nought: sums of it stay comparable


def tag_of(role: int, part: int) -> int:
    """The tag's number; `OUTSIDE` is 0."""
    return 1 + 4 * role + part


def may_begin(tag: int) -> bool:
    """Whether a paragraph may begin with the tag."""
    return tag == OUTSIDE or (tag - 1) % 4 in {BEGIN, SINGLE}


def may_end(tag: int) -> bool:
    """Whether a paragraph may end with the tag."""
    return tag == OUTSIDE or (tag - 1) % 4 in {END, SINGLE}


def may_follow(before: int, after: int) -> bool:
    """Whether `after` may stand behind `before`: a stretch that was begun goes on in its role until it ends."""
    if may_end(before):
        return may_begin(after)
    return after != OUTSIDE and (after - 1) // 4 == (before - 1) // 4 and (after - 1) % 4 in {INSIDE, END}


def distance_bucket(distance: int) -> int:
    """The bucket, 0 to 15, of a signed distance in word pieces: eight sizes before, eight behind."""
    size = min(7, math.ceil(math.log2(max(1, abs(distance)))))
    return 7 - size if distance < 0 else 8 + size


DISTANCE_BUCKETS = 16
FARTHEST_SENTENCE = 3  # sentences apart; those farther share its bucket
SENTENCE_BUCKETS = 2 * FARTHEST_SENTENCE + 1


# Names have tags of the same parts: `tag_of(NAME_KINDS.index(kind), part)`.
NAME_KINDS = ("person", "organization", "place")
