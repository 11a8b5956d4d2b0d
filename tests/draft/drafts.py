"""Sources for drafts, and drafts made of them in memory."""

from __future__ import annotations

import hashlib
import os
import pickle
from functools import lru_cache
from pathlib import Path

from briefbook.checks import check
from briefbook.draft.corpus import Material, Text, gather
from briefbook.draft.validate import Tried, read_back, try_draft
from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import resolve
from briefbook.language.document import Document
from briefbook.model import Briefing
from briefbook.sources.source_text import About, SourceText
from tests import shipped
from tests.seeds import EXAMPLE, ROOT, TAJIKISTAN

SAMPLES = (
    TAJIKISTAN / "source.txt",
    EXAMPLE / "source.txt",
    *sorted((ROOT / "tests" / "sources" / "samples").glob("*.txt")),
)
"""Whole documents of the genre."""
UNSEEN = tuple(sorted((ROOT / "tests" / "sources" / "unseen").glob("*.txt")))
"""Others, written by somebody who had not seen the rules: a draft of them may leave warnings."""


def source(text: str, *, id_: str = "source", title: str = "") -> Text:
    """Return a source that holds a text."""
    document = Document(f"{id_}.txt", text, hashlib.sha256(text.encode()).hexdigest())
    return Text(id_, f"{id_}.txt", f"{id_}.txt", SourceText(document, "text", about=About(title)))


def material(*texts: str, title: str = "") -> Material:
    """Return what a draft of some texts is made from."""
    several = len(texts) > 1
    return gather(
        tuple(
            source(text, id_=f"source-{n}" if several else "source", title=title)
            for n, text in enumerate(texts, 1)
        )
    )


def drafted(*texts: str, title: str = "") -> Tried:
    """Return a draft of some texts; several tests look at the same one."""
    return _drafted(texts, title, os.environ.get("SOURCE_DATE_EPOCH"))


@lru_cache(maxsize=64)
def _drafted(texts: tuple[str, ...], title: str, today: str | None) -> Tried:
    """Return a draft, made once for all processes of a run: several files of tests look at the same samples."""
    name = hashlib.sha256(repr((texts, title, today)).encode()).hexdigest()
    file = shipped.room() / f"{name}.draft"
    if file.exists():
        made: Tried = pickle.loads(file.read_bytes())  # noqa: S301  our own, of this run
        return made
    made = try_draft(material(*texts, title=title), None, "seeds/example")
    aside = file.with_suffix(f".{os.getpid()}")
    aside.write_bytes(pickle.dumps(made))
    aside.replace(file)
    return made


def briefing_of(tried: Tried) -> Briefing:
    """Return a draft as it is read back from its file."""
    return read_back(tried.text, tried.found.material)


def problems_of(tried: Tried) -> tuple[Problem, ...]:
    """Return what stops the build of a draft."""
    return tuple(p for p in _checked(tried) if p.severity is Severity.ERROR)


def warnings_of(tried: Tried) -> tuple[Problem, ...]:
    """Return what the checks only hint at."""
    return tuple(p for p in _checked(tried) if p.severity is Severity.WARNING)


_CHECKED: dict[tuple[str, ...], tuple[Problem, ...]] = {}


def _checked(tried: Tried) -> tuple[Problem, ...]:
    key = (tried.text, *(text.document.text for text in tried.found.material.texts))
    if key not in _CHECKED:
        _CHECKED[key] = check(resolve(briefing_of(tried)))
    return _CHECKED[key]


def words(path: Path) -> str:
    """Return a sample's text."""
    return path.read_text(encoding="utf-8")


def in_a_long_source(text: str) -> str:
    """Return a text with so much beside it that its draft is not told whole, and nothing in it to date or count."""
    things = "hill river wood lake marsh island beach cliff meadow valley orchard garden mill barn path bridge".split()
    told = (
        f"The {thing} lies behind the {other}, and the people of the {third} walk around it in the rain and the fog."
        for thing, other, third in zip(
            things, things[1:] + things[:1], things[5:] + things[:5], strict=True
        )
    )
    return f"{text}\n\n" + "\n\n".join(told)
