"""`dateline serve`: the record in a browser."""

from __future__ import annotations

import click

from dateline.record.errors import StoreError

_EXAMPLES = """\b
Examples:
  dateline serve record.db
  dateline serve record.db --port 0 --no-open
"""


@click.command(epilog=_EXAMPLES)
@click.argument("record", metavar="RECORD")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 picks a free one.")
def serve(record: str, host: str, port: int) -> None:
    """Show RECORD in a browser."""
    import uvicorn

    from dateline.web.app import create_app

    try:
        app = create_app(record)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    uvicorn.run(app, host=host, port=port, log_level="warning")
