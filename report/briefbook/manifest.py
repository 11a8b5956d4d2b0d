"""The manifest as its makers and its readers both know it: format, seal, how values are listed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from briefbook.errors import SourceLocation, Unreadable
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers
from briefbook.memo import once

FORMAT = 3
"""Of the manifests that are made. Format 2 did not say which exhibit a slide shows."""
SEAL = "seal"
DOCUMENTS = {
    "paper": "{}.pdf",
    "deck": "{}.pptx",
    "slides": "{}-slides.pdf",
    "handout": "{}-handout.pdf",
    "print": "{}-print.pdf",
    "page": "{}.html",
}
"""What each document's file is called, by the briefing's id."""
SHORT, BRIEF = "short", "brief"
"""The variant of five or six slides."""
T = TypeVar("T")


def output_name(id_: str, variant: str) -> str:
    """Return what the files of a variant are called, without ending; the full form has no variant."""
    return f"{id_}-{variant}" if variant else id_


def seal_of(data: dict[str, Any]) -> str:
    """Return the hash over a manifest without its seal; against slips, not against forgers."""
    digest, lead = hashlib.sha256(b"{"), ""
    for key in sorted(data.keys() - {SEAL}):  # one by one: of a long manifest no whole text is held
        value = json.dumps(data[key], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        digest.update(f"{lead}{json.dumps(key, ensure_ascii=False)}:{value}".encode())
        lead = ","
    digest.update(b"}")
    return digest.hexdigest()


def content_of(outputs: Mapping[str, Mapping[str, Any]]) -> str:
    """Return one digest of the content of all outputs; it is the same on every platform."""
    lines = [f"{name} {entry.get('content', '')}" for name, entry in sorted(outputs.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def values_of(texts: tuple[str, ...]) -> list[dict[str, str]]:
    """Return every number and date of a fact's texts, each once, in order."""
    said = json.dumps(texts)
    found: list[dict[str, str]] = json.loads(
        once("values", said.encode(), lambda: json.dumps(_values_of(texts)))
    )
    return found


def _values_of(texts: tuple[str, ...]) -> list[dict[str, str]]:
    values: list[dict[str, str]] = []
    for text in texts:
        for number in find_numbers(text):
            value = {"number": f"{number.value:f}", "unit": number.unit, "bound": number.bound}
            value["to"] = "" if number.to is None else f"{number.to:f}"
            values.append({key: said for key, said in value.items() if said})
        values += [{"date": found.date.edtf} for found in find_dates(text)]
    return list({tuple(sorted(value.items())): value for value in values}.values())


def _hold_to_schema(data: dict[str, Any]) -> None:
    """Raise ValueError where a manifest of the newest format is not what its schema says."""
    if data["format"] == FORMAT:
        from briefbook.json_schema import faults

        file = files("briefbook") / "schema" / "manifest.schema.json"
        schema = json.loads(file.read_text(encoding="utf-8"))
        if wrong := faults(data, schema, schema):
            raise ValueError(wrong[0].lstrip("."))


def read_manifest(path: Path, parse: Callable[[dict[str, Any]], T], oldest: int = FORMAT) -> T:
    """Return what `parse` makes of a manifest's data; `oldest` is the first format that it knows.

    Raises Unreadable for a file that cannot be read, another format, and what is no manifest.
    """
    place = SourceLocation(str(path))
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] not in range(oldest, FORMAT + 1):
            age = "an older" if data["format"] in range(oldest) else "a newer"
            raise Unreadable(
                f"made by {age} Briefbook (manifest format {data['format']})",
                hint="build the documents again, or use the Briefbook that built them",
                place=place,
            )
        _hold_to_schema(data)
        return parse(data)
    except OSError as error:
        hint = "a build writes it beside the documents; `verify` finds it elsewhere by --manifest"
        message = f"cannot read the manifest: {error.strerror}"
        raise Unreadable(message, hint=hint, place=place) from error
    except (
        ArithmeticError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        message = f"this is not a manifest of Briefbook: {error}"
        hint = "give the JSON file that a build wrote beside its documents"
        raise Unreadable(message, hint=hint, place=place) from error
