"""What is shipped as a schema is true of every briefing and manifest, and `schema` prints it."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefbook.brand.form import brand_schema_text
from briefbook.cli import main
from briefbook.json_schema import faults
from briefbook.model.schema import briefing_schema_text, schema_line, shipped_schema
from tests.mutation.run import SEEDS
from tests.shipped import shipped


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: seed.name)
def manifest(request) -> Any:
    return json.loads(shipped(request.param)[".json"].read_bytes())


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


def test_the_shipped_schema_of_a_brand_is_that_of_its_form():
    assert shipped_schema("brand") == brand_schema_text()


@pytest.mark.parametrize("name", ["briefing", "brand", "manifest"])
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


def test_every_field_is_described():
    schema = json.loads(briefing_schema_text())
    forms = {"briefing": schema, **schema["$defs"]}
    bare = [f"{name}.{field}" for name, form in forms.items() for field, entry in form.get("properties", {}).items() if not entry.get("description")]  # fmt: skip
    assert bare == []
