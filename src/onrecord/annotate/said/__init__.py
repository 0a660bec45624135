"""When each attribution was said: the date that governs its cue, else what ties it to a day told elsewhere."""

from onrecord.annotate.entries import find_entries
from onrecord.annotate.said.finding import find_said
from onrecord.annotate.said.report import Report, Said, Sentence

__all__ = ["Report", "Said", "Sentence", "find_entries", "find_said"]
