"""What a reader can be made to see is named, also when the manifest was sealed again."""

from pathlib import Path

import pytest

from briefbook.errors import Unreadable
from briefbook.verify import verify
from tests.verify.tampering import built, changed_by
from tests.verify.visible import KINDS, resealed

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("read_once")]


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    return built(tmp_path_factory.mktemp("built"))


def told(name: str, files: dict[str, Path], folder: Path, *, is_resealed: bool) -> set[str]:
    kind = KINDS[name]
    path, manifest = folder / files[kind.suffix].name, folder / "example.json"
    changed = changed_by(kind.change, files[kind.suffix].read_bytes())
    path.write_bytes(changed)
    known = files[".json"].read_bytes()
    manifest.write_bytes(resealed(known, path.name, changed) if is_resealed else known)
    try:
        return {problem.rule for problem in verify((path,))} - {"file-changed"}
    except Unreadable:
        return {"unreadable"}


@pytest.mark.parametrize("name", KINDS)
def test_what_a_reader_sees_is_named(name, files, tmp_path):
    assert told(name, files, tmp_path, is_resealed=False)


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.is_found_resealed])
def test_hashes_written_again_do_not_hide_it(name, files, tmp_path):
    assert told(name, files, tmp_path, is_resealed=True)
