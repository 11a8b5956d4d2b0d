"""A terminal is told in colours, everybody else in plain words; what was built is opened on wish."""

import io
import os
import re
import subprocess
import sys

import pytest

from briefbook.cli import main
from briefbook.cli.colours import say
from briefbook.opening import open_files, open_told
from tests.seeds import EXAMPLE, copy_of

TOLD = (
    "seeds/a/briefing.yaml:12:7: error: claim x: 100 % of [bold]it[/bold] [unsupported-value]\n"
    "    12 |   text: x\n       |   ^\n    write it: as the source does\n2 errors, 0 warnings\n"
)
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def said(stream):
    say(TOLD, stream)
    return stream.getvalue()


def test_on_a_terminal_the_same_words_stand_in_colours():
    told = said(Terminal())
    assert ESCAPE.sub("", told) == TOLD
    for word in ("error", "[unsupported-value]", "^", "2 errors", "0 warnings"):
        assert re.search(rf"\x1b\[[\d;]+m{re.escape(word)}\x1b", told), word


def test_elsewhere_and_where_no_colour_is_wanted_the_words_are_plain(monkeypatch):
    assert said(io.StringIO()) == TOLD
    monkeypatch.setenv("NO_COLOR", "1")
    assert said(Terminal()) == TOLD
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert said(Terminal()) == TOLD


def test_without_rich_a_terminal_is_told_in_plain_words(monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert said(Terminal()) == TOLD


def test_rich_is_loaded_for_a_terminal_alone():
    code = f"import sys; from briefbook.cli import main; main(['status', {str(EXAMPLE)!r}]); assert 'rich' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


@pytest.fixture
def viewer(tmp_path, monkeypatch):
    """A viewer; what it is given is listed."""
    if sys.platform == "win32":
        pytest.skip("there the system opens files by itself")
    for name in ("xdg-open", "open"):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("CI", raising=False)
    opened = []

    def started(command, **_):
        opened.append(command[1:])

    monkeypatch.setattr(subprocess, "Popen", started)
    return opened


def test_documents_are_opened_and_nothing_else(viewer, tmp_path):
    open_files([str(tmp_path / name) for name in ("a.pdf", "a.pptx", "a.json", "a.html")])
    assert viewer == [[str(tmp_path / name)] for name in ("a.pdf", "a.pptx", "a.html")]


def test_what_a_build_has_told_is_opened_when_nothing_has_changed(viewer, tmp_path):
    open_told(f"12 of 13 sentences\n{tmp_path}/a b.pdf  1,234 bytes\n{tmp_path}/a.json  99 bytes\n")
    assert viewer == [[f"{tmp_path}/a b.pdf"]]


def test_nothing_is_opened_where_a_program_builds(viewer, monkeypatch):
    monkeypatch.setenv("CI", "true")
    open_files(["a.pdf"])
    assert viewer == []


def test_a_batch_opens_nothing(tmp_path, capsys):
    seed = copy_of(EXAMPLE, tmp_path)
    assert main(["build", str(seed), str(EXAMPLE), "--open", "--out", str(tmp_path / "out")]) == 2
    assert "--open is of one seed" in capsys.readouterr().err
