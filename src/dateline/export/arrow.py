"""Parquet by way of pyarrow, an optional part: `pip install dateline[parquet]`."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from types import ModuleType
from typing import Any, BinaryIO

from dateline.export.base import ExportError, Job

_BATCH = 4096
"""Rows held in memory at a time."""


def pyarrow() -> ModuleType:
    """pyarrow with its Parquet part. Raises ExportError where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ExportError("this format needs pyarrow: pip install 'dateline[parquet]'") from error
    module: ModuleType = pyarrow
    return module


def write(rows: Iterable[dict[str, Any]], schema: Any, out: BinaryIO, job: Job) -> None:
    """Writes rows in batches, and counts them."""
    pa = pyarrow()
    waiting = iter(rows)
    with pa.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(itertools.islice(waiting, _BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            job.tally.rows += len(batch)


def day(text: str | None) -> dt.date | None:
    """An ISO day as a date, which has no time zone to be shifted by."""
    return dt.date.fromisoformat(text) if text else None
