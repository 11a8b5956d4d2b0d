"""What is shipped as a schema is true of every briefing and manifest, and `schema` prints it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefbook.build import build
from briefbook.cli import main
from briefbook.model.schema import briefing_schema_text, schema_line, shipped_schema
from tests.mutation.run import SEEDS

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Return where a value is not what a schema says, for the words that the manifest's uses."""
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "const" in schema and value != schema["const"]:
        return [f"{at} is not {schema['const']}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at} is none of {schema['enum']}"]
    kind = TYPES.get(schema.get("type", ""), object)
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


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: seed.name)
def manifest(request, tmp_path_factory) -> Any:
    made = build(request.param, tmp_path_factory.mktemp("made"))
    return json.loads(next(path for path in made.files if path.suffix == ".json").read_bytes())


def test_every_manifest_is_what_its_schema_says(manifest):
    schema = json.loads(shipped_schema("manifest"))
    assert faults(manifest, schema, schema) == []


def test_the_schema_of_the_manifest_bites(manifest):
    schema = json.loads(shipped_schema("manifest"))
    changed = {**manifest, "seal": "x", "added": 1}
    del changed["facts"]
    said = "\n".join(faults(changed, schema, schema))
    assert "lacks facts" in said
    assert "unknown added" in said
    assert ".seal does not match" in said


def test_the_shipped_schema_of_a_briefing_is_that_of_the_model():
    assert shipped_schema("briefing") == briefing_schema_text()


@pytest.mark.parametrize("name", ["briefing", "manifest"])
def test_schema_prints_what_is_shipped(name, capsys):
    assert main(["schema", name]) == 0
    assert capsys.readouterr().out == shipped_schema(name)


def test_schema_says_where_the_file_is(capsys):
    assert main(["schema", "--path"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.read_text(encoding="utf-8") == shipped_schema("briefing")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_seed_leads_the_editor_to_the_schema(seed):
    first = (seed / "briefing.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == schema_line(seed)
    assert (seed / first.partition("=")[2]).resolve().name == "briefing.schema.json"


def test_a_new_seed_and_a_draft_lead_the_editor_to_the_schema(tmp_path):
    source = tmp_path / "page.txt"
    source.write_bytes((SEEDS[0] / "source.txt").read_bytes())
    assert main(["new", str(tmp_path / "one")]) == 0
    assert main(["draft", str(source), "-o", str(tmp_path / "two")]) == 0
    for name in ("one", "two"):
        first = (tmp_path / name / "briefing.yaml").read_text(encoding="utf-8").splitlines()[0]
        assert (tmp_path / name / first.partition("=")[2]).is_file()
