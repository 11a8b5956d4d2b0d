"""Files of the same bytes are read once, however many tests hold them: what is read never depends on who asks."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject

from briefbook.errors import Problem
from briefbook.verify.ledger import Ledger


@contextmanager
def reading_once() -> Iterator[None]:
    """Read files of the same bytes once: what is read never depends on who asks, and is not changed."""
    room = importlib.import_module("briefbook.verify")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("read_pdf", "read_pptx"):
            patch.setattr(room, name, _once(getattr(room, name)))
        patch.setattr(room, "read_ledger", _ledger_once(vars(room)["read_ledger"]))
        patch.setattr(room, "check_ledger", _held_once(vars(room)["check_ledger"]))
        patch.setattr(PageObject, "get_contents", _parsed_once(PageObject.get_contents))
        yield


def _ledger_once(read: Callable[[Path], Ledger]) -> Callable[[Path], Ledger]:
    """Read a ledger once: most changes are of a document, and held against the same one."""
    known: dict[tuple[bytes, str], Ledger] = {}

    def reading(path: Path) -> Ledger:
        if not path.is_file():
            return read(path)
        key = hashlib.sha256(path.read_bytes()).digest(), path.name
        if key not in known:
            known[key] = read(path)
        return known[key]

    return reading


def _held_once(check: Callable[[Ledger], Iterable[Problem]]) -> Callable[[Ledger], list[Problem]]:
    known: dict[int, tuple[Ledger, list[Problem]]] = {}

    def holding(ledger: Ledger) -> list[Problem]:
        if id(ledger) not in known:
            known[id(ledger)] = ledger, list(check(ledger))
        return known[id(ledger)][1]

    return holding


def _parsed_once(contents: Callable[..., Any]) -> Callable[..., Any]:
    """Parse what a page draws once: a change leaves most pages of a file as they were."""
    known: dict[bytes, Any] = {}

    def reading(page: PageObject) -> Any:
        drawn = contents(page)
        return drawn and known.setdefault(hashlib.sha256(drawn.get_data()).digest(), drawn)

    return reading


def _once(read: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[tuple[bytes, str], Any] = {}

    def reading(data: bytes, *how: object) -> Any:
        key = hashlib.sha256(data).digest(), repr(how)
        if key not in known:
            known[key] = read(data, *how)
        return known[key]

    return reading
