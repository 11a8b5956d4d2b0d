"""What the manifests of a folder say of their briefings: title, edition, answer, and which files are there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from briefbook.errors import Problem, Severity, SourceLocation, Unreadable
from briefbook.frozen import dataclass
from briefbook.language.phrases import counted
from briefbook.manifest import DOCUMENTS, SEAL, output_name, seal_of
from briefbook.values.dates import long_date, parse_date
from briefbook.version import __version__

_MOST_BYTES = 50 * 1024 * 1024
_CALLED = {
    "paper": "Paper (PDF)", "deck": "Slides (PPTX)", "slides": "Slides (PDF)", "handout": "Handout (PDF)",
    "page": "Evidence (HTML)", "print": "For the printer (PDF)",
}  # fmt: skip


@dataclass(frozen=True)
class Link:
    """A file of a briefing."""

    called: str
    target: str
    """From the index, as an address: `tajikistan-us.pdf`."""


@dataclass(frozen=True)
class Entry:
    """A briefing of the folder."""

    id: str
    title: str
    edition: str
    """In words: 23 November 2026."""
    created: str
    status: str
    form: str
    """`brief` or `short`; empty for the full form."""
    statements: int
    """How many are in print."""
    bottom_line: str
    links: tuple[Link, ...]
    lang: str


@dataclass(frozen=True)
class Index:
    """What the page says, in the order of titles."""

    title: str
    entries: tuple[Entry, ...]
    lang: str = "en"

    subject = "An index of briefings"
    author = ""
    keywords: tuple[str, ...] = ("briefing", "index")
    creator = f"Briefbook {__version__}"

    @property
    def created(self) -> str:
        """The newest edition: the only clock."""
        return max(entry.created for entry in self.entries)

    @property
    def summary(self) -> str:
        """How many there are, and of what time."""
        count = len(self.entries)
        newest = max(self.entries, key=lambda entry: entry.created).edition
        oldest = min(self.entries, key=lambda entry: entry.created).edition
        when = f"of {newest}" if newest == oldest else f"from {oldest} to {newest}"
        return f"{counted(count, 'briefing')}, {'edition' if count == 1 else 'editions'} {when}"


def read_folder(folder: Path, title: str, out: Path) -> tuple[Index, tuple[Problem, ...]]:
    """Return the index of a folder, and warnings of manifests that are left out or have been changed.

    Raises Unreadable where there is no such folder, and where it holds no briefing.
    """
    if not folder.is_dir():
        raise Unreadable("there is no such folder", place=SourceLocation(str(folder)))
    found: list[Entry] = []
    warnings: list[Problem] = []
    for path in sorted(folder.glob("*.json")):
        data = _manifest(path, warnings)
        if data is None:
            continue
        try:
            found.append(_entry(data, folder, out))
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            warnings.append(_warning(path, f"this manifest cannot be listed: {error}"))
    if not found:
        raise Unreadable(
            "no briefing in this folder", place=SourceLocation(str(folder)),
            hint="give the folder that builds wrote to; its manifests are called ID.json",
        )  # fmt: skip
    found.sort(key=lambda entry: (entry.title.casefold(), entry.form, entry.id))
    return Index(title, tuple(found)), tuple(warnings)


def _manifest(path: Path, warnings: list[Problem]) -> dict[str, Any] | None:
    """Return a manifest's data; None for a JSON file of another sort."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            warnings.append(_warning(path, "larger than any manifest; it is left out"))
            return None
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        warnings.append(_warning(path, "cannot be read as JSON; it is left out"))
        return None
    if not isinstance(data, dict) or SEAL not in data or "outputs" not in data:
        return None
    if data[SEAL] != seal_of(data):
        warnings.append(
            _warning(path, "was changed since it was built; what is listed of it may be wrong")
        )
    return data


def _warning(path: Path, message: str) -> Problem:
    hint = "build the briefing again"
    return Problem(SourceLocation(str(path)), message, hint, "index", severity=Severity.WARNING)


def _entry(data: dict[str, Any], folder: Path, out: Path) -> Entry:
    created, form = str(data["created"]), str(data.get("variant", ""))
    answers = [fact["texts"][0] for fact in data["facts"] if fact["statement"] == "bottom-line"]
    printed = (fact for fact in data["facts"] if fact["pages"] or fact["slides"])
    named = {fact["statement"] for fact in printed if fact["statement"]}
    return Entry(
        str(data["id"]), str(data["title"]), long_date(parse_date(created[:10])), created,
        str(data["status"]), form, len(named), str(answers[0]) if answers else "",
        tuple(_links(data, output_name(str(data["id"]), form), folder, out)), str(data.get("lang", "")),
    )  # fmt: skip


def _links(data: dict[str, Any], name: str, folder: Path, out: Path) -> Iterator[Link]:
    """Yield the files that are there, in the order of the documents; the manifest last."""
    way = PurePosixPath(Path(os.path.relpath(folder, out)).as_posix())
    for kind, form in DOCUMENTS.items():
        file = form.format(name)
        if file in data["outputs"] and (folder / file).is_file():
            yield Link(_CALLED.get(kind, kind.capitalize()), quote(str(way / file)))
    yield Link("Manifest (JSON)", quote(str(way / f"{name}.json")))
