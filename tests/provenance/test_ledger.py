"""The ledger: what each fact is worth, what bears it, and where it is printed."""

import importlib
import json
import subprocess
import sys

import pytest
from pypdf import PdfReader

from briefbook.build import build
from briefbook.language.words import words_of
from briefbook.verify import verify
from tests.seeds import EXAMPLE, TAJIKISTAN, copy_of, edit

pytestmark = pytest.mark.usefixtures("keeping")


@pytest.fixture(scope="module", params=[EXAMPLE, TAJIKISTAN], ids=lambda seed: seed.name)
def outputs(request, tmp_path_factory):
    out = tmp_path_factory.mktemp(request.param.name)
    return {path.suffix: path for path in build(request.param, out).files}


def ledger_of(outputs):
    return json.loads(outputs[".json"].read_bytes())


def fact_of(ledger, statement):
    return next(fact for fact in ledger["facts"] if fact["statement"] == statement)


@pytest.fixture
def example(tmp_path):
    return ledger_of({path.suffix: path for path in build(EXAMPLE, tmp_path).files})


def test_a_fact_has_its_values_with_units_and_dates_as_edtf(example):
    assert fact_of(example, "bridge")["values"] == [
        {"number": "14000000", "unit": "USD"},
        {"date": "2011-06-21"},
    ]
    assert {"number": "40", "bound": "~"} in fact_of(example, "trains")["values"]


def test_an_event_and_an_amount_have_their_own_value(example):
    assert fact_of(example, "e-embassy")["value"] == {"date": "1996-09"}
    assert fact_of(example, "a-clinics")["value"] == {"number": "2500000", "unit": "USD"}


def test_a_fact_has_its_quotes_with_paragraph_and_offsets(example):
    [quote] = fact_of(example, "trains")["quotes"]
    [passage] = [p for p in example["passages"] if p["number"] == quote["number"]]
    text = (EXAMPLE / "source.txt").read_text(encoding="utf-8")
    assert text[quote["start"] : quote["end"]] == passage["quote"]
    assert quote["paragraph"] >= 1


def test_every_fact_is_printed_somewhere(outputs):
    facts = ledger_of(outputs)["facts"]
    assert [fact["name"] for fact in facts if not fact["pages"] and not fact["slides"]] == []


def test_every_text_has_a_page_and_is_there_in_the_finished_paper(outputs):
    pages = [words_of(page.extract_text()) for page in PdfReader(outputs[".pdf"]).pages]
    for text in ledger_of(outputs)["paper"]["texts"]:
        words = words_of("".join(said for said, _ in text["parts"]))
        if not words:
            continue
        assert text["pages"]
        # Words cut by a hyphen at a line's end are read in two: most words must be there, not all.
        there = {word for number in text["pages"] for word in pages[number - 1]}
        assert sum(word in there for word in words) >= 0.8 * len(words), text


def test_a_build_of_one_file_keeps_what_is_known_of_the_other(tmp_path):
    build(EXAMPLE, tmp_path)
    whole = (tmp_path / "example.json").read_bytes()
    build(EXAMPLE, tmp_path, pptx=False)
    assert (tmp_path / "example.json").read_bytes() == whole
    build(EXAMPLE, tmp_path, pdf=False)
    assert (tmp_path / "example.json").read_bytes() == whole


def test_a_changed_model_forgets_the_pages_of_a_paper_that_was_not_built_again(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    build(seed, tmp_path / "out")
    edit(seed, "topic: Country relations", "topic: Neighbours")
    build(seed, tmp_path / "out", pdf=False)
    ledger = json.loads((tmp_path / "out" / "example.json").read_bytes())
    assert ledger["outputs"]["example.pdf"]["is_stale"]
    assert all(not text["pages"] for text in ledger["paper"]["texts"])


def test_building_needs_no_pdf_reader(tmp_path):
    code = (
        "import sys; sys.modules['pypdf'] = None\n"
        "from pathlib import Path\n"
        "from briefbook.build import build\n"
        f"build(Path({str(EXAMPLE)!r}), Path({str(tmp_path)!r}))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_verifying_without_a_pdf_reader_says_how_to_get_one(tmp_path, monkeypatch):
    verify = importlib.import_module("briefbook.verify")
    from briefbook.errors import Unreadable

    made = {path.suffix: path for path in build(EXAMPLE, tmp_path).files}
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert verify.verify((made[".pptx"],)) == ()
    with pytest.raises(Unreadable, match="pypdf") as caught:
        verify.verify((made[".pdf"],))
    assert "pip install pypdf" in caught.value.hint


@pytest.mark.slow
@pytest.mark.parametrize("alone", [{"pptx": False}, {"pdf": False}])
def test_a_document_that_was_built_alone_verifies(tmp_path, alone):
    files = build(EXAMPLE, tmp_path, **alone).files
    assert verify(tuple(file for file in files if file.suffix != ".json")) == ()
