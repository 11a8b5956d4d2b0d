"""One seed's briefing.yaml under the hands of an editor: changed, undone, and others' changes told.

There is one writer at a time, and none that overwrites: each change is made on the file as it is
then, and only if the statement is still what the editor saw.
"""

from __future__ import annotations

import hashlib
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path as FilePath
from types import MappingProxyType

from briefbook.errors import BriefbookError, Problems, SourceLocation, Unwritable, WrongUse
from briefbook.model.briefing import ANSWER
from briefbook.model.mentions import path_of
from briefbook.model.migrate import upgrade
from briefbook.model.nodes import compose
from briefbook.model.reader import MODEL, model_bytes, read_form
from briefbook.model.yaml_changes import Change, Data, Path, at, change, data_of
from briefbook.output import held, write_held
from briefbook.sources.read import utf8_text

_MOST_UNDONE = 200


class Overtaken(BriefbookError):
    """The statement is not what the editor saw any more; nothing was written."""

    exit_code = 1


class Session:
    """Reads and changes one seed's file; not for two threads at once."""

    def __init__(self, seed: FilePath) -> None:
        """Take a seed folder; raises Unreadable if there is no briefing."""
        self.seed = seed
        self.path = seed / MODEL
        self._undo: list[tuple[str, str]] = []
        """(hash of the text that a change left, the text before it)."""
        self.seen = digest(self.text())

    def text(self) -> str:
        """Return what the file holds now."""
        return utf8_text(model_bytes(self.seed), self.path)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def is_overtaken(self) -> bool:
        """Tell, once, whether somebody else has written the file since it was last looked at."""
        try:
            now = digest(self.text())
        except BriefbookError:  # what is wrong with it is shown in place of the statements
            now = ""
        is_other = now != self.seen
        self.seen = now
        return is_other

    def apply(
        self,
        edit: Callable[[Data], Iterable[Change]],
        id_: str = "",
        was: str | None = None,
        files: Mapping[str, bytes] = MappingProxyType({}),
    ) -> bool:
        """Make the changes of an edit and write the file; tell whether there were any.

        `files` are written with it, by name; none that is there already is overwritten.
        `was` is the mark of the statement as the editor saw it (`mark_of`). Raises Overtaken if it
        has another now, Problems if the briefing would have no form any more, WrongUse and
        Unwritable likewise before anything is written.
        """
        with held(self.seed):
            text = self.text()
            data = data_of(text)
            if was is not None and was != mark_of(data, id_):
                raise Overtaken(
                    f"“{id_}” has been changed meanwhile, in another window or by another program; "
                    "nothing was written",
                    hint="look at it as it is now, and say it again",
                )
            if "format" not in data and upgrade(compose(text, str(self.path)))[1]:
                raise WrongUse(
                    "this briefing is written in an older format",
                    hint=f"first: briefbook migrate {self.seed}",
                )
            changes = tuple(edit(data))
            if not changes:
                return False
            taken = next((name for name in files if (self.seed / name).exists()), "")
            if taken:
                raise WrongUse(f"{self.seed / taken} exists already", hint="choose another id")
            self._write(text, change(text, changes, str(self.path)), files)
        return True

    def undo(self) -> None:
        """Take the last change back; raises Overtaken if somebody else has written since."""
        if not self._undo:
            raise WrongUse("there is nothing to take back")
        left, before = self._undo[-1]
        with held(self.seed):
            if digest(self.text()) != left:
                raise Overtaken(
                    "the file has been changed by somebody else since; nothing was taken back",
                    hint="change it by hand, or take it back there",
                )
            self._put(before)
        self._undo.pop()
        self.seen = digest(before)

    def _put(self, text: str, files: Mapping[str, bytes] = MappingProxyType({})) -> None:
        """Write a text, behind the byte order mark that some editors set."""
        mark = BOM_UTF8 if model_bytes(self.seed).startswith(BOM_UTF8) else b""
        write_held(self.seed, {**files, MODEL: mark + text.encode()})

    def _write(self, old: str, new: str, files: Mapping[str, bytes]) -> None:
        try:
            read_form(new, str(self.path))
        except Problems as error:
            first = error.problems[0]
            raise Unwritable(
                f"that would be no briefing any more: {first.message}; nothing was written",
                hint=first.hint,
                place=SourceLocation(str(self.path)),
            ) from error
        self._put(new, files)
        self.seen = digest(new)
        self._undo = [*self._undo, (self.seen, old)][-_MOST_UNDONE:]


def digest(text: str) -> str:
    """Return a mark of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def mark_of(data: Data, id_: str) -> str:
    """Return a mark of all that a file says of a statement; empty for one that it has not."""
    path = place_of(data, id_)
    return digest(json.dumps(at(data, path), ensure_ascii=False)) if path else ""


def place_of(data: Data, id_: str) -> Path | None:
    """Return the path of a statement, or of the answer; None if there is none with the id."""
    return path_of(data, id_) or (("bottom_line",) if id_ == ANSWER else None)
