"""What can go wrong between a plan and its pages.

    BriefbookError
    ├── Unprintable   a text holds a character that cannot be printed
    ├── BrokenPlan    the plan contradicts itself: a link to nowhere, a file that is not attached
    └── Untagged      text was about to be drawn that no reader of the structure would find

A block that is taller than a page raises `briefbook.errors.DoesNotFit`.
"""

from __future__ import annotations

import unicodedata

from briefbook.errors import BriefbookError

_SHOWN = 60
"""Characters of a text that an error message quotes."""


class Unprintable(BriefbookError):
    """A text holds a control character, or one that none of the embedded faces has."""

    exit_code = 1

    def __init__(self, char: str, text: str) -> None:
        """Name the character and the text around it."""
        at = max(0, text.find(char) - _SHOWN // 2)
        shown = "".join(c if c.isprintable() else "␦" for c in text[at : at + _SHOWN])
        name = unicodedata.name(char, "a control character or unassigned")
        super().__init__(
            f"U+{ord(char):04X} ({name}) cannot be printed; it stands in “{shown}”",
            hint="name a folder of typefaces that have it (--fonts DIR), or replace this character",
        )
        self.char = char


class BrokenPlan(BriefbookError):
    """The plan of the paper contradicts itself; the composition is at fault, not the briefing."""


class Untagged(BriefbookError):
    """Text was drawn outside of the structure, where no screen reader would find it."""
