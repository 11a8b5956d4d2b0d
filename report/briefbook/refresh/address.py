"""Which addresses may be fetched, and which machines they may lead to.

Only https, no user names, and no machine of a private network: a seed comes from somebody else,
and its addresses must not make this machine ask its neighbours. A name is resolved once; the
address that was judged is the one that is connected to.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from briefbook.refresh.errors import TransientError, Unfetched

HTTPS = 443
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_UNSEEN = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True)
class Address:
    """An address that may be asked for, in parts."""

    host: str
    port: int
    target: str
    """Path and query, as sent."""

    @property
    def origin(self) -> tuple[str, int]:
        """The host and port, within which redirects are followed."""
        return self.host, self.port

    def __str__(self) -> str:
        """Return the address as it is written."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port != HTTPS else ""
        return f"https://{host}{port}{self.target}"

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        return str(self).removeprefix("https://").removesuffix(self.target)


def parse_address(url: str) -> Address:
    """Return an address in parts; raises Unfetched for one that may not be fetched."""
    if _UNSEEN.search(url):
        raise Unfetched(f"“{_printable(url)}” holds spaces or control characters")
    try:
        parts = urlsplit(url)
        port = parts.port or HTTPS
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    except (ValueError, UnicodeError):
        raise Unfetched(f"“{url}” is not an address") from None
    if parts.scheme != "https":
        raise Unfetched(f"“{url}” is not https", hint="only https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise Unfetched(f"the address at {host} holds a user name", hint="remove it")
    if not host:
        raise Unfetched(f"“{url}” names no host")
    query = f"?{parts.query}" if parts.query else ""
    return Address(host, port, quote((parts.path or "/") + query, safe=_SAFE))


def _printable(url: str) -> str:
    return url.encode("unicode_escape").decode()


def redirected(address: Address, location: str) -> Address:
    """Return where a redirect leads; raises Unfetched unless that is the same host and port."""
    target = parse_address(urljoin(str(address), location))
    if target.origin != address.origin:
        raise Unfetched(
            f"redirected from {address.authority} to another host, {target.authority}",
            hint=f"if that is right, record {target} as the address",
        )
    return target


def resolve(address: Address, *, allow_private: bool) -> list[str]:
    """Return the IP addresses of a host, all of them judged.

    Raises TransientError when the name is not known now, Unfetched when any of them lies in a network that
    is not public, unless `allow_private`.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise TransientError(f"the host {address.host} is not known: {error.strerror}") from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for number in numbers:
        if not (allow_private or is_public(number)):
            raise Unfetched(
                f"{address.host} is {number}, which is not a public address",
                hint="--allow-private fetches from private networks and this machine",
            )
    return numbers


def is_public(number: str) -> bool:
    """Tell whether an IP address, and the IPv4 address inside it if there is one, is public."""
    ip = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
