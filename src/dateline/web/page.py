"""The built page: its files, and index.html for every address that is the page's own."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse, Response
from starlette.exceptions import HTTPException

FOLDER = Path(str(resources.files("dateline"))) / "web" / "page"
_MISSING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>dateline</title>
<p>The page is not built: npm --prefix page ci &amp;&amp; npm --prefix page run build</p>
<p>The interface works without it: <a href="/api/openapi.json">/api/openapi.json</a></p></html>
"""
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}


def add_to(app: FastAPI, folder: Path = FOLDER) -> None:
    """Serves the page below every address that is not the interface's."""

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> Response:
        return _answer(folder, path)


def _answer(folder: Path, path: str) -> Response:
    if path == "api" or path.startswith("api/"):
        raise HTTPException(404, f"/{path}: no such address")
    file = _within(folder, path)
    if file is not None:
        return FileResponse(file, headers=_FOREVER if path.startswith("assets/") else {"Cache-Control": "no-cache"})
    if "." in path.rsplit("/", 1)[-1] or path.startswith("assets/"):
        raise HTTPException(404, f"/{path[:200]}: no such file")
    index = folder / "index.html"
    if not index.is_file():
        return Response(_MISSING, 503, media_type="text/html")
    return FileResponse(index, headers={"Cache-Control": "no-cache"})


def _within(folder: Path, path: str) -> Path | None:
    """The file of the page at this path; None where there is none, or it would lie outside."""
    if not path or "\0" in path:
        return None
    file = (folder / path).resolve()
    return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
