"""Connections to public addresses only: nobody who names a page gets at this machine or the network around it."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.request
from typing import Any

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotPublic(OSError):
    """A name leads to an address that is not public; the message names both."""


def opener() -> urllib.request.OpenerDirector:
    """Opens http and https only, through no proxy, each connection and each redirect checked."""
    made = urllib.request.OpenerDirector()
    for handler in (_Plain, _Secure, urllib.request.HTTPRedirectHandler, urllib.request.HTTPDefaultErrorHandler,
                    urllib.request.HTTPErrorProcessor, urllib.request.UnknownHandler):  # fmt: skip
        made.add_handler(handler())
    return made


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; addresses that hold another one are judged by both."""
    return all(a.is_global and not a.is_multicast for a in _meant(ipaddress.ip_address(address.partition("%")[0])))


def _meant(address: Address) -> list[Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    held = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        held.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    inner: list[Address] = [a for a in held if a is not None]
    return inner if address.ipv4_mapped or address in _NAT64 else [address, *inner]


def connect(target: tuple[str, int], timeout: Any = None, source: Any = None) -> socket.socket:
    """A connection to a host, if all of its addresses are public. Raises NotPublic, or OSError."""
    host, port = target
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, address in found:
        if not is_public(str(address[0])):
            named = host if host == address[0] else f"{host} ({address[0]})"
            raise NotPublic(f"{named} is not a public address")
    failed: OSError = OSError(f"{host} has no address")
    for *_, address in found:
        try:  # the number that was checked, not the name: it might resolve to something else by now
            return socket.create_connection((str(address[0]), port), timeout, source)
        except OSError as error:
            failed = error
    raise failed


class _PlainConnection(http.client.HTTPConnection):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._create_connection = connect


class _SecureConnection(http.client.HTTPSConnection):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._create_connection = connect


class _Plain(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PlainConnection, request)


class _Secure(urllib.request.HTTPSHandler):
    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_SecureConnection, request)
