"""The fields of a manifest held against each other: what it says twice, it says the same way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from briefbook.localization import translate
from briefbook.manifest import content_of

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
    yield from _kinds(data)
    yield from _printed(data)
    yield from _marking(data)


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
    if data["content"] != content_of(data["outputs"]):
        yield "content", "is not the digest of the contents of the outputs"


def _kinds(data: dict[str, Any]) -> Iterator[Fault]:
    """Hold what kind of statement a fact is against what it rests on."""
    for fact in data["facts"]:
        sort, place = str(fact["id"]).partition(" ")[0], f"fact {fact['id']}"
        if sort == "claim" and (fact["kind"] == "attributed") != bool(fact.get("voice")):
            said = f"the view of “{fact['voice']}”" if fact.get("voice") else "nobody’s view"
            yield place, f"is {fact['kind']}, and {said}"
        is_borne = fact.get("quotes") or fact.get("computed")
        is_said = fact["kind"] in ("reported", "attributed") and sort in _BORNE
        # A variant keeps only those of a fact's quotes that it prints.
        if is_said and not is_borne and "variant" not in data:
            yield place, f"is {fact['kind']}, and rests on no quote and no formula"


_BORNE = ("claim", "event", "amount")


def _printed(data: dict[str, Any]) -> Iterator[Fault]:
    """Hold sources and pages against what the paper prints of them."""
    texts = data["paper"]["texts"]
    if not texts or "variant" in data:
        return
    words = " ".join(said for text in texts for said, _ in text["parts"])
    for id_, source in data["sources"].items():
        for key in ("title", "publisher"):
            if source[key].strip("[]") not in words:
                yield (
                    f"source {id_}",
                    f"has the {key} “{source[key]}”, which the paper does not print",
                )
    pages: dict[str, set[int]] = {}
    for text in texts:
        for _, statement in text["parts"]:
            pages.setdefault(statement, set()).update(text["pages"])
    for fact in data["facts"]:
        known = pages.get(fact["statement"], set()) if fact["statement"] else set()
        if known and not {*fact["pages"]} <= known:
            yield (
                f"fact {fact['id']}",
                f"is said to stand on pages {fact['pages']}; it is printed on {sorted(known)}",
            )


def _marking(data: dict[str, Any]) -> Iterator[Fault]:
    """Hold what every page repeats of the briefing's state against that state."""
    for document in ("paper", "deck"):
        repeated = " · ".join(data[document]["headers_footers"])
        for key, said, state in (
            ("status", translate("DRAFT"), "draft"),
            ("checks", translate("STATEMENTS NOT CHECKED"), "none"),
        ):
            if data.get(key) == state and repeated and said not in repeated:
                yield key, f"is “{state}”, and no page of the {document} says “{said}”"


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
