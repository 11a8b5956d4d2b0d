"""A small seed that builds at once: what `briefbook new` gives a beginner to change.

It is about an invented country, so that nobody mistakes it for fact.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from briefbook.errors import SourceLocation, WrongUse
from briefbook.model.schema import schema_line
from briefbook.output import is_vacant, write_together

_FILES = ("briefing.yaml", "source.txt", "grants.csv")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def make_seed(folder: Path) -> tuple[Path, ...]:
    """Make a seed folder from the example and return its files.

    Raises WrongUse when the name will not do or the folder is there and not empty.
    """
    name = folder.resolve().name
    if not _NAME.fullmatch(name):
        hint = "use small letters, digits and hyphens, such as my-briefing"
        raise WrongUse(f"“{name}” cannot name a briefing", hint=hint)
    if not is_vacant(folder):
        raise WrongUse(
            "this exists already and is not empty",
            place=SourceLocation(str(folder)),
            hint="choose another name",
        )
    contents = {file: (files(__package__) / file).read_bytes() for file in _FILES}
    # The example's own first line leads from the package to the schema; a seed has another way.
    _, _, model = contents[_FILES[0]].partition(b"\n")
    contents[_FILES[0]] = f"{schema_line(folder)}\n".encode() + model
    write_together(folder, contents)
    return tuple(folder / file for file in _FILES)
