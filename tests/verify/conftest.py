"""Files that are read once, and a browser for the pages of this room."""

import shutil
from collections.abc import Iterator

import pytest

from tests.verify.once import reading_once


@pytest.fixture(scope="module")
def read_once() -> Iterator[None]:
    """Read each file once in a module, however many ledgers it is held against."""
    with reading_once():
        yield


@pytest.fixture(scope="module")
def chromium():
    import asyncio

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
    asyncio.set_event_loop(None)
