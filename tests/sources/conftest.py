"""What the readers of pages load, loaded once: each file is read in a forked process, which would load it anew."""

import importlib

import pytest


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    importlib.import_module("trafilatura")
