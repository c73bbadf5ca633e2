"""Fetches one page the user named. Nothing else of dateline goes out to the network."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from email.message import Message

from dateline.intake import guarded
from dateline.intake.draft import IntakeOptions, Private, Raw, TooLarge, Unreadable

_HEADERS = {"User-Agent": "dateline (+reads one page at its user's word)", "Accept": "text/html, text/plain, */*;q=0.1"}
_CHUNK = 65_536


def fetch(address: str, options: IntakeOptions) -> Raw:
    """The page at an http(s) address, within the limits of size and time. Raises Unreadable with the cause.

    With `options.public_only` every address on the way, redirects included, is looked up, checked and then connected to
    as it was looked up; proxies are not used. Raises Private where one is not public.
    """
    ask = guarded.opener().open if options.public_only else urllib.request.urlopen
    try:
        request = urllib.request.Request(address, headers=_HEADERS)
        with ask(request, timeout=options.timeout) as answer:
            headers: Message = answer.headers
            data = _limited(answer, options)
    except urllib.error.HTTPError as error:
        raise Unreadable(f"the server answered {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, guarded.NotPublic):
            raise Private(str(error.reason)) from error
        raise Unreadable(f"cannot be fetched: {error.reason}") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Unreadable(f"cannot be fetched: {error}") from error
    if headers.get_content_maintype() not in ("text", "application"):
        raise Unreadable(f"is {headers.get_content_type()}, not a page")
    return Raw(name=address, url=address, data=data, charset=headers.get_content_charset())


def _limited(answer: http.client.HTTPResponse, options: IntakeOptions) -> bytes:
    """A slow server may not hold a run up: the whole fetch has three times the time of one answer."""
    deadline = time.monotonic() + 3 * options.timeout
    data = bytearray()
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > options.most_bytes:
            raise TooLarge(f"is larger than {options.most_bytes // 1_000_000} MB: no single article")
        if time.monotonic() > deadline:
            raise Unreadable(f"took longer than {3 * options.timeout:.0f} seconds")
    return bytes(data)
