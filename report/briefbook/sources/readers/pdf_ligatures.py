"""Letters that a PDF loses where its typeface joins two or three: inancial, oten, hese.

Such a file names the joined letters by their last one, or not at all, and nothing in it says so. What
tells are common words without these letters. They are marked, not mended: what a file does not say
is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from briefbook.sources.reading import LOST, Block

_JOINED = ("ffi", "ffl", "ff", "fi", "fl", "ft", "Th")
_WORDS = """
affect affected benefit benefits beneficiaries certified classified conflict conflicts defined definition difference differences
different difficult effect effective effects efficiency efficient effort efforts field figure figures finally finance financial
financing findings first fiscal flexible identified influence inflation offer offered offers office officer official officials often
reflect reflects significant significantly specific specified sufficient traffic These Therefore Three Through after
""".split()  # fmt: skip
_LEAST = 2
"""Different words that lack their letters; one may be a slip of whoever wrote it."""
_WORD = re.compile(r"[A-Za-z]{3,}")
_SHOWN = 4


@cache
def _torn() -> dict[str, str]:
    """Return common words without their joined letters, with the sign in their place."""
    found: dict[str, str] = {}
    for word in _WORDS:
        for joined in _JOINED:
            if joined in word:
                head, _, tail = word.partition(joined)
                found[f"{head}{joined[-1]}{tail}"] = f"{head}{LOST}{joined[-1]}{tail}"
                if len(head) + len(tail) > _SHOWN:
                    found[f"{head}{tail}"] = f"{head}{LOST}{tail}"
                break
    return found


_ENDINGS = ("ally", "ing", "ed", "ly", "al", "es", "s", "d")
_OPENING = re.compile(r"(?:^|(?<=[.!?] ))(?=(?:he|his|hey|hese|hose|here|hen|hus|hrough|hree) )")
"""Where a sentence begins with what is left of The, This, They."""


def _marked(text: str) -> str:
    """Return a text of a file that loses letters, with a sign where words that are known lack them."""
    return _OPENING.sub(LOST, _WORD.sub(_whole, text))


def _whole(match: re.Match[str]) -> str:
    word, torn = match[0], _torn()
    if word in torn:
        return torn[word]
    stems = ((word.removesuffix(end), end) for end in _ENDINGS if word.endswith(end))
    return next((f"{torn[stem]}{end}" for stem, end in stems if stem in torn), word)


def mark_lost_letters(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], str]:
    """Return the blocks with a sign where joined letters are lost, and what to say of it; as they are where none are."""
    torn = _torn()
    told = [word for block in blocks for word in _WORD.findall(block.text) if word in torn]
    if len(set(told)) < _LEAST:
        return tuple(blocks), ""
    shown = ", ".join(f"“{word}”" for word in [*dict.fromkeys(told)][:_SHOWN])
    marked = tuple(replace(block, text=_marked(block.text)) for block in blocks)
    return marked, (
        f"letters are lost where the typeface joins them ({shown}): compare each quote with the file, or run OCR"
    )
