"""The ICC profile of a printing condition (ISO 15076-1): read as far as a PDF must name it."""

from __future__ import annotations

import io

from PIL import ImageCms

from briefbook.errors import Unreadable
from briefbook.frozen import dataclass

_SIGNATURE, _CLASS, _SPACE = slice(36, 40), slice(12, 16), slice(16, 20)
_COMPONENTS = {b"CMYK": 4, b"GRAY": 1, b"RGB ": 3}


@dataclass(frozen=True)
class Profile:
    """A printing condition."""

    data: bytes
    components: int
    """Inks: 4 for CMYK, 1 for grey, 3 for RGB."""
    name: str
    """What the profile calls itself."""
    condition: str
    """By which the registry of the ICC knows it; its own name if the brand gives none."""


def read_profile(data: bytes, condition: str) -> Profile:
    """Return the profile in a file's bytes; raises Unreadable for one that no printer has."""
    if data[_SIGNATURE] != b"acsp":
        raise Unreadable("this is no ICC profile", hint="ask the printer for the .icc file")
    if data[_CLASS] != b"prtr":
        hint = "ask for the profile of the printing condition, such as PSO coated v3"
        raise Unreadable("this profile is not of a printer", hint=hint)
    components = _COMPONENTS.get(data[_SPACE])
    if components is None:
        raise Unreadable("this profile is neither of CMYK, grey nor RGB")
    try:
        name = " ".join(ImageCms.getProfileDescription(io.BytesIO(data)).split())
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise Unreadable("the profile is damaged", hint="fetch it again") from error
    return Profile(data, components, name, condition or name)
