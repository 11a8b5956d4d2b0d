"""What joins unlike quantities in a formula: declared conversions and reasons, in words to print."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.evidence.formulas import WorkedFormula
from briefbook.localization import translate
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
            words.append(translate("Compared across unlike measures: {reason}.", reason=reason))
    return tuple(dict.fromkeys(words))


def _rate(declared: DeclaredConversion) -> str:
    source, target = unit_name(declared.from_.unit), unit_name(declared.to.unit)
    return translate(
        "Converted at {rate} {target} for 1 {money} ({date}, {source}).",
        rate=plain_number(declared.rate), target=target, money=source.removesuffix("s"),
        date=long_date(declared.date), source=declared.source,
    )  # fmt: skip
