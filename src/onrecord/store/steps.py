"""The versions of the steps that made a record's rows, so that rows of older steps are made again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Fingerprints: `reading` of what makes articles and attributions, `deriving` of what follows from them.

    A fingerprint is any text that changes whenever the step's results may: its version and its options. `tagger` is the
    name of the tagger that reads, by which the record is read again where no other is asked for.
    """

    reading: str = "0"
    deriving: str = "0"
    tagger: str = ""


UNVERSIONED = Steps()
