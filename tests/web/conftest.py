"""A record of the shipped examples, served in the tests' own process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
import uvicorn
from fastapi import FastAPI
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.record.conftest import postgresql, target

from dateline.intake import IntakeOptions, Refusal, open_sources
from dateline.record.store import Store
from dateline.web.app import create_app
from dateline.web.desk import Desk, Handed
from dateline.web.errors import Refused

if TYPE_CHECKING:
    from dateline.reading.reader import Reader

__all__ = ["postgresql", "target"]
HERE = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def record(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example articles, read once."""
    path = tmp_path_factory.mktemp("web") / "record.db"
    with resources.as_file(resources.files("dateline").joinpath("examples")) as folder:
        found = [s for s in open_sources([str(folder)], IntakeOptions()) if not isinstance(s, Refusal)]
    with Store(path, create=True) as store:
        for source in found:
            store.put(reader.read(replace(source, url=Path(source.url or "").name)), "reader 1")
    return path


class NoDesk(Desk):
    """Reads nothing and goes nowhere: every text gets the answer that was given to it beforehand."""

    def __init__(self, answer: bytes) -> None:
        super().__init__()
        self._answer = answer

    def read(self, handed: Handed) -> bytes:
        """The answer; an address is refused."""
        if handed.url is not None:
            raise Refused(403, "private_address", "no address is fetched in this test")
        return self._answer


@pytest.fixture(scope="session")
def desk(record: Path) -> NoDesk:
    """Answers every text with an article of the record."""
    with TestClient(create_app(record), base_url=HERE) as asking:
        key = asking.get("/api/articles").json()["items"][0]["id"]
        answer = asking.get(f"/api/articles/{key}").json()
    return NoDesk(msgspec.json.encode(answer | {"id": None}))


@pytest.fixture(scope="session")
def client(record: Path, desk: NoDesk) -> Iterator[TestClient]:
    """Asks the record of examples."""
    with TestClient(create_app(record, desk=desk), base_url=HERE) as asking:
        yield asking


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of a server on loopback, in a thread of its own."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
