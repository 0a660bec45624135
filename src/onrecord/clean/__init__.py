"""Capture to article, or a rejection with a reason; every offset leads into the decoded file."""

from onrecord.clean.added import AddedReader
from onrecord.clean.step import CleanOptions, clean
from onrecord.clean.told import Told

__all__ = ["AddedReader", "CleanOptions", "Told", "clean"]
