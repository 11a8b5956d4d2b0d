"""Templates of others, made by hand: python-pptx's own, one with strange names, a POTX, a dark one, a hard one."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pptx

DEFAULT = Path(pptx.__file__).parent / "templates" / "default.pptx"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_POTX = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
Change = Callable[[str, bytes], bytes]


def repacked(data: bytes, change: Change) -> bytes:
    """A package with its parts changed; an empty one is left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if made := change(name, old.read(name)):
                new.writestr(name, made)
    return buffer.getvalue()


def default() -> bytes:
    return DEFAULT.read_bytes()


def as_potx(data: bytes) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        return part.replace(_MAIN.encode(), _POTX.encode()) if name.startswith("[Content") else part

    return repacked(data, change)


_STRANGE = {
    b"Title Slide": "Öffnung α".encode(), b"Title and Content": b"X-17 (do not delete!)", b"Two Content": "左右".encode(),
    b"Title Only": b"99", b"Blank": b"", b"Section Header": b"zzz",
}  # fmt: skip


def with_strange_names(data: bytes) -> bytes:
    """No layout says its type, and none has a name that says anything."""

    def change(name: str, part: bytes) -> bytes:
        if not name.startswith("ppt/slideLayouts/slide"):
            return part
        for old, new in _STRANGE.items():
            part = part.replace(b'name="' + old + b'"', b'name="' + new + b'"')
        for kind in (
            "title",
            "obj",
            "secHead",
            "twoObj",
            "twoTxTwoObj",
            "titleOnly",
            "blank",
            "objTx",
            "picTx",
        ):
            part = part.replace(f'type="{kind}" preserve'.encode(), b"preserve")
        return part

    return repacked(data, change)


def dark(data: bytes) -> bytes:
    """Light text on a dark ground, in wide slides, without a place for a footer."""

    def change(name: str, part: bytes) -> bytes:
        if name.startswith(("ppt/slideMasters/slide", "ppt/slideLayouts/slide")):
            part = part.replace(
                b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
                b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
            )
            part = re.sub(
                rb"<p:sp>(?:(?!</p:sp>).)*?type=\"(?:ftr|dt|sldNum)\".*?</p:sp>",
                b"",
                part,
                flags=re.DOTALL,
            )
        if name == "ppt/presentation.xml":
            part = part.replace(
                b'cx="9144000" cy="6858000" type="screen4x3"', b'cx="12192000" cy="6858000"'
            )
        return part

    return repacked(data, change)


_RUN_OF_COLOURS = (
    b'<p:bg><p:bgPr><a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0"><a:srgbClr val="102040"/></a:gs>'
    b'<a:gs pos="100000"><a:srgbClr val="E0E8F0"/></a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
    b"<a:effectLst/></p:bgPr></p:bg>"
)


def hard(data: bytes) -> bytes:
    """A ground that runs from dark to light, titles in its own colour, and hardly room for content."""

    def change(name: str, part: bytes) -> bytes:
        if name.startswith(("ppt/slideMasters/slide", "ppt/slideLayouts/slide")):
            part = re.sub(rb"<p:bg>.*?</p:bg>", _RUN_OF_COLOURS, part, flags=re.DOTALL)
            part = part.replace(b'cy="4525963"', b'cy="900000"')
            style = rb"(<p:titleStyle>.*?)<a:schemeClr val=\"tx1\"/>"
            part = re.sub(style, rb'\1<a:srgbClr val="78848F"/>', part, flags=re.DOTALL)
        return part

    return repacked(data, change)


@cache
def made_templates() -> tuple[Path, ...]:
    """The templates as files."""
    folder = Path(tempfile.mkdtemp(prefix="briefbook-templates-"))
    made = {
        "default.pptx": default(), "firm.potx": as_potx(default()), "strange.pptx": with_strange_names(default()),
        "dark.pptx": dark(default()), "hard.pptx": hard(default()),
    }  # fmt: skip
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in made)
