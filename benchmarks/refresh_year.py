"""A year of weekly refreshes against three real servers that do what servers do.

    python benchmarks/refresh_year.py

Python's http.server, Node's https and nginx, over TLS on this machine. Each week the source and the
figures may have changed, and the server may close early, tell no length, send pieces, pack several
members, drip, redirect, fail, or send absurd figures. After each week the seed must hold exactly what was
served whole and sane, or be as it was, and the week after a fault must catch up.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import functools
import gzip
import json
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefbook.errors import BriefbookError
from briefbook.model.reader import read_briefing
from briefbook.refresh.fetch import FetchPolicy
from briefbook.refresh.http_request import Limits
from briefbook.refresh.quotes import Rewriting
from briefbook.refresh.run import Options, refresh
from briefbook.refresh.snapshot import MEMORY
from tests.refresh.server import make_certificates
from tests.seeds import EXAMPLE, copy_of, edit, problems_of

WEEKS = 52
LIMIT_SECONDS = 2.0
FIRST = datetime.date(2026, 1, 5)
TEXT, CSV = "/source.txt", "/grants.csv"
TYPES = {TEXT: "text/plain; charset=utf-8", CSV: "text/csv"}
PADDING = "\n\nOther pages of the archive follow here, and none of them is quoted. " * 400
"""A page of some 30 KB: more than one read of a connection gives."""


@dataclass(frozen=True)
class Week:
    """What happens in a week."""

    name: str
    mode: str = "plain"
    """How the server sends; see `send`."""
    is_whole: bool = True
    """Whether what it sends can be taken."""
    figures: Callable[[str], str] | None = None
    """What is wrong with the figures, which then must stay as they are."""
    text: Callable[[str], str] | None = None
    """What is wrong with the source: quotes are lost, and told."""


def _tenfold(text: str) -> str:
    head, *rows = text.splitlines()
    return "\n".join([head, *(f"{row}0000000" for row in rows)]) + "\n"


PLAN = (
    Week("answers"), Week("closes the connection", "close"), Week("keeps it", "keep"),
    Week("tells no length", "unmeasured"), Week("sends pieces", "chunked"), Week("packs", "gzip"),
    Week("packs in several members", "members"), Week("drips", "slow"), Week("redirects", "redirect"),
    Week("answers"), Week("closes mid-body", "cut", is_whole=False),
    Week("closes between pieces", "cut-chunk", is_whole=False), Week("answers"),
    Week("closes in a packed body", "cut-gzip", is_whole=False), Week("503", "503", is_whole=False),
    Week("answers"), Week("404", "404", is_whole=False), Week("closes without a word", "nothing", is_whole=False),
    Week("redirects to another host", "elsewhere", is_whole=False), Week("drips without end", "endless", is_whole=False),
    Week("answers"), Week("another column", figures=lambda t: t.replace("current_usd", "current_eur")),
    Week("figures ten million times as large", figures=_tenfold),
    Week("a year 9999", figures=lambda t: t + "9999,1\n"), Week("words for figures", figures=lambda t: t + "2040,many\n"),
    Week("an empty file", figures=lambda _: "\n"), Week("the answer to something else", figures=lambda _: "<html>Please log in</html>"),
    Week("answers"), Week("a notice in the page's place", text=lambda _: "This page has moved. " * 900), Week("answers"),
)  # fmt: skip


@dataclass
class World:
    """What the servers hold: it changes on its own."""

    text: str = (EXAMPLE / "source.txt").read_text(encoding="utf-8")
    figures: str = (EXAMPLE / "grants.csv").read_text(encoding="utf-8")

    def turn(self, week: int) -> None:
        """Let a week pass: a new paragraph now and then, a new year in spring, a revised figure in autumn."""
        if week % 4 == 1:
            self.text = self.text.rstrip() + f"\n\nA remark of week {week}.\n"
        if week % 9 == 4:
            self.text = f"News of week {week}.\n\n{self.text}"
        if week == 12:
            self.figures += "2015,1900000\n"
        if week == 38:
            self.figures = self.figures.replace("2015,1900000", "2015,1950000")


# ── Three servers ────────────────────────────────────────────────────────────────────────────────


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
        (folder / "www" / path[1:]).write_bytes(body)
        half = len(body) // 2
        packed = gzip.compress(body[:half]) + gzip.compress(body[half:])
        (folder / "packed" / path[1:]).write_bytes(packed)
    own = _OWN.get(state.mode)
    text = _BEHIND % behind if own is None else own.replace("{folder}", str(folder))
    (folder / "mode.conf").write_text(text)
    subprocess.run(["nginx", "-c", str(folder / "nginx.conf"), "-s", "reload"],
                   check=True, capture_output=True)  # fmt: skip
    time.sleep(0.3)


# ── A year ───────────────────────────────────────────────────────────────────────────────────────


def make_seed(folder: Path, port: int) -> Path:
    """Return a copy of the example whose source and figures have an address."""
    seed = copy_of(EXAMPLE, folder)
    at = f"https://localhost:{port}"
    edit(
        seed,
        "    redistribute: yes\n",
        f"    redistribute: yes  # ours to share\n    url: {at}{TEXT}\n",
    )
    edit(seed, "edition: invented figures}", f"edition: invented figures, feed: {{url: {at}{CSV}, format: csv, column: current_usd}}}}")  # fmt: skip
    return seed


def files_of(seed: Path) -> dict[str, bytes]:
    """Return what a seed holds beside its memory of servers."""
    return {p.name: p.read_bytes() for p in sorted(seed.rglob("*")) if p.is_file() and p.name != MEMORY}  # fmt: skip


def held(seed: Path) -> tuple[str, dict[str, str]]:
    """Return the source and the figures that a seed rests on."""
    briefing = read_briefing(seed)
    (source,), (series,) = briefing.sources, briefing.series
    text = (seed / str(source.file)).read_text(encoding="utf-8")
    values = {point.label: f"{point.value:f}" for point in series.points if point.value is not None}
    return text, values


def figures_in(text: str) -> dict[str, str]:
    """Return years and values of a CSV."""
    return dict(line.split(",", 1) for line in text.split()[1:])


def one_week(seed: Path, week: Week, world: World, today: datetime.date) -> tuple[str, str]:
    """Refresh once; return what it came to and what is wrong with that, if anything."""
    before, had = files_of(seed), held(seed)
    policy = FetchPolicy(Limits(seconds=LIMIT_SECONDS), allow_private=True, pause=lambda _: None)
    start = time.monotonic()
    try:
        report = refresh(seed, Options(today, policy, Rewriting(moved=True)))
    except BriefbookError as error:
        return "stopped", f"stopped: {error}"
    took = time.monotonic() - start
    code = report.exit_code
    told = "taken" if not code else "told"
    if took > 6 * LIMIT_SECONDS + 4:
        return told, f"took {took:.0f} s"
    if not week.is_whole:
        is_same = files_of(seed) == before
        fault = "" if code == 3 and is_same else f"code {code}, files as they were: {is_same}"
        return "refused", fault
    wrong = [*_wrong_text(seed, week, world, code), *_wrong_figures(week, world, code, had[1], held(seed)[1])]  # fmt: skip
    return "told" if week.figures or week.text else told, "; ".join(wrong)


def _wrong_text(seed: Path, week: Week, world: World, code: int) -> Iterator[str]:
    if week.text:
        if code != 1:
            yield f"code {code} although quotes are gone"
        return
    if held(seed)[0].split() != (world.text + PADDING).split():
        yield "the source is not the one that was served"
    if "# ours to share" not in (seed / "briefing.yaml").read_text(encoding="utf-8"):
        yield "a comment is lost"
    if errors := [p for p in problems_of(seed) if p.severity.name == "ERROR"]:
        yield f"the seed no longer checks: {errors[0].message}"


def _wrong_figures(
    week: Week, world: World, code: int, before: dict[str, str], values: dict[str, str]
) -> Iterator[str]:
    if week.figures:
        if values != before or not code:
            yield f"absurd figures were taken, code {code}"
    elif values != figures_in(world.figures):
        yield "the figures are not those that were served"


def year(name: str, weeks: int, folder: Path, pem: Path) -> Iterator[tuple[str, str, str]]:
    """Yield week by week what was served, what became of it, and what is wrong with that."""
    state, world = State(), World()
    with contextlib.ExitStack() as stack:
        behind = 0
        if name == "python":
            port = stack.enter_context(python_server(state, pem))
        elif name == "node":
            port = stack.enter_context(node_server(folder, pem))
        else:
            behind = stack.enter_context(python_server(state, None))
            port = stack.enter_context(nginx_server(folder, pem))
        seed = make_seed(folder, port)
        for number in range(weeks):
            week = PLAN[number % len(PLAN)]
            world.turn(number)
            text, figures = world.text + PADDING, world.figures
            state.mode = week.mode
            state.bodies[TEXT] = (week.text(text) if week.text else text).encode()
            state.bodies[CSV] = (week.figures(figures) if week.figures else figures).encode()
            if name == "node":
                packed = {k: __import__("base64").b64encode(v).decode() for k, v in state.bodies.items()}  # fmt: skip
                (folder / "state.json").write_text(json.dumps({"mode": state.mode, "bodies": packed}))  # fmt: skip
            elif name == "nginx":
                nginx_mode(folder, state, behind)
            today = FIRST + datetime.timedelta(weeks=number)
            yield (week.name, *one_week(seed, week, world, today))


def main() -> int:
    """Run the year against each server and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weeks", type=int, default=WEEKS)
    parser.add_argument("--servers", nargs="*", default=["python", "node", "nginx"])
    options = parser.parse_args()
    results: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    wrong = 0
    for name in options.servers:
        if name != "python" and not shutil.which(name):
            print(f"{name} is not here", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            authority, pem = make_certificates(folder)
            os.environ["SSL_CERT_FILE"] = str(authority)
            for week, told, fault in year(name, options.weeks, folder, pem):
                results[week][name][told if not fault else "WRONG"] += 1
                wrong += bool(fault)
                if fault:
                    print(f"{name}, {week}: {fault}", file=sys.stderr)
    print(f"| the server | {' | '.join(options.servers)} |\n|---|{'---|' * len(options.servers)}")
    for week, by in results.items():
        cells = (", ".join(f"{n} × {told}" for told, n in by[name].items()) for name in options.servers)  # fmt: skip
        print(f"| {week} | {' | '.join(cells)} |")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
