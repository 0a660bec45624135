"""Capture to article, or a rejection with a reason; every offset leads into the decoded file."""

from onrecord.clean.step import CleanOptions, clean

__all__ = ["CleanOptions", "clean"]
