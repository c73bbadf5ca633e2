"""Stands before everything: who may ask, how much, and with which headers an answer goes out."""

from __future__ import annotations

import asyncio
import hmac
import html
import time
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request, Response
from msgspec import Struct
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.errors import Error, written

_COOKIE = "dateline"
_PATIENCE = 30.0
"""Seconds for the body of a request to arrive."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " connect-src 'self'; font-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Rules(Struct, frozen=True, kw_only=True):
    """`hosts` are the names, without a port, by which the server may be called, None for any; `token` what an asker
    must show, if anything; `most_bytes` of a request's body."""

    hosts: frozenset[str] | None = LOOPBACK
    token: str | None = None
    most_bytes: int = 6_000_000


class Line(Struct, frozen=True):
    """A request in the log; `ms` milliseconds, `bytes` of the answer's body. The token is never in it."""

    time: str
    method: str
    path: str
    query: str
    status: int
    ms: float
    bytes: int


class Guard:
    """An ASGI application that lets through to `app` what the rules allow. `log` is given a line for each answer."""

    def __init__(self, app: ASGIApp, rules: Rules, log: Callable[[Line], None] | None = None) -> None:
        self._app, self._rules, self._log = app, rules, log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        watched = _Watched(send)
        request = Request(scope, receive)
        try:
            await self._guarded(request, watched)
        finally:
            if self._log:
                self._log(watched.line(request))

    async def _guarded(self, request: Request, send: Send) -> None:
        found = self._host(request) or self._origin(request) or self._token(request)
        taken = found or await _body(request, self._rules.most_bytes)
        if isinstance(taken, Response):
            await taken(request.scope, request.receive, send)
        else:
            await self._app(request.scope, _replayed(taken, request.receive), send)

    def _host(self, request: Request) -> Response | None:
        """Against names of others that lead here (DNS rebinding)."""
        hosts = self._rules.hosts
        if hosts is None or _bare(request.headers.get("host", "")) in hosts:
            return None
        return written(Error(421, "wrong_host", "this server is not called by that name; use http://127.0.0.1"))

    def _origin(self, request: Request) -> Response | None:
        """Against other sites' pages that send requests here."""
        origin = request.headers.get("origin")
        if (
            request.method in ("GET", "HEAD")
            or origin is None
            or urlsplit(origin).netloc == request.headers.get("host")
        ):
            return None
        return written(Error(403, "wrong_origin", "only this server's own page may send this"))

    def _token(self, request: Request) -> Response | None:
        token = self._rules.token
        if token is None:
            return None
        shown = request.query_params.get("token")
        if shown is not None and not request.url.path.startswith("/api/"):
            return _welcome(request, token) if _same(shown, token) else _stranger()
        held = request.headers.get("authorization", "").removeprefix("Bearer ") or request.cookies.get(_COOKIE, "")
        return None if _same(held, token) else _stranger()


def _bare(host: str) -> str:
    name, _, port = host.rpartition(":")
    return (name if name and port.isdigit() else host).lower()


def _same(shown: str, token: str) -> bool:
    return hmac.compare_digest(shown.encode("utf-8", "surrogateescape"), token.encode())


def _stranger() -> Response:
    error = Error(401, "token", "this server asks for its token: open the address that it printed")
    return written(error, {"WWW-Authenticate": "Bearer"})


def _welcome(request: Request, token: str) -> Response:
    """Keeps the token in a cookie and goes on to the address without it, by the page itself: after a redirect from
    another site the cookie would not be sent."""
    rest = urlencode([(k, v) for k, v in parse_qsl(request.url.query) if k != "token"])
    path = "/" + request.url.path.lstrip("/")  # "//host" would lead elsewhere
    target = html.escape(path + (f"?{rest}" if rest else ""), quote=True)
    page = f'<!doctype html><meta http-equiv="refresh" content="0;url={target}"><a href="{target}">dateline</a>'
    answer = Response(page, media_type="text/html", headers={"Cache-Control": "no-store"})
    answer.set_cookie(_COOKIE, token, httponly=True, samesite="strict", path="/", max_age=30 * 86_400)
    return answer


async def _body(request: Request, most: int) -> bytes | Response:
    """The body of a request, or the refusal of one that is too large or too slow."""
    refusal = written(Error(413, "too_large", f"more than {most // 1_000_000} MB are not taken"))
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > most:
        return refusal
    body = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most:
                    return refusal
    except TimeoutError:
        return written(Error(408, "too_slow", f"the request took more than {_PATIENCE:.0f} seconds to arrive"))
    return bytes(body)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Gives the body again, then what comes after it: that the asker went away."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


class _Watched:
    """Sends with the headers of safety, and counts."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._began = time.time()
        self._status, self._bytes = 0, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            added = [(k.lower().encode(), v.encode()) for k, v in HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", ()), *added]}
        elif message["type"] == "http.response.body":
            self._bytes += len(message.get("body", b""))
        await self._send(message)

    def line(self, request: Request) -> Line:
        """The request, for the log."""
        query = urlencode([(k, "…" if k == "token" else v) for k, v in parse_qsl(request.url.query)])
        began = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._began))
        took = round((time.time() - self._began) * 1000, 1)
        return Line(began, request.method, request.url.path, query, self._status, took, self._bytes)
