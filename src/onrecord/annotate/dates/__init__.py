"""Dates in text: found, told from what only looks like one, and resolved to EDTF against the publication."""

from onrecord.annotate.dates.edtf import Grain, is_edtf
from onrecord.annotate.dates.finding import DateMention, find_dates

__all__ = ["DateMention", "Grain", "find_dates", "is_edtf"]
