"""Exports: the record in the formats that others use, one module each in `formats/`, found by its name."""

from dateline.export.base import ExportError, Format, Job, Reading, Tally
from dateline.export.finding import load, names
from dateline.export.inputs import BadInput, of_store, open_readings
from dateline.export.writing import export

__all__ = [
    "BadInput",
    "ExportError",
    "Format",
    "Job",
    "Reading",
    "Tally",
    "export",
    "load",
    "names",
    "of_store",
    "open_readings",
]
