"""What was written into the fields of a PDF form: text of the source that no page's own text holds."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from briefbook.sources.reading import CELLS, Block, BlockKind, one_line

MAX_FIELDS = 2_000
_OFF = ("/Off", "Off", "/", "")
_BUTTON, _PUSH = "/Btn", 1 << 16


def form_fields(data: bytes) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the filled fields as rows of name and value, and what to say of the form."""
    try:
        fields = PdfReader(io.BytesIO(data)).get_fields() or {}
        values = [(name, value) for name, value in _values(fields) if name]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return (), (
            "a form whose fields cannot be read: look whether something is written in them",
        )
    filled = [(name, value) for name, value in values if value][:MAX_FIELDS]
    if not values:
        return (), ()
    if not filled:
        return (), (
            f"an empty form: none of its {len(values):,} fields is filled in, so only what is printed was read",
        )
    rows = tuple(Block(BlockKind.ROW, f"{name}{CELLS}{value}") for name, value in filled)
    told = f"a form: {len(filled):,} of its {len(values):,} fields are filled in, and stand after its text"
    return rows, (told,)


def _values(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each field that somebody can fill in."""
    for key, field in fields.items():
        kind = str(field.get("/FT", ""))
        if not kind or (kind == _BUTTON and int(field.get("/Ff", 0)) & _PUSH):
            continue
        name = one_line(str(field.get("/TU") or key.rpartition(".")[2])).replace("|", "/")
        value = field.get("/V")
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        words = one_line("" if value is None else str(value)).replace("|", "/")
        if kind == _BUTTON:
            words = (
                ""
                if words in _OFF
                else "yes"
                if words.lstrip("/") in ("Yes", "On", "1")
                else words.lstrip("/")
            )
        yield name, words
