"""A PostgreSQL for the tests alone: its own cluster in a temporary folder, reached by a socket in that folder."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.store import Server

PACKAGE = Path("/usr/lib/postgresql")  # where Debian's package puts the programs, a folder for each version
OWNER = "postgres"  # whom that package makes; PostgreSQL's programs refuse to be run by root
# Nothing has to survive the machine.
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses="


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A running server; every database of it is made for one test."""

    programs: Path
    folder: Path
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def empty(self) -> Server:
        """A database with nothing in it."""
        name = f"record{next(self.numbers)}"
        self.ask("postgres", f"CREATE DATABASE {name}")
        return self.named(name)

    def named(self, name: str) -> Server:
        return Server(f"postgresql://onrecord@/{name}?host={self.folder}")

    def ask(self, name: str, *statements: str) -> str:
        """What PostgreSQL's own program prints of the answers, unaligned, without headings."""
        asked = [part for statement in statements for part in ("-c", statement)]
        command = [self.programs / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", *asked, self.named(name).address]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n")

    def folder_of(self, server: Server) -> str:
        return server.address.partition("@/")[2].partition("?")[0]


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest version's; None where there are none."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(PACKAGE.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def running(found: Path) -> Iterator[Cluster]:
    """A cluster that runs until the context ends, and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="onrecord-pg-") as place:
        folder = Path(place)
        as_owner: list[str] = []
        if os.geteuid() == 0:
            owner = pwd.getpwnam(OWNER)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            as_owner = ["runuser", "-u", OWNER, "--"]
        control = [*as_owner, found / "pg_ctl", "--silent", "--pgdata", folder / "data"]
        made = [*as_owner, found / "initdb", "-D", folder / "data", "-U", "onrecord", "-A", "trust", "-E", "UTF8"]
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
        subprocess.run([*made, "--locale=C.UTF-8", "--no-sync"], **quiet)  # type: ignore[call-overload]
        options = f"{HASTY} -c unix_socket_directories='{folder}'"
        started = [*control, "--wait", "--log", folder / "log", "--options", options, "start"]
        subprocess.run(started, **quiet)  # type: ignore[call-overload]
        try:
            yield Cluster(programs=found, folder=folder)
        finally:
            subprocess.run([*control, "--mode=immediate", "stop"], **quiet)  # type: ignore[call-overload]
