"""Localization: the words, dates and numbers that Briefbook itself prints, in the briefing's language.

Composers write English and have it translated (`translate`, `translate_count`); what an author wrote
is never touched. Catalogues are data, a file a language (`fr.toml`). Plural forms, names of months
and currencies, and separators are CLDR's, by Babel. A language without a catalogue prints English
words. Which language is printed is told once for a whole run (`localized`), as GNU gettext and
Django do: every plan of one run is in one language.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field
from decimal import Decimal
from functools import cache
from typing import Literal

from briefbook.frozen import dataclass

ENGLISH = "en_US"
CATALOGUES = ("fr", "ru")
"""Languages that Briefbook's own words are translated into."""
Width = Literal["wide", "abbreviated"]
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Catalogue:
    """What is printed for an English text in one language."""

    locale: str = ENGLISH
    """As Babel names it."""
    words: dict[str, str] = field(default_factory=dict)
    plurals: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the English plural, a text for each of CLDR's categories: one, few, many, other."""
    elided: dict[str, str] = field(default_factory=dict)
    """What words become before a vowel: `de ` is `d’`."""
    unelided: str = ""
    """A pattern of words before which they stay, vowel or not."""


_ENGLISH_WORDS = Catalogue()
_current: ContextVar[Catalogue] = ContextVar("catalogue", default=_ENGLISH_WORDS)


def language_of(tag: str) -> str:
    """Return the language of a tag: `fr` of `fr-CA`."""
    return tag.partition("-")[0].lower()


def is_english(tag: str) -> bool:
    """Tell whether a language tag is one of English."""
    return language_of(tag) == "en"


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language: the empty one, which prints English, if there is none."""
    if language not in CATALOGUES:
        return _ENGLISH_WORDS
    import tomllib
    from importlib.resources import files

    text = files("briefbook.localization").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    elision = data.get("elision", {})
    return Catalogue(
        language, data["words"], data["plurals"], elision.get("before_a_vowel", {}), elision.get("not_before", "")
    )  # fmt: skip


@contextmanager
def localized(tag: str) -> Iterator[None]:
    """Print in the language of a tag such as `fr-CA` from here to the end of the block."""
    token = _current.set(catalogue(language_of(tag)))
    try:
        yield
    finally:
        _current.reset(token)


def locale() -> str:
    """Return the language that is printed, as Babel names it: `en_US`, `fr`."""
    return _current.get().locale


def translate(english: str, **values: object) -> str:
    """Return an English text in the language that is printed; names in braces take the values.

    translate("Prepared for {name}", name="the minister")
    """
    text = _current.get().words.get(english, english)
    return _filled(text, values) if values else text


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values; in French “de” before one that begins with a vowel is “d’”."""
    current = _current.get()
    for word, short in current.elided.items():
        for name in _NAMES.findall(text) if word in text else ():
            value = str(values.get(name, ""))
            if _begins_with_vowel(value) and not re.match(current.unelided, value, re.IGNORECASE):
                text = re.sub(rf"\b{word}(?=\{{{name}\}})", short, text)
    return text.format(**values)


_NAMES = re.compile(r"\{(\w+)\}")


def _begins_with_vowel(text: str) -> bool:
    from unicodedata import normalize

    return normalize("NFD", text[:1]).lower()[:1] in tuple("aeiouhœæ")


def translate_count(one: str, many: str, count: float | Decimal, **values: object) -> str:
    """Return the singular or plural of an English text for a count, which takes the place of `{n}` unless a value does.

    translate_count("{n} change", "{n} changes", 21) is “21 изменение” in Russian, by CLDR's categories.
    """
    current = _current.get()
    forms = current.plurals.get(many)
    if forms is None:
        return (one if count == 1 else many).format(**{"n": count, **values})
    from babel import Locale

    category = Locale.parse(current.locale).plural_form(count)
    return _filled(forms.get(category, forms["other"]), {"n": count, **values})


def labelled(label: object, text: object) -> str:
    """Return a text behind its label: `Cost: $3M`, in French `Cost : $3M`."""
    return translate("{label}: {text}", label=label, text=text)


def quoted(words: object) -> str:
    """Return words in the quotation marks of the language: “…”, in French « … »."""
    return translate("“{words}”", words=words)


def day_of_month(day: int) -> str:
    """Return the number of a day as a date has it: in French the first is the `1er`."""
    return translate("1") if day == 1 else str(day)


def localized_number(english: str) -> str:
    """Return a number such as `1,234.5` with the separators of the language that is printed."""
    group, decimal = _separators(locale())
    if (group, decimal) == (",", "."):
        return english
    return english.translate({ord(","): group, ord("."): decimal})


def decimal_mark() -> str:
    """Return what stands between a number and its decimals in the language that is printed: 12.5, 12,5."""
    return _separators(locale())[1]


@cache
def _separators(name: str) -> tuple[str, str]:
    if name == ENGLISH:
        return ",", "."
    from babel.numbers import get_decimal_symbol, get_group_symbol

    # CLDR's narrow space is in few typefaces.
    group = get_group_symbol(name).replace("\N{NARROW NO-BREAK SPACE}", _NO_BREAK)
    return group, get_decimal_symbol(name)


@cache
def month_names(
    name: str, width: Width, context: Literal["format", "stand-alone"]
) -> tuple[str, ...]:
    """Return the twelve months: `wide` or `abbreviated`, for use in a date (`format`) or alone."""
    if name == ENGLISH:  # as CLDR has them, without loading time zones
        names = calendar.month_name if width == "wide" else calendar.month_abbr
        return tuple(names[1:])
    from babel.dates import get_month_names

    months = get_month_names(width, context, name)
    return tuple(months[number].rstrip(".") for number in range(1, 13))


def short_month(month: int) -> str:
    """Return the short name of a month, from 1, as labels have it."""
    if locale() == ENGLISH:
        return calendar.month_abbr[month]
    return month_names(locale(), "abbreviated", "format")[month - 1]
