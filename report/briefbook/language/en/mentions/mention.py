"""A fact: something that a source states in so many words, with its exact place and its value."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from enum import StrEnum

from briefbook.frozen import dataclass


class EntityType(StrEnum):
    """What sort of fact it is; the names are those of the JSON form."""

    DATE = "date"
    MONEY = "money"
    QUANTITY = "quantity"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class Money:
    """An amount of money, in whole units of its currency."""

    number: Decimal
    currency: str
    """ISO 4217 code; empty when the text leaves it open."""
    to: Decimal | None = None
    """The upper end, where the text gives a range."""
    approximation: str = ""
    """`about`, `more than`, `less than` or `up to`; empty for the amount itself."""
    basis: str = ""
    """`yearly` or `cumulative`, where a cue says so."""
    purpose: str = ""
    """`grant`, `loan`, `trade`, `investment`, `debt`, `budget`, `aid` …, where a cue says so."""


@dataclass(frozen=True)
class Quantity:
    """A count or a measurement."""

    number: Decimal
    unit: str
    """What is counted or measured, as written: `trucks`, `km`; `%` and `×` (times)."""
    to: Decimal | None = None
    approximation: str = ""


@dataclass(frozen=True)
class Person:
    """A person; `name` is the fullest form that the document gives."""

    name: str
    role: str = ""
    """Office or description, as written beside this or another mention of the name."""


Value = str | Money | Quantity | Person
"""A date's value is its EDTF text; that of an organisation, place or agreement is its name."""


@dataclass(frozen=True)
class Mention:
    """One mention of a fact in a document."""

    kind: EntityType
    quote: str
    """The exact words: `document.text[start:end]`."""
    start: int
    end: int
    value: Value
    cues: tuple[str, ...] = ()
    """For dates: `since`, `until`, `by`, `after`, `before`; `fiscal`; `era` for a date that marks
    an age ("since September 11, 2001") more than a day."""


def as_json(fact: Mention) -> dict[str, object]:
    """Return a fact as plain data: kind, quote, start, end, value, and cues if there are any."""
    plain: dict[str, object] = {
        "kind": str(fact.kind),
        "quote": fact.quote,
        "start": fact.start,
        "end": fact.end,
        "value": _plain(fact.value),
    }
    if fact.cues:
        plain["cues"] = list(fact.cues)
    return plain


def _plain(value: Value) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Person):
        return {"name": value.name, "role": value.role}
    fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {
        key: number(entry) if isinstance(entry, Decimal) else entry
        for key, entry in fields.items()
        if key in _ALWAYS or entry not in ("", None)
    }


_ALWAYS = ("number", "currency", "unit")


def number(value: Decimal) -> int | float:
    """Return a number as JSON has it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
