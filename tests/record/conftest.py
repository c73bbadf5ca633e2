"""Records to test with: SQLite always, PostgreSQL where a server can be started or is named."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.linking.stories import incident

from dateline.record.store import Store

_SERVER = "DATELINE_TEST_POSTGRESQL"
"""Names the address of a server on which the tests may make databases."""
_NOBODY = "nobody"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server: the one that is named, else one of our own on loopback."""
    if os.environ.get(_SERVER):
        yield os.environ[_SERVER]
        return
    binaries = _binaries()
    if binaries is None:
        pytest.skip(f"no PostgreSQL: install Debian's postgresql, or name a server in {_SERVER}")
    with tempfile.TemporaryDirectory(prefix="dateline-postgresql-") as folder:
        yield from _served(binaries, Path(folder))


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


def _served(binaries: Path, folder: Path) -> Iterator[str]:
    data, user = folder / "data", {}
    if os.geteuid() == 0:  # the server refuses to run as root
        user = {"user": _NOBODY}
        shutil.chown(folder, _NOBODY)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def call(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder, **user)  # type: ignore[call-overload]

    call(str(binaries / "initdb"), "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    call(str(binaries / "pg_ctl"), "-D", str(data), "-w", "-o", options, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql://tester@127.0.0.1:{port}/postgres"
    finally:
        call(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path | str]:
    """Where a new record can be made."""
    if request.param == "sqlite":
        yield tmp_path / "record.db"
        return
    import sqlalchemy as sa

    server = sa.make_url(request.getfixturevalue("postgresql").replace("postgresql:", "postgresql+psycopg:"))
    with sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool).connect() as db:
        db.exec_driver_sql("DROP SCHEMA IF EXISTS public CASCADE")
        db.exec_driver_sql("CREATE SCHEMA public")
    yield request.getfixturevalue("postgresql")


@pytest.fixture
def store(target: Path | str) -> Iterator[Store]:
    """A record of the invented incidents."""
    with Store(target, create=True) as opened:
        for document in incident():
            opened.put(document, "reader 1")
        yield opened


@pytest.fixture
def record(tmp_path: Path) -> str:
    """The path of a record of the invented incidents, closed."""
    path = tmp_path / "record.db"
    with Store(path, create=True) as opened:
        for document in incident():
            opened.put(document, "reader 1")
    return str(path)
