"""What programs may call: bytes and data, nothing written unless asked, and the same names tomorrow."""

import ast
import copy
import importlib
import inspect
import json
import runpy
import subprocess
import sys
from typing import Any, cast

import pytest
import yaml

import briefbook
from briefbook import library
from briefbook.build import build as build_files
from briefbook.cli import main
from tests.seeds import EXAMPLE, ROOT, copy_of, edit

SURFACE = {
    "build": "(briefing: 'Briefing | Path_', *, pdf: 'bool' = True, pptx: 'bool' = True, brand: 'Path_ | None' = None, fonts: 'Path_ | None' = None) -> 'Documents'",
    "check": "(briefing: 'Briefing | ResolvedBriefing') -> 'tuple[Problem, ...]'",
    "draft": "(files: 'Iterable[Path_]', encoding: 'str | None' = None) -> 'str'",
    "load": "(model: 'Mapping[str, object]', *, sources: 'Mapping[str, str | Source]', series: "
    "'Mapping[str, Table] | None' = None, id: 'str' = 'briefing') -> 'Briefing'",
    "read": "(seed: 'Path_') -> 'Briefing'",
    "resolve": "(briefing: 'Briefing') -> 'ResolvedBriefing'",
    "verify": "(*files: 'Path_', manifest: 'Path_ | None' = None, key: 'Path_ | None' = None) -> 'tuple[Problem, ...]'",
}
"""A change here is a change of version: docs/library.md says of which number."""


@pytest.fixture(scope="module")
def model():
    text = (EXAMPLE / "briefing.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  scalars stay texts
    for entry in (*data["sources"].values(), *data["series"].values()):
        entry.pop("file", None)
        entry.pop("sha256", None)
    return data


@pytest.fixture(scope="module")
def things():
    source = (EXAMPLE / "source.txt").read_text(encoding="utf-8")
    rows = (EXAMPLE / "grants.csv").read_text(encoding="utf-8").splitlines()
    names = rows[0].split(",")
    return {"history": source}, [dict(zip(names, r.split(","), strict=True)) for r in rows[1:]]


class Frame:
    """As much of a data frame of pandas as is used."""

    def __init__(self, records):
        self._records = records

    def to_dict(self, orient):
        assert orient == "records"
        return self._records


class PolarsFrame:
    """As much of a data frame of polars as is used."""

    def __init__(self, records):
        self._records = records

    def to_dicts(self):
        return self._records


def test_the_public_surface_is_what_it_was():
    functions = {
        n: f for n, f in vars(library).items() if n in library.__all__ and inspect.isfunction(f)
    }
    assert {name: str(inspect.signature(f)) for name, f in functions.items()} == SURFACE
    assert set(library.__all__) - set(functions) == {
        "Briefing", "BriefbookError", "Claim", "Documents", "DoesNotFit", "Problem", "Problems",
        "Quantity", "ResolvedBriefing", "Series", "Severity", "Source", "Table",
    }  # fmt: skip


def test_a_build_is_bytes_and_the_same_as_the_command_writes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    documents = library.build(EXAMPLE)
    assert list(tmp_path.iterdir()) == []
    written = {
        path.name: path.read_bytes() for path in build_files(EXAMPLE, tmp_path / "out").files
    }
    assert documents.files() == written
    assert documents.ledger["id"] == "example"
    paths = documents.write(tmp_path / "mine")
    assert library.verify(*(path for path in paths if path.suffix != ".json")) == ()


def test_one_document_is_made_alone():
    documents = library.build(EXAMPLE, pptx=False)
    assert documents.deck is None
    assert set(documents.files()) == {"example.pdf", "example.json"}


@pytest.mark.parametrize("made", [list, Frame, PolarsFrame])
def test_a_briefing_from_data_is_the_one_from_files(model, things, made):
    sources, records = things
    briefing = library.load(model, sources=sources, series={"grants": made(records)}, id="example")
    assert library.check(briefing) == ()
    own = library.read(EXAMPLE)
    assert [(c.id, c.text, c.kind) for c in briefing.claims] == [
        (c.id, c.text, c.kind) for c in own.claims
    ]
    assert [p.value for p in briefing.series[0].points] == [p.value for p in own.series[0].points]


def test_what_is_not_given_is_named(model, things):
    with pytest.raises(library.BriefbookError, match="nothing is given for “history”"):
        library.load(model, sources={}, series={"grants": things[1]})


def test_problems_are_data_with_rule_and_place(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "text: About 40 trains", "text: About 50 trains")
    briefing = library.read(seed)
    found = [p for p in library.check(briefing) if p.severity is library.Severity.ERROR]
    assert {p.rule for p in found} >= {"unsupported-value"}
    assert found[0].place.line > 0
    assert library.check(library.resolve(briefing)) == library.check(briefing)
    with pytest.raises(library.Problems):
        library.build(briefing)


def test_a_notebook_shows_the_paper_and_the_problems():
    shown = library.build(EXAMPLE, pptx=False)._repr_html_()
    assert "No problems" in shown
    assert 'src="data:application/pdf;base64,' in shown


def test_a_draft_is_text_that_builds(tmp_path):
    text = library.draft([EXAMPLE / "source.txt"])
    seed = tmp_path / "drafted"
    seed.mkdir()
    (seed / "briefing.yaml").write_text(text, encoding="utf-8")
    (seed / "source.txt").write_bytes((EXAMPLE / "source.txt").read_bytes())
    assert main(["check", str(seed)]) == 0


# ── The package's own names, and the examples ────────────────────────────────────────────────────

EXAMPLES = ROOT / "docs" / "examples" / "library"


def test_the_package_has_the_librarys_names_and_no_others():
    assert set(briefbook.__all__) == {*library.__all__, "__version__"}
    assert all(getattr(briefbook, name) is getattr(library, name) for name in library.__all__)
    assert set(library.__all__) <= set(dir(briefbook))
    with pytest.raises(AttributeError, match="has no attribute 'rea'"):
        getattr(briefbook, "rea")  # noqa: B009


def test_rooms_of_the_same_name_do_not_hide_them():
    code = "import briefbook.build, briefbook.verify, briefbook.draft, briefbook as b; print(b.build.__module__, b.verify.__module__, b.draft.__module__)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["briefbook.library"] * 3


def test_importing_the_package_loads_nothing_else():
    code = "import sys, briefbook; print(*(n for n in sys.modules if n.startswith('briefbook')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(told.stdout.split()) == {"briefbook", "briefbook.version"}


def test_type_checkers_know_the_names():
    tree = ast.parse((ROOT / "report" / "briefbook" / "__init__.py").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "briefbook.library"]  # fmt: skip
    assert {alias.name for node in imports for alias in node.names} == set(library.__all__)
    assert (ROOT / "report" / "briefbook" / "py.typed").is_file()


def test_a_source_is_read_and_quoted_letter_for_letter(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("---\ntitle: A page\n---\n\nAbout 40 trains cross it daily.\n")
    source = briefbook.Source.read(page)
    assert (source.title, source.quote("40 trains")) == ("A page", {"quote": "40 trains"})
    with pytest.raises(briefbook.BriefbookError, match="is not in the text"):
        source.quote("50 trains")
    with pytest.raises(briefbook.BriefbookError, match="more than once"):
        briefbook.Source.from_text("one, and one").quote("one")


def test_what_a_source_says_of_itself_fills_what_the_model_leaves_open(model, things):
    bare = copy.deepcopy(model)
    del bare["sources"]["history"]["title"]
    source = briefbook.Source.from_text(things[0]["history"], title="A page", publisher="Nobody")
    briefing = briefbook.load(bare, sources={"history": source}, series={"grants": things[1]})
    assert (briefing.sources[0].title, briefing.sources[0].publisher) == ("A page", "Briefbook example")  # fmt: skip


def test_the_view_of_django_answers_with_the_paper_or_with_the_problems(model, things):
    settings = importlib.import_module("django.conf").settings
    if not settings.configured:
        settings.configure(DEFAULT_CHARSET="utf-8")
    RequestFactory = importlib.import_module("django.test").RequestFactory  # noqa: N806

    view = runpy.run_path(str(EXAMPLES / "django_view.py"))["paper_view"]
    request = RequestFactory().get("/papers/verania.pdf")
    answer = view(lambda _: (model, things[0]["history"], things[1]))(request, "verania")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF-")
    wrong = copy.deepcopy(model)
    wrong["claims"][4]["text"] = "About 50 trains use it every day."
    answer = view(lambda _: (wrong, things[0]["history"], things[1]))(request, "verania")
    assert answer.status_code == 422
    assert b"unsupported-value" in answer.content


def test_a_data_frame_becomes_a_series(model, things):
    pandas = importlib.import_module("pandas")
    frame = pandas.DataFrame({"year": [int(r["year"]) for r in things[1]], "usd": [int(r["current_usd"]) for r in things[1]]})  # fmt: skip
    briefing = runpy.run_path(str(EXAMPLES / "data_frame.py"))["briefing_of"](model, things[0]["history"], frame)  # fmt: skip
    assert briefbook.check(briefing) == ()
    assert briefing.series[0].by_year == briefbook.read(EXAMPLE).series[0].by_year


def test_the_notebook_runs_from_top_to_bottom():
    cells = json.loads((EXAMPLES / "notebook.ipynb").read_text(encoding="utf-8"))["cells"]
    shown: list[Any] = []
    names: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            *body, last = ast.parse("".join(cell["source"])).body
            exec(compile(ast.Module(body, []), "notebook", "exec"), names)  # noqa: S102
            code = compile(ast.Expression(cast("ast.Expr", last).value), "notebook", "eval")
            shown.append(eval(code, names))  # noqa: S307
    title, problems, wrong, documents = shown
    assert (title, problems) == ("Verania–Ostmark relations", [])
    assert "50" in wrong[0]
    assert "data:application/pdf" in documents._repr_html_()
