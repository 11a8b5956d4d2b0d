"""The finished PDF and PPTX read back and held against the ledger, and against each other.

1. `ledger`   the manifest beside the documents: every fact, and every text in print
2. `pdf`, `pptx`   the files as somebody received them, read without any of the code that made them
3. `papers`, `decks`, `printed`   what stands in each, word for word (`compare`), beside what should
4. `facts`    the ledger against itself; figures of the paper against figures of the deck

Nothing of the briefing, of composing or of rendering is used: neither seed nor model is needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import Problem, SourceLocation, Unreadable, WrongUse
from briefbook.localization import localized
from briefbook.manifest import DOCUMENTS
from briefbook.output import recover
from briefbook.signing import SUFFIX, signer_of
from briefbook.verify.deck_template import held_against, read_template
from briefbook.verify.decks import check_deck
from briefbook.verify.facts import check_agreement, check_exhibits, check_ledger
from briefbook.verify.found_paper import FoundPaper
from briefbook.verify.html import read_html
from briefbook.verify.ledger import Ledger, read_ledger
from briefbook.verify.pages import check_page
from briefbook.verify.papers import check_paper, check_print
from briefbook.verify.pdf import read_pdf
from briefbook.verify.pptx import FoundDeck, read_pptx
from briefbook.verify.printed import check_handout, check_slides
from briefbook.verify.recorded import check_drawn, check_parts
from briefbook.verify.report import Reporter

__all__ = ["verify"]

_SUFFIXES = {".pdf": "paper", ".pptx": "deck", ".html": "page"}
_ENDINGS = ("slides", "handout", "print")


def verify(
    files: tuple[Path, ...], manifest: Path | None = None, key: Path | None = None
) -> tuple[Problem, ...]:
    """Return every problem of paper, deck, printed slides and handout; an empty tuple is a clean set.

    The manifest is the JSON of the briefing's name beside the first file, if none is given. With
    a `key` it must be signed: by this public SSH key, or by one of these allowed signers. Raises
    WrongUse for other files, Unreadable for what cannot be read.
    """
    if not files or any(path.suffix.lower() not in _SUFFIXES for path in files):
        raise WrongUse(_WANTED)
    for folder in {path.parent for path in files}:
        recover(folder)
    sealed = manifest or manifest_beside(files[0])
    ledger = read_ledger(sealed)
    unsigned = _unsigned(sealed, key) if key else ()
    datas = [_read(path) for path in files]
    names = [_document(path, data, ledger) for path, data in zip(files, datas, strict=True)]
    if len(set(names)) != len(names):
        raise WrongUse(_WANTED)
    with localized(str(ledger.data.get("lang", ""))):
        return tuple(dict.fromkeys((*unsigned, *_problems(files, datas, names, ledger))))


def signer_of_manifest(manifest: Path, key: Path) -> str:
    """Return who signed a manifest: an allowed signer, or the file of the public key; empty for none."""
    return signer_of(manifest.read_bytes(), manifest.with_name(manifest.name + SUFFIX), key)


def _unsigned(manifest: Path, key: Path) -> Iterator[Problem]:
    """Yield a problem for a manifest that is not signed by a key."""
    signature = manifest.with_name(manifest.name + SUFFIX)
    place = SourceLocation(manifest.name)
    hint = "get manifest and signature again from whom you trust"
    if not signature.is_file():
        message = f"the ledger is not signed: there is no {signature.name} beside it"
        yield Problem(place, message, "ask its makers for `build --sign`", "signature")
    elif not signer_of_manifest(manifest, key):
        message = f"{signature.name} is no signature of this ledger by the key of {key}"
        yield Problem(place, message, hint, "signature")


def _problems(
    files: tuple[Path, ...], datas: list[bytes], names: list[str], ledger: Ledger
) -> list[Problem]:
    problems = list(check_ledger(ledger))
    paper: FoundPaper | None = None
    deck: FoundDeck | None = None
    for path, data, name in zip(files, datas, names, strict=True):
        if name == "deck":
            template = read_template(ledger.data)
            deck = read_pptx(data, path.name, ledger.brand.get("frames"), template)
            with held_against(template):
                told = list(check_deck(deck, ledger, path.name))
            parts, drawn = list(deck.parts), list(deck.drawn)
        elif name == "page":
            page = read_html(data)
            told, parts = list(check_page(page, ledger, path.name)), []
            drawn = [("the page", "page", page.drawn)]
        else:
            press = ledger.press if name == "print" else None
            found = read_pdf(data, path.name, ledger.brand.get("faces"), press, ledger.lent)
            paper = found if name == "paper" else paper
            told = list(_PRINTED[name](found, ledger, path.name))
            parts, drawn = found.streams, found.drawn
        entry, reporter = (
            ledger.outputs.get(_name_of(name, ledger), {}),
            Reporter(path.name, ledger),
        )
        told += check_drawn(drawn, entry.get("drawn", {}), reporter)
        recorded = entry.get("parts", ())
        if recorded:
            told += check_parts(parts, recorded, told, reporter)
        problems += _hash(data, path, name, ledger, is_same=bool(recorded) and not told)
        problems += told
    problems += check_exhibits(paper, deck, ledger)
    if paper and deck:
        problems += check_agreement(paper, deck, ledger)
    return problems


_PRINTED = {
    "paper": check_paper,
    "slides": check_slides,
    "handout": check_handout,
    "print": check_print,
}
_WANTED = "give one paper, one deck, its slides as PDF, its handout, the page, or several of them"


def manifest_beside(path: Path) -> Path:
    """Return where the manifest of a file is; a briefing may itself be called `…-slides`."""
    beside = path.with_suffix(".json")
    stem, _, ending = path.stem.rpartition("-")
    if ending in _ENDINGS and stem and not beside.exists():
        return path.with_name(f"{stem}.json")
    return beside


def _document(path: Path, data: bytes, ledger: Ledger) -> str:
    """Return which document a file is: by its name, its bytes, or, if renamed and changed, its ending."""
    named = {_name_of(document, ledger): document for document in DOCUMENTS}
    if path.name in named:
        return named[path.name]
    digest = hashlib.sha256(data).hexdigest()
    for name, entry in ledger.outputs.items():
        if entry["sha256"] == digest and name in named:
            return named[name]
    ending = path.stem.rpartition("-")[2]
    is_print = ending in _ENDINGS and path.suffix.lower() == ".pdf"
    return ending if is_print else _SUFFIXES[path.suffix.lower()]


def _name_of(document: str, ledger: Ledger) -> str:
    return DOCUMENTS[document].format(ledger.id)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"cannot read: {error.strerror}", place=SourceLocation(str(path))
        ) from error


def _hash(
    data: bytes, path: Path, document: str, ledger: Ledger, *, is_same: bool
) -> Iterator[Problem]:
    """Yield a problem if a file is not the one that was built; it may have been renamed.

    `is_same`: all that it shows was found to be as it was built.
    """
    entry = ledger.outputs.get(_name_of(document, ledger))
    if entry is None:
        yield Problem(
            SourceLocation(path.name), "the ledger knows no such file", "", "file-unknown"
        )
    elif entry["sha256"] != hashlib.sha256(data).hexdigest():
        message = "changed since it was built"
        if is_same:
            message += ": saved again, and every text, figure and drawing is the same"
        yield Problem(SourceLocation(path.name), message, "", "file-changed")
    elif entry["bytes"] != len(data):
        message = f"has {len(data)} bytes; the ledger has {entry['bytes']}"
        yield Problem(SourceLocation(path.name), message, "", "ledger-differs")
    elif entry.get("is_stale"):
        message = "was built from an older model than the ledger"
        yield Problem(SourceLocation(path.name), message, "build it again", "file-stale")
