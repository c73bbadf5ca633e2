"""Finds formats by the names of their modules."""

from __future__ import annotations

import importlib
import pkgutil

from dateline.export import formats
from dateline.export.base import ExportError, Format


def names() -> tuple[str, ...]:
    """The formats that are there."""
    return tuple(sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(formats.__path__)))


def load(name: str) -> Format:
    """The format of that name. Raises ExportError where there is none."""
    if name not in names():
        raise ExportError(f"no format {name!r}: there are {', '.join(names())}")
    module = importlib.import_module(f"{formats.__name__}.{name.replace('-', '_')}")
    found: Format = module.FORMAT
    return found
