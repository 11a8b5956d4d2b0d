"""The command `doctor`: what this installation has, what it lacks, and what that means."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from briefbook.version import __version__

_LIBRARIES = (
    # what it is for, its module, the name under which it is installed
    ("reading PDF", "pypdfium2", "pypdfium2"),
    ("reading DOCX", "docx", "python-docx"),
    ("reading HTML, TEI, EPUB and ODT", "lxml", "lxml"),
    ("main text of pages", "trafilatura", "trafilatura"),
    ("reading Markdown", "markdown_it", "markdown-it-py"),
    ("guessing encodings", "charset_normalizer", "charset-normalizer"),
    ("nearest sentences in drafts", "rapidfuzz", "rapidfuzz"),
    ("verifying PDF", "pypdf", "pypdf"),
    ("pages at the desk", "pypdfium2", "pypdfium2"),
    ("the desk (briefbook edit)", "starlette", "starlette"),
    ("the desk (briefbook edit)", "uvicorn", "uvicorn"),
)
_PROGRAMS = (
    ("soffice", "looking at slides without PowerPoint"),
    ("pdftoppm", "pages as pictures (make preview)"),
    ("git", "regeneration by pull request"),
)


def doctor_command(_: argparse.Namespace) -> int:
    """Print what is there and what is not; nothing here is needed for a build but the first lines."""
    for line in (*_program(), *_libraries(), *_programs(), *_folders()):
        print(line)
    return 0


def _ok(what: str, told: str) -> str:
    return f"ok       {what}: {told}"


def _missing(what: str, told: str) -> str:
    return f"missing  {what}: {told}"


def _program() -> Iterator[str]:
    yield _ok("Briefbook", f"{__version__}, {Path(__file__).resolve().parents[1]}")
    yield _ok("Python", f"{platform.python_version()}, {sys.executable}")
    for name in ("reportlab", "python-pptx", "matplotlib", "pyyaml", "babel", "uharfbuzz"):
        try:
            yield _ok(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield _missing(name, f"needed for every build: pip install {name}")


def _libraries() -> Iterator[str]:
    for what, module, name in _LIBRARIES:
        if find_spec(module) is None:
            yield _missing(what, f"pip install {name}")
        else:
            yield _ok(what, f"{name} {metadata.version(name)}")


def _programs() -> Iterator[str]:
    for name, what in _PROGRAMS:
        path = shutil.which(name)
        yield _ok(what, path) if path else _missing(what, f"{name} is not on PATH (optional)")


def _folders() -> Iterator[str]:
    from briefbook.cli.typefaces import lacking_typefaces
    from briefbook.stamp import cache_folder

    lacking = "; ".join(lacking_typefaces((Path("any.pptx"),)))
    what = "typefaces of the deck"
    yield _missing(what, lacking) if lacking else _ok(what, "found")
    cache = cache_folder()
    what = "cache folder"
    yield _ok(what, cache) if cache else _missing(what, "there is no home folder: nothing is kept")
