"""Paths to captures, or to rejections that say why there is none."""

from onrecord.read.files import find_captures
from onrecord.read.options import ReadOptions

__all__ = ["ReadOptions", "find_captures"]
