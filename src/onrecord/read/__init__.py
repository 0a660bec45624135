"""Paths to captures, or to rejections that say why there is none."""

from onrecord.read.files import ReadOptions, count_candidates, find_captures

__all__ = ["ReadOptions", "count_candidates", "find_captures"]
