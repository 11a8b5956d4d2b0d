"""A browser for the pages of this room."""

import shutil

import pytest


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
