"""A lie: what it changes in which file of a seed, and where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefbook.errors import SourceLocation
from briefbook.evidence.resolve import resolve
from briefbook.model import Briefing
from briefbook.model.locations import within
from briefbook.model.nodes import LocatedStr
from briefbook.model.reader import MODEL
from briefbook.text import StatementType


@dataclass(frozen=True)
class Edit:
    """Text of a file replaced at an offset."""

    file: str
    offset: int
    old: str
    new: str


@dataclass(frozen=True)
class Lie:
    """One small lie: its kind, and the edits that tell it."""

    kind: str
    edits: tuple[Edit, ...]
    rehash: str = ""
    """Name of a file whose hash is recorded again after it was edited."""

    @property
    def key(self) -> str:
        """A number that orders lies without favour, the same on every run."""
        return hashlib.sha256(repr((self.kind, self.edits)).encode()).hexdigest()

    def __str__(self) -> str:
        """Return what is changed into what."""
        return "; ".join(f"{e.file}@{e.offset}: “{e.old}” → “{e.new}”" for e in self.edits)


@dataclass(frozen=True)
class Told:
    """A text of a statement, as the file has it, with the statement's kind and evidence."""

    text: LocatedStr
    kind: StatementType
    name: str
    supporting: tuple[str, ...]
    is_computed: bool
    is_name: bool


class Seed:
    """A true seed: its folder, its briefing, and its files as text."""

    def __init__(self, folder: Path, briefing: Briefing) -> None:
        """Read the files that lies will change."""
        self.folder = folder
        self.briefing = briefing
        self.files = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*"))
            if path.suffix in (".yaml", ".txt", ".csv") and "__pycache__" not in path.parts
        }
        self.told = tuple(self._told())

    def _told(self) -> Iterator[Told]:
        seen: set[SourceLocation] = set()
        for assertion in resolve(self.briefing).assertions:
            for text in assertion.texts:
                if isinstance(text, LocatedStr) and text.place not in seen:
                    seen.add(text.place)
                    yield Told(
                        text, assertion.kind, assertion.name, assertion.supporting,
                        bool(assertion.computed), assertion.is_name,
                    )  # fmt: skip

    def offset(self, place: SourceLocation, file: str = MODEL) -> int:
        """Return the offset of a place in a file."""
        lines = self.files[file].splitlines(keepends=True)
        return sum(map(len, lines[: place.line - 1])) + place.column - 1

    def edit(self, text: LocatedStr, start: int, old: str, new: str) -> Edit | None:
        """Return the edit of a word of a text; None where a line break or an escape is in the way."""
        at = self.offset(within(text, start, text.place))
        if self.files[MODEL][at : at + len(old)] != old or not old:
            return None
        return Edit(MODEL, at, old, new)

    def applied(self, lie: Lie) -> dict[str, str]:
        """Return the files that a lie changes, changed."""
        changed: dict[str, str] = {}
        for edit in sorted(lie.edits, key=lambda edit: -edit.offset):
            text = changed.get(edit.file, self.files[edit.file])
            assert text[edit.offset : edit.offset + len(edit.old)] == edit.old, lie
            changed[edit.file] = (
                text[: edit.offset] + edit.new + text[edit.offset + len(edit.old) :]
            )
        if lie.rehash:
            old = hashlib.sha256(self.files[lie.rehash].encode()).hexdigest()
            new = hashlib.sha256(changed[lie.rehash].encode()).hexdigest()
            changed[MODEL] = changed.get(MODEL, self.files[MODEL]).replace(old, new)
        return changed
