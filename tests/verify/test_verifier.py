"""Verify as one file: it runs without the checkout and without what makes documents."""

import subprocess
import sysconfig
import venv
import zipfile

import pytest

from briefbook.build import build
from docs.tools.verifier import archive, modules
from tests.seeds import EXAMPLE

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]
MAKERS = ("reportlab", "matplotlib", "pptx", "yaml", "uharfbuzz", "briefbook_figures", "babel")
BLOCKED = f"""
import runpy, sys

class Blocked:
    def find_spec(self, name, *rest):
        if name.partition(".")[0] in {MAKERS!r}:
            raise ImportError(f"{{name}} makes documents")

sys.meta_path.insert(0, Blocked())
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("verifier")
    (folder / "verify.pyz").write_bytes(archive())
    build(EXAMPLE, folder / "out", prints=frozenset(("slides", "handout", "page")))
    venv.create(folder / "environment", with_pip=False, symlinks=True)
    return folder


def run(folder, *arguments, lent=True):
    """Run the file with a Python that knows installed packages, and not this checkout."""
    environment = folder / "environment"
    site = next((environment / "lib").glob("python*")) / "site-packages" / "lent.pth"
    site.write_text(f"{sysconfig.get_paths()['purelib']}\n" if lent else "", encoding="utf-8")
    script = ("-c", BLOCKED) if lent else ()
    command = [environment / "bin" / "python", *script, folder / "verify.pyz", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


def test_every_document_is_held_and_what_is_changed_is_told(folder):
    files = sorted(path for path in (folder / "out").iterdir() if path.suffix != ".json")
    assert len(files) == 5
    done = run(folder, *files)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "as built" in done.stdout
    page = next(path for path in files if path.suffix == ".html")
    text = page.read_text(encoding="utf-8")
    try:
        page.write_text(text.replace("About 40 trains", "About 50 trains"), encoding="utf-8")
        done = run(folder, page)
    finally:
        page.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "[text-differs]" in done.stdout


def test_wrong_use_and_what_cannot_be_read_are_sentences(folder):
    done = run(folder, folder / "missing.pdf")
    assert done.returncode == 3
    assert done.stderr.count("error: ") == 1
    done = run(folder, folder / "verify.pyz")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_is_not_installed_is_named(folder):
    done = run(folder, folder / "out" / "example.pdf", lent=False)
    assert done.returncode == 3
    assert "pip install lxml pypdf fonttools" in done.stderr


def test_the_same_checkout_gives_the_same_file_without_what_makes_documents(folder):
    assert archive() == (folder / "verify.pyz").read_bytes()
    rooms = {name.split(".")[1] for name in modules() if "." in name}
    assert rooms.isdisjoint({"deck", "paper", "exhibits", "checks", "model", "provenance", "build"})
    with zipfile.ZipFile(folder / "verify.pyz") as packed:
        assert "briefbook/verify/__init__.py" in packed.namelist()
