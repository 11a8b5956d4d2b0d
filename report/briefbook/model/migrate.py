"""Migration of briefing.yaml from format 1 to format 2, in memory and in the file alike.

Format 2 declares what format 1 left to words: money in any currency (`value: EUR 4.5 million` for
`usd:`), a unit apart from price base and kind of year, and names that say what they hold:

    usd: 36_000_000                  value: USD 36 million
    kind: Construction (an amount's) measure: Construction
    unit: constant 2024 US dollars   unit: USD, prices: constant 2024
    year: fiscal                     calendar: fiscal
    value: net_oda (a series')       column: net_oda
    rests_on:                        supported_by:

A file of format 1 is read as if it had been migrated; every node keeps its place, so messages
point at what the author wrote. `briefbook migrate` splices the same changes into the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from decimal import Decimal, InvalidOperation
from functools import cache

from briefbook.frozen import dataclass, replace
from briefbook.language.en import currencies
from briefbook.localization import ENGLISH
from briefbook.model.briefing import FORMAT
from briefbook.model.nodes import Mapping, Node, Scalar, Sequence, compose
from briefbook.model.yaml_edit import Addition, Replacement, splice
from briefbook.values.currencies import currency_codes
from briefbook.values.formatting import MINUS, plain_number


@dataclass
class _Upgrade:
    """Nodes of format 2 in the making, and the same changes as edits of the text."""

    edits: list[Replacement | Addition] = field(default_factory=list)

    def key(self, key: Scalar, name: str) -> Scalar:
        self.edits.append(Replacement(key.place, name))
        return replace(key, text=name)

    def value(self, value: Scalar, text: str) -> Scalar:
        self.edits.append(Replacement(value.place, text))
        return replace(value, text=text)

    def added(self, after: Scalar, key: str, text: str) -> tuple[Scalar, Scalar]:
        self.edits.append(Addition(after.place, key, text))
        return Scalar(key, after.place), Scalar(text, after.place)


def upgrade(root: Mapping) -> tuple[Mapping, tuple[Replacement | Addition, ...]]:
    """Return a file's nodes in format 2, and the edits of its text that make it so.

    A file that names its format is returned as it is, without edits.
    """
    if any(key.text == "format" for key, _ in root.items):
        return root, ()
    work = _Upgrade()
    parts: dict[str, Callable[[_Upgrade, Node], Node]] = {
        "amounts": _each(_amount),
        "series": _each(_series),
    }
    items = []
    for key, value in root.items:
        changed = _renamed(work, value)
        if key.text in parts:
            changed = parts[key.text](work, changed)
        items.append((key, changed))
    edits = sorted(work.edits, key=lambda edit: isinstance(edit, Addition))
    return Mapping(tuple(items), root.place), tuple(edits)


def migrate(text: str, file: str) -> str:
    """Return the text of a briefing.yaml in the newest format, comments and layout kept.

    Raises Problems for a text that is no YAML, Unwritable where a value cannot be replaced.
    """
    root, edits = upgrade(compose(text, file))
    if any(key.text == "format" for key, _ in root.items):
        return text
    return format_line(splice(text, edits, file))


def format_line(text: str) -> str:
    """Return the text of a file with `format: 2` as its first field."""
    lines = text.splitlines(keepends=True)
    at = next(
        (n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith(("#", "---", "%"))),
        len(lines),
    )  # fmt: skip
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    return "".join((*lines[:at], f"format: {FORMAT}{end}", *lines[at:]))


def _renamed(work: _Upgrade, node: Node) -> Node:
    """Rename the fields that have the same new name everywhere."""
    if isinstance(node, Sequence):
        return Sequence(tuple(_renamed(work, item) for item in node.items), node.place)
    if isinstance(node, Mapping):
        return Mapping(
            tuple(
                (work.key(key, "supported_by") if key.text == "rests_on" else key, _renamed(work, value))
                for key, value in node.items
            ),
            node.place,
        )  # fmt: skip
    return node


def _each(change: Callable[[_Upgrade, Mapping], Mapping]) -> Callable[[_Upgrade, Node], Node]:
    """Return what changes each entry of a list, or of a mapping by id."""

    def changed(work: _Upgrade, node: Node) -> Node:
        if isinstance(node, Sequence):
            items = (change(work, i) if isinstance(i, Mapping) else i for i in node.items)
            return Sequence(tuple(items), node.place)
        if isinstance(node, Mapping):
            pairs = ((k, change(work, v) if isinstance(v, Mapping) else v) for k, v in node.items)
            return Mapping(tuple(pairs), node.place)
        return node

    return changed


def _amount(work: _Upgrade, node: Mapping) -> Mapping:
    items: list[tuple[Scalar, Node]] = []
    for key, value in node.items:
        if key.text == "usd" and isinstance(value, Scalar):
            items.append((work.key(key, "value"), work.value(value, _dollars(value.text))))
        elif key.text == "kind":
            items.append((work.key(key, "measure"), value))
        else:
            items.append((key, value))
    return Mapping(tuple(items), node.place)


def _dollars(text: str) -> str:
    """Return a number of dollars as format 2 writes it: USD 16.5 million; as it is if it is none."""
    try:
        number = Decimal(text.replace("_", "").replace(",", ""))
    except InvalidOperation:
        return f"USD {text}"
    if not number.is_finite():
        return f"USD {text}"
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if abs(number) >= size:
            return f"USD {plain_number(number / size)} {word}".replace(MINUS, "-")
    return f"USD {plain_number(number)}".replace(MINUS, "-")


def _series(work: _Upgrade, node: Mapping) -> Mapping:
    items: list[tuple[Scalar, Node]] = []
    for key, value in node.items:
        if key.text == "year":
            items.append((work.key(key, "calendar"), value))
        elif key.text == "value":
            items.append((work.key(key, "column"), value))
        elif key.text == "unit" and isinstance(value, Scalar):
            unit, prices = legacy_unit(value.text)
            changed = value if unit == value.text else work.value(value, unit)
            items.append((key, changed))
            if prices:
                items.append(work.added(value, "prices", prices))
        else:
            items.append((key, value))
    return Mapping(tuple(items), node.place)


_PRICES = re.compile(
    r"\b(?:(?:at|in)\s+)?(constant(?:\s+\d{4})?|current)(?:\s+prices)?\b", re.IGNORECASE
)
"""“constant 2024 US dollars”, “US dollars, current prices”, “euros at constant 2015 prices”."""


def legacy_unit(text: str) -> tuple[str, str]:
    """Return the unit and the price base that a unit of format 1 says in words; empty for no price base."""
    found = _PRICES.search(text)
    base = " ".join(found[1].lower().split()) if found else ""
    rest = text if not found else text[: found.start()] + text[found.end() :]
    rest = " ".join(rest.replace(",", " ").split())
    scale, _, name = rest.rpartition(" of ")
    code = _currency_names().get(name.lower()) or _currency_word(name)
    if not code:
        return text, ""
    return f"{code} {scale}".strip(), base if base != "constant" else ""


@cache
def _currency_names() -> dict[str, str]:
    """Return the code of each currency by its plural name in English, and by the code itself."""
    from babel.numbers import get_currency_name

    codes = sorted(currency_codes())
    return {
        name.lower(): code
        for code in codes
        for name in (code, get_currency_name(code, count=2, locale=ENGLISH))
    }


def _currency_word(name: str) -> str:
    """Return the code of a currency's own word, such as pounds; empty where it leaves the country open."""
    whose, _, word = name.rpartition(" ")
    known = currencies.word_of(word.lower())
    code = currencies.named(known, whose) if known and not currencies.hundredth(known) else ""
    return code if currencies.is_code(code) else ""
