"""An answer is read to its end, whatever the server does with the connection.

Servers that close after an answer, keep it open, tell no length, send it in pieces or packed in
several members: real ones of Python's library and of Node, over TLS on this machine.
"""

from __future__ import annotations

import functools
import gzip
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefbook.errors import BriefbookError
from briefbook.refresh.address import parse_address
from briefbook.refresh.errors import TransientError
from briefbook.refresh.http_request import Limits, ask
from tests.refresh.server import TEXT, Reply

LONG = "".join(f"{n}: About 40 trains use the bridge every day.\n" for n in range(40_000)).encode()
LIMITS = Limits(seconds=20.0)
HALF = len(LONG) // 2
PACKED = gzip.compress(LONG[:HALF]) + gzip.compress(LONG[HALF:])
CLOSES = {**TEXT, "Connection": "close"}
REPLIES = {
    "closes": Reply(body=LONG, headers=CLOSES),
    "keeps the connection": Reply(body=LONG, headers={**TEXT, "Connection": "keep-alive"}),
    "sends pieces and closes": Reply(body=LONG, headers=CLOSES, chunked=True),
    "tells no length": Reply(body=LONG, headers=CLOSES, is_unmeasured=True),
    "packs several members": Reply(body=PACKED, headers={**CLOSES, "Content-Encoding": "gzip"}),
}
NODE = """
const https = require('https'), fs = require('fs');
const [, pem, file] = process.argv;
const body = fs.readFileSync(file), both = fs.readFileSync(pem);
const server = https.createServer({key: both, cert: both}, (question, answer) => {
  if (question.url === '/measured') answer.setHeader('Content-Length', body.length);
  if (question.url === '/kept') answer.shouldKeepAlive = true;
  answer.end(body);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
"""


def asked(url: str, limits: Limits = LIMITS) -> bytes:
    headers = {"Accept-Encoding": "gzip", "Connection": "close"}
    return ask(parse_address(url), headers, limits, allow_private=True).body


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_a_long_answer_is_read_to_its_end(server, reply: Reply) -> None:
    assert asked(server.tell("/long", reply)) == LONG


def test_a_long_answer_that_breaks_off_is_no_answer(server) -> None:
    cut = Reply(body=LONG, headers={**CLOSES, "Content-Length": str(len(LONG) + 1)})
    with pytest.raises(TransientError, match="breaks off"):
        asked(server.tell("/cut", cut))


def test_members_that_unpack_to_too_much_are_refused(server) -> None:
    members = gzip.compress(b"0" * 60_000) * 3
    reply = Reply(body=members, headers={**CLOSES, "Content-Encoding": "gzip"})
    with pytest.raises(BriefbookError, match="unpacks to more than the limit"):
        asked(server.tell("/zeros", reply), Limits(bytes=100_000))


@pytest.mark.parametrize("protocol", ["HTTP/1.0", "HTTP/1.1"])
def test_pythons_own_server_is_read(
    protocol: str, certificates: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates[0]))
    (tmp_path / "long.txt").write_bytes(LONG)

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = protocol

        def log_message(self, *_: object) -> None: ...

    handler = functools.partial(Handler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as real:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificates[1])
        real.socket = context.wrap_socket(real.socket, server_side=True)
        threading.Thread(target=real.serve_forever, args=(0.02,), daemon=True).start()
        assert asked(f"https://localhost:{real.server_port}/long.txt") == LONG
        real.shutdown()


@pytest.fixture
def node(certificates: tuple[Path, Path], tmp_path: Path) -> Iterator[str]:
    """The address of Node's server."""
    program = shutil.which("node")
    if not program:
        pytest.skip("Node is not here")
    (tmp_path / "long.txt").write_bytes(LONG)
    command = [program, "-e", NODE, str(certificates[1]), str(tmp_path / "long.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield f"https://localhost:{process.stdout.readline().strip()}"
        process.kill()


@pytest.mark.parametrize("path", ["/measured", "/pieces", "/kept"])
def test_nodes_server_is_read(
    node: str, path: str, certificates: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates[0]))
    assert asked(node + path) == LONG
