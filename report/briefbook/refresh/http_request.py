"""One question to one server and its answer, within a time and a size.

Python's `http.client` speaks the protocol; the connection is our own, so that it goes to the IP
address that was judged, and so that the time allowed is that of the whole exchange: a server that
sends a byte a second is as slow as one that sends none.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from briefbook.refresh.address import Address, resolve
from briefbook.refresh.errors import TransientError, Unfetched

_CHUNK = 64 * 1024
_AUTO = zlib.MAX_WBITS | 32
"""zlib tells gzip from deflate by itself."""


@dataclass(frozen=True)
class Limits:
    """How much a server may give and take."""

    bytes: int = 50 * 1024 * 1024
    """At most, as sent and as unpacked."""
    seconds: float = 30.0
    """For one exchange from first to last byte."""
    tries: int = 3
    wait: float = 1.0
    """Seconds before the second try; doubled each time."""
    longest_wait: float = 30.0
    """What a server may ask to wait; more ends the tries."""
    redirects: int = 5


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters."""
    body: bytes = b""
    """Unpacked; empty unless the status is 200."""


def ask(
    address: Address, headers: Mapping[str, str], limits: Limits, *, allow_private: bool
) -> Answer:
    """Return the answer to a GET; raises Unfetched, or TransientError where another try may help."""
    deadline = time.monotonic() + limits.seconds
    connection = _Connection(address, deadline, allow_private=allow_private)
    try:
        connection.request("GET", address.target, headers={"Host": address.authority, **headers})
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        is_content = response.status == http.HTTPStatus.OK
        body = _body(response, found, limits.bytes) if is_content else b""
        return Answer(response.status, found, body)
    except TimeoutError:
        raise TransientError(f"no complete answer in {limits.seconds:g} seconds") from None
    except ssl.SSLCertVerificationError as error:
        raise Unfetched(f"the certificate does not hold: {error.verify_message}") from error
    except (http.client.IncompleteRead, http.client.RemoteDisconnected) as error:
        raise TransientError("the answer breaks off before its end") from error
    except (http.client.HTTPException, OSError) as error:
        raise TransientError(
            f"the connection failed: {str(error) or type(error).__name__}"
        ) from error
    finally:
        connection.hang_up()


class _Connection(http.client.HTTPConnection):
    """A TLS connection to a judged IP address, whose every operation ends at a deadline."""

    def __init__(self, address: Address, deadline: float, *, allow_private: bool) -> None:
        super().__init__(address.host, address.port)
        self._address = address
        self._deadline = deadline
        self._allow_private = allow_private
        self._secure: ssl.SSLSocket | None = None

    def hang_up(self) -> None:
        """Close the connection, whatever of the answer has been read."""
        self.close()
        if self._secure is not None:
            self._secure.close()

    def connect(self) -> None:
        """Connect to the first IP address that answers."""
        failure: OSError | None = None
        for number in resolve(self._address, allow_private=self._allow_private):
            try:
                raw = socket.create_connection((number, self._address.port), _left(self._deadline))
            except OSError as error:
                failure = error
                continue
            raw.settimeout(_left(self._deadline))
            try:
                self._secure = _context().wrap_socket(raw, server_hostname=self._address.host)
            except BaseException:
                raw.close()
                raise
            self.sock = cast("socket.socket", _Timed(self._secure, self._deadline))
            return
        raise failure or OSError("no address")


def _context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Timed:
    """As much of a socket as `http.client` uses, each operation within what is left of the time."""

    def __init__(self, sock: ssl.SSLSocket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._deadline))
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._sock, self._deadline))

    def close(self) -> None:
        """Do nothing: `http.client` lets go before the answer is read, when the server says so.

        After `Connection: close` the answer is read by the file of `makefile` alone; the socket
        itself is closed by `hang_up`.
        """


class _TimedReader(io.RawIOBase):
    """What comes in, as a file."""

    def __init__(self, sock: ssl.SSLSocket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  typeshed's buffer protocol
        self._sock.settimeout(_left(self._deadline))
        return self._sock.recv_into(buffer)


# ── The body ─────────────────────────────────────────────────────────────────────────────────────


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], limit: int) -> bytes:
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length) > limit:
        raise Unfetched(f"{int(length):,} bytes are announced; the limit is {limit:,}")
    encoding = headers.get("content-encoding", "identity").strip().lower()
    pieces = _received(response, limit)
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _unpacked(pieces, limit)
    if encoding not in ("", "identity"):
        raise Unfetched(f"packed as “{encoding}”, which was not asked for")
    return b"".join(pieces)


def _received(response: http.client.HTTPResponse, limit: int) -> Iterator[bytes]:
    """Yield the body as it comes; raises Unfetched when it is too much, IncompleteRead if cut."""
    size = 0
    # read1 gives what is there; but only read tells that an announced length was not reached.
    while piece := response.read(min(_CHUNK, limit + 1 - size)):
        size += len(piece)
        if size > limit:
            raise Unfetched(f"more than the limit of {limit:,} bytes")
        yield piece
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)


def _unpacked(pieces: Iterator[bytes], limit: int) -> bytes:
    """Return the packed body unpacked, never holding more than the limit and one piece."""
    unpacker = zlib.decompressobj(_AUTO)
    found: list[bytes] = []
    size = 0
    try:
        for piece in pieces:
            rest = piece
            while rest:
                if unpacker.eof:  # gzip may come in several members, one after the other
                    unpacker = zlib.decompressobj(_AUTO)
                found.append(unpacker.decompress(rest, limit + 1 - size))
                size += len(found[-1])
                if size > limit or unpacker.unconsumed_tail:
                    raise Unfetched(f"unpacks to more than the limit of {limit:,} bytes")
                rest = unpacker.unused_data
    except zlib.error as error:
        raise Unfetched(f"the packed answer is damaged: {error}") from error
    if not unpacker.eof:
        raise http.client.IncompleteRead(b"")
    return b"".join(found)
