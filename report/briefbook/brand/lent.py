"""Faces that lend letters: static TrueType and OpenType files in a folder that the user brings."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefbook.errors import BriefbookError, Problem, Problems, SourceLocation, Unreadable, WrongUse
from briefbook.sources.read import read_bytes
from briefbook.theme.look import LentFile

FOLDER = "fonts"
"""Beside briefing.yaml, looked for without being asked for."""
_ENDINGS = frozenset((".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".pfb"))
_MOST = 40
_BOLD = 600


def lent_of(seed: Path, chosen: Path | None = None) -> tuple[LentFile, ...]:
    """Return the faces in the folder `fonts` of a seed, or in the one that is chosen; by their names.

    Raises WrongUse where the chosen one is none, and Problems for every file that cannot lend: a collection, a variable or a web font, one that
    may not be embedded, and damage. Files of other kinds are passed over.
    """
    folder = chosen or seed / FOLDER
    if not folder.is_dir():
        if chosen:
            hint = "give a folder with .ttf or .otf files"
            raise WrongUse(f"--fonts {chosen}: there is no such folder", hint=hint)
        return ()
    found, problems = [], []
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    if len(paths) > _MOST:
        message = f"{len(paths)} typefaces, and {_MOST} are the most"
        place = SourceLocation(str(folder))
        raise Problems((Problem(place, message, "keep those that lend letters", "lent-face"),))
    for path in paths:
        try:
            state = path.stat()
            found.append(_read(path, state.st_mtime_ns, state.st_size))
        except BriefbookError as error:
            place = SourceLocation(str(path))
            problems.append(Problem(place, error.message, error.hint, "lent-face"))
    if problems:
        raise Problems(tuple(problems))
    return tuple(found)


def lent_inputs(
    seed: Path, chosen: Path | None, lent: tuple[LentFile, ...]
) -> Iterator[tuple[Path, str]]:
    """Yield what a build depends on: the folder, in which a face may appear, and the faces."""
    yield chosen or seed / FOLDER, ""
    yield from ((Path(file.path), file.sha256) for file in lent)


@lru_cache(maxsize=_MOST)
def _read(path: Path, _changed: int, _size: int) -> LentFile:
    """Return a face; the desk asks again and again for what stays the same."""
    from fontTools.ttLib import TTFont, TTLibError

    from briefbook.brand.typefaces import DAMAGE, MAX_FONT_BYTES, refuse, refuse_kinds

    data = read_bytes(path, MAX_FONT_BYTES)
    refuse_kinds(data)
    try:
        font = TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
        refuse(font)
        file = _file(font, path, data)
    except (TTLibError, *DAMAGE) as error:
        hint = "fetch it again from where it was published"
        raise Unreadable("the font is damaged", hint=hint) from error
    return file


def _file(font: Any, path: Path, data: bytes) -> LentFile:  # noqa: ANN401  fontTools has no types
    os2 = font["OS/2"]
    said = str(font["name"].getDebugName(6) or path.stem)
    name = "".join(x for x in said if (x.isascii() and x.isalnum()) or x == "-") or "Face"
    return LentFile(
        name,
        str(path),
        hashlib.sha256(data).hexdigest(),
        str(font["name"].getDebugName(16) or font["name"].getDebugName(1) or name),
        os2.usWeightClass >= _BOLD,
        bool(os2.fsSelection & 1 or font["head"].macStyle & 2),
        data,
    )
