"""What joins unlike quantities in a formula: declared conversions and reasons, in words to print."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.evidence.formulas import WorkedFormula
from briefbook.model import DeclaredConversion
from briefbook.values.dates import long_date
from briefbook.values.formatting import plain_number, unit_name


def bridge_words(formulas: Iterable[WorkedFormula]) -> tuple[str, ...]:
    """Return a sentence for each conversion and each reason that some formulas rest on, once each.

    “Converted at 1.11 US dollars for 1 euro (2015, European Central Bank).”
    “Compared across unlike measures: both count what was paid out.”
    """
    words: list[str] = []
    for formula in formulas:
        words += [_rate(conversion) for conversion in formula.conversions]
        if formula.across:
            reason = str(formula.across).strip().rstrip(".")
            words.append(f"Compared across unlike measures: {reason}.")
    return tuple(dict.fromkeys(words))


def _rate(declared: DeclaredConversion) -> str:
    source, target = unit_name(declared.from_.unit), unit_name(declared.to.unit)
    rate = f"{plain_number(declared.rate)} {target} for 1 {source.removesuffix('s')}"
    return f"Converted at {rate} ({long_date(declared.date)}, {declared.source})."
