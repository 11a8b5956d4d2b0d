"""The statement of where documents come from says what the manifest says, in in-toto's and SLSA's form."""

import hashlib
import json

import pytest

from briefbook.cli import main
from tests.seeds import EXAMPLE

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    assert main(["build", str(EXAMPLE), "--out", str(folder), "--provenance"]) == 0
    return folder


@pytest.fixture(scope="module")
def statement(made):
    return json.loads((made / "example.intoto.json").read_text(encoding="utf-8"))


def test_every_file_is_a_subject_with_its_hash(made, statement):
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    assert statement["predicateType"] == "https://slsa.dev/provenance/v1"
    hashes = {entry["name"]: entry["digest"]["sha256"] for entry in statement["subject"]}
    files = [path for path in made.iterdir() if path.name != "example.intoto.json"]
    assert hashes == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_everything_that_went_in_is_named_with_its_hash(statement):
    definition = statement["predicate"]["buildDefinition"]
    inputs = {e["name"]: e["digest"]["sha256"] for e in definition["resolvedDependencies"] if "digest" in e}  # fmt: skip
    for name, file in (("briefing.yaml", "briefing.yaml"), ("sources/history", "source.txt"), ("series/grants", "grants.csv")):  # fmt: skip
        assert inputs[name] == hashlib.sha256((EXAMPLE / file).read_bytes()).hexdigest()
    packages = [e["uri"] for e in definition["resolvedDependencies"] if e.get("uri", "").startswith("pkg:pypi/")]  # fmt: skip
    assert any(uri.startswith("pkg:pypi/reportlab@") for uri in packages)


def test_another_run_says_the_same(made, tmp_path):
    assert main(["build", str(EXAMPLE), "--out", str(tmp_path), "--provenance", "--no-cache"]) == 0
    assert (tmp_path / "example.intoto.json").read_bytes() == (made / "example.intoto.json").read_bytes()  # fmt: skip
