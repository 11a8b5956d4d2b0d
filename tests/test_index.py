"""The index of a folder: every briefing with its answer and files, the same bytes, readable by everybody."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefbook.build import build
from briefbook.build_forms import Wishes
from briefbook.cli import main
from briefbook.errors import Unreadable
from briefbook.index import write_index
from tests import tools
from tests.seeds import EXAMPLE, KETTERIA

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("dist")
    build(EXAMPLE, out)
    build(EXAMPLE, out, pdf=False, wishes=Wishes(variant="short"))
    build(KETTERIA, out, pptx=False)
    (out / "other.json").write_text('{"a": 1}', encoding="utf-8")
    return out


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "dist"))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self.links += [value for key, value in attrs if key in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(folder: Path) -> _Page:
    found = _Page()
    found.feed((folder / "index.html").read_text(encoding="utf-8"))
    return found


def test_every_briefing_is_listed_with_its_answer_and_the_files_that_are_there(
    folder: Path,
) -> None:
    (folder / "example.pptx").unlink()
    write_index(folder)
    found = page(folder)
    said = "".join(found.words)
    for id_ in ("example", "ketteria-aid"):
        manifest = json.loads((folder / f"{id_}.json").read_bytes())
        answer = next(f["texts"][0] for f in manifest["facts"] if f["statement"] == "bottom-line")
        assert manifest["title"] in said
        assert answer in said
    assert "Edition of 23 November 2026 · edited, short form" in said
    assert found.links == [
        "ketteria-aid.pdf", "ketteria-aid.json", "example.pdf", "example.json",
        "example-short.pptx", "example-short.json",
    ]  # fmt: skip


def test_what_a_short_deck_leaves_out_is_not_counted(folder: Path) -> None:
    write_index(folder)
    counts = [int(n) for n in re.findall(r"(\d+) statements", "".join(page(folder).words))]
    assert counts[2] < counts[1]


def test_the_page_needs_nothing_from_elsewhere(folder: Path) -> None:
    write_index(folder)
    found = page(folder)
    assert not {"script", "img", "link", "iframe"} & {*found.tags}
    assert all(not link.startswith(("http", "/", "..")) for link in found.links)


def test_the_same_folder_gives_the_same_bytes_and_links_lead_from_elsewhere_too(
    folder: Path, tmp_path: Path
) -> None:
    first, _ = write_index(folder)
    before = [path.read_bytes() for path in first]
    again, _ = write_index(folder)
    assert [path.read_bytes() for path in again] == before
    write_index(folder, out=tmp_path / "site")
    for link in page(tmp_path / "site").links:
        assert (tmp_path / "site" / link).is_file()


def test_the_pdf_says_the_same_and_is_tagged(folder: Path) -> None:
    write_index(folder, "Two & <three>")
    path = folder / "index.pdf"
    for profile in ("ua1", "3a"):
        assert tools.page_validation(path, profile) == []
    with pikepdf.open(path) as pdf:
        targets = [str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", [])]
        assert targets == page(folder).links
        with pdf.open_outline() as outline:
            assert len(outline.root) == 3
    assert "Two & <three>" in page(folder).words


@pytest.mark.java
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_verapdf_is_content_with_it(flavour: str, folder: Path) -> None:
    write_index(folder)
    assert tools.verapdf(folder / "index.pdf", flavour) == []


def test_many_briefings_take_several_pages(folder: Path) -> None:
    manifest = json.loads((folder / "example.json").read_bytes())
    for number in range(40):
        (folder / f"copy-{number}.json").write_text(
            json.dumps({**manifest, "id": f"copy-{number}"}), encoding="utf-8"
        )
    files, warnings = write_index(folder)
    assert len(warnings) == 40, "their seals are another briefing's"
    assert all(warning.rule == "index" for warning in warnings)
    with pikepdf.open(files[1]) as pdf:
        assert len(pdf.pages) > 5


def test_a_folder_without_briefings_is_told_and_nothing_is_written(tmp_path: Path, capsys) -> None:
    (tmp_path / "odd.json").write_text("{", encoding="utf-8")
    with pytest.raises(Unreadable, match="no briefing"):
        write_index(tmp_path)
    assert main(["index", str(tmp_path / "none")]) == 3
    assert "no such folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["odd.json"]
