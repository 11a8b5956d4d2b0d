"""Number formatting: how quantities print in prose, in labels, on axes and in tables.

One place decides signs, separators, scales and decimals, from the data: a value other than zero is
never printed as zero, and two values that differ are never printed alike. Names and symbols of
currencies and the separators are CLDR's, by Babel.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from briefbook.frozen import dataclass, replace
from briefbook.localization import ENGLISH, locale, localized_number, translate, translate_count
from briefbook.values.basis import Basis, PriceBase
from briefbook.values.currencies import COMMON_CURRENCIES
from briefbook.values.quantity import Bound, Quantity
from briefbook.values.units import Unit, UnitType

MINUS = "−"
_SCALES = (
    (Decimal(10**12), "trillion", "T"),
    (Decimal(10**9), "billion", "B"),
    (Decimal(10**6), "million", "M"),
    (Decimal(10**3), "thousand", "K"),
)
_THOUSAND = Decimal(1000)
_MOST_DECIMALS = 12
"""More decimals than any figure of a briefing has; quotients end here."""


def exact_text(value: Decimal, form: str = "f") -> str:
    """Return a value in full: no exponent, no zeros that say nothing; `form` is `,f` for commas too."""
    text = format(value, form)
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_number(value: Decimal) -> str:
    """Return a number in full: commas for thousands, no exponent, no trailing zeros, a true minus."""
    text = exact_text(abs(value), ",f")
    return f"{MINUS if value < 0 and text != '0' else ''}{localized_number(text)}"


@dataclass(frozen=True)
class NumberFormat:
    """How the numbers of one axis, column or row of labels print: all in one scale, alike in decimals."""

    factor: Decimal = Decimal(1)
    """What a value is divided by: 1,000,000 for millions."""
    decimals: int = 0
    prefix: str = ""
    """Such as `$`."""
    suffix: str = ""
    """Such as `M` or `%`."""

    def rounded(self, value: Decimal) -> Decimal:
        """Return a value in the format's scale, rounded half away from zero."""
        return (value / self.factor).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    def number(self, value: Decimal) -> str:
        """Return a value without its unit: `1,234.5`; `0` for zero, `<0.1` for what would round to it."""
        if not value:
            return "0"
        rounded = self.rounded(value)
        if not rounded:
            step = localized_number(f"{Decimal(1).scaleb(-self.decimals):f}")
            return f"<{step}" if value > 0 else f">{MINUS}{step}"
        return f"{MINUS if rounded < 0 else ''}{localized_number(f'{abs(rounded):,f}')}"

    def label(self, value: Decimal) -> str:
        """Return a value with its unit, as short as charts need it: `$16.5M`, `12.4%`, `412`, `0`."""
        if not value:
            return "0"
        number = self.number(value)
        for sign in (f">{MINUS}", "<", MINUS):
            if number.startswith(sign):
                return f"{sign}{self.prefix}{number.removeprefix(sign)}{self.suffix}"
        return f"{self.prefix}{number}{self.suffix}"

    @property
    def code(self) -> str:
        """The format as spreadsheets write it, with parts for positive, negative and zero.

        `"$"#,##0.0,,"M";"−$"#,##0.0,,"M";"0"`: each comma at the end divides by a thousand.
        Only `<0.1` has no code: such a label is written out.
        """
        thousands = (len(f"{self.factor:f}") - 1) // 3
        places = "." + "0" * self.decimals if self.decimals else ""
        digits = f"#,##0{places}{',' * thousands}"
        before, below = (_in_code(sign + self.prefix) for sign in ("", MINUS))
        after = _in_code(self.suffix)
        return f'{before}{digits}{after};{below}{digits}{after};"0"'


def _in_code(words: str) -> str:
    return f'"{words}"' if words else ""


def choose_format(
    values: Iterable[Decimal], unit: Unit, labelled: Iterable[Decimal] | None = None
) -> NumberFormat:
    """Return the format in which some values of one unit print.

    The scale is that of the largest value, or one smaller where that would leave most below a
    tenth. The decimals are the fewest with which half of the `labelled` values (all, if not given)
    show two digits or more and no two different ones print alike.
    """
    known = tuple(values)
    shown = frozenset(known if labelled is None else labelled)
    factor = _factor(known, unit)
    format_ = NumberFormat(factor, 0, unit_sign(unit), unit_mark(unit, factor))
    most = min(_needed(shown, factor), _MOST_DECIMALS)
    choices = (replace(format_, decimals=decimals) for decimals in range(most))
    return next(
        (choice for choice in choices if _says_enough(shown, choice)),
        replace(format_, decimals=most),
    )


def format_of(quantity: Quantity) -> NumberFormat:
    """Return the format in which one quantity prints in full: `$16.5M`, `412 ships`."""
    unit = quantity.unit
    ends = (quantity.number,) if quantity.to is None else (quantity.number, quantity.to)
    factor = _own_factor(ends[-1], unit)
    mark = unit_mark(unit, factor)
    if unit.type is UnitType.COUNT:
        mark = f"{mark} {unit_name(unit)}"
    return NumberFormat(factor, _needed(ends, factor), unit_sign(unit), mark)


_SCALED = (UnitType.CURRENCY, UnitType.COUNT, UnitType.NUMBER, UnitType.PHYSICAL)
"""Units whose numbers may be given in thousands or millions."""


def _own_factor(number: Decimal, unit: Unit) -> Decimal:
    """Return the scale in which a single number is told: thousands only if they are whole ones."""
    if unit.type not in _SCALED:
        return Decimal(1)
    return next(
        (size for size, _, _ in _SCALES if abs(number) >= size and (size != _THOUSAND or not abs(number) % size)),
        Decimal(1),
    )  # fmt: skip


def _factor(values: tuple[Decimal, ...], unit: Unit) -> Decimal:
    sizes = sorted(abs(value) for value in values if value)
    if not sizes or unit.type not in _SCALED:
        return Decimal(1)
    largest, middle = sizes[-1], sizes[len(sizes) // 2]
    for at, (factor, _, _) in enumerate(_SCALES):
        # Numbers up to 9,999 are read as they are.
        if largest >= factor * (10 if factor == _THOUSAND else 1):
            if middle >= factor / 10:
                return factor
            return _SCALES[at + 1][0] if at + 1 < len(_SCALES) else Decimal(1)
    return Decimal(1)


def _needed(values: Iterable[Decimal], factor: Decimal) -> int:
    """Return how many decimals show every value exactly."""
    exponents = [int((value / factor).normalize().as_tuple().exponent) for value in values if value]
    return max((max(0, -exponent) for exponent in exponents), default=0)


def _says_enough(values: frozenset[Decimal], format_: NumberFormat) -> bool:
    """Tell whether different values print differently, and half of them with two digits or more."""
    if len({format_.number(value) for value in values}) < len(values):
        return False
    sizes = sorted(abs(value / format_.factor) for value in values if value)
    if not sizes:
        return True
    # 165 is enough; of 16.5 and 1.65 one decimal is told, of 0.0165 three.
    middle = sizes[len(sizes) // 2].scaleb(format_.decimals)
    return middle >= (_TWO_DIGITS if format_.decimals else _THREE_DIGITS)


_TWO_DIGITS, _THREE_DIGITS = 10, 100


def unit_sign(unit: Unit) -> str:
    """Return what stands before a number of a unit: `$`, `€`, `TJS ` with its space; empty if nothing."""
    if unit.type is not UnitType.CURRENCY or locale() != ENGLISH:
        return ""
    symbol = _currency_symbol(unit.name, ENGLISH)
    return f"{symbol} " if symbol[-1:].isalpha() else symbol


@cache
def _currency_symbol(code: str, language: str) -> str:
    if language == ENGLISH and code in COMMON_CURRENCIES:
        return COMMON_CURRENCIES[code][0]
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(code, language)


@cache
def _currency_name(code: str, language: str) -> str:
    """Return a currency's name in the plural, as it stands behind “millions of”."""
    if language == ENGLISH and code in COMMON_CURRENCIES:
        return COMMON_CURRENCIES[code][1]
    from babel.numbers import get_currency_name

    return get_currency_name(code, count=_MANY, locale=language)


_MANY = 5
"""A number whose plural is that of “millions of dollars” in every language with a catalogue."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


def unit_mark(unit: Unit, factor: Decimal = Decimal(1)) -> str:
    """Return what stands right behind a number in a label: `M`, `%`, ` km`; empty for counts."""
    scale = next((translate(letter) for size, _, letter in _SCALES if size == factor), "")
    match unit.type:
        case UnitType.CURRENCY if locale() != ENGLISH:
            return f"{scale}{_NO_BREAK}{_currency_symbol(unit.name, locale())}"
        case UnitType.PERCENT:
            return translate("%")
        case UnitType.MULTIPLE:
            return f"{scale}×"
        case UnitType.PERCENTAGE_POINT:
            return translate(" pp")
        case UnitType.PHYSICAL:
            return f"{scale} {unit.name}"
        case _:
            return scale


def unit_name(unit: Unit) -> str:
    """Return a unit in words, in the plural: `US dollars`, `percent of adults`, `ships`, `km`."""
    name = str(unit)
    if unit.type is UnitType.CURRENCY:
        name = _currency_name(unit.name, locale())
    elif unit.type is UnitType.PERCENTAGE_POINT:
        name = translate("percentage points")
    elif unit.type is UnitType.PERCENT:
        name = name.replace("percent", translate("percent"), 1)
    elif unit.type is UnitType.COUNT:
        name = unit.name
    elif unit.type is UnitType.MULTIPLE:
        name = translate("times")
    if unit.per and not name.endswith(f" per {unit.per}"):
        return translate("{name} per {period}", name=name, period=translate(unit.per))
    return name


def scale_name(factor: Decimal) -> str:
    """Return a factor in words: `millions`; empty for one."""
    return next((translate(f"{word}s") for size, word, _ in _SCALES if size == factor), "")


def measure_name(unit: Unit, basis: Basis, factor: Decimal = Decimal(1)) -> str:
    """Return what figures are in, for axis titles and table headers.

    measure_name(USD, constant 2024, millions)   `millions of constant 2024 US dollars`
    measure_name(ships)                          `ships`
    """
    name = unit_name(unit)
    if isinstance(basis.prices, PriceBase) and unit.type is UnitType.CURRENCY:
        prices = "constant {year} {money}" if basis.prices.year else "current {money}"
        name = translate(prices, year=basis.prices.year, money=name)
    scale = scale_name(factor)
    return translate("{scale} of {name}", scale=scale, name=name) if scale else name


def measure_words(unit: Unit, basis: Basis) -> str:
    """Return all that is declared of figures, in words, for tables of sources and data.

    `obligated, constant 2024 US dollars, fiscal years from October`
    """
    kind = basis.calendar.years if basis.calendar else ""
    return ", ".join(filter(None, (basis.measure, measure_name(unit, basis), kind)))


_PROSE_BOUNDS = {
    Bound.EXACT: "", Bound.BETWEEN: "", Bound.ABOUT: "about ", Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ", Bound.UP_TO: "up to ", Bound.LESS_THAN: "less than ",
}  # fmt: skip


def prose(quantity: Quantity) -> str:
    """Return a quantity as running text prints it: `$16.5 million`, `about 12.4 percent`, `412 ships`."""
    return _spelled(quantity, is_short=False)


def short(quantity: Quantity) -> str:
    """Return a quantity as a label prints it: `$16.5M`, `12.4%`, `412`."""
    return _spelled(quantity, is_short=True)


def _spelled(quantity: Quantity, *, is_short: bool) -> str:
    unit = quantity.unit
    ends = [quantity.number, *(() if quantity.to is None else (quantity.to,))]
    factor = _own_factor(ends[-1], unit)
    is_dollar = unit.type is UnitType.CURRENCY and locale() == ENGLISH
    if not is_short and factor == _THOUSAND and not is_dollar:
        factor = Decimal(1)  # 35,000 trucks
    word = next((word for size, word, _ in _SCALES if size == factor), "")
    signs = MINUS if ends[0] < 0 else ""
    numbers = "–".join(plain_number(abs(end) / factor) for end in ends)
    text = f"{signs}{unit_sign(unit)}{numbers}"
    if is_short:
        return f"{text}{unit_mark(unit, factor)}"
    return f"{translate(_PROSE_BOUNDS[quantity.bound])}{text}{_of_scale(word, ends[-1] / factor, _counted(unit, abs(ends[-1])))}"


def _of_scale(word: str, number: Decimal, name: str) -> str:
    """Return what stands behind a number: ` million ships`, in French ` million de navires` or ` millions`."""
    if not word:
        return name
    scale = translate_count(word, word, abs(number))
    if locale() == ENGLISH or not name:
        return f" {scale}{name}"
    return f" {translate('{scale} of {name}', scale=scale, name=name.strip())}"


def _counted(unit: Unit, number: Decimal) -> str:
    """Return what a number counts, as it stands behind that number."""
    match unit.type:
        case UnitType.CURRENCY | UnitType.YEAR:
            money = f" {unit_name(replace(unit, per=''))}" if locale() != ENGLISH else ""
            per = translate("{name} per {period}", name="", period=translate(unit.per))
            return f"{money}{per}" if unit.per else money
        case UnitType.NUMBER:
            return ""
        case UnitType.PERCENT:
            return f" {translate_count('percent', 'percent', number)}"
        case UnitType.MULTIPLE:
            return f" {translate_count('times', 'times', number)}"
        case _:
            return f" {unit_name(unit)}"
