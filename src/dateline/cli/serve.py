"""`dateline serve`: the record in a browser."""

from __future__ import annotations

import contextlib
import ipaddress
import secrets
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from dateline.record.errors import StoreError

if TYPE_CHECKING:
    from dateline.web.guard import Line, Rules

_EXAMPLES = """\b
Examples:
  dateline serve record.db
  dateline serve record.db --port 0 --no-open
  dateline serve record.db --host 0.0.0.0 --token "$(cat token.txt)"
  dateline serve                                     # no record: to read articles only
"""
_SHORTEST = 16
"""Characters of a token."""
_FAREWELL = 3
"""Seconds that requests under way have left when the server ends."""


@click.command(epilog=_EXAMPLES)
@click.argument("record", metavar="[RECORD]", required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 picks a free one.")
@click.option("--token", help="What everybody must show where --host is not this machine; made where it is not given.")
@click.option("--open/--no-open", "opens", default=None, help="Open a browser; by default where this is a terminal.")
@click.option("--log", metavar="FILE", help="Write a JSON line for each request; - is standard error.")
def serve(record: str | None, host: str, port: int, token: str | None, opens: bool | None, log: str | None) -> None:
    """Show RECORD in a browser, until Ctrl-C. The record is only read, never changed."""
    if token is not None and len(token) < _SHORTEST:
        raise click.BadParameter(f"a token has at least {_SHORTEST} characters", param_hint="--token")
    if token is None and not _is_loopback(host):
        token = secrets.token_urlsafe(24)
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(_listening(host, port))
        app = _app(record or stack.enter_context(_empty()), _rules(host, token), stack.enter_context(_logging(log)))
        address = _address(host, listening.getsockname()[1], token)
        click.echo(f"dateline: serving {record or 'no record'} at {address} (Ctrl-C ends it)")
        if sys.stdout.isatty() if opens is None else opens:
            webbrowser.open(address)
        _run(app, listening)


def _run(app: Any, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, ws="none",
        timeout_graceful_shutdown=_FAREWELL, limit_concurrency=200,
    )  # fmt: skip
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _app(record: str, rules: Rules, log: Callable[[Line], None] | None) -> Any:
    from dateline.web.app import create_app  # the server's libraries take a moment: only here

    try:
        return create_app(record, rules=rules, log=log)
    except StoreError as error:
        raise click.ClickException(str(error)) from error


def _rules(host: str, token: str | None) -> Rules:
    from dateline.web.guard import LOOPBACK, Rules

    named = f"[{host}]" if ":" in host else host
    return Rules(token=token, hosts=LOOPBACK | {named} if _is_loopback(host) else None)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _address(host: str, port: int, token: str | None) -> str:
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}/" + (f"?token={token}" if token else "")


@contextlib.contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        cause = error.strerror or str(error)
        raise click.ClickException(f"cannot listen on {host} port {port}: {cause.lower()}") from error
    with listening:
        yield listening


@contextlib.contextmanager
def _empty() -> Iterator[str]:
    """A record without anything in it."""
    from dateline.record.store import Store

    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "empty.db"
        with Store(path, create=True):
            pass
        yield str(path)


@contextlib.contextmanager
def _logging(name: str | None) -> Iterator[Callable[[Line], None] | None]:
    if name is None:
        yield None
        return
    try:
        target: Any = contextlib.nullcontext(sys.stderr.buffer) if name == "-" else Path(name).open("ab")  # noqa: SIM115
    except OSError as error:
        raise click.ClickException(f"{name}: {error.strerror}") from error
    with target as stream:

        def write(line: Line) -> None:
            stream.write(msgspec.json.encode(line) + b"\n")
            stream.flush()

        yield write
