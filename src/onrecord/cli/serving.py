"""The command that opens a record in a browser."""

from __future__ import annotations

import secrets
import socket
from importlib import import_module

import click

from onrecord.cli.options import WORDS, Command, record_argument
from onrecord.records.errors import InputError, OnrecordError
from onrecord.store import Locator, open_view

NEEDED = ("fastapi", "uvicorn", "jinja2", "python_multipart")


@click.command(
    cls=Command,
    examples=(
        "onrecord serve record.db",
        "ONRECORD_TOKEN=$(openssl rand -hex 16) onrecord serve record.db --host 0.0.0.0",
    ),
)
@record_argument
@click.option("--host", type=WORDS, default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option(
    "--token",
    type=WORDS,
    metavar="SECRET",
    envvar="ONRECORD_TOKEN",
    help="Only who knows this may read; best given as ONRECORD_TOKEN, which no list of processes shows.",
)
@click.option("--public-read", is_flag=True, help="Everyone who reaches the address may read the whole record.")
@click.option("--edit", is_flag=True, help="Who knows the token may add articles and correct the record.")
@click.option(
    "--allow-host",
    "names",
    type=WORDS,
    multiple=True,
    metavar="NAME",
    help="A host name under which readers reach the server. May be given again.",
)
def serve(record: Locator, host: str, port: int, names: tuple[str, ...], **access: str | bool | None) -> None:
    """Open the record in a browser: every page with the articles one click away, and as JSON.

    It listens on this machine only, unless --host says otherwise; then --token or --public-read must say who may
    read. What a build or a watch adds meanwhile is on the next page that is loaded. Ctrl-C ends it.
    """
    for package in NEEDED:
        need(package)
    web = import_module("onrecord.web.options")
    edit = bool(access["edit"])
    made = secrets.token_urlsafe(18) if edit and not access["token"] else None
    options = web.ServeOptions(
        record=record,
        host=host,
        port=port,
        token=access["token"] or made,
        public_read=bool(access["public_read"]),
        edit=edit,
        names=frozenset(name.strip().lower() for name in names),
    )
    web.check(options)
    with open_view(record):  # what is wrong with the record is told now, not on the first page
        pass
    app = import_module("onrecord.web.app").create_app(options, _desk(record) if edit else None)
    with _listening(host, port) as listener:
        click.echo(f"{record} is open at {_address(listener)} (Ctrl-C ends it)")
        if made:
            click.echo(f"To change it, enter the token {made}")
        _run(app, listener)


def need(package: str) -> None:
    """InputError where the package is not there: it comes with an extra that a reader on the terminal does without."""
    try:
        import_module(package)
    except ModuleNotFoundError as missing:
        raise InputError(f"serve needs {package}, which is not installed; pip install 'onrecord[serve]'") from missing


def _desk(record: Locator) -> object:
    """Who changes the record; all that reads and links comes with it, which reading alone does without."""
    return import_module("onrecord.cli.desk").Desk(record=record)


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise OnrecordError(f"{host}:{port}: {said}; name another with --host or --port") from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _run(app: object, listener: socket.socket) -> None:
    uvicorn = import_module("uvicorn")
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        click.echo("closed")
