"""Settings from a TOML file, composed once at the door."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.records.errors import InputError

HERE = Path("onrecord.toml")


def read_settings(config: Path | None, commands: tuple[str, ...]) -> dict[str, Any]:
    """The settings by command and option, as `config` or ./onrecord.toml gives them; else none."""
    if config is None and not HERE.is_file():
        return {}
    import tomllib  # noqa: PLC0415 - most calls have no settings to read

    path = config or HERE
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise InputError(f"{path}: {said}; name a file of settings that you may read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: this is no TOML: {error}; correct it or leave --config out") from error
    _check(path, tables, commands)
    return tables


def _check(path: Path, tables: Mapping[str, Any], commands: tuple[str, ...]) -> None:
    for name, table in tables.items():
        if name not in commands or not isinstance(table, dict):
            known = ", ".join(commands)
            raise InputError(f"{path}: “{name}” is no table of settings; use one of [{known}]")
