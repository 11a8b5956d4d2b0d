"""Whether the quotes contradict a number that they do not have, or only leave it open.

A number cannot be true of the quotes where they have another one of its kind in its place. Where the statement uses
every number of its kind that they have, it adds one: worked out in several steps, or from another passage. Who
wrote it is warned, and not refused.
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.checks.addresses import masked
from briefbook.evidence.readings import Evidence
from briefbook.evidence.spans import told_duration
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction

FEW = 12
"""Up to here a number may count what the quotes name one by one."""
_NEAR = Decimal("0.1")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_CURRENCY = len("EUR")


def has_rival(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether the quotes have another number of its kind, which the statement does not use.

    A time's kind has only those of its unit, a count's none of measures, a fraction's no percentages.
    """
    told = told_duration(text, number)
    is_count = not number.unit and number.value <= FEW and text[number.start].isalpha()
    return any(
        other.unit == number.unit
        and not (is_count and told is None and (other.value > FEW or other.value % 1))
        and (told is None or _unit_of_time(said_in, other) == told.unit)
        for said_in, other in _unused(text, evidence)
    )


def is_contradicted(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether an amount, a share or a large number stands in the place of another one of the quotes.

    A fraction in figures stands in the place of any number. Of the same figures in another scale or currency one is
    false. A number that rounds a quoted one beyond what the rules for rounding allow is loose, and not another one.
    """
    if _is_like_year(number, text) and evidence.dates:
        return True
    if not number.unit and any(
        o.value == number.value and o.unit == "%" for _, o in evidence.numbers
    ):
        return False  # “wind made 18 percent, water 14”
    if _is_in_other_scale(number, text, evidence):
        return True
    told = told_duration(text, number)
    rivals = [
        other
        for said_in, other in _unused(text, evidence)
        if number.unit in (other.unit, "/") or _are_currencies(number, other)
        if told is None or _unit_of_time(said_in, other) == told.unit
    ]
    return bool(rivals) and not any(_rounds(number, other) for other in rivals)


def is_nearly_part(number: FoundNumber, evidence: Evidence) -> bool:
    """Tell whether a fraction without “about” is what a percentage nearly makes: two thirds of 67 percent."""
    return number.unit == "/" and any(
        said.unit == "%" and is_nearly_fraction(number.value, said.value / 100)
        for _, said in evidence.numbers
    )


def _unused(text: str, evidence: Evidence) -> list[tuple[str, FoundNumber]]:
    """Return the numbers of the quotes, with their passages, that a statement does not say."""
    own = find_numbers(masked(text))
    return [
        (said_in, other)
        for said_in, other in evidence.numbers
        if not any(mine.is_same(other) for mine in own)
    ]


def _is_like_year(number: FoundNumber, text: str) -> bool:
    is_plain = not number.unit and number.to is None and "," not in text[number.start : number.end]
    return is_plain and _FIRST_YEAR <= number.value <= _LAST_YEAR


def _is_in_other_scale(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    mine = _figures(text[number.start : number.end])
    return bool(mine) and any(
        _figures(said_in[other.start : other.end]) == mine for said_in, other in evidence.numbers
    )


def _figures(words: str) -> str:
    return "".join(filter(str.isdigit, words)).strip("0")


def _are_currencies(one: FoundNumber, other: FoundNumber) -> bool:
    return len(one.unit) == len(other.unit) == _CURRENCY


def _rounds(number: FoundNumber, other: FoundNumber) -> bool:
    """Tell whether a number with “about” or “almost” is a rounder one, near a quoted one: “almost 500” of 462."""
    if not (number.bound and other.value and other.unit == number.unit and other.to is None):
        return False
    return _round_digits(number.value) < _round_digits(other.value) and (
        abs(number.value / other.value - 1) <= _NEAR
    )


def _round_digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _unit_of_time(text: str, number: FoundNumber) -> str:
    duration = told_duration(text, number)
    return duration.unit if duration else ""
