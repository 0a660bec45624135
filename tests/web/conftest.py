from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient
from tests.pages.coverage import write_record
from tests.web.serving import CHROMIUM, HOSTILE, built, open_client

from onrecord.store import create


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_record(tmp_path_factory.mktemp("record") / "harbour.db")


@pytest.fixture(scope="session")
def hostile_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(HOSTILE, tmp_path_factory.mktemp("record") / "hostile.db")


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "empty.db"
    create(path)
    return path


@pytest.fixture(scope="session")
def client(record: Path) -> TestClient:
    return open_client(record)


@pytest.fixture(scope="session")
def hostile(hostile_record: Path) -> TestClient:
    return open_client(hostile_record)


@pytest.fixture(scope="session")
def empty(empty_record: Path) -> TestClient:
    return open_client(empty_record)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM}: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()
