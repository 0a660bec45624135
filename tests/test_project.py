"""What holds for the project as a whole, whatever its code does."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("src/onrecord", "tests", "benchmarks")
MODULE_LINES = 500
FUNCTION_LINES = 60
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
# Joined here so that this file does not name them either.
INDEX_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("debian", "org"),
    )
)
SHARED = ROOT.parent / "shared"
Function = ast.FunctionDef | ast.AsyncFunctionDef


def committed_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [file for file in files if file.is_file()]


def modules() -> list[Path]:
    return sorted(path for room in CODE for path in (ROOT / room).rglob("*.py"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of the module's syntax, read once for all tests."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in nodes(path) if isinstance(node, Function))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """The modules that a module names in `import`, `from … import` and `import_module("…")`."""
    names = set()
    for node in nodes(path):
        match node:
            case ast.Import():
                names |= {alias.name for alias in node.names}
            case ast.ImportFrom(module=str(module)):
                names.add(module)
            case ast.Call(
                func=ast.Name(id="import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                names.add(module)
    return {name.partition(".")[0] for name in names}


def test_every_package_that_the_program_imports_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = chain.from_iterable(project["optional-dependencies"].values())
    wanted = chain(project["dependencies"], extras)
    declared = {re.split(r"[<>=~!\[; ]", name)[0].replace("-", "_") for name in wanted}
    known = declared | {"onrecord"} | set(sys.stdlib_module_names)
    used = {named(path): imported(path) - known for path in modules() if (ROOT / "src") in path.parents}
    assert {path: names for path, names in used.items() if names} == {}


def test_no_committed_file_names_the_host_of_a_package_index() -> None:
    hosts = re.compile("|".join(re.escape(host) for host in INDEX_HOSTS), re.IGNORECASE)
    texts = ((file, file.read_text(encoding="utf-8", errors="replace")) for file in committed_files())
    assert [named(file) for file, text in texts if hosts.search(text)] == []


def test_every_locked_requirement_bears_its_hashes() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8"))
        requirements = [entry for entry in entries if not entry.startswith("#")]
        assert requirements, f"{named(lock)} locks nothing"
        assert [entry for entry in requirements if "--hash=sha256:" not in entry] == [], named(lock)


def test_what_the_program_runs_on_is_what_it_was_tested_on() -> None:
    pin = re.compile(r"^(\S+)==(\S+)", re.MULTILINE)
    runtime, dev = (
        set(pin.findall((ROOT / "requirements" / f"{group}.lock").read_text(encoding="utf-8")))
        for group in ("runtime", "dev")
    )
    assert runtime
    assert runtime <= dev


def test_modules_are_named_by_what_they_do() -> None:
    assert [named(path) for path in modules() if VAGUE & {path.stem, path.parent.name}] == []


def test_no_module_is_longer_than_the_house_allows() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_no_function_is_longer_than_the_house_allows() -> None:
    long = {
        f"{named(path)}:{function.lineno} {function.name}"
        for path in modules()
        if "versions" not in path.parts  # a migration is one list of tables, kept as it was first written
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= FUNCTION_LINES
    }
    assert long == set()


def test_the_people_and_places_of_the_model_case_stand_in_no_code() -> None:
    gold = SHARED / "gold/seeds.json"
    if not gold.is_file():
        pytest.skip(f"the model case is not on this machine ({gold})")
    case = json.loads(gold.read_text(encoding="utf-8"))
    people = {alias.split()[-1] for name, aliases in case["actors"].items() for alias in (name, *aliases)}
    names = {name for name in people if name[0].isupper()} | set(case["places"])
    pattern = re.compile(r"\b(" + "|".join(re.escape(name) for name in sorted(names)) + r")\b")
    texts = {named(path): path.read_text(encoding="utf-8") for path in modules()}
    found = {name: sorted(set(pattern.findall(text))) for name, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.slow
def test_an_installed_wheel_brings_the_examples_the_migrations_and_what_browsers_load(tmp_path: Path) -> None:
    kept_out = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__")
    source = shutil.copytree(ROOT, tmp_path / "source", symlinks=True, ignore=kept_out)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "wheel"]
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, source],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("onrecord-*.whl")
    brought = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"onrecord/{named(path)}" for path in (ROOT / "examples").rglob("*") if path.is_file()}
    rooms = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src/onrecord").rglob("*.py")}
    assert wanted
    shown = {
        path.relative_to(ROOT / "src").as_posix()
        for part in ("templates", "static")
        for path in (ROOT / "src/onrecord/web" / part).rglob("*")
        if path.is_file()
    }
    assert any(name.endswith("vendor/htmx/LICENSE") for name in shown)
    assert wanted | rooms | shown <= brought
    assert any("/migrations/" in name for name in brought)
