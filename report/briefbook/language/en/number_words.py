"""The words of numbers, from their tables, and what a numeral is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from briefbook.frozen import dataclass
from briefbook.language.en.tables import rows


class Form(StrEnum):
    """What sort of numeral it is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    """Of a whole: a third, 2 in 3."""
    MULTIPLE = "multiple"
    """Of something else: doubled, fivefold."""
    VAGUE = "vague"
    """Of a size rather than a number: dozens, tens of thousands."""


@dataclass(frozen=True)
class Numeral:
    """A numeral: its value with its scale, the value of one unit of its last digit, its scale."""

    start: int
    end: int
    value: Decimal
    step: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    form: Form = Form.CARDINAL
    is_figure: bool = False


def _of_kind(kind: str) -> dict[str, Decimal]:
    return {
        row["word"]: Decimal(row["value"]) for row in rows("number_words") if row["kind"] == kind
    }


def _scales(column: str) -> dict[str, Decimal]:
    return {
        word.replace("_", " "): Decimal(row["value"])
        for row in rows("scales")
        for word in row[column].split()
    }


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longest first.

    Those with one first letter stand together: at most places of a text no other is tried then.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(re.escape(word)), re.escape(word))):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(a)}(?:{'|'.join(rests)})" for a, rests in by_letter.items())


CARDINALS, ORDINALS, PARTS, MULTIPLES = map(_of_kind, ("cardinal", "ordinal", "part", "multiple"))
SCALES, VAGUE, LETTERS = map(_scales, ("words", "vague", "letters"))
TENS = frozenset(word for word, value in CARDINALS.items() if 20 <= value < 100)  # noqa: PLR2004
HUNDRED, THOUSAND = Decimal(100), Decimal(1000)

SCALE = (
    any_of(word for word in SCALES if word != "gross").replace("'", "['’]")
    + r"|gross(?=\sof\s[a-z])"  # of pencils; not gross tons, nor a gross of $5
)


def last_digit(part: Decimal) -> Decimal:
    """Return the step of a part such as 0.25; a third has no last digit and is read as hundredths."""
    exponent = int(part.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(max(exponent, -3 if exponent > -4 else -2))  # noqa: PLR2004


def scale_of(words: str) -> Decimal | None:
    """Return what a scale multiplies by; None for another word."""
    return SCALES.get(" ".join(words.split()).replace("’", "'"))
