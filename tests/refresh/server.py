"""A web server on this machine that answers as it is told, over TLS, and notes what it was asked."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
import threading
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DRIP = 0.02
"""Seconds between the bytes of a server that drips."""


@dataclass(frozen=True)
class Reply:
    """One answer. A length is announced unless `headers` say otherwise or `chunked` is set."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    chunked: bool = False
    is_unmeasured: bool = False
    """Tell no length: the answer ends with the connection."""
    hangs: bool = False
    """Say nothing until the test ends."""
    drips: bool = False
    """Send the body byte by byte, without end."""
    hangs_up: bool = False
    """Close the connection without a word."""


TEXT = {"Content-Type": "text/plain; charset=utf-8"}


class Server(ThreadingHTTPServer):
    """Answers each path with its replies in turn, the last one again and again."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, certificate: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        # The handshake is done in the thread that answers, so that a bad client blocks no other.
        self.socket = context.wrap_socket(
            self.socket, server_side=True, do_handshake_on_connect=False
        )
        self.released = threading.Event()
        self.reset()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def reset(self) -> None:
        """Forget what was told and asked, and let go of those who were kept waiting."""
        self.released.set()
        self.replies: dict[str, list[Reply]] = {}
        self.asked: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
        self.released = threading.Event()

    def url(self, path: str, host: str = "localhost") -> str:
        return f"https://{host}:{self.server_port}{path}"

    def tell(self, path: str, *replies: Reply) -> str:
        """Set the replies of a path; return its address."""
        self.replies[path] = [*replies]
        return self.url(path)

    def next_reply(self, path: str, headers: dict[str, str]) -> Reply:
        replies = self.replies.get(path, [Reply(404)])
        count = len(self.asked[path])
        self.asked[path].append(headers)
        return replies[min(count, len(replies) - 1)]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        reply = self.server.next_reply(self.path, {k.lower(): v for k, v in self.headers.items()})
        self.close_connection = True
        if reply.hangs:
            self.server.released.wait(5)
        if reply.hangs or reply.hangs_up:
            return
        self.send_response(reply.status)
        headers = {"Content-Length": str(len(reply.body)), **reply.headers}
        if reply.chunked or reply.drips:
            headers["Transfer-Encoding"] = "chunked"
            del headers["Content-Length"]
        if reply.is_unmeasured:
            del headers["Content-Length"]
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        if reply.drips:
            while not self.server.released.wait(DRIP):
                self.wfile.write(b"1\r\nx\r\n")
        elif reply.chunked:
            for start in range(0, len(reply.body), 4096):
                piece = reply.body[start : start + 4096]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        """Say nothing: the tests look at `asked`."""


# ── Certificates ─────────────────────────────────────────────────────────────────────────────────


def make_certificates(folder: Path) -> tuple[Path, Path]:
    """Write an authority and a certificate of this machine by it; return both files."""
    authority_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _signed("Test authority", authority_key, "Test authority", authority_key)
    certificate = _signed("localhost", key, "Test authority", authority_key)
    pem = serialization.Encoding.PEM
    trusted, own = folder / "authority.pem", folder / "localhost.pem"
    trusted.write_bytes(authority.public_bytes(pem))
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    own.write_bytes(secret + certificate.public_bytes(pem))
    return trusted, own


def _signed(
    subject: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    is_authority = key is issuer_key
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
    )
    if is_authority:
        usage = x509.KeyUsage(
            digital_signature=False, content_commitment=False, key_encipherment=False,
            data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=True,
            encipher_only=False, decipher_only=False,
        )  # fmt: skip
        builder = builder.add_extension(usage, critical=True)
    else:
        names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
