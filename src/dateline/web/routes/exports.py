"""Exports: the events that fit as a file in the formats that others use."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import FileResponse
from msgspec import Struct
from starlette.background import BackgroundTask

from dateline import export
from dateline.export import BadInput, ExportError, Format, Reading
from dateline.web import asking
from dateline.web.answers import SHAPES, unless_known, view_of
from dateline.web.errors import Refused
from dateline.web.routes.about import VERSION

router = APIRouter(prefix="/api", tags=["exports"])
_ZIP = "application/zip"


class Offered(Struct, frozen=True, kw_only=True):
    """A format: its name, what it holds, the end of the file's name and its media type."""

    name: str
    title: str
    suffix: str
    media_type: str


@router.get("/formats", responses=SHAPES.of(tuple[Offered, ...]))
def formats(request: Request) -> Response:
    """The formats that there are."""
    return unless_known(request, VERSION, lambda: [_offered(name, export.load(name)) for name in export.names()])


def _offered(name: str, form: Format) -> Offered:
    folder = form.files is not None
    suffix, media = (".zip", _ZIP) if folder else (form.suffix, form.media)
    return Offered(name=name, title=form.summary, suffix=suffix, media_type=media)


@router.get("/export/{format}", response_class=FileResponse, responses=SHAPES.file(400, 404))
def download(
    request: Request,
    format: Annotated[str, InPath(max_length=60, pattern=r"^[a-z0-9-]+$", description="The format's name.")],
    asked: Annotated[asking.ExportQuery, Query()],
) -> Response:
    """The events that fit, as a file; a format of several files comes as a ZIP."""
    try:
        form = export.load(format)
    except ExportError as error:
        raise Refused(404, "not_found", str(error)) from error
    folder = tempfile.TemporaryDirectory(prefix="dateline-export-")
    try:
        file = _made(request, form, asked, Path(folder.name))
    except (ExportError, ImportError) as error:
        folder.cleanup()
        raise Refused(400, "not_exported", str(error)) from error
    except BaseException:
        folder.cleanup()
        raise
    offered = _offered(format, form)
    name = f"dateline-{format}{offered.suffix}"
    return FileResponse(file, media_type=offered.media_type, filename=name, background=BackgroundTask(folder.cleanup))


def _made(request: Request, form: Format, asked: asking.ExportQuery, folder: Path) -> Path:
    target = folder / ("files" if form.files else "file")
    with view_of(request).store() as store:
        export.export(_whole(export.of_store(store, asked.filters)), form, target)
    if form.files is None:
        return target
    return _packed(target, folder / "files.zip")


def _whole(found: Iterator[Reading | BadInput]) -> Iterator[Reading]:
    for reading in found:
        if isinstance(reading, BadInput):
            raise ExportError(reading.message)
        yield reading


def _packed(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.iterdir()):
            packed.write(file, file.name)
    return target
