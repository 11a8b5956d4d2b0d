"""Plugins: what the example brings takes part once it is installed, and is in the manifest."""

import hashlib
import importlib
import json
import tomllib
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from briefbook import plugins
from briefbook.brand import brand_of
from briefbook.brand.wear import brand_inputs
from briefbook.build import build
from briefbook.cli import main
from briefbook.errors import Problems, Severity, WrongUse
from briefbook.exhibits import make_charts
from briefbook.model.reader import read_briefing
from briefbook.provenance.brand import brand_files
from briefbook.sources.formats import read_source
from briefbook.verify import verify
from briefbook_figures.spec_rows import Datum, Layout, MarkKind, Row, RowChart, RowMark
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


# ── Chart forms ─────────────────────────────────────────────────────────────────────────────────

COLUMNS = "columns: {series: grants, highlight: [2010, 2014]}"
WATERFALL = "plugin: {form: waterfall, parts: [{series: grants, label: Grants}], highlight: [2010]}"


@pytest.fixture
def drawn(installed, tmp_path):  # noqa: ARG001  it is there while this is used
    """The example with its grants as a waterfall."""
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, COLUMNS, WATERFALL)
    return seed


def _chart(seed):
    art = make_charts(read_briefing(seed))["grants"]
    assert isinstance(art.chart, RowChart)
    return art, art.chart


def _module():
    return importlib.import_module("briefbook_house_style")


def test_a_form_draws_the_briefings_figures_and_says_them_to_who_does_not_see(drawn):
    art, chart = _chart(drawn)
    figures = {label: value for label, value, *_ in art.data.exact_rows if value is not None}
    ends = {row.label: mark.end.value for row in chart.rows for mark in row.marks}
    assert ends == figures
    for row in chart.rows:
        assert f"{row.label}, {chart.text(row.marks[0])}" in art.alt
    first, second, *_ = chart.rows
    assert not first.marks[0].is_change
    assert second.marks[0].is_change
    assert second.marks[0].said.value == figures[second.label] - figures[first.label]


@pytest.mark.slow
def test_both_documents_show_a_form_and_verify_accepts_it_only_as_it_is(drawn, tmp_path):
    files = build(drawn, tmp_path / "out").files
    paper, deck, manifest = (
        next(f for f in files if f.name == f"example{end}") for end in (".pdf", ".pptx", ".json")
    )
    assert verify((paper, deck), manifest) == ()
    _, chart = _chart(drawn)
    said = [chart.text(mark) for mark in chart.marks]
    slides = json.loads(manifest.read_text(encoding="utf-8"))["deck"]["slides"]
    (slide,) = (s for s in slides if s["id"] == "exhibit-grants")
    told = json.dumps(slide, ensure_ascii=False)
    assert all(text in told for text in said)
    other = tmp_path / "out" / "other" / deck.name
    other.parent.mkdir()
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("ppt/slides/slide"):
                data = data.replace(f">{said[1]}<".encode(), b">+$9M<")
            new.writestr(name, data)
    problems = verify((other,), manifest)
    (problem,) = (p for p in problems if p.statement == "grants" and "9" in p.message)
    assert problem.message.startswith("says")


@pytest.mark.usefixtures("installed")
def test_a_form_that_nobody_brings_is_a_problem_with_its_place(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, COLUMNS, WATERFALL.replace("waterfall", "spiral"))
    (problem,) = (p for p in problems_of(seed) if p.rule == "form")
    assert "spiral" in problem.message
    assert "waterfall" in problem.hint
    assert problem.place.line


@pytest.mark.parametrize(
    ("composed", "told"),
    [
        (lambda _: 1 / 0, "ZeroDivisionError"),
        (lambda _: None, "instead of a Layout"),
        (lambda _: Layout("Bars", ()), "0 rows"),
        (lambda data: _one_bar("41 bridges", data), "41"),
        (lambda data: _one_bar("2006", data, Datum(Decimal(7), ())), "draws 7"),
        (lambda d: _one_bar("2006", d, Datum(Decimal(8), (("Grants", "2006", 1),))), "draws 8"),
    ],
)  # fmt: skip
def test_what_is_not_of_the_data_is_refused_by_the_plugins_name(drawn, monkeypatch, composed, told):
    monkeypatch.setattr(_module(), "waterfall", composed)
    with pytest.raises(WrongUse, match="waterfall") as caught:
        make_charts(read_briefing(drawn))
    assert told in caught.value.message
    assert "briefbook-house-style" in caught.value.hint


def test_check_has_a_form_composed_and_tells_what_no_document_may_show(drawn, monkeypatch, capsys):
    assert main(["check", str(drawn)]) == 0
    monkeypatch.setattr(_module(), "waterfall", lambda data: _one_bar("41 bridges", data))
    assert main(["check", str(drawn)]) == WrongUse.exit_code
    assert "no label of the data has 41" in capsys.readouterr().err


def _one_bar(label, data, end=None):
    end = end or data.series[0].points[0][1]
    return Layout("Bars", (Row(label, (RowMark(MarkKind.BAR, end, is_labelled=True),)),))


# ── Brands, and what fails ──────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("installed")
def test_a_packages_brand_is_worn_by_its_name(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    named = brand_of(seed, Path("house-style"))
    assert main(["brand", "house-style", "--check"]) == 0
    assert named
    assert named.name == "House style of the North"
    own = seed / "_brand.yml"
    own.write_text("defaults: {briefbook: {brand: house-style}}\n")
    worn = brand_of(seed)
    assert worn
    assert worn.look.inks == named.look.inks
    assert brand_files(worn) == {
        "_brand.yml": hashlib.sha256(own.read_bytes()).hexdigest(),
        "house-style/briefbook_house_style_brand.yml": dict(named.files)[named.file],
    }
    assert dict(brand_inputs(seed, worn, True)).keys() >= {own, named.file}


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("defaults: {briefbook: {brand: other}}", "no installed package has the brand “other”"),
        ("meta: {name: X}\ndefaults: {briefbook: {brand: house-style}}", "says more"),
    ],
)
def test_a_brand_that_no_package_offers_or_that_says_more_is_told(tmp_path, said, told):
    (tmp_path / "_brand.yml").write_text(f"{said}\n")
    with pytest.raises(Problems) as caught:
        brand_of(tmp_path)
    (problem,) = caught.value.problems
    assert told in problem.message


@pytest.mark.usefixtures("installed")
def test_a_plugin_that_fails_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(_module(), "check_names_of_countries", lambda _: (1 / 0 for _ in "x"))
    with pytest.raises(WrongUse, match=r"house-style.*ZeroDivisionError"):
        problems_of(copy_of(EXAMPLE, tmp_path))
    monkeypatch.setattr(_module(), "brand_file", lambda: "nowhere.yml")
    with pytest.raises(WrongUse, match="house-style"):
        brand_of(tmp_path, Path("house-style"))
