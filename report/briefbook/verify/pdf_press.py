"""Files for printers: boxes and printing condition held against the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from briefbook.theme.faces import COLOUR_PROFILE
from briefbook.theme.press import BLEED_PT

Press = dict[str, Any]
"""What the ledger has of a printer's file."""
Object = Any
"""An object of pypdf."""
_SLACK = 0.02


def press_keys(press: Press | None) -> dict[str, str]:
    """Return the entries that a page for a printer has beside others'."""
    return {"/TrimBox": "", "/BleedBox": ""} if press else {}


def space_keys(press: Press | None) -> dict[str, str]:
    """Return likewise those of its resources."""
    return {"/ColorSpace": ""} if press and press["profile"] else {}


def press_intent(press: Press) -> dict[str, str]:
    """Return what a file for a printer says of its colours."""
    name = str(press["condition"])
    return {"/S": "/GTS_PDFX", "/Info": name, "/OutputConditionIdentifier": name}


def press_page_faults(page: Object, own: Object, press: Press) -> Iterator[str]:
    """Yield where the boxes of a page, or the meaning of its colours, are not as they were built."""
    (width, height), edge = press["trim"], float(press["edge"])
    outer = edge - BLEED_PT
    wanted = {
        "/MediaBox": (0, 0, width + 2 * edge, height + 2 * edge),
        "/TrimBox": (edge, edge, edge + width, edge + height),
        "/BleedBox": (outer, outer, edge + width + BLEED_PT, edge + height + BLEED_PT),
    }
    for name, box in wanted.items():
        has = [float(value) for value in page.get(name, ())]
        if len(has) != len(box) or any(abs(a - b) > _SLACK for a, b in zip(has, box, strict=True)):
            yield f"a page with another {name[1:]}"
    spaces = own["/ColorSpace"].get_object() if "/ColorSpace" in own else {}
    for name in spaces:
        kind, *rest = spaces[name].get_object()
        data = rest[0].get_object().get_data() if rest else b""
        is_srgb = hashlib.sha256(data).hexdigest() == srgb_hash()
        if str(name) != "/DefaultRGB" or str(kind) != "/ICCBased" or not is_srgb:
            yield f"the colours {str(name)[1:]}"


@cache
def srgb_hash() -> str:
    """Return the hash of the profile that all colours are given in."""
    file = resources.files("briefbook").joinpath("fonts", COLOUR_PROFILE)
    return hashlib.sha256(file.read_bytes()).hexdigest()
