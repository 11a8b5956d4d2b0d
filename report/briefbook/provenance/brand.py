"""What a manifest says of the brand: its files, and what whoever verifies must know of its looks."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefbook.fingerprints import letter_fingerprints, part_fingerprint

if TYPE_CHECKING:
    from briefbook.brand.read import Brand

_FRAME = re.compile(
    r"ppt/(slideMasters|slideLayouts|notesMasters|theme)/[^/]+\.xml|ppt/(tableStyles|presProps|viewProps)\.xml"
)
"""Parts of a deck that depend on the brand, and on nothing that the briefing says."""


def brand_files(brand: Brand) -> dict[str, str]:
    """Return the hash of each file of a brand, by its name as the brand has it."""
    folder = brand.file.parent
    if not brand.package:
        return {path.relative_to(folder).as_posix(): sha256 for path, sha256 in brand.files}
    (own, own_hash), (home, _), *_ = brand.files
    return {own.name: own_hash} | {
        f"{brand.package}/{path.relative_to(home.parent).as_posix()}": sha256
        for path, sha256 in brand.files[1:]
    }


def brand_entry(
    brand: Brand, printed: dict[str, Any], outputs: dict[str, bytes], previous: dict[str, Any]
) -> dict[str, Any]:
    """Return the manifest's entry; what this build did not write is kept from `previous`."""
    kept = previous.get("brand", {})
    decks = [data for name, data in outputs.items() if Path(name).suffix == ".pptx"]
    text = json.dumps(printed, ensure_ascii=False)
    letters = {*text, *text.upper(), *map(chr, range(0x20, 0x7F))}
    faces = {file.name: file for file in brand.look.faces.values()}
    return {
        "name": brand.name,
        "files": brand_files(brand),
        "colours": {role: colour.value for role, colour in sorted(brand.colours.items())},
        "faces": {
            name: letter_fingerprints(file.data, (x for x in letters if len(x) == 1))
            for name, file in sorted(faces.items())
        },
        "frames": _frames(decks[0]) if decks else kept.get("frames", {}),
    }


def _frames(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = filter(_FRAME.fullmatch, package.namelist())
        return {name: part_fingerprint(name, package.read(name)) for name in names}
