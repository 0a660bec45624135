"""Two verbs, `each` and `gather`, that run a step over any number of rows. Knows nothing of news."""

from onrecord.engine.local import LocalEngine
from onrecord.engine.protocol import Engine, GroupStep, Keys, Step

__all__ = ["Engine", "GroupStep", "Keys", "LocalEngine", "Step"]
