"""JSON held against a JSON Schema: the words of it that the manifest's schema uses, and no others.

`$ref`, `const`, `enum`, `type`, `pattern`, `minimum`, `items`, `minItems`, `maxItems`, `properties`,
`required`, `additionalProperties`. Whoever receives files verifies them without more libraries.
"""

# ruff: noqa: ANN401  JSON has no narrower type

from __future__ import annotations

import re
from typing import Any

_TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Return where a value is not what a schema says; `root` is the schema that holds its `$defs`."""
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "const" in schema and value != schema["const"]:
        return [f"{at} is not {schema['const']}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at} is none of {schema['enum']}"]
    kind = _TYPES.get(schema.get("type", ""), object)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return [f"{at} is no {schema['type']}"]
    found = []
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        found.append(f"{at} does not match {schema['pattern']}")
    if "minimum" in schema and value < schema["minimum"]:
        found.append(f"{at} is below {schema['minimum']}")
    if isinstance(value, list):
        found += _of_list(value, schema, root, at)
    if isinstance(value, dict):
        found += _of_object(value, schema, root, at)
    return found


def _of_list(value: list[Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    found = []
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        found.append(f"{at} has {len(value)} items")
    for number, item in enumerate(value):
        found += faults(item, schema.get("items", {}), root, f"{at}[{number}]")
    return found


def _of_object(
    value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str
) -> list[str]:
    known, more = schema.get("properties", {}), schema.get("additionalProperties", {})
    found = [f"{at} lacks {name}" for name in schema.get("required", ()) if name not in value]
    for name, item in value.items():
        if name not in known and more is False:
            found.append(f"{at} has an unknown {name}")
        found += faults(item, known.get(name, more or {}), root, f"{at}.{name}")
    return found
