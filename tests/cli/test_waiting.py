from __future__ import annotations

import pytest

from onrecord.cli.progress import progress_bar
from onrecord.pipeline import Progress


def test_whoever_runs_a_build_that_waits_is_told_for_whom(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as progress:
        progress(Progress(step="reading", done=1))
        progress(Progress(step="waiting", done=0, held_by="ada on desk-3, process 4711"))
    assert capsys.readouterr().err == (
        "onrecord: ada on desk-3, process 4711, links the record now; waiting until that is done\n"
    )
