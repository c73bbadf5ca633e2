"""Makes src/dateline/web/examples.json: `python -m tests.web.examples`."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

import dateline
from dateline.intake import IntakeOptions, Refusal, open_sources
from dateline.record.store import Store
from dateline.web.app import create_app

SOURCE = Path(dateline.__file__).parent
TEXT = "BAGHDAD - Gunmen killed three police officers in Mosul on 4 May 2014, officials said."


def made() -> dict[str, Any]:
    """An answer for each address, cut to what shows its shape."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with Store(path, create=True) as store:
            for name in ("rival_claims.txt", "wire_brief.txt"):
                for source in open_sources([str(SOURCE / "examples" / name)], IntakeOptions()):
                    assert not isinstance(source, Refusal)
                    store.put(dateline.reader().read(source), "dateline 0.1.0")
        with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
            return {address: cut(client, url) for address, url in addresses(client).items()} | {
                "/api/read": short(client.post("/api/read", json={"text": TEXT}).json())
            }


def addresses(client: TestClient) -> dict[str, str]:
    """What is asked of each address."""
    link = client.get("/api/links?sort=-confidence").json()["items"][0]
    actor = client.get("/api/actors").json()["items"][0]["name"]
    plain = "overview links events claims dyads stats actors articles formats codebook meta".split()
    return {f"/api/{name}": f"/api/{name}" for name in plain} | {
        "/api/links/{id}": f"/api/links/{link['link']}",
        "/api/events/{id}": f"/api/events/{link['event']}",
        "/api/articles/{id}": f"/api/articles/{link['article']}",
        "/api/actors/{name}": f"/api/actors/{actor}",
        "/api/search": f"/api/search?q={actor}",
    }


def cut(client: TestClient, url: str) -> Any:
    """The answer, short."""
    return short(client.get(url).raise_for_status().json())


def short(value: Any) -> Any:
    """One of each list, three hundred characters of each text."""
    if isinstance(value, list):
        return [short(v) for v in value[:1]]
    if isinstance(value, dict):
        return {name: short(v) for name, v in value.items()}
    if isinstance(value, str) and str(SOURCE) in value:
        return Path(value).name
    return value[:300] if isinstance(value, str) else value


if __name__ == "__main__":
    text = json.dumps(made(), indent=1, ensure_ascii=False)
    (SOURCE / "web" / "examples.json").write_text(text + "\n", encoding="utf-8")
