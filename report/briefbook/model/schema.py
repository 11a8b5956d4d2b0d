"""The JSON Schema of `briefing.yaml`, written from the model that reads it.

Types, patterns and what must be given come from the dataclasses of `model`; descriptions are
the docstrings under their fields. Scalars may be written as YAML likes to guess them (2005 is a
number, yes is a truth value): the reader takes the text as written either way.
"""
# ruff: noqa: ANN401  what a type annotation describes at run time has no narrower type than Any

from __future__ import annotations

import ast
import dataclasses
import inspect
import json
import os
import textwrap
import types
import typing
from dataclasses import MISSING
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefbook.model import Briefing
from briefbook.model.decode import VALUES, first_line, own_fields, short_field, written_name
from briefbook.values.dates import DATE_PATTERN, Date

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WHOLE = r"^[+-]?\d[\d_,]*$"
_NUMBER = r"^[+-]?\d[\d_,]*(\.\d+)?$"


def briefing_schema() -> Schema:
    """Return the schema of a briefing's file."""
    return schema_of(Briefing, "The model of a briefing: briefing.yaml")


def schema_of(kind: type[Any], title: str) -> Schema:
    """Return the schema of a file that the decoder reads as a dataclass."""
    maker = _Maker()
    root = maker.object_of(kind)
    found = {"$schema": DIALECT, "title": title, **root}
    return {**found, "$defs": dict(sorted(maker.definitions.items()))}


def schema_text(schema: Schema) -> str:
    """Return a schema as the JSON text that is shipped."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def briefing_schema_text() -> str:
    """Return the schema as the JSON text that is shipped."""
    return schema_text(briefing_schema())


def shipped_schema(name: str) -> str:
    """Return a schema that is shipped with the package: `briefing`, `brand` or `manifest`."""
    return schema_path(name).read_text(encoding="utf-8")


def schema_path(name: str) -> Path:
    """Return where a shipped schema lies: `briefing`, `brand` or `manifest`."""
    return Path(str(files("briefbook"))) / "schema" / f"{name}.schema.json"


def schema_line(folder: Path) -> str:
    """Return the first line of a seed's file, which leads editors to the schema, also offline.

    The path is relative, so that a seed inside a checkout has the same line on every machine.
    """
    path = schema_path("briefing").resolve()
    try:
        way = os.path.relpath(path, folder.resolve())
    except ValueError:  # another drive
        way = str(path)
    return f"# yaml-language-server: $schema={Path(way).as_posix()}"


class _Maker:
    """Writes schemas of types, and gathers those of dataclasses as definitions."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def object_of(self, kind: type[Any], without: str = "") -> Schema:
        """Return the schema of a dataclass; `without` names the field that is the entry's key."""
        hints, docs = typing.get_type_hints(kind), _field_docs(kind)  # type: ignore[arg-type]
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for field in own_fields(kind):
            if field.name == without:
                continue
            schema = self._of(hints[field.name], field.metadata)
            if doc := docs.get(field.name):
                schema = {"description": doc, **schema}
            properties[written_name(field)] = schema
            if field.default is MISSING:
                required.append(written_name(field))
        found: Schema = {
            "description": first_line(kind),
            "type": "object",
            "properties": properties,
            "additionalProperties": bool(getattr(kind, "TAKES_OTHERS", False)),
        }
        return {**found, "required": required} if required else found

    def _reference(self, kind: type[Any], without: str = "") -> Schema:
        name = kind.__name__ if not without else f"{kind.__name__}Entry"
        if name not in self.definitions:
            self.definitions[name] = {}  # a type may hold itself
            self.definitions[name] = self.object_of(kind, without)
        return {"$ref": f"#/$defs/{name}"}

    def _of(self, kind: Any, meta: typing.Mapping[str, Any]) -> Schema:
        origin = typing.get_origin(kind)
        if meta.get("free"):
            return {}
        if origin is tuple:
            return self._tuple(typing.get_args(kind)[0], meta)
        if origin in (types.UnionType, typing.Union):
            return self._union(typing.get_args(kind), meta)
        if dataclasses.is_dataclass(kind) and kind not in VALUES:
            return self._reference(typing.cast("type[Any]", kind))
        return _scalar(kind, meta)

    def _union(self, kinds: tuple[Any, ...], meta: typing.Mapping[str, Any]) -> Schema:
        variants = [kind for kind in kinds if hasattr(kind, "KEY")]
        if variants:
            return {"anyOf": [self._reference(kind) for kind in variants]}
        of_each = [self._of(kind, meta) for kind in kinds if kind is not types.NoneType]
        null: list[Schema] = [{"type": "null"}] if types.NoneType in kinds else []
        return {"anyOf": [*of_each, *null]}

    def _tuple(self, kind: Any, meta: typing.Mapping[str, Any]) -> Schema:
        if not meta.get("keyed"):
            listed: Schema = {"type": ["array", "null"], "items": self._of(kind, {})}
            return {"anyOf": [listed, self._of(kind, {})]} if meta.get("or_one") else listed
        first = own_fields(kind)[0]
        entry = self._reference(kind, without=first.name)
        if meta.get("bare"):  # may be written as `key: value`, or as nothing
            entry = {"anyOf": [{"type": ["string", "number", "boolean", "null"]}, entry]}
        if short := short_field(kind):  # may be written as `key: value`
            hints = typing.get_type_hints(kind)
            entry = {"anyOf": [self._of(hints[short.name], short.metadata), entry]}
        found: Schema = {"type": ["object", "null"], "additionalProperties": entry}
        if pattern := first.metadata.get("pattern"):
            found["propertyNames"] = {"pattern": f"^(?:{pattern})$"}
        return found


def _scalar(kind: Any, meta: typing.Mapping[str, Any]) -> Schema:  # noqa: PLR0911  one a type
    if kind is bool:
        return {"enum": [True, False, "yes", "no", "true", "false"]}
    if kind is int:
        return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": _WHOLE}]}
    if kind is Decimal:
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _NUMBER}]}
    if kind is Date:
        year = {"type": "integer", "minimum": -9999, "maximum": 9999}
        return {"anyOf": [{"type": "string", "pattern": f"^{DATE_PATTERN}$"}, year]}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        docs = _field_docs(kind)
        return {
            "oneOf": [
                {"const": member.value}
                | ({"description": docs[member.name]} if member.name in docs else {})
                for member in kind
            ]
        }
    if pattern := meta.get("pattern"):
        return {"type": "string", "pattern": f"^(?:{pattern})$"}
    return {"type": ["string", "number"]}


@cache
def _field_docs(kind: type[Any]) -> dict[str, str]:
    """Return the docstring under each field of a class, from its source."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    docs: dict[str, str] = {}
    name = ""
    for node in typing.cast("ast.ClassDef", tree).body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                pass
            case ast.Expr(value=ast.Constant(value=str() as text)) if name:
                docs[name] = " ".join(text.split())
                name = ""
            case _:
                name = ""
    return docs
