"""Nodes into the model's types, led by the types themselves.

The dataclasses of `model` are the one description of the format: this module reads by them, and
the JSON Schema is written from them. Field metadata says what a type cannot:

    keyed      the YAML is a mapping from id to entry, the field a tuple of entries with that `id`
    or_one     a list of one entry may be written as the entry
    pattern    a regular expression that the text must match
    one_of     (on a union of dataclasses) the entry has exactly one key, the variant's `KEY`
    written    the key, where it is no name of Python: `line-height`
    free       the field may hold anything, and is not read

A dataclass that says `TAKES_OTHERS` may have other keys beside its own, which are not read.
"""
# ruff: noqa: ANN401  what a type annotation describes at run time has no narrower type than Any

from __future__ import annotations

import dataclasses
import functools
import re
import sys
import types
import typing
import unicodedata
from collections.abc import Callable
from dataclasses import MISSING
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from briefbook.errors import Problem, SourceLocation
from briefbook.language.en import currencies
from briefbook.model.nodes import LocatedStr, Mapping, Node, Scalar, Sequence
from briefbook.values.basis import Calendar, PriceBase, parse_calendar, parse_prices
from briefbook.values.dates import Date, parse_date
from briefbook.values.quantity import Quantity, parse_quantity
from briefbook.values.unit_faults import UnknownUnit
from briefbook.values.units import ScaledUnit, Unit, UnitType, parse_unit

if typing.TYPE_CHECKING:
    from briefbook.model.reread import Kept

T = typing.TypeVar("T")

_NO_VALUE: Any = object()
"""Stands for a value that could not be read; its problem is already noted."""

# Units and quantities: money has a code, so that a currency's name is nothing that is counted.


def read_unit(text: str) -> ScaledUnit:
    """Return a unit, as `parse_unit` does; raises UnknownUnit for somoni, Swiss francs or pence too."""
    found = parse_unit(text)
    _refuse_names(found.unit, text)
    return found


def read_quantity(text: str) -> Quantity:
    """Return a quantity, as `parse_quantity` does; raises UnknownUnit for 14 million somoni too."""
    found = parse_quantity(text)
    _refuse_names(found.unit, text)
    return found


def _refuse_names(unit: Unit, text: str) -> None:
    if unit.type is not UnitType.COUNT:
        return
    *before, last = unit.name.split()
    word = currencies.word_of(last.lower()) or currencies.word_of(unit.name.lower())
    if not word or (currencies.is_everyday(word) and not before):
        return
    adjective = "" if word in unit.name.lower() and " " in word else " ".join(before)
    if adjective and not currencies.is_adjective(adjective):
        return
    code = currencies.hundredth(word) or currencies.named(word, adjective)
    known = code if currencies.is_code(code) else "a code of ISO 4217, such as USD, EUR or TJS"
    raise UnknownUnit(f"“{text}” is money: “{unit.name}”", f"write its code: {known}")


VALUES: dict[Any, Callable[[str], Any]] = {
    Calendar: parse_calendar,
    Date: parse_date,
    PriceBase: parse_prices,
    Quantity: read_quantity,
    ScaledUnit: read_unit,
}
"""Values that are written as one scalar, each with the function that reads it."""

_TRUE, _FALSE = ("yes", "true"), ("no", "false")
_UNSEEN = frozenset(("Cc", "Cf", "Zs"))
"""Categories of characters that leave no mark: controls, joiners, the byte order mark, spaces."""


class Decoder:
    """Reads nodes as typed values and gathers every problem on the way."""

    def __init__(self, rule: str = "model", kept: Kept | None = None) -> None:
        """Start without problems; `rule` names whoever finds them, `kept` has what was read before."""
        self.problems: list[Problem] = []
        self._rule = rule
        self._kept = kept
        self._entries: list[str] = []
        """The ids of the entries that are being read, from without."""

    def decode(self, node: Mapping, kind: type[T]) -> T | None:
        """Return the node as an instance of a dataclass, or None when it has problems."""
        value = self._dataclass(node, kind, {})
        return None if value is _NO_VALUE else typing.cast("T", value)

    def _problem(self, place: SourceLocation, message: str, hint: str = "") -> Any:
        self.problems.append(Problem(place, message, hint, self._rule))
        return _NO_VALUE

    def _value(self, node: Node, kind: Any, name: str, meta: typing.Mapping[str, Any]) -> Any:
        if self._kept is None or isinstance(node, Scalar):
            return self._read(node, kind, name, meta)
        if known := self._kept.value(node, kind):
            return known[0]
        before = len(self.problems)
        value = self._read(node, kind, name, meta)
        if len(self.problems) == before:
            self._kept.keep(node, kind, value)
        return value

    def _read(self, node: Node, kind: Any, name: str, meta: typing.Mapping[str, Any]) -> Any:
        origin = typing.get_origin(kind)
        if origin is tuple:
            return self._tuple(node, typing.get_args(kind)[0], name, meta)
        if origin in (types.UnionType, typing.Union):
            return self._union(node, typing.get_args(kind), name, meta)
        if dataclasses.is_dataclass(kind) and kind not in VALUES:
            if isinstance(node, Mapping):
                return self._dataclass(node, typing.cast("type", kind), {})
            return self._problem(node.place, f"“{name}” wants fields of its own, as `key: value`")
        if not isinstance(node, Scalar):
            return self._problem(
                node.place, f"“{name}” wants a single value, not a list or mapping"
            )
        return self._scalar(node, kind, name, meta)

    def _union(
        self, node: Node, kinds: tuple[Any, ...], name: str, meta: typing.Mapping[str, Any]
    ) -> Any:
        variants = [kind for kind in kinds if hasattr(kind, "KEY")]
        if variants:
            return self._variant(node, variants, name)
        if types.NoneType in kinds and isinstance(node, Scalar) and node.is_null:
            return None
        inner = _fitting(node, [kind for kind in kinds if kind is not types.NoneType])
        return self._value(node, inner, name, meta)

    def _variant(self, node: Node, variants: list[Any], name: str) -> Any:
        """Read `{key: value}`, where the key says which variant it is."""
        keys = {variant.KEY: variant for variant in variants}
        listed = ", ".join(keys)
        if not isinstance(node, Mapping) or not node.items:
            return self._problem(node.place, f"“{name}” wants one of: {listed}")
        key = node.items[0][0]
        if key.text not in keys:
            hint = f"write one of: {listed}"
            return self._problem(key.place, f"“{key.text}” is no part of “{name}”", hint)
        return self._dataclass(node, keys[key.text], {})

    def _tuple(self, node: Node, kind: Any, name: str, meta: typing.Mapping[str, Any]) -> Any:
        if isinstance(node, Scalar) and node.is_null:
            return ()
        if meta.get("keyed"):
            return self._keyed(node, kind, name)
        if meta.get("or_one") and isinstance(node, Scalar):
            value = self._value(node, kind, name, meta)
            return _NO_VALUE if value is _NO_VALUE else (value,)
        if not isinstance(node, Sequence):
            return self._problem(
                node.place, f"“{name}” wants a list", "put “- ” before each entry, or use [ ]"
            )
        values = [self._value(item, kind, name, meta) for item in node.items]
        return _NO_VALUE if _NO_VALUE in values else tuple(values)

    def _keyed(self, node: Node, kind: Any, name: str) -> Any:
        if not isinstance(node, Mapping):
            return self._problem(node.place, f"“{name}” wants entries as `id: …`")
        values = []
        for key, value in node.items:
            preset = {own_fields(kind)[0].name: LocatedStr(key.text, key.place)}
            if isinstance(value, Mapping):
                values.append(self._dataclass(value, kind, preset))
            elif second := short_field(kind):
                read = self._value(value, _hints(kind)[second.name], second.name, second.metadata)
                place = {"place": key.place} if "place" in _hints(kind) else {}
                values.append(
                    _NO_VALUE
                    if read is _NO_VALUE
                    else kind(**preset, **{second.name: read}, **place)
                )
            else:
                values.append(self._problem(value.place, f"“{key.text}” wants fields of its own"))
        return _NO_VALUE if _NO_VALUE in values else tuple(values)

    def _dataclass(self, node: Mapping, kind: type[Any], preset: dict[str, Any]) -> Any:
        outer = self._entries[-1] if self._entries else ""
        self._entries.append(_entry_id(node, preset) or outer)
        value = self._fields(node, kind, preset)
        self._entries.pop()
        return value

    def _fields(self, node: Mapping, kind: type[Any], preset: dict[str, Any]) -> Any:
        hints: dict[str, Any] = _hints(kind)  # type: ignore[arg-type]
        known = {written_name(field): field for field in own_fields(kind)}
        values: dict[str, Any] = dict(preset)
        misspelt = (
            {} if getattr(kind, "TAKES_OTHERS", False) else self._misspelt(node, known, preset)
        )
        for key, child in node.items:
            field = misspelt.get(key.text) or known.get(key.text)
            if field is None or field.name in preset:
                continue
            if not field.metadata.get("free"):
                kind_ = hints[field.name]
                value = self._value(child, kind_, key.text, field.metadata)
                # A title of two quotation marks and nothing between is as empty as none.
                if value == "" and field.default is MISSING:
                    value = self._problem(child.place, f"“{key.text}” is empty", first_line(kind))
                values[field.name] = value
        for field in known.values():
            if field.name not in values and field.default is MISSING:
                message = f"“{written_name(field)}” is missing"
                values[field.name] = self._problem(node.place, message, first_line(kind))
        if _NO_VALUE in values.values():
            return _NO_VALUE
        if "place" in hints:
            values["place"] = node.place
        return kind(**values)

    def _misspelt(
        self, node: Mapping, known: dict[str, dataclasses.Field[Any]], preset: dict[str, Any]
    ) -> dict[str, dataclasses.Field[Any]]:
        """Tell each unknown key; return the fields that are meant, so that all else can be read too."""
        open_ = [name for name, field in known.items() if field.name not in preset]
        given = {key.text for key, _ in node.items if key.text in open_}
        meant: dict[str, dataclasses.Field[Any]] = {}
        for key, _ in node.items:
            if key.text in open_:
                continue
            close = get_close_matches(key.text, open_, n=1)
            hint = f"did you mean “{close[0]}”?" if close else f"known here: {', '.join(open_)}"
            self._problem(key.place, f"unknown field “{key.text}”", hint)
            if close and close[0] not in given:
                given.add(close[0])
                meant[key.text] = known[close[0]]
        return meant

    def _scalar(self, node: Scalar, kind: Any, name: str, meta: typing.Mapping[str, Any]) -> Any:
        if node.is_null:
            return self._problem(node.place, f"“{name}” is empty")
        text = " ".join(node.text.split())
        if text and not text.isascii() and all(unicodedata.category(c) in _UNSEEN for c in text):
            code = f"U+{ord(text[0]):04X}"
            return self._problem(
                node.place, f"“{name}” has no letter that can be seen: {code}", "leave it out"
            )
        try:
            return _read_scalar(text, node, kind, meta)
        except ValueError as error:
            hint, message = getattr(error, "hint", ""), f"“{name}”: {error}"
            entry, value = self._entries[-1] if self._entries else "", _stand_in(text, kind)
            if not entry or value is None:
                return self._problem(node.place, message, hint)
            self.problems.append(Problem(node.place, message, hint, self._rule, entry))
            return value


def _entry_id(node: Mapping, preset: dict[str, Any]) -> str:
    """Return the id of an entry, as its key or its field has it; empty for one without."""
    given = next(iter(preset.values()), "") or next(
        (value.text for key, value in node.items if key.text == "id" and isinstance(value, Scalar)),
        "",
    )
    return str(given)


def _stand_in(text: str, kind: Any) -> Any:
    """Return what stands for a value that cannot be read, so that all else is checked; None for nothing.

    What is found of its entry is not told (`checks.damaged`), only what is found of others.
    """
    year = re.match(r"-?\d{4}(?!\d)", text)
    if kind is Date:
        return parse_date(year[0]) if year else None
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    stand_ins = {
        ScaledUnit: parse_unit("things"),
        Quantity: Quantity(Decimal(1)),
        PriceBase: PriceBase(),
        Calendar: Calendar(None if "fiscal" in text else 1),
        Decimal: Decimal(1),
    }
    return stand_ins.get(kind)


def _fitting(node: Node, kinds: list[Any]) -> Any:
    """Return the kind that a node is written as: with fields, a whole number, or a text."""
    has_fields = isinstance(node, Mapping)
    fitting = [kind for kind in kinds if dataclasses.is_dataclass(kind) == has_fields] or kinds
    is_text = isinstance(node, Scalar) and not re.fullmatch(r"[-+]?\d+", node.text.strip())
    return str if is_text and int in fitting and str in fitting else fitting[0]


def _read_scalar(text: str, node: Scalar, kind: Any, meta: typing.Mapping[str, Any]) -> Any:
    """Return a scalar's value from its text, white space made single; raises ValueError."""
    if kind is str or kind is LocatedStr:
        if (pattern := meta.get("pattern")) and not re.fullmatch(pattern, text):
            raise ValueError(f"“{text}” is not {meta['wants']}")
        return LocatedStr(text, node.place, node.lines)
    if kind is bool:
        if text.lower() not in _TRUE + _FALSE:
            raise ValueError(f"“{text}” is neither yes nor no")
        return text.lower() in _TRUE
    if kind in (int, Decimal):
        try:
            return kind(text.replace("_", "").replace(",", ""))
        except (ValueError, InvalidOperation):
            raise ValueError(f"“{text}” is not a {'whole ' if kind is int else ''}number") from None
    if parse := VALUES.get(kind):
        return parse(text)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if text not in [member.value for member in kind]:
            raise ValueError(f"“{text}” is none of: {', '.join(kind)}")
        return kind(text)
    raise TypeError(f"the model has a field of type {kind}, which the decoder does not know")


@functools.cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    """Return the types of a class's fields, as `typing.get_type_hints` does; it compiles each by itself."""
    hints: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        if notes := vars(base).get("__annotations__"):
            types_of = f"({', '.join(notes.values())},)"
            hints |= zip(notes, eval(types_of, vars(sys.modules[base.__module__])), strict=True)  # noqa: S307
    return hints


def own_fields(kind: type[Any]) -> list[dataclasses.Field[Any]]:
    """Return the fields that the file holds: all but `place` and what the reader adds."""
    return [
        field
        for field in dataclasses.fields(kind)
        if field.init and field.name != "place" and not field.metadata.get("added")
    ]


def short_field(kind: type[Any]) -> dataclasses.Field[Any] | None:
    """Return the field that `key: value` stands for: the only one besides the key that must be given."""
    needed = [field for field in own_fields(kind)[1:] if field.default is MISSING]
    return needed[0] if len(needed) == 1 else None


def written_name(field: dataclasses.Field[Any]) -> str:
    """Return a field's name as the file has it: `from` for `from_`."""
    return str(field.metadata.get("written", field.name.removesuffix("_")))


def first_line(kind: type[Any]) -> str:
    """Return the first line of a class's docstring."""
    return (kind.__doc__ or "").splitlines()[0]
