from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    command = str(Path(sys.executable).with_name("lint-imports"))
    return subprocess.run(
        [command, "--no-logo", "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_go_down() -> None:
    done = lint_imports(ROOT / "src")
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_import_upward_breaks_the_contract(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src/onrecord", tmp_path / "onrecord", ignore=shutil.ignore_patterns("examples"))
    (tmp_path / "onrecord/records/climber.py").write_text("import onrecord.pages\n", encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "onrecord.records.climber -> onrecord.pages" in done.stdout


def test_rooms_of_one_floor_may_not_know_each_other(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src/onrecord", tmp_path / "onrecord", ignore=shutil.ignore_patterns("examples"))
    (tmp_path / "onrecord/derive/neighbour.py").write_text("import onrecord.link\n", encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "onrecord.derive.neighbour -> onrecord.link" in done.stdout
