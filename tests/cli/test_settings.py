from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Call

from onrecord.cli.settings import read_settings
from onrecord.records.errors import InputError

COMMANDS = ("build", "brief")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_each_table_sets_the_options_of_its_command(tmp_path: Path) -> None:
    config = write(tmp_path / "s.toml", "[build]\nmax-bytes = 5\nprocesses = 2\n")
    assert read_settings(config, COMMANDS) == {"build": {"max-bytes": 5, "processes": 2}}


def test_a_table_that_is_none_is_answered_with_those_there_are(tmp_path: Path) -> None:
    config = write(tmp_path / "s.toml", "[biuld]\n")
    with pytest.raises(InputError, match=r"“biuld” is no table of settings; use one of \[build, brief\]"):
        read_settings(config, COMMANDS)


def test_a_file_that_is_no_toml_is_told_with_its_path(tmp_path: Path) -> None:
    config = write(tmp_path / "s.toml", "build:\n")
    with pytest.raises(InputError, match=r"s\.toml: this is no TOML"):
        read_settings(config, COMMANDS)


def test_a_file_that_is_not_there_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: no such file"):
        read_settings(tmp_path / "none.toml", COMMANDS)


def test_a_setting_takes_the_place_of_an_option(call: Call, record: Path, tmp_path: Path) -> None:
    config = write(tmp_path / "s.toml", '[brief]\nformat = "json"\n')
    assert call("--config", config, "brief", record).out.startswith("{")


def test_an_option_goes_before_a_setting(call: Call, record: Path, tmp_path: Path) -> None:
    config = write(tmp_path / "s.toml", '[brief]\nformat = "json"\n')
    assert call("--config", config, "brief", record, "--format", "md").out.startswith("# ")


def test_a_setting_that_no_option_has_is_refused(call: Call, record: Path, tmp_path: Path) -> None:
    outcome = call("--config", write(tmp_path / "s.toml", "[brief]\ncolour = 1\n"), "brief", record)
    assert outcome.code == 2
    assert "there is no option “colour”; there are format" in outcome.err
