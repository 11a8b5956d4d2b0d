"""The fields of a manifest held against each other: what it says twice, it says the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

Fault = tuple[str, str]
"""Where in the manifest, and what contradicts what."""
_PLACES = ("source", "paragraph", "start", "end")


def manifest_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Yield where a manifest contradicts itself."""
    yield from _titles(data)
    yield from _inputs(data)
    yield from _passages(data)
    yield from _values(data)
    yield from _points(data)
    yield from _outputs(data)


def _titles(data: dict[str, Any]) -> Iterator[Fault]:
    for document in ("paper", "deck"):
        said = data[document]["meta"].get("title", data["title"])
        if said != data["title"]:
            yield "title", f"is “{data['title']}”; the {document} is called “{said}”"


def _inputs(data: dict[str, Any]) -> Iterator[Fault]:
    """Hold the hashes of what was read against those beside its name."""
    inputs = data["inputs"]
    for kind in ("sources", "series", "images"):
        said = {id_: entry["sha256"] for id_, entry in data[kind].items()}
        if said != inputs[kind]:
            yield f"inputs, {kind}", "has other hashes than are told of them"


def _passages(data: dict[str, Any]) -> Iterator[Fault]:
    known = {passage["number"]: passage for passage in data["passages"]}
    for passage in data["passages"]:
        place = f"passage {passage['number']}"
        if passage["source"] not in data["sources"]:
            yield place, f"is of a source that is not listed: {passage['source']}"
        if passage["end"] - passage["start"] < 1 or passage["paragraph"] < 1:
            yield place, "has a place where no words can stand"
    for fact in data["facts"]:
        for quote in fact.get("quotes", ()):
            passage = known.get(quote["number"], {})
            if any(passage.get(key) != quote[key] for key in _PLACES):
                message = f"has passage {quote['number']} at another place than the passages"
                yield f"fact {fact['id']}", message


def _values(data: dict[str, Any]) -> Iterator[Fault]:
    """Hold the number of a stated amount against those of texts and charts."""
    said = {_number(value.get("number", "")) for fact in data["facts"] for value in fact["values"]}
    for exhibit in data["exhibits"].values():
        said |= {_number(value) for series in exhibit["series"] for _, value in series["points"]}
    for fact in data["facts"]:
        number = fact.get("value", {}).get("number")
        if number is not None and _number(number) not in said:
            yield f"fact {fact['id']}", f"has the value {number}, which no text and no chart says"


def _points(data: dict[str, Any]) -> Iterator[Fault]:
    """Hold the points of an exhibit that shows one series as it is against that series."""
    for id_, exhibit in data["exhibits"].items():
        for series in exhibit["series"]:
            if len(series["of"]) != 1 or series["of"][0] not in data["series"]:
                continue
            values = data["series"][series["of"][0]]["values"]
            for at, value in series["points"]:
                if (
                    at in values
                    and value
                    and series["name"]
                    and _differs(values[at], value, exhibit)
                ):
                    yield f"exhibit {id_}", f"has {value} at {at}; its series has {values[at]}"


def _differs(one: str, other: str, exhibit: dict[str, Any]) -> bool:
    """Tell whether a plain series is drawn otherwise; one that is worked out has a table of its own."""
    return "table" in exhibit and _number(one) != _number(other)


def _outputs(data: dict[str, Any]) -> Iterator[Fault]:
    lines = [
        f"{name} {entry.get('content', '')}" for name, entry in sorted(data["outputs"].items())
    ]
    if data["content"] != hashlib.sha256("\n".join(lines).encode()).hexdigest():
        yield "content", "is not the digest of the contents of the outputs"


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
