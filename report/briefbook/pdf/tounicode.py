"""Maps from codes to the characters that they stand for (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from collections.abc import Sequence

_BLOCK = 100
"""The most entries that a character map may have in one block."""


def character_map(texts: Sequence[str], code_bytes: int = 1) -> str:
    """Return a character map: texts by their codes, from 0 in one byte, from 1 in two; none for an empty one."""
    digits = 2 * code_bytes
    rows = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, code_bytes - 1)
        if text
    ]
    blocks = [rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<{'00' * code_bytes}> <{'FF' * code_bytes}>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
