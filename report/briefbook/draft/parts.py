"""What the rooms of a draft share: limits of length, ids, and the comments for the editor."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from briefbook.draft.rank import words_of
from briefbook.language.en.number_words import CARDINALS

_WORDS = tuple(CARDINALS)[:13]
"""Zero to twelve."""


@dataclass(frozen=True)
class Limits:
    """How long texts for slides may be, in letters, and how much an exhibit may show."""

    short: int = 128
    """A statement in a slide's table."""
    key: int = 92
    """A key point, which also stands in narrower places."""
    caption: int = 72
    """Under a big number."""
    headline: int = 86
    events: int = 14
    """Events of a timeline."""
    amounts: int = 8
    has_phases: bool = True


_TIGHT = (
    Limits(short=104, key=78, caption=58, headline=80, events=7, amounts=7),
    Limits(short=84, key=64, caption=46, headline=72, events=5, amounts=6),
    Limits(short=64, key=50, caption=36, headline=60, events=4, amounts=5, has_phases=False),
)
STEPS = (*(Limits(events=count) for count in (14, 10, 7)), *_TIGHT)
"""From the roomiest to the tightest: a draft is made with the first in which everything fits."""


@dataclass
class Names:
    """Gives each entry an id that says a little and stands once."""

    taken: set[str] = field(default_factory=set)
    skipped: frozenset[str] = frozenset()
    """Words that tell nothing here, such as the parties' names."""

    def name(self, text: str, *, prefix: str = "") -> str:
        """Return an id of up to three words that tell what a text is about."""
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        words = [word.strip("-") for word in words_of(plain) if word not in self.skipped]
        stem = "-".join(dict.fromkeys(words[:3])) or "statement"
        return self.reserve(f"{prefix}{re.sub('-+', '-', stem)}")

    def reserve(self, wanted: str) -> str:
        """Return the wanted id, with a number where it is taken."""
        id_, number = wanted, 2
        while id_ in self.taken:
            id_, number = f"{wanted}-{number}", number + 1
        self.taken.add(id_)
        return id_


@dataclass
class Remarks:
    """Comments by the entry that they stand before."""

    lines: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def head(self, top: str, id_: str, text: str) -> None:
        """Put a plain comment before an entry."""
        self.lines.setdefault((top, id_), []).append(text)

    def review(self, top: str, id_: str, text: str) -> None:
        """Ask the editor something before an entry."""
        self.lines.setdefault((top, id_), []).append(f"review: {text}")

    def frozen(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Return the comments as the emitter takes them."""
        return {key: tuple(lines) for key, lines in self.lines.items()}


def count_word(number: int) -> str:
    """Return a count as prose writes it: in words up to twelve, then in figures."""
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"


def listed(words: tuple[str, ...]) -> str:
    """Return words as a list: a, b and c."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
