from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.cli.conftest import Call

from onrecord.cli.serving import need
from onrecord.records.errors import InputError

PATIENCE_SECONDS = 60


@pytest.fixture
def server(record: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "onrecord", "serve", str(record), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def test_serve_tells_where_the_record_is_open_and_ends_when_asked(server: subprocess.Popen[str]) -> None:
    assert server.stdout is not None
    told = server.stdout.readline()
    (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", told)
    with urlopen(address, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310 - our own server
        assert b"Ostmark" in answer.read()
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=PATIENCE_SECONDS)
    assert (server.returncode, out, err) == (0, "closed\n", "")


def test_serve_refuses_to_open_the_record_to_all(call: Call, record: Path) -> None:
    outcome = call("serve", record, "--host", "0.0.0.0")  # noqa: S104 - refused
    assert outcome.code == 2
    assert "--token SECRET" in outcome.err
    assert "--public-read" in outcome.err


def test_serve_of_no_record_is_refused_at_once(call: Call, tmp_path: Path) -> None:
    outcome = call("serve", tmp_path / "none.db")
    assert outcome.code == 2
    assert "no such record" in outcome.err


def test_an_address_that_is_taken_is_told(call: Call, record: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = call("serve", record, "--port", port)
    assert outcome.code == 1
    assert f"127.0.0.1:{port}" in outcome.err
    assert "--port" in outcome.err


def test_what_serve_needs_is_named_where_it_is_not_installed() -> None:
    with pytest.raises(InputError, match=r"pip install 'onrecord\[serve\]'"):
        need("a_package_that_nobody_has")


def test_a_brief_needs_nothing_of_what_serve_needs(record: Path) -> None:
    code = "import sys; from onrecord.cli.door import run; run(sys.argv[1:]); print('fastapi' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "brief", str(record)], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("False\n")
