"""docs/serve.md: the program that it shows prints what is shown below each of its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.python_tour import rewritten
from tests.tour import ROOT, run, steps_of

PAGE = (ROOT / "docs/serve.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_page_on_serving_shows_what_its_program_prints(tmp_path: Path) -> None:
    run(steps_of(PAGE), tmp_path)
    assert rewritten(PAGE, tmp_path) == PAGE
