"""What programs may call: bytes and data, nothing written unless asked, and the same names tomorrow."""

import inspect

import pytest
import yaml

from briefbook import library
from briefbook.build import build as build_files
from briefbook.cli import main
from tests.seeds import EXAMPLE, copy_of, edit

SURFACE = {
    "build": "(briefing: 'Briefing | Path_', *, pdf: 'bool' = True, pptx: 'bool' = True, brand: 'Path_ | None' = None) -> 'Documents'",
    "check": "(briefing: 'Briefing | ResolvedBriefing') -> 'tuple[Problem, ...]'",
    "draft": "(files: 'Iterable[Path_]', encoding: 'str | None' = None) -> 'str'",
    "load": "(model: 'Mapping[str, object]', *, sources: 'Mapping[str, str]', series: "
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
        "Briefing", "BriefbookError", "Documents", "DoesNotFit", "Problem", "Problems", "Quantity",
        "ResolvedBriefing", "Severity", "Table",
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
