"""Letters that the paper cannot print are told where they stand, not by a failure while rendering."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter

from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Alias, Omission
from briefbook.model.evidence import Feed
from briefbook.model.locations import within
from briefbook.model.nodes import LocatedStr
from briefbook.pdf.coverage import unprintable

_NEVER_PRINTED = (Alias, Omission, Feed)
_NOT_PRINTED = frozenset(
    ("file", "url", "sha256", "documents", "prefix", "suffix", "column", "sheet", "state_by")
)
"""Fields by which something is found: a file, a quote in its source, a cell in its sheet."""
_SHOWN = 3
"""Letters that a message names of those that a text holds."""


def check_faces(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each text with a letter that no embedded face has."""
    seen: set[SourceLocation] = set()
    for text in _texts(resolved.briefing):
        letters = unprintable(text)
        place = within(text, text.find(letters[0]), text.place) if letters else text.place
        if letters and place not in seen:
            seen.add(place)
            named = ", ".join(map(_named, letters[:_SHOWN]))
            others = f" and {len(letters) - _SHOWN} more" if len(letters) > _SHOWN else ""
            yield Problem(
                place,
                f"the paper has no face for {named}{others}",
                "put a typeface that has them, as a .ttf or .otf file, into the folder fonts beside "
                "briefing.yaml (or name its folder: --fonts); else quote around the word with […]",
                "no-face",
            )


def _named(letter: str) -> str:
    """Return a letter with its code point and name: “س” (U+0633 ARABIC LETTER SEEN)."""
    name = unicodedata.name(letter, "a control character or unassigned")
    shown = f"“{letter}” " if letter.isprintable() else ""
    return f"{shown}(U+{ord(letter):04X} {name})"


def _texts(value: object) -> Iterator[LocatedStr]:
    """Yield every text of the model that can stand on a page, in its order."""
    left = [value]
    while left:
        value = left.pop()
        if isinstance(value, LocatedStr):
            yield value
        elif isinstance(value, tuple):
            left += filter(None, value[::-1])
        elif printed := _printed_fields(type(value)):  # type: ignore[arg-type]  # a class is hashable
            left += filter(None, printed(value))  # most fields are empty


@cache
def _printed_fields(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """Return what gives the fields of a class of the model that can hold what is printed, the last first."""
    if not is_dataclass(kind) or issubclass(kind, _NEVER_PRINTED):
        return None
    names = [field.name for field in fields(kind) if field.name not in _NOT_PRINTED][::-1]
    if len(names) < _SEVERAL:
        return lambda value: tuple(getattr(value, name) for name in names)
    return attrgetter(*names)


_SEVERAL = 2
"""Names from which `attrgetter` gives a tuple."""
