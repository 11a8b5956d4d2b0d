"""Three real servers on this machine that do what servers do: http.server, Node's https and nginx, over TLS."""

from __future__ import annotations

import contextlib
import functools
import gzip
import os
import shutil
import ssl
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

TEXT, CSV = "/source.txt", "/grants.csv"
TYPES = {TEXT: "text/plain; charset=utf-8", CSV: "text/csv"}


@dataclass
class State:
    """What is served now."""

    mode: str = "plain"
    bodies: dict[str, bytes] = field(default_factory=dict)


def send(write: Callable[[bytes], Any], path: str, state: State) -> None:
    """Write a whole HTTP answer as a mode has it."""
    body = state.bodies[path.partition("?")[0]]
    mode = "plain" if state.mode == "redirect" and "?" in path else state.mode
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {TYPES[path.partition('?')[0]]}\r\n"
    length, packed = f"Content-Length: {len(body)}\r\n", "Content-Encoding: gzip\r\n"
    half = len(body) // 2
    members = gzip.compress(body[:half]) + gzip.compress(body[half:])
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (body[:half], body[half:]) if p)
    whole = {
        "plain": (length, body), "close": (f"{length}Connection: close\r\n", body),
        "keep": (f"{length}Connection: keep-alive\r\n", body), "unmeasured": ("Connection: close\r\n", body),
        "chunked": ("Transfer-Encoding: chunked\r\n", pieces + b"0\r\n\r\n"),
        "gzip": (f"{packed}Connection: close\r\n", gzip.compress(body)),
        "members": (f"{packed}Connection: close\r\n", members),
        "slow": (length, body), "cut": (length, body[:half]),
        "cut-chunk": ("Transfer-Encoding: chunked\r\n", pieces[: half + 8]),
        "cut-gzip": (f"{packed}Connection: close\r\n", members[:-30]),
        "endless": ("Transfer-Encoding: chunked\r\n", b""),
    }  # fmt: skip
    if mode == "nothing":
        return
    if mode in ("503", "404"):
        write(f"HTTP/1.1 {mode} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        return
    if mode in ("redirect", "elsewhere"):
        to = f"{path}?again" if mode == "redirect" else "https://example.org/"
        write(f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode())
        return
    headers, sent = whole[mode]
    write(f"{head}{headers}\r\n".encode())
    if mode == "slow":
        for at in range(0, len(sent), 4096):
            write(sent[at : at + 4096])
            time.sleep(0.02)
    elif mode == "endless":
        with contextlib.suppress(OSError):
            for _ in range(200):
                write(b"1\r\nx\r\n")
                time.sleep(0.05)
    else:
        write(sent)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, state: State, *arguments: Any) -> None:
        self.state = state
        super().__init__(*arguments)

    def do_GET(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            send(self.wfile.write, self.path, self.state)

    def log_message(self, *_: object) -> None: ...


@contextlib.contextmanager
def python_server(state: State, pem: Path | None) -> Iterator[int]:
    """Python's http.server; without a certificate it stands behind nginx."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, state)) as server:
        server.daemon_threads = True
        if pem:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(pem)
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_port
        server.shutdown()


_NODE = """
const https = require('https'), fs = require('fs'), zlib = require('zlib');
const [, pem, file] = process.argv, both = fs.readFileSync(pem);
const types = {'/source.txt': 'text/plain; charset=utf-8', '/grants.csv': 'text/csv'};
const server = https.createServer({key: both, cert: both}, (question, answer) => {
  const state = JSON.parse(fs.readFileSync(file)), [path, again] = question.url.split('?');
  const mode = state.mode === 'redirect' && again ? 'plain' : state.mode;
  const body = Buffer.from(state.bodies[path], 'base64'), half = body.length >> 1;
  const cut = () => answer.socket.destroySoon();
  answer.setHeader('Content-Type', types[path]);
  if (mode === 'nothing') return question.socket.destroy();
  if (mode === '503' || mode === '404') { answer.statusCode = +mode; return answer.end(); }
  if (mode === 'redirect' || mode === 'elsewhere') {
    answer.writeHead(302, {Location: mode === 'redirect' ? path + '?again' : 'https://example.org/'});
    return answer.end();
  }
  if (mode === 'close' || mode === 'unmeasured') answer.shouldKeepAlive = false;
  if (mode === 'unmeasured') answer.useChunkedEncodingByDefault = false;
  if (['gzip', 'members', 'cut-gzip'].includes(mode)) answer.setHeader('Content-Encoding', 'gzip');
  const members = Buffer.concat([zlib.gzipSync(body.subarray(0, half)), zlib.gzipSync(body.subarray(half))]);
  if (mode === 'gzip') return answer.end(zlib.gzipSync(body));
  if (mode === 'members') return answer.end(members);
  if (mode === 'cut-gzip') { answer.shouldKeepAlive = false; return answer.end(members.subarray(0, -30)); }
  if (mode === 'cut') { answer.setHeader('Content-Length', body.length); return answer.write(body.subarray(0, half), cut); }
  if (mode === 'cut-chunk') return answer.write(body.subarray(0, half), cut);
  if (mode === 'endless') { const t = setInterval(() => answer.write('x'), 50); return answer.on('close', () => clearInterval(t)); }
  if (mode === 'slow') {
    let at = 0;
    const t = setInterval(() => { answer.write(body.subarray(at, at += 4096)); if (at >= body.length) { clearInterval(t); answer.end(); } }, 20);
    return;
  }
  if (mode === 'chunked') { answer.write(body.subarray(0, half)); return answer.end(body.subarray(half)); }
  answer.setHeader('Content-Length', body.length);
  answer.end(body);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
"""


@contextlib.contextmanager
def node_server(folder: Path, pem: Path) -> Iterator[int]:
    """Node's https, which reads what to do from a file."""
    command = [shutil.which("node") or "node", "-e", _NODE, str(pem), str(folder / "state.json")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield int(process.stdout.readline())
        process.kill()


_NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{}}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; gzip_types text/csv text/plain; default_type text/plain;
  types {{ text/csv csv; text/plain txt; }} charset utf-8;
  server {{
    listen 127.0.0.1:{port} ssl; ssl_certificate {pem}; ssl_certificate_key {pem}; root {folder}/www;
    include {folder}/mode.conf;
  }}
}}
"""
_WEEK_S = 7 * 86_400
_OWN = {
    "plain": "", "keep": "", "close": "keepalive_timeout 0;", "gzip": "gzip on;",
    "slow": "limit_rate 40k;", "503": "location / { return 503; }", "404": "location / { return 404; }",
    "nothing": "location / { return 444; }",
    "redirect": "if ($args = '') { return 302 $uri?again; }",
    "elsewhere": "location / { return 302 https://example.org/; }",
    "members": "location / { gzip off; add_header Content-Encoding gzip; root {folder}/packed; }",
}  # fmt: skip
"""What nginx does by itself; the other modes it passes on from a server behind it."""
_BEHIND = "location / { proxy_pass http://127.0.0.1:%d; proxy_http_version 1.1; proxy_buffering off; proxy_set_header Connection ''; }"


@contextlib.contextmanager
def nginx_server(folder: Path, pem: Path) -> Iterator[int]:
    """Start nginx; `nginx_mode` tells it what to do."""
    with contextlib.closing(__import__("socket").socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "www").mkdir()
    (folder / "packed").mkdir()
    (folder / "mode.conf").write_text("")
    # Its workers are another user.
    for path in (folder, *folder.parents):
        if path.is_relative_to(tempfile.gettempdir()) and path != Path(tempfile.gettempdir()):
            path.chmod(0o755)
    config = folder / "nginx.conf"
    config.write_text(_NGINX.format(folder=folder, port=port, pem=pem))
    with subprocess.Popen(["nginx", "-c", str(config)], stderr=subprocess.DEVNULL) as process:
        time.sleep(0.5)
        yield port
        process.terminate()


def nginx_mode(folder: Path, state: State, behind: int) -> None:
    """Let nginx serve a state from now on."""
    for path, body in state.bodies.items():
        served = folder / "www" / path[1:]
        if served.exists() and served.read_bytes() != body:
            # nginx tells versions apart by size and second; our weeks are shorter than a second.
            later = served.stat().st_mtime + _WEEK_S
            served.write_bytes(body)
            os.utime(served, (later, later))
        elif not served.exists():
            served.write_bytes(body)
            os.utime(served, (0, 0))
        half = len(body) // 2
        packed = gzip.compress(body[:half]) + gzip.compress(body[half:])
        (folder / "packed" / path[1:]).write_bytes(packed)
    own = _OWN.get(state.mode)
    text = _BEHIND % behind if own is None else own.replace("{folder}", str(folder))
    (folder / "mode.conf").write_text(text)
    subprocess.run(["nginx", "-c", str(folder / "nginx.conf"), "-s", "reload"],
                   check=True, capture_output=True)  # fmt: skip
    time.sleep(0.3)
