"""Which blocks of a page are its main text, as Trafilatura finds it; the others stay for quoting.

Trafilatura is an extra: without it, what the reader's own rules keep is the text. It is asked for
words only, never for dates, which it would guess.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

from briefbook.sources.reading import Block, BlockKind

NOT_MAIN = "not the main text of the page"
_MOST_LETTERS = 3_000_000
_LEAST_SHARE = 0.2
"""Of the letters of all paragraphs; where less is found, the page is none that Trafilatura knows."""
_LEAST_LETTERS = 200
_HEAD = 80
_WORD = re.compile(r"\w+")


def mark_main(blocks: Sequence[Block], page: str) -> tuple[Block, ...]:
    """Return the blocks of a page, those that are not its main text marked as such."""
    try:
        import trafilatura
    except ImportError:
        return tuple(blocks)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = None
    if len(page) <= _MOST_LETTERS:
        found = trafilatura.extract(page, include_comments=False, include_tables=True)
    main = _plain(found or "")
    told = [_plain(block.text) in main for block in blocks]
    texts = [b for b in blocks if b.kind is not BlockKind.HEADING]
    total = sum(len(block.text) for block in texts)
    kept = sum(len(b.text) for b, is_main in zip(blocks, told, strict=True) if is_main)
    if len(main) < _LEAST_LETTERS or kept < _LEAST_SHARE * total:
        return tuple(blocks)
    return tuple(
        block
        if block.aside or _is_main(block, main, is_told=is_told)
        else replace(block, aside=NOT_MAIN)
        for block, is_told in zip(blocks, told, strict=True)
    )


def _is_main(block: Block, main: str, *, is_told: bool) -> bool:
    """Tell whether a block stands in the main text, as it is or in pieces, as rows of tables do."""
    if is_told:
        return True
    words = _plain(block.text)
    if block.kind is BlockKind.ROW:
        cells = [_plain(cell) for cell in block.text.split("|")]
        return bool(cells) and all(cell in main for cell in cells)
    return len(words) > _HEAD and (words[:_HEAD] in main or words[-_HEAD:] in main)


def _plain(text: str) -> str:
    """Return the words of a text with single spaces between them."""
    return " ".join(_WORD.findall(text))
