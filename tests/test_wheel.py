"""The wheel, installed where there is no checkout, is the whole program."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from docs.tools.shell_files import COMPLETIONS, MANUAL
from tests.shipped import shipped_wheel
from tests.tools import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """An environment with the wheel of this checkout; what it depends on is lent by this one.

    A folder named in a .pth file lends packages but not the .pth files in it, so that the checkout
    which is installed here as editable stays out.
    """
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder / "environment", with_pip=False, symlinks=True)
    python = folder / "environment" / "bin" / "python"
    site = next((folder / "environment" / "lib").glob("python*")) / "site-packages"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", site, shipped_wheel()], check=True, capture_output=True)
    (site / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return python


@pytest.fixture(scope="module")
def run(installed, tmp_path_factory):
    folder = tmp_path_factory.mktemp("empty")
    home = tmp_path_factory.mktemp("home")
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}

    def run(*arguments):
        return subprocess.run(
            [installed, *arguments], cwd=folder, capture_output=True, text=True, check=False,
            timeout=300, env={**surroundings, "HOME": str(home)},
        )  # fmt: skip

    return run


def test_it_is_the_wheel_that_runs(run):
    done = run("-c", "import briefbook, briefbook_figures; print(briefbook.__file__)")
    assert done.returncode == 0, done.stderr
    assert "site-packages" in done.stdout
    assert not Path(done.stdout.strip()).is_relative_to(ROOT)


def test_the_wheel_has_the_borders_of_the_world_and_where_they_are_from(run):
    script = (
        "from briefbook_figures.countries import FOLDER, capitals;"
        "from briefbook_figures.geography import atlas;"
        "print(len(atlas().shared('TJ', 'AF')), capitals()['TJ'].name, (FOLDER / 'PROVENANCE.txt').exists())"
    )
    done = run("-c", script)
    assert done.stdout == "1 Dushanbe True\n", done.stderr


def test_the_wheel_has_the_programs_of_expressions_for_the_python_that_made_it(run):
    done = run("-c", "from briefbook.patterns import installed_file; print(installed_file())")
    file = Path(done.stdout.strip())
    assert file.stat().st_size > 100_000, done.stderr
    assert not file.is_relative_to(ROOT)


def test_a_new_seed_checks_builds_and_reads_back(run):
    said = ""
    for arguments in (
        ("new", "mine"),
        ("check", "mine"),
        ("build", "mine"),
        ("verify", "dist/mine.pdf", "dist/mine.pptx"),
        ("diff", "dist/mine.json", "dist/mine.json"),
    ):
        done = run("-m", "briefbook", *arguments)
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        said = done.stdout
    assert said.endswith("Nothing changed.\n")


def test_the_wheel_brings_what_shells_and_man_read(installed):
    site = next((installed.parent.parent / "lib").glob("python*")) / "site-packages"
    assert {*COMPLETIONS.values(), MANUAL} <= {
        path.relative_to(site).as_posix() for path in (site / "share").rglob("*") if path.is_file()
    }
