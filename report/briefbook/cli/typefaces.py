"""Whether this machine can draw a deck in the typefaces that it names, or in look-alikes of the same widths."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefbook.theme.deck import BODY_FACE, DISPLAY_FACE

_TWINS = {DISPLAY_FACE: "Caladea", BODY_FACE: "Carlito"}


def lacking_typefaces(files: Iterable[Path], sent: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield how to get the look-alikes, where a deck was built and fontconfig knows none.

    `sent` are the typefaces of a brand that the deck names.
    """
    if not any(file.suffix == ".pptx" for file in files) or not shutil.which("fc-list"):
        return
    known = _installed()
    if known is None:
        return
    missing = [face for face in sent if face not in known]
    if missing:
        named = " and ".join(missing)
        yield (
            f"the deck is set in {named}, which this machine lacks: it is drawn in other letters here, "
            "and wherever the typeface is not installed"
        )
    if sent:
        return
    lacking = [face for face, twin in _TWINS.items() if known.isdisjoint((face, twin))]
    if lacking:
        named = " and ".join(lacking)
        twins = " and ".join(_TWINS[face] for face in lacking)
        yield (
            f"the deck is set in {named}, which PowerPoint has and this machine lacks: LibreOffice "
            f"will draw it in wider letters. {twins} look like them (docs/fonts.md)"
        )


def _installed() -> frozenset[str] | None:
    """Return the names of all families that fontconfig knows, in all their languages; None if it fails.

    One question for all faces: to ask what each would be drawn with starts a program for each.
    """
    import subprocess  # loaded for decks alone: a paper brings its faces

    command = ["fc-list", "--format", r"%{family}\n", ":", "family"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(name.strip() for line in done.stdout.splitlines() for name in line.split(","))
