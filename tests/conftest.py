from __future__ import annotations

import os

from hypothesis import settings

# A slow moment of a shared machine fails no property. In CI, hypothesis's own profile draws the same examples
# every time, so that a run can be repeated.
settings.register_profile("house", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("house")
