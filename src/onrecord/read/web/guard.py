"""Which network addresses a request may go to: public ones, and those of hosts that the user allows."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import httpcore

from onrecord.read.web.deadline import Deadline, TimedStream
from onrecord.read.web.options import plain_host

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last four bytes


class ForbiddenAddress(Exception):
    """The host has no address that a request may go to."""


class UnknownHost(Exception):
    """The host has no address at all."""


def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of the host, the best first; UnknownHost where there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownHost(host) from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(text: str) -> bool:
    """Whether the numeric address is one of the public net, and no IPv4 address within it is anything else."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(str(ipaddress.IPv4Address(address.packed[-4:])))
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local or address.teredo is not None:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Lets through what may be asked. `allowed` are hosts, or hosts with a port (`localhost:8080`)."""

    allowed: frozenset[str] = frozenset()
    resolve: Resolve = resolve

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses to connect to; ForbiddenAddress or UnknownHost where there is none."""
        found = self.resolve(host, port)
        if plain_host(host) in self.allowed or f"{plain_host(host)}:{port}" in self.allowed:
            return found
        public = [address for address in found if is_public(address)]
        if not public:
            raise ForbiddenAddress(found[0] if found else host)
        return public


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to the very address that the gate let through: a name that leads elsewhere meanwhile gains nothing."""

    def __init__(self, gate: Gate, deadline: Deadline) -> None:
        self._gate = gate
        self._deadline = deadline
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 - likewise
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that answers."""
        failure: Exception = UnknownHost(host)
        for address in self._gate.addresses(host, port):
            try:
                seconds = self._deadline.within(timeout)
                return TimedStream(self._connect(address, port, seconds), self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _connect(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        return self._backend.connect_tcp(address, port, seconds)

    def connect_unix_socket(self, *_: object, **__: object) -> httpcore.NetworkStream:
        """Never: no address leads to one."""
        raise ForbiddenAddress("a socket of this machine")
