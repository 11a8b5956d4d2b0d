"""A desk over a copy of the example, asked without a network."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.testclient import TestClient

from briefbook.desk.guard import Guard
from briefbook.desk.server import make_app
from briefbook.desk.work import Work

PORT = 4711


class Desk:
    """A seed, its desk, and a browser that has been let in."""

    def __init__(self, seed: Path, who: str = "") -> None:
        self.seed = seed
        self.guard = Guard(PORT)
        self.app = make_app(Work(seed), self.guard, who)
        self.browser = self.stranger()
        self.browser.get(self.guard.address)

    def stranger(self) -> TestClient:
        """Return a browser without a cookie."""
        return TestClient(self.app, base_url=self.guard.origin)

    @property
    def file(self) -> Path:
        return self.seed / "briefing.yaml"

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def get(self, path: str = "", **headers: str):
        return self.browser.get(self.guard.base + path, headers=headers)

    def post(self, action: str, **fields: str):
        """Send a form as the desk's own page does."""
        return self.browser.post(
            self.guard.base + action,
            data={"page": "desk", **fields},
            headers={"Origin": self.guard.origin},
        )

    def mark(self, id_: str) -> str:
        """Return the mark of a statement that its forms carry."""
        page = self.get(f"?s={id_}").text
        found = re.search(r'name="was" value="(\w+)"', page)
        assert found, page
        return found[1]
