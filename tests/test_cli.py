"""The command line: exit codes, messages with places, and nothing heavy loaded without need."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefbook.cli import main
from briefbook.cli.pre_commit import check_files
from briefbook.version import __version__
from tests.seeds import EXAMPLE, copy_of, edit

HEAVY = ("matplotlib", "numpy", "reportlab", "pptx", "lxml", "PIL", "fontTools", "uharfbuzz")


@pytest.fixture
def seed(tmp_path):
    return copy_of(EXAMPLE, tmp_path)


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "briefbook", *map(str, arguments)],
        capture_output=True, text=True, check=False, timeout=120, env={**os.environ, **environment},
    )  # fmt: skip


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"briefbook {__version__}\n"


def test_no_command_prints_the_help_and_counts_as_wrong_use(capsys):
    assert main([]) == 2
    assert "examples:" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "build", "new"])
def test_every_command_has_help_with_an_example(command, capsys):
    with pytest.raises(SystemExit):
        main([command, "--help"])
    out = capsys.readouterr().out
    assert f"briefbook {command} " in out.split("examples:")[1]


def test_a_clean_seed_passes_and_the_claim_is_modest(seed, capsys):
    assert main(["check", str(seed)]) == 0
    out = capsys.readouterr().out
    assert "values match evidence" in out
    assert "verified" not in out


def test_problems_end_with_1_and_name_file_line_and_column(seed, capsys):
    edit(seed, "text: About 40 trains use it", "text: About 400 trains use it")
    assert main(["check", str(seed)]) == 1
    error = capsys.readouterr().err
    assert f"{seed}/briefing.yaml:" in error
    assert "error: claim trains: nothing in its evidence supports “400”" in error
    assert "\n    the evidence has: 40" in error


def test_a_failed_build_leaves_the_folder_as_it_was(seed, tmp_path, capsys):
    out = tmp_path / "dist"
    out.mkdir()
    (out / "example.pdf").write_bytes(b"the previous edition")
    edit(seed, "value: USD 14 million", "value: USD 15 million")
    assert main(["build", str(seed), "--out", str(out)]) == 1
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {
        "example.pdf": b"the previous edition"
    }
    assert "$15 million" in capsys.readouterr().err


def test_a_folder_that_is_not_there_ends_with_3(tmp_path, capsys):
    assert main(["build", str(tmp_path / "nothing")]) == 3
    assert "there is no such folder" in capsys.readouterr().err


def test_wrong_use_ends_with_2(tmp_path, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["bild", str(tmp_path)])
    assert caught.value.code == 2
    assert main(["new", str(tmp_path / "Not A Name")]) == 2
    assert main(["new", str(tmp_path)]) == 2
    capsys.readouterr()


def test_a_new_seed_builds_at_once(tmp_path, capsys):
    folder = tmp_path / "my-briefing"
    assert main(["new", str(folder)]) == 0
    assert main(["check", str(folder)]) == 0
    assert main(["build", str(folder), "--out", str(tmp_path / "dist")]) == 0
    made = sorted(path.name for path in (tmp_path / "dist").iterdir())
    assert made == ["my-briefing.json", "my-briefing.pdf", "my-briefing.pptx"]
    capsys.readouterr()


def test_one_output_is_written_and_the_other_kept_or_marked_stale(seed, tmp_path, capsys):
    out = tmp_path / "dist"
    assert main(["build", str(seed), "--out", str(out)]) == 0
    deck = (out / "example.pptx").read_bytes()
    assert main(["build", str(seed), "--out", str(out), "--pdf"]) == 0
    outputs = json.loads((out / "example.json").read_text())["outputs"]
    assert (outputs["example.pptx"]["is_stale"], outputs["example.pdf"]["is_stale"]) == (
        False,
        False,
    )
    edit(
        seed,
        "subtitle: An example about two invented countries",
        "subtitle: An example about invented countries",
    )
    assert main(["build", str(seed), "--out", str(out), "--pdf"]) == 0
    outputs = json.loads((out / "example.json").read_text())["outputs"]
    assert (outputs["example.pptx"]["is_stale"], outputs["example.pdf"]["is_stale"]) == (
        True,
        False,
    )
    assert (out / "example.pptx").read_bytes() == deck
    capsys.readouterr()


@pytest.mark.parametrize(
    "arguments", [["--version"], ["check", str(EXAMPLE)]], ids=["version", "check"]
)
def test_nothing_heavy_is_loaded_without_need(arguments):
    code = (
        "import sys; from briefbook.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        f"print('loaded:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded: []\n")


def test_plain_lines_are_printed_where_there_is_no_terminal(seed, tmp_path):
    done = run("build", seed, "--out", tmp_path / "dist")
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[:2] == ["reading", "checking"]
    assert "\033" not in done.stdout + done.stderr
    assert f"{tmp_path / 'dist' / 'example.pdf'}  " in done.stdout


def test_an_unwritable_folder_ends_with_3(seed, tmp_path):
    (tmp_path / "dist").write_text("a file")
    done = run("build", seed, "--out", tmp_path / "dist")
    assert done.returncode == 3
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_clock_is_refused(seed, tmp_path):
    done = run("build", seed, "--out", tmp_path / "dist", SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert not Path(tmp_path / "dist").exists()


def test_a_document_that_is_not_asked_for_is_not_planned(seed, tmp_path, capsys):
    """What has no room on a slide stops the deck, and is no matter where only the paper is asked for."""
    long = "Grants peaked at $5.2 million in 2010" + ", as everybody knows who was there" * 10
    edit(seed, "Grants peaked at $5.2 million in 2010", long)
    out = tmp_path / "dist"
    assert main(["build", str(seed), "--pdf", "--out", str(out)]) == 0
    assert sorted(path.suffix for path in out.iterdir()) == [".json", ".pdf"]
    assert json.loads((out / "example.json").read_text())["deck"]["slides"] == []
    assert main(["verify", str(out / "example.pdf")]) == 0
    assert main(["build", str(seed), "--pptx", "--out", str(out)]) == 1
    capsys.readouterr()


def test_two_builds_of_one_document_each_tell_what_one_build_of_both_tells(seed, tmp_path, capsys):
    one, two = tmp_path / "one", tmp_path / "two"
    assert main(["build", str(seed), "--out", str(one)]) == 0
    for only in ("--pdf", "--pptx"):
        assert main(["build", str(seed), "--out", str(two), only]) == 0
    for name in ("example.pdf", "example.pptx", "example.json"):
        assert (one / name).read_bytes() == (two / name).read_bytes(), name
    capsys.readouterr()


def test_a_chart_that_cannot_be_drawn_is_named(seed, tmp_path, capsys):
    edit(seed, "what: Rural clinics,", f"what: {'Donaudampfschiffahrt' * 5},")
    assert main(["build", str(seed), "--out", str(tmp_path / "dist")]) == 1
    assert "exhibit amounts: " in capsys.readouterr().err


def test_a_commit_checks_the_seeds_of_its_files_and_no_others(tmp_path, capsys):
    seed = copy_of(EXAMPLE, tmp_path)
    files = [str(seed / "source.txt"), str(seed / "briefing.yaml"), str(tmp_path / "README.md")]
    assert check_files(files) == 0
    assert capsys.readouterr().out.count("values match evidence") == 1
    edit(seed, "text: About 40 trains", "text: About 50 trains")
    assert check_files(files) == 1
    assert check_files([str(tmp_path / "README.md")]) == 0
