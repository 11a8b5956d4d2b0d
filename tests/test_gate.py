"""The gate: no PDF that fails its standards takes the place of one that does not."""

import importlib
import sys

import pikepdf
import pytest

from briefbook.build import build
from briefbook.build_forms import Wishes
from briefbook.cli import main
from briefbook.errors import Problems, WrongUse
from briefbook.gate import check_gate
from tests.brand.made import copy_of_ministry, printing_condition
from tests.seeds import EXAMPLE, edit

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]


def test_what_passes_is_written(tmp_path, capsys):
    assert (
        main(["build", str(EXAMPLE), "--out", str(tmp_path), "--gate", "--pdf", "--handout"]) == 0
    )
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert capsys.readouterr().out


def test_what_fails_is_told_by_standard_and_nothing_is_written(tmp_path, monkeypatch):
    build(EXAMPLE, tmp_path, pptx=False)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    building = importlib.import_module("briefbook.documents")
    rendered = building._rendered

    def untagged(*arguments):
        made = rendered(*arguments)
        with pikepdf.new() as empty:
            empty.add_blank_page()
            empty.save(tmp_path / "untagged")
        broken = (tmp_path / "untagged").read_bytes()
        (tmp_path / "untagged").unlink()
        object.__setattr__(made, "outputs", dict.fromkeys(made.outputs, broken))
        return made

    monkeypatch.setattr(building, "_rendered", untagged)
    with pytest.raises(Problems) as caught:
        build(EXAMPLE, tmp_path, pptx=False, gate=True)
    messages = [problem.message for problem in caught.value.problems]
    assert any("PDF/UA-1" in message for message in messages)
    assert any("PDF/A-3a" in message for message in messages)
    assert {problem.rule for problem in caught.value.problems} == {"gate"}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_for_a_printer_in_his_condition_is_held_to_no_archive(tmp_path):
    brand = copy_of_ministry(tmp_path / "brand")
    (tmp_path / "brand" / "test.icc").write_bytes(printing_condition())
    edit(tmp_path / "brand", "    notes: Public Sans\n",
         "    notes: Public Sans\n    print: {profile: test.icc, condition: TEST1}\n",
         "_brand.yml")  # fmt: skip
    wishes = Wishes(print="colour")
    built = build(EXAMPLE, tmp_path / "out", pptx=False, wishes=wishes, brand=brand, gate=True)
    assert [path.name for path in built.files[:2]] == ["example.pdf", "example-print.pdf"]


def test_without_the_extra_the_gate_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "page", None)
    with pytest.raises(WrongUse, match="page-validation") as caught:
        check_gate({})
    assert "pip install" in caught.value.hint
