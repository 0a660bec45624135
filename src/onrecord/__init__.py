"""onrecord: who said what, when, to whom and according to whom, checkable against the archived page."""

__version__ = "0.1.0"
