from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import onrecord
from onrecord.store import create

SLOW = ("sqlalchemy", "alembic", "duckdb", "pyarrow")


def imported_by(code: str) -> set[str]:
    """Which of the slow packages the code brings in."""
    found = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(onrecord.__file__).parents[1])},
    )
    return set(SLOW) & set(found.stdout.split())


def test_reading_a_record_imports_nothing_slow(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    create(path)
    code = f"import pathlib, onrecord.store as store\nwith store.open_view(pathlib.Path({str(path)!r})): pass"
    assert imported_by(code) == set()


def test_making_a_record_does_not_import_alembic(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    code = f"from pathlib import Path; from onrecord.store import create\ncreate(Path({str(path)!r}))"
    assert imported_by(code) == {"sqlalchemy"}
