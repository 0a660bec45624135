"""How often Python looks for rings of objects that refer to each other and to nothing else."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 20, 20)  # Python's own first one is 700


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Within the context Python looks for rings seldom.

    Rows are made by the million and hold no rings; looking through those that are kept, again and again, takes a
    quarter of the time of linking.
    """
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
