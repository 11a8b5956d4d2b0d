"""The page of a verification: what it says, that it loads nothing, and that a file cannot write into it."""

import re
from pathlib import Path

import pytest

from briefbook.cli import main
from briefbook.theme.wcag import contrast
from briefbook.verify.__main__ import main as verify_alone
from briefbook.verify.report_page import _STYLE
from tests.tools import axe
from tests.verify.tampering import built

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]
READABLE = 4.5


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    return built(tmp_path_factory.mktemp("built"))


def page_of(arguments: list[str], folder: Path, code: int) -> str:
    report = folder / "report.html"
    assert main(["verify", *arguments, "--report", str(report)]) == code
    return report.read_text(encoding="utf-8")


def test_documents_as_built_are_told_with_their_hashes_and_facts(files, tmp_path):
    page = page_of([str(files[".pdf"]), str(files[".pptx"])], tmp_path, 0)
    assert "<b>As built.</b>" in page
    assert "What differs" not in page
    assert "17 reported by a source" in page
    assert page.count(">as built<") == 2


def test_each_difference_has_its_place_and_its_rule(files, tmp_path):
    changed = tmp_path / "example.pdf"
    changed.write_bytes(files[".pdf"].read_bytes() + b"\n% later\n")
    page = page_of([str(changed), "--manifest", str(files[".json"])], tmp_path, 1)
    assert "<b>Not as built.</b>" in page
    assert "<code>file-changed</code>" in page


def test_it_loads_and_runs_nothing_and_names_are_escaped(files, tmp_path):
    odd = tmp_path / "<script>alert(1)</script>.pptx".replace("/", "_")
    odd.write_bytes(files[".pptx"].read_bytes())
    page = page_of([str(odd), "--manifest", str(files[".json"])], tmp_path, 0)
    assert "<script" not in page
    assert re.search(r"(?:src|href)=|url\(|@import", page) is None
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page


def test_every_ink_is_readable_by_day_and_by_night():
    for rules in re.findall(r":root\{([^}]*)\}", _STYLE):
        inks = dict(re.findall(r"--(\w+):#(\w{3,6})", rules))
        inks = {n: v if len(v) == 6 else "".join(c * 2 for c in v) for n, v in inks.items()}
        for ink in ("ink", "quiet", "good", "bad"):
            assert min(contrast(inks[ink], inks[g]) for g in ("ground", "tint")) >= READABLE


def test_the_tool_for_those_who_only_receive_writes_it_too(files, tmp_path):
    report = tmp_path / "report.html"
    assert verify_alone([str(files[".pptx"]), "--report", str(report)]) == 0
    assert "<b>As built.</b>" in report.read_text(encoding="utf-8")


@pytest.mark.chromium
@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium, files, tmp_path, scheme):
    changed = tmp_path / "example.pdf"
    changed.write_bytes(files[".pdf"].read_bytes() + b"\n% later\n")
    page_of([str(changed), str(files[".pptx"]), "--manifest", str(files[".json"])], tmp_path, 1)
    for width in (1280, 360):
        page = chromium.new_page(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
        )
        page.goto((tmp_path / "report.html").as_uri())
        assert axe(page, 10) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
