"""Paths and addresses to captures, or to rejections that say why there is none."""

from onrecord.read.finding import check, find_captures
from onrecord.read.options import ReadOptions
from onrecord.read.web.options import WebOptions

__all__ = ["ReadOptions", "WebOptions", "check", "find_captures"]
