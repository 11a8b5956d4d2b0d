"""What a server may do, and what `refresh` does about it: the tests' cases, and docs' table."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

from tests.refresh.server import TEXT, Reply
from tests.seeds import EXAMPLE

PATH = "/source.txt"
LIMIT = 50_000
"""Bytes, in these tests."""

SOURCE = (EXAMPLE / "source.txt").read_bytes()
GOOD = Reply(body=SOURCE, headers=TEXT)
_ZEROS = gzip.compress(b"0" * 100 * LIMIT)
_PACKED = {**TEXT, "Content-Encoding": "gzip"}


@dataclass(frozen=True)
class Fault:
    """One way for a server to answer."""

    server: str
    """What the server does, in words."""
    does: str
    """What `refresh` does about it, in words."""
    replies: tuple[Reply, ...]
    message: str = ""
    """What it says; empty where the source counts as unchanged."""
    asked: int = 1
    """How often the address is asked."""
    waited: tuple[float, ...] = ()
    """Seconds before each further try."""
    seconds: float = 20.0
    """For one answer; short only where time must run out, so that a slow machine fails nothing."""
    is_private_allowed: bool = True
    is_trusted: bool = True

    @property
    def code(self) -> int:
        """The exit code."""
        return 3 if self.message else 0


def redirect(location: str, status: int = 302) -> Reply:
    """Return a redirect; `{port}` stands for the server's."""
    return Reply(status, headers={"Location": location})


FAULTS = (
    Fault("sends the same text", "nothing is written", (GOOD,)),
    Fault("sends the same text, packed with gzip", "nothing is written",
          (Reply(body=gzip.compress(SOURCE), headers=_PACKED),)),
    Fault("404 Not Found", "fails at once; the snapshot is kept", (Reply(404),),
          "the server says 404 Not Found"),
    Fault("410 Gone", "fails at once; the snapshot is kept", (Reply(410),),
          "the server says 410 Gone"),
    Fault("403 Forbidden", "fails at once", (Reply(403),), "the server says 403 Forbidden"),
    Fault("304 Not Modified, unasked", "fails: there is nothing that it could stand for",
          (Reply(304),), "the server says 304 Not Modified"),
    Fault("500, then the text", "asks again after a second", (Reply(500), GOOD),
          asked=2, waited=(1.0,)),
    Fault("500 again and again", "asks three times, after one second and after two, then fails",
          (Reply(500),), "the server says 500 Internal Server Error (3 tries)",
          asked=3, waited=(1.0, 2.0)),
    Fault("429 with `Retry-After: 7`, then the text", "asks again after seven seconds",
          (Reply(429, headers={"Retry-After": "7"}), GOOD), asked=2, waited=(7.0,)),
    Fault("503 with `Retry-After: 3600`", "fails at once: half a minute is the longest wait",
          (Reply(503, headers={"Retry-After": "3600"}),), "asks to wait 3600 seconds"),
    Fault("accepts the connection and says nothing", "fails when the time is up, after three tries",
          (Reply(hangs=True),), "no complete answer in 0.2 seconds", asked=3, waited=(1.0, 2.0),
          seconds=0.2),
    Fault("sends a byte now and then, without end", "fails when the time is up, after three tries",
          (Reply(headers=TEXT, drips=True),), "no complete answer in 0.2 seconds",
          asked=3, waited=(1.0, 2.0), seconds=0.2),
    Fault("closes the connection without a word, then sends the text", "asks again",
          (Reply(hangs_up=True), GOOD), asked=2, waited=(1.0,)),
    Fault("breaks off before the length it announced", "fails after three tries",
          (Reply(body=SOURCE[:100], headers={**TEXT, "Content-Length": str(len(SOURCE))}),),
          "breaks off before its end", asked=3, waited=(1.0, 2.0)),
    Fault("breaks off inside a gzip stream", "fails after three tries",
          (Reply(body=gzip.compress(SOURCE)[:-20], headers=_PACKED),),
          "breaks off before its end", asked=3, waited=(1.0, 2.0)),
    Fault("sends what is no gzip as gzip", "fails at once",
          (Reply(body=SOURCE, headers=_PACKED),), "the packed answer is damaged"),
    Fault("sends a picture", "fails at once",
          (Reply(body=b"\x89PNG", headers={"Content-Type": "image/png"}),),
          "the answer is image/png, not a document"),
    Fault("sends bytes that are no text", "fails at once",
          (Reply(body=b"\x00\x01\x02" * 9, headers=TEXT),), "cannot be read"),
    Fault("sends nothing", "fails at once", (Reply(headers=TEXT),), "the file is empty"),
    Fault("announces more bytes than the limit", "fails at once, without reading them",
          (Reply(headers={**TEXT, "Content-Length": str(LIMIT + 1)}),),
          "50,001 bytes are announced; the limit is 50,000"),
    Fault("sends more bytes than the limit, unannounced", "fails when the limit is reached",
          (Reply(body=b"x" * 2 * LIMIT, headers=TEXT, chunked=True),),
          "more than the limit of 50,000 bytes"),
    Fault("sends few bytes that unpack to many", "fails when the limit is reached, holding no more",
          (Reply(body=_ZEROS, headers=_PACKED),), "unpacks to more than the limit of 50,000 bytes"),
    Fault("packs the text in a way that was not asked for", "fails at once",
          (Reply(body=b"?", headers={**TEXT, "Content-Encoding": "br"}),), "packed as “br”"),
    Fault("redirects within its host", "follows",
          (redirect("/source.txt?2"),)),
    Fault("redirects to another host", "fails at once, naming that host",
          (redirect("https://127.0.0.1:{port}/source.txt"),), "to another host, 127.0.0.1"),
    Fault("redirects to another port", "fails at once",
          (redirect("https://localhost:1/source.txt"),), "to another host, localhost:1"),
    Fault("redirects to http", "fails at once",
          (redirect("http://localhost:{port}/source.txt"),), "is not https"),
    Fault("redirects in a circle", "fails after five redirects",
          (redirect("/source.txt"),), "more than 5 redirects", asked=6),
    Fault("has a certificate that nobody trusts", "fails at once", (GOOD,),
          "the certificate does not hold", asked=0, is_trusted=False),
    Fault("is on this machine or in a private network", "fails before it is asked, unless `--allow-private`",
          (GOOD,), "which is not a public address", asked=0, is_private_allowed=False),
)  # fmt: skip


def fault_table() -> str:
    """Return the cases as the table of docs/refresh.md."""
    rows = [f"| {fault.server} | {fault.does} | {fault.code} |" for fault in FAULTS]
    head = ["| the server | what `refresh` does | exit code |", "|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


if __name__ == "__main__":
    print(fault_table(), end="")
