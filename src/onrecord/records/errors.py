"""The one tree of errors: for the caller's mistakes. Bad input is a value, `Rejected`.

OnrecordError            exit 1  anything below
├── InputError           exit 2  a path, option or name the user gave is wrong
│   └── NotOnRecord              the record has nothing of that id
│       └── Moved                something else has what was under it
└── RecordError          exit 3  the record file itself
    ├── NotARecord               the file is something else
    ├── NewerRecord              written by a later version of onrecord
    ├── RecordBusy               another process holds it
    └── RecordFull               no space left where it lies
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Says what was wrong, where, and the mend, in one or two sentences."""

    exit_code = 1


class InputError(OnrecordError):
    """A path, option or name that the user gave is wrong."""

    exit_code = 2


class NotOnRecord(InputError):
    """The record has nothing of that id: the question is a right one, and in another record may have an answer."""


class Moved(NotOnRecord):
    """What had the id `gone` is part of what has the id `now`."""

    def __init__(self, gone: str, now: str) -> None:
        super().__init__(f"{gone}: what had this id is part of {now} now; ask for that")
        self.gone = gone
        self.now = now


class RecordError(OnrecordError):
    """The record file cannot be used."""

    exit_code = 3


class NotARecord(RecordError):
    """The file is no record of onrecord."""


class NewerRecord(RecordError):
    """The record was written by a later version of onrecord."""


class RecordBusy(RecordError):
    """Another process is writing to the record."""


class RecordFull(RecordError):
    """There is no space left where the record lies."""
