"""The finished PDF and PPTX read back and held against the ledger, and against each other.

1. `ledger`   the manifest beside the documents: every fact, and every text in print
2. `pdf`, `pptx`   the files as somebody received them, read without any of the code that made them
3. `papers`, `decks`   what stands in each, word for word (`compare`), beside what should
4. `facts`    the ledger against itself; figures of the paper against figures of the deck

Nothing of the briefing, of composing or of rendering is used: neither seed nor model is needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import Problem, SourceLocation, Unreadable, WrongUse
from briefbook.verify.decks import check_deck
from briefbook.verify.facts import check_agreement, check_exhibits, check_ledger
from briefbook.verify.ledger import Ledger, read_ledger
from briefbook.verify.papers import check_paper
from briefbook.verify.pdf import FoundPaper, read_pdf
from briefbook.verify.pptx import FoundDeck, read_pptx

__all__ = ["verify"]

_SUFFIXES = (".pdf", ".pptx")


def verify(files: tuple[Path, ...], manifest: Path | None = None) -> tuple[Problem, ...]:
    """Return every problem of a paper, a deck or both; an empty tuple is a clean pair.

    The manifest is the JSON of the same name beside the first file, if none is given. Raises
    WrongUse for other files, Unreadable for what cannot be read.
    """
    suffixes = [path.suffix.lower() for path in files]
    if not files or len(set(suffixes)) != len(files) or not set(suffixes) <= set(_SUFFIXES):
        raise WrongUse("give one PDF, one PPTX, or one of each")
    ledger = read_ledger(manifest or files[0].with_suffix(".json"))
    problems = list(check_ledger(ledger))
    paper: FoundPaper | None = None
    deck: FoundDeck | None = None
    for path, suffix in zip(files, suffixes, strict=True):
        data = _read(path)
        problems += _hash(data, path, suffix, ledger)
        if suffix == ".pdf":
            paper = read_pdf(data, path.name)
            problems += check_paper(paper, ledger, path.name)
        else:
            deck = read_pptx(data, path.name)
            problems += check_deck(deck, ledger, path.name)
    problems += check_exhibits(paper, deck, ledger)
    if paper and deck:
        problems += check_agreement(paper, deck, ledger)
    return tuple(dict.fromkeys(problems))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"cannot read: {error.strerror}", place=SourceLocation(str(path))
        ) from error


def _hash(data: bytes, path: Path, suffix: str, ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem if a file is not the one that was built; it may have been renamed."""
    named = {name: entry for name, entry in ledger.outputs.items() if name.endswith(suffix)}
    entry = named.get(path.name) or next(iter(named.values()), None)
    if entry is None:
        yield Problem(
            SourceLocation(path.name), "the ledger knows no such file", "", "file-unknown"
        )
    elif entry["sha256"] != hashlib.sha256(data).hexdigest():
        yield Problem(SourceLocation(path.name), "changed since it was built", "", "file-changed")
    elif entry.get("is_stale"):
        message = "was built from an older model than the ledger"
        yield Problem(SourceLocation(path.name), message, "build it again", "file-stale")
