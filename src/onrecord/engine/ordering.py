"""The order of rows of one key and order: by a digest of what they hold, and so never by how they came."""

from __future__ import annotations

import io
import pickle
from hashlib import blake2b


def pack(row: object) -> bytes:
    """Pickle the row so that equal rows give equal bytes.

    Without a memo, that is: a memo tells two equal strings from one string used twice, and which of the two
    a row holds depends on the processes it has passed through.
    """
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, protocol=5)
    pickler.fast = True
    pickler.dump(row)
    return packed.getvalue()


def digest(packed: bytes) -> bytes:
    """Return what rows of one key and order are sorted by."""
    return blake2b(packed, digest_size=16).digest()
