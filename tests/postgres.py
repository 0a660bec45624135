"""A PostgreSQL for the tests alone: its own cluster in a temporary folder, reached by a socket in that folder."""

from __future__ import annotations

import itertools
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.store import Server

PACKAGE = Path("/usr/lib/postgresql")  # where Debian's package puts the programs, a folder for each version
ROOM_BYTES = 1 << 30
OWNER = "postgres"  # whom that package makes; PostgreSQL's programs refuse to be run by root
# Nothing has to survive the machine.
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses="


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A running server; every test has a schema of its own in one database, which is made sooner than a database."""

    programs: Path
    folder: Path
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def empty(self) -> Server:
        """A schema with nothing in it."""
        name = f"record{next(self.numbers)}"
        self.ask(self.database, f"CREATE SCHEMA {name}")
        return Server(f"{self.database.address}&options=-csearch_path%3D{name}")

    @property
    def environment(self) -> dict[str, str]:
        """What lets PostgreSQL's programs, and onrecord, find the server by the name of a database alone."""
        path = os.pathsep.join((str(self.programs), os.environ.get("PATH", os.defpath)))
        return {"PGHOST": str(self.folder), "PGUSER": "onrecord", "PATH": path}

    @property
    def database(self) -> Server:
        """The database that there is from the beginning."""
        return Server(f"postgresql://onrecord@/postgres?host={self.folder}")

    def ask(self, server: Server, *statements: str) -> str:
        """What PostgreSQL's own program prints of the answers, unaligned, without headings."""
        asked = [part for statement in statements for part in ("-c", statement)]
        command = [str(self.programs / "psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", *asked, server.address]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return done.stdout.rstrip("\n")

    def dump(self, server: Server) -> str:
        """The schema's tables as PostgreSQL's own program writes them down, whatever the schema is called."""
        name = server.address.rpartition("%3D")[2]
        command = [str(self.programs / "pg_dump"), "--schema-only", f"--schema={name}", self.database.address]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        secret = re.compile(r"^\\(un)?restrict .*$", re.MULTILINE)  # another each time
        return secret.sub("", done.stdout).replace(name, "schema")


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest version's; None where there are none, or nobody may run them."""
    if os.geteuid() == 0 and OWNER not in {user.pw_name for user in pwd.getpwall()}:
        return None
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(PACKAGE.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


def spacious() -> Path | None:
    """A folder in memory with room for a server; None where there is none."""
    memory = Path("/dev/shm")  # noqa: S108 - a new folder in it is ours alone
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM_BYTES
    return memory if roomy else None


@contextmanager
def running(found: Path) -> Iterator[Cluster]:
    """A cluster that runs until the context ends, and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="onrecord-pg-", dir=spacious()) as place:
        folder = Path(place)
        as_owner: list[str] = []
        if os.geteuid() == 0:
            owner = pwd.getpwnam(OWNER)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            as_owner = ["runuser", "-u", OWNER, "--"]

        def run(program: str, *arguments: str) -> None:
            command = [*as_owner, str(found / program), "-D", str(folder / "data"), *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

        run("initdb", "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"{HASTY} -c unix_socket_directories='{folder}'"
        run("pg_ctl", "--silent", "--wait", "--log", str(folder / "log"), "--options", options, "start")
        try:
            yield Cluster(programs=found, folder=folder)
        finally:
            run("pg_ctl", "--silent", "--mode=immediate", "stop")
