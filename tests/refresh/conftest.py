"""A server on this machine, trusted for the time of a test, and seeds whose source it has."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefbook.refresh.fetch import FetchPolicy
from briefbook.refresh.http_request import Limits
from briefbook.refresh.quotes import Rewriting
from briefbook.refresh.report import Report
from briefbook.refresh.run import Options, refresh
from tests.refresh.faults import LIMIT, PATH, SOURCE
from tests.refresh.server import TEXT, Reply, Server, make_certificates
from tests.seeds import EXAMPLE, copy_of, edit

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def _server(certificates):
    server = Server(certificates[1])
    yield server
    server.reset()
    server.shutdown()
    server.server_close()


@pytest.fixture
def server(_server, certificates, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates[0]))
    _server.reset()
    yield _server
    _server.reset()


@dataclass
class Refreshing:
    """A seed, the server that has its source, and how often it waited."""

    seed: Path
    server: Server
    waits: list[float] = field(default_factory=list)

    def __call__(
        self,
        *,
        moved=False,
        edited=False,
        is_dry=False,
        allow_private=True,
        today=TODAY,
        seconds=20.0,
    ) -> Report:
        limits = Limits(bytes=LIMIT, seconds=seconds)
        manners = FetchPolicy(limits, allow_private=allow_private, pause=self.waits.append)
        return refresh(self.seed, Options(today, manners, Rewriting(moved, edited), is_dry))

    def sends(self, text: str | bytes, **headers: str) -> None:
        """Let the server send a text as the source from now on."""
        body = text.encode() if isinstance(text, str) else text
        self.server.asked.clear()
        self.server.tell(PATH, Reply(body=body, headers={**TEXT, **headers}))

    def files(self) -> dict[str, bytes]:
        """Return the seed as it is on disk."""
        return {
            path.relative_to(self.seed).as_posix(): path.read_bytes()
            for path in sorted(self.seed.rglob("*"))
            if path.is_file()
        }

    def model(self) -> str:
        return self.files()["briefing.yaml"].decode()


@pytest.fixture
def refreshing(server, tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "    redistribute: yes\n", f"    redistribute: yes\n    url: {server.url(PATH)}\n")
    found = Refreshing(seed, server)
    found.sends(SOURCE)
    return found
