"""The door: reads settings, builds the doers, calls one function per command."""

from onrecord.cli.door import main

__all__ = ["main"]
