"""What a manifest says of the template that a deck stands on: its parts, and the inks of its slides."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from briefbook.deck.design import Design
from briefbook.fingerprints import part_fingerprint, presentation_fingerprint
from briefbook.ooxml import MAIN_PART
from briefbook.theme.deck import Ink, ThemeColour

_FRAME = re.compile(
    r"ppt/(slideMasters|slideLayouts|notesMasters|theme)/.+|ppt/(tableStyles|presProps|viewProps)\.xml"
)


def template_entry(design: Design, decks: list[bytes], previous: dict[str, Any]) -> dict[str, Any]:
    """Return the manifest's entry; what this build did not write is kept from `previous`."""
    foreign = design.foreign
    if foreign is None:
        raise TypeError("the deck has a design of our own")
    inks = {_key(tone): _lightness(tone, design) for tone in (design.inks or {}).values()}
    for mount in foreign.mounts.values():
        own = filter(None, (*mount.inks.values(), mount.foot_ink))
        inks |= {f"srgb {colour}": _shade(colour) for colour in own}
    feet = {f"srgb {mount.foot_ink}" for mount in foreign.mounts.values() if mount.foot_ink}
    kept = previous.get("template", {}).get("parts", {})
    return {
        "name": foreign.name,
        "sha256": foreign.sha256,
        "parts": dict(_parts(decks[0])) if decks else kept,
        "inks": {key: f"{value:.3f}" for key, value in sorted(inks.items())},
        **({"foot_inks": sorted(feet)} if feet else {}),
        "ground": f"{_lightness((design.inks or {})[Ink.WHITE], design):.3f}",
    }


def _key(tone: ThemeColour | str) -> str:
    if isinstance(tone, str):
        return f"srgb {tone}"
    return f"{tone.slot} {tone.lum_mod * 1000} {tone.lum_off * 1000}"


def _lightness(tone: ThemeColour | str, design: Design) -> float:
    return _shade(tone if isinstance(tone, str) else design.scheme[tone.slot])


def _shade(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each part that is the template's, with its hash; pictures as far as its own parts show them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        pictures: set[str] = set()
        for name in package.namelist():
            if not _FRAME.fullmatch(name):
                continue
            part = package.read(name)
            yield name, part_fingerprint(name, part)
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                found = (entry.get("Target", "") for entry in etree.fromstring(part))
                whole = (
                    posixpath.normpath(posixpath.join("/", folder, one)).lstrip("/")
                    for one in found
                )
                pictures |= {one for one in whole if one.startswith("ppt/media/")}
        for name in sorted(pictures):
            yield name, part_fingerprint(name, package.read(name))
        yield MAIN_PART, presentation_fingerprint(package.read(MAIN_PART))
