"""More kinds of tampering, of every document and of the ledger, are named although all hashes were written again.

All of them: `python docs/tools/tampering.py`. Here every eleventh, so that the tests stay quick.
"""

import json
from pathlib import Path

import pytest

from briefbook.build import build
from briefbook.errors import Unreadable
from briefbook.manifest import SEAL, seal_of
from briefbook.verify import verify
from tests.verify import photos
from tests.verify.visible import Kind, resealed
from tests.verify.visible_more import LEDGER, MORE

pytestmark = pytest.mark.slow
SHARE = 11
NAMES = {s: f"example{s}" for s in (".pdf", ".pptx", ".html", "-slides.pdf", "-handout.pdf")}


def everything(folder: Path) -> dict[str, Path]:
    """Build the example with a photograph in every form; return its files by name."""
    forms = frozenset(("slides", "handout", "page"))
    return {path.name: path for path in build(photos.shown(), folder, prints=forms).files}


def told(kind: Kind, files: dict[str, Path], folder: Path, *, is_resealed: bool = True) -> set[str]:
    """Return the rules by which one changed file is named, beside that it was changed."""
    name = NAMES[kind.suffix]
    changed = kind.change(files[name].read_bytes())
    assert changed != files[name].read_bytes()
    known = files["example.json"].read_bytes()
    (folder / name).write_bytes(changed)
    (folder / "example.json").write_bytes(resealed(known, name, changed) if is_resealed else known)
    try:
        return {problem.rule for problem in verify((folder / name,))} - {"file-changed"}
    except Unreadable:
        return {"unreadable"}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return everything(tmp_path_factory.mktemp("built"))


def test_every_kind_changes_something_in_the_documents_as_they_are_now(files):
    for name, kind in MORE.items():
        data = files[NAMES[kind.suffix]].read_bytes()
        assert kind.change(data) != data, name


@pytest.mark.parametrize("name", list(MORE)[::SHARE])
def test_what_a_reader_sees_is_named(name, files, tmp_path):
    assert told(MORE[name], files, tmp_path)


@pytest.mark.parametrize("name", list(LEDGER)[::SHARE])
def test_a_ledger_that_contradicts_the_documents_is_told(name, files, tmp_path):
    data = json.loads(files["example.json"].read_bytes())
    LEDGER[name][1](data)
    data[SEAL] = seal_of(data)
    manifest = tmp_path / "example.json"
    manifest.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert verify((files["example.pdf"], files["example.pptx"]), manifest)
