"""Plugins: the example's check and reader take part once they are installed, and are in the manifest."""

import importlib
import json
import tomllib

import pytest

from briefbook import plugins
from briefbook.build import build
from briefbook.errors import Severity, WrongUse
from briefbook.sources.formats import read_source
from tests.seeds import EXAMPLE, copy_of, edit, problems_of
from tests.tools import ROOT

PLUGIN = ROOT / "docs" / "examples" / "plugin"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The example as an installed package: its module, and the entry points of its pyproject."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = tmp_path / "site" / "briefbook_house_style-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    lines = []
    for group, points in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {target}" for name, target in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
    monkeypatch.syspath_prepend(str(PLUGIN))
    monkeypatch.syspath_prepend(str(info.parent))
    importlib.invalidate_caches()
    plugins.plugins.cache_clear()
    yield info
    plugins.plugins.cache_clear()


def test_no_plugin_takes_part_unless_one_is_installed():
    assert plugins.plugin_packages() == {}


@pytest.mark.usefixtures("installed")
def test_a_check_speaks_with_its_own_rule_and_place(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    assert problems_of(seed) == ()
    edit(seed, "notice_label: One source", "notice_label: One source  # Burma")
    assert problems_of(seed) == (), "what is no statement is not its business"
    edit(
        seed,
        "text: About 40 trains use it every day.",
        "text: About 40 trains use it every day; none goes to Burma.",
    )
    (problem,) = (p for p in problems_of(seed) if p.rule == "house-names")
    assert (problem.severity, problem.statement) == (Severity.WARNING, "trains")
    assert problem.place.line


@pytest.mark.usefixtures("installed")
def test_a_reader_reads_its_files_and_no_others(tmp_path):
    cable = tmp_path / "note.cable"
    cable.write_text(
        "FROM: the embassy\n-----\nThe bridge is open.\n\nTrains cross it.\n-----\nEND\n"
    )
    read = read_source(cable)
    assert read.document.text.split("\n\n") == ["The bridge is open.", "Trains cross it.\n"]
    assert read.format == "cable"
    text = cable.with_suffix(".txt")
    text.write_text(cable.read_text())
    assert "the embassy" in read_source(text).document.text


@pytest.mark.slow
@pytest.mark.usefixtures("installed")
def test_the_manifest_lists_the_package(tmp_path):
    files = build(EXAMPLE, tmp_path / "out", pptx=False).files
    manifest = json.loads(files[-1].read_text(encoding="utf-8"))
    assert manifest["packages"]["briefbook-house-style"] == "1.0"


def test_a_plugin_that_cannot_be_loaded_is_named(installed, tmp_path):
    (installed / "entry_points.txt").write_text(
        "[briefbook.checks]\nbroken = no_such_module:check\n"
    )
    plugins.plugins.cache_clear()
    with pytest.raises(WrongUse, match="broken") as caught:
        problems_of(copy_of(EXAMPLE, tmp_path))
    assert "briefbook-house-style" in caught.value.hint
