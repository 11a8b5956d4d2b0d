"""A plan as indented text, so that it can be read, compared and kept as a golden file."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from enum import Enum
from typing import TypeGuard

from briefbook.text import Citation, Link, Run, Style, Tag, Text
from briefbook_figures.display_list import DisplayList

_STYLES = {Style.STRONG: "**", Style.EMPHASIS: "_", Style.MUTED: "~", Style.PLAIN: ""}


def plan_text(plan: object) -> str:
    """Return a plan as text: a line a value, indented by depth; empty and default values left out."""
    return "\n".join(_lines(plan, 0)) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(value, DisplayList):
        yield f"{pad}Picture {value.width_pt:g} x {value.height_pt:g}"
    elif isinstance(value, tuple):
        for item in value:
            yield from _lines(item, depth)
    elif dataclasses.is_dataclass(value):
        yield f"{pad}{type(value).__name__}"
        for field in dataclasses.fields(value):
            yield from _field(field, getattr(value, field.name), depth + 1)
    else:
        yield f"{pad}{_plain(value)}"


def _field(field: dataclasses.Field[object], value: object, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if value == field.default or value in ((), ""):
        return
    if _is_text(value):
        yield f"{pad}{field.name}: {inline(value)}"
    elif isinstance(value, tuple) or dataclasses.is_dataclass(value):
        yield f"{pad}{field.name}:"
        yield from _lines(value, depth + 1)
    else:
        yield f"{pad}{field.name}: {_plain(value)}"


def _is_text(value: object) -> TypeGuard[Text]:
    return (
        isinstance(value, tuple)
        and bool(value)
        and all(isinstance(part, Run | Citation | Link | Tag) for part in value)
    )


def inline(text: Text) -> str:
    """Return inline text with its marks: **strong**, [7], <REPORTED>."""
    out = []
    for part in text:
        match part:
            case Run():
                out.append(f"{_STYLES[part.style]}{part.text}{_STYLES[part.style]}")
            case Citation():
                out.append(f"[{part.number}]")
            case Link():
                out.append(f"<{part.text}>({part.target})")
            case Tag():
                out.append(f"<{'view' if part.is_flag else part.kind.upper()}>")
    return "".join(out)


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes, SHA-256 {hashlib.sha256(value).hexdigest()[:16]}"
    return str(value.value if isinstance(value, Enum) else value)
