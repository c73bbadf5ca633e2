"""What users name is read; what cannot be read is refused in one line, and the rest goes on."""

from __future__ import annotations

import gzip
import http.server
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.intake import IntakeOptions, Refusal, open_sources
from dateline.model.article import Article

TEXT = "Police arrested six people in Aleppo on Monday, the ministry said. The army denied that it was there."


def opened(*inputs: str | Path, **options: object) -> list[Article | Refusal]:
    return list(open_sources([str(i) for i in inputs], IntakeOptions(**options)))  # type: ignore[arg-type]


def article(*inputs: str | Path, **options: object) -> Article:
    (found,) = opened(*inputs, **options)
    assert isinstance(found, Article), found
    return found


def refusal(*inputs: str | Path, **options: object) -> Refusal:
    (found,) = opened(*inputs, **options)
    assert isinstance(found, Refusal), found
    assert "\n" not in found.cause
    return found


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (("\ufeff" + TEXT).encode("utf-16-le"), TEXT),
        (f"“{TEXT}” – R\u00e9my".encode("cp1252"), f"“{TEXT}” – R\u00e9my"),
        (f"{TEXT}\r\n\r\n{TEXT}\r\n".encode(), f"{TEXT}\r\n\r\n{TEXT}\r\n"),
        (TEXT.encode() + "é".encode() * 8 + b"\xc3", TEXT + "é" * 8 + "\ufffd"),
    ],
)
def test_plain_text_is_kept_as_decoded(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found = article(path)
    assert found.text == text
    assert found.url == str(path)


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n", "empty"),
        ("a.html", b"", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "binary"),
        ("a.txt", "\ufeffodd".encode("utf-16-le") + b"x", "UTF-16"),
        ("a.html", b"<html><head><title>x</title></head><body></body></html>", "no article"),
        ("a.txt.gz", b"no gzip", "gzip"),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0)[:-12], "gzip"),
        ("a.json", b"{broken", "not JSON"),
        ("a.txt", "Le ministre a déclaré mardi que son gouvernement ne céderait pas dans la rue.".encode(), "French"),
        ("a.txt", "Полиция задержала шесть человек".encode(), "not in English"),
    ],
)
def test_bad_files_are_refused(tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = refusal(path)
    assert found.name == str(path)
    assert cause in found.cause


def test_missing_and_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no such file" in refusal(tmp_path / "none.txt").cause
    assert "no file to read" in refusal(tmp_path).cause
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)
    assert "permission" in refusal(path).cause


def test_too_large_files_and_lines(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("the army said " * 2000)
    assert "larger than" in refusal(text, most_bytes=10_000).cause
    assert "longer than" in refusal(text, most_characters=10_000).cause
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps({"text": "a" * 30_000}) + "\n" + json.dumps({"text": TEXT}) + "\n")
    first, second = opened(lines, most_bytes=10_000)
    assert isinstance(first, Refusal)
    assert first.name.endswith("line 1")
    assert isinstance(second, Article)


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    full = {"text": TEXT, "url": "https://example.org/1", "title": "Six held", "published": "2022-01-02T23:30:00-05:00"}
    rows = [json.dumps({**full, "outlet": "The Gulf Wire", "more": 1}), "{broken", "", '{"url": "x"}', '{"text": 5}']
    rows += [json.dumps({"text": TEXT, "published": "2022-02-31"}), json.dumps({"text": TEXT, "language": "fr"})]
    path.write_text("\n".join([*rows, json.dumps({"text": TEXT})]))
    first, *bad, last = opened(path)
    assert isinstance(first, Article)
    assert (first.url, first.title, first.publication) == ("https://example.org/1", "Six held", "The Gulf Wire")
    assert str(first.published) == "2022-01-02"
    assert [f"line {n}" for n in (2, 4, 5, 6, 7)] == [b.name.split(", ")[-1] for b in bad if isinstance(b, Refusal)]
    assert isinstance(last, Article)
    assert last.url == f"{path}#8"


@pytest.mark.parametrize("shape", [{"text": TEXT}, [{"text": TEXT}]])
def test_json_documents(tmp_path: Path, shape: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(shape))
    assert article(path).text == TEXT


def test_a_folder_is_read_through_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text(TEXT)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "c.jsonl").write_text("{broken")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    names = [f.url if isinstance(f, Article) else f.name for f in opened(tmp_path)]
    assert names == [str(tmp_path / "a.txt.gz"), f"{tmp_path / 'c.jsonl'}, line 1", str(tmp_path / "b" / "two.txt")]


@pytest.mark.parametrize("data", [TEXT, f"<html><body><p>{TEXT}</p></body></html>", json.dumps({"text": TEXT})])
def test_standard_input_of_any_kind(monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    assert article("-").text == TEXT


def test_force_takes_other_languages_and_does_not_call_them_english(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le ministre a déclaré mardi que son gouvernement ne céderait pas.", encoding="utf-8")
    assert article(path, force=True).language is None


@pytest.mark.parametrize("text", ["Bomb kills six", "Mursi ousted", "ok", "Erdogan, Putin, Xi"])
def test_short_texts_are_taken_for_english(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert article(path).text == text


class _Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = 404 if self.path == "/none" else 200
        body = b"x" * 50_000 if self.path == "/large" else f"<html><body><p>{TEXT}</p></body></html>".encode()
        self.send_response(status)
        self.send_header("Content-Type", "image/png" if self.path == "/picture" else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_address_is_fetched(site: str) -> None:
    found = article(f"{site}/2022/01/02/six-held")
    assert found.text == TEXT
    assert str(found.published) == "2022-01-02"


@pytest.mark.parametrize(("path", "cause"), [("/none", "404"), ("/large", "larger"), ("/picture", "image/png")])
def test_an_address_that_gives_no_page(site: str, path: str, cause: str) -> None:
    assert cause in refusal(site + path, most_bytes=10_000).cause


def test_an_address_that_answers_nothing() -> None:
    assert "cannot be fetched" in refusal("http://127.0.0.1:9/").cause


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda t: f"<html><p>{t}</p>".encode("utf-8", "replace"))
    ),
    name=st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.txt.gz", "a"]),
)
def test_no_bytes_raise(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for found in opened(path):
        if isinstance(found, Article):
            assert all(0 <= f.start < f.end <= len(found.text) for f in found.furniture)
        else:
            assert found.cause
            assert "\n" not in found.cause
